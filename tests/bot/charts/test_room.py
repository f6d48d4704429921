"""What the charts' room may lean on."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

import bot.charts

FILES = sorted(Path(bot.charts.__file__).parent.glob("*.py"))


def imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_charts_know_the_core_and_matplotlib_only(path: Path) -> None:
    strangers = {
        module
        for module in imported(path)
        if not module.startswith("bot.charts")
        and module.split(".")[0] not in {"core", "matplotlib", *sys.stdlib_module_names}
    }
    assert not strangers
    assert "matplotlib.pyplot" not in imported(path)


def test_only_page_and_writing_touch_matplotlib() -> None:
    users = {p.stem for p in FILES if any(m.startswith("matplotlib") for m in imported(p))}
    assert users == {"page", "writing"}
