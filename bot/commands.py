"""The table of commands and buttons: what a person can say, and who answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram import BotCommand, BotCommandScopeAllPrivateChats, Update
from telegram.ext import Application, TypeHandler

from bot.callbacks import BadPress, Press, unpack
from bot.context import Context, Show
from bot.handlers import (
    activity,
    away,
    background,
    change,
    checkin,
    export,
    fitness,
    health,
    library,
    move,
    onboarding,
    paces,
    plan,
    profile,
    race,
    readiness,
    renewal,
    routine,
    safety,
    setback,
    today,
    trial,
    weather,
    whatif,
    words,
)
from bot.handlers import (
    help as helping,
)
from bot.text import Text

Handler = Callable[[Context], Awaitable[None]]
Presses = Callable[[Context, Press], Awaitable[None]]
MENU_SIZE = 8


@dataclass(frozen=True, slots=True)
class Command:
    """One command: its name, its handler; `menu` puts it into Telegram's menu of eight."""

    name: str
    handler: Handler
    menu: bool = False


COMMANDS = (
    Command("today", today.command, menu=True),
    Command("tomorrow", today.tomorrow, menu=True),
    Command("week", plan.week, menu=True),
    Command("plan", plan.season, menu=True),
    Command("log", activity.log, menu=True),
    Command("paces", paces.paces_command, menu=True),
    Command("settings", profile.settings, menu=True),
    Command("help", helping.help_, menu=True),
    Command("start", onboarding.start),
    Command("checkin", checkin.command),
    Command("zones", paces.zones_command),
    Command("race", race.command),
    Command("move", move.command),
    Command("skip", move.skip),
    Command("away", away.command),
    Command("busy", away.busy),
    Command("ill", setback.ill),
    Command("hurt", setback.hurt),
    Command("well", setback.well),
    Command("readiness", readiness.command),
    Command("weather", weather.command),
    Command("library", library.command),
    Command("mobility", routine.mobility),
    Command("export", export.export_all),
    Command("forget", export.forget),
    Command("cancel", words.cancel),
)
"""Every command, the menu's eight first."""

_BY_NAME = {command.name: command for command in COMMANDS}

PRESSES: dict[str, Presses] = {
    "onboarding": onboarding.pressed,
    "today": today.pressed,
    "checkin": checkin.pressed,
    "activity": activity.pressed,
    "profile": profile.pressed,
    "plan": plan.pressed,
    "paces": paces.pressed,
    "renewal": renewal.pressed,
    "trial": trial.pressed,
    "whatif": whatif.pressed,
    "routine": routine.pressed,
    "export": export.pressed,
    "safety": safety.pressed,
    "race": race.pressed,
    "fitness": fitness.pressed,
    "library": library.pressed,
    "move": move.pressed,
    "away": away.pressed,
    "setback": setback.pressed,
    "weather": weather.pressed,
    "background": background.pressed,
    "health": health.pressed,
    "change": change.pressed,
}
"""Who answers a button, by the topic it carries."""

SHOWS: dict[str, Show] = {
    "onboarding": onboarding.show,
    "today": today.show,
    "checkin": checkin.show,
    "activity": activity.show,
    "profile": profile.show,
    "export": export.show,
    "safety": safety.show,
    "race": race.show,
    "fitness": fitness.show,
    "paces": paces.show,
    "renewal": renewal.show,
    "trial": trial.show,
    "whatif": whatif.show,
    "move": move.show,
    "away": away.show,
    "setback": setback.show,
    "weather": weather.show,
    "background": background.show,
    "health": health.show,
    "change": change.show,
}
"""Who says what an outcome means, by its topic."""


INTENTS: dict[str, Handler] = {
    **{command.name: command.handler for command in COMMANDS},
    "why": today.why,
}
"""What words may ask for, by the command or the button that would do the same."""


def register(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    """One door for every update: safety first, then the table."""
    application.add_handler(TypeHandler(Update, _answer, block=True))


async def _answer(update: Update, context: Context) -> None:
    if update.callback_query is not None:
        await _press(context, update.callback_query.data or "")
    elif update.my_chat_member is not None:
        await words.membership(context)
    elif update.edited_message is not None:
        await safety.heard(context)
    elif update.message is not None:
        await _message(context)


async def _message(context: Context) -> None:
    """A message: red flags, then commands, then words, places, and things nobody can read."""
    name = _command_name(context)
    alone = name in _BY_NAME and not context.arguments  # "/ill" asks, and tells nothing yet
    if context.words and not alone and await safety.heard(context):
        return
    message = context.message
    if not context.private:
        await _in_a_group(context, name)
    elif name is not None:
        command = _BY_NAME.get(name)
        await (command.handler(context) if command else words.unknown_command(context, name))
    elif message is not None and message.location is not None:
        await words.located(context)
    elif context.words:
        await words.heard(context)
    else:
        await words.unreadable(context)


async def _in_a_group(context: Context, name: str | None) -> None:
    """Nothing about one athlete's body reaches a group: commands are answered in private only."""
    if name in _BY_NAME:
        await context.tell("group-later")


def _command_name(context: Context) -> str | None:
    """The command of a message, without slash and this bot's name; None: another bot's, or none."""
    first = context.words.split(maxsplit=1)[0] if context.words.strip() else ""
    if not first.startswith("/"):
        return None
    name, _, bot = first[1:].partition("@")
    if bot and bot.lower() != (context.bot.username or "").lower():
        return None
    return name.lower()


async def _press(context: Context, data: str) -> None:
    """A button: ours, of another release, or forged."""
    try:
        press = unpack(data)
        await _presses(press)(context, press)
    except BadPress:
        await context.tell("button-unknown")


def _presses(press: Press) -> Presses:
    """Who answers the button; BadPress where nobody does."""
    try:
        return PRESSES[press.topic]
    except KeyError:
        raise BadPress(press.topic) from None


def menu(text: Text) -> list[BotCommand]:
    """Telegram's menu: eight commands with a line each."""
    return [BotCommand(c.name, text(f"menu-{c.name}")) for c in COMMANDS if c.menu]


PRIVATE = BotCommandScopeAllPrivateChats()
