"""/paces and /zones."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import paces as messages
from bot.messages import trial
from bot.outcome import Said
from bot.reply import Reply
from bot.services import paces
from bot.services.desk import Answer
from bot.services.paces import Shown


async def paces_command(context: Context) -> None:
    """/paces."""
    shown = await context.read(paces.look)
    if shown is None:
        await context.meet()
        return
    text = context.text(shown.account)
    allowed = shown.paces if shown.pace else None
    fitness = shown.fitness if shown.pace else None
    ahead = messages.Ahead(
        races=shown.races,
        marathon=shown.marathon,
        old=shown.old if shown.pace else None,
        graded=shown.athlete.birth_year is not None,
        withheld=shown.withheld,
        sprint=shown.sprint,
    )
    said = messages.paces(text, fitness, allowed, shown.equal, today=shown.today, ahead=ahead)
    await context.say(said)
    if shown.trial is not None and shown.trial.ready:
        session = shown.trial.session
        await context.say(trial.ready(session.on if session else None, text))


async def zones_command(context: Context) -> None:
    """/zones, alone or with a pulse that was measured."""
    if context.arguments:
        await context.show(await context.apply(paces.measure, context.arguments))
        return
    await _zones(context, await context.read(paces.look))


async def _zones(context: Context, shown: Shown | None) -> None:
    if shown is None:
        await context.meet()
        return
    await context.say(
        messages.zones(
            context.text(shown.account),
            shown.zones,
            pulse_allowed=shown.pulse,
            told_age=shown.athlete.birth_year is not None,
            pace_allowed=shown.pace,
        )
    )


async def show(context: Context, answer: Answer[Shown]) -> None:
    """The zones by the pulse that was told, or what was wrong with it."""
    outcome = answer.outcome
    if outcome.said is Said.ASK_AGAIN:
        await context.say(Reply(context.text().told(outcome.code, outcome.facts)))
        return
    await _zones(context, answer.view or await context.read(paces.look))


async def pressed(context: Context, press: Press) -> None:
    """The age grade: which table, and what it says."""
    match press.verb:
        case "grade":
            await context.say(messages.ask_category(context.text()))
        case "table":
            await _graded(context, press.arg(0))
        case _:
            raise BadPress(press.verb)


async def _graded(context: Context, category: str) -> None:
    seen = await context.read(paces.graded, category)
    if seen is None or seen.result is None or seen.category is None:
        raise BadPress("no result to grade")
    text = context.text(seen.account)
    await context.edit(messages.graded(seen.result, seen.age, seen.category, seen.grade, text))
