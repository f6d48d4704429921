"""What each word of a message speaks of, where the question is whether it is the legs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.understand.heard import Asked
from bot.understand.labels import Label, Topic
from bot.understand.reading import FEELINGS
from bot.understand.sentences import HARD
from bot.understand.tokens import Kind, Token, word_set


def leg_topics(
    tokens: Sequence[Token], labels: Sequence[Label], asked: Asked | None
) -> list[Topic | None]:
    """For each token what it speaks of: its clause's label, or the one before in the sentence."""
    by_place = {label.at: label.topic for label in labels}
    topics: list[Topic | None] = [None] * len(tokens)
    lone = Topic.LEGS if asked is Asked.LEGS else None
    carried: Topic | None = lone
    for start, end in _clauses(tokens):
        if start and tokens[start - 1].text in HARD - {"?"} and carried is not Topic.LEGS:
            carried = lone
        places = [at for at in range(start, end) if at in by_place or _ill(tokens[at])]
        if not places:
            topic = _unlabelled(tokens, start, end, carried, asked)
            topics[start:end] = [topic] * (end - start)
            if start and tokens[start - 1].text in HARD - {"?"}:
                carried = lone
            continue
        first = by_place.get(places[0], Topic.PAIN)
        current = carried if first in _LATE else first
        for at in range(start, end):
            if at in by_place or _ill(tokens[at]):
                current = by_place.get(at, Topic.PAIN)
            elif current is Topic.OTHER and carried is Topic.LEGS and tokens[at].text in _THEY:
                current = Topic.LEGS  # "heavy at first but after walking around they're fine"
            topics[at] = current
        if first is Topic.OTHER and places[0] > start:
            topics[places[0] - 1] = first
        _lend_back(tokens, topics, places, by_place)
        if current is not Topic.OTHER:
            carried = current
        elif first not in _LATE:
            carried = first  # "legs ok when walking, heavy on stairs"
    return topics


_THEY = frozenset({"they", "theyre"})
_LATE = frozenset({Topic.OTHER, Topic.SCORE, Topic.BED, Topic.WAKE, Topic.AWAKE, Topic.ASLEEP})
"""Labels that say nothing about the words before them."""


def _ill(token: Token) -> bool:
    return token.has("ill", "fever", "allergy", "stress") and not token.has(*FEELINGS)


def _lend_back(
    tokens: Sequence[Token],
    topics: list[Topic | None],
    places: Sequence[int],
    by_place: dict[int, Topic],
) -> None:
    """ "heavy legs, good sleep": where feelings stand before their labels, each goes forward."""
    first = places[0]
    if not first or not tokens[first - 1].has(*FEELINGS):
        return
    for place in places[1:]:
        if tokens[place - 1].has(*FEELINGS) and place in by_place:
            topics[place - 1] = by_place[place]


def _unlabelled(
    tokens: Sequence[Token], start: int, end: int, carried: Topic | None, asked: Asked | None
) -> Topic | None:
    if asked is Asked.LEGS or any(t.text == "rest" for t in tokens[start:end]):
        return Topic.LEGS
    if carried is Topic.LEGS:
        return Topic.LEGS
    lone = asked is None and _only_a_feeling(tokens[start:end])
    if carried is Topic.PAIN and any(t.has("hurt") for t in tokens[start:end]):
        return carried  # "knee feels better but still a bit sore"
    if carried is Topic.PAIN and _well_again(tokens[start:end]):
        return carried  # "had shin splints in May, all fine now"
    return Topic.LEGS if lone and _some_answer(tokens) else carried


def _well_again(part: Sequence[Token]) -> bool:
    return any(t.has("well_spot") for t in part) and any(
        t.has("now") or t.text in {"since", "again"} for t in part
    )


def _some_answer(tokens: Sequence[Token]) -> bool:
    """Whether the message holds numbers that may be answers beside the feeling."""
    return any(t.kind in {Kind.NUMBER, Kind.CLOCK} for t in tokens)


def _only_a_feeling(part: Sequence[Token]) -> bool:
    """A clause like "heavy", "feeling pretty good", "so-so": a feeling and nothing else."""
    felt = [t for t in part if t.has(*FEELINGS)]
    if not felt or all(t.kind is Kind.EMOJI for t in felt):
        return False
    if any((t.has("gbad") and t.text in _GENERAL) or t.text in _MOODS for t in felt):
        return False
    rest = (t for t in part if not t.has(*FEELINGS) and t.kind is Kind.WORD)
    return all(t.has("very", "bit", "neg", "now") or t.text in _PLAIN for t in rest)


_GENERAL = word_set(
    "tired sleepy exhausted awful terrible rough slow poor empty flat spent beat bad crap"
)


_MOODS = word_set("happy lovely nice wonderful rested")
"""Words of a person's mood, which no legs have by themselves."""


def is_general(token: Token) -> bool:
    """A word for the whole person as much as for the legs: "tired", "awful"."""
    return token.text in _GENERAL


_PLAIN = word_set("""
    can cant barely hardly move walk feel feeling feels im i am all is are they theyre it its a at
    and too quite so just only simply
    """)


def _clauses(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.kind is Kind.BREAK or token.has("but"):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)
