"""/weather: how warm it is today, by tap or in words, and whether it is looked up."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.athlete import Town
from core.checkin import Danger

TOPIC = "weather"
DEGREES = (20, 25, 28, 30, 33, 36)


@dataclass(frozen=True, slots=True)
class Known:
    """Today's temperature and dangers, None and none where nobody has told; the town, if any."""

    celsius: float | None = None
    dangers: tuple[Danger, ...] = ()
    town: Town | None = None


def asked(known: Known, text: Text, *, looks_up: bool, note: str = "") -> Reply:
    """What is known, quick answers, and the way to have it looked up or not."""
    said = [text(note)] if note else []
    said.append(_told(known, text))
    if looks_up and known.town is not None:
        said.append(text("weather-looked-up", town=known.town.name))
    elif looks_up:
        said.append(text("weather-offer"))
    return Reply("\n\n".join(said), _rows(known, text))


def _told(known: Known, text: Text) -> str:
    if known.dangers:
        named = [text(f"heard-danger-{danger.value}") for danger in known.dangers]
        return text("weather-dangers", dangers=Html(text.listed(named)))
    if known.celsius is None:
        return text("weather-unknown")
    return text("weather-known", degrees=text.degrees(known.celsius))


def _rows(known: Known, text: Text) -> Rows:
    taps = [Button(text.degrees(d), pack(TOPIC, "tell", d)) for d in DEGREES]
    dangers = [
        Button(text(f"weather-danger-{danger.value}"), pack(TOPIC, "danger", danger.value))
        for danger in Danger
    ]
    rows = [tuple(taps[:3]), tuple(taps[3:]), tuple(dangers)]
    if known.dangers:
        rows.append((Button(text("weather-none"), pack(TOPIC, "danger", "none")),))
    if known.town is not None:
        rows.append((Button(text("weather-stop"), pack(TOPIC, "forget")),))
    return tuple(rows)
