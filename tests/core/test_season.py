from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from core.activity import Activity, Log
from core.athlete import (
    Athlete,
    Condition,
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
from core.fitness import effective_fitness
from core.phases import is_short
from core.plan import Phase, Plan, WeekKind
from core.reasons import Code
from core.routine import Dose
from core.season import Refusal, build_plan, is_beginner_start
from core.season.calendar import calendar
from core.season.lighter import down_weeks
from core.season.sizer import Sizer
from core.season.strength import strength_dose
from core.season.volume import most
from core.units import Distance, Duration, Pace
from core.workout import Effort, Focus
from tests.core.season_case import CONTENT, DAY, SHAPES, case_of, planned

MONDAY = date(2026, 11, 30)
A, B, C = Priority.A, Priority.B, Priority.C
FIVE_K, TEN_K, HALF, MARATHON = RaceDistance


def race(weeks: float, distance: RaceDistance, priority: Priority = A) -> Race:
    """A race so many weeks after the start, on a Sunday for whole ones."""
    on = MONDAY + timedelta(days=round(weeks * 7) - 1)
    return Race(on, distance.distance, priority)


def runner(
    *races: Race,
    level: Level = Level.INTERMEDIATE,
    days: tuple[int, ...] = (1, 3, 5, 6),
    usual: tuple[int, float, float] = (4, 40, 14),
    ten_k: str = "48:00",
    **facts: object,
) -> Athlete:
    runs, km, longest = usual
    minutes, seconds = (int(part) for part in ten_k.split(":"))
    result = Result(TEN_K.distance, Duration(minutes * 60 + seconds), MONDAY - 30 * DAY)
    told = Athlete(
        level=level,
        days=days,
        long_day=6 if 6 in days else days[-1],
        usual=UsualWeek(runs, Distance.of_km(km), Distance.of_km(longest)),
        started=MONDAY - DAY,
        races=races,
        results=(result,),
    )
    return replace(told, **facts)  # type: ignore[arg-type]


def codes(plan: Plan) -> set[Code]:
    return {reason.code for reason in plan.why}


def ran(*weeks: float, until: date = MONDAY) -> Log:
    """Weeks of four even runs, the last one just before a day."""
    activities = []
    for back, km in enumerate(reversed(weeks)):
        monday = until - timedelta(weeks=back + 1)
        for day in (1, 3, 5, 6):
            run = Distance.of_km(km / 4)
            activities.append(Activity(monday + timedelta(days=day), distance=run))
    return Log(tuple(sorted(activities, key=lambda a: a.on)))


# -- the race calendar -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("races", "goals"),
    [
        pytest.param([(10, TEN_K, A), (20, HALF, A)], [10, 20], id="two peaks"),
        pytest.param([(20, HALF, A), (27, HALF, A)], [20], id="seven weeks after a half"),
        pytest.param([(20, TEN_K, A), (25, FIVE_K, A)], [20, 25], id="short races, five weeks"),
        pytest.param([(20, TEN_K, A), (23, FIVE_K, A)], [20], id="short races, three weeks"),
        pytest.param([(20, HALF, A), (25, MARATHON, A)], [25], id="a tune-up gives way"),
        pytest.param([(10, TEN_K, B), (20, HALF, C)], [], id="no A race"),
        pytest.param(
            [(10, FIVE_K, A), (20, TEN_K, A), (30, FIVE_K, A), (40, TEN_K, A)],
            [10, 20, 30],
            id="three short peaks a year",
        ),
        pytest.param(
            [(10, HALF, A), (24, HALF, A), (40, TEN_K, A)], [10, 24], id="two peaks a year"
        ),
    ],
)
def test_goals_are_few_and_apart(
    races: list[tuple[int, RaceDistance, Priority]], goals: list[int]
) -> None:
    found = calendar([race(*r) for r in races], MONDAY, MONDAY + timedelta(days=400), SHAPES.limits)
    assert [g.on for g in found.goals] == [race(week, FIVE_K).on for week in goals]
    assert len(found.races) == len(races)
    given_way = [r for r in races if r[2] is A and r[0] not in goals]
    assert len(found.why) == len(given_way)


