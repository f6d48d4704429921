"""The guide's sessions in their recipes: what they are made of, and what is said with them."""

import re

import pytest

from core.athlete import Level, RaceDistance
from core.content import load_content
from core.library import Grows, Slot, WarmUp, When, size
from core.paces import pace_of, paces_for
from core.workout import Effort, Focus, Part

CONTENT = load_content()
LIBRARY = CONTENT.library
WORDS = CONTENT.words["en"]
SPEED = pace_of(paces_for(45), Level.INTERMEDIATE)
FAST = {Effort.MILE, Effort.FAST, Effort.SPRINT}


def said(key: str) -> str:
    """All that a session's card says."""
    return " ".join(text for place, text in WORDS.items() if place.startswith(f"workout/{key}/"))


# requirement, key, what its words must say
SAID = [
    ("R9", "200s-first", r"form goes"),
    ("R9", "200s-fast", r"untidy rep ends the set"),
    ("R41", "tempo", r"[Kk]eep the effort and let the pace drop"),
    ("R45", "easy", r"whole sentences"),
    ("R48", "hill-sprints", r"90 to 95 %, eight to twelve seconds"),
    ("R52", "fartlek-minutes", r"5K effort, not flat out; nobody judges the pace"),
    ("R55", "progression", r"10 to 20 s a kilometre"),
    ("R61", "400s-5k", r"No hero's first rep.*slight squeeze|slight squeeze.*No hero's first rep"),
    ("R62", "400s-5k", r"Ten to twelve even ones.*ready for a strong 5K"),
    ("R65", "tempo-800s", r"take the next days easy"),
    ("R67", "floats", r"floats collapse, the 200s were too fast"),
    ("R67", "floats-first", r"slow the 200s"),
    ("R71", "hill-sprints", r"Tall, arms driving, lean from the ankles"),
    ("R71", "hill-minutes", r"No hunching.*|less pounding"),
    ("R76", "400s-rest", r"Only the rest changes; the pace stays"),
    ("R85", "150s", r"base and the warm-up"),
    ("R85", "200s-fast", r"Complete recovery"),
    ("R91", "400s-mile", r"[Aa]s much rest as it takes"),
    ("R108", "mp-medium-long", r"Two weeks out.*then only touches"),
    ("R118", "400s-tuning", r"Seasoning, not the meal"),
    ("R133", "recovery", r"Shuffle"),
    ("R145", "cruise-3min", r"one more in you"),
    ("R145", "fartlek-minutes", r"one more in you"),
    ("R175", "sprint-starter", r"First sessions at 85 to 90 %, full speed later"),
]


@pytest.mark.parametrize(("requirement", "key", "words"), SAID)
def test_a_session_says_how_it_is_meant(requirement, key, words):
    assert re.search(words, said(key)), requirement


@pytest.mark.parametrize("level", [Level.BEGINNER, Level.ADVANCED])
def test_a_session_ends_strong_and_never_wrecked(level):
    for recipe in LIBRARY.find(level=level):
        feel = WORDS[f"workout/{recipe.key}/feel"]
        assert not re.search(
            r"wreck|destroy|shatter|dead|drained|all-out", feel.replace("never wrecked", "")
        )


def recipes(*keys):
    return [LIBRARY[key] for key in keys]


def test_fartlek_is_never_faster_than_5k_effort_and_goes_by_time():
    for recipe in recipes("fartlek-minutes", "fartlek-landmarks", "fartlek-pyramid"):
        efforts = {step.effort for piece in recipe.pieces for step in piece.steps}
        assert max(effort.rank for effort in efforts) == Effort.FIVE_K.rank
        assert recipe.by_time


def test_hill_sprints_come_first_on_fresh_legs_and_the_easy_running_after_them():
    workout = size(LIBRARY["hill-sprints"], pace_of=SPEED, minutes=50)
    steps = [s for s in workout.steps() if s.part is not Part.RECOVERY]
    efforts = list(dict.fromkeys(step.effort for step in steps))
    assert efforts == [Effort.EASY, Effort.SPRINT]
    assert steps[0].part is Part.WARM_UP
    last = max(i for i, s in enumerate(steps) if s.effort is Effort.SPRINT)
    after = sum(s.time.minutes for s in steps[last + 1 :])
    assert steps[0].time.minutes <= 25
    assert after >= 8


def test_beginners_speed_is_short_and_framed_by_easy_running():
    found = LIBRARY.find(slot=Slot.HARD, level=Level.BEGINNER)
    hard = [recipe for recipe in found if recipe.focus is not Focus.RACE_PACE]
    assert len(hard) >= 10
    for recipe in hard:
        assert recipe.warm_up is not WarmUp.NONE or recipe.fills
        assert size(recipe, pace_of=SPEED, dose=recipe.doses[0]).fast_minutes(SPEED) <= 16


def test_fast_long_runs_are_for_the_long_races():
    for recipe in recipes("long-fast-finish", "long-progressive"):
        assert set(recipe.races) == {RaceDistance.HALF, RaceDistance.MARATHON}


FULL_REST = ["200s-first", "200s-fast", "150s", "300s", "400s-mile", "hill-sprints"]
FULL_REST += ["sprint-starter", "sprint-standing", "taper-300s"]
FLOATS = ["floats", "floats-first", "alternators", "mona-fartlek", "over-unders"]


