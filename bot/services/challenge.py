"""A challenge of the squad: the coach proposes it, and each member joins by themselves or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services.desk import Answer, Desk
from bot.storage import cards, members, squads
from bot.storage.cards import Card, CardKey
from bot.storage.engine import Unit
from bot.storage.squads import SquadRow
from core.squad import Share, may_set
from core.squad.challenge import Aim, Challenge

TOPIC = "challenge"
CARD = "challenge"


@dataclass(frozen=True, slots=True)
class ChallengeView:
    """The challenge under way, and how many have joined it; never who."""

    squad: SquadRow
    challenge: Challenge
    joined: int
    card: Card | None = None


def key_of(squad: SquadRow, challenge: Challenge) -> CardKey:
    """Its card in the group: one for each start."""
    return CardKey(squad.chat_id, CARD, challenge.starts.isoformat())


async def propose(desk: Desk, squad_id: int, aim: Aim, *, admin: bool) -> Answer[ChallengeView]:
    """Four weeks from the next Monday; one at a time, and nobody is in it yet."""
    squad = await squads.get(desk.unit, squad_id)
    if squad is None or not squad.active:
        return Answer(Outcome(TOPIC, Said.STALE, "coach-squad-gone"))
    mine = await members.find(desk.unit, squad_id, desk.user_id)
    if not may_set(squad.squad, mine.member if mine else None, admin=admin):
        return Answer(Outcome(TOPIC, Said.REFUSED, "coach-only"))
    today = local_day(desk.now, squad.squad.zone or "UTC")
    under_way = squad.squad.challenge
    if under_way is not None and squad.squad.challenges and under_way.ends >= today:
        return Answer(Outcome(TOPIC, Said.ALREADY, "challenge-already"))
    challenge = Challenge(aim, next_monday(today))
    settled = replace(squad.squad, challenge=challenge, challenges=True)
    squad = await squads.save(desk.unit, replace(squad, squad=settled))
    for row in await members.of_squad(desk.unit, squad_id):
        if row.member.allows(Share.CHALLENGE):  # who joined the last one is asked anew
            await members.save_shares(desk.unit, squad_id, row.member.toggled(Share.CHALLENGE))
    facts: dict[str, Scalar] = {"squad": squad_id}
    return Answer(Outcome(TOPIC, Said.DONE, "proposed", facts), ChallengeView(squad, challenge, 0))


def next_monday(today: date) -> date:
    """The Monday that a challenge begins on: never today, so that everybody can join in time."""
    return today + timedelta(days=7 - today.weekday())


async def join(desk: Desk, squad_id: int, *, wants: bool) -> Answer[ChallengeView]:
    """Count me in, or not any more."""
    squad = await squads.get(desk.unit, squad_id)
    if squad is None or squad.squad.challenge is None or not squad.squad.challenges:
        return Answer(Outcome(TOPIC, Said.STALE, "challenge-gone"))
    challenge, today = squad.squad.challenge, local_day(desk.now, squad.squad.zone or "UTC")
    mine = await members.find(desk.unit, squad_id, desk.user_id)
    if mine is None:
        return Answer(Outcome(TOPIC, Said.STRANGER, "challenge-no-member"))
    if challenge.ends < today:
        return Answer(Outcome(TOPIC, Said.STALE, "challenge-over"))
    if mine.member.allows(Share.CHALLENGE) == wants:
        code = "challenge-in-already" if wants else "challenge-out-already"
        return Answer(Outcome(TOPIC, Said.ALREADY, code))
    await members.save_shares(desk.unit, squad_id, mine.member.toggled(Share.CHALLENGE))
    card = await cards.touch(desk.unit, key_of(squad, challenge))
    code = "challenge-in" if wants else "challenge-out"
    view = ChallengeView(squad, challenge, await _joined(desk.unit, squad_id), card)
    return Answer(Outcome(TOPIC, Said.DONE, code, {"squad": squad_id}), view)


async def seen(unit: Unit, squad_id: int) -> ChallengeView | None:
    """The challenge as its card shows it."""
    squad = await squads.get(unit, squad_id)
    if squad is None or squad.squad.challenge is None:
        return None
    return ChallengeView(squad, squad.squad.challenge, await _joined(unit, squad_id))


async def look(desk: Desk, squad_id: int) -> ChallengeView | None:
    """The same, for who was told of it before a crash."""
    return await seen(desk.unit, squad_id)


async def _joined(unit: Unit, squad_id: int) -> int:
    everybody = await members.of_squad(unit, squad_id)
    return sum(row.member.allows(Share.CHALLENGE) for row in everybody)
