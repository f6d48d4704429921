"""/race and its buttons."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import lockscreen
from bot.messages import race as messages
from bot.messages import raceday as racedays
from bot.messages.steps import Runner
from bot.messages.whatif import compared
from bot.outcome import Said
from bot.reply import Reply
from bot.services import fitness, race, raceday
from bot.services.desk import Answer, Desk
from bot.services.race import Races, race_of
from bot.services.raceday import after
from bot.text import Text
from core.athlete import Race

_PLAN = frozenset({"plan", "splits", "strategy", "pacing"})


async def command(context: Context) -> None:
    """/race, alone, with a race behind it, or with a result: "/race result 10k in 48:30"."""
    first, _, rest = context.arguments.partition(" ")
    if first.lower() == "result":
        await context.show(await context.apply(_result, rest))
    elif _asks_for_plan(context.arguments):
        await _plan(context)
    elif context.arguments:
        await context.show(await context.apply(race.read_and_propose, context.arguments))
    else:
        await _list(context)


def _asks_for_plan(words: str) -> bool:
    """ "/race plan", and words such as "show me my race plan"; a race that is told has numbers."""
    last = words.lower().rstrip("?!. ").split()[-1:]
    return bool(_PLAN & set(last)) and not any(letter.isdigit() for letter in words)


async def _plan(context: Context) -> None:
    """/race plan: the plan of the next race, with its splits for the lock screen."""
    view = await context.read(raceday.look_next)
    if view is None:
        await _list(context)
        return
    text = context.text(view.account)
    await context.say(racedays.plan(view.plan, text, journal=view.journal))
    picture = await context.draw(lockscreen.lock_screen, view.plan, text)
    if picture is not None:
        await context.say(Reply(picture=picture, silent=True))


async def _result(desk: Desk, rest: str) -> Answer[Any]:
    """A result of the calendar's own race ends that race; any other one is asked about."""
    return await after.read_and_end(desk, rest) or await fitness.read_and_tell(desk, rest)


async def _list(context: Context) -> None:
    view = await context.read(race.look)
    if view is None:
        await context.meet()
        return
    await context.card(
        view.account, race.CARD, messages.listed(view.races, context.text(view.account))
    )


async def pressed(context: Context, press: Press) -> None:
    """A button of the calendar."""
    match press.verb:
        case "list":
            await _list(context)
        case "open":
            await _open(context, press.day(0))
        case "mark":
            await context.show(await context.apply(race.prioritise, press.day(0), press.arg(1)))
        case "remove":
            await context.show(await context.apply(race.remove, press.day(0)))
        case "add":
            await context.show(await context.apply(race.add, _race(press)))
        case "instead":
            told = press.day(0), press.day(1), press.number(2)
            await context.show(await context.apply(race.instead, *told))
        case _:
            raise BadPress(press.verb)


async def _open(context: Context, on: date) -> None:
    view = await context.read(race.look_at, on)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if view.race is None:
        card = messages.listed(view.races, text)
    else:
        card = messages.one(view.race, text, view.outlook)
    await context.card(view.account, race.CARD, card)


def _race(press: Press) -> Race:
    names = ("race_on", "metres", "priority", "target")
    try:
        return race_of({name: press.arg(place) for place, name in enumerate(names)})
    except ValueError:
        raise BadPress("no race") from None


async def show(context: Context, answer: Answer[Races]) -> None:
    """The calendar, a proposal, or why a race cannot be."""
    outcome = answer.outcome
    view = answer.view or await context.read(race.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if outcome.said is Said.ASK and view.race is not None and view.plan is not None:
        beside = _beside(view, text)
        card = messages.proposed(view.race, view.plan, text, view.outlook, beside)
    elif outcome.said is Said.REFUSED and view.race is not None and view.refusal is not None:
        card = messages.refused(view.refusal, text)
    elif outcome.said is Said.DONE:
        changed = race_of(dict(outcome.facts))
        card = messages.done(outcome.code, changed, view.races, text, view.outlook)
    elif outcome.said is Said.ASK_AGAIN:
        card = messages.sorry(text.told(outcome.code, outcome.facts), view.races, text)
    else:
        card = messages.listed(view.races, text)
    await context.card(view.account, race.CARD, card)


def _beside(view: Races, text: Text) -> str:
    athlete = view.account.profile
    if view.seasons is None or athlete is None:
        return ""
    runner = Runner(view.paces, athlete.level, measured=athlete.measured_distance)
    return compared(view.seasons, runner, text)
