"""A squad through the services: the report of what the coach did, and no broken rule.

`python -m pytest tests/services/test_squad.py -s` prints four weeks; `-m long` the year.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator

import pytest

from bot.storage.engine import Database
from core.content import load_content
from tests.services.squad import MEMBERS, Lived, Squad, report

WEEKS, YEAR = 4 * 7, 52 * 7


@pytest.fixture
async def squad(sqlite_url: str) -> AsyncIterator[Squad]:
    database = await Database.open(sqlite_url)
    yield Squad(database, load_content())
    await database.close()


def check(lives: tuple[Lived, ...]) -> None:
    """What must hold after any number of days (coaching.md 5 and 6)."""
    print("\n" + report(lives))
    assert [rule for life in lives for rule in life.broken] == []
    well: Counter[str] = sum((life.well for life in lives), Counter())
    assert well["changed"] / well["planned"] <= 1 / 8
    assert well["reds"] / well["days"] <= 0.03
    unwell = [eased for life in lives for eased in life.hard_ill]
    assert unwell, "somebody was unwell on a hard day"
    assert sum(unwell) / len(unwell) >= 0.8


async def test_four_weeks_of_eight_athletes(squad: Squad) -> None:
    lives = await squad.live(MEMBERS, WEEKS)
    check(lives)
    laid = {kind for life in lives for kind in life.laid}
    assert {"readiness", "away", "busy"} <= laid
    assert all(life.ran > 0 for life in lives)


@pytest.mark.long
async def test_a_year_of_eight_athletes(squad: Squad) -> None:
    lives = await squad.live(MEMBERS, YEAR)
    check(lives)
    assert any(life.undone for life in lives)
    assert {"missed", "moved"} <= {kind for life in lives for kind in life.laid}
