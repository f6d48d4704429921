"""A place an athlete names or shares, and the time zone it keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.understand.cleaning import clean
from bot.understand.place import Place
from bot.understand.place_map import near, zone_at
from bot.understand.place_names import LONGEST, name_key
from bot.understand.place_search import Candidate, area_codes, misspelt, named, namesakes
from bot.understand.place_table import table
from bot.understand.place_words import place_words, without_fillers
from bot.understand.place_zones import is_impossible_offset, lettered_zone, named_zone

__all__ = ["Place", "find_place", "near", "zone_at"]

CLEAR = 5.0
"""How many times likelier one place must be than the next to be taken without asking."""
LISTED = 20.0
"""How many times less likely a place may be and still be offered when it is asked."""
MOST = 6
_MOST_WORDS = 12
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")

Found = Place | tuple[Place, ...] | None
Search = Callable[[str], Sequence[Candidate]]


def find_place(text: str) -> Found:
    """The place meant; two to six to ask between when their clocks differ; None when it is none."""
    text = _without_flags(text[:LONGEST])
    if (zone := named_zone(text)) or is_impossible_offset(text):
        return zone
    parts = [words for part in re.split(r"[,;()\n]", clean(text)) if (words := _words(part))]
    every = [word for words in parts for word in words][:_MOST_WORDS]
    if not every or " ".join(every) in place_words().never:
        return None
    for search in (named, misspelt):
        for words in without_fillers(every, in_sentence=search is named):
            if found := _read(words, search):
                return found
        if found := _in_parts(parts, search):
            return found
    return None


def _without_flags(text: str) -> str:
    return _FLAG.sub(_country_of_flag, text)


def _country_of_flag(flag: re.Match[str]) -> str:
    area = table().areas.get("".join(chr(ord(half) - 0x1F1E6 + ord("A")) for half in flag[0]))
    return f" {area.name} " if area else " "


def _words(part: str) -> list[str]:
    return [word for word in name_key(part).split() if not word.isdecimal()]


def _in_parts(parts: Sequence[list[str]], search: Search) -> Found:
    """ "Kreuzberg, Berlin" or "Munich, Bavaria": one part is a place, the rest is not known."""
    if len(parts) < 2:
        return None
    for words in parts[:4] if search is named else parts[:1]:
        for less in without_fillers(words[:_MOST_WORDS], in_sentence=False):
            if " ".join(less) not in place_words().never and (found := _read(less, search)):
                return found
    return None


def _read(words: list[str], search: Search) -> Found:
    """A name, alone or with the country or region it lies in after it, or before it."""
    key = " ".join(words)
    if key in place_words().never:
        return None
    if found := lettered_zone(key) or _choose(search(key)):
        return found
    for at in range(len(words) - 1, 0, -1):
        for name, around in ((words[:at], words[at:]), (words[at:], words[:at])):
            groups = _areas_of(around)
            if around == words[:at] and len(" ".join(around)) <= 3:
                continue  # "in", "me" and "to" are codes of somewhere
            if groups and " ".join(name) not in place_words().never:
                wanted = namesakes if search is named else search
                inside = [c for c in wanted(" ".join(name)) if _lies_in(c, groups)]
                if found := _choose(inside):
                    return found
    return None


def _areas_of(words: Sequence[str]) -> list[set[str]]:
    """The countries and regions named one after the other; [] if a word is something else."""
    groups: list[set[str]] = []
    at = 0
    while at < len(words):
        for end in range(len(words), at, -1):
            if codes := area_codes(" ".join(words[at:end])):
                groups.append(codes)
                at = end
                break
        else:
            if words[at] not in {"in", "the", "of"}:
                return []
            at += 1
    return groups


def _lies_in(candidate: Candidate, groups: Sequence[set[str]]) -> bool:
    return not candidate.towns and all(codes.intersection(candidate.areas) for codes in groups)


def _choose(candidates: Sequence[Candidate]) -> Found:
    """The likeliest, unless others are nearly as likely and keep another clock."""
    if not candidates:
        return None
    best = candidates[0]
    if best.towns:  # Mexico and its city, Washington and its state: the town decides
        within = [c for c in candidates[1:] if best.areas[-1] in c.areas and not c.towns]
        return within[0].place if within else best.towns
    single = [c for c in candidates if not c.towns]
    rivals = [c for c in single if c.weight * CLEAR > best.weight]
    if len({c.place.zone for c in rivals}) == 1:
        return best.place
    return _distinct([c.place for c in single if c.weight * LISTED > best.weight])


def _distinct(places: Sequence[Place]) -> tuple[Place, ...]:
    """At most six, no two shown alike: the zone's town tells apart what no region does."""
    shown: dict[str, Place] = {}
    for place in places:
        told = place
        if place.label in shown and shown[place.label].zone != place.zone:
            told = replace(place, region=place.zone.rpartition("/")[2].replace("_", " "))
        shown.setdefault(told.label, told)
    return tuple(list(shown.values())[:MOST])
