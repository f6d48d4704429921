from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.athlete import Athlete, Injury, Kit, Level, RaceDistance, Spot, UsualWeek
from core.content import load_content
from core.library import (
    Band,
    DoesNotFit,
    Grows,
    Library,
    Lock,
    Range,
    Slot,
    Standing,
    caps_for,
    fit,
    lock,
    size,
    used,
    within,
)
from core.library.totals import metres_of, minutes_of
from core.paces import pace_of, paces_for
from core.plan import Phase, hard
from core.units import Distance, Duration
from core.workout import Effort, Focus, Part, Step, Workout

LIBRARY = load_content().library
TODAY = date(2026, 6, 1)
SPEEDS = {
    "no result, beginner": pace_of(None, Level.BEGINNER),
    "VDOT 31": pace_of(paces_for(31), Level.BEGINNER),
    "VDOT 45": pace_of(paces_for(45), Level.INTERMEDIATE),
    "VDOT 62": pace_of(paces_for(62), Level.ADVANCED),
}
USUAL = SPEEDS["VDOT 45"]
recipes = st.sampled_from(LIBRARY.recipes)
speeds = st.sampled_from(list(SPEEDS.values()))
fast_recipes = st.sampled_from([r for r in LIBRARY if Slot.HARD in r.slots])


def runner(level=Level.INTERMEDIATE, **facts):
    return Athlete(
        level=level,
        days=(1, 3, 6),
        long_day=6,
        usual=UsualWeek(4, Distance.of_km(40), Distance.of_km(14)),
        started=TODAY,
        **facts,
    )


# -- sizing ----------------------------------------------------------------------------------


@pytest.mark.parametrize("speed", SPEEDS.values(), ids=SPEEDS)
@pytest.mark.parametrize("recipe", LIBRARY, ids=lambda recipe: recipe.key)
def test_every_recipe_makes_a_workout_at_each_dose_and_stage(recipe, speed):
    for stage in range(recipe.stages):
        lengths = [
            minutes_of(size(recipe, pace_of=speed, dose=dose, stage=stage).blocks, speed)
            for dose in recipe.doses
        ]
        assert lengths == sorted(set(lengths))


@given(recipes, speeds, st.integers(10, 200))
def test_a_total_in_minutes_is_met_as_far_as_the_frame_goes_and_never_passed(recipe, speed, total):
    try:
        workout = size(recipe, pace_of=speed, minutes=total)
    except DoesNotFit:
        least = size(recipe, pace_of=speed)
        assert minutes_of(least.blocks, speed) > total - 20
        return
    took = minutes_of(workout.blocks, speed)
    assert took <= total + 0.01
    if recipe.fills:
        assert took > total - 1


@given(recipes, speeds, st.integers(1, 45))
def test_a_total_in_kilometres_is_never_passed(recipe, speed, km):
    try:
        workout = size(recipe, pace_of=speed, distance=Distance.of_km(km))
    except DoesNotFit:
        return
    assert metres_of(workout.blocks, speed) <= km * 1000 + 1
    if recipe.fills:
        assert metres_of(workout.blocks, speed) > km * 1000 - 300


@given(recipes, speeds, st.integers(20, 150))
def test_the_total_changes_the_easy_running_and_not_the_main_part(recipe, speed, total):
    dose = recipe.doses[-1]
    try:
        workout = size(recipe, pace_of=speed, dose=dose, minutes=total)
    except DoesNotFit:
        return
    usual = size(recipe, pace_of=speed, dose=dose)
    faster = [s for s in workout.steps() if s.effort.at_least_marathon]
    assert faster == [s for s in usual.steps() if s.effort.at_least_marathon]


@given(recipes, speeds, st.integers(10, 180))
def test_without_a_dose_the_most_that_there_is_room_for_is_taken(recipe, speed, total):
    try:
        workout = size(recipe, pace_of=speed, minutes=total)
    except DoesNotFit:
        return
    fitting = []
    for dose in recipe.doses:
        try:
            fitting.append(size(recipe, pace_of=speed, dose=dose, minutes=total))
        except DoesNotFit:
            break
    assert workout == fitting[-1]


