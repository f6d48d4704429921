"""A member's word about a time that the coach typed for them."""

from __future__ import annotations

from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.outcome import Said
from bot.reply import Reply
from bot.services import results
from bot.services.desk import Answer

WORDS = {"all-out": (True, True), "right": (True, False), "wrong": (False, False)}


async def pressed(context: Context, press: Press) -> None:
    """Right, or not; nobody else's time can be answered."""
    if press.verb not in WORDS:
        raise BadPress(press.verb)
    right, all_out = WORDS[press.verb]
    number = press.number(0)
    answer = await context.apply(results.settle, number, right=right, all_out=all_out)
    await context.show(answer)


async def show(context: Context, answer: Answer[Any]) -> None:
    """The question becomes its answer."""
    outcome = answer.outcome
    if outcome.said in {Said.ALREADY, Said.STALE}:
        await context.tell(outcome.code, alert=True)
        return
    await context.edit(Reply(context.text()(outcome.code)))
