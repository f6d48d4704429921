"""What the open gates together allow today: the strictest speaks, all give their reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.athlete import Athlete, Condition, Spot
from core.checkin import Morning
from core.reasons import Code, Fact, Reason
from core.safety.gates import STOPS_ABOVE, Gate, GateKind, needs_doctor
from core.safety.signs import Sign
from core.safety.standing import AFTER_BIRTH, TENDONS


class Allowed(StrEnum):
    """How much of a day's running is allowed, the strictest first."""

    STOP = "stop"
    WALK_ONLY = "walk-only"
    LADDER = "ladder"
    EASY_ONLY = "easy-only"
    FREE = "free"


class Ban(StrEnum):
    """Parts of sessions and routines that a sore spot takes away."""

    STRIDES = "strides"
    TEMPO = "tempo"
    HILLS = "hills"
    SPRINTS = "sprints"
    FLAT_SPRINTS = "flat-sprints"
    HOPS = "hops"


TRIAL_MINUTES = 15
"""An easy trial with a head cold, stopped if it gets worse (Eichner 1993, a rule of thumb)."""
FIRST_WALK = 30
"""Minutes of the brisk walk that comes before the ladder's first step."""
GOES_ON = 2
"""Pain of 0-10 with which running goes on (Silbernagel 2007)."""
_BACK = {Ban.STRIDES: 0, Ban.TEMPO: 4, Ban.HILLS: 8, Ban.SPRINTS: 8, Ban.HOPS: 12}
"""Days after a tendon's seven clear ones when each returns: coaching.md's order, our days."""
_SOFT = {Spot.HAMSTRING: (Ban.SPRINTS,)}
"""Beside tendons: what else a sore spot takes away, hops always (ours)."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """What today may hold. `minutes`: the most of it; `pulse`, `pace`: may be targets;
    `rested`: a ladder step is due; `growth`: load may grow; `sore`: what routines spare.
    """

    level: Allowed = Allowed.FREE
    reasons: tuple[Reason, ...] = ()
    step: int | None = None
    rested: bool = True
    minutes: int | None = None
    bans: tuple[Ban, ...] = ()
    sore: tuple[Spot, ...] = ()
    pulse: bool = True
    pace: bool = True
    races: bool = True
    growth: bool = True


def allowance(gates: Sequence[Gate], athlete: Athlete, today: date) -> Allowance:
    """The day under all open gates (from `open_gates`); the strictest gate's reasons come first."""
    order = list(Allowed)
    ranked = sorted(gates, key=lambda gate: order.index(_level(gate, today)))
    level = _level(ranked[0], today) if ranked else Allowed.FREE
    ladders = [g for g in ranked if g.kind is GateKind.LADDER]
    pregnant = any(g.kind is GateKind.PREGNANT for g in gates)
    cold = any(g.sign is Sign.HEAD_COLD and _level(g, today) is level for g in gates)
    return Allowance(
        level=level,
        reasons=tuple(reason for gate in ranked for reason in _reasons(gate, today)),
        step=min((g.step for g in ladders), default=None),
        rested=all((today - g.last).days >= 2 for g in ladders if g.last),
        minutes=TRIAL_MINUTES if cold else _walk_first(ladders, today),
        bans=_bans(gates, athlete),
        sore=tuple(dict.fromkeys(g.spot for g in ranked if g.spot and _sore(g))),
        pulse=not pregnant and Condition.PULSE_MEDICINE not in athlete.conditions,
        pace=not pregnant,
        races=not pregnant and level is Allowed.FREE,
        growth=not any(g.kind in {GateKind.NO_GROWTH, GateKind.PREGNANT} for g in gates),
    )


def _walk_first(ladders: Sequence[Gate], today: date) -> int | None:
    """The first day of a way back is a walk that must be easy; None on the others."""
    walks = any(_level(gate, today) is Allowed.WALK_ONLY for gate in ladders)
    return FIRST_WALK if walks else None


_FIXED = {
    GateKind.EMERGENCY: Allowed.STOP,
    GateKind.CRISIS: Allowed.STOP,
    GateKind.DOCTOR: Allowed.STOP,
    GateKind.FEVER: Allowed.STOP,
    GateKind.PAIN: Allowed.STOP,
    GateKind.UNDER_AGE: Allowed.STOP,
    GateKind.WALK: Allowed.WALK_ONLY,
    GateKind.CONDITION: Allowed.WALK_ONLY,
    GateKind.POSTPARTUM: Allowed.WALK_ONLY,
    GateKind.EASY_DAYS: Allowed.EASY_ONLY,
    GateKind.PREGNANT: Allowed.EASY_ONLY,
    GateKind.NO_GROWTH: Allowed.FREE,
    GateKind.COMEBACK: Allowed.FREE,
}


