"""What /plateau found, what was applied of it, and how the re-check went.

Revision 0003, after the squads.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)
JSON = sa.JSON()


def upgrade() -> None:
    """Make the table and the ways into it."""
    op.create_table(
        "diagnoses",
        sa.Column("id", BIG, nullable=False),
        sa.Column(
            "athlete_id",
            BIG,
            sa.ForeignKey(
                "athletes.id", name="fk_diagnoses_athlete_id_athletes", ondelete="CASCADE"
            ),
            nullable=False,
        ),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("data", JSON, nullable=False),
        sa.Column("format", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.Integer(), nullable=False, server_default="0"),
        sa.Column(
            "change_id",
            BIG,
            sa.ForeignKey("changes.id", name="fk_diagnoses_change_id_changes", ondelete="SET NULL"),
        ),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.Column("applied_at", INSTANT),
        sa.Column("recheck_on", sa.Date()),
        sa.Column("recheck", JSON),
        sa.Column("rechecked_at", INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_diagnoses"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_diagnoses_athlete_id_date", "diagnoses", ["athlete_id", "date"])
    op.create_index("ix_diagnoses_change_id", "diagnoses", ["change_id"])


def downgrade() -> None:
    """Remove it."""
    op.drop_table("diagnoses")
