"""The table of /plateau: what was found, which prescription is on offer, and how it went."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table

from bot.storage.columns import Id, Instant, Json, athlete_column, id_column, metadata

# `chosen`: 0 is the prescription, n the n-th alternative. `change_id` is what applying it laid; a
# plan made anew lays it again under a new id. `recheck` is the core's own value once it was told.
diagnoses = Table(
    "diagnoses",
    metadata,
    id_column(),
    athlete_column(),
    Column("date", Date, nullable=False),
    Column("data", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("chosen", Integer, nullable=False, server_default="0"),
    Column("change_id", Id, ForeignKey("changes.id", ondelete="SET NULL"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("applied_at", Instant),
    Column("recheck_on", Date),
    Column("recheck", Json),
    Column("rechecked_at", Instant),
    Index(None, "athlete_id", "date"),
    sqlite_autoincrement=True,
)
