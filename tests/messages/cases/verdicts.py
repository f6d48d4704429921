"""The card as a verdict: every rule of the decision table that changes a day, and every gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.messages import today
from core.athlete import Athlete, Condition, Injury, Spot
from core.checkin import CheckIn, Danger, Morning, Pain
from core.plan import Plan, WeekKind
from core.readiness import Colour, Readiness
from core.reasons import Code, Reason
from core.safety import Gate, GateKind, Sign
from tests.core.judgement import usual_mornings
from tests.messages.recording import Case, Cases
from tests.messages.scenes import (
    EASY,
    INTERVALS,
    LONG,
    PHASES,
    REST,
    RUI,
    STRIDES,
    TODAY,
    athlete,
    bad,
    day,
    dim,
    good,
    harder,
    plan,
    workout,
)

RED, AMBER, GREEN = Colour.RED, Colour.AMBER, Colour.GREEN
TIRED = [AMBER, AMBER, GREEN, AMBER]
HEAVY = Reason(Code.LEGS_HEAVY)
SPACED = plan(
    layout={1: workout("1ks-5k", dose=5), 3: workout("easy", km=8), 6: workout("long", km=16)},
    strength=None,
)
"""One hard day with room to move it."""


def _card(
    on: date,
    said: CheckIn | None,
    who: Athlete = RUI,
    made: Plan | None = None,
    *,
    gates: tuple[Gate, ...] = (),
    readiness: Readiness | None = None,
    celsius: float | None = None,
    harder_yesterday: bool = False,
) -> Case:
    ran = harder(on) if harder_yesterday else None
    shown = day(
        on, who, made, said=said, gates=gates, readiness=readiness, celsius=celsius, log=ran
    )
    return lambda text: today.card(shown, text, 9)


def _gated(kind: GateKind, on: date = TODAY, since: int = 1, **more: object) -> Case:
    gate = Gate(kind, on - timedelta(days=since), **more)  # type: ignore[arg-type]  # a Gate's own
    return _card(on, good(on), gates=(gate,))


def _standing(on: date = TODAY, **more: object) -> Case:
    """A gate that follows from who the athlete is."""
    return _card(on, good(on), athlete(**more))


def _sore(spot: Spot, score: int, morning: Morning, on: date = TODAY) -> Case:
    return _card(on, good(on, pains=(Pain(spot, score, morning),)))


def _new(on: date) -> Case:
    """Somebody whose usual values are not known yet."""
    shown = day(on, said=good(on, legs=2), history=usual_mornings(on, 5))
    return lambda text: today.card(shown, text, 9)


def _reds(on: date, days: int) -> Case:
    return _card(on, bad(on), readiness=dim(on, [RED] * days, reasons=(HEAVY,)))


ANSWERS: Cases = {
    "keep-one-sign": _card(INTERVALS, good(INTERVALS, sleep=5.8)),
    "keep-one-sign-easy": _card(EASY, good(EASY, stress=True)),
    "trim-hard-amber": _card(INTERVALS, good(INTERVALS, legs=2)),
    "trim-long-amber": _card(LONG, good(LONG, legs=2)),
    "trim-easy-amber": _card(EASY, good(EASY, legs=2)),
    "trim-strides-amber": _card(STRIDES, good(STRIDES, legs=2)),
    "drop-hard-red": _card(INTERVALS, bad(INTERVALS)),
    "move-hard-red": _card(INTERVALS, bad(INTERVALS), made=SPACED),
    "drop-long-red": _card(LONG, bad(LONG)),
    "ease-easy-red": _card(EASY, bad(EASY)),
    "dead-legs": _card(INTERVALS, good(INTERVALS, legs=1, pulse=61, sleep=4.2)),
    "pulse-high": _card(INTERVALS, good(INTERVALS, pulse=59)),
    "stress-and-dread": _card(INTERVALS, good(INTERVALS, stress=True, dread=True)),
    "third-amber": _card(
        INTERVALS,
        good(INTERVALS, legs=2),
        made=SPACED,
        readiness=dim(
            INTERVALS, [RED, AMBER, AMBER], reasons=(Reason(Code.THIRD_AMBER, {"days": 3}), HEAVY)
        ),
    ),
    "two-reds-hard": _reds(INTERVALS, 2),
    "two-reds-long": _reds(LONG, 2),
    "four-reds": _reds(EASY, 4),
    "fourteen-reds": _reds(EASY, 14),
    "harder-yesterday-hard": _card(INTERVALS, good(INTERVALS), harder_yesterday=True),
    "harder-yesterday-long": _card(LONG, good(LONG), harder_yesterday=True),
    "harder-yesterday-strides": _card(STRIDES, good(STRIDES), harder_yesterday=True),
    "down-week-earned": _card(
        EASY, good(EASY, legs=2), readiness=dim(EASY, TIRED, reasons=(HEAVY,))
    ),
    "down-week-on-rest-day": _card(
        REST, good(REST, legs=2), readiness=dim(REST, TIRED, reasons=(HEAVY,))
    ),
    "test-amber": _card(
        TODAY,
        good(TODAY, legs=2),
        made=plan(layout={3: workout("trial-3k"), 6: workout("long", km=12)}),
    ),
    "taper-stands": _card(
        INTERVALS, bad(INTERVALS), made=plan(phases=[(PHASES[0][0], WeekKind.TAPER)] * 3, race=None)
    ),
    "first-mornings": _new(INTERVALS),
}

WEATHER: Cases = {
    "heat-31-intervals": _card(INTERVALS, good(INTERVALS), celsius=31),
    "heat-34-intervals": _card(INTERVALS, good(INTERVALS), celsius=34),
    "ice": _card(INTERVALS, replace(good(INTERVALS), dangers=(Danger.ICE,))),
    "lightning-and-smoke": _card(
        LONG, replace(good(LONG), dangers=(Danger.LIGHTNING, Danger.SMOKE))
    ),
    "heat-39": _card(EASY, good(EASY), celsius=39),
}

GATES: Cases = {
    "gate-emergency": _gated(GateKind.EMERGENCY, sign=Sign.CHEST_PAIN),
    "gate-crisis": _gated(GateKind.CRISIS, sign=Sign.SELF_HARM),
    "gate-doctor": _gated(GateKind.DOCTOR, sign=Sign.BONE_PAIN),
    "gate-fever": _gated(GateKind.FEVER, sign=Sign.FEVER, celsius=38.4),
    "gate-fever-long": _gated(GateKind.FEVER, since=4, sign=Sign.FEVER, celsius=38.4),
    "gate-ill": _gated(GateKind.ILL, sign=Sign.BELOW_NECK),
    "gate-head-cold": _gated(GateKind.ILL, sign=Sign.HEAD_COLD),
    "gate-easy-days": _gated(GateKind.EASY_DAYS, days=3),
    "gate-easy-days-last": _gated(GateKind.EASY_DAYS, since=2, days=3),
    "gate-pain": _gated(GateKind.PAIN, spot=Spot.KNEE, score=7),
    "gate-walk": _gated(GateKind.WALK, sign=Sign.EFFORT_BREATH),
    "gate-ladder": _gated(GateKind.LADDER, since=3, spot=Spot.KNEE, step=1),
    "gate-ladder-today": _gated(GateKind.LADDER, since=0, spot=Spot.KNEE, step=1),
    "gate-no-growth": _gated(GateKind.NO_GROWTH, sign=Sign.NO_PERIODS),
    "gate-on-rest-day": _gated(GateKind.FEVER, REST, sign=Sign.FEVER),
    "gate-heart": _standing(conditions=(Condition.HEART,)),
    "gate-pregnant": _standing(conditions=(Condition.PREGNANT,)),
    "gate-after-birth": _standing(
        conditions=(Condition.POSTPARTUM,), birth_of_child=TODAY - timedelta(days=30)
    ),
    "gate-pulse-medicine": _standing(conditions=(Condition.PULSE_MEDICINE,)),
    "gate-sprints-healed": _standing(INTERVALS, injuries=(Injury(Spot.HAMSTRING),)),
    "sore-goes-on": _sore(Spot.KNEE, 2, Morning.USUAL),
    "sore-spares-strides": _sore(Spot.ACHILLES, 2, Morning.USUAL, STRIDES),
    "sore-easy-only": _sore(Spot.KNEE, 4, Morning.USUAL, INTERVALS),
    "sore-stiffer": _sore(Spot.CALF, 2, Morning.STIFFER, INTERVALS),
    "sore-worse": _sore(Spot.CALF, 4, Morning.WORSE, INTERVALS),
    "sore-and-tired": _card(INTERVALS, bad(INTERVALS, pains=(Pain(Spot.KNEE, 4, Morning.USUAL),))),
}

CASES: Cases = {**ANSWERS, **WEATHER, **GATES}
