"""Which answer a number belongs to: the amounts that stand with labels, before them or behind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.labels import Label, Topic
from bot.understand.quantity import Amount, Unit
from bot.understand.reading import FEELINGS
from bot.understand.sentences import HARD
from bot.understand.tokens import Kind, Token, word_set

_REACH = 6


@dataclass(frozen=True, slots=True)
class Bound:
    """An amount with the topic it stands under; None where no label claims it."""

    amount: Amount
    topic: Topic | None


def bind(
    tokens: Sequence[Token], amounts: Sequence[Amount], labels: Sequence[Label]
) -> list[Bound]:
    """Each amount with its topic: labels before their numbers or behind, as it fits best."""
    after, before = _after(tokens, amounts, labels), _before(tokens, amounts, labels)
    behind = _fits(amounts, before) > _fits(amounts, after) and not _in_turn(
        tokens, amounts, labels
    )
    chosen = before if behind else after
    other = after if chosen is before else before
    taken = set(chosen.values())
    for index, label in other.items():
        near = abs(label.at - amounts[index].start) <= 4 or abs(amounts[index].end - label.at) <= 3
        if label in taken or not near:
            continue
        rival = chosen.get(index)
        steals = label.topic is Topic.NOT_REST or (
            rival is not None
            and not fits(rival.topic, amounts[index])
            and not (label.topic is Topic.WAKE and amounts[index].start - rival.at == 1)
        )
        if rival is None or steals:
            chosen[index] = label
            taken.add(label)
    return [
        Bound(amount, chosen[i].topic if i in chosen else None) for i, amount in enumerate(amounts)
    ]


def _in_turn(tokens: Sequence[Token], amounts: Sequence[Amount], labels: Sequence[Label]) -> bool:
    """ "Legs 4 slept 45 hr 12": a label, then its number, to the end, believable or not."""
    if len(labels) < 2 or len(labels) != len(amounts):
        return False
    following = [label.at for label in labels[1:]] + [amounts[-1].end + 1]
    pairs = zip(labels, amounts, following, strict=True)
    return all(
        label.at < amount.start < nxt
        and amount.start - label.at <= _NEXT
        and not any(t.kind is Kind.BREAK for t in tokens[label.at : amount.start])
        for label, amount, nxt in pairs
    )


_NEXT = 2
"""Tokens from a label to its own number: "legs 4", "hr: 50"."""


def _after(
    tokens: Sequence[Token], amounts: Sequence[Amount], labels: Sequence[Label]
) -> dict[int, Label]:
    bound: dict[int, Label] = {}
    for order, label in enumerate(labels):
        end = labels[order + 1].at if order + 1 < len(labels) else len(tokens)
        following = [i for i, a in enumerate(amounts) if label.at < a.start < end]
        first = next((i for i in following if amounts[i].unit is not Unit.OTHER), None)
        if first is not None and _reaches(tokens, label, amounts[first]):
            bound[first] = label
    return bound


def _reaches(tokens: Sequence[Token], label: Label, amount: Amount) -> bool:
    """Whether nothing parts label and number: a full stop, or a comma after an answer in words."""
    between = tokens[label.at + 1 : amount.start]
    words = [t for t in between if t.kind in {Kind.WORD, Kind.EMOJI}]
    breaks = [t for t in between if t.kind is Kind.BREAK]
    if any(t.text == "(" for t in between) and not _graded_aside(tokens, label, amount):
        return False
    if any(t.text in {".", "!", ";"} for t in breaks) or len(between) > _REACH * 2:
        return False
    if _of_another_kind(label.topic, amount, words, parted=bool(breaks)):
        return False
    if not breaks:
        return len(words) <= _REACH or label.topic in {Topic.SLEEP, Topic.ASLEEP, Topic.BED}
    if any(t.has(*FEELINGS) for t in words):
        return False
    return not words or all(t.has("very", "bit") or t.text in _HESITATES for t in words)


def _of_another_kind(topic: Topic, amount: Amount, words: Sequence[Token], *, parted: bool) -> bool:
    """Whether a number with this unit is no word on the topic; `parted` by a comma, if by one."""
    unit = amount.unit
    if topic is Topic.LEGS:  # "legs good 7 50"
        return any(t.has(*FEELINGS) for t in words) and not fits(topic, amount)
    if topic is Topic.TEMPERATURE:  # "baby has a temperature so only 3h"
        return unit in {Unit.HOURS, Unit.MINUTES, Unit.BEATS}
    if topic is Topic.OTHER:
        return parted or any(t.kind is Kind.EMOJI for t in words)
    if topic is Topic.SCORE:  # "heavier than last week, 7h"
        return parted and unit not in {Unit.PLAIN, Unit.OUT_OF}
    if topic is Topic.PAIN:  # "pain in the knee, 3, 7, 51"
        return parted and unit is Unit.PLAIN
    if topic in {Topic.BED, Topic.ASLEEP}:  # "8h in bed, 7h asleep", "kids in my bed so 5 hours"
        return unit is Unit.HOURS and (parted or any(t.text == "so" for t in words))
    return topic is Topic.AWAKE and parted  # "the dog kept me awake, 5h"


def _graded_aside(tokens: Sequence[Token], label: Label, amount: Amount) -> bool:
    """ "Legs fresh (2)"."""
    closed = amount.end < len(tokens) and tokens[amount.end].text == ")"
    return closed and label.topic is Topic.LEGS and fits(Topic.LEGS, amount)


_HESITATES = word_set("""
    late early um uh er hmm well id say i maybe like about around so was is the it its today think
    let me see look check
    """)


def _before(
    tokens: Sequence[Token], amounts: Sequence[Amount], labels: Sequence[Label]
) -> dict[int, Label]:
    bound: dict[int, Label] = {}
    for order, label in enumerate(labels):
        start = labels[order - 1].at if order else -1
        ahead = [i for i, a in enumerate(amounts) if start < a.start and a.end <= label.at]
        if not ahead or amounts[ahead[-1]].unit is Unit.OTHER:
            continue
        between = tokens[amounts[ahead[-1]].end : label.at]
        late = label.topic is Topic.NOT_REST  # "50 but that was standing"
        if len(between) <= 3 and not any(
            (t.kind is Kind.BREAK and t.text in {*HARD, ","})
            or t.text == ":"
            or (t.has("but") and not late)
            for t in between
        ):
            bound[ahead[-1]] = label
    return bound


def _fits(amounts: Sequence[Amount], bound: dict[int, Label]) -> int:
    return sum(fits(label.topic, amounts[i]) for i, label in bound.items())


def fits(topic: Topic, amount: Amount) -> bool:
    """Whether the amount could be this topic's answer."""
    unit, value = amount.unit, amount.value
    if topic is Topic.LEGS:
        return unit is Unit.OUT_OF or (unit is Unit.PLAIN and 1 <= value <= 5)
    if topic is Topic.SLEEP:
        timed = {Unit.HOURS, Unit.MINUTES, Unit.CLOCK}
        return unit in timed or (unit is Unit.PLAIN and 0 <= value <= 14)
    if topic in {Topic.PULSE, Topic.DEVICE}:
        return unit in {Unit.PLAIN, Unit.BEATS} and 30 <= value <= 120
    if topic in {Topic.BED, Topic.ASLEEP, Topic.WAKE}:
        lasting = unit is Unit.HOURS and topic is not Topic.WAKE
        return lasting or unit is Unit.CLOCK or (unit is Unit.PLAIN and value <= 24)
    if topic is Topic.HRV:
        return unit in {Unit.PLAIN, Unit.MS}
    if topic is Topic.TEMPERATURE:
        return unit in {Unit.PLAIN, Unit.CELSIUS, Unit.FAHRENHEIT, Unit.DEGREES} and value > 30
    return topic in {Topic.SCORE, Topic.NOT_REST}
