"""The day's card through the morning: questions, menus, what was heard; tomorrow, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.messages import checkin, today, tomorrow, why
from core.adjust import as_planned, even_easier, rest
from core.athlete import Athlete, Priority, Race, Spot
from core.checkin import CheckIn, Danger, Morning, Pain, Told
from core.day import Day, Usual, WayOut
from core.paces import pace_of
from core.plan import Phase, Session, WeekKind
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed, Cleared
from core.units import Distance, Duration, HeartRate
from tests.messages.recording import Case, Cases
from tests.messages.scenes import (
    ANA,
    EASY,
    INES,
    INTERVALS,
    LONG,
    MONDAY,
    PHASES,
    REST,
    RUI,
    SLOW,
    STRIDES,
    TEN_K,
    TODAY,
    UNMEASURED,
    bad,
    day,
    decided,
    good,
    paces,
    plan,
    rui_s_plan,
    workout,
)

DELIVERY = 9


def _card(made: Day) -> Case:
    return lambda text: today.card(made, text, DELIVERY)


def _alone(key: str, who: Athlete = RUI, phase: Phase = Phase.BUILD, **sized: float) -> Case:
    """The card of a day with this workout, answered well."""
    made = plan(who, {3: workout(key, who, **sized)}, [(phase, WeekKind.NORMAL)] * 4, race=None)
    return _card(day(TODAY, who, made, said=good(TODAY)))


def _race_day(race: Race, **more: object) -> Day:
    made = plan(race=race)
    return day(race.on, RUI, made, **more)  # type: ignore[arg-type]  # what `day` takes


def _in_week(kind: WeekKind, phase: Phase = Phase.BUILD) -> Day:
    return day(TODAY, RUI, plan(phases=[(phase, kind)] * 3, race=None), asks="legs")


def _tomorrow(made: Day) -> Case:
    return lambda text: tomorrow.tomorrow(replace(made, decision=None), text)


def _first(made: Day) -> Case:
    return lambda text: tomorrow.first(replace(made, decision=None), text)


def _why(made: Day) -> Case:
    return lambda text: why.why(made, text)


def _without_plan(on: date = TODAY) -> Day:
    return Day(on, RUI.level)


def _reasoned(made: Day, *why: Reason) -> Day:
    """The day with a session that knows why it is as it is."""
    assert made.session is not None
    return replace(made, session=replace(made.session, why=why))


SORE = Pain(Spot.ACHILLES, 2, Morning.USUAL)
EVERYTHING = CheckIn(
    TODAY,
    legs=3,
    sleep=Duration.of_hours(6.75),
    pulse=HeartRate(54),
    hrv_ms=61.4,
    ill=True,
    fever_celsius=37.4,
    stress=True,
    dread=True,
    cycle_day=14,
    celsius=3.0,
    dangers=tuple(Danger),
    indoors=True,
    pains=(SORE, Pain(Spot.IT_BAND)),
)
USUAL = CheckIn(TODAY, legs=Told.USUAL, sleep=Told.USUAL, pulse=Told.USUAL)
SKIPPED = CheckIn(TODAY, legs=Told.SKIPPED, sleep=Told.SKIPPED, pulse=Told.SKIPPED)
HALF_DONE = CheckIn(TODAY, legs=4)
NEW = Usual()
SHORT_PLAN = plan(phases=PHASES[:2], layout={3: workout("easy")}, race=None)
BEFORE_RACE = TEN_K.on - timedelta(days=2)
STRENGTH_DAY = MONDAY + timedelta(days=9)

MOVED_HERE = (Reason(Code.MOVED, {"from": INTERVALS.isoformat(), "to": EASY.isoformat()}),)
LEFT_OUT = (Reason(Code.ATHLETE_ASKED), Reason(Code.SKIPPED, {"on": EASY.isoformat()}))

QUESTIONS: Cases = {
    "ask-legs": _card(day(asks="legs")),
    "ask-sleep": _card(day(asks="sleep", checkin=HALF_DONE)),
    "ask-sleep-unknown": _card(day(asks="sleep", checkin=HALF_DONE, usual=NEW)),
    "ask-sleep-short": _card(day(asks="sleep", usual=Usual(sleep=Duration.of_hours(4)))),
    "ask-pulse": _card(day(asks="pulse", checkin=replace(HALF_DONE, sleep=Told.USUAL))),
    "ask-pulse-unknown": _card(day(asks="pulse", checkin=HALF_DONE, usual=NEW)),
    "ask-score": _card(day(asks="score-achilles", checkin=USUAL)),
    "ask-morning": _card(day(asks="morning-it-band", checkin=USUAL)),
    "ask-on-rest-day": _card(day(REST, asks="legs")),
    "menu-more": _card(day(asks="legs", menu="more")),
    "menu-where": _card(day(asks="legs", menu="where")),
    "menu-hurts": _card(day(asks="legs", menu="hurts-knee")),
    "menu-count": _card(day(asks="pulse", menu="count")),
    "menu-type-sleep": _card(day(asks="sleep", menu="type-sleep")),
    "menu-type-pulse": _card(day(asks="pulse", menu="type-pulse")),
    "menu-type-hrv": _card(day(asks="pulse", menu="type-hrv")),
    "menu-type-fever": _card(day(asks="pulse", menu="type-fever")),
    "menu-more-cycle": _card(day(asks="legs", menu="more", asks_cycle=True)),
    "menu-type-cycle": _card(day(asks="legs", menu="type-cycle", asks_cycle=True)),
    "menu-mend": _card(day(asks="legs", menu="mend-knee")),
    "menu-mend-ill": _card(day(asks="legs", menu="mend-ill")),
    "mend-ill": _card(day(EASY, said=good(EASY, ill=True), mends_ill=True)),
    "mend": _card(day(EASY, said=good(EASY, pains=(Pain(Spot.KNEE, 8),)), mends=(Spot.KNEE,))),
    "treadmill": _card(day(INTERVALS, said=replace(good(INTERVALS), indoors=True), treadmill=True)),
    "ask-untold": _card(day(EASY, asks="legs", untold=rui_s_plan().on(INTERVALS))),
    "untold-decided": _card(day(EASY, said=good(EASY), untold=rui_s_plan().on(INTERVALS))),
    "moved-here": _card(day(EASY, asks="legs", because=MOVED_HERE)),
    "because-left-out": _card(day(EASY, said=good(EASY), because=LEFT_OUT)),
    "ways-out": _card(
        day(EASY, said=good(EASY), ways_out=tuple(WayOut(31, how) for how in Cleared))
    ),
    "asked-back-legs": lambda text: checkin.asked_back("back-legs", text),
    "asked-back-sleep": lambda text: checkin.asked_back("back-sleep", text),
    "asked-back-pulse": lambda text: checkin.asked_back("back-pulse", text),
    "asked-back-hrv": lambda text: checkin.asked_back("back-hrv", text),
    "asked-back-fever": lambda text: checkin.asked_back("back-fever", text),
    "asked-back-weary": lambda text: checkin.asked_back("back-weary", text),
    "asked-back-which": lambda text: checkin.asked_back("back-which", text),
}

SESSIONS: Cases = {
    "easy": _card(day(EASY, said=good(EASY))),
    "intervals": _card(day(INTERVALS, said=good(INTERVALS))),
    "threshold": _card(day(TODAY, said=good(TODAY))),
    "strides": _card(day(STRIDES, said=good(STRIDES))),
    "long": _card(day(LONG, said=good(LONG))),
    "strength-too": _card(day(STRENGTH_DAY, said=good(STRENGTH_DAY))),
    "long-with-marathon-pace": _alone("long-mp-finish", INES, Phase.PEAK),
    "ladder-of-distances": _alone("ladder-down", INES),
    "pyramid": _alone("fartlek-pyramid"),
    "three-parts": _alone("michigan", INES, Phase.PEAK),
    "hills": _alone("hill-minutes"),
    "hill-sprints": _alone("hill-sprints"),
    "over-unders": _alone("over-unders", INES),
    "recovery": _alone("recovery", minutes=30),
    "test": _alone("trial-3k"),
    "walk-run": _alone("ladder-2", ANA, Phase.BASE),
    "beginner-easy": _alone("easy", ANA, Phase.BASE, minutes=30),
    "beginner-strides": _alone("strides-first", ANA, Phase.BASE, minutes=30),
    "below-vdot-30": _alone("easy", SLOW, minutes=40),
    "below-vdot-30-threshold": _alone("tempo-short", SLOW),
    "by-time": _alone("cruise-5min", UNMEASURED),
    "rest": _card(day(REST, said=good(REST))),
    "rest-unanswered": _card(day(REST)),
    "rest-last-of-plan": _card(day(REST, plan=SHORT_PLAN)),
    "rest-first": _card(day(REST, asks="legs", first=True)),
    "rest-with-strength": _card(day(REST, plan=plan(strength=0))),
    "race": _card(_race_day(TEN_K, said=bad(TEN_K.on))),
    "race-asks": _card(_race_day(TEN_K, asks="legs")),
    "race-named": _card(_race_day(Race(TEN_K.on, Distance(42195), name="Lisboa <42>"))),
    "race-b": _card(_race_day(replace(TEN_K, priority=Priority.B), said=good(TEN_K.on))),
    "race-c": _card(_race_day(replace(TEN_K, priority=Priority.C), said=good(TEN_K.on))),
    **{f"kind-{kind.value}": _card(_in_week(kind)) for kind in WeekKind},
    "phase-recovery": _card(_in_week(WeekKind.RECOVERY, Phase.RECOVERY)),
    "day-before-race": _card(day(BEFORE_RACE, said=bad(BEFORE_RACE))),
    "no-plan": _card(_without_plan()),
    "outside-plan": _card(day(MONDAY - timedelta(days=2))),
}

HEARD: Cases = {
    "heard-everything": _card(day(said=EVERYTHING)),
    "heard-usual": _card(day(said=USUAL)),
    "heard-usual-partly": _card(day(said=replace(USUAL, sleep=Duration.of_hours(7)))),
    "heard-skipped-partly": _card(day(said=replace(SKIPPED, legs=4))),
    "heard-skipped-legs": _card(day(said=replace(SKIPPED, sleep=Duration.of_hours(7)))),
    "heard-skipped": _card(day(said=SKIPPED)),
    "silent-mornings": _card(day()),
    "legs-dead": _card(day(EASY, said=good(EASY, legs=1))),
    "legs-springy": _card(day(EASY, said=good(EASY, legs=5))),
}

AHEAD: Cases = {
    "tomorrow": _tomorrow(day(INTERVALS)),
    "tomorrow-rest": _tomorrow(day(REST)),
    "tomorrow-rest-last": _tomorrow(day(REST, plan=SHORT_PLAN)),
    "tomorrow-none": _tomorrow(_without_plan()),
    "tomorrow-race": _tomorrow(_race_day(TEN_K)),
    "first": _first(day(EASY)),
    "first-rest": _first(day(REST)),
    "first-beginner": _first(day(TODAY, ANA, plan(ANA, {3: workout("ladder-1", ANA)}, race=None))),
    "first-walking": _first(
        Day(
            TODAY,
            ANA.level,
            plan=rui_s_plan(),
            session=Session(TODAY, workout("walk-30", ANA, minutes=30)),
            allowance=Allowance(Allowed.WALK_ONLY),
        )
    ),
}

_RED = day(INTERVALS, said=bad(INTERVALS))
WHY: Cases = {
    "why-green": _why(day(TODAY, said=good(TODAY))),
    "why-red": _why(_RED),
    "why-rest": _why(day(REST, said=good(REST))),
    "why-unanswered": _why(day(TODAY)),
    "why-new-session": _why(_reasoned(day(TODAY), Reason(Code.NEW_SESSION))),
    "why-more-reps": _why(_reasoned(day(TODAY), Reason(Code.MORE_REPS))),
    "why-race": _why(_race_day(TEN_K)),
    "why-no-plan": _why(_without_plan()),
    "why-note": _why(replace(day(TODAY, said=good(TODAY)), note="good-day")),
    "why-week": _why(
        replace(
            day(TODAY),
            week=replace(
                rui_s_plan().weeks[0],
                why=(
                    Reason(Code.PHASE, {"phase": "base", "week": 2}),
                    Reason(Code.STRETCH, {"stretch": "base", "distance": "10k"}),
                    Reason(Code.RAMP, {"percent": 6}),
                ),
            ),
        )
    ),
}

_AMBER = day(INTERVALS, said=good(INTERVALS, legs=2))
_SPEED = pace_of(paces(RUI), RUI.level)


def _answered(made: Day, how: str) -> Day:
    """The day after *Keep as planned*, *Even easier* or *Rest instead*."""
    assert made.decision is not None
    assert made.plan is not None
    answers = {
        "keep": as_planned(made.decision),
        "easier": even_easier(made.decision, _SPEED),
        "rest": rest(made.decision),
    }
    new = decided(answers[how], made.plan, RUI)
    return replace(new, checkin=made.checkin, undone=how == "keep")


ANSWERED: Cases = {
    "undone": _card(_answered(_RED, "keep")),
    "easier": _card(_answered(_AMBER, "easier")),
    "easier-twice": _card(_answered(_answered(_AMBER, "easier"), "easier")),
    "rest-instead": _card(_answered(day(EASY, said=bad(EASY)), "rest")),
}

CASES: Cases = {**QUESTIONS, **SESSIONS, **HEARD, **AHEAD, **WHY, **ANSWERED}
