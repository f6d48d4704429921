"""Ephemeral messages: seen by one member of a group, kept for nobody."""

from __future__ import annotations

import pytest

PRIVATE = {"receiver_user_id": 102}


@pytest.fixture
async def squad(telegram, call, anna, ben, buttons):
    """A group with the bot and a card in it."""
    squad = telegram.group(anna, "Squad", supergroup=True)
    telegram.add(squad, ben, anna)
    telegram.add(squad, telegram.bot, anna)
    await call("sendMessage", chat_id=squad.id, text="Tonight", reply_markup=buttons(["mine"]))
    telegram.world.updates.pending.clear()
    return squad


async def whisper(call, squad, text="6 x 800 at 3:20", **more):
    """Sends to Ben alone."""
    parameters = PRIVATE | more
    return await call(
        "sendMessage", chat_id=squad.id, text=text, ephemeral_message_parameters=parameters
    )


def texts(telegram, person, chat):
    """What that person can read there."""
    return [message.text for message in telegram.visible_to(person, chat) if message.text]


async def test_a_tap_is_answered_to_the_one_who_tapped(telegram, call, squad, anna, ben):
    tap = telegram.press(ben, telegram.visible_to(ben, squad)[-1], "mine")
    sent = await whisper(call, squad, callback_query_id=tap.id)
    assert (sent["message_id"], sent["ephemeral_message_id"]) == (0, 1)
    assert sent["receiver_user"]["id"] == ben.id
    assert texts(telegram, ben, squad) == ["Tonight", "6 x 800 at 3:20"]
    assert texts(telegram, anna, squad) == ["Tonight"]


async def test_without_a_tap_only_an_administrator_may_whisper(telegram, call, squad, anna):
    asked = {"chat_id": squad.id, "text": "a", "ephemeral_message_parameters": PRIVATE}
    assert "not enough rights" in (await call.refused("sendMessage", **asked))[1]
    telegram.promote(squad, telegram.bot, anna)
    await call("sendMessage", **asked)


async def test_somebody_elses_tap_or_an_old_one_opens_nothing(telegram, call, clock, squad, anna):
    ben = telegram.person(102)
    card = telegram.visible_to(ben, squad)[-1]
    other, own = telegram.press(anna, card, "mine"), telegram.press(ben, card, "mine")
    asked = {"chat_id": squad.id, "text": "a"}
    for tap in (other, own):
        clock.on(seconds=16)
        parameters = PRIVATE | {"callback_query_id": tap.id}
        refusal = await call.refused(
            "sendMessage", **asked, ephemeral_message_parameters=parameters
        )
        assert refusal[0] == 400


async def test_whispers_are_for_members_of_groups(telegram, call, squad, anna):
    telegram.promote(squad, telegram.bot, anna)
    asked = {"text": "a", "ephemeral_message_parameters": {"receiver_user_id": 999}}
    assert "user not found" in (await call.refused("sendMessage", chat_id=squad.id, **asked))[1]
    assert "groups" in (await call.refused("sendMessage", chat_id=anna.id, **asked))[1]


async def test_an_offline_member_never_gets_it(telegram, call, squad, anna, ben):
    telegram.promote(squad, telegram.bot, anna)
    ben.online = False
    await whisper(call, squad)
    assert texts(telegram, ben, squad) == ["Tonight"]


async def test_it_is_edited_and_taken_away_by_its_own_methods(telegram, call, squad, anna, buttons):
    ben = telegram.person(102)
    telegram.promote(squad, telegram.bot, anna)
    await whisper(call, squad)
    named = {"chat_id": squad.id, "receiver_user_id": ben.id, "ephemeral_message_id": 1}
    assert await call("editEphemeralMessageText", **named, text="4 x 800") is True
    assert await call("editEphemeralMessageReplyMarkup", **named, reply_markup=buttons(["less"]))
    shown = telegram.visible_to(ben, squad)[-1]
    assert (shown.text, shown.button(0, 0)["text"]) == ("4 x 800", "less")
    telegram.world.updates.pending.clear()
    telegram.press(ben, shown, "less")
    (update,) = await call.updates()
    told = update["callback_query"]["message"]
    assert (told["message_id"], told["ephemeral_message_id"]) == (0, 1)
    for wrong in ({"receiver_user_id": anna.id}, {"ephemeral_message_id": 9}):
        refusal = await call.refused("editEphemeralMessageText", **named | wrong, text="b")
        assert refusal == (400, "Bad Request: message to edit not found")
    assert (
        "not found"
        in (await call.refused("editMessageText", chat_id=squad.id, message_id=0, text="b"))[1]
    )
    assert await call("deleteEphemeralMessage", **named) is True
    assert texts(telegram, ben, squad) == ["Tonight"]


async def test_it_can_stand_in_place_of_the_card_that_was_tapped(telegram, call, squad, anna, ben):
    tap = telegram.press(ben, telegram.visible_to(ben, squad)[-1], "mine")
    await whisper(call, squad, callback_query_id=tap.id, replace_callback_query_message=True)
    assert texts(telegram, ben, squad) == ["6 x 800 at 3:20"]
    assert texts(telegram, anna, squad) == ["Tonight"]


async def test_ephemeral_commands_are_seen_by_their_sender_and_the_bot(
    telegram, call, clock, squad, anna
):
    ben = telegram.person(102)
    commands = [{"command": "status", "description": "Mine", "is_ephemeral": True}]
    await call("setMyCommands", commands=commands, scope={"type": "all_group_chats"})
    telegram.say(ben, squad, "/status")
    assert texts(telegram, anna, squad) == ["Tonight"]
    (update,) = await call.updates()
    asked = update["message"]
    assert (asked["message_id"], asked["receiver_user"]["id"]) == (0, telegram.bot.id)
    reply = {
        "chat_id": squad.id,
        "text": "green",
        "ephemeral_message_parameters": PRIVATE,
        "reply_parameters": {"ephemeral_message_id": asked["ephemeral_message_id"]},
    }
    await call("sendMessage", **reply)
    assert texts(telegram, ben, squad) == ["Tonight", "/status", "green"]
    clock.on(seconds=16)
    assert "not found" in (await call.refused("sendMessage", **reply))[1]


async def test_a_reply_to_a_whisper_is_a_whisper(telegram, call, squad, anna, ben):
    commands = [{"command": "status", "description": "Mine", "is_ephemeral": True}]
    await call("setMyCommands", commands=commands)
    telegram.say(ben, squad, "/status")
    loud = {"chat_id": squad.id, "text": "green", "reply_parameters": {"ephemeral_message_id": 1}}
    assert "must be ephemeral itself" in (await call.refused("sendMessage", **loud))[1]


async def test_the_library_passes_the_parameters_through(telegram, bot, squad, anna, ben):
    telegram.promote(squad, telegram.bot, anna)
    sent = await bot.send_message(
        squad.id, "yours", api_kwargs={"ephemeral_message_parameters": PRIVATE}
    )
    assert (sent.message_id, sent.api_kwargs["ephemeral_message_id"]) == (0, 1)
    edit = {"chat_id": squad.id, "receiver_user_id": ben.id, "ephemeral_message_id": 1}
    assert await bot.do_api_request("editEphemeralMessageText", api_kwargs=edit | {"text": "new"})
    assert texts(telegram, ben, squad)[-1] == "new"
