"""`Telegram`: the whole model behind one door, with everything people can do in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.rehearsal.model import groups, keeping, talk, voting
from bot.rehearsal.model.chats import Chat, ChatType, Topic
from bot.rehearsal.model.errors import Impossible
from bot.rehearsal.model.faults import Fault
from bot.rehearsal.model.files import Upload
from bot.rehearsal.model.limits import Limits, Pace
from bot.rehearsal.model.members import USUAL_RIGHTS
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.queries import Press
from bot.rehearsal.model.updates import Updates
from bot.rehearsal.model.world import Call, World

Where = Person | Chat | int | None
BOT_ID = 7_000_000_001
TOKEN = f"{BOT_ID}:THE-REHEARSAL-ROOM-KEEPS-NO-SECRETS"
KINDS = (
    "message",
    "edited_message",
    "callback_query",
    "my_chat_member",
    "chat_member",
    "message_reaction",
    "poll",
    "poll_answer",
)
"""The kinds of updates the room can make; `allowed_updates` may name any of the Bot API's."""


class Telegram:
    """One Telegram with one bot. People act through these methods, the bot through its methods.

    Where a chat is wanted, the bot (or None) stands for the person's private chat with it. What an
    app would not let a person do raises Impossible.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        *,
        token: str = TOKEN,
        bot_name: str = "Nextgear",
        username: str = "NextgearBot",
        limits: Limits | None = None,
        hears_all: bool = False,
    ) -> None:
        bot = Person(int(token.partition(":")[0]), bot_name, username=username, is_bot=True)
        pace, updates = Pace(limits or Limits()), Updates(KINDS)
        self.world = World(now, bot, token, pace, updates, hears_all)
        self.world.people[bot.id] = bot

    @property
    def bot(self) -> Person:
        return self.world.bot

    @property
    def token(self) -> str:
        return self.world.token

    # People and chats

    def person(
        self,
        user_id: int,
        name: str = "Runner",
        *,
        username: str | None = None,
        language: str | None = "en",
    ) -> Person:
        """The person with that id, new if nobody has it; "Anna Berg" is first and last name."""
        if user_id not in self.world.people:
            first, _, last = name.partition(" ")
            person = Person(user_id, first, last or None, username, language)
            self.world.people[user_id] = person
            self.world.chats[user_id] = Chat(
                user_id, ChatType.PRIVATE, username=username, person=person
            )
        return self.world.people[user_id]

    def people(self) -> list[Person]:
        return [person for person in self.world.people.values() if not person.is_bot]

    def chat(self, person: Person | int, where: Where = None) -> Chat:
        """A chat by its id or itself; the bot (or nothing) means the person's chat with it."""
        if isinstance(where, Chat):
            return where
        if where is None or where is self.bot:
            where = person
        number = where if isinstance(where, int) else where.id
        if number not in self.world.chats:
            raise Impossible(f"no chat has the id {number}")
        return self.world.chats[number]

    def group(
        self, owner: Person, title: str, *, supergroup: bool = False, forum: bool = False
    ) -> Chat:
        return groups.found(self.world, owner, title, supergroup=supergroup, forum=forum)

    # Talking

    def say(
        self,
        person: Person,
        chat: Where,
        text: str,
        *,
        reply_to: Message | None = None,
        topic: int | None = None,
    ) -> Message:
        """Writes plain text; commands, mentions and links in it are found as an app does."""
        where = self.chat(person, chat)
        return talk.say(self.world, person, where, text, reply_to=reply_to, topic=topic)

    def edit(self, message: Message, text: str) -> None:
        talk.edit(self.world, message, text)

    def press(
        self,
        person: Person,
        message: Message,
        row: int | str = 0,
        column: int = 0,
        *,
        accessible: bool = True,
    ) -> Press:
        """Presses a button by its place, or by its callback data or text when `row` is a string."""
        button = message.button(row, column)
        return talk.press(self.world, person, message, button, accessible=accessible)

    def react(self, person: Person, message: Message, *emoji: str) -> None:
        talk.react(self.world, person, message, list(emoji))

    def vote(self, person: Person, message: Message, *options: int) -> None:
        voting.vote(self.world, person, message, list(options))

    def send_location(
        self, person: Person, chat: Where, latitude: float, longitude: float
    ) -> Message:
        return self._send(person, chat, talk.location(latitude, longitude))

    def send_contact(self, person: Person, chat: Where, phone: str) -> Message:
        return self._send(person, chat, talk.contact(person, phone))

    def send_document(
        self,
        person: Person,
        chat: Where,
        name: str,
        data: bytes,
        *,
        caption: str = "",
        mime: str = "application/octet-stream",
    ) -> Message:
        content = talk.document(self.world, Upload(name, data, mime), caption)
        return self._send(person, chat, content)

    def send_photo(self, person: Person, chat: Where, data: bytes, *, caption: str = "") -> Message:
        upload = Upload("photo.jpg", data, "image/jpeg")
        return self._send(person, chat, talk.photo(self.world, upload, caption))

    def send_sticker(self, person: Person, chat: Where, emoji: str) -> Message:
        return self._send(person, chat, talk.sticker(self.world, emoji))

    def send_voice(self, person: Person, chat: Where, seconds: int = 3) -> Message:
        upload = Upload("voice.ogg", b"OggS" + bytes(seconds), "audio/ogg")
        return self._send(person, chat, talk.voice(self.world, upload, seconds))

    def _send(self, person: Person, chat: Where, content: dict[str, Any]) -> Message:
        return talk.send(self.world, person, self.chat(person, chat), content)

    def delete(self, message: Message) -> None:
        """A person deletes a message for everybody; the bot is never told."""
        self.world.remove(message)

    def block(self, person: Person) -> None:
        talk.block(self.world, person)

    def unblock(self, person: Person) -> None:
        talk.unblock(self.world, person)

    # Groups

    def add(self, chat: Chat, person: Person, by: Person | None = None) -> None:
        """Adds a person or the bot (`telegram.bot`); without `by` they join by themselves."""
        groups.add(self.world, chat, person, by)

    def remove(self, chat: Chat, person: Person, by: Person | None = None) -> None:
        groups.remove(self.world, chat, person, by)

    def promote(
        self,
        chat: Chat,
        person: Person,
        by: Person,
        *,
        anonymous: bool = False,
        rights: frozenset[str] = USUAL_RIGHTS,
    ) -> None:
        groups.promote(self.world, chat, person, by, anonymous=anonymous, rights=rights)

    def demote(self, chat: Chat, person: Person, by: Person, *, muted: bool = False) -> None:
        groups.demote(self.world, chat, person, by, muted=muted)

    def migrate(self, chat: Chat, by: Person) -> Chat:
        return groups.migrate(self.world, chat, by)

    def delete_group(self, chat: Chat, by: Person) -> None:
        groups.delete(self.world, chat, by)

    def open_topic(self, chat: Chat, by: Person, name: str) -> Topic:
        return groups.open_topic(self.world, chat, by, name)

    def set_topic(
        self, chat: Chat, by: Person, topic: Topic, *, closed: bool, deleted: bool = False
    ) -> None:
        groups.set_topic(self.world, chat, by, topic, closed=closed, deleted=deleted)

    # Watching

    def visible_to(self, person: Person, chat: Where = None) -> list[Message]:
        """What that person sees in a chat, oldest first."""
        return self.world.visible_to(person, self.chat(person, chat))

    def keyboard(self, person: Person, chat: Where = None) -> dict[str, Any] | None:
        """The reply keyboard that person has below a chat."""
        return self.chat(person, chat).keyboards.get(person.id)

    def keep(self) -> bytes:
        """Everything said, to be taken up by another run."""
        return keeping.keep(self.world)

    def take_up(self, data: bytes) -> None:
        """Goes on where another run was kept; NotKept when that cannot be."""
        keeping.take_up(self.world, data)

    def fail(self, method: str, **fault: Any) -> None:
        """Makes the next calls of a method fail; the arguments are those of Fault."""
        self.world.faults.add(Fault(method, **fault))

    def calls(self, method: str | None = None) -> list[Call]:
        """The calls the bot made so far, oldest first."""
        return [call for call in self.world.calls if method in {None, call.method}]
