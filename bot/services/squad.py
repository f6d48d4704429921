"""A squad in its group: the coach comes and goes, and the group moves or takes another name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services import attendance as attending
from bot.services import membership, squad_day, squad_farewell, squad_plan, squad_standing
from bot.services.desk import Answer, Desk
from bot.storage import (
    athletes,
    attendance,
    cards,
    members,
    squad_sessions,
    squad_view,
    squads,
)
from bot.storage.cards import Card, CardKey
from bot.storage.engine import Unit
from bot.storage.squad_view import Counted
from bot.storage.squads import SquadRow, SquadState
from bot.understand.checkin import read_checkin
from core.squad import Squad
from core.units import Units

TOPIC = "squad"
CARD = squads.OWN_CARD
LOOKS_AHEAD = timedelta(days=60)
ASKED_AFTER = 2000
"""Members whom Telegram is asked about when a squad is taken up again; no club has more."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """What a group's card shows: the squad, how many are in, and the named coaches."""

    row: SquadRow
    count: int
    coaches: tuple[str, ...] = ()
    card: Card | None = None


async def look(desk: Desk, squad_id: int) -> GroupView | None:
    """A squad by its id; None where there is none."""
    return await _view(desk, await squad_view.by_id(desk.unit, squad_id))


async def look_here(desk: Desk) -> GroupView | None:
    """The squad of the group that is spoken in."""
    return await _view(desk, await squad_view.by_chat(desk.unit, desk.chat_id))


async def seen(desk: Desk, row: SquadRow) -> GroupView:
    """The view of a squad that has been read, or changed in this transaction."""
    return await _view(desk, await squad_view.by_id(desk.unit, row.id)) or GroupView(row, 0)


async def _view(desk: Desk, found: Counted | None) -> GroupView | None:
    if found is None:
        return None
    card = await cards.find(desk.unit, CardKey(found.row.chat_id, CARD))
    return GroupView(found.row, found.count, found.coaches, card)


async def arrive(
    desk: Desk,
    title: str,
    token: str,
    *,
    locale: str,
    units: Units,
    clock24: bool,
    gone: Sequence[int] = (),
) -> Answer[GroupView]:
    """The coach was added: a squad is founded, or the one that was there is taken up again.

    `gone`: users who left the group while no coach was there to see it.
    """
    row = await squads.find(desk.unit, desk.chat_id)
    if row is not None and row.state is not SquadState.ENDED:
        return said(Said.NOTHING, "", row)
    if row is None:
        row = await squads.create(
            desk.unit, chat_id=desk.chat_id, title=title, token=token, now=desk.now, locale=locale
        )
        if row is None:  # another process was quicker
            return Answer(Outcome(TOPIC, Said.NOTHING))
        row = replace(row, squad=replace(row.squad, units=units, clock24=clock24))
    else:
        row = replace(row, state=state_of(row.squad), token=token, title=title)
    row = await squads.save(desk.unit, row)
    await _without(desk, row, gone)
    if row.active:
        await _take_up(desk, row)
    return said(Said.DONE, "arrived", row, await seen(desk, row))


async def _take_up(desk: Desk, row: SquadRow) -> None:
    """What was owed before the end is owed again: standing sessions, and those that still stand.

    Cards from before are drawn again, without the names of those who have gone.
    """
    await squad_standing.owe(desk.unit, row, desk.now)
    await squad_day.owe(desk.unit, row, desk.now)
    today = local_day(desk.now, row.squad.zone or "UTC")
    ahead = await squad_sessions.between(desk.unit, row.id, today, today + LOOKS_AHEAD)
    for each in ahead:
        if not each.session.cancelled:
            await attending.follow(desk.unit, row, each, desk.now)
            await squad_plan.owe_all(desk, each)
    await cards.touch_squad(desk.unit, row.id)


async def _without(desk: Desk, row: SquadRow, gone: Sequence[int]) -> None:
    """Who is no longer in the group is no longer in its squad."""
    for user_id in gone:
        found = await members.find(desk.unit, row.id, user_id)
        if found is not None:
            await membership.depart(desk, row, found.account)


