"""How much was run or is meant, as the athlete counts it."""

from __future__ import annotations

from bot.messages.session import by_minutes
from bot.messages.steps import Runner
from bot.text import Text, numbers
from core.units import Distance, Duration


def amount_of(time: Duration, distance: Distance, runner: Runner, text: Text) -> str:
    """How far, or how long for who trains by minutes."""
    if by_minutes(runner):
        minutes = round(time.minutes)
        return numbers.minutes(Duration.of_minutes(minutes))
    return numbers.road(Distance(round(distance.metres / 500) * 500), text.tongue)