def test_a_goal_just_behind_counts_in_the_spacing() -> None:
    behind = race(-3, HALF)
    found = calendar([behind, race(4, HALF)], MONDAY, MONDAY + 400 * DAY, SHAPES.limits)
    assert found.goals == ()
    assert found.why[0].code is Code.RACE_BECOMES_B


def test_of_two_races_on_one_day_the_one_that_matters_is_kept() -> None:
    found = calendar(
        [race(9, HALF, C), race(9, FIVE_K, A)], MONDAY, MONDAY + 400 * DAY, SHAPES.limits
    )
    assert [(r.priority, is_short(r)) for r in found.races] == [(A, True)]


# -- down weeks and growth -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("weeks", "every", "loaded", "into_taper", "down"),
    [
        (3, 4, 0, True, ()),
        (4, 4, 0, True, (2,)),
        (6, 4, 0, True, (2,)),
        (7, 4, 0, True, (3,)),
        (10, 4, 0, True, (2, 6)),
        (11, 4, 0, True, (3, 7)),
        (11, 4, 2, True, (0, 3, 7)),
        (8, 3, 0, True, (2, 5)),
        (12, 4, 0, False, (3, 7, 11)),
        (12, 4, 3, False, (0, 4, 8)),
        (12, 3, 0, False, (2, 5, 8, 11)),
        (0, 4, 0, True, ()),
    ],
)
def test_every_third_or_fourth_week_is_down_and_the_last_loading_ends_at_the_taper(
    weeks: int, every: int, loaded: int, into_taper: bool, down: tuple[int, ...]
) -> None:
    assert down_weeks(weeks, every, loaded, into_taper=into_taper) == down


@pytest.mark.parametrize("weeks", range(60))
@pytest.mark.parametrize("every", [3, 4])
def test_no_run_of_loading_weeks_is_longer_than_that(weeks: int, every: int) -> None:
    down = [-1, *down_weeks(weeks, every, 0, into_taper=True), weeks]
    gaps = [b - a for a, b in pairwise(down)]
    assert max(gaps) <= every
    assert weeks < 6 or min(gaps) >= every - 1


@pytest.mark.parametrize(
    ("normals", "careful", "biggest"),
    [
        ([40_000], False, 44_000),
        ([20_000], False, 23_000),
        ([40_000], True, 42_800),
        ([20_000], True, 22_000),
        ([20_000, 23_000], False, 25_000),
        ([40_000, 44_000], False, 48_400),
        ([40_000, 48_000], False, 50_000),
    ],
)
def test_a_week_grows_by_its_rule_and_two_weeks_by_theirs(
    normals: list[float], careful: bool, biggest: float
) -> None:
    rule = SHAPES.careful if careful else SHAPES.usual
    assert most(normals, rule) == pytest.approx(biggest)


# -- refusals and offers ---------------------------------------------------------------------


def test_a_marathon_six_weeks_away_is_refused_for_a_half_or_a_later_one() -> None:
    soon = race(6, MARATHON)
    found = planned(runner(soon), Log(), MONDAY)
    assert isinstance(found, Refusal)
    assert found.race == soon
    assert found.why[0].code is Code.RACE_TOO_SOON
    shorter, later = found.offers
    assert (shorter.distance, shorter.on) == (HALF, soon.on)
    assert later.distance is MARATHON
    assert later.on >= MONDAY + timedelta(weeks=12)
    assert (later.on - soon.on).days % 7 == 0


