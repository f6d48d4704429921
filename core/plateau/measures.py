"""Each cause's own measure, so that the re-check compares what was to be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from statistics import median

from core.plateau.alike import groups
from core.plateau.cause import Cause
from core.plateau.pieces import usual_longest
from core.plateau.proof import Measure, Reading
from core.plateau.view import DAY, Run, View, mean
from core.units import Duration, HeartRate
from core.workout import Focus

MONTH = 28
LAST = 6
FEWEST = 2


def own(cause: Cause, view: View) -> Reading | None:
    """The cause's measure over the last four weeks; None where nothing was told of it."""
    for measure in OF_CAUSE[cause]:
        value = _VALUES[measure](view)
        if value is not None:
            return Reading(measure, value)
    return None


def value_of(measure: Measure, view: View) -> float | None:
    """One measure as it stands; None for proofs of fitness and where nothing was told."""
    reader = _VALUES.get(measure)
    return reader(view) if reader else None


OF_CAUSE: Mapping[Cause, tuple[Measure, ...]] = {
    Cause.UNDERFUELLED: (Measure.HEAVY_SHARE, Measure.RPE),
    Cause.OVERCOOKED: (Measure.HEAVY_SHARE, Measure.PULSE, Measure.RPE),
    Cause.LIFE_STRESS: (Measure.STRESS_SHARE, Measure.SLEEP, Measure.VOLUME),
    Cause.REPEAT: (Measure.SAME_SHARE,),
    Cause.WISHES: (Measure.HELD_SHARE,),
    Cause.MEDIUM: (Measure.EASY_SHARE,),
    Cause.SCHEDULING: (Measure.SPACED_SHARE,),
    Cause.VOLUME: (Measure.VOLUME,),
    Cause.LONG_RUN: (Measure.LONGEST,),
    Cause.FADING: (Measure.HELD_SHARE,),
    Cause.PACING: (Measure.HELD_SHARE,),
    Cause.STRENGTH: (Measure.STRENGTH,),
    Cause.STRIDES: (Measure.STRIDES,),
    Cause.FORM: (Measure.HELD_SHARE,),
    Cause.NO_CYCLES: (Measure.LIGHTEST,),
    Cause.TRUE: (Measure.KINDS,),
}
"""What a cause is measured by, the first that is known."""


def _hard(view: View) -> list[Run]:
    return [r for r in view.within(MONTH) if r.quality]


def _percent(flags: list[bool], fewest: int = FEWEST) -> float | None:
    return round(100 * sum(flags) / len(flags), 1) if len(flags) >= fewest else None


def _same(view: View) -> float | None:
    last = view.quality[-LAST:]
    recent = [r for r in last if (view.last - r.on).days < 2 * MONTH]
    if len(recent) < FEWEST:
        return None
    return round(100 * len(groups(recent)[0]) / len(recent), 1)


def _heavy(view: View) -> float | None:
    return _percent([c.legs <= 2 for c in view.mornings(14) if isinstance(c.legs, int)], 5)


def _pulse(view: View) -> float | None:
    beats = [c.pulse.bpm for c in view.mornings(14) if isinstance(c.pulse, HeartRate)]
    return float(median(beats)) if len(beats) >= 5 else None


def _rpe(view: View) -> float | None:
    rated = [r.rpe for r in view.within(MONTH) if r.easy and r.rpe is not None]
    return round(mean(rated) or 0.0, 2) if len(rated) >= FEWEST else None


def _stress(view: View) -> float | None:
    return _percent([c.stress or c.dread for c in view.mornings(MONTH) if c.answered], 5)


def _sleep(view: View) -> float | None:
    nights = [c.sleep.hours for c in view.mornings(MONTH) if isinstance(c.sleep, Duration)]
    return round(mean(nights) or 0.0, 2) if len(nights) >= 5 else None


def _easy(view: View) -> float | None:
    over, meant = view.rules.easy_over, view.case.meant
    rated = [r for r in view.within(MONTH) if r.easy and r.rpe is not None]
    return _percent([(r.rpe or 0) - meant.get(r.focus, 3) < over for r in rated], 4)


def _held(view: View) -> float | None:
    meant = view.case.meant
    judged = [r for r in _hard(view) if r.rpe is not None or r.activity.evenness or r.lost]
    return _percent([not r.lost and (r.rpe or 0) <= meant.get(r.focus, 7) for r in judged])


def _spaced(view: View) -> float | None:
    plan = view.case.plan
    strong = {on for on, _ in plan.strength} if plan else set()
    tiring = {r.on for r in view.runs if r.hard or r.focus is Focus.LONG}
    tiring |= strong | set(view.case.strength)
    return _percent([r.on - DAY not in tiring for r in _hard(view)])


def _volume(view: View) -> float | None:
    weeks = [sum(r.metres for r in week) for week in view.weeks[:4]]
    return round(sum(weeks) / len(weeks), 0) if len(weeks) >= FEWEST else None


def _longest(view: View) -> float | None:
    return round(usual_longest(view)[0], 0) if len(view.weeks) >= 4 else None


def _strides(view: View) -> float | None:
    return float(len({r.on for r in view.within(MONTH) if r.quick})) if view.keyed else None


def _strength(view: View) -> float | None:
    """Of four weeks: what was told with the reviews; where nothing was, the days meant for it."""
    first = view.today - timedelta(days=MONTH)
    told = [n for monday, n in view.lifted.items() if monday > first]
    if len(told) >= FEWEST:
        return float(sum(told))
    return float(sum(first < on for on in view.strength))


def _lightest(view: View) -> float | None:
    weeks = [sum(r.minutes for r in week) for week in view.weeks[:8] if week]
    usual = median(weeks) if len(weeks) >= 4 else 0.0
    return round(100 * min(weeks) / usual, 1) if usual else None


def _kinds(view: View) -> float | None:
    recent = [r for r in view.quality if (view.last - r.on).days < 2 * MONTH]
    kinds = {r.activity.key or r.focus.value for r in recent}
    return float(len(kinds)) if len(recent) >= FEWEST else None


_VALUES: Mapping[Measure, Callable[[View], float | None]] = {
    Measure.SAME_SHARE: _same,
    Measure.HEAVY_SHARE: _heavy,
    Measure.PULSE: _pulse,
    Measure.RPE: _rpe,
    Measure.STRESS_SHARE: _stress,
    Measure.SLEEP: _sleep,
    Measure.EASY_SHARE: _easy,
    Measure.HELD_SHARE: _held,
    Measure.SPACED_SHARE: _spaced,
    Measure.VOLUME: _volume,
    Measure.LONGEST: _longest,
    Measure.STRIDES: _strides,
    Measure.STRENGTH: _strength,
    Measure.LIGHTEST: _lightest,
    Measure.KINDS: _kinds,
}
