"""Reading content field by field: typed and strict, each fault with file, entry, step, reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar, cast

from core.units import Distance, Duration, UnitError, parse_distance, parse_duration

Raw = Mapping[str, object]
E = TypeVar("E", bound=Enum)
T = TypeVar("T")


class ContentError(ValueError):
    """One bad line of content; the text is the one line that stops the start."""

    def __init__(self, reason: str, *, file: str, entry: str = "", step: str = "") -> None:
        self.file, self.entry, self.step, self.reason = file, entry, step, reason
        where = [file]
        if entry:
            where.append(f"entry {entry!r}")
        if step:
            where.append(f"step {step}")
        super().__init__(f"{', '.join(where)}: {reason}")


@dataclass(frozen=True, slots=True)
class Table:
    """One TOML table being read; fields are taken by name, and `done()` refuses those left over."""

    raw: Raw
    file: str
    entry: str = ""
    step: str = ""
    taken: set[str] = field(default_factory=set)

    def fault(self, reason: str) -> ContentError:
        """The error to raise for this table."""
        return ContentError(reason, file=self.file, entry=self.entry, step=self.step)

    def __contains__(self, name: str) -> bool:
        return name in self.raw

    def take(self, name: str, default: object = ...) -> object:
        """The raw value; a missing field without a default is a fault."""
        self.taken.add(name)
        if name in self.raw:
            return self.raw[name]
        if default is ...:
            raise self.fault(f"field {name!r} is missing")
        return default

    def text(self, name: str, default: str | None = None) -> str:
        value = self.take(name, ... if default is None else default)
        if not isinstance(value, str) or (not value.strip() and default is None):
            raise self.fault(f"{name!r} must be text in quotes, not {value!r}")
        return value

    def flag(self, name: str, default: bool | None = None) -> bool:
        value = self.take(name, ... if default is None else default)
        if not isinstance(value, bool):
            raise self.fault(f"{name!r} must be true or false, not {value!r}")
        return value

    def whole(
        self, name: str, default: int | None = None, *, least: int = 0, most: int = 100_000
    ) -> int:
        value = self.take(name, ... if default is None else default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fault(f"{name!r} must be a whole number, not {value!r}")
        return int(self._within(name, value, least, most))

    def number(
        self, name: str, default: float | None = None, *, least: float = 0, most: float = 1e6
    ) -> float:
        value = self.take(name, ... if default is None else default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self.fault(f"{name!r} must be a number, not {value!r}")
        return self._within(name, float(value), least, most)

    def choice(self, name: str, kinds: type[E], default: E | None = None) -> E:
        """One member of an enum, written as its value."""
        if default is not None and name not in self.raw:
            self.taken.add(name)
            return default
        return self._member(name, self.take(name), kinds)

    def choices(
        self, name: str, kinds: type[E], default: tuple[E, ...] | None = None
    ) -> tuple[E, ...]:
        """Members of an enum, each once, in the order written."""
        if default is not None and name not in self.raw:
            self.taken.add(name)
            return default
        found = tuple(
            self._member(name, value, kinds) for value in self._list(name, self.take(name))
        )
        if len(set(found)) < len(found):
            raise self.fault(f"{name!r} names something twice")
        return found

    def texts(self, name: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        return self._each(name, default, str, "texts")

    def wholes(self, name: str, default: tuple[int, ...] | None = None) -> tuple[int, ...]:
        return self._each(name, default, int, "whole numbers")

    def numbers(self, name: str, default: tuple[float, ...] | None = None) -> tuple[float, ...]:
        return self._each(name, default, (int, float), "numbers")

    def distance(self, name: str, default: Distance | None = None) -> Distance:
        if default is not None and name not in self.raw:
            self.taken.add(name)
            return default
        try:
            return parse_distance(self.text(name))
        except UnitError as error:
            raise self.fault(f"{name!r}: {error}") from error

    def duration(self, name: str, default: Duration | None = None) -> Duration:
        if default is not None and name not in self.raw:
            self.taken.add(name)
            return default
        try:
            return parse_duration(self.text(name))
        except UnitError as error:
            raise self.fault(f"{name!r}: {error}") from error

    def table(self, name: str) -> Table:
        """A table inside this one; missing is an empty one."""
        value = self.take(name, {})
        if not isinstance(value, Mapping):
            raise self.fault(f"{name!r} must be a table, not {value!r}")
        return Table(value, self.file, self.entry, self.step)

    def steps(self, name: str) -> Iterator[tuple[str, object]]:
        """The items of a list that must not be empty, each with its place ("2") for faults."""
        values = self._list(name, self.take(name))
        if not values:
            raise self.fault(f"{name!r} must not be empty")
        for place, value in enumerate(values, start=1):
            yield f"{self.step}.{place}" if self.step else str(place), value

    def here(self, step: str) -> Table:
        """A step of this entry that is no table, for its faults."""
        return Table({}, self.file, self.entry, step)

    def at(self, step: str, value: object) -> Table:
        """The table that stands at a step of this entry."""
        if not isinstance(value, Mapping):
            raise self.here(step).fault(f"must be a table, not {value!r}")
        return Table(value, self.file, self.entry, step)

    def done(self) -> None:
        """Refuse fields that nobody took: a typing mistake must not pass in silence."""
        left = sorted(set(self.raw) - self.taken)
        if left:
            known = ", ".join(sorted(self.taken))
            raise self.fault(f"unknown field {left[0]!r}; this table has: {known}")

    def _within(self, name: str, value: float, least: float, most: float) -> float:
        if not least <= value <= most:
            raise self.fault(f"{name!r} must be between {least:g} and {most:g}, not {value:g}")
        return value

    def _each(
        self, name: str, default: tuple[T, ...] | None, kind: type[T] | tuple[type, ...], what: str
    ) -> tuple[T, ...]:
        """A list of one kind; true and false are no numbers, blank is no text."""
        values = self._list(name, self.take(name, ... if default is None else list(default)))
        for value in values:
            blank = isinstance(value, str) and not value.strip()
            if not isinstance(value, kind) or isinstance(value, bool) or blank:
                raise self.fault(f"{name!r} must be a list of {what}; {value!r} is none")
        return cast("tuple[T, ...]", tuple(values))

    def _list(self, name: str, value: object) -> list[object]:
        if not isinstance(value, list):
            raise self.fault(f"{name!r} must be a list, not {value!r}")
        return value

    def _member(self, name: str, value: object, kinds: type[E]) -> E:
        for member in kinds:
            if member.value == value:
                return member
        allowed = ", ".join(str(member.value) for member in kinds)
        raise self.fault(f"{name!r} must be one of {allowed}; {value!r} is none")


def entries(raw: Raw, noun: str, file: str) -> tuple[Table, ...]:
    """The tables of `[[noun]]`, each named by its `key`; keys are unique, the list not empty."""
    found = raw.get(noun)
    if not isinstance(found, list) or not found:
        raise ContentError(f"there is no [[{noun}]] in it", file=file)
    tables = []
    for place, value in enumerate(found, start=1):
        whole = Table(raw, file, f"#{place}").at("", value)
        key = Table(whole.raw, file, f"#{place}").text("key")
        tables.append(Table(whole.raw, file, key, taken={"key", "words"}))
    refuse_twins(tuple(table.entry for table in tables), file)
    return tuple(tables)


def refuse_twins(keys: tuple[str, ...], file: str) -> None:
    """Two entries with one key would hide each other."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            raise ContentError("this key is used twice", file=file, entry=key)
        seen.add(key)
