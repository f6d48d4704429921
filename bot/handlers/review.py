"""/review: the week, a week before it, the month, the year, and their buttons."""

from __future__ import annotations

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import plan as weeks
from bot.messages import review as messages
from bot.messages import review_picture as pictures
from bot.messages import review_why
from bot.messages import review_year as longer
from bot.messages.steps import Runner
from bot.outcome import Said
from bot.reply import Reply
from bot.services import review
from bot.services.desk import Answer
from bot.services.review import Months, Reviewed, Years
from bot.services.standing import Standing

WEEK_CARD = "week"


async def command(context: Context) -> None:
    """/review, alone or with the stretch of time behind it; words may name one, too."""
    await _tell(context, await context.read(review.ask, context.words))


async def pressed(context: Context, press: Press) -> None:
    """Another week, a month, the year; why; next week; what was told of strength."""
    match press.verb:
        case "week":
            await _tell(context, await context.read(review.week))
        case "before":
            await _tell(context, await context.read(review.week, press.day(0), -1))
        case "after":
            await _tell(context, await context.read(review.week, press.day(0), 1))
        case "month":
            await _tell(context, await context.read(review.month, press.day(0)))
        case "year":
            await _tell(context, await context.read(review.year))
        case "why":
            await _why(context, await context.read(review.week, press.day(0)))
        case "next":
            await _next(context, press)
        case "lift":
            monday, count = press.day(0), press.number(1)
            answer = await context.apply(review.lift, monday, count)
            await context.show(answer)
            if answer.outcome.said is Said.DONE:
                await _repaint(context, await context.read(review.week, monday))
        case _:
            raise BadPress(press.verb)


async def show(context: Context, answer: Answer[None]) -> None:
    """Strength noted, or too late."""
    outcome = answer.outcome
    match outcome.said:
        case Said.STRANGER:
            await context.meet()
        case Said.DONE:
            await context.tell(messages.lifted(outcome.number("count")))
        case Said.ALREADY:
            await context.tell("already-answered")
        case _:
            await context.tell("review-stale")


async def _tell(context: Context, view: Reviewed | Months | Years | None) -> None:
    match view:
        case Reviewed():
            await _week(context, view)
        case Months():
            text, runner = context.text(view.account), _runner(view.stands)
            said = longer.month(view.month, view.before, runner, text, earlier=view.earlier)
            await context.say(said)
        case Years():
            await _year(context, view)
        case None:
            await _nothing(context)


async def _week(context: Context, view: Reviewed) -> None:
    await context.say(await _drawn(context, view))


async def _drawn(context: Context, view: Reviewed) -> Reply:
    text, runner = context.text(view.account), _runner(view.stands)
    turns = messages.turns(view.review, text, earlier=view.earlier, later=view.later)
    said = messages.weekly(view.review, runner, view.stands.allowance, text, turns=turns)
    picture = None
    if messages.has_picture(view.review):
        picture = await context.draw(pictures.picture, view.review, runner, text)
    return messages.with_picture(said, picture)


async def _repaint(context: Context, view: Reviewed | None) -> None:
    """The week's review with what was told of strength, in place of the one that asked; a longer
    one, of a month's or a cycle's end, stays as it came.
    """
    if view is None:
        return
    new = await _drawn(context, view)
    if new.picture is None or not new.picture.caption:
        return
    if len(new.picture.caption.splitlines()) == len(context.words.splitlines()):
        await context.repaint(new)


async def _year(context: Context, view: Years) -> None:
    text, runner = context.text(view.account), _runner(view.stands)
    said, picture = longer.year(view.year, runner, text), None
    if view.year.runs:
        picture = await context.draw(longer.picture, view.year, runner, text)
    await context.say(messages.with_picture(said, picture))


async def _why(context: Context, view: Reviewed | None) -> None:
    if view is None:
        await _nothing(context)
        return
    await context.say(review_why.why(view.review, context.text(view.account)))


async def _next(context: Context, press: Press) -> None:
    """The week after the reviewed one, as /week shows it."""
    view = await context.read(review.next_week, press.day(0))
    if view is None or view.plan is None:
        await _nothing(context)
        return
    paced = Runner(view.paces, view.athlete.level, measured=view.athlete.measured_distance)
    days = (view.first - view.today).days + view.today.weekday()
    reply = weeks.week(
        context.text(view.account),
        view.plan,
        view.first,
        done=view.done,
        runner=paced,
        weeks_on=days // 7,
        base=view.base,
    )
    await context.card(view.account, WEEK_CARD, reply)


async def _nothing(context: Context) -> None:
    """A stranger is invited; who has no plan is told so."""
    if await context.read(review.is_known):
        await context.tell("review-no-plan")
    else:
        await context.meet()


def _runner(stands: Standing) -> Runner:
    paces = stands.paces if stands.allowance.pace else None
    return Runner(paces, stands.athlete.level, measured=stands.athlete.measured_distance)
