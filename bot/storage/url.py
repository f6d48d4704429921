"""DATABASE_URL in its usual spellings, given the async driver by itself."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.storage.errors import DatabaseUrlError

EXAMPLES = "sqlite:////home/me/nextgear.db or postgresql://user:password@host/nextgear"

_SQLITE = {"sqlite", "sqlite+aiosqlite", "sqlite+pysqlite"}
_POSTGRESQL = {"postgres", "postgresql"} | {
    f"postgresql+{driver}" for driver in ("psycopg", "psycopg2", "asyncpg")
}


def normalise_url(text: str) -> URL:
    """The URL with the driver that Nextgear uses; DatabaseUrlError never repeats what was given."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise DatabaseUrlError(f"DATABASE_URL is no URL: write it like {EXAMPLES}") from None
    if url.drivername in _SQLITE:
        return _sqlite(url)
    if url.drivername in _POSTGRESQL:
        return url.set(drivername="postgresql+psycopg")
    raise DatabaseUrlError(
        f"DATABASE_URL names {url.drivername}, which Nextgear does not speak: use {EXAMPLES}"
    )


def is_sqlite(url: URL) -> bool:
    """Whether the database is a file of ours, and not a server's."""
    return url.get_backend_name() == "sqlite"


def _sqlite(url: URL) -> URL:
    if url.host is not None:
        raise DatabaseUrlError(
            "DATABASE_URL needs three slashes before a relative file and four before an absolute"
            f" one: {EXAMPLES}"
        )
    if url.query:
        raise DatabaseUrlError(f"DATABASE_URL takes no options after a file: write {EXAMPLES}")
    if url.database in {None, "", ":memory:"}:
        raise DatabaseUrlError(f"DATABASE_URL needs a file, memory forgets: write {EXAMPLES}")
    path = Path(str(url.database)).expanduser()
    return url.set(drivername="sqlite+aiosqlite", database=str(path))
