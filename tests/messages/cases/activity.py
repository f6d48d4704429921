"""The evening's card through all its questions, /log, and runs in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.messages import activity
from bot.reply import Reply
from bot.text import Text
from core.activity import Activity, Done, Evenness
from core.plan import Session
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed
from core.units import Distance, Duration
from core.workout import Focus
from tests.messages.recording import Case, Cases
from tests.messages.scenes import (
    EASY,
    INTERVALS,
    LONG,
    REST,
    STRIDES,
    TEN_K,
    UNMEASURED,
    day,
    race_session,
    rui_s_plan,
)

PLANNED = Activity(INTERVALS, Done.AS_PLANNED, rpe=8, focus=Focus.VO2MAX, evenness=Evenness.EVEN)
KM = Activity(EASY, Done.OTHER, Distance(8000), Duration(2890), rpe=3)
FAR = Activity(LONG, Done.OTHER, Distance(18000), Duration(6600), rpe=5)
MINUTES = Activity(EASY, Done.OTHER, time=Duration.of_minutes(35))
ONLY_KM = Activity(EASY, Done.OTHER, Distance(8000))
REPS = Activity(INTERVALS, Done.OTHER, reps_done=4, reps_planned=5)
ANY = Activity(EASY, Done.OTHER)
STOPPED = Allowance(Allowed.STOP, (Reason(Code.PAIN_STOP, {"spot": "knee", "score": 7}),))
NOT = Activity(EASY, Done.NOT_RUN)


def _evening(
    on: date,
    asks: str = "",
    run: Activity | None = None,
    today: date | None = None,
    *,
    longest: bool = False,
    harder: bool = False,
    ahead: Allowance | None = None,
) -> Case:
    now = today or on
    tomorrow = day(now + timedelta(days=1))
    if ahead is not None:
        tomorrow = replace(tomorrow, session=None, allowance=ahead)
    return lambda text: activity.evening(
        text,
        on,
        today=day(now),
        tomorrow=tomorrow,
        session=_planned(on),
        asks=asks,
        activity=run,
        longest=longest,
        harder=harder,
        delivery=9,
    )


def _planned(on: date) -> Session | None:
    return rui_s_plan().on(on)


def _minutes_only(text: Text) -> Reply:
    now, then = day(EASY, UNMEASURED), day(EASY + timedelta(days=1), UNMEASURED)
    session = _planned(EASY)
    return activity.evening(
        text, EASY, today=now, tomorrow=then, session=session, asks="done", activity=None
    )


def _race(text: Text) -> Reply:
    now, then = day(EASY), day(EASY + timedelta(days=1))
    session = race_session(TEN_K)
    return activity.evening(
        text, EASY, today=now, tomorrow=then, session=session, asks="done", activity=None
    )


def _eve(text: Text) -> Reply:
    """The evening before a race: the run is logged, and tomorrow is the race."""
    now, run = day(EASY), Activity(EASY, Done.AS_PLANNED, rpe=2)
    then = replace(day(EASY + timedelta(days=1)), session=race_session(TEN_K))
    return activity.evening(
        text, EASY, today=now, tomorrow=then, session=_planned(EASY), asks="", activity=run
    )


WEEK = (
    (LONG, _planned(LONG), None),
    (LONG - timedelta(days=1), None, None),
    (STRIDES, _planned(STRIDES), Activity(STRIDES, Done.AS_PLANNED, rpe=3)),
    (EASY, _planned(EASY), KM),
    (INTERVALS, _planned(INTERVALS), REPS),
    (REST, None, Activity(REST, Done.OTHER, Distance(5000), Duration(1800))),
)

CASES: Cases = {
    "ask": _evening(INTERVALS, "done"),
    "ask-race": _race,
    "eve": _eve,
    "ask-minutes": _minutes_only,
    "ask-rest-day": _evening(REST, "done"),
    "ask-yesterday": _evening(INTERVALS, "done", today=EASY),
    "ask-what": _evening(EASY, "what"),
    "ask-rpe": _evening(INTERVALS, "rpe", Activity(INTERVALS)),
    "ask-reps": _evening(INTERVALS, "reps", PLANNED),
    "ask-second": _evening(EASY, "second", KM),
    "done": _evening(INTERVALS, run=PLANNED),
    "done-in-words": _evening(EASY, run=KM),
    "done-longest": _evening(LONG, run=FAR, longest=True),
    "done-harder": _evening(EASY, run=KM, harder=True),
    "done-gate-tomorrow": _evening(EASY, run=KM, ahead=STOPPED),
    "done-minutes": _evening(EASY, run=MINUTES),
    "done-only-distance": _evening(EASY, run=ONLY_KM),
    "done-reps": _evening(INTERVALS, run=REPS),
    "done-faded": _evening(INTERVALS, run=replace(REPS, evenness=Evenness.FADED)),
    "done-any": _evening(EASY, run=ANY),
    "done-not": _evening(EASY, run=NOT),
    "done-earlier-day": _evening(EASY, run=KM, today=LONG),
    "log": lambda text: activity.log(day(LONG), WEEK, text),
    "log-not-run": lambda text: activity.log(day(LONG), ((EASY, _planned(EASY), NOT),), text),
    "log-too-old": lambda text: activity.refused("log-too-old", date(2026, 11, 1), text),
    "log-future": lambda text: activity.refused("log-future", date(2026, 12, 24), text),
}
