"""Plans: a base and the changes laid over it; the plan in force is computed, never stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import replace as with_fields
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select, update

from bot.storage import days
from bot.storage.codec import Noun, Stored
from bot.storage.engine import Unit
from bot.storage.errors import Stale
from bot.storage.insert import insert
from bot.storage.tables import changes, plans
from core.plan import Change, Plan, apply_change, fits, lay, undo

BASE = Noun("plan", Plan)
CHANGE = Noun("change", Change)


@dataclass(frozen=True, slots=True)
class LaidChange:
    """A change that is in force, and the id its buttons carry."""

    id: int
    change: Change
    laid_at: datetime


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The plan in force as it was read; writing it again is refused once `version` has moved on."""

    id: int
    athlete_id: int
    version: int
    made_at: datetime
    base: Plan
    changes: tuple[LaidChange, ...]
    plan: Plan

    def change(self, change_id: int) -> LaidChange | None:
        """The change with that id, if it is in force."""
        return next((laid for laid in self.changes if laid.id == change_id), None)


async def in_force(unit: Unit, athlete_id: int) -> PlanRow | None:
    """The athlete's plan, its changes laid."""
    found = select(plans).where(plans.c.athlete_id == athlete_id, plans.c.replaced_at.is_(None))
    row = (await unit.connection.execute(found)).first()
    if row is None:
        return None
    laid = select(changes).where(changes.c.plan_id == row.id, changes.c.undone_at.is_(None))
    read = [
        LaidChange(c.id, read_change(c.result, c.reason, c.format), c.laid_at)
        for c in await unit.connection.execute(laid.order_by(changes.c.seq))
    ]
    return assemble(
        plan_id=row.id,
        athlete_id=athlete_id,
        version=row.version,
        made_at=row.made_at,
        base=BASE.read(row.base, row.format),
        laid=read,
    )


async def replace(
    unit: Unit, athlete_id: int, base: Plan, *, seen: PlanRow | None, now: datetime
) -> PlanRow:
    """Put a new base in force; the days of the old one up to it stay recorded in `days`.

    Stale if the plan in force is no longer the one that was seen (None: there was none).
    """
    if seen is not None:
        await end(unit, seen, now=now, until=base.starts)
    latest = select(func.coalesce(func.max(plans.c.version), 0) + 1)
    statement = (
        insert(unit, plans)
        .values(
            athlete_id=athlete_id,
            version=latest.where(plans.c.athlete_id == athlete_id).scalar_subquery(),
            starts_on=base.starts,
            base=BASE.write(base),
            format=BASE.format,
            made_at=now,
        )
        .on_conflict_do_nothing()
        .returning(plans.c.id, plans.c.version)
    )
    row = (await unit.connection.execute(statement)).first()
    if row is None:
        raise Stale(f"athlete {athlete_id} has another plan by now")
    return assemble(
        plan_id=row.id, athlete_id=athlete_id, version=row.version, made_at=now, base=base
    )


async def end(unit: Unit, seen: PlanRow, *, now: datetime, until: date) -> None:
    """Take the plan out of force, Stale if it has changed; its days before `until` are kept."""
    await _touch(unit, seen, replaced_at=now)
    passed = range((min(until, seen.plan.ends + timedelta(days=1)) - seen.plan.starts).days)
    by_day = {session.on: session for session in seen.plan.sessions}
    planned = (seen.plan.starts + timedelta(days=n) for n in passed)
    await days.keep(unit, seen.athlete_id, {day: by_day.get(day) for day in planned})


async def lay_change(unit: Unit, seen: PlanRow, change: Change, *, now: datetime) -> PlanRow:
    """Lay one more change; Stale if the plan has changed, or the change does not fit it."""
    if not fits(seen.plan, change):
        raise Stale(f"the change does not fit version {seen.version} of plan {seen.id}")
    await _touch(unit, seen, version=seen.version + 1)
    last = select(func.coalesce(func.max(changes.c.seq), 0) + 1)
    statement = (
        changes.insert()
        .values(
            plan_id=seen.id,
            seq=last.where(changes.c.plan_id == seen.id).scalar_subquery(),
            laid_at=now,
            **_write_change(change),
        )
        .returning(changes.c.id)
    )
    laid = LaidChange((await unit.connection.execute(statement)).scalar_one(), change, now)
    return with_fields(
        seen,
        version=seen.version + 1,
        changes=(*seen.changes, laid),
        plan=apply_change(seen.plan, change),
    )


def goes_with(seen: PlanRow, change_id: int) -> tuple[LaidChange, ...] | None:
    """The later changes that no longer fit without this one; None if it is not in force."""
    position = next((i for i, laid in enumerate(seen.changes) if laid.id == change_id), None)
    if position is None:
        return None
    _, gone = undo(seen.base, [laid.change for laid in seen.changes], position)
    return tuple(laid for laid in seen.changes if any(laid.change is lost for lost in gone))


async def undo_change(unit: Unit, seen: PlanRow, change_id: int, *, now: datetime) -> PlanRow:
    """Undo the change, and those that go with it; Stale if it or the plan is not as seen."""
    gone = goes_with(seen, change_id)
    if gone is None:
        raise Stale(f"change {change_id} is not in force")
    await _touch(unit, seen, version=seen.version + 1)
    undone = {change_id, *(laid.id for laid in gone)}
    statement = update(changes).where(changes.c.id.in_(undone)).values(undone_at=now)
    await unit.connection.execute(statement)
    stays = tuple(laid for laid in seen.changes if laid.id not in undone)
    return assemble(
        plan_id=seen.id,
        athlete_id=seen.athlete_id,
        version=seen.version + 1,
        made_at=seen.made_at,
        base=seen.base,
        laid=stays,
    )


def assemble(
    *,
    plan_id: int,
    athlete_id: int,
    version: int,
    made_at: datetime,
    base: Plan,
    laid: Iterable[LaidChange] = (),
) -> PlanRow:
    """The row with its changes laid in order."""
    in_order = tuple(laid)
    plan, _ = lay(base, [each.change for each in in_order])
    return PlanRow(plan_id, athlete_id, version, made_at, base, in_order, plan)


def read_change(result: Stored, reason: Stored, format_: int) -> Change:
    """A change from its two columns."""
    return CHANGE.read({**result, "why": reason}, format_)


def read_change_text(result: str, reason: str, format_: int) -> Change:
    """A change from its two columns as JSON text, put together without being parsed."""
    return CHANGE.read_text(f'{{"why": {reason}, {result.lstrip().removeprefix("{")}', format_)


def _write_change(change: Change) -> dict[str, Any]:
    result = CHANGE.write(change)
    return {"reason": result.pop("why"), "result": result, "format": CHANGE.format}


async def _touch(unit: Unit, seen: PlanRow, **values: object) -> None:
    """Write to the plan's row only if it still is as it was seen."""
    still = (plans.c.id == seen.id, plans.c.version == seen.version, plans.c.replaced_at.is_(None))
    if (await unit.connection.execute(update(plans).where(*still).values(**values))).rowcount != 1:
        raise Stale(f"plan {seen.id} has changed since version {seen.version}")
