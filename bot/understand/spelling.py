"""Typos put right: a word we do not know that is one slip away from exactly one we do."""

from __future__ import annotations

from collections.abc import Collection, Iterator

LONGEST = 20


class Speller:
    """Knows a vocabulary and real words to leave alone; looks slips up by what is left out."""

    def __init__(self, words: Collection[str], leave: Collection[str]) -> None:
        self._words = frozenset(words)
        self._leave = frozenset(leave)
        self._near: dict[str, set[str]] = {}
        for word in self._words:
            if 4 <= len(word) <= LONGEST and word.isalpha():
                for shorter in _shortened(word, _slips(word)):
                    self._near.setdefault(shorter, set()).add(word)

    def right(self, word: str) -> str:
        """The word itself, or the known word it was meant to be."""
        if word in self._words or word in self._leave or not 4 <= len(word) <= LONGEST:
            return word
        for drawn in _undrawn(word):
            if drawn in self._words:
                return drawn
        near = {w for s in _shortened(word, _slips(word)) for w in self._near.get(s, ())}
        ranked = sorted(
            (distance(word, w), w[0] != word[0], abs(len(w) - len(word)), w) for w in near
        )
        allowed = [
            r
            for r in ranked
            if r[0] <= min(_slips(word), _slips(r[3])) and self._likely(word, r[3])
        ]
        return allowed[0][3] if allowed else word

    @staticmethod
    def _likely(word: str, meant: str) -> bool:
        # four letters are too few to guess from, unless two were swapped or one doubled or dropped
        if sorted(word) == sorted(meant) and word[2:] == meant[2:]:
            return True
        if word[0] != meant[0]:
            return word == meant[1:] and len(word) >= 5
        return max(len(word), len(meant)) >= 5 or sorted(word) == sorted(meant)


def distance(one: str, other: str) -> int:
    """Slips between two words: a letter added, dropped, changed, or two neighbours swapped."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]


def _slips(word: str) -> int:
    return 2 if len(word) >= 8 else 1


def _shortened(word: str, times: int) -> Iterator[str]:
    level = {word}
    yield word
    for _ in range(times):
        level = {w[:i] + w[i + 1 :] for w in level for i in range(len(w))}
        yield from level


def _undrawn(word: str) -> tuple[str, str]:
    """ "goooood" as "good" and "god": letters drawn out, left twice and once."""
    twice = "".join(
        c for i, c in enumerate(word) if not (i >= 2 and word[i - 2] == word[i - 1] == c)
    )
    once = "".join(c for i, c in enumerate(twice) if i == 0 or c != twice[i - 1])
    return (word, word) if twice == word else (twice, once)
