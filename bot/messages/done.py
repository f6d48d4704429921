"""How it went: the buttons under the evening's question, and on the next card while it is open."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.reply import Button
from bot.text import Text
from core.activity import Done

TOPIC = "activity"


def done_buttons(on: date, text: Text, delivery: int, *, planned: bool) -> list[Button]:
    """As planned, other, not; on a rest day only whether there was a run."""
    labels = {Done.AS_PLANNED: "as-planned", Done.OTHER: "other", Done.NOT_RUN: "not"}
    if not planned:
        labels = {Done.OTHER: "ran", Done.NOT_RUN: "not"}
    return [
        Button(
            text(f"evening-{label}"),
            pack(TOPIC, "done", delivery, on.isoformat(), done.value),
        )
        for done, label in labels.items()
    ]
