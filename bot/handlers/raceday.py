"""The buttons of a race's day: its plan, what is told about it, and its result."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import lockscreen, paces, raced
from bot.messages import raceday as messages
from bot.outcome import Said
from bot.reply import Reply
from bot.services import raceday
from bot.services.desk import Answer
from bot.services.raceday import Planned, after, ended, journal
from bot.services.raceday.ended import Raced
from core.raceday import Asks, Ending
from core.units import Duration

LONGEST_SECONDS = 48 * 3600
_TOLD = {"gun", "ground", "air", "practised", "skip"}
_AFTER = {"ended", "time", "held", "all-out", "drop", "use", "no-line", "line"}


async def pressed(context: Context, press: Press) -> None:
    """A button; each carries the race's date."""
    on = press.day(0)
    if press.verb in _TOLD:
        await context.show(await _tell(context, press, on))
    elif press.verb in _AFTER:
        await context.show(await _after(context, press, on))
    elif press.verb in {"grades", "grade", "tap"}:
        await _look_back(context, press, on)
    else:
        await _look(context, press, on)


async def _tell(context: Context, press: Press, on: date) -> Answer[Planned]:
    """What is known of the day now."""
    match press.verb:
        case "gun":
            return await context.apply(raceday.set_gun, on, press.number(1))
        case "ground":
            return await context.apply(raceday.set_ground, on, press.arg(1))
        case "air":
            windy = press.number(2) == 1
            return await context.apply(raceday.set_air, on, press.number(1), windy=windy)
        case "practised":
            return await context.apply(raceday.set_practised, on, practised=press.number(1) == 1)
        case _:
            return await context.apply(raceday.skip, on, press.arg(1))


async def _after(context: Context, press: Press, on: date) -> Answer[Raced]:
    """What the athlete says about a race that is over."""
    match press.verb:
        case "ended":
            return await context.apply(after.end, on, press.arg(1))
        case "time":
            seconds = press.number(1)
            if not 0 < seconds <= LONGEST_SECONDS:
                raise BadPress("no time of a race")
            return await context.apply(after.end, on, Ending.FINISHED.value, seconds)
        case "held" | "all-out":
            return await context.apply(after.hold_back, on, held=press.verb == "held")
        case "drop" | "use":
            return await context.apply(after.use, on, counts=press.verb == "use")
        case "no-line":
            return await context.apply(journal.skip_line, on)
        case _:
            return await context.apply(journal.ask_line, on)


async def _look(context: Context, press: Press, on: date) -> None:
    """The plan, a question of it again, its splits, its picture."""
    asked = press.arg(1) if press.verb == "ask" else ""
    view = await (context.read(raceday.ask, on, asked) if asked else context.read(raceday.look, on))
    if view is None:
        await context.tell("raceday-none")
        return
    if on < view.today:
        await context.tell("raceday-over")
        return
    text = context.text(view.account)
    match press.verb:
        case "plan":
            await context.say(messages.plan(view.plan, text, journal=view.journal))
            await _picture(context, view)
        case "ask":
            await context.edit(messages.plan(view.plan, text, asks=Asks(asked)))
        case "hour":
            await context.edit(messages.minutes(view.plan, press.number(1) % 24, text))
        case "wind":
            await context.edit(messages.air(view.plan, text, windy=press.number(1) == 1))
        case "splits":
            await context.say(messages.splits(view.plan, text))
        case "picture":
            await _picture(context, view)
        case _:
            raise BadPress(press.verb)


async def _picture(context: Context, view: Planned) -> None:
    picture = await context.draw(lockscreen.lock_screen, view.plan, context.text(view.account))
    if picture is not None:
        await context.say(Reply(picture=picture, silent=True))


async def _look_back(context: Context, press: Press, on: date) -> None:
    """Times by taps, and the age grade: nothing is changed by either."""
    if press.verb == "grade":
        found = await context.read(ended.grade, on, press.arg(1))
        if found is None:
            await context.tell("button-unknown")
            return
        text = context.text(found.account)
        grade = paces.graded(found.result, found.age, found.category, found.grade, text)
        await context.edit(grade)
        return
    view = await context.read(raceday.look, on)
    if view is None:
        await context.tell("raceday-none")
        return
    text, race = context.text(view.account), view.plan.race
    if press.verb == "grades":
        await context.say(raced.grades(race, text))
        return
    seconds = press.number(1)
    time = Duration(seconds) if 0 < seconds <= LONGEST_SECONDS else view.plan.time
    card = raced.tapped(race, Duration(round(time.seconds)), text)
    await (context.edit(card) if seconds else context.say(card))


async def show(context: Context, answer: Answer[Planned] | Answer[Raced]) -> None:
    """The plan as it is now, the race as it ended, or the journal's word."""
    outcome = answer.outcome
    if outcome.said is Said.STRANGER:
        await context.meet()
    elif outcome.said is Said.STALE or (answer.view is None and "race_on" not in outcome.facts):
        await context.tell("raceday-none")
    elif outcome.code == "plan":
        await _show_plan(context, answer, date.fromisoformat(outcome.fact("race_on")))
    elif outcome.code == "line":
        again = outcome.said is Said.ASK
        await context.say((raced.line_again if again else raced.line_kept)(context.text()))
    else:
        await _show_end(context, answer)


async def _show_plan(context: Context, answer: Answer[Any], on: date) -> None:
    view = answer.view or await context.read(raceday.look, on)
    if not isinstance(view, Planned):
        await context.tell("raceday-none")
        return
    if answer.outcome.said is Said.ALREADY:
        await context.tell("already-answered")
    text = context.text(view.account)
    await context.edit(messages.plan(view.plan, text, journal=view.journal))
    if answer.outcome.facts.get("redraw"):
        await _picture(context, view)


async def _show_end(context: Context, answer: Answer[Any]) -> None:
    outcome, view = answer.outcome, answer.view
    if outcome.said is Said.ALREADY:
        await context.tell("already-answered")
    if view is None and "race_on" in outcome.facts:
        view = await context.read(ended.look_back, date.fromisoformat(outcome.fact("race_on")))
    if not isinstance(view, Raced):
        await context.tell("raceday-none")
        return
    text = context.text(view.account)
    card = raced.result(
        view.race,
        view.ending,
        view.day,
        text,
        easy=view.easy,
        today=view.today,
        block=view.block,
        told=view.result,
        judged=view.judged,
        before=view.before,
        after=view.after,
        shows_pace=view.shows_pace,
        doubt=view.doubt,
        asks=view.asks,
        ages=view.ages,
    )
    await (context.edit(card) if outcome.code == "changed" else context.say(card))
