"""Too many requests: Telegram's limits, on the told clock."""

from __future__ import annotations

import pytest

from bot.rehearsal.model import UNLIMITED, Limits, Telegram


async def sent_until_refused(call, chats, most=200):
    """How many sends pass before a 429, and the seconds it names."""
    for count in range(most):
        given = {"chat_id": chats[count % len(chats)], "text": str(count)}
        try:
            await call("sendMessage", **given)
        except AssertionError as refusal:
            return count, int(str(refusal).split("Too Many Requests: retry after ")[1].split()[0])
    return most, 0


@pytest.fixture
def crowd(telegram, clock):
    """Sixty people who started the bot long ago."""
    people = [telegram.person(1000 + n, f"Runner {n}") for n in range(60)]
    for person in people:
        telegram.world.private_chat(person).started = True
    clock.on(hours=1)
    return [person.id for person in people]


async def test_thirty_a_second_go_out_and_no_more(call, clock, crowd):
    assert await sent_until_refused(call, crowd) == (30, 1)
    clock.on(seconds=1)
    assert await sent_until_refused(call, crowd) == (30, 1)


async def test_one_chat_takes_a_short_burst_and_then_one_a_second(call, clock, crowd):
    assert await sent_until_refused(call, crowd[:1]) == (5, 1)
    clock.on(seconds=1)
    assert await sent_until_refused(call, crowd[:1]) == (1, 1)
    clock.on(seconds=3)
    assert await sent_until_refused(call, crowd[:1]) == (3, 1)


async def test_answers_to_people_are_no_bulk(telegram, call, clock, crowd, buttons):
    await sent_until_refused(call, crowd)
    telegram.say(telegram.person(crowd[0]), telegram.bot, "hello")
    given = {"chat_id": crowd[0], "text": "hi", "reply_markup": buttons(["x"])}
    for _ in range(5):
        await call("sendMessage", **given)
    assert (await call.refused("sendMessage", **given))[0] == 429
    telegram.press(telegram.person(crowd[0]), telegram.visible_to(telegram.person(crowd[0]))[-1])
    await call("sendMessage", **given)


@pytest.fixture
def group(telegram, anna):
    group = telegram.group(anna, "Tuesday track")
    telegram.add(group, telegram.bot, anna)
    return group


async def test_a_group_takes_twenty_a_minute_edits_included(telegram, call, clock, group):
    sent = await call("sendMessage", chat_id=group.id, text="0")
    for n in range(9):
        await call("editMessageText", chat_id=group.id, message_id=sent["message_id"], text=f"{n}!")
        clock.on(milliseconds=100)
    passed, wait = await sent_until_refused(call, [group.id])
    assert (passed, wait) == (10, 3)
    clock.on(seconds=wait)
    assert await sent_until_refused(call, [group.id]) == (1, 3)


async def test_what_was_refused_did_not_happen_and_did_not_count(telegram, call, clock, crowd):
    await sent_until_refused(call, crowd[:1])
    before = len(telegram.visible_to(telegram.person(crowd[0])))
    for _ in range(50):
        await call.refused("sendMessage", chat_id=crowd[0], text="a")
    assert len(telegram.visible_to(telegram.person(crowd[0]))) == before
    clock.on(seconds=1)
    await call("sendMessage", chat_id=crowd[0], text="a")


async def test_the_limits_are_settings(clock, calling):
    for limits, passed in ((Limits(bulk=3), 3), (UNLIMITED, 200)):
        telegram = Telegram(clock.now, limits=limits)
        people = [telegram.person(n, "Runner") for n in range(1, 51)]
        for person in people:
            telegram.world.private_chat(person).started = True
        chats = [person.id for person in people]
        assert (await sent_until_refused(calling(telegram), chats))[0] == passed
