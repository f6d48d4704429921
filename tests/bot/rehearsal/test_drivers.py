"""python-telegram-bot's own client gets on with the room, in memory and over HTTP alike."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import aiohttp
import pytest
from telegram import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaDocument,
    InputMediaPhoto,
    InputPollOption,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    Update,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter
from telegram.ext import ApplicationBuilder, CallbackQueryHandler, CommandHandler

from bot.rehearsal.model import Fault
from bot.rehearsal.request import RoomRequest

CARD = InlineKeyboardMarkup(
    [[InlineKeyboardButton("Good", callback_data="legs:4", style="success")]]
)


async def test_a_card_is_sent_tapped_answered_edited_and_taken_away(telegram, bot, anna):
    sent = await bot.send_message(
        anna.id, "<b>Legs?</b>", parse_mode="HTML", reply_markup=CARD, disable_notification=True
    )
    assert sent.text_html == "<b>Legs?</b>"
    shown = telegram.visible_to(anna)[-1]
    assert (shown.text, shown.silent) == ("Legs?", True)

    tap = telegram.press(anna, shown, "legs:4")
    (update,) = await bot.get_updates()
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("legs:4", anna.id)
    assert await update.callback_query.answer("Noted")
    assert tap.text == "Noted"

    edited = await update.callback_query.edit_message_text("Run as planned")
    assert (edited.text, edited.reply_markup) == ("Run as planned", None)
    assert await edited.delete()
    assert [message.text for message in telegram.visible_to(anna)] == ["/start"]


async def test_pictures_and_documents_go_up_and_come_down_again(telegram, bot, anna, picture):
    plot = picture(32, 16)
    sent = await bot.send_photo(anna.id, plot, caption="<i>Week</i>", parse_mode="HTML")
    assert (sent.photo[0].width, sent.photo[0].height) == (32, 16)
    assert sent.caption_html == "<i>Week</i>"
    file = await sent.photo[-1].get_file()
    assert bytes(await file.download_as_bytearray()) == plot

    plan = await bot.send_document(anna.id, b"BEGIN:VCALENDAR", filename="plan.ics")
    assert plan.document.file_name == "plan.ics"
    again = await bot.send_document(anna.id, plan.document.file_id)
    assert again.document.file_unique_id == plan.document.file_unique_id

    run = telegram.send_document(anna, telegram.bot, "run.fit", b"\x0e\x10FIT")
    update = (await bot.get_updates())[-1]
    assert update.message.document.file_id == run.content["document"]["file_id"]
    file = await update.message.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"\x0e\x10FIT"


async def test_a_picture_can_become_another_and_get_other_words(bot, anna, picture):
    sent = await bot.send_photo(anna.id, picture(), caption="one", reply_markup=CARD)
    edited = await sent.edit_media(InputMediaPhoto(picture(16, 8), caption="two"))
    assert (edited.photo[0].width, edited.caption, edited.reply_markup) == (16, "two", None)
    assert (await edited.edit_caption("three")).caption == "three"
    assert (await edited.edit_reply_markup(CARD)).reply_markup == CARD
    with pytest.raises(BadRequest, match=r"(?i)there is no text in the message to edit"):
        await edited.edit_text("four")
    with pytest.raises(BadRequest, match=r"(?i)image_process_failed"):
        await bot.send_photo(anna.id, b"no picture at all")


async def test_albums_of_pictures_or_documents(bot, anna, picture):
    photos = await bot.send_media_group(
        anna.id, [InputMediaPhoto(picture(), caption="a"), InputMediaPhoto(picture(9, 9))]
    )
    assert len({photo.media_group_id for photo in photos}) == 1
    documents = [InputMediaDocument(b"a", filename="a.csv"), InputMediaDocument(b"b")]
    assert len(await bot.send_media_group(anna.id, documents)) == 2
    with pytest.raises(BadRequest):
        await bot.send_media_group(anna.id, [InputMediaPhoto(picture()), documents[0]])


async def test_a_place_is_asked_for_and_shared(telegram, bot, anna):
    asking = ReplyKeyboardMarkup(
        [[KeyboardButton("Share my place", request_location=True)]], one_time_keyboard=True
    )
    await bot.send_message(anna.id, "Where do you run?", reply_markup=asking)
    assert telegram.keyboard(anna)["keyboard"][0][0]["request_location"] is True
    telegram.send_location(anna, telegram.bot, 52.52, 13.405)
    assert telegram.keyboard(anna) is None
    (update,) = await bot.get_updates()
    assert (update.message.location.latitude, update.message.location.longitude) == (52.52, 13.405)

    await bot.send_message(anna.id, "Or type it", reply_markup=asking)
    await bot.send_message(anna.id, "Thanks", reply_markup=ForceReply())
    assert telegram.keyboard(anna) is not None
    await bot.send_message(anna.id, "Done", reply_markup=ReplyKeyboardRemove())
    assert telegram.keyboard(anna) is None
    sent = await bot.send_location(anna.id, 48.1, 11.6)
    assert sent.location.latitude == 48.1


async def test_what_a_person_sends_arrives_as_what_it_is(telegram, bot, anna, picture):
    telegram.say(anna, telegram.bot, "/log 8 km <3")
    telegram.send_sticker(anna, telegram.bot, "🏃")
    telegram.send_voice(anna, telegram.bot, 4)
    telegram.send_contact(anna, telegram.bot, "+4930123")
    telegram.send_photo(anna, telegram.bot, picture(), caption="my watch")
    updates = await bot.get_updates()
    said, sticker, voice, contact, photo = (update.message for update in updates)
    assert said.parse_entities(["bot_command"]) == {said.entities[0]: "/log"}
    assert sticker.sticker.emoji == "🏃"
    assert voice.voice.duration == timedelta(seconds=4)
    assert contact.contact.user_id == anna.id
    assert photo.caption == "my watch"
    assert {message.from_user.full_name for message in (said, voice, photo)} == {"Anna Berg"}


async def test_replies_name_what_they_answer(telegram, bot, anna):
    asked = telegram.say(anna, telegram.bot, "Why?")
    sent = await bot.send_message(anna.id, "Short night.", reply_to_message_id=asked.id)
    assert sent.reply_to_message.text == "Why?"
    telegram.say(anna, telegram.bot, "Undo", reply_to=telegram.visible_to(anna)[-1])
    update = (await bot.get_updates())[-1]
    assert update.message.reply_to_message.message_id == sent.message_id
    lost = await bot.send_message(
        anna.id, "x", reply_to_message_id=99, allow_sending_without_reply=True
    )
    assert lost.reply_to_message is None


async def test_the_command_menu_by_scope_and_language(bot, anna):
    menu = [BotCommand("today", "Today's session"), BotCommand("help", "All commands")]
    await bot.set_my_commands(menu, BotCommandScopeAllPrivateChats())
    await bot.set_my_commands([BotCommand("hilfe", "Hilfe")], language_code="de")
    assert await bot.get_my_commands(BotCommandScopeAllPrivateChats()) == tuple(menu)
    assert await bot.get_my_commands() == ()
    assert [c.command for c in await bot.get_my_commands(language_code="de")] == ["hilfe"]
    await bot.delete_my_commands(language_code="de")
    assert await bot.get_my_commands(language_code="de") == ()
    assert await bot.set_my_description("A running coach")
    assert await bot.set_my_short_description("Coach")
    assert await bot.set_chat_menu_button(anna.id)


async def test_polls_are_voted_in_and_closed(telegram, bot, anna, ben):
    await bot.get_updates(allowed_updates=Update.ALL_TYPES)
    group = telegram.group(anna, "Tuesday track")
    telegram.add(group, telegram.bot, anna)
    telegram.add(group, ben, anna)
    sent = await bot.send_poll(
        group.id, "Saturday?", [InputPollOption("8:00"), "9:00"], is_anonymous=False
    )
    telegram.vote(ben, telegram.visible_to(ben, group)[-1], 1)
    answer = (await bot.get_updates())[-1].poll_answer
    assert (answer.user.id, answer.option_ids) == (ben.id, (1,))
    poll = await bot.stop_poll(group.id, sent.message_id)
    assert (poll.is_closed, [option.voter_count for option in poll.options]) == (True, [0, 1])


async def test_small_things(telegram, bot, anna):
    me = await bot.get_me()
    assert (me.username, me.is_bot, me.can_read_all_group_messages) == ("NextgearBot", True, False)
    sent = await bot.send_message(anna.id, "a")
    assert await bot.send_chat_action(anna.id, "typing")
    assert await sent.set_reaction("👍")
    assert telegram.visible_to(anna)[-1].reactions == {telegram.bot.id: ["👍"]}
    assert await sent.pin()
    assert (await bot.get_chat(anna.id)).pinned_message.text == "a"
    assert await sent.unpin()
    copied = await sent.copy(anna.id)
    assert copied.message_id != sent.message_id
    assert (await bot.get_chat(anna.id)).first_name == "Anna"
    assert (await bot.get_chat_member(anna.id, anna.id)).status == "member"
    assert await bot.get_chat_member_count(anna.id) == 2
    assert await bot.close()


async def test_refusals_become_the_librarys_own_exceptions(telegram, bot, anna):
    telegram.block(anna)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(anna.id, "a")
    with pytest.raises(BadRequest, match=r"(?i)chat not found"):
        await bot.send_message(5, "a")
    telegram.unblock(anna)
    telegram.world.faults.add(Fault("sendMessage", retry_after=7))
    with pytest.raises(RetryAfter) as told:
        await bot.send_message(anna.id, "a")
    assert told.value.retry_after == timedelta(seconds=7)
    await bot.send_message(anna.id, "a")


async def test_a_new_word_wakes_a_long_poll(telegram, bot, anna):
    poll = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.sleep(0.05)
    assert not poll.done()
    telegram.say(anna, telegram.bot, "hello")
    (update,) = await asyncio.wait_for(poll, 2)
    assert update.message.text == "hello"


async def test_a_whole_application_runs_on_the_room_unchanged(telegram, anna):
    application = (
        ApplicationBuilder()
        .token(telegram.token)
        .request(RoomRequest(telegram))
        .get_updates_request(RoomRequest(telegram))
        .build()
    )

    async def start(update, _context):
        await update.message.reply_text("Legs?", reply_markup=CARD)

    async def tap(update, _context):
        await update.callback_query.answer(f"You said {update.callback_query.data}")

    application.add_handler(CommandHandler("start", start))
    application.add_handler(CallbackQueryHandler(tap))
    telegram.say(anna, telegram.bot, "/start")
    async with application:
        await application.start()
        await application.updater.start_polling(timeout=5)
        while telegram.visible_to(anna)[-1].text != "Legs?":
            await telegram.world.journal.bell.heard(2)
        pressed = telegram.press(anna, telegram.visible_to(anna)[-1], "Good")
        assert await pressed.answer() == "You said legs:4"
        await application.updater.stop()
        await application.stop()


@pytest.mark.parametrize(
    ("token", "refusal"),
    [("7000000001:WRONG", (401, "Unauthorized")), ("nonsense", (404, "Not Found"))],
)
async def test_a_wrong_token_opens_nothing(site, token, refusal):
    async with aiohttp.ClientSession() as session:
        async with session.post(f"{site.url}/bot{token}/getMe") as response:
            assert (response.status, (await response.json())["description"]) == refusal
        async with session.get(f"{site.url}/file/bot{token}/documents/x") as response:
            assert response.status == 404


async def test_after_log_out_the_token_is_served_no_more(bot):
    assert await bot.log_out()
    with pytest.raises((BadRequest, InvalidToken), match="Logged out"):
        await bot.get_me()


@pytest.mark.parametrize("way", ["query", "form", "json", "multipart"])
async def test_arguments_come_in_every_way_that_clients_send_them(telegram, site, anna, way):
    given = {"chat_id": str(anna.id), "text": "hi & bye"}
    url = f"{site.url}/bot{telegram.token}/sendmessage"
    multipart = aiohttp.FormData(default_to_multipart=True)
    for name, value in given.items():
        multipart.add_field(name, value)
    how = {
        "query": {"params": given},
        "form": {"data": given},
        "json": {"json": given},
        "multipart": {"data": multipart},
    }
    async with aiohttp.ClientSession() as session, session.post(url, **how[way]) as response:
        assert (await response.json())["result"]["text"] == "hi & bye"


@pytest.mark.parametrize("body", [b"{", b"[1]", b"\xff"])
async def test_a_body_that_cannot_be_read_is_a_bad_request(telegram, site, body):
    url = f"{site.url}/bot{telegram.token}/getMe"
    headers = {"Content-Type": "application/json"}
    async with (
        aiohttp.ClientSession() as session,
        session.post(url, data=body, headers=headers) as response,
    ):
        assert response.status == 400
        assert (await response.json())["error_code"] == 400