@pytest.mark.parametrize(
    ("asked", "facts"),
    [
        pytest.param(race(20, MARATHON), {"usual": (3, 20, 10)}, id="20 km a week"),
        pytest.param(race(3, HALF), {"usual": (3, 18, 7)}, id="a half three weeks from 7 km"),
        pytest.param(race(2, TEN_K, C), {"usual": (3, 16, 5)}, id="a 10K from 5 km, as a C race"),
        pytest.param(race(30, MARATHON), {"birth_year": 2010}, id="a marathon at 16"),
    ],
)
def test_what_would_be_unsafe_is_refused_with_something_else_offered(
    asked: Race, facts: dict[str, object]
) -> None:
    found = planned(runner(asked, **facts), Log(), MONDAY)
    assert isinstance(found, Refusal)
    assert found.race == asked
    assert found.offers


def test_a_refused_race_is_named_as_it_was_entered_though_another_made_it_lesser() -> None:
    tune_up, goal = race(2, TEN_K), race(9, HALF)
    athlete = runner(tune_up, goal, usual=(3, 16, 5))
    assert calendar(athlete.races, MONDAY, goal.on, SHAPES.limits).races[0].priority is B
    found = planned(athlete, Log(), MONDAY)
    assert isinstance(found, Refusal)
    assert found.race == tune_up


@pytest.mark.parametrize("ten_k", range(34, 64))
@pytest.mark.parametrize(
    ("asked", "usual"),
    [
        pytest.param(race(20, MARATHON), (5, 55, 21), id="marathon"),
        pytest.param(race(16, HALF), (5, 30, 12), id="half"),
        pytest.param(race(12, TEN_K), (5, 25, 7), id="10K"),
    ],
)
@pytest.mark.parametrize("told", [{}, {"miles": True}, {"measured_distance": False}], ids=str)
def test_nobody_is_refused_because_a_long_run_comes_in_round_amounts(
    asked: Race, usual: tuple[int, float, float], ten_k: int, told: dict[str, object]
) -> None:
    athlete = runner(asked, usual=usual, days=(1, 2, 3, 5, 6), ten_k=f"{ten_k}:00", **told)
    assert isinstance(planned(athlete, Log(), MONDAY), Plan)


@pytest.mark.parametrize("ten_k", range(44, 64, 2))
@pytest.mark.parametrize("weekly", [(3, 35, 14), (3, 45, 16)], ids=str)
def test_a_marathon_on_three_days_is_within_reach_of_who_has_half_a_year(
    weekly: tuple[int, float, float], ten_k: int
) -> None:
    athlete = runner(race(30, MARATHON), usual=weekly, days=(1, 3, 6), ten_k=f"{ten_k}:00")
    assert isinstance(planned(athlete, Log(), MONDAY), Plan)


@pytest.mark.parametrize("units", [{}, {"miles": True}, {"by_minutes": True}], ids=str)
def test_ten_per_cent_more_is_always_a_step(units: dict[str, bool]) -> None:
    sizer = Sizer(lambda _: Pace(345), **({"masters": False, "by_minutes": False} | units))
    amount = sizer.rounded(sizer.easy_metres(20))
    while sizer.easy_minutes(amount) < 165:
        more = sizer.rounded(amount * 1.1)
        assert more > amount, f"{sizer.easy_minutes(amount):.0f} min stand still"
        amount = more


def test_who_has_run_the_long_run_already_may_run_a_marathon_soon() -> None:
    trained = runner(race(3, MARATHON), usual=(5, 75, 30), days=(1, 2, 3, 5, 6))
    found = planned(trained, Log(), MONDAY)
    assert isinstance(found, Plan)


def test_below_sixteen_and_on_one_day_nobody_is_coached() -> None:
    child = planned(runner(birth_year=2011), Log(), MONDAY)
    assert isinstance(child, Refusal)
    assert [r.code for r in child.why] == [Code.UNDER_SIXTEEN]
    one_day = planned(runner(days=(6,)), Log(), MONDAY)
    assert isinstance(one_day, Refusal)
    assert [r.code for r in one_day.why] == [Code.FEW_DAYS]


