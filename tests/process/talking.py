"""A person who talks to a coach that runs elsewhere: waits for what comes, taps by payload."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.callbacks import pack
from bot.rehearsal.model import Message, Person, Telegram
from bot.rehearsal.model.journal import Event, Happening
from tests.process.programs import PATIENCE

SPOKEN = frozenset({Happening.MESSAGE, Happening.EDITED})
LISBON = (38.72, -9.14)


async def until(telegram: Telegram, true: Callable[[], bool], within: float = PATIENCE) -> None:
    """Return as soon as it is true; it is looked at whenever anything happens in Telegram."""
    loop = asyncio.get_running_loop()
    end = loop.time() + within
    while not true():
        if loop.time() > end:
            raise TimeoutError(f"nothing came of it:\n{told(telegram)}")
        bells = (telegram.world.journal.bell, telegram.world.updates.bell)
        heard = [asyncio.ensure_future(bell.heard(0.25)) for bell in bells]
        await asyncio.wait(heard, return_when=asyncio.FIRST_COMPLETED)
        for each in heard:
            each.cancel()


def button(said: Sequence[Message], start: str, end: str = "") -> tuple[Message, str] | None:
    """The newest button whose payload starts and ends so: its message, and the payload."""
    for message in reversed(said):
        for one in (one for row in message.buttons() for one in row):
            data = one.get("callback_data", "")
            if data.startswith(start) and data.endswith(end):
                return message, data
    return None


def told(telegram: Telegram) -> str:
    """The bot's last calls, for a test that waits in vain."""
    calls = list(telegram.world.calls)[-8:]
    return "\n".join(f"{call.method} {call.code} {str(call.arguments)[:200]}" for call in calls)


@dataclass
class Talk:
    """One person's private chat with the coach."""

    telegram: Telegram
    person: Person

    @property
    def said(self) -> list[Message]:
        """What the coach has said and is still there, oldest first."""
        seen = self.telegram.visible_to(self.person)
        return [m for m in seen if m.sender.is_bot and not m.deleted]

    @property
    def last(self) -> str:
        return self.said[-1].text if self.said else ""

    def offering(self, data: str) -> Message | None:
        """The newest message with a button of that payload."""
        return next((m for m in reversed(self.said) if m.button(data)), None)

    async def say(self, text: str) -> None:
        """Write, and wait for the coach to say something."""
        before = self.telegram.world.journal.last
        self.telegram.say(self.person, None, text)
        await self._answered(before)

    async def share(self, latitude: float, longitude: float, *, answers: int) -> None:
        """Share a place, and wait for so many things that the coach says to it."""
        before = self.telegram.world.journal.last
        self.telegram.send_location(self.person, None, latitude, longitude)
        await self._answered(before, answers)

    async def press(self, topic: str, verb: str, *args: object) -> Message:
        """Wait for the button, press it, wait for the coach to say something; where it was."""
        data = pack(topic, verb, *args)
        await until(self.telegram, lambda: self.offering(data) is not None)
        before = self.telegram.world.journal.last
        message = self.tap(data)
        await self._answered(before)
        return message

    def tap(self, data: str) -> Message:
        """Press the newest button with that payload and go on."""
        message = self.offering(data)
        assert message is not None, f"no button {data!r}"
        self.telegram.press(self.person, message, data)
        return message

    async def _answered(self, before: int, times: int = 1) -> None:
        journal = self.telegram.world.journal
        await until(self.telegram, lambda: sum(map(self._spoken, journal.after(before))) >= times)

    def _spoken(self, event: Event) -> bool:
        message = event.message
        own = message is not None and message.sender.is_bot and message.chat.id == self.person.id
        return own and event.kind in SPOKEN


ANSWERS: tuple[tuple[object, ...], ...] = (
    ("set", "goal", "10k"),
    ("set", "race_date", "none"),
    ("set", "level", "intermediate"),
    ("set", "runs", 4),
    ("set", "volume", 30_000),
    ("set", "longest", 12_000),
    ("pick", "days", 1),
    ("pick", "days", 3),
    ("pick", "days", 5),
    ("pick", "days", 6),
    ("done", "days"),
    ("set", "long_day", 6),
    ("set", "result", "none"),
    ("set", "birth", 0),
    ("set", "health", "none"),
    ("set", "hour", 390),
)
"""An intermediate runner's taps, up to the place, which is shared."""


async def begin(talk: Talk) -> None:
    """/start and the consent: the first question is open."""
    await talk.say("/start")
    await talk.press("onboarding", "consent")


async def answer(talk: Talk, answers: tuple[tuple[object, ...], ...] = ANSWERS) -> None:
    """Tap through questions."""
    for verb, *args in answers:
        await talk.press("onboarding", str(verb), *args)


async def onboard(talk: Talk) -> None:
    """All of onboarding by taps and a shared place; tomorrow's session is the last thing said."""
    await begin(talk)
    await answer(talk)
    await talk.share(*LISBON, answers=2)  # how it goes on, and the first session
