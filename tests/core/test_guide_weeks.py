"""The guide's weeks as the planner writes them: 3, 5 and 7 days, what is hard and what is calm."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from core.activity import Log
from core.athlete import Injury, Kit, Level, RaceDistance, Result, Spot, UsualWeek
from core.plan import Phase, WeekKind
from core.reasons import Code
from core.units import Distance, Duration
from core.week.layout import hard_days
from core.workout import Effort, Focus
from tests.core.guide_people import DAYS, MONDAY, normal_weeks, race, runner, season
from tests.core.season_case import SHAPES, case_of

TUE, WED, THU, FRI, SAT, SUN = 1, 2, 3, 4, 5, 6
TEN_K, HALF, MARATHON, FIVE_K = (
    RaceDistance.TEN_K,
    RaceDistance.HALF,
    RaceDistance.MARATHON,
    RaceDistance.FIVE_K,
)
INTERMEDIATE, ADVANCED, BEGINNER = Level.INTERMEDIATE, Level.ADVANCED, Level.BEGINNER
QUICK = {Effort.STRIDE, Effort.SPRINT}


def quick(session):
    """An easy run with strides or hill sprints."""
    return not session.hard and with_strides(session)


def with_strides(session):
    """Strides anywhere: after easy running, or at the end of a hard day's warm-up."""
    return any(s.effort in QUICK for s in session.workout.steps())


# -- three, five and seven days --------------------------------------------------------------


def test_three_days_are_one_fast_one_long_and_one_calm():
    weeks = normal_weeks(season(INTERMEDIATE, 3, TEN_K), Phase.BUILD)
    assert len(weeks) >= 4
    for week in weeks:
        assert [s.on.weekday() for s in week] == [TUE, THU, SUN]
        assert sum(s.hard for s in week) == 1
        assert sum(s.long for s in week) == 1
        assert sum(not s.hard and not s.long for s in week) == 1


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_five_days_are_two_hard_and_a_long_one_with_easy_days_between(level):
    weeks = normal_weeks(season(level, 5, TEN_K), Phase.BUILD)
    assert len(weeks) >= 4
    full = [week for week in weeks if sum(s.hard for s in week) == 2]
    assert len(full) >= len(weeks) - 2  # a quick session may be too short to count as hard
    for week in full:
        assert [s.on.weekday() for s in week if s.hard] == [TUE, THU]
        assert [s.on.weekday() for s in week if s.long] == [SUN]


def test_seven_days_are_three_hard_and_four_easy_ones():
    weeks = normal_weeks(season(ADVANCED, 7, HALF), Phase.BUILD)
    plain = [week for week in weeks if not any(s.hard and s.long for s in week)]
    assert len(plain) >= 3
    for week in plain:
        counted = [s for s in week if s.hard or s.long]
        assert len(week) == 7
        assert len(counted) <= 3
        assert len(week) - len(counted) >= 4
    assert any(len([s for s in week if s.hard or s.long]) == 3 for week in plain)


def test_at_seven_days_the_day_after_the_first_hard_one_is_a_jog():
    weeks = normal_weeks(season(ADVANCED, 7, HALF), Phase.BUILD)
    case = season(ADVANCED, 7, HALF)
    jogs = [s for week in weeks for s in week if s.workout.key == "recovery"]
    assert len(jogs) == len(weeks)
    for jog in jogs:
        before = case.by_day[jog.on - timedelta(days=1)]
        assert before.hard or before.workout.key != "recovery"
        assert 20 <= case.minutes(jog.workout) <= 45


def test_from_six_days_one_easy_run_is_longer_than_the_others():
    for week in normal_weeks(season(ADVANCED, 7, HALF), Phase.BUILD):
        assert sum(s.workout.key == "medium-long" for s in week) == 1


def test_tuesday_and_friday_serve_where_thursday_is_no_day():
    assert hard_days((TUE, FRI, SUN), SUN, 2) == (TUE, FRI)
    assert hard_days((0, TUE, WED, FRI, SUN), SUN, 2) == (TUE, FRI)
    assert hard_days(DAYS[5], SUN, 2) == (TUE, THU)


@pytest.mark.parametrize("days", [3, 4, 5, 6, 7])
@pytest.mark.parametrize("level", Level)
def test_there_are_never_more_than_three_hard_or_long_days_and_two_for_beginners(level, days):
    case = season(level, days, TEN_K)
    most = 2 if level is BEGINNER else 3
    for week in case.plan.weeks:
        sessions = case.plan.between(week.starts, week.ends)
        assert sum(s.hard for s in sessions) <= most


@pytest.mark.parametrize("level", Level)
def test_strides_come_one_to_three_times_a_week_in_base_and_build(level):
    case = season(level, 5, HALF)
    for phase in (Phase.BASE, Phase.BUILD):
        weeks = normal_weeks(case, phase)
        assert max(sum(map(quick, week)) for week in weeks) <= 3
        assert sum(any(map(with_strides, week)) for week in weeks) >= 0.7 * len(weeks)


# -- how much --------------------------------------------------------------------------------


def test_growth_at_five_days_stays_between_thirty_and_fifty_miles():
    for distance in RaceDistance:
        needed = SHAPES.shapes[distance].needed(INTERMEDIATE, 5)
        assert 30 - 0.5 <= needed.miles <= 50


