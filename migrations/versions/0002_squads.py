"""Squads, their members, sessions and who comes.

Revision 0002, after the first.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON()
TABLES = (
    "squads",
    "members",
    "squad_sessions",
    "attendance",
    "kudos",
    "squad_results",
    "buddies",
)


def upgrade() -> None:
    """Make the tables: the squad and its members, then its sessions and what hangs on them."""
    _squads()
    _members()
    _sessions()
    _attendance()
    _between_members()


def downgrade() -> None:
    """Remove them, the dependent ones first."""
    for table in reversed(TABLES):
        op.drop_table(table)


def _squads() -> None:
    op.create_table(
        "squads",
        _id(),
        _needed("chat_id", sa.BigInteger()),
        sa.Column("thread_id", sa.BigInteger()),
        _needed("title", sa.Text()),
        _needed("locale", sa.Text()),
        _needed("state", sa.Text()),
        _needed("token", sa.Text()),
        _needed("data", JSON),
        _needed("format", sa.Integer()),
        _needed("version", sa.Integer(), server_default="1"),
        sa.Column("posted_on", sa.Date()),
        _needed("created_at", INSTANT),
        sa.Column("ended_at", INSTANT),
        sa.UniqueConstraint("chat_id", name="uq_squads_chat_id"),
        sa.UniqueConstraint("token", name="uq_squads_token"),
        _check("squads", "state", "founding", "active", "ended"),
        _key("squads", "id"),
        sqlite_autoincrement=True,
    )


def _members() -> None:
    op.create_table(
        "members",
        _to("members", "squad"),
        _to("members", "athlete"),
        _needed("is_coach", sa.Boolean()),
        _needed("shares", JSON),
        _needed("format", sa.Integer()),
        _needed("joined_at", INSTANT),
        _key("members", "squad_id", "athlete_id"),
    )
    _index("members", "athlete_id")


def _sessions() -> None:
    maker = sa.ForeignKey(
        "athletes.id", name="fk_squad_sessions_made_by_athletes", ondelete="SET NULL"
    )
    op.create_table(
        "squad_sessions",
        _id(),
        _to("squad_sessions", "squad"),
        _needed("date", sa.Date()),
        _needed("state", sa.Text()),
        sa.Column("made_by", BIG, maker),
        _needed("data", JSON),
        _needed("format", sa.Integer()),
        _needed("version", sa.Integer(), server_default="1"),
        _needed("made_at", INSTANT),
        _check("squad_sessions", "state", "planned", "moved", "cancelled"),
        _key("squad_sessions", "id"),
        sqlite_autoincrement=True,
    )
    _index("squad_sessions", "made_by")
    _index("squad_sessions", "squad_id", "date")
    on = sa.text("state <> 'cancelled'")
    op.create_index(
        "uq_squad_sessions_on",
        "squad_sessions",
        ["squad_id", "date"],
        unique=True,
        sqlite_where=on,
        postgresql_where=on,
    )


def _attendance() -> None:
    change = sa.ForeignKey(
        "changes.id", name="fk_attendance_change_id_changes", ondelete="SET NULL"
    )
    op.create_table(
        "attendance",
        _session("attendance"),
        _to("attendance", "athlete"),
        sa.Column("answer", sa.Text()),
        sa.Column("answered_at", INSTANT),
        sa.Column("done_at", INSTANT),
        sa.Column("change_id", BIG, change),
        _needed("smaller", sa.Boolean(), server_default=sa.false()),
        _check("attendance", "answer", "in", "maybe", "out"),
        _key("attendance", "session_id", "athlete_id"),
    )
    _index("attendance", "athlete_id")
    _index("attendance", "change_id")
    op.create_table(
        "kudos",
        _session("kudos"),
        _to("kudos", "athlete"),
        _needed("given_at", INSTANT),
        _key("kudos", "session_id", "athlete_id"),
    )
    _index("kudos", "athlete_id")


def _between_members() -> None:
    op.create_table(
        "squad_results",
        _id(),
        _session("squad_results"),
        _to("squad_results", "athlete"),
        _needed("data", JSON),
        _needed("format", sa.Integer()),
        _needed("told_at", INSTANT),
        sa.Column("confirmed_at", INSTANT),
        sa.Column("refused_at", INSTANT),
        sa.UniqueConstraint(
            "session_id", "athlete_id", name="uq_squad_results_session_id_athlete_id"
        ),
        _key("squad_results", "id"),
        sqlite_autoincrement=True,
    )
    _index("squad_results", "athlete_id")
    other = sa.ForeignKey("athletes.id", name="fk_buddies_other_id_athletes", ondelete="CASCADE")
    op.create_table(
        "buddies",
        _to("buddies", "squad"),
        _to("buddies", "athlete"),
        sa.Column("other_id", BIG, other, nullable=False),
        sa.Column("wants", sa.Boolean()),
        _needed("asked_at", INSTANT),
        _key("buddies", "squad_id", "athlete_id", "other_id"),
    )
    _index("buddies", "athlete_id")
    _index("buddies", "other_id")


def _id() -> sa.Column[Any]:
    return sa.Column("id", BIG, nullable=False)


def _needed(name: str, kind: sa.types.TypeEngine[Any], **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **options)


def _to(table: str, parent: str) -> sa.Column[Any]:
    """Whose the row is; it goes with them."""
    name = f"fk_{table}_{parent}_id_{parent}s"
    key = sa.ForeignKey(f"{parent}s.id", name=name, ondelete="CASCADE")
    return sa.Column(f"{parent}_id", BIG, key, nullable=False)


def _session(table: str) -> sa.Column[Any]:
    name = f"fk_{table}_session_id_squad_sessions"
    key = sa.ForeignKey("squad_sessions.id", name=name, ondelete="CASCADE")
    return sa.Column("session_id", BIG, key, nullable=False)


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _check(table: str, column: str, *allowed: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in allowed)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))
