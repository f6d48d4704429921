"""Readiness: this morning's answers against the athlete's own usual, as a colour with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.activity import Log
from core.checkin import CheckIn
from core.readiness.baseline import ANSWERS_NEEDED, WITHIN, Field, answers
from core.readiness.baseline import Baseline as Baseline
from core.readiness.baseline import baseline as baseline
from core.readiness.baseline import cycle_day_on as cycle_day_on
from core.readiness.baseline import pulse_baseline as pulse_baseline
from core.readiness.baseline import pulse_folded as pulse_folded
from core.readiness.colour import IN_A_ROW, colour_of, colours, told_something
from core.readiness.colour import Colour as Colour
from core.readiness.days import under_recovered
from core.readiness.score import HRV_WEEK, hrv_trend, loaded, score
from core.readiness.signs import seen
from core.readiness.signs import sleep_usual_short as sleep_usual_short
from core.reasons import Code, Fact, Reason

LOOKS_BACK = 14
"""Days of earlier colours that a decision may ask for."""
_HISTORY = WITHIN + timedelta(days=LOOKS_BACK + IN_A_ROW)
"""Older mornings enter no baseline of any of those days."""
SIGN_CODES = {
    Code.LEGS_DEAD,
    Code.LEGS_HEAVY,
    Code.VERY_SHORT_NIGHT,
    Code.SHORT_NIGHT,
    Code.SLEEP_DEBT,
    Code.PULSE_RAISED,
    Code.PULSE_HIGH,
    Code.STRESS,
    Code.DREAD,
}


@dataclass(frozen=True, slots=True)
class Readiness:
    """One morning. `reasons` by weight; `score` 0-100, 70 is usual; `coverage` 0-1;
    `recent`: the colours of the days before, newest first; `learning`: no baseline stands yet.
    """

    on: date
    colour: Colour
    reasons: tuple[Reason, ...] = ()
    score: float | None = None
    coverage: float = 0.0
    learning: bool = False
    recent: tuple[tuple[date, Colour], ...] = ()

    @property
    def signs(self) -> int:
        """How many signs speak against the day: zero means plain green."""
        return sum(reason.code in SIGN_CODES for reason in self.reasons)

    def row(self, colour: Colour) -> int:
        """How many days in a row, today included, had the colour."""
        days = (self.colour, *(past for _, past in self.recent))
        return next((n for n, each in enumerate(days) if each is not colour), len(days))


def assess(
    checkin: CheckIn | None,
    history: Sequence[CheckIn],
    log: Log,
    *,
    today: date,
    since: date | None = None,
) -> Readiness:
    """The morning's readiness; `history` may hold any days, only those before today are looked at.

    `since`: the day a new dose of pulse medicine began; the pulse's baseline starts anew there.
    """
    first = today - _HISTORY
    past = sorted((c for c in history if first <= c.on < today), key=lambda c: c.on)
    if checkin is None or not told_something(checkin):
        recent = colours(past, today - timedelta(days=1), LOOKS_BACK, since)
        unknown = Colour.UNKNOWN
        return Readiness(today, unknown, (Reason(Code.NOT_ANSWERED),), recent=recent)
    days = colours([*past, checkin], today, LOOKS_BACK + 1, since)
    number = score(checkin, past, log, since=since)
    learning = _learning(past, today)
    return Readiness(
        on=today,
        colour=days[0][1],
        reasons=_reasons(checkin, past, log, days, since) + learning,
        score=number.value,
        coverage=number.coverage,
        learning=bool(learning),
        recent=days[1:],
    )


def _learning(past: Sequence[CheckIn], today: date) -> tuple[Reason, ...]:
    """Said until sleep or pulse has a baseline; until then only subjective answers count."""
    answered = max(len(answers(past, field, today)) for field in (Field.SLEEP, Field.PULSE))
    if answered >= ANSWERS_NEEDED:
        return ()
    facts: dict[str, Fact] = {"answered": answered, "needed": ANSWERS_NEEDED}
    return (Reason(Code.STILL_LEARNING, facts),)


def _reasons(
    checkin: CheckIn,
    past: Sequence[CheckIn],
    log: Log,
    days: Sequence[tuple[date, Colour]],
    since: date | None,
) -> tuple[Reason, ...]:
    """Everything that speaks against the day, heaviest first; the weights only order (ours)."""
    signs = seen(checkin, past, since=since)
    found = [(sign.weight, sign.reason) for sign in signs]
    if days[0][1] is Colour.RED and colour_of(signs) is Colour.AMBER:
        found.append((7.0, Reason(Code.THIRD_AMBER, {"days": IN_A_ROW})))
    whole = [*past, checkin]
    if reason := under_recovered(whole, checkin.on):
        found.append((2.0, reason))
    if (hrv_trend(whole, checkin.on) or 0) < 0:
        found.append((1.5, Reason(Code.HRV_LOW, {"days": HRV_WEEK})))
    if loaded(log, checkin.on):
        found.append((1.0, Reason(Code.LOAD_HIGH)))
    ordered = sorted(found, key=lambda each: -each[0])
    return tuple(reason for _, reason in ordered) or (Reason(Code.ALL_WELL),)
