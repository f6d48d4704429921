"""One person's chat with the coach, in private or in a group, written and read as people do.

    await chat.hears("/start", "I'm Nextgear", "[Start]")
    await chat.taps("Start", "What are you running for?")
    await chat.at("2026-11-27 06:30", "How are the legs?")

What comes back is everything that the coach said or changed since: texts, buttons in brackets, and
the words over the button that was pressed after "»".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.rehearsal.model import Message, Person, Press, talk
from bot.rehearsal.model.chats import Chat as Room
from tests.chats.stage import Stage


@dataclass
class Chat:
    """A person, and their chat; `zone` is where their clock is read.

    `where` is a group (and `topic` the thread they write in) for what they see and do there.
    """

    stage: Stage
    person: Person
    zone: str = "Europe/Lisbon"
    where: Room | None = None
    topic: int | None = None
    pressed: list[Press] = field(default_factory=list)
    _seen: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, stage: Stage, user_id: int = 42, name: str = "Ana", language: str = "en") -> Chat:
        chat = cls(stage, stage.telegram.person(user_id, name, language=language))
        chat._look()
        return chat

    # What a person does

    async def hears(
        self, said: str, *pieces: str, never: str = "", reply_to: Message | None = None
    ) -> str:
        """Write something; every piece is in what comes back, `never` is not."""
        self.write(said, reply_to)
        return await self._answered(said, pieces, never)

    async def taps(
        self, label: str, *pieces: str, never: str = "", on: Message | None = None
    ) -> str:
        """Press the newest button whose label begins so."""
        self.press(label, on)
        return await self._answered(f"[{label}]", pieces, never)

    async def forges(self, data: str, *pieces: str, never: str = "") -> str:
        """Press a button that the coach never made, under its newest message."""
        button = {"text": "forged", "callback_data": data}
        world = self.stage.telegram.world
        self.pressed = [talk.press(world, self.person, self.said[-1], button)]
        return await self._answered(f"[{data}]", pieces, never)

    async def at(self, moment: str, *pieces: str, never: str = "") -> str:
        """Let time pass until "2026-11-27 06:30" or the next "06:30"; what came by itself."""
        self.pressed = []
        await self.stage.advance(self.instant(moment))
        return self._checked(moment, self._news(), pieces, never)

    async def passes(self, wait: timedelta, *pieces: str, never: str = "") -> str:
        """Let so much time pass; what came by itself."""
        self.pressed = []
        await self.stage.advance(self.stage.clock.now() + wait)
        return self._checked(str(wait), self._news(), pieces, never)

    def write(self, said: str, reply_to: Message | None = None) -> Message:
        """Send it and wait for nothing."""
        self.pressed = []
        talk_to, topic = self.where, None if reply_to else self.topic
        return self.stage.telegram.say(self.person, talk_to, said, reply_to=reply_to, topic=topic)

    def press(self, label: str, on: Message | None = None) -> Press:
        """Press it and wait for nothing."""
        message = on or self.message_with(label)
        for row, buttons in enumerate(message.buttons()):
            for column, button in enumerate(buttons):
                if button["text"].startswith(label):
                    press = self.stage.telegram.press(self.person, message, row, column)
                    self.pressed = [press]
                    return press
        raise AssertionError(f"no button [{label}] under:\n{shown(message)}")

    async def settles(self) -> str:
        """Let everything that was sent be answered; what came back."""
        return await self._answered("", (), "")

    # What they see

    @property
    def said(self) -> list[Message]:
        """What the coach has said that is still there, oldest first."""
        return [m for m in self.messages if m.sender is self.stage.telegram.bot]

    @property
    def messages(self) -> list[Message]:
        return self.stage.telegram.visible_to(self.person, self.where)

    @property
    def screen(self) -> str:
        """The whole chat, for failing tests and for people."""
        coach = self.stage.telegram.bot
        names = ["coach" if m.sender is coach else m.sender.first_name for m in self.messages]
        return "\n".join(f"{n}: {shown(m)}" for n, m in zip(names, self.messages, strict=True))

    @property
    def toast(self) -> str:
        """What came up over the button that was pressed last."""
        return next((press.text for press in reversed(self.pressed) if press.text), "")

    def message(self, piece: str) -> Message:
        """The coach's newest message with that in it."""
        for message in reversed(self.said):
            if piece in shown(message):
                return message
        raise AssertionError(f"{piece!r} is nowhere in:\n{self.screen}")

    def message_with(self, label: str) -> Message:
        """The newest message that has a button with such a label."""
        for message in reversed(self.said):
            if any(text.startswith(label) for text in labels(message)):
                return message
        raise AssertionError(f"no button [{label}] in:\n{self.screen}")

    def can_tap(self, label: str) -> bool:
        return any(text.startswith(label) for m in self.said for text in labels(m))

    # Time

    @property
    def today(self) -> str:
        """The date where they are, "2026-11-26"."""
        return self.stage.clock.now().astimezone(ZoneInfo(self.zone)).date().isoformat()

    def instant(self, moment: str) -> datetime:
        zone, now = ZoneInfo(self.zone), self.stage.clock.now()
        if " " in moment:
            return datetime.fromisoformat(moment).replace(tzinfo=zone).astimezone(UTC)
        there = now.astimezone(zone)
        hour, minute = (int(part) for part in moment.split(":"))
        next_ = there.replace(hour=hour, minute=minute, second=0, microsecond=0)
        return (next_ if next_ > there else next_ + timedelta(days=1)).astimezone(UTC)

    # How the answer is read

    async def _answered(self, done: str, pieces: tuple[str, ...], never: str) -> str:
        await self.stage.settle()
        toast = [f"» {self.toast}"] if self.toast else []
        return self._checked(done, "\n".join([*toast, self._news()]), pieces, never)

    def _checked(self, done: str, answer: str, pieces: tuple[str, ...], never: str) -> str:
        for piece in pieces:
            said = piece.lower() in answer.lower()
            assert said, f"{done} → {piece!r} is not in:\n{answer}\n\n{self.screen}"
        said = bool(never) and never.lower() in answer.lower()
        assert not said, f"{done} → {never!r} is in:\n{answer}"
        return answer

    def _news(self) -> str:
        """What is new or has changed since this was asked last."""
        before = self._look()
        changed = [m for m in self.said if before.get(m.sequence) != shown(m)]
        changed.sort(key=lambda m: (m.edited or m.date, m.sequence))
        return "\n".join(shown(m) for m in changed)

    def _look(self) -> dict[int, str]:
        before, self._seen = self._seen, {m.sequence: shown(m) for m in self.said}
        return before


def labels(message: Message) -> list[str]:
    return [button["text"] for row in message.buttons() for button in row]


def shown(message: Message) -> str:
    """A message as text: its words, its file's name, its buttons in brackets, row by row."""
    file = message.content.get("document")
    said = [message.text] + ([f"📎 {file['file_name']}"] if file else [])
    said += [" ".join(f"[{button['text']}]" for button in row) for row in message.buttons()]
    return "\n".join(line for line in said if line)