def test_under_two_weeks_a_race_only_gets_fresh_legs() -> None:
    case = case_of(runner(race(1.5, TEN_K)), Log(), MONDAY)
    assert Code.ONLY_FRESHNESS in codes(case.plan)
    before = case.plan.between(MONDAY, case.races[0].on - DAY)
    assert sum(s.hard for s in before) <= 1
    assert sum(case.metres[s.on] for s in before) < 50_000


def test_too_little_time_makes_the_best_short_season_and_says_so() -> None:
    plan = case_of(runner(race(8, TEN_K)), Log(), MONDAY).plan
    reason = next(r for r in plan.why if r.code is Code.SHORT_OF_TIME)
    assert (reason.facts["weeks"], reason.facts["wanted"]) == (8, 16)
    assert [w.phase for w in plan.weeks[:8]] == [
        *[Phase.BASE] * 2,
        *[Phase.BUILD] * 4,
        *[Phase.PEAK] * 2,
    ]


# -- where a season starts from --------------------------------------------------------------


def test_volume_comes_from_what_was_run_not_from_what_was_told() -> None:
    coached = runner(started=MONDAY - 100 * DAY, usual=(4, 60, 20))
    first = case_of(coached, ran(20, 30, 40, 25, 35, 20), MONDAY).plan.weeks[0]
    assert 28 <= first.volume.km <= 30.5


def test_the_first_week_is_the_usual_one_not_the_best() -> None:
    coached = runner(started=MONDAY - 100 * DAY)
    first = case_of(coached, ran(20, 30, 50, 40), MONDAY).plan.weeks[0]
    assert 33 <= first.volume.km <= 35.5


def test_a_few_days_of_coaching_count_beside_the_told_week() -> None:
    coached = runner(started=MONDAY - 7 * DAY)
    first = case_of(coached, ran(20), MONDAY).plan.weeks[0]
    assert first.volume.km == pytest.approx((3 * 40 + 20) / 4, abs=1)


def test_a_new_plan_in_the_middle_goes_on_where_the_season_stands() -> None:
    athlete = runner(race(24, TEN_K))
    whole = case_of(athlete, Log(), MONDAY).plan
    later = MONDAY + timedelta(weeks=14)
    again = case_of(athlete, ran(*[42] * 14, until=later), later).plan
    assert [w.phase for w in again.weeks[:10]] == [w.phase for w in whole.weeks[14:24]]


def test_weeks_of_loading_behind_bring_the_down_week_sooner() -> None:
    athlete = runner(started=MONDAY - 100 * DAY)
    rested = case_of(athlete, ran(40, 40, 40, 28), MONDAY).plan
    loaded = case_of(athlete, ran(28, 40, 40, 40), MONDAY).plan
    first = [
        next(i for i, w in enumerate(plan.weeks) if w.kind is WeekKind.DOWN)
        for plan in (rested, loaded)
    ]
    assert first == [3, 0]


def test_a_goal_just_run_is_recovered_from_before_anything_else() -> None:
    raced = race(0, MARATHON)
    athlete = runner(raced, started=MONDAY - 200 * DAY)
    log = Log((*ran(50, 50, 50, 40, 30).activities, Activity(raced.on, distance=raced.distance)))
    plan = case_of(athlete, log, MONDAY).plan
    assert [w.kind for w in plan.weeks[:5]] == [
        *[WeekKind.RECOVERY] * 3,
        *[WeekKind.RETURN] * 2,
    ]
    assert not any(s.hard for s in plan.between(MONDAY, MONDAY + timedelta(weeks=5)))


