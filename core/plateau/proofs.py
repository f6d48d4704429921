"""The test for a plateau: proofs of fitness, and the two that can be compared (science.md 12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.athlete import Result, ResultKind
from core.conditions import Conditions, heat_share
from core.fitness import race_time, result_vdot, vdot
from core.plateau.diagnosis import Missing, Way
from core.plateau.proof import Comparison, Measure, Proof, Source
from core.plateau.session_proofs import of_sessions
from core.plateau.view import View
from core.units import Duration

NO_PACE_FROM = 30.0
"""Degrees Celsius from which a time says nothing (coaching.md 9)."""
LEAST_VDOT = 10.0
"""Below it no time is a running time (ours)."""
_SOURCES = {
    ResultKind.RACE: Source.RACE,
    ResultKind.TRIAL: Source.TRIAL,
    ResultKind.TOLD: Source.TOLD,
}
_TRUST = {Source.RACE: 2, Source.TRIAL: 1, Source.TOLD: 0}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the proofs say: the two compared, or what is missing and how it can be had."""

    proofs: tuple[Proof, ...] = ()
    comparison: Comparison | None = None
    missing: tuple[Missing, ...] = ()
    ways: tuple[Way, ...] = ()
    weeks_left: int = 0


def shown(view: View) -> Shown:
    """Results go before sessions; among sessions those with a pace before those with an RPE."""
    proofs = results(view)
    compared = compare_results(proofs, view)
    if compared is None:
        compared = next((c for c in of_sessions(view) if c is not None), None)
    if compared is not None:
        return Shown(proofs, compared)
    missing, left = _missing(proofs, view)
    return Shown(proofs, None, missing, _ways(missing), left)


def results(view: View) -> tuple[Proof, ...]:
    """Every all-out result that represents the athlete, oldest first, the heat taken off."""
    found = (_proof(result, view) for result in view.case.athlete.results)
    return tuple(sorted((p for p in found if p is not None), key=lambda p: (p.on, p.value)))


def _proof(result: Result, view: View) -> Proof | None:
    number = result_vdot(result)
    counts = result.all_out and result.representative and result.on <= view.today
    if number is None or number < LEAST_VDOT or not counts:
        return None
    celsius = _celsius(result.on, view)
    if celsius is not None and celsius >= NO_PACE_FROM:
        return None
    cool = Duration(result.time.seconds / (1 + _heat(celsius)))
    return Proof(
        on=result.on,
        source=_SOURCES[result.kind],
        measure=Measure.VDOT,
        value=vdot(result.distance, cool),
        distance=result.distance,
        time=result.time,
        celsius=celsius,
    )


def _celsius(on: date, view: View) -> float | None:
    """How warm that day was: as told with the case, with the run, or in the morning."""
    if on in view.case.heat:
        return view.case.heat[on]
    runs = (a.celsius for a in view.case.log.activities if a.on == on)
    mornings = (c.celsius for c in view.case.checkins if c.on == on)
    return max((c for c in (*runs, *mornings) if c is not None), default=None)


def _heat(celsius: float | None) -> float:
    return heat_share(Conditions(celsius=celsius), repeats=False, hot_runs=0)


def compare_results(proofs: Sequence[Proof], view: View) -> Comparison | None:
    """The newest form against the newest that lies eight weeks before it; None without both.

    In another class of heat only an improvement counts: it came in spite of the heat or it did not.
    """
    noise = view.rules.noise
    if not proofs or (view.today - proofs[-1].on).days > noise.fresh_days:
        return None
    after = _best(proofs, proofs[-1].on, view)
    earlier = [p for p in proofs if noise.days <= (after.on - p.on).days <= noise.oldest_days]
    near = [p for p in earlier if _ratio(p, after) <= noise.distance_ratio]
    for pool in (near, [p for p in earlier if _ratio(p, after) <= noise.far_ratio]):
        compared = _against(pool, after, view)
        if compared is not None:
            return _longer(compared, pool, view)
    return None


