"""How the legs are: grades in words and numbers, denials, sarcasm, contradictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.understand.heard import Asked, Band, Field, Legs, Unsure, Why
from bot.understand.labels import Label, Topic
from bot.understand.leg_topics import is_general, leg_topics
from bot.understand.quantity import Amount, Unit
from bot.understand.sentences import clause, puts_right, said_in
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
_UNCLEAR = "gunclear"
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
    topics = leg_topics(tokens, labels, asked)
    for at, token in enumerate(tokens):
        if topics[at] is not Topic.LEGS or _of_another_day(tokens, at):
            continue
        compared = token.has("more", "same") and not token.has(*_FEEL)
        if token.text == "normal":
            verdicts.append(Verdict(at, Legs(Band.OK)))
        elif compared or _not_as(tokens, at):
            verdicts.append(Verdict(at, None))
        elif token.has(*_FEEL) and not _a_modifier(tokens, at):
            verdicts.append(Verdict(at, _graded(tokens, at)))
            if _takes_nothing_back(tokens, verdicts):
                verdicts.pop()
    verdicts = verdicts or _of_muscles(tokens, topics) or _on_stairs(tokens)
    verdicts = verdicts or _painless(tokens, asked)
    return [v for v in verdicts if not _doubled(verdicts, v)]


_MUSCLES = ("part:quad", "part:calf", "part:hamstring", "part:thigh", "part:glute")


def _of_muscles(tokens: Sequence[Token], topics: Sequence[Topic | None]) -> list[Verdict]:
    """ "My quads are wrecked", "heavy calves": the legs by their muscles, where nothing hurts."""
    found: list[Verdict] = []
    for at, token in enumerate(tokens):
        start, end = clause(tokens, at)
        part = tokens[start:end]
        felt = token.has("g1", "g2", "g5") or (token.has("gbad") and is_general(token))
        about = any(t.has(*_MUSCLES) for t in part) and topics[at] is not Topic.LEGS
        if felt and about and not any(t.has("hurt", "legs", "pronoun", "kin") for t in part):
            found.append(Verdict(at, _graded(tokens, at)))
    return found


def _on_stairs(tokens: Sequence[Token]) -> list[Verdict]:
    """ "Stairs hurt today": the legs by what they are used for, where no part is named."""
    if any(tag.startswith("part:") for token in tokens for tag in token.tags):
        return []
    for at, token in enumerate(tokens):
        if token.text in _CLIMBED and said_in(tokens, at + 1, min(at + 4, len(tokens)), "hurt"):
            return [] if said_in(tokens, at, at + 4, "neg") else [Verdict(at, Legs.of(2))]
    return []


_CLIMBED = word_set("stairs steps downstairs upstairs walking sitting")


def _painless(tokens: Sequence[Token], asked: Asked | None) -> list[Verdict]:
    """ "No pain", "nothing hurts" to the question of the legs: a denied complaint is ok."""
    if asked is not Asked.LEGS or any(tag.startswith("part:") for t in tokens for tag in t.tags):
        return []
    for at, token in enumerate(tokens):
        if token.has("hurt") and any(t.has("neg") for t in tokens[:at]):
            return [Verdict(at, Legs(Band.OK))]
    return []


def unclear_legs(
    tokens: Sequence[Token], labels: Sequence[Label], asked: Asked | None
) -> Unsure | None:
    """ "legs 🔥": on fire as in great, or burning? "Legs feel weird"."""
    for label in labels:
        _, end = clause(tokens, label.at)
        near = min(end, label.at + 4)
        if label.topic is Topic.LEGS and said_in(tokens, label.at, near, _UNCLEAR):
            return Unsure(Field.LEGS, Why.UNCLEAR)
    words = [t for t in tokens if t.kind is Kind.WORD]
    if asked is Asked.LEGS and any(t.has(_UNCLEAR) for t in words):
        return Unsure(Field.LEGS, Why.UNCLEAR)
    return None


def _not_as(tokens: Sequence[Token], at: int) -> bool:
    """ "Not as heavy as yesterday": only compared."""
    words = [t.text for t in tokens[max(0, at - 1) : at + 2]]
    before, behind = tokens[max(0, at - 3) : at], tokens[at + 2 : at + 5]
    compared = any(t.has("yesterday", "same") or t.text in {"before", "last"} for t in behind)
    denied = any(t.has("neg") for t in before)
    return denied and compared and words[:1] + words[2:] in (["as", "as"], ["so", "as"])


def _takes_nothing_back(tokens: Sequence[Token], verdicts: Sequence[Verdict]) -> bool:
    """The "not sore" of "good, not sore", the "no pain" of "heavy, no pain": a complaint denied
    after a verdict. "Heavy, but not sore" ends on its last word, as the last verdict counts.
    """
    at = verdicts[-1].at
    denied = tokens[at].has("g1", "g2") and any(t.has("neg") for t in _before(tokens, at))
    earlier = [v.legs.band for v in verdicts[:-1] if v.legs is not None]
    return denied and bool(earlier) and (earlier[-1] is not Band.BAD or tokens[at].text in _PAINS)


_PAINS = word_set("hurt hurts hurting painful ache aches aching")


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
    beyond = False
    for token in reversed(tokens[max(0, at - 4) : at]):
        beyond = beyond or token.has("legs")
        if beyond and token.text == "so":
            continue  # "did squats so legs sore"
        if token.kind is Kind.BREAK or token.has("but") or token.kind in {Kind.NUMBER, Kind.RATIO}:
            break
        if token.has(*_FEEL) and not token.has("very", "neg", "bit"):
            break
        if token.has("fix") and not token.has("neg"):
            break  # "heavy, no wait, fine"
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


def judge_legs(
    tokens: Sequence[Token],
    verdicts: Sequence[Verdict],
    numbers: Sequence[Amount],
    corrected: bool,
) -> tuple[Legs | None, Unsure | None]:
    """The answer, or why it has to be asked back."""
    worded = [v.legs for v in verdicts if v.legs is not None]
    said = _last(worded)
    ironic = any(t.has("sarcasm") for t in tokens) or _taken_back(tokens)
    if said is not None and said.band is Band.GOOD and ironic:
        return None, Unsure(Field.LEGS, Why.SARCASM)
    if (why := _in_one_breath(tokens, verdicts)) is not None:
        return None, Unsure(Field.LEGS, why)
    if numbers and not _put_right(tokens, numbers[-1], verdicts):
        if (span := _spanned(numbers[-1])) is not None:
            return span
        grades = [_grade(amount) for amount in numbers]
        if numbers[-1].start == 1 and tokens[0].text == "-" and tokens[1].glued:
            return None, Unsure(Field.LEGS, Why.OUT_OF_RANGE)  # "-1"
        if len(set(grades)) > 1 and not corrected:
            return None, Unsure(Field.LEGS, Why.TWO_VALUES)
        return _checked(grades[-1], said)
    if said is not None:
        return said, None
    return None, Unsure(Field.LEGS, Why.RELATIVE) if verdicts else None


def _in_one_breath(tokens: Sequence[Token], verdicts: Sequence[Verdict]) -> Why | None:
    """ "Dead and springy", "between ok and good": two at once, and neither the last word."""
    for first, second in pairwise(v for v in verdicts if v.legs is not None):
        joined = [t.text for t in tokens[first.at + 1 : second.at]] in (["and"], ["&"], ["/"])
        bands = {v.legs.band for v in (first, second) if v.legs is not None}
        if joined and bands == {Band.GOOD, Band.BAD}:
            return Why.CONTRADICTION
        between = first.at > 0 and tokens[first.at - 1].text == "between"
        if joined and between and len(bands) > 1:
            return Why.TWO_VALUES
    return None


def _put_right(tokens: Sequence[Token], number: Amount, verdicts: Sequence[Verdict]) -> bool:
    """ "Legs 4, no wait, heavy": the word corrects the number before it."""
    at = verdicts[-1].at if verdicts else -1
    return at > number.end and puts_right(tokens, number.end, at)


def _last(worded: Sequence[Legs]) -> Legs | None:
    """The last verdict; where it has no grade, the last one of its band that has."""
    if not worded:
        return None
    graded = [legs for legs in worded if legs.band is worded[-1].band and legs.grade is not None]
    return worded[-1] if worded[-1].grade is not None or not graded else graded[-1]


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
    """A "not" that ends its sentence: "legs feel fantastic. NOT."."""
    return any(
        token.text == "not"
        and at > 0
        and tokens[at - 1].text not in _MAYBE
        and (at + 1 == len(tokens) or tokens[at + 1].kind is Kind.BREAK)
        for at, token in enumerate(tokens)
    )


_MAYBE = word_set("or if why course maybe probably perhaps hopefully im is are they its")


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
