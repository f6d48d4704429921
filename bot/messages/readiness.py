"""/readiness: one sentence, and six weeks of mornings as a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.charts.readiness import ReadinessChart, ReadinessWords, readiness_picture
from bot.charts.trend import Panel
from bot.messages.reasons import spoken
from bot.reply import Picture, Reply
from bot.text import Html, Text, numbers, plain
from core.checkin import CheckIn, Told
from core.readiness import Baseline, Colour, Readiness
from core.readiness.baseline import Field
from core.units import Duration, HeartRate

WHOLE = 100
"""Percent of an answer with nothing missing."""


def sentence(readiness: Readiness, good: int, text: Text) -> Reply:
    """How ready, why, and how many decisions in a row were good."""
    why = Html(spoken(readiness.reasons, text))
    said = [text(f"readiness-{readiness.colour.value}", why=why)]
    said += _number(readiness, text)
    if good > 1:
        said.append(text("readiness-good", count=good))
    return Reply(" ".join(said))


def _number(readiness: Readiness, text: Text) -> list[str]:
    """The score, and on how much of a whole answer it rests; below half of it there is none."""
    if readiness.colour is Colour.UNKNOWN:
        return []
    percent = round(100 * readiness.coverage)
    if readiness.score is None:
        return [text("readiness-no-score", percent=percent)]
    form = "readiness-score" if percent >= WHOLE else "readiness-score-part"
    return [text(form, score=round(readiness.score), percent=percent)]


def nothing(text: Text) -> Reply:
    """No morning was answered yet."""
    return Reply(text("readiness-nothing"))


def picture(
    text: Text,
    mornings: Sequence[CheckIn],
    readiness: Readiness,
    usual: Mapping[Field, Baseline],
    *,
    today: date,
    pulse: bool,
) -> Picture:
    """The answers of six weeks against the own usual ranges; drawing takes a thread."""
    now = next((c for c in mornings if c.on == today), None)
    fields = [Field.LEGS, Field.SLEEP, *([Field.PULSE] if pulse else [])]
    colour = plain(text(f"colour-{readiness.colour.value}"))
    words = ReadinessWords(
        title=plain(text("picture-readiness", colour=colour)),
        subtitle=plain(text("picture-readiness-weeks")),
        panels={field: _panel(field, now, usual.get(field), text) for field in fields},
        colours={each: plain(text(f"colour-{each.value}")) for each in Colour},
        usual=plain(text("picture-usual-range")),
        sign=plain(text("picture-sign")),
    )
    chart = ReadinessChart(tuple(mornings), today, words, lambda day: plain(text.day(day)))
    return Picture(readiness_picture(chart), plain(text("picture-readiness-alt", colour=colour)))


def _panel(field: Field, now: CheckIn | None, usual: Baseline | None, text: Text) -> Panel:
    told = (
        {}
        if now is None
        else {
            Field.LEGS: now.legs,
            Field.SLEEP: now.sleep,
            Field.PULSE: now.pulse,
        }
    )
    own = "" if usual is None else text("panel-usual", value=_usual(field, usual))
    ends = (plain(text("heard-legs-1")), plain(text("heard-legs-5")))
    return Panel(
        name=plain(text(f"panel-{field.value}")),
        now=plain(_now(told.get(field), text)),
        usual=plain(own),
        unit=plain(text("unit-hours")) if field is Field.SLEEP else "",
        ends=ends,
    )


def _now(told: int | Duration | HeartRate | Told | None, text: Text) -> str:
    match told:
        case None | Told.SKIPPED:
            return ""
        case Told():
            return text("panel-as-usual")
        case Duration():
            return numbers.hours(told)
        case HeartRate():
            return str(told.bpm)
        case int():
            return text(f"heard-legs-{told}")


def _usual(field: Field, usual: Baseline) -> str:
    if field is Field.SLEEP:
        return numbers.hours(Duration.of_hours(usual.median))
    return f"{usual.median:.0f}"
