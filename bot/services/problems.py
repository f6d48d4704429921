"""A reader's "that can't be" or "which one?" as a message's code and facts, ready to be stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.outcome import Scalar
from bot.understand.problems import Bound, OutOfRange, Unclear
from core.units import Distance, Duration


@dataclass(frozen=True, slots=True)
class Sorry:
    """An answer that was not taken: the message that explains it, and its facts."""

    code: str
    facts: Mapping[str, Scalar] = field(default_factory=dict)


def sorry_for(
    problem: OutOfRange | Unclear[Any], option: Callable[[Any], tuple[str, str]] | None = None
) -> Sorry:
    """The problem as a message; `option` gives value and label of each meaning to be tapped."""
    if isinstance(problem, OutOfRange):
        bounds = {"low": problem.low, "high": problem.high, "told": problem.told}
        facts = dict(_fact(name, bound) for name, bound in bounds.items())
        return Sorry(f"range-{problem.code}", facts)
    said: dict[str, Scalar] = dict(problem.facts)
    if option is not None and problem.options:
        pairs = (option(each) for each in problem.options)
        said["options"] = "\n".join(f"{value}={label}" for value, label in pairs)
    return Sorry(f"unclear-{problem.code}", said)


def day_option(on: date) -> tuple[str, str]:
    """A date as a button: the label is written by the words room."""
    return on.isoformat(), on.isoformat()


def minute_option(minute: int) -> tuple[str, str]:
    """A time of day as a button."""
    return str(minute), f"{minute // 60}:{minute % 60:02d}"


def _fact(name: str, bound: Bound) -> tuple[str, Scalar]:
    match bound:
        case Distance():
            return f"{name}_m", bound.metres
        case Duration():
            return f"{name}_s", bound.seconds
        case date():
            return f"{name}_on", bound.isoformat()
        case _:
            return name, "" if bound is None else bound
