from __future__ import annotations

import importlib
import json
import pkgutil
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import bot.storage
from bot.storage.codec import Noun, decode, encode
from bot.storage.errors import FormatError
from bot.storage.plans import CHANGE, read_change, read_change_text
from core.checkin import CheckIn, Told
from core.plan import Plan
from tests.storage import strategies
from tests.storage.samples import CHECKIN, EASY, MONDAY, change, plan

ROWS = Path(__file__).parent / "rows"

strategies.register()


def _nouns() -> list[Noun[Any]]:
    """Every noun that a module of the storage room declares."""
    modules = [
        importlib.import_module(f"bot.storage.{info.name}")
        for info in pkgutil.iter_modules(bot.storage.__path__)
    ]
    found = {id(v): v for module in modules for v in vars(module).values() if isinstance(v, Noun)}
    return sorted(found.values(), key=lambda noun: noun.name)


NOUNS = _nouns()
CORE = [noun for noun in NOUNS if noun.kind is not dict]
RECORDED = [(noun, number) for noun in NOUNS for number in range(1, noun.format + 1)]


def _named(noun: Noun[Any]) -> str:
    return noun.name


def test_the_nouns_are_found() -> None:
    assert {noun.name for noun in NOUNS} >= {"plan", "change", "check-in", "decision", "gate"}


@pytest.mark.parametrize("noun", CORE, ids=_named)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_what_is_written_is_read_again(noun: Noun[Any], data: st.DataObject) -> None:
    value = data.draw(st.from_type(noun.kind))
    assume(not re.search(r"=(nan|-?inf)\b", repr(value)))  # no measurement is that
    text = json.dumps(noun.write(value), allow_nan=False)
    assert noun.read(json.loads(text), noun.format) == value
    assert noun.read_text(text, noun.format) == value


@pytest.mark.parametrize(("noun", "number"), RECORDED, ids=lambda part: getattr(part, "name", part))
def test_a_row_of_every_format_that_was_ever_written_can_still_be_read(
    noun: Noun[Any], number: int
) -> None:
    """The file was written when the format was new and is never edited; a new format adds one."""
    text = (ROWS / f"{noun.name}-{number}.json").read_text()
    value = noun.read(json.loads(text), number)
    assert noun.read_text(text, number) == value
    assert number < noun.format or _has(noun.write(value), json.loads(text))


def _has(now: Any, then: Any) -> bool:
    """Whether everything that was told then is told now; new fields may have come."""
    match then:
        case dict():
            return all(key in now and _has(now[key], old) for key, old in then.items())
        case list():
            return len(now) == len(then) and all(map(_has, now, then))
        case _:
            return bool(now == then)


@dataclass(frozen=True, slots=True)
class Lap:
    seconds: float
    metres: float = 400.0


LAP = Noun(
    "lap",
    Lap,
    format=3,
    readers={
        1: lambda stored: {"seconds": stored["minutes"] * 60},
        2: lambda stored: {**stored, "metres": 200.0},
    },
)


@pytest.mark.parametrize(
    ("stored", "number", "value"),
    [
        ({"minutes": 1.5}, 1, Lap(90, 200)),
        ({"seconds": 90}, 2, Lap(90, 200)),
        ({"seconds": 90}, 3, Lap(90, 400)),
    ],
)
def test_an_older_format_is_lifted_step_by_step(
    stored: dict[str, float], number: int, value: Lap
) -> None:
    assert LAP.read(stored, number) == value
    assert LAP.read_text(json.dumps(stored), number) == value


def test_a_newer_releases_format_is_refused() -> None:
    with pytest.raises(FormatError, match="format 4, made by a newer Nextgear"):
        LAP.read({}, 4)
    with pytest.raises(FormatError, match="format 4"):
        LAP.read_text("{}", 4)


def test_a_format_without_a_reader_is_refused() -> None:
    with pytest.raises(FormatError, match="no reader"):
        Noun("lap", Lap, format=2).read({}, 1)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ('{"on": "2026-05-04", "legs": "springy"}', "legs"),
        ('{"on": "2026-05-04", "sleep": {"seconds": -1}}', "sleep"),
        ("{}", "on"),
        ("not even JSON", "it"),
    ],
)
def test_damage_is_told_by_its_place_and_not_by_its_content(text: str, where: str) -> None:
    noun = Noun("check-in", CheckIn)
    with pytest.raises(FormatError, match=f"check-in cannot be read: {where}") as raised:
        noun.read_text(text, 1)
    assert "springy" not in str(raised.value)


def test_usual_and_a_number_are_told_apart() -> None:
    assert encode(CHECKIN)["pulse"] == "usual"
    read = decode(CheckIn, encode(CHECKIN))
    assert read.pulse is Told.USUAL
    assert type(read.legs) is int


def test_every_field_is_written_so_that_a_new_default_rewrites_nothing() -> None:
    assert encode(CheckIn(MONDAY)).keys() == {*CheckIn.__dataclass_fields__}


def test_the_same_text_is_read_once() -> None:
    text = json.dumps(encode(plan()))
    noun = Noun("plan", Plan)
    assert noun.read_text(text, 1) is noun.read_text(str(text), 1)


def test_a_change_is_put_together_from_its_two_columns() -> None:
    laid = change(plan(), MONDAY, EASY)
    stored = CHANGE.write(laid)
    why = stored.pop("why")
    assert read_change(stored, why, 1) == laid
    for indent in (None, 2):
        texts = json.dumps(stored, indent=indent), json.dumps(why, indent=indent)
        assert read_change_text(*texts, 1) == laid
