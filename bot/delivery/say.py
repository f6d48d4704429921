"""Say a Reply through Telegram: send it, edit it in place, answer a tap, remove it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    KeyboardButton,
    LinkPreviewOptions,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.delivery.errors import PartlySaid, Verdict, verdict
from bot.delivery.handling import current
from bot.delivery.pacing import Pacing
from bot.delivery.split import CAPTION_LIMIT, TEXT_LIMIT, length, split
from bot.reply import Button, File, Picture, Reply, Rows

_Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove
ANSWER_LIMIT = 200
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


@dataclass(frozen=True, slots=True)
class Whisper:
    """The one member of a group who shall see a message, and the tap that it answers.

    Bot API 10.2. Without a tap only an administrator may; whether it arrives nobody is told.
    """

    user_id: int
    query_id: str = ""


@dataclass(frozen=True, slots=True)
class Where:
    """A chat, the topic in it, the message that is answered, and who alone shall see it."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None
    whisper: Whisper | None = None


class Speaker:
    """The only one who speaks; errors come out as PTB's, to be read by `verdict`."""

    def __init__(self, bot: Bot, pacing: Pacing) -> None:
        self._bot = bot
        self._pacing = pacing

    async def say(self, where: Where | int, reply: Reply, *, paced: bool = True) -> tuple[int, ...]:
        """Send the reply, as several messages if need be; their ids, the text's (the card's) first.

        `paced` False: the outbox has counted it already. PartlySaid if only the beginning got out.
        """
        where = Where(where) if isinstance(where, int) else where
        said: list[int] = []
        for part in _parts(reply):
            try:
                message = await self._send(where, part, silent=reply.silent)
            except TelegramError as error:
                if said:
                    raise PartlySaid(tuple(said), error) from error
                raise
            if paced or said:
                await self._pacing.used(where.chat_id)
            said.append(message.message_id)
        return tuple(said)

    async def edit(self, chat_id: int, message_id: int, reply: Reply) -> bool:
        """Make the message show this text and these buttons; False: it cannot be edited any more.

        Pictures and files of the reply are not sent: a card is text.
        """
        try:
            await self._bot.edit_message_text(
                split(reply.text)[0],
                chat_id=chat_id,
                message_id=message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=_buttons(reply.rows),
                link_preview_options=_NO_PREVIEW,
            )
        except TelegramError as error:
            return _edited(error)
        await self._pacing.used(chat_id)
        return True

    async def repaint(self, chat_id: int, message_id: int, reply: Reply) -> bool:
        """Make a message that is a picture show this one, its caption and these buttons."""
        if reply.picture is None:
            raise ValueError("there is no picture to show")
        shown = reply.picture
        media = InputMediaPhoto(
            shown.png, shown.caption, parse_mode=ParseMode.HTML, filename="picture.png"
        )
        markup = _buttons(reply.rows)
        try:
            await self._bot.edit_message_media(
                media, chat_id=chat_id, message_id=message_id, reply_markup=markup
            )
        except TelegramError as error:
            return _edited(error)
        await self._pacing.used(chat_id)
        return True

    async def strip(self, chat_id: int, message_id: int) -> bool:
        """Take the buttons away; False: it cannot be edited any more."""
        try:
            await self._bot.edit_message_reply_markup(chat_id=chat_id, message_id=message_id)
        except TelegramError as error:
            return _edited(error)
        await self._pacing.used(chat_id)
        return True

    async def answer(
        self, query_id: str, text: str = "", *, alert: bool = False, url: str = ""
    ) -> bool:
        """Answer a tap, once; False: it was answered before or is too old, the words were not seen.

        Neither is an error: such a tap has been answered enough. `url` is a link of this bot's own,
        which Telegram opens in place of words.
        """
        if (handling := current.get()) is not None:
            if handling.tap_answered:
                return False
            handling.tap_answered = True
        try:
            await self._bot.answer_callback_query(
                query_id, text=text[:ANSWER_LIMIT] or None, show_alert=alert, url=url or None
            )
        except TelegramError as error:
            if verdict(error) is not Verdict.TOO_LATE:
                raise
            return False
        return True

    async def remove(self, chat_id: int, message_id: int) -> None:
        """Delete the message, or at least its buttons where it is too old to be deleted."""
        try:
            await self._bot.delete_message(chat_id, message_id)
        except TelegramError as error:
            if verdict(error) not in {Verdict.MESSAGE_GONE, Verdict.FORBIDDEN}:
                raise
            if "be deleted" in str(error):  # "Message can't be deleted": it is over two days old
                await self.strip(chat_id, message_id)

    async def _send(self, where: Where, part: _Part, *, silent: bool) -> Message:
        """One message; a topic that was closed or deleted is left for the chat itself."""
        try:
            return await self._sent(where, part, silent=silent)
        except TelegramError as error:
            if where.thread_id is None or verdict(error) is not Verdict.TOPIC_GONE:
                raise
            return await self._sent(replace(where, thread_id=None), part, silent=silent)

    async def _sent(self, where: Where, part: _Part, *, silent: bool) -> Message:
        common: dict[str, Any] = {
            "parse_mode": ParseMode.HTML,
            "reply_markup": part.markup,
            "disable_notification": silent,
            "message_thread_id": where.thread_id,
            "reply_parameters": _answering(where.reply_to),
            "api_kwargs": _whispered(where.whisper),
        }
        match part.body:
            case Picture(png, caption):
                photo = InputFile(png, filename="picture.png")
                return await self._bot.send_photo(
                    where.chat_id, photo, caption=caption or None, **common
                )
            case File(name, content, caption):
                document = InputFile(content, filename=name)
                return await self._bot.send_document(
                    where.chat_id, document, caption=caption or None, **common
                )
            case str(text):
                return await self._bot.send_message(
                    where.chat_id, text, link_preview_options=_NO_PREVIEW, **common
                )


