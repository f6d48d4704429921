"""Day, hour and place around a coach's shorthand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understand.shorthand_when import When, read_when

THURSDAY = date(2026, 11, 26)
TUE = date(2026, 12, 1)
SIX = "6x800 @5K r2'"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (SIX, When(rest=SIX)),
        (f"Tue 19:00 {SIX}", When(TUE, 1, minute=1140, rest=SIX)),
        (f"tuesday, 7pm: {SIX}", When(TUE, 1, minute=1140, rest=SIX)),
        (f"tues 18.30 {SIX}", When(TUE, 1, minute=1110, rest=SIX)),
        (f"tomorrow {SIX}", When(date(2026, 11, 27), rest=SIX)),
        (f"today 19h {SIX}", When(THURSDAY, minute=1140, rest=SIX)),
        (f"19:00 {SIX}", When(minute=1140, rest=SIX)),
        (f"2026-12-01 {SIX}", When(TUE, rest=SIX)),
        (f"1/12 {SIX}", When(TUE, rest=SIX)),
        (f"Tue 19:00 {SIX} place: Inatel track", When(TUE, 1, False, 1140, "Inatel track", SIX)),
        (f"{SIX} meet at the fountain", When(place="the fountain", rest=SIX)),
        ("every Tue 19:00 place track", When(TUE, 1, True, 1140, "track", "")),
        ("every Thursday 7:30pm hills 10x60s", When(THURSDAY, 3, True, 1170, None, "hills 10x60s")),
        (
            "every Tue and Thu 19:00",
            When(TUE, 1, True, rest="and Thu 19:00", also="and Thu"),
        ),
        (f"Tue, Thu {SIX}", When(TUE, 1, rest=f"Thu {SIX}", also="Thu")),
        ("Tue mona fartlek", When(TUE, 1, rest="mona fartlek")),
        ("3:00 x 8 @5k", When(rest="3:00 x 8 @5k")),
        ("Mona fartlek", When(rest="Mona fartlek")),
        ("15' T, 3' jog", When(rest="15' T, 3' jog")),
        ("4x1mi", When(rest="4x1mi")),
        (f"{SIX} track 7pm", When(minute=1140, place="track", rest=SIX)),
        (f"{SIX}, 7pm at the track", When(minute=1140, place="the track", rest=SIX)),
        (f"{SIX} on Tuesday 7pm", When(TUE, 1, minute=1140, rest=SIX)),
        (f"track at 6.45pm: {SIX}", When(minute=1125, place="track", rest=SIX)),
        (f"@ the track 19:30 - {SIX}", When(minute=1170, place="the track", rest=SIX)),
        (f"{SIX} meet 6:30pm at the clubhouse", When(minute=1110, place="the clubhouse", rest=SIX)),
        ("1.5 mile wu, 6x400", When(rest="1.5 mile wu, 6x400")),
        ("2.5k easy", When(rest="2.5k easy")),
        ("", When()),
    ],
)
def test_what_stands_around_a_session(text: str, when: When) -> None:
    assert read_when(text, THURSDAY) == when


@given(st.text(max_size=80))
def test_no_text_breaks_it(text: str) -> None:
    when = read_when(text, THURSDAY)
    assert when.minute is None or 0 <= when.minute < 1440
    assert when.on is None or when.on >= THURSDAY or when.weekday is None
