"""The words the coach listens for: tags, phrases and figures of speech, from data/words_*.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.understand.calendar_words import CALENDAR_WORDS
from bot.understand.numbers import NUMBER_WORDS
from bot.understand.patterns import Atom, Patterns, compile_pattern
from bot.understand.spelling import Speller

LANGUAGES = ("en", "de", "es", "more")
_DATA = files("bot.understand") / "data"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What words mean; `shared` are words that only count beside others of their language."""

    tags: dict[str, frozenset[str]]
    shared: dict[str, tuple[str, frozenset[str]]]
    language: dict[str, str]
    phrases: Patterns
    figures: Patterns


@cache
def lexicon() -> Lexicon:
    """All languages as one lexicon, read once."""
    tags: dict[str, set[str]] = {}
    shared: dict[str, tuple[str, frozenset[str]]] = {}
    language: dict[str, str] = {}
    phrases: dict[str, list[str]] = {}
    figures: dict[str, list[str]] = {"lines": [], "with_numbers": []}
    for code in LANGUAGES:
        raw = read_data(f"words_{code}.toml")
        lone = set(raw.get("needs_company", {}).get("words", "").split())
        parts = {f"part:{part}": words for part, words in raw.get("parts", {}).items()}
        for tag, words in {**raw["tags"], **parts}.items():
            for word in words.split():
                language.setdefault(word, code)
                if word in lone:
                    old = shared.get(word, (code, frozenset()))[1]
                    shared[word] = (code, old | {tag})
                else:
                    tags.setdefault(word, set()).add(tag)
        for tag, lines in raw.get("phrases", {}).items():
            phrases.setdefault(tag, []).extend(lines)
        for kind, lines in raw.get("figures", {}).items():
            figures[kind].extend(lines)
    frozen = {word: frozenset(its) for word, its in tags.items()}
    return Lexicon(frozen, shared, language, Patterns(phrases), Patterns(figures))


def read_data(name: str) -> dict[str, Any]:
    """One TOML file of this package's data."""
    return tomllib.loads((_DATA / name).read_text(encoding="utf-8"))


@cache
def plain_words() -> frozenset[str]:
    """Words that the readers of answers and wishes listen for, beside the lexicon's."""
    return frozenset((_DATA / "plain_words.txt").read_text(encoding="utf-8").split())


@cache
def words_to_leave() -> frozenset[str]:
    """Real words that look like slips of ours ("tried", "never", "half") and are none."""
    return frozenset((_DATA / "real_words.txt").read_text(encoding="utf-8").split())


@cache
def speller() -> Speller:
    """The speller: slips become words that carry a meaning; every other known word stays."""
    known = lexicon()
    signs = sign_patterns().values()
    telling = {word for sign in signs for word in sign.said.words if len(word) >= 6}
    words = {*known.tags, *sign_tags(), *NUMBER_WORDS, *CALENDAR_WORDS, *plain_words(), *telling}
    leave = {*known.shared, *known.phrases.words, *known.figures.words, *words_to_leave()}
    return Speller(words, leave.union(*(sign.words for sign in signs)))


@cache
def unspaced_words() -> frozenset[str]:
    """The words of scripts without spaces, to find in a run of letters."""
    signs = (word for sign in sign_patterns().values() for word in sign.words)
    known = {*lexicon().tags, *sign_tags(), *signs}
    return frozenset(word for word in known if "\u3040" <= word[0] <= "\u9fff")


@dataclass(frozen=True, slots=True)
class SignWords:
    """How one sign is told: in order, in any order, what may be it, and what cancels a match."""

    said: Patterns
    near: tuple[tuple[Atom, ...], ...]
    perhaps: Patterns
    perhaps_near: tuple[tuple[Atom, ...], ...]
    harmless: Patterns

    @property
    def words(self) -> set[str]:
        near = (*self.near, *self.perhaps_near)
        told = {word for atoms in near for atom in atoms for word in atom.words}
        in_order = self.said.words | self.perhaps.words | self.harmless.words
        return in_order | {w for w in told if w.isalpha()}


@cache
def sign_patterns() -> dict[str, SignWords]:
    """The red flags of data/signs.toml, by the sign's name."""
    return {
        name: SignWords(
            Patterns({name: entry["said"]}),
            tuple(compile_pattern(line) for line in entry.get("near", ())),
            Patterns({name: entry.get("perhaps", ())}),
            tuple(compile_pattern(line) for line in entry.get("perhaps_near", ())),
            Patterns({name: entry.get("harmless", ())}),
        )
        for name, entry in read_data("signs.toml").items()
    }


@dataclass(frozen=True, slots=True)
class SignCounters:
    """What says of any sign that it is none of now: over for long, or only asked about."""

    long_past: Patterns
    only_asked: Patterns
    answered_no: Patterns
    taken_back: Patterns


@cache
def sign_counters() -> SignCounters:
    """What cancels any sign, of data/sign_words.toml."""
    raw = read_data("sign_words.toml")["counters"]
    names = ("long_past", "only_asked", "answered_no", "taken_back")
    return SignCounters(*(Patterns({name: raw[name]}) for name in names))


@cache
def sign_tags() -> dict[str, frozenset[str]]:
    """The words that red flags are made of, each with its tags."""
    tags: dict[str, set[str]] = {}
    for tag, words in read_data("sign_words.toml")["words"].items():
        for word in words.split():
            tags.setdefault(word, set()).add(tag)
    return {word: frozenset(its) for word, its in tags.items()}
