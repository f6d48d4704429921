"""The time trial: offered, taken, and how it is run."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.messages.change import undo_button
from bot.reply import Button, Reply
from bot.text import Text

TOPIC = "trial"


def offered(on: date, text: Text) -> Reply:
    """Unasked: there is a day for it, and it may be left."""
    take = Button(text("button-trial", day=on), pack(TOPIC, "take", on.isoformat()))
    later = Button(text("button-not-now"), pack(TOPIC, "later"))
    return Reply(text("trial-offer"), ((take,), (later,)))


def ready(on: date | None, text: Text) -> Reply:
    """Under /paces: with a day for it, or with how to run it some day."""
    said = f"{text('trial-offer')} {text('trial-how')}"
    if on is None:
        return Reply(said)
    take = Button(text("button-trial", day=on), pack(TOPIC, "take", on.isoformat()))
    return Reply(said, ((take,),))


def taken(on: date, change_id: int, text: Text) -> Reply:
    """It is in the plan: how it is run, and the way back."""
    said = f"{text('trial-taken', day=text.full_day(on))} {text('trial-how')}"
    return Reply(said, ((undo_button(change_id, text),),))


def later(text: Text) -> Reply:
    """Not now."""
    return Reply(text("trial-later"))
