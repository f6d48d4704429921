"""Sessions that repeat: at noon of the day before, set from what was written, or asked for once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.schedule import local_day, moment
from bot.services import attendance, squad_weather
from bot.services.reminder import key_of
from bot.services.squad_day import STANDING
from bot.storage import athletes, cards, deliveries, dues, members, squad_sessions, squads
from bot.storage.deliveries import Intent
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.owner import Owner
from bot.storage.squad_sessions import SessionRow, Taken
from bot.storage.squads import SquadRow
from bot.understand.shorthand import Missed, read_shorthand
from core.content import Content
from core.library import Library
from core.squad import GroupSession
from core.squad.setting import from_library, twin_of, workout_of
from core.workout import Workout

CARD_POST = "squad-card"
"""The delivery that becomes a session's card."""
ASK = "squad-ask-coach"
"""The one proposal to a coach, in private."""
NOON, EVENING = 12 * 60, 18 * 60
DAY = timedelta(days=1)


def group_session(
    on: date, minute: int, place: str, *, text: str = "", recipe: str = "", library: Library
) -> GroupSession:
    """A session of shorthand, of the library, or of place and hour only, with its twin by time."""
    workout: Workout | None = None
    if recipe and recipe in library:
        workout = from_library(library[recipe])
    elif text:
        read = read_shorthand(text)
        workout = None if isinstance(read, Missed) else workout_of(read.blocks)
    return GroupSession(
        on=on,
        minute=minute,
        place=place,
        workout=workout,
        shorthand=text,
        recipe=recipe,
        twin=twin_of(workout) if workout else None,
    )


async def owe(unit: Unit, row: SquadRow, now: datetime) -> None:
    """Owe the next noon before a standing session; none without one."""
    await dues.put(unit, row.owner, STANDING, next_noon(row, now))


def next_noon(row: SquadRow, after: datetime) -> datetime | None:
    """The next noon, where the squad trains, of a day before a standing session."""
    zone = row.squad.zone or "UTC"
    today = local_day(after, zone)
    weekdays = {standing.weekday for standing in row.squad.standing}
    for ahead in range(9):
        day = today + timedelta(days=ahead)
        at = moment(day, NOON, zone)
        if (day + DAY).weekday() in weekdays and at is not None and at > after:
            return at
    return None


async def due(unit: Unit, owed: Due, now: datetime, content: Content) -> Sequence[Intent]:
    """The next day's standing session: set as written, asked for at noon, bare in the evening.

    `owed` may be late where the coach was away: its day still counts, as long as it is to come.
    """
    row = await squads.get(unit, owed.owner.id)
    if row is None or not row.active:
        return ()
    zone = row.squad.zone or "UTC"
    today, on = local_day(now, zone), local_day(owed.at, zone) + DAY
    standing = next((s for s in row.squad.standing if s.weekday == on.weekday()), None)
    await owe(unit, row, now)
    if standing is None or await _is_settled(unit, row, on, standing.minute, now):
        await squad_weather.alone(unit, row, now)
        return ()
    evening = moment(today, EVENING, zone)
    asks = not standing.shorthand and evening is not None and now < evening and on > today
    if asks and evening is not None and await _ask(unit, row, on, now):
        await dues.put(unit, row.owner, STANDING, evening)
        return ()
    minute, place = standing.minute, standing.place
    session = group_session(on, minute, place, text=standing.shorthand, library=content.library)
    await _set(unit, row, session, now)
    return ()


async def _is_settled(unit: Unit, row: SquadRow, on: date, minute: int, now: datetime) -> bool:
    """Whether that day has been set or called off by hand, or its hour is over."""
    start = moment(on, minute, row.squad.zone or "UTC")
    known = await squad_sessions.between(unit, row.id, on, on)
    return bool(known) or start is None or start <= now


async def _ask(unit: Unit, row: SquadRow, on: date, now: datetime) -> bool:
    """One private proposal to the coach; False where nobody is known to be one."""
    coach = await coach_of(unit, row, on)
    account = await athletes.get(unit, coach) if coach is not None else None
    if account is None:
        return False
    ids: dict[str, int | str] = {"squad": row.id, "on": on.isoformat()}
    intent = Intent(ASK, account.chat_id, on, subject=str(row.id), ids=ids, priority=1)
    owner = Owner.athlete(account.id)
    await deliveries.promise(unit, owner, [intent], now, now + timedelta(hours=6))
    return True


async def coach_of(unit: Unit, row: SquadRow, on: date) -> int | None:
    """Whom to ask: who set the last session, else a named coach; None: nobody is known."""
    past = await squad_sessions.between(unit, row.id, on - timedelta(days=60), on)
    setters = [each.made_by for each in past if each.made_by is not None]
    named = await members.coaches(unit, row.id)
    if setters:
        return setters[-1]
    return named[0].id if named else None


async def _set(unit: Unit, row: SquadRow, session: GroupSession, now: datetime) -> None:
    """Set it and promise its card."""
    try:
        made = await squad_sessions.create(unit, row.id, session, made_by=None, now=now)
    except Taken:
        return
    await attendance.follow(unit, row, made, now)
    await _post(unit, row, made, now)


async def _post(unit: Unit, row: SquadRow, made: SessionRow, now: datetime) -> None:
    """Promise the card, which its coach has asked for once and for all; it carries the mornings.

    So it is owed whatever else was posted that day; nobody could say *In* without it.
    """
    today = local_day(now, row.squad.zone or "UTC")
    told = row.squad.told
    if told is None or told.on != today:
        row = await squad_weather.tell(unit, row, today, session=made.id)
    ids: dict[str, int | str] = {"card": str(made.id), "thread": row.thread_id or 0}
    intent = Intent(CARD_POST, row.chat_id, made.session.on, subject=str(made.id), ids=ids)
    await deliveries.promise(unit, row.owner, [intent], now, now + timedelta(hours=6))
    await cards.touch(unit, key_of(row, made.id))
