"""What the bot may not do, and the words in which Telegram says so."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.rehearsal.model.members import Status

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANNA = 101


@pytest.mark.parametrize(
    ("button", "words"),
    [
        ({"text": "a"}, "Text buttons are unallowed in the inline keyboard"),
        ({"text": " ", "callback_data": "x"}, "button text must be non-empty"),
        ({"text": "a", "callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": "ü" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "a", "url": "javascript:x"}, "BUTTON_URL_INVALID"),
        ({"text": "a", "copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
        ({"text": "a", "callback_data": "x", "url": "https://x.y"}, "only one of"),
        ({"text": "a", "callback_data": "x", "style": "pink"}, "unknown style"),
        ({"text": "a", "pay": True}, "not played"),
        ({"text": "a", "callback": "x"}, "has no field 'callback'"),
        ({"callback_data": "x"}, "InlineKeyboardButton needs 'text'"),
    ],
)
async def test_buttons_that_telegram_would_not_show(call, anna, button, words):
    markup = {"inline_keyboard": [[button]]}
    code, description = await call.refused(
        "sendMessage", chat_id=ANNA, text="a", reply_markup=markup
    )
    assert (code, words in description) == (400, True), description


async def test_callback_data_of_64_bytes_is_just_short_enough(call, anna, buttons):
    await call("sendMessage", chat_id=ANNA, text="a", reply_markup=buttons(["x" * 64]))


@pytest.mark.parametrize("rows", [[["x"] * 9], [["x"] * 8] * 12 + [["x"] * 5]])
async def test_keyboards_have_at_most_eight_in_a_row_and_a_hundred_buttons(
    call, anna, buttons, rows
):
    markup = buttons(*rows)
    got = await call.refused("sendMessage", chat_id=ANNA, text="a", reply_markup=markup)
    assert got == (400, "Bad Request: reply markup is too long")
    await call("sendMessage", chat_id=ANNA, text="a", reply_markup=buttons(*[["x"] * 8] * 12))


async def test_a_blocked_bot_and_a_deleted_account_are_forbidden(telegram, call, anna):
    telegram.block(anna)
    assert await call.refused("sendMessage", chat_id=ANNA, text="a") == (
        403,
        "Forbidden: bot was blocked by the user",
    )
    telegram.unblock(anna)
    await call("sendMessage", chat_id=ANNA, text="a")
    anna.deactivated = True
    assert await call.refused("sendMessage", chat_id=ANNA, text="a") == (
        403,
        "Forbidden: user is deactivated",
    )


@pytest.mark.parametrize(("kind", "supergroup"), [("group", False), ("supergroup", True)])
async def test_groups_that_the_bot_is_not_in_any_more(telegram, call, anna, kind, supergroup):
    group = telegram.group(anna, "Tuesday track", supergroup=supergroup)
    say = {"chat_id": group.id, "text": "a"}
    assert await call.refused("sendMessage", **say) == (
        403,
        f"Forbidden: bot is not a member of the {kind} chat",
    )
    telegram.add(group, telegram.bot, anna)
    await call("sendMessage", **say)
    telegram.remove(group, telegram.bot, anna)
    assert await call.refused("sendMessage", **say) == (
        403,
        f"Forbidden: bot was kicked from the {kind} chat",
    )


async def test_a_deleted_group_is_forbidden(telegram, call, anna):
    group = telegram.group(anna, "Tuesday track")
    telegram.add(group, telegram.bot, anna)
    telegram.delete_group(group, anna)
    assert await call.refused("sendMessage", chat_id=group.id, text="a") == (
        403,
        "Forbidden: the group chat was deleted",
    )


async def test_a_bot_that_may_only_read_may_not_write(telegram, call, anna):
    group = telegram.group(anna, "Tuesday track", supergroup=True)
    telegram.add(group, telegram.bot, anna)
    telegram.demote(group, telegram.bot, anna, muted=True)
    assert group.members[telegram.bot.id].status is Status.RESTRICTED
    assert await call.refused("sendMessage", chat_id=group.id, text="a") == (
        400,
        "Bad Request: not enough rights to send text messages to the chat",
    )


async def test_an_edit_that_changes_nothing_is_refused_and_one_that_does_is_not(
    call, anna, buttons
):
    sent = await call("sendMessage", chat_id=ANNA, text="a", reply_markup=buttons(["x"]))
    same = {"chat_id": ANNA, "message_id": sent["message_id"], "text": " <b></b>a"}
    code, description = await call.refused(
        "editMessageText", **same, parse_mode="HTML", reply_markup=buttons(["x"])
    )
    assert (code, "message is not modified" in description) == (400, True)
    edited = await call("editMessageText", **same, parse_mode="HTML")
    assert "reply_markup" not in edited
    assert "edit_date" not in edited
    edited = await call("editMessageText", **same | {"text": "b"})
    assert edited["edit_date"] == sent["date"]


async def test_only_two_days_old_messages_can_be_deleted(telegram, call, clock, anna):
    sent = await call("sendMessage", chat_id=ANNA, text="a")
    clock.on(hours=48)
    late = await call("sendMessage", chat_id=ANNA, text="b")
    await call("deleteMessage", chat_id=ANNA, message_id=sent["message_id"])
    clock.on(hours=48, seconds=1)
    got = await call.refused("deleteMessage", chat_id=ANNA, message_id=late["message_id"])
    assert got == (400, "Bad Request: message can't be deleted")
    assert await call("deleteMessages", chat_id=ANNA, message_ids=[late["message_id"], 99]) is True
    assert [m.text for m in telegram.visible_to(anna)] == ["/start", "b"]


async def test_a_callback_query_is_answered_once_and_within_fifteen_seconds(
    telegram, call, clock, anna, buttons
):
    await call("sendMessage", chat_id=ANNA, text="a", reply_markup=buttons(["x"]))
    card = telegram.visible_to(anna)[-1]
    tap = telegram.press(anna, card, "x")
    assert await call("answerCallbackQuery", callback_query_id=tap.id, text="Noted") is True
    assert (tap.text, tap.alert) == ("Noted", False)
    got = await call.refused("answerCallbackQuery", callback_query_id=tap.id)
    assert got == (400, f"Bad Request: {TOO_OLD}")

    late = telegram.press(anna, card, "x")
    clock.on(seconds=15)
    assert not late.over(clock.now())
    clock.on(seconds=1)
    got = await call.refused("answerCallbackQuery", callback_query_id=late.id, text="Late")
    assert got == (400, f"Bad Request: {TOO_OLD}")
    assert late.text is None


async def test_an_answer_has_at_most_200_characters(telegram, call, anna, buttons):
    await call("sendMessage", chat_id=ANNA, text="a", reply_markup=buttons(["x"]))
    tap = telegram.press(anna, telegram.visible_to(anna)[-1], "x")
    got = await call.refused("answerCallbackQuery", callback_query_id=tap.id, text="😀" * 101)
    assert got == (400, "Bad Request: MESSAGE_TOO_LONG")
    await call("answerCallbackQuery", callback_query_id=tap.id, text="😀" * 100, show_alert=True)
    assert tap.alert


async def test_files_over_20_megabytes_cannot_be_fetched_and_links_live_an_hour(
    telegram, call, clock, anna
):
    big = telegram.send_document(anna, None, "big.fit", bytes(20 * 1024 * 1024 + 1))
    small = telegram.send_document(anna, None, "run.fit", b"run")
    got = await call.refused("getFile", file_id=big.content["document"]["file_id"])
    assert got == (400, "Bad Request: file is too big")
    link = await call("getFile", file_id=small.content["document"]["file_id"])
    assert link["file_path"].endswith(".fit")
    files = telegram.world.files
    assert files.fetch(link["file_path"], clock.now() + timedelta(hours=1)).upload.data == b"run"
    assert files.fetch(link["file_path"], clock.now() + timedelta(hours=1, seconds=1)) is None


async def test_a_poll_is_closed_once(call, anna):
    sent = await call("sendPoll", chat_id=ANNA, question="q", options=[{"text": "a"}])
    here = {"chat_id": ANNA, "message_id": sent["message_id"]}
    await call("stopPoll", **here)
    assert await call.refused("stopPoll", **here) == (
        400,
        "Bad Request: poll has already been closed",
    )


async def test_entities_may_be_given_instead_of_markup(telegram, call, anna):
    bold = {"type": "bold", "offset": 0, "length": 2}
    sent = await call("sendMessage", chat_id=ANNA, text="😀 /go", entities=[bold])
    assert sent["entities"] == [bold, {"type": "bot_command", "offset": 3, "length": 3}]


async def test_a_mention_of_somebody_unknown_is_dropped(call, anna):
    text = "<a href='tg://user?id=5'>who</a> <a href='tg://user?id=101'>Anna</a>"
    sent = await call("sendMessage", chat_id=ANNA, text=text, parse_mode="HTML")
    assert [entity["user"]["first_name"] for entity in sent["entities"]] == ["Anna"]


async def test_a_copy_has_the_same_content_and_may_have_other_words(telegram, call, anna, picture):
    photo = telegram.send_photo(anna, None, picture(), caption="hot")
    copy = {"chat_id": ANNA, "from_chat_id": ANNA, "message_id": photo.id}
    await call("copyMessage", **copy)
    await call("copyMessage", **copy, caption="<b>cool</b>", parse_mode="HTML")
    same, other = telegram.visible_to(anna)[-2:]
    assert (same.text, other.text) == ("hot", "cool")
    assert same.content["photo"] == other.content["photo"] == photo.content["photo"]
    assert same.sender is telegram.bot
