"""What may have arrived: resent or held, proved by a tap, settled after a worker's death."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.adoption import adopt
from bot.delivery.seam import Seam
from bot.rehearsal.model import Message, Telegram
from bot.reply import Reply
from bot.storage import athletes, cards, outbox
from bot.storage.cards import CardKey
from bot.storage.deliveries import Delivery
from bot.storage.engine import Database
from tests.delivery.house import FAST, START, HastyClock, house_of
from tests.delivery.promises import DAY, MINUTE, SEAM, anna_in, promise, silent, states


@pytest.mark.parametrize("applied", [True, False])
async def test_an_uncertain_morning_is_sent_again_after_a_quiet_minute(
    enrolled: Database, applied: bool
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=applied)
        await promise(enrolled)
        await house.settle()
        assert await states(enrolled) == [("uncertain", 1, None)]
        await house.advance(timedelta(seconds=59))
        assert len(house.said(anna)) == applied
        await house.advance(timedelta(seconds=1))
        assert len(house.said(anna)) == applied + 1
        await house.advance(timedelta(hours=1))
        assert len(house.said(anna)) == applied + 1
        assert await states(enrolled) == [("sent", 2, house.messages(anna)[-1].id)]


async def test_an_uncertain_nudge_is_held_and_never_repeated(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled, "evening")
        await house.advance(timedelta(hours=7))
        assert house.said(anna) == ["evening"]
    assert await states(enrolled) == [("held", 1, None)]


async def test_an_uncertain_morning_that_expires_is_held(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        await anna_in(house)
        house.telegram.fail("sendMessage", cut=True)
        await promise(enrolled, expires=timedelta(seconds=30))
        await house.advance(timedelta(hours=1))
    assert await states(enrolled) == [("held", 1, None)]


async def test_a_line_that_is_always_cut_does_not_repeat_for_ever(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", times=99, cut=True, applied=True)
        await promise(enrolled)
        await house.advance(timedelta(hours=1))
        assert len(house.said(anna)) == FAST.attempts
    assert await states(enrolled) == [("held", FAST.attempts, None)]


async def test_a_tap_is_evidence_and_the_morning_is_not_sent_again(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled)
        await house.settle()
        (arrived,) = house.messages(anna)
        await adopt(house.delivery.parts, 1, anna.id, arrived.id)
        await house.advance(timedelta(hours=1))
        assert house.messages(anna) == [arrived]
        assert await states(enrolled) == [("sent", 1, arrived.id)]
        async with enrolled.read() as unit:
            card = await cards.find(unit, CardKey(anna.id, "day", f"{DAY}"))
        assert card is not None
        assert card.message_id == arrived.id


@pytest.mark.parametrize("tapped", [0, 1])
async def test_a_tap_on_either_copy_adopts_it_and_removes_the_other(
    enrolled: Database, tapped: int
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled)
        await house.advance(timedelta(minutes=2))
        copies = house.messages(anna)
        assert len(copies) == 2
        await adopt(house.delivery.parts, 1, anna.id, copies[tapped].id)
        # The first copy is known by nobody until it is tapped; the second is the delivery's.
        left = house.messages(anna)
        assert left == ([copies[0]] if tapped == 0 else copies)
        assert await states(enrolled) == [("sent", 2, copies[tapped].id)]
        await adopt(house.delivery.parts, 1, anna.id, copies[0].id)
        assert house.messages(anna) == [copies[0]]


async def test_a_copy_that_was_on_the_wire_while_another_was_tapped_is_removed(
    enrolled: Database,
) -> None:
    """The first copy arrived unseen; it is tapped while the second one is being sent."""
    first: list[Message] = []

    async def drawn_while_tapped(delivery: Delivery) -> Reply:
        if first:
            async with enrolled.write() as unit:
                await outbox.adopt(unit, delivery.id, 1, first[0].id)
        return Reply("morning")

    seam = Seam(renderers={"morning": drawn_while_tapped})
    async with house_of(enrolled, seam=seam, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled)
        await house.settle()
        first.extend(house.messages(anna))
        await house.advance(timedelta(minutes=2))
        assert house.messages(anna) == first
    assert await states(enrolled) == [("sent", 2, first[0].id)]


async def test_a_tap_that_is_quicker_than_telegram_s_answer_keeps_the_message(
    enrolled: Database,
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        gate = house.wire.gate("after sendMessage")
        await promise(enrolled)
        house.delivery.outbox.bell.set()
        await gate.reached.wait()
        (arrived,) = house.messages(anna)
        await adopt(house.delivery.parts, 1, anna.id, arrived.id)
        gate.opened.set()
        await house.settle()
        assert house.messages(anna) == [arrived]
        assert await states(enrolled) == [("sent", 1, arrived.id)]


async def test_who_is_forgotten_while_it_is_on_the_wire_keeps_no_message(
    enrolled: Database,
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        gate = house.wire.gate("after sendMessage")
        await promise(enrolled)
        house.delivery.outbox.bell.set()
        await gate.reached.wait()
        async with enrolled.write() as unit:
            account = await athletes.find(unit, anna.id)
            assert account is not None
            await athletes.forget(unit, account, upto_update_id=1)
        gate.opened.set()
        await house.settle()
        assert house.messages(anna) == []


async def test_a_copy_that_cannot_be_removed_is_no_trouble(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled)
        await house.advance(timedelta(minutes=2))
        house.telegram.fail("deleteMessage", code=502)
        first, second = house.messages(anna)
        await adopt(house.delivery.parts, 1, anna.id, first.id)
        assert house.messages(anna) == [first, second]
        assert await states(enrolled) == [("sent", 2, first.id)]


@pytest.mark.parametrize(("delivery", "chat"), [(99, 1), (1, 2)])
async def test_a_tap_proves_nothing_about_other_deliveries_or_chats(
    enrolled: Database, delivery: int, chat: int
) -> None:
    async with house_of(enrolled, seam=SEAM) as house:
        await promise(enrolled, expires=timedelta(hours=-1))
        await adopt(house.delivery.parts, delivery, chat, 77)
    assert [message for _, _, message in await states(enrolled)] == [None]


async def dead_worker(database: Database, *, fenced: bool, kind: str = "morning") -> None:
    """What a process leaves that dies before the fence, or behind it."""
    await promise(database, kind)
    async with database.write() as unit:
        (claimed,) = await outbox.claim(unit, "dead", 1, START, MINUTE)
        assert not fenced or await outbox.fence(unit, claimed, START, MINUTE)


@pytest.mark.parametrize("engine", ["postgresql"])  # on SQLite a dead process is known at once
@pytest.mark.parametrize(
    ("fenced", "kind", "seconds", "state"),
    [
        (False, "morning", 60, "sent"),
        (False, "evening", 60, "sent"),
        (True, "morning", 120, "sent"),
        (True, "morning", 60, "uncertain"),
        (True, "evening", 300, "held"),
    ],
)
async def test_what_a_dead_worker_left_is_settled_by_where_it_died(
    enrolled: Database, fenced: bool, kind: str, seconds: int, state: str
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        await anna_in(house)
        await dead_worker(enrolled, fenced=fenced, kind=kind)
        await house.advance(timedelta(seconds=59))
        assert house.telegram.calls("sendMessage") == []
        await house.advance(timedelta(seconds=seconds - 59))
    assert [state for state, _, _ in await states(enrolled)] == [state]


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_on_a_file_of_its_own_a_process_need_not_wait_for_dead_leases(
    enrolled: Database,
) -> None:
    await dead_worker(enrolled, fenced=False)
    clock = HastyClock()
    telegram = Telegram(clock.now)
    anna = telegram.person(1, "Anna")
    telegram.say(anna, None, "/start")
    async with house_of(
        enrolled, seam=SEAM, handler=silent, telegram=telegram, clock=clock
    ) as house:
        await house.settle()
        assert house.said(anna) == ["morning"]
