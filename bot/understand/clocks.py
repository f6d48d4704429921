"""A time of day: "6:30", "half six", "1830", "quarter past 5", "18 Uhr", "las seis y media"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.cleaning import below_nothing
from bot.understand.clockwords import as_minutes, clock_words, half_of_day, oclock, on_half
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantity import Amount, token_at
from bot.understand.reading import read_tokens
from bot.understand.tokens import Kind, Token

LAST_MINUTE = 1439


def read_clock(text: str, *, evening: bool = False) -> int | Unclear[int] | OutOfRange | None:
    """Minute of the day, 0-1439; with `evening`, "8" without am or pm is 20:00."""
    if below_nothing(text):
        return OutOfRange("no-such-time", "0:00", "23:59", text.strip()[:10])
    tokens = read_tokens(text)
    told: list[int] = []
    for at in range(len(tokens)):
        if told and tokens[at].text not in {"or", "and", "oder", "o", "y"}:
            continue
        start = at + 1 if told else at
        read = _read(tokens, start) if start < len(tokens) else None
        if read is None:
            continue
        minute, exact = read
        if minute == LAST_MINUTE + 1:
            minute = 0  # 24:00
        if not 0 <= minute <= LAST_MINUTE:
            return OutOfRange("no-such-time", "0:00", "23:59", tokens[start].text)
        later = evening and not exact and 0 < minute < 720
        told.append(round(minute) + (720 if later else 0))
    if len(set(told)) > 1:
        return Unclear("which-hour", {}, tuple(dict.fromkeys(told)))
    return told[0] if told else None


def _read(tokens: Sequence[Token], at: int) -> tuple[float, bool] | None:
    """The minute that begins at this token, and whether its half of the day is told."""
    token = tokens[at]
    words: Amount | None = clock_words(tokens, at)
    if words is not None:
        return words.value, words.exact_half
    if token.kind is Kind.CLOCK:
        return _on_the_dial(tokens, at, at + 1, _wrong_minutes(token))
    if token.kind is not Kind.NUMBER:
        return None
    if (earlier := _before_the_hour(tokens, at)) is not None:
        return earlier, False
    return _number(tokens, at)


def _number(tokens: Sequence[Token], at: int) -> tuple[float, bool] | None:
    token, then = tokens[at], token_at(tokens, at + 1)
    if then.has("oclock"):
        amount = oclock(tokens, at)
        return amount.value, amount.exact_half
    digits = token.text if token.text.isdigit() and not token.worded else ""
    if len(digits) in {3, 4}:
        minutes = int(digits[:-2]) * 60 + int(digits[-2:])
        valid = int(digits[-2:]) < 60
        return _on_the_dial(tokens, at, at + 1, minutes if valid else -1)
    if then.text in {"h", "u"} and token_at(tokens, at + 2).kind is Kind.NUMBER:
        return _on_the_dial(tokens, at, at + 3, token.value * 60 + tokens[at + 2].value)
    if then.kind is Kind.NUMBER and then.whole and 0 < then.value < 60 and token.value <= 24:
        return _on_the_dial(tokens, at, at + 2, token.value * 60 + then.value)
    if then.text == ":" and then.glued and token_at(tokens, at + 2).whole:
        return _on_the_dial(tokens, at, at + 3, token.value * 60 + tokens[at + 2].value)
    if then.text in {"-", "."} and then.glued and _two_digits(token_at(tokens, at + 2)):
        return _on_the_dial(tokens, at, at + 3, token.value * 60 + tokens[at + 2].value)
    return _on_the_dial(tokens, at, at + 1, as_minutes_read(token))


def as_minutes_read(token: Token) -> float:
    """ "6.30" and "6,45" as minutes after the hour; "6.5" as half past."""
    whole, mark, part = token.text.replace(",", ".").partition(".")
    if mark and len(part) == 2 and whole.isdigit():
        return int(whole) * 60 + int(part) if int(part) < 60 else -1
    return as_minutes(token.value)


def _two_digits(token: Token) -> bool:
    return token.kind is Kind.NUMBER and token.glued and len(token.text) == 2 and token.value < 60


def _on_the_dial(tokens: Sequence[Token], at: int, end: int, minutes: float) -> tuple[float, bool]:
    """With am, pm, "in the evening" or "de la tarde" where it is told."""
    half = half_of_day(tokens, end)
    behind = {token_at(tokens, end + i).text for i in range(4)}
    if half is None and behind & {
        "evening",
        "tarde",
        "abends",
        "noche",
        "afternoon",
        "nachmittags",
    }:
        half = ("pm", end)
    if half is None and behind & {"manana", "morgens", "fruh"}:
        half = ("am", end)
    if half is None:
        return minutes, minutes >= 720 or tokens[at].text.startswith("0")
    too_late = minutes >= 780 and half[0] == "am"
    return (minutes if too_late or minutes < 0 else on_half(minutes, half[0])), True


def _wrong_minutes(token: Token) -> float:
    parts = token.text.split(":")
    return token.value if int(parts[1]) < 60 else -1


def _before_the_hour(tokens: Sequence[Token], at: int) -> float | None:
    """ "ten to seven", "seis menos cuarto"."""
    words = [token_at(tokens, at + i).text for i in (1, 2)]
    if words == ["menos", "cuarto"]:
        return tokens[at].value * 60 - 15
    hour = token_at(tokens, at + 2)
    early = words[0] in {"to", "vor"} and tokens[at].value in {5, 10, 15, 20, 25} and hour.whole
    return (hour.value * 60 - tokens[at].value) % 1440 if early and 1 <= hour.value <= 24 else None
