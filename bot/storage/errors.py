"""What can go wrong with the database, each told in one plain line without secrets."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError


class StorageError(Exception):
    """Root of this room's errors; its text is one line that can be shown as it is."""


class DatabaseUrlError(StorageError):
    """DATABASE_URL names no database that Nextgear can use."""


class DatabaseError(StorageError):
    """The database cannot be opened, written or understood."""


class UnavailableError(DatabaseError):
    """The database does not answer or is locked just now; trying again later may help."""


class Collision(UnavailableError):
    """Two units of work waited for each other, this one was let go: it can begin again at once."""


class FormatError(StorageError):
    """A stored row cannot be read: its format is unknown, or its content is damaged."""


class Stale(StorageError):
    """What was read has changed since: nothing was written, read again and decide anew."""


# What waiting does not mend, as PostgreSQL and SQLite word it; their codes do not tell it apart.
_LASTING = (
    "authentication failed",
    "does not exist",
    "no password supplied",
    "no pg_hba.conf entry",
    "invalid",
    "readonly",
    "unable to open",
    "no such",
    "malformed",
    "not a database",
)


_COLLIDED = {"40001", "40P01"}
"""PostgreSQL's serialization failure and deadlock."""


@contextmanager
def plainly() -> Iterator[None]:
    """Turn a driver's troubles into this room's; faults in a statement stay what they are."""
    try:
        yield
    except PoolTimeoutError as error:
        raise UnavailableError("The database is too busy: no connection came free.") from error
    except (IntegrityError, DataError, ProgrammingError):
        raise
    except (DBAPIError, sqlite3.Error) as error:
        raise told(error) from error


def told(error: DBAPIError | sqlite3.Error) -> DatabaseError:
    """Whether waiting may help is guessed from the driver's words."""
    line = one_line(error)
    if getattr(getattr(error, "orig", error), "sqlstate", None) in _COLLIDED:
        return Collision(f"The database chose another unit of work: {line}.")
    if any(sign in line for sign in _LASTING):
        return DatabaseError(f"The database cannot be used: {line}.")
    return UnavailableError(f"The database does not answer just now: {line}.")


def one_line(error: Exception) -> str:
    """The driver's own first line, without the statement and its values."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return next(iter(str(cause).splitlines()), "no reason given").rstrip(". ")


@contextmanager
def file_at(path: Path) -> Iterator[None]:
    """Name the file that the system refused."""
    try:
        yield
    except OSError as error:
        raise DatabaseError(f"The file {path} cannot be used: {error.strerror}.") from error