def test_totals_count_repeats_as_the_workout_itself_does():
    for recipe in LIBRARY:
        workout = size(recipe, pace_of=USUAL)
        assert minutes_of(workout.blocks, USUAL) == pytest.approx(workout.minutes(USUAL))
        assert metres_of(workout.blocks, USUAL) == pytest.approx(workout.distance(USUAL).metres)


@given(recipes.filter(lambda r: r.grows is Grows.REST))
def test_a_rest_ladder_shortens_the_rests_and_nothing_else(recipe):
    workouts = [size(recipe, pace_of=USUAL, stage=stage) for stage in range(recipe.stages)]
    rests = [
        sum(s.time.seconds for s in w.steps() if s.part is Part.RECOVERY and s.time)
        for w in workouts
    ]
    assert rests == sorted(set(rests), reverse=True)
    for workout in workouts:
        running = [s for s in workout.steps() if s.part is not Part.RECOVERY]
        assert running == [s for s in workouts[0].steps() if s.part is not Part.RECOVERY]


@given(recipes.filter(lambda r: r.grows is Grows.PACE))
def test_a_pace_ladder_quickens_the_reps_and_nothing_else(recipe):
    workouts = [size(recipe, pace_of=USUAL, stage=stage) for stage in range(recipe.stages)]
    ranks = [max(s.effort.rank for s in w.steps() if s.part is Part.MAIN) for w in workouts]
    assert ranks == sorted(set(ranks))
    for workout in workouts:
        amounts = [(s.distance, s.time) for s in workout.steps()]
        assert amounts == [(s.distance, s.time) for s in workouts[0].steps()]


def test_hard_sessions_are_framed_by_easy_running_and_masters_warm_up_longer():
    recipe = LIBRARY["400s-5k"]
    workout = size(recipe, pace_of=USUAL)
    older = size(recipe, pace_of=USUAL, masters=True)
    assert (workout.blocks[0].part, workout.blocks[-1].part) == (Part.WARM_UP, Part.COOL_DOWN)
    assert workout.blocks[0].time.minutes == 15
    assert older.blocks[0].time.minutes == 20
    short = size(recipe, pace_of=USUAL, dose=8, minutes=62, masters=True)
    assert short.blocks[0].time.minutes >= 15


def test_an_easy_run_is_as_long_as_it_is_asked_to_be():
    easy = LIBRARY["easy"]
    assert size(easy, pace_of=USUAL, minutes=43).blocks == (
        Step(Effort.EASY, time=Duration.of_minutes(43)),
    )
    assert size(easy, pace_of=USUAL, distance=Distance(8040)).blocks == (
        Step(Effort.EASY, distance=Distance(8000)),
    )


def test_a_walk_over_a_distance_is_as_far_as_it_is_asked_to_be():
    walk = size(LIBRARY["walk-30"], pace_of=USUAL, distance=Distance.of_km(2))
    assert walk.blocks == (Step(Effort.WALK, distance=Distance(2000)),)
    with pytest.raises(DoesNotFit):
        size(LIBRARY["walk-30"], pace_of=USUAL, distance=Distance.of_km(1))


def test_too_little_room_is_refused():
    with pytest.raises(DoesNotFit, match="400s-5k"):
        size(LIBRARY["400s-5k"], pace_of=USUAL, minutes=30)
    assert fit(LIBRARY["400s-5k"], pace_of=USUAL, minutes=30) is None


def test_an_easy_run_fits_into_its_own_longest_whatever_is_asked():
    far = fit(LIBRARY["recovery"], pace_of=USUAL, distance=Distance.of_km(20))
    assert 44 <= minutes_of(far.blocks, USUAL) <= 45


@given(recipes, speeds, st.integers(10, 120), st.integers(20, 220) | st.none())
def test_what_fits_keeps_the_caps_the_total_and_the_recipes_own_length(recipe, speed, km, total):
    caps = caps_for(Distance.of_km(km), Level.INTERMEDIATE, speed)
    workout = fit(recipe, pace_of=speed, caps=caps, minutes=total)
    if workout is None:
        return
    assert within(workout, caps, speed)
    took = minutes_of(workout.blocks, speed)
    assert took <= recipe.minutes.most + 0.5
    assert total is None or took <= total + 0.01


@given(recipes, speeds, st.data())
def test_most_limits_the_dose(recipe, speed, data):
    most = data.draw(st.sampled_from(recipe.doses))
    workout = fit(recipe, pace_of=speed, most=most)
    allowed = [size(recipe, pace_of=speed, dose=d) for d in recipe.doses if d <= most]
    assert workout is None or workout in allowed


