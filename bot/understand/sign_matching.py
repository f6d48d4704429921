"""Where the lines of signs.toml are found in a message: in the order told, or in any order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.understand.patterns import Atom, Patterns
from bot.understand.sentences import HARD, sentence
from bot.understand.tokens import Kind, Token

NEAR, PAIR = 14, 11
"""Tokens within which three things, or two, told in any order belong together."""
Hits = tuple[int, ...]


def found(
    tokens: Sequence[Token], said: Patterns, near: Sequence[tuple[Atom, ...]]
) -> Iterator[Hits]:
    """The tokens of every match: of lines in order, then of things told near each other."""
    for match in said.find(tokens):
        apart = any(_parts(tokens, match.hits, at) for at in match.between())
        if not apart and not _of_another(tokens, match.hits):
            yield match.hits
    words, tags = _everything(tokens)
    for atoms in near:
        if all(not (atom.words.isdisjoint(words) and atom.tags.isdisjoint(tags)) for atom in atoms):
            yield from (hits for hits in _near(tokens, atoms) if not _of_another(tokens, hits))


def _everything(tokens: Sequence[Token]) -> tuple[set[str], set[str]]:
    """All words and tags of a message: most lines name something that is nowhere in it."""
    words = {token.text for token in tokens}
    if any(token.kind in {Kind.NUMBER, Kind.CLOCK} for token in tokens):
        words.add("#")
    return words, {tag for token in tokens for tag in token.tags}


def _of_another(tokens: Sequence[Token], hits: Hits) -> bool:
    """ "Chest and shoulders at the gym, sore arms": the complaint stands at another place."""
    last, behind = hits[-1], tokens[hits[-1] + 1 : hits[-1] + 3]
    placed = any(_is_place(tokens[at]) for at in hits)
    if not (behind and placed and _is_place(behind[0])) or _is_place(tokens[last]):
        return False
    return not (len(behind) == 2 and behind[1].text in {"and", "or", "n", "+", "&", "/"})


def _is_place(token: Token) -> bool:
    return any(tag.startswith("part:") for tag in token.tags)


def _parts(tokens: Sequence[Token], hits: Hits, at: int) -> bool:
    """Whether the token between keeps the two apart: "chest fine, calf hurts"."""
    token = tokens[at]
    if token.has("but") or token.text in HARD:
        return True
    if token.has("well_spot"):
        return not tokens[at - 1].has("neg")
    own = {tag for hit in hits for tag in tokens[hit].tags}
    other = {tag for tag in token.tags if tag.startswith("part:")} - own
    return bool(other) and tokens[at - 1].text not in _JOINS


_JOINS = {
    "and",
    "or",
    "n",
    "+",
    "plus",
    "with",
    "/",
    ",",
    "&",
    "to",
    "into",
    "the",
    "my",
    "left",
    "right",
    "und",
    "y",
    "in",
}


def _near(tokens: Sequence[Token], atoms: tuple[Atom, ...]) -> Iterator[Hits]:
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


def _apart(tokens: Sequence[Token], hits: Hits) -> bool:
    """Whether things told in any order are too far apart, or belong to different places."""
    between = [at for at in range(hits[0] + 1, hits[-1]) if at not in hits]
    pair = len(hits) == 2
    if pair and hits[-1] - hits[0] > PAIR:
        return True
    return any(_parts(tokens, hits, at) or (pair and tokens[at].has("legs")) for at in between)
