"""/weather, and the card of warm days."""

from __future__ import annotations

from dataclasses import replace

from bot.messages import today, weather
from core.athlete import Town
from core.checkin import Danger
from core.reasons import Code, Reason
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INTERVALS, TODAY, day, good

LISBON = Town("Lisbon, Portugal", 38.8, -9.2)


def _asked(celsius: float | None, town: Town | None = None, *, on: bool, note: str = "") -> Case:
    known = weather.Known(celsius, town=town)
    return lambda text: weather.asked(known, text, looks_up=on, note=note)


def _warm(celsius: float) -> Case:
    said = replace(good(INTERVALS), celsius=celsius)
    slower = Reason(Code.HEAT_SLOWS, {"celsius": celsius, "percent": 4})
    made = replace(day(INTERVALS, said=said), celsius=celsius, because=(slower,))
    return lambda text: today.card(made, text, 9)


CASES: Cases = {
    "unknown": _asked(None, on=False),
    "known": _asked(31.4, on=False),
    "dangers": lambda text: weather.asked(
        weather.Known(3, (Danger.ICE, Danger.SMOKE)), text, looks_up=False
    ),
    "offer": _asked(None, on=True),
    "looked-up": _asked(24, LISBON, on=True),
    "on": _asked(None, LISBON, on=True, note="weather-on"),
    "off": _asked(None, on=True, note="weather-off"),
    "no-town": _asked(None, on=True, note="weather-no-town"),
    "no-degrees": _asked(None, on=False, note="weather-no-degrees"),
    "card-28": _warm(28),
    "card-told": lambda text: today.card(day(TODAY, said=replace(good(TODAY), celsius=8)), text, 9),
}
