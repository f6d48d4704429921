"""recheck: what was to change and what it was to bring, before and after."""

from __future__ import annotations

from core.plateau.case import Case
from core.plateau.cause import Cause
from core.plateau.diagnosis import Compared, Diagnosis, Outcome, Recheck, Way
from core.plateau.measures import OF_CAUSE, value_of
from core.plateau.proof import Measure, Proof, Source
from core.plateau.proofs import results, shown
from core.plateau.rules import Rules
from core.plateau.view import View

_ENOUGH = {
    Measure.SAME_SHARE: 15.0,
    Measure.HEAVY_SHARE: 10.0,
    Measure.PULSE: 2.0,
    Measure.RPE: 0.5,
    Measure.STRESS_SHARE: 10.0,
    Measure.SLEEP: 0.3,
    Measure.EASY_SHARE: 15.0,
    Measure.HELD_SHARE: 15.0,
    Measure.SPACED_SHARE: 20.0,
    Measure.VOLUME: 2000.0,
    Measure.LONGEST: 1000.0,
    Measure.STRIDES: 2.0,
    Measure.STRENGTH: 3.0,
    Measure.LIGHTEST: 8.0,
    Measure.KINDS: 1.0,
}
"""From so much on a measure has moved (ours)."""
_GOOD = {
    Measure.SAME_SHARE: 50.0,
    Measure.EASY_SHARE: 80.0,
    Measure.HELD_SHARE: 80.0,
    Measure.SPACED_SHARE: 80.0,
    Measure.STRENGTH: 6.0,
    Measure.STRIDES: 4.0,
    Measure.LIGHTEST: 80.0,
}
"""Here it is good, wherever it came from (ours)."""
_FEELS = {Cause.OVERCOOKED, Cause.UNDERFUELLED, Cause.LIFE_STRESS}
"""Causes that are over when the body says so; a time is not waited for."""


def recheck(diagnosis: Diagnosis, case: Case, rules: Rules) -> Recheck | None:
    """Whether the change was made and whether it helped; None where nothing was prescribed.

    Where *Something else* was chosen, give the diagnosis with that prescription in its place.
    """
    prescription = diagnosis.prescription
    if prescription is None:
        return None
    view = View(case, rules)
    own = _own(diagnosis, prescription.cause, view)
    fitness = _fitness(diagnosis, view)
    outcome = _outcome(prescription.cause, own, fitness, rules)
    ways = () if fitness is not None else (Way.TRIAL, Way.SIX_REPS)
    return Recheck(
        on=case.today,
        outcome=outcome,
        cause=prescription.cause,
        remedy=prescription.remedy,
        own=own,
        fitness=fitness,
        ways=ways,
    )


def _own(diagnosis: Diagnosis, cause: Cause, view: View) -> Compared | None:
    """The cause's measure then and now."""
    measures = OF_CAUSE[cause]
    then = next((r for r in diagnosis.baseline if r.measure in measures), None)
    if then is None:
        return None
    now = value_of(then.measure, view)
    return None if now is None else Compared(then.measure, then.value, now)


def _fitness(diagnosis: Diagnosis, view: View) -> Compared | None:
    """The newest proof of the diagnosis against a comparable one made since."""
    before = diagnosis.comparison.after if diagnosis.comparison else None
    if before is None:
        return None
    if before.measure is Measure.VDOT:
        since = [p for p in results(view) if p.on > diagnosis.on]
        best = max(since, key=lambda p: p.value, default=None)
        return Compared(before.measure, before.value, best.value) if best else None
    after = _same_session(diagnosis, before, view)
    return Compared(before.measure, before.value, after.value) if after else None


def _same_session(diagnosis: Diagnosis, before: Proof, view: View) -> Proof | None:
    compared = shown(view).comparison
    if compared is None or compared.after.on <= diagnosis.on:
        return None
    same = compared.after.source is before.source and compared.after.key == before.key
    return compared.after if same and before.source is not Source.RACE else None


def _outcome(cause: Cause, own: Compared | None, fitness: Compared | None, rules: Rules) -> Outcome:
    """Faster is faster, whatever was done; else it depends on whether the change was made."""
    if fitness is not None and _faster(fitness, rules):
        return Outcome.WORKED
    if own is None:
        return Outcome.CANNOT_TELL if fitness is None else Outcome.NOT_YET
    if not changed(own):
        return Outcome.NOT_DONE if cause not in _FEELS else Outcome.NOT_YET
    if fitness is None:
        return Outcome.WORKED if cause in _FEELS else Outcome.CANNOT_TELL
    return Outcome.WORKED if cause in _FEELS and not _slower(fitness, rules) else Outcome.NOT_YET


def changed(own: Compared) -> bool:
    """Whether the measure moved the right way by enough, or is good now."""
    sign = 1.0 if own.measure.more_is_better else -1.0
    moved = sign * (own.after - own.before)
    good = _GOOD.get(own.measure)
    if good is not None and sign * (own.after - good) >= 0 and moved >= 0:
        return True
    return moved >= _ENOUGH.get(own.measure, 0.0)


def _gain(fitness: Compared, rules: Rules) -> float:
    """What was gained over what chance does: above 1 it is real."""
    noise, diff = rules.noise, fitness.after - fitness.before
    if fitness.measure is Measure.VDOT:
        return diff / noise.vdot
    if fitness.measure is Measure.RPE:
        return -diff
    share = 100 * diff / fitness.before if fitness.before else 0.0
    if fitness.measure is Measure.PACE:
        return -share / noise.reps_percent
    return share / noise.pulse_percent


def _faster(fitness: Compared, rules: Rules) -> bool:
    return _gain(fitness, rules) >= 1


def _slower(fitness: Compared, rules: Rules) -> bool:
    return _gain(fitness, rules) <= -1