async def listed_before(desk: Desk) -> tuple[int, ...]:
    """Users whom this group's squad listed when it ended, those who joined first."""
    row = await squads.find(desk.unit, desk.chat_id)
    if row is None or row.state is not SquadState.ENDED:
        return ()
    listed = await members.of_squad(desk.unit, row.id)
    return tuple(member.account.user_id for member in listed[:ASKED_AFTER])


async def end(desk: Desk, token: str) -> Answer[GroupView]:
    """The coach was removed or the group deleted: nothing is owed or said there any more."""
    row = await squads.find(desk.unit, desk.chat_id)
    if row is None or row.state is SquadState.ENDED:
        return Answer(Outcome(TOPIC, Said.NOTHING))
    row = await close(desk.unit, row, token=token, now=desk.now)
    return said(Said.DONE, "ended", row)


async def close(unit: Unit, row: SquadRow, *, token: str, now: datetime) -> SquadRow:
    """End a squad; its sessions leave the members' own plans, and each is told so once."""
    today = local_day(now, row.squad.zone or "UTC")
    for athlete_id in await attendance.laid_by(unit, row.id, today):
        await squad_plan.owe(unit, athlete_id, now)
    for member in await members.of_squad(unit, row.id) if row.active else ():
        await squad_farewell.say(unit, row, member.account, now, ended=True)
    return await squads.end(unit, row, token=token, now=now)


async def migrate(desk: Desk, old: int, new: int) -> Answer[GroupView]:
    """The group became a supergroup: everything goes along, told of once or twice."""
    moving = await squads.find(desk.unit, old)
    await squads.migrate(desk.unit, old, new)
    row = await squads.find(desk.unit, new)
    if row is None or moving is None or row.state is SquadState.ENDED:
        return Answer(Outcome(TOPIC, Said.NOTHING))
    return said(Said.DONE, "moved", row, await seen(desk, row))


async def rename(desk: Desk, title: str) -> Answer[GroupView]:
    """The group has another name."""
    row = await squads.find(desk.unit, desk.chat_id)
    if row is None:
        return Answer(Outcome(TOPIC, Said.NOTHING))
    row = await squads.save(desk.unit, replace(row, title=title))
    await cards.touch(desk.unit, CardKey(row.chat_id, CARD))
    return said(Said.DONE, "renamed", row)


async def leave_topic(desk: Desk, thread_id: int) -> Answer[GroupView]:
    """The squad's topic was closed: it goes on in the group itself."""
    row = await squads.find(desk.unit, desk.chat_id)
    if row is None or row.thread_id != thread_id:
        return Answer(Outcome(TOPIC, Said.NOTHING))
    row = await squads.save(desk.unit, replace(row, thread_id=None))
    return said(Said.DONE, "topic-closed", row, await seen(desk, row))


def about_a_body(text: str) -> bool:
    """Whether words tell of a morning, a pain or an illness."""
    heard = read_checkin(text)
    return not heard.not_checkin or bool(heard.pains or heard.signs)


async def knows(desk: Desk) -> bool:
    """Whether the coach has met who acts."""
    return await athletes.find(desk.unit, desk.user_id) is not None


async def ensure(desk: Desk, row: SquadRow) -> int:
    """The athlete id of who acts; somebody new is kept with the name alone, and without a plan."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        account = await athletes.create(
            desk.unit,
            user_id=desk.user_id,
            chat_id=desk.user_id,  # a private chat has its person's id
            name=desk.name,
            now=desk.now,
            zone=row.squad.zone or "UTC",
        )
        units, clock24 = row.squad.units, row.squad.clock24
        account = replace(account, state=athletes.State.COACH_ONLY, units=units, clock24=clock24)
        account = await athletes.save(desk.unit, account)
    return account.id


def said(
    how: Said,
    code: str,
    row: SquadRow,
    view: GroupView | None = None,
    facts: dict[str, Scalar] | None = None,
) -> Answer[GroupView]:
    """An answer about this squad."""
    return Answer(Outcome(TOPIC, how, code, {"squad": row.id, **(facts or {})}), view)


def state_of(squad: Squad) -> SquadState:
    """At work once the three questions are answered."""
    return SquadState.ACTIVE if squad.missing is None else SquadState.FOUNDING
