"""Today's view: looked at, asked for, and shown again."""

from __future__ import annotations

from dataclasses import dataclass

from bot.outcome import Outcome, Said, Scalar
from bot.services.day import day_of
from bot.services.decision import CARD, settle
from bot.services.desk import Answer, Desk
from bot.services.tomorrow import tomorrow_of
from bot.storage.athletes import Account
from bot.storage.cards import Card
from bot.storage.dossier import Dossier
from core.content import Content
from core.day import Day

TOPIC = "today"


@dataclass(frozen=True, slots=True)
class Today:
    """The day's view and whose it is."""

    account: Account
    day: Day
    card: Card | None = None


async def look(desk: Desk) -> Today | None:
    """Today as it stands; None for a stranger or before onboarding is over."""
    dossier = await desk.dossier()
    return None if dossier is None else seen(dossier, desk.content)


async def ask(desk: Desk) -> Answer[Today]:
    """/today: the card of the day, decided now if the morning has not come yet."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if dossier.decision is None and dossier.plan is not None:
        dossier = await settle(desk, dossier)
    return shown(dossier, desk, Said.ASK)


async def look_ahead(desk: Desk) -> Today | None:
    """Tomorrow, as the gates that are open now would have it."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    return Today(dossier.account, tomorrow_of(dossier, desk.content))


def seen(dossier: Dossier, content: Content) -> Today | None:
    """The view of a dossier; None before onboarding is over."""
    if dossier.account.profile is None:
        return None
    return Today(dossier.account, day_of(dossier, content), dossier.card(CARD))


def shown(dossier: Dossier, desk: Desk, said: Said, **facts: Scalar) -> Answer[Today]:
    """The answer to a tap or a wish, with the day as it is now."""
    return Answer(Outcome(TOPIC, said, facts=facts), seen(dossier, desk.content))


__all__ = ["CARD", "TOPIC", "Today", "ask", "look", "look_ahead", "seen", "shown"]
