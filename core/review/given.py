"""What a review looks at: one athlete's week as it was planned and as it was told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Activity, Log
from core.adjust import DecisionTable
from core.adjust.decision import Decision
from core.athlete import Athlete
from core.checkin import CheckIn
from core.paces import Paces
from core.plan import Plan, Session
from core.safety import GateKind
from core.workout import PaceOf

LIFE_DAYS = 2
"""Days away, busy or paused that make a week no week of training (ours)."""


class Hindrance(StrEnum):
    """What a week was about instead of training; such a week is not counted."""

    ILL = "ill"
    HURT = "hurt"
    PAUSED = "paused"
    AWAY = "away"
    BUSY = "busy"

    @property
    def health(self) -> bool:
        return self in {Hindrance.ILL, Hindrance.HURT}


@dataclass(frozen=True, slots=True)
class Spell:
    """Days that something claimed, both included; `last` None: it still does."""

    what: Hindrance
    first: date
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """Everything that a week's review looks at; `monday` begins the week, `today` may be later.

    `planned` holds four weeks of days as they were shown or stand, None for rest; `paces` None
    where no pace may be a measure; `lifted` counts strength sessions by their week's Monday.
    """

    athlete: Athlete
    monday: date
    today: date
    plan: Plan
    log: Log
    checkins: Sequence[CheckIn]
    decisions: Sequence[Decision]
    planned: Mapping[date, Session | None]
    table: DecisionTable
    pace_of: PaceOf
    paces: Paces | None = None
    lifted: Mapping[date, int] | None = None
    spells: Sequence[Spell] = ()

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        return tuple(self.monday + timedelta(days=n) for n in range(7))

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The week's sessions as they were shown."""
        found = (self.planned.get(day) for day in self.days)
        return tuple(session for session in found if session is not None)

    @property
    def runs(self) -> tuple[Activity, ...]:
        """What was run in the week."""
        return self.log.within(self.sunday, 7)

    def ran_on(self, day: date) -> tuple[Activity, ...]:
        return tuple(run for run in self.log.on(day) if run.ran)


_OF_GATE = {
    GateKind.EMERGENCY: Hindrance.ILL,
    GateKind.CRISIS: Hindrance.ILL,
    GateKind.DOCTOR: Hindrance.ILL,
    GateKind.FEVER: Hindrance.ILL,
    GateKind.ILL: Hindrance.ILL,
    GateKind.PAIN: Hindrance.HURT,
    GateKind.LADDER: Hindrance.HURT,
}


def hindered_by(gate: GateKind) -> Hindrance | None:
    """What a gate makes of its days; None for those that leave training as it is."""
    return _OF_GATE.get(gate)


def hindrance(given: Given) -> Hindrance | None:
    """Illness before pain, pain before life's own claims; None for a week of training."""
    claims = {spell.what for spell in given.spells if _claims(given, spell)}
    if any(c.ill or c.fever_celsius for c in given.checkins if c.on in given.days):
        claims.add(Hindrance.ILL)
    return next((each for each in Hindrance if each in claims), None)


def ran_hard(given: Given) -> bool:
    """Whether there was hard running on a day that illness or pain claimed."""
    ill = {c.on for c in given.checkins if c.ill or c.fever_celsius}
    claimed = {on for spell in given.spells if spell.what.health for on in _days(given, spell)}
    return any(run.hard for run in given.runs if run.on in ill | claimed)


def _claims(given: Given, spell: Spell) -> bool:
    """A day of illness or pain makes the week; of other things it takes two (ours)."""
    return len(_days(given, spell)) >= (1 if spell.what.health else LIFE_DAYS)


def _days(given: Given, spell: Spell) -> list[date]:
    """The days of the week that the spell holds."""
    return [d for d in given.days if spell.first <= d and (spell.last is None or d <= spell.last)]