def _longer(compared: Comparison, pool: Sequence[Proof], view: View) -> Comparison:
    """A rise too small for eight weeks may be one over half a year: then that is compared."""
    if compared.better or compared.change < compared.noise / 2:
        return compared
    after, half_a_year = compared.after, 182
    older = [p for p in pool if p.on < compared.before.on and (after.on - p.on).days <= half_a_year]
    longer = _against(older, after, view)
    return longer if longer is not None and longer.better else compared


def _against(pool: Sequence[Proof], after: Proof, view: View) -> Comparison | None:
    noise = view.rules.noise
    alike = [p for p in pool if abs(_heat(p.celsius) - _heat(after.celsius)) <= noise.heat_apart]
    if alike:
        return _compared(_best(alike, alike[-1].on, view), after, view)
    if pool:
        compared = _compared(_best(pool, pool[-1].on, view), after, view)
        return compared if compared.better else None
    return None


def _best(proofs: Sequence[Proof], last: date, view: View) -> Proof:
    """The best of the form that was shown up to a day: races before trials before what was told."""
    form = timedelta(days=view.rules.noise.form_days)
    same = [p for p in proofs if last - form < p.on <= last]
    return max(same, key=lambda p: (p.value, _TRUST[p.source], p.on))


def _ratio(one: Proof, other: Proof) -> float:
    if one.distance is None or other.distance is None:
        return float("inf")
    long, short = sorted((one.distance.metres, other.distance.metres), reverse=True)
    return long / short


def _compared(before: Proof, after: Proof, view: View) -> Comparison:
    """By how much of its time the newer effort is quicker; noise is 1 VDOT or 1.5 %, the larger."""
    noise = view.rules.noise
    assert after.distance is not None  # noqa: S101 - results have one, for the type checker
    then = race_time(before.value, after.distance).seconds
    now = race_time(after.value, after.distance).seconds
    one = race_time(before.value + noise.vdot, after.distance).seconds
    least = max(noise.percent, 100 * (then / one - 1))
    if _ratio(before, after) > noise.distance_ratio:
        least *= noise.far_times
    change = 100 * (then / now - 1)
    return Comparison(before, after, change, least - 1e-6, after.value - before.value)


def _missing(proofs: Sequence[Proof], view: View) -> tuple[tuple[Missing, ...], int]:
    """What there is none of yet, and the weeks until eight lie between two."""
    noise = view.rules.noise
    if not proofs:
        return (Missing.FIRST_EFFORT, Missing.SECOND_EFFORT), 0
    if (view.today - proofs[-1].on).days > noise.fresh_days:
        return (Missing.RECENT_EFFORT,), 0
    first = next(p for p in proofs if (proofs[-1].on - p.on).days <= noise.oldest_days)
    span = (proofs[-1].on - first.on).days
    if span < noise.days:
        since = (view.today - first.on).days
        left = max(0, -(-(noise.days - since) // 7))
        lack = Missing.EIGHT_WEEKS if left else Missing.SECOND_EFFORT
        return (lack,) if len(proofs) > 1 or not left else (Missing.SECOND_EFFORT, lack), left
    far = _best(proofs, proofs[-1].on, view)
    old = [p for p in proofs if (far.on - p.on).days >= noise.days]
    alike = any(_ratio(p, far) <= noise.far_ratio for p in old)
    return (Missing.SAME_HEAT if alike else Missing.SECOND_EFFORT,), 0


def _ways(missing: Sequence[Missing]) -> tuple[Way, ...]:
    if missing[0] is Missing.EIGHT_WEEKS:
        return Way.WAIT, Way.TRIAL, Way.SIX_REPS
    told = (Way.TELL_RESULTS,) if missing[0] is not Missing.SAME_HEAT else ()
    return (*told, Way.TRIAL, Way.SIX_REPS)
