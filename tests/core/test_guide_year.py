"""The guide's year: phases and their lengths, peaks and breaks, tapers, blocks, down weeks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.activity import Activity, Log
from core.athlete import Level, Priority, Race, RaceDistance
from core.phases import Stretch
from core.plan import Phase, WeekKind
from core.reasons import Code
from core.season.calendar import calendar
from core.taper import recovery_days
from core.units import Distance, Duration
from core.workout import Effort, Focus
from tests.core.guide_people import MONDAY, normal_weeks, race, runner, season
from tests.core.season_case import SHAPES, case_of

A, B = Priority.A, Priority.B
FIVE_K, TEN_K, HALF, MARATHON = RaceDistance
INTERMEDIATE, ADVANCED, BEGINNER = Level.INTERMEDIATE, Level.ADVANCED, Level.BEGINNER
INTERVALS = {Effort.TEN_K, Effort.FIVE_K, Effort.THREE_K, Effort.MILE, Effort.FAST}


def length(case, phase):
    return sum(week.phase is phase for week in case.whole_weeks)


# -- phases ----------------------------------------------------------------------------------


@pytest.mark.parametrize("distance", RaceDistance)
def test_a_whole_season_has_phases_of_the_guides_lengths(distance):
    case = season(INTERMEDIATE, 5, distance)
    assert 8 <= length(case, Phase.BASE) <= 14
    assert 6 <= length(case, Phase.BUILD) <= 10
    assert 2 <= length(case, Phase.PEAK) <= 3
    assert 1 <= length(case, Phase.RECOVERY) <= 4


@pytest.mark.parametrize("distance", RaceDistance)
def test_the_shapes_are_inside_the_guides_bounds(distance):
    shape = SHAPES.shapes[distance]
    assert shape.base == (8, 12)
    assert 6 <= shape.build[0] <= shape.build[1] <= 10
    assert 4 <= shape.speed <= 8
    assert 2 <= shape.peak <= 3
    assert 1 <= shape.recovery <= 4


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
@pytest.mark.parametrize("distance", RaceDistance)
def test_base_has_no_hard_intervals_but_strides_hills_strength_and_long_runs(level, distance):
    case = season(level, 5, distance)
    weeks = normal_weeks(case, Phase.BASE)
    for session in (s for week in weeks for s in week if s.hard):
        assert session.focus in {Focus.THRESHOLD, Focus.STEADY}
        fast = {step.effort for step in session.workout.steps() if step.part.value == "main"}
        assert not fast & INTERVALS or any(step.uphill for step in session.workout.steps())
    assert all(any(s.long for s in week) for week in weeks)
    for week in (w for w in case.whole_weeks[1:] if w.phase is Phase.BASE):
        assert sum(week.starts <= on <= week.ends for on, _ in case.plan.strength) == 2
    quick = [
        any(s.effort in {Effort.STRIDE, Effort.SPRINT} for x in week for s in x.workout.steps())
        for week in weeks[1:]
    ]
    assert all(quick)


@pytest.mark.parametrize("distance", [FIVE_K, TEN_K, HALF])  # a marathon's peaks later
def test_volume_stops_growing_as_intensity_rises(distance):
    case = season(INTERMEDIATE, 5, distance)

    def volumes(phase):
        kinds = {WeekKind.NORMAL, WeekKind.MAINTAIN}
        weeks = [w for w in case.whole_weeks if w.phase is phase and w.kind in kinds]
        return [case.week_metres(w) for w in weeks if not case.tapered(w)]

    assert max(volumes(Phase.BUILD)) <= 1.03 * max(volumes(Phase.BASE))
    firm = [
        sum(case.fast_minutes(s.workout) for s in week) / len(week)
        for phase in (Phase.BASE, Phase.BUILD)
        for week in [[s for w in normal_weeks(case, phase) for s in w]]
    ]
    assert firm[1] > 1.5 * firm[0]


def test_advanced_athletes_with_seasons_behind_them_train_in_blocks():
    goal = race(HALF, 26)
    case = case_of(runner(ADVANCED, 6, goal, seasons=4), Log(), MONDAY)
    told = [
        reason.facts["stretch"]
        for week in case.whole_weeks
        for reason in week.why
        if reason.code is Code.STRETCH
    ]
    order = [Stretch.BASE, Stretch.STRENGTH, Stretch.SPEED, Stretch.SPECIFIC, Stretch.PEAK]
    assert [stretch for stretch in dict.fromkeys(told) if stretch in order] == order
    assert Code.BLOCKS in {reason.code for reason in case.plan.why}
    assert Code.BLOCKS not in {r.code for r in season(INTERMEDIATE, 6, HALF, 26).plan.why}


# -- tapers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("distance", "days", "shares"),
    [
        (FIVE_K, 7, [0.60]),
        (TEN_K, 10, [0.55, 0.75]),
        (HALF, 14, [0.50, 0.75]),
        (MARATHON, 21, [0.40, 0.60, 0.80]),
    ],
)
def test_a_taper_is_as_long_and_as_deep_as_its_race_asks(distance, days, shares):
    taper = SHAPES.shapes[distance].taper
    assert taper.days == days
    assert [window.share for window in taper.windows] == shares


@pytest.mark.parametrize("distance", RaceDistance)
def test_in_the_taper_intensity_stays_while_reps_get_fewer(distance):
    case = season(INTERMEDIATE, 5, distance)
    on = case.races[0].on
    days = SHAPES.shapes[distance].taper.days
    fast = [s for s in case.plan.between(on - timedelta(days=days), on) if not s.race]
    fast = [s for s in fast if case.fast_minutes(s.workout) > 0 and not s.long]
    assert fast
    weeks = [s for w in normal_weeks(case, Phase.BUILD) for s in w if s.hard and not s.long]
    usual = sum(case.fast_minutes(s.workout) for s in weeks) / len(weeks)
    last = [s for s in fast if (on - s.on).days <= 6]
    assert all(case.fast_minutes(s.workout) < usual for s in last)
    assert any(step.effort.at_least_marathon for s in last for step in s.workout.steps())


def test_the_week_of_a_half_has_strides_an_easy_run_and_a_shakeout():
    case = season(ADVANCED, 7, HALF)
    on = case.races[0].on
    week = case.plan.between(on - timedelta(days=6), on - timedelta(days=1))
    strides = [s for s in week if any(t.effort is Effort.STRIDE for t in s.workout.steps())]
    assert 1 <= len(strides) <= 2
    assert week[-1].workout.key == "shakeout"
    assert (on - week[-1].on).days == 1
    assert sum(s.workout.key == "easy" for s in week) >= 1
    assert all(case.minutes(s.workout) <= 60 for s in week)


# -- after the race --------------------------------------------------------------------------


@pytest.mark.parametrize("distance", RaceDistance)
def test_every_peak_is_followed_by_slow_half_hours_and_no_workouts(distance):
    case = season(INTERMEDIATE, 5, distance)
    on = case.races[0].on
    weeks = [w for w in case.whole_weeks if w.phase is Phase.RECOVERY]
    assert len(weeks) == SHAPES.shapes[distance].recovery
    runs = [s for week in weeks for s in case.runs(week)]
    assert runs
    assert all(15 <= case.minutes(s.workout) <= 31 for s in runs)
    assert not any(s.hard or s.long for s in runs)
    assert min(s.on for s in runs) > on


@pytest.mark.parametrize(("distance", "days"), [(FIVE_K, 2), (TEN_K, 3), (HALF, 7), (MARATHON, 14)])
def test_easy_days_after_a_race_are_a_third_of_its_kilometres(distance, days):
    assert recovery_days(distance.distance, None) == days
    assert recovery_days(distance.distance, 55) >= 1.5 * days


def test_a_new_season_after_a_break_begins_with_a_base():
    old = [
        Activity(MONDAY - timedelta(days=n), distance=Distance.of_km(9), time=Duration(3000))
        for n in range(120, 60, -2)
    ]
    athlete = replace(
        runner(INTERMEDIATE, 5, race(TEN_K, 12)), started=MONDAY - timedelta(days=125)
    )
    case = case_of(athlete, Log(tuple(old)), MONDAY)
    first = [week.phase for week in case.whole_weeks[:4]]
    assert first == [Phase.BASE] * 4


def test_a_second_season_begins_with_a_base_too():
    case = case_of(runner(INTERMEDIATE, 5, race(TEN_K, 16), race(HALF, 40)), Log(), MONDAY)
    phases = [week.phase for week in case.whole_weeks]
    after = phases[phases.index(Phase.RECOVERY) :]
    order = [p for i, p in enumerate(after) if i == 0 or p is not after[i - 1]]
    assert order[:4] == [Phase.RECOVERY, Phase.BASE, Phase.BUILD, Phase.PEAK]
    assert after.count(Phase.BASE) >= 4


# -- peaks -----------------------------------------------------------------------------------


def on(month: int, day: int, distance: RaceDistance, priority: Priority = A) -> Race:
    return Race(date(2027, month, day), distance.distance, priority)


YEAR = date(2027, 1, 4)
UNTIL = YEAR + timedelta(weeks=78)


@pytest.mark.parametrize(
    ("races", "goals", "code"),
    [
        ([on(5, 9, TEN_K), on(11, 7, HALF)], [5, 11], None),
        ([on(4, 11, HALF), on(7, 11, HALF), on(10, 10, HALF)], [4, 7], Code.TOO_MANY_PEAKS),
        ([on(4, 11, TEN_K), on(7, 11, FIVE_K), on(10, 10, TEN_K)], [4, 7, 10], None),
        ([on(4, 11, HALF), on(5, 16, HALF)], [4], Code.RACE_BECOMES_B),
        ([on(4, 11, TEN_K), on(5, 23, TEN_K)], [4, 5], None),
        ([on(4, 11, TEN_K), on(5, 2, TEN_K)], [4], Code.RACE_BECOMES_B),
        ([on(3, 14, HALF), on(4, 18, MARATHON)], [4], Code.RACE_BECOMES_B),
        ([on(4, 11, MARATHON), on(6, 20, FIVE_K, B), on(9, 12, TEN_K, B)], [4], None),
    ],
    ids=[
        "spring and autumn",
        "a third peak of the year gives way",
        "three where all are short",
        "five weeks apart are one peak",
        "six weeks apart are two where both are short",
        "three weeks apart are one even then",
        "the tune-up gives way to the longer race",
        "one marathon, and short races around it",
    ],
)
def test_not_every_race_can_be_a_peak(races, goals, code):
    found = calendar(races, YEAR, UNTIL, SHAPES.limits)
    assert [race.on.month for race in found.goals] == goals
    assert [reason.code for reason in found.why] == ([code] if code else [])
    assert len(found.races) == len(races)


def test_the_guides_year_two_peaks_each_with_base_build_taper_and_recovery():
    """A 10K in May and a half in November, planned in January."""
    races = on(5, 9, TEN_K), on(11, 7, HALF)
    athlete = replace(runner(INTERMEDIATE, 5, *races), started=YEAR - timedelta(days=1))
    case = case_of(athlete, Log(), YEAR)
    phases = [week.phase for week in case.whole_weeks]
    order = [p for i, p in enumerate(phases) if i == 0 or p is not phases[i - 1]]
    cycle = [Phase.BASE, Phase.BUILD, Phase.PEAK, Phase.RECOVERY]
    assert order[:8] == cycle * 2
    first, second = (
        max(case.week_metres(w) for w in case.whole_weeks if a <= w.starts < b)
        for a, b in ((YEAR, races[0].on), (races[0].on, races[1].on))
    )
    assert second >= first


def test_one_marathon_a_year_leaves_the_rest_to_base_and_short_races():
    races = on(4, 18, MARATHON), on(9, 12, TEN_K)
    athlete = replace(runner(INTERMEDIATE, 5, *races), started=YEAR - timedelta(days=1))
    case = case_of(athlete, Log(), YEAR)
    assert [r.race.distance for r in case.races] == [MARATHON.distance, TEN_K.distance]
    between = [w for w in case.whole_weeks if races[0].on < w.starts < races[1].on]
    assert sum(w.phase is Phase.BASE for w in between) >= 8


def test_down_weeks_cut_a_fifth_to_a_third_every_third_or_fourth_week():
    case = season(INTERMEDIATE, 5, HALF)
    weeks = [w for w in case.whole_weeks if w.phase in {Phase.BASE, Phase.BUILD}]
    down = [i for i, w in enumerate(weeks) if w.kind is WeekKind.DOWN]
    gaps = [b - a for a, b in zip([-1, *down], down, strict=False)]
    assert all(2 <= gap <= 4 for gap in gaps)
    for i in down:
        cut = 1 - case.week_metres(weeks[i]) / case.week_metres(weeks[i - 1])
        assert 0.18 <= cut <= 0.32
        why = next(r for r in weeks[i].why if r.code is Code.DOWN_WEEK)
        assert why.facts["cut"] == "volume"
