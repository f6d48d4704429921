"""The digest after a squad's session: counts, confirmed times, and the morning's weather.

It is read from the database when it is sent, and never drawn again: the weather is not live.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.schedule import DueKind, local_day, moment
from bot.services.reminder import owner_of, starts_at
from bot.storage import (
    attendance,
    deliveries,
    dues,
    members,
    squad_lives,
    squad_results,
    squad_taps,
    squads,
)
from bot.storage.deliveries import Intent
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.members import MemberRow
from bot.storage.squad_results import ResultRow
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from core.activity import Log
from core.content import Content
from core.readiness import assess
from core.squad import Answer, Share
from core.squad.weather import SquadWeather, squad_weather

DIGEST = DueKind.SQUAD_DIGEST.value
AFTER = timedelta(minutes=150)
LATEST = 21 * 60 + 45
"""A digest comes no later than this minute, if the session leaves it time."""
BASELINE = timedelta(days=60)
"""Mornings that today's is held against."""


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
    at = digest_at(squad, row)
    if at is not None and at > now:
        await dues.put(unit, owner_of(row), DIGEST, at)


def digest_at(squad: SquadRow, row: SessionRow) -> datetime | None:
    """Two and a half hours after the start; late sessions sooner, so that nobody is woken."""
    start = starts_at(squad, row.session)
    late = moment(row.session.on, LATEST, squad.squad.zone or "UTC")
    if start is None:
        return None
    at = start + AFTER
    return at if late is None else max(min(at, late), start + AFTER / 2)


async def decide(unit: Unit, due: Due, now: datetime, _content: Content) -> Sequence[Intent]:
    """The one unasked post of the day, where somebody ran and it is still to be had."""
    tapped = await squad_taps.of(unit, due.owner.id, 0)
    if tapped is None or not tapped.squad.active or tapped.row.session.cancelled:
        return ()
    squad, row = tapped.squad, tapped.row
    at = digest_at(squad, row)
    if at is not None and at > now:  # it was moved to later
        await dues.put(unit, due.owner, DIGEST, at)
        return ()
    ran = [one for one in await attendance.of_session(unit, row.id) if one.done]
    if not ran or not await squads.may_post(
        unit, squad.id, local_day(now, squad.squad.zone or "UTC")
    ):
        return ()
    ids: dict[str, int | str] = {"session": row.id, "thread": squad.thread_id or 0}
    intent = Intent(DIGEST, squad.chat_id, row.session.on, subject=str(row.id), ids=ids)
    await deliveries.promise(unit, squad.owner, [intent], now, now + timedelta(hours=6))
    return ()


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
        weather=await weather_of(unit, everybody, tapped.row.session.on),
    )


async def weather_of(
    unit: Unit, everybody: Collection[MemberRow], day: date
) -> SquadWeather | None:
    """How the day's mornings were, of those who let themselves be counted."""
    counted = {row.id for row in everybody if row.member.allows(Share.COUNTED)}
    mornings = await squad_lives.checkins_of(unit, counted, day - BASELINE, day)
    return squad_weather(
        assess(days[-1], days[:-1], Log(), today=day).colour for days in mornings.values()
    )
