"""/coach, /note, /results and /rain: what the coach of a squad asks and says, in private."""

from __future__ import annotations

from typing import Any

from bot.callbacks import BadPress, Press
from bot.context import Context
from bot.messages import attendance, challenge
from bot.messages import coach as messages
from bot.messages import results as times
from bot.messages import squad as cards
from bot.messages import squad_names as names
from bot.outcome import Said
from bot.reply import Reply
from bot.services import coach, note, results, smaller, squad_kept
from bot.services.coach import CoachView, Place
from bot.services.desk import Answer
from bot.services.note import Note
from bot.services.results import Typed
from bot.services.squad_draft import SquadRow

SIZES = {"less": True, "full": False}
"""Buttons that make the session smaller for somebody, or take that back."""


async def command(context: Context) -> None:
    """/coach: the next session and who comes; in a group, of that squad."""
    if context.anonymous:
        await context.tell("coach-anonymous")
        return
    places = await _places(context)
    if not places:
        await _say(context, Reply(context.text()("coach-nowhere")))
    elif len(places) > 1:
        squads = [(squad.id, squad.title) for squad, _ in places]
        await _say(context, messages.which(squads, context.text()))
    else:
        await _look(context, places[0])


async def note_command(context: Context) -> None:
    """/note, with a member's name and the words behind it."""
    await _for_squad(context, "note")


async def results_command(context: Context) -> None:
    """/results, with names and times behind it."""
    await _for_squad(context, "results")


async def rain_command(context: Context) -> None:
    """/rain, with the place behind it."""
    await _for_squad(context, "rain")


USES: dict[str, Any] = {
    "note": note.send,
    "results": results.type_in,
    "rain": coach.rain_in_words,
}
"""What is done with the words behind a command."""


async def pressed(context: Context, press: Press) -> None:
    """A button of the coach's view."""
    if press.verb in SIZES:
        await _size(context, press)
    elif press.verb == "rain":
        await _rain(context, press)
    else:
        await _of_squad(context, press)


async def _size(context: Context, press: Press) -> None:
    number, whose, less = press.number(0), press.number(1), SIZES[press.verb]
    admin = await _administers(context, await context.read(coach.squad_of_session, number))
    answer = await context.apply(smaller.make, number, whose, smaller=less, admin=admin)
    await show(context, answer, press.number(2))


async def _rain(context: Context, press: Press) -> None:
    number, plan = press.number(0), press.arg(1)
    if plan not in {*attendance.RAIN, "off"}:
        raise BadPress("no rain plan of ours")
    admin = await _administers(context, await context.read(coach.squad_of_session, number))
    said = "" if plan == "off" else plan
    await context.show(await context.apply(coach.rain, number, said, admin=admin))


async def _of_squad(context: Context, press: Press) -> None:
    squad = await context.read(coach.squad_by_id, press.number(0))
    if squad is None:
        await context.tell("coach-squad-gone", alert=True)
    elif press.verb == "look":
        place = squad, await context.is_admin(squad.chat_id)
        first = press.number(1) if len(press.args) > 1 else 0
        await _look(context, place, in_place=True, first=first)
    elif press.verb == "aims":
        await _aims(context, squad)
    elif press.verb == "for" and press.arg(1) in USES:
        await _kept_for(context, squad, press.arg(1))
    else:
        raise BadPress(press.verb)


async def _aims(context: Context, squad: SquadRow) -> None:
    """The challenges to choose from, for who coaches the squad."""
    if await context.read(coach.look, squad.id, await context.is_admin(squad.chat_id)) is None:
        await context.tell("coach-only", alert=True)
        return
    await _say(context, challenge.pick(squad.id, context.text()))


async def _administers(context: Context, squad: SquadRow | None) -> bool:
    return squad is not None and await context.is_admin(squad.chat_id)


async def _kept_for(context: Context, squad: SquadRow, command: str) -> None:
    """The words that waited until it was said for which squad they are."""
    words = await context.read(squad_kept.find, command)
    if words is None:
        await context.tell("session-draft-gone", alert=True)
        return
    place = squad.id, await context.is_admin(squad.chat_id)
    answer = await context.apply(coach.first_that_fits, [place], USES[command], words)
    await context.show(answer)


