"""Updates are told until they are confirmed, to one poller, and only what was asked for."""

from __future__ import annotations

import asyncio

import pytest

from bot.rehearsal.model.errors import ApiError

CARD = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}


async def test_updates_come_again_until_a_higher_offset_confirms_them(telegram, call, anna):
    for word in ("one", "two", "three"):
        telegram.say(anna, telegram.bot, word)
    first = await call.updates(limit=2)
    assert [update["message"]["text"] for update in first] == ["one", "two"]
    assert await call.updates(limit=2) == first
    (third,) = await call.updates(offset=first[-1]["update_id"] + 1)
    assert third["update_id"] == first[-1]["update_id"] + 1
    assert await call.updates(offset=third["update_id"] + 1) == []
    assert await call.updates() == []


async def test_a_negative_offset_forgets_all_but_the_last(telegram, call, anna):
    for word in ("one", "two", "three"):
        telegram.say(anna, telegram.bot, word)
    assert [u["message"]["text"] for u in await call.updates(offset=-1)] == ["three"]
    assert [u["message"]["text"] for u in await call.updates()] == ["three"]


async def test_what_is_wanted_stays_wanted_until_something_else_is_asked_for(telegram, call, anna):
    card = telegram.say(anna, telegram.bot, "react to this")
    await call.updates(allowed_updates=["message_reaction"])
    telegram.say(anna, telegram.bot, "unheard")
    telegram.react(anna, card, "👍")
    updates = await call.updates()
    assert [kind for update in updates for kind in update if kind != "update_id"] == [
        "message",  # told before the setting was made
        "message_reaction",
    ]
    await call.updates(offset=updates[-1]["update_id"] + 1, allowed_updates=[])
    telegram.react(anna, card)
    telegram.say(anna, telegram.bot, "heard")
    (update,) = await call.updates()
    assert update["message"]["text"] == "heard"


@pytest.mark.parametrize("kind", ["chat_member", "message_reaction", "message_reaction_count"])
async def test_by_default_some_kinds_are_left_out(telegram, kind):
    assert not telegram.world.updates.wanted(kind)
    assert telegram.world.updates.wanted("my_chat_member")


async def test_messages_are_kept_for_a_day_and_taps_for_150_seconds(telegram, call, clock, anna):
    await call("sendMessage", chat_id=anna.id, text="a", reply_markup=CARD)
    telegram.press(anna, telegram.visible_to(anna)[-1])
    telegram.say(anna, telegram.bot, "b")
    clock.on(seconds=150)
    assert [list(update)[1] for update in await call.updates()] == ["callback_query", "message"]
    clock.on(seconds=1)
    assert [list(update)[1] for update in await call.updates()] == ["message"]
    clock.on(hours=24)
    assert await call.updates() == []


async def test_a_second_poller_ends_the_first_with_a_conflict(telegram, call, anna):
    first = asyncio.create_task(call.refused("getUpdates", timeout=30))
    await asyncio.sleep(0)
    second = asyncio.create_task(call.updates(timeout=30))
    code, words = await asyncio.wait_for(first, 2)
    assert code == 409
    assert words.startswith("Conflict: terminated by other getUpdates request")
    telegram.say(anna, telegram.bot, "hello")
    assert len(await asyncio.wait_for(second, 2)) == 1


async def test_polling_and_a_webhook_exclude_each_other(telegram, call):
    polling = asyncio.create_task(call.refused("getUpdates", timeout=30))
    await asyncio.sleep(0)
    await call("setWebhook", url="https://coach.example/hook")
    assert (await asyncio.wait_for(polling, 2))[0] == 409
    code, words = await call.refused("getUpdates")
    assert (code, "webhook is active" in words) == (409, True)
    await call("deleteWebhook")
    assert await call.updates() == []


async def test_a_long_poll_ends_empty_when_nothing_happens(call):
    started = asyncio.get_running_loop().time()
    assert await call.updates(timeout=1) == []
    assert 0.9 <= asyncio.get_running_loop().time() - started < 3


async def test_a_blocked_bot_hears_of_it_and_of_the_return(telegram, call, anna):
    telegram.block(anna)
    telegram.block(anna)
    telegram.say(anna, telegram.bot, "/start again")
    away, back, said = await call.updates()
    changes = [update["my_chat_member"] for update in (away, back)]
    assert [c["old_chat_member"]["status"] for c in changes] == ["member", "kicked"]
    assert [c["new_chat_member"]["status"] for c in changes] == ["kicked", "member"]
    assert changes[0]["from"]["id"] == anna.id
    assert said["message"]["text"] == "/start again"


async def test_edits_and_lost_messages_reach_the_bot(telegram, call, clock, anna):
    said = telegram.say(anna, telegram.bot, "8 km")
    clock.on(minutes=1)
    telegram.edit(said, "9 km")
    await call("sendMessage", chat_id=anna.id, text="a", reply_markup=CARD)
    telegram.press(anna, telegram.visible_to(anna)[-1], accessible=False)
    _, edited, tap = await call.updates()
    assert edited["edited_message"]["text"] == "9 km"
    assert edited["edited_message"]["edit_date"] == edited["edited_message"]["date"] + 60
    assert tap["callback_query"]["message"]["date"] == 0
    assert "text" not in tap["callback_query"]["message"]


async def test_the_bot_never_hears_itself(telegram, call, anna):
    sent = await call("sendMessage", chat_id=anna.id, text="a")
    await call("pinChatMessage", chat_id=anna.id, message_id=sent["message_id"])
    await call("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="b")
    assert await call.updates() == []
    assert len(telegram.visible_to(anna)) == 3


def test_a_conflict_is_only_for_the_older_poll(telegram):
    updates = telegram.world.updates
    old, new = updates.begin_poll(), updates.begin_poll()
    updates.check_poll(new)
    with pytest.raises(ApiError, match="Conflict"):
        updates.check_poll(old)