@pytest.mark.parametrize("distance", RaceDistance)
@pytest.mark.parametrize("level", Level)
def test_no_goal_needs_more_than_sixty_miles_a_week(distance, level):
    assert SHAPES.shapes[distance].needed(level, 7).miles < 60


def test_who_runs_more_than_sixty_miles_already_keeps_it_and_gets_no_more():
    week = Distance.of_km(112)
    much = replace(
        runner(ADVANCED, 7, race(MARATHON, 24)), usual=UsualWeek(7, week, Distance.of_km(30))
    )
    case = case_of(much, Log(), MONDAY)
    assert max(map(case.week_metres, case.whole_weeks)) <= week.metres * 1.10


def test_frequency_grows_one_day_at_a_time_after_weeks_at_the_old_one():
    starter = replace(
        runner(INTERMEDIATE, 5, race(TEN_K, 24)),
        usual=UsualWeek(3, Distance.of_km(27), Distance.of_km(11)),
    )
    case = case_of(starter, Log(), MONDAY)
    loading = [w for w in case.whole_weeks if w.kind is WeekKind.NORMAL and not case.tapered(w)]
    counts = [len(case.runs(week)) for week in loading]
    assert (counts[0], max(counts)) == (3, 5)
    added = [week for week in case.whole_weeks if any(r.code is Code.DAY_ADDED for r in week.why)]
    assert len(added) == 2
    assert added[1].starts - added[0].starts >= timedelta(weeks=3)
    assert all(b - a <= 1 for a, b in pairwise(counts))


# -- the five pillars ------------------------------------------------------------------------


@pytest.mark.parametrize("days", [3, 5, 7])
@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_four_weeks_of_build_hold_pace_intervals_form_strength_and_recovery(level, days):
    case = season(level, days, TEN_K)
    build = [w for w in case.whole_weeks if w.phase is Phase.BUILD]
    sessions = case.plan.between(build[0].starts, build[-1].ends)
    focuses = {s.focus for s in sessions}
    assert focuses & {Focus.THRESHOLD, Focus.RACE_PACE}
    assert focuses & {Focus.VO2MAX, Focus.SPEED}
    assert sum(map(with_strides, sessions)) >= len(build) / 2
    for week in build:
        assert any(week.starts <= on <= week.ends for on, _ in case.plan.strength)
    assert any(week.kind is WeekKind.DOWN for week in build)


def test_without_time_for_anything_fast_the_season_says_so():
    soon = runner(INTERMEDIATE, 2 + 1, race(FIVE_K, 1), kit=())
    codes = {reason.code for reason in case_of(soon, Log(), MONDAY).plan.why}
    assert Code.ONLY_FRESHNESS in codes


@pytest.mark.parametrize("kit", [(Kit.TRACK,), (Kit.TRACK, Kit.HILL)])
def test_an_advanced_base_has_sprints_on_fresh_legs_with_strength_in_the_week(kit):
    case = season(ADVANCED, 6, FIVE_K, 24, kit)
    sprints = [
        s
        for s in case.plan.sessions
        if s.race is None and any(t.effort is Effort.SPRINT for t in s.workout.steps())
    ]
    assert len(sprints) >= 2
    flat = [s.on for s in sprints if s.workout.key.startswith("sprint-") and not s.hard]
    assert all((b - a).days >= 14 for a, b in pairwise(flat))
    for s in sprints:
        before = case.by_day.get(s.on - timedelta(days=1))
        assert before is None or not (before.hard or before.long)
        week = case.plan.week_of(s.on)
        assert any(week.starts <= on <= week.ends for on, _ in case.plan.strength)


def told(athlete):
    return {reason.code for reason in case_of(athlete, Log(), MONDAY).plan.why}


def test_a_season_without_anything_fast_before_its_race_is_flagged():
    sore = (Injury(Spot.ACHILLES, healed=False),)
    goal = race(TEN_K, 14)
    assert Code.UNTRAINED_FOR_SPEED in told(runner(INTERMEDIATE, 5, goal, injuries=sore))
    assert Code.UNTRAINED_FOR_SPEED not in told(runner(INTERMEDIATE, 5, goal))


@pytest.mark.parametrize("born", [2001, 1966, 1951])
def test_no_age_and_no_pace_is_too_slow_for_a_season(born):
    slow = (Result(Distance.of_km(5), Duration(60 * 42), MONDAY - timedelta(days=20)),)
    case = case_of(
        runner(INTERMEDIATE, 3, race(TEN_K, 24), birth_year=born, results=slow), Log(), MONDAY
    )
    assert case.races
    assert sum(s.hard for s in case.plan.sessions) >= 5


def test_without_any_test_or_measurement_a_whole_season_is_trained_by_effort():
    blank = runner(INTERMEDIATE, 4, race(TEN_K, 20), results=(), birth_year=None)
    case = case_of(replace(blank, measured_distance=False), Log(), MONDAY)
    assert sum(s.hard for s in case.plan.sessions) >= 8
    hard = (t for s in case.plan.sessions if s.hard and not s.race for t in s.workout.steps())
    assert all(step.time is not None for step in hard)


def test_a_goal_whose_own_pace_is_hardly_run_before_it_says_so():
    assert Code.RACE_PACE_UNTRAINED in told(runner(BEGINNER, 5, race(TEN_K, 10)))
    for distance in RaceDistance:
        codes = {reason.code for reason in season(INTERMEDIATE, 5, distance).plan.why}
        assert Code.RACE_PACE_UNTRAINED not in codes
