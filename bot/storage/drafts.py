"""Half-answered forms: the set of answers given, by athlete, form and local date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, select

from bot.storage.codec import Noun
from bot.storage.engine import Unit
from bot.storage.tables import drafts
from bot.storage.upsert import upsert

DRAFT: Noun[dict[str, Any]] = Noun("draft", dict)


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """Answers so far; `local_date` is ISO, or empty for forms that are no day's (onboarding)."""

    form: str
    local_date: str
    answers: Mapping[str, Any]
    asked_at: datetime


async def find(unit: Unit, athlete_id: int, form: str, local_date: str = "") -> SavedDraft | None:
    """The draft of that form and day."""
    statement = select(drafts).where(
        drafts.c.athlete_id == athlete_id,
        drafts.c.form == form,
        drafts.c.local_date == local_date,
    )
    row = (await unit.connection.execute(statement)).first()
    if row is None:
        return None
    return SavedDraft(form, local_date, DRAFT.read(row.answers, row.format), row.asked_at)


async def save(unit: Unit, athlete_id: int, draft: SavedDraft) -> None:
    """Write the draft over an earlier state of itself."""
    await upsert(
        unit,
        drafts,
        athlete_id=athlete_id,
        form=draft.form,
        local_date=draft.local_date,
        answers=DRAFT.write(dict(draft.answers)),
        format=DRAFT.format,
        asked_at=draft.asked_at,
    )


async def drop(unit: Unit, athlete_id: int, form: str, local_date: str | None = None) -> None:
    """Throw drafts of the form away: that day's, or with no date all of them."""
    statement = delete(drafts).where(drafts.c.athlete_id == athlete_id, drafts.c.form == form)
    if local_date is not None:
        statement = statement.where(drafts.c.local_date == local_date)
    await unit.connection.execute(statement)


async def drop_before(unit: Unit, athlete_id: int, form: str, before: date) -> None:
    """Throw away that form's drafts of days before then."""
    old = (drafts.c.form == form, drafts.c.local_date < before.isoformat())
    await unit.connection.execute(delete(drafts).where(drafts.c.athlete_id == athlete_id, *old))
