"""Fitness that training or a break has moved: the evidence, the numbers, and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.callbacks import pack
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.fitness import race_time
from core.units import Distance

TOPIC = "renewal"
FIVE_K = Distance(5000)
Facts = Mapping[str, int | float | str | bool | None]
"""What a service tells of it: moved, moved_on, without, with; evidence, or days."""


def told(facts: Facts, text: Text) -> Reply:
    """What moves the fitness, from what to what; and a button that keeps the old paces."""
    said = [_cause(facts, text), text("renewal-moves", **_numbers(facts, text))]
    keep = Button(text("button-keep-paces"), pack(TOPIC, "keep", *_which(facts)))
    return Reply(" ".join(said), ((keep,),))


def kept(facts: Facts, text: Text) -> Reply:
    """Refused: the paces stay; and the way to take the new ones after all."""
    numbers = _numbers(facts, text)
    take = Button(text("button-new-paces"), pack(TOPIC, "take", *_which(facts)))
    return Reply(text("renewal-kept", vdot=numbers["without"]), ((take,),))


def _cause(facts: Facts, text: Text) -> str:
    if facts["moved"] == "break":
        return text("renewal-break", days=int(facts.get("days") or 0))
    up = float(facts["with"] or 0) > float(facts["without"] or 0)
    days = [_day(pair, text) for pair in str(facts["evidence"]).split(",")]
    return text("renewal-up" if up else "renewal-down", days=Html(text.listed(days)))


def _day(pair: str, text: Text) -> str:
    on, _, rpe = pair.partition("=")
    day = text.day(date.fromisoformat(on))
    return text("renewal-day", day=day, rpe=rpe) if rpe else day


def _numbers(facts: Facts, text: Text) -> dict[str, str]:
    without, with_ = float(facts["without"] or 1), float(facts["with"] or 1)
    return {
        "without": f"{without:.1f}",
        "with": f"{with_:.1f}",
        "was": text.race_time(race_time(without, FIVE_K)),
        "now": text.race_time(race_time(with_, FIVE_K)),
    }


def _which(facts: Facts) -> tuple[str, str]:
    return str(facts["moved"]), str(facts["moved_on"])
