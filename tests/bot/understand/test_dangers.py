"""What keeps everybody in, and a treadmill, in words."""

from __future__ import annotations

import pytest

from bot.understand.checkin import read_checkin
from bot.understand.dangers import UNHEALTHY_OVER, read_dangers, read_indoors
from core.checkin import Danger

ICE, LIGHTNING, SMOKE = Danger.ICE, Danger.LIGHTNING, Danger.SMOKE


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("it's icy outside", {ICE: True}),
        ("black ice everywhere", {ICE: True}),
        ("pavements are frozen solid", {ICE: True}),
        ("the roads are all ice", {ICE: True}),
        ("freezing rain this morning", {ICE: True}),
        ("ICY!!", {ICE: True}),
        ("Glatteis heute", {ICE: True}),
        ("it's icy, should I run?", {ICE: True}),
        ("lightning forecast this evening", {LIGHTNING: True}),
        ("thunderstorms tonight", {LIGHTNING: True}),
        ("thunder and lightning", {LIGHTNING: True}),
        ("Gewitter", {LIGHTNING: True}),
        ("the air is full of smoke", {SMOKE: True}),
        ("wildfires nearby, very smoky", {SMOKE: True}),
        ("air quality is terrible", {SMOKE: True}),
        (f"AQI {UNHEALTHY_OVER + 1}", {SMOKE: True}),
        ("201 AQI", {SMOKE: True}),
        ("air quality index is 180", {SMOKE: True}),
        (f"AQI {UNHEALTHY_OVER}", {SMOKE: False}),
        ("no ice today", {ICE: False}),
        ("it's not icy any more", {ICE: False}),
        ("the ice is gone", {ICE: False}),
        ("the smoke has cleared", {SMOKE: False}),
        ("the storm has passed", {LIGHTNING: False}),
        ("no lightning but icy", {LIGHTNING: False, ICE: True}),
    ],
)
def test_what_is_out_there(said: str, told: dict[Danger, bool]) -> None:
    assert read_dangers(said) == told


@pytest.mark.parametrize(
    "said",
    [
        "I had an ice bath",
        "iced my knee",
        "put ice on my knee",
        "ice cream",
        "I don't smoke",
        "smoked salmon for breakfast",
        "lightning fast today",
        "what if it's icy?",
        "icy roads tomorrow",
        "it was icy yesterday",
        "legs 3, slept 7, hr 50",
    ],
)
def test_what_is_none_of_it(said: str) -> None:
    assert read_dangers(said) == {}


@pytest.mark.parametrize(
    "said", ["I'll run on the treadmill today", "treadmill", "running indoors", "auf dem Laufband"]
)
def test_a_treadmill_stands_indoors(said: str) -> None:
    assert read_indoors(said)


@pytest.mark.parametrize(
    "said", ["no treadmill here", "I hate the treadmill", "the treadmill is broken", "outside"]
)
def test_no_treadmill_is_none(said: str) -> None:
    assert not read_indoors(said)


def test_the_air_s_index_is_neither_sleep_nor_pulse() -> None:
    heard = read_checkin("AQI 95")
    assert (heard.sleep, heard.pulse, heard.ambiguous) == (None, None, ())
