"""Arguments are held against the Bot API before anything happens, stricter than Telegram."""

from __future__ import annotations

import json

import pytest

from bot.rehearsal.model.errors import ApiError
from bot.rehearsal.model.files import Upload
from bot.rehearsal.spec import checked


@pytest.mark.parametrize(
    ("method", "given", "words"),
    [
        ("sendMessage", {"chat_id": 1, "text": "a", "txt": "b"}, "has no parameter 'txt'"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "text must be String, not '5'"),
        ("sendMessage", {"chat_id": 1.5, "text": "a"}, "chat_id must be Integer or String"),
        ("sendMessage", {"chat_id": True, "text": "a"}, "chat_id must be Integer or String"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "disable_notification": "perhaps"},
            "disable_notification must be Boolean, not 'perhaps'",
        ),
        ("sendMessage", {"chat_id": 1, "text": "a", "message_effect_id": "5"}, "not played"),
        ("sendMessage", {"chat_id": 1, "text": "a", "business_connection_id": "b"}, "not played"),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": "{"},
            "reply_markup must be InlineKeyboardMarkup or",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": {}}},
            "reply_markup.inline_keyboard must be a list",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[{"text": 1}]]}},
            "reply_markup.inline_keyboard[0][0].text must be String",
        ),
        (
            "sendMessage",
            {"chat_id": 1, "text": "a", "reply_markup": {"keyboard": [["a"]]}},
            "reply_markup.keyboard[0][0] must be KeyboardButton",
        ),
        ("sendLocation", {"chat_id": 1, "latitude": "x", "longitude": 1}, "latitude must be Float"),
        ("deleteMessage", {"chat_id": 1, "message_id": "last"}, "message_id must be Integer"),
        ("deleteMessages", {"chat_id": 1, "message_ids": 5}, "message_ids must be a list"),
        ("answerCallbackQuery", {}, "answerCallbackQuery needs the parameter 'callback_query_id'"),
        (
            "setMyCommands",
            {"commands": [{"command": "a"}]},
            "commands[0]: BotCommand needs 'description'",
        ),
        (
            "setMyCommands",
            {"commands": [], "scope": {"type": "everybody"}},
            "scope must be",
        ),
        (
            "sendMediaGroup",
            {"chat_id": 1, "media": [{"type": "video", "media": "F1"}]},
            "media must be",
        ),
        ("setWebhook", {"url": "https://x.y", "certificate": "pem"}, "not played"),
    ],
)
def test_what_does_not_fit_is_refused_and_named(method, given, words):
    with pytest.raises(ApiError) as refusal:
        checked(method, given, {})
    assert refusal.value.code == 400
    assert words in refusal.value.description


KEYBOARD = {"inline_keyboard": [[{"text": "a", "callback_data": "1"}]]}


def test_forms_and_json_carry_the_same_arguments():
    typed = {
        "chat_id": -1001,
        "text": "12",
        "disable_notification": True,
        "reply_markup": KEYBOARD,
        "ephemeral_message_parameters": {"receiver_user_id": 5},
    }
    as_form = {k: v if isinstance(v, str) else json.dumps(v) for k, v in typed.items()}
    assert checked("sendMessage", typed, {}) == checked("sendMessage", as_form, {}) == typed


@pytest.mark.parametrize(
    ("text", "value"), [("true", True), ("False", False), ("1", True), ("0", False)]
)
def test_booleans_in_forms(text, value):
    given = {"chat_id": "1", "text": "a", "protect_content": text}
    assert checked("sendMessage", given, {})["protect_content"] is value


def test_a_channel_name_stays_a_name_and_a_number_in_text_becomes_one():
    assert checked("getChat", {"chat_id": "@track"}, {})["chat_id"] == "@track"
    assert checked("getChat", {"chat_id": "-42"}, {})["chat_id"] == -42


def test_null_is_as_good_as_nothing():
    assert checked("getChat", {"chat_id": 5}, {}) == {"chat_id": 5}
    assert "text" not in checked("editMessageText", {"chat_id": 5, "text": None}, {})


def test_a_file_under_the_parameters_own_name_is_that_parameter():
    upload = Upload("a.png", b"x")
    assert checked("sendPhoto", {"chat_id": 1}, {"photo": upload})["photo"] is upload


def test_a_file_that_nothing_refers_to_is_refused():
    uploads = {"extra": Upload("a.png", b"x")}
    with pytest.raises(ApiError, match="nothing refers to it"):
        checked("sendDocument", {"chat_id": 1, "document": "attach://other"}, uploads)
    checked("sendDocument", {"chat_id": 1, "document": "attach://extra"}, uploads)


def test_a_thumbnail_is_refused_rather_than_dropped():
    uploads = {"document": Upload("a.pdf", b"x"), "thumbnail": Upload("t.jpg", b"y")}
    with pytest.raises(ApiError, match="not played"):
        checked("sendDocument", {"chat_id": 1}, uploads)