@pytest.mark.parametrize("key", FULL_REST)
def test_pure_speed_has_rest_of_three_times_the_rep_and_more(key):
    steps = list(size(LIBRARY[key], pace_of=SPEED).steps())
    rep = next(s for s in steps if s.effort in FAST | {Effort.STRIDE} and s.part is Part.MAIN)
    rest = next(s for s in steps if s.part is Part.RECOVERY)

    def seconds(step):
        return (step.time or SPEED(step.effort).time_for(step.distance)).seconds

    assert rest.effort in {Effort.WALK, Effort.JOG}
    assert seconds(rest) >= 1.3 * seconds(rep)
    if rep.effort in {Effort.SPRINT, Effort.FAST}:
        assert seconds(rest) >= 3 * seconds(rep)


@pytest.mark.parametrize("key", FLOATS)
def test_toughness_sessions_never_stop(key):
    steps = [s for s in size(LIBRARY[key], pace_of=SPEED).steps() if s.part is not Part.WARM_UP]
    main = [s for s in steps if s.part in {Part.MAIN, Part.RECOVERY}]
    assert all(s.effort.rank >= Effort.STEADY.rank for s in main[:-1])


def test_threshold_work_has_short_rests_and_speed_long_ones():
    def rest(key):
        return next(s for p in LIBRARY[key].pieces for s in p.steps if s.part is Part.RECOVERY).time

    assert max(rest(k).seconds for k in ("broken-tempo", "cruise-5min", "cruise-1k")) <= 90
    assert min(rest(k).seconds for k in ("200s-fast", "150s", "sprint-standing")) >= 180


def test_each_recipe_has_one_thing_that_grows_and_ladders_only_where_that_is_it():
    for recipe in LIBRARY:
        assert bool(recipe.pace) == (recipe.grows is Grows.PACE)
        assert bool(recipe.rest) == (recipe.grows is Grows.REST)


def test_long_reps_and_full_rests_are_early_and_the_sharpest_late():
    assert {LIBRARY[k].when for k in ("1200s-10k", "2min-5k", "cruise-mile", "sprint-starter")} == {
        When.EARLY
    }
    late = ("400s-rest", "400s-mile", "300s", "alternators", "800s-5k", "1ks-5k", "mp-5ks")
    assert {LIBRARY[k].when for k in late} == {When.LATE}


def test_the_hard_family_of_alternators_is_not_for_the_unready():
    for recipe in recipes("alternators", "mona-fartlek"):
        assert recipe.levels == (Level.ADVANCED,)
        assert recipe.spacing_weeks >= 2
    assert LIBRARY["mona-fartlek"].gates.seasons >= 1


SPRINTS = [r for r in LIBRARY if r.key.startswith("sprint-") or r.key == "fifty-fifties"]


@pytest.mark.parametrize("recipe", SPRINTS, ids=lambda recipe: recipe.key)
def test_sprints_are_short_warmed_up_for_and_gated(recipe):
    quick = [
        s for p in recipe.pieces for s in p.steps if s.effort in {Effort.SPRINT, Effort.STRIDE}
    ]
    for step in quick:
        assert step.distance is None or 30 <= step.distance.metres <= 100
        assert step.time is None or 8 <= step.time.seconds <= 15
    assert recipe.warm_up is WarmUp.SPRINT
    assert recipe.gates.week >= 13
    assert recipe.gates.base_weeks >= 3
    assert recipe.gates.adults
    assert {spot.value for spot in recipe.gates.never_with} >= {"hamstring", "achilles"}
    assert Level.BEGINNER not in recipe.levels


def test_the_first_sprints_grow_from_nearly_full_speed_to_full():
    assert LIBRARY["sprint-starter"].pace == (Effort.STRIDE, Effort.SPRINT)
    for recipe in recipes("sprint-standing", "sprint-float", "fifty-fifties"):
        assert recipe.gates.after  # form first: the starter, or hills, come before


def test_the_sprint_warm_up_has_jogging_and_strides():
    workout = size(LIBRARY["sprint-starter"], pace_of=SPEED, minutes=60)
    warm_up = [s for s in workout.steps() if s.part is Part.WARM_UP]
    assert 10 <= warm_up[0].time.minutes <= 25
    assert sum(s.effort is Effort.STRIDE for s in warm_up) == 3


def test_advanced_runners_have_drills_strides_strength_and_posture_too():
    assert Level.ADVANCED in LIBRARY["quick-twenties"].levels
    assert {"drills", "strength-gym", "strength-home"} <= {r.key for r in CONTENT.routines.routines}
    assert {"form", "cadence"} <= {cue.topic.value for cue in CONTENT.cues}


def test_short_races_are_sharpened_by_200s_and_300s():
    found = LIBRARY.find(slot=Slot.SHARPENER, race=RaceDistance.FIVE_K, focus=Focus.SPEED)
    assert {"taper-200s", "taper-300s"} <= {recipe.key for recipe in found}


def test_taper_reps_are_half_of_the_usual_set_at_the_same_pace():
    usual, taper = LIBRARY["400s-5k"], LIBRARY["taper-400s"]
    assert usual.doses[0] == 8
    assert next(piece.times.most for piece in taper.pieces if piece.times.most > 1) == 4
    pace = {s.effort for p in taper.pieces for s in p.steps if s.part is Part.MAIN}
    assert pace == {s.effort for p in usual.pieces for s in p.steps if s.part is Part.MAIN}
