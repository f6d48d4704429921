"""What tables are made of: their one MetaData, portable types, and columns that many have."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Integer,
    MetaData,
    TypeDecorator,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Instant(TypeDecorator[datetime]):
    """An aware datetime, UTC in the database and out of it; a naive one is refused (ValueError)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no zone: instants are stored in UTC")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc  # SQLite drops zones

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        del dialect  # both give UTC, SQLite without saying so
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite numbers rows by itself only for INTEGER; it holds 64 bits all the same.
Id = BigInteger().with_variant(Integer, "sqlite")
Json = JSON(none_as_null=True)


def id_column() -> Column[int]:
    """A number that the database gives out."""
    return Column("id", Id, primary_key=True)


def athlete_column(*, primary_key: bool = False, nullable: bool = False) -> Column[int]:
    """Whose the row is; it goes with the athlete."""
    return Column(
        "athlete_id",
        Id,
        ForeignKey("athletes.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=nullable,
    )


def one_of(column: str, *allowed: str) -> CheckConstraint:
    """The column takes these words and no others."""
    listed = ", ".join(f"'{word}'" for word in allowed)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def minutes_of_a_day(column: str) -> CheckConstraint:
    """The column is a time of day, in minutes after midnight."""
    return CheckConstraint(f"{column} BETWEEN 0 AND 1439", name=column)
