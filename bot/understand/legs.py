"""How the legs are: grades in words and numbers, denials, sarcasm, contradictions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understand.heard import Asked, Band, Field, Legs, Unsure, Why
from bot.understand.labels import Label, Topic
from bot.understand.quantity import Amount, Unit
from bot.understand.sentences import HARD, clause, said_in
from bot.understand.tokens import Kind, Token, word_set

_GRADES = {
    "g1": Legs.of(1),
    "g2": Legs.of(2),
    "gbad": Legs(Band.BAD),
    "gok": Legs(Band.OK),
    "ggood": Legs(Band.GOOD),
    "g5": Legs.of(5),
    "g4": Legs.of(4),
    "g3": Legs.of(3),
}
_FEEL = tuple(_GRADES)
_OPPOSITE = 2.0
"""Grades that a number and its word may be apart before they contradict each other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One feeling told about the legs; None for one that only compares."""

    at: int
    legs: Legs | None


def leg_verdicts(
    tokens: Sequence[Token], labels: Sequence[Label], asked: Asked | None
) -> list[Verdict]:
    """Every feeling told about the legs, in order."""
    verdicts: list[Verdict] = []
    topics = _topics(tokens, labels, asked)
    for at, token in enumerate(tokens):
        if topics[at] is not Topic.LEGS or _of_another_day(tokens, at):
            continue
        if token.text == "normal":
            verdicts.append(Verdict(at, Legs(Band.OK)))
        elif token.has("more", "same") and not token.has(*_FEEL):
            verdicts.append(Verdict(at, None))
        elif token.has(*_FEEL) and not _a_modifier(tokens, at):
            verdicts.append(Verdict(at, _graded(tokens, at)))
    return [v for v in verdicts if not _doubled(verdicts, v)]


def _doubled(verdicts: Sequence[Verdict], verdict: Verdict) -> bool:
    """A bare comparison counts only where no feeling was told."""
    return verdict.legs is None and any(v.legs is not None for v in verdicts)


def _graded(tokens: Sequence[Token], at: int) -> Legs:
    token = tokens[at]
    legs = next(_GRADES[tag] for tag in _FEEL if token.has(tag))
    before = _before(tokens, at)
    if any(t.has("neg") for t in before):
        return Legs(Band.BAD if legs.band is Band.GOOD else Band.OK)
    loud = any(t.has("very") for t in before) and not any(t.has("bit") for t in before)
    return Legs(legs.band) if loud and legs.grade in {2, 4} else legs


def _before(tokens: Sequence[Token], at: int) -> list[Token]:
    """The words that colour the feeling at `at`: up to four, none beyond another feeling."""
    found: list[Token] = []
    for token in reversed(tokens[max(0, at - 4) : at]):
        if token.kind is Kind.BREAK or token.has("but") or token.kind in {Kind.NUMBER, Kind.RATIO}:
            break
        if token.has(*_FEEL) and not token.has("very", "neg", "bit"):
            break
        found.append(token)
    return found


def _a_modifier(tokens: Sequence[Token], at: int) -> bool:
    """ "pretty" good, "so" heavy, "dead" tired, "good and" sore: only how much."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or not behind.has(*_FEEL):
        return False
    return tokens[at].has("very", "bit") or tokens[at].text == "dead"


def _of_another_day(tokens: Sequence[Token], at: int) -> bool:
    start, end = clause(tokens, at)
    told_now = said_in(tokens, start, end, "now")
    return (
        not told_now
        and said_in(tokens, start, end, "was")
        and (said_in(tokens, start, end, "yesterday", "past_far", "past_near"))
    )


