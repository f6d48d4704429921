"""The digest after a squad's session: counts, confirmed times, and the morning's weather.

It is read from the database when it is sent, and never drawn again: the weather is not live.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.schedule import DueKind, local_day, moment
from bot.services import squad_weather
from bot.services.reminder import owner_of, starts_at
from bot.storage import (
    attendance,
    deliveries,
    dues,
    members,
    squad_results,
    squad_taps,
    squads,
)
from bot.storage.deliveries import Intent
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.squad_results import ResultRow
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from core.content import Content
from core.squad import Answer, GroupSession, Share
from core.squad.weather import SquadWeather

DIGEST = DueKind.SQUAD_DIGEST.value
AFTER = timedelta(minutes=150)
LATEST = 21 * 60 + 45
"""A digest comes no later than this minute, if the session leaves it time."""


@dataclass(frozen=True, slots=True)
class Digest:
    """One session afterwards: counts, and the times that members confirmed and show."""

    squad: SquadRow
    row: SessionRow
    said_in: int
    ran: int
    kudos: int
    results: tuple[ResultRow, ...] = ()
    weather: SquadWeather | None = None


async def owe(unit: Unit, squad: SquadRow, row: SessionRow, now: datetime) -> None:
    """Owe the digest of a session, once it is over."""
    at = digest_at(squad, row.session)
    if at is not None and at > now:
        await dues.put(unit, owner_of(row), DIGEST, at)


def digest_at(squad: SquadRow, session: GroupSession) -> datetime | None:
    """Two and a half hours after the start; late sessions sooner, so that nobody is woken."""
    start = starts_at(squad, session)
    late = moment(session.on, LATEST, squad.squad.zone or "UTC")
    if start is None:
        return None
    at = start + AFTER
    return at if late is None else max(min(at, late), start + AFTER / 2)


async def decide(unit: Unit, due: Due, now: datetime, _content: Content) -> Sequence[Intent]:
    """The one unasked post of the day, where somebody ran; else the mornings alone."""
    tapped = await squad_taps.of(unit, due.owner.id, 0)
    if tapped is None or not tapped.squad.active:
        return ()
    row, at = tapped.row, digest_at(tapped.squad, tapped.row.session)
    if at is not None and at > now:  # it was moved to later
        await dues.put(unit, due.owner, DIGEST, at)
        return ()
    squad = await squads.get(unit, tapped.squad.id)
    if squad is None:
        return ()
    ran = not row.session.cancelled and any(
        one.done for one in await attendance.of_session(unit, row.id)
    )
    if not ran:
        await squad_weather.alone(unit, squad, now)
    elif await _may_post(unit, squad, now):
        await _promise(unit, squad, row, now)
    return ()


async def _may_post(unit: Unit, squad: SquadRow, now: datetime) -> bool:
    """Whether the day's post is to be had; the mornings alone give way to a digest."""
    day = local_day(now, squad.squad.zone or "UTC")
    return await squads.may_post(unit, squad.id, day) or squad_weather.stands_alone(squad, day)


async def _promise(unit: Unit, squad: SquadRow, row: SessionRow, now: datetime) -> None:
    on = row.session.on
    await squad_weather.tell(unit, squad, on)
    ids: dict[str, int | str] = {
        "session": row.id,
        "thread": squad.thread_id or 0,
        "card": squad_weather.key_of(squad, on).subject,
    }
    intent = Intent(DIGEST, squad.chat_id, on, subject=str(row.id), ids=ids)
    await deliveries.promise(unit, squad.owner, [intent], now, now + timedelta(hours=6))


async def seen(unit: Unit, session_id: int) -> Digest | None:
    """The session afterwards; None: it is gone, or nobody did it."""
    tapped = await squad_taps.of(unit, session_id, 0)
    if tapped is None:
        return None
    attended = await attendance.of_session(unit, session_id)
    everybody = await members.of_squad(unit, tapped.squad.id)
    shows = {member.id for member in everybody if member.member.allows(Share.RESULTS)}
    told = await squad_results.of_session(unit, session_id)
    return Digest(
        squad=tapped.squad,
        row=tapped.row,
        said_in=sum(one.answer is Answer.IN for one in attended),
        ran=sum(one.done for one in attended),
        kudos=await attendance.count_kudos(unit, session_id),
        results=tuple(row for row in told if row.confirmed and row.athlete_id in shows),
        weather=tapped.squad.squad.weather_on(tapped.row.session.on),
    )
