"""Which answer a number belongs to: labels in a message, and the amounts that stand with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understand.quantity import Amount, Unit
from bot.understand.reading import FEELINGS
from bot.understand.sentences import HARD
from bot.understand.tokens import Kind, Token, word_set


class Topic(StrEnum):
    """What a label speaks of."""

    LEGS = "legs"
    SLEEP = "sleep"
    PULSE = "pulse"
    HRV = "hrv"
    BED = "bed"
    ASLEEP = "asleep"
    WAKE = "wake"
    AWAKE = "awake"
    SCORE = "score"
    NOT_REST = "not-rest"
    TEMPERATURE = "temperature"
    PAIN = "pain"
    OTHER = "other"
    DEVICE = "device"


_BY_TAG = (
    ("score", Topic.SCORE),
    ("not_rest", Topic.NOT_REST),
    ("hrv", Topic.HRV),
    ("asleep", Topic.ASLEEP),
    ("bed", Topic.BED),
    ("wake", Topic.WAKE),
    ("awake", Topic.AWAKE),
    ("sleep", Topic.SLEEP),
    ("pulse", Topic.PULSE),
    ("device_says", Topic.DEVICE),
    ("legs", Topic.LEGS),
    ("temperature", Topic.TEMPERATURE),
    ("work", Topic.OTHER),
)
BODY = frozenset({Topic.LEGS, Topic.SLEEP, Topic.PULSE, Topic.HRV})
_MERGE = 2
_REACH = 6


@dataclass(frozen=True, slots=True)
class Label:
    """A word or phrase that names a topic, at token `at`."""

    topic: Topic
    at: int


@dataclass(frozen=True, slots=True)
class Bound:
    """An amount with the topic it stands under; None where no label claims it."""

    amount: Amount
    topic: Topic | None


def find_labels(tokens: Sequence[Token], amounts: Sequence[Amount]) -> list[Label]:
    """Labels in order; a run of words for one thing ("resting heart rate") is one label."""
    inside = {at for amount in amounts for at in range(amount.start, amount.end)}
    labels: list[Label] = []
    for at in range(len(tokens)):
        topic = _topic(tokens, at, labels) if at not in inside else None
        if topic is None:
            continue
        last = labels[-1] if labels else None
        apart = last is None or any(
            i in inside or tokens[i].kind is Kind.BREAK for i in range(last.at, at)
        )
        if last and not apart and at - last.at <= _MERGE and _same_thing(last.topic, topic):
            labels[-1] = Label(last.topic if last.topic in _KEEPS else topic, at)
        else:
            labels.append(Label(topic, at))
    return labels


_KEEPS = frozenset({Topic.SCORE, Topic.NOT_REST, Topic.HRV, Topic.ASLEEP, Topic.BED})


def _same_thing(before: Topic, now: Topic) -> bool:
    if before is now:
        return True
    return (before, now) in {
        (Topic.NOT_REST, Topic.PULSE),
        (Topic.SCORE, Topic.SLEEP),
        (Topic.SCORE, Topic.PULSE),
        (Topic.HRV, Topic.PULSE),
        (Topic.DEVICE, Topic.PULSE),
        (Topic.ASLEEP, Topic.SLEEP),
        (Topic.BED, Topic.SLEEP),
        (Topic.PULSE, Topic.NOT_REST),
    }


def _topic(tokens: Sequence[Token], at: int, labels: Sequence[Label]) -> Topic | None:
    token = tokens[at]
    if any(tag.startswith("part:") for tag in token.tags) or token.has("ache_noun"):
        return Topic.PAIN
    for tag, topic in _BY_TAG:
        if token.has(tag):
            if topic is Topic.WAKE and _goes_up(tokens, at, labels):
                return None
            if token.text == "walk" and at and tokens[at - 1].text in _HARDLY:
                return None  # "can barely walk" is of the legs
            return topic
    return None


_HARDLY = frozenset({"barely", "hardly", "cant", "cannot", "properly"})


def _goes_up(tokens: Sequence[Token], at: int, labels: Sequence[Label]) -> bool:
    """The "up" of "hr up 6 from normal" is no getting up."""
    if tokens[at].text == "out" and at and tokens[at - 1].text in {"lights", "light"}:
        return True
    near = bool(labels) and at - labels[-1].at <= 3 and labels[-1].topic in {Topic.PULSE, Topic.HRV}
    return near and tokens[at].text == "up"


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
    if breaks and label.topic is Topic.SCORE and amount.unit not in {Unit.PLAIN, Unit.OUT_OF}:
        return False  # "heavier than last week, 7h"
    faces = any(t.kind is Kind.EMOJI for t in words)
    if (breaks or faces) and label.topic is Topic.OTHER:
        return False
    felt = any(t.has(*FEELINGS) for t in words)
    if label.topic is Topic.LEGS and felt and not fits(Topic.LEGS, amount):
        return False  # "legs good 7 50"
    if breaks and label.topic is Topic.PAIN and amount.unit is Unit.PLAIN:
        return False  # "pain in the knee, 3, 7, 51"
    hours_in_bed = label.topic in {Topic.BED, Topic.ASLEEP} and amount.unit is Unit.HOURS
    if hours_in_bed and (breaks or any(t.text == "so" for t in words)):
        return False  # "8h in bed, 7h asleep", "kids in my bed so 5 hours"
    if not breaks:
        return len(words) <= _REACH or label.topic in {Topic.SLEEP, Topic.ASLEEP, Topic.BED}
    if any(t.has(*FEELINGS) for t in words):
        return False
    return not words or all(t.has("very", "bit") or t.text in _HESITATES for t in words)


def _graded_aside(tokens: Sequence[Token], label: Label, amount: Amount) -> bool:
    """ "Legs fresh (2)"."""
    closed = amount.end < len(tokens) and tokens[amount.end].text == ")"
    return closed and label.topic is Topic.LEGS and fits(Topic.LEGS, amount)


_HESITATES = word_set(
    "late early um uh er hmm well id say i maybe like about around so was is the it its today think"
)


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