async def _places(context: Context) -> list[Place]:
    """The squads that who asks may speak for, with whether Telegram calls them an administrator."""
    if not context.private:
        here = await context.read(coach.squad_of_chat)
        return [(here, await context.is_admin())] if here is not None and here.active else []
    found: list[Place] = []
    for squad, named in await context.read(coach.squads_here):
        admin = await context.is_admin(squad.chat_id)
        if squad.active and (named or admin):
            found.append((squad, admin))
    return found


async def _for_squad(context: Context, command: str) -> None:
    """What is behind the command, for the one squad or after asking for which; nobody signs it in
    a group's own name.
    """
    if context.anonymous:
        await context.tell("coach-anonymous")
        return
    places = await _places(context)
    if len(places) > 1 and context.arguments:
        await context.apply(squad_kept.keep, command, context.arguments)
        squads = [(squad.id, squad.title) for squad, _ in places]
        await _say(context, messages.which(squads, context.text(), command))
        return
    rows = [(squad.id, admin) for squad, admin in places]
    answer = await context.apply(coach.first_that_fits, rows, USES[command], context.arguments)
    await context.show(answer)


async def _look(context: Context, place: Place, *, in_place: bool = False, first: int = 0) -> None:
    squad, admin = place
    view = await context.read(coach.look, squad.id, admin)
    if view is None:
        if context.incoming.callback_query is not None:
            await context.tell("coach-only", alert=True)
        else:
            await _say(context, Reply(context.text()("coach-only")))
        return
    reply = _drawn(context, view, first)
    await (context.edit(reply) if in_place and context.private else _say(context, reply))


def _drawn(context: Context, view: CoachView, first: int) -> Reply:
    text = context.text(view.account)
    row = view.row
    session = (row.id, row.session, attendance.title(row.session, text)) if row else None
    return messages.view(
        (view.squad.id, view.squad.title, view.count),
        session,
        view.attended,
        [(h.name, str(h.fit or ""), str(h.colour or "")) for h in view.hints],
        text,
        first=first,
    )


async def show(context: Context, answer: Answer[CoachView], first: int = 0) -> None:
    """What came of a tap or of a rain plan; the view shows it after a tap, from name `first`."""
    outcome = answer.outcome
    if context.incoming.callback_query is None:
        await _say(context, Reply(context.text()(outcome.code)))
        return
    named = {"name": outcome.fact("name")} if "name" in outcome.facts else {}
    await context.tell(outcome.code, alert=outcome.said in {Said.REFUSED, Said.STALE}, **named)
    if outcome.said is not Said.REFUSED and "squad" in outcome.facts:
        squad = await context.read(coach.squad_by_id, outcome.number("squad"))
        if squad is not None:
            place = squad, await context.is_admin(squad.chat_id)
            await _look(context, place, in_place=True, first=first)


async def show_note(context: Context, answer: Answer[Note]) -> None:
    """Whether the note is on its way."""
    outcome, view, text = answer.outcome, answer.view, context.text()
    if outcome.code == "note-sent":
        said = text("note-sent", name=outcome.fact("name"))
    elif outcome.code == "note-several" and view is not None:
        said = text("note-several", names=names.listed(view.several, text))
    elif outcome.code == "note-unreached" and view is not None and view.to is not None:
        said = text("note-unreached", name=view.to.member.name)
    else:
        said = text(outcome.code)
    await _say(context, Reply(said))


async def show_results(context: Context, answer: Answer[Typed]) -> None:
    """Who is asked about a time, and what could not be read."""
    view, text = answer.view, context.text()
    if answer.outcome.code != "results-asked" or view is None:
        await _say(context, Reply(text(answer.outcome.code)))
        return
    has_distance = view.distance is not None
    said = times.typed(
        view.asked,
        view.unknown,
        view.unread,
        text,
        has_distance=has_distance,
        settled=view.settled,
    )
    await _say(context, said)


async def _say(context: Context, reply: Reply) -> None:
    """In private, also to who asked in a group."""
    user = context.incoming.effective_user
    if context.private or user is None:
        await context.say(reply)
    elif not await context.say_privately(user.id, reply):
        await context.say(cards.private_only(context.text(), context.chat_link()))
