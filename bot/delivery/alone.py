"""Whether we are the only process on an SQLite file: then whoever held leases before is dead."""

from __future__ import annotations

import os
from pathlib import Path


class Alone:
    """A lock on a file beside the database, given up by the system when the process ends."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._handle: int | None = None

    def take(self) -> bool:
        """True if nobody else has it; False also where the system or the folder has no locks."""
        try:
            import fcntl  # noqa: PLC0415 - POSIX only
        except ImportError:
            return False
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.give_up()
            return False
        return True

    def give_up(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
