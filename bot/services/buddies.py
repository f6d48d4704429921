"""A running buddy: one asks, another is asked, and nobody is named before both said yes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import Dial, local_day
from bot.services.desk import Answer, Desk
from bot.storage import buddies, deliveries, members, squads
from bot.storage.athletes import Account, State
from bot.storage.deliveries import Intent
from bot.storage.members import MemberRow
from bot.storage.owner import Owner
from bot.storage.squads import SquadRow
from core.activity import Log
from core.fitness import effective_fitness
from core.paces import paces_for
from core.squad.buddies import to_ask
from core.units import Pace

TOPIC = "buddies"
ASK = "buddy-ask"
FOUND = "buddy-found"
ASKED_FOR = timedelta(days=3)
"""How long the other is tried to be asked."""


@dataclass(frozen=True, slots=True)
class Buddies:
    """Where somebody stands: their squad, buddies by name, whether they seek, and may."""

    account: Account
    squad: SquadRow
    names: tuple[str, ...] = ()
    seeks: bool = False
    has_pace: bool = True


async def squads_of(desk: Desk) -> tuple[SquadRow, ...]:
    """The squads in which one could look for somebody."""
    rows = await members.of_user(desk.unit, desk.user_id)
    found = [await squads.get(desk.unit, row.squad_id) for row in rows]
    return tuple(squad for squad in found if squad is not None and squad.active)


async def look(desk: Desk, squad_id: int) -> Buddies | None:
    """Where the member stands; None for who is not in the squad."""
    squad = await squads.get(desk.unit, squad_id)
    everybody = await members.of_squad(desk.unit, squad_id) if squad else ()
    mine = next((row for row in everybody if row.account.user_id == desk.user_id), None)
    if squad is None or mine is None:
        return None
    said = await buddies.said(desk.unit, squad_id, mine.id)
    heard = await buddies.heard(desk.unit, squad_id, mine.id)
    both = {other for other, wants in said.items() if wants and heard.get(other)}
    return Buddies(
        account=mine.account,
        squad=squad,
        names=tuple(row.member.name for row in everybody if row.id in both),
        seeks=any(wants and not heard.get(other) for other, wants in said.items()),
        has_pace=easy_pace(desk, mine) is not None,
    )


def easy_pace(desk: Desk, row: MemberRow) -> Pace | None:
    """A member's easy pace from their results, for matching alone; None without any result."""
    profile = row.account.profile
    if profile is None:
        return None
    today = local_day(desk.now, row.account.hours.zone)
    fitness = effective_fitness(profile, Log(), today)
    return paces_for(fitness.vdot).easy if fitness else None


async def seek(desk: Desk, squad_id: int) -> Answer[Buddies]:
    """Ask whoever's easy running is closest and who was not asked before."""
    everybody = await members.of_squad(desk.unit, squad_id)
    mine = next((row for row in everybody if row.account.user_id == desk.user_id), None)
    if mine is None:
        return Answer(Outcome(TOPIC, Said.STALE, "buddy-not-in"))
    facts: dict[str, Scalar] = {"squad": squad_id}
    if easy_pace(desk, mine) is None:
        return Answer(Outcome(TOPIC, Said.REFUSED, "buddy-no-pace", facts))
    said = await buddies.said(desk.unit, squad_id, mine.id)
    heard = await buddies.heard(desk.unit, squad_id, mine.id)
    if any(wants and heard.get(other, False) is None for other, wants in said.items()):
        return Answer(Outcome(TOPIC, Said.ALREADY, "buddy-asked", facts))
    asked = await _ask_next(desk, squad_id, mine, everybody, {*said, *heard})
    code = "buddy-asked" if asked else "buddy-nobody"
    return Answer(Outcome(TOPIC, Said.DONE, code, facts))


async def _ask_next(
    desk: Desk,
    squad_id: int,
    seeker: MemberRow,
    everybody: tuple[MemberRow, ...],
    known: set[int],
) -> bool:
    """Owe the next one the question; whether there was one."""
    paces = {
        row.id: pace
        for row in everybody
        if (row is seeker or _may_be_asked(row.account)) and (pace := easy_pace(desk, row))
    }
    other = to_ask(seeker.id, paces, known)
    if other is None:
        return False
    await buddies.say(desk.unit, squad_id, seeker.id, other, wants=True, now=desk.now)
    await buddies.say(desk.unit, squad_id, other, seeker.id, wants=None, now=desk.now)
    asked = next(row for row in everybody if row.id == other)
    await _owe(desk, ASK, asked, squad_id, seeker.id)
    return True


def _may_be_asked(account: Account) -> bool:
    return account.state is State.ACTIVE and account.hours.dial is not Dial.QUIET


async def _owe(desk: Desk, kind: str, to: MemberRow, squad_id: int, about: int) -> None:
    intent = Intent(
        kind,
        to.account.chat_id,
        local_day(desk.now, to.account.hours.zone),
        subject=f"{squad_id}-{about}",
        ids={"squad": squad_id, "about": about},
    )
    owner = Owner.athlete(to.id)
    await deliveries.promise(desk.unit, owner, [intent], desk.now, desk.now + ASKED_FOR)


async def answer(desk: Desk, squad_id: int, about: int, *, yes: bool) -> Answer[Buddies]:
    """The word of who was asked: a yes names both to each other, a no is told to nobody."""
    everybody = await members.of_squad(desk.unit, squad_id)
    mine = next((row for row in everybody if row.account.user_id == desk.user_id), None)
    seeker = next((row for row in everybody if row.id == about), None)
    if mine is None or seeker is None:
        return Answer(Outcome(TOPIC, Said.STALE, "buddy-gone"))
    said = await buddies.said(desk.unit, squad_id, mine.id)
    if about not in said:
        return Answer(Outcome(TOPIC, Said.STALE, "buddy-gone"))
    if said[about] is not None:
        return Answer(Outcome(TOPIC, Said.ALREADY, "buddy-answered"))
    await buddies.say(desk.unit, squad_id, mine.id, about, wants=yes, now=desk.now)
    facts: dict[str, Scalar] = {"squad": squad_id}
    if yes:
        await _owe(desk, FOUND, seeker, squad_id, mine.id)
        return Answer(Outcome(TOPIC, Said.DONE, "buddy-both", facts | {"name": seeker.member.name}))
    known = {*await buddies.said(desk.unit, squad_id, about)}
    await _ask_next(desk, squad_id, seeker, everybody, known)
    return Answer(Outcome(TOPIC, Said.DONE, "buddy-no", facts))


async def stop(desk: Desk, squad_id: int) -> Answer[Buddies]:
    """No more looking, and no buddies kept."""
    mine = await members.find(desk.unit, squad_id, desk.user_id)
    if mine is None:
        return Answer(Outcome(TOPIC, Said.STALE, "buddy-not-in"))
    await buddies.part(desk.unit, squad_id, mine.id)
    return Answer(Outcome(TOPIC, Said.DONE, "buddy-stopped", {"squad": squad_id}))
