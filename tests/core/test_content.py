import re
import shutil
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from core.athlete import Kit, Level, Spot
from core.content import ContentError, load_content
from core.content.reading import Table, entries
from core.content.words import read_words
from core.content.workouts import read_workouts
from core.library import Grows, Slot, size
from core.paces import pace_of, paces_for
from core.units import Distance, Duration
from core.workout import Effort, Focus, Part, Repeat, Step

CONTENT = load_content()
LIBRARY = CONTENT.library
SPEED = pace_of(paces_for(45), Level.INTERMEDIATE)


# -- the library is there, and whole ---------------------------------------------------------


def test_there_are_at_least_seventy_workouts():
    assert len(LIBRARY) >= 70


# The workouts of the guide. Its layouts of weeks and years are shown by the planner; here stand the
# sessions in them.
GUIDE = [46, 48, 51, 53, 54, 58, 60, 63, 64, 66, 68, 69, 70, 72, 73, 78, 79, 81, 83, 84, 86, 87, 88]
GUIDE += [*range(96, 110), *range(111, 118), 123, 126, 127, 130, 149, 172, 173, 174]


@pytest.mark.parametrize("requirement", GUIDE)
def test_every_workout_of_the_guide_is_in_the_library(requirement):
    assert any(f"R{requirement}" in recipe.meets for recipe in LIBRARY)


def metres(amount, effort):
    return (effort, Distance(amount), None)


def seconds(amount, effort):
    return (effort, None, Duration(amount))


def mile(count, effort):
    return (effort, Distance.of_miles(count), None)


E = Effort
# requirement, key, fewest and most turns, one turn: as the guide has them
SETS = [
    ("R46", "easy-strides", 4, 8, [seconds(20, E.STRIDE), seconds(80, E.WALK)]),
    ("R48", "hill-sprints", 4, 8, [seconds(10, E.SPRINT), seconds(120, E.WALK)]),
    ("R51", "fartlek-minutes", 5, 8, [seconds(60, E.FIVE_K), seconds(120, E.JOG)]),
    ("R53", "200s-first", 4, 6, [metres(200, E.MILE), metres(200, E.WALK)]),
    ("R58", "strides-grass", 6, 8, [seconds(20, E.STRIDE), seconds(60, E.WALK)]),
    ("R60", "400s-5k", 8, 12, [metres(400, E.FIVE_K), metres(200, E.JOG)]),
    ("R66", "floats", 7, 10, [metres(200, E.MILE), metres(200, E.MARATHON)]),
    ("R68", "floats-first", 4, 6, [metres(200, E.MILE), metres(200, E.MARATHON)]),
    ("R69", "hill-minutes", 4, 8, [seconds(60, E.FIVE_K), seconds(120, E.JOG)]),
    ("R70", "hill-blend", 3, 5, [seconds(90, E.FIVE_K), seconds(150, E.JOG)]),
    ("R78", "400s-strides", 6, 8, [metres(400, E.FIVE_K), metres(200, E.JOG)]),
    ("R79", "miles-200s", 2, 4, [metres(1600, E.THRESHOLD), seconds(60, E.JOG)]),
    ("R81", "alternators", 5, 8, [metres(400, E.FIVE_K), metres(200, E.MARATHON)]),
    ("R83", "150s", 4, 8, [metres(150, E.SPRINT), seconds(180, E.WALK)]),
    ("R84", "200s-fast", 3, 6, [metres(200, E.FAST), seconds(240, E.WALK)]),
    ("R96", "1ks-5k", 3, 6, [metres(1000, E.FIVE_K), metres(400, E.JOG)]),
    ("R97", "200s-mile", 6, 12, [metres(200, E.MILE), metres(200, E.JOG)]),
    ("R100", "broken-tempo", 2, 4, [seconds(480, E.THRESHOLD), seconds(90, E.JOG)]),
    ("R101", "3min-5k", 3, 6, [seconds(180, E.FIVE_K), seconds(150, E.JOG)]),
    ("R103", "800s-5k", 4, 6, [metres(800, E.FIVE_K), metres(400, E.JOG)]),
    ("R106", "taper-400s", 4, 4, [metres(400, E.FIVE_K), metres(200, E.JOG)]),
    ("R113", "strides-100", 6, 8, [metres(100, E.STRIDE), seconds(75, E.WALK)]),
    ("R114", "400s-tuning", 6, 8, [metres(400, E.FIVE_K), metres(200, E.JOG)]),
    ("R115", "mp-5ks", 2, 3, [metres(5000, E.MARATHON), seconds(300, E.JOG)]),
    ("R116", "long-mp-alternation", 5, 11, [mile(1, E.MARATHON), mile(1, E.STEADY)]),
    ("R117", "200s-long-races", 6, 8, [metres(200, E.THREE_K), metres(200, E.JOG)]),
    ("R172", "sprint-starter", 4, 6, [metres(50, E.STRIDE), seconds(150, E.WALK)]),
    ("R173", "sprint-standing", 4, 6, [metres(30, E.SPRINT), seconds(180, E.WALK)]),
    ("R174", "sprint-float", 6, 10, [metres(60, E.SPRINT), metres(60, E.EASY)]),
]


