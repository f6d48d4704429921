"""The first tables.

Revision 0001, the first.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON()
IN_FORCE = sa.text("replaced_at IS NULL")


def upgrade() -> None:
    """Make the tables: accounts, then what hangs on them, then delivery's own."""
    _athletes()
    _plans()
    _answers()
    _promises()
    _machinery()


def downgrade() -> None:
    """Remove them, the dependent ones first."""
    for table in (
        "meta",
        "leases",
        "buckets",
        "inbox",
        "deliveries",
        "dues",
        "cards",
        "gates",
        "decisions",
        "activities",
        "checkins",
        "days",
        "changes",
        "plans",
        "drafts",
        "athletes",
    ):
        op.drop_table(table)


def _athletes() -> None:
    _table(
        "athletes",
        _needed("user_id", sa.BigInteger()),
        _needed("chat_id", sa.BigInteger()),
        _needed("name", sa.Text()),
        _needed("state", sa.Text()),
        _needed("locale", sa.Text()),
        _needed("units", sa.Text()),
        _needed("clock24", sa.Boolean()),
        _needed("zone", sa.Text()),
        _needed("morning_minute", sa.Integer()),
        sa.Column("weekend_minute", sa.Integer()),
        _needed("evening_minute", sa.Integer(), server_default="1230"),
        sa.Column("running_minute", sa.Integer()),
        _needed("dial", sa.Text()),
        _needed("asks_pulse", sa.Boolean()),
        sa.Column("profile", JSON),
        _needed("format", sa.Integer()),
        _needed("version", sa.Integer(), server_default="1"),
        sa.Column("consented_at", INSTANT),
        _needed("created_at", INSTANT),
        _needed("silent_mornings", sa.Integer(), server_default="0"),
        sa.UniqueConstraint("user_id", name="uq_athletes_user_id"),
        _check("athletes", "state", "onboarding", "active", "paused", "coach-only", "blocked"),
        _check("athletes", "units", "km", "miles"),
        _check("athletes", "dial", "quiet", "normal", "chatty"),
        *(_minutes_of_a_day(f"{time}_minute") for time in _TIMES),
    )
    _keyed(
        "drafts",
        ("athlete_id", "form", "local_date"),
        _needed("form", sa.Text()),
        _needed("local_date", sa.Text()),
        _needed("answers", JSON),
        _needed("format", sa.Integer()),
        _needed("asked_at", INSTANT),
    )


def _plans() -> None:
    _table(
        "plans",
        _athlete("plans"),
        _needed("version", sa.Integer()),
        _needed("starts_on", sa.Date()),
        _needed("base", JSON),
        _needed("format", sa.Integer()),
        _needed("made_at", INSTANT),
        sa.Column("replaced_at", INSTANT),
        sa.UniqueConstraint("athlete_id", "version", name="uq_plans_athlete_id_version"),
    )
    _one_in_force("plans", "athlete_id")
    _table(
        "changes",
        sa.Column(
            "plan_id",
            BIG,
            sa.ForeignKey("plans.id", name="fk_changes_plan_id_plans", ondelete="CASCADE"),
            nullable=False,
        ),
        _needed("seq", sa.Integer()),
        _needed("result", JSON),
        _needed("reason", JSON),
        _needed("format", sa.Integer()),
        _needed("laid_at", INSTANT),
        sa.Column("undone_at", INSTANT),
        sa.UniqueConstraint("plan_id", "seq", name="uq_changes_plan_id_seq"),
    )
    _keyed(
        "days",
        ("athlete_id", "date"),
        _needed("date", sa.Date()),
        sa.Column("shown", JSON),
        _needed("format", sa.Integer()),
    )


def _answers() -> None:
    _keyed(
        "checkins",
        ("athlete_id", "date"),
        _needed("date", sa.Date()),
        _needed("answers", JSON),
        _needed("format", sa.Integer()),
        _needed("answered_at", INSTANT),
    )
    _table(
        "activities",
        _athlete("activities"),
        _needed("date", sa.Date()),
        _needed("done", sa.Text()),
        _needed("data", JSON),
        _needed("format", sa.Integer()),
        _needed("logged_at", INSTANT),
    )
    _index("activities", "athlete_id", "date")
    _table(
        "decisions",
        _athlete("decisions"),
        _needed("date", sa.Date()),
        _needed("data", JSON),
        _needed("format", sa.Integer()),
        sa.Column(
            "change_id",
            BIG,
            sa.ForeignKey("changes.id", name="fk_decisions_change_id_changes", ondelete="SET NULL"),
        ),
        _needed("made_at", INSTANT),
        sa.Column("replaced_at", INSTANT),
    )
    _index("decisions", "athlete_id", "date")
    _index("decisions", "change_id")
    _one_in_force("decisions", "athlete_id", "date")
    _table(
        "gates",
        _athlete("gates"),
        _needed("kind", sa.Text()),
        _needed("data", JSON),
        _needed("format", sa.Integer()),
        _needed("opened_at", INSTANT),
        sa.Column("closed_at", INSTANT),
        sa.Column("closed_how", sa.Text()),
    )
    _index("gates", "athlete_id", "closed_at")


