"""Groups: what reaches the bot, who is who, topics, and the move to a supergroup."""

from __future__ import annotations

import pytest
from telegram.error import ChatMigrated

from bot.rehearsal.model import Impossible


def kinds(updates):
    """The kind of each update, in order."""
    return [kind for update in updates for kind in update if kind != "update_id"]


@pytest.fixture
async def group(telegram, call, anna, ben):
    """Anna's group with Ben and the bot in it; everything so far is confirmed."""
    group = telegram.group(anna, "Tuesday track")
    telegram.add(group, ben, anna)
    telegram.add(group, telegram.bot, anna)
    telegram.world.updates.pending.clear()
    return group


async def test_the_bot_hears_that_it_was_added(telegram, call, anna):
    group = telegram.group(anna, "Tuesday track")
    telegram.add(group, telegram.bot, anna)
    change, line = await call.updates()
    assert change["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert change["my_chat_member"]["from"]["id"] == anna.id
    assert line["message"]["new_chat_members"][0]["id"] == telegram.bot.id
    assert group.id < 0


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("anybody for Saturday?", False),
        ("/session 6x800", True),
        ("/session@NextgearBot 6x800", True),
        ("/session@OtherBot 6x800", False),
        ("ok @NextgearBot, what now", True),
        ("ok @nextgearbot, what now", True),
        ("ok @annaruns, what now", False),
        ("what does 1/2 mean", False),
        ("see /help there", True),
    ],
)
async def test_privacy_mode_withholds_what_telegram_withholds(telegram, call, group, said, heard):
    ben = telegram.person(102)
    telegram.say(ben, group, said)
    assert bool(await call.updates()) is heard


async def test_replies_to_the_bot_are_heard_and_replies_to_others_are_not(
    telegram, call, group, anna, ben
):
    await call("sendMessage", chat_id=group.id, text="Who is in?")
    card = telegram.visible_to(ben, group)[-1]
    telegram.say(ben, group, "me", reply_to=card)
    telegram.say(anna, group, "me too", reply_to=telegram.visible_to(anna, group)[-1])
    (update,) = await call.updates()
    assert update["message"]["reply_to_message"]["from"]["id"] == telegram.bot.id


async def test_edits_are_heard_when_what_they_say_would_be(telegram, call, group, ben):
    said = telegram.say(ben, group, "session 6x800")
    telegram.edit(said, "/session 6x800")
    telegram.edit(said, "never mind")
    (update,) = await call.updates()
    assert update["edited_message"]["text"] == "/session 6x800"


async def test_an_administrator_bot_hears_everything(telegram, call, group, anna, ben):
    telegram.promote(group, telegram.bot, anna)
    await call.updates(allowed_updates=["message", "message_reaction", "chat_member"])
    telegram.world.updates.pending.clear()
    said = telegram.say(ben, group, "anybody for Saturday?")
    telegram.react(anna, said, "🔥")
    telegram.remove(group, ben)
    updates = await call.updates()
    assert kinds(updates) == ["message", "message_reaction", "message", "chat_member"]
    assert updates[1]["message_reaction"]["new_reaction"] == [{"type": "emoji", "emoji": "🔥"}]
    assert updates[3]["chat_member"]["new_chat_member"]["status"] == "left"


async def test_an_ordinary_bot_hears_of_no_reactions_and_no_members_changing(
    telegram, call, group, anna, ben
):
    await call.updates(allowed_updates=["message_reaction", "chat_member", "message"])
    telegram.react(anna, telegram.say(ben, group, "done"), "🔥")
    telegram.remove(group, ben)
    assert kinds(await call.updates()) == ["message"]


async def test_privacy_switched_off_counts_from_the_next_time_it_is_added(
    telegram, call, group, anna, ben
):
    telegram.world.hears_all = True
    telegram.say(ben, group, "unheard")
    assert await call.updates() == []
    telegram.remove(group, telegram.bot, anna)
    telegram.add(group, telegram.bot, anna)
    telegram.world.updates.pending.clear()
    telegram.say(ben, group, "heard")
    assert kinds(await call.updates()) == ["message"]
    assert (await call("getMe"))["can_read_all_group_messages"] is True


