"""Red flags in any message (coaching.md 1): what is told, not denied, not another's, not long past.

When it is unsure whether a sign is meant, it counts; what only may be one is a doubt, and asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.understand.lexicon import SignWords, sign_patterns
from bot.understand.patterns import Match
from bot.understand.reading import read_tokens, with_phrases
from bot.understand.sign_matching import Hits, found
from bot.understand.sign_scope import counts, is_owned, only_asked
from bot.understand.tokens import Kind, Token
from core.safety import Sign, SignGroup

SHORT = 30
"""Tokens of a message whose lines may be one thought: "my chest" and below it "hurts" (ours)."""
_GRAVE = frozenset({SignGroup.EMERGENCY, SignGroup.CRISIS, SignGroup.DOCTOR})


@dataclass(frozen=True, slots=True)
class SignHeard:
    """A red flag and the words that told it."""

    sign: Sign
    said: str


@dataclass(frozen=True, slots=True)
class _Ear:
    """How a message is listened to: for what is surely or perhaps a sign, and what cancels it."""

    scope: Callable[[Sequence[Token], Hits, Sign], bool] = counts
    perhaps: bool = False
    far_excuses: bool = True


def signs_in(tokens: Sequence[Token]) -> tuple[SignHeard, ...]:
    """The red flags of tagged tokens (phrases tagged, figures not masked), each sign once."""
    tokens = _contracted(tokens)
    told = _heard(tokens, _Ear())
    if not told and len(tokens) <= SHORT and any(t.text == "\n" for t in tokens):
        told = _heard(_in_one_line(tokens), _Ear())
    for milder, (graver, mild_words) in _ON_EFFORT.items():
        alone = graver in told and set(told[graver].said.split()) <= mild_words
        if milder in told and alone and not any(t.text in _AT_REST for t in tokens):
            del told[graver]
    return tuple(told.values())


def doubt_of(tokens: Sequence[Token]) -> SignHeard | None:
    """What may be a grave sign, of a message that tells none for sure: it is asked back.

    Also where the harmless reason stands far from it: "song in my ears, heart missing beats".
    """
    if any(heard.sign.group is not SignGroup.GENTLE for heard in signs_in(tokens)):
        return None
    tokens = _contracted(tokens)
    perhaps = _heard(tokens, _Ear(perhaps=True))
    return _grave({**perhaps, **_heard(tokens, _Ear(far_excuses=False))})


def asked_about(tokens: Sequence[Token]) -> SignHeard | None:
    """A grave sign that is only asked about: "what does chest pain mean?"."""
    return _grave(_heard(_contracted(tokens), _Ear(scope=_only_asked)))


def sign_tokens(text: str) -> list[Token]:
    """A raw message as `signs_in` wants it."""
    return with_phrases(read_tokens(text))


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


def _grave(told: dict[Sign, SignHeard]) -> SignHeard | None:
    return next((heard for sign, heard in told.items() if sign.group in _GRAVE), None)


def _only_asked(tokens: Sequence[Token], hits: Hits, _sign: Sign) -> bool:
    return only_asked(tokens, hits) and is_owned(tokens, hits)


_VERBS = frozenset(
    {"could", "can", "did", "do", "does", "was", "were", "is", "has", "have", "would", "had"}
)


def _contracted(tokens: Sequence[Token]) -> list[Token]:
    """ "Could not" as "couldnt"."""
    out: list[Token] = []
    for token in tokens:
        if out and token.text == "not" and out[-1].text in _VERBS:
            text = "cant" if out[-1].text == "can" else f"{out[-1].text}nt"
            tags = {"neg", "cant"} if out[-1].text in {"can", "could"} else {"neg"}
            out[-1] = replace(out[-1], text=text, tags=(out[-1].tags - {"asks"}) | tags)
        else:
            out.append(token)
    return out


def _in_one_line(tokens: Sequence[Token]) -> list[Token]:
    return [replace(t, text=",") if t.text == "\n" else t for t in tokens]


def _heard(tokens: Sequence[Token], ear: _Ear) -> dict[Sign, SignHeard]:
    heard = (_first(tokens, Sign(name), words, ear) for name, words in sign_patterns().items())
    return {each.sign: each for each in heard if each is not None}


def _first(tokens: Sequence[Token], sign: Sign, words: SignWords, ear: _Ear) -> SignHeard | None:
    harmless: set[int] | None = None
    ways = (words.perhaps, words.perhaps_near) if ear.perhaps else (words.said, words.near)
    for hits in found(tokens, *ways):
        if harmless is None:
            harmless = _excused(tokens, sign, words, far=ear.far_excuses)
        if harmless.isdisjoint(hits) and ear.scope(tokens, hits, sign):
            return SignHeard(sign, " ".join(t.text for t in tokens[hits[0] : hits[-1] + 1]))
    return None


def _excused(tokens: Sequence[Token], sign: Sign, words: SignWords, *, far: bool) -> set[int]:
    """Tokens of what cancels a sign; "took the strap off but my chest …" cancels none.

    Not `far`: without reasons of another clause, and without effort for somebody at rest.
    """
    if not far and sign in _OF_EFFORT and any(t.has("resting") or t.text in _LATER for t in tokens):
        return set()
    matches = (m for m in words.harmless.find(tokens) if not _turns(tokens, m))
    return {at for m in matches if far or not _crosses(tokens, m) for at in m.hits}


_OF_EFFORT = frozenset({Sign.BREATHLESS_AT_REST, Sign.PALPITATIONS})
_LATER = frozenset({"later", "still"})


def _crosses(tokens: Sequence[Token], match: Match) -> bool:
    return any(tokens[at].kind is Kind.BREAK for at in match.between())


def _turns(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the reason is denied or does not hold: "no wine and slurred words", "but"."""
    behind = tokens[match.end : match.end + 2]
    if behind and behind[0].kind is Kind.BREAK:
        behind = []
    if any(t.text in _NO for t in (*tokens[max(0, match.start - 1) : match.start], *behind)):
        return True
    return any(
        (tokens[at].has("but") and not tokens[at + 1].has("g4", "ggood", "well_spot"))
        or tokens[at].text in _ALL_THE_SAME
        for at in match.between()
    )


_NO = frozenset({"no", "not", "without", "isnt", "wasnt"})
_ALL_THE_SAME = _NO | {"still", "even"}
