"""What words answer to an open question of onboarding."""

from __future__ import annotations

from datetime import date

from bot.forms import Draft
from bot.services.onboarding.form import Sorry, Updates
from core.units import Units


def read_words(key: str, text: str, draft: Draft, today: date, units: Units) -> Updates | Sorry:
    """TEMPORARY until the grammars are here."""
    if key == "place":
        return {"place": {"name": text, "zone": "Europe/Lisbon"}}
    return Sorry("sorry-choose")


def read_location(latitude: float, longitude: float) -> Updates | Sorry:
    return {"place": {"name": "here", "zone": "Europe/Lisbon"}}
