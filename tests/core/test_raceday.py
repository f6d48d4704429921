from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activity import Done, Log
from core.athlete import (
    Athlete,
    Condition,
    Ground,
    Level,
    Priority,
    Race,
    RaceDay,
    Result,
    UsualWeek,
)
from core.checkin import CheckIn, Told
from core.conditions import Cause
from core.fitness import Fitness, Method, Prediction, predict, vdot
from core.raceday import (
    Against,
    Air,
    Asks,
    ByEffort,
    Carry,
    Ending,
    Excuse,
    Feel,
    Goal,
    Manner,
    Moment,
    NoBrave,
    RacePlan,
    Runner,
    Script,
    Way,
    aims,
    checkpoints,
    easy_until,
    fresh,
    freshness,
    fuel,
    judge,
    race_plan,
    raced,
    slowing,
    splits,
    timeline,
)
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed, Ban
from core.units import METRES_PER_MILE, Distance, Duration, HeartRate, Pace, Units
from core.workout import Focus

TODAY = date(2027, 5, 8)
RACE = Race(date(2027, 5, 9), Distance(21097.5))
KNOWN = RaceDay(RACE.on, gun=9 * 60, ground=Ground.FLAT, celsius=12.0)
HALF = Result(Distance(21097.5), Duration(6000), date(2027, 4, 4))


def runner(
    *,
    level: Level = Level.INTERMEDIATE,
    results: tuple[Result, ...] = (HALF,),
    race: Race = RACE,
    **more: object,
) -> Runner:
    """Somebody with a half marathon in 1:40:00 behind them, and nothing in the way."""
    athlete = Athlete(
        level=level,
        days=(1, 3, 6),
        long_day=6,
        usual=UsualWeek(4, Distance.of_km(40), Distance.of_km(16)),
        started=date(2026, 9, 1),
        results=results,
        birth_year=1990,
    )
    fitness = worth = None
    if results:
        source = results[-1]
        fitness = Fitness(vdot(source.distance, source.time), source, source.on)
        worth = predict(fitness, race.distance, week=Distance.of_km(40))
    known = Runner(athlete, fitness, worth, Allowance(), guess=Pace(360), routine=10)
    return replace(known, **more)  # type: ignore[arg-type]  # named fields of Runner


def plan(
    race: Race = RACE, day: RaceDay = KNOWN, who: Runner | None = None, today: date = TODAY
) -> RacePlan:
    return race_plan(race, day, who or runner(race=race), today)


def ways(made: RacePlan) -> list[Way]:
    return [aim.way for aim in made.aims.ways] if made.aims else []


# Splits


@given(
    metres=st.floats(400, 200_000),
    seconds=st.integers(60, 170_000),
    units=st.sampled_from(Units),
)
def test_splits_add_up_to_the_distance_and_the_time(
    metres: float, seconds: int, units: Units
) -> None:
    distance, time = Distance(metres), Duration(seconds)
    for made in (splits(distance, time, units), checkpoints(distance, time)):
        if not made:
            continue
        assert made[-1].at == distance
        assert made[-1].clock == time
        assert sum(split.leg_time.seconds for split in made) == time.seconds
        assert sum(split.leg.metres for split in made) == pytest.approx(metres)
        assert all(split.clock.seconds == round(split.clock.seconds) for split in made)


@given(
    metres=st.sampled_from([5000, 7300, 10_000, 16_093.44, 21_097.5, 42_195]),
    pace=st.integers(150, 600),
    units=st.sampled_from(Units),
)
def test_the_effort_is_even_from_gun_to_finish(metres: float, pace: int, units: Units) -> None:
    time = Duration(round(pace * metres / 1000))
    even = time.seconds / metres
    for split in splits(Distance(metres), time, units):
        assert abs(split.leg_time.seconds - even * split.leg.metres) <= 1.0


