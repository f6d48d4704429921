"""What asks for care over a whole plan: the gates that follow from who the athlete is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.activity import Log
from core.athlete import Athlete
from core.reasons import Reason
from core.safety import Allowed, GateKind, Ladder, allowance, climb, open_gates
from core.safety.standing import AFTER_BIRTH

RUNS_A_STEP = 3
"""Good runs that a beginner needs on every step of the ladder (coaching.md 3)."""
_LASTING = {
    GateKind.UNDER_AGE,
    GateKind.CONDITION,
    GateKind.PREGNANT,
    GateKind.POSTPARTUM,
    GateKind.LADDER,
}


@dataclass(frozen=True, slots=True)
class Care:
    """`walk_until` is the first day that may be run on, `easy` leaves easy running only.

    `climbed` are the good runs on the walk-run ladder so far (None: no ladder), `a_step` how many
    each of its steps takes.
    """

    coached: bool = True
    walk_until: date = date.min
    climbed: int | None = None
    a_step: int = 1
    easy: bool = False
    races: bool = True
    why: tuple[Reason, ...] = ()


def care(athlete: Athlete, log: Log, start: date, ladder: Ladder) -> Care:
    """The lasting gates on the first day of a plan; those of a few days are the day's affair."""
    found = open_gates((), athlete, (), log, today=start, ladder=ladder)
    gates = [gate for gate in found if gate.kind in _LASTING]
    kinds = {gate.kind for gate in gates}
    allowed = allowance(gates, athlete, start)
    climbed, a_step = _climbed(athlete, log, start, ladder), RUNS_A_STEP
    walk_until = date.min
    for gate in gates:
        if gate.kind is GateKind.CONDITION:
            walk_until = date.max
        elif gate.kind is GateKind.POSTPARTUM:
            walk_until = max(walk_until, gate.since + AFTER_BIRTH)
            climbed, a_step = 0, 1
        elif gate.kind is GateKind.LADDER:
            climbed, a_step = max(0, gate.step - 1), 1
    return Care(
        coached=GateKind.UNDER_AGE not in kinds,
        walk_until=walk_until,
        climbed=climbed,
        a_step=a_step,
        easy=GateKind.PREGNANT in kinds,
        races=allowed.level is Allowed.FREE,
        why=allowed.reasons,
    )


def quiet_until(cared: Care, start: date, rungs: int, runs_a_week: int) -> date:
    """The day on which walks and the walk-run ladder are over."""
    if cared.walk_until == date.max:
        return date.max
    first = max(start, cared.walk_until)
    if cared.climbed is None:
        return first
    left = max(0, rungs * cared.a_step - cared.climbed)
    return first + timedelta(weeks=-(-left // runs_a_week))


def _climbed(athlete: Athlete, log: Log, start: date, ladder: Ladder) -> int | None:
    """Good runs so far of who cannot run twenty minutes unbroken yet; None for everybody else."""
    if athlete.can_run_20_min:
        return None
    at = climb(ladder, athlete.started, log, (), start, good_needed=RUNS_A_STEP)
    return None if at.done else (at.step - 1) * RUNS_A_STEP + at.good
