"""What a tap on a squad's card is about: session, squad and who taps, in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, Table, and_, select

from bot.storage import squad_sessions, squads
from bot.storage.athletes import Account, account
from bot.storage.engine import Unit
from bot.storage.members import SHARES, MemberRow
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from bot.storage.tables import athletes, attendance
from bot.storage.tables import members as member_rows
from bot.storage.tables import squad_sessions as session_rows
from bot.storage.tables import squads as squad_rows
from core.squad import Member


@dataclass(frozen=True, slots=True)
class Tapped:
    """A session, its squad, and the person: `account` None for a stranger, `member` for who is
    not in the squad. `smaller`: the coach wants less of it from them.
    """

    squad: SquadRow
    row: SessionRow
    account: Account | None
    member: MemberRow | None
    smaller: bool = False


async def of(unit: Unit, session_id: int, user_id: int) -> Tapped | None:
    """By the session's id; None where there is no such session any more."""
    statement = (
        select(squad_rows, session_rows, athletes, member_rows, attendance.c.smaller)
        .select_from(session_rows)
        .join(squad_rows, session_rows.c.squad_id == squad_rows.c.id)
        .outerjoin(athletes, athletes.c.user_id == user_id)
        .outerjoin(
            member_rows,
            and_(
                member_rows.c.squad_id == squad_rows.c.id,
                member_rows.c.athlete_id == athletes.c.id,
            ),
        )
        .outerjoin(
            attendance,
            and_(
                attendance.c.session_id == session_rows.c.id,
                attendance.c.athlete_id == athletes.c.id,
            ),
        )
        .where(session_rows.c.id == session_id)
    )
    found = (await unit.connection.execute(statement)).first()
    if found is None:
        return None
    who = _account(found)
    return Tapped(
        squads.row_of(_part(found, squad_rows)),
        squad_sessions.row_of(_part(found, session_rows)),
        who,
        _member(found, who),
        bool(found.smaller),
    )


async def set_by(unit: Unit, athlete_id: int) -> tuple[SquadRow, ...]:
    """Squads whose sessions this athlete has set, whether or not they are in them."""
    made = select(session_rows.c.squad_id).where(session_rows.c.made_by == athlete_id)
    rows = await unit.connection.execute(select(squad_rows).where(squad_rows.c.id.in_(made)))
    return tuple(squads.row_of(row) for row in rows.mappings())


def _account(found: Row[Any]) -> Account | None:
    mine = _part(found, athletes)
    return None if mine["id"] is None else account(mine)


def _member(found: Row[Any], who: Account | None) -> MemberRow | None:
    mine = _part(found, member_rows)
    if who is None or mine["squad_id"] is None:
        return None
    shares = frozenset(SHARES.read(mine["shares"], mine["format"]))
    joined = mine["joined_at"].date()
    member = Member(who.id, who.name, joined, shares, is_coach=mine["is_coach"])
    return MemberRow(mine["squad_id"], member, who)


def _part(found: Row[Any], table: Table) -> dict[str, Any]:
    """One table's columns of a joined row, under their own names."""
    seen = found._mapping  # noqa: SLF001 - SQLAlchemy's name for its own public mapping
    return {column.key: seen[column] for column in table.c}
