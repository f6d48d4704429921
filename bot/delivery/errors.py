"""What a failed call to Telegram means for the one who made it."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)


class NotSent(NetworkError):
    """Telegram certainly never saw the call: trying again repeats nothing."""


class Uncertain(TimedOut):
    """Nobody knows whether Telegram carried the call out: the answer did not come."""


class PartlySaid(TelegramError):
    """The first messages of a reply arrived, the next one failed with `reason`."""

    __slots__ = ("message_ids", "reason")

    def __init__(self, message_ids: tuple[int, ...], reason: TelegramError) -> None:
        super().__init__(f"only {len(message_ids)} messages of a reply got out: {reason}")
        self.message_ids = message_ids
        self.reason = reason


class Verdict(StrEnum):
    """What to do about an error."""

    NOT_SENT = "not-sent"
    UNCERTAIN = "uncertain"
    LATER = "later"
    FORBIDDEN = "forbidden"
    MIGRATED = "migrated"
    TOO_LATE = "too-late"
    UNCHANGED = "unchanged"
    MESSAGE_GONE = "message-gone"
    TOPIC_GONE = "topic-gone"
    REFUSED = "refused"
    TOKEN = "token"  # noqa: S105 - the word, not one
    BUG = "bug"


# Telegram's own words (tdlib/telegram-bot-api, Client.cpp); PTB changes the first letter's case.
_BY_TEXT = (
    ("message is not modified", Verdict.UNCHANGED),
    ("query is too old", Verdict.TOO_LATE),
    ("query id is invalid", Verdict.TOO_LATE),
    ("chat not found", Verdict.FORBIDDEN),
    ("user not found", Verdict.FORBIDDEN),
    ("peer_id_invalid", Verdict.FORBIDDEN),
    ("have no rights to send", Verdict.FORBIDDEN),
    ("not enough rights to send", Verdict.FORBIDDEN),
    ("chat_write_forbidden", Verdict.FORBIDDEN),
    ("message to edit not found", Verdict.MESSAGE_GONE),
    ("message can't be edited", Verdict.MESSAGE_GONE),
    ("message to delete not found", Verdict.MESSAGE_GONE),
    ("message can't be deleted", Verdict.MESSAGE_GONE),
    ("message identifier is not specified", Verdict.MESSAGE_GONE),
    ("message_id_invalid", Verdict.MESSAGE_GONE),
    ("message thread not found", Verdict.TOPIC_GONE),
    ("topic_closed", Verdict.TOPIC_GONE),
    ("topic_deleted", Verdict.TOPIC_GONE),
)


def verdict(error: BaseException) -> Verdict:
    """Classify an error of a call; what is none of Telegram's is a BUG."""
    match error:
        case PartlySaid():
            return verdict(error.reason)
        case NotSent():
            return Verdict.NOT_SENT
        case RetryAfter():
            return Verdict.LATER
        case Forbidden():
            return Verdict.FORBIDDEN
        case ChatMigrated():
            return Verdict.MIGRATED
        case InvalidToken():
            return Verdict.TOKEN
        case BadRequest():
            text = error.message.lower()
            return next((meaning for words, meaning in _BY_TEXT if words in text), Verdict.REFUSED)
        case NetworkError() | Conflict():
            return Verdict.UNCERTAIN
        case TelegramError():  # "Invalid server response": a body that was cut
            return Verdict.UNCERTAIN
        case _:
            return Verdict.BUG


def wait_asked(error: BaseException) -> timedelta:
    """How long a LATER wants to be waited for, at least a second."""
    reason = error.reason if isinstance(error, PartlySaid) else error
    asked = reason.retry_after if isinstance(reason, RetryAfter) else timedelta()
    wait = asked if isinstance(asked, timedelta) else timedelta(seconds=asked)
    return max(wait, timedelta(seconds=1))
