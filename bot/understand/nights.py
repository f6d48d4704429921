"""Amounts that make a night: going to bed, falling asleep, lying awake, getting up."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.binding import Bound
from bot.understand.labels import Topic
from bot.understand.quantity import Amount, Unit, token_at
from bot.understand.tokens import Token
from bot.understand.told import Sorted

_EARLIEST_UP = 4
"""Hours of a clock from which "awake 6.45" is getting up, and no time spent awake."""
_LAST_WORDS = frozenset(
    ["lying awake", "wide awake", "to fall", "to get", "to nod", "to drop", "to drift"]
)


def placed_in_night(tokens: Sequence[Token], item: Bound, out: Sorted) -> bool:
    """Whether the amount is a time of the night or a while awake; it is then added to `out`."""
    amount, topic = item.amount, item.topic
    if (awake := _hours_awake(tokens, item)) is not None and not _gets_up(item, out):
        out.awake += awake
        return True
    clock = _is_clock(amount) and amount.low is None and not lasts_asleep(tokens, item)
    if topic in {Topic.BED, Topic.ASLEEP, Topic.WAKE} and clock:
        out.clocks.append((topic, amount))
        return True
    if _gets_up(item, out):
        out.clocks.append((Topic.WAKE, amount))
        return True
    if topic is Topic.BED and amount.unit is Unit.HOURS:
        out.in_bed = amount.value  # no sleep, unless nothing else is told
        return True
    return False


def lasts_asleep(tokens: Sequence[Token], item: Bound) -> bool:
    """ "Asleep for 6", "in bed 8 hours but maybe 6 asleep": hours, and no time of the clock."""
    if item.topic is not Topic.ASLEEP:
        return False
    behind = token_at(tokens, item.amount.end).has("asleep")
    awoke = any(t.has("wake") for t in tokens)
    return tokens[item.amount.start - 1].text == "for" or (behind and not awoke)


def _hours_awake(tokens: Sequence[Token], item: Bound) -> float | None:
    """ "awake for 2", "an hour awake", "took 40 min to fall asleep"."""
    amount = item.amount
    timed = amount.unit in {Unit.HOURS, Unit.MINUTES}
    labelled = item.topic is Topic.AWAKE and (timed or tokens[amount.start - 1].text == "for")
    behind = [t.text for t in tokens[amount.end : amount.end + 2]]
    spent = timed and (behind[:1] == ["awake"] or " ".join(behind) in _LAST_WORDS)
    if not (labelled or spent):
        return None
    return amount.value / (60 if amount.unit is Unit.MINUTES else 1)


def _gets_up(item: Bound, out: Sorted) -> bool:
    """The "awake 6.45" behind "asleep 11.15"."""
    opened = bool(out.clocks) and out.clocks[-1][0] is not Topic.WAKE
    late = _is_clock(item.amount) and item.amount.value >= _EARLIEST_UP
    return item.topic is Topic.AWAKE and opened and late


def _is_clock(amount: Amount) -> bool:
    return amount.unit is Unit.CLOCK or (
        amount.unit is Unit.PLAIN and (amount.value <= 24 or 100 <= amount.value < 2400)
    )
