"""Athletes as accounts: who they are to Telegram, when they want to hear, and their profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, bindparam, delete, select, update

from bot.schedule import Dial, Hours
from bot.storage.codec import Noun, drop_kept
from bot.storage.engine import Unit
from bot.storage.errors import Stale
from bot.storage.tables import athletes, buckets, inbox
from core.athlete import Athlete
from core.units import Units

PROFILE = Noun("profile", Athlete)
DEFAULT_MORNING = 390
"""06:30, until the athlete says."""


class State(StrEnum):
    """Where an athlete stands with the coach."""

    ONBOARDING = "onboarding"
    ACTIVE = "active"
    PAUSED = "paused"
    COACH_ONLY = "coach-only"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Account:
    """One athlete's row; `version` rises with every save, `silent_mornings` is counted apart."""

    id: int
    user_id: int
    chat_id: int
    name: str
    state: State
    hours: Hours
    locale: str = "en"
    units: Units = Units.KM
    clock24: bool = True
    asks_pulse: bool = True
    profile: Athlete | None = None
    consented_at: datetime | None = None
    silent_mornings: int = 0
    version: int = 1


_BY_USER = select(athletes).where(athletes.c.user_id == bindparam("wanted"))
_BY_ID = select(athletes).where(athletes.c.id == bindparam("wanted"))


async def find(unit: Unit, user_id: int) -> Account | None:
    """By Telegram's user id; in a writing unit, nobody else decides about them until it ends."""
    return await _one(unit, _BY_USER, user_id)


async def get(unit: Unit, athlete_id: int) -> Account | None:
    """By our own id, as `find`; None once they are forgotten."""
    return await _one(unit, _BY_ID, athlete_id)


async def _one(unit: Unit, statement: Select[Any], wanted: int) -> Account | None:
    if unit.writes:  # SQLite has one writer anyway and leaves this out
        statement = statement.with_for_update(key_share=True)
    row = (await unit.connection.execute(statement, {"wanted": wanted})).mappings().first()
    return account(row) if row else None


async def latest(unit: Unit, most: int) -> tuple[Account, ...]:
    """The athletes who came last, newest first."""
    statement = select(athletes).order_by(athletes.c.id.desc()).limit(most)
    rows = (await unit.connection.execute(statement)).mappings()
    return tuple(account(row) for row in rows)


async def create(
    unit: Unit,
    *,
    user_id: int,
    chat_id: int,
    name: str,
    now: datetime,
    zone: str = "UTC",
    locale: str = "en",
) -> Account:
    """A newcomer with the usual hours; onboarding fills the rest."""
    new = Account(
        id=0,
        user_id=user_id,
        chat_id=chat_id,
        name=name,
        state=State.ONBOARDING,
        hours=Hours(zone, DEFAULT_MORNING),
        locale=locale,
    )
    values = {"user_id": user_id, "created_at": now, "silent_mornings": 0, **_columns(new)}
    statement = athletes.insert().values(values).returning(athletes.c.id)
    return replace(new, id=(await unit.connection.execute(statement)).scalar_one())


async def save(unit: Unit, changed: Account) -> Account:
    """Write the account that was read at `changed.version`; Stale if another save came between."""
    statement = (
        update(athletes)
        .where(athletes.c.id == changed.id, athletes.c.version == changed.version)
        .values(**_columns(changed), version=changed.version + 1)
    )
    if (await unit.connection.execute(statement)).rowcount != 1:
        raise Stale(f"athlete {changed.id} has changed since it was read")
    return replace(changed, version=changed.version + 1)


async def set_state(unit: Unit, athlete_id: int, state: State) -> bool:
    """Pause, block or wake without reading first; False if there is nobody or nothing to change."""
    statement = (
        update(athletes)
        .where(athletes.c.id == athlete_id, athletes.c.state != state.value)
        .values(state=state.value, version=athletes.c.version + 1)
    )
    return (await unit.connection.execute(statement)).rowcount == 1


async def count_silent_morning(unit: Unit, athlete_id: int) -> int:
    """One more morning without an answer; how many it is now (0: forgotten meanwhile)."""
    statement = (
        update(athletes)
        .where(athletes.c.id == athlete_id)
        .values(silent_mornings=athletes.c.silent_mornings + 1)
        .returning(athletes.c.silent_mornings)
    )
    return (await unit.connection.execute(statement)).scalar() or 0


async def heard_from(unit: Unit, athlete_id: int) -> None:
    """An answer ends the silence."""
    statement = (
        update(athletes)
        .where(athletes.c.id == athlete_id, athletes.c.silent_mornings > 0)
        .values(silent_mornings=0)
    )
    await unit.connection.execute(statement)


async def forget(unit: Unit, athlete: Account, upto_update_id: int) -> None:
    """Erase the athlete, and empty what they sent before the tap that confirmed it.

    That tap's own row is emptied when it is done, like every other: until then it may have to be
    answered again. Rows after it are a stranger's.
    """
    await unit.connection.execute(delete(athletes).where(athletes.c.id == athlete.id))
    bucket = buckets.c.id == f"chat:{athlete.chat_id}"
    await unit.connection.execute(delete(buckets).where(bucket))
    sent_before = (inbox.c.key == athlete.user_id, inbox.c.update_id < upto_update_id)
    emptied = {"raw": None, "outcome": None, "state": "done"}
    await unit.connection.execute(update(inbox).where(*sent_before).values(emptied))
    drop_kept()


def account(row: Mapping[Any, Any]) -> Account:
    """The account in a row of `athletes`."""
    profile = row["profile"]
    return Account(
        id=row["id"],
        user_id=row["user_id"],
        chat_id=row["chat_id"],
        name=row["name"],
        state=State(row["state"]),
        hours=Hours(
            zone=row["zone"],
            morning=row["morning_minute"],
            weekend=row["weekend_minute"],
            evening=row["evening_minute"],
            running=row["running_minute"],
            dial=Dial(row["dial"]),
        ),
        locale=row["locale"],
        units=Units(row["units"]),
        clock24=row["clock24"],
        asks_pulse=row["asks_pulse"],
        profile=None if profile is None else PROFILE.read(profile, row["format"]),
        consented_at=row["consented_at"],
        silent_mornings=row["silent_mornings"],
        version=row["version"],
    )


def _columns(athlete: Account) -> dict[str, Any]:
    hours = athlete.hours
    return {
        "chat_id": athlete.chat_id,
        "name": athlete.name,
        "state": athlete.state.value,
        "locale": athlete.locale,
        "units": athlete.units.value,
        "clock24": athlete.clock24,
        "zone": hours.zone,
        "morning_minute": hours.morning,
        "weekend_minute": hours.weekend,
        "evening_minute": hours.evening,
        "running_minute": hours.running,
        "dial": hours.dial.value,
        "asks_pulse": athlete.asks_pulse,
        "profile": None if athlete.profile is None else PROFILE.write(athlete.profile),
        "format": PROFILE.format,
        "consented_at": athlete.consented_at,
    }
