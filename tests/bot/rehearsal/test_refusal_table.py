"""Call by call: what Telegram refuses, and the words in which it says so."""

from __future__ import annotations

import pytest

from bot.rehearsal.model.files import Upload

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same"
    " as a current content and reply markup of the message"
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANNA, BEN, NOBODY = 101, 102, 999


@pytest.fixture
async def cards(telegram, call, anna, ben, picture):
    """Anna's chat: 1 her /start, 2 the bot's text, 3 its picture, 4 its location, 5 a poll."""
    await call("sendMessage", chat_id=ANNA, text="one")
    file = telegram.world.files.keep("photo", Upload("p.png", picture()))
    await call("sendPhoto", chat_id=ANNA, photo=file.id, caption="two")
    await call("sendLocation", chat_id=ANNA, latitude=52.5, longitude=13.4)
    await call("sendPoll", chat_id=ANNA, question="q", options=[{"text": "a"}, {"text": "b"}])


@pytest.mark.parametrize(
    ("method", "given", "code", "words"),
    [
        ("sendMessage", {"text": "a"}, 400, "chat_id is empty"),
        ("sendMessage", {"chat_id": ANNA}, 400, "message text is empty"),
        ("sendMessage", {"chat_id": ANNA, "text": " "}, 400, "message text is empty"),
        ("sendMessage", {"chat_id": ANNA, "text": "x" * 4097}, 400, "message is too long"),
        ("sendMessage", {"chat_id": NOBODY, "text": "a"}, 400, "chat not found"),
        ("sendMessage", {"chat_id": "@nobody", "text": "a"}, 400, "chat not found"),
        ("sendMessage", {"chat_id": BEN, "text": "a"}, 403, "can't initiate conversation"),
        ("sendMessage", {"chat_id": ANNA, "text": "<b", "parse_mode": "HTML"}, 400, "can't parse"),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "parse_mode": "Markdown"},
            400,
            "not played",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "message_thread_id": 7},
            400,
            "message thread not found",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "reply_parameters": {"message_id": 99}},
            400,
            "message to be replied not found",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "reply_parameters": {"message_id": 2, "quote": "o"}},
            400,
            "not played",
        ),
        ("sendPhoto", {"chat_id": ANNA}, 400, "sendPhoto needs the parameter 'photo'"),
        ("sendPhoto", {"chat_id": ANNA, "photo": "F1"}, 400, "wrong file identifier"),
        ("sendPhoto", {"chat_id": ANNA, "photo": "https://x.y/z.png"}, 400, "not played"),
        ("sendPhoto", {"chat_id": ANNA, "photo": "attach://p"}, 400, "can't find the file 'p'"),
        (
            "sendLocation",
            {"chat_id": ANNA, "latitude": 91, "longitude": 0},
            400,
            "wrong latitude or longitude",
        ),
        ("sendChatAction", {"chat_id": ANNA, "action": "dance"}, 400, "wrong parameter action"),
        ("sendPoll", {"chat_id": ANNA, "question": "q", "options": []}, 400, "1 to 12 options"),
        (
            "sendPoll",
            {"chat_id": ANNA, "question": "q", "options": [{"text": "a"}], "open_period": 60},
            400,
            "not played",
        ),
        (
            "sendPoll",
            {"chat_id": ANNA, "question": "q" * 301, "options": [{"text": "a"}]},
            400,
            "poll question length",
        ),
        (
            "sendPoll",
            {"chat_id": ANNA, "question": "q", "options": [{"text": "a" * 101}]},
            400,
            "poll options length",
        ),
        (
            "sendPoll",
            {"chat_id": ANNA, "question": "q", "options": [{"text": "a"}], "type": "quiz"},
            400,
            "a quiz is not played",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "reply_markup": {"keyboard": [[]]}},
            400,
            "REPLY_MARKUP_INVALID",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "reply_markup": {"keyboard": [[{"text": " "}]]}},
            400,
            "button text must be non-empty",
        ),
        (
            "sendMessage",
            {
                "chat_id": ANNA,
                "text": "a",
                "reply_markup": {"force_reply": True, "input_field_placeholder": "x" * 65},
            },
            400,
            "placeholder is too long",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "reply_parameters": {}},
            400,
            "message to be replied not found",
        ),
        (
            "sendMessage",
            {"chat_id": ANNA, "text": "a", "reply_parameters": {"message_id": 1, "chat_id": 5}},
            400,
            "not played",
        ),
        (
            "sendMessage",
            {
                "chat_id": ANNA,
                "text": "abc",
                "entities": [{"type": "bold", "offset": 2, "length": 2}],
            },
            400,
            "entity ends behind the text",
        ),
        (
            "sendMessage",
            {
                "chat_id": ANNA,
                "text": "abc",
                "entities": [{"type": "bold", "offset": -1, "length": 2}],
            },
            400,
            "wrong offset or length",
        ),
        (
            "setChatMenuButton",
            {"menu_button": {"type": "web_app", "text": "a", "web_app": {"url": "https://x.y"}}},
            400,
            "not played",
        ),
        ("sendMediaGroup", {"chat_id": ANNA, "media": []}, 400, "2 to 10"),
        ("editMessageText", {"text": "b"}, 400, "chat_id is empty"),
        ("editMessageText", {"chat_id": ANNA, "text": "b"}, 400, "identifier is not specified"),
        (
            "editMessageText",
            {"chat_id": ANNA, "message_id": 99, "text": "b"},
            400,
            "message to edit not found",
        ),
        (
            "editMessageText",
            {"chat_id": ANNA, "message_id": 1, "text": "b"},
            400,
            "message can't be edited",
        ),
        (
            "editMessageText",
            {"chat_id": ANNA, "message_id": 3, "text": "b"},
            400,
            "there is no text in the message to edit",
        ),
        (
            "editMessageCaption",
            {"chat_id": ANNA, "message_id": 2, "caption": "b"},
            400,
            "there is no caption in the message to edit",
        ),
        (
            "editMessageMedia",
            {"chat_id": ANNA, "message_id": 2, "media": {"type": "photo", "media": "F1"}},
            400,
            "there is no media in the message to edit",
        ),
        (
            "editMessageReplyMarkup",
            {"chat_id": ANNA, "message_id": 3},
            400,
            NOT_MODIFIED,
        ),
        ("deleteMessage", {"chat_id": ANNA, "message_id": 99}, 400, "message to delete not found"),
        ("deleteMessages", {"chat_id": ANNA, "message_ids": []}, 400, "1 to 100"),
        (
            "copyMessage",
            {"chat_id": ANNA, "from_chat_id": ANNA, "message_id": 99},
            400,
            "not found",
        ),
        (
            "copyMessage",
            {"chat_id": ANNA, "from_chat_id": ANNA, "message_id": 5},
            400,
            "message can't be copied",
        ),
        ("stopPoll", {"chat_id": ANNA, "message_id": 2}, 400, "poll can't be stopped"),
        ("answerCallbackQuery", {"callback_query_id": "1"}, 400, TOO_OLD),
        ("setMessageReaction", {"chat_id": ANNA, "message_id": 99}, 400, "not found"),
        (
            "setMessageReaction",
            {"chat_id": ANNA, "message_id": 1, "reaction": [{"type": "emoji", "emoji": "🏃"}]},
            400,
            "REACTION_INVALID",
        ),
        (
            "setMessageReaction",
            {
                "chat_id": ANNA,
                "message_id": 1,
                "reaction": [{"type": "emoji", "emoji": "👍"}, {"type": "emoji", "emoji": "🔥"}],
            },
            400,
            "REACTIONS_TOO_MANY",
        ),
        ("pinChatMessage", {"chat_id": ANNA, "message_id": 99}, 400, "message to pin not found"),
        ("unpinChatMessage", {"chat_id": ANNA}, 400, "message to unpin not found"),
        ("getChatMember", {"chat_id": ANNA, "user_id": BEN}, 400, "member not found"),
        ("getChatAdministrators", {"chat_id": ANNA}, 400, "no administrators in the private chat"),
        ("leaveChat", {"chat_id": ANNA}, 400, "can't be changed in private chats"),
        ("createForumTopic", {"chat_id": ANNA, "name": "Hills"}, 400, "the chat is not a forum"),
        ("getFile", {"file_id": "F1"}, 400, "invalid file_id"),
        (
            "setMyCommands",
            {"commands": [{"command": "Plan", "description": "p"}]},
            400,
            "BOT_COMMAND_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "plan", "description": ""}]},
            400,
            "BOT_COMMAND_DESCRIPTION_INVALID",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": f"c{n}", "description": "d"} for n in range(101)]},
            400,
            "BOT_COMMANDS_TOO_MUCH",
        ),
        ("setMyDescription", {"description": "x" * 513}, 400, "BOT_DESCRIPTION_TOO_LONG"),
        ("setMyShortDescription", {"short_description": "x" * 121}, 400, "TOO_LONG"),
        ("setChatMenuButton", {"menu_button": {"type": "magic"}}, 400, "menu_button"),
        ("setWebhook", {"url": "http://example.org/hook"}, 400, "An HTTPS URL must be provided"),
        ("setWebhook", {"url": "https://x.y", "secret_token": "ä"}, 400, "unallowed characters"),
        ("sendRichMessage", {"chat_id": ANNA}, 404, "Not Found"),
        ("noSuchThing", {}, 404, "Not Found"),
    ],
)
@pytest.mark.usefixtures("cards")
async def test_refused_in_telegrams_words(call, method, given, code, words):
    got, description = await call.refused(method, **given)
    assert got == code
    assert words in description
    if code != 404:
        assert description.startswith({400: "Bad Request: ", 403: "Forbidden: "}[code])
