"""A place an athlete names, and the time zone it keeps. (UNDERSTAND-2 is writing this.)"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A town (or a bare zone): how to show it, and its IANA zone."""

    name: str
    region: str
    country: str
    zone: str
    population: int = 0


def find_place(text: str) -> Place | tuple[Place, ...] | None:
    """The place meant; several when their clocks differ and none is the obvious one; or None."""
    raise NotImplementedError(text)


def zone_at(latitude: float, longitude: float) -> str | None:
    """The IANA zone at a point on Earth, or None for a point that is not on it."""
    raise NotImplementedError(latitude, longitude)


def near(latitude: float, longitude: float) -> Place | None:
    """The nearest town with a name worth showing, or None far from any."""
    raise NotImplementedError(latitude, longitude)
