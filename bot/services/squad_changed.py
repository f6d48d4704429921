"""A squad's session that stands: looked at by its coaches, moved, called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import moment
from bot.services import attendance, squad_plan
from bot.services.desk import Answer, Desk
from bot.services.reminder import key_of, starts_at, wants_word
from bot.services.squad_draft import TOPIC, Setting, may, today_of, told
from bot.storage import attendance as answers
from bot.storage import cards, deliveries, members, squad_sessions, squads
from bot.storage.deliveries import Intent
from bot.storage.errors import Stale
from bot.storage.owner import Owner
from bot.storage.squad_sessions import SessionRow, Taken
from bot.storage.squads import SquadRow
from core.squad import Answer as Coming
from core.squad import SessionState

NEWS = "squad-news"
"""The delivery that tells of a session that moved or was called off."""
NEWS_FOR = timedelta(hours=6)
AHEAD = 60
"""Days ahead that a session may be set for."""


async def ahead(desk: Desk, squad_id: int) -> tuple[SessionRow, ...]:
    """The squad's sessions that stand and have not begun."""
    row = await squads.get(desk.unit, squad_id)
    if row is None:
        return ()
    today = today_of(row, desk)
    rows = await squad_sessions.between(desk.unit, squad_id, today, today + timedelta(days=AHEAD))
    return tuple(each for each in rows if not each.session.cancelled and _to_come(row, each, desk))


def _to_come(row: SquadRow, each: SessionRow, desk: Desk) -> bool:
    start = starts_at(row, each.session)
    return start is not None and start > desk.now


async def days_for(desk: Desk, squad_id: int) -> tuple[date, ...]:
    """The next training days of the squad without a session, else the next days."""
    row = await squads.get(desk.unit, squad_id)
    if row is None:
        return ()
    today = today_of(row, desk)
    rows = await squad_sessions.between(desk.unit, squad_id, today, today + timedelta(days=AHEAD))
    taken = {each.session.on for each in rows if not each.session.cancelled}
    days = [day for n in range(15) if (day := today + timedelta(days=n)) not in taken]
    usual = [day for day in days if row.squad.minute_on(day.weekday()) is not None]
    return tuple((usual or days)[:5])


async def look(desk: Desk, session_id: int, admin: bool) -> Answer[Setting]:
    """A session for who may change it, with the days it may move to."""
    found = await _session(desk, session_id, None, admin=admin)
    if isinstance(found, Answer):
        return found
    row, session = found
    return told(Said.ASK, "change", row, await view_of(desk, row, session), {"session": session_id})


async def move(
    desk: Desk,
    session_id: int,
    version: int,
    on: date,
    minute: int,
    *,
    place: str = "",
    admin: bool,
) -> Answer[Setting]:
    """Another day, hour or place ("": as it is); who looked at an older state hears that somebody
    was quicker.
    """
    found = await _session(desk, session_id, version, admin=admin)
    if isinstance(found, Answer):
        return found
    row, session = found
    start = moment(on, minute, row.squad.zone or "UTC") if 0 <= minute < 1440 else None
    if start is None or start <= desk.now or on > today_of(row, desk) + timedelta(days=AHEAD):
        return told(Said.REFUSED, "past", row, await view_of(desk, row, session))
    where = place or session.session.place
    moved = replace(session.session, on=on, minute=minute, place=where, state=SessionState.MOVED)
    return await _store(desk, row, replace(session, session=moved), "moved")


async def consider(desk: Desk, session_id: int, version: int, *, admin: bool) -> Answer[Setting]:
    """Call it off? It is asked once, with what it is."""
    found = await _session(desk, session_id, version, admin=admin)
    if isinstance(found, Answer):
        return found
    row, session = found
    return told(Said.ASK, "cancel-sure", row, Setting(row, row=session), {"session": session_id})


async def cancel(desk: Desk, session_id: int, version: int, *, admin: bool) -> Answer[Setting]:
    """It is called off; what it held in members' plans goes back."""
    found = await _session(desk, session_id, version, admin=admin)
    if isinstance(found, Answer):
        return found
    row, session = found
    off = replace(session.session, state=SessionState.CANCELLED)
    return await _store(desk, row, replace(session, session=off), "cancelled")


async def _store(desk: Desk, row: SquadRow, changed: SessionRow, code: str) -> Answer[Setting]:
    try:
        saved = await squad_sessions.save(desk.unit, changed)
    except Taken:
        there = await squad_sessions.get(desk.unit, changed.id)
        view = await view_of(desk, row, there) if there else None
        return told(Said.REFUSED, "taken", row, view)
    except Stale:
        return told(Said.STALE, "changed-meanwhile", row)
    await cards.touch(desk.unit, key_of(row, saved.id))
    await squad_plan.owe_all(desk, saved)
    await _tell(desk, row, saved)
    await attendance.follow(desk.unit, row, saved, desk.now)
    facts: dict[str, Scalar] = {"session": saved.id}
    return told(Said.DONE, code, row, await view_of(desk, row, saved), facts)


async def _tell(desk: Desk, row: SquadRow, saved: SessionRow) -> None:
    """Who said in or maybe hears of it in private: an edited card is easily overlooked."""
    coming = {
        one.athlete_id
        for one in await answers.of_session(desk.unit, saved.id)
        if one.answer in {Coming.IN, Coming.MAYBE}
    }
    for member in await members.of_squad(desk.unit, row.id) if coming else ():
        account = member.account
        if member.id not in coming or account.user_id == desk.user_id or not wants_word(account):
            continue
        subject, ids = f"{saved.id}.{saved.version}", {"session": saved.id}
        intent = Intent(NEWS, account.chat_id, saved.session.on, subject=subject, ids=ids)
        until = desk.now + NEWS_FOR
        await deliveries.promise(desk.unit, Owner.athlete(account.id), [intent], desk.now, until)


async def view_of(desk: Desk, row: SquadRow, session: SessionRow) -> Setting:
    """A session and the days of a week that it may move to."""
    today = today_of(row, desk)
    first = max(today, session.session.on - timedelta(days=3))
    days = [first + timedelta(days=n) for n in range(8)]
    others = await squad_sessions.between(desk.unit, row.id, days[0], days[-1])
    taken = {each.session.on for each in others if not each.session.cancelled}
    free = tuple(day for day in days if day not in taken)
    return Setting(row, workout=session.session.workout, row=session, days=free)


async def _session(
    desk: Desk, session_id: int, version: int | None, *, admin: bool
) -> tuple[SquadRow, SessionRow] | Answer[Setting]:
    """A session to be changed by who may, as the button saw it; or why it is not."""
    session = await squad_sessions.get(desk.unit, session_id)
    if session is None:
        return Answer(Outcome(TOPIC, Said.STALE, "session-gone"))
    row = await may(desk, session.squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if session.session.cancelled:
        return told(Said.STALE, "is-cancelled", row)
    if version is not None and session.version != version:
        view = await view_of(desk, row, session)
        return told(Said.STALE, "changed-meanwhile", row, view, {"session": session_id})
    return row, session
