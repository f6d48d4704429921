"""A squad's challenge."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import challenge
from bot.reply import Reply
from bot.text import Text
from core.squad.challenge import Aim, Challenge
from tests.messages.recording import Case, Cases
from tests.messages.scenes import MONDAY

CODES = ("proposed", "already", "in", "out", "in-already", "out-already", "gone", "over")


def _card(aim: Aim, joined: int) -> Case:
    start = MONDAY + timedelta(days=7)
    return lambda text: challenge.card(3, Challenge(aim, start), joined, text)


def _words(text: Text) -> Reply:
    said = [text(f"challenge-{code}") for code in CODES]
    return Reply("\n\n".join([*said, text("challenge-no-member")]))


CASES: Cases = {
    "pick": lambda text: challenge.pick(3, text),
    "card-steady": _card(Aim.STEADY, 0),
    "card-easy": _card(Aim.EASY, 1),
    "card-routines": _card(Aim.ROUTINES, 5),
    "words": _words,
}
