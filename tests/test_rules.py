"""The rules of the house, run: each was a paragraph before it was a test."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(p for room in ("bot", "core", "migrations") for p in (ROOT / room).rglob("*.py"))
CORE = sorted((ROOT / "core").rglob("*.py"))
LONGEST_FILE, LONGEST_FUNCTION = 400, 60


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def imported(path: Path) -> set[str]:
    tops = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            tops |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            tops.add(node.module.split(".")[0])
    return tops


@pytest.mark.parametrize("path", CORE, ids=name)
def test_the_core_imports_only_itself_and_the_standard_library(path: Path) -> None:
    strangers = imported(path) - set(sys.stdlib_module_names) - {"core"}
    assert not strangers
    assert "asyncio" not in imported(path)


@pytest.mark.parametrize("path", CORE, ids=name)
def test_the_core_never_waits(path: Path) -> None:
    waits = (ast.AsyncFunctionDef, ast.Await, ast.AsyncFor, ast.AsyncWith)
    assert not any(isinstance(node, waits) for node in ast.walk(ast.parse(path.read_text())))


def test_only_content_reads_files_in_the_core() -> None:
    readers = {
        name(p)
        for p in CORE
        if imported(p) & {"pathlib", "importlib", "tomllib", "os", "io"} or "open(" in p.read_text()
    }
    assert all(reader.startswith("core/content/") for reader in readers), readers


@pytest.mark.parametrize("path", CODE, ids=name)
def test_only_the_clock_reads_the_clock(path: Path) -> None:
    if name(path) == "bot/clock.py":
        return
    clocks = r"\b(?:datetime\.now|datetime\.utcnow|date\.today|time\.time|time\.monotonic)\("
    assert not re.search(clocks, path.read_text())
    assert not imported(path) & {"random", "secrets"}


@pytest.mark.parametrize("path", CODE, ids=name)
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text()
    assert sum(1 for line in text.splitlines() if line.strip()) <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= LONGEST_FUNCTION, f"{node.name} has {lines} lines"


def test_no_room_is_a_junk_drawer() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc"}
    assert not [name(p) for p in CODE if p.stem in drawers]


def test_the_top_level_is_the_agreed_one() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
    tops = {path.split("/")[0] for path in listed}
    agreed = {"pyproject.toml", "bot", "core", "migrations", "tests", "Dockerfile", "README.md"}
    extra = {t for t in tops - agreed if not t.startswith(".")}
    assert extra <= {"LICENSE", "compose.yaml"}


def test_imports_keep_to_the_house_s_contracts() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )
    assert ran.returncode == 0, ran.stdout[-3000:]
