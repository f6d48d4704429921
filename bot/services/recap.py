"""The squad's week, told on Monday: counts, gains and races of those who let them be seen.

It is read from the database when it is sent. What a member keeps to themselves is left out before
anything is counted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from bot.schedule import FRESH, local_day, moment
from bot.services import squad_weather
from bot.storage import (
    attendance,
    dues,
    members,
    squad_lives,
    squad_sessions,
    squads,
)
from bot.storage.athletes import State
from bot.storage.deliveries import Intent
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.members import MemberRow
from bot.storage.squad_lives import Life
from bot.storage.squads import SquadRow
from core.adjust.table import DecisionTable
from core.content import Content
from core.squad import Answer, Share
from core.squad.board import BEFORE, LATELY, Lived, board
from core.squad.challenge import WEEKS, Challenge, Progress, lived_week, progress, verdicts
from core.squad.recap import Attended, Recap, decision_total, racing_soon
from core.squad.weather import SquadWeather

RECAP = "squad-recap"
NOON = 12 * 60
"""Monday's recap waits for the morning's answers."""


async def owe_week(unit: Unit, squad: SquadRow, now: datetime) -> None:
    """Owe the next Monday's recap, unless one is owed."""
    at = next_monday(squad, now)
    if at is not None:
        await dues.put_first(unit, squad.owner, RECAP, at)


def next_monday(squad: SquadRow, now: datetime) -> datetime | None:
    """Noon of the next Monday in the squad's zone, after now."""
    zone = squad.squad.zone or "UTC"
    today = local_day(now, zone)
    monday = today + timedelta(days=-today.weekday() % 7)
    for day in (monday, monday + timedelta(days=7), monday + timedelta(days=14)):
        at = moment(day, NOON, zone)
        if at is not None and at > now:
            return at
    return None


async def week(unit: Unit, due: Due, now: datetime, content: Content) -> Sequence[Intent]:
    """Monday's recap, unless the day's post is taken; the next one is owed at once.

    After a week without anything to tell only the mornings are told.
    """
    squad = await squads.get(unit, due.owner.id)
    if squad is None or not squad.active:
        return ()
    following = next_monday(squad, now)
    if following is not None:
        await dues.put(unit, due.owner, RECAP, following)
    if now - due.at >= FRESH:  # the coach was away
        return ()
    today = local_day(now, squad.squad.zone or "UTC")
    if not await _has_news(unit, squad, today, content.decisions):
        await squad_weather.alone(unit, squad, now)
        return ()
    if not await squads.may_post(unit, squad.id, today):
        return ()
    await squad_weather.tell(unit, squad, today)
    ids: dict[str, int | str] = {"thread": squad.thread_id or 0}
    return [Intent(RECAP, squad.chat_id, today, ids=ids)]


async def _has_news(unit: Unit, squad: SquadRow, today: date, table: DecisionTable) -> bool:
    """Whether there is a week to tell of; where it met, nobody's days need be read for it here."""
    monday = today - timedelta(days=today.weekday() + 7)
    if await _attended(unit, squad.id, monday):
        return True
    found = await seen_week(unit, squad.id, today, table)
    return found is not None and not found[1].empty


async def seen_week(
    unit: Unit, squad_id: int, today: date, table: DecisionTable
) -> tuple[SquadRow, Recap, SquadWeather | None] | None:
    """The week before this Monday, and this morning's weather; None: the squad is gone."""
    squad = await squads.get(unit, squad_id)
    if squad is None or not squad.active:
        return None
    everybody = [
        row for row in await members.of_squad(unit, squad_id) if row.account.state is State.ACTIVE
    ]
    monday = today - timedelta(days=today.weekday() + 7)
    challenge = squad.squad.challenge if squad.squad.challenges else None
    first = min(monday, challenge.starts) if challenge else monday
    lives = await _lives(unit, everybody, monday, first)
    recap = Recap(
        monday=monday,
        attended=await _attended(unit, squad_id, monday),
        decisions=decision_total(
            verdicts(lives[row.id].decisions, lives[row.id].log, monday, table)
            for row in everybody
            if row.member.allows(Share.COUNTED)
        ),
        board=board(
            (_lived(row, lives[row.id]) for row in everybody if row.member.allows(Share.BOARD)),
            monday,
            table,
        ),
        racing=racing_soon(
            (
                (row.member.name, row.account.profile.races)
                for row in everybody
                if row.member.allows(Share.RACES) and row.account.profile
            ),
            today,
        ),
        challenge=_progress(challenge, everybody, lives, today, table),
    )
    return squad, recap, squad.squad.weather_on(today)


async def _lives(
    unit: Unit, everybody: Sequence[MemberRow], monday: date, decided_from: date
) -> Mapping[int, Life]:
    """The days of those who share anything that is counted."""
    wanted = {Share.COUNTED, Share.BOARD, Share.CHALLENGE}
    ids = [row.id for row in everybody if row.member.shares & wanted]
    sunday = monday + timedelta(days=6)
    first = sunday - timedelta(days=LATELY + BEFORE)
    return await squad_lives.of(unit, ids, min(first, decided_from), sunday, decided_from)


def _lived(row: MemberRow, life: Life) -> Lived:
    profile = row.account.profile
    results = profile.results if profile else ()
    return Lived(row.member.name, life.log, results, life.routines)


def _progress(
    challenge: Challenge | None,
    everybody: Sequence[MemberRow],
    lives: Mapping[int, Life],
    today: date,
    table: DecisionTable,
) -> Progress | None:
    """How far the squad's challenge is; None where there is none, or it ended before this week."""
    if challenge is None or challenge.ends < today - timedelta(days=1):
        return None
    mondays = [challenge.starts + timedelta(days=7 * n) for n in range(WEEKS)]
    joined = [lives[row.id] for row in everybody if row.member.allows(Share.CHALLENGE)]
    weeks = [
        {day: lived_week(each.decisions, each.log, each.routines, day, table) for day in mondays}
        for each in joined
    ]
    return progress(challenge, weeks, today)


async def _attended(unit: Unit, squad_id: int, monday: date) -> tuple[Attended, ...]:
    rows = await squad_sessions.between(unit, squad_id, monday, monday + timedelta(days=6))
    held = [row for row in rows if not row.session.cancelled]
    told = await attendance.of_sessions(unit, [row.id for row in held])
    return tuple(
        Attended(
            row.session.on,
            said_in=sum(one.answer is Answer.IN for one in told[row.id]),
            ran=sum(one.done for one in told[row.id]),
        )
        for row in held
    )
