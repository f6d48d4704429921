"""What a coach says by the way: expectations, evidence, patience; one note for a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.plan import Phase, Session, Week, WeekKind
from core.workout import Effort, Focus


class About(StrEnum):
    """Which days a note belongs to."""

    MEDIUM = "medium"
    RACE = "race"
    TAPER = "taper"
    RECOVERY = "recovery"
    DOWN = "down"
    START = "start"
    SPRINT = "sprint"
    FAST = "fast"
    RACE_PACE = "race-pace"
    THRESHOLD = "threshold"
    LONG = "long"
    EASY = "easy"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Note:
    """One thought; its words are under note/<key>/."""

    key: str
    about: tuple[About, ...]
    meets: tuple[str, ...]


_WEEKS = {
    WeekKind.TAPER: About.TAPER,
    WeekKind.RACE: About.TAPER,
    WeekKind.RECOVERY: About.RECOVERY,
    WeekKind.DOWN: About.DOWN,
    WeekKind.START: About.START,
}
_FOCUSES = {
    Focus.RACE: About.RACE,
    Focus.SPEED: About.FAST,
    Focus.VO2MAX: About.FAST,
    Focus.ECONOMY: About.FAST,
    Focus.RACE_PACE: About.RACE_PACE,
    Focus.THRESHOLD: About.THRESHOLD,
    Focus.STEADY: About.THRESHOLD,
    Focus.LONG: About.LONG,
    Focus.EASY: About.EASY,
}


def note_for(
    notes: Collection[Note],
    on: date,
    session: Session | None,
    week: Week,
    *,
    medium: bool = False,
) -> Note | None:
    """The day's note: of what it is about the first thing that has any, round and round by date.

    `medium` says that easy runs have crept up and hard ones gone flat: that comes before all else.
    """
    for about in ((About.MEDIUM,) if medium else ()) + tuple(abouts(session, week)):
        found = [note for note in notes if about in note.about]
        if found:
            return found[on.toordinal() % len(found)]
    return None


def abouts(session: Session | None, week: Week) -> Iterator[About]:
    """What a day is about, the most particular first; in lighter weeks the week speaks first."""
    if session is None:
        yield About.REST
    if week.phase is Phase.RECOVERY:
        yield About.RECOVERY
    if week.kind in _WEEKS:
        yield _WEEKS[week.kind]
    if session is None:
        return
    if any(step.effort is Effort.SPRINT for step in session.workout.steps()):
        yield About.SPRINT
    if session.focus in _FOCUSES:
        yield _FOCUSES[session.focus]
