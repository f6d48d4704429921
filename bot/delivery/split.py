"""Cut Telegram HTML to length at paragraph borders, tags closed and opened again at each cut."""

from __future__ import annotations

import re
from html import unescape

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_ATOM = re.compile(r"<[^>]*>|&#?\w+;|.", re.DOTALL)
_BREAKS = ("\n\n", "\n", " ")


def length(html: str) -> int:
    """UTF-16 units of the text that is left when entities are parsed, as Telegram counts."""
    return sum(map(_weight, _ATOM.findall(html)))


def split(html: str, limit: int = TEXT_LIMIT) -> list[str]:
    """The text in as few pieces as its paragraphs allow, none longer than the limit."""
    atoms = _ATOM.findall(html)
    if _fitting(atoms, limit) == len(atoms):
        return [html] if html else []
    pieces: list[str] = []
    open_tags: list[str] = []
    while atoms:
        fitting = _fitting(atoms, limit)
        cut = fitting if fitting == len(atoms) else _border(atoms, fitting)
        piece = "".join([*open_tags, *atoms[:cut]])
        open_tags = _left_open(open_tags, atoms[:cut])
        pieces.append(piece.rstrip() + "".join(f"</{_name(tag)}>" for tag in reversed(open_tags)))
        atoms = _without_leading_space(atoms[cut:])
    return pieces


def _weight(atom: str) -> int:
    if atom.startswith("<") and atom.endswith(">") and len(atom) > 1:
        return 0
    return len(unescape(atom).encode("utf-16-le")) // 2


def _fitting(atoms: list[str], limit: int) -> int:
    """How many atoms fit; at least one, so that every round gets on."""
    total = 0
    for count, atom in enumerate(atoms):
        total += _weight(atom)
        if total > limit:
            return max(count, 1)
    return len(atoms)


def _border(atoms: list[str], fitting: int) -> int:
    """Where to cut before `fitting`: after a paragraph, else a line, else a word, else anywhere."""
    for mark in _BREAKS:
        size = len(mark)
        for cut in range(fitting, fitting // 4, -1):
            if "".join(atoms[cut - size : cut]) == mark:
                return cut
    return fitting


def _left_open(open_tags: list[str], atoms: list[str]) -> list[str]:
    left = list(open_tags)
    for atom in atoms:
        if atom.startswith("</") and left:
            left.pop()
        elif _weight(atom) == 0 and atom.startswith("<"):
            left.append(atom)
    return left


def _name(tag: str) -> str:
    return tag.strip("<>").split()[0]


def _without_leading_space(atoms: list[str]) -> list[str]:
    start = 0
    while start < len(atoms) and atoms[start].isspace():
        start += 1
    return atoms[start:]
