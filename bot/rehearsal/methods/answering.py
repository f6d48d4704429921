"""answerCallbackQuery and setMessageReaction."""

from __future__ import annotations

from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.methods.target import chat_of, message_of
from bot.rehearsal.model.errors import bad_request
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.model.utf16 import units
from bot.rehearsal.model.world import World

ANSWER_LIMIT = 200
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
EMOJI = frozenset(
    """
    ❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥
    🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨
    🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 🤷‍♂ 🤷 🤷‍♀ 😡
    """.split()  # noqa: SIM905  # a list of words reads better as words
)
"""The reactions a bot may choose from (ReactionTypeEmoji of the Bot API)."""


def answer_callback_query(world: World, ask: Ask) -> bool:
    """Once, and within 15 seconds of the tap."""
    press = world.presses.get(ask["callback_query_id"])
    if press is None or press.answered or press.over(world.now()):
        raise bad_request(TOO_OLD)
    if units(ask.get("text", "")) > ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answered = True
    press.text, press.alert = ask.get("text") or None, bool(ask.get("show_alert"))
    press.url = ask.get("url")
    press.bell.ring()
    world.journal.note(
        Happening.ANSWER,
        press.message.chat,
        press.message,
        only=press.person.id,
        text=press.text or "",
        alert=press.alert,
        url=press.url or "",
    )
    return True


def set_message_reaction(world: World, ask: Ask) -> bool:
    """A bot may set one emoji; none takes it away."""
    chat = chat_of(world, ask)
    message = message_of(world, chat, ask["message_id"], "message to react not found")
    wanted = ask.get("reaction", [])
    if len(wanted) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(one["type"] != "emoji" or one["emoji"] not in EMOJI for one in wanted):
        raise bad_request("REACTION_INVALID")
    message.reactions[world.bot.id] = [one["emoji"] for one in wanted]
    world.changed(message)
    return True