@pytest.mark.parametrize(
    ("requirement", "key", "fewest", "most", "turn"), SETS, ids=[row[0] for row in SETS]
)
def test_sets_are_as_the_guide_has_them(requirement, key, fewest, most, turn):
    recipe = LIBRARY[key]
    assert requirement in recipe.meets
    piece = next(p for p in recipe.pieces if p.scaled or len(p.steps) > 1)
    assert (piece.times.least, piece.times.most) == (fewest, most)
    assert [(s.effort, s.distance, s.time) for s in piece.steps] == turn


def main_steps(key, dose):
    workout = size(LIBRARY[key], pace_of=SPEED, dose=dose)
    return [
        (s.effort, s.distance, s.time)
        for s in workout.steps()
        if s.effort.at_least_marathon and s.part is not Part.WARM_UP
    ]


@pytest.mark.parametrize(
    ("requirement", "key", "dose", "fast"),
    [
        ("R54", "progression", 600, [seconds(600, E.THRESHOLD)]),
        (
            "R63",
            "tempo-800s",
            900,
            [seconds(900, E.THRESHOLD), metres(800, E.FIVE_K), metres(800, E.FIVE_K)],
        ),
        (
            "R64",
            "800s-tempo",
            900,
            [metres(800, E.FIVE_K), metres(800, E.FIVE_K), seconds(900, E.THRESHOLD)],
        ),
        ("R72", "long-fast-finish", 5000, [metres(5000, E.HALF)]),
        ("R73", "long-progressive", 1000, [metres(3000, E.MARATHON), metres(1000, E.THRESHOLD)]),
        (
            "R86",
            "ladder-down",
            1,
            [
                metres(1600, E.TEN_K),
                metres(1200, E.FIVE_K),
                metres(800, E.THREE_K),
                metres(400, E.MILE),
            ],
        ),
        (
            "R87",
            "sandwich",
            4,
            [metres(3200, E.THRESHOLD), *[metres(400, E.THREE_K)] * 4, metres(3200, E.THRESHOLD)],
        ),
        ("R102", "tempo-km", 5000, [metres(5000, E.THRESHOLD)]),
        ("R105", "long-mp-finish", 6000, [metres(6000, E.MARATHON)]),
        ("R108", "mp-medium-long", 10_000, [metres(10_000, E.MARATHON)]),
        ("R111", "long-mp-block", 19_000, [metres(19_000, E.MARATHON)]),
        ("R112", "tempo-half", 10_000, [metres(10_000, E.HALF)]),
        ("R115", "mp-5ks", 3, [*[metres(5000, E.MARATHON)] * 3, metres(5000, E.HALF)]),
    ],
)
def test_the_guides_other_sessions_are_as_it_has_them(requirement, key, dose, fast):
    assert requirement in LIBRARY[key].meets
    assert main_steps(key, dose) == fast


@pytest.mark.parametrize("recipe", LIBRARY, ids=lambda recipe: recipe.key)
def test_every_recipe_says_what_it_trains_for_whom_and_where(recipe):
    assert recipe.levers
    assert recipe.slots
    assert recipe.levels
    assert recipe.phases
    assert recipe.races
    assert recipe.minutes.least < recipe.minutes.most


def test_the_ladder_of_the_content_is_the_librarys():
    assert CONTENT.ladder == LIBRARY.ladder


def test_classics_complete_the_guide():
    classics = {"cruise-1k", "hill-circuit", "cutdown-1ks", "trial-3k", "trial-8min", "shakeout"}
    classics |= {f"rehearsal-{race}" for race in ("5k", "10k", "half", "marathon")}
    assert classics <= {recipe.key for recipe in LIBRARY}


def test_what_may_not_be_used_often_says_so():
    assert LIBRARY["tempo-800s"].spacing_weeks >= 3  # R65
    assert LIBRARY["400s-tuning"].spacing_weeks == 2  # R114
    for key in ("150s", "200s-fast"):
        assert LIBRARY[key].spacing_weeks in {1, 2}  # R85


