"""What the log, the mornings and the results already tell, so that only the rest is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import mean

from core.activity import Activity, Evenness, Log
from core.checkin import CheckIn
from core.conditions import HOT
from core.fitness import Fitness
from core.plan import Plan
from core.reasons import Fact
from core.symptoms.table import Clue, Numbers
from core.units import Duration
from core.workout import Focus

DAY = timedelta(days=1)
OK_LEGS = 3
_BADLY = {Evenness.FADED, Evenness.CUT_SHORT}
_BASE = {Focus.THRESHOLD, Focus.STEADY}


@dataclass(frozen=True, slots=True)
class Case:
    """What the clues are read from; `meant` is the RPE that a focus means.

    `usual_night` is in hours, None while it is unknown.
    """

    today: date
    log: Log
    checkins: Sequence[CheckIn]
    plan: Plan | None
    fitness: Fitness | None
    numbers: Numbers
    meant: Mapping[Focus, int]
    usual_night: float | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Whether a clue holds, and the numbers that say so."""

    true: bool
    facts: Mapping[str, Fact] = field(default_factory=dict)


def clues(case: Case) -> dict[Clue, Known]:
    """Every clue that is known to hold or not to hold; what is missing has to be asked."""
    found = {clue: read(case) for clue, read in _READERS.items()}
    return {clue: known for clue, known in found.items() if known is not None}


def bad_run(case: Case) -> Activity | None:
    """The workout in question: the latest hard run of the last days."""
    lately = case.log.within(case.today, case.numbers.lately_days)
    return next((run for run in reversed(lately) if run.hard), None)


def _hard_before(case: Case) -> Known | None:
    """A hard or long run on the day before it (R237a)."""
    run = bad_run(case)
    if run is None:
        return None
    before = case.log.on(run.on - DAY)
    if any(each.ran and (each.hard or each.focus is Focus.LONG) for each in before):
        return Known(true=True, facts={"on": run.on.isoformat()})
    unknown = run.on - DAY in case.log.unknown
    return None if unknown else Known(true=False)


def _air(case: Case) -> Known | None:
    """Heat is known where it was told; wind and hills never are."""
    run = bad_run(case)
    if run is None or run.celsius is None or run.celsius < HOT:
        return None
    return Known(true=True, facts={"on": run.on.isoformat(), "celsius": run.celsius})


def _old_paces(case: Case) -> Known | None:
    """Paces that rest on an old result, or on none, are wishes (R237b)."""
    if case.fitness is None:
        return Known(true=True)
    weeks = (case.today - case.fitness.source.on).days // 7
    if weeks < case.numbers.old_result_weeks:
        return Known(true=False)
    return Known(true=True, facts={"weeks": weeks})


def _short_nights(case: Case) -> Known | None:
    nights = [c.sleep.hours for c in _mornings(case) if isinstance(c.sleep, Duration)]
    if len(nights) < case.numbers.mornings_told:
        return None
    usual = case.usual_night or case.numbers.night_hours
    least = min(case.numbers.night_hours, usual - case.numbers.night_under_usual)
    facts: dict[str, Fact] = {"hours": round(mean(nights), 2), "nights": len(nights)}
    short = mean(nights) < least or mean(nights) <= usual - case.numbers.night_under_usual
    return Known(true=True, facts=facts) if short else Known(true=False)


def _stress(case: Case) -> Known | None:
    return _bad_mornings(case, lambda checkin: checkin.stress)


def _run_down(case: Case) -> Known | None:
    """Dead or heavy legs, dread, illness: the short list of the gut-check (R231, R235)."""
    return _bad_mornings(case, lambda c: c.dread or c.ill or _heavy(c))


def _heavy(checkin: CheckIn) -> bool:
    return isinstance(checkin.legs, int) and checkin.legs < OK_LEGS


def _bad_mornings(case: Case, bad: Callable[[CheckIn], bool]) -> Known | None:
    told = _mornings(case)
    if len(told) < case.numbers.mornings_told:
        return None
    count = sum(bad(checkin) for checkin in told)
    if count >= case.numbers.mornings_bad:
        return Known(true=True, facts={"mornings": count, "of": len(told)})
    return Known(true=False) if count == 0 else None


