"""What came of it: the draft as understood, the session's card, or why not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from bot.context import Context
from bot.messages import squad_card as cards
from bot.messages import squad_changed as changes
from bot.messages import squad_draft as drafts
from bot.outcome import Outcome, Said
from bot.reply import Reply
from bot.services import attendance, reminder, squad_changed, squad_draft
from bot.services.desk import Answer
from bot.services.squad_draft import Setting, SquadRow
from bot.services.squad_version import groups_of
from bot.text import Text
from core.squad import GroupSession

ALERTS = {Said.REFUSED, Said.STALE}


async def show(context: Context, answer: Answer[Setting]) -> None:
    """The draft as understood, the session's card, or why not."""
    outcome, view = answer.outcome, answer.view
    if outcome.said is Said.ASK_AGAIN:
        text = text_of(context, view.squad if view else None)
        await context.say(
            drafts.missed(outcome.fact("why"), outcome.fact("part"), text), answering=True
        )
    elif outcome.said in ALERTS:
        await _refused(context, answer)
    elif outcome.code in {"how", "shown"}:
        await _draft(context, answer)
    elif outcome.code in _SURE and view is not None:
        await _below_or_here(context, _sure(context, outcome, view))
    elif outcome.code in _SURE:  # told again after a crash: it is asked anew
        await context.tell("session-draft-gone", alert=True)
    elif outcome.code == "skipped":
        await _skipped(context, outcome)
    elif outcome.code == "set":
        await _posted(context, outcome.number("session"))
    elif outcome.code in {"moved", "cancelled"}:
        await _changed(context, answer)
    elif outcome.code == "change" and view is not None and view.row is not None:
        await _for_coaches(context, view)
    elif outcome.code == "repeats" and view is not None and view.draft is not None:
        text, session = text_of(context, view.squad), _session_of(view)
        await context.edit(drafts.repeats(session, view.squad.id, text))
    else:
        text = text_of(context, view.squad if view else None)
        await context.edit(Reply(text(_words_of(outcome))))


async def _refused(context: Context, answer: Answer[Setting]) -> None:
    """For the finger that pressed, or in private; a group hears it of those without a chat only."""
    outcome, view = answer.outcome, answer.view
    facts: dict[str, str | int] = {}
    if outcome.code == "none-then":
        facts = {"day": text_of(context, None).day(date.fromisoformat(outcome.fact("day_on")))}
    if outcome.code == "taken" and view is not None:
        on = view.draft.on if view.draft else view.row.session.on if view.row else None
        facts = {"day": text_of(context, view.squad).day(on)} if on else {}
    if outcome.code == "changed-meanwhile" and view is not None and view.row is not None:
        await _for_coaches(context, view, meanwhile=True)
        return
    if context.incoming.callback_query is None and not context.private:
        user = context.incoming.effective_user
        said = Reply(context.text()(_words_of(outcome), **facts))
        if user is None or not await context.say_privately(user.id, said):
            await context.say(replace(said, silent=True))  # they have no chat with us yet
        return
    await context.tell(_words_of(outcome), alert=True, **facts)


async def _draft(context: Context, answer: Answer[Setting]) -> None:
    """In place after a tap on it, below after words."""
    view = answer.view
    if view is None or view.draft is None:  # told again after a crash: read what was kept
        view = await context.read(squad_draft.find, answer.outcome.number("stamp"))
    if view is None or view.draft is None:
        await context.tell("session-draft-gone", alert=True)
        return
    text = text_of(context, view.squad)
    facts = answer.outcome.facts
    fits = (int(facts["fits"] or 0), int(facts["of"] or 0)) if "fits" in facts else None
    days = await context.read(squad_changed.days_for, view.squad.id)
    draft = drafts.Draft(
        squad_id=view.squad.id,
        stamp=view.draft.stamp,
        session=_session_of(view),
        every=view.draft.every,
        notes=frozenset(note.value for note in view.notes),
        efforts=view.efforts,
        fits=fits,
        days=days,
        title=view.squad.title if context.private else "",
    )
    if answer.outcome.code == "how":
        ahead = await context.read(squad_changed.ahead, view.squad.id)
        sessions = {row.id: row.session.on for row in ahead}
        reply = drafts.how(draft, text, sessions)
    else:
        reply = drafts.shown(draft, text)
    await _below_or_here(context, reply)