def test_the_track_and_tempo_session_is_locked_until_several_seasons():
    for key in ("michigan", "michigan-time"):
        assert LIBRARY[key].gates.seasons >= 3  # R88
        assert LIBRARY[key].levels == (Level.ADVANCED,)


# -- words -----------------------------------------------------------------------------------

WORDS = CONTENT.words["en"]
OURS = {place: text for place, text in WORDS.items() if place.startswith("workout/")}


def test_every_workout_has_its_words():
    for recipe in LIBRARY:
        for field in ("name", "purpose", "feel", "cues/1"):
            assert f"workout/{recipe.key}/{field}" in WORDS


def test_no_two_workouts_share_a_name():
    names = [WORDS[f"workout/{recipe.key}/name"] for recipe in LIBRARY]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("place", OURS)
def test_the_voice_is_calm_and_british(place):
    text = OURS[place]
    assert "!" not in text
    assert not re.search(r"\b(color|meter|meters|center|program|crush|smash|beast|epic)\b", text)
    assert len(text) <= {"name": 60, "purpose": 130, "feel": 90}.get(place.split("/")[2], 110)
    assert text[0].isupper() or text[0].isdigit()
    assert place.endswith("/name") or text.endswith((".", "?"))


# -- bad lines are refused at the door -------------------------------------------------------

GOOD = """
[[workout]]
key = "laps"
focus = "vo2max"
slots = ["hard"]
levers = ["vo2max"]
minutes = [30, 70]
main = ["5 min easy", { times = "4-8", steps = ["400 m 5k", "90 s jog"] }]
warm_up = "full"
grows = "reps"
meets = ["R60"]
[workout.words.en]
name = "Laps"
purpose = "Lap after lap."
feel = "Fine."
cues = ["Even."]
"""


def read(text):
    raw = tomllib.loads(text)
    read_words(raw, "workouts/made.toml")
    return read_workouts(raw, "workouts/made.toml")


def test_a_good_line_is_read_as_it_is_written():
    (recipe,) = read(GOOD)
    assert recipe.key == "laps"
    assert recipe.grows is Grows.REPS
    assert recipe.doses == (4, 5, 6, 7, 8)
    assert recipe.slots == (Slot.HARD,)
    workout = size(recipe, pace_of=SPEED, dose=5)
    assert workout.focus is Focus.VO2MAX
    assert workout.blocks[1:-1] == (
        Step(E.EASY, time=Duration(300)),
        Repeat(
            5,
            (
                Step(E.FIVE_K, distance=Distance(400)),
                Step(E.JOG, time=Duration(90), part=Part.RECOVERY),
            ),
        ),
    )


