"""Core values that look like life, for tests of what is stored."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from core.activity import Activity, Done, Evenness
from core.adjust.decision import Action, Decision
from core.adjust.table import Offer
from core.athlete import (
    Athlete,
    Injury,
    Kit,
    Level,
    Priority,
    Race,
    RaceDistance,
    Result,
    Spot,
    UsualWeek,
)
from core.checkin import CheckIn, Morning, Pain, Told
from core.plan import Change, ChangeKind, Edit, Phase, Plan, Session, Week, WeekKind
from core.reasons import Code, Reason
from core.safety.gates import Gate, GateKind
from core.units import Distance, Duration, HeartRate
from core.workout import Effort, Focus, Part, Repeat, Step, Workout

NOW = datetime(2026, 5, 4, 5, 0, tzinfo=UTC)
MONDAY = date(2026, 5, 4)

EASY = Workout("easy", Focus.EASY, (Step(Effort.EASY, time=Duration.of_minutes(40)),))
EIGHT_HUNDREDS = Workout(
    "800s",
    Focus.VO2MAX,
    (
        Step(Effort.EASY, time=Duration.of_minutes(15), part=Part.WARM_UP),
        Repeat(
            6,
            (
                Step(Effort.FIVE_K, distance=Distance(800.0), cue="tall"),
                Step(Effort.JOG, time=Duration.of_minutes(2), part=Part.RECOVERY),
            ),
        ),
        Step(Effort.EASY, time=Duration.of_minutes(10), part=Part.COOL_DOWN),
    ),
)
LONG = Workout("long", Focus.LONG, (Step(Effort.EASY, time=Duration.of_minutes(90)),))
RACE = Race(date(2027, 5, 2), Distance(21097.5), Priority.A, Duration.of_minutes(95), "Home half")

ATHLETE = Athlete(
    level=Level.INTERMEDIATE,
    days=(1, 3, 5, 6),
    long_day=6,
    usual=UsualWeek(4, Distance.of_km(38.0), Distance.of_km(14.0)),
    started=MONDAY,
    goal=RaceDistance.HALF,
    races=(RACE,),
    results=(Result(Distance(10000.0), Duration(2710.0), date(2026, 3, 1)),),
    birth_year=1974,
    injuries=(Injury(Spot.ACHILLES, date(2025, 9, 1), healed=False),),
    kit=(Kit.HILL, Kit.BAND),
    minutes=((1, 60),),
)
CHECKIN = CheckIn(
    MONDAY,
    legs=2,
    sleep=Duration.of_hours(5.5),
    pulse=Told.USUAL,
    hrv_ms=48.5,
    stress=True,
    pains=(Pain(Spot.ACHILLES, 2, Morning.STIFFER),),
)
ACTIVITY = Activity(
    MONDAY,
    Done.OTHER,
    Distance(8000.0),
    Duration(2890.0),
    rpe=7,
    focus=Focus.VO2MAX,
    key="800s",
    hard=True,
    reps_done=4,
    reps_planned=6,
    evenness=Evenness.FADED,
    pulse=HeartRate(162),
    pain=((Spot.ACHILLES, 2),),
    celsius=27.5,
)
GATE = Gate(GateKind.PAIN, MONDAY, spot=Spot.ACHILLES, score=6, morning=Morning.WORSE)


def session(on: date, workout: Workout = EASY, *, hard: bool = False) -> Session:
    return Session(on, workout, hard, why=(Reason(Code.PHASE, {"phase": "base"}),))


def plan(starts: date = MONDAY, weeks: int = 2) -> Plan:
    """Mondays off, Tuesdays hard, Sundays long, the rest easy."""
    days = [starts + timedelta(days=n) for n in range(weeks * 7)]
    sessions = {
        0: None,
        1: EIGHT_HUNDREDS,
        2: EASY,
        3: EASY,
        4: EASY,
        5: EASY,
        6: LONG,
    }
    return Plan(
        starts,
        days[-1],
        tuple(
            Week(monday, Phase.BASE, WeekKind.NORMAL, Distance.of_km(40.0)) for monday in days[::7]
        ),
        tuple(
            session(day, workout, hard=workout is EIGHT_HUNDREDS)
            for day in days
            if (workout := sessions[day.weekday()])
        ),
        strength=((days[2], "strength-a"),),
        why=(Reason(Code.RAMP, {"percent": 6.5}),),
    )


def change(plan: Plan, on: date, workout: Workout | None) -> Change:
    """The day's session becomes that workout; None: a rest day."""
    after = None if workout is None else session(on, workout)
    why = (Reason(Code.LEGS_HEAVY), Reason(Code.SHORT_NIGHT, {"hours": 5.5, "usual": 7}))
    return Change(ChangeKind.READINESS, (Edit(on, plan.on(on), after),), why)


def decision(on: date, change: Change | None = None) -> Decision:
    """A hard day eased."""
    before, after = session(on, EIGHT_HUNDREDS, hard=True), session(on, EASY)
    reasons = (Reason(Code.LEGS_DEAD),)
    return Decision(on, Action.EASE, before, after, change, reasons, ("hard-red",), (Offer.UNDO,))
