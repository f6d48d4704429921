"""Days of many athletes at once, for what a squad is told in counts: four statements in all."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from bot.storage.activities import ACTIVITY
from bot.storage.checkins import CHECKIN
from bot.storage.decisions import DECISION
from bot.storage.engine import Unit
from bot.storage.tables import activities, checkins, decisions, drafts
from core.activity import Activity, Log
from core.adjust.decision import Decision
from core.checkin import CheckIn

ROUTINE_DONE = "routine-done"
"""The form whose drafts are days with a routine."""
A_TURN = 100
"""Rows that are decoded in one go."""


@dataclass(frozen=True, slots=True)
class Life:
    """One athlete's runs, decisions in force, and days with a routine; oldest first."""

    log: Log = Log()
    decisions: tuple[Decision, ...] = ()
    routines: tuple[date, ...] = ()


async def checkins_of(
    unit: Unit, athlete_ids: Collection[int], first: date, last: date
) -> Mapping[int, tuple[CheckIn, ...]]:
    """The mornings of a window of everybody in `athlete_ids` who answered on its last day."""
    today = select(checkins.c.athlete_id).where(
        checkins.c.athlete_id.in_(athlete_ids), checkins.c.date == last
    )
    wanted = checkins.c.athlete_id.in_(today)
    found: dict[int, list[CheckIn]] = defaultdict(list)
    async for row in _in_turns(await _rows(unit, checkins, wanted, first, last)):
        found[row.athlete_id].append(CHECKIN.read(row.answers, row.format))
    return {athlete: tuple(mornings) for athlete, mornings in found.items()}


async def of(
    unit: Unit, athlete_ids: Collection[int], first: date, last: date, decided_from: date
) -> Mapping[int, Life]:
    """Runs and routines of the window, decisions from `decided_from` on, of each athlete."""
    runs: dict[int, list[Activity]] = defaultdict(list)
    whose = activities.c.athlete_id.in_(athlete_ids)
    async for row in _in_turns(await _rows(unit, activities, whose, first, last)):
        runs[row.athlete_id].append(ACTIVITY.read(row.data, row.format))
    decided: dict[int, list[Decision]] = defaultdict(list)
    mine = decisions.c.athlete_id.in_(athlete_ids) & decisions.c.replaced_at.is_(None)
    async for row in _in_turns(await _rows(unit, decisions, mine, decided_from, last)):
        decided[row.athlete_id].append(DECISION.read(row.data, row.format))
    routines = await _routines(unit, athlete_ids, first, last)
    return {
        athlete: Life(
            log=Log(tuple(runs[athlete])),
            decisions=tuple(decided[athlete]),
            routines=tuple(sorted(routines[athlete])),
        )
        for athlete in athlete_ids
    }


async def _routines(
    unit: Unit, athlete_ids: Collection[int], first: date, last: date
) -> Mapping[int, list[date]]:
    statement = select(drafts.c.athlete_id, drafts.c.local_date).where(
        drafts.c.athlete_id.in_(athlete_ids),
        drafts.c.form == ROUTINE_DONE,
        drafts.c.local_date.between(first.isoformat(), last.isoformat()),
    )
    found: dict[int, list[date]] = defaultdict(list)
    for row in await unit.connection.execute(statement):
        found[row.athlete_id].append(date.fromisoformat(row.local_date))
    return found


async def _in_turns(rows: list[Any]) -> AsyncIterator[Any]:
    """Row by row; a squad of five hundred has thousands, and taps are answered in between."""
    for number, row in enumerate(rows):
        if number % A_TURN == 0:
            await asyncio.sleep(0)
        yield row


async def _rows(
    unit: Unit, table: Table, whose: ColumnElement[bool], first: date, last: date
) -> list[Any]:
    statement = select(table).where(whose, table.c.date.between(first, last))
    found = await unit.connection.execute(statement.order_by(table.c.athlete_id, table.c.date))
    return list(found)
