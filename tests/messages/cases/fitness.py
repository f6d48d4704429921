"""A result told in words: asked about, and taken."""

from __future__ import annotations

from datetime import date

from bot.messages import fitness
from core.athlete import Result
from core.units import Distance, Duration
from tests.messages.recording import Cases

FIVE = Result(Distance(5000), Duration(1470), date(2026, 11, 21))
EIGHT = Result(Distance(8000), Duration(2500), date(2026, 11, 21))

CASES: Cases = {
    "asked": lambda text: fitness.asked(FIVE, 40.2, text),
    "asked-odd-distance": lambda text: fitness.asked(EIGHT, 38.7, text),
    "taken": lambda text: fitness.taken(FIVE, 40.2, text),
}
