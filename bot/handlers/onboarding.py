"""/start and the questions it asks."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import onboarding as messages
from bot.messages import tomorrow
from bot.outcome import Outcome, Said
from bot.services import onboarding, race, today
from bot.services.desk import Answer
from bot.services.onboarding import Progress
from core.safety import Allowed

CARD = "onboarding"


async def start(context: Context) -> None:
    """/start, with whatever deep link."""
    await context.show(await context.apply(onboarding.begin))


async def pressed(context: Context, press: Press) -> None:
    """A button of onboarding."""
    match press.verb:
        case "consent":
            tongue = context.tongue
            answer = await context.apply(onboarding.consent, tongue.units, tongue.clock24)
        case "resume":
            answer = await context.apply(onboarding.resume)
        case "over":
            answer = await context.apply(onboarding.over)
        case "back":
            answer = await context.apply(onboarding.step_back)
        case "set":
            answer = await context.apply(onboarding.tap, press.arg(0), press.arg(1))
        case "pick":
            answer = await context.apply(onboarding.pick, press.arg(0), press.arg(1))
        case "done":
            answer = await context.apply(onboarding.pick_done, press.arg(0))
        case "units":
            answer = await context.apply(onboarding.use_units, press.arg(0))
        case "offer":
            answer = await context.apply(onboarding.take_offer, press.arg(0), press.arg(1))
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def located(context: Context, latitude: float, longitude: float) -> None:
    """A shared location."""
    await context.show(await context.apply(onboarding.location, latitude, longitude))


async def show(context: Context, answer: Answer[Progress]) -> None:
    """The welcome, the open question, or how it ended."""
    outcome, text = answer.outcome, context.text()
    if outcome.code == "welcome":
        await context.say(messages.welcome(text))
    elif outcome.code == "welcome-back":
        await context.say(messages.welcome_back(text, outcome.fact("name")))
    elif outcome.said is Said.DONE:
        await _ended(context, outcome)
    elif outcome.said is Said.REFUSED and outcome.code != "plan-refused":
        await context.edit(messages.ended(text, outcome.code))
    elif outcome.said is Said.STALE and await context.read(onboarding.view) is None:
        await _over_already(context)
    else:
        await _question(context, answer)


async def _over_already(context: Context) -> None:
    """A button of onboarding, pressed by who has no question open: coached by now, or nobody."""
    known = await context.read(today.look) is not None
    await context.tell("button-unknown" if known else "stranger")


async def _question(context: Context, answer: Answer[Progress]) -> None:
    outcome = answer.outcome
    progress = answer.view or await context.read(onboarding.view)
    if progress is None:
        await context.tell("stranger")
        return
    text = context.text(progress.account)
    if outcome.code == "again":
        await context.say(messages.welcome_again(text, progress.step))
        return
    sorry = outcome if outcome.said in {Said.ASK_AGAIN, Said.REFUSED} else progress.refused
    card = messages.question(text, progress.key, progress.draft, progress.step, sorry)
    await context.card(progress.account, CARD, card)


async def _ended(context: Context, outcome: Outcome) -> None:
    """The last words; then tomorrow's session, which is what all the questions were for."""
    view = await context.read(today.look_ahead)
    if view is None:
        await context.edit(messages.ended(context.text(), outcome.code))
        return
    text = context.text(view.account)
    goal = await context.read(race.look_next)
    runs = view.day.allowance.level is Allowed.FREE  # who may only walk hears of no race time
    ahead = goal.outlook if goal and runs else None
    done = messages.done(text, view.account.hours.morning, ahead)
    await context.card(view.account, CARD, done)
    await context.say(tomorrow.first(view.day, text))
