"""The composition root: content, database, words, handlers and delivery become one coach."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ContextTypes
from telegram.request import BaseRequest

from bot import commands, updates
from bot.clock import Clock
from bot.config import Config, Rates
from bot.context import Context, House
from bot.delivery.connect import builder
from bot.delivery.kinds import Kinds
from bot.delivery.patience import Patience
from bot.delivery.poller import Updates
from bot.delivery.run import Delivery
from bot.delivery.transport import AiohttpRequest
from bot.delivery.weather import Weather
from bot.reply import Reply
from bot.services.export import BACKUPS_KEPT_DAYS
from bot.storage.backup import nightly
from bot.storage.engine import Database
from bot.storage.migrate import upgrade
from bot.storage.url import is_sqlite
from bot.text import Texts, Tongue
from core.content import Content, load_content

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Coach:
    """One running coach: what it was built of, to be started, stopped and looked into."""

    database: Database
    content: Content
    texts: Texts
    delivery: Delivery

    async def open(self) -> None:
        """Reach Telegram and show it the menu; ConnectError where it cannot be reached."""
        await self.delivery.open()
        with suppress(TelegramError):  # the menu is a convenience, and the next start tries again
            bot = self.delivery.parts.application.bot
            text = self.texts.of(Tongue())
            await bot.set_my_commands(commands.menu(text), scope=commands.PRIVATE)
            await bot.set_my_commands(commands.group_menu(text), scope=commands.GROUPS)

    async def run(self, stop: asyncio.Event) -> None:
        """Coach until told to stop."""
        await self.delivery.run(stop)

    async def close(self) -> None:
        await self.delivery.close()
        await self.database.close()


async def open_database(url: str) -> Database:
    """The database, brought up to date; DatabaseError in one line where it cannot be."""
    database = await Database.open(url)
    try:
        await upgrade(database)
    except BaseException:
        await database.close()
        raise
    return database


async def build(
    config: Config,
    clock: Clock,
    *,
    request: BaseRequest | None = None,
    polling: BaseRequest | None = None,
    patience: Patience | None = None,
    rates: Rates | None = None,
    unfetched: Callable[[], bool] = lambda: False,
    backups: bool = True,
    content: Content | None = None,
) -> Coach:
    """A coach for this configuration; `request` and `polling` replace the transport in tests.

    `content` is what has been read before: many coaches in one process read it once. ContentError,
    DatabaseUrlError and DatabaseError each say in one line what to mend.
    """
    content = content or load_content()
    texts = Texts(content.words)
    database = await open_database(config.database_url)
    polls = polling or AiohttpRequest(config.api_url, connections=2)
    application = (
        builder(config.token, config.api_url, request, polls)
        .context_types(ContextTypes(context=Context))
        .build()
    )
    kinds = Kinds(database, content, texts, clock)
    seam = kinds.seam(on_failed=lambda update, _error: _apologise(house, update))
    delivery = Delivery(
        application,
        database,
        clock,
        seam,
        None if config.webhook else Updates(polls, config.api_url, config.token),
        rates=rates or config.rates,
        morning_spread=config.morning_spread,
        patience=patience,
        backup=_backup(database, clock) if backups else None,
        unfetched=unfetched,
    )
    if config.weather_url:
        delivery.look_up(Weather(database, clock, config.weather_url))
    house = House(
        database=database,
        content=content,
        texts=texts,
        clock=clock,
        commands=tuple(command.name for command in commands.COMMANDS),
        shows=commands.SHOWS,
        words=commands.INTENTS,
        parts=delivery.parts,
        cards=delivery.cards,
        looks_up_weather=bool(config.weather_url),
    )
    application.bot_data["house"] = house
    updates.register(application)
    return Coach(database, content, texts, delivery)


def _backup(database: Database, clock: Clock) -> Callable[[], Awaitable[None]] | None:
    """A copy a night beside an SQLite file; a PostgreSQL server has its own keeper."""
    if not is_sqlite(database.url):
        return None
    folder = Path(str(database.url.database)).parent / "backups"

    async def save() -> None:
        await asyncio.to_thread(folder.mkdir, parents=True, exist_ok=True)
        today = clock.now().date()
        await nightly(database, folder, today, keep_days=BACKUPS_KEPT_DAYS)

    return save


async def _apologise(house: House, update: Update | None, _error: object = None) -> None:
    """Tell a person, once and in private, that their message was not lost but not answered."""
    chat = update.effective_chat if update is not None else None
    if chat is None or chat.type != chat.PRIVATE:
        return
    text = house.texts.of(Tongue())
    await house.parts.speaker.say(chat.id, Reply(text("trouble")))
