"""The two looks and their colours: told apart by the colour-blind, soft enough for JPEG."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.plan import Phase
from core.readiness import Colour
from core.workout import Effort
from core.zones import ZoneName


class Look(StrEnum):
    """A bot is never told which look a chat has: dark suits both, white glares in a dark one."""

    DARK = "dark"
    LIGHT = "light"


@dataclass(frozen=True, slots=True)
class Palette:
    """Paper and ink, then what the colours mean; hues are near Okabe & Ito's (2008)."""

    paper: str
    shade: str
    grid: str
    faint: str
    ink: str
    good: str
    hard: str
    zones: Mapping[ZoneName, str]
    phases: Mapping[Phase, str]
    days: Mapping[Colour, str]

    def on(self, fill: str) -> str:
        """Ink or paper, whichever is read better on the fill."""
        return max((self.ink, self.paper), key=lambda each: contrast(each, fill))

    def effort(self, effort: Effort) -> str:
        return self.zones[ZONE_OF[effort]]


def mixed(colour: str, paper: str, share: float) -> str:
    """The colour thinned with paper; `share` 1 is the colour itself."""
    pairs = zip(_channels(colour), _channels(paper), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """From 1 to 21 (WCAG 2.2)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    linear = [_linear(each / 255) for each in _channels(colour)]
    return sum(a * b for a, b in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _channels(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


ZONE_OF = {
    Effort.REST: ZoneName.RECOVERY,
    Effort.WALK: ZoneName.RECOVERY,
    Effort.JOG: ZoneName.RECOVERY,
    Effort.EASY: ZoneName.EASY,
    Effort.STEADY: ZoneName.STEADY,
    Effort.MARATHON: ZoneName.STEADY,
    Effort.HALF: ZoneName.THRESHOLD,
    Effort.THRESHOLD: ZoneName.THRESHOLD,
    Effort.TEN_K: ZoneName.INTERVAL,
    Effort.FIVE_K: ZoneName.INTERVAL,
    Effort.THREE_K: ZoneName.INTERVAL,
    Effort.MILE: ZoneName.SPRINT,
    Effort.FAST: ZoneName.SPRINT,
    Effort.STRIDE: ZoneName.SPRINT,
    Effort.SPRINT: ZoneName.SPRINT,
}
"""The zone whose pace range (core.zones) holds the effort."""


def _palette(
    *, paper: str, shade: str, grid: str, faint: str, ink: str, hues: tuple[str, ...]
) -> Palette:
    """`hues`: grey, blue, green, yellow, vermilion, purple."""
    _, blue, green, yellow, vermilion, _ = hues
    return Palette(
        paper=paper,
        shade=shade,
        grid=grid,
        faint=faint,
        ink=ink,
        good=green,
        hard=vermilion,
        zones=dict(zip(ZoneName, hues, strict=True)),
        phases={
            Phase.BASE: blue,
            Phase.BUILD: yellow,
            Phase.PEAK: vermilion,
            Phase.RECOVERY: green,
        },
        days={Colour.GREEN: green, Colour.AMBER: yellow, Colour.RED: vermilion},
    )


PALETTES = {
    Look.DARK: _palette(
        paper="#17212B",
        shade="#212E3A",
        grid="#33424F",
        faint="#A9B8C4",
        ink="#F1F5F8",
        hues=("#7B8894", "#56B4F0", "#12936F", "#F5D547", "#EE6A34", "#D894E0"),
    ),
    Look.LIGHT: _palette(
        paper="#FFFFFF",
        shade="#F1F5F8",
        grid="#D9E1E7",
        faint="#55636F",
        ink="#18222C",
        hues=("#A3AFB9", "#4A9FE0", "#007A5E", "#EDBE1F", "#CF4A17", "#8E3A86"),
    ),
}
