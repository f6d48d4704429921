"""One update: apply a use case, read a view, and say something back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, Self, TypeVar

from telegram import Message, Update
from telegram.ext import CallbackContext, ExtBot

from bot.context.house import House
from bot.delivery.adoption import adopt
from bot.delivery.handling import current_row, mark_applied
from bot.delivery.say import Where
from bot.outcome import Said, from_json, to_json
from bot.reply import Reply
from bot.services.desk import Answer, Desk
from bot.storage import cards
from bot.storage.athletes import Account
from bot.storage.cards import Card, CardKey
from bot.storage.owner import Owner
from bot.text import Text, Tongue, plain
from core.units import Units, reads_fahrenheit

V = TypeVar("V")
MILES_SPOKEN = ("en-us", "en-gb", "en-lr", "my")
TWELVE_HOURS = ("en-us", "en-au", "en-ca", "en-in", "hi")


class Speaking(CallbackContext[ExtBot[None], dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """One update in the house, answered where it came from."""

    incoming: Update
    house: House
    _tapped = False
    _alone = False

    @classmethod
    def from_update(cls, update: object, application: Any) -> Self:
        """PTB's own way in; the house hangs on the application."""
        context: Self = super().from_update(update, application)
        if isinstance(update, Update):
            context.incoming = update
        context.house = application.bot_data["house"]
        return context

    @property
    def message(self) -> Message | None:
        """The message that came in, or the one whose button was pressed."""
        return self.incoming.effective_message

    @property
    def words(self) -> str:
        """Text or caption of the message that came in."""
        message = self.incoming.effective_message
        return (message.text or message.caption or "") if message else ""

    @property
    def arguments(self) -> str:
        """What follows a command."""
        return self.words.partition(" ")[2].strip()

    @property
    def private(self) -> bool:
        """Whether the answer goes to the person's own chat with the coach."""
        chat = self.incoming.effective_chat
        return self._alone or (chat is not None and chat.type == chat.PRIVATE)

    def privately(self) -> None:
        """From now on answer who wrote in their private chat, wherever they wrote."""
        self._alone = True

    @property
    def room(self) -> int:
        """The chat that is answered in; a private chat's id is its person's."""
        user, chat = self.incoming.effective_user, self.incoming.effective_chat
        if self._alone and user is not None:
            return user.id
        return chat.id if chat else 0

    def _desk(self, unit: Any) -> Desk:
        user = self.incoming.effective_user
        return Desk(
            unit=unit,
            content=self.house.content,
            now=self.house.clock.now(),
            user_id=user.id if user else 0,
            chat_id=self.room,
            name=user.first_name if user else "",
            update_id=self.incoming.update_id,
        )

    async def apply(
        self, use_case: Callable[..., Awaitable[Answer[V]]], *args: object, **named: object
    ) -> Answer[V]:
        """Run a use case in one transaction and keep its outcome beside its changes.

        An update whose use case is applied already is not decided again: its outcome comes back.
        NOTHING is not kept: it changed nothing, and another use case may answer the same update.
        """
        row = current_row()
        if row is not None and row.outcome is not None:
            return Answer(from_json(row.outcome))
        async with self.house.database.write() as unit:
            answer = await use_case(self._desk(unit), *args, **named)
            if answer.outcome.said is not Said.NOTHING:
                await mark_applied(unit, to_json(answer.outcome))
        return answer

    async def read(self, view: Callable[..., Awaitable[V]], *args: object) -> V:
        """Look at something without changing it."""
        async with self.house.database.read() as unit:
            return await view(self._desk(unit), *args)

    async def draw(self, picture: Callable[..., V], *args: object, **named: object) -> V:
        """Draw in a thread: everybody else's messages go on meanwhile."""
        return await asyncio.to_thread(picture, *args, **named)

    def text(self, account: Account | None = None) -> Text:
        """Words for the athlete, or for a stranger by what their Telegram speaks."""
        if account is not None:
            warm = reads_fahrenheit(account.units, account.hours.zone)
            tongue = Tongue(account.locale, account.units, account.clock24, warm)
            return self.house.texts.of(tongue)
        return self.house.texts.of(self.tongue)

    @property
    def tongue(self) -> Tongue:
        """Language, units and clock of a stranger, by what their Telegram speaks."""
        user = self.incoming.effective_user
        code = ((user.language_code if user else None) or "en").lower()
        units = Units.MILES if code in MILES_SPOKEN else Units.KM
        return Tongue(code[:2], units, code not in TWELVE_HOURS)

    def _where(self, *, answering: bool = False) -> Where:
        message = self.message
        if message is None or self._alone:
            return Where(self.room)
        reply_to = message.message_id if answering else None
        return Where(self.room, self.thread, reply_to)

    @property
    def thread(self) -> int | None:
        """The topic of the message that came in; None outside forums and in the General one."""
        message = self.message
        return message.message_thread_id if message and message.is_topic_message else None

    async def say(self, reply: Reply, *, answering: bool = False) -> tuple[int, ...]:
        """Send a message of its own to the chat that the update came from."""
        await self.acknowledge()
        return await self.house.parts.speaker.say(self._where(answering=answering), reply)

    async def tell(self, message: str, *, alert: bool = False, **facts: str | int) -> None:
        """A short word: over the button that was pressed, else as a message.

        What is too late to be seen over the button is said below, if it matters (`alert`).
        """
        said = self.text()(message, **facts)
        query = self.incoming.callback_query
        if query is not None and not self._tapped:
            self._tapped = True
            seen = await self.house.parts.speaker.answer(query.id, plain(said), alert=alert)
            if seen or not alert or not self.private:  # a group hears nothing that was for one
                return
        await self.say(Reply(said, silent=not self.private))

    async def acknowledge(self) -> None:
        """Answer the tap without words, once."""
        query = self.incoming.callback_query
        if query is not None and not self._tapped:
            self._tapped = True
            await self.house.parts.speaker.answer(query.id)

    async def card(
        self, account: Account, kind: str, reply: Reply, subject: str = "", card: Card | None = None
    ) -> None:
        """Show a card: edited in place after a tap on it, sent below after words or a command.

        `card` is its row where the use case has read it already.
        """
        await self.acknowledge()
        key = CardKey(account.chat_id, kind, subject)
        if card is None or card.key != key:
            async with self.house.database.read() as unit:
                card = await cards.find(unit, key)
        in_place = card is not None and self.pressed_on(card) and not reply.ask_location
        if in_place and card is not None and await self.house.cards.show(card, reply):
            return
        revision = card.revision if card else 1
        await self.house.cards.send(Owner.athlete(account.id), key, reply, revision=revision)

    def pressed_on(self, card: Card) -> bool:
        """Whether the button that was pressed is one of this card's."""
        pressed = self.incoming.callback_query is not None and self.message is not None
        return pressed and self.message is not None and self.message.message_id == card.message_id

    async def edit(self, reply: Reply) -> None:
        """Say it in place of the message whose button was pressed, else below."""
        await self.acknowledge()
        message = self.message
        if self.incoming.callback_query is not None and message is not None:
            speaker = self.house.parts.speaker
            if await speaker.edit(message.chat_id, message.message_id, reply):
                return
        await self.say(reply)

    async def repaint(self, reply: Reply) -> None:
        """The picture whose button was pressed, and its words, as they are now; else nothing."""
        await self.acknowledge()
        message = self.message
        if message is None or self.incoming.callback_query is None or not message.photo:
            return
        await self.house.parts.speaker.repaint(message.chat_id, message.message_id, reply)

    def today(self) -> date:
        """The date in UTC, where no athlete's zone is at hand."""
        return self.house.clock.now().date()

    async def adopt(self, delivery_id: int) -> None:
        """A tap on a delivered message proves that this copy arrived; another one goes."""
        message = self.message
        if delivery_id and message is not None:
            await adopt(self.house.parts, delivery_id, message.chat_id, message.message_id)
