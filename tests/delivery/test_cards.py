"""Cards: one message per day and subject, edited in place, made up for where an edit was missed."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.delivery.say import Where
from bot.delivery.seam import Seam
from bot.rehearsal.model import Limits, Person
from bot.reply import Button, Reply
from bot.storage import cards
from bot.storage.cards import Card, CardKey
from bot.storage.engine import Database
from bot.storage.owner import Owner
from bot.storage.tables import cards as table
from tests.delivery.house import START, Context, House, enrol, house_of

ANNA = Owner.athlete(1)
KEY = CardKey(1, "day", "2027-03-01")


async def silent(_update: object, _context: Context) -> None:
    return


async def newest(card: Card) -> Reply:
    return Reply(f"revision {card.revision}", rows=((Button("Yes", "checkin:yes"),),))


SEAM = Seam(redraws={"day": newest})


async def shown(database: Database) -> list[tuple[int, int]]:
    async with database.read() as unit:
        found = await unit.connection.execute(
            select(table.c.revision, table.c.shown).order_by(table.c.id)
        )
    return [(row.revision, row.shown) for row in found]


async def touch(database: Database, key: CardKey = KEY) -> Card:
    async with database.write() as unit:
        card = await cards.touch(unit, key)
    assert card is not None
    return card


async def anna_in(house: House) -> Person:
    anna = house.telegram.person(1, "Anna")
    house.telegram.say(anna, None, "/start")
    await enrol(house.database, anna, START + timedelta(days=9))
    await house.settle()
    return anna


async def test_a_card_is_edited_in_place(database: Database) -> None:
    async with house_of(database, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house_cards = house.delivery.cards
        await house_cards.send(ANNA, KEY, Reply("three questions"))
        card = await touch(database)
        assert await house_cards.show(card, await newest(card))
        assert house.said(anna) == ["revision 2"]
        assert await shown(database) == [(2, 2)]
        assert await house_cards.show(card, await newest(card)), "not modified is success"


async def test_the_newer_message_is_the_card_and_the_older_goes(database: Database) -> None:
    async with house_of(database, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        first = await house.delivery.cards.send(ANNA, KEY, Reply("morning"))
        second = await house.delivery.cards.send(ANNA, KEY, Reply("today"), where=Where(1))
        assert first != second
        assert [message.id for message in house.messages(anna)] == [second]
        assert await shown(database) == [(1, 1)]
        async with database.read() as unit:
            card = await cards.of_message(unit, 1, second)
            assert card is not None
            assert card.key == KEY
            assert await cards.of_message(unit, 1, first) is None


async def test_a_card_of_another_day_is_another_card(database: Database) -> None:
    async with house_of(database, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await house.delivery.cards.send(ANNA, KEY, Reply("Monday"))
        await house.delivery.cards.send(ANNA, CardKey(1, "day", "2027-03-02"), Reply("Tuesday"))
        assert house.said(anna) == ["Monday", "Tuesday"]


@pytest.mark.parametrize("fault", [{"code": 429, "retry_after": 30}, {"cut": True}, {"code": 502}])
async def test_an_edit_that_was_missed_is_made_up_for(
    database: Database, fault: dict[str, int | bool]
) -> None:
    async with house_of(database, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await house.delivery.cards.send(ANNA, KEY, Reply("three questions"))
        card = await touch(database)
        house.telegram.fail("editMessageText", **fault)
        assert await house.delivery.cards.show(card, await newest(card))
        assert house.said(anna) == ["three questions"]
        await house.advance(timedelta(seconds=31))
        assert house.said(anna) == ["revision 2"]
        assert await shown(database) == [(2, 2)]


async def test_what_a_crash_left_behind_is_drawn_again(database: Database) -> None:
    """The change was committed, its edit never came."""
    async with house_of(database, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await house.delivery.cards.send(ANNA, KEY, Reply("three questions"))
        await touch(database)
        await house.settle()
        assert house.said(anna) == ["revision 2"]


FEW = 5
"""Edits: the first hand's, the redraw worker's while the others come, and the last."""


async def test_a_hundred_hands_at_one_card_are_few_edits_and_the_last(database: Database) -> None:
    """Taps that are handled at the same time: who finds the card in another's hands leaves it."""
    async with house_of(database, seam=SEAM, handler=silent, limits=Limits()) as house:
        anna = await anna_in(house)
        group = house.telegram.group(anna, "Tuesdays")
        house.telegram.add(group, house.telegram.bot, anna)
        key = CardKey(group.id, "day", "")
        await house.delivery.cards.send(Owner.squad(1), key, Reply("who is in?"))
        touched = [await touch(database, key) for _ in range(100)]
        await asyncio.gather(*(house.delivery.cards.refresh(card) for card in touched))
        assert len(house.telegram.calls("editMessageText")) <= FEW
        for card in touched:
            await house.delivery.cards.refresh(card)
        assert len(house.telegram.calls("editMessageText")) <= FEW, "late hands find it drawn"
        await house.advance(timedelta(minutes=1))
        assert await shown(database) == [(101, 101)]
        edits = [call.arguments["text"] for call in house.telegram.calls("editMessageText")]
        assert len(edits) <= FEW
        assert edits[-1] == "revision 101"


