"""What an intent is about, as plain words: days, a place, units, a clock time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.calendar_words import SHORT_DAYS, WEEKDAYS
from bot.understand.tokens import Kind, Token

_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NEAR = {"today": "today", "todays": "today", "tonight": "today", "tomorrow": "tomorrow"}
_NEAR |= {"tomorrows": "tomorrow", "yesterday": "yesterday", "weekend": "weekend"}
_UNITS = {"km": "km", "kms": "km", "kilometres": "km", "kilometers": "km", "metric": "km"}
_UNITS |= {"mile": "mi", "miles": "mi", "mi": "mi", "imperial": "mi"}
_BEFORE_PLACE = frozenset({"to", "in", "from", "for"})
_AFTER_PLACE = frozenset(
    "until till for from on next this tomorrow today tonight with and so but because in at no without "
    "now between again since over by after before soon".split()
)
_NO_PLACE = frozenset(
    "a an the my our run train go do be get work race skip business holiday vacation travel it that "
    "stop start move change me you".split()
)
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
    for at, token in enumerate(raw):
        if token.text in _BEFORE_PLACE:
            name: list[str] = []
            for word in raw[at + 1 : at + 5]:
                ends = word.kind is not Kind.WORD or word.text in _AFTER_PLACE or _day(word.text)
                if ends or word.text in _NO_PLACE:
                    break
                name.append(word.text)
            if name:
                return " ".join(name)
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
