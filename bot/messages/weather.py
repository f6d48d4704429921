"""/weather: how warm it is today, by tap or in words, and whether it is looked up."""

from __future__ import annotations

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.text import Text
from core.athlete import Town

TOPIC = "weather"
DEGREES = (20, 25, 28, 30, 33, 36)


def asked(
    celsius: float | None, town: Town | None, text: Text, *, looks_up: bool, note: str = ""
) -> Reply:
    """What is known, quick answers, and the way to have it looked up or not."""
    said = [text(note)] if note else []
    said.append(_known(celsius, text))
    if looks_up and town is not None:
        said.append(text("weather-looked-up", town=town.name))
    elif looks_up:
        said.append(text("weather-offer"))
    return Reply("\n\n".join(said), _rows(town, text))


def _known(celsius: float | None, text: Text) -> str:
    if celsius is None:
        return text("weather-unknown")
    return text("weather-known", celsius=f"{celsius:.0f}")


def _rows(town: Town | None, text: Text) -> Rows:
    taps = [Button(f"{d} °C", pack(TOPIC, "tell", d)) for d in DEGREES]
    rows = [tuple(taps[:3]), tuple(taps[3:])]
    if town is not None:
        rows.append((Button(text("weather-stop"), pack(TOPIC, "forget")),))
    return tuple(rows)
