"""Polls: voting, and what the bot hears of it."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from bot.rehearsal.model.errors import Impossible
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.world import World


def vote(world: World, person: Person, message: Message, options: list[int]) -> None:
    """Sets a person's choice; an empty one takes the vote back. Only open polls tell who."""
    poll: dict[str, Any] = deepcopy(message.content.get("poll", {}))
    if not poll or poll["is_closed"] or not world.in_chat(person, message.chat):
        raise Impossible("there is no open poll")
    if len(options) > 1 and not poll["allows_multiple_answers"]:
        raise Impossible("the poll takes one answer")
    if any(option not in range(len(poll["options"])) for option in options):
        raise Impossible("the poll has no such option")
    message.votes[person.id] = options
    for number, option in enumerate(poll["options"]):
        option["voter_count"] = sum(number in chosen for chosen in message.votes.values())
    poll["total_voter_count"] = sum(bool(chosen) for chosen in message.votes.values())
    message.content = {"poll": poll}
    world.changed(message)
    if not poll["is_anonymous"]:
        _tell_answer(world, person, poll, options)


def _tell_answer(world: World, person: Person, poll: dict[str, Any], options: list[int]) -> None:
    names = [poll["options"][option]["persistent_id"] for option in options]
    answer = {"poll_id": poll["id"], "user": person.wire(), "option_ids": options}
    world.updates.push("poll_answer", answer | {"option_persistent_ids": names}, world.now())


def closed(world: World, message: Message) -> dict[str, Any]:
    """Ends a poll and gives its last state, which the bot also hears as an update."""
    poll: dict[str, Any] = message.content["poll"] | {"is_closed": True}
    message.content = {"poll": poll}
    world.changed(message)
    world.updates.push("poll", poll, world.now())
    return poll
