"""One answer in words, and what is said where it makes none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.forms import Draft
from bot.services.onboarding.form import Updates
from bot.services.problems import Sorry, day_option, sorry_for
from bot.understand.problems import OutOfRange, Unclear
from core.units import Units

CHOOSE = Sorry("sorry-choose")


@dataclass(frozen=True, slots=True)
class Said:
    """One answer in words and what it is read against."""

    text: str
    draft: Draft
    today: date
    units: Units

    @property
    def miles(self) -> bool:
        return self.units is Units.MILES


def out_of(low: int, high: int) -> Sorry:
    """What is said to a number outside of the range."""
    return Sorry("sorry-number", {"low": low, "high": high})


def either(read: Updates | Sorry, otherwise: Sorry) -> Updates | Sorry:
    """What was read, or what is said where nothing was."""
    return otherwise if isinstance(read, Sorry) else read


def problem(problem: OutOfRange | Unclear[Any]) -> Sorry:
    """What is said of words that are unclear or out of range."""
    if isinstance(problem, OutOfRange):
        return sorry_for(problem)
    days = [o if isinstance(o, date) else getattr(o, "on", None) for o in problem.options]
    told = tuple(day for day in days if day is not None)
    return sorry_for(replace(problem, options=told), day_option)
