"""Who always sleeps little: a smaller plan, once, instead of a tired colour every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.services.desk import Desk
from bot.services.standing import standing
from bot.storage import athletes, plans
from bot.storage.dossier import Dossier
from core.readiness import sleep_usual_short
from core.setback import short_sleeper

NOT_AGAIN = timedelta(weeks=26)
"""So long the same short nights make no second plan smaller: plans are laid anew often (ours)."""


async def spare(desk: Desk, dossier: Dossier) -> Dossier:
    """Four smaller weeks for a usual night that is too short, told on that morning's card."""
    athlete, row = dossier.account.profile, dossier.plan
    if athlete is None or row is None:
        return dossier
    told = athlete.sleeper_told
    if told is not None and dossier.today - told < NOT_AGAIN:
        return dossier
    usual = sleep_usual_short(dossier.checkins, dossier.today)
    if usual is None:
        return dossier
    pace_of = standing(dossier, desk.content).pace_of
    change = short_sleeper(row.plan, dossier.today, usual, pace_of)
    if change is None:
        return dossier
    row = await plans.lay_change(desk.unit, row, change, now=desk.now)
    profile = replace(athlete, sleeper_told=dossier.today)
    account = await athletes.save(desk.unit, replace(dossier.account, profile=profile))
    return replace(dossier, plan=row, account=account)
