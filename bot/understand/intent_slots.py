"""What an intent is about, as plain words: days, a place, units, a clock time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from bot.understand.calendar_words import SHORT_DAYS, WEEKDAYS
from bot.understand.intent_words import grammar
from bot.understand.tokens import Kind, Token

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": "today", "todays": "today", "tonight": "today", "tomorrow": "tomorrow"}
_NEAR |= {"tomorrows": "tomorrow", "yesterday": "yesterday", "weekend": "weekend"}
_UNITS = {"km": "km", "kms": "km", "kilometres": "km", "kilometers": "km", "metric": "km"}
_UNITS |= {"mile": "mi", "miles": "mi", "mi": "mi", "imperial": "mi"}
_BEFORE_PLACE = frozenset({"to", "in", "from", "for"})
_BEFORE_CLOCK = frozenset({"at", "to", "by", "around", "before", "after", "for"})


@dataclass(frozen=True, slots=True)
class Slots:
    """`days` in the order told ("thursday", "friday": from, to); the others "" where untold."""

    days: tuple[str, ...] = ()
    place: str = ""
    units: str = ""
    clock: str = ""


def read_slots(tokens: Sequence[Token], raw: Sequence[Token]) -> Slots:
    """The slots of a message; `raw` has its words before typos were righted, for names."""
    words = [token.text for token in tokens if token.kind is Kind.WORD]
    days = tuple(day for word in words if (day := _day(word)))
    units = [_UNITS[word] for word in words if word in _UNITS]
    return Slots(days, _place(raw), units[-1] if units else "", _clock(tokens))


def _day(word: str) -> str | None:
    if word in WEEKDAYS and word not in SHORT_DAYS:
        return _NAMES[WEEKDAYS[word]]
    return _NEAR.get(word)


def _place(raw: Sequence[Token]) -> str:
    """The words after "to" or "in", up to a word of time; for `find_place` to judge."""
    after = grammar().after_place
    for at, token in enumerate(raw):
        if token.text in _BEFORE_PLACE:
            words = takewhile(lambda t: t.kind is Kind.WORD, raw[at + 1 : at + 5])
            name = list(takewhile(lambda t: t.text not in after and not _day(t.text), words))
            if name and name[0].text not in grammar().no_place:
                return " ".join(word.text for word in name)
    return ""


def _clock(tokens: Sequence[Token]) -> str:
    """ "7", "6:30" or "7 pm", as told."""
    for at, token in enumerate(tokens):
        follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
        half = follows if follows in {"am", "pm"} else ""
        led = at > 0 and tokens[at - 1].text in _BEFORE_CLOCK
        number = token.kind is Kind.NUMBER and token.value < 25 and (bool(half) or led)
        if token.kind is Kind.CLOCK or number:
            return f"{token.text} {half}".strip()
    return ""
