"""Nothing is said without words, and no words are there that nobody says."""

from __future__ import annotations

import ast
import re
from enum import StrEnum
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, Resource

import bot
from bot.messages.onboarding_rows import _RESULT_MONTHS
from bot.messages.routine import OFFERED
from bot.messages.safety import _BUTTON, _OF_GROUP, _OWN
from bot.schedule import Dial
from bot.services.onboarding.form import FORM
from bot.text import bundle
from bot.understand.heard import Field
from core import plateau as detective
from core.activity import Evenness
from core.adjust.decision import Action
from core.athlete import Condition, Level, Priority, RaceDistance, Spot
from core.checkin import Morning, Told
from core.library import Lock
from core.phases import Stretch
from core.plan import Phase, WeekKind
from core.reasons import Code
from core.safety import Cleared, Sign, SignGroup
from core.workout import Effort, Focus
from core.zones import Talk
from tests.messages.cases import help as helping
from tests.messages.golden_texts import EVERY, TONGUES, recording, reply
from tests.messages.scenes import content

ROOM = Path(bot.__file__).parent
WORDS = ROOM / "text" / "en"


def _messages() -> dict[str, Message]:
    """Every message of every English file by its id."""
    found: dict[str, Message] = {}
    for file in sorted(WORDS.glob("*.ftl")):
        parsed = FluentParser().parse(file.read_text(encoding="utf-8"))
        assert isinstance(parsed, Resource)
        for entry in parsed.body:
            if isinstance(entry, Message):
                assert entry.id.name not in found, f"{entry.id.name} is in two files"
                found[entry.id.name] = entry
    return found


MESSAGES = _messages()


def test_every_message_is_said_by_a_golden_text() -> None:
    for tongue, name in EVERY:
        reply(tongue, name)
    said = set.union(*(recording(tongue).said for tongue in TONGUES))
    assert sorted(MESSAGES.keys() - said) == [], "no case says these: add one, or drop the words"


@pytest.mark.parametrize(
    ("form", "members"),
    [
        ("reason-{}", Code),
        ("effort-{}", Effort),
        ("phase-{}", Phase),
        ("in-phase-{}", Phase),
        ("kind-{}", [kind for kind in WeekKind if kind is not WeekKind.NORMAL]),
        ("stretch-{}", Stretch),
        ("spot-{}", Spot),
        ("in-spot-{}", Spot),
        ("morning-{}", Morning),
        ("heard-{}-all", Told),
        ("heard-usual-{}", ["legs", "sleep", "pulse"]),
        ("heard-skipped-{}", ["legs", "sleep", "pulse"]),
        ("heard-{}", ["ill", "stress", "dread"]),
        ("legs-{}", range(1, 6)),
        ("heard-legs-{}", range(1, 6)),
        ("verdict-{}", Action),
        ("goal-{}", [*RaceDistance, "fitter", "coach"]),
        ("distance-{}", [*RaceDistance, "mile"]),
        ("level-{}", Level),
        ("health-{}", ["hurts", *Condition, "unsaid"]),
        ("ask-{}", [question.key.replace("_", "-") for question in FORM]),
        ("purpose-race-{}", Priority),
        ("race-priority-{}", Priority),
        ("reps-{}", Evenness),
        ("dial-{}", Dial),
        ("library-locked-{}", Lock),
        ("talks-{}", Talk),
        ("zone-{}", range(1, 7)),
        ("month-short-{}", range(1, 13)),
        ("weekday-short-{}", range(7)),
        ("routine-kind-{}", [f"{kind}-{m}" if m else str(kind) for kind, m in OFFERED]),
        ("back-{}", Field),
        ("plateau-ask-{}", detective.Asked),
        ("plateau-{}", [f"{a}-{each}" for a, told in detective.ANSWERS.items() for each in told]),
        ("plateau-purpose-{}", detective.Purpose),
        ("plateau-missing-{}", detective.Missing),
        ("plateau-way-{}", detective.Way),
        ("plateau-focus-{}", Focus),
        ("sign-{}", detective.Sign),
        ("remedy-{}", detective.Remedy),
        ("measure-{}", detective.Measure),
        ("recheck-{}", detective.Outcome),
        ("recheck-next-{}", detective.Outcome),
    ],
)  # fmt: skip
def test_every_member_has_its_words(form: str, members: list[StrEnum | str | int]) -> None:
    wanted = {form.format(member) for member in members}
    assert sorted(wanted - MESSAGES.keys()) == []


