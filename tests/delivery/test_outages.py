"""Telegram, the network or the database go away: at the start with patience, later for ever."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from telegram import Update

from bot.delivery.connect import ConnectError, builder, connect
from bot.delivery.line import Line
from bot.delivery.loops import forever, surely
from bot.rehearsal.model import Telegram
from bot.storage.engine import Database
from bot.storage.errors import UnavailableError
from tests.delivery.house import API, Context, HastyClock, House, Wire, house_of

pytestmark = pytest.mark.filterwarnings("ignore:.*coroutine.*was never awaited")


def at_start(**fault: Any) -> tuple[Any, HastyClock, Telegram]:
    clock = HastyClock()
    telegram = Telegram(clock.now)
    telegram.fail("getMe", **fault)
    request = Wire(telegram)
    return builder(telegram.token, API, request, request).build(), clock, telegram


@pytest.mark.parametrize("code", [401, 404])
async def test_a_bad_token_ends_the_start_at_once(code: int) -> None:
    application, clock, telegram = at_start(code=code, description="no")
    with pytest.raises(ConnectError) as refused:
        await connect(application, clock, 30)
    assert refused.value.exit_code == 2
    assert str(refused.value).startswith("TELEGRAM_TOKEN")
    assert "\n" not in str(refused.value)
    assert telegram.token not in str(refused.value)
    assert clock.paused == 0


@pytest.mark.parametrize("fault", [{"code": 502}, {"cut": True}, {"code": 429, "retry_after": 9}])
async def test_a_telegram_that_does_not_answer_is_tried_for_thirty_seconds(
    fault: dict[str, Any],
) -> None:
    application, clock, telegram = at_start(times=999, **fault)
    with pytest.raises(ConnectError) as refused:
        await connect(application, clock, 30)
    assert refused.value.exit_code == 75
    assert "\n" not in str(refused.value)
    assert telegram.token not in str(refused.value)
    assert 29 <= clock.paused <= 31


async def test_a_telegram_that_comes_back_in_time_is_started_with(
    caplog: pytest.LogCaptureFixture,
) -> None:
    application, clock, _ = at_start(times=20, code=502)
    await connect(application, clock, 30)
    assert application.bot.username == "NextgearBot"
    assert len([r for r in caplog.records if "does not answer yet" in r.message]) == 1
    await application.shutdown()


async def test_an_outage_ends_nothing_and_loses_nothing(
    house: House, caplog: pytest.LogCaptureFixture
) -> None:
    anna = house.telegram.person(1, "Anna")
    house.telegram.say(anna, None, "before")
    await house.settle()
    house.telegram.fail("getUpdates", times=200, code=502)
    house.telegram.say(anna, None, "during")
    await house.settle()
    assert house.said(anna) == ["heard before", "heard during"]
    await house.delivery.parts.telegram.ready()
    said = [r for r in caplog.records if "Telegram does not answer" in r.message]
    minutes = house.clock.paused / 60
    assert minutes > 10
    assert minutes / 2 < len(said) <= minutes + 1
    assert any("Telegram answers again" in r.message for r in caplog.records)


async def test_a_token_that_is_revoked_later_ends_nothing(house: House) -> None:
    anna = house.telegram.person(1, "Anna")
    house.telegram.fail("getUpdates", times=5, code=401, description="Unauthorized")
    house.telegram.say(anna, None, "hello")
    await house.settle()
    assert house.said(anna) == ["heard hello"]


async def test_a_webhook_that_is_still_set_is_taken_away(house: House) -> None:
    anna = house.telegram.person(1, "Anna")
    conflict = "Conflict: can't use getUpdates method while webhook is active"
    house.telegram.fail("getUpdates", code=409, description=conflict)
    house.telegram.say(anna, None, "hello")
    await house.settle()
    assert house.said(anna) == ["heard hello"]
    assert len(house.telegram.calls("deleteWebhook")) == 1


async def test_allowed_updates_are_told_with_every_poll(house: House) -> None:
    house.telegram.say(house.telegram.person(1), None, "hello")
    await house.settle()
    assert house.telegram.world.updates.allowed is not None
    assert "message_reaction" in house.telegram.world.updates.allowed


async def test_the_line_speaks_up_once_a_minute_and_waits_ever_longer(
    caplog: pytest.LogCaptureFixture,
) -> None:
    clock = HastyClock()
    line = Line(clock, "Telegram")
    assert line.is_up
    waits = []
    for _ in range(10):
        before = clock.paused
        await line.failed("cut")
        waits.append(clock.paused - before)
    assert not line.is_up
    assert waits == sorted(waits)
    assert waits[0] == 1
    assert waits[-1] == 20
    assert sum(waits) == 131
    assert len(caplog.records) == 2  # at once, and when a minute had passed
    waiting = asyncio.create_task(line.ready())
    await asyncio.sleep(0)
    assert not waiting.done()
    line.worked()
    await waiting


async def test_a_line_that_comes_and_goes_is_said_once_a_minute(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A disk that is full: what reads works, what writes does not, several times a second."""
    clock = HastyClock()
    line = Line(clock, "The database")
    while clock.paused < 119:
        await line.failed("disk is full")
        line.worked()
    said = [record.getMessage().split(",")[0] for record in caplog.records]
    assert (
        said == ["The database does not answer", "The database answers again after 0.0 minutes"] * 2
    )