async def test_a_tap_in_a_group_is_told_with_who_pressed(telegram, call, group, ben, buttons):
    await call("sendMessage", chat_id=group.id, text="Who is in?", reply_markup=buttons(["in"]))
    tap = telegram.press(ben, telegram.visible_to(ben, group)[-1], "in")
    (update,) = await call.updates()
    assert update["callback_query"]["from"]["id"] == ben.id
    assert update["callback_query"]["message"]["chat"]["id"] == group.id
    await call("answerCallbackQuery", callback_query_id=tap.id, text="See you there")
    assert tap.text == "See you there"


async def test_a_group_becomes_a_supergroup_with_a_new_id_and_two_lines(
    telegram, call, group, anna, ben
):
    old = await call("sendMessage", chat_id=group.id, text="before")
    moved = telegram.migrate(group, anna)
    away, here = (update["message"] for update in await call.updates())
    assert (away["chat"]["id"], away["migrate_to_chat_id"]) == (group.id, moved.id)
    assert (here["chat"]["id"], here["migrate_from_chat_id"]) == (moved.id, group.id)
    assert here["chat"]["type"] == "supergroup"

    assert await call.refused("sendMessage", chat_id=group.id, text="after") == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
    )
    sent = await call("sendMessage", chat_id=moved.id, text="after")
    assert sent["message_id"] <= old["message_id"], "a supergroup counts for itself"
    assert [m.text for m in telegram.visible_to(ben, moved)] == ["", "after"]
    assert telegram.visible_to(ben, group) == []
    with pytest.raises(Impossible):
        telegram.say(ben, group, "hello?")


async def test_the_library_turns_the_move_into_chat_migrated(telegram, bot, group, anna):
    moved = telegram.migrate(group, anna)
    with pytest.raises(ChatMigrated) as told:
        await bot.send_message(group.id, "after")
    assert told.value.new_chat_id == moved.id


async def test_members_administrators_and_strangers(telegram, call, group, anna, ben):
    telegram.promote(group, ben, anna)
    telegram.promote(group, telegram.bot, anna)
    stranger = telegram.person(103, "Cleo")
    asked = {"chat_id": group.id}
    assert await call("getChatMemberCount", **asked) == 3
    status = {
        person.id: (await call("getChatMember", **asked, user_id=person.id))["status"]
        for person in (anna, ben, stranger)
    }
    assert status == {anna.id: "creator", ben.id: "administrator", stranger.id: "left"}
    admins = await call("getChatAdministrators", **asked)
    assert {admin["user"]["id"] for admin in admins} == {anna.id, ben.id}
    assert len(await call("getChatAdministrators", **asked, return_bots=True)) == 3
    telegram.demote(group, ben, anna, muted=True)
    assert (await call("getChatMember", **asked, user_id=ben.id))["status"] == "restricted"
    with pytest.raises(Impossible, match="may not write"):
        telegram.say(ben, group, "hm")
    assert (await call("getChat", **asked))["title"] == "Tuesday track"
    assert await call("leaveChat", **asked)
    assert (await call.refused("getChat", **asked))[0] == 403


async def test_an_anonymous_administrator_writes_as_the_group(telegram, call, group, anna):
    telegram.promote(group, anna, anna, anonymous=True)
    telegram.say(anna, group, "/session 6x800")
    (update,) = await call.updates()
    assert update["message"]["from"]["username"] == "GroupAnonymousBot"
    assert update["message"]["sender_chat"]["id"] == group.id
    member = await call("getChatMember", chat_id=group.id, user_id=anna.id)
    assert (member["status"], member["is_anonymous"]) == ("creator", True)


