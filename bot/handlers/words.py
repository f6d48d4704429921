"""Everything said in words: an answer to what was asked last, or news of a run or a morning."""

from __future__ import annotations

from bot.context import Context
from bot.services import words


async def heard(context: Context) -> None:
    """Words: they answer the form asked last if they fit, else they are read for what they are."""
    if not context.private:
        return
    message = context.message
    replied = message.reply_to_message if message else None
    answered = replied.message_id if replied and replied.chat_id == context.room else 0
    await context.show_words(await context.apply(words.hear, context.words, answered))


async def located(context: Context) -> None:
    """A shared location: the place of onboarding, or of /settings."""
    message = context.message
    if message is None or message.location is None or not context.private:
        return
    place = message.location
    answer = await context.apply(words.locate, place.latitude, place.longitude)
    if answer.outcome.topic in context.house.shows:
        await context.show(answer)
    else:
        await context.tell("nothing-open")


async def unknown_command(context: Context, name: str) -> None:
    """A command that is not in the table."""
    if context.private:
        await context.tell("unknown-command", command=f"/{name[:30]}")


async def unreadable(context: Context) -> None:
    """Stickers, voice, pictures without words: a helpful word in private, silence in groups."""
    message = context.message
    if context.private and message is not None and not message.pinned_message:
        await context.tell("unknown-thing")


async def cancel(context: Context) -> None:
    """/cancel: close what is open; answers given so far stay."""
    answer = await context.apply(words.cancel)
    if answer.outcome.topic in context.house.shows:
        await context.show(answer)
    else:
        await context.tell(answer.outcome.code)


async def membership(context: Context) -> None:
    """Blocked: messages stop. Unblocked: they come again after /start or any word."""
    await context.apply(words.membership, _is_member(context))


def _is_member(context: Context) -> bool:
    change = context.incoming.my_chat_member
    return change is not None and change.new_chat_member.status in {"member", "administrator"}
