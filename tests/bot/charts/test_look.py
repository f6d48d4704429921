"""Colours that everybody can tell apart and read."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from bot.charts.look import PALETTES, Look, Palette, contrast, mixed

# Machado, Oliveira & Fernandes 2009, severity 1: linear RGB as dichromats see it
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """CIE L*a*b* of the colour in somebody's eyes."""
    linear = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True))))
        for row in SIGHTS[sight]
    )
    x = _curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
    y = _curve(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _curve(share: float) -> float:
    return share ** (1 / 3) if share > 0.008856 else 7.787 * share + 16 / 116


def apart(one: str, other: str, sight: str) -> float:
    """How different two colours look (CIE 1976); 10 is told apart at a glance."""
    pairs = zip(seen(one, sight), seen(other, sight), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


both = pytest.mark.parametrize("palette", PALETTES.values(), ids=list(Look))
every_sight = pytest.mark.parametrize("sight", SIGHTS)


@both
@every_sight
def test_phases_and_days_are_told_apart_by_everybody(palette: Palette, sight: str) -> None:
    for group in (palette.phases, palette.days):
        for one, other in combinations(group.values(), 2):
            assert apart(one, other, sight) > 18


@both
@every_sight
def test_neighbouring_zones_are_told_apart_by_everybody(palette: Palette, sight: str) -> None:
    for one, other in pairwise(palette.zones.values()):
        assert apart(one, other, sight) > 18


@both
@every_sight
def test_marks_stand_out_from_the_paper(palette: Palette, sight: str) -> None:
    marks = [*palette.zones.values(), *palette.phases.values(), palette.hard, palette.good]
    assert min(apart(mark, palette.paper, sight) for mark in marks) > 25


@both
def test_words_are_readable_on_paper_and_on_today(palette: Palette) -> None:
    for ground in (palette.paper, palette.shade):
        assert contrast(palette.ink, ground) > 12
        assert contrast(palette.faint, ground) > 4.5
    blue = next(iter(palette.phases.values()))
    for fill in (blue, mixed(blue, palette.paper, 0.45)):
        assert contrast(palette.on(fill), fill) > 4.5


def test_mixing_goes_from_paper_to_the_colour() -> None:
    assert mixed("#102030", "#FFFFFF", 1) == "#102030"
    assert mixed("#102030", "#FFFFFF", 0) == "#FFFFFF"
    assert mixed("#000000", "#FFFFFF", 0.5) == "#808080"
