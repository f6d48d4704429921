"""Words made to fit: measured, wrapped, made smaller, and at last cut with an ellipsis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from unicodedata import category

from matplotlib import get_data_path
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties, get_font

from bot.charts.sizes import LEADING

PER_INCH = 72
"""Dots per inch of every picture, so that one point of type is one pixel."""
_CONTROLS = dict.fromkeys(range(32), " ")
_SELECTORS = {chr(code) for code in range(0xFE00, 0xFE10)}
"""They choose between pictures of a character; like joiners (category Cf) they are none."""
_JOINED = "\N{NO-BREAK SPACE}"
_AMOUNT = re.compile(r"(?<=\d) (?=[^\W\d]{1,3}\b|×)|(?<=×) (?=\d)")
"""The spaces inside "6 × 800 m" and "90 s": no line ends there."""


@cache
def _file(bold: bool) -> Path:
    """DejaVu Sans as matplotlib ships it: the same letters on every host."""
    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    return Path(get_data_path(), "fonts", "ttf", name)


def font(size: float, *, bold: bool = False) -> FontProperties:
    """The typeface at a size in px."""
    return FontProperties(fname=_file(bold), size=size)


@lru_cache(maxsize=4096)
def clean(words: str, *, bold: bool = False) -> str:
    """The words without what the font cannot draw (emoji, some scripts), spaces made single."""
    known = get_font(str(_file(bold))).get_char_index
    drawable = "".join(
        each
        for each in words.translate(_CONTROLS)
        if each == " " or (known(ord(each)) and category(each) != "Cf" and each not in _SELECTORS)
    )
    return " ".join(word for word in drawable.split(" ") if word)


@lru_cache(maxsize=8192)
def width_of(words: str, size: float, *, bold: bool = False) -> float:
    """The width of one line in px, as the renderer measures it."""
    ruler: RendererBase = RendererAgg(1, 1, PER_INCH)  # type: ignore[no-untyped-call] # has no types
    return ruler.get_text_width_height_descent(words, font(size, bold=bold), False)[0]


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit their place at this size."""

    lines: tuple[str, ...]
    size: float
    bold: bool

    @property
    def height(self) -> float:
        """From the first line's top to the last one's foot, px."""
        return len(self.lines) * self.size * LEADING

    @property
    def width(self) -> float:
        return max((width_of(each, self.size, bold=self.bold) for each in self.lines), default=0)


def fit(
    words: str,
    width: float,
    size: float,
    *,
    smallest: float | None = None,
    lines: int = 1,
    bold: bool = False,
) -> Fitted:
    """The words in at most `lines` lines of `width` px: as large as fits, or cut at `smallest`."""
    told = clean(words, bold=bold)
    least = size if smallest is None else smallest
    tried = size
    while True:
        wrapped = _wrap(told, width, tried, bold)
        if len(wrapped) <= lines and all(width_of(w, tried, bold=bold) <= width for w in wrapped):
            return Fitted(wrapped, tried, bold)
        if tried <= least:
            break
        tried = max(least, tried - 2)
    return Fitted(_cut(wrapped, lines, width, tried, bold), tried, bold)


def _wrap(words: str, width: float, size: float, bold: bool) -> tuple[str, ...]:
    """Greedy lines; one word may still be wider than the line."""
    lines: list[str] = []
    if not words:
        return ()
    for word in _words(words, width, size, bold):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(line.replace(_JOINED, " ") for line in lines)


def _words(words: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """What a line may end after; an amount that is too wide for a line is no longer one piece."""
    for word in _AMOUNT.sub(_JOINED, words).split(" "):
        if width_of(word, size, bold=bold) > width:
            yield from word.split(_JOINED)
        else:
            yield word


def _cut(
    wrapped: tuple[str, ...], lines: int, width: float, size: float, bold: bool
) -> tuple[str, ...]:
    """The first lines, the last of them with what follows cut off; wide words are cut too."""
    kept = [*wrapped[: lines - 1], " ".join(wrapped[lines - 1 :])]
    return tuple(_ellipsis(each, width, size, bold) for each in kept)


def _ellipsis(line: str, width: float, size: float, bold: bool) -> str:
    if width_of(line, size, bold=bold) <= width:
        return line
    least, most = 0, len(line)
    while least < most:
        middle = (least + most + 1) // 2
        if width_of(f"{line[:middle].rstrip()}…", size, bold=bold) <= width:
            least = middle
        else:
            most = middle - 1
    return f"{line[:least].rstrip()}…"
