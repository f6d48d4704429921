"""What handling an update costs the database, read from the engines of a running coach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, event

from bot.delivery.handling import current
from bot.storage.engine import Database
from bot.storage.tables import metadata

BOOKKEEPING = frozenset({"inbox", "cards", "deliveries", "leases", "buckets"})
"""Delivery's own tables: an update is stored, claimed, answered and done with, whatever it is."""
_TABLE = re.compile(r"\b(?:FROM|JOIN|INTO|UPDATE) \"?(\w+)\"?", re.IGNORECASE)
_CONTROL = ("BEGIN", "PRAGMA")
_READS = ("SELECT", "WITH")


@dataclass
class Ledger:
    """The transactions that were begun while a worker had an update in hand: their statements."""

    transactions: list[list[str]] = field(default_factory=list)

    @property
    def about_athletes(self) -> list[list[str]]:
        """Those of them that read or write more than delivery's bookkeeping."""
        return [each for each in self.transactions if any(map(_about_athletes, each))]

    @property
    def reads(self) -> list[str]:
        """Every statement in these that only reads."""
        every = (statement for each in self.about_athletes for statement in each)
        return [statement for statement in every if statement.startswith(_READS)]

    @property
    def writing(self) -> list[list[str]]:
        """The transactions that change something of an athlete."""
        return [each for each in self.transactions if any(map(_changes_athletes, each))]


def _about_athletes(statement: str) -> bool:
    return bool(set(_TABLE.findall(statement)) & (set(metadata.tables) - BOOKKEEPING))


def _changes_athletes(statement: str) -> bool:
    return _about_athletes(statement) and not statement.startswith(_READS)


@contextmanager
def ledger_of(database: Database) -> Iterator[Ledger]:
    """Listen to both engines."""
    ledger, begun = Ledger(), {}
    engines = (database.writer.sync_engine, database.reader.sync_engine)

    def on_begin(connection: Connection) -> None:
        begun[connection] = []
        if current.get() is not None:
            ledger.transactions.append(begun[connection])

    def on_statement(connection: Connection, _cursor: object, statement: str, *_: Any) -> None:
        if connection in begun and not statement.startswith(_CONTROL):
            begun[connection].append(" ".join(statement.split()))

    for engine in engines:
        event.listen(engine, "begin", on_begin)
        event.listen(engine, "before_cursor_execute", on_statement)
    yield ledger
    for engine in engines:
        event.remove(engine, "begin", on_begin)
        event.remove(engine, "before_cursor_execute", on_statement)
