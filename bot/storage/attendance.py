"""Who comes to a squad's session, who did it, and who gave kudos for it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, func, select, update

from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.tables import athletes, attendance, kudos, squad_sessions
from core.squad import Answer, Attendance


async def answer(unit: Unit, session_id: int, athlete_id: int, said: Answer, now: datetime) -> None:
    """Keep who comes, over what they said before."""
    await _write(unit, session_id, athlete_id, answer=said.value, answered_at=now)


async def mark_done(unit: Unit, session_id: int, athlete_id: int, at: datetime | None) -> None:
    """They did it; None takes that back."""
    await _write(unit, session_id, athlete_id, done_at=at)


async def lay(unit: Unit, session_id: int, athlete_id: int, change_id: int | None) -> None:
    """Which change of their own plan holds the session; None: it is left out of the plan."""
    await _write(unit, session_id, athlete_id, change_id=change_id)


async def unlay(unit: Unit, athlete_id: int, change_ids: Sequence[int]) -> None:
    """Other sessions' changes went with one that was taken out: they may be laid again."""
    held = update(attendance).where(
        attendance.c.athlete_id == athlete_id, attendance.c.change_id.in_(change_ids)
    )
    await unit.connection.execute(held.values(change_id=None))


async def make_smaller(unit: Unit, session_id: int, athlete_id: int, *, smaller: bool) -> None:
    """Whether the coach wants less of it from this member."""
    await _write(unit, session_id, athlete_id, smaller=smaller)


async def change_of(unit: Unit, session_id: int, athlete_id: int) -> int | None:
    """The change that holds the session in their own plan."""
    found = select(attendance.c.change_id).where(*_is(session_id, athlete_id))
    number: int | None = (await unit.connection.execute(found)).scalar_one_or_none()
    return number


async def of(unit: Unit, session_id: int, athlete_id: int) -> Attendance | None:
    """What one athlete said of the session; None: nothing."""
    rows = await _rows(unit, _named().where(*_is(session_id, athlete_id)))
    return rows[0] if rows else None


async def of_session(unit: Unit, session_id: int) -> tuple[Attendance, ...]:
    """What everybody said of the session, in the order they said it."""
    statement = _named().where(attendance.c.session_id == session_id)
    return await _rows(unit, statement.order_by(attendance.c.answered_at, athletes.c.id))


async def of_sessions(unit: Unit, session_ids: Sequence[int]) -> dict[int, tuple[Attendance, ...]]:
    """The same of many sessions in one statement; a session nobody answered has an empty one."""
    statement = (
        _named()
        .add_columns(attendance.c.session_id)
        .where(attendance.c.session_id.in_(session_ids))
        .order_by(attendance.c.answered_at, athletes.c.id)
    )
    told: dict[int, tuple[Attendance, ...]] = dict.fromkeys(session_ids, ())
    for row in await unit.connection.execute(statement):
        told[row.session_id] = (*told[row.session_id], _attendance(row))
    return told


async def forget_future(unit: Unit, squad_id: int, athlete_id: int, today: date) -> list[int]:
    """Take a leaving member off what is still to come; the sessions they were on."""
    ahead = select(squad_sessions.c.id).where(
        squad_sessions.c.squad_id == squad_id, squad_sessions.c.date >= today
    )
    gone = (
        delete(attendance)
        .where(attendance.c.athlete_id == athlete_id, attendance.c.session_id.in_(ahead))
        .returning(attendance.c.session_id)
    )
    return sorted((await unit.connection.execute(gone)).scalars())


async def laid_ahead(unit: Unit, squad_id: int, athlete_id: int, today: date) -> list[int]:
    """The changes that hold the squad's coming sessions in the athlete's own plan, newest first."""
    ahead = (squad_sessions.c.squad_id == squad_id, squad_sessions.c.date >= today)
    statement = (
        select(attendance.c.change_id)
        .join(squad_sessions, attendance.c.session_id == squad_sessions.c.id)
        .where(attendance.c.athlete_id == athlete_id, attendance.c.change_id.is_not(None), *ahead)
        .order_by(attendance.c.change_id.desc())
    )
    return [int(number) for number in (await unit.connection.execute(statement)).scalars()]


async def laid_by(unit: Unit, squad_id: int, today: date) -> list[int]:
    """The athletes whose own plans hold a coming session of the squad."""
    statement = (
        select(attendance.c.athlete_id)
        .distinct()
        .join(squad_sessions, attendance.c.session_id == squad_sessions.c.id)
        .where(
            squad_sessions.c.squad_id == squad_id,
            squad_sessions.c.date >= today,
            attendance.c.change_id.is_not(None),
        )
        .order_by(attendance.c.athlete_id)
    )
    return list((await unit.connection.execute(statement)).scalars())


async def give_kudos(unit: Unit, session_id: int, athlete_id: int, now: datetime) -> bool:
    """Kudos for the squad's session, once each; False if they were given already."""
    wanted = insert(unit, kudos).values(session_id=session_id, athlete_id=athlete_id, given_at=now)
    made = wanted.on_conflict_do_nothing().returning(kudos.c.athlete_id)
    return (await unit.connection.execute(made)).first() is not None


async def take_kudos(unit: Unit, session_id: int, athlete_id: int) -> bool:
    """The reaction was taken away; False if there was none."""
    gone = delete(kudos).where(kudos.c.session_id == session_id, kudos.c.athlete_id == athlete_id)
    return (await unit.connection.execute(gone)).rowcount == 1


async def count_kudos(unit: Unit, session_id: int) -> int:
    """How many gave kudos for it."""
    statement = select(func.count()).where(kudos.c.session_id == session_id)
    return int((await unit.connection.execute(statement)).scalar_one())


async def _write(unit: Unit, session_id: int, athlete_id: int, **values: Any) -> None:
    new = insert(unit, attendance).values(session_id=session_id, athlete_id=athlete_id, **values)
    keys = [attendance.c.session_id, attendance.c.athlete_id]
    await unit.connection.execute(new.on_conflict_do_update(index_elements=keys, set_=values))


def _is(session_id: int, athlete_id: int) -> tuple[Any, ...]:
    return attendance.c.session_id == session_id, attendance.c.athlete_id == athlete_id


def _named() -> Select[*tuple[Any, ...]]:
    return select(
        attendance.c.athlete_id,
        athletes.c.name,
        attendance.c.answer,
        attendance.c.done_at,
        attendance.c.smaller,
    ).join_from(attendance, athletes, attendance.c.athlete_id == athletes.c.id)


async def _rows(unit: Unit, statement: Select[*tuple[Any, ...]]) -> tuple[Attendance, ...]:
    return tuple(_attendance(row) for row in await unit.connection.execute(statement))


def _attendance(row: Any) -> Attendance:
    said = None if row.answer is None else Answer(row.answer)
    return Attendance(row.athlete_id, row.name, said, row.done_at is not None, row.smaller)
