from __future__ import annotations

import json

from bot.storage import athletes
from bot.storage.engine import Database
from bot.storage.export import everything
from bot.storage.tables import HELD_WITHOUT_AN_ATHLETE, metadata
from tests.storage.filled import content, fill_database
from tests.storage.samples import NOW


async def test_everything_held_about_one_athlete_is_handed_over(database: Database) -> None:
    await fill_database(database, 1, 2)
    held = await content(database)
    async with database.read() as unit:
        ana = await athletes.get(unit, 1)
        assert ana is not None
        document = json.loads(json.dumps(await everything(unit, ana, now=NOW)))
    assert (document["format"], document["made_at"]) == (1, "2026-05-04T05:00:00+00:00")
    theirs = set(metadata.tables) - HELD_WITHOUT_AN_ATHLETE | {"inbox"}
    assert document.keys() == theirs | {"format", "made_at"}
    for name in theirs:
        columns = [column.name for column in metadata.tables[name].columns]
        first = dict(zip(columns, held[name][0], strict=True))
        assert document[name] == [
            {k: v.isoformat() if hasattr(v, "isoformat") else v for k, v in first.items()}
        ]


async def test_nothing_of_another_athlete_is_in_it(database: Database) -> None:
    await fill_database(database, 3, 4)
    async with database.read() as unit:
        ana = await athletes.get(unit, 3)
        assert ana is not None
        document = await everything(unit, ana, now=NOW)
    assert all(len(rows) == 1 for rows in document.values() if isinstance(rows, list))