@pytest.mark.parametrize(
    ("metres", "units", "marks", "last"),
    [
        (5000, Units.KM, 5, 1000),
        (5000, Units.MILES, 4, 5000 - 3 * METRES_PER_MILE),
        (7300, Units.KM, 8, 300),
        (10 * METRES_PER_MILE, Units.MILES, 10, METRES_PER_MILE),
        (10 * METRES_PER_MILE, Units.KM, 17, 93.44),
        (21097.5, Units.KM, 22, 97.5),
        (21097.5, Units.MILES, 14, 21097.5 - 13 * METRES_PER_MILE),
        (42195, Units.KM, 43, 195),
        (400, Units.KM, 1, 400),
        (10_003, Units.KM, 10, 1003),
    ],
)
def test_there_is_a_mark_for_each_unit_and_one_at_the_finish(
    metres: float, units: Units, marks: int, last: float
) -> None:
    made = splits(Distance(metres), Duration(3000), units)
    assert len(made) == marks
    assert made[-1].leg.metres == pytest.approx(last)


@pytest.mark.parametrize(("metres", "marks"), [(10_000, 0), (21097.5, 5), (42195, 9)])
def test_long_races_have_their_five_kilometre_marks(metres: float, marks: int) -> None:
    assert len(checkpoints(Distance(metres), Duration(9000))) == marks


# The three ways


WORTH = Prediction(Duration(6000), Duration(5880), Duration(6120), Method.VDOT)


@pytest.mark.parametrize(
    ("goal", "times", "stands"),
    [
        (None, (6120, 6000, 5910), None),
        (6200, (6330, 6200, 6000), Goal.TARGET),
        (6000, (6120, 6000, 6000), Goal.TARGET),
        (5900, (6120, 6000, 5900), Goal.BRAVE),
        (5400, (6120, 6000, 5910), Goal.BEYOND),
    ],
)
def test_the_goal_counts_as_far_as_it_is_in_reach(
    goal: int | None, times: tuple[int, ...], stands: Goal | None
) -> None:
    told = Duration(goal) if goal else None
    made = aims(RACE.distance, WORTH, slower=0.0, goal=told, ways=tuple(Way))
    assert tuple(aim.time.seconds for aim in made.ways) == times
    assert made.goal is stands


def test_a_goal_for_a_brave_day_is_beyond_where_nobody_may_be_brave() -> None:
    careful = (Way.CAREFUL, Way.TARGET)
    made = aims(RACE.distance, WORTH, slower=0.0, goal=Duration(5900), ways=careful)
    assert made.goal is Goal.BEYOND


@given(
    seconds=st.integers(900, 20_000),
    spread=st.floats(0.01, 0.08),
    slower=st.floats(0, 0.09),
    goal=st.none() | st.integers(600, 30_000),
)
def test_careful_is_never_quicker_than_the_target_nor_brave_slower(
    seconds: int, spread: float, slower: float, goal: int | None
) -> None:
    time = Duration(seconds)
    worth = Prediction(time, time * (1 - spread), time * (1 + spread), Method.VDOT)
    told = Duration(goal) if goal else None
    made = aims(RACE.distance, worth, slower=slower, goal=told, ways=tuple(Way))
    careful, target, brave = (aim.time.seconds for aim in made.ways)
    assert careful >= target >= brave > 0
    assert target >= made.likely.seconds


def test_a_way_has_the_pace_of_its_time_and_the_marks_that_end_at_it() -> None:
    (aim,) = aims(RACE.distance, WORTH, slower=0.0, goal=None, ways=(Way.TARGET,)).ways
    assert aim.pace == Pace.of(RACE.distance, aim.time)
    assert aim.checkpoints()[-1].clock == aim.time


@pytest.mark.parametrize(
    ("priority", "manner", "open_"),
    [
        (Priority.A, Manner.RACED, [Way.CAREFUL, Way.TARGET, Way.BRAVE]),
        (Priority.B, Manner.CONTROLLED, [Way.CAREFUL, Way.TARGET]),
        (Priority.C, Manner.TRAINING, [Way.CAREFUL]),
    ],
)
def test_how_a_race_is_run_follows_from_what_it_is_for(
    priority: Priority, manner: Manner, open_: list[Way]
) -> None:
    made = plan(replace(RACE, priority=priority))
    assert (made.manner, ways(made)) == (manner, open_)