@pytest.mark.parametrize(("birth_year", "left"), [(1990, [14, 7, 0]), (1968, [21, 14, 7])])
def test_a_recovery_week_counts_the_easy_days_that_are_left(
    birth_year: int, left: list[int]
) -> None:
    raced = race(0, MARATHON)
    athlete = runner(raced, started=MONDAY - 200 * DAY, birth_year=birth_year)
    log = Log((*ran(50, 50, 50, 40, 30).activities, Activity(raced.on, distance=raced.distance)))
    weeks = case_of(athlete, log, MONDAY).plan.weeks[:3]
    said = [[r.facts["days"] for r in w.why if r.code is Code.RACE_RECOVERY] for w in weeks]
    assert said == [[days] if days else [] for days in left]


def test_without_a_race_twelve_weeks_roll_ahead() -> None:
    plan = case_of(runner(), Log(), MONDAY).plan
    assert Code.ROLLING in codes(plan)
    assert len(plan.weeks) == 12
    assert {w.phase for w in plan.weeks} == {Phase.BASE, Phase.BUILD}


def test_load_that_must_not_grow_stays() -> None:
    athlete = runner(race(24, TEN_K))
    fitness = effective_fitness(athlete, Log(), MONDAY)
    plan = build_plan(athlete, Log(), CONTENT.library, SHAPES, fitness, MONDAY, grows=False)
    assert isinstance(plan, Plan)
    assert max(week.volume.km for week in plan.weeks) <= 40.5


# -- beginners, returners, and who is to be spared -------------------------------------------


def test_who_cannot_run_twenty_minutes_climbs_the_ladder_three_runs_a_step() -> None:
    beginner = runner(
        level=Level.BEGINNER, usual=(0, 0, 0), days=(1, 3, 6), can_run_20_min=False, results=()
    )
    plan = case_of(beginner, Log(), MONDAY).plan
    keys = [s.workout.key for s in plan.sessions[:24]]
    assert keys == [key for key in CONTENT.library.ladder for _ in range(3)]
    assert plan.sessions[24].focus is not Focus.WALK_RUN
    assert all(w.kind is WeekKind.START for w in plan.weeks[:8])


def test_the_ladder_goes_on_from_the_step_that_was_reached() -> None:
    first, second = CONTENT.library.ladder[:2]
    beginner = runner(
        level=Level.BEGINNER,
        usual=(0, 0, 0),
        days=(1, 3, 6),
        can_run_20_min=False,
        results=(),
        started=MONDAY - 14 * DAY,
    )
    good = [Activity(MONDAY - n * DAY, key=first, focus=Focus.WALK_RUN, rpe=3) for n in (6, 4, 1)]
    plan = case_of(beginner, Log(tuple(good)), MONDAY).plan
    assert plan.sessions[0].workout.key == second


def test_a_start_is_over_for_the_coach_when_its_weeks_are() -> None:
    athlete = runner(usual=(2, 10, 5), started=MONDAY - 70 * DAY)
    assert is_beginner_start(replace(athlete, started=MONDAY - DAY), Log(), MONDAY)
    assert is_beginner_start(athlete, ran(10, 10, 10), MONDAY)
    assert not is_beginner_start(athlete, ran(10, 11, 12, 13), MONDAY)
    assert not is_beginner_start(runner(), Log(), MONDAY)


def test_in_the_first_weeks_amounts_are_minutes_and_later_kilometres() -> None:
    plan = case_of(runner(usual=(3, 14, 6)), Log(), MONDAY).plan
    first, later = plan.sessions[0], plan.sessions[-1]
    assert all(step.time is not None for step in first.workout.steps())
    assert any(step.distance is not None for step in later.workout.steps())


@pytest.mark.parametrize("miles", [False, True])
def test_long_runs_are_round_in_the_athlete_s_own_unit(miles: bool) -> None:
    case = case_of(runner(race(16, HALF), miles=miles), Log(), MONDAY)
    long = [case.metres[s.on] for s in case.plan.sessions if s.long and s.focus is Focus.LONG]
    plain = [metres for metres in long if metres > 8_000]
    halves = [metres / (1609.344 if miles else 1000) * 2 for metres in plain]
    round_ones = sum(abs(half - round(half)) < 0.13 for half in halves)  # sized down to 100 m
    assert round_ones >= 0.8 * len(halves) > 6


