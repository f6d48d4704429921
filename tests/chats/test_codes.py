"""Every code that is answered has words: a missing one would be a trace for an athlete."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.text import Texts, Tongue

BOT = Path(__file__).parents[2] / "bot"
ROOMS = ("services", "handlers", "messages", "delivery")
SPEAKERS = sorted(path for room in ROOMS for path in (BOT / room).rglob("*.py"))
PLACES = {"Sorry": 0, "Outcome": 2, "_said": 1, "tell": 0, "text": 0, "_told_text": 0}
"""Where the message stands in a call."""
SIGNPOSTS = {"welcome-back", "plan-refused"}
"""Like every code of one word, these tell a handler where to go, and are not said."""


def name_of(function: ast.expr) -> str:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=inner):  # context.text()("forget-kept")
            return name_of(inner)
        case _:
            return ""


def codes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        place = PLACES.get(name_of(node.func))
        if place is None or len(node.args) <= place:
            continue
        code = node.args[place]
        if isinstance(code, ast.Constant) and "-" in str(code.value):
            yield str(code.value)


@pytest.mark.parametrize("path", SPEAKERS, ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_every_code_has_words(path: Path) -> None:
    text = Texts({}).of(Tongue())
    assert [c for c in codes(path) if c not in SIGNPOSTS and not text.has(c)] == []


def test_there_are_codes_to_be_looked_for() -> None:
    assert sum(1 for path in SPEAKERS for _ in codes(path)) > 150
