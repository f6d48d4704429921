"""Whether a race ahead still stands, judged by what stands between the athlete and running."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from core.athlete import Race
from core.reasons import Code, Fact, Reason
from core.safety import Gate, GateKind
from core.safety.gates import EASY_DAYS_AT_LEAST

NEAR = timedelta(days=28)
"""Races further away are judged by the plan that is made once running is back (ours)."""
_ILL = {GateKind.FEVER, GateKind.ILL}
_FIRST_A_DOCTOR = {
    GateKind.EMERGENCY,
    GateKind.CRISIS,
    GateKind.DOCTOR,
    GateKind.WALK,
    GateKind.CONDITION,
    GateKind.PREGNANT,
    GateKind.POSTPARTUM,
}


def doubts(
    gates: Sequence[Gate], races: Iterable[Race], today: date, rungs: int
) -> tuple[Reason, ...]:
    """A reason for each race of the next four weeks that a gate puts in doubt, the gravest one.

    `rungs`: steps of the return ladder, one every second day.
    """
    found = (_graver(gates, race, today, rungs) for race in races if today <= race.on)
    return tuple(reason for reason in found if reason is not None)


def _graver(gates: Sequence[Gate], race: Race, today: date, rungs: int) -> Reason | None:
    if race.on > today + NEAR:
        return None
    judged = [r for gate in gates if (r := _judged(gate, race, today, rungs)) is not None]
    order = (Code.RACE_OUT, Code.RACE_WAITS, Code.RACE_IF_WELL)
    return min(judged, key=lambda reason: order.index(reason.code), default=None)


def _judged(gate: Gate, race: Race, today: date, rungs: int) -> Reason | None:
    facts: dict[str, Fact] = {"on": race.on.isoformat(), "metres": race.distance.metres}
    if gate.kind in _ILL:
        return _after_illness(gate, race, today, facts)
    if gate.kind in _FIRST_A_DOCTOR:
        return Reason(Code.RACE_WAITS, facts)
    back = _back_on(gate, today, rungs)
    if back is None:
        return None
    if race.on < back:
        return Reason(Code.RACE_OUT, facts)
    return Reason(Code.RACE_WAITS, facts) if gate.kind is GateKind.PAIN else None


def _back_on(gate: Gate, today: date, rungs: int) -> date | None:
    """The first day without the gate, if all goes well from now on; None for what stops no race."""
    if gate.kind is GateKind.EASY_DAYS:
        return gate.since + timedelta(days=gate.days)
    if gate.kind is GateKind.PAIN:  # the walk and the hops first, then every step
        return today + timedelta(days=1 + 2 * rungs)
    if gate.kind is GateKind.LADDER:
        left = rungs - max(1, gate.step) + 1
        return today + timedelta(days=2 * left)
    return None


def _after_illness(gate: Gate, race: Race, today: date, facts: dict[str, Fact]) -> Reason:
    """The last day on which being well again leaves the easy days that an illness asks for."""
    days = (today + timedelta(days=n) for n in range(1, (race.on - today).days + 1))
    in_time = [day for day in days if day + timedelta(days=_easy_days(gate, day)) <= race.on]
    if not in_time:
        return Reason(Code.RACE_OUT, facts)
    return Reason(Code.RACE_IF_WELL, {**facts, "until": in_time[-1].isoformat()})


def _easy_days(gate: Gate, well: date) -> int:
    """One for each day ill, two at least (coaching.md 1)."""
    return max(EASY_DAYS_AT_LEAST, gate.days + (well - gate.since).days)
