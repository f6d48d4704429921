"""/plateau and its buttons: the questions, the verdict with a picture, *Apply* and *Why*."""

from __future__ import annotations

from datetime import date

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import plateau as messages
from bot.messages import plateau_laid, plateau_picture
from bot.messages.plateau import Offers, Words
from bot.messages.session import workout_name
from bot.messages.steps import Runner
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services import plateau, trial
from bot.services.desk import Answer
from bot.services.plateau import Plateau


async def command(context: Context) -> None:
    """Is it a plateau, why, and what one thing would change it?"""
    await context.show(await context.apply(plateau.begin))


async def pressed(context: Context, press: Press) -> None:
    """An answer, or a button under what was found."""
    match press.verb:
        case "answer":
            answer = await context.apply(plateau.reply, press.arg(0), press.arg(1))
        case "skip":
            answer = await context.apply(plateau.reply, press.arg(0), "")
        case "apply":
            answer = await context.apply(plateau.apply, press.number(0), press.number(1))
        case "other":
            answer = await context.apply(plateau.other, press.number(0), press.number(1))
        case "anew":
            answer = await context.apply(plateau.begin, anew=True)
        case "reps":
            answer = await context.apply(plateau.plan_reps, press.day(0).isoformat())
        case "trial":
            await context.show(await context.apply(trial.take, press.day(0), wanted=True))
            return
        case "why":
            await _why(context, press)
            return
        case _:
            raise BadPress(press.verb)
    await context.show(answer)


async def _why(context: Context, press: Press) -> None:
    """The rule, its source, and the evidence."""
    view = await context.read(plateau.look, press.number(0))
    chosen = view.offer(press.number(1)) if view else None
    if view is None or view.diagnosis is None or chosen is None:
        await context.tell("plateau-gone")
        return
    text = context.text(view.account)
    await context.say(messages.why(view.diagnosis, chosen, _words(view), text))


async def show(context: Context, answer: Answer[Plateau]) -> None:
    """The next question, what was found, or what came of a button."""
    outcome = answer.outcome
    if outcome.said is Said.STRANGER:
        await context.meet()
    elif outcome.said is Said.STALE:
        await context.tell(f"plateau-{outcome.code}", alert=True)
    elif outcome.said is Said.ALREADY:
        await _already(context, outcome.fact("recheck_on"))
    elif outcome.said is Said.REFUSED:
        await context.tell("plateau-waits", alert=True)
    elif outcome.said is Said.ASK:
        await _ask(context, answer)
    else:
        await _done(context, answer)


async def _already(context: Context, recheck_on: str) -> None:
    if recheck_on:
        day = context.text().full_day(date.fromisoformat(recheck_on))
        await context.tell("plateau-already", day=day)
    else:
        await context.tell("already-answered")


async def _ask(context: Context, answer: Answer[Plateau]) -> None:
    view = answer.view or await context.read(plateau.asking)
    if view is None or view.question is None:
        await context.tell("plateau-over")
        return
    text = context.text(view.account)
    await context.edit(messages.question(view.question, view.number, text))


async def _done(context: Context, answer: Answer[Plateau]) -> None:
    outcome = answer.outcome
    view = answer.view or await _again(context, outcome)
    if view is None:
        await context.tell("plateau-gone")
        return
    text = context.text(view.account)
    if outcome.code == "reps" and view.change is not None:
        day, made = view.change.edits[0].on, view.change.edits[0].after
        named = workout_name(made.workout, text) if made else ""
        await context.edit(plateau_laid.reps_taken(day, named, view.change_id, text))
    elif outcome.code == "applied":
        await context.edit(_applied(context, view))
    elif outcome.code == "recheck" and view.recheck is not None and view.prescription is not None:
        said = plateau_laid.rechecked(view.recheck, view.prescription, _words(view), text)
        await context.edit(said)
    elif outcome.code == "stands" and view.prescription is not None:
        said = plateau_laid.stands(
            view.prescription,
            view.diagnosis_id,
            _words(view),
            text,
            number=view.chosen,
            change_id=view.change_id,
        )
        await context.edit(said)
    else:
        await _found(context, view, pictured=outcome.code == "found")


async def _again(context: Context, outcome: Outcome) -> Plateau | None:
    """What an answer tells that is given a second time."""
    if outcome.code == "reps":
        return await context.read(plateau.look_at_change, outcome.number("change"))
    return await context.read(plateau.look, outcome.number("diagnosis"))


def _applied(context: Context, view: Plateau) -> Reply:
    text, chosen = context.text(view.account), view.prescription
    if chosen is None:
        return Reply(text("plateau-gone"))
    stands = view.stands
    runner = Runner(view.paces, stands.athlete.level, measured=stands.athlete.measured_distance)
    return plateau_laid.applied(
        chosen,
        _words(view),
        text,
        change=view.change,
        change_id=view.change_id,
        runner=runner,
        planned=view.planned,
    )


async def _found(context: Context, view: Plateau, *, pictured: bool) -> None:
    """The words at once; the picture, which takes a moment, follows where something was found."""
    found = view.diagnosis
    if found is None:
        return
    text = context.text(view.account)
    reply = messages.found(
        found,
        view.diagnosis_id,
        _words(view),
        text,
        chosen=view.prescription,
        number=view.chosen,
        offers=Offers(view.trial_on, view.reps_on),
    )
    await context.edit(reply)
    if pictured and found.verdict.plateau:
        seen = plateau_picture.Evidence(
            found, view.log, view.checkins, view.today, view.library, view.stands.pace_of
        )
        picture = await context.draw(plateau_picture.picture, text, seen)
        await context.say(Reply(picture=picture, silent=True))


def _words(view: Plateau) -> Words:
    return Words(view.library, view.stands.pace_of)
