"""Core values to JSON and back: each noun has a format number and a reader for every older one."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bot.storage.errors import FormatError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")
SMALL = 8192
"""Characters of a text that many can be kept of; what is longer is a plan."""
Stored = Any
"""What a JSON column takes and gives: dicts, lists, text, numbers."""
Reader = Callable[[Stored], Stored]
"""Lifts stored JSON from one format to the next; never thrown away, rows are promises."""


@dataclass(frozen=True, slots=True, eq=False)
class Noun(Generic[T]):
    """How one kind of core value is stored; `readers[n]` lifts format n to n + 1."""

    name: str
    kind: type[T]
    format: int = 1
    readers: Mapping[int, Reader] = field(default_factory=dict)

    def write(self, value: T) -> Stored:
        return _adapter(self.kind).dump_python(value, mode="json")

    def read(self, stored: Stored, format_: int) -> T:
        """The value; FormatError where a newer release wrote it, or where it is damaged."""
        if format_ > self.format:
            raise FormatError(
                f"A stored {self.name} has format {format_}, made by a newer Nextgear"
                f" (this one knows {self.format})."
            )
        return decode(self.kind, self._lifted(stored, format_), self.name)

    def read_text(self, text: str, format_: int) -> T:
        """`read` from JSON text, kept for the next time: the same text is always the same value."""
        keep = _large if len(text) > SMALL else _small
        value: T = keep(self, text, format_)
        return value

    def _parse(self, text: str, format_: int) -> T:
        if format_ != self.format:
            return self.read(json.loads(text), format_)
        adapter: TypeAdapter[T] = _adapter(self.kind)
        with _damage(self.name):
            return adapter.validate_json(text)

    def _lifted(self, stored: Stored, format_: int) -> Stored:
        for step in range(format_, self.format):
            if step not in self.readers:
                raise FormatError(
                    f"A stored {self.name} has format {format_}, which has no reader."
                )
            stored = self.readers[step](stored)
        return stored


def encode(value: object) -> Stored:
    """Any frozen dataclass as JSON; every field is written, so that no new default rewrites it."""
    return _adapter(type(value)).dump_python(value, mode="json")


def decode(kind: type[T], stored: Stored, name: str = "value") -> T:
    """The value that `encode` wrote; FormatError without the content, which is private."""
    adapter: TypeAdapter[T] = _adapter(kind)
    with _damage(name):
        return adapter.validate_python(stored)


@contextmanager
def _damage(name: str) -> Iterator[None]:
    from pydantic import ValidationError  # noqa: PLC0415 - loaded with the first row, not at start

    try:
        yield
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise FormatError(f"A stored {name} cannot be read: {where or 'it'} is damaged.") from None


# Values are frozen, so that two readers can share one. A year's plan takes half a megabyte and two
# milliseconds to read, and somebody who taps once taps again.
@lru_cache(maxsize=2048)
def _small(noun: Noun[Any], text: str, format_: int) -> Any:
    return noun._parse(text, format_)  # noqa: SLF001 - the same module


@lru_cache(maxsize=24)
def _large(noun: Noun[Any], text: str, format_: int) -> Any:
    return noun._parse(text, format_)  # noqa: SLF001 - the same module


def drop_kept() -> None:
    """Keep nothing of what was read: somebody wants to be forgotten."""
    _small.cache_clear()
    _large.cache_clear()


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        from pydantic import TypeAdapter  # noqa: PLC0415 - loaded with the first row, not at start

        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}
