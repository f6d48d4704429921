"""Times of day in words: "half seven", "quarter to eleven", "ten thirty", "18 Uhr"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.quantity import Amount, Unit, token_at
from bot.understand.tokens import Kind, Token, word_set


def half_of_day(tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
    """ "am" or "pm" (also "a.m.", "in the morning", "at night") and where it ends."""
    words = [token_at(tokens, at + i).text for i in range(4)]
    if words[0] in {"am", "pm"}:
        return words[0], at + 1
    if words[0] in {"a", "p"} and words[1] == "." and words[2] == "m":
        return words[0] + "m", at + 4 if words[3] == "." else at + 3
    if words[:3] == ["in", "the", "morning"]:
        return "am", at + 3
    if words[:3] == ["in", "the", "evening"] or words[:2] == ["at", "night"]:
        return "pm", at + (3 if words[0] == "in" else 2)
    return None


def on_half(minutes: float, half: str) -> float:
    """The minute of the day on the told half, "am" or "pm"."""
    hour_12 = minutes % 720
    return hour_12 + 720 if half == "pm" else hour_12


def as_minutes(value: float) -> float:
    """10.30 as half past ten; 10.5 too."""
    hour, part = int(value), round((value - int(value)) * 100)
    return hour * 60 + (part if part in {0, 10, 15, 20, 30, 40, 45} else round((value - hour) * 60))


def oclock(tokens: Sequence[Token], at: int) -> Amount:
    """ "7 o'clock", "18 Uhr 30", "7 o'clock in the evening"."""
    half = half_of_day(tokens, at + 2)
    minutes = as_minutes(tokens[at].value)
    more = token_at(tokens, at + 2)
    if tokens[at + 1].text == "uhr" and more.kind is Kind.NUMBER and more.value < 60:
        return Amount(at, at + 3, minutes + more.value, Unit.CLOCK, exact_half=minutes >= 780)
    if half:
        return Amount(at, half[1], on_half(minutes, half[0]), Unit.CLOCK, exact_half=True)
    return Amount(at, at + 2, minutes, Unit.CLOCK, exact_half=minutes >= 780)


def clock_words(tokens: Sequence[Token], at: int) -> Amount | None:
    """ "midnight", "half seven" (7:30), "quarter to eleven", "halb sieben" (6:30)."""
    token = tokens[at]
    if token.has("midnight"):
        return Amount(at, at + 1, 0, Unit.CLOCK, exact_half=True)
    if token.has("noon"):
        return Amount(at, at + 1, 720, Unit.CLOCK, exact_half=True)
    if token.text == "couple":
        unit = at + 2 if token_at(tokens, at + 1).text == "of" else at + 1
        return Amount(at, unit + 1, 2, Unit.HOURS) if token_at(tokens, unit).has("u_hour") else None
    if token.text in {"a", "an"} and token_at(tokens, at + 1).has("u_hour"):
        return Amount(at, at + 2, 1, Unit.HOURS)
    if _spoken_time(tokens, at):
        return _spoken(tokens, at)
    minutes, end = _offset(tokens, at)
    hour = token_at(tokens, end)
    if minutes is None or hour.kind is not Kind.NUMBER or not hour.whole or hour.value > 24:
        return None
    value = (hour.value * 60 + minutes) % 1440
    half = half_of_day(tokens, end + 1)
    if half:
        return Amount(at, half[1], on_half(value, half[0]), Unit.CLOCK, exact_half=True)
    return Amount(at, end + 1, value, Unit.CLOCK, exact_half=value >= 780)


_AT = word_set("at by around till until from bed up asleep woke to about")


def _spoken_time(tokens: Sequence[Token], at: int) -> bool:
    """ "six thirty" as a time, where nothing else is said or a word before it wants a time."""
    token, then = tokens[at], token_at(tokens, at + 1)
    if not (token.worded and then.worded and 1 <= token.value <= 12 and 10 <= then.value < 60):
        return False
    others = [*tokens[:at], *tokens[at + 2 :]]
    numbers = any(t.kind is Kind.NUMBER for t in others)  # "three seven fifty" is all three answers
    words = [t.text for t in others if t.kind is Kind.WORD]
    alone = not numbers and all(word in {"about", "like"} for word in words)
    return alone or any(t.text in _AT for t in tokens[max(0, at - 2) : at])


def _spoken(tokens: Sequence[Token], at: int) -> Amount:
    value = tokens[at].value * 60 + tokens[at + 1].value
    half = half_of_day(tokens, at + 2)
    if half:
        return Amount(at, half[1], on_half(value, half[0]), Unit.CLOCK, exact_half=True)
    return Amount(at, at + 2, value, Unit.CLOCK)


def _offset(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    """Minutes that "half", "quarter to" or "twenty past" add to the hour, and where they end."""
    words = [token_at(tokens, at + i) for i in range(3)]
    if words[0].text == "half":
        return 30, at + (2 if words[1].text == "past" else 1)
    if words[0].text == "halb":
        return -30, at + 1
    start = at + 1 if words[0].text == "a" and words[1].text == "quarter" else at
    first, second = token_at(tokens, start), token_at(tokens, start + 1)
    if first.text in {"quarter", "viertel"}:
        size = 15
    elif first.kind is Kind.NUMBER and first.value in {5, 10, 20, 25}:
        size = int(first.value)
    else:
        return None, at
    if second.has("u_min"):
        start, second = start + 1, token_at(tokens, start + 2)
    if second.text in {"past", "after", "nach"}:
        return size, start + 2
    sure = first.kind is not Kind.NUMBER or size in {20, 25}
    if second.text in {"vor", "of"} or (second.text == "to" and sure):
        return -size, start + 2
    return None, at
