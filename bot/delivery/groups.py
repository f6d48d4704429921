"""Groups as Telegram knows them: who is in, who administers, and how one member is told alone."""

from __future__ import annotations

from telegram import Bot
from telegram.error import TelegramError

from bot.delivery.errors import Verdict, verdict
from bot.delivery.say import Speaker, Where
from bot.reply import Reply

ADMINS = frozenset({"creator", "administrator"})
GONE = frozenset({"left", "kicked"})
_REFUSED = frozenset({Verdict.FORBIDDEN, Verdict.REFUSED})


async def administers(bot: Bot, chat_id: int, user_id: int) -> bool:
    """Whether somebody is owner or administrator of the group; False where Telegram won't say."""
    return await _status(bot, chat_id, user_id) in ADMINS


async def present(bot: Bot, chat_id: int, user_id: int) -> bool:
    """Whether somebody is in the group; yes, where a bot without rights is not told."""
    return await _status(bot, chat_id, user_id) not in GONE


async def _status(bot: Bot, chat_id: int, user_id: int) -> str:
    try:
        return str((await bot.get_chat_member(chat_id, user_id)).status)
    except TelegramError as error:
        if verdict(error) in _REFUSED:
            return ""
        raise


async def whisper(speaker: Speaker, where: Where, reply: Reply) -> bool:
    """Show one member a message in the group; False: this Telegram cannot, or will not now."""
    try:
        await speaker.say(where, reply)
    except TelegramError as error:
        if verdict(error) in _REFUSED:
            return False
        raise
    return True


async def say_privately(speaker: Speaker, chat_id: int, reply: Reply) -> bool:
    """Write to a private chat; False: its person never began it, blocked it, or is gone."""
    try:
        await speaker.say(chat_id, reply)
    except TelegramError as error:
        if verdict(error) is Verdict.FORBIDDEN:
            return False
        raise
    return True