async def test_who_was_removed_comes_back_only_by_invitation(telegram, group, anna, ben):
    telegram.remove(group, ben, anna)
    assert telegram.visible_to(ben, group) == []
    with pytest.raises(Impossible, match="was removed"):
        telegram.add(group, ben)
    telegram.add(group, ben, anna)
    telegram.remove(group, ben)
    telegram.add(group, ben)
    with pytest.raises(Impossible, match="already"):
        telegram.add(group, ben)


async def test_topics_of_a_forum_are_threads_and_general_is_none(telegram, call, anna, ben):
    forum = telegram.group(anna, "Club", forum=True)
    telegram.add(forum, ben, anna)
    telegram.add(forum, telegram.bot, anna)
    topic = telegram.open_topic(forum, anna, "Track")
    telegram.world.updates.pending.clear()

    telegram.say(ben, forum, "/session", topic=topic.id)
    telegram.say(ben, forum, "/session")
    threaded, general = (update["message"] for update in await call.updates())
    assert (threaded["message_thread_id"], threaded["is_topic_message"]) == (topic.id, True)
    assert "message_thread_id" not in general

    say = {"chat_id": forum.id, "text": "a"}
    sent = await call("sendMessage", **say, message_thread_id=topic.id)
    assert sent["message_thread_id"] == topic.id
    assert "message_thread_id" not in await call("sendMessage", **say)
    general_by_number = await call.refused("sendMessage", **say, message_thread_id=1)
    assert general_by_number == (400, "Bad Request: message thread not found")

    telegram.set_topic(forum, anna, topic, closed=True)
    closed = await call.refused("sendMessage", **say, message_thread_id=topic.id)
    assert closed == (400, "Bad Request: TOPIC_CLOSED")
    telegram.set_topic(forum, anna, topic, closed=True, deleted=True)
    gone = await call.refused("sendMessage", **say, message_thread_id=topic.id)
    assert gone == (400, "Bad Request: message thread not found")


async def test_topics_are_opened_by_a_bot_that_may(telegram, call, anna):
    forum = telegram.group(anna, "Club", forum=True)
    telegram.add(forum, telegram.bot, anna)
    asked = {"chat_id": forum.id, "name": "Hills"}
    assert "not enough rights" in (await call.refused("createForumTopic", **asked))[1]
    telegram.promote(forum, telegram.bot, anna, rights=frozenset({"can_manage_topics"}))
    made = await call("createForumTopic", **asked)
    thread = {"message_thread_id": made["message_thread_id"]}
    assert (await call("sendMessage", chat_id=forum.id, text="a", **thread))["is_topic_message"]


async def test_a_bot_pins_and_deletes_others_messages_only_as_administrator(
    telegram, call, group, anna, ben
):
    said = telegram.say(ben, group, "hello")
    named = {"chat_id": group.id, "message_id": said.id}
    assert "not enough rights" in (await call.refused("pinChatMessage", **named))[1]
    assert "can't be deleted" in (await call.refused("deleteMessage", **named))[1]
    telegram.promote(group, telegram.bot, anna)
    assert await call("pinChatMessage", **named)
    assert await call("deleteMessage", **named)
    assert "pinned_message" not in await call("getChat", chat_id=group.id)


async def test_a_selective_keyboard_is_for_who_is_answered(telegram, call, group, anna, ben):
    asked = telegram.say(ben, group, "/log")
    markup = {"keyboard": [[{"text": "easy"}]], "selective": True}
    reply = {"reply_parameters": {"message_id": asked.id}, "reply_markup": markup}
    await call("sendMessage", chat_id=group.id, text="How was it?", **reply)
    assert telegram.keyboard(ben, group) == markup
    assert telegram.keyboard(anna, group) is None
    named = {"text": "@annaruns?", "reply_markup": markup}
    await call("sendMessage", chat_id=group.id, **named)
    assert telegram.keyboard(anna, group) == markup
    asking = {"keyboard": [[{"text": "place", "request_location": True}]]}
    code, words = await call.refused(
        "sendMessage", chat_id=group.id, text="Where?", reply_markup=asking
    )
    assert (code, "private chats only" in words) == (400, True)
