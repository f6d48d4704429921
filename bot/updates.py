"""One door for every update: whose it is, and who answers it, in private and in groups."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import Update
from telegram.error import Forbidden
from telegram.ext import Application, TypeHandler

from bot.callbacks import BadPress, Press, unpack
from bot.commands import BY_NAME, PRESSES, Handler, Presses
from bot.context import Context
from bot.handlers import (
    attendance,
    membership,
    safety,
    squad_group,
    squad_session,
    squad_words,
    words,
)


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """One door for every update: safety first, then the table."""
    application.add_handler(TypeHandler(Update, _answer, block=True))


async def _answer(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await _press(context, update.callback_query.data or "")
    elif update.my_chat_member is not None:
        await (words.membership if context.private else squad_group.membership)(context)
    elif update.chat_member is not None:
        if squad_group.left(update.chat_member):
            await membership.gone(context, update.chat_member.new_chat_member.user.id)
    elif update.message_reaction is not None:
        await attendance.reacted(context, update.message_reaction)
    elif update.edited_message is not None:
        await safety.heard(context)
    elif update.message is not None:
        await _message(context)


async def _message(context: Context) -> None:
    """A message: red flags, then commands, then words, places, and things nobody can read."""
    if context.from_channel:  # nobody is there to be answered
        return
    name = _command_name(context)
    alone = name in BY_NAME and not context.arguments  # "/ill" asks, and tells nothing yet
    if context.words and not alone and await safety.heard(context):
        return
    message = context.message
    if not context.private:
        await _in_a_group(context, name)
    elif name is not None:
        command = BY_NAME.get(name)
        await (command.handler(context) if command else words.unknown_command(context, name))
    elif message is not None and message.location is not None:
        await words.located(context)
    elif context.words:
        if not await squad_session.replied(context) and not await squad_session.asked(context):
            await words.heard(context)
    else:
        await words.unreadable(context)


GROUP_WORDS: tuple[Callable[[Context], Awaitable[bool]], ...] = (
    squad_words.heard,
    squad_session.heard,
)
"""Who may be meant by words in a group: asked in turn, until one has answered."""


async def _in_a_group(context: Context, name: str | None) -> None:
    """Commands of a squad, what happens to the group, and words that are meant for the coach.

    Nothing about one athlete's body reaches a group: that is answered in private only.
    """
    message, command = context.message, BY_NAME.get(name or "")
    if message is None:
        return
    if command is not None and command.squad is not None:
        await command.squad(context)
    elif command is not None:
        await _in_private_only(context, command.handler if context.arguments else None)
    elif message.left_chat_member is not None:
        await membership.gone(context, message.left_chat_member.id)
    elif name is None and not await squad_group.happened(context) and context.words:
        await _words_in_a_group(context)


async def _words_in_a_group(context: Context) -> None:
    for hears in GROUP_WORDS:
        if await hears(context):
            return
    if squad_words.about_a_body(context):
        await _in_private_only(context, words.heard)


async def _in_private_only(context: Context, answers: Handler | None) -> None:
    """Kept and answered alone; where that cannot be, the way to the private chat is shown."""
    if answers is None or context.anonymous or not await squad_words.knows(context):
        await squad_words.only_in_private(context)
        return
    context.privately()
    try:
        if not await safety.heard(context):
            await answers(context)
        await squad_words.suggest_deleting(context)
    except Forbidden:  # the private chat is closed: nothing of it is said here
        return


def _command_name(context: Context) -> str | None:
    """The command of a message, without slash and this bot's name; None: another bot's, or none."""
    first = context.words.split(maxsplit=1)[0] if context.words.strip() else ""
    if not first.startswith("/"):
        return None
    name, _, bot = first[1:].partition("@")
    if bot and bot.lower() != (context.bot.username or "").lower():
        return None
    return name.lower()


async def _press(context: Context, data: str) -> None:
    """A button: ours, of another release, or forged."""
    try:
        press = unpack(data)
        await _presses(press)(context, press)
    except BadPress:
        await context.tell("button-unknown")


def _presses(press: Press) -> Presses:
    """Who answers the button; BadPress where nobody does."""
    try:
        return PRESSES[press.topic]
    except KeyError:
        raise BadPress(press.topic) from None
