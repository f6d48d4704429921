"""Everything the room tells a bot has the shape that the Bot API documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXTRACT = json.loads((Path(__file__).parents[1] / "data" / "botapi.json").read_text())
TYPES = EXTRACT["types"]
PLAIN = {"Integer": int, "String": str, "Boolean": bool, "Float": float, "True": bool}
CARD = {"inline_keyboard": [[{"text": "x", "callback_data": "x"}]]}


def misfits(types, value, where):
    """What is wrong with a value that should be one of these types; empty when one fits."""
    found = [misfit(kind, value, where) for kind in types]
    return [] if any(not wrong for wrong in found) else found[-1]


def misfit(kind, value, where):
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where} is no list"]
        item = kind.removeprefix("Array of ")
        return [w for n, one in enumerate(value) for w in misfit(item, one, f"{where}[{n}]")]
    if kind in PLAIN:
        fits = type(value) is PLAIN[kind] or (kind == "Float" and type(value) is int)
        return [] if fits else [f"{where} is no {kind}: {value!r}"]
    if kind not in TYPES:
        return [f"{where} is of a type that is not in use: {kind}"]
    if TYPES[kind].get("subtypes"):
        known = [name for name in TYPES[kind]["subtypes"] if name in TYPES]
        return misfits(known, value, where)
    return _misfit_object(kind, value, where)


def _misfit_object(kind, value, where):
    fields = {field["name"]: field for field in TYPES[kind].get("fields", [])}
    wrong = [f"{where}.{name} is not in {kind}" for name in value if name not in fields]
    for name, field in fields.items():
        if name in value:
            wrong += misfits(field["types"], value[name], f"{where}.{name}")
        elif field["required"]:
            wrong.append(f"{where}: {kind} needs {name}")
    if {"ChatMember", "ReactionType"} & set(TYPES[kind].get("subtype_of", [])) and not wrong:
        name, field = next(iter(fields.items()))
        if value[name] not in field["description"]:
            wrong.append(f"{where} is another kind than {kind}")
    return wrong


def check(method, result):
    assert misfits(EXTRACT["methods"][method]["returns"], result, method) == []


@pytest.fixture
def asks(call):
    """Calls a method and holds its result against the documentation."""

    async def ask(method, **given):
        result = await call(method, **given)
        check(method, result)
        return result

    return ask


async def test_updates_of_every_kind(telegram, asks, anna, ben, picture):
    wanted = list({f["name"] for f in TYPES["Update"]["fields"]} - {"update_id"})
    await asks("getUpdates", allowed_updates=wanted)
    await asks("sendMessage", chat_id=anna.id, text="a", reply_markup=CARD)
    card = telegram.visible_to(anna)[-1]
    said = telegram.say(anna, None, "/log <8 km> @annaruns https://x.y #run a@b.cd", reply_to=card)
    telegram.edit(said, "9 km")
    telegram.press(anna, card)
    telegram.press(anna, card, accessible=False)
    telegram.react(anna, card, "🔥", "👍")
    telegram.send_location(anna, None, 52, 13.4)
    telegram.send_contact(anna, None, "+49")
    telegram.send_document(anna, None, "run.fit", b"x", caption="hot")
    telegram.send_photo(anna, None, picture())
    telegram.send_sticker(anna, None, "🏃")
    telegram.send_voice(anna, None)
    telegram.block(anna)
    telegram.unblock(anna)
    group = telegram.group(anna, "Track")
    telegram.add(group, telegram.bot, anna)
    telegram.promote(group, telegram.bot, anna)
    telegram.add(group, ben)
    telegram.promote(group, ben, anna, anonymous=True)
    telegram.say(ben, group, "/session")
    telegram.demote(group, ben, anna, muted=True)
    telegram.remove(group, ben, anna)
    moved = telegram.migrate(group, anna)
    telegram.add(moved, ben, anna)
    poll = {"question": "When?", "options": [{"text": "8"}, {"text": "9"}], "is_anonymous": False}
    sent = await asks("sendPoll", chat_id=moved.id, **poll)
    telegram.vote(ben, telegram.visible_to(ben, moved)[-1], 0)
    await asks("stopPoll", chat_id=moved.id, message_id=sent["message_id"])
    forum = telegram.group(anna, "Club", forum=True)
    telegram.add(forum, telegram.bot, anna)
    topic = telegram.open_topic(forum, anna, "Hills")
    telegram.set_topic(forum, anna, topic, closed=True)
    telegram.set_topic(forum, anna, topic, closed=False)
    telegram.delete_group(forum, anna)
    updates = await asks("getUpdates")
    told = {kind for update in updates for kind in update} - {"update_id"}
    assert told == set(telegram.world.updates.kinds)


async def test_results_of_every_method(telegram, asks, anna, ben, picture):
    photo = telegram.send_photo(anna, None, picture()).content["photo"][0]["file_id"]
    run = telegram.send_document(anna, None, "run.fit", b"x").content["document"]["file_id"]
    here = {"chat_id": anna.id}
    sent = await asks(
        "sendMessage",
        **here,
        text="<b>a</b> <a href='tg://user?id=102'>Ben</a> <tg-time unix='1795717800'>x</tg-time>",
        parse_mode="HTML",
        reply_markup=CARD,
        reply_parameters={"message_id": 1},
    )
    assert len(sent["entities"]) == 3
    text = {**here, "message_id": sent["message_id"]}
    await asks("editMessageText", **text, text="b")
    await asks("editMessageReplyMarkup", **text, reply_markup=CARD)
    shown = await asks("sendPhoto", **here, photo=photo, caption="c", show_caption_above_media=True)
    picture_there = {**here, "message_id": shown["message_id"]}
    await asks("editMessageCaption", **picture_there, caption="d")
    await asks("editMessageMedia", **picture_there, media={"type": "document", "media": run})
    await asks("sendMediaGroup", **here, media=[{"type": "photo", "media": photo}] * 2)
    await asks("sendDocument", **here, document=run)
    await asks("sendLocation", **here, latitude=1, longitude=2.5, horizontal_accuracy=10)
    telegram.world.pace.heard_from(telegram.chat(anna))
    await asks("copyMessage", **here, from_chat_id=anna.id, message_id=shown["message_id"])
    await asks("sendChatAction", **here, action="typing")
    await asks("setMessageReaction", **text, reaction=[{"type": "emoji", "emoji": "🔥"}])
    await asks("pinChatMessage", **text)
    await asks("getChat", **here)
    await asks("unpinChatMessage", **text)
    tap = telegram.press(anna, telegram.world.archive.find(telegram.chat(anna), sent["message_id"]))
    await asks("answerCallbackQuery", callback_query_id=tap.id)
    await asks("getFile", file_id=run)
    await asks("setMyCommands", commands=[{"command": "a", "description": "b"}])
    for method in ("getMyCommands", "deleteMyCommands", "getMe", "getWebhookInfo", "close"):
        await asks(method)
    await asks("setMyDescription", description="a")
    await asks("setMyShortDescription", short_description="a")
    await asks("setChatMenuButton", menu_button={"type": "commands"})
    await asks("deleteMessage", **text)
    await asks("deleteMessages", **here, message_ids=[1, 2])


async def test_results_of_every_method_of_groups(telegram, asks, anna, ben):
    forum = telegram.group(anna, "Club", forum=True)
    telegram.add(forum, ben, anna)
    telegram.add(forum, telegram.bot, anna)
    telegram.promote(forum, telegram.bot, anna, rights=frozenset({"can_manage_topics"}))
    here = {"chat_id": forum.id}
    topic = await asks("createForumTopic", **here, name="Hills")
    await asks("sendMessage", **here, text="a", message_thread_id=topic["message_thread_id"])
    whisper = {"ephemeral_message_parameters": {"receiver_user_id": ben.id}}
    sent = await asks("sendMessage", **here, text="a", **whisper)
    named = {"receiver_user_id": ben.id, "ephemeral_message_id": sent["ephemeral_message_id"]}
    await asks("editEphemeralMessageText", **here, **named, text="b")
    await asks("editEphemeralMessageReplyMarkup", **here, **named, reply_markup=CARD)
    await asks("deleteEphemeralMessage", **here, **named)
    for person in (anna, ben, telegram.bot, telegram.person(103, "Cleo")):
        await asks("getChatMember", **here, user_id=person.id)
    telegram.demote(forum, ben, anna, muted=True)
    await asks("getChatMember", **here, user_id=ben.id)
    telegram.remove(forum, ben, anna)
    await asks("getChatMember", **here, user_id=ben.id)
    await asks("getChatAdministrators", **here, return_bots=True)
    await asks("getChatMemberCount", **here)
    await asks("getChat", **here)
    await asks("leaveChat", **here)
    await asks("setWebhook", url="https://x.y")
    await asks("getWebhookInfo")
    await asks("deleteWebhook")
    await asks("logOut")
