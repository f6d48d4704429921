"""The tables; each with a person's data reaches `athletes` by ON DELETE CASCADE."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.columns import (
    Id,
    Instant,
    Json,
    athlete_column,
    id_column,
    metadata,
    minutes_of_a_day,
    one_of,
)
from bot.storage.tables_delivery import (
    buckets,
    cards,
    deliveries,
    dues,
    inbox,
    leases,
)
from bot.storage.tables_plateau import diagnoses
from bot.storage.tables_squad import (
    attendance,
    buddies,
    kudos,
    members,
    squad_results,
    squad_sessions,
    squads,
)

__all__ = [
    "HELD_WITHOUT_AN_ATHLETE",
    "Id",
    "Instant",
    "Json",
    "activities",
    "athletes",
    "attendance",
    "buckets",
    "buddies",
    "cards",
    "changes",
    "checkins",
    "days",
    "decisions",
    "deliveries",
    "diagnoses",
    "drafts",
    "dues",
    "gates",
    "inbox",
    "kudos",
    "leases",
    "members",
    "meta",
    "metadata",
    "plans",
    "squad_results",
    "squad_sessions",
    "squads",
]

# `sqlite_autoincrement`: ids travel in buttons that live for ever, so none is given out twice.

athletes = Table(
    "athletes",
    metadata,
    id_column(),
    Column("user_id", BigInteger, nullable=False, unique=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("units", Text, nullable=False),
    Column("clock24", Boolean, nullable=False),
    Column("zone", Text, nullable=False),
    Column("morning_minute", Integer, nullable=False),
    Column("weekend_minute", Integer),
    Column("evening_minute", Integer, nullable=False, server_default="1230"),
    Column("running_minute", Integer),
    Column("dial", Text, nullable=False),
    Column("asks_pulse", Boolean, nullable=False),
    Column("profile", Json),
    Column("format", Integer, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("consented_at", Instant),
    Column("created_at", Instant, nullable=False),
    Column("silent_mornings", Integer, nullable=False, server_default="0"),
    one_of("state", "onboarding", "active", "paused", "coach-only", "blocked"),
    one_of("units", "km", "miles"),
    one_of("dial", "quiet", "normal", "chatty"),
    minutes_of_a_day("morning_minute"),
    minutes_of_a_day("weekend_minute"),
    minutes_of_a_day("evening_minute"),
    minutes_of_a_day("running_minute"),
    sqlite_autoincrement=True,
)

drafts = Table(
    "drafts",
    metadata,
    athlete_column(primary_key=True),
    Column("form", Text, primary_key=True),
    Column("local_date", Text, primary_key=True),
    Column("answers", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("asked_at", Instant, nullable=False),
)

plans = Table(
    "plans",
    metadata,
    id_column(),
    athlete_column(),
    Column("version", Integer, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("base", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("replaced_at", Instant),
    UniqueConstraint("athlete_id", "version"),
    Index(
        "uq_plans_in_force",
        "athlete_id",
        unique=True,
        sqlite_where=text("replaced_at IS NULL"),
        postgresql_where=text("replaced_at IS NULL"),
    ),
    sqlite_autoincrement=True,
)

changes = Table(
    "changes",
    metadata,
    id_column(),
    Column("plan_id", Id, ForeignKey("plans.id", ondelete="CASCADE"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("result", Json, nullable=False),
    Column("reason", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("laid_at", Instant, nullable=False),
    Column("undone_at", Instant),
    UniqueConstraint("plan_id", "seq"),
    sqlite_autoincrement=True,
)

# `shown` NULL is a rest day, so that planned days can be told apart without reading JSON.
days = Table(
    "days",
    metadata,
    athlete_column(primary_key=True),
    Column("date", Date, primary_key=True),
    Column("shown", Json),
    Column("format", Integer, nullable=False),
)

checkins = Table(
    "checkins",
    metadata,
    athlete_column(primary_key=True),
    Column("date", Date, primary_key=True),
    Column("answers", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("answered_at", Instant, nullable=False),
)

activities = Table(
    "activities",
    metadata,
    id_column(),
    athlete_column(),
    Column("date", Date, nullable=False),
    Column("done", Text, nullable=False),
    Column("data", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("logged_at", Instant, nullable=False),
    Index(None, "athlete_id", "date"),
    sqlite_autoincrement=True,
)

decisions = Table(
    "decisions",
    metadata,
    id_column(),
    athlete_column(),
    Column("date", Date, nullable=False),
    Column("data", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("change_id", Id, ForeignKey("changes.id", ondelete="SET NULL"), index=True),
    Column("made_at", Instant, nullable=False),
    Column("replaced_at", Instant),
    Index(None, "athlete_id", "date"),
    Index(
        "uq_decisions_in_force",
        "athlete_id",
        "date",
        unique=True,
        sqlite_where=text("replaced_at IS NULL"),
        postgresql_where=text("replaced_at IS NULL"),
    ),
    sqlite_autoincrement=True,
)

gates = Table(
    "gates",
    metadata,
    id_column(),
    athlete_column(),
    Column("kind", Text, nullable=False),
    Column("data", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("closed_how", Text),
    Index(None, "athlete_id", "closed_at"),
    sqlite_autoincrement=True,
)

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

HELD_WITHOUT_AN_ATHLETE = frozenset(
    {"inbox", "buckets", "leases", "meta", "squads", "squad_sessions"}
)
"""Tables that no cascade reaches; /forget empties `inbox` rows itself, the rest hold no person.

A squad and its sessions belong to the group; who made a session is set to nobody.
"""
