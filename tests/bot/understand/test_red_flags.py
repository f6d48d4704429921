"""Messages that tell a red flag, and near ones that tell none, by kind: `data/red_flags/`.

"told" must stop the day, as an alarm or as the question that comes first; "asked" only asks about a
sign, and is answered with the question; "fine" is neither.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understand.checkin import read_checkin
from bot.understand.redflags import read_doubt

KINDS = sorted((Path(__file__).parent / "data" / "red_flags").glob("*.txt"))


def texts(kind: Path, part: str) -> list[str]:
    rows = [line.split(" | ", 1) for line in kind.read_text(encoding="utf-8").splitlines()]
    return [row[1].replace("\\n", "\n") for row in rows if row[0] == part]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stem)
def test_no_red_flag_is_missed_however_it_is_told(kind: Path) -> None:
    told = texts(kind, "told")
    assert len(told) >= 6
    assert [text for text in told if not read_checkin(text).red_flag] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stem)
def test_what_only_sounds_like_one_raises_no_alarm_and_no_question(kind: Path) -> None:
    fine = texts(kind, "fine")
    assert [text for text in fine if read_checkin(text).red_flag or read_doubt(text)] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.stem)
def test_what_is_only_asked_about_is_asked_back(kind: Path) -> None:
    asked = texts(kind, "asked")
    assert [text for text in asked if read_doubt(text) is None] == []
    assert not any(read_checkin(text).red_flag for text in asked)
