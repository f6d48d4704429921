"""Core values to replies, pure; one file a topic."""
