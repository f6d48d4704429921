"""The words of content: each entry's own, language by language, gathered by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.content.reading import Raw, Table, entries

Words = Mapping[str, Mapping[str, str]]
"""Language → "workout/400s/name" → text; the n-th of a list is "workout/400s/cues/n", from 1."""

FIRST_LANGUAGE = "en"


def read_words(raw: Raw, file: str) -> Words:
    """The `words.<language>` of every entry of a file.

    Where one entry of a kind has words, all have; each has English; and a language that has begun
    an entry has all of its fields and no others.
    """
    found: dict[str, dict[str, str]] = {}
    for noun in filter(lambda noun: _speaks(raw[noun]), raw):
        for entry in entries(raw, noun, file):
            for language, texts in _entry_words(entry, f"{noun}/{entry.entry}").items():
                found.setdefault(language, {}).update(texts)
    return found


def joined_words(parts: Iterable[Words]) -> Words:
    """The words of all files in one."""
    whole: dict[str, dict[str, str]] = {}
    for part in parts:
        for language, texts in part.items():
            whole.setdefault(language, {}).update(texts)
    return whole


def require_words(entry: Table, fields: Iterable[str]) -> None:
    """The fields that words.en must have for this kind of entry."""
    english = entry.table("words").table(FIRST_LANGUAGE)
    for name in fields:
        if name not in english:
            raise entry.fault(f"words.{FIRST_LANGUAGE} lacks {name!r}")


def _speaks(value: object) -> bool:
    """Whether this is a list of entries of which one at least has words."""
    return isinstance(value, list) and any(isinstance(e, Mapping) and "words" in e for e in value)


def _entry_words(entry: Table, place: str) -> dict[str, dict[str, str]]:
    languages = entry.table("words")
    if FIRST_LANGUAGE not in languages:
        raise entry.fault(f"it has no words.{FIRST_LANGUAGE}")
    said = {name: dict(_flat(languages.table(name), name, place)) for name in languages.raw}
    for language, texts in said.items():
        _same_fields(entry, language, said[FIRST_LANGUAGE], texts)
    return said


def _flat(table: Table, language: str, place: str) -> Iterator[tuple[str, str]]:
    """The texts with their places; a list gives one place to each of its items."""
    named = Table(table.raw, table.file, table.entry, f"words.{language}")
    for name, value in named.raw.items():
        if isinstance(value, list):
            for n, line in enumerate(named.texts(name), start=1):
                yield f"{place}/{name}/{n}", line
        else:
            yield f"{place}/{name}", named.text(name)


def _same_fields(entry: Table, language: str, first: Raw, texts: Raw) -> None:
    missing, extra = sorted(set(first) - set(texts)), sorted(set(texts) - set(first))
    if missing:
        raise entry.fault(f"words.{language} lacks {missing[0].split('/', 2)[2]!r}")
    if extra:
        raise entry.fault(f"words.{language} has {extra[0].split('/', 2)[2]!r}, words.en has not")
