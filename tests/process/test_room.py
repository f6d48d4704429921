"""The rehearsal's clock bar: whose zone it shows, and the race that lies ahead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.clock import SteppedClock
from bot.storage import athletes
from bot.trying.stage import Stage as Behind
from tests.chats import plays
from tests.chats.stage import Scenes, Stage

LISBON = ZoneInfo("Europe/Lisbon")
EVE = datetime(2027, 3, 13, 20, 35, tzinfo=LISBON)
RACE = datetime(2027, 3, 14, 6, 0, tzinfo=LISBON)


@pytest.fixture
async def stage(
    _sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> AsyncIterator[Stage]:
    """A 10K runner in Lisbon has begun to train for a race on 14 March."""
    scenes = Scenes(_sqlite_template, tmp_path_factory.mktemp("scenes"))
    async with scenes.after(plays.rui_has_begun, tmp_path / "nextgear.db") as stage:
        yield stage


def behind(stage: Stage, now: datetime | None = None) -> Behind:
    """What the room asks, at some instant."""
    assert stage.coach is not None
    made = Behind(stage.telegram, SteppedClock(now) if now else stage.clock)
    made.enter(stage.coach)
    return made


async def landmarks(stage: Stage, now: datetime | None = None) -> list[tuple[str, datetime]]:
    return [(one.key, one.at) for one in await behind(stage, now).landmarks()]


async def test_the_race_ahead_has_its_eve_and_its_morning(stage: Stage) -> None:
    assert await landmarks(stage) == [("race-eve", EVE), ("race", RACE)]
    assert await landmarks(stage, EVE) == [("race", RACE)]
    assert await landmarks(stage, RACE) == []


async def test_the_zone_is_that_of_the_athlete_who_came_last(stage: Stage) -> None:
    made = behind(stage)
    assert made.zone() == "UTC"
    following = asyncio.create_task(made.follow())
    bell = stage.telegram.world.journal.bell
    assert await bell.heard(60), "nobody told the page of a new zone"
    assert made.zone() == "Europe/Lisbon"
    assert stage.coach is not None
    async with stage.coach.database.write() as unit:
        now = datetime(2026, 11, 26, tzinfo=UTC)
        await athletes.create(unit, user_id=7, chat_id=7, name="Yui", now=now, zone="Asia/Tokyo")
    stage.telegram.say(stage.telegram.person(7, "Yui"), None, "/help")
    async with asyncio.timeout(60):
        while made.zone() != "Asia/Tokyo":
            await bell.heard(1)
    following.cancel()
