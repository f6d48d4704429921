"""The rehearsal moves time in steps: what falls due on the way comes once and in order."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta

from bot.delivery.seam import Seam
from bot.rehearsal.model import Limits, Person
from bot.reply import Reply
from bot.schedule import Dial, DueKind, Hours
from bot.storage import dues, inbox
from bot.storage.deliveries import Delivery
from bot.storage.engine import Database
from bot.storage.inbox import Arrival
from bot.storage.owner import Owner
from tests.delivery.house import START, Context, House, echo, enrol, house_of
from tests.delivery.test_tick import EVERYTHING

WEEK = START + timedelta(days=7)
ZONES = ("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe")


async def squad_of(house: House, count: int) -> list[Person]:
    """So many athletes in four zones, with mornings from 05:00 to 07:00."""
    people = [house.telegram.person(number, f"Runner {number}") for number in range(1, count + 1)]
    for person in people:
        house.telegram.say(person, None, "/start")
        hours = Hours(ZONES[person.id % 4], 300 + person.id * 3, dial=Dial.QUIET)
        await enrol(house.database, person, house.clock.now(), hours)
    await house.settle()
    return people


async def test_a_week_with_forty_athletes_shows_280_mornings_once_and_in_order(
    database: Database,
) -> None:
    """Though the button is pressed three times in a hurry."""
    async with house_of(database, seam=EVERYTHING, limits=Limits()) as house:
        people = await squad_of(house, 40)
        pressed = [asyncio.create_task(house.advance(WEEK)) for _ in range(3)]
        await asyncio.gather(*pressed)
        assert house.clock.now() == WEEK
        mornings = {
            person.name: [text for text in house.said(person) if text.startswith("morning")]
            for person in people
        }
        assert sum(map(len, mornings.values())) == 280
        for texts in mornings.values():
            assert texts == sorted(set(texts))
            assert len(texts) == 7
        stamps = [call.at for call in house.telegram.calls("sendMessage")]
        assert stamps == sorted(stamps)


async def test_each_message_is_sent_at_its_own_instant(database: Database) -> None:
    async with house_of(database, seam=EVERYTHING) as house:
        anna = house.telegram.person(1, "Anna")
        house.telegram.say(anna, None, "/start")
        await house.settle()
        await enrol(database, anna, START, Hours("Europe/Berlin", 390, weekend=540))
        await house.advance(WEEK)
        at = Counter(
            (message.text.split()[0], message.date.strftime("%H:%M"))
            for message in house.messages(anna)[1:]
        )
    assert at == {
        ("morning", "05:30"): 5,
        ("morning", "08:00"): 2,
        ("evening", "19:30"): 7,
        ("review", "19:30"): 1,
    }


async def test_what_one_message_brings_about_falls_due_on_the_way(database: Database) -> None:
    """The morning owes a routine an hour later, and that is no new press of a button."""

    async def draw(delivery: Delivery) -> Reply:
        async with database.write() as unit:
            if delivery.kind == "morning":
                await dues.put(unit, delivery.owner, DueKind.ROUTINE, delivery.due_at + HOUR)
        return Reply(f"{delivery.kind}")

    seam = Seam(deciders=EVERYTHING.deciders, renderers=dict.fromkeys(DueKind, draw))
    async with house_of(database, seam=seam) as house:
        anna = house.telegram.person(1, "Anna")
        house.telegram.say(anna, None, "/start")
        await house.settle()
        await enrol(database, anna, START, Hours("Europe/Berlin", 390, dial=Dial.QUIET))
        await house.advance(START.replace(hour=12))
        assert [(m.text, m.date.hour) for m in house.messages(anna)[1:]] == [
            ("morning", 5),
            ("routine", 6),
        ]


HOUR = timedelta(hours=1)


async def test_time_does_not_move_while_anybody_is_being_answered(database: Database) -> None:
    answering, answered = asyncio.Event(), asyncio.Event()

    async def slow(update: object, context: Context) -> None:
        answering.set()
        await answered.wait()
        await echo(update, context)  # type: ignore[arg-type]

    async with house_of(database, handler=slow) as house:
        anna = house.telegram.person(1, "Anna")
        house.telegram.say(anna, None, "wait for me")
        await answering.wait()
        moving = asyncio.create_task(house.advance(HOUR))
        for _ in range(20):
            await asyncio.sleep(0)
        assert house.clock.now() == START
        answered.set()
        await moving
        assert house.messages(anna)[0].date == START
        assert house.clock.now() == START + HOUR


async def test_time_does_not_move_between_the_claim_and_the_hand(database: Database) -> None:
    """A row that is claimed and not begun yet is nobody's wait and nobody's work: it counts too."""
    async with house_of(database) as house:
        work, anna = house.delivery.work, house.telegram.person(1, "Anna")
        house.telegram.say(anna, None, "before")
        await house.settle()
        async with work.lock:
            async with database.write() as unit:
                await inbox.store(unit, [Arrival(7, anna.id, told_by(anna, "hello"))], START)
                rows = await work.claim(unit)
            moving = asyncio.create_task(house.advance(HOUR))
            await asyncio.wait({moving}, timeout=0.5)
            assert house.clock.now() == START
            work.hand_out(rows)
        await moving
        assert house.said(anna)[-1] == "heard hello"
        assert house.messages(anna)[-1].date == START


def told_by(person: Person, text: str) -> dict[str, object]:
    """An update as Telegram sends it."""
    chat = {"id": person.id, "type": "private"}
    who = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    date = int(START.timestamp())
    message = {"message_id": 99, "date": date, "chat": chat, "from": who, "text": text}
    return {"update_id": 7, "message": message}


async def test_time_never_goes_back(house: House) -> None:
    await house.advance(HOUR)
    await house.advance(START)
    assert house.clock.now() == START + HOUR


async def test_an_answer_that_must_wait_a_moment_gets_it_without_a_hand(
    database: Database,
) -> None:
    async with house_of(database, limits=Limits()) as house:
        anna = house.telegram.person(1, "Anna")
        for number in range(12):
            house.telegram.say(anna, None, f"{number}")
        while len(house.said(anna)) < 12:
            await asyncio.wait_for(house.clock.changed.wait(), 10)
            await house.settle()
        assert timedelta(seconds=5) < house.clock.now() - START < timedelta(seconds=20)


async def test_what_is_due_waits_for_a_hand(database: Database) -> None:
    async with house_of(database, seam=EVERYTHING) as house:
        async with database.write() as unit:
            await dues.put(unit, Owner.squad(1), "evening", START + timedelta(seconds=30))
        house.delivery.parts.held.set()
        await house.settle()
        assert house.clock.now() == START
