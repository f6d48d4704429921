"""The Bot API of the room: `answer` takes a call in, and gives what Telegram would answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.rehearsal import spec
from bot.rehearsal.methods import (
    about,
    answering,
    asking,
    deleting,
    editing,
    polls,
    profile,
    sending,
)
from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.model.errors import ApiError
from bot.rehearsal.model.files import Upload
from bot.rehearsal.model.world import Call, World

Given = Mapping[str, object]
Uploads = Mapping[str, Upload]

METHODS: dict[str, Callable[[World, Ask], Any]] = {
    "getMe": profile.get_me,
    "logOut": profile.log_out,
    "close": profile.close,
    "setMyCommands": profile.set_my_commands,
    "getMyCommands": profile.get_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "setMyDescription": profile.set_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getUpdates": asking.get_updates,
    "setWebhook": asking.set_webhook,
    "deleteWebhook": asking.delete_webhook,
    "getWebhookInfo": asking.get_webhook_info,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendLocation": sending.send_location,
    "sendMediaGroup": sending.send_media_group,
    "sendChatAction": sending.send_chat_action,
    "copyMessage": sending.copy_message,
    "sendPoll": polls.send_poll,
    "stopPoll": polls.stop_poll,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "editMessageMedia": editing.edit_message_media,
    "editEphemeralMessageText": editing.edit_ephemeral_message_text,
    "editEphemeralMessageCaption": editing.edit_ephemeral_message_caption,
    "editEphemeralMessageReplyMarkup": editing.edit_ephemeral_message_reply_markup,
    "deleteMessage": deleting.delete_message,
    "deleteMessages": deleting.delete_messages,
    "deleteEphemeralMessage": deleting.delete_ephemeral_message,
    "pinChatMessage": deleting.pin_chat_message,
    "unpinChatMessage": deleting.unpin_chat_message,
    "answerCallbackQuery": answering.answer_callback_query,
    "setMessageReaction": answering.set_message_reaction,
    "getChat": about.get_chat,
    "getChatMember": about.get_chat_member,
    "getChatAdministrators": about.get_chat_administrators,
    "getChatMemberCount": about.get_chat_member_count,
    "leaveChat": about.leave_chat,
    "createForumTopic": about.create_forum_topic,
    "getFile": about.get_file,
}


async def answer(
    world: World,
    token: str,
    method: str,
    given: Given,
    uploads: Uploads,
) -> tuple[int, dict[str, Any]]:
    """(status, body) of a call; raises LineCut when a fault says that the line breaks."""
    try:
        return 200, {"ok": True, "result": await _result(world, token, method, given, uploads)}
    except ApiError as refusal:
        return refusal.code, refusal.wire()


async def _result(
    world: World,
    token: str,
    method: str,
    given: Given,
    uploads: Uploads,
) -> Any:
    if token != world.token:
        well_formed = token.partition(":")[0].isdecimal() and ":" in token
        raise ApiError(401, "Unauthorized") if well_formed else ApiError(404, "Not Found")
    profile.refuse_logged_out(world)
    name = spec.method_named(method)
    if name is None:
        raise ApiError(404, "Not Found")
    fault = world.faults.take(name)
    if fault and fault.seconds:
        await asyncio.sleep(fault.seconds)
    if fault and not fault.applied:
        fault.strike()
    result = await _done(world, name, given, uploads)
    if fault:
        fault.strike()
    return result


async def _done(world: World, name: str, given: Given, uploads: Uploads) -> Any:
    """Checks and carries out a call; remembers it with what came of it."""
    try:
        ask = Ask(name, spec.checked(name, given, uploads), uploads)
        result = METHODS[name](world, ask)
        if asyncio.iscoroutine(result):
            result = await result
    except ApiError as refusal:
        world.calls.append(Call(name, dict(given), world.now(), refusal.code, refusal.description))
        raise
    if name != "getUpdates":
        world.calls.append(Call(name, ask.arguments, world.now(), 200, result))
    return result
