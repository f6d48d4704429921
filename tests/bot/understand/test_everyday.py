"""Distances, times, days, results, races, runs, weeks, births, pains, yes and no: one table.

`data/everyday.txt` holds "reader ¦ what was written ¦ what is understood", read on Thursday,
26 November 2026. "?" asks back (with the meanings), "!" refuses (with the allowed range).
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

from bot.understand.answers import read_level, read_yes_no, says_none, says_skip
from bot.understand.births import read_birth_year
from bot.understand.clocks import read_clock
from bot.understand.conditions import read_conditions
from bot.understand.dates import read_date
from bot.understand.problems import Nothing, OutOfRange, Unclear
from bot.understand.quantities import read_distance, read_duration
from bot.understand.races import read_race
from bot.understand.results import read_result
from bot.understand.runs import read_run
from bot.understand.sore_spots import read_pain
from bot.understand.volumes import read_weekly_volume
from bot.understand.weekdays import read_weekdays
from core.units import Distance, Duration, HeartRate

TODAY = date(2026, 11, 26)
TABLE = Path(__file__).parent / "data" / "everyday.txt"
READERS = {
    "date": lambda text: read_date(text, TODAY),
    "past date": lambda text: read_date(text, TODAY, past=True),
    "clock": lambda text: clock(read_clock(text)),
    "evening": lambda text: clock(read_clock(text, evening=True)),
    "distance": read_distance,
    "distance in miles": lambda text: read_distance(text, miles=True),
    "duration": read_duration,
    "result": lambda text: read_result(text, TODAY),
    "race": lambda text: read_race(text, TODAY),
    "weekdays": read_weekdays,
    "week": read_weekly_volume,
    "week in miles": lambda text: read_weekly_volume(text, miles=True),
    "birth": lambda text: read_birth_year(text, TODAY),
    "run": lambda text: read_run(text, TODAY),
    "conditions": read_conditions,
    "pain": lambda text: read_pain(text, TODAY),
    "yes or no": read_yes_no,
    "level": read_level,
    "none": says_none,
    "skip": says_skip,
}


def clock(read: object) -> object:
    if isinstance(read, Unclear):
        return Unclear(read.code, read.facts, tuple(clock(option) for option in read.options))
    return f"{read // 60}:{read % 60:02}" if isinstance(read, int) else read


def plain(value: object) -> str:
    """A value in the few words of the table."""
    if isinstance(value, Distance):
        return f"{value.metres:g} m" if value.metres < 1000 else f"{value.km:.5g} km"
    if isinstance(value, Duration):
        hours, minutes, seconds = value.parts()
        return f"{hours}:{minutes:02}:{seconds:02}"
    if isinstance(value, HeartRate):
        return f"{value.bpm} bpm"
    if isinstance(value, Unclear):
        facts = "" if value.options else " ".join(f"{k}={v}" for k, v in value.facts.items())
        return f"? {value.code} {facts}{' | '.join(plain(o) for o in value.options)}".strip()
    if isinstance(value, OutOfRange):
        return f"! {value.code} {plain(value.low)} to {plain(value.high)}, told {plain(value.told)}"
    if isinstance(value, Nothing):
        return "nothing"
    if isinstance(value, tuple):
        return f"({', '.join(plain(part) for part in value)})"
    if isinstance(value, Enum):
        return str(value.value)
    if is_dataclass(value):
        return "; ".join(_told(value)) or "told"
    return str(value)


def _told(value: object) -> list[str]:
    told = []
    for field in fields(value):  # type: ignore[arg-type]
        content = getattr(value, field.name)
        if field.default is MISSING or content != field.default:
            told.append(f"{field.name}={plain(content)}")
    return told


def rows() -> list[tuple[str, str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    parts = [line.split(" ¦ ") for line in lines if line and not line.startswith("#")]
    return [(reader, text, understood) for reader, text, understood in parts]


@pytest.mark.parametrize(("reader", "text", "understood"), rows())
def test_what_people_write_is_read_as_the_table_says(
    reader: str, text: str, understood: str
) -> None:
    assert plain(READERS[reader](text)) == understood


def test_every_reader_stands_in_the_table() -> None:
    assert {reader for reader, _, _ in rows()} == set(READERS)
