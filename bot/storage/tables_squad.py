"""The squads' tables: a squad's rows go with it, a member's rows go with the athlete."""

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
    false,
    text,
)

from bot.storage.columns import Id, Instant, Json, athlete_column, id_column, metadata, one_of

squads = Table(
    "squads",
    metadata,
    id_column(),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("thread_id", BigInteger),
    Column("title", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("token", Text, nullable=False, unique=True),
    Column("data", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("posted_on", Date),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant),
    one_of("state", "founding", "active", "ended"),
    sqlite_autoincrement=True,
)


def _squad_column(*, primary_key: bool = False) -> Column[int]:
    """Which squad's the row is; it goes with the squad."""
    key = ForeignKey("squads.id", ondelete="CASCADE")
    return Column("squad_id", Id, key, primary_key=primary_key, nullable=False)


def _session_column(*, primary_key: bool = False) -> Column[int]:
    key = ForeignKey("squad_sessions.id", ondelete="CASCADE")
    return Column("session_id", Id, key, primary_key=primary_key, nullable=False)


members = Table(
    "members",
    metadata,
    _squad_column(primary_key=True),
    athlete_column(primary_key=True),
    Column("is_coach", Boolean, nullable=False),
    Column("shares", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("joined_at", Instant, nullable=False),
    Index(None, "athlete_id"),
)

# `made_by` tells a coach how the session came about; the session outlives them without the name.
squad_sessions = Table(
    "squad_sessions",
    metadata,
    id_column(),
    _squad_column(),
    Column("date", Date, nullable=False),
    Column("state", Text, nullable=False),
    Column("made_by", Id, ForeignKey("athletes.id", ondelete="SET NULL"), index=True),
    Column("data", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("version", Integer, nullable=False, server_default="1"),
    Column("made_at", Instant, nullable=False),
    one_of("state", "planned", "moved", "cancelled"),
    Index(None, "squad_id", "date"),
    Index(
        "uq_squad_sessions_on",
        "squad_id",
        "date",
        unique=True,
        sqlite_where=text("state <> 'cancelled'"),
        postgresql_where=text("state <> 'cancelled'"),
    ),
    sqlite_autoincrement=True,
)

# `change_id`: the session as it was laid into the member's own plan, if it was. `smaller`: the
# squad's coach wants less of it from this member.
attendance = Table(
    "attendance",
    metadata,
    _session_column(primary_key=True),
    athlete_column(primary_key=True),
    Column("answer", Text),
    Column("answered_at", Instant),
    Column("done_at", Instant),
    Column("change_id", Id, ForeignKey("changes.id", ondelete="SET NULL"), index=True),
    Column("smaller", Boolean, nullable=False, server_default=false()),
    one_of("answer", "in", "maybe", "out"),
    Index(None, "athlete_id"),
)

kudos = Table(
    "kudos",
    metadata,
    _session_column(primary_key=True),
    athlete_column(primary_key=True),
    Column("given_at", Instant, nullable=False),
    Index(None, "athlete_id"),
)

# A time that the coach typed for a member; it counts once the member has confirmed it.
squad_results = Table(
    "squad_results",
    metadata,
    id_column(),
    _session_column(),
    athlete_column(),
    Column("data", Json, nullable=False),
    Column("format", Integer, nullable=False),
    Column("told_at", Instant, nullable=False),
    Column("confirmed_at", Instant),
    Column("refused_at", Instant),
    UniqueConstraint("session_id", "athlete_id"),
    Index(None, "athlete_id"),
    sqlite_autoincrement=True,
)

# One athlete's own answer about another; they are buddies once both say yes.
buddies = Table(
    "buddies",
    metadata,
    _squad_column(primary_key=True),
    athlete_column(primary_key=True),
    Column(
        "other_id",
        Id,
        ForeignKey("athletes.id", ondelete="CASCADE"),
        primary_key=True,
        nullable=False,
    ),
    Column("wants", Boolean),
    Column("asked_at", Instant, nullable=False),
    Index(None, "athlete_id"),
    Index(None, "other_id"),
)
