"""What a race would bring on today's fitness, for whoever may train by pace."""

from __future__ import annotations

from bot.services.desk import Desk
from bot.services.standing import Standing, standing
from bot.storage.dossier import Dossier
from core.athlete import Race
from core.fitness import Outlook, outlook, weekly

LEAST_WEEK = 5.0
"""Kilometres: weeks off say nothing about the weeks before a race; the told week does (ours)."""


def outlook_of(desk: Desk, dossier: Dossier, race: Race | None) -> Outlook | None:
    """The outlook on one race; None where nothing honest can be said."""
    if race is None or dossier.account.profile is None:
        return None
    return outlook_for(dossier, standing(dossier, desk.content), race)


def outlook_for(dossier: Dossier, stands: Standing, race: Race) -> Outlook | None:
    """The same where the standing is known already."""
    if not stands.allowance.pace:
        return None
    athlete = stands.athlete
    week = weekly(dossier.log, dossier.today, athlete.usual)
    return outlook(
        race,
        stands.fitness,
        results=athlete.results,
        week=week if week.km >= LEAST_WEEK else athlete.usual.distance,
        today=dossier.today,
    )
