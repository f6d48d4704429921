"""Squads: which group they are, in which topic, how they stand, and what was settled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, bindparam, delete, or_, select, update

from bot.storage import cards, deliveries
from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.errors import Stale
from bot.storage.insert import insert
from bot.storage.owner import Owner
from bot.storage.tables import cards as card_rows
from bot.storage.tables import deliveries as delivery_rows
from bot.storage.tables import dues as due_rows
from bot.storage.tables import members, squads
from core.squad import Squad

SQUAD = Noun("squad", Squad)
OWN_CARD = "squad"
"""The kind of the one card that shows the squad itself."""


class SquadState(StrEnum):
    """Where a squad stands: still asked, at work, or without its group."""

    FOUNDING = "founding"
    ACTIVE = "active"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class SquadRow:
    """One group's squad; `thread_id` is its topic in a forum, `token` what its link carries.

    `version` rises with every save; `posted_on` is the last local day with an unasked post.
    """

    id: int
    chat_id: int
    title: str
    state: SquadState
    token: str
    squad: Squad
    thread_id: int | None = None
    locale: str = "en"
    posted_on: date | None = None
    version: int = 1

    @property
    def owner(self) -> Owner:
        return Owner.squad(self.id)

    @property
    def active(self) -> bool:
        return self.state is SquadState.ACTIVE

    @property
    def ended(self) -> bool:
        return self.state is SquadState.ENDED


_BY_CHAT = select(squads).where(squads.c.chat_id == bindparam("wanted"))
_BY_ID = select(squads).where(squads.c.id == bindparam("wanted"))
_BY_TOKEN = select(squads).where(squads.c.token == bindparam("wanted"))


async def find(unit: Unit, chat_id: int) -> SquadRow | None:
    """By the group's id; in a writing unit, nobody else decides about it until it ends."""
    return await _one(unit, _BY_CHAT, chat_id)


async def get(unit: Unit, squad_id: int) -> SquadRow | None:
    """By our own id, as `find`."""
    return await _one(unit, _BY_ID, squad_id)


async def by_token(unit: Unit, token: str) -> SquadRow | None:
    """By what the invitation carries; None for one that is old or made up."""
    return await _one(unit, _BY_TOKEN, token)


async def _one(unit: Unit, statement: Select[Any], wanted: int | str) -> SquadRow | None:
    if unit.writes:  # SQLite has one writer anyway and leaves this out
        statement = statement.with_for_update(key_share=True)
    row = (await unit.connection.execute(statement, {"wanted": wanted})).mappings().first()
    return row_of(row) if row else None


async def of_athlete(unit: Unit, athlete_id: int) -> tuple[SquadRow, ...]:
    """The squads somebody is in whose group is still there, the oldest membership first."""
    statement = (
        select(squads)
        .join(members, members.c.squad_id == squads.c.id)
        .where(members.c.athlete_id == athlete_id, squads.c.state != SquadState.ENDED.value)
        .order_by(members.c.joined_at, squads.c.id)
    )
    rows = (await unit.connection.execute(statement)).mappings()
    return tuple(row_of(row) for row in rows)


async def create(
    unit: Unit,
    *,
    chat_id: int,
    title: str,
    token: str,
    now: datetime,
    thread_id: int | None = None,
    locale: str = "en",
) -> SquadRow | None:
    """A squad that is being founded; None where the group has one already."""
    new = SquadRow(0, chat_id, title, SquadState.FOUNDING, token, Squad(), thread_id, locale)
    wanted = insert(unit, squads).values(created_at=now, **_columns(new))
    made = wanted.on_conflict_do_nothing(index_elements=[squads.c.chat_id])
    number = (await unit.connection.execute(made.returning(squads.c.id))).scalar_one_or_none()
    return None if number is None else replace(new, id=number)


