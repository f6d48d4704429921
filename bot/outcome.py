"""What a use case answers: codes and ids that are saved with its changes and rendered afterwards.

An outcome is stored in the inbox row of the update that caused it, so that after a crash the same
answer can be given again without deciding twice. It therefore holds no words and no core values.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Scalar = int | float | str | bool | None


class Said(StrEnum):
    """What happened, in one word; each topic's messages know what to say about theirs."""

    DONE = "done"
    ASK = "ask"
    ASK_AGAIN = "ask-again"
    STALE = "stale"
    REFUSED = "refused"
    ALREADY = "already"
    STRANGER = "stranger"
    NOTHING = "nothing"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Outcome:
    """`said`, the topic it belongs to, a code that details it, and facts (numbers, ids, codes)."""

    topic: str
    said: Said
    code: str = ""
    facts: Mapping[str, Scalar] = field(default_factory=dict)

    def fact(self, name: str, default: str = "") -> str:
        """A fact as text; for numbers use `number`."""
        return str(self.facts.get(name, default))

    def number(self, name: str) -> int:
        """A fact as a whole number; KeyError if it is missing, ValueError if it is no number."""
        value = self.facts[name]
        if value is None:
            raise ValueError(f"outcome fact {name!r} is empty")
        return int(value)


def to_json(outcome: Outcome) -> dict[str, object]:
    """The outcome as it is stored."""
    return {
        "topic": outcome.topic,
        "said": outcome.said.value,
        "code": outcome.code,
        "facts": dict(outcome.facts),
    }


def from_json(stored: Mapping[str, object]) -> Outcome:
    """The stored outcome; ValueError where the row holds something else."""
    facts = stored.get("facts")
    if not isinstance(facts, Mapping):
        raise ValueError("a stored outcome has no facts")
    return Outcome(
        topic=str(stored["topic"]),
        said=Said(str(stored["said"])),
        code=str(stored.get("code", "")),
        facts=dict(facts),
    )
