"""Two amounts that are the ends of one: "6-7 hours", "between 6 and 7", "11 to 7"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understand.clockwords import as_minutes
from bot.understand.quantity import Amount, Unit, token_at
from bot.understand.tokens import Token


def join_ranges(tokens: Sequence[Token], amounts: Sequence[Amount]) -> list[Amount]:
    """Ranges as one amount: "6-7 hours", "between 6 and 7", "11 to 7", "50 or so" stays one."""
    out: list[Amount] = []
    for amount in amounts:
        more = len(out) > 1 and out[-2].low is not None and out[-2].unit is Unit.CLOCK
        if out and (joined := _range(tokens, out[-1], amount, clocks=more)):
            out[-1] = joined
        else:
            out.append(amount)
    return out


_EVENING = 17
_OR = {"or", "oder", "o", "ou", "maybe", "perhaps", "possibly"}
_TO = {"-", "to", "till", "til", "until", "through", "bis", "a", "hasta", "→"}


def _range(tokens: Sequence[Token], low: Amount, high: Amount, *, clocks: bool) -> Amount | None:
    between_them = tokens[low.end : high.start]
    links = [token.text for token in between_them if token.text not in {"'", "~", "ish"}]
    before = token_at(tokens, low.start - 1).text
    if low.low is not None or len(links) > 3 or not links:
        return None
    between = before in {"between", "zwischen", "entre"} and links[0] in {"and", "und", "y"}
    joins = (
        len(links) <= 2
        and links[0] in _TO
        and (len(links) == 1 or links[1] in {"about", "around", "maybe", "like"})
    )
    near = abs(high.value - low.value) <= 2 and high.value <= 14
    perhaps = len(links) <= 2 and set(links) <= _OR
    either = perhaps and low.unit in {Unit.PLAIN, Unit.HOURS} and near
    if not (between or joins or either):
        return None
    return _ranged(tokens, low, high, links[0], clocks=clocks)


def _ranged(
    tokens: Sequence[Token], low: Amount, high: Amount, link: str, *, clocks: bool
) -> Amount | None:
    """The range of two amounts, as hours or beats if its ends are near, else as two clocks."""
    number, timed = {Unit.PLAIN, Unit.HOURS, Unit.BEATS, Unit.MINUTES}, {Unit.PLAIN, Unit.CLOCK}
    dashes = link == "-" and token_at(tokens, high.end).text == "-"
    if dashes or (link == "-" and token_at(tokens, low.start - 1).text == "-"):
        return None  # 4-7-50 is a list
    start, end = low.start, high.end
    if link in _OR and low.value > high.value:
        middle = (low.value + high.value) / 2  # "4 or 2", said from the top
        return replace(high, start=start, value=middle, low=high.value, high=low.value)
    clocks = (
        clocks
        or Unit.CLOCK in {low.unit, high.unit}
        or link in {"till", "til", "until", "bis", "hasta"}
    )
    from_to = token_at(tokens, start - 1).text in {"from", "von", "de"}
    falls = low.value > high.value or high.value - low.value > 3 or from_to
    plain = low.unit is Unit.PLAIN and high.unit is Unit.PLAIN
    dialled = plain and _hhmm(tokens, low) and _hhmm(tokens, high)
    if low.unit is Unit.HOURS and high.unit is Unit.HOURS and low.value > _EVENING:
        first, last = low.value * 60, high.value * 60  # "22h30 to 6h"
        return Amount(start, end, 0, Unit.CLOCK, low=first, high=last)
    if {low.unit, high.unit} <= timed and (
        clocks or dialled or (plain and falls and max(low.value, high.value) <= 24)
    ):
        first, last = _as_clock(low), _as_clock(high)
        exact = low.exact_half and high.exact_half
        return Amount(start, end, 0, Unit.CLOCK, low=first, high=last, exact_half=exact)
    if plain and high.value > 14 and (low.value < 25 or high.value - low.value > 20):
        return None
    if {low.unit, high.unit} <= number and low.value < high.value:
        unit = high.unit if low.unit is Unit.PLAIN else low.unit
        middle = (low.value + high.value) / 2
        return replace(high, start=start, value=middle, unit=unit, low=low.value, high=high.value)
    return None


def _hhmm(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "2230", "0630"."""
    return len(tokens[amount.start].text) == 4 and tokens[amount.start].text.isdigit()


def _as_clock(amount: Amount) -> float:
    if amount.unit is Unit.PLAIN and amount.value >= 100:
        return amount.value // 100 * 60 + amount.value % 100
    return amount.value if amount.unit is Unit.CLOCK else as_minutes(amount.value)
