"""The guide's weeks as the planner writes them: 3, 5 and 7 days, what is hard and what is calm."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from core.activity import Log
from core.athlete import Kit, Level, RaceDistance, UsualWeek
from core.plan import Phase, WeekKind
from core.reasons import Code
from core.units import Distance
from core.week.layout import hard_days
from core.workout import Effort, Focus, step_metres
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


# -- what the distances train ----------------------------------------------------------------


def share(case, efforts):
    """Of all metres before the race those at these efforts."""
    steps = [s for x in case.plan.sessions if x.race is None for s in x.workout.steps()]
    found = sum(step_metres(s, case.pace_of) for s in steps if s.effort in efforts)
    return found / sum(step_metres(s, case.pace_of) for s in steps)


FIVE_K_FAST = {Effort.FIVE_K, Effort.THREE_K, Effort.MILE, Effort.FAST}
TEMPO = {Effort.HALF, Effort.THRESHOLD}
MARATHON_PACE = {Effort.MARATHON}


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_each_distance_has_its_emphasis(level):
    five, ten, half, marathon = (season(level, 5, d) for d in RaceDistance)
    assert share(five, FIVE_K_FAST) > share(ten, FIVE_K_FAST) > share(marathon, FIVE_K_FAST)
    assert share(half, TEMPO) > share(five, TEMPO)
    assert share(ten, TEMPO) > share(five, TEMPO)
    assert share(marathon, MARATHON_PACE) > share(half, MARATHON_PACE)
    assert share(marathon, MARATHON_PACE) > share(five, MARATHON_PACE)


def laps(case):
    """How often 400s or 800s are run as reps."""
    steps = [s for x in case.plan.sessions for s in x.workout.steps()]
    return sum(
        1 for s in steps if s.distance in {Distance(400), Distance(800)} and s.effort in FIVE_K_FAST
    )


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_a_5k_season_has_more_400s_and_800s_than_a_marathon(level):
    assert laps(season(level, 5, FIVE_K)) >= 20
    assert laps(season(level, 5, FIVE_K)) > laps(season(level, 5, MARATHON))


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_a_marathon_season_runs_its_pace_and_seasons_it_with_little_speed(level):
    case = season(level, 5, MARATHON)
    pace = [
        s.on
        for s in case.plan.sessions
        if s.race is None and Effort.MARATHON in {t.effort for t in s.workout.steps()}
    ]
    assert len(pace) >= 5
    assert share(case, FIVE_K_FAST) < 0.04
    tuning = [s.on for s in case.plan.sessions if s.workout.key == "400s-tuning"]
    assert all((b - a).days >= 7 for a, b in pairwise(tuning))
    last_long = [s for s in case.plan.sessions if s.workout.key == "mp-medium-long"]
    assert [(case.races[0].on - s.on).days for s in last_long] == [14]


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_a_10k_build_begins_with_tempo_and_long_reps_and_moves_to_race_pace(level):
    weeks = normal_weeks(season(level, 5, TEN_K), Phase.BUILD)
    half = len(weeks) // 2

    def focuses(part):
        return Counter(s.focus for week in part for s in week if s.hard and not s.long)

    early, late = focuses(weeks[:half]), focuses(weeks[half:])
    assert early[Focus.THRESHOLD] >= half - 1
    assert early[Focus.RACE_PACE] == 0
    assert late[Focus.RACE_PACE] + late[Focus.VO2MAX] > late[Focus.THRESHOLD] / 2


def test_fast_long_runs_are_in_the_plans_of_the_long_races_only():
    def fast_long(distance):
        return sum(s.long and s.hard for s in season(INTERMEDIATE, 5, distance).plan.sessions)

    assert fast_long(HALF) >= 2
    assert fast_long(MARATHON) >= 2
    assert fast_long(FIVE_K) == fast_long(TEN_K) == 0


# -- one variable at a time ------------------------------------------------------------------


def load(session):
    """(metres at M or faster, the fastest effort, seconds of rest a rep)."""
    steps = list(session.workout.steps())
    fast = [s for s in steps if s.effort.at_least_marathon and s.part.value == "main"]
    rests = [s.time.seconds for s in steps if s.part.value == "recovery" and s.time]
    amount = sum(s.distance.metres if s.distance else s.time.seconds for s in fast)
    return amount, max(s.effort.rank for s in fast), -max(rests, default=0)


@pytest.mark.parametrize("distance", [FIVE_K, TEN_K, HALF])
@pytest.mark.parametrize("level", Level)
def test_a_session_that_comes_again_has_one_thing_more(level, distance):
    case = season(level, 5, distance)
    before = {}
    weeks = [w for phase in (Phase.BASE, Phase.BUILD) for w in normal_weeks(case, phase)]
    for session in (s for week in weeks for s in week if s.hard):
        key, now = session.workout.key, load(session)
        was = before.get(key)
        if was is not None:
            assert sum(a > b for a, b in zip(now, was, strict=True)) <= 1, session
        before[key] = now


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
    assert len({case.plan.week_of(s.on) for s in sprints}) == len(sprints) or Kit.HILL in kit
    for s in sprints:
        before = case.by_day.get(s.on - timedelta(days=1))
        assert before is None or not (before.hard or before.long)
        week = case.plan.week_of(s.on)
        assert any(week.starts <= on <= week.ends for on, _ in case.plan.strength)
