"""/ill, /hurt and /well: every question, and how things stand behind every kind of gate."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import setback
from core.activity import Log
from core.athlete import Athlete, Condition, Spot
from core.checkin import CheckIn, Morning, Pain
from core.day import WayOut
from core.reasons import Code, Reason
from core.safety import Gate, GateKind, Sign, allowance, closes_by, open_gates
from tests.messages.recording import Case, Cases
from tests.messages.scenes import FREE, RUI, TODAY, athlete, content, day, good

RACE = {"on": "2027-02-14", "metres": 10_000.0}
RACES = {
    "out": Reason(Code.RACE_OUT, RACE),
    "if-well": Reason(Code.RACE_IF_WELL, {**RACE, "until": "2027-02-08"}),
    "waits": Reason(Code.RACE_WAITS, RACE),
}


def _question(code: str, **told: str | int) -> Case:
    return lambda text: setback.question(code, told, text)


def _status(
    *gates: Gate,
    who: Athlete = RUI,
    said: CheckIn | None = None,
    races: tuple[Reason, ...] = (),
) -> Case:
    made = day(TODAY, who, said=said, gates=gates)
    mornings = [said] if said else []
    opened = open_gates(gates, who, mornings, Log(), today=TODAY, ladder=content().ladder)
    outs = tuple(WayOut(31, how) for g in opened if (how := closes_by(g)) is not None)
    rungs = len(content().ladder)
    assert made.allowance == allowance(opened, who, TODAY)
    return lambda text: setback.status(
        made.allowance, opened, text, outs=outs, races=races, rungs=rungs
    )


def _gate(kind: GateKind, since: int = 2, **more: object) -> Gate:
    return Gate(kind, TODAY - timedelta(days=since), **more)  # type: ignore[arg-type]  # a Gate's


def _sore(spot: Spot, score: int, morning: Morning) -> CheckIn:
    return good(TODAY, pains=(Pain(spot, score, morning),))


FEVER = _gate(GateKind.FEVER, sign=Sign.FEVER, celsius=38.4)
PAIN = _gate(GateKind.PAIN, spot=Spot.OTHER, score=7)
BORN = athlete(conditions=(Condition.POSTPARTUM,), birth_of_child=TODAY - timedelta(days=30))

CASES: Cases = {
    "ill": _question("ill"),
    "ill-since": _question("ill-since", sign="below-neck"),
    "fever": _question("fever", days=2),
    "hurt": _question("hurt"),
    "hurt-score": _question("score", spot="other"),
    "hurt-since": _question("since", spot="it-band", score=10),
    "hurt-cause": _question("cause", spot="it-band", score=10, days=21),
    "clear": lambda text: setback.status(FREE, (), text, outs=(), races=(), rungs=8),
    "fever-open": _status(FEVER),
    "ill-open": _status(_gate(GateKind.ILL, sign=Sign.BELOW_NECK)),
    "head-cold": _status(_gate(GateKind.ILL, sign=Sign.HEAD_COLD)),
    "easy-days": _status(_gate(GateKind.EASY_DAYS, days=4)),
    "pain": _status(PAIN),
    "ladder": _status(_gate(GateKind.LADDER, spot=Spot.KNEE, step=1)),
    "sore": _status(said=_sore(Spot.KNEE, 4, Morning.USUAL)),
    "sore-runs": _status(said=_sore(Spot.ACHILLES, 2, Morning.USUAL)),
    "doctor": _status(_gate(GateKind.DOCTOR, sign=Sign.FAINTING)),
    "emergency": _status(_gate(GateKind.EMERGENCY, sign=Sign.CHEST_PAIN)),
    "crisis": _status(_gate(GateKind.CRISIS, sign=Sign.SELF_HARM)),
    "no-growth-rest-days": _status(_gate(GateKind.NO_GROWTH, sign=Sign.RAN_ON_REST_DAYS)),
    "no-growth": _status(_gate(GateKind.NO_GROWTH, sign=Sign.NO_PERIODS)),
    "comeback": lambda text: setback.status(
        FREE, (_gate(GateKind.COMEBACK, spot=Spot.CALF),), text, outs=(), races=(), rungs=8
    ),
    "condition": _status(who=athlete(conditions=(Condition.HEART,))),
    "after-birth": _status(who=BORN),
    "two-at-once": _status(FEVER, PAIN),
    **{f"race-{name}": _status(PAIN, races=(reason,)) for name, reason in RACES.items()},
}
