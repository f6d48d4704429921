"""A squad with what its cards tell, and with who asks: one statement each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, and_, func, select

from bot.storage.athletes import Account, account
from bot.storage.engine import Unit
from bot.storage.members import SHARES, MemberRow
from bot.storage.squads import SquadRow, row_of
from bot.storage.tables import athletes, members, squads
from core.squad import Member

_ATHLETE = [column.label(f"athlete_{column.name}") for column in athletes.c]
_MEMBER = [column.label(f"member_{column.name}") for column in members.c]


@dataclass(frozen=True, slots=True)
class Counted:
    """A squad, how many are in, and the names of those who coach it."""

    row: SquadRow
    count: int
    coaches: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A squad and who asks: `account` None for a stranger, `member` for who is not in."""

    row: SquadRow
    account: Account | None
    member: MemberRow | None


async def by_id(unit: Unit, squad_id: int) -> Counted | None:
    """The squad's numbers and names, by its id."""
    return await _counted(unit, squads.c.id == squad_id)


async def by_chat(unit: Unit, chat_id: int) -> Counted | None:
    """The same by its group."""
    return await _counted(unit, squads.c.chat_id == chat_id)


async def asked(unit: Unit, squad_id: int, user_id: int) -> Asked | None:
    """The squad, and Telegram's user in it or not."""
    return await _asked(unit, squads.c.id == squad_id, user_id)


async def invited(unit: Unit, token: str, user_id: int) -> Asked | None:
    """The same by what an invitation carries; None for one that is old or made up."""
    return await _asked(unit, squads.c.token == token, user_id)


async def _counted(unit: Unit, wanted: ColumnElement[bool]) -> Counted | None:
    everybody = members.alias("everybody")
    count = (
        select(func.count())
        .select_from(everybody)
        .where(everybody.c.squad_id == squads.c.id)
        .scalar_subquery()
    )
    coaching = and_(members.c.squad_id == squads.c.id, members.c.is_coach.is_(True))
    statement = (
        select(squads, count.label("count"), athletes.c.name.label("coach"))
        .select_from(squads)
        .outerjoin(members, coaching)
        .outerjoin(athletes, members.c.athlete_id == athletes.c.id)
        .where(wanted)
        .order_by(members.c.joined_at, athletes.c.id)
    )
    rows = (await unit.connection.execute(statement)).mappings().all()
    if not rows:
        return None
    named = tuple(row["coach"] for row in rows if row["coach"] is not None)
    return Counted(row_of(rows[0]), rows[0]["count"], named)


async def _asked(unit: Unit, wanted: ColumnElement[bool], user_id: int) -> Asked | None:
    theirs = and_(members.c.squad_id == squads.c.id, members.c.athlete_id == athletes.c.id)
    statement: Select[Any] = (
        select(squads, *_ATHLETE, *_MEMBER)
        .select_from(squads)
        .outerjoin(athletes, athletes.c.user_id == user_id)
        .outerjoin(members, theirs)
        .where(wanted)
    )
    row = (await unit.connection.execute(statement)).mappings().first()
    if row is None:
        return None
    who = _part(row, "athlete_")
    if who["id"] is None:
        return Asked(row_of(row), None, None)
    known = account(who)
    return Asked(row_of(row), known, _member(_part(row, "member_"), known))


def _member(theirs: RowMapping, known: Account) -> MemberRow | None:
    if theirs["squad_id"] is None:
        return None
    member = Member(
        id=known.id,
        name=known.name,
        joined=theirs["joined_at"].date(),
        shares=frozenset(SHARES.read(theirs["shares"], theirs["format"])),
        is_coach=theirs["is_coach"],
    )
    return MemberRow(theirs["squad_id"], member, known)


def _part(row: RowMapping, prefix: str) -> Any:
    """The columns with this prefix, under their own names."""
    return {
        name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)
    }