@pytest.mark.parametrize(
    ("day", "who", "why"),
    [
        (KNOWN, runner(results=(Result(Distance(10_000), Duration(2700), TODAY),)), NoBrave.FIRST),
        (replace(KNOWN, celsius=25.5), runner(), NoBrave.WARM),
        (KNOWN, runner(setback=True), NoBrave.SETBACK),
    ],
)
def test_nobody_is_brave_the_first_time_in_heat_or_after_a_setback(
    day: RaceDay, who: Runner, why: NoBrave
) -> None:
    made = plan(day=day, who=who)
    assert why in made.no_brave
    assert ways(made) == [Way.CAREFUL, Way.TARGET]


def test_at_25_degrees_and_with_a_race_of_that_length_behind_brave_is_open() -> None:
    assert Way.BRAVE in ways(plan(day=replace(KNOWN, celsius=25.0)))
    assert not plan().no_brave


# Course and air


@pytest.mark.parametrize(
    ("air", "causes", "least", "most"),
    [
        (Air(), (), 0, 0),
        (Air(Ground.FLAT, 10.0), (), 0, 0),
        (Air(Ground.ROLLING), (Cause.HILLS,), 0.01, 0.02),
        (Air(Ground.HILLY), (Cause.HILLS,), 0.03, 0.05),
        (Air(celsius=24.0), (Cause.HEAT,), 0.01, 0.03),
        (Air(windy=True), (Cause.WIND,), 0.01, 0.04),
        (Air(Ground.HILLY, 24.0, windy=True), (Cause.HEAT, Cause.WIND, Cause.HILLS), 0.06, 0.11),
    ],
)
def test_hills_heat_and_wind_slow_the_same_effort(
    air: Air, causes: tuple[Cause, ...], least: float, most: float
) -> None:
    found = slowing(Pace(284), air)
    assert found.causes == causes
    assert least <= found.share <= most


def test_who_has_run_in_heat_is_slowed_half_as_much() -> None:
    new, used = (
        slowing(Pace(284), Air(celsius=26)),
        slowing(Pace(284), Air(celsius=26, hot_runs=10)),
    )
    assert used.share == pytest.approx(new.share / 2)


def test_a_hilly_course_makes_the_target_slower_and_keeps_its_splits_even() -> None:
    flat, hilly = plan(), plan(day=replace(KNOWN, ground=Ground.HILLY))
    assert flat.aims is not None
    assert hilly.aims is not None
    assert hilly.aims.likely > flat.aims.likely
    assert hilly.slower.causes == (Cause.HILLS,)


def test_from_30_degrees_a_race_goes_by_effort_and_from_33_it_is_none() -> None:
    hot = plan(day=replace(KNOWN, celsius=31.0))
    assert (hot.manner, hot.effort, hot.aims) == (Manner.RACED, ByEffort.HEAT, None)
    unknown = plan(who=runner(results=()), day=replace(KNOWN, celsius=31.0))
    assert unknown.effort is ByEffort.HEAT
    hotter = plan(day=replace(KNOWN, celsius=33.0))
    assert (hotter.manner, hotter.too_hot, hotter.timeline) == (Manner.NOT_RACED, True, ())


# Without paces, and gates


