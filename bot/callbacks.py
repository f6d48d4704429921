"""Button payloads both ways: `topic:verb:arg:arg`, at most 64 bytes, hostile until parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_WORD = re.compile(r"[a-z0-9-]{1,16}")
_ARG = re.compile(r"[A-Za-z0-9_.+-]{0,24}")
LIMIT = 64
LARGEST = 2**53
"""Ids and amounts are far smaller; a database takes no larger ones."""


class BadPress(ValueError):
    """The payload is none of ours."""


@dataclass(frozen=True, slots=True)
class Press:
    """One tap: which topic, what to do, with which arguments (ids, dates, codes)."""

    topic: str
    verb: str
    args: tuple[str, ...] = ()

    def arg(self, position: int) -> str:
        """The argument, or BadPress where an old or forged button has none there."""
        try:
            return self.args[position]
        except IndexError:
            raise BadPress(f"no argument {position} in {self.topic}:{self.verb}") from None

    def day(self, position: int) -> date:
        """The argument as an ISO date, or BadPress."""
        try:
            return date.fromisoformat(self.arg(position))
        except ValueError:
            raise BadPress(f"argument {position} of {self.verb} is no day") from None

    def number(self, position: int) -> int:
        """The argument as a whole number, or BadPress."""
        try:
            number = int(self.arg(position))
        except ValueError:
            raise BadPress(f"argument {position} of {self.verb} is no number") from None
        if abs(number) > LARGEST:
            raise BadPress(f"argument {position} of {self.verb} is no number of ours")
        return number


def pack(topic: str, verb: str, *args: object) -> str:
    """The payload of a button; ValueError if it would not fit into 64 bytes or not come back."""
    data = ":".join([topic, verb, *(str(arg) for arg in args)])
    if len(data.encode()) > LIMIT:
        raise ValueError(f"callback data over {LIMIT} bytes: {data}")
    if unpack(data) != Press(topic, verb, tuple(str(arg) for arg in args)):
        raise ValueError(f"callback data does not come back as it went: {data}")
    return data


def unpack(data: str) -> Press:
    """What was pressed; BadPress for anything that `pack` did not make."""
    topic, *rest = data.split(":")
    if not rest or len(data.encode()) > LIMIT:
        raise BadPress("not one of our buttons")
    verb, *args = rest
    if not (_WORD.fullmatch(topic) and _WORD.fullmatch(verb) and all(map(_ARG.fullmatch, args))):
        raise BadPress("not one of our buttons")
    return Press(topic, verb, tuple(args))
