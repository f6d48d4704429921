"""Failures by appointment: what delivery has to survive."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from bot.rehearsal.model.errors import ApiError, too_many

EVERY_METHOD = "*"


class LineCut(Exception):
    """The connection breaks; `applied` says whether Telegram had already done what was asked."""

    def __init__(self, *, applied: bool) -> None:
        super().__init__("the line was cut")
        self.applied = applied


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next `times` calls of `method` ("*": of any).

    Either an answer with `code` (429 with `retry_after`), or the line is cut; `applied` says
    whether the call counts all the same; `seconds` (real ones) is how long the answer takes.
    """

    method: str
    times: int = 1
    code: int | None = None
    description: str | None = None
    retry_after: int | None = None
    cut: bool = False
    applied: bool = False
    seconds: float = 0.0

    def strike(self) -> None:
        """Raises what this fault answers; a fault that is only slow raises nothing."""
        if self.cut:
            raise LineCut(applied=self.applied)
        if self.retry_after:
            raise too_many(self.retry_after)
        if self.code:
            raise ApiError(self.code, self.description or f"Error {self.code}")


@dataclass(slots=True)
class Faults:
    """The appointments, in the order they were made."""

    waiting: deque[Fault] = field(default_factory=deque)

    def add(self, fault: Fault) -> None:
        self.waiting.append(fault)

    def clear(self) -> None:
        self.waiting.clear()

    def take(self, method: str) -> Fault | None:
        """The fault for this call, counted down."""
        for fault in self.waiting:
            if fault.method in {method, EVERY_METHOD}:
                fault.times -= 1
                if fault.times <= 0:
                    self.waiting.remove(fault)
                return fault
        return None
