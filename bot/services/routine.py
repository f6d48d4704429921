"""Routines: the one before a hard run, and those that are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.outcome import Outcome, Said
from bot.schedule import Dial, DueKind, expiry, local_day, next_due
from bot.services.day import day_of
from bot.services.desk import Answer, Desk
from bot.services.standing import Standing, standing
from bot.storage import athletes, deliveries, drafts, dues
from bot.storage.athletes import Account
from bot.storage.deliveries import Intent
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.owner import Owner
from bot.storage.squad_lives import ROUTINE_DONE
from core.content import Content
from core.day import Day
from core.plan import Phase, Session
from core.routine import Dose, Routine, RoutineKind, choose

TOPIC = "routine"
DELIVERY = "routine"
SHORT_MINUTES = 3
OLDER = 50
KEPT = timedelta(days=120)
"""Days for which it is known that a routine was done."""
NEW_TO_STRENGTH_WEEKS = 4
"""Newcomers lift light for so long (coaching.md 8)."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A routine for one athlete, and the sore spots it spares."""

    account: Account
    day: Day
    routine: Routine | None


def before_run(dossier: Dossier, content: Content) -> Routine | None:
    """What is sent before today's run: ten minutes before a hard one, three before others for who
    sits long, is fifty, or has an open spot; None for the rest (coaching.md 10).
    """
    session = _session(dossier)
    if session is None or session.race is not None:
        return None  # a race card has its warm-up by the clock, and the routine behind a button
    if wants_routine(session):
        return chosen(dossier, content, RoutineKind.PRE_RUN)
    if needs_short_routine(dossier, content):
        return chosen(dossier, content, RoutineKind.PRE_RUN, SHORT_MINUTES)
    return None


def needs_short_routine(dossier: Dossier, content: Content) -> bool:
    """Whether easy and long runs get their three minutes by themselves, too."""
    stands = standing(dossier, content)
    age = stands.athlete.age(dossier.today)
    older = age is not None and age >= OLDER
    return stands.athlete.sits_long or older or bool(stands.allowance.sore)


def wants_routine(session: Session) -> bool:
    """Hard runs and tests get their routine sent (R211)."""
    return session.hard


def chosen(
    dossier: Dossier, content: Content, kind: RoutineKind, minutes: int | None = None
) -> Routine | None:
    """A routine of a kind, without what sore spots forbid, from the kit at hand."""
    stands = standing(dossier, content)
    return choose(
        content.routines,
        kind=kind,
        minutes=minutes,
        spots=stands.allowance.sore,
        kit=stands.athlete.kit,
        dose=_dose(dossier, stands),
    )


def _dose(dossier: Dossier, stands: Standing) -> Dose:
    """Light for four weeks, short near a race (R189)."""
    weeks = (dossier.today - stands.athlete.started).days // 7
    week = dossier.plan.plan.week_of(dossier.today) if dossier.plan else None
    if week is not None and week.phase is Phase.PEAK:
        return Dose.SHORT
    return Dose.LIGHT if weeks < NEW_TO_STRENGTH_WEEKS else Dose.FULL


async def look(desk: Desk, kind: str, minutes: int = 0) -> Chosen | None:
    """The routine that was asked for; None for a stranger or a kind that is not there."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or kind not in set(RoutineKind):
        return None
    routine = chosen(dossier, desk.content, RoutineKind(kind), minutes or None)
    return Chosen(dossier.account, day_of(dossier, desk.content), routine)


async def owe(desk: Desk, dossier: Dossier) -> bool:
    """Owe the routine half an hour before today's usual running hour; whether that is to come."""
    hours = dossier.account.hours
    if hours.running is None or before_run(dossier, desk.content) is None:
        return False
    at = next_due(DueKind.ROUTINE, hours, desk.now)
    if at is None or local_day(at, hours.zone) != dossier.today:
        return False
    await dues.put(desk.unit, Owner.athlete(dossier.account.id), DueKind.ROUTINE, at)
    return True


async def promise(desk: Desk, dossier: Dossier) -> None:
    """Send the routine once a day: at its hour, or under the verdict where none is to come."""
    quiet = dossier.account.hours.dial is Dial.QUIET
    if quiet or before_run(dossier, desk.content) is None or await owe(desk, dossier):
        return
    intent = Intent(DELIVERY, dossier.account.chat_id, dossier.today)
    expires = expiry(desk.now, dossier.account.hours.zone)
    owner = Owner.athlete(dossier.account.id)
    await deliveries.promise(desk.unit, owner, [intent], desk.now, expires)


async def done(desk: Desk) -> Answer[None]:
    """A routine was done today: once a day is counted."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return Answer(Outcome(TOPIC, Said.STRANGER, "stranger"))
    today = local_day(desk.now, account.hours.zone)
    if await drafts.find(desk.unit, account.id, ROUTINE_DONE, today.isoformat()) is not None:
        return Answer(Outcome(TOPIC, Said.ALREADY, "routine-done-already"))
    await drafts.save(
        desk.unit, account.id, SavedDraft(ROUTINE_DONE, today.isoformat(), {}, desk.now)
    )
    await drafts.drop_before(desk.unit, account.id, ROUTINE_DONE, today - KEPT)
    return Answer(Outcome(TOPIC, Said.DONE, "routine-done"))


def _session(dossier: Dossier) -> Session | None:
    return dossier.plan.plan.on(dossier.today) if dossier.plan else None
