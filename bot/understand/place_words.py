"""What people say around a place and instead of its name: fillers, nicknames, zones' letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.understand.calendar_words import CALENDAR_WORDS
from bot.understand.lexicon import lexicon, read_data, words_to_leave

_LEADING = frozenset({"in", "near", "from", "to", "at", "around", "outside", "aus", "en", "bei"})


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words of data/places.toml: what may stand before and after a name, and what is never one."""

    before: frozenset[str]
    after: frozenset[str]
    stops: frozenset[str]
    never: frozenset[str]
    nicknames: dict[str, tuple[tuple[str, str], ...]]
    zones: dict[str, tuple[str, ...]]
    odd_offsets: dict[str, str]


@cache
def place_words() -> PlaceWords:
    """The words, read once; a nickname as (name in the table, country or country.region)."""
    raw = read_data("places.toml")
    sets = {name: frozenset(words.split()) for name, words in raw["words"].items()}
    nicknames = {
        said: tuple(_name_and_area(meant) for meant in line.split("|"))
        for said, line in raw["nicknames"].items()
    }
    zones = {letters: tuple(line.split("|")) for letters, line in raw["zones"].items()}
    return PlaceWords(**sets, nicknames=nicknames, zones=zones, odd_offsets=raw["odd_offsets"])


def _name_and_area(meant: str) -> tuple[str, str]:
    name, _, area = meant.rpartition(",")
    return name.strip(), area.strip()


def are_plain_words(words: list[str]) -> bool:
    """Whether the coach knows all of them: hardly a small town, never a slip of a name."""
    known = lexicon()
    return all(
        word in words_to_leave() or word in known.tags or word in CALENDAR_WORDS for word in words
    )


def without_fillers(words: list[str], *, in_sentence: bool) -> Iterator[list[str]]:
    """The words as they are, then with less and less of what surrounds a name.

    With `in_sentence` also what follows an "in" or "from" further on.
    """
    yield words
    said = place_words()
    for at, word in enumerate(words):
        if at and word in said.stops:
            words = words[:at]
            break
    while len(words) > 1 and words[-1] in said.after:
        words = words[:-1]
        yield words
    while len(words) > 1 and words[0] in said.before:
        words = words[1:]
        yield words
    for at in range(len(words) - 1, 0, -1) if in_sentence else ():
        if words[at - 1] in _LEADING and len(words[at]) > 3:
            yield words[at:]
