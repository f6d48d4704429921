"""Gates nobody opens or saves: they follow from who the athlete is and what the answers said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from core.activity import Log
from core.athlete import Athlete, Condition, Spot
from core.checkin import CheckIn
from core.safety.gates import Gate, GateKind, over
from core.safety.ladder import Climb, Ladder, climb
from core.safety.signs import Sign
from core.safety.soreness import Sore, sore_spots

COACHED_FROM = 16
"""Age below which nobody is coached (coaching.md 1)."""
AFTER_BIRTH = timedelta(weeks=12)
"""No running after a birth (Goom, Donnelly & Brockwell 2019)."""
COMEBACK_DAYS = 12
"""Days after a closed sore Achilles or calf over which hard things return one by one (ours)."""
TENDONS = (Spot.ACHILLES, Spot.CALF)
WALKERS = (
    Condition.HEART,
    Condition.LUNG,
    Condition.KIDNEY,
    Condition.DIABETES,
    Condition.EFFORT_SIGNS,
)
"""What allows walking only until a doctor cleared more (coaching.md 1)."""


def standing_gates(athlete: Athlete, today: date) -> tuple[Gate, ...]:
    """What age, conditions, pregnancy or a birth mean today, with no answers needed."""
    gates = []
    age = athlete.age(today)
    if age is not None and age < COACHED_FROM:
        gates.append(Gate(GateKind.UNDER_AGE, today))
    gates += [
        Gate(GateKind.CONDITION, athlete.started, condition=condition)
        for condition in WALKERS
        if condition in athlete.conditions and condition not in athlete.cleared
    ]
    if Condition.PREGNANT in athlete.conditions:
        gates.append(Gate(GateKind.PREGNANT, athlete.started, condition=Condition.PREGNANT))
    if birth := _birth(athlete):
        gates.append(Gate(GateKind.POSTPARTUM, birth, condition=Condition.POSTPARTUM))
    return tuple(gates)


def _birth(athlete: Athlete) -> date | None:
    """The day of a birth that still matters; one without a day counts from when it was told."""
    if athlete.birth_of_child is not None:
        return athlete.birth_of_child
    return athlete.started if Condition.POSTPARTUM in athlete.conditions else None


def open_gates(
    saved: Sequence[Gate],
    athlete: Athlete,
    checkins: Sequence[CheckIn],
    log: Log,
    *,
    today: date,
    ladder: Ladder,
) -> tuple[Gate, ...]:
    """Every gate in force today: the saved ones as they stand now, and those nobody saved."""
    now = [gate for gate in saved if not over(gate, today)]
    standing = [*now, *standing_gates(athlete, today)]
    stood = [_as_it_stands(gate, checkins, log, today, ladder) for gate in standing]
    gates = [gate for gate in stood if gate is not None]
    restarts = {g.spot: g.since for g in now if g.kind is GateKind.LADDER and g.spot}
    stopped = {gate.spot for gate in gates if gate.kind is GateKind.PAIN}
    for sore in sore_spots(athlete, checkins, log, today, restarts):
        gate = _sore_gate(sore, today)
        if gate is not None and sore.spot not in stopped:
            gates.append(gate)
    return tuple(gates)


def _as_it_stands(
    gate: Gate, checkins: Sequence[CheckIn], log: Log, today: date, ladder: Ladder
) -> Gate | None:
    """Ladders know their step from the log; a climbed one is gone."""
    if gate.kind is GateKind.LADDER:
        at = climb(ladder, gate.since, log, checkins, today, spot=gate.spot)
        return _on_step(gate, at)
    if gate.kind is GateKind.POSTPARTUM and today >= gate.since + AFTER_BIRTH:
        begins = gate.since + AFTER_BIRTH
        at = climb(ladder, begins, log, checkins, today)
        return _on_step(replace(gate, kind=GateKind.LADDER, since=begins), at)
    return gate


def _on_step(gate: Gate, at: Climb) -> Gate | None:
    if at.done:
        return None
    return replace(gate, step=at.step, bad=2 if at.physiotherapist else at.bad, last=at.last_run)


def _sore_gate(sore: Sore, today: date) -> Gate | None:
    if sore.closed is None:
        return Gate(
            GateKind.SORE,
            sore.since,
            last=sore.told,
            spot=sore.spot,
            score=sore.score,
            peak=sore.peak,
            morning=sore.morning,
            days=sore.clear,
        )
    if sore.spot in TENDONS and (today - sore.closed).days < COMEBACK_DAYS:
        days = (today - sore.closed).days
        return Gate(GateKind.COMEBACK, sore.closed, spot=sore.spot, peak=sore.peak, days=days)
    return None


def gentle_signs(athlete: Athlete, ran_on_rest_days: int) -> tuple[Sign, ...]:
    """Signs nobody has to tell: a second bone injury, or three runs on rest days in the last 14."""
    signs = []
    if sum(injury.bone for injury in athlete.injuries) >= 2:
        signs.append(Sign.SECOND_BONE_INJURY)
    if ran_on_rest_days >= 3:
        signs.append(Sign.RAN_ON_REST_DAYS)
    return tuple(signs)
