"""SQL in, core values out; the only room that knows SQLAlchemy."""