def _promises() -> None:
    _table(
        "cards",
        _athlete("cards", nullable=True),
        sa.Column("squad_id", BIG),
        _needed("chat_id", sa.BigInteger()),
        sa.Column("message_id", sa.BigInteger()),
        _needed("kind", sa.Text()),
        _needed("subject", sa.Text(), server_default=""),
        _needed("revision", sa.Integer(), server_default="1"),
        _needed("shown", sa.Integer(), server_default="0"),
        _needed("created_at", INSTANT),
        sa.UniqueConstraint("chat_id", "kind", "subject", name="uq_cards_chat_id_kind_subject"),
    )
    _index("cards", "athlete_id")
    stale = sa.text("shown < revision")
    op.create_index("ix_cards_stale", "cards", ["id"], sqlite_where=stale, postgresql_where=stale)
    _table(
        "dues",
        *_owner("dues"),
        _needed("kind", sa.Text()),
        _needed("at", INSTANT),
        sa.UniqueConstraint(
            "owner_kind", "owner_id", "kind", name="uq_dues_owner_kind_owner_id_kind"
        ),
    )
    _index("dues", "at")
    _index("dues", "athlete_id")
    _table(
        "deliveries",
        *_owner("deliveries"),
        _needed("chat_id", sa.BigInteger()),
        _needed("kind", sa.Text()),
        _needed("local_date", sa.Date()),
        _needed("subject", sa.Text(), server_default=""),
        _needed("due_at", INSTANT),
        _needed("expires_at", INSTANT),
        _needed("priority", sa.Integer(), server_default="0"),
        _needed("state", sa.Text(), server_default="pending"),
        sa.Column("token", sa.Text()),
        sa.Column("lease_until", INSTANT),
        sa.Column("called_at", INSTANT),
        _needed("attempts", sa.Integer(), server_default="0"),
        sa.Column("message_id", sa.BigInteger()),
        sa.Column("error", sa.Text()),
        sa.Column("ids", JSON),
        sa.UniqueConstraint(
            "owner_kind",
            "owner_id",
            "kind",
            "local_date",
            "subject",
            name="uq_deliveries_owner_kind_owner_id_kind_local_date_subject",
        ),
    )
    _index("deliveries", "state", "priority", "due_at")
    _index("deliveries", "athlete_id")


def _machinery() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        _needed("key", sa.BigInteger()),
        sa.Column("raw", JSON),
        _needed("state", sa.Text(), server_default="new"),
        sa.Column("outcome", JSON),
        _needed("attempts", sa.Integer(), server_default="0"),
        sa.Column("owner", sa.Text()),
        sa.Column("lease_until", INSTANT),
        _needed("received_at", INSTANT),
        sa.Column("not_before", INSTANT),
        _check("inbox", "state", "new", "applied", "done", "failed"),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
    )
    _index("inbox", "state", "update_id")
    _index("inbox", "key", "state", "update_id")
    for table, key, *columns in (
        ("buckets", "id", _needed("tat", sa.Float())),
        ("leases", "name", _needed("owner", sa.Text()), _needed("until", INSTANT)),
        ("meta", "name", _needed("value", sa.Text())),
    ):
        primary = sa.PrimaryKeyConstraint(key, name=f"pk_{table}")
        op.create_table(table, _needed(key, sa.Text()), *columns, primary)


_TIMES = ("morning", "weekend", "evening", "running")


def _table(name: str, *parts: sa.schema.SchemaItem) -> None:
    """A table with an id that is never given out twice."""
    number = sa.Column("id", BIG, nullable=False)
    primary = sa.PrimaryKeyConstraint("id", name=f"pk_{name}")
    op.create_table(name, number, *parts, primary, sqlite_autoincrement=True)


def _keyed(name: str, key: tuple[str, ...], *parts: sa.schema.SchemaItem) -> None:
    """A table of an athlete's that is known by what it is about."""
    op.create_table(name, _athlete(name), *parts, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))


def _needed(name: str, kind: sa.types.TypeEngine[Any], **options: Any) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False, **options)


def _athlete(table: str, *, nullable: bool = False) -> sa.Column[Any]:
    key = sa.ForeignKey("athletes.id", name=f"fk_{table}_athlete_id_athletes", ondelete="CASCADE")
    return sa.Column("athlete_id", BIG, key, nullable=nullable)


def _owner(table: str) -> tuple[sa.Column[Any], ...]:
    kind, number = _needed("owner_kind", sa.Text()), _needed("owner_id", BIG)
    return kind, number, _athlete(table, nullable=True)


def _check(table: str, column: str, *allowed: str) -> sa.CheckConstraint:
    listed = ", ".join(f"'{word}'" for word in allowed)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def _minutes_of_a_day(column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f"{column} BETWEEN 0 AND 1439", name=op.f(f"ck_athletes_{column}"))


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _one_in_force(table: str, *columns: str) -> None:
    name = f"uq_{table}_in_force"
    op.create_index(
        name,
        table,
        list(columns),
        unique=True,
        sqlite_where=IN_FORCE,
        postgresql_where=IN_FORCE,
    )
