"""*Undo* under a change of the plan: what goes with it is named before the tap counts."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import change as messages
from bot.messages.steps import Runner
from bot.outcome import Said
from bot.reply import Reply
from bot.services import change
from bot.services.change import Changed
from bot.services.desk import Answer


async def pressed(context: Context, press: Press) -> None:
    """Undo, sure or not; or leave it."""
    if press.verb == "leave":
        await context.edit(Reply(context.text()("cancelled")))
    elif press.verb == "undo":
        sure = len(press.args) > 1 and press.arg(1) == "sure"
        await context.show(await context.apply(change.undo, press.number(0), sure=sure))
    else:
        raise BadPress(press.verb)


async def show(context: Context, answer: Answer[Changed]) -> None:
    """The days as they are again, or what would go too."""
    outcome = answer.outcome
    if outcome.said is Said.ALREADY:
        await context.tell("already-answered")
        return
    view = answer.view or await context.read(change.look)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    runner = Runner(view.paces, view.level, measured=view.measured)
    if outcome.said is Said.ASK:
        await context.edit(messages.asked(outcome.number("change"), view.gone, runner, text))
    elif view.change is not None:
        await context.edit(messages.undone(view.change, view.plan, runner, text))
    else:
        await context.edit(Reply(text("change-undone-plainly")))
