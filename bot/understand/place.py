"""A place as the coach keeps it: what to call it, and the time zone it lives by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A town, a country or a bare zone; `zone` is an IANA name, `population` 0 where unknown."""

    name: str
    region: str
    country: str
    zone: str
    population: int = 0

    @property
    def label(self) -> str:
        """ "Springfield, Illinois, USA": enough to tell it from its namesakes."""
        parts = [self.name]
        for part in (self.region, self.country):
            if part and part not in parts:
                parts.append(part)
        return ", ".join(parts)
