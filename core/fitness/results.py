"""Which result counts today: they age, and the best of one form stands (coaching.md 7)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from core.activity import Activity, Log
from core.athlete import Result, ResultKind, UsualWeek
from core.fitness.formula import race_time, vdot
from core.units import Distance

FULL_DAYS = 84
HELD_DAYS = 182
"""In full for twelve weeks, to six months if volume held, then as ambition (coaching.md 7)."""
HELD_SHARE = 0.75
"""Volume held: this share of the weeks around the result is still run (ours)."""
SAME_FORM_DAYS = 21
"""Results so close together show one form: the more trusted, then the better one stands (ours)."""
CONTRADICTION = 0.15
BIG_JUMP = 3.0
LONG_RACE = Distance(30_000)
"""From here on a race tells about the marathon by itself (ours)."""
LONG_SLOWER = 0.10
"""So much slower than a shorter race is worth, a marathon says nothing against it: for half of all
marathoners the tables are ten minutes fast and more (Vickers & Vertosick 2016)."""
SHORTEST, LONGEST = Distance(1500), Distance(42_300)
SPRINT_FROM, SPRINT_TO = Distance(60), Distance(200)
SPRINT_LASTS = timedelta(days=365)
"""Top speed lasts longer than endurance does (ours)."""

_KINDS = {ResultKind.RACE: 2, ResultKind.TRIAL: 1, ResultKind.TOLD: 0}


class Trust(StrEnum):
    """How far a result is trusted, by its age."""

    FULL = "full"
    HELD = "held"
    AMBITION = "ambition"


@dataclass(frozen=True, slots=True)
class Stands:
    """The result that training stands on, and how."""

    result: Result
    vdot: float
    trust: Trust


def result_vdot(result: Result) -> float | None:
    """The VDOT of a result from 1500 m to the marathon; None outside."""
    if not SHORTEST <= result.distance <= LONGEST:
        return None
    return vdot(result.distance, result.time)


def trust(result: Result, log: Log, today: date, usual: UsualWeek | None = None) -> Trust:
    """By age in days; between twelve weeks and six months the volume decides."""
    age = (today - result.on).days
    if age <= FULL_DAYS:
        return Trust.FULL
    if age <= HELD_DAYS and _volume_held(result.on, log, today, usual):
        return Trust.HELD
    return Trust.AMBITION


def _volume_held(then: date, log: Log, today: date, usual: UsualWeek | None) -> bool:
    """Four weeks now against the four before the result; the told week stands in for no log."""
    told = usual.distance.metres if usual else 0.0
    now, before = _weekly(log, today, told), _weekly(log, then, told)
    return now > 0 and now >= HELD_SHARE * before


def weekly(log: Log, last: date, usual: UsualWeek) -> Distance:
    """What is run in a week, over four of them; the told week where the log is too young."""
    return Distance(_weekly(log, last, usual.distance.metres))


def _weekly(log: Log, last: date, told: float) -> float:
    """Metres a week over four weeks; the told week where the log does not reach back so far."""
    first = log.activities[0].on if log.activities else None
    if first is None or first > last - timedelta(days=27):
        return told
    return sum(map(_metres, log.within(last, 28))) / 4


def _metres(activity: Activity) -> float:
    """How far it went; a run told by time alone counts at about 6:00/km."""
    if activity.distance is not None:
        return activity.distance.metres
    return activity.time.minutes * 1000 / 6 if activity.time else 0.0


def current_result(
    results: Iterable[Result], log: Log, today: date, usual: UsualWeek | None = None
) -> Stands | None:
    """The newest form shown all out; a run held back may raise it, never lower it.

    Nor does a marathon that is as slow as marathons are.
    """
    counted = [s for s in _counted(results, log, today, usual) if s.trust is not Trust.AMBITION]
    all_out = [s for s in counted if s.result.all_out]
    hard = sorted((s for s in all_out if not _usual_marathon(s, all_out)), key=_day)
    held_back = [s for s in counted if s not in hard]
    if not hard:
        return max(held_back, key=lambda s: s.vdot, default=None)
    newest = hard[-1].result.on
    same_form = [s for s in hard if (newest - s.result.on).days <= SAME_FORM_DAYS]
    best = max(same_form, key=lambda s: (_KINDS[s.result.kind], s.vdot))
    return max([best, *held_back], key=lambda s: s.vdot)


def _day(stands: Stands) -> date:
    return stands.result.on


def _usual_marathon(one: Stands, others: Sequence[Stands]) -> bool:
    """Whether a shorter race speaks for more than this long one, and this one not against it."""
    shorter = (s for s in others if s.result.distance < LONG_RACE <= one.result.distance)
    return any(s.vdot > one.vdot and _apart(s.result, one.result) <= LONG_SLOWER for s in shorter)


def sprint(results: Iterable[Result], today: date) -> Result | None:
    """The fastest short result of a year: top speed, as far as it is known (R21)."""
    short = [
        r
        for r in results
        if r.representative
        and SPRINT_FROM <= r.distance <= SPRINT_TO
        and timedelta(0) <= today - r.on <= SPRINT_LASTS
    ]
    return min(short, key=lambda r: r.time.seconds / r.distance.metres, default=None)


def ambition(results: Iterable[Result], log: Log, today: date) -> Stands | None:
    """The best of what is too old to train by: something to come back to."""
    old = [s for s in _counted(results, log, today, None) if s.trust is Trust.AMBITION]
    return max(old, key=lambda s: s.vdot, default=None)


def _counted(
    results: Iterable[Result], log: Log, today: date, usual: UsualWeek | None
) -> Iterable[Stands]:
    for result in results:
        number = result_vdot(result)
        if number is not None and result.representative and result.on <= today:
            yield Stands(result, number, trust(result, log, today, usual))


def contradiction(results: Sequence[Result]) -> tuple[Result, Result] | None:
    """The first two all-out results of one form whose times are more than 15 % apart."""
    told = [r for r in results if r.all_out and r.representative and result_vdot(r) is not None]
    for one, other in combinations(sorted(told, key=lambda r: r.on), 2):
        if (other.on - one.on).days <= FULL_DAYS and _apart(one, other) > CONTRADICTION:
            return one, other
    return None


def contradicted(result: Result, results: Iterable[Result]) -> tuple[Result, ...]:
    """Those of the results that cannot be true of one runner together with this one."""
    return tuple(other for other in results if contradiction((other, result)) is not None)


def _apart(one: Result, other: Result) -> float:
    """How far the second time is from what the first is worth, as a share of the smaller."""
    number = vdot(one.distance, one.time)
    if number <= 0:
        return 1.0
    worth = race_time(number, other.distance).seconds
    return abs(worth - other.time.seconds) / min(worth, other.time.seconds)


def asks_about_course(result: Result, before: float | None) -> bool:
    """Whether a result is so far above the fitness before it that the course is in doubt."""
    number = result_vdot(result)
    return before is not None and number is not None and number - before > BIG_JUMP
