"""Words in a group: replies to the card's questions, and what belongs into the private chat."""

from __future__ import annotations

from typing import Any

from bot.context import Context
from bot.messages import founding as messages
from bot.messages import squad as cards
from bot.reply import Reply
from bot.services import founding, squad
from bot.services.squad import GroupView


async def heard(context: Context) -> bool:
    """A reply to a question on the card; whether it was one."""
    message = context.message
    asked = message.reply_to_message if message else None
    if asked is None or asked.from_user is None or asked.from_user.id != context.bot.id:
        return False
    view = await context.read(squad.look_here)
    use_case = _answers(context, view, asked.text or "")
    if view is None or use_case is None:
        return False
    admin = await context.is_admin()
    await context.show(await context.apply(use_case, view.row.id, context.words, admin=admin))
    return True


def _answers(context: Context, view: GroupView | None, asked: str) -> Any:
    """Which question the message asks, by its words."""
    if view is None or view.row.ended:
        return None
    text = context.squad_text(view.row)
    if messages.asks(asked, text, ("squad-ask-place", "squad-change-place")):
        return founding.place_in_words
    if messages.asks_days(asked, text):
        return founding.days_in_words
    return None


def about_a_body(context: Context) -> bool:
    """Whether words tell of a morning or a pain: they are never repeated where others read."""
    return squad.about_a_body(context.words)


async def knows(context: Context) -> bool:
    """Whether who wrote is somebody the coach has met."""
    return await context.read(squad.knows)


async def only_in_private(context: Context) -> None:
    """That is for the private chat, which is one tap away."""
    reply = cards.private_only(context.text(), context.chat_link())
    await context.say(reply, answering=True)


async def suggest_deleting(context: Context) -> None:
    """In private, after the answer: what was written in the group can go from there."""
    chat, text = context.incoming.effective_chat, context.text()
    title = (chat.title if chat else None) or ""
    await context.say(Reply(text("squad-private-moved", title=title)))