@pytest.mark.parametrize("runs", [2, 3])
def test_small_weeks_grow_too(runs: int) -> None:
    days = (2, 6) if runs == 2 else (1, 3, 6)
    small = runner(days=days, usual=(runs, 4.5 * runs, 4.5), goal=TEN_K)
    case = case_of(small, Log(), MONDAY)
    normal = [case.week_metres(w) for w in case.whole_weeks if w.kind is WeekKind.NORMAL]
    assert max(normal) > 1.15 * normal[0]


def test_from_fifty_there_are_more_easy_days_and_earlier_down_weeks_unless_refused() -> None:
    goal = race(24, TEN_K)
    athlete = runner(goal, days=(0, 1, 2, 3, 4, 5, 6), usual=(6, 60, 18), birth_year=1970)
    spared = case_of(athlete, Log(), MONDAY)
    refused = case_of(replace(athlete, masters_rules=False), Log(), MONDAY)
    assert Code.MASTERS in codes(spared.plan)
    assert Code.MASTERS not in codes(refused.plan)
    downs = [sum(w.kind is WeekKind.DOWN for w in case.plan.weeks) for case in (spared, refused)]
    assert downs[0] > downs[1]
    long_warm_ups = [
        next(s for s in case.plan.sessions if s.hard and not s.race).workout.blocks[0]
        for case in (spared, refused)
    ]
    minutes = [block.time.minutes for block in long_warm_ups if hasattr(block, "time")]
    assert minutes[0] > minutes[1]


@pytest.mark.parametrize("condition", [Condition.HEART, Condition.EFFORT_SIGNS])
def test_whom_a_doctor_has_not_cleared_walks(condition: Condition) -> None:
    athlete = runner(race(20, TEN_K), conditions=(condition,))
    plan = case_of(athlete, Log(), MONDAY).plan
    assert {s.workout.key for s in plan.sessions} == {"walk-30"}
    assert Code.WALK_ONLY in codes(plan)
    cleared = case_of(replace(athlete, cleared=(condition,)), Log(), MONDAY).plan
    assert any(s.race for s in cleared.sessions)


def test_pregnant_runs_are_easy_and_nothing_grows() -> None:
    plan = case_of(runner(race(20, TEN_K), conditions=(Condition.PREGNANT,)), Log(), MONDAY).plan
    assert {w.kind for w in plan.weeks} == {WeekKind.MAINTAIN}
    assert {s.focus for s in plan.sessions} == {Focus.EASY}
    assert len({round(w.volume.km) for w in plan.weeks}) == 1
    assert plan.strength == ()


def test_after_a_birth_walking_comes_first_then_the_ladder() -> None:
    born = MONDAY - timedelta(weeks=8)
    athlete = runner(usual=(0, 0, 0), birth_of_child=born, conditions=(Condition.POSTPARTUM,))
    plan = case_of(athlete, Log(), MONDAY).plan
    may_run = born + timedelta(weeks=12)
    assert {s.workout.key for s in plan.sessions if s.on < may_run} == {"walk-30"}
    first = next(s for s in plan.sessions if s.on >= may_run)
    assert first.workout.key == CONTENT.library.ladder[0]


def test_a_sore_achilles_runs_flat_and_easy_and_the_plan_says_why() -> None:
    sore = runner(race(12, TEN_K), injuries=(Injury(Spot.ACHILLES, MONDAY, healed=False),))
    plan = case_of(sore, Log(), MONDAY).plan
    assert Code.SORE_SPOT in codes(plan)
    assert not any(s.hard for s in plan.sessions if not s.race)


