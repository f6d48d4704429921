"""Gates: what stands between an athlete and running, opened and closed, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.tables import gates
from core.safety.gates import Gate

GATE = Noun("gate", Gate)


@dataclass(frozen=True, slots=True)
class GateRow:
    """A gate with its history; open while `closed_at` is None."""

    id: int
    gate: Gate
    opened_at: datetime
    closed_at: datetime | None = None
    closed_how: str = ""


async def opened(unit: Unit, athlete_id: int) -> tuple[GateRow, ...]:
    """The gates that are open, oldest first."""
    statement = (
        select(gates)
        .where(gates.c.athlete_id == athlete_id, gates.c.closed_at.is_(None))
        .order_by(gates.c.id)
    )
    return tuple(
        GateRow(row.id, GATE.read(row.data, row.format), row.opened_at)
        for row in await unit.connection.execute(statement)
    )


async def settle(
    unit: Unit,
    athlete_id: int,
    known: Sequence[GateRow],
    after: Sequence[Gate],
    *,
    how: str,
    now: datetime,
) -> None:
    """Make the open gates those of `after`: some go on, some are gone, some are new.

    A gate goes on if its kind, sign, spot and first day are the same; `how` says what closed the
    others (a way to clear it, or what took over).
    """
    left = {_identity(gate): gate for gate in after}
    for row in known:
        gate = left.pop(_identity(row.gate), None)
        if gate is None:
            await _write(unit, row.id, closed_at=now, closed_how=how)
        elif gate != row.gate:
            await _write(unit, row.id, data=GATE.write(gate), format=GATE.format)
    if left:
        await unit.connection.execute(
            gates.insert(), [_values(athlete_id, gate, now) for gate in left.values()]
        )


def _identity(gate: Gate) -> tuple[object, ...]:
    return gate.kind, gate.sign, gate.spot, gate.since


async def _write(unit: Unit, gate_id: int, **values: object) -> None:
    await unit.connection.execute(update(gates).where(gates.c.id == gate_id).values(**values))


def _values(athlete_id: int, gate: Gate, now: datetime) -> dict[str, object]:
    return {
        "athlete_id": athlete_id,
        "kind": gate.kind.value,
        "data": GATE.write(gate),
        "format": GATE.format,
        "opened_at": now,
    }
