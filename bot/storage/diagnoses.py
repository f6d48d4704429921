"""Diagnoses: what /plateau found, which prescription was applied, and what the re-check said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select, update

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.tables import changes, diagnoses
from core.plateau import Diagnosis, Prescription, Recheck

DIAGNOSIS = Noun("diagnosis", Diagnosis)
RECHECK = Noun("re-check", Recheck)
RECENT = 20
"""Older ones are history: their buttons are told so."""


@dataclass(frozen=True, slots=True)
class DiagnosisRow:
    """A saved diagnosis. `chosen`: the prescription on offer, 0 or the number of the alternative;
    `stands`: whether the change that applying it laid has not been undone.
    """

    id: int
    diagnosis: Diagnosis
    chosen: int
    made_at: datetime
    change_id: int | None = None
    applied_at: datetime | None = None
    recheck_on: date | None = None
    recheck: Recheck | None = None
    stands: bool = False

    @property
    def prescription(self) -> Prescription | None:
        """The one that is on offer or was applied."""
        return offered(self.diagnosis, self.chosen)

    @property
    def in_force(self) -> bool:
        """Whether it was applied, stands, and waits for its re-check."""
        return self.applied_at is not None and self.recheck is None and self.stands


def offered(diagnosis: Diagnosis, chosen: int) -> Prescription | None:
    """The prescription for 0, else that alternative; None where there is no such."""
    first = diagnosis.prescription
    every = (() if first is None else (first,)) + diagnosis.alternatives
    return every[chosen] if 0 <= chosen < len(every) else None


async def add(unit: Unit, athlete_id: int, diagnosis: Diagnosis, *, now: datetime) -> int:
    """Keep what was found; its id."""
    statement = (
        diagnoses.insert()
        .values(
            athlete_id=athlete_id,
            date=diagnosis.on,
            data=DIAGNOSIS.write(diagnosis),
            format=DIAGNOSIS.format,
            made_at=now,
        )
        .returning(diagnoses.c.id)
    )
    return int((await unit.connection.execute(statement)).scalar_one())


async def get(unit: Unit, athlete_id: int, diagnosis_id: int) -> DiagnosisRow | None:
    """One of the athlete's own by its id: buttons live for ever."""
    return await _first(unit, athlete_id, diagnoses.c.id == diagnosis_id)


async def recent(unit: Unit, athlete_id: int) -> tuple[DiagnosisRow, ...]:
    """The newest few, newest first: the one a button speaks of, and the one that is in force."""
    found = await unit.connection.execute(_of(athlete_id).limit(RECENT))
    return tuple(_read(row) for row in found)


async def applied(unit: Unit, athlete_id: int) -> DiagnosisRow | None:
    """The newest that was applied and has not been looked at again."""
    return await _first(
        unit, athlete_id, diagnoses.c.applied_at.is_not(None), diagnoses.c.rechecked_at.is_(None)
    )


async def choose(unit: Unit, diagnosis_id: int, chosen: int) -> None:
    """Another prescription is on offer."""
    await _set(unit, diagnosis_id, chosen=chosen)


async def apply(
    unit: Unit,
    diagnosis_id: int,
    *,
    chosen: int,
    change_id: int | None,
    recheck_on: date,
    now: datetime,
) -> None:
    """The prescription was taken; `change_id` None where it changes nothing in the plan."""
    await _set(
        unit,
        diagnosis_id,
        chosen=chosen,
        change_id=change_id,
        recheck_on=recheck_on,
        applied_at=now,
    )


async def lay_again(unit: Unit, diagnosis_id: int, change_id: int) -> None:
    """A plan made anew carries the change under another id."""
    await _set(unit, diagnosis_id, change_id=change_id)


async def drop(unit: Unit, diagnosis_id: int) -> None:
    """It is applied no more: undone, or put aside for another."""
    await _set(unit, diagnosis_id, change_id=None, applied_at=None, recheck_on=None)


async def close(unit: Unit, diagnosis_id: int, recheck: Recheck, *, now: datetime) -> None:
    """Keep what the re-check said."""
    await _set(unit, diagnosis_id, recheck=RECHECK.write(recheck), rechecked_at=now)


async def _set(unit: Unit, diagnosis_id: int, **values: Any) -> None:
    mine = diagnoses.c.id == diagnosis_id
    await unit.connection.execute(update(diagnoses).where(mine).values(**values))


async def _first(
    unit: Unit, athlete_id: int, *conditions: ColumnElement[bool]
) -> DiagnosisRow | None:
    statement = _of(athlete_id).where(*conditions).limit(1)
    row = (await unit.connection.execute(statement)).first()
    return None if row is None else _read(row)


def _of(athlete_id: int) -> Select[Any]:
    """The athlete's, newest first, each with what became of its change."""
    return (
        select(diagnoses, changes.c.id.label("laid"), changes.c.undone_at)
        .outerjoin(changes, diagnoses.c.change_id == changes.c.id)
        .where(diagnoses.c.athlete_id == athlete_id)
        .order_by(diagnoses.c.id.desc())
    )


def _read(row: Row[Any]) -> DiagnosisRow:
    undone = row.laid is not None and row.undone_at is not None
    return DiagnosisRow(
        id=row.id,
        diagnosis=DIAGNOSIS.read(row.data, row.format),
        chosen=row.chosen,
        made_at=row.made_at,
        change_id=row.laid,
        applied_at=row.applied_at,
        recheck_on=row.recheck_on,
        recheck=None if row.recheck is None else RECHECK.read(row.recheck, row.format),
        stands=row.applied_at is not None and not undone,
    )
