"""What the README promises is there: commands, settings, verbs, pictures, places, and the tests."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from bot.commands import COMMANDS
from bot.config import SETTINGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")


def column(heading: str) -> list[str]:
    """The first column of the table that begins with such a heading."""
    table = README.split(f"| {heading} |", 1)[1].split("\n\n", 1)[0]
    return re.findall(r"^\| `([^`]+)`", table, re.MULTILINE)


def test_every_command_has_its_line() -> None:
    assert sorted(column("command")) == sorted(f"/{command.name}" for command in COMMANDS)


def test_every_setting_has_its_line() -> None:
    assert column("setting") == list(SETTINGS)


def test_every_verb_has_its_line() -> None:
    helped = subprocess.run(
        [sys.executable, "-m", "bot", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    verbs = re.findall(r"^    (\w+) {2,}\w", helped, re.MULTILINE)
    assert verbs
    assert [line.split()[1] for line in column("on the command line")] == verbs


def test_its_pictures_are_there() -> None:
    pictures = re.findall(r'src="([^"]+)"', README)
    assert pictures
    assert [p for p in pictures if not (ROOT / p).is_file()] == []


def test_the_places_it_names_are_there() -> None:
    places = re.findall(r"`((?:bot|core|migrations|tests)/[^`]*)`", README + CONTRIBUTING)
    assert len(places) > 10
    missing = [p for p in places if "<" not in p and not (ROOT / p).exists()]
    assert missing == []


def test_ci_runs_the_very_test_command() -> None:
    command = re.search(r"\.venv/bin/(python -m pytest[^\n`]*)", README)
    assert command is not None
    assert f'"$bin/python"{command[1].removeprefix("python")}\n' in (ROOT / ".ci/run").read_text()