def test_every_standing_condition_has_a_name_in_a_sentence() -> None:
    walkers = (Condition.HEART, Condition.LUNG, Condition.KIDNEY, Condition.DIABETES)
    for condition in (*walkers, Condition.EFFORT_SIGNS):
        assert f"condition-{condition}" in MESSAGES


def test_every_sign_is_answered_and_every_way_out_has_a_button() -> None:
    assert {*_OWN.values(), *_OF_GROUP.values(), *_BUTTON.values()} <= MESSAGES.keys()
    assert set(SignGroup) == set(_OF_GROUP)
    assert set(Cleared) == set(_BUTTON)
    assert {sign.group for sign in Sign} <= set(_OF_GROUP)


def test_the_months_of_a_result_are_in_the_plural() -> None:
    assert all(months >= 1 for months in _RESULT_MONTHS)


def test_every_command_has_a_line_and_the_golden_help_has_them_all() -> None:
    from bot.commands import COMMANDS  # noqa: PLC0415 - the whole house, for its table alone

    names = tuple(command.name for command in COMMANDS)
    assert sorted(f"menu-{name}" for name in names if f"menu-{name}" not in MESSAGES) == []
    assert names == helping.COMMANDS


PLACES = {
    **{f"decision/{row.key}": ("name", "rule", "source") for row in content().decisions.rows},
    **{f"workout/{recipe.key}": ("name", "purpose") for recipe in content().library},
    **{f"note/{note.key}": ("text", "source") for note in content().notes},
    **{f"routine/{routine.key}": ("name",) for routine in content().routines.routines},
    **{f"exercise/{key}": ("name",) for key in content().routines.exercises},
    **{f"cause/{cause}": ("name", "rule", "source") for cause in detective.Cause},
    **{f"symptom/{symptom}": ("name",) for symptom in content().symptoms.trees},
    **{f"symptom-cause/{key}": ("name", "why", "do") for key in content().symptoms.causes},
    **{
        f"block/{block.key}": ("name",)
        for routine in content().routines.routines
        for block in routine.blocks
    },
}
"""What messages quote of the content, by place."""


def test_everything_that_messages_quote_has_its_words_in_the_content() -> None:
    words = content().words["en"]
    missing = [f"{at}/{name}" for at, names in PLACES.items() for name in names]
    assert [place for place in missing if place not in words] == []


def test_no_rule_names_a_source_that_an_athlete_cannot_look_up() -> None:
    words = content().words["en"]
    sources = {row.key: words[f"decision/{row.key}/source"] for row in content().decisions.rows}
    ours = {key: said for key, said in sources.items() if re.search(r"\.md|\bR\d+", said)}
    assert ours == {}


CODES = ("sorry", "range", "unclear", "settings", "safety-next", "onboarding", "forget", "back")
"""How ids begin that services answer and handlers say."""


def _ids_in_code() -> dict[str, str]:
    """Every literal in bot that looks like such an id, and the file that it stands in."""
    found = {}
    pattern = re.compile(rf"(?:{'|'.join(CODES)})(?:-[a-z0-9]+)+")
    for room in ("services", "handlers", "messages", "delivery"):
        for file in sorted((ROOM / room).rglob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                word = node.value if isinstance(node, ast.Constant) else None
                if isinstance(word, str) and pattern.fullmatch(word):
                    found[word] = file.name
    return found


def test_every_code_that_services_answer_with_has_words() -> None:
    assert {code: at for code, at in _ids_in_code().items() if code not in MESSAGES} == {}


def _problem_codes() -> set[str]:
    """The codes of everything that the understanding refuses or asks back."""
    found = set()
    for file in sorted((ROOM / "understand").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first, kind = node.args[0], node.func.id
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    prefix = {"OutOfRange": "range", "Unclear": "unclear"}.get(kind)
                    found |= {f"{prefix}-{first.value}"} if prefix else set()
    return found


def test_every_problem_that_reading_can_meet_has_words() -> None:
    codes = _problem_codes()
    assert len(codes) > 20
    assert sorted(codes - MESSAGES.keys()) == []


@pytest.mark.parametrize("locale", ["en"])
def test_every_message_is_in_the_bundle(locale: str) -> None:
    assert [name for name in MESSAGES if not bundle(locale).has_message(name)] == []
