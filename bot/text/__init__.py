"""Words out: a Text for an athlete's language and units; every fact is escaped here."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number
from fluent.syntax.ast import Junk

from bot.text import numbers
from bot.text.locales import Bundle
from bot.text.numbers import Tongue
from core.units import Distance, Duration, HeartRate, Pace

__all__ = ["Fact", "Html", "Text", "Texts", "Tongue", "WordsMissing", "plain"]

LOCALES = ("en",)


class WordsMissing(LookupError):
    """A message, or a fact that it needs, is missing: a red test, never shown to an athlete."""


@dataclass(frozen=True, slots=True)
class Html:
    """Text that already is Telegram HTML and is put in as it stands."""

    text: str


Fact = str | int | float | date | Distance | Duration | Pace | HeartRate | Html


class Text:
    """Says messages by id in one language, with numbers and units as the athlete reads them."""

    def __init__(self, tongue: Tongue, bundle: FluentBundle, content: Mapping[str, str]) -> None:
        self.tongue = tongue
        self._bundle = bundle
        self._content = content

    def __call__(self, message: str, /, **facts: Fact) -> str:
        """The message with its facts; WordsMissing if either is not there."""
        if not self._bundle.has_message(message):
            raise WordsMissing(f"no words for {message!r} in {self.tongue.locale!r}")
        pattern = self._bundle.get_message(message).value
        if pattern is None:
            raise WordsMissing(f"{message!r} has no text of its own in {self.tongue.locale!r}")
        written = {name: _ungrouped(self.write(fact)) for name, fact in facts.items()}
        said, errors = self._bundle.format_pattern(pattern, written)
        if errors:
            raise WordsMissing(f"{message!r}: {errors[0]}")
        return str(said)

    def told(self, message: str, facts: Mapping[str, str | int | float | bool | None]) -> str:
        """A message with stored facts; a name's ending is its unit: _m, _s, _pace, _on, _minute."""
        return self(message, **dict(self._read(name, fact) for name, fact in facts.items()))

    def _read(self, name: str, fact: str | int | float | bool | None) -> tuple[str, Fact]:
        stem, _, unit = name.rpartition("_")
        match unit:
            case "m":
                return stem, Distance(float(fact or 0))
            case "s":
                return stem, numbers.told_time(Duration(float(fact or 0)))
            case "pace":
                return stem, Pace(float(fact or 0))
            case "on":
                return stem, self.full_day(date.fromisoformat(str(fact)))
            case "minute":
                return stem, self.clock(int(fact or 0))
            case _:
                return name, "" if fact is None else fact

    def has(self, message: str) -> bool:
        return bool(self._bundle.has_message(message))

    def write(self, fact: Fact) -> str | int | float:
        """One fact as it stands in a sentence: escaped text, or a number for plural rules."""
        match fact:
            case Html():
                return fact.text
            case str():
                return html.escape(fact, quote=False)
            case int() | float():
                return fact
            case Distance():
                return numbers.distance(fact, self.tongue)
            case Duration():
                return numbers.minutes(fact)
            case Pace():
                return numbers.pace(fact, self.tongue)
            case HeartRate():
                return str(fact.bpm)
            case date():
                return self.day(fact)

    def day(self, day: date) -> str:
        """A date as "Thu 26 Nov"."""
        return self(
            "date-short",
            weekday=self(f"weekday-short-{day.weekday()}"),
            day=str(day.day),
            month=self(f"month-short-{day.month}"),
        )

    def full_day(self, day: date) -> str:
        """A date as "Thu 26 Nov 2026"."""
        return self("date-full", day=self.day(day), year=str(day.year))

    def weekday(self, weekday: int, *, short: bool = False) -> str:
        return self(f"weekday-short-{weekday}" if short else f"weekday-{weekday}")

    def weekdays(self, days: tuple[int, ...]) -> str:
        return self.listed([self.weekday(day, short=True) for day in sorted(days)])

    def listed(self, items: list[str]) -> str:
        """ "a", "a and b", "a, b and c"; the items are ready HTML."""
        if len(items) < 2:
            return "".join(items)
        head, last = ", ".join(items[:-1]), items[-1]
        return self("list-and", head=Html(head), last=Html(last))

    def clock(self, minute: int) -> str:
        """A time of day in the athlete's 24 or 12 hours."""
        return numbers.clock(minute, self.tongue)

    def degrees(self, celsius: float, decimals: int = 0) -> str:
        """A temperature in the athlete's degrees."""
        return numbers.degrees(celsius, self.tongue, decimals)

    def race_time(self, time: Duration) -> str:
        return numbers.race_time(time)

    def content(self, key: str) -> str:
        """Words that content carries itself, by key such as "workout/long-run/name"; escaped."""
        try:
            return html.escape(self._content[key], quote=False)
        except KeyError:
            raise WordsMissing(f"content has no words {key!r} in {self.tongue.locale!r}") from None

    def has_content(self, key: str) -> bool:
        return key in self._content


def _ungrouped(written: str | int | float) -> object:
    """Numbers without thousands separators: 1992 is a year more often than an amount."""
    return written if isinstance(written, str) else fluent_number(written, useGrouping=False)


class Texts:
    """Gives a Text for a tongue; holds the words that content brought along, by locale."""

    def __init__(self, content: Mapping[str, Mapping[str, str]]) -> None:
        self._content = content

    def of(self, tongue: Tongue) -> Text:
        """The Text for a tongue; English where its language has no words here."""
        locale = tongue.locale if tongue.locale in LOCALES else LOCALES[0]
        return Text(tongue, bundle(locale), self._content.get(locale, {}))


def plain(said: str) -> str:
    """Telegram HTML as plain text, for pictures and terminals."""
    return html.unescape(re.sub(r"<[^>]+>", "", said))


@cache
def bundle(locale: str) -> FluentBundle:
    """Every message of a locale; ValueError names the file where one does not parse."""
    made = Bundle(locale)
    folder = resources.files("bot.text").joinpath(locale)
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ftl"):
            resource = FluentResource(file.read_text(encoding="utf-8"))
            for entry in resource.body:
                if isinstance(entry, Junk):
                    line = (entry.content or "").strip().partition("\n")[0]
                    raise ValueError(f"{locale}/{file.name}: {line}")
            made.add_resource(resource)
    return made
