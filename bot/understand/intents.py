"""What a message asks for, in a few words. (UNDERSTAND-2 is writing this.)"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class IntentKind(StrEnum):
    """What is asked for."""

    TODAY = "today"


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing asked for, with what was said about it as plain strings."""

    kind: IntentKind


def read_intent(text: str) -> Intent | None:
    """What a message asks for, or None when it asks for nothing we know."""
    raise NotImplementedError(text)
