"""Words of a message that name a topic: legs, sleep, pulse, a score, a sore part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understand.quantity import Amount
from bot.understand.tokens import Kind, Token


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


@dataclass(frozen=True, slots=True)
class Label:
    """A word or phrase that names a topic, at token `at`."""

    topic: Topic
    at: int


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
    part = any(tag.startswith("part:") for tag in token.tags) or token.has("ache_noun")
    if part and not token.has("wake"):  # "eyes open at 6"
        return Topic.PAIN
    for tag, topic in _BY_TAG:
        if token.has(tag):
            if topic is Topic.WAKE and _goes_up(tokens, at, labels):
                return None
            if topic is Topic.BED and at > 1 and tokens[at - 2].text == "out":
                return None  # "out of bed 7" is getting up
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
