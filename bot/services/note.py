"""A note from a squad's coach to one member, delivered in private with the coach's name on it.

Its words are the coach's own and wait with the promise, so that none is lost or sent twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services.desk import Answer, Desk
from bot.storage import deliveries, members, squads
from bot.storage.athletes import State
from bot.storage.deliveries import Intent
from bot.storage.members import MemberRow
from bot.storage.owner import Owner
from bot.storage.squads import SquadRow
from core.squad import Member, may_set
from core.squad.names import named

TOPIC = "note"
LONGEST = 1000
TRIED_FOR = timedelta(days=1)
"""How long it is tried to deliver one."""


@dataclass(frozen=True, slots=True)
class Note:
    """Who gets it, from whom, and in which squad; `several`: the name means more than one."""

    squad: SquadRow
    sender: str
    to: MemberRow | None = None
    several: tuple[str, ...] = ()


async def send(desk: Desk, squad_id: int, text: str, *, admin: bool) -> Answer[Note]:
    """ "Ana easy on the first two": the longest name that fits, and the rest is the note."""
    squad = await squads.get(desk.unit, squad_id)
    if squad is None or not squad.active:
        return Answer(Outcome(TOPIC, Said.STALE, "coach-squad-gone"))
    everybody = await members.of_squad(desk.unit, squad_id)
    mine = next((row for row in everybody if row.account.user_id == desk.user_id), None)
    if not may_set(squad.squad, mine.member if mine else None, admin=admin):
        return Answer(Outcome(TOPIC, Said.REFUSED, "coach-only"))
    sender = mine.member.name if mine else desk.name
    meant, words = _read(text, [row.member for row in everybody if row is not mine])
    if not meant or not words:
        code = "note-nobody" if words or not meant else "note-empty"
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, code), Note(squad, sender))
    if len(meant) > 1:
        names = tuple(member.name for member in meant)
        return Answer(
            Outcome(TOPIC, Said.ASK_AGAIN, "note-several"), Note(squad, sender, several=names)
        )
    to = next(row for row in everybody if row.id == meant[0].id)
    if to.account.state is State.BLOCKED:
        return Answer(Outcome(TOPIC, Said.REFUSED, "note-unreached"), Note(squad, sender, to))
    facts: dict[str, Scalar] = {"squad": squad_id, "name": to.member.name}
    note = Note(squad, sender, to)
    ids: dict[str, int | str] = {
        "from": sender,
        "squad": squad.title,
        "words": words[:LONGEST],
    }
    today = local_day(desk.now, to.account.hours.zone)
    intent = Intent(TOPIC, to.account.chat_id, today, subject=str(desk.update_id), ids=ids)
    owner = Owner.athlete(to.id)
    await deliveries.promise(desk.unit, owner, [intent], desk.now, desk.now + TRIED_FOR)
    return Answer(Outcome(TOPIC, Said.DONE, "note-sent", facts), note)


def _read(text: str, members_: list[Member]) -> tuple[tuple[Member, ...], str]:
    """The members that the first words name, and what follows; the longest name first."""
    words = text.split()
    for count in range(min(4, len(words)), 0, -1):
        said = " ".join(words[:count]).rstrip(":,")
        if meant := named(said, members_):
            rest = text.strip()
            for word in words[:count]:
                rest = rest[rest.index(word) + len(word) :]
            return meant, rest.strip(" :,-–\n")
    return (), " ".join(words)
