"""A squad's challenge: what it is about, and the buttons to join."""

from __future__ import annotations

from bot.callbacks import pack
from bot.reply import Button, Reply
from bot.text import Text
from core.squad.challenge import Aim, Challenge

TOPIC = "challenge"


def pick(squad_id: int, text: Text) -> Reply:
    """To the coach: which aim?"""
    rows = tuple(
        (Button(text(f"challenge-button-{aim.value}"), pack(TOPIC, "pick", squad_id, aim.value)),)
        for aim in Aim
    )
    return Reply(text("challenge-pick"), rows)


def card(squad_id: int, challenge: Challenge, joined: int, text: Text) -> Reply:
    """In the group: what it is, how many are in it; never who."""
    about = f"challenge-card-{challenge.aim.value}"
    head = text(about, first=challenge.starts, last=challenge.ends)
    said = [head, text("challenge-rules"), text("challenge-joined", count=joined)]
    join = Button(text("challenge-button-in"), pack(TOPIC, "in", squad_id))
    leave = Button(text("challenge-button-out"), pack(TOPIC, "out", squad_id))
    return Reply("\n".join(said), ((join, leave),), silent=True)