BAD = [
    ('"400 m 5k"', '"400 m fifth"', "step 2.1: 'fifth' is no effort; there are rest, walk"),
    ('"400 m 5k"', '"400 yards 5k"', "step 2.1: '400 yards 5k' is no step: write it like '400 m"),
    ('"400 m 5k"', '"0 m 5k"', "step 2.1: '0 m' is nothing to run"),
    ('"400 m 5k"', '"400-800 m 5k by 200"', "step 2.1: .* must have one fixed length here"),
    ('"400 m 5k"', "400", "step 2.1: 400 is no step"),
    ('"5 min easy"', '"fill 5-9 min easy"', "step 1: a step fills or has a range, not both"),
    ('"5 min easy"', '"5 min easy by 2"', "step 1: 'by' needs a range"),
    ('"5 min easy"', '"5-9 min easy"', "only one block may have a range"),
    ('"5 min easy"', '"9-5 min easy"', "step 1: a range runs upwards from above zero"),
    ('"5 min easy"', '"5-9 min easy by 3"', "step 1: the steps of the range miss its end"),
    ('"5 min easy"', "7", "step 1: must be a table, not 7"),
    ('times = "4-8"', 'times = "many"', "step 2: 'times' must be like 4 or '4-8', not 'many'"),
    ('times = "4-8"', "times = 0", "step 2: a range runs upwards from above zero"),
    ('times = "4-8"', "times = true", "step 2: 'times' must be like 4"),
    ('times = "4-8"', 'time = "4-8"', "step 2: field 'times' is missing"),
    ('times = "4-8"', "times = 4", "it grows by reps, but no repeat has a range of times"),
    ('grows = "reps"', 'grows = "length"', "it grows by length, but no step has a range"),
    ('grows = "reps"', 'grows = "pace"', "'pace' is the ladder of what grows by pace"),
    ('grows = "reps"', 'grows = "pace"\npace = ["5k"]', "a ladder has at least two rungs"),
    ('grows = "reps"', 'grows = "pace"\npace = ["mile", "fast"]', "no step is at 'mile'"),
    ('grows = "reps"', 'grows = "rest"\nrest = ["2 min jog", "1 min jog"]', "first of 'rest'"),
    ('grows = "reps"', 'grows = "rest"\nrest = ["400 m 5k", "90 s jog"]', "made of recoveries"),
    (
        'grows = "reps"',
        'grows = "reps"\nrest = ["90 s jog", "60 s jog"]',
        "'rest' is the ladder of",
    ),
    ('grows = "reps"', 'grows = "speed"', "'grows' must be one of reps, length, pace, rest"),
    ('focus = "vo2max"', 'focus = "tempo"', "'focus' must be one of easy, long, threshold"),
    ('"5 min easy"', '"fill 5 min easy", "fill 5 min easy"', "only one step may fill"),
    ('focus = "vo2max"', "", "field 'focus' is missing"),
    ('slots = ["hard"]', 'slots = "hard"', "'slots' must be a list, not 'hard'"),
    ('slots = ["hard"]', 'slots = ["hard", "hard"]', "'slots' names something twice"),
    ("minutes = [30, 70]", "minutes = [30]", r"'minutes' must be \[shortest, longest\]"),
    ("minutes = [30, 70]", "minutes = [30.5, 70]", "'minutes' must be a list of whole numbers"),
    ("minutes = [30, 70]", "minutes = [70, 30]", "a range runs upwards"),
    ('meets = ["R60"]', 'meets = ["60"]', "'meets' names requirements like R60; '60' is none"),
    ('warm_up = "full"', 'warmup = "full"', "unknown field 'warmup'; this table has: "),
    ('warm_up = "full"', "spacing_weeks = 40", "'spacing_weeks' must be between 1 and 12, not 40"),
    ('warm_up = "full"', "spacing_weeks = true", "'spacing_weeks' must be a whole number"),
    ('warm_up = "full"', "gates = { week = 5, weeks = 2 }", "unknown field 'weeks'"),
    ('warm_up = "full"', "gates = 3", "'gates' must be a table, not 3"),
    ('warm_up = "full"', 'gates = { adults = "yes" }', "'adults' must be true or false"),
    ('name = "Laps"', "", "words.en lacks 'name'"),
    ('name = "Laps"', 'name = ""', "'name' must be text in quotes, not ''"),
    ('cues = ["Even."]', "cues = [1]", "'cues' must be a list of texts; 1 is none"),
    ("[workout.words.en]", "[workout.words.de]", "it has no words.en"),
    ('cues = ["Even."]', '[workout.words.de]\nname = "Runden"', "words.de lacks 'feel'"),
]


@pytest.mark.parametrize(("line", "instead", "reason"), BAD, ids=[f"{b} {r}" for _, b, r in BAD])
def test_a_bad_line_is_refused_with_file_entry_and_reason(line, instead, reason):
    assert line in GOOD
    with pytest.raises(ContentError, match=reason) as refused:
        read(GOOD.replace(line, instead))
    assert str(refused.value).startswith("workouts/made.toml, entry 'laps'")
    assert "\n" not in str(refused.value)


def test_nothing_but_recovery_is_no_workout():
    with pytest.raises(ContentError, match="nothing but recovery"):
        read(GOOD.replace('"400 m 5k"', '"2 min walk"').replace('"5 min easy"', '"5 min jog"'))


def test_an_entry_without_a_key_is_named_by_its_place():
    with pytest.raises(ContentError, match=r"entry '#1': field 'key' is missing"):
        read(GOOD.replace('key = "laps"', ""))


def test_a_key_used_twice_in_one_file_is_refused():
    with pytest.raises(ContentError, match="entry 'laps': this key is used twice"):
        read(GOOD + GOOD)


def test_a_language_has_no_field_that_english_lacks():
    more = GOOD + '[workout.words.de]\nname = "a"\npurpose = "b"\nfeel = "c"\ncues = ["d", "e"]'
    with pytest.raises(ContentError, match=r"words\.de has 'cues/2', words\.en has not"):
        read(more)


@pytest.fixture
def room(tmp_path):
    """The shipped content as a folder to spoil."""
    source = files("core.content")
    shutil.copytree(Path(str(source)), tmp_path / "content")
    return tmp_path / "content"


def spoil(file: Path, line, instead):
    text = file.read_text(encoding="utf-8")
    assert line in text
    file.write_text(text.replace(line, instead), encoding="utf-8")


