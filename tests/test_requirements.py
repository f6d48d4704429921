"""Every requirement of the map's ranges is shown by something that is really there."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path

import pytest

from core.content import load_content

TESTS = Path(__file__).parent
MAP = tomllib.loads((TESTS / "requirements.toml").read_text(encoding="utf-8"))
WANTED = {f"R{n}" for first, last in MAP.pop("ranges") for n in range(first, last + 1)}
KINDS = ("tests", "rule", "golden", "workout", "decision", "phase", "routine", "cue", "note")


@cache
def named_in(path: str) -> frozenset[str]:
    """The names of a file's tests, those of classes too."""
    file = TESTS.parent / path
    if not file.is_file():
        return frozenset()
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return frozenset(
        node.name
        for node in nodes
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.name.startswith("test_")
    )


@cache
def rules() -> frozenset[str]:
    """What stands in a list of season rules; each of them runs in the sweep over seasons."""
    found: set[str] = set()
    for file in sorted((TESTS / "core").glob("season_*_rules.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Tuple):
                found |= {name.id for name in node.value.elts if isinstance(name, ast.Name)}
    return frozenset(found)


@cache
def entries() -> frozenset[str]:
    """Every entry of the content as kind/key."""
    content = load_content()
    kinds = {
        "workout": content.library,
        "decision": content.decisions.rows,
        "routine": content.routines.routines,
        "cue": content.cues,
        "note": content.notes,
    }
    keys = {f"{kind}/{entry.key}" for kind, found in kinds.items() for entry in found}
    return frozenset(keys | {f"phase/{distance}" for distance in content.phases.shapes})


def is_there(shown: str) -> bool:
    kind, _, name = shown.partition("/")
    if kind == "tests":
        path, _, test = shown.partition("::")
        return test in named_in(path)
    if kind == "rule":
        return name in rules()
    if kind == "golden":
        return (TESTS / "messages" / "golden" / "km" / f"{name}.txt").is_file()
    return shown in entries()


ALL_SHOWN = [(number, shown) for number, entry in MAP.items() for shown in entry["shown"]]


def test_no_requirement_is_without_its_entry_and_no_entry_without_its_requirement():
    assert WANTED - set(MAP) == set()
    assert set(MAP) - WANTED == set()


@pytest.mark.parametrize(("requirement", "shown"), ALL_SHOWN)
def test_what_shows_a_requirement_exists(requirement, shown):
    assert shown.partition("/")[0] in KINDS
    assert is_there(shown), f"{requirement}: there is no {shown}"


@pytest.mark.parametrize("requirement", MAP)
def test_an_entry_says_how_in_a_few_words(requirement):
    entry = MAP[requirement]
    assert set(entry) == {"how", "shown"}
    assert 0 < len(entry["how"]) <= 100
    assert entry["shown"]
    assert len(set(entry["shown"])) == len(entry["shown"])


def test_the_season_rules_run_in_a_test():
    """A rule in the map shows something only while a sweep imports its list."""
    texts = [
        file.read_text(encoding="utf-8") for file in sorted((TESTS / "core").glob("test_*.py"))
    ]
    for file in sorted((TESTS / "core").glob("season_*_rules.py")):
        assert any(file.stem in text for text in texts), f"no test runs {file.name}"


@pytest.mark.parametrize(
    "shown",
    [
        "tests/core/test_paces.py::test_nobody_wrote_this",
        "tests/core/test_nothing.py::test_a",
        "workout/nothing",
        "rule/nothing",
        "golden/today/nothing",
    ],
)
def test_what_is_not_there_is_found_out(shown):
    assert not is_there(shown)
