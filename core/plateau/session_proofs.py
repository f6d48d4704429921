"""What sessions show of fitness: the same one again, or a heartbeat's way on easy runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from core.plateau.alike import groups
from core.plateau.proof import Comparison, Measure, Proof, Source
from core.plateau.view import Run, View, mean

WARM = 24.0
"""Degrees Celsius from which a session is not compared (ours)."""
AT_EACH_END = 2
"""Sessions of one kind that stand for a month (ours)."""
EASY_AT_EACH_END = 4


def of_sessions(view: View) -> Iterable[Comparison | None]:
    """What each kind of session shows, the surest first; None where it shows nothing."""
    yield _reps(view, paced=True)
    yield _easy_pulse(view)
    yield _reps(view, paced=False)


def _reps(view: View, *, paced: bool) -> Comparison | None:
    """The same session at both ends of eight weeks: its pace and RPE, or its RPE alone."""
    for runs in groups(view.quality):
        cool = [r for r in runs if (r.activity.celsius or 0.0) < WARM]
        usable = [r for r in cool if r.rpe is not None or paced]
        if paced:
            usable = [r for r in usable if r.paced]
        ends = _ends(usable, view, AT_EACH_END)
        if ends is not None:
            return _session_change(*ends, view, paced=paced)
    return None


def _ends(
    runs: Sequence[Run], view: View, least: int
) -> tuple[Sequence[Run], Sequence[Run]] | None:
    """The runs of the last four weeks, and the newest four weeks of those eight weeks before."""
    form, days = view.rules.noise.form_days, view.rules.noise.days
    late = [r for r in runs if (view.last - r.on).days < form]
    if len(late) < least:
        return None
    middle = late[len(late) // 2].on
    old = [r for r in runs if (middle - r.on).days >= days]
    early = [r for r in old if old and (old[-1].on - r.on).days < form]
    return (early, late) if len(early) >= least else None


def _session_change(
    early: Sequence[Run], late: Sequence[Run], view: View, *, paced: bool
) -> Comparison:
    noise = view.rules.noise
    easier = _rpe(early) - _rpe(late)
    if not paced:
        proofs = [_session(r, Source.REPS_RPE, Measure.RPE, _rpe(r)) for r in (early, late)]
        change = easier * noise.rpe_percent
        return Comparison(proofs[0], proofs[1], change, noise.rpe_percent * 0.95)
    then, now = _pace(early), _pace(late)
    change = 100 * (then / now - 1) + easier * noise.rpe_percent
    proofs = [_session(r, Source.REPS, Measure.PACE, _pace(r)) for r in (early, late)]
    return Comparison(proofs[0], proofs[1], change, noise.reps_percent)


def _session(runs: Sequence[Run], source: Source, measure: Measure, value: float) -> Proof:
    return Proof(runs[-1].on, source, measure, value, key=runs[-1].activity.key, runs=len(runs))


def _rpe(runs: Sequence[Run]) -> float:
    return mean(r.rpe for r in runs if r.rpe is not None) or 0.0


def _pace(runs: Sequence[Run]) -> float:
    return median(60_000 * r.minutes / r.metres for r in runs)


def _easy_pulse(view: View) -> Comparison | None:
    """How far a heartbeat carries on easy runs; only for who measures distance, time and pulse."""
    if not view.case.allowance.pulse:
        return None
    runs = [
        r
        for r in view.runs
        if r.easy and r.activity.pulse and r.paced
        if (r.activity.celsius or 0.0) < WARM
    ]
    ends = _ends(runs, view, EASY_AT_EACH_END)
    if ends is None:
        return None
    then, now = (median(map(_metres_a_beat, end)) for end in ends)
    source, measure = Source.EASY_PULSE, Measure.METRES_A_BEAT
    proofs = [
        _session(end, source, measure, value) for end, value in zip(ends, (then, now), strict=True)
    ]
    change = 100 * (now / then - 1)
    return Comparison(proofs[0], proofs[1], change, view.rules.noise.pulse_percent)


def _metres_a_beat(run: Run) -> float:
    pulse = run.activity.pulse
    return run.metres / (run.minutes * pulse.bpm) if pulse and run.minutes else 0.0
