"""Words: an answer to the form asked last if they fit it, else news of a run or a morning."""

from __future__ import annotations

from typing import Any

from bot.outcome import Outcome, Said
from bot.services import onboarding
from bot.services.desk import Answer, Desk
from bot.storage import athletes
from bot.storage.athletes import State

TOPIC = "words"


async def hear(desk: Desk, text: str, replied_to: int) -> Answer[Any]:
    """TEMPORARY until the grammars are here."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return Answer(Outcome(TOPIC, Said.STRANGER, "stranger"))
    if account.state is State.ONBOARDING:
        return await onboarding.words(desk, text)
    return Answer(Outcome(TOPIC, Said.NOTHING, "unknown-words"))


async def locate(desk: Desk, latitude: float, longitude: float) -> Answer[Any]:
    """A shared location answers the place that is being asked for."""
    return await onboarding.location(desk, latitude, longitude)


async def cancel(desk: Desk) -> Answer[Any]:
    """Close what is open."""
    return Answer(Outcome(TOPIC, Said.NOTHING, "nothing-open"))


async def membership(desk: Desk, is_member: bool) -> Answer[Any]:
    """Blocked or unblocked."""
    return Answer(Outcome(TOPIC, Said.NOTHING))
