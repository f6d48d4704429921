"""A result told in words, and its buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import fitness as messages
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services import fitness
from bot.services.desk import Answer
from bot.services.fitness import Told, result_in, result_of
from bot.text import Text
from core.athlete import Result

_ONLY_SAID = {"run": "result-only-run", "old": "result-old-stays", "unsure": "result-unsure"}


async def pressed(context: Context, press: Press) -> None:
    """All-out or only a run; sure of it or not; used or left out."""
    match press.verb:
        case "take":
            await context.show(await context.apply(fitness.take, _result(press)))
        case "sure":
            await context.show(await context.apply(fitness.insist, _result(press)))
        case "drop" | "use":
            await _use(context, press)
        case verb if verb in _ONLY_SAID:
            await context.edit(Reply(context.text()(_ONLY_SAID[verb])))
        case _:
            raise BadPress(press.verb)


async def _use(context: Context, press: Press) -> None:
    on = press.day(0)
    try:
        metres, seconds = float(press.arg(1)), float(press.arg(2))
        result_of(on.isoformat(), press.arg(1), press.arg(2), "told")
    except ValueError:
        raise BadPress("no result") from None
    counts = press.verb == "use"
    await context.show(await context.apply(fitness.use, on, metres, seconds, counts=counts))


def _result(press: Press) -> Result:
    try:
        return result_of(press.arg(0), press.arg(1), press.arg(2), press.arg(3))
    except ValueError:
        raise BadPress("no result") from None


async def show(context: Context, answer: Answer[Told]) -> None:
    """Asked about, taken, left out, or known already."""
    outcome = answer.outcome
    text = context.text(answer.view.account if answer.view else None)
    result = result_in(outcome)
    if outcome.said is Said.STRANGER:
        await context.meet()
    elif outcome.said is Said.ASK_AGAIN:
        await context.say(Reply(text.told(outcome.code, outcome.facts)))
    elif outcome.said in {Said.ALREADY, Said.STALE} or result is None:
        await context.tell("already-answered" if outcome.said is Said.ALREADY else "button-unknown")
    elif outcome.code == "sprint":
        await context.say(messages.sprint(result, text))
    elif outcome.code == "all-out":
        await context.say(messages.asked(result, float(outcome.fact("vdot")), text))
    else:
        await context.edit(_reply(outcome, result, text))


def _reply(outcome: Outcome, result: Result, text: Text) -> Reply:
    before, after, vdot = (_number(outcome, name) for name in ("before", "after", "vdot"))
    other = result_in(outcome, "old_")
    if outcome.code == "contradicts" and other is not None:
        return messages.contradicts(result, other, text)
    if outcome.code == "course":
        return messages.asks_course(result, vdot or 0.0, before or 0.0, text)
    if outcome.code == "dropped":
        return messages.dropped(result, text, after)
    return messages.counts(result, vdot or 0.0, text, before, after)


def _number(outcome: Outcome, name: str) -> float | None:
    value = outcome.facts.get(name)
    return None if value is None else float(value)