@dataclass(frozen=True, slots=True)
class _Part:
    """One message of a reply."""

    body: str | Picture | File
    markup: InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None = None


def _parts(reply: Reply) -> Iterator[_Part]:
    """Texts, then picture, then file; the buttons under the last text, or the first there is."""
    markup = _markup(reply)
    bodies: list[str | Picture | File] = list(split(reply.text)) if reply.text else []
    under = max(len(bodies) - 1, 0)
    bodies += [thing for thing in (reply.picture, reply.file) if thing is not None]
    for number, body in enumerate(_with_short_captions(bodies)):
        yield _Part(body, markup if number == under else None)


def _with_short_captions(bodies: list[str | Picture | File]) -> Iterator[str | Picture | File]:
    for body in bodies:
        match body:
            case Picture(png, caption) if length(caption) > CAPTION_LIMIT:
                yield Picture(png)
                yield from split(caption, TEXT_LIMIT)
            case File(name, content, caption) if length(caption) > CAPTION_LIMIT:
                yield File(name, content)
                yield from split(caption, TEXT_LIMIT)
            case _:
                yield body


def _buttons(rows: Rows) -> InlineKeyboardMarkup | None:
    keyboard = [[_button(button) for button in row] for row in rows if row]
    return InlineKeyboardMarkup(keyboard) if keyboard else None


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.text, url=button.url)
    return InlineKeyboardButton(button.text, callback_data=button.data)


def _markup(reply: Reply) -> _Markup | None:
    if reply.ask_location:
        return _location_keyboard(reply.ask_location, reply.rows)
    if reply.ends_keyboard and not reply.rows:
        return ReplyKeyboardRemove()
    return _buttons(reply.rows)


def _location_keyboard(label: str, rows: Rows) -> ReplyKeyboardMarkup:
    share = KeyboardButton(label, request_location=True)
    others = [[KeyboardButton(button.text) for button in row] for row in rows]
    return ReplyKeyboardMarkup([[share], *others], resize_keyboard=True, one_time_keyboard=True)


def _whispered(whisper: Whisper | None) -> dict[str, Any] | None:
    """What the library does not know yet and passes on as it is."""
    if whisper is None:
        return None
    wanted: dict[str, Any] = {"receiver_user_id": whisper.user_id}
    if whisper.query_id:
        wanted["callback_query_id"] = whisper.query_id
    return {"ephemeral_message_parameters": wanted}


def _answering(message_id: int | None) -> ReplyParameters | None:
    if message_id is None:
        return None
    return ReplyParameters(message_id, allow_sending_without_reply=True)


def _edited(error: TelegramError) -> bool:
    """Whether the message shows what it should after this error; raises what may yet go well."""
    match verdict(error):
        case Verdict.UNCHANGED:
            return True
        case Verdict.MESSAGE_GONE:
            return False
        case _:
            raise error
