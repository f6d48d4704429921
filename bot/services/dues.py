"""What the coach says unasked: decided when it is due, inside the tick's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.schedule import DueKind
from bot.services import plateau, raceday, sleeper, squad_plan
from bot.services.activity import awaits_race
from bot.services.checkin import close_yesterday
from bot.services.decision import open_gates_of, settle
from bot.services.desk import Desk
from bot.services.plan import is_due, rebuild
from bot.services.review import sunday
from bot.services.routine import before_run, owe
from bot.services.setback import look_back
from bot.services.standing import gentle_gates
from bot.services.weather import look_up
from bot.storage import athletes, dues
from bot.storage.athletes import Account, State
from bot.storage.deliveries import Intent
from bot.storage.dossier import Dossier, of
from bot.storage.dues import Due
from bot.storage.engine import Unit
from core.content import Content

GENTLE = "gentle"
OFFER_PAUSE_AT = 7
"""Silent mornings after which a pause is offered, once (coaching.md 10)."""


async def morning(unit: Unit, due: Due, now: datetime, content: Content) -> Sequence[Intent]:
    """The day's card: yesterday closed, the plan laid anew on Mondays, the day decided."""
    found = await _active(unit, due, now)
    if found is None:
        return ()
    desk = _desk(unit, content, now, found.account)
    dossier = await _count_silence(desk, await close_yesterday(desk, found))
    before = tuple(row.gate for row in dossier.gates)
    asked = gentle_gates(dossier)
    if asked != before:
        dossier = await open_gates_of(desk, dossier, asked, "seen")
    if is_due(dossier, content):
        dossier = await rebuild(desk, dossier, dossier.today)
    dossier = await squad_plan.settle_all(desk, dossier)
    dossier = await look_up(desk, dossier)
    planned, dossier = dossier.plan, await look_back(desk, dossier)
    dossier = await sleeper.spare(desk, dossier)
    if dossier.checkin is None or dossier.plan is not planned:
        dossier = await settle(desk, dossier)
    await owe(desk, dossier)
    dossier = await raceday.morning(desk, dossier)
    intents = [Intent(DueKind.MORNING, dossier.account.chat_id, dossier.today)]
    intents += [
        Intent(GENTLE, dossier.account.chat_id, dossier.today, subject=str(gate.sign), priority=1)
        for gate in asked
        if gate not in before
    ]
    if dossier.account.silent_mornings == OFFER_PAUSE_AT:
        intents.append(Intent("pause-offer", dossier.account.chat_id, dossier.today, priority=1))
    return intents


async def evening(unit: Unit, due: Due, now: datetime, _content: Content) -> Sequence[Intent]:
    """How did it go? Only after a session that nobody has told of yet."""
    dossier = await _active(unit, due, now)
    if dossier is None or dossier.planned(dossier.today) is None:
        return ()
    if dossier.account.profile is not None and dossier.account.profile.paused_on(dossier.today):
        return ()
    told = any(a.activity.on == dossier.today for a in dossier.activities)
    if told and not awaits_race(dossier, dossier.today, now):
        return ()
    return [Intent(DueKind.EVENING, dossier.account.chat_id, dossier.today)]


async def review(unit: Unit, due: Due, now: datetime, _content: Content) -> Sequence[Intent]:
    """The week looked back on; where Sunday's run is asked about, after the answer."""
    dossier = await _active(unit, due, now)
    if dossier is None or not sunday.wanted(dossier):
        return ()
    today = dossier.today
    at = sunday.comes_at(max(due.at, now), dossier)
    return [Intent(DueKind.REVIEW, dossier.account.chat_id, today, due_at=at)]


async def routine(unit: Unit, due: Due, now: datetime, content: Content) -> Sequence[Intent]:
    """Half an hour before the usual running hour, if the day still holds a hard run."""
    dossier = await _active(unit, due, now)
    if dossier is None or before_run(dossier, content) is None:
        return ()
    return [Intent(DueKind.ROUTINE, dossier.account.chat_id, dossier.today)]


async def race_eve(unit: Unit, due: Due, now: datetime, content: Content) -> Sequence[Intent]:
    """The evening before a race: its plan, once."""
    found = await _active(unit, due, now)
    if found is None:
        return ()
    dossier = await raceday.eve(_desk(unit, content, now, found.account), found)
    if dossier is None:
        return ()
    return [Intent(DueKind.RACE_EVE, dossier.account.chat_id, dossier.today, priority=1)]


async def recheck(unit: Unit, due: Due, now: datetime, content: Content) -> Sequence[Intent]:
    """The day on which one change of /plateau is looked back on, if it was not undone."""
    found = await _active(unit, due, now)
    if found is None:
        return ()
    row = await plateau.recheck_due(_desk(unit, content, now, found.account), found)
    if row is None:
        return ()
    chat, today = found.account.chat_id, found.today
    return [Intent(DueKind.RECHECK, chat, today, subject=f"{row.id}", priority=1)]


async def start(desk: Desk, account: Account) -> None:
    """Owe everything that repeats, from the end of onboarding on."""
    await dues.plan_ahead(desk.unit, account.id, account.hours, desk.now)


async def _count_silence(desk: Desk, dossier: Dossier) -> Dossier:
    """One more morning without an answer, if yesterday's card had none."""
    yesterday = dossier.today - timedelta(days=1)
    if yesterday not in dossier.shown and not dossier.decisions:
        return dossier
    athlete = dossier.account.profile
    if athlete is not None and yesterday <= athlete.started:
        return dossier  # onboarding's day had no morning, whatever /today showed
    answered = any(c.on == yesterday for c in dossier.checkins)
    logged = any(a.logged_at > desk.now - timedelta(hours=30) for a in dossier.activities)
    if answered or logged or not any(d.decision.on == yesterday for d in dossier.decisions):
        return dossier
    silent = await athletes.count_silent_morning(desk.unit, dossier.account.id)
    return replace(dossier, account=replace(dossier.account, silent_mornings=silent))


async def _active(unit: Unit, due: Due, now: datetime) -> Dossier | None:
    account = await athletes.get(unit, due.owner.id)
    if account is None or account.state is not State.ACTIVE:
        return None
    return await of(unit, account, now)


def _desk(unit: Unit, content: Content, now: datetime, account: Account) -> Desk:
    return Desk(unit, content, now, account.user_id, account.chat_id, account.name)