def test_a_healed_hamstring_sprints_uphill_only() -> None:
    healed = runner(
        level=Level.ADVANCED,
        usual=(6, 70, 20),
        days=(0, 1, 2, 3, 5, 6),
        kit=(Kit.HILL,),
        injuries=(Injury(Spot.HAMSTRING, None),),
    )
    plan = case_of(healed, Log(), MONDAY).plan
    sprints = [t for s in plan.sessions for t in s.workout.steps() if t.effort is Effort.SPRINT]
    assert sprints
    assert all(step.uphill for step in sprints)


# -- days ------------------------------------------------------------------------------------


def test_a_club_night_gets_the_hard_session() -> None:
    plan = case_of(runner(days=(0, 2, 3, 4, 6), club_nights=(3,), usual=(5, 45, 14)), Log(), MONDAY)
    hard = [s.on.weekday() for s in plan.plan.sessions if s.hard and not s.long]
    assert hard
    assert 3 in hard
    assert hard.count(3) >= len(hard) * 0.8
    club = next(s for s in plan.plan.sessions if s.hard and s.on.weekday() == 3)
    assert Code.CLUB_NIGHT in {reason.code for reason in club.why}


def test_fixed_rest_days_and_too_short_days_have_no_run() -> None:
    case = case_of(
        runner(days=(0, 1, 3, 5, 6), rest_days=(0,), minutes=((3, 15), (1, 45))), Log(), MONDAY
    )
    assert {s.on.weekday() for s in case.plan.sessions} == {1, 5, 6}
    assert all(case.minutes(s.workout) <= 45 for s in case.plan.sessions if s.on.weekday() == 1)


def test_days_that_cannot_be_spaced_lose_the_hard_one_and_the_week_says_so() -> None:
    plan = case_of(runner(days=(0, 5, 6), usual=(3, 30, 12)), Log(), MONDAY).plan
    assert not any(s.hard for s in plan.sessions)
    assert any(r.code is Code.NO_HARD_DAY for w in plan.weeks for r in w.why)


def test_a_race_on_a_saturday_moves_the_last_long_run_to_three_weeks_before() -> None:
    goal = Race(race(24, MARATHON).on - DAY, MARATHON.distance)
    case = case_of(
        runner(goal, days=(1, 2, 3, 5, 6), usual=(5, 60, 22), level=Level.ADVANCED), Log(), MONDAY
    )
    assert goal.on.weekday() == 5
    last = case.by_day[goal.on - 21 * DAY]
    assert last.long
    assert case.metres[last.on] >= 26_000
    after = case.plan.between(last.on + DAY, goal.on - DAY)
    assert max(case.metres[s.on] for s in after) <= 0.66 * case.metres[last.on]


def test_the_long_run_of_a_marathoner_says_that_it_is_more_than_its_share() -> None:
    plan = case_of(runner(race(24, MARATHON), usual=(4, 42, 18)), Log(), MONDAY).plan
    assert any(r.code is Code.LONG_FOR_MARATHON for s in plan.sessions for r in s.why)


def test_strength_is_light_at_first_and_short_near_the_race() -> None:
    athlete = runner()
    assert strength_dose(athlete, Phase.BASE, MONDAY) is Dose.LIGHT
    assert strength_dose(athlete, Phase.BASE, MONDAY + timedelta(weeks=4)) is Dose.FULL
    assert strength_dose(athlete, Phase.PEAK, MONDAY + timedelta(weeks=20)) is Dose.SHORT


def test_strength_stands_twice_a_week_in_base_and_uses_the_gym_there_is() -> None:
    plan = case_of(runner(kit=(Kit.GYM,)), Log(), MONDAY).plan
    week = [key for on, key in plan.strength if MONDAY <= on < MONDAY + timedelta(days=7)]
    assert week == ["strength-gym"] * 2
    home = case_of(runner(), Log(), MONDAY).plan
    assert {key for _, key in home.strength} == {"strength-home"}