def _mornings(case: Case) -> list[CheckIn]:
    first = case.today - timedelta(days=case.numbers.mornings - 1)
    return [c for c in case.checkins if first <= c.on <= case.today and c.answered]


def _easy_brisk(case: Case) -> Known | None:
    """Easy runs rated like steady ones (R238a)."""
    runs = case.log.within(case.today, case.numbers.easy_days)
    rated = [run.rpe for run in runs if run.focus is Focus.EASY and run.rpe is not None]
    if len(rated) < case.numbers.easy_told:
        return None
    brisk = sum(rpe >= case.numbers.easy_rpe for rpe in rated)
    if 2 * brisk >= len(rated):
        facts: dict[str, Fact] = {"runs": brisk, "of": len(rated), "rpe": case.numbers.easy_rpe}
        return Known(true=True, facts=facts)
    return Known(true=False)


def _every_time(case: Case) -> Known | None:
    """Hard sessions that went badly, of the last few (R239d)."""
    runs = [run for run in case.log.within(case.today, case.numbers.hard_days) if run.hard]
    last = [run for run in runs if _told(run)][-case.numbers.hard_runs :]
    if len(last) < case.numbers.hard_bad:
        return None
    bad = sum(_went_badly(run, case) for run in last)
    if bad >= case.numbers.hard_bad:
        return Known(true=True, facts={"runs": bad, "of": len(last)})
    return Known(true=False) if bad <= 1 else None


def _told(run: Activity) -> bool:
    return run.rpe is not None or run.evenness is not None or run.reps_done is not None


def _went_badly(run: Activity, case: Case) -> bool:
    meant = case.meant[run.focus] + case.numbers.rpe_above
    above = run.rpe is not None and run.rpe >= meant
    short = run.reps_done is not None and run.reps_done < (run.reps_planned or 0)
    return above or short or run.evenness in _BADLY


def _fast_start(case: Case) -> Known | None:
    """Even or faster reps did not start too fast; faded ones may have, and that is asked."""
    run = bad_run(case)
    even = run is not None and run.evenness in {Evenness.EVEN, Evenness.FASTER}
    return Known(true=False) if even else None


def _load_up(case: Case) -> Known | None:
    """The last seven days against the three weeks before them, by minutes run."""
    weeks = [_minutes(case.log, case.today - timedelta(days=7 * n)) for n in range(4)]
    if min(weeks[1:]) <= 0:
        return None
    share = weeks[0] / mean(weeks[1:])
    if share < case.numbers.load_share:
        return Known(true=False)
    return Known(true=True, facts={"percent": round(100 * (share - 1))})


def _minutes(log: Log, last: date) -> float:
    return sum(run.time.minutes for run in log.within(last, 7) if run.time)


def _little_base(case: Case) -> Known | None:
    """Threshold and steady runs of the last weeks (R239b)."""
    runs = case.log.within(case.today, case.numbers.base_days)
    if len(runs) < case.numbers.base_runs:
        return None
    base = sum(run.focus in _BASE for run in runs)
    if base >= case.numbers.base_sessions:
        return Known(true=False)
    return Known(true=True, facts={"runs": base, "weeks": case.numbers.base_days // 7})


_READERS: Mapping[Clue, Callable[[Case], Known | None]] = {
    Clue.HARD_BEFORE: _hard_before,
    Clue.AIR: _air,
    Clue.OLD_PACES: _old_paces,
    Clue.SHORT_NIGHTS: _short_nights,
    Clue.STRESS: _stress,
    Clue.RUN_DOWN: _run_down,
    Clue.EASY_BRISK: _easy_brisk,
    Clue.EVERY_TIME: _every_time,
    Clue.FAST_START: _fast_start,
    Clue.LOAD_UP: _load_up,
    Clue.LITTLE_BASE: _little_base,
}