@pytest.mark.parametrize(
    ("who", "effort", "script"),
    [
        (runner(results=()), ByEffort.NO_FITNESS, Script.LONG),
        (runner(results=(replace(HALF, time=Duration(9000)),)), ByEffort.SLOW, Script.LONG),
        (runner(allowance=Allowance(pace=False)), ByEffort.GATE, Script.LONG),
        (runner(level=Level.BEGINNER, results=()), ByEffort.NO_FITNESS, Script.FIRST),
        (runner(results=(), walks=True), ByEffort.NO_FITNESS, Script.WALK),
        (runner(worth=None), ByEffort.DISTANCE, Script.LONG),
    ],
)
def test_without_a_pace_the_race_goes_by_effort_and_still_has_its_morning(
    who: Runner, effort: ByEffort, script: Script
) -> None:
    made = plan(who=who)
    assert (made.effort, made.script, made.aims) == (effort, script, None)
    assert made.timeline
    assert made.fuel.rate == (30, 60)


ILL = Reason(Code.ILL)


@pytest.mark.parametrize(
    "allowed",
    [
        Allowance(level=Allowed.STOP, reasons=(ILL,)),
        Allowance(level=Allowed.EASY_ONLY, reasons=(ILL,)),
        Allowance(level=Allowed.LADDER, reasons=(ILL,)),
        Allowance(races=False, reasons=(ILL,)),
    ],
)
def test_an_open_gate_forbids_the_race(allowed: Allowance) -> None:
    made = plan(who=runner(allowance=allowed))
    assert made.manner is Manner.NOT_RACED
    assert made.why == (ILL,)
    assert (made.aims, made.asks, made.timeline, made.carry) == (None, None, (), ())


def test_a_race_that_the_plan_does_not_lead_to_has_no_plan_of_its_own() -> None:
    made = plan(who=runner(left_out=True))
    assert (made.manner, made.left_out, made.too_hot) == (Manner.NOT_RACED, True, False)
    gated = Allowance(level=Allowed.STOP, reasons=(ILL,))
    held = plan(who=runner(left_out=True, allowance=gated))
    assert (held.left_out, held.why) == (False, (ILL,))


# Fuel


@pytest.mark.parametrize(
    ("minutes", "practised", "rate"),
    [
        (20, None, None),
        (74, None, None),
        (75, None, (30, 60)),
        (150, True, (30, 60)),
        (151, True, (60, 90)),
        (151, None, (30, 60)),
        (240, False, (30, 60)),
    ],
)
def test_carbohydrate_follows_the_hours(
    minutes: int, practised: bool | None, rate: tuple[int, int] | None
) -> None:
    assert fuel(Duration.of_minutes(minutes), practised).rate == rate


def test_only_who_might_take_more_is_asked_whether_it_was_practised() -> None:
    assert fuel(Duration.of_hours(4), None).asks
    assert not fuel(Duration.of_hours(4), False).asks
    assert not fuel(Duration.of_hours(2), None).asks


@given(minutes=st.integers(75, 600), practised=st.booleans())
def test_the_gels_are_what_the_rate_says(minutes: int, practised: bool) -> None:
    made = fuel(Duration.of_minutes(minutes), practised)
    assert made.rate is not None
    an_hour = 25 * 60 / made.every
    assert made.rate[0] <= an_hour <= made.rate[1]
    assert 30 + (made.gels - 1) * made.every <= minutes


def test_with_sugar_or_kidney_trouble_the_amounts_are_the_doctor_s() -> None:
    made = fuel(Duration.of_hours(3), None, (Condition.DIABETES,))
    assert (made.rate, made.doctor_s, made.asks) == (None, True, False)


# The morning


@given(
    minutes=st.integers(15, 400),
    routine=st.sampled_from([0, 3, 10]),
    masters=st.booleans(),
    beginner=st.booleans(),
    strides=st.booleans(),
)
def test_the_morning_runs_backwards_from_the_gun_without_overlap(
    minutes: int, routine: int, masters: bool, beginner: bool, strides: bool
) -> None:
    made = timeline(
        Duration.of_minutes(minutes),
        routine=routine,
        masters=masters,
        beginner=beginner,
        strides=strides,
    )
    for one, next_ in pairwise(made):
        assert one.before - one.minutes >= next_.before
    assert made[-1].moment is Moment.LINE_UP
    assert made[-1].before == made[-1].minutes
    moments = [item.moment for item in made]
    assert moments == sorted(moments, key=list(Moment).index)
    assert (Moment.ROUTINE in moments) == bool(routine)