def test_content_is_read_from_any_folder(room):
    assert load_content(room) == CONTENT


@pytest.mark.parametrize(
    ("line", "instead", "reason"),
    [
        ('twin = "90s-5k"', 'twin = "nothing"', "'twin' names 'nothing', which is no workout"),
        ('twin = "90s-5k"', 'twin = "400s-rest"', "its twin '400s-rest' needs a measured"),
        ('instead = "2min-5k"', 'instead = "hill-30s"', "'hill-30s' needs special ground too"),
        ('key = "30-30s"', 'key = "easy"', "workouts, entry 'easy': this key is used twice"),
    ],
)
def test_what_recipes_say_of_each_other_is_checked(room, line, instead, reason):
    spoil(room / "workouts" / "vo2max.toml", line, instead)
    with pytest.raises(ContentError, match=reason):
        load_content(room)


def test_a_file_that_is_no_toml_is_named(room):
    spoil(room / "workouts" / "easy.toml", "[[workout]]", "[[workout")
    with pytest.raises(ContentError, match=r"workouts/easy.toml: it is no TOML: .*line"):
        load_content(room)


def test_a_file_that_cannot_be_decoded_is_named(room):
    (room / "cues.toml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(ContentError, match=r"cues\.toml: it cannot be read"):
        load_content(room)


@pytest.mark.parametrize("missing", ["phases.toml", "cues.toml", "decisions.toml", "drills.toml"])
def test_a_missing_file_is_named(room, missing):
    (room / missing).unlink()
    with pytest.raises(ContentError, match=f"{missing}: it is missing"):
        load_content(room)


def test_a_coach_without_workouts_does_not_start(room):
    shutil.rmtree(room / "workouts")
    with pytest.raises(ContentError, match="workouts: there are no workouts"):
        load_content(room)


@pytest.mark.parametrize(
    ("line", "instead", "reason"),
    [
        ('key = "women"', 'key = "others"', "there is no table 'women'"),
        ("    [9960, ", "    [", "step 1: a row has 13 factors"),
        ("    [9960, ", "    [99600, ", "step 1: factors are whole ten-thousandths"),
        ("metres = [1609.344, 5000", "metres = [5000, 1609.344", "'metres' must rise"),
    ],
)
def test_age_grades_are_checked_too(room, line, instead, reason):
    spoil(room / "age_grades.toml", line, instead)
    with pytest.raises(ContentError, match=reason):
        load_content(room)


# -- the readers that other content uses -----------------------------------------------------


def table(**fields):
    return Table(fields, "made.toml", "entry")


def test_readers_give_typed_values_and_defaults():
    made = table(n=3, x=1.5, yes=True, at="400 m", long="3 min", list=[1, 2.5], kit=["hill"])
    assert (made.whole("n"), made.number("x"), made.flag("yes")) == (3, 1.5, True)
    assert made.distance("at") == Distance(400)
    assert made.duration("long") == Duration(180)
    assert made.numbers("list") == (1, 2.5)
    assert made.choices("kit", Kit) == (Kit.HILL,)
    assert made.distance("none", Distance(5)) == Distance(5)
    assert made.duration("none", Duration(5)) == Duration(5)
    assert made.choice("none", Spot, Spot.KNEE) is Spot.KNEE
    assert made.text("none", "") == ""
    assert made.number("none", 2.0) == 2.0
    made.done()


@pytest.mark.parametrize(
    ("reader", "reason"),
    [
        (lambda t: t.distance("wrong"), "'wrong': 'far' is no distance"),
        (lambda t: t.duration("wrong"), "'wrong': 'far' is no time"),
        (lambda t: t.number("wrong"), "'wrong' must be a number, not 'far'"),
        (lambda t: list(t.steps("empty")), "'empty' must not be empty"),
        (lambda t: t.table("wrong"), "'wrong' must be a table, not 'far'"),
        (lambda t: t.numbers("flags"), "'flags' must be a list of numbers; True is none"),
    ],
)
def test_readers_say_what_is_wrong_and_where(reader, reason):
    with pytest.raises(ContentError, match=reason) as refused:
        reader(table(wrong="far", empty=[], flags=[True]))
    assert (refused.value.file, refused.value.entry) == ("made.toml", "entry")


def test_a_file_without_entries_says_what_it_should_have():
    with pytest.raises(ContentError, match=r"there is no \[\[workout\]\] in it"):
        entries({}, "workout", "made.toml")
    with pytest.raises(ContentError, match="entry '#1': must be a table"):
        entries({"workout": [3]}, "workout", "made.toml")
