"""What one morning's answers show: the signs that make a colour, each with its facts and weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.checkin import CheckIn, Told
from core.readiness.baseline import Baseline, Field, baseline, pulse_baseline, value_of
from core.reasons import Code, Fact, Reason

SHORT_BY = 1.5
"""Hours under the own usual night that are a mild sign (coaching.md 5)."""
VERY_SHORT = 5.0
"""Hours under which a night makes amber alone (coaching.md 5)."""
NEED = (6.5, 8.0)
"""Hours within which the own usual night is what debt counts against (coaching.md 5)."""
DEBT = 5.0
"""Hours short in seven nights; no published cut-off, ours."""
NIGHTS, NIGHTS_NEEDED = 7, 4


class Kind(StrEnum):
    """What the table of colours asks for."""

    DEAD = "dead"
    HEAVY = "heavy"
    VERY_SHORT = "very-short"
    SHORT = "short"
    PULSE_RED = "pulse-red"
    PULSE_AMBER = "pulse-amber"
    STRESS = "stress"
    DREAD = "dread"


@dataclass(frozen=True, slots=True)
class Seen:
    """One sign with its reason; the weight orders the reasons, nothing more (ours)."""

    kind: Kind
    weight: float
    reason: Reason


def seen(
    checkin: CheckIn, history: Sequence[CheckIn], *, since: date | None = None
) -> tuple[Seen, ...]:
    """Every sign of this morning."""
    found = [*_legs(checkin), *_sleep(checkin, history), *_pulse(checkin, history, since)]
    if checkin.stress:
        found.append(Seen(Kind.STRESS, 2.5, Reason(Code.STRESS)))
    if checkin.dread:
        found.append(Seen(Kind.DREAD, 2.5, Reason(Code.DREAD)))
    return tuple(found)


def _legs(checkin: CheckIn) -> list[Seen]:
    if checkin.legs == 1:
        return [Seen(Kind.DEAD, 10, Reason(Code.LEGS_DEAD))]
    return [Seen(Kind.HEAVY, 6, Reason(Code.LEGS_HEAVY))] if checkin.legs == 2 else []


def _sleep(checkin: CheckIn, history: Sequence[CheckIn]) -> list[Seen]:
    slept = value_of(checkin, Field.SLEEP)
    own = baseline(history, Field.SLEEP, checkin.on)
    if slept is not None and slept < VERY_SHORT and not _used_to_it(slept, own):
        facts: dict[str, Fact] = {"hours": round(slept, 1)}
        return [Seen(Kind.VERY_SHORT, 5, Reason(Code.VERY_SHORT_NIGHT, facts))]
    if own is None:
        return []
    if slept is not None and slept <= own.median - SHORT_BY:
        facts = {"hours": round(slept, 1), "usual": round(own.median, 1)}
        return [Seen(Kind.SHORT, 3, Reason(Code.SHORT_NIGHT, facts))]
    debt = sleep_debt(checkin, history, own)
    if debt >= DEBT and own.median >= NEED[0]:
        facts = {"hours": round(debt, 1), "nights": NIGHTS}
        return [Seen(Kind.SHORT, 3, Reason(Code.SLEEP_DEBT, facts))]
    return []


def _used_to_it(slept: float, own: Baseline | None) -> bool:
    """Who always sleeps little is not amber every day: the plan is smaller once instead."""
    return own is not None and own.median < NEED[0] and slept > own.median - SHORT_BY


def sleep_debt(checkin: CheckIn, history: Sequence[CheckIn], own: Baseline) -> float:
    """Hours short of the own need over the last seven nights, this one included; 0 with too few."""
    need = min(max(own.median, NEED[0]), NEED[1])
    first = checkin.on - timedelta(days=NIGHTS - 1)
    nights = [c for c in history if first <= c.on < checkin.on] + [checkin]
    slept = [hours for c in nights if (hours := _night(c, own)) is not None]
    if len(slept) < NIGHTS_NEEDED:
        return 0.0
    return max(0.0, sum(need - hours for hours in slept))


def _night(checkin: CheckIn, own: Baseline) -> float | None:
    return own.median if checkin.sleep is Told.USUAL else value_of(checkin, Field.SLEEP)


def sleep_usual_short(history: Sequence[CheckIn], today: date) -> float | None:
    """The own usual night in hours where it is below 6.5: it makes the plan smaller once."""
    own = baseline(history, Field.SLEEP, today)
    return own.median if own is not None and own.median < NEED[0] else None


def _pulse(checkin: CheckIn, history: Sequence[CheckIn], since: date | None) -> list[Seen]:
    bpm = value_of(checkin, Field.PULSE)
    own = pulse_baseline(checkin, history, since=since)
    if bpm is None or own is None:
        return []
    above, z = bpm - own.median, own.z(bpm)
    facts: dict[str, Fact] = {"bpm": round(bpm), "usual": round(own.median)}
    if above >= 7 or (above >= 5 and (z >= 2.5 or bpm >= 1.1 * own.median)):
        return [Seen(Kind.PULSE_RED, 5, Reason(Code.PULSE_HIGH, facts))]
    if above >= 3 and z >= 1.5:
        return [Seen(Kind.PULSE_AMBER, 3, Reason(Code.PULSE_RAISED, facts))]
    return []
