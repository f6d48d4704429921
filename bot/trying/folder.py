"""The folder of a rehearsal: database, clock and chats, for this time or kept for the next."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.clock import RealClock
from bot.delivery.alone import Alone
from bot.rehearsal.model import NotKept, Telegram
from bot.rehearsal.model.keeping import leave_gap

log = logging.getLogger(__name__)
LISTENS = 60.0
AT_MOST_EVERY = 1.0
SHARE = 20
"""Keeping takes no more than one part in so many of the room's time, however much was said."""


class FolderError(OSError):
    """The folder cannot be used, or holds what cannot be gone on with; one line for people."""


@dataclass(frozen=True, slots=True)
class Folder:
    """Where a rehearsal lives. What is in it is written so that `kill -9` leaves it whole.

    The clock is kept before anything happens at its instant, the chats soon after, the database
    at once: what the chats have lost by then is never numbered again.
    """

    path: Path
    kept: bool

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self._database}"

    @property
    def _database(self) -> Path:
        return self.path / "nextgear.db"

    @property
    def _clock(self) -> Path:
        return self.path / "clock.txt"

    @property
    def _chats(self) -> Path:
        return self.path / "telegram.kept"

    def clock(self) -> datetime:
        """Where the room's clock stood when it was left; now, in a new folder."""
        if not self._clock.exists() and not self._chats.exists():
            now = RealClock().now()
            self.keep_clock(now)
            return now
        try:
            return datetime.fromisoformat(self._clock.read_text().strip()).astimezone(UTC)
        except (OSError, ValueError) as error:
            raise _damaged(self._clock) from error

    def keep_clock(self, instant: datetime) -> None:
        """Before anything happens at that instant."""
        if self.kept:
            _write(self._clock, instant.isoformat().encode())

    def take_up(self, telegram: Telegram) -> None:
        """Go on with the chats of the last time, if there are any; else keep these."""
        if not self._chats.exists() and self._database.exists():
            raise _damaged(self._chats)
        if self._chats.exists():
            try:
                telegram.take_up(self._chats.read_bytes())
            except (OSError, NotKept) as error:
                raise _damaged(self._chats) from error
            leave_gap(telegram.world)
        self.keep(telegram)

    def keep(self, telegram: Telegram) -> None:
        """Everything said so far."""
        if self.kept:
            _write(self._chats, telegram.keep())

    async def keep_up(self, telegram: Telegram) -> None:
        """Keep what happens, soon after it happened, for as long as the room is open."""
        journal, clock = telegram.world.journal, RealClock()
        seen = journal.last
        while self.kept:
            if journal.last == seen:
                await journal.bell.heard(LISTENS)
                continue
            began, seen = clock.elapsed(), journal.last
            try:
                self.keep(telegram)
            except OSError as error:
                log.warning("what was said cannot be kept just now: %s", error)
            await asyncio.sleep(max(AT_MOST_EVERY, (clock.elapsed() - began) * SHARE))


@contextmanager
def opened(keep: Path | None) -> Iterator[Folder]:
    """The folder to keep, ours alone while it is open; or one that goes when it is closed."""
    with ExitStack() as stack:
        if keep is None:
            name = stack.enter_context(tempfile.TemporaryDirectory(prefix="nextgear-"))
            yield Folder(Path(name), kept=False)
            return
        path = keep.absolute()
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path / "room.txt", b"A rehearsal of Nextgear is kept here.\n")
        except OSError as error:
            raise FolderError(f"The folder {path} cannot be used: {error.strerror}.") from error
        lock = Alone(path / "room")
        if not lock.take():
            raise FolderError(f"The folder {path} is in use by another `nextgear try`.")
        stack.callback(lock.give_up)
        yield Folder(path, kept=True)


def _damaged(path: Path) -> FolderError:
    return FolderError(
        f"The file {path} is damaged or missing: take another folder, or empty this one and begin"
        " anew."
    )


def _write(path: Path, data: bytes) -> None:
    """All of it or nothing, whenever the process ends."""
    part = path.with_name(f"{path.name}.part")
    part.touch(mode=0o600)  # what is said to a coach is nobody else's business
    part.write_bytes(data)
    part.replace(path)
