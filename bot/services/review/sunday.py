"""When the review comes by itself: on Sunday evening, after the answer about Sunday's run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from bot.schedule import Dial, DueKind, expiry, local_minute
from bot.services.desk import Desk
from bot.services.review.gathered import Reviewed, monday_of, month_seen, seen, year_seen
from bot.storage import deliveries
from bot.storage.athletes import State
from bot.storage.dossier import Dossier
from bot.storage.engine import Unit
from bot.storage.owner import Owner
from core.content import Content
from core.review import cycle_closes, month_closes

WAITS = timedelta(hours=1)
"""How long the review waits for the answer to Sunday's question; quiet begins half an hour on."""
BEFORE_EXPIRY = timedelta(minutes=10)
QUIET_FROM = 7
"""Silent mornings from which no review comes unasked: a pause has been offered by then."""
SUNDAY = 6


def wanted(dossier: Dossier) -> bool:
    """Whether the week's end brings a review: coached since yesterday, planned, not long silent."""
    account, profile = dossier.account, dossier.account.profile
    if account.state is not State.ACTIVE or profile is None or profile.started >= dossier.today:
        return False
    return dossier.plan is not None and account.silent_mornings < QUIET_FROM


def is_asked(dossier: Dossier) -> bool:
    """Whether the evening asks about today's run, so that the review waits for the answer."""
    told = any(a.activity.on == dossier.today for a in dossier.activities)
    asks = dossier.account.hours.dial is not Dial.QUIET
    return asks and not told and dossier.planned(dossier.today) is not None


def comes_at(at: datetime, dossier: Dossier) -> datetime:
    """At its hour; an hour later where Sunday's run is asked about first, but never too late."""
    if not is_asked(dossier):
        return at
    return max(at, min(at + WAITS, expiry(at, dossier.account.hours.zone) - BEFORE_EXPIRY))


def takes_the_place(dossier: Dossier, on: date, now: datetime) -> bool:
    """Whether the review follows this evening's answer, so that tomorrow's line is not needed."""
    hours = dossier.account.hours
    if on != dossier.today or on.weekday() != SUNDAY or hours.dial is Dial.QUIET:
        return False
    late = local_minute(now, hours.zone) - hours.evening
    return 0 <= late < WAITS.total_seconds() / 60 and wanted(dossier)


async def hasten(desk: Desk, dossier: Dossier, on: date) -> None:
    """Sunday's run is told: the review that waited for it comes now."""
    if takes_the_place(dossier, on, desk.now):
        owner = Owner.athlete(dossier.account.id)
        await deliveries.hasten(desk.unit, owner, DueKind.REVIEW, on, desk.now)


async def closing(unit: Unit, dossier: Dossier, content: Content, on: date) -> Reviewed | None:
    """The review of the week that ends on `on`, longer where a month or a cycle ends with it."""
    if not wanted(dossier):
        return None
    monday = monday_of(on)
    view = await seen(unit, dossier, content, monday)
    if view.review.short:
        return view
    race = cycle_closes(view.stands.athlete, monday)
    if race is not None:
        return replace(view, cycle=race, year=await year_seen(unit, dossier, view.stands))
    first = month_closes(on)
    if first is not None and first >= view.stands.athlete.started.replace(day=1):
        month = await month_seen(unit, dossier, content, first)
        return replace(view, month=month, year=await year_seen(unit, dossier, view.stands))
    return view
