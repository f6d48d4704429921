"""A squad's card in its group, its questions and its settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import founding as questions
from bot.messages import squad as messages
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services import founding, squad
from bot.services.desk import Answer
from bot.services.squad import GroupView

SETTINGS = {"settled", "settings", "squad-topic-here", "squad-link-new"}
"""What was changed from the settings, which are shown again."""


async def pressed(context: Context, press: Press) -> None:
    """The card's own buttons; those that change a setting are `founding`'s."""
    view = await context.read(squad.look, press.number(0))
    chat = context.incoming.effective_chat
    if view is None or chat is None or view.row.chat_id != chat.id:
        await context.tell("squad-gone", alert=True)
        return
    if press.verb == "open":
        await _draw(context, view, passing=True)
        return
    if not await context.is_admin():
        await context.tell("squad-admins-only", alert=True)
        return
    match press.verb:
        case "settings":
            await _settings(context, view)
        case "ask":
            await _ask(context, view, press)
        case _:
            raise BadPress(press.verb)


async def _ask(context: Context, view: GroupView, press: Press) -> None:
    """One setting that is being changed."""
    row, text = view.row, context.squad_text(view.row)
    match press.arg(1):
        case "place":
            reply = questions.place(text, row.id, founding=False)
        case "days":
            days = [training.weekday for training in row.squad.trainings]
            reply = questions.days(text, row.id, days, founding=False)
        case "setters":
            reply = questions.setters(text, row.id, founding=False)
        case "mornings":
            reply = questions.mornings(text, row.id, row.squad)
        case "coaches":
            await _coaches(context, view, press.number(2) if len(press.args) > 2 else 0)
            return
        case _:
            raise BadPress(press.arg(1))
    await context.squad_card(row, squad.CARD, reply, card=view.card, passing=True)


async def _coaches(context: Context, view: GroupView, page: int = 0) -> None:
    members = [row.member for row in await context.read(founding.roster, view.row.id)]
    reply = messages.coaches(context.squad_text(view.row), view.row.id, members, max(page, 0))
    await context.squad_card(view.row, squad.CARD, reply, card=view.card, passing=True)


async def _settings(context: Context, view: GroupView, *, kept: bool = False) -> None:
    """The settings; `kept`: one has been changed, so the card is drawn again in any case."""
    row = view.row
    if row.squad.missing is not None:
        await _draw(context, view)
        return
    reply = messages.settings(
        context.squad_text(row),
        row.id,
        row.title,
        row.squad,
        coaches=view.coaches,
        topic=row.thread_id is not None,
        looks_up=context.house.looks_up_weather,
    )
    await context.squad_card(row, squad.CARD, reply, card=view.card, passing=not kept)


async def _draw(
    context: Context, view: GroupView, *, anew: bool = False, passing: bool = False
) -> None:
    row, text = view.row, context.squad_text(view.row)
    reply = messages.card(
        text, row.id, row.title, row.squad, count=view.count, coaches=view.coaches
    )
    here = anew and context.incoming.message is not None
    await context.squad_card(
        row, squad.CARD, reply, card=view.card, anew=anew, here=here, passing=passing
    )


async def show(context: Context, answer: Answer[Any]) -> None:
    """What came of it: a word over the button, and the card as it is now."""
    outcome = answer.outcome
    if outcome.said in {Said.REFUSED, Said.STALE, Said.ALREADY, Said.ASK_AGAIN}:
        await _refused(context, outcome)
        return
    view = answer.view or await context.read(squad.look, outcome.number("squad"))
    if view is None:
        await context.tell("squad-gone", alert=True)
        return
    if outcome.said is Said.ASK:
        await _asked_on(context, view, outcome)
    elif outcome.code in SETTINGS and view.row.squad.missing is None:
        await context.tell(outcome.code if outcome.code.startswith("squad-") else "squad-noted")
        await _settings(context, view, kept=True)
    elif outcome.code == "mornings":
        row, text = view.row, context.squad_text(view.row)
        await context.tell("squad-noted")
        reply = questions.mornings(text, row.id, row.squad)
        await context.squad_card(row, squad.CARD, reply, card=view.card, passing=True)
    elif outcome.code == "coaches":
        await _coaches(context, view)
    elif outcome.code == "topic-closed":
        await context.squad_say(view.row, Reply(context.squad_text(view.row)("squad-topic-closed")))
    else:
        await _draw(context, view, anew=context.incoming.callback_query is None)


async def _refused(context: Context, outcome: Outcome) -> None:
    code = outcome.code if outcome.code.startswith("squad-") else ""
    code = code or ("squad-already" if outcome.said is Said.ALREADY else "squad-gone")
    facts = {"places": outcome.fact("places")} if "places" in outcome.facts else {}
    await context.tell(code, alert=outcome.said is not Said.ALREADY, **facts)


async def _asked_on(context: Context, view: GroupView, outcome: Outcome) -> None:
    """The days ticked, or the hour of the next of them."""
    row, text = view.row, context.squad_text(view.row)
    founds = row.squad.missing is not None
    days = _numbers(outcome.fact("days"))
    if outcome.code == "days":
        reply = questions.days(text, row.id, days, founding=founds)
    else:
        told = [int(minute) for minute in outcome.fact("minutes").split(".") if minute]
        reply = questions.hour(text, row.id, days, told, founding=founds)
    await context.squad_card(row, squad.CARD, reply, card=view.card, passing=True)


def _numbers(digits: str) -> Sequence[int]:
    return [int(digit) for digit in digits]
