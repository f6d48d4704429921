"""/settings and its buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import profile as messages
from bot.outcome import Said
from bot.reply import Reply
from bot.services import profile
from bot.services.desk import Answer
from bot.services.profile import Settings

PAUSED = {"paused", "blocked"}


async def settings(context: Context) -> None:
    """/settings."""
    await context.show(await context.apply(profile.open_))


async def pressed(context: Context, press: Press) -> None:
    """A button of the settings card."""
    match press.verb:
        case "open":
            answer = await context.apply(profile.open_)
        case "ask":
            answer = await context.apply(profile.ask, press.arg(0))
        case "set":
            answer = await context.apply(profile.set_, press.arg(0), press.arg(1))
        case "pick":
            answer = await context.apply(profile.pick, press.number(0))
        case "done":
            answer = await context.apply(profile.pick_done)
        case "pause":
            answer = await context.apply(profile.pause)
        case "resume":
            answer = await context.apply(profile.resume)
        case "dial":
            await dial(context)
            return
        case "stay":
            await context.edit(Reply(context.text()("cancelled")))
            return
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def dial(context: Context) -> None:
    """How much to say unasked."""
    view = await context.read(profile.look)
    if view is None:
        await context.meet()
        return
    await context.card(view.account, profile.CARD, messages.dial(context.text(view.account)))


async def show(context: Context, answer: Answer[Settings]) -> None:
    """The settings card, or the one setting that is being changed."""
    outcome = answer.outcome
    view = answer.view or await context.read(profile.look)
    if view is None or outcome.said is Said.STRANGER:
        await context.meet()
        return
    if outcome.said is Said.STALE:
        await context.tell("button-unknown")
        return
    text = context.text(view.account)
    if view.asks:
        sorry = text.told(outcome.code, outcome.facts) if outcome.said is Said.ASK_AGAIN else ""
        card = messages.asked(text, view.asks, view.picked, outcome.fact("options"), sorry)
        await context.card(view.account, profile.CARD, card)
        return
    if outcome.code == "settings-days-plan" and view.profile is not None:
        days = text.weekdays(view.profile.days)
        note = text("settings-days-plan", days=days)
    else:
        note = text.told(outcome.code, outcome.facts) if outcome.code else ""
    card = messages.overview(
        text,
        view.account.hours,
        view.profile,
        asks_pulse=view.account.asks_pulse,
        paused=view.account.state.value in PAUSED,
        note=note,
    )
    await context.card(view.account, profile.CARD, card)
    if outcome.code == "settings-days-plan" and view.profile is not None:
        await context.say(messages.long_day(text, view.profile.days))
