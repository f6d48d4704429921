"""A result told in words: all-out or not, and what it says."""

from __future__ import annotations

from bot.callbacks import pack
from bot.messages.session import distance_title
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.athlete import Result

TOPIC = "fitness"


def asked(result: Result, vdot: float, text: Text) -> Reply:
    """Was that all-out? Only then it sets the paces."""
    args = (result.on.isoformat(), round(result.distance.metres, 1), round(result.time.seconds))
    yes = Button(text("button-race-yes"), pack(TOPIC, "take", *args, result.kind.value))
    no = Button(text("button-race-no"), pack(TOPIC, "run"))
    return Reply(_said("result-told", result, vdot, text), ((yes,), (no,)))


def taken(result: Result, vdot: float, text: Text) -> Reply:
    """It counts: what it is worth, and what follows."""
    return Reply(_said("result-taken", result, vdot, text))


def _said(message: str, result: Result, vdot: float, text: Text) -> str:
    return text(
        message,
        distance=Html(distance_title(result.distance, text)),
        time=text.race_time(result.time),
        day=text.full_day(result.on),
        vdot=f"{vdot:.1f}",
    )
