"""/plan and /week: to a race, without one, in minutes, with what was run and what was changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.messages import plan as messages
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.text import Text
from core.activity import Activity, Done
from core.athlete import Athlete, Race
from core.move import moved, skipped
from core.plan import Phase, Plan, Week, WeekKind, apply_change
from core.reasons import Code, Reason
from core.units import Distance
from tests.messages.recording import Case, Cases
from tests.messages.scenes import (
    ANA,
    EASY,
    INES,
    INTERVALS,
    MONDAY,
    RUI,
    TODAY,
    UNMEASURED,
    paces,
    plan,
    rui_s_plan,
    workout,
)


def _runner(who: Athlete) -> Runner:
    return Runner(paces(who), who.level, measured=who.measured_distance)


def _season(made: Plan, who: Athlete = RUI, today: date = TODAY) -> Case:
    return lambda text: messages.season(made, today, _runner(who), text)


def _week(
    made: Plan, first: date = MONDAY, who: Athlete = RUI, runs: tuple[Activity, ...] = ()
) -> Case:
    done = {run.on: run for run in runs}
    return lambda text: messages.week(
        text, made, first, done=done, runner=_runner(who), weeks_on=(first - MONDAY).days // 7
    )


def _changed(text: Text) -> Reply:
    """Tuesday's session left out, Wednesday's run moved to Saturday."""
    made = rui_s_plan()
    tuesday, wednesday = made.on(INTERVALS), made.on(EASY)
    assert tuesday is not None
    assert wednesday is not None
    now = apply_change(made, skipped(tuesday))
    now = apply_change(now, moved(now, wednesday, EASY + timedelta(days=3)))
    first = INTERVALS - timedelta(days=1)
    return messages.week(text, now, first, done={}, runner=_runner(RUI), weeks_on=1, base=made)


def _told(kind: WeekKind, *why: Reason, phase: Phase = Phase.BUILD) -> Plan:
    """Rui's plan whose first week is of this kind, and why."""
    made = rui_s_plan()
    told = Week(MONDAY, phase, kind, Distance.of_km(44), why)
    return Plan(made.starts, made.ends, (told, *made.weeks[1:]), made.sessions, made.strength)


def _because(*why: Reason) -> Plan:
    made = rui_s_plan()
    return Plan(made.starts, made.ends, made.weeks, made.sessions, made.strength, why)


def _day(made: Plan, on: date, who: Athlete = RUI) -> Case:
    session = made.on(on)
    assert session is not None
    return lambda text: messages.day(text, session, _runner(who))


def _reasoned() -> Plan:
    """Rui's plan whose first session knows why it is as it is."""
    made = rui_s_plan()
    why = (Reason(Code.NEW_SESSION, {"focus": "vo2max"}), Reason(Code.RACE_WEEK))
    first = replace(made.sessions[0], why=why)
    return replace(made, sessions=(first, *made.sessions[1:]))


NEW_SESSION = _reasoned()
NAMED = Race(date(2027, 2, 14), Distance(21097.5), name="Meia <Lisboa>")
ROLLING = plan(race=None, phases=[(Phase.BASE, WeekKind.NORMAL)] * 12)
MINUTES = {1: workout("easy", minutes=35), 3: workout("easy", minutes=35)}
ANA_S = plan(
    ANA,
    {1: workout("ladder-2", ANA), 3: workout("ladder-2", ANA), 6: workout("ladder-3", ANA)},
    [(Phase.BASE, WeekKind.START)] * 4 + [(Phase.BASE, WeekKind.NORMAL)] * 8,
    race=None,
    strength=None,
)
INES_S = plan(INES, race=Race(date(2027, 2, 14), Distance(42195)))
RUNS = (
    Activity(MONDAY + timedelta(days=1), Done.AS_PLANNED, Distance(12000)),
    Activity(MONDAY + timedelta(days=2), Done.NOT_RUN),
)
BUILD = Reason(Code.PHASE, {"phase": "build"})
DOWN = Reason(Code.DOWN_WEEK, {"cut": "volume", "percent": 25})
LAST = MONDAY + timedelta(weeks=11)

CASES: Cases = {
    "season": _season(rui_s_plan()),
    "season-race-week": _season(rui_s_plan(), today=LAST),
    "season-a-week-to-go": _season(rui_s_plan(), today=LAST - timedelta(days=1)),
    "season-named-race": _season(plan(race=NAMED)),
    "season-marathon": _season(INES_S, INES),
    "season-rolling": _season(ROLLING),
    "season-raceless": _season(replace(ROLLING, why=(Reason(Code.PREGNANT),))),
    "season-held": _season(replace(ROLLING, why=(Reason(Code.NO_GROWTH, {"sign": "periods"}),))),
    "season-beginner": _season(ANA_S, ANA),
    "season-minutes": _season(plan(UNMEASURED), UNMEASURED),
    "season-before-it-starts": _season(rui_s_plan(), today=MONDAY - timedelta(days=1)),
    "season-why": _season(
        _because(
            Reason(Code.SHORT_OF_TIME, {"weeks": 9, "wanted": 14}),
            Reason(Code.MASTERS),
            Reason(Code.RACE_BECOMES_B, {"weeks": 5, "on": "2027-03-21", "metres": 5000.0}),
        )
    ),
    "week": _week(rui_s_plan()),
    "week-changed": _changed,
    "week-next": _week(rui_s_plan(), MONDAY + timedelta(weeks=1)),
    "week-with-runs": _week(rui_s_plan(), runs=RUNS),
    "week-down": _week(_told(WeekKind.DOWN, DOWN)),
    "week-grows": _week(_told(WeekKind.NORMAL, BUILD, Reason(Code.RAMP, {"percent": 6}))),
    "week-race": _week(rui_s_plan(), LAST),
    "week-beginner": _week(ANA_S, who=ANA),
    "week-minutes": _week(plan(UNMEASURED), who=UNMEASURED),
    "day": _day(rui_s_plan(), INTERVALS),
    "day-why": _day(NEW_SESSION, MONDAY + timedelta(days=1)),
    "week-outside": _week(rui_s_plan(), MONDAY - timedelta(weeks=1)),
}
