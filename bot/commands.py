"""The table of commands and buttons: what a person can say, and who answers it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)

from bot.callbacks import Press
from bot.context import Context, Show
from bot.handlers import (
    activity,
    attendance,
    away,
    background,
    buddies,
    challenge,
    change,
    checkin,
    coach,
    export,
    fitness,
    founding,
    health,
    joining,
    library,
    membership,
    move,
    onboarding,
    paces,
    plan,
    plateau,
    profile,
    race,
    raceday,
    readiness,
    renewal,
    results,
    review,
    routine,
    safety,
    setback,
    squad,
    squad_group,
    squad_session,
    squad_version,
    symptoms,
    taper,
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
    """One command: its name, its handler; `menu` puts it into Telegram's menu of eight.

    `squad` answers it in a group; None: it is between the athlete and the coach alone.
    """

    name: str
    handler: Handler
    menu: bool = False
    squad: Handler | None = None


async def _start(context: Context) -> None:
    """/start, from a squad's link or of one's own accord."""
    if context.arguments.startswith(joining.PREFIX):
        await joining.follow(context, context.arguments.removeprefix(joining.PREFIX))
    else:
        await onboarding.start(context)


COMMANDS = (
    Command("today", today.command, menu=True),
    Command("tomorrow", today.tomorrow, menu=True),
    Command("week", plan.week, menu=True),
    Command("plan", plan.season, menu=True),
    Command("log", activity.log, menu=True),
    Command("paces", paces.paces_command, menu=True),
    Command("settings", profile.settings, menu=True),
    Command("help", helping.help_, menu=True),
    Command("start", _start, squad=squad_group.opened),
    Command("squad", membership.command, squad=squad_group.opened),
    Command("session", squad_session.command, squad=squad_session.command),
    Command("coach", coach.command, squad=coach.command),
    Command("note", coach.note_command, squad=coach.note_command),
    Command("results", coach.results_command, squad=coach.results_command),
    Command("rain", coach.rain_command, squad=coach.rain_command),
    Command("buddy", buddies.command),
    Command("checkin", checkin.command),
    Command("zones", paces.zones_command),
    Command("race", race.command),
    Command("taper", taper.command),
    Command("move", move.command),
    Command("skip", move.skip),
    Command("away", away.command),
    Command("busy", away.busy),
    Command("ill", setback.ill),
    Command("hurt", setback.hurt),
    Command("well", setback.well),
    Command("readiness", readiness.command),
    Command("review", review.command),
    Command("plateau", plateau.command),
    Command("fix", symptoms.command),
    Command("weather", weather.command),
    Command("library", library.command),
    Command("mobility", routine.mobility),
    Command("export", export.export_all),
    Command("forget", export.forget),
    Command("cancel", words.cancel),
)
"""Every command, the menu's eight first."""

BY_NAME = {command.name: command for command in COMMANDS}

PRESSES: dict[str, Presses] = {
    "onboarding": onboarding.pressed,
    "today": today.pressed,
    "checkin": checkin.pressed,
    "activity": activity.pressed,
    "profile": profile.pressed,
    "plan": plan.pressed,
    "paces": paces.pressed,
    "renewal": renewal.pressed,
    "review": review.pressed,
    "plateau": plateau.pressed,
    "symptoms": symptoms.pressed,
    "trial": trial.pressed,
    "whatif": whatif.pressed,
    "routine": routine.pressed,
    "export": export.pressed,
    "safety": safety.pressed,
    "race": race.pressed,
    "raceday": raceday.pressed,
    "taper": taper.pressed,
    "fitness": fitness.pressed,
    "library": library.pressed,
    "move": move.pressed,
    "away": away.pressed,
    "setback": setback.pressed,
    "weather": weather.pressed,
    "background": background.pressed,
    "health": health.pressed,
    "change": change.pressed,
    "squad": squad.pressed,
    "founding": founding.pressed,
    "joining": joining.pressed,
    "membership": membership.pressed,
    "attend": attendance.pressed,
    "session": squad_session.pressed,
    "version": squad_version.pressed,
    "coach": coach.pressed,
    "results": results.pressed,
    "buddies": buddies.pressed,
    "challenge": challenge.pressed,
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
    "raceday": raceday.show,
    "fitness": fitness.show,
    "paces": paces.show,
    "renewal": renewal.show,
    "review": review.show,
    "plateau": plateau.show,
    "symptoms": symptoms.show,
    "trial": trial.show,
    "whatif": whatif.show,
    "move": move.show,
    "away": away.show,
    "setback": setback.show,
    "weather": weather.show,
    "background": background.show,
    "health": health.show,
    "change": change.show,
    "squad": squad.show,
    "joining": joining.show,
    "membership": membership.show,
    "attend": attendance.show,
    "session": squad_session.show,
    "coach": coach.show,
    "note": coach.show_note,
    "results": results.show,
    "typed-times": coach.show_results,
    "buddies": buddies.show,
    "challenge": challenge.show,
}
"""Who says what an outcome means, by its topic."""


INTENTS: dict[str, Handler] = {
    **{command.name: command.handler for command in COMMANDS},
    "why": today.why,
}
"""What words may ask for, by the command or the button that would do the same."""


def menu(text: Text) -> list[BotCommand]:
    """Telegram's menu: eight commands with a line each."""
    return [BotCommand(c.name, text(f"menu-{c.name}")) for c in COMMANDS if c.menu]


def group_menu(text: Text) -> list[BotCommand]:
    """The menu in groups."""
    names = [c.name for c in COMMANDS if c.squad is not None and c.name != "start"]
    return [BotCommand(name, text(f"menu-{name}-group")) for name in names]


GROUPS = BotCommandScopeAllGroupChats()
PRIVATE = BotCommandScopeAllPrivateChats()
