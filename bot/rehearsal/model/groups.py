"""Group life: founding, coming and going, ranks, topics, and the move to a supergroup."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.rehearsal.model.chats import Chat, ChatType, Topic
from bot.rehearsal.model.errors import Impossible
from bot.rehearsal.model.hearing import tell, tell_membership
from bot.rehearsal.model.journal import Happening
from bot.rehearsal.model.members import USUAL_RIGHTS, Member, Status
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.world import World


def found(world: World, owner: Person, title: str, *, supergroup: bool, forum: bool) -> Chat:
    """A new group with its owner alone in it."""
    chat = _new_chat(world, title, supergroup=supergroup or forum)
    chat.forum = forum
    chat.members[owner.id] = Member(owner, Status.CREATOR)
    said = (
        {"supergroup_chat_created": True} if supergroup or forum else {"group_chat_created": True}
    )
    service(world, chat, owner, said)
    return chat


def _new_chat(world: World, title: str | None, *, supergroup: bool) -> Chat:
    if supergroup:
        world.last_supergroup += 1
        chat = Chat(-world.last_supergroup, ChatType.SUPERGROUP, title)
    else:
        world.last_group += 1
        chat = Chat(-world.last_group, ChatType.GROUP, title)
    world.chats[chat.id] = chat
    return chat


def service(
    world: World, chat: Chat, by: Person, content: dict[str, Any], topic: int | None = None
) -> Message:
    """A line the chat itself writes: somebody came, the title changed."""
    message = world.post(chat, by, content, service=True, topic=topic)
    tell(world, message)
    world.journal.note(Happening.CHATS, chat)
    return message


def set_member(world: World, chat: Chat, by: Person, after: Member) -> None:
    """Changes somebody's place and tells the bot of it."""
    before = chat.members.get(after.person.id) or Member(after.person, Status.LEFT)
    if after.person is world.bot and after.present and not before.present:
        chat.bot_hears_all = world.hears_all
    seen_before = chat.member(world.bot)
    chat.members[after.person.id] = after
    if after.person is world.bot or seen_before:
        tell_membership(world, chat, by, before, after)
    world.journal.note(Happening.CHATS, chat)


def add(world: World, chat: Chat, person: Person, by: Person | None = None) -> None:
    """Somebody joins by themselves, or is added by another."""
    place = chat.members.get(person.id)
    if place and place.present:
        raise Impossible(f"{person.name} is in that chat already")
    if place and place.status is Status.KICKED and (by is None or by is person):
        raise Impossible(f"{person.name} was removed from that chat")
    set_member(world, chat, by or person, Member(person))
    service(world, chat, by or person, {"new_chat_members": [person.wire()]})


def remove(world: World, chat: Chat, person: Person, by: Person | None = None) -> None:
    """Somebody leaves, or is removed by another (and cannot come back by themselves)."""
    if chat.member(person) is None:
        raise Impossible(f"{person.name} is not in that chat")
    kicked = by is not None and by is not person
    service(world, chat, by or person, {"left_chat_member": person.wire()})
    set_member(world, chat, by or person, Member(person, Status.KICKED if kicked else Status.LEFT))


def promote(
    world: World,
    chat: Chat,
    person: Person,
    by: Person,
    *,
    anonymous: bool = False,
    rights: frozenset[str] = USUAL_RIGHTS,
) -> None:
    """Makes an administrator; the owner can be made anonymous the same way."""
    place = chat.member(person)
    if place is None:
        raise Impossible(f"{person.name} is not in that chat")
    status = Status.CREATOR if place.status is Status.CREATOR else Status.ADMINISTRATOR
    set_member(world, chat, by, Member(person, status, anonymous, rights))


def demote(world: World, chat: Chat, person: Person, by: Person, *, muted: bool = False) -> None:
    """Back to a member, or to one who may only read."""
    if chat.member(person) is None:
        raise Impossible(f"{person.name} is not in that chat")
    set_member(world, chat, by, Member(person, Status.RESTRICTED if muted else Status.MEMBER))


def migrate(world: World, chat: Chat, by: Person) -> Chat:
    """The group becomes a supergroup: a new chat id, two service messages, a new count of ids."""
    if chat.type is not ChatType.GROUP or chat.migrated_to:
        raise Impossible("only a group can become a supergroup, and once")
    moved = _new_chat(world, chat.title, supergroup=True)
    moved.members = {key: replace(member) for key, member in chat.members.items()}
    moved.bot_hears_all = chat.bot_hears_all
    service(world, chat, by, {"migrate_to_chat_id": moved.id})
    chat.migrated_to = moved.id
    service(world, moved, by, {"migrate_from_chat_id": chat.id})
    return moved


def delete(world: World, chat: Chat, by: Person) -> None:
    """The owner deletes the group; the bot is told that it left."""
    for member in list(chat.members.values()):
        if member.present:
            set_member(world, chat, by, Member(member.person, Status.LEFT))
    chat.deleted = True


def open_topic(world: World, chat: Chat, by: Person, name: str, color: int = 7322096) -> Topic:
    """A new thread of a forum; its id is that of the message that opens it."""
    if not chat.forum:
        raise Impossible("only a forum has topics")
    number = chat.last_id + 1
    chat.topics[number] = Topic(number, name)
    opened = {"forum_topic_created": {"name": name, "icon_color": color}}
    service(world, chat, by, opened, topic=number)
    return chat.topics[number]


def set_topic(
    world: World, chat: Chat, by: Person, topic: Topic, *, closed: bool, deleted: bool = False
) -> None:
    """Closes, reopens or deletes a thread."""
    if closed != topic.closed:
        said = "forum_topic_closed" if closed else "forum_topic_reopened"
        service(world, chat, by, {said: {}}, topic=topic.id)
    topic.closed, topic.deleted = closed, deleted