# -- caps ------------------------------------------------------------------------------------


def caps(km, level=Level.INTERMEDIATE, **more):
    return caps_for(Distance.of_km(km), level, USUAL, **more)


def test_small_weeks_stand_on_the_floors():
    small = caps(20)
    assert (small.t_minutes, small.i_minutes, small.m_minutes) == (20, 15, 45)
    assert (small.i_metres, small.r_metres) == (5000, 2400)


def test_beginners_have_half_the_floors():
    small = caps(15, Level.BEGINNER)
    assert (small.t_minutes, small.i_minutes, small.m_minutes) == (10, 7.5, 22.5)
    assert (small.i_metres, small.r_metres) == (2500, 1200)


def test_big_weeks_stand_under_the_ceilings():
    big = caps(200)
    assert (big.i_metres, big.r_metres, big.m_minutes) == (10_000, 8000, 110)


def test_between_them_daniels_shares_count():
    week = caps(80)
    assert week.t_minutes == pytest.approx(USUAL(Effort.THRESHOLD).time_for(Distance(8000)).minutes)
    assert week.i_metres == 6400
    assert caps(80, marathon=True).m_minutes == pytest.approx(
        USUAL(Effort.MARATHON).time_for(Distance(20_000)).minutes
    )


@pytest.mark.parametrize(
    ("key", "dose", "km"),
    [("3min-5k", 5, 30), ("800s-5k", 6, 50), ("tempo-km", 4000, 50)],
    ids=["R123: 5 x 3 min", "R127: 6 x 800", "R127: about 3 miles at tempo"],
)
def test_the_guides_own_weeks_pass(key, dose, km):
    assert within(size(LIBRARY[key], pace_of=USUAL, dose=dose), caps(km), USUAL)


def test_a_band_above_its_cap_does_not_pass():
    laps = size(LIBRARY["200s-mile"], pace_of=USUAL, dose=12)
    assert within(laps, caps(30), USUAL)
    over = replace(laps, blocks=(*laps.blocks, Step(Effort.MILE, distance=Distance(400))))
    assert used(over, caps(30), USUAL) == {Band.REPETITION: pytest.approx(2800 / 2400)}
    assert not within(over, caps(30), USUAL)


def test_mixed_sessions_share_one_cap():
    mixed = Workout(
        "mixed",
        Focus.THRESHOLD,
        (
            Step(Effort.THRESHOLD, time=Duration.of_minutes(19)),
            Step(Effort.FIVE_K, time=Duration.of_minutes(14)),
        ),
    )
    shares = used(mixed, caps(20), USUAL)
    assert all(share <= 1 for share in shares.values())
    assert not within(mixed, caps(20), USUAL)


# -- finding ---------------------------------------------------------------------------------


def test_a_key_finds_its_recipe():
    assert LIBRARY["easy"].focus is Focus.EASY
    assert "easy" in LIBRARY
    assert "nonsense" not in LIBRARY
    assert len(LIBRARY) == len(LIBRARY.recipes)


def test_forty_minutes_and_hills_finds_hill_sessions_of_that_length():
    found = LIBRARY.find(minutes=40, kit=Kit.HILL)
    assert {"hill-minutes", "hill-30s"} <= {r.key for r in found}
    for recipe in found:
        assert Kit.HILL in recipe.kit
        assert recipe.minutes.least <= 40 <= recipe.minutes.most


@given(
    st.tuples(
        *(st.sampled_from(kinds) | st.none() for kinds in (Slot, Focus, Phase, Level, RaceDistance))
    )
)
def test_finding_gives_exactly_what_matches(asked):
    slot, focus, phase, level, race = asked
    found = LIBRARY.find(slot=slot, focus=focus, phase=phase, level=level, race=race)
    for recipe in LIBRARY:
        matches = (
            (slot is None or slot in recipe.slots)
            and (focus is None or recipe.focus is focus)
            and (phase is None or phase in recipe.phases)
            and (level is None or level in recipe.levels)
            and (race is None or race in recipe.races)
        )
        assert (recipe in found) == matches


def keys(**asked):
    return {recipe.key for recipe in LIBRARY.find(**asked)}