def _topics(
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
            topics[at] = current
        if first is Topic.OTHER and places[0] > start:
            topics[places[0] - 1] = first
        _lend_back(tokens, topics, places, by_place)
        if current is not Topic.OTHER:
            carried = current
    return topics


_LATE = frozenset({Topic.OTHER, Topic.BED, Topic.WAKE, Topic.AWAKE, Topic.ASLEEP})
"""Labels that say nothing about the words before them."""


def _ill(token: Token) -> bool:
    return token.has("ill", "fever", "allergy", "stress") and not token.has(*_FEEL)


def _lend_back(
    tokens: Sequence[Token],
    topics: list[Topic | None],
    places: Sequence[int],
    by_place: dict[int, Topic],
) -> None:
    """ "heavy legs, good sleep": where feelings stand before their labels, each goes forward."""
    first = places[0]
    if not first or not tokens[first - 1].has(*_FEEL):
        return
    for place in places[1:]:
        if tokens[place - 1].has(*_FEEL) and place in by_place:
            topics[place - 1] = by_place[place]


def _unlabelled(
    tokens: Sequence[Token], start: int, end: int, carried: Topic | None, asked: Asked | None
) -> Topic | None:
    if asked is Asked.LEGS or any(t.text == "rest" for t in tokens[start:end]):
        return Topic.LEGS
    if carried is Topic.LEGS:
        return Topic.LEGS
    lone = asked is None and _only_a_feeling(tokens[start:end])
    return Topic.LEGS if lone and _some_answer(tokens) else carried


def _some_answer(tokens: Sequence[Token]) -> bool:
    """Whether the message holds numbers that may be answers beside the feeling."""
    return any(t.kind in {Kind.NUMBER, Kind.CLOCK} for t in tokens)


def _only_a_feeling(part: Sequence[Token]) -> bool:
    """A clause like "heavy", "feeling pretty good", "so-so": a feeling and nothing else."""
    felt = [t for t in part if t.has(*_FEEL)]
    if not felt or all(t.kind is Kind.EMOJI for t in felt):
        return False
    if any(t.has("gbad") and t.text in _GENERAL for t in felt):
        return False
    rest = (t for t in part if not t.has(*_FEEL) and t.kind is Kind.WORD)
    return all(t.has("very", "bit", "neg", "now") or t.text in _PLAIN for t in rest)


_GENERAL = word_set(
    "tired sleepy exhausted awful terrible rough slow poor empty flat spent beat bad crap"
)
_PLAIN = word_set("feel feeling feels im i am all is are they theyre it its a at and too quite so")


def _clauses(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for at, token in enumerate(tokens):
        if token.kind is Kind.BREAK or token.has("but"):
            if at > start:
                yield start, at
            start = at + 1
    if start < len(tokens):
        yield start, len(tokens)


def judge_legs(
    tokens: Sequence[Token],
    verdicts: Sequence[Verdict],
    numbers: Sequence[Amount],
    corrected: bool,
) -> tuple[Legs | None, Unsure | None]:
    """The answer, or why it has to be asked back."""
    worded = [v.legs for v in verdicts if v.legs is not None]
    said = worded[-1] if worded else None
    ironic = any(t.has("sarcasm") for t in tokens) or _taken_back(tokens)
    if said is not None and said.band is Band.GOOD and ironic:
        return None, Unsure(Field.LEGS, Why.SARCASM)
    if numbers:
        if (span := _spanned(numbers[-1])) is not None:
            return span
        grades = [_grade(amount) for amount in numbers]
        if len(set(grades)) > 1 and not corrected:
            return None, Unsure(Field.LEGS, Why.TWO_VALUES)
        return _checked(grades[-1], said)
    if said is not None:
        return said, None
    return None, Unsure(Field.LEGS, Why.RELATIVE) if verdicts else None


def _spanned(amount: Amount) -> tuple[Legs | None, Unsure | None] | None:
    """ "4-5" is good without a grade; "3 or 4" has to be asked; None for a single number."""
    if amount.low is None or amount.high is None or amount.unit is not Unit.PLAIN:
        return None
    if not (amount.low >= 1 and amount.high <= 5):
        return None, Unsure(Field.LEGS, Why.OUT_OF_RANGE)
    low, high = Legs.of(int(amount.low)), Legs.of(int(amount.high))
    if low.band is high.band:
        return Legs(low.band), None
    return None, Unsure(Field.LEGS, Why.TWO_VALUES)


def _taken_back(tokens: Sequence[Token]) -> bool:
    """A "not" that is a sentence of its own: "legs feel fantastic. NOT."."""
    for at, token in enumerate(tokens):
        if token.text == "not" and at and tokens[at - 1].kind is Kind.BREAK:
            return at + 1 == len(tokens) or tokens[at + 1].kind is Kind.BREAK
    return False


def _checked(grade: float, said: Legs | None) -> tuple[Legs | None, Unsure | None]:
    if not 1 <= grade <= 5:
        if 0.5 <= grade < 1:
            return Legs.of(1), None
        return None, Unsure(Field.LEGS, Why.OUT_OF_RANGE)
    if said is not None and abs(grade - _middle(said)) >= _OPPOSITE:
        return None, Unsure(Field.LEGS, Why.CONTRADICTION)
    if grade == int(grade):
        return Legs.of(int(grade)), None
    return Legs(Legs.of(int(grade + 0.5)).band), None


def _grade(amount: Amount) -> float:
    return amount.value / amount.of * 5 if amount.unit is Unit.OUT_OF else amount.value


def _middle(legs: Legs) -> float:
    if legs.grade is not None:
        return legs.grade
    return {Band.BAD: 1.5, Band.OK: 3.0, Band.GOOD: 4.5}[legs.band]
