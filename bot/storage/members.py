"""Who is in which squad, what of theirs it may see, and whether they coach it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, delete, func, select, update

from bot.storage.athletes import Account, account
from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import athletes, members
from core.squad import Member, Share

SHARES = Noun("shares", tuple[Share, ...])


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member of a squad with the account behind them."""

    squad_id: int
    member: Member
    account: Account

    @property
    def id(self) -> int:
        """The athlete's."""
        return self.member.id


_COLUMNS = (
    members.c.squad_id,
    members.c.is_coach,
    members.c.shares,
    members.c.format.label("shares_format"),
    members.c.joined_at,
    athletes,
)


async def of_squad(unit: Unit, squad_id: int) -> tuple[MemberRow, ...]:
    """Everybody in the squad, in the order they joined; one statement for a squad of any size."""
    statement = _joined().where(members.c.squad_id == squad_id)
    return await _rows(unit, statement.order_by(members.c.joined_at, athletes.c.id))


async def coaches(unit: Unit, squad_id: int) -> tuple[MemberRow, ...]:
    """The squad's named coaches."""
    statement = _joined().where(members.c.squad_id == squad_id, members.c.is_coach.is_(True))
    return await _rows(unit, statement.order_by(members.c.joined_at, athletes.c.id))


async def find(unit: Unit, squad_id: int, user_id: int) -> MemberRow | None:
    """A member by Telegram's user id; None for who is not in."""
    found = await _rows(
        unit, _joined().where(members.c.squad_id == squad_id, athletes.c.user_id == user_id)
    )
    return found[0] if found else None


async def of_user(unit: Unit, user_id: int) -> tuple[MemberRow, ...]:
    """Every membership of a person, the oldest first."""
    statement = _joined().where(athletes.c.user_id == user_id)
    return await _rows(unit, statement.order_by(members.c.joined_at, members.c.squad_id))


async def count(unit: Unit, squad_id: int) -> int:
    """How many are in."""
    statement = select(func.count()).where(members.c.squad_id == squad_id)
    return int((await unit.connection.execute(statement)).scalar_one())


async def join(
    unit: Unit, squad_id: int, athlete_id: int, now: datetime, *, is_coach: bool = False
) -> bool:
    """Put an athlete into the squad, sharing nothing; False if they are in already."""
    wanted = insert(unit, members).values(
        squad_id=squad_id,
        athlete_id=athlete_id,
        is_coach=is_coach,
        shares=SHARES.write(()),
        format=SHARES.format,
        joined_at=now,
    )
    made = wanted.on_conflict_do_nothing().returning(members.c.athlete_id)
    return (await unit.connection.execute(made)).first() is not None


async def leave(unit: Unit, squad_id: int, athlete_id: int) -> bool:
    """Take an athlete out of the squad; False if they were not in."""
    gone = delete(members).where(*_is(squad_id, athlete_id))
    return (await unit.connection.execute(gone)).rowcount == 1


async def save_shares(unit: Unit, squad_id: int, member: Member) -> None:
    """Keep what the member allows."""
    allowed = SHARES.write(tuple(sorted(member.shares)))
    changed = update(members).where(*_is(squad_id, member.id))
    await unit.connection.execute(changed.values(shares=allowed, format=SHARES.format))


async def set_coach(unit: Unit, squad_id: int, athlete_id: int, *, is_coach: bool) -> bool:
    """Name a coach, or unname one; False for who is not in."""
    changed = update(members).where(*_is(squad_id, athlete_id)).values(is_coach=is_coach)
    return (await unit.connection.execute(changed)).rowcount == 1


def _is(squad_id: int, athlete_id: int) -> tuple[Any, ...]:
    return members.c.squad_id == squad_id, members.c.athlete_id == athlete_id


def _joined() -> Select[*tuple[Any, ...]]:
    return select(*_COLUMNS).join_from(members, athletes, members.c.athlete_id == athletes.c.id)


async def _rows(unit: Unit, statement: Select[*tuple[Any, ...]]) -> tuple[MemberRow, ...]:
    return tuple(_row(row) for row in (await unit.connection.execute(statement)).mappings())


def _row(row: RowMapping) -> MemberRow:
    who = account(row)
    member = Member(
        id=who.id,
        name=who.name,
        joined=row["joined_at"].date(),
        shares=frozenset(SHARES.read(row["shares"], row["shares_format"])),
        is_coach=row["is_coach"],
    )
    return MemberRow(row["squad_id"], member, who)