async def save(unit: Unit, changed: SquadRow) -> SquadRow:
    """Write the squad that was read at `changed.version`; Stale if another save came between."""
    statement = (
        update(squads)
        .where(squads.c.id == changed.id, squads.c.version == changed.version)
        .values(**_columns(changed), version=changed.version + 1)
    )
    if (await unit.connection.execute(statement)).rowcount != 1:
        raise Stale(f"squad {changed.id} has changed since it was read")
    return replace(changed, version=changed.version + 1)


async def end(unit: Unit, row: SquadRow, *, token: str, now: datetime) -> SquadRow:
    """The group is gone or wants no coach: nothing is owed or sent, its old link is dead.

    Settings, members and the sessions' cards stay for a while, so that adding the coach again
    takes it up.
    """
    ended = await save(unit, replace(row, state=SquadState.ENDED, token=token))
    await unit.connection.execute(update(squads).where(squads.c.id == row.id).values(ended_at=now))
    await _silence(unit, row.id)
    own = (card_rows.c.squad_id == row.id, card_rows.c.kind == OWN_CARD)
    await unit.connection.execute(delete(card_rows).where(*own))
    return ended


async def remove(unit: Unit, squad_id: int) -> None:
    """Erase the squad with all that hangs on it."""
    await _silence(unit, squad_id)
    await unit.connection.execute(delete(card_rows).where(card_rows.c.squad_id == squad_id))
    await unit.connection.execute(delete(squads).where(squads.c.id == squad_id))


async def sweep(unit: Unit, before: datetime) -> int:
    """Erase squads that ended before then; how many."""
    ended = select(squads.c.id).where(
        squads.c.state == SquadState.ENDED.value, squads.c.ended_at < before
    )
    gone = list((await unit.connection.execute(ended)).scalars())
    for squad_id in gone:
        await remove(unit, squad_id)
    return len(gone)


async def _silence(unit: Unit, squad_id: int) -> None:
    owner = Owner.squad(squad_id)
    for table in (due_rows, delivery_rows):
        mine = (table.c.owner_kind == owner.kind, table.c.owner_id == owner.id)
        await unit.connection.execute(delete(table).where(*mine))


async def may_post(unit: Unit, squad_id: int, on: date) -> bool:
    """Take the one unasked post of that local day; False if it has been taken already.

    To be asked in the transaction that promises the post.
    """
    statement = (
        update(squads)
        .where(
            squads.c.id == squad_id,
            squads.c.state == SquadState.ACTIVE.value,
            or_(squads.c.posted_on.is_(None), squads.c.posted_on < on),
        )
        .values(posted_on=on)
    )
    return (await unit.connection.execute(statement)).rowcount == 1


async def migrate(unit: Unit, old: int, new: int) -> None:
    """The group became a supergroup: squad, cards and what waits move to its new id together.

    Told of more than once, by either service message or by a send that was refused. A squad that
    the new chat has been given meanwhile is an empty one and gives way.
    """
    moving = await find(unit, old)
    if moving is not None:
        in_the_way = await find(unit, new)
        if in_the_way is not None:
            await remove(unit, in_the_way.id)
        statement = update(squads).where(squads.c.id == moving.id)
        # a basic group has no topics
        await unit.connection.execute(statement.values(chat_id=new, thread_id=None))
    await deliveries.migrate(unit, old, new)
    await cards.migrate(unit, old, new)


def row_of(row: Mapping[Any, Any]) -> SquadRow:
    """The squad in a row of `squads`."""
    return SquadRow(
        id=row["id"],
        chat_id=row["chat_id"],
        title=row["title"],
        state=SquadState(row["state"]),
        token=row["token"],
        squad=SQUAD.read(row["data"], row["format"]),
        thread_id=row["thread_id"],
        locale=row["locale"],
        posted_on=row["posted_on"],
        version=row["version"],
    )


def _columns(row: SquadRow) -> dict[str, Any]:
    return {
        "chat_id": row.chat_id,
        "title": row.title,
        "state": row.state.value,
        "token": row.token,
        "data": SQUAD.write(row.squad),
        "format": SQUAD.format,
        "thread_id": row.thread_id,
        "locale": row.locale,
    }