def test_a_short_race_has_the_longest_warm_up_and_a_marathon_hardly_any() -> None:
    def jog(minutes: int, *, masters: bool = False) -> int:
        made = timeline(
            Duration.of_minutes(minutes), routine=10, masters=masters, beginner=False, strides=True
        )
        return next(item.minutes for item in made if item.moment is Moment.JOG)

    assert [jog(20), jog(100), jog(220)] == [15, 10, 5]
    assert jog(20, masters=True) == 20


def test_times_of_day_go_back_over_midnight() -> None:
    made = timeline(Duration.of_minutes(40), routine=0, masters=False, beginner=True, strides=False)
    assert made[0].at(9 * 60) == 6 * 60
    assert made[0].at(60) == 22 * 60


def test_strides_that_are_forbidden_are_no_part_of_the_morning() -> None:
    made = plan(who=runner(allowance=Allowance(bans=(Ban.STRIDES,))))
    assert Moment.STRIDES not in {item.moment for item in made.timeline}


@pytest.mark.parametrize(
    ("celsius", "thing", "carried"),
    [
        (8, Carry.LAYER, True),
        (15, Carry.LAYER, False),
        (22, Carry.CAP, True),
        (8, Carry.CAP, False),
    ],
)
def test_what_to_carry_follows_the_air(celsius: float, thing: Carry, carried: bool) -> None:
    assert (thing in plan(day=replace(KNOWN, celsius=celsius)).carry) == carried


# What is asked


@pytest.mark.parametrize(
    ("day", "today", "asks"),
    [
        (RaceDay(RACE.on), TODAY, Asks.GUN),
        (RaceDay(RACE.on, gun=540), TODAY, Asks.GROUND),
        (RaceDay(RACE.on, gun=540, skipped=("ground",)), TODAY, Asks.WEATHER),
        (RaceDay(RACE.on, gun=540, ground=Ground.FLAT), TODAY - timedelta(days=9), None),
        (RaceDay(RACE.on, skipped=("gun", "ground", "weather")), TODAY, None),
        (KNOWN, TODAY, None),
    ],
)
def test_what_is_unknown_and_matters_is_asked_once(
    day: RaceDay, today: date, asks: Asks | None
) -> None:
    assert plan(day=day, today=today).asks is asks


@given(
    metres=st.floats(1500, 42_195),
    seconds=st.integers(1200, 3600),
    priority=st.sampled_from(Priority),
    ground=st.none() | st.sampled_from(Ground),
    celsius=st.none() | st.floats(-10, 45),
    goal=st.none() | st.integers(600, 20_000),
    level=st.sampled_from(Level),
)
def test_every_race_has_a_plan_that_adds_up(
    *,
    metres: float,
    seconds: int,
    priority: Priority,
    ground: Ground | None,
    celsius: float | None,
    goal: int | None,
    level: Level,
) -> None:
    race = Race(RACE.on, Distance(metres), priority, Duration(goal) if goal else None)
    result = Result(Distance(10_000), Duration(seconds), date(2027, 4, 4))
    who = runner(results=(result,), race=race, level=level)
    made = plan(race, RaceDay(RACE.on, ground=ground, celsius=celsius), who)
    assert (made.aims is None) == (made.effort is not None or made.manner is Manner.NOT_RACED)
    for aim in made.aims.ways if made.aims else ():
        for units in Units:
            legs = aim.splits(units)
            assert sum(leg.leg_time.seconds for leg in legs) == aim.time.seconds
            assert sum(leg.leg.metres for leg in legs) == pytest.approx(metres)


# Afterwards


