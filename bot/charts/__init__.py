"""Core values to PNG bytes: pictures that a phone can show."""
