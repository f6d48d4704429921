from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.activity import Activity, Evenness, Log
from core.content import load_content
from core.content.notes import read_notes
from core.content.reading import ContentError
from core.medium import always_medium
from core.notes import About, note_for
from core.plan import Phase, Session, Week, WeekKind
from core.units import Distance, Duration
from core.workout import Effort, Focus, Step, Workout

CONTENT = load_content()
WORDS = CONTENT.words["en"]
NOTES = CONTENT.notes
BY_KEY = {note.key: note for note in NOTES}
MONDAY = date(2026, 11, 23)
WEEK = Week(MONDAY, Phase.BUILD, WeekKind.NORMAL, Distance.of_km(40))
MEANT = CONTENT.decisions.meant


def session(focus, effort=Effort.EASY):
    return Session(MONDAY, Workout("any", focus, (Step(effort, time=Duration(600)),)))


def shown(run, week=WEEK, **more):
    """What is said over forty days like this one."""
    days = [MONDAY + timedelta(days=n) for n in range(40)]
    return {note_for(NOTES, on, run, week, **more).key for on in days}


@pytest.mark.parametrize("kind", [About.START, About.DOWN, About.TAPER, About.RECOVERY])
def test_in_a_special_week_the_week_speaks_first(kind):
    week = replace(WEEK, kind=WeekKind(kind.value))
    assert shown(session(Focus.EASY), week) == {n.key for n in NOTES if kind in n.about}


@pytest.mark.parametrize(
    ("run", "about"),
    [
        (None, About.REST),
        (session(Focus.EASY), About.EASY),
        (session(Focus.LONG), About.LONG),
        (session(Focus.THRESHOLD), About.THRESHOLD),
        (session(Focus.VO2MAX), About.FAST),
        (session(Focus.RACE_PACE), About.RACE_PACE),
        (session(Focus.EASY, Effort.SPRINT), About.SPRINT),
    ],
)
def test_a_day_shows_in_turn_all_that_belongs_to_it(run, about):
    assert shown(run) == {note.key for note in NOTES if about in note.about}


def test_where_nothing_belongs_to_a_day_nothing_is_said():
    assert note_for(NOTES, MONDAY, session(Focus.WALK_RUN), WEEK) is None


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.key)
def test_a_note_is_short_and_calm_and_names_where_it_comes_from(note):
    text, source = WORDS[f"note/{note.key}/text"], WORDS[f"note/{note.key}/source"]
    assert len(text) <= 260
    assert "!" not in text
    assert text.endswith((".", "?"))
    assert source
    assert note.meets


@pytest.mark.parametrize(
    ("key", "numbers"),
    [
        ("ten-sessions", ("3 %", "50:00", "48:30", "guide reports")),
        ("mostly-easy", ("17 %", "5 %", "48 well-trained")),
        ("what-races-ask", ("75 to 85 %",)),
        ("three-runs", ("70 to 80 %",)),
        ("enough-volume", ("65 km", "95 km")),
        ("after-an-ultra", ("six days", "nine hours")),
        ("real-sprints", ("8 to 15", "90 to 95 %")),
    ],
)
def test_evidence_has_its_numbers(key, numbers):
    assert all(number in WORDS[f"note/{key}/text"] for number in numbers)


def test_a_note_without_days_or_words_is_refused_at_the_door():
    good = {
        "key": "n",
        "about": ["easy"],
        "meets": [],
        "words": {"en": {"text": "a", "source": "b"}},
    }
    assert read_notes({"note": [good]}, "notes.toml")[0].about == (About.EASY,)
    with pytest.raises(ContentError, match=r"entry 'n': 'about' must not be empty"):
        read_notes({"note": [{**good, "about": []}]}, "notes.toml")
    with pytest.raises(ContentError, match=r"words\.en lacks 'source'"):
        read_notes({"note": [{**good, "words": {"en": {"text": "a"}}}]}, "notes.toml")


# -- always medium ---------------------------------------------------------------------------


def runs(focus, rpes, every=3, **more):
    days = (MONDAY - timedelta(days=every * n) for n in range(len(rpes)))
    return [Activity(on, rpe=rpe, focus=focus, **more) for on, rpe in zip(days, rpes, strict=True)]


def log(*groups):
    return Log(tuple(sorted((a for group in groups for a in group), key=lambda a: a.on)))


CREPT = runs(Focus.EASY, [5, 6, 5, 3])
FLAT = runs(Focus.THRESHOLD, [6, 6], every=7)


@pytest.mark.parametrize(
    ("easy", "hard", "trapped"),
    [
        (CREPT, FLAT, True),
        (CREPT, runs(Focus.VO2MAX, [8, 8], evenness=Evenness.FADED), True),
        (CREPT, runs(Focus.VO2MAX, [8, 8], reps_planned=6, reps_done=4), True),
        (runs(Focus.EASY, [3, 3, 4, 3]), FLAT, False),
        (CREPT, runs(Focus.THRESHOLD, [7, 8]), False),
        (runs(Focus.EASY, [6, 6, 6]), FLAT, False),
        (CREPT, FLAT[:1], False),
        (runs(Focus.EASY, [5, 6, 5, 5], every=40), FLAT, False),
    ],
    ids=[
        "easy crept up, hard below its meaning",
        "hard faded",
        "hard cut short",
        "easy is easy",
        "hard is hard",
        "too few easy runs to tell",
        "too few hard runs to tell",
        "long ago",
    ],
)
def test_the_trap_is_easy_runs_too_hard_and_hard_runs_too_flat(easy, hard, trapped):
    assert always_medium(log(easy, hard), MONDAY, MEANT) is trapped


def test_who_is_in_it_hears_of_it_before_anything_else():
    assert shown(session(Focus.THRESHOLD), medium=True) == {"always-medium"}