@pytest.mark.parametrize(
    ("seconds", "against"),
    [(5800, Against.FASTER), (6000, Against.INSIDE), (6200, Against.SLOWER)],
)
def test_a_result_is_held_against_the_range(seconds: int, against: Against) -> None:
    assert judge(Duration(seconds), WORTH, KNOWN).against is against
    assert judge(Duration(seconds), None, KNOWN).against is Against.UNKNOWN


def test_what_explains_a_surprise_is_named() -> None:
    day = RaceDay(RACE.on, ground=Ground.HILLY, celsius=27, windy=True)
    found = judge(Duration(6500), WORTH, day, ill=[RACE.on - timedelta(days=4)])
    assert found.excuses == (Excuse.HEAT, Excuse.HILLS, Excuse.WIND, Excuse.ILL)
    assert not judge(Duration(6500), WORTH, KNOWN, ill=[RACE.on - timedelta(days=9)]).excuses


def test_a_race_is_a_hard_run_of_the_log_and_one_not_started_is_none() -> None:
    done = raced(RACE, Duration(6000), Ending.FINISHED, 14.0)
    assert (done.focus, done.hard, done.distance) == (Focus.RACE, True, RACE.distance)
    left = raced(RACE, None, Ending.DNF, None)
    assert (left.ran, left.distance, left.hard) == (True, None, True)
    assert raced(RACE, None, Ending.DNS, None).done is Done.NOT_RUN


def test_after_it_a_third_of_its_kilometres_in_easy_days() -> None:
    assert easy_until(RACE, 30) == RACE.on + timedelta(days=7)
    assert easy_until(RACE, 55) == RACE.on + timedelta(days=11)


# Sharp or stale


def mornings(race: date, legs: int, first: int = 14, last: int = 1) -> list[CheckIn]:
    return [
        CheckIn(race - timedelta(days=n), legs, Duration.of_hours(7.5), HeartRate(50))
        for n in range(first, last - 1, -1)
    ]


def taper(race: date, legs: int, today: date | None = None) -> tuple[tuple[int, float], ...]:
    usual = mornings(race, 3, 50, 15)
    checkins = [*usual, *mornings(race, legs)]
    starts = race - timedelta(days=14)
    return fresh(race, starts, today or race, checkins, Log())


OLD = date(2026, 10, 11)


@pytest.mark.parametrize(
    ("now", "then", "feel"),
    [
        (5, 3, Feel.SHARP),
        (3, 3, Feel.LIKE_BEFORE),
        (2, 4, Feel.STALE),
    ],
)
def test_a_taper_is_held_against_the_own_earlier_ones(now: int, then: int, feel: Feel) -> None:
    earlier = [RaceDay(OLD, fresh=taper(OLD, then))]
    found = freshness(taper(RACE.on, now), earlier)
    assert (found.feel, found.races, found.last) == (feel, 1, OLD)


def test_a_first_taper_has_nothing_to_compare_with() -> None:
    found = freshness(taper(RACE.on, 4), [RaceDay(OLD)])
    assert (found.feel, found.races) == (Feel.FIRST, 0)


def test_mornings_that_were_skipped_have_no_score() -> None:
    skipped = CheckIn(RACE.on, Told.SKIPPED, Told.SKIPPED, Told.SKIPPED)
    assert fresh(RACE.on, RACE.on - timedelta(days=14), RACE.on, [skipped], Log()) == ()


def test_two_mornings_say_nothing() -> None:
    two = taper(RACE.on, 4, RACE.on - timedelta(days=13))
    found = freshness(two, [RaceDay(OLD, fresh=taper(OLD, 3))])
    assert (found.feel, found.races) == (Feel.UNKNOWN, 1)
    assert freshness(two, [RaceDay(OLD)]).races == 0


def test_only_the_same_days_before_the_race_are_compared() -> None:
    then = tuple((n, 90.0 if n < 10 else 70.0) for n in range(14, 0, -1))
    now = tuple((n, 70.0) for n in range(14, 9, -1))
    assert freshness(now, [RaceDay(OLD, fresh=then)]).feel is Feel.LIKE_BEFORE
