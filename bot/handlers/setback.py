"""/ill, /hurt and /well, and their buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import setback as messages
from bot.outcome import Said
from bot.services import setback
from bot.services.desk import Answer
from bot.services.setback import Setback

FEVER = "fever"


async def ill(context: Context) -> None:
    """/ill: what is it? Words behind it are read for signs before any command is."""
    await context.show(await context.apply(setback.begin, "ill"))


async def hurt(context: Context) -> None:
    """/hurt, alone or with the place behind it: "/hurt knee 4/10 since monday"."""
    if context.arguments:
        await context.show(await context.apply(setback.hear_pain, context.arguments))
    else:
        await context.show(await context.apply(setback.begin, "hurt"))


async def well(context: Context) -> None:
    """/well: what still stands, and the words that close it."""
    await context.show(await context.apply(setback.well))


async def pressed(context: Context, press: Press) -> None:
    """One answer of the two forms; what was told before it travels in the button."""
    match press.verb:
        case "ill":
            answer = await _ask(context, "ill-since", sign=press.arg(0))
        case "ill-since" if press.arg(0) == FEVER:
            answer = await _ask(context, "fever", days=press.number(1))
        case "ill-since":
            answer = await context.apply(setback.ill, press.arg(0), press.number(1))
        case "fever":
            answer = await context.apply(setback.ill, FEVER, press.number(0), press.number(1))
        case "spot":
            answer = await _ask(context, "score", spot=press.arg(0))
        case "score":
            answer = await _ask(context, "since", spot=press.arg(0), score=press.number(1))
        case "hurt-since":
            place, days = press.arg(0), press.number(2)
            score = press.number(1)
            answer = await _ask(context, "cause", spot=place, score=score, days=days)
        case "cause":
            told, cause = (press.arg(0), press.number(1), press.number(2)), press.arg(3)
            answer = await context.apply(setback.hurt, *told, cause)
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def _ask(context: Context, code: str, **told: str | int) -> Answer[Setback]:
    return await context.apply(setback.ask, code, told)


async def show(context: Context, answer: Answer[Setback]) -> None:
    """The next question, or how things stand."""
    outcome = answer.outcome
    if outcome.said is Said.STALE:
        await context.tell("button-unknown")
        return
    view = answer.view or await context.read(setback.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if outcome.said is Said.ASK:
        await context.edit(messages.question(outcome.code, outcome.facts, text))
        return
    reply = messages.status(
        view.allowance,
        view.gates,
        text,
        outs=view.outs,
        races=view.races,
        rungs=view.rungs,
    )
    await context.edit(reply)
