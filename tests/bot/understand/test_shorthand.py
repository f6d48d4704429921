"""The shorthand of coaches: real spellings with their meaning, and what nobody could mean."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand.shorthand import Missed, Note, Shorthand, Why, read_shorthand
from bot.understand.shorthand.written import written
from core.units import Distance, Duration
from core.workout import Block, Effort, Part, Repeat, Step
from tests.bot.understand.coach_sessions import meaning, spellings, told

SPELLINGS = spellings()
WORDS = sorted({word for text in SPELLINGS for word in text.split()})
UNDERSTOOD = [text for text, session in SPELLINGS.items() if not session.startswith("?")]

ASKED_BACK = {
    "": (Why.EMPTY, ""),
    "hello": (Why.EMPTY, "hello"),
    "the usual": (Why.UNKNOWN, "usual"),
    "6x800 blah": (Why.UNKNOWN, "blah"),
    "6x800 @warp": (Why.UNKNOWN, "warp"),
    "x800": (Why.UNKNOWN, "x"),
    "progression 1'": (Why.TOO_SHORT, "progression 1'"),
    "progression 0'": (Why.TOO_SHORT, "progression 0'"),
    "progression mile warmup 1k-2k-1k": (Why.WHICH_REPS, "progression mile warmup 1k-2k-1k"),
    "6x": (Why.NO_AMOUNT, "6x"),
    "tempo": (Why.NO_AMOUNT, "tempo"),
    "hills": (Why.NO_AMOUNT, "hills"),
    "6x5": (Why.WHICH_UNIT, "6x5"),
    "6x800 @ race pace": (Why.WHICH_PACE, "race pace"),
    "10k @ goal pace": (Why.WHICH_PACE, "goal pace"),
    "6x800 @ 85%": (Why.WHICH_PACE, "85%"),
    "3 x (4x400 r60": (Why.NOT_CLOSED, "("),
    "6x800) r2": (Why.UNKNOWN, ")"),
    "500x400": (Why.TOO_MANY, "500x"),
    "1000x1000": (Why.TOO_MANY, "1000x"),
    "20x20x400": (Why.TOO_MANY, "20x20x400"),
    "0x400": (Why.TOO_SHORT, "0x"),
    "6x0": (Why.WHICH_UNIT, "6x0"),
    "10 hours easy": (Why.TOO_LONG, "10 hours easy"),
    "50x2k @5k": (Why.TOO_LONG, "50x2k @5k"),
    "6x800 r90min": (Why.TOO_LONG, "6x800 r90min"),
    "push-ups 3x20": (Why.UNKNOWN, "push-up"),
    "DROP TABLE squads;": (Why.UNKNOWN, "DROP"),
    "6x800 and pizza": (Why.UNKNOWN, "pizza"),
    "beer mile": (Why.UNKNOWN, "beer"),
    "8x400 relay": (Why.UNKNOWN, "relay"),
    "6x800, no strides": (Why.UNKNOWN, "no"),
    "14k progression: 5k easy, 4k tempo": (Why.UNKNOWN, "14k progression"),
    "30 min tempo in 4 x 10 min": (Why.UNKNOWN, "30 min tempo"),
    "double threshold 5x6' r1'": (Why.ONE_SESSION, "double"),
    "5x6' T am, 10x400 pm": (Why.ONE_SESSION, "am"),
    "Mon 5k easy, Tue 6x800": (Why.ONE_DAY, "Tue"),
    "800 @ 10k, 400 @ 3k x 4": (Why.WHICH_REPS, "400 @ 3k x 4"),
    "6x800, last 8 @ 3k": (Why.WHICH_REPS, "last 8 @ 3k"),
    "7 x 1k alternating MP and 10k": (Why.WHICH_REPS, "7 x 1k alternating MP and 10k"),
    "8x200 every 90s": (Why.UNKNOWN, "every 90s"),
}
"""Nonsense, and what may mean two things: the part in question is named."""


@pytest.mark.parametrize("text", list(SPELLINGS))
def test_a_coachs_spelling_has_its_meaning(text: str) -> None:
    assert meaning(text) == SPELLINGS[text]


@pytest.mark.parametrize("text", list(ASKED_BACK))
def test_what_is_not_understood_is_named(text: str) -> None:
    read = read_shorthand(text)
    assert isinstance(read, Missed)
    assert (read.why, read.part) == ASKED_BACK[text]


def test_every_spelling_survives_being_written_out() -> None:
    for text in UNDERSTOOD:
        read = read_shorthand(text)
        assert isinstance(read, Shorthand)
        again = read_shorthand(written(read.blocks))
        assert isinstance(again, Shorthand), (text, written(read.blocks), again)
        assert told(again.blocks) == told(read.blocks), text


FAST = (
    Effort.MARATHON,
    Effort.HALF,
    Effort.THRESHOLD,
    Effort.TEN_K,
    Effort.FIVE_K,
    Effort.THREE_K,
    Effort.MILE,
    Effort.FAST,
)


@st.composite
def steps(draw: st.DrawFn, efforts: tuple[Effort, ...] = FAST, part: Part = Part.MAIN) -> Step:
    """One stretch that a coach might write."""
    uphill = part is Part.MAIN and draw(st.booleans())
    effort = draw(st.sampled_from(efforts))
    if draw(st.booleans()):
        seconds = draw(st.integers(1, 16)) * 15.0
        return Step(effort, time=Duration(seconds), part=part, uphill=uphill)
    metres = draw(st.sampled_from([100.0, 200.0, 300.0, 400.0, 800.0, 1000.0]))
    return Step(effort, distance=Distance(metres), part=part, uphill=uphill)


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Block, ...]:
    """Warm-up, one to three repeats of one or more reps, cool-down."""
    recoveries = steps((Effort.JOG, Effort.WALK, Effort.REST), Part.RECOVERY)
    warm = Step(Effort.EASY, time=Duration(900), part=Part.WARM_UP)
    cool = Step(Effort.EASY, distance=Distance(2000), part=Part.COOL_DOWN)
    blocks: list[Block] = [warm]
    for _ in range(draw(st.integers(1, 3))):
        turn = [(draw(steps()), draw(recoveries)) for _ in range(draw(st.integers(1, 3)))]
        blocks.append(Repeat(draw(st.integers(2, 3)), tuple(s for pair in turn for s in pair)))
    return (*blocks, cool)


@given(sessions())
@settings(deadline=None)
def test_what_is_written_out_reads_back_as_the_same_session(blocks: tuple[Block, ...]) -> None:
    read = read_shorthand(written(blocks))
    assert isinstance(read, Shorthand), (read, written(blocks))
    assert read.blocks == blocks


SNIPPETS = st.sampled_from(
    [
        *"0123456789x×*@()[]/-+,;:.'\"′″ \n",
        *("400", "r2'", "min", "km", "jog", "wu", "hills", "easy", "3x", "@5k", "rest", "@MP+10"),
        *("sets", "ladder", "strides", "T", "R3'", "and back", "last", "half", "all", "repeat"),
        *(" first 2 ", " last one ", " alternating ", " in sets of ", " twice ", " each ", " for "),
        *(" between ", " of ", " after ", "every ", " progression ", " to ", " w/ ", "mona", "800"),
    ]
)


@given(st.lists(SNIPPETS, max_size=25).map("".join) | st.text(max_size=60))
@settings(deadline=None)
def test_no_text_breaks_it_and_what_it_reads_has_bounds(text: str) -> None:
    read = read_shorthand(text)
    if isinstance(read, Missed):
        assert read.at >= 0
        return
    turns = [(s, b.times) for b in read.blocks if isinstance(b, Repeat) for s in b.steps]
    turns += [(b, 1) for b in read.blocks if isinstance(b, Step)]
    assert 1 <= sum(n for s, n in turns if s.part is not Part.RECOVERY) <= 100
    assert sum(s.time.minutes * n for s, n in turns if s.time) <= 300


@given(st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))
@settings(deadline=None, max_examples=300)
def test_coaches_words_in_any_order_are_a_session_or_asked_back(text: str) -> None:
    assert isinstance(read_shorthand(text), Shorthand | Missed)


@given(st.text(st.characters(categories=("Ll", "Lu")), min_size=6, max_size=12))
@settings(deadline=None)
def test_a_word_that_nobody_knows_is_never_passed_over(word: str) -> None:
    read = read_shorthand(f"6x800 @5k r2' zzq{word}")
    assert isinstance(read, Missed)
    assert read.part


@pytest.mark.parametrize(
    "text",
    [
        "6x800 @5k r2', " * 600,
        "9" * 10_000,
        "(" * 50 + "400" + ")" * 50,
        "2x(" * 50 + "400" + ")" * 50,
        "3x" * 2000 + "400",
        "1-2-" * 1500 + "1 min",
        "x " * 4000,
        "mona " * 700,
        "easy " * 700,
        "last " * 700,
    ],
)
def test_hostile_text_is_answered_at_once(text: str) -> None:
    read_shorthand("6x800")  # the first reading learns the spelling of all words
    began = time.process_time()
    assert isinstance(read_shorthand(text), Missed)
    assert time.process_time() - began < 1.0


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("<b>6x800</b> @5k r2'", "6x(800m 5k, 2' jog)"),
        ("６ｘ８００ @5k r2'", "6x(800m 5k, 2' jog)"),
        ("٦x٨٠٠ @5k r٢'", "6x(800m 5k, 2' jog)"),
        ("6x800\u200b @5k\u00a0r2'", "6x(800m 5k, 2' jog)"),
        ("6x800 &lt;b&gt; @5k", "6x(800m 5k, 3' jog)"),
    ],
)
def test_odd_characters_are_read_as_what_they_look_like(text: str, session: str) -> None:
    assert meaning(text) == session


def test_what_was_filled_in_is_noted() -> None:
    notes = {
        "6x800 @5k r2'": set(),
        "6x800 r2'": {Note.EFFORT},
        "6x800 @5k": {Note.REST},
        "6x800": {Note.EFFORT, Note.REST},
        "6x800 @3:20/km r2'": {Note.OWN_PACE},
        "6-8x800 @5k r2'": {Note.RANGE},
        "6x800 @3k-5k r2'": {Note.RANGE},
        "6x800 @5k-10s r2'": {Note.NEAREST},
        "6x800 @10k r2', last one hard": {Note.EFFORT},
        "fartlek 30 min": {Note.FARTLEK},
        "8 km progressive": {Note.PROGRESSION},
        "long run 20k last 5k @ HM": set(),
        "mona fartlek": set(),
    }
    read = {text: read_shorthand(text) for text in notes}
    assert {t: set(r.notes) for t, r in read.items() if isinstance(r, Shorthand)} == notes


@pytest.mark.parametrize(
    ("told_as", "read_as"),
    [("MP+10", "steady"), ("5k-10s", "3k"), ("10k minus 5 sec/mile", "10k"), ("T+10", "half")],
)
def test_seconds_beside_an_effort_become_the_nearest_effort(told_as: str, read_as: str) -> None:
    assert meaning(f"6x1k @ {told_as}, 2' jog") == f"6x(1000m {read_as}, 2' jog)"
