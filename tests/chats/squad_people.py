"""Several people in one group with the coach: what each of them sees, and what the group sees.

    group = await Group.founded(rui, "Track Tuesday")
    ana_there = group.as_seen_by(ana)
    await ana_there.taps("Join", "» You're in")
    assert "Ana" in group.screen

Everybody has two chats: the private one (`ana`) and the group as they see it (`ana_there`), where
`hears`, `taps` and `message` work as in private.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from bot.rehearsal.model import Message
from bot.rehearsal.model.chats import Chat as Room
from bot.rehearsal.model.chats import Topic
from bot.rehearsal.model.members import USUAL_RIGHTS
from tests.chats.chat import Chat, shown
from tests.chats.people import ANA, INES, JOAO, RUI, Newcomer, onboard
from tests.chats.stage import Stage

BEA = RUI.but(goal="5K", race='"7 March 2027"', runs="4", volume="30 km", longest="10 km")
ELSE = range(101, 999)
"""Ids of people who are only there."""


@dataclass
class Group:
    """A group chat: its room in the local Telegram, and everybody's view of it."""

    stage: Stage
    room: Room
    owner: Chat
    topic: int | None = None
    _views: dict[int, Chat] = field(default_factory=dict)

    @classmethod
    def opened(
        cls,
        owner: Chat,
        title: str = "Track Tuesday",
        *,
        supergroup: bool = False,
        forum: bool = False,
    ) -> Group:
        """A group with its owner alone in it; the coach is not there yet."""
        telegram = owner.stage.telegram
        room = telegram.group(owner.person, title, supergroup=supergroup, forum=forum)
        return cls(owner.stage, room, owner)

    @classmethod
    async def founded(
        cls,
        owner: Chat,
        title: str = "Track Tuesday",
        *,
        supergroup: bool = False,
        admin: bool = False,
    ) -> Group:
        """A squad that trains in Lisbon on Tuesdays and Thursdays at 19:00, set by its admins.

        `admin`: the coach is one, and hears of who leaves and of reactions.
        """
        group = cls.opened(owner, title, supergroup=supergroup)
        await group.add_coach()
        if admin:
            group.promote_coach()
        await group.answer_founding()
        return group

    async def answer_founding(self) -> None:
        """The owner answers the three questions by button."""
        there = self.as_seen_by(self.owner)
        await there.taps("Lisbon", "Which days")
        await there.taps("Tue")
        await there.taps("Thu")
        await there.taps("Done", "What time")
        await there.taps("19:00", "Thursday")
        await there.taps("19:00", "Who may set")
        await there.taps("Every administrator", "[Join]")

    # Who is there

    def as_seen_by(self, who: Chat) -> Chat:
        """The group as this person sees it, and what they do there."""
        known = self._views.get(who.person.id)
        if known is None or known.where is not self.room:
            view = Chat(self.stage, who.person, who.zone, self.room, self.topic)
            view._look()
            self._views[who.person.id] = view
        self._views[who.person.id].topic = self.topic
        return self._views[who.person.id]

    def add(self, *people: Chat) -> None:
        for who in people:
            self.stage.telegram.add(self.room, who.person, self.owner.person)

    async def add_coach(self, by: Chat | None = None) -> None:
        """The coach is added, and has said what it has to say."""
        self.stage.telegram.add(self.room, self.stage.telegram.bot, (by or self.owner).person)
        await self.stage.settle()

    async def remove_coach(self, by: Chat | None = None) -> None:
        self.stage.telegram.remove(self.room, self.stage.telegram.bot, (by or self.owner).person)
        await self.stage.settle()

    def promote_coach(self) -> None:
        self.stage.telegram.promote(self.room, self.stage.telegram.bot, self.owner.person)

    def promote(self, who: Chat, *, anonymous: bool = False) -> None:
        telegram, owner = self.stage.telegram, self.owner.person
        telegram.promote(self.room, who.person, owner, anonymous=anonymous, rights=USUAL_RIGHTS)

    async def remove(self, who: Chat, by: Chat | None = None) -> None:
        """Somebody goes by themselves, or is removed by another."""
        self.stage.telegram.remove(self.room, who.person, by.person if by else None)
        await self.stage.settle()

    async def join(self, *people: Chat) -> None:
        """Everybody presses *Join*; who the coach has not met goes by the link it opens."""
        for who in people:
            there = self.as_seen_by(who)
            await there.taps("Join")
            if link := link_of(there):
                await who.hears(f"/start {link}")

    # What becomes of it

    async def migrate(self) -> None:
        """It becomes a supergroup, with another id."""
        self.room = self.stage.telegram.migrate(self.room, self.owner.person)
        await self.stage.settle()

    async def delete(self) -> None:
        self.stage.telegram.delete_group(self.room, self.owner.person)
        await self.stage.settle()

    def open_topic(self, name: str) -> Topic:
        return self.stage.telegram.open_topic(self.room, self.owner.person, name)

    # What everybody sees

    @property
    def messages(self) -> list[Message]:
        """What the coach has said to all that is still there, oldest first."""
        everything = self.stage.telegram.world.archive.of(self.room)
        coach = self.stage.telegram.bot
        return [
            m
            for m in everything
            if m.sender is coach and not m.service and not m.deleted and m.receiver is None
        ]

    @property
    def screen(self) -> str:
        return "\n".join(shown(message) for message in self.messages)

    def card(self, piece: str) -> Message:
        """The newest message to all with that in it."""
        found = [m for m in self.messages if piece in shown(m)]
        assert found, f"{piece!r} is nowhere in:\n{self.screen}"
        return found[-1]

    def everything_said(self) -> list[str]:
        """Every text that the coach ever sent or edited where all of the group could read it."""
        told = []
        for call in self.stage.telegram.calls():
            public = "ephemeral_message_parameters" not in call.arguments
            if public and call.arguments.get("chat_id") == self.room.id:
                text = call.arguments.get("text") or call.arguments.get("caption")
                told += [str(text)] if text else []
        return told


def link_of(there: Chat) -> str:
    """What the link that a tap opened carries to /start; "" where it opened none."""
    url = next((press.url for press in reversed(there.pressed) if press.url), None)
    if not url:
        return ""
    start: list[str] = parse_qs(urlsplit(url).query).get("start", [])
    return start[0] if start else ""


def person(stage: Stage, user_id: int, name: str) -> Chat:
    """Somebody whom the coach has not met."""
    return Chat.of(stage, user_id, name)


LEVELS: tuple[tuple[int, str, Newcomer], ...] = (
    (42, "Rui", RUI),
    (43, "Ana", ANA),
    (44, "Inês", INES),
    (45, "João", JOAO),
    (46, "Bea", BEA),
)
"""Five runners of different levels; the sixth in `six` has no plan."""


async def met(stage: Stage, *numbers: int) -> list[Chat]:
    """Runners with a plan each, by their place in LEVELS; all five without numbers."""
    wanted = [LEVELS[n] for n in numbers] or list(LEVELS)
    return [await onboard(Chat.of(stage, id_, name), told) for id_, name, told in wanted]


async def six(stage: Stage) -> list[Chat]:
    """Six people: five runners of different levels with a plan, and Leo who wants none."""
    return [*await met(stage), Chat.of(stage, 47, "Leo")]