async def test_a_loop_outlives_a_database_that_is_gone_and_every_stumble(
    caplog: pytest.LogCaptureFixture,
) -> None:
    troubles = [UnavailableError("locked"), UnavailableError("locked"), ValueError("a bug")]
    turns = 0

    async def turn() -> None:
        nonlocal turns
        turns += 1
        if troubles:
            raise troubles.pop(0)
        if turns == 10:
            raise asyncio.CancelledError

    clock = HastyClock()
    with pytest.raises(asyncio.CancelledError):
        await forever(turn, Line(clock, "The database"), "test")
    assert turns == 10
    assert clock.paused > 0
    assert len([r for r in caplog.records if r.levelno == logging.ERROR]) == 1
    assert any("The database answers again" in r.message for r in caplog.records)


async def test_what_has_happened_outside_is_written_as_often_as_it_takes() -> None:
    troubles = [UnavailableError("locked")] * 3

    async def write() -> None:
        if troubles:
            raise troubles.pop()

    await surely(write, Line(HastyClock(), "The database"))
    assert troubles == []


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_a_database_that_is_locked_for_a_while_loses_no_update(
    database: Database,
) -> None:
    """Somebody else writes for so long that everything here runs into time-outs."""

    async def hasty(database: Database) -> None:
        async with database.write() as unit:
            await unit.connection.execute(text("PRAGMA busy_timeout=1"))

    other = await Database.open(database.url)
    await hasty(database)
    async with house_of(database) as house:
        anna = house.telegram.person(1, "Anna")
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(other.write())
            house.telegram.say(anna, None, "hello")
            await asyncio.wait_for(house.clock.paused_for(100), 10)
            assert house.said(anna) == []
            assert house.telegram.world.updates.pending
        await house.advance(timedelta(minutes=1))
        assert house.said(anna) == ["heard hello"]
    await other.close()


async def test_a_telegram_that_breaks_off_in_the_middle_of_an_answer_is_answered_through(
    database: Database,
) -> None:
    async def handler(update: Update, context: Context) -> None:
        assert update.effective_message is not None
        await update.effective_message.reply_text("one")
        await update.effective_message.reply_text("two")

    async with house_of(database, handler=handler) as house:
        anna = house.telegram.person(1, "Anna")
        house.telegram.fail("sendMessage", times=3, code=502)
        house.telegram.say(anna, None, "hello")
        await house.advance(timedelta(minutes=5))
        assert house.said(anna)[-2:] == ["one", "two"]