@pytest.mark.parametrize(
    ("week", "opened"),
    [
        (2, set()),
        (3, {"strides-first"}),
        (5, {"fartlek-minutes", "progression", "strides-grass"}),
        (7, {"hill-sprints", "tempo-short"}),
        (9, {"200s-first", "400s-first", "hill-30s"}),
    ],
)
def test_a_beginners_start_opens_the_library_week_by_week(week, opened):
    novice = runner(Level.BEGINNER, kit=(Kit.HILL,))
    found = keys(athlete=novice, standing=Standing(TODAY, week=week))
    assert opened <= found
    before = keys(athlete=novice, standing=Standing(TODAY, week=week - 1))
    assert not opened & before


@pytest.mark.parametrize("week", [1, 2, 3, 4])
def test_in_the_first_four_weeks_of_a_start_nothing_hard_is_open_at_any_level(week):
    for level in Level:
        starter = runner(level, kit=tuple(Kit), seasons=5)
        for recipe in LIBRARY.find(athlete=starter, standing=Standing(TODAY, week, 30)):
            efforts = {step.effort for piece in recipe.pieces for step in piece.steps}
            assert max(effort.rank for effort in efforts - {Effort.STRIDE}) <= Effort.EASY.rank


@pytest.mark.parametrize("spot", [Spot.HAMSTRING, Spot.ACHILLES])
@pytest.mark.parametrize("healed", [True, False])
def test_a_hamstring_or_achilles_history_closes_flat_sprints_and_leaves_hill_sprints(spot, healed):
    hurt = runner(
        Level.ADVANCED, kit=tuple(Kit), seasons=5, injuries=(Injury(spot, healed=healed),)
    )
    found = LIBRARY.find(athlete=hurt)
    assert "hill-sprints" in {recipe.key for recipe in found}
    for recipe in found:
        for piece in recipe.pieces:
            assert not any(s.effort is Effort.SPRINT and not s.uphill for s in piece.steps)


@pytest.mark.parametrize(
    ("key", "athlete", "standing", "why"),
    [
        ("alternators", runner(Level.INTERMEDIATE), None, Lock.LEVEL),
        ("michigan", runner(Level.ADVANCED, kit=(Kit.TRACK,), seasons=2), None, Lock.SEASONS),
        ("hill-minutes", runner(), None, Lock.KIT),
        ("400s-5k", runner(measured_distance=False), None, Lock.NO_DISTANCE),
        ("easy", runner(Level.BEGINNER, can_run_20_min=False), None, Lock.CANNOT_RUN_YET),
        ("sprint-starter", runner(), Standing(TODAY, base_weeks=1), Lock.BASE),
        ("floats", runner(), Standing(TODAY, base_weeks=9), Lock.BASICS),
        ("floats", runner(), Standing(TODAY, base_weeks=9, done=frozenset({"floats-time"})), None),
        (
            "sprint-starter",
            runner(birth_year=2009),
            Standing(TODAY, base_weeks=9),
            Lock.AGE,
        ),
        ("ladder-1", runner(Level.BEGINNER, can_run_20_min=False), None, None),
        ("michigan", runner(Level.ADVANCED, kit=(Kit.TRACK,), seasons=3), None, None),
    ],
)
def test_a_shut_gate_says_which_it_is(key, athlete, standing, why):
    assert lock(LIBRARY[key], athlete, standing) is why


@given(
    recipes,
    st.sets(st.sampled_from([Kit.HILL, Kit.TRACK, Kit.TREADMILL])),
    st.booleans(),
)
def test_whatever_is_missing_there_is_a_version_for_it(recipe, kit, measured):
    athlete = runner(kit=tuple(kit), measured_distance=measured)
    suited = LIBRARY.suited(recipe, athlete)
    assert suited is not None
    assert measured or suited.by_time
    assert suited.anywhere or kit & set(suited.kit)


def test_who_has_everything_keeps_the_recipe():
    athlete = runner(kit=tuple(Kit))
    assert all(LIBRARY.suited(recipe, athlete) is recipe for recipe in LIBRARY)


def test_ways_out_that_lead_in_a_circle_end_all_the_same():
    flat = LIBRARY["easy"]
    one = replace(flat, key="one", kit=(Kit.HILL,), instead="other")
    other = replace(flat, key="other", kit=(Kit.TRACK,), instead="one")
    assert Library((one, other)).suited(one, runner()) is None


