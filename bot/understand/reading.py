"""A message as tokens with meaning: typos righted, numbers merged, words and phrases tagged."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.understand.lexicon import lexicon, sign_tags, speller, unspaced_words
from bot.understand.numbers import merge_numbers
from bot.understand.patterns import Match
from bot.understand.quantity import token_at
from bot.understand.tokens import Kind, Token, tokenise

MASKED = "figure"
FEELINGS = frozenset({"g1", "g2", "g3", "g4", "g5", "gbad", "gok", "ggood"})


def read_tokens(text: str, *, hyphens: bool = False) -> list[Token]:
    """Tokens of a raw message with the tags of single words; phrases are not yet looked for."""
    cut = tokenise(_without_numbering(text))
    spelled = [
        _spelled(t) for t in _split_glued(cut if hyphens else _dashes(_without_hyphens(cut)))
    ]
    return _as_a_form(_initialled(_pictured(_all_over(_tagged(merge_numbers(spelled))))))


_NUMBERED = re.compile(r"^\s*([1-9])[.)]\s+", re.MULTILINE)


def _without_numbering(text: str) -> str:
    """ "1. 4", "2. 7" on lines of their own: the numbers of a list mean nothing."""
    count = [int(n) for n in _NUMBERED.findall(text)]
    listed = len(count) > 1 and count == list(range(1, len(count) + 1))
    return _NUMBERED.sub("", text) if listed else text


def with_phrases(tokens: Sequence[Token]) -> list[Token]:
    """The same with phrases tagged at their first word; a feeling told by a phrase is told once."""
    added: dict[int, set[str]] = {}
    taken: set[int] = set()
    for match in _longest(lexicon().phrases.find(tokens)):
        added.setdefault(match.start, set()).add(match.name)
        if match.name in FEELINGS:
            taken.update(match.hits)
    return [
        replace(
            token,
            tags=(token.tags - FEELINGS if at in taken else token.tags) | added.get(at, set()),
        )
        if at in added or at in taken
        else token
        for at, token in enumerate(tokens)
    ]


def _longest(found: list[Match]) -> list[Match]:
    """Without the feelings inside longer ones: the "felt better" of "never felt better"."""
    felt = [set(match.hits) for match in found if match.name in FEELINGS]
    return [m for m in found if m.name not in FEELINGS or not any(set(m.hits) < f for f in felt)]


def without_figures(tokens: Sequence[Token]) -> list[Token]:
    """The same with figures of speech masked: their words keep their place and mean nothing.

    A number keeps its value ("a solid 4"), unless it is part of the figure ("12 hour clock").
    """
    hidden: set[int] = set()
    numbers: set[int] = set()
    for match in lexicon().figures.find(tokens):
        hidden.update(match.hits)
        numbers.update(match.hits if match.name == "with_numbers" else ())
    return [_masked(t, whole=at in numbers) if at in hidden else t for at, t in enumerate(tokens)]


def _masked(token: Token, *, whole: bool) -> Token:
    masked = replace(token, text="·", tags=frozenset({MASKED}))
    return replace(masked, kind=Kind.WORD, value=0.0) if whole else masked


def _without_hyphens(tokens: Sequence[Token]) -> list[Token]:
    """ "so-so" as two words; a dash between numbers stays."""
    kept: list[Token] = []
    for at, token in enumerate(tokens):
        inside = 0 < at < len(tokens) - 1 and token.text == "-" and token.glued
        after = token_at(tokens, at + 1)
        joins = inside and bool(kept) and kept[-1].kind is Kind.WORD and after.kind is Kind.WORD
        if not (joins and after.glued):
            kept.append(token)
    return kept


def _dashes(tokens: Sequence[Token]) -> list[Token]:
    """A dash between words parts them as a comma does; between numbers it may be a range."""
    out = list(tokens)
    for at in range(1, len(out) - 1):
        before, after = out[at - 1], out[at + 1]
        apart = out[at].text == "-" and not out[at].glued and not after.glued
        timed = before.text in {"am", "pm"}
        if apart and not timed and Kind.WORD in {before.kind, after.kind}:
            out[at] = Token(Kind.BREAK, ",")
    return out


def _spelled(token: Token) -> Token:
    if token.kind is not Kind.WORD:
        return token
    right = speller().right(_POSSESSED.get(token.text, token.text))
    return token if right == token.text else replace(token, text=right)


_POSSESSED = {
    "hearts": "heart", "chests": "chest", "visions": "vision", "pulses": "pulse", "heads": "head",
    "breathings": "breathing", "backs": "back",
}  # fmt: skip
""" "Heart's fluttering" without its apostrophe."""


def _split_glued(tokens: Sequence[Token]) -> list[Token]:
    """Words written in one that a unit or -ish ends: "8ish" stays, "sevenish" is two."""
    out: list[Token] = []
    for token in tokens:
        if token.kind is Kind.WORD and _unspaced(token.text):
            out += _words_of(token)
            continue
        if token.kind is Kind.WORD and token.text.endswith("ish") and len(token.text) > 5:
            stem = token.text.removesuffix("ish")
            if stem in _ISH:
                out += [replace(token, text=stem), Token(Kind.WORD, "ish", glued=True)]
                continue
        out.append(token)
    return out


def _unspaced(word: str) -> bool:
    """Whether the word is of a script that writes without spaces: kana and Han."""
    return "\u3040" <= word[0] <= "\u9fff" and word not in unspaced_words()


def _words_of(token: Token) -> list[Token]:
    """ "脚が重い" as the words we know in it, longest first; the letters between fall away."""
    found: list[Token] = []
    rest = token.text
    while rest:
        sizes = range(min(6, len(rest)), 0, -1)
        size = next((n for n in sizes if rest[:n] in unspaced_words()), 0)
        if size:
            found.append(replace(token, text=rest[:size], glued=token.glued and not found))
        rest = rest[size or 1 :]
    return found or [token]


_ISH = {"three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}


def _tagged(tokens: Sequence[Token]) -> list[Token]:
    known, red = lexicon(), sign_tags()
    words = [token.text for token in tokens if token.kind is Kind.WORD]
    spoken = {known.language.get(word) for word in words if word in known.tags}
    tagged = []
    for token in tokens:
        tags = known.tags.get(token.text, frozenset()) | red.get(token.text, frozenset())
        if token.text in known.shared:
            language, more = known.shared[token.text]
            if language in spoken or len(words) == 1:
                tags |= more
        tagged.append(replace(token, tags=tags) if tags else token)
    return tagged


def _as_a_form(tokens: list[Token]) -> list[Token]:
    """ "Legs? heavy. Sleep? terrible": a name with its answer behind, as with a colon."""
    for at in range(len(tokens) - 2):
        opens = at == 0 or tokens[at - 1].kind is Kind.BREAK
        names = tokens[at].has("legs", "sleep", "pulse") and tokens[at + 1].text == "?"
        if opens and names and tokens[at + 2].kind is not Kind.BREAK:
            tokens[at + 1] = Token(Kind.MARK, ":")
    return tokens


def _all_over(tokens: list[Token]) -> list[Token]:
    """The "over" of "aching all over" is no end of it; where it is the legs, nobody is ill."""
    for at in range(2, len(tokens)):
        everywhere = tokens[at].text == "over" and tokens[at - 1].text == "all"
        legs = any(t.has("legs") for t in tokens[max(0, at - 6) : at])
        if everywhere and tokens[at - 2].has("hurt") and not legs:
            tokens[at] = replace(tokens[at], tags=tokens[at].tags - {"ended"})
    return tokens


_ASLEEP = frozenset("😴💤🛌")
_LONGEST_NIGHT = 14


def _pictured(tokens: list[Token]) -> list[Token]:
    """ "😴7": a sleeper with hours behind it names the night."""
    for at, (token, after) in enumerate(pairwise(tokens)):
        if token.text in _ASLEEP and after.kind is Kind.NUMBER and after.value <= _LONGEST_NIGHT:
            tokens[at] = replace(token, tags=frozenset({"sleep"}))
    return tokens


_INITIALS = {"l": "legs", "s": "sleep", "h": "pulse", "p": "pulse"}


def _initialled(tokens: list[Token]) -> list[Token]:
    """ "L: 4 S: 7 H: 50": initials with a colon or a number behind them, two of them at least."""
    places = [
        at
        for at, token in enumerate(tokens[:-1])
        if token.text in _INITIALS
        and (
            tokens[at + 1].text in {":", "="}
            or (tokens[at + 1].kind is Kind.NUMBER and tokens[at + 1].glued)
        )
        and not token.glued
    ]
    if len({tokens[at].text for at in places}) < 2:
        return tokens
    for at in places:
        tokens[at] = replace(tokens[at], tags=frozenset({_INITIALS[tokens[at].text]}))
    return tokens
