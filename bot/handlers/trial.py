"""The time trial's buttons."""

from __future__ import annotations

from datetime import date

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import trial as messages
from bot.outcome import Said
from bot.services import trial
from bot.services.change import Changed
from bot.services.desk import Answer


async def pressed(context: Context, press: Press) -> None:
    """Put into the plan, or left."""
    match press.verb:
        case "take":
            await context.show(await context.apply(trial.take, press.day(0)))
        case "later":
            await context.edit(messages.later(context.text()))
        case _:
            raise BadPress(press.verb)


async def show(context: Context, answer: Answer[Changed]) -> None:
    """Its day and how it is run; or why it has none."""
    outcome = answer.outcome
    if outcome.said is Said.STRANGER:
        await context.meet()
    elif outcome.said is Said.DONE:
        on, text = date.fromisoformat(outcome.fact("trial_on")), context.text()
        await context.edit(messages.taken(on, outcome.number("change"), text))
    else:
        await context.tell("already-answered" if outcome.said is Said.ALREADY else "trial-stale")