async def test_a_hundred_changes_are_few_edits(database: Database) -> None:
    async with house_of(database, seam=SEAM, handler=silent, limits=Limits()) as house:
        anna = await anna_in(house)
        group = house.telegram.group(anna, "Tuesdays")
        house.telegram.add(group, house.telegram.bot, anna)
        key = CardKey(group.id, "day", "")
        await house.delivery.cards.send(Owner.squad(1), key, Reply("who is in?"))
        for _ in range(100):
            card = await touch(database, key)
            await house.delivery.cards.show(card, await newest(card))
        await house.advance(timedelta(minutes=1))
        seen = house.telegram.visible_to(anna, group)
        assert seen[-1].text == "revision 101"
        calls = house.telegram.calls("editMessageText")
        assert len(calls) < 40
        at = [call.at for call in calls]
        assert all(sum(a <= b < a + timedelta(minutes=1) for b in at) <= 20 for a in at)
        assert 429 not in {call.code for call in calls}


async def test_an_older_text_drawn_over_a_newer_is_put_right(database: Database) -> None:
    """Two hands at once: the second change is shown first."""
    async with house_of(database, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await house.delivery.cards.send(ANNA, KEY, Reply("three questions"))
        older, newer = await touch(database), await touch(database)
        assert await house.delivery.cards.show(newer, Reply("revision 3"))
        assert await house.delivery.cards.show(older, Reply("revision 2"))
        await house.settle()
        assert house.said(anna) == ["revision 3"]
        assert await shown(database) == [(3, 3)]


async def test_a_card_that_its_reader_deleted_is_no_card_any_more(database: Database) -> None:
    async with house_of(database, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await house.delivery.cards.send(ANNA, KEY, Reply("three questions"))
        house.telegram.delete(house.messages(anna)[0])
        card = await touch(database)
        assert not await house.delivery.cards.show(card, await newest(card))
        assert await shown(database) == []


@pytest.mark.parametrize("seam", [Seam(), Seam(redraws={"day": lambda _card: silence()})])
async def test_a_card_that_nobody_draws_is_asked_for_once(database: Database, seam: Seam) -> None:
    async with house_of(database, seam=seam, handler=silent) as house:
        anna = await anna_in(house)
        await house.delivery.cards.send(ANNA, KEY, Reply("three questions"))
        await touch(database)
        await house.advance(timedelta(minutes=5))
        assert house.said(anna) == ["three questions"]
        assert await shown(database) == [(2, 2)]


async def silence() -> None:
    return None


async def test_a_text_that_telegram_refuses_is_not_tried_for_ever(database: Database) -> None:
    async def bad(_card: Card) -> Reply:
        return Reply("<blink>no such tag</blink>")

    async with house_of(database, seam=Seam(redraws={"day": bad}), handler=silent) as house:
        await anna_in(house)
        await house.delivery.cards.send(ANNA, KEY, Reply("three questions"))
        await touch(database)
        await house.advance(timedelta(minutes=5))
        assert await shown(database) == [(2, 2)]
        assert len(house.telegram.calls("editMessageText")) == 1


async def test_what_is_no_card_cannot_be_touched(database: Database) -> None:
    async with database.write() as unit:
        assert await cards.touch(unit, KEY) is None


async def test_a_group_that_moved_begins_its_cards_anew(database: Database) -> None:
    async with database.write() as unit:
        key = CardKey(-5, "session", "7")
        await cards.place(unit, Owner.squad(1), key, message_id=3, shown=1, now=START)
        await cards.migrate(unit, -5, -1005)
        moved = await cards.find(unit, CardKey(-1005, "session", "7"))
    assert moved is not None
    assert (moved.message_id, moved.shown, moved.owner) == (None, 0, Owner.squad(1))
