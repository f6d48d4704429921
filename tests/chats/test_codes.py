"""Every code that a use case may answer has words: a missing one is no trace for an athlete."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.text import Texts, Tongue

SERVICES = sorted((Path(__file__).parents[2] / "bot" / "services").rglob("*.py"))
SPOKEN = {"Sorry": 0, "Outcome": 2, "_said": 1}
"""Where the code stands in a call."""
SIGNPOSTS = {"welcome-back", "plan-refused"}
"""Like every code of one word, these tell a handler where to go, and are not said."""


def codes(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            place = SPOKEN.get(node.func.id)
            if place is None or len(node.args) <= place:
                continue
            code = node.args[place]
            if isinstance(code, ast.Constant) and "-" in str(code.value):
                yield str(code.value)


@pytest.mark.parametrize("path", SERVICES, ids=lambda p: p.stem)
def test_every_code_of_a_use_case_has_words(path: Path) -> None:
    text = Texts({}).of(Tongue())
    assert [c for c in codes(path) if c not in SIGNPOSTS and not text.has(c)] == []


def test_there_are_codes_to_be_looked_for() -> None:
    assert sum(1 for path in SERVICES for _ in codes(path)) > 25
