"""After a week of unanswered mornings: one offer to pause."""

from __future__ import annotations

from bot.callbacks import pack
from bot.reply import Button, Reply
from bot.text import Text


def offer(text: Text) -> Reply:
    """Pause, or keep sending; either is right."""
    pause = Button(text("button-pause"), pack("profile", "pause"))
    stay = Button(text("button-stay"), pack("profile", "stay"))
    return Reply(text("pause-offer"), ((pause,), (stay,)), silent=True)
