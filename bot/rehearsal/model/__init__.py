"""Telegram in memory: `Telegram` is the door, the other modules are its rooms."""

from bot.rehearsal.model.chats import Chat, Topic
from bot.rehearsal.model.errors import ApiError, Impossible
from bot.rehearsal.model.faults import Fault, LineCut
from bot.rehearsal.model.keeping import NotKept
from bot.rehearsal.model.limits import UNLIMITED, Limits
from bot.rehearsal.model.messages import Message
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.queries import Press
from bot.rehearsal.model.telegram import TOKEN, Telegram

__all__ = [
    "TOKEN",
    "UNLIMITED",
    "ApiError",
    "Chat",
    "Fault",
    "Impossible",
    "Limits",
    "LineCut",
    "Message",
    "NotKept",
    "Person",
    "Press",
    "Telegram",
    "Topic",
]
