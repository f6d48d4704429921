"""What people do, and what an app would not let them do."""

from __future__ import annotations

import pytest

from bot.rehearsal.model import Impossible, NotKept, Telegram

MENU = [{"command": "today", "description": "Today"}]


@pytest.fixture
async def card(telegram, call, anna):
    """A message with every kind of button."""
    row = [
        {"text": "tap", "callback_data": "t"},
        {"text": "off", "callback_data": "o", "disabled": {}},
        {"text": "site", "url": "https://x.y"},
        {"text": "copy", "copy_text": {"text": "6 x 800"}},
    ]
    markup = {"inline_keyboard": [row]}
    await call("sendMessage", chat_id=anna.id, text="a", reply_markup=markup)
    return telegram.visible_to(anna)[-1]


def test_a_button_is_found_by_place_text_or_data(telegram, card, anna):
    for way in ((0, 0), ("tap",), ("t",)):
        assert telegram.press(anna, card, *way).data == "t"


@pytest.mark.parametrize(
    "way", [(0, 1), ("off",), (0, 2), ("site",), (0, 3), (0, 4), (1, 0), ("x",)]
)
def test_only_live_callback_buttons_can_be_pressed(telegram, card, anna, way):
    with pytest.raises(Impossible):
        telegram.press(anna, card, *way)
    assert not telegram.world.updates.pending


def test_nobody_presses_in_somebody_elses_chat(telegram, card, ben):
    with pytest.raises(Impossible):
        telegram.press(ben, card, "t")
    with pytest.raises(Impossible):
        telegram.say(ben, card.chat, "hello")
    with pytest.raises(Impossible):
        telegram.react(ben, card, "👍")
    assert telegram.visible_to(ben, card.chat) == []


def test_a_message_that_is_gone_cannot_be_pressed_answered_or_edited(telegram, card, anna):
    telegram.delete(card)
    with pytest.raises(Impossible):
        telegram.press(anna, card, "t")
    with pytest.raises(Impossible):
        telegram.say(anna, telegram.bot, "what?", reply_to=card)
    with pytest.raises(Impossible):
        telegram.edit(card, "b")


def test_people_are_who_they_are_by_their_number(telegram, anna):
    assert telegram.person(anna.id) is anna
    assert telegram.people() == [anna]
    with pytest.raises(Impossible, match="no chat has the id 5"):
        telegram.chat(anna, 5)


async def test_a_tap_waits_for_its_answer_only_so_long(telegram, card, anna):
    assert await telegram.press(anna, card, "t").answer(0.01) is None


async def test_a_kept_telegram_goes_on_where_it_was(telegram, clock, call, anna, picture):
    await call("setMyCommands", commands=MENU)
    group = telegram.group(anna, "Squad", forum=True)
    telegram.add(group, telegram.bot, anna)
    telegram.open_topic(group, anna, "Track")
    telegram.send_photo(anna, None, picture())
    await call("sendMessage", chat_id=anna.id, text="before")
    pending = await call.updates()

    other = Telegram(clock.now)
    other.take_up(telegram.keep())
    again = other.person(anna.id)
    assert [m.wire() for m in other.visible_to(again)] == [
        m.wire() for m in telegram.visible_to(anna)
    ]
    assert [m.wire() for m in other.visible_to(again, group.id)] == [
        m.wire() for m in telegram.visible_to(anna, group)
    ]
    assert [u.wire() for u in other.world.updates.take(None, 100, clock.now())] == pending
    assert other.bot is other.person(telegram.bot.id)
    said = other.say(again, other.bot, "after")
    assert said.id == telegram.visible_to(anna)[-1].id + 1
    assert other.world.updates.pending[-1].id == pending[-1]["update_id"] + 1
    assert other.world.profile.commands == telegram.world.profile.commands


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nothing",
        b"cos\nsystem\n(S'true'\ntR.",
        b"cbot.rehearsal.model.keeping\npickle.loads\n(S''\ntR.",
        b"\x80\x04K\x05.",
        b"\x80\x04}.",
    ],
)
def test_what_cannot_be_taken_up_is_refused_and_changes_nothing(telegram, anna, data):
    with pytest.raises(NotKept):
        telegram.take_up(data)
    assert telegram.people() == [anna]


def test_a_telegram_of_another_bot_is_not_taken_up(telegram, clock):
    other = Telegram(clock.now, token="5:OTHER")
    with pytest.raises(NotKept, match="another bot"):
        telegram.take_up(other.keep())


async def test_a_vote_needs_an_open_poll_and_an_option_of_it(telegram, call, anna, ben):
    options = [{"text": "8"}, {"text": "9"}]
    sent = await call("sendPoll", chat_id=anna.id, question="When?", options=options)
    poll = telegram.visible_to(anna)[-1]
    for person, wrong in ((anna, (2,)), (anna, (0, 1)), (ben, (0,))):
        with pytest.raises(Impossible):
            telegram.vote(person, poll, *wrong)
    telegram.vote(anna, poll, 1)
    telegram.vote(anna, poll)
    telegram.vote(anna, poll, 0)
    assert [o["voter_count"] for o in poll.content["poll"]["options"]] == [1, 0]
    assert await call.updates() == [], "an anonymous poll tells nobody's vote"
    await call("stopPoll", chat_id=anna.id, message_id=sent["message_id"])
    with pytest.raises(Impossible):
        telegram.vote(anna, poll, 1)


def test_groups_are_founded_left_and_moved_by_who_is_in_them(telegram, anna, ben):
    group = telegram.group(anna, "Track")
    for act in (telegram.promote, telegram.demote, telegram.remove):
        with pytest.raises(Impossible, match="is not in that chat"):
            act(group, ben, anna)
    with pytest.raises(Impossible, match="only a forum has topics"):
        telegram.open_topic(group, anna, "Hills")
    telegram.migrate(group, anna)
    with pytest.raises(Impossible, match="and once"):
        telegram.migrate(group, anna)
    forum = telegram.group(anna, "Club", forum=True)
    topic = telegram.open_topic(forum, anna, "Hills")
    telegram.set_topic(forum, anna, topic, closed=True)
    with pytest.raises(Impossible, match="closed"):
        telegram.say(anna, forum, "hello", topic=topic.id)
