"""sendPoll and stopPoll."""

from __future__ import annotations

from typing import Any

from bot.rehearsal.methods import keyboards
from bot.rehearsal.methods.ask import Ask
from bot.rehearsal.methods.deliver import deliver
from bot.rehearsal.methods.target import chat_of, message_of, writable
from bot.rehearsal.model.errors import bad_request, not_played
from bot.rehearsal.model.utf16 import units
from bot.rehearsal.model.voting import closed
from bot.rehearsal.model.wording import formatted
from bot.rehearsal.model.world import World

QUESTION_LIMIT = 300
OPTION_LIMIT = 100
OPTIONS = range(1, 13)
UNPLAYED = (
    "allow_adding_options",
    "close_date",
    "correct_option_ids",
    "description",
    "explanation",
    "hide_results_until_closes",
    "media",
    "open_period",
    "shuffle_options",
)


def send_poll(world: World, ask: Ask) -> dict[str, Any]:
    """A poll with one or more answers; quizzes and timed ones are not played."""
    chat = writable(world, ask, "polls")
    for name in UNPLAYED:
        if ask.get(name):
            raise not_played(f"parameter {name!r} of sendPoll")
    if ask.get("type", "regular") != "regular":
        raise not_played("a quiz")
    return deliver(world, ask, chat, {"poll": _poll(world, ask)}).wire()


def _poll(world: World, ask: Ask) -> dict[str, Any]:
    question, entities = formatted(
        ask["question"], ask.get("question_parse_mode"), ask.get("question_entities")
    )
    if not 1 <= units(question) <= QUESTION_LIMIT:
        raise bad_request("poll question length must not exceed 300")
    if len(ask["options"]) not in OPTIONS:
        raise bad_request("poll must have from 1 to 12 options")
    return {
        "id": str(9_000_000_000 + world.sequence + 1),
        "question": question,
        "question_entities": entities,
        "options": [_option(n, option) for n, option in enumerate(ask["options"])],
        "total_voter_count": 0,
        "is_closed": bool(ask.get("is_closed")),
        "is_anonymous": bool(ask.get("is_anonymous", True)),
        "type": "regular",
        "allows_multiple_answers": bool(ask.get("allows_multiple_answers")),
        "allows_revoting": bool(ask.get("allows_revoting", True)),
        "members_only": bool(ask.get("members_only")),
    }


def _option(number: int, option: dict[str, Any]) -> dict[str, Any]:
    text, entities = formatted(
        option["text"], option.get("text_parse_mode"), option.get("text_entities")
    )
    if not 1 <= units(text) <= OPTION_LIMIT:
        raise bad_request("poll options length must not exceed 100")
    known = {"text": text, "text_entities": entities, "voter_count": 0}
    return {"persistent_id": f"o{number}"} | known


def stop_poll(world: World, ask: Ask) -> dict[str, Any]:
    """Closes a poll for good."""
    chat = chat_of(world, ask)
    message = message_of(world, chat, ask["message_id"], "message with poll to stop not found")
    poll = message.content.get("poll")
    if poll is None or message.sender is not world.bot:
        raise bad_request("poll can't be stopped")
    if poll["is_closed"]:
        raise bad_request("poll has already been closed")
    message.keyboard = keyboards.inline(ask.get("reply_markup"))
    return closed(world, message)
