"""Gates: what stands between an athlete and running, how each opens, and its one way to close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Activity
from core.athlete import Condition, Spot
from core.checkin import CheckIn, Morning, Pain
from core.safety.signs import Sign, SignGroup

FEVER_FROM = 38.0
"""Degrees Celsius (sports-medicine practice)."""
DOCTOR_FROM = 39.5
"""Degrees Celsius of a fever that a doctor should see (coaching.md 1)."""
DOCTOR_AFTER_DAYS = 3
"""Days ill after which a doctor should see it (coaching.md 1)."""
EASY_DAYS_AT_LEAST = 2
"""Easy days after any illness (coaching.md 1)."""
STOPS_ABOVE = 5
"""Pain of 0-10 above which nobody runs (Silbernagel 2007; Thomee 1997)."""
WORSE_MORNINGS = 3
"""Worse mornings, none better between, that stop running (coaching.md 4)."""


class GateKind(StrEnum):
    """What a gate is about; the first group is saved, the second follows from what is known."""

    EMERGENCY = "emergency"
    CRISIS = "crisis"
    DOCTOR = "doctor"
    FEVER = "fever"
    ILL = "ill"
    EASY_DAYS = "easy-days"
    PAIN = "pain"
    WALK = "walk"
    LADDER = "ladder"
    NO_GROWTH = "no-growth"

    UNDER_AGE = "under-age"
    CONDITION = "condition"
    PREGNANT = "pregnant"
    POSTPARTUM = "postpartum"
    SORE = "sore"
    COMEBACK = "comeback"


class Cleared(StrEnum):
    """The ways a gate closes; each gate knows one, or closes by the calendar."""

    DOCTOR = "doctor"  # "a doctor cleared running"
    DAY_WITHOUT = "day-without"  # "24 hours without fever, signs or medicine"
    WALK_AND_HOP = "walk-and-hop"  # "30 min brisk walk and single-leg hops without pain"
    PERSON = "person"  # "I have talked to somebody"
    ANSWERED = "answered"  # the gentle question has its answer


@dataclass(frozen=True, slots=True)
class Gate:
    """One gate. `last`: when the trouble was last told; `days`: ill before, easy or clear ones;
    `step`: the ladder's, from 1; `score` None: unknown pain; `peak`: its worst while open.
    """

    kind: GateKind
    since: date
    last: date | None = None
    sign: Sign | None = None
    condition: Condition | None = None
    spot: Spot | None = None
    score: int | None = None
    peak: int = 0
    morning: Morning | None = None
    celsius: float | None = None
    days: int = 0
    step: int = 0
    bad: int = 0

    @property
    def told_last(self) -> date:
        return self.last or self.since


_CLOSES_BY = {
    GateKind.EMERGENCY: Cleared.DOCTOR,
    GateKind.CRISIS: Cleared.PERSON,
    GateKind.DOCTOR: Cleared.DOCTOR,
    GateKind.WALK: Cleared.DOCTOR,
    GateKind.FEVER: Cleared.DAY_WITHOUT,
    GateKind.ILL: Cleared.DAY_WITHOUT,
    GateKind.PAIN: Cleared.WALK_AND_HOP,
    GateKind.NO_GROWTH: Cleared.ANSWERED,
    GateKind.CONDITION: Cleared.DOCTOR,
}


def closes_by(gate: Gate) -> Cleared | None:
    """What the athlete has to be able to say, or None for gates that only time and runs close."""
    return _CLOSES_BY.get(gate.kind)


def clear(gate: Gate, how: Cleared, today: date) -> tuple[Gate, ...]:
    """What stands in the gate's place once `how` was said; itself, where that is not its rule."""
    physiotherapist = how is Cleared.DOCTOR and gate.kind is GateKind.PAIN
    waits = how in {Cleared.DAY_WITHOUT, Cleared.WALK_AND_HOP} and today <= gate.told_last
    if waits or (closes_by(gate) is not how and not physiotherapist):
        return (gate,)
    if how is Cleared.DAY_WITHOUT:
        return _after_illness(gate, today)
    if gate.kind in {GateKind.EMERGENCY, GateKind.DOCTOR, GateKind.PAIN} or (
        gate.sign is Sign.PELVIC_FLOOR
    ):
        return (Gate(GateKind.LADDER, today, sign=gate.sign, spot=gate.spot, step=1),)
    return ()


def _after_illness(gate: Gate, today: date) -> tuple[Gate, ...]:
    ill = gate.days + (gate.told_last - gate.since).days + 1
    easy = max(EASY_DAYS_AT_LEAST, ill)
    return (Gate(GateKind.EASY_DAYS, today, days=easy, celsius=gate.celsius),)


def over(gate: Gate, today: date) -> bool:
    """Whether the calendar has closed it: the easy days after an illness are the only such gate."""
    return gate.kind is GateKind.EASY_DAYS and today >= gate.since + timedelta(days=gate.days)


