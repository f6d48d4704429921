"""/fix and its buttons."""

from __future__ import annotations

from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import setback as setbacks
from bot.messages import symptoms as messages
from bot.messages.steps import Runner
from bot.outcome import Said
from bot.services import symptoms
from bot.services.desk import Answer
from bot.services.symptoms import Fix


async def command(context: Context) -> None:
    """What was it like?"""
    await context.show(await context.apply(symptoms.begin, context.words))


async def pressed(context: Context, press: Press) -> None:
    """The complaint, an answer, or a button under the cause."""
    match press.verb:
        case "what":
            answer = await context.apply(symptoms.choose, press.arg(0))
        case "why":  # under an evening's card, which stays
            await _begun(context, press.arg(0))
            return
        case "answer":
            answer = await context.apply(symptoms.reply, press.arg(0), press.arg(1))
        case "other":
            answer = await context.apply(symptoms.refuse, press.arg(0))
        case "apply":
            answer = await context.apply(symptoms.apply, press.arg(0))
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def _begun(context: Context, symptom: str) -> None:
    """The complaint that the evening has heard already, in a message of its own."""
    answer = await context.apply(symptoms.choose, symptom)
    if answer.outcome.said in {Said.ASK, Said.DONE} and answer.view is not None:
        await _told(context, answer.view, answer.outcome.code, below=True)
    else:
        await show(context, answer)


async def show(context: Context, answer: Answer[Any]) -> None:
    """The next question, the cause, or what stands before it."""
    outcome = answer.outcome
    if outcome.said is Said.STALE:
        await context.tell("fix-over")
    elif outcome.said is Said.ALREADY:
        await context.tell("already-answered")
    else:
        view = answer.view or await context.read(symptoms.look)
        if view is None:
            await context.meet()
        else:
            await _told(context, view, outcome.code)


async def _told(context: Context, view: Fix, code: str, *, below: bool = False) -> None:
    """In place of the message that was pressed, or with `below` under it."""
    send = context.say if below else context.edit
    text = context.text(view.account)
    stands = view.stands
    paces = stands.paces if stands.allowance.pace else None
    runner = Runner(paces, stands.athlete.level, measured=stands.athlete.measured_distance)
    if view.gated is not None:
        gated = view.gated
        status = setbacks.status(
            gated.allowance,
            gated.gates,
            text,
            outs=gated.outs,
            races=gated.races,
            rungs=gated.rungs,
        )
        await send(messages.gated(status, text))
    elif code == "applied" and view.found is not None and view.change is not None:
        cause = view.found.cause
        await send(messages.applied(cause, view.change, view.change_id, runner, text))
    elif view.ask is not None:
        await send(messages.question(view.ask, text))
    elif view.found is not None:
        found = view.found
        await send(messages.found(found, view.change, runner, text, trial_on=view.trial_on))
    elif code == "nothing":
        await send(messages.nothing(text))
    else:
        await send(messages.ask(text))
