"""Delivery's tables: what is owed and what came in; `tables` is where they are found."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Date,
    Float,
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
    one_of,
)

cards = Table(
    "cards",
    metadata,
    id_column(),
    athlete_column(nullable=True),
    Column("squad_id", Id),
    Column("chat_id", BigInteger, nullable=False),
    Column("message_id", BigInteger),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
    Column("revision", Integer, nullable=False, server_default="1"),
    Column("shown", Integer, nullable=False, server_default="0"),
    Column("created_at", Instant, nullable=False),
    UniqueConstraint("chat_id", "kind", "subject"),
    Index(None, "athlete_id"),
    Index(
        "ix_cards_stale",
        "id",
        sqlite_where=text("shown < revision"),
        postgresql_where=text("shown < revision"),
    ),
    sqlite_autoincrement=True,
)

dues = Table(
    "dues",
    metadata,
    id_column(),
    Column("owner_kind", Text, nullable=False),
    Column("owner_id", Id, nullable=False),
    athlete_column(nullable=True),
    Column("kind", Text, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    UniqueConstraint("owner_kind", "owner_id", "kind"),
    Index(None, "athlete_id"),
    sqlite_autoincrement=True,
)

deliveries = Table(
    "deliveries",
    metadata,
    id_column(),
    Column("owner_kind", Text, nullable=False),
    Column("owner_id", Id, nullable=False),
    athlete_column(nullable=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("local_date", Date, nullable=False),
    Column("subject", Text, nullable=False, server_default=""),
    Column("due_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("priority", Integer, nullable=False, server_default="0"),
    Column("state", Text, nullable=False, server_default="pending"),
    Column("token", Text),
    Column("lease_until", Instant),
    Column("called_at", Instant),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("message_id", BigInteger),
    Column("error", Text),
    Column("ids", Json),
    UniqueConstraint("owner_kind", "owner_id", "kind", "local_date", "subject"),
    Index(None, "state", "priority", "due_at"),
    Index(None, "athlete_id"),
    sqlite_autoincrement=True,
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("key", BigInteger, nullable=False),
    Column("raw", Json),
    Column("state", Text, nullable=False, server_default="new"),
    Column("outcome", Json),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("owner", Text),
    Column("lease_until", Instant),
    Column("received_at", Instant, nullable=False),
    Column("not_before", Instant),
    one_of("state", "new", "applied", "done", "failed"),
    Index(None, "state", "update_id"),
    Index(None, "key", "state", "update_id"),
)

buckets = Table(
    "buckets",
    metadata,
    Column("id", Text, primary_key=True),
    Column("tat", Float, nullable=False),
)

leases = Table(
    "leases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("until", Instant, nullable=False),
)
