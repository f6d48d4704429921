"""The house as a fixture: an echoing application on each database in turn."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.storage.engine import Database
from tests.delivery.house import House, house_of


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    async with house_of(database) as built:
        yield built
