"""What a handler works with, in private chats and in groups."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.clock import random_name
from bot.context.house import House, Show
from bot.context.speaking import Speaking
from bot.delivery import groups
from bot.delivery.say import Where, Whisper
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services.desk import Answer
from bot.storage import cards
from bot.storage.cards import Card, CardKey
from bot.storage.squads import SquadRow
from bot.text import Text, Tongue

__all__ = ["Answer", "Context", "House", "Outcome", "Show"]


class Context(Speaking):
    """One update in the house."""

    async def show(self, answer: Answer[Any]) -> None:
        """Let the outcome's topic say what came of it."""
        await self.house.shows[answer.outcome.topic](self, answer)

    async def show_words(self, answer: Answer[Any]) -> None:
        """What words came to: their topic's message, the command they mean, or a short word."""
        code = answer.outcome.code
        if answer.outcome.topic in self.house.shows:
            await self.show(answer)
        elif code in self.house.words:
            await self.house.words[code](self)
        else:
            await self.tell(code or "unknown-words")

    async def meet(self) -> None:
        """Who has no plan is asked the question that is open, or invited to begin."""
        await self.show(Answer(Outcome("onboarding", Said.ASK, "question")))

    # In groups

    @property
    def anonymous(self) -> bool:
        """Whether an administrator wrote in the group's own name."""
        message = self.incoming.message
        author = message.sender_chat if message is not None else None
        return author is not None and message is not None and author.id == message.chat_id

    @property
    def from_channel(self) -> bool:
        """Whether a channel wrote, or was passed on into the group: there is nobody to answer."""
        message = self.incoming.message
        return message is not None and message.sender_chat is not None and not self.anonymous

    async def is_admin(self, chat_id: int = 0) -> bool:
        """Whether who is acting administers the group, asked of Telegram now; 0: this chat."""
        user, chat = self.incoming.effective_user, self.incoming.effective_chat
        if self.anonymous:
            return chat_id in {0, chat.id if chat else 0}
        wanted = chat_id or (chat.id if chat else 0)
        return user is not None and await groups.administers(self.bot, wanted, user.id)

    async def is_present(self, chat_id: int, user_id: int = 0) -> bool:
        """Whether somebody, 0: who is acting, is in that group; yes, where Telegram is silent."""
        user = self.incoming.effective_user
        wanted = user_id or (user.id if user else 0)
        return wanted != 0 and await groups.present(self.bot, chat_id, wanted)

    def squad_text(self, squad: SquadRow) -> Text:
        """Words for the whole group."""
        settled = squad.squad
        return self.house.texts.of(Tongue(squad.locale, settled.units, settled.clock24))

    async def squad_card(
        self,
        squad: SquadRow,
        kind: str,
        reply: Reply,
        subject: str = "",
        card: Card | None = None,
        *,
        anew: bool = False,
        here: bool = False,
        passing: bool = False,
    ) -> None:
        """Show a card of the squad in its group and topic: edited in place, silent when new.

        `anew`: sent below, for who asked with a command; the older message goes. `here`: in the
        topic that was spoken in, whichever is the squad's. `passing`: a view that nothing keeps,
        so that nobody draws it later; where the group has had its share, the tap hears so.
        """
        if passing and not await self._room_in(squad):
            await self.tell("squad-busy", alert=True)
            return
        await self.acknowledge()
        key = CardKey(squad.chat_id, kind, subject)
        if card is None or card.key != key:
            async with self.house.database.read() as unit:
                card = await cards.find(unit, key)
        if card is not None and not anew and await self.house.cards.show(card, reply):
            return
        revision = card.revision if card else 1
        where = Where(squad.chat_id, self.thread if here else squad.thread_id)
        quiet = replace(reply, silent=True)
        await self.house.cards.send(squad.owner, key, quiet, revision=revision, where=where)

    async def _room_in(self, squad: SquadRow) -> bool:
        """Whether the group may be sent or shown something now."""
        ready = await self.house.parts.pacing.ready_at(squad.chat_id)
        return ready <= self.house.clock.now()

    async def squad_say(self, squad: SquadRow, reply: Reply) -> tuple[int, ...]:
        """A message of its own in the squad's group and topic, silently."""
        where = Where(squad.chat_id, squad.thread_id)
        return await self.house.parts.speaker.say(where, replace(reply, silent=True))

    async def say_privately(self, chat_id: int, reply: Reply) -> bool:
        """Write to somebody's private chat; False: they never opened it, or closed it."""
        return await groups.say_privately(self.house.parts.speaker, chat_id, reply)

    async def whisper(self, squad: SquadRow, reply: Reply) -> bool:
        """Answer who pressed, alone: in the group where Telegram and the squad's setting allow.

        Else in the private chat; False: neither could be, and the tap opens the private chat.
        """
        user, query = self.incoming.effective_user, self.incoming.callback_query
        if user is None:
            return False
        if squad.squad.ephemeral and await self._room_in(squad):
            alone = Whisper(user.id, query.id if query else "")
            where = Where(squad.chat_id, squad.thread_id, whisper=alone)
            if await groups.whisper(self.house.parts.speaker, where, reply):
                await self.acknowledge()
                return True
        if await self.say_privately(user.id, reply):
            await self.tell("squad-in-private")
            return True
        await self.open_private(squad)
        return False

    async def open_private(self, squad: SquadRow) -> None:
        """The tap opens the private chat with the squad's invitation."""
        query = self.incoming.callback_query
        if query is not None and not self._tapped:
            self._tapped = True
            await self.house.parts.speaker.answer(query.id, url=self.invitation(squad))

    def invitation(self, squad: SquadRow) -> str:
        """The link that lets somebody join."""
        return f"https://t.me/{self.bot.username}?start=squad_{squad.token}"

    def new_token(self) -> str:
        """What nobody can guess: for invitations."""
        return random_name()

    def group_link(self) -> str:
        """The link that adds the coach to a group."""
        return f"https://t.me/{self.bot.username}?startgroup=squad"

    def chat_link(self) -> str:
        """The link to the private chat."""
        return f"https://t.me/{self.bot.username}"
