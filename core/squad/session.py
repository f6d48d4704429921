"""A squad's session on a day, who comes to it, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.workout import Workout


class SessionState(StrEnum):
    """What became of a session; a moved one is on, on another day or hour."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Answer(StrEnum):
    """Who comes."""

    IN = "in"
    MAYBE = "maybe"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class GroupSession:
    """One session of a squad: a day, a minute after local midnight, a place, and what is run.

    `workout` None: place and hour only. `shorthand` is what the coach wrote, `recipe` the key of a
    library session; `twin` the same session by time; `rain` what happens if it rains.
    """

    on: date
    minute: int
    place: str = ""
    workout: Workout | None = None
    shorthand: str = ""
    recipe: str = ""
    purpose: str = ""
    twin: Workout | None = None
    rain: str = ""
    state: SessionState = SessionState.PLANNED

    @property
    def cancelled(self) -> bool:
        return self.state is SessionState.CANCELLED


@dataclass(frozen=True, slots=True)
class Attendance:
    """One athlete and one session: what they answered, and whether they did it.

    `smaller`: the squad's coach wants less of it from them.
    """

    athlete_id: int
    name: str
    answer: Answer | None = None
    done: bool = False
    smaller: bool = False