def _level(gate: Gate, today: date) -> Allowed:
    if gate.kind is GateKind.ILL:
        return Allowed.EASY_ONLY if gate.sign is Sign.HEAD_COLD else Allowed.STOP
    if gate.kind is GateKind.LADDER:  # the brisk walk comes first, the first step unlocks overnight
        return Allowed.LADDER if today > gate.since else Allowed.WALK_ONLY
    if gate.kind is GateKind.SORE:
        return _sore_level(gate)
    return _FIXED[gate.kind]


def _sore_level(gate: Gate) -> Allowed:
    """0-2 goes on, 3-5 easy only if it settled, unsettled is a step back (Silbernagel 2007)."""
    unsettled = gate.morning in {Morning.STIFFER, Morning.WORSE}
    if gate.score is None:
        return Allowed.STOP if gate.morning is Morning.WORSE else Allowed.EASY_ONLY
    if gate.score > STOPS_ABOVE or (gate.score > GOES_ON and unsettled):
        return Allowed.STOP
    return Allowed.EASY_ONLY if unsettled or gate.score > GOES_ON else Allowed.FREE


def _bans(gates: Sequence[Gate], athlete: Athlete) -> tuple[Ban, ...]:
    bans: set[Ban] = set()
    for gate in gates:
        if gate.kind is GateKind.COMEBACK:
            bans |= {ban for ban, day in _BACK.items() if gate.days < day}
            if gate.peak <= GOES_ON:
                bans.discard(Ban.TEMPO)  # it never left
        elif gate.kind is GateKind.SORE and gate.spot in TENDONS:
            bans |= {Ban.STRIDES, Ban.HILLS, Ban.SPRINTS, Ban.HOPS}
            bans |= {Ban.TEMPO} if gate.peak > GOES_ON else set()
        elif gate.kind is GateKind.SORE and gate.spot:
            bans |= {Ban.HOPS, *_SOFT.get(gate.spot, ())}
    healed = {injury.spot for injury in athlete.injuries if injury.healed}
    if healed & {Spot.ACHILLES, Spot.HAMSTRING}:
        bans.add(Ban.FLAT_SPRINTS)  # hill sprints only (R178)
    return tuple(ban for ban in Ban if ban in bans)


def _sore(gate: Gate) -> bool:
    return gate.kind in {GateKind.SORE, GateKind.COMEBACK, GateKind.PAIN, GateKind.LADDER}


def _reasons(gate: Gate, today: date) -> list[Reason]:
    reason = Reason(_CODE[gate.kind], _facts(gate, today))
    found = [_sore_reason(gate, reason) if gate.kind is GateKind.SORE else reason]
    if needs_doctor(gate, today):
        found.append(Reason(Code.SEE_DOCTOR, {"sign": str(gate.sign or gate.kind)}))
    if gate.spot and (gate.kind is GateKind.PAIN or gate.bad >= 2):
        found.append(Reason(Code.SEE_PHYSIOTHERAPIST, {"spot": gate.spot}))
    return found


_CODE = {
    GateKind.EMERGENCY: Code.EMERGENCY,
    GateKind.CRISIS: Code.CRISIS,
    GateKind.DOCTOR: Code.DOCTOR_FIRST,
    GateKind.WALK: Code.WALK_ONLY,
    GateKind.FEVER: Code.FEVER,
    GateKind.ILL: Code.ILL,
    GateKind.EASY_DAYS: Code.ILLNESS_EASY_DAYS,
    GateKind.PAIN: Code.PAIN_STOP,
    GateKind.LADDER: Code.RETURN_LADDER,
    GateKind.NO_GROWTH: Code.NO_GROWTH,
    GateKind.UNDER_AGE: Code.UNDER_SIXTEEN,
    GateKind.CONDITION: Code.WALK_ONLY,
    GateKind.PREGNANT: Code.PREGNANT,
    GateKind.POSTPARTUM: Code.AFTER_BIRTH,
    GateKind.SORE: Code.SORE_SPOT,
    GateKind.COMEBACK: Code.COMEBACK,
}


def _sore_reason(gate: Gate, calm: Reason) -> Reason:
    level = _sore_level(gate)
    if level is Allowed.FREE:
        return calm
    if gate.morning in {Morning.STIFFER, Morning.WORSE}:
        return Reason(Code.PAIN_STEP_BACK, calm.facts)
    code = Code.PAIN_STOP if level is Allowed.STOP else Code.PAIN_EASY_ONLY
    return Reason(code, calm.facts)


def _facts(gate: Gate, today: date) -> dict[str, Fact]:
    """What a sentence about the gate needs; only what is known is there."""
    known: dict[str, Fact | None] = {
        "sign": gate.sign,
        "condition": gate.condition,
        "spot": gate.spot,
        "score": gate.score,
        "step": gate.step or None,
        "celsius": gate.celsius,
    }
    if gate.kind is GateKind.EASY_DAYS:
        known["left"] = gate.days - (today - gate.since).days
    if gate.kind is GateKind.POSTPARTUM:
        known["weeks"] = -(-(gate.since + AFTER_BIRTH - today).days // 7)
    return {name: fact for name, fact in known.items() if fact is not None}
