"""The hands and eyes of the squad mates: what they say, press, and see of the coach."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.rehearsal.model import Chat, Message, Person, Press, Telegram
from bot.trying.mates import MARTA, Mate

IN, DONE = "attend:in:", "attend:done:"
"""How the data of a session's buttons begins."""


@dataclass(slots=True)
class Hands:
    """The mates in one Telegram; `presses` has each one's last tap."""

    telegram: Telegram
    presses: dict[int, Press] = field(default_factory=dict)

    def person(self, mate: Mate) -> Person:
        """Who a mate is to Telegram."""
        return self.telegram.person(mate.id, mate.name)

    def say(self, mate: Mate, chat: Chat | None, text: str) -> None:
        """Write there; None: to the coach alone."""
        self.telegram.say(self.person(mate), chat, text)

    def press(self, mate: Mate, message: Message, wanted: str) -> None:
        """Press the button with that label, or whose data begins so."""
        for row, buttons in enumerate(message.buttons()):
            for column, button in enumerate(buttons):
                if wanted == button["text"] or button.get("callback_data", "").startswith(wanted):
                    person = self.person(mate)
                    self.presses[mate.id] = self.telegram.press(person, message, row, column)
                    return

    def said(self, mate: Mate, chat: Chat | None) -> list[Message]:
        """What the coach has said there, as the mate sees it, newest first."""
        bot = self.telegram.bot
        visible = self.telegram.visible_to(self.person(mate), chat)
        return [message for message in reversed(visible) if message.sender is bot]

    def newest(self, mate: Mate, chat: Chat | None, data: str) -> Message | None:
        """The newest message with such a button."""
        return next((each for each in self.said(mate, chat) if has(each, data)), None)

    def cards(self, group: Chat) -> list[Message]:
        """The sessions' cards, oldest first."""
        said = self.said(MARTA, group)
        return [each for each in reversed(said) if has(each, IN) or has(each, DONE)]


def buttons(message: Message) -> list[dict[str, str]]:
    """Its buttons, row by row."""
    return [button for row in message.buttons() for button in row]


def has(message: Message, data: str) -> bool:
    """Whether it has a button whose data begins so."""
    return any(button.get("callback_data", "").startswith(data) for button in buttons(message))
