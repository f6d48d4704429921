"""The word lists hold together: every tag is known, every pattern compiles and stays in reach."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from bot.understand.lexicon import LANGUAGES, lexicon, sign_tags, speller, words_to_leave
from bot.understand.patterns import compile_pattern, expand
from core.safety import Sign

DATA = files("bot.understand") / "data"
FILES = [f"words_{code}.toml" for code in LANGUAGES]


def content(name: str) -> dict[str, dict[str, object]]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def patterns() -> list[tuple[str, str]]:
    found = []
    for name in FILES:
        raw = content(name)
        tables = [*raw.get("phrases", {}).values(), *raw.get("figures", {}).values()]
        found += [(name, line) for lines in tables for line in lines]
    signs = {**content("signs.toml"), "counters": content("sign_words.toml")["counters"]}
    for sign, entry in signs.items():
        found += [(sign, line) for lines in entry.values() for line in lines]
    return found


def known_tags() -> set[str]:
    tags = {tag for its in lexicon().tags.values() for tag in its}
    tags |= {tag for its in sign_tags().values() for tag in its}
    for name in FILES:
        tags |= set(content(name).get("phrases", {}))
    return tags


def test_every_tag_in_a_pattern_is_carried_by_some_word() -> None:
    known = known_tags()
    unknown = {
        (where, tag)
        for where, line in patterns()
        for tag in re.findall(r"@([a-z_:]+(?: band)?)", line)
        if tag not in known and tag.split()[0] not in known
    }
    assert not unknown


def test_every_pattern_compiles_and_starts_with_something_that_must_be_there() -> None:
    for _, line in patterns():
        for spelled_out in expand(line):
            assert compile_pattern(spelled_out)


def test_no_pattern_has_an_empty_choice() -> None:
    holes = [line for _, line in patterns() if re.search(r"\|\s|\|\||\s\||\|$|^\|", line)]
    assert holes == []


@pytest.mark.parametrize("name", FILES)
def test_words_are_written_as_messages_are_read(name: str) -> None:
    """Folded: lower case, no apostrophes, no accents; else they would never be met."""
    for table in ("tags", "parts"):
        for words in content(name).get(table, {}).values():
            for word in str(words).split():
                assert word == word.lower()
                assert "'" not in word


def test_every_section_of_the_red_flags_is_a_sign_of_the_core() -> None:
    assert {Sign(name) for name in content("signs.toml")}


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("hevy", "heavy"), ("slpet", "slept"), ("leggs", "legs"), ("boucny", "bouncy"),
        ("wreked", "wrecked"), ("goood", "good"),
        ("soooore", "sore"), ("palpitatons", "palpitations"),
        ("cheast", "chest"), ("pian", "pain"), ("thrusday", "thursday"), ("febuary", "february"),
        ("marathn", "marathon"), ("begginer", "beginner"),
    ],
)  # fmt: skip
def test_a_slip_becomes_the_word_that_was_meant(slip: str, meant: str) -> None:
    assert speller().right(slip) == meant


@pytest.mark.parametrize(
    "word",
    ["never", "tried", "half", "home", "train", "could", "tough", "thin", "calm", "waiter", "dog"],
)
def test_a_real_word_stays_what_it_is(word: str) -> None:
    assert speller().right(word) == word


def test_words_to_leave_are_none_of_our_own() -> None:
    assert not words_to_leave() & set(lexicon().tags)
