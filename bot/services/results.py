"""Times that a coach types at once for several members; each counts once its runner confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services import fitness
from bot.services.desk import Answer, Desk
from bot.services.reminder import starts_at
from bot.storage import (
    deliveries,
    members,
    squad_results,
    squad_sessions,
    squads,
)
from bot.storage.deliveries import Intent
from bot.storage.members import MemberRow
from bot.storage.owner import Owner
from bot.storage.squad_results import ResultRow
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from bot.understand.named_times import read_named_times
from core.squad import may_set
from core.squad.names import named
from core.squad.result import ToldResult
from core.units import Distance
from core.workout import Focus

TOPIC, TYPED = "results", "typed-times"
"""A member's word about a time; what the coach typed."""
ASK = "squad-result"
DAYS_BACK = 2
"""How long after a session its times may be typed."""
ASKED_FOR = timedelta(days=2)
"""How long a member's confirmation is tried to be asked for."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was understood: names that were found, and those that were not or mean several.

    `settled`: who has confirmed a time for that session already; it stays theirs.
    """

    squad: SquadRow
    row: SessionRow | None = None
    asked: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    unread: str = ""
    distance: Distance | None = None


async def type_in(desk: Desk, squad_id: int, text: str, *, admin: bool) -> Answer[Typed]:
    """ "5k: Ana 21:40, Rui 23:10", of the last session: each is asked in private."""
    squad = await squads.get(desk.unit, squad_id)
    if squad is None or not squad.active:
        return Answer(Outcome(TYPED, Said.STALE, "coach-squad-gone"))
    everybody = await members.of_squad(desk.unit, squad_id)
    mine = next((row for row in everybody if row.account.user_id == desk.user_id), None)
    if not may_set(squad.squad, mine.member if mine else None, admin=admin):
        return Answer(Outcome(TYPED, Said.REFUSED, "coach-only"), Typed(squad))
    read = read_named_times(text)
    row = await _session(desk, squad)
    if row is None or not read.times:
        code = "results-how" if row else "results-no-session"
        return Answer(Outcome(TYPED, Said.ASK_AGAIN, code), Typed(squad, row))
    distance = read.distance or _distance_of(row)
    asked, unknown, settled = [], [], []
    for name, time in read.times:
        meant = named(name, [each.member for each in everybody])
        if len(meant) != 1:
            unknown.append(name)
            continue
        who = next(each for each in everybody if each.id == meant[0].id)
        told = ToldResult(row.session.on, time, distance)
        number = await squad_results.tell(desk.unit, row.id, who.id, told, desk.now)
        if number is None:
            settled.append(who.member.name)
        else:
            await _ask(desk, who, number, row.session.on)
            asked.append(who.member.name)
    names = tuple(asked), tuple(unknown), tuple(settled)
    view = Typed(squad, row, *names, unread=read.unread, distance=distance)
    facts: dict[str, Scalar] = {"squad": squad_id}
    return Answer(Outcome(TYPED, Said.DONE, "results-asked", facts), view)


async def _ask(desk: Desk, who: MemberRow, number: int, on: date) -> None:
    """Owe the member the question; a time that is typed again is asked about again."""
    subject = f"{number}-{desk.update_id}"
    intent = Intent(ASK, who.account.chat_id, on, subject=subject, ids={"result": number})
    owner = Owner.athlete(who.id)
    await deliveries.promise(desk.unit, owner, [intent], desk.now, desk.now + ASKED_FOR)


async def _session(desk: Desk, squad: SquadRow) -> SessionRow | None:
    """The last session that began: today's or one of the two days before."""
    today = local_day(desk.now, squad.squad.zone or "UTC")
    first = today - timedelta(days=DAYS_BACK)
    rows = await squad_sessions.between(desk.unit, squad.id, first, today)
    held = [row for row in rows if not row.session.cancelled and _began(desk, squad, row)]
    return held[-1] if held else None


def _began(desk: Desk, squad: SquadRow, row: SessionRow) -> bool:
    start = starts_at(squad, row.session)
    return start is not None and start <= desk.now


def _distance_of(row: SessionRow) -> Distance | None:
    """The distance that a test is over; other sessions have none that a time would speak of."""
    workout = row.session.workout
    if workout is None or workout.focus not in {Focus.TEST, Focus.RACE}:
        return None
    told = [step.distance for step in workout.steps() if step.distance is not None]
    return max(told, default=None)


async def settle(desk: Desk, result_id: int, *, right: bool, all_out: bool) -> Answer[ResultRow]:
    """The member's word: it counts for the squad, and an all-out one for their own fitness."""
    row = await squad_results.get(desk.unit, result_id, desk.user_id)
    if row is None:
        return Answer(Outcome(TOPIC, Said.STALE, "results-gone"))
    facts: dict[str, Scalar] = {"result": result_id}
    if not await squad_results.settle(desk.unit, result_id, desk.now, right=right):
        return Answer(Outcome(TOPIC, Said.ALREADY, "results-settled", facts), row)
    code = "results-right" if right else "results-wrong"
    result = row.told.result
    if right and all_out and result is not None:
        taken = (await fitness.take(desk, result)).outcome.said
        code = _AFTER.get(taken, code)
    return Answer(Outcome(TOPIC, Said.DONE, code, facts), row)


_AFTER = {Said.DONE: "results-counts", Said.ASK: "results-doubt"}