def test_the_ladder_rises_from_one_minute_to_thirty_unbroken():
    def running(key):
        steps = [s for s in size(LIBRARY[key], pace_of=USUAL).steps() if s.effort is Effort.EASY]
        return max(s.time.minutes for s in steps)

    assert [running(key) for key in LIBRARY.ladder] == [1, 1, 2, 3, 5, 10, 20, 30]


# -- what each place in the week may carry ---------------------------------------------------


QUIET = {Slot.EASY, Slot.RECOVERY, Slot.STRIDES, Slot.SHAKEOUT, Slot.LADDER}


@pytest.mark.parametrize(
    "recipe", [r for r in LIBRARY if QUIET & set(r.slots)], ids=lambda recipe: recipe.key
)
def test_easy_places_carry_nothing_hard(recipe):
    slow = "VDOT 31" if Level.BEGINNER in recipe.levels else "VDOT 45"
    for speed in (SPEEDS[slow], SPEEDS["VDOT 62"]):
        for dose in recipe.doses:
            for stage in range(recipe.stages):
                assert not hard(size(recipe, pace_of=speed, dose=dose, stage=stage), speed)


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("race", RaceDistance)
@pytest.mark.parametrize("phase", [Phase.BASE, Phase.BUILD, Phase.PEAK])
def test_every_level_race_and_phase_has_hard_sessions_also_by_time_and_anywhere(level, race, phase):
    athlete = runner(level, measured_distance=False)
    found = LIBRARY.find(slot=Slot.HARD, level=level, race=race, phase=phase, athlete=athlete)
    wanted = {Focus.THRESHOLD, Focus.VO2MAX, Focus.SPEED, Focus.ECONOMY}
    if phase is not Phase.BASE:
        wanted.add(Focus.RACE_PACE)
    assert wanted <= {recipe.focus for recipe in found}


def test_base_has_no_hard_intervals():
    slow_enough = {"fartlek-minutes", "fartlek-landmarks"}
    found = LIBRARY.find(slot=Slot.HARD, phase=Phase.BASE, focus=Focus.VO2MAX)
    assert {recipe.key for recipe in found} == slow_enough  # R140


def test_recovery_has_only_easy_running():
    for recipe in LIBRARY.find(phase=Phase.RECOVERY):
        assert Slot.HARD not in recipe.slots
        assert recipe.focus in {Focus.EASY, Focus.LONG, Focus.WALK_RUN}


@pytest.mark.parametrize("recipe", LIBRARY, ids=lambda recipe: recipe.key)
def test_the_usual_session_lies_between_the_shortest_and_the_longest_it_says(recipe):
    speed = SPEEDS["VDOT 31" if Level.BEGINNER in recipe.levels else "VDOT 45"]
    least = minutes_of(size(recipe, pace_of=speed).blocks, speed)
    assert least <= recipe.minutes.most
    if not recipe.fills:
        assert fit(recipe, pace_of=speed) is not None


@settings(max_examples=50)
@given(fast_recipes.filter(lambda r: r.twin), speeds)
def test_a_twin_by_time_is_about_as_hard_as_its_original(recipe, speed):
    original = size(recipe, pace_of=USUAL).fast_minutes(USUAL)
    twin = LIBRARY[recipe.twin]
    most = size(twin, pace_of=USUAL, dose=twin.doses[-1]).fast_minutes(USUAL)
    assert most >= 0.5 * original


def test_a_range_has_both_of_its_ends():
    assert Range(8, 12).values == (8, 9, 10, 11, 12)
    assert Range(600, 900, 60).values[-1] == 900
    for wrong in [(0, 3, 1), (3, 2, 1), (1, 2, 0)]:
        with pytest.raises(ValueError, match="upwards"):
            Range(*wrong)


@pytest.mark.parametrize("recipe", LIBRARY, ids=lambda recipe: recipe.key)
def test_a_session_can_be_as_short_as_it_says(recipe):
    speed = pace_of(paces_for(38 if Level.BEGINNER in recipe.levels else 45), Level.BEGINNER)
    shortest = size(recipe, pace_of=speed, minutes=recipe.minutes.least)
    assert minutes_of(shortest.blocks, speed) <= recipe.minutes.least
