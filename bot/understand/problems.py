"""What a reader answers where there is no one value: two meanings, an impossible one, "none"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from core.units import Distance, Duration

Value = TypeVar("Value")
Bound = int | float | str | date | Distance | Duration | None


@dataclass(frozen=True, slots=True)
class Unclear(Generic[Value]):
    """Has to be asked back: a code, facts for the question, and the meanings if there are two."""

    code: str
    facts: Mapping[str, int | float | str] = field(default_factory=dict)
    options: tuple[Value, ...] = ()


@dataclass(frozen=True, slots=True)
class OutOfRange:
    """Understood and impossible: a code, the allowed range (None: open) and what was told."""

    code: str
    low: Bound
    high: Bound
    told: Bound


@dataclass(frozen=True, slots=True)
class Nothing:
    """An answer that says "none": no race, no result, nothing hurts."""