def _session_of(view: Setting) -> GroupSession:
    """The draft as the session it would be."""
    draft = view.draft
    if draft is None:
        raise ValueError("there is no draft")
    return GroupSession(
        on=draft.on,
        minute=draft.minute,
        place=draft.place,
        workout=view.workout,
        shorthand=draft.text,
        recipe=draft.recipe,
    )


async def _posted(context: Context, session_id: int) -> None:
    """The card goes to the group; the draft becomes the coach's word about it."""
    squad = await draw(context, session_id, anew=True)
    if squad is None:
        return
    message = context.message
    text = text_of(context, squad)
    if message is not None and message.chat_id == squad.chat_id:
        await context.house.parts.speaker.remove(message.chat_id, message.message_id)
        user = context.incoming.effective_user
        if user is not None:
            await context.say_privately(user.id, drafts.posted(session_id, text))
    else:
        await context.edit(drafts.posted(session_id, text))


async def draw(context: Context, session_id: int, *, anew: bool = False) -> SquadRow | None:
    """The session's card in the group, as it is now; the squad it is of."""
    drawn = await context.read(card_of, session_id, context.squad_text)
    if drawn is None:
        return None
    squad, reply = drawn
    await context.squad_card(squad, reminder.CARD, reply, str(session_id), anew=anew)
    return squad


TextOf = Callable[[SquadRow], Text]


async def card_of(desk: Any, session_id: int, text_of: TextOf) -> tuple[SquadRow, Reply] | None:
    """The card drawn from what the database says."""
    view = await attendance.seen(desk.unit, session_id, desk.now)
    if view is None:
        return None
    groups = await groups_of(desk.unit, view.squad, view.row, view.attended, desk.now)
    reply = cards.card(
        view.row.id,
        view.row.session,
        view.attended,
        text_of(view.squad),
        over=view.over,
        kudos=view.kudos,
        celsius=view.celsius,
        groups=groups,
        weather=view.weather,
    )
    return view.squad, reply


async def _changed(context: Context, answer: Answer[Setting]) -> None:
    """The group's card as it is now, and a word for the coach."""
    outcome = answer.outcome
    squad = await draw(context, outcome.number("session"))
    if squad is None:
        return
    text = text_of(context, squad)
    await context.edit(Reply(text(_words_of(outcome))))


async def _for_coaches(context: Context, view: Setting, *, meanwhile: bool = False) -> None:
    row = view.row
    if row is None:
        return
    text = text_of(context, view.squad)
    reply = changes.change(row.id, row.version, row.session, view.days, text, meanwhile=meanwhile)
    await _below_or_here(context, reply)


_SURE = {"cancel-sure", "move-sure", "skip-sure"}


def _sure(context: Context, outcome: Outcome, view: Setting) -> Reply:
    """What words asked for, and the tap that makes it count."""
    text, row = text_of(context, view.squad), view.row
    title = view.squad.title if context.private else ""
    if row is None:
        on = date.fromisoformat(outcome.fact("day_on"))
        return changes.skip_sure(view.squad.id, on, text)
    if outcome.code == "move-sure" and view.there is not None:
        stamp = outcome.number("stamp")
        return changes.move_sure(row.id, stamp, row.session, view.there, text, squad=title)
    return changes.cancel_sure(row.id, row.version, row.session, text, squad=title)


async def _below_or_here(context: Context, reply: Reply) -> None:
    """In place after a tap, below after words."""
    if context.incoming.callback_query is not None:
        await context.edit(reply)
    else:
        await context.say(replace(reply, silent=not context.private), answering=True)


async def _skipped(context: Context, outcome: Outcome) -> None:
    """The group hears that the session which comes every week is left out."""
    squad = await draw(context, outcome.number("session"), anew=True)
    if squad is not None:
        await context.edit(Reply(text_of(context, squad)("session-skipped")))


def _words_of(outcome: Outcome) -> str:
    """The id of the words for an outcome."""
    code = outcome.code
    return code if code.startswith("session-") else f"session-{code}"


def text_of(context: Context, squad: SquadRow | None) -> Text:
    """The group's words in the group, the person's own in private."""
    if squad is not None and not context.private:
        return context.squad_text(squad)
    return context.text()
