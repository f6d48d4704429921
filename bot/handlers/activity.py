"""The evening's buttons and /log."""

from __future__ import annotations

from datetime import date

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import activity as messages
from bot.messages import renewal, trial
from bot.outcome import Said
from bot.reply import Reply
from bot.services import activity, words
from bot.services.activity import Evening
from bot.services.desk import Answer


async def log(context: Context) -> None:
    """/log, alone or with the run behind it."""
    if context.arguments:
        await context.show(await context.apply(words.log, context.arguments))
        return
    week = await context.read(activity.week)
    if week is None:
        await context.meet()
        return
    await context.say(messages.log(week.today, week.days, context.text(week.account)))


async def pressed(context: Context, press: Press) -> None:
    """A button of an evening card; each carries the delivery it came with and its day."""
    await context.adopt(press.number(0))
    on = press.day(1)
    match press.verb:
        case "done":
            answer = await context.apply(activity.answer, on, press.arg(2))
        case "rpe":
            answer = await context.apply(activity.rate, on, press.number(2))
        case "reps":
            answer = await context.apply(activity.reps, on, press.arg(2))
        case "second":
            answer = await context.apply(activity.second, on, press.arg(2))
        case "day":
            answer = await context.apply(activity.reopen, on)
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def show(context: Context, answer: Answer[Evening]) -> None:
    """The evening's card, or why a day cannot be logged."""
    outcome = answer.outcome
    if outcome.said is Said.STRANGER or "day_on" not in outcome.facts:
        await (context.meet() if outcome.said is Said.STRANGER else context.tell("button-unknown"))
        return
    on = date.fromisoformat(outcome.fact("day_on"))
    view = answer.view or await context.read(activity.look, on)
    if view is None:
        await context.meet()
        return
    text = context.text(view.account)
    if outcome.said in {Said.REFUSED, Said.ASK_AGAIN}:
        await context.say(Reply(text.told(outcome.code, outcome.facts)))
        return
    if outcome.said is Said.ALREADY:
        await context.tell("already-answered")
    card = messages.evening(
        text,
        on,
        today=view.today,
        tomorrow=view.tomorrow,
        session=view.session,
        asks=view.asks,
        activity=view.activity,
        longest=view.longest,
        harder=view.harder,
        reviewed=view.reviewed,
    )
    await context.card(view.account, activity.CARD, card, on.isoformat(), view.card)
    if "moved" in outcome.facts:
        await context.say(renewal.told(outcome.facts, text))
    if "trial_on" in outcome.facts:
        await context.say(trial.offered(date.fromisoformat(outcome.fact("trial_on")), text))
