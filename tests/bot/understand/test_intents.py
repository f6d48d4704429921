from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understand.intents import SAID, Intent, IntentKind, read_intent

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "intents.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def kind_of(text: str) -> str:
    intent = read_intent(text)
    return intent.kind.value if intent else "-"


@pytest.mark.parametrize(("kind", "text"), ROWS, ids=[text for _, text in ROWS])
def test_a_message_is_read_for_what_it_asks(kind: str, text: str) -> None:
    assert kind_of(text) == kind


def test_the_table_has_examples_of_every_kind() -> None:
    assert {kind for kind, _ in ROWS} == {"-", *IntentKind}


@pytest.mark.parametrize(("kind", "text"), ROWS[::5], ids=[text for _, text in ROWS[::5]])
def test_shouting_changes_nothing(kind: str, text: str) -> None:
    assert kind_of(f"  {text.upper()} ") == kind


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("can I move Thursday to Friday", ("thursday", "friday")),
        ("move todays run to tomorrow", ("today", "tomorrow")),
        ("swap thu and sat", ("thursday", "saturday")),
        ("can I move Thrusday to Firday", ("thursday", "friday")),
        ("off to Lisbon until Sunday", ("sunday",)),
        ("skip it", ()),
    ],
)
def test_days_come_in_the_order_they_were_said(text: str, days: tuple[str, ...]) -> None:
    intent = read_intent(text)
    assert intent is not None
    assert intent.slots.days == days


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("off to Lisbon until Sunday", "lisbon"),
        ("flying to New York on Monday", "new york"),
        ("I'm going to San Sebastián on Friday for a week", "san sebastian"),
        ("I moved to Berlin", "berlin"),
        ("I'm away next week", ""),
        ("travelling for work until Friday", ""),
    ],
)
def test_a_place_is_kept_as_it_was_named(text: str, place: str) -> None:
    intent = read_intent(text)
    assert intent is not None
    assert intent.slots.place == place


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("change my morning time to 7", "7"),
        ("send the morning message at 6:30", "6:30"),
        ("remind me at 7pm", "7 pm"),
        ("message me earlier", ""),
    ],
)
def test_a_clock_time_is_kept_as_it_was_said(text: str, clock: str) -> None:
    intent = read_intent(text)
    assert intent is not None
    assert intent.slots.clock == clock


@pytest.mark.parametrize(("text", "units"), [("change to miles", "mi"), ("switch to km", "km")])
def test_units_are_told(text: str, units: str) -> None:
    intent = read_intent(text)
    assert intent is not None
    assert intent.slots.units == units


def test_what_was_said_is_kept_for_other_readers() -> None:
    intent = read_intent("off to Lisbon until 9 May")
    assert intent is not None
    assert intent.said == "off to Lisbon until 9 May"


def test_a_long_tale_asks_for_nothing() -> None:
    assert read_intent("and then we ran along the river and talked about the plan " * 20) is None


WORDS = sorted({word for _, text in ROWS for word in text.split()})


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(st.text(max_size=5000), st.lists(st.sampled_from(WORDS), max_size=45).map(" ".join))
)
def test_no_text_breaks_the_reader(text: str) -> None:
    intent = read_intent(text)
    assert intent is None or (isinstance(intent, Intent) and len(intent.said) <= SAID)
