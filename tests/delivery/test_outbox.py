"""Messages out: sent once, or uncertain by rule; what each failure makes of a delivery."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.seam import Seam
from bot.reply import File, Picture, Reply
from bot.storage import athletes, deliveries
from bot.storage.athletes import State
from bot.storage.deliveries import Delivery, Intent
from bot.storage.engine import Database
from bot.storage.errors import UnavailableError
from bot.storage.owner import Owner
from tests.delivery.house import START, HastyClock, house_of
from tests.delivery.promises import DAY, SEAM, anna_in, promise, silent, states


async def test_a_delivery_is_drawn_when_it_is_sent_and_sent_once(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await promise(enrolled)
        await promise(enrolled)
        await house.settle()
        (message,) = house.messages(anna)
        assert message.text == "morning"
        assert await states(enrolled) == [("sent", 1, message.id)]


async def test_urgent_ones_go_first(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        async with enrolled.write() as unit:
            intents = [
                Intent("evening", 1, DAY, subject, priority=priority)
                for subject, priority in (("c", 3), ("a", 1), ("b", 2))
            ]
            await deliveries.promise(
                unit, Owner.athlete(1), intents, START, START + timedelta(hours=6)
            )
        await house.settle()
        assert [call.arguments["text"] for call in house.telegram.calls("sendMessage")] == [
            "evening a",
            "evening b",
            "evening c",
        ]
        assert len(house.messages(anna)) == 3


async def test_what_has_become_needless_is_dropped(enrolled: Database) -> None:
    async def nothing(_delivery: Delivery) -> None:
        return None

    async with house_of(enrolled, seam=Seam(renderers={"morning": nothing})) as house:
        await promise(enrolled)
        await house.settle()
    assert await states(enrolled) == [("dropped", 1, None)]


async def test_what_cannot_be_drawn_is_tried_five_times_and_buried(enrolled: Database) -> None:
    async def broken(_delivery: Delivery) -> Reply:
        raise KeyError("a bug")

    async with house_of(enrolled, seam=Seam(renderers={"morning": broken})) as house:
        await promise(enrolled)
        await house.advance(timedelta(minutes=30))
    assert await states(enrolled) == [("dead", 5, None)]


async def test_what_cannot_be_drawn_for_the_database_is_drawn_when_the_lease_runs_out(
    enrolled: Database,
) -> None:
    troubles = [UnavailableError("locked")]

    async def draws(_delivery: Delivery) -> Reply:
        if troubles:
            raise troubles.pop()
        return Reply("morning")

    seam = Seam(renderers={"morning": draws})
    async with house_of(enrolled, seam=seam, handler=silent) as house:
        anna = await anna_in(house)
        await promise(enrolled)
        await house.advance(timedelta(seconds=59))
        assert house.said(anna) == []
        await house.advance(timedelta(seconds=1))
        assert house.said(anna) == ["morning"]


async def test_nobody_gets_what_is_too_late(enrolled: Database) -> None:
    clock = HastyClock(START + timedelta(hours=6))
    await promise(enrolled)
    async with house_of(enrolled, seam=SEAM, clock=clock) as house:
        await house.settle()
        assert house.telegram.calls("sendMessage") == []
    assert await states(enrolled) == [("expired", 0, None)]


async def test_who_is_forgotten_while_it_is_drawn_gets_nothing(enrolled: Database) -> None:
    async def forgetting(_delivery: Delivery) -> Reply:
        async with enrolled.write() as unit:
            account = await athletes.find(unit, 1)
            assert account is not None
            await athletes.forget(unit, account, upto_update_id=1)
        return Reply("too late")

    async with house_of(enrolled, seam=Seam(renderers={"morning": forgetting})) as house:
        await anna_in(house)
        await promise(enrolled)
        await house.settle()
        assert house.telegram.calls("sendMessage") == []
    assert await states(enrolled) == []


async def test_a_blocked_coach_pauses_and_does_not_try_again(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.block(anna)
        await promise(enrolled)
        await promise(enrolled, subject="second")
        await house.advance(timedelta(hours=1))
        async with enrolled.read() as unit:
            account = await athletes.get(unit, 1)
        assert account is not None
        assert account.state is State.BLOCKED
    assert [state for state, _, _ in await states(enrolled)] == ["dead", "dead"]


@pytest.mark.parametrize(
    ("fault", "wait"),
    [({"code": 429, "retry_after": 40}, 40), ({"code": 401, "description": "Unauthorized"}, 7)],
)
async def test_what_was_refused_for_now_is_sent_later_and_counts_no_attempt(
    enrolled: Database, fault: dict[str, Any], wait: int
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", **fault)
        await promise(enrolled)
        await house.settle()
        assert await states(enrolled) == [("pending", 0, None)]
        await house.advance(timedelta(seconds=wait))
        assert house.said(anna) == ["morning"]


async def test_a_rest_that_telegram_asks_for_holds_all_that_is_unasked(
    enrolled: Database,
) -> None:
    async with house_of(enrolled, seam=SEAM) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", code=429, retry_after=40)
        await promise(enrolled)
        await house.settle()
        await promise(enrolled, "evening")
        await house.settle()
        assert house.said(anna) == ["heard /start"]
        house.telegram.say(anna, None, "but an answer comes at once")
        await house.settle()
        assert len(house.said(anna)) == 2
        await house.advance(timedelta(seconds=41))
        assert sorted(house.said(anna)[2:]) == ["evening", "morning"]


async def test_what_telegram_refuses_for_good_is_a_dead_letter(enrolled: Database) -> None:
    async def bad(_delivery: Delivery) -> Reply:
        return Reply("<blink>no such tag</blink>")

    async with house_of(enrolled, seam=Seam(renderers={"morning": bad}), handler=silent) as house:
        await anna_in(house)
        await promise(enrolled)
        await house.advance(timedelta(hours=1))
    ((state, attempts, _),) = await states(enrolled)
    assert (state, attempts) == ("dead", 1)


async def test_the_first_message_of_a_reply_decides_whether_it_was_sent(
    enrolled: Database,
) -> None:
    """Text first, then the picture: a picture that fails does not send the text again."""

    async def illustrated(_delivery: Delivery) -> Reply:
        return Reply("text", picture=Picture(b"no png"), file=File("plan.json", b"{}"))

    seam = Seam(renderers={"morning": illustrated})
    async with house_of(enrolled, seam=seam, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendPhoto", code=502)
        await promise(enrolled)
        await house.advance(timedelta(hours=1))
        (message,) = house.messages(anna)
        assert await states(enrolled) == [("sent", 1, message.id)]
