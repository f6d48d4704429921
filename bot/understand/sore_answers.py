"""Answers to what is asked of a sore place: how much from 0 to 10, and how it is this morning."""

from __future__ import annotations

from bot.understand.amounts import read_amounts
from bot.understand.answers import says_none
from bot.understand.quantity import Unit
from bot.understand.reading import read_tokens
from bot.understand.tokens import Kind, word_set
from core.checkin import Morning

_BESIDE = word_set("""
    a about at around maybe like just only still it its was is say i id im pain hurts hurt out of
    level score so roughly today
    """)
_MORNINGS = {
    Morning.WORSE: word_set("worse worst sorer"),
    Morning.STIFFER: word_set("stiffer stiff tighter tight"),
    Morning.USUAL: word_set("usual same normal fine ok okay good better unchanged usually great"),
}
_SHORT = 5
"""Words of an answer that is one and no more."""


def read_score(text: str) -> int | None:
    """ "2", "2/10", "a two", "nothing" as 0; None for anything else or beyond 10."""
    if says_none(text):
        return 0
    tokens = read_tokens(text)
    amounts = read_amounts(tokens)
    words = [t for t in tokens if t.kind is Kind.WORD]
    if len(amounts) != 1 or any(t.text not in _BESIDE for t in words):
        return None
    amount = amounts[0]
    told = amount.unit is Unit.PLAIN or (amount.unit is Unit.OUT_OF and amount.of == 10)
    return int(amount.value) if told and amount.whole and 0 <= amount.value <= 10 else None


def read_morning(text: str) -> Morning | None:
    """ "As usual", "a bit stiffer", "worse"; "no worse" and "better" are as usual."""
    words = [t for t in read_tokens(text) if t.kind is Kind.WORD]
    others = any(t.kind in {Kind.NUMBER, Kind.CLOCK, Kind.RATIO} for t in read_tokens(text))
    if not words or others or len(words) > _SHORT or any(t.has("legs", "sleep") for t in words):
        return None
    told = next((m for m, known in _MORNINGS.items() if any(t.text in known for t in words)), None)
    denied = any(t.has("neg") for t in words)
    return Morning.USUAL if told is not None and denied else told
