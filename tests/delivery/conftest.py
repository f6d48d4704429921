"""The house as a fixture: an echoing application on each database in turn."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.rehearsal.model import Person
from bot.storage.engine import Database
from tests.delivery.house import START, House, enrol, house_of


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    async with house_of(database) as built:
        yield built


@pytest.fixture
async def enrolled(database: Database) -> Database:
    """With an athlete, number 1 of all, to whom nothing is owed for a while."""
    await enrol(database, Person(1, "Anna"), START + timedelta(days=9))
    return database
