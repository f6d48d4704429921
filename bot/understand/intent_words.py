"""The grammar of data/intents.toml, and a message as the tokens that it is read from."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.understand.calendar_words import CALENDAR_WORDS
from bot.understand.lexicon import lexicon, read_data, words_to_leave
from bot.understand.numbers import NUMBER_WORDS
from bot.understand.patterns import Patterns
from bot.understand.spelling import Speller
from bot.understand.tokens import Kind, Token, tokenise

_START, _END = Token(Kind.WORD, "^"), Token(Kind.WORD, "¶")
_GROUP = re.compile(r"\(([^()]*)\)")
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns by the kind they tell, in the order in which kinds win."""

    order: tuple[str, ...]
    wholes: Patterns
    parts: Patterns
    openers: Patterns
    before: frozenset[str]
    after: frozenset[str]
    after_place: frozenset[str]
    no_place: frozenset[str]
    tags: Mapping[str, frozenset[str]]

    def whole(self, tokens: Sequence[Token]) -> str | None:
        """The kind that the whole message is a way to say."""
        plain = [token for token in tokens if token.kind is not Kind.BREAK]
        matches = self.wholes.find([_START, *plain, _END])
        return self._first({match.name for match in matches})

    def part(self, tokens: Sequence[Token], among: Collection[str]) -> str | None:
        """The kind, of those wanted, that some words of the message tell."""
        return self._first({match.name for match in self.parts.find(tokens)}.intersection(among))

    def _first(self, names: Collection[str]) -> str | None:
        return next((name for name in self.order if name in names), None)


@cache
def grammar() -> Grammar:
    """The grammar, read once."""
    raw = read_data("intents.toml")
    tags: dict[str, set[str]] = {}
    for tag, words in raw["tags"].items():
        for word in words.split():
            tags.setdefault(word, set()).add(tag)
    wholes = {kind: [f"^ {x} ¶" for x in _lines(lines)] for kind, lines in raw["whole"].items()}
    parts = {kind: list(_lines(lines)) for kind, lines in raw["part"].items()}
    fillers = raw["fillers"]
    return Grammar(
        tuple(dict.fromkeys([*parts, *wholes])),
        Patterns(wholes),
        Patterns(parts),
        Patterns({"opener": [f"^ {line}" for line in _lines(fillers["openers"])]}),
        frozenset(fillers["before"].split()),
        frozenset(fillers["after"].split()),
        frozenset(raw["slots"]["after_place"].split()),
        frozenset(raw["slots"]["no_place"].split()),
        {word: frozenset(its) for word, its in tags.items()},
    )


def intent_tokens(text: str) -> list[Token]:
    """Words, numbers and breaks of a message, typos righted; emoji only where there is no word."""
    tokens = [token for token in tokenise(text) if token.kind is not Kind.MARK]
    if any(token.kind is Kind.WORD for token in tokens):
        tokens = [token for token in tokens if token.kind is not Kind.EMOJI]
    return [_spelled(token) for token in tokens]


def stripped(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without greetings before, thanks after, and "could you please" or "how do I"."""
    left = list(tokens)
    for _ in range(_ROUNDS):
        length = len(left)
        while left and (left[0].kind is Kind.BREAK or left[0].text in grammar().before):
            left = left[1:]
        while left and (left[-1].kind is Kind.BREAK or left[-1].text in grammar().after):
            left = left[:-1]
        opened = [m.end - 1 for m in grammar().openers.find([_START, *left]) if m.start == 0]
        left = left[max(opened, default=0) :]
        if len(left) == length:
            break
    return left


def _spelled(token: Token) -> Token:
    if token.kind is not Kind.WORD:
        return token
    right = _speller().right(token.text)
    return replace(token, text=right, tags=grammar().tags.get(right, frozenset()))


@cache
def _speller() -> Speller:
    known = grammar()
    words = {*known.wholes.words, *known.parts.words, *known.tags, *known.before, *CALENDAR_WORDS}
    leave = {*words_to_leave(), *lexicon().tags, *lexicon().shared, *NUMBER_WORDS}
    return Speller(words, leave)


def _lines(written: Sequence[str]) -> Iterator[str]:
    for line in written:
        yield from _spelled_out(line)


def _spelled_out(line: str) -> Iterator[str]:
    """Brackets resolved: single words in them stay one choice, several words become a line each."""
    found = _GROUP.search(line)
    if not found:
        yield line
        return
    choices = found[1].split("|")
    single = "|".join(choice for choice in choices if " " not in choice)
    for choice in [single, *(c for c in choices if " " in c)]:
        if choice:
            yield from _spelled_out(line[: found.start()] + choice + line[found.end() :])
