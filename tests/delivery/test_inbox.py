"""Updates in: stored, confirmed, handled once and in order per person, answered whatever breaks."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy import update as change
from telegram import Update

from bot.delivery.handling import NotOurs, current_row, mark_applied
from bot.delivery.say import Speaker
from bot.delivery.seam import Seam
from bot.rehearsal.model import Limits, Telegram
from bot.reply import Button, Reply
from bot.storage import inbox, meta
from bot.storage.engine import Database
from bot.storage.errors import Stale, UnavailableError
from bot.storage.inbox import Arrival
from bot.storage.tables import inbox as table
from tests.delivery.house import FAST, START, Context, HastyClock, House, echo, house_of, text_of


async def rows(database: Database) -> list[tuple[str, int]]:
    """State and attempts of every update, oldest first."""
    async with database.read() as unit:
        found = await unit.connection.execute(
            select(table.c.state, table.c.attempts).order_by(table.c.update_id)
        )
    return [(row.state, row.attempts) for row in found]


async def test_what_a_person_writes_is_answered_once(house: House) -> None:
    anna = house.telegram.person(1, "Anna")
    house.telegram.say(anna, None, "hello")
    await house.settle()
    assert house.said(anna) == ["heard hello"]
    assert await rows(house.database) == [("done", 1)]


async def test_what_was_said_is_forgotten_once_it_is_answered(house: House) -> None:
    house.telegram.say(house.telegram.person(1), None, "hello")
    await house.settle()
    async with house.database.read() as unit:
        assert (await unit.connection.execute(select(table.c.raw))).scalar_one() is None


async def test_one_person_is_heard_in_order_and_another_meanwhile(database: Database) -> None:
    order: list[str] = []
    first_may_end, other_done = asyncio.Event(), asyncio.Event()

    async def handler(update: Update, _context: Context) -> None:
        text = text_of(update)
        if text == "a1":
            await first_may_end.wait()
        order.append(text)
        if text == "b1":
            other_done.set()

    async with house_of(database, handler=handler) as house:
        anna, ben = house.telegram.person(1, "Anna"), house.telegram.person(2, "Ben")
        for person, text in ((anna, "a1"), (anna, "a2"), (ben, "b1"), (anna, "a3")):
            house.telegram.say(person, None, text)
        await asyncio.wait_for(other_done.wait(), 10)
        assert order == ["b1"]
        first_may_end.set()
        await house.settle()
    assert order == ["b1", "a1", "a2", "a3"]


async def test_a_failed_update_does_not_hold_up_the_next(database: Database) -> None:
    async def handler(update: Update, context: Context) -> None:
        if text_of(update) == "bad":
            raise RuntimeError("a bug")
        await echo(update, context)

    async with house_of(database, handler=handler) as house:
        anna = house.telegram.person(1)
        house.telegram.say(anna, None, "bad")
        house.telegram.say(anna, None, "good")
        await house.settle()
        assert house.said(anna) == ["heard good"]
        assert await rows(database) == [("failed", 1), ("done", 1)]


async def test_a_person_is_told_once_that_something_went_wrong(database: Database) -> None:
    told: list[tuple[int | None, str]] = []

    async def handler(_update: Update, _context: Context) -> None:
        raise RuntimeError("a bug")

    async def on_failed(update: Update | None, error: BaseException) -> None:
        told.append((update.update_id if update else None, str(error)))
        raise RuntimeError("and telling it fails as well")

    async with house_of(database, handler=handler, seam=Seam(on_failed=on_failed)) as house:
        house.telegram.say(house.telegram.person(1), None, "hello")
        await house.settle()
    assert told == [(100_001, "a bug")]


@pytest.mark.parametrize(
    "poison",
    [
        {"update_id": 7, "message": {"message_id": 1, "chat": {"id": 1, "type": "private"}}},
        {"update_id": 7, "poll": {"id": "1", "options": [{"text": "no persistent_id"}]}},
        {"update_id": 7, "message": "not even an object"},
        {"update_id": 7, "callback_query": {"from": {"id": 1}}},
        {"update_id": 7, "a_kind_of_tomorrow": {"x": 1}},
        {"no": "update"},
        {"update_id": 2**70, "message": {}},
        {"update_id": 7, "message": {"from": {"id": 2**70}, "chat": {"id": -(2**70)}}},
        "not even a dict",
        None,
    ],
)
async def test_an_update_that_cannot_be_read_stops_nothing(house: House, poison: object) -> None:
    anna = house.telegram.person(1)
    await house.delivery.intake.receive([poison])
    house.telegram.say(anna, None, "still there?")
    await house.settle()
    assert house.said(anna) == ["heard still there?"]
    assert not any(state in {"new", "applied"} for state, _ in await rows(house.database))


async def test_the_same_update_twice_is_one(house: House) -> None:
    anna = house.telegram.person(1)
    house.telegram.say(anna, None, "hello")
    (waiting,) = house.telegram.world.updates.pending
    raw = waiting.wire()
    await house.settle()
    await house.delivery.intake.receive([raw, raw])
    await house.settle()
    assert house.said(anna) == ["heard hello"]


async def test_after_five_attempts_an_update_is_failed_and_the_next_one_heard(
    database: Database,
) -> None:
    """Five processes died over it: each claimed it, none finished."""
    raw = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "deadly"}
    now, lease = START - timedelta(hours=1), timedelta(seconds=60)
    async with database.write() as unit:
        await inbox.store(unit, [Arrival(7, 1, {"update_id": 7, "message": raw})], now)
        for life in range(5):
            at = now + life * lease
            claimed = await inbox.claim(unit, f"life {life}", 9, now=at, lease=lease)
            assert [row.update_id for row in claimed] == [7]
    clock = HastyClock()
    telegram = Telegram(clock.now)
    anna = telegram.person(1)
    telegram.say(anna, None, "alive")
    async with house_of(database, clock=clock, telegram=telegram) as house:
        await house.settle()
        assert house.said(anna) == ["heard alive"]
        assert await rows(database) == [("failed", 6), ("done", 1)]


async def test_an_applied_update_is_only_answered_again(database: Database) -> None:
    decided: list[str] = []
    die_before_the_answer = True

    async def handler(update: Update, _context: Context) -> None:
        nonlocal die_before_the_answer
        row = current_row()
        assert row is not None
        if row.outcome is None:
            async with database.write() as unit:
                decided.append(text_of(update))
                await mark_applied(unit, {"said": "done", "number": len(decided)})
        if die_before_the_answer:
            die_before_the_answer = False
            raise UnavailableError("as if the process had ended here")
        again = current_row()
        assert again is not None
        assert again.outcome is not None
        assert update.effective_message is not None
        await update.effective_message.reply_text(f"number {again.outcome['number']}")

    async with house_of(database, handler=handler) as house:
        anna = house.telegram.person(1)
        house.telegram.say(anna, None, "yes")
        await house.settle()
        assert decided == ["yes"]
        await house.advance(timedelta(seconds=10))
        assert decided == ["yes"]
        assert house.said(anna) == ["number 1"]


async def test_an_outcome_goes_with_its_transaction(database: Database) -> None:
    async def handler(_update: Update, _context: Context) -> None:
        async with database.write() as unit:
            await meta.put(unit, "decided", "yes")
            await mark_applied(unit, {"said": "done"})
            raise RuntimeError("rolled back")

    async with house_of(database, handler=handler) as house:
        house.telegram.say(house.telegram.person(1), None, "yes")
        await house.settle()
    async with database.read() as unit:
        assert await meta.get(unit, "decided") is None
        assert (await unit.connection.execute(select(table.c.outcome))).scalar_one() is None


async def test_nothing_is_decided_for_a_row_that_somebody_else_took_over(
    database: Database,
) -> None:
    async def handler(update: Update, _context: Context) -> None:
        async with database.write() as unit:
            await unit.connection.execute(change(table).values(owner="another process"))
        async with database.write() as unit:
            await meta.put(unit, "decided", "twice")
            with pytest.raises(NotOurs):
                await mark_applied(unit, {"said": "done"})
            raise NotOurs(str(update.update_id))

    async with house_of(database, handler=handler) as house:
        house.telegram.say(house.telegram.person(1), None, "yes")
        await house.settle()
    async with database.read() as unit:
        assert await meta.get(unit, "decided") is None
    assert [state for state, _ in await rows(database)] == ["new"]


async def test_one_update_applies_one_use_case(database: Database) -> None:
    errors: list[str] = []

    async def handler(_update: Update, _context: Context) -> None:
        for number in (1, 2):
            async with database.write() as unit:
                await meta.put(unit, "applied", f"{number}")
                await mark_applied(unit, {"number": number})

    async def on_failed(_update: Update | None, error: BaseException) -> None:
        errors.append(str(error))

    async with house_of(database, handler=handler, seam=Seam(on_failed=on_failed)) as house:
        house.telegram.say(house.telegram.person(1), None, "yes")
        await house.settle()
    assert errors == ["update 100001: one update applies one use case"]
    async with database.read() as unit:
        assert await meta.get(unit, "applied") == "1"


async def test_a_tap_whose_answer_takes_long_is_answered_without_words(
    database: Database,
) -> None:
    """And once: the words that come later are no second answer."""
    may_end = asyncio.Event()

    async def slow(update: Update, context: Context) -> None:
        speaker: Speaker = context.bot_data["speaker"]
        if update.callback_query is None:
            await speaker.say(1, Reply("?", rows=((Button("Yes", "a:b"),),)))
            return
        await may_end.wait()
        await speaker.answer(update.callback_query.id, "at last")

    patience = replace(FAST, tap_seconds=0.01)
    async with house_of(database, handler=slow, patience=patience) as house:
        anna = house.telegram.person(1, "Anna")
        house.telegram.say(anna, None, "ask me")
        await house.settle()
        press = house.telegram.press(anna, house.messages(anna)[0])
        assert await press.answer() is None
        assert press.answered
        may_end.set()
        await house.settle()
        assert len(house.telegram.calls("answerCallbackQuery")) == 1


async def test_outside_the_inbox_there_is_no_row_to_mark(database: Database) -> None:
    assert current_row() is None
    async with database.write() as unit:
        await mark_applied(unit, {"said": "done"})


@pytest.mark.parametrize(
    ("fault", "seconds", "copies"),
    [
        ({"code": 429, "retry_after": 17}, 17, 1),
        ({"cut": True}, 2, 1),
        ({"cut": True, "applied": True}, 2, 2),  # at least once: it had arrived
        ({"code": 502}, 2, 1),
    ],
)
async def test_an_answer_that_did_not_get_through_is_given_again(
    house: House, fault: dict[str, Any], seconds: int, copies: int
) -> None:
    anna = house.telegram.person(1)
    house.telegram.fail("sendMessage", **fault)
    house.telegram.say(anna, None, "hello")
    await house.settle()
    await house.advance(timedelta(seconds=seconds - 1))
    await house.advance(timedelta(seconds=1))
    assert house.said(anna) == ["heard hello"] * copies
    assert [state for state, _ in await rows(house.database)] == ["done"]


async def test_a_rest_that_telegram_asks_for_is_no_attempt(house: House) -> None:
    anna = house.telegram.person(1)
    house.telegram.fail("sendMessage", times=9, code=429, retry_after=30)
    house.telegram.say(anna, None, "hello")
    await house.advance(timedelta(minutes=6))
    assert house.said(anna) == ["heard hello"]
    assert await rows(house.database) == [("done", 1)]


async def test_an_answer_that_never_gets_through_is_given_up_after_five_attempts(
    house: House,
) -> None:
    anna = house.telegram.person(1)
    house.telegram.fail("sendMessage", times=99, code=502)
    house.telegram.say(anna, None, "hello")
    await house.advance(timedelta(minutes=10))
    assert await rows(house.database) == [("failed", 5)]


async def test_who_blocked_the_coach_is_not_tried_again(house: House) -> None:
    anna = house.telegram.person(1)
    house.telegram.say(anna, None, "hello")
    house.telegram.block(anna)
    await house.settle()
    assert len(house.telegram.calls("sendMessage")) == 1
    assert not any(state in {"new", "applied"} for state, _ in await rows(house.database))


@pytest.mark.parametrize(
    ("error", "attempts"), [(Stale("version"), 2), (UnavailableError("locked"), 1)]
)
async def test_what_the_database_refused_just_now_is_tried_again(
    database: Database, error: Exception, attempts: int
) -> None:
    failures = [error]

    async def handler(update: Update, context: Context) -> None:
        if failures:
            raise failures.pop()
        await echo(update, context)

    async with house_of(database, handler=handler) as house:
        anna = house.telegram.person(1)
        house.telegram.say(anna, None, "hello")
        await house.advance(timedelta(seconds=10))
        assert house.said(anna) == ["heard hello"]
        assert await rows(database) == [("done", attempts)]


async def test_what_was_forgotten_before_it_was_answered_is_done_in_silence(
    house: House,
) -> None:
    anna = house.telegram.person(1)
    async with house.database.write() as unit:
        await inbox.store(unit, [Arrival(7, anna.id, {})], house.clock.now())
        await unit.connection.execute(change(table).values(raw=None))
    await house.settle()
    assert house.said(anna) == []
    assert await rows(house.database) == [("done", 1)]


async def test_a_flood_of_one_does_not_delay_the_others(database: Database) -> None:
    """Anna writes eighty times, then Ben once; her answers are paced, his comes at once."""
    async with house_of(database, limits=Limits()) as house:
        anna, ben = house.telegram.person(1, "Anna"), house.telegram.person(2, "Ben")
        for number in range(80):
            house.telegram.say(anna, None, f"{number}")
        house.telegram.say(ben, None, "hello")
        handled = house.telegram.calls
        await house.settle()
        chats = [call.arguments["chat_id"] for call in handled("sendMessage")]
        assert house.said(ben) == ["heard hello"]
        assert chats.index(2) < 20
        await house.advance(timedelta(minutes=5))
        assert house.said(anna) == [f"heard {number}" for number in range(80)]
        assert 429 not in {call.code for call in handled("sendMessage")}


async def test_ids_of_finished_updates_are_forgotten_after_three_days(house: House) -> None:
    house.telegram.say(house.telegram.person(1), None, "hello")
    await house.settle()
    for days, left in ((2, 1), (2, 0)):
        await house.advance(timedelta(days=days))
        async with house.database.write() as unit:
            await inbox.sweep(unit, house.clock.now() - timedelta(days=3))
        assert len(await rows(house.database)) == left