def needs_doctor(gate: Gate, today: date) -> bool:
    """Whether an illness has become one that a doctor should see."""
    if gate.kind not in {GateKind.FEVER, GateKind.ILL}:
        return False
    long = gate.days + (today - gate.since).days >= DOCTOR_AFTER_DAYS
    return long or (gate.celsius or 0) > DOCTOR_FROM


_OPENS = {
    SignGroup.EMERGENCY: GateKind.EMERGENCY,
    SignGroup.CRISIS: GateKind.CRISIS,
    SignGroup.DOCTOR: GateKind.DOCTOR,
    SignGroup.WALK: GateKind.WALK,
    SignGroup.GENTLE: GateKind.NO_GROWTH,
}


def told(
    sign: Sign,
    gates: Sequence[Gate],
    today: date,
    *,
    spot: Spot | None = None,
    celsius: float | None = None,
) -> tuple[Gate, ...]:
    """The gates after a sign was told; a known one is only renewed, nothing told closes any."""
    if sign.group is SignGroup.WAIT:
        return _ill(gates, today, sign, celsius)
    new = Gate(_OPENS[sign.group], today, sign=sign, spot=spot)
    return _with(gates, new, today)


def gates_after(
    checkin: CheckIn, gates: Sequence[Gate], worse: Sequence[tuple[Spot, int]] = ()
) -> tuple[Gate, ...]:
    """The saved gates after a morning's answers; `worse`: mornings in a row, today's included."""
    now = tuple(gates)
    if checkin.ill or (checkin.fever_celsius or 0) >= FEVER_FROM:
        now = _ill(now, checkin.on, _illness(checkin), checkin.fever_celsius)
    counted = dict(worse)
    for pain in checkin.pains:
        now = _after_pain(pain, now, checkin.on, counted.get(pain.spot, 0))
    return now


def gates_after_run(activity: Activity, gates: Sequence[Gate]) -> tuple[Gate, ...]:
    """The saved gates after an evening's answers: only what hurt in the run can open one."""
    now = tuple(gates)
    for spot, score in activity.pain:
        now = _after_pain(Pain(spot, score), now, activity.on, 0)
    return now


def _illness(checkin: CheckIn) -> Sign:
    return Sign.FEVER if (checkin.fever_celsius or 0) >= FEVER_FROM else Sign.ILL


def _after_pain(pain: Pain, gates: tuple[Gate, ...], on: date, worse: int) -> tuple[Gate, ...]:
    if pain.spot is Spot.CHEST and pain.score != 0:
        return told(Sign.CHEST_PAIN, gates, on)
    if (pain.score or 0) <= STOPS_ABOVE and not pain.limping and worse < WORSE_MORNINGS:
        return gates
    ladderless = [g for g in gates if g.kind is not GateKind.LADDER or g.spot is not pain.spot]
    new = Gate(GateKind.PAIN, on, spot=pain.spot, score=pain.score, morning=pain.morning)
    return _with(ladderless, new, on)


def _with(gates: Sequence[Gate], new: Gate, today: date) -> tuple[Gate, ...]:
    """The gates and a new one; one open for the same thing keeps its date and is renewed."""
    same = [g for g in gates if (g.kind, g.sign, g.spot) == (new.kind, new.sign, new.spot)]
    rest = tuple(g for g in gates if g not in same)
    if not same:
        return (*rest, new)
    return (*rest, replace(same[0], last=today, score=new.score or same[0].score))


def _ill(gates: Sequence[Gate], today: date, sign: Sign, celsius: float | None) -> tuple[Gate, ...]:
    """One illness at a time: a fever takes over from a cold, a relapse adds to earlier days."""
    illness = {GateKind.FEVER, GateKind.ILL, GateKind.EASY_DAYS}
    before = next((g for g in gates if g.kind in illness), None)
    rest = tuple(g for g in gates if g.kind not in illness)
    fever = sign is Sign.FEVER or (celsius or 0) >= FEVER_FROM
    kind = GateKind.FEVER if fever else GateKind.ILL
    new = Gate(kind, today, last=today, sign=Sign.FEVER if fever else sign, celsius=celsius)
    if before is None:
        return (*rest, new)
    if before.kind is GateKind.EASY_DAYS:
        return (*rest, replace(new, days=before.days))
    worst = max(before.celsius or 0, celsius or 0) or None
    graver = new if _graver(new, before) else before
    return (*rest, replace(graver, since=before.since, days=before.days, last=today, celsius=worst))


def _graver(new: Gate, old: Gate) -> bool:
    """Neck check (Eichner 1993, a rule of thumb); "ill" without more yields to any closer word."""
    order = [Sign.ILL, Sign.HEAD_COLD, Sign.BELOW_NECK, Sign.FEVER]
    return order.index(new.sign or Sign.ILL) > order.index(old.sign or Sign.ILL)
