"""Bare numbers of a check-in: to the open question, as a second value, or where only one fits."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from bot.understand.binding import Bound, fits
from bot.understand.heard import Asked, Field
from bot.understand.labels import Topic
from bot.understand.quantity import Amount, Unit
from bot.understand.sentences import puts_right
from bot.understand.tokens import Kind, Token
from bot.understand.told import Sorted

TOPICS = {Field.LEGS: Topic.LEGS, Field.SLEEP: Topic.SLEEP, Field.PULSE: Topic.PULSE}
MOST_GRADE = 5
_NEAR = 8
_ORDER = (Field.LEGS, Field.SLEEP, Field.PULSE)


def could_be_bare(tokens: Sequence[Token], item: Bound) -> bool:
    """Whether an amount without a place may answer: no count, no body, nothing of a sore part."""
    near = tokens[max(0, item.amount.start - 3) : item.amount.start]
    counted = any(t.text in {"times", "every", "page"} for t in near[-1:])
    refused = len(near) > 1 and near[-2].kind is Kind.BREAK  # "hr 55, no 45"
    counted = counted or ([t.text for t in near[-1:]] == ["no"] and not refused)
    amount = item.amount
    body = amount.unit is Unit.PLAIN and not amount.whole and 35 <= amount.value <= 43
    return not counted and not body and item.topic not in {Topic.PAIN, Topic.OTHER}


def place_corrections(tokens: Sequence[Token], bare: list[Amount], out: Sorted) -> None:
    """ "hr 48, no wait 52", "slept 7... or was it 8?": a second value for what was just told."""
    for amount in list(bare):
        earlier = [
            (told[-1].end, which)
            for which, told in out.told.items()
            if told and told[-1].end <= amount.start
        ]
        if not earlier:
            continue
        end, which = max(earlier)
        between = tokens[end : amount.start]
        adds = which is Field.SLEEP and any(
            t.text in {"then", "plus", "+", "another"} for t in between
        )
        again = (
            adds
            or puts_right(tokens, end, amount.start)
            or any(t.text in {"or", ">", "→"} for t in between)
            or (which is Field.PULSE and [t.text for t in between] == ["/"])
            or (len(between) <= 2 and any(t.text == "maybe" for t in between))
            or (any(t.has("but") for t in between) and between[-1].text == "was")
            or (any(t.text == "so" for t in between) and any(t.has("but") for t in between))
        )
        if again and len(between) <= _NEAR and which in TOPICS:
            fitting = [f for f in (which, *_ORDER) if f in out.told and fits(TOPICS[f], amount)]
            if fitting:
                out.add(fitting[0], amount)
                bare.remove(amount)


def place_asked(bare: list[Amount], out: Sorted, asked: Asked | None) -> None:
    """With one question open, the first bare number answers it, unless all three were told."""
    if asked is None or not bare or Field(asked.value) in out.told:
        return
    if asked is Asked.SLEEP and (night := _hours_and_minutes(bare)) is not None:
        out.add(Field.SLEEP, night)  # "7 30"
        bare.clear()
        return
    free = [f for f in _ORDER if f not in out.told]
    in_order = len(bare) == 3 and all(fits(TOPICS[f], a) for f, a in zip(_ORDER, bare, strict=True))
    if len(bare) == 1 or not (in_order or _one_way(bare, free)):
        out.add(Field(asked.value), bare.pop(0))


def _hours_and_minutes(bare: Sequence[Amount]) -> Amount | None:
    """Two numbers side by side as a night, where the second is no heart rate: "7 30", "6 45"."""
    if len(bare) != 2 or bare[0].end != bare[1].start or not fits(Topic.SLEEP, bare[0]):
        return None
    if bare[1].value not in _MINUTES or not bare[0].whole:
        return None
    hours = bare[0].value + bare[1].value / 60
    return Amount(bare[0].start, bare[1].end, hours, Unit.HOURS)


_MINUTES = frozenset({5, 10, 15, 20, 25, 30, 45})
"""Minutes people say; 40, 50 and 55 may be heart rates."""


def place_bare(bare: list[Amount], out: Sorted, worded: set[Field]) -> None:
    """What is left goes to the questions still open: in their order, or the only way that fits."""
    events = {topic for topic, _ in out.clocks}
    if Topic.WAKE in events and len(events) > 1:
        worded = worded | {Field.SLEEP}  # the night is told by its clock times
    free = [f for f in _ORDER if f not in out.told and f not in worded]
    if len(bare) == 3 and not out.told and not out.clocks:
        free = list(_ORDER)  # "legs great today! 5 / 8 / 47"
    if len(bare) == 3 == len(free) and all(
        fits(TOPICS[f], a) for f, a in zip(free, bare, strict=True)
    ):
        for which, amount in zip(free, bare, strict=True):
            out.add(which, amount)
        return
    if ways := _one_way(bare, free):
        for which, amount in zip(ways, bare, strict=True):
            out.add(which, amount)
        return
    _place_clear(bare, free, out)


def _one_way(bare: Sequence[Amount], free: Sequence[Field]) -> tuple[Field, ...] | None:
    """The only assignment of all bare numbers to free fields, or None."""
    if not bare or len(bare) > len(free) or (len(bare) == 1 and _several(bare[0], free)):
        return None
    ways = [
        way
        for way in permutations(free, len(bare))
        if all(fits(TOPICS[f], a) for f, a in zip(way, bare, strict=True))
    ]
    return ways[0] if len(ways) == 1 else None


def _several(amount: Amount, free: Sequence[Field]) -> bool:
    """One bare 7 may be hours, or legs out of ten."""
    return Field.LEGS in free and Field.SLEEP in free and amount.whole and 1 <= amount.value <= 10


def _place_clear(bare: Sequence[Amount], free: list[Field], out: Sorted) -> None:
    """What only one field can take goes there; the rest is unclear."""
    for amount in bare:
        could = tuple(f for f in free if fits(TOPICS[f], amount))
        if could == (Field.PULSE,) and sum(fits(Topic.PULSE, a) for a in bare) == 1:
            out.add(Field.PULSE, amount)
        elif could or (free and amount.unit is Unit.PLAIN):
            out.unclear.append((amount, could or tuple(free)))
