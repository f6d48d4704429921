"""A small language for phrases: `a|b` either, `@tag`, `x?` perhaps, `#` a number, `$` an end,
`..` a short gap,
`(a b|c)` either of several words.

Patterns stay inside a clause; only the long gap `...` steps over commas, none over a full stop.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.understand.tokens import Kind, Token

SHORT_GAP, LONG_GAP = 3, 7
_END = "$"


@dataclass(frozen=True, slots=True)
class Atom:
    """One place of a pattern; `gap` is how many other tokens may stand before it."""

    words: frozenset[str]
    tags: frozenset[str]
    optional: bool = False
    gap: int = 0

    def fits(self, token: Token) -> bool:
        if token.kind in {Kind.NUMBER, Kind.CLOCK} and "#" in self.words:
            return True
        return token.text in self.words or not self.tags.isdisjoint(token.tags)


@dataclass(frozen=True, slots=True)
class Match:
    """Where a pattern with this name was found: the tokens that it is made of, in order."""

    name: str
    hits: tuple[int, ...]

    @property
    def start(self) -> int:
        return self.hits[0]

    @property
    def end(self) -> int:
        """One past the last token."""
        return self.hits[-1] + 1

    def between(self) -> tuple[int, ...]:
        """The tokens inside that no atom took."""
        return tuple(at for at in range(self.start, self.end) if at not in self.hits)


class Patterns:
    """Named patterns, found by their first atom."""

    def __init__(self, written: Mapping[str, Iterable[str]]) -> None:
        self._by_word: dict[str, list[tuple[str, tuple[Atom, ...]]]] = {}
        self._by_tag: dict[str, list[tuple[str, tuple[Atom, ...]]]] = {}
        self.words: set[str] = set()
        for name, lines in written.items():
            for line in lines:
                for spelled_out in expand(line):
                    self._add(name, compile_pattern(spelled_out))

    def _add(self, name: str, atoms: tuple[Atom, ...]) -> None:
        if atoms[0].optional and len(atoms) > 1:
            self._add(name, atoms[1:])
            atoms = (replace(atoms[0], optional=False), *atoms[1:])
        for atom in atoms:
            self.words |= {w for w in atom.words if w.isalpha()}
        for word in atoms[0].words:
            self._by_word.setdefault(word, []).append((name, atoms))
        for tag in atoms[0].tags:
            self._by_tag.setdefault(tag, []).append((name, atoms))

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Every match, each pattern at each start once."""
        found: dict[Match, None] = {}
        for at, token in enumerate(tokens):
            for name, atoms in self._starting(token):
                hits = _match(tokens, at, atoms, 0)
                if hits:
                    found[Match(name, hits)] = None
        return list(found)

    def _starting(self, token: Token) -> Iterable[tuple[str, tuple[Atom, ...]]]:
        yield from self._by_word.get(token.text, ())
        if token.kind in {Kind.NUMBER, Kind.CLOCK}:
            yield from self._by_word.get("#", ())
        for tag in token.tags:
            yield from self._by_tag.get(tag, ())


def expand(line: str) -> Iterator[str]:
    """The lines without brackets that "(a b|c) d" stands for: "a b d" and "c d"."""
    before, opened, rest = line.partition("(")
    if not opened:
        yield line
        return
    inside, _, after = rest.partition(")")
    for choice in inside.split("|"):
        yield from expand(f"{before}{choice}{after}")


def compile_pattern(line: str) -> tuple[Atom, ...]:
    """The atoms of a written pattern."""
    atoms: list[Atom] = []
    gap = 0
    for part in line.split():
        if part in {"..", "..."}:
            gap = SHORT_GAP if part == ".." else LONG_GAP
            continue
        optional = part.endswith("?") and len(part) > 1
        choices = part.removesuffix("?").split("|") if optional else part.split("|")
        tags = frozenset(c[1:] for c in choices if c.startswith("@"))
        words = frozenset(c for c in choices if not c.startswith("@"))
        atoms.append(Atom(words, tags, optional, gap))
        gap = 0
    if not atoms or atoms[0].gap:
        raise ValueError(f"pattern {line!r} must begin with something that has to be there")
    return tuple(atoms)


def _match(
    tokens: Sequence[Token], at: int, atoms: tuple[Atom, ...], first: int
) -> tuple[int, ...] | None:
    """The tokens that fit the atoms from `first` on, read from token `at`; None if they do not."""
    if first == len(atoms):
        return ()
    atom = atoms[first]
    if _END in atom.words and (at >= len(tokens) or tokens[at].kind is Kind.BREAK):
        return _match(tokens, at, atoms, first + 1)
    for here in _reach(tokens, at, atom):
        if atom.fits(tokens[here]):
            rest = _match(tokens, here + 1, atoms, first + 1)
            if rest is not None:
                return (here, *rest)
    return _match(tokens, at, atoms, first + 1) if atom.optional else None


def _reach(tokens: Sequence[Token], at: int, atom: Atom) -> Iterator[int]:
    """The places where the atom may stand: here, or as far as its gap goes."""
    for here in range(at, min(at + atom.gap + 1, len(tokens))):
        yield here
        crossed = atom.gap == LONG_GAP and tokens[here].text in {",", ".."}
        if tokens[here].kind is Kind.BREAK and not crossed:
            return
