"""Red flags in any message (coaching.md 1): what is told, not denied, not another's, not long past.

When it is unsure whether a sign is meant, it counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.understand.lexicon import SignWords, sign_patterns
from bot.understand.patterns import Atom
from bot.understand.reading import read_tokens, with_phrases
from bot.understand.sentences import (
    HARD,
    clause,
    denied,
    said_in,
    sentence,
    somebody_else,
)
from bot.understand.tokens import Kind, Token
from core.safety import Sign

NEAR, PAIR = 14, 11
"""Tokens within which three things, or two, told in any order belong together."""


@dataclass(frozen=True, slots=True)
class SignHeard:
    """A red flag and the words that told it."""

    sign: Sign
    said: str


def signs_in(tokens: Sequence[Token]) -> tuple[SignHeard, ...]:
    """The red flags of tagged tokens (phrases tagged, figures not masked), each sign once."""
    heard = (_first(tokens, Sign(name), words) for name, words in sign_patterns().items())
    told = {sign.sign: sign for sign in heard if sign is not None}
    for milder, (graver, words) in _ON_EFFORT.items():
        alone = graver in told and set(told[graver].said.split()) <= words
        if milder in told and alone and not any(t.text in _AT_REST for t in tokens):
            del told[graver]
    return tuple(told.values())


_ON_EFFORT = {
    Sign.EFFORT_DIZZINESS: (
        Sign.FAINTING,
        {"dizzy", "dizziness", "light", "headed", "lightheaded", "woozy", "giddy", "wobbly"},
    ),
    Sign.EFFORT_BREATH: (
        Sign.BREATHLESS_AT_REST,
        {"wheezy", "wheezing", "wheeze", "wheezes", "wheezed"},
    ),
}
"""A sign that comes with effort, and the graver one that its words alone would tell: being dizzy in
intervals asks for walking until a doctor was seen, nearly fainting for nothing (coaching.md 1).
"""
_AT_REST = frozenset({"rest", "resting", "sitting", "lying", "bed", "standing", "sat", "desk"})


def sign_tokens(text: str) -> list[Token]:
    """A raw message as `signs_in` wants it."""
    return with_phrases(read_tokens(text))


def _first(tokens: Sequence[Token], sign: Sign, words: SignWords) -> SignHeard | None:
    harmless: set[int] | None = None
    for hits in _told(tokens, words):
        if harmless is None:
            found = words.harmless.find(tokens)
            harmless = {at for match in found for at in match.hits}
        if harmless.isdisjoint(hits) and counts(tokens, hits, sign):
            return SignHeard(sign, " ".join(t.text for t in tokens[hits[0] : hits[-1] + 1]))
    return None


def _told(tokens: Sequence[Token], words: SignWords) -> Iterator[tuple[int, ...]]:
    for match in words.said.find(tokens):
        if not any(_parts(tokens, match.hits, at) for at in match.between()):
            yield match.hits
    for atoms in words.near:
        yield from _near(tokens, atoms)


def _parts(tokens: Sequence[Token], hits: tuple[int, ...], at: int) -> bool:
    """Whether the token between keeps the two apart: "chest fine, calf hurts"."""
    token = tokens[at]
    if token.has("but") or token.text in HARD:
        return True
    if token.has("well_spot"):
        return not tokens[at - 1].has("neg")
    own = {tag for hit in hits for tag in tokens[hit].tags}
    other = {tag for tag in token.tags if tag.startswith("part:")} - own
    return bool(other) and tokens[at - 1].text not in _JOINS


_JOINS = {"and", "or", "/", ",", "&", "to", "into", "the", "my", "left", "right", "und", "y", "in"}


def _near(tokens: Sequence[Token], atoms: tuple[Atom, ...]) -> Iterator[tuple[int, ...]]:
    """Hits of all atoms within one sentence and `NEAR` tokens, each atom by a token of its own."""
    at = 0
    while at < len(tokens):
        start, end = sentence(tokens, at)
        places = [
            [i for i in range(start, end) if atom.fits(tokens[i]) and not _a_night_told(tokens, i)]
            for atom in atoms
        ]
        for first in places[0]:
            hits = {first}
            for choices in places[1:]:
                close = [i for i in choices if i not in hits and abs(i - first) <= NEAR]
                if close:
                    hits.add(min(close, key=lambda i: abs(i - first)))
            told = tuple(sorted(hits))
            if len(told) == len(atoms) and not _apart(tokens, told):
                yield told
        at = max(end, at) + 1


def _a_night_told(tokens: Sequence[Token], at: int) -> bool:
    """ "7h sleep", "sleep: 8", "good sleep": an answer, and no pain that comes at night."""
    if tokens[at].text not in {"sleep", "asleep"}:
        return False
    of = at - 1 - (at > 0 and tokens[at - 1].text == "of")
    before = tokens[of] if of >= 0 else None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    told = before is not None and (
        before.kind in {Kind.NUMBER, Kind.CLOCK}
        or before.has("u_hour", "u_min", "g3", "g4", "ggood", "gbad")
    )
    asked = behind is not None and (
        behind.kind in {Kind.NUMBER, Kind.CLOCK} or behind.text in {":", "=", "-"}
    )
    return told or asked


def _apart(tokens: Sequence[Token], hits: tuple[int, ...]) -> bool:
    """Whether things told in any order are too far apart, or belong to different places."""
    between = [at for at in range(hits[0] + 1, hits[-1]) if at not in hits]
    pair = len(hits) == 2
    if pair and hits[-1] - hits[0] > PAIR:
        return True
    return any(_parts(tokens, hits, at) or (pair and tokens[at].has("legs")) for at in between)


_LASTING = frozenset({Sign.NO_PERIODS, Sign.WEIGHT_LOSS, Sign.SECOND_BONE_INJURY})
"""Signs that a time long ago does not end: "my periods stopped months ago"."""


def counts(tokens: Sequence[Token], hits: tuple[int, ...], sign: Sign) -> bool:
    """Whether the stretch is the athlete's own, and of now or of the last days."""
    if denied(tokens, hits) or somebody_else(tokens, hits[0], hits[-1] + 1):
        return False
    start, _ = clause(tokens, hits[0])
    if any(
        tokens[at].has("suppose") and tokens[at - 1].text != "as" for at in range(start, hits[0])
    ):
        return False  # "as if" supposes nothing
    return sign in _LASTING or not long_past(tokens, hits)


def long_past(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "last year", or "last week" with a word that it is over; "since last year" is now."""
    start, _ = clause(tokens, hits[0])
    _, end = clause(tokens, hits[-1])
    first, last = sentence(tokens, hits[0])
    if first < start and tokens[start - 1].text == "," and start - first <= 5:
        start = first  # "Three years ago, I …"
    if said_in(tokens, first, last, "since", "yesterday", "now") and not said_in(
        tokens, first, last, "well_now"
    ):
        return False
    if said_in(tokens, start, end, "past_far"):
        return True
    over = said_in(tokens, first, last, "well_now", "cleared")
    return over and said_in(tokens, start, end, "past_near")
