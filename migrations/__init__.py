"""Database migrations, run by the coach itself at start."""
