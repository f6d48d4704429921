"""What is owed about a squad's session: the word two hours before, and its card's turn after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.schedule import Dial, Hours, after_quiet, moment
from bot.services.standing import standing
from bot.storage import attendance, cards, deliveries, dossier, dues, members, squad_taps
from bot.storage.athletes import Account, State
from bot.storage.cards import CardKey
from bot.storage.deliveries import Intent
from bot.storage.dues import Due
from bot.storage.engine import Unit
from bot.storage.owner import Owner
from bot.storage.squad_sessions import SessionRow
from bot.storage.squad_taps import Tapped
from bot.storage.squads import SquadRow
from core.content import Content
from core.safety import Allowed
from core.squad import Answer, GroupSession

CARD = "session"
"""The kind of card that a session has in its group; its subject is the session's id."""
REMINDER = "squad-reminder"
AFTER = "squad-after"
BEFORE = timedelta(hours=2)
"""How long before the session those who are in are told, in private."""
AT_LAST = timedelta(minutes=45)
"""Nobody is woken two hours before a session at dawn: the word waits for their morning, or for so
long before the start (ours)."""
LASTS = timedelta(minutes=75)
"""From then on the card asks who did it instead of who comes (ours)."""


def owner_of(row: SessionRow) -> Owner:
    """Whose what is owed about one session is."""
    return Owner("session", row.id)


def starts_at(squad: SquadRow, session: GroupSession) -> datetime | None:
    """The instant that the session begins; None where the zone skips that day."""
    return moment(session.on, session.minute, squad.squad.zone or "UTC")


def is_over(squad: SquadRow, session: GroupSession, now: datetime) -> bool:
    """Whether it is time to ask who did it."""
    start = starts_at(squad, session)
    return start is not None and now >= start + LASTS


def key_of(squad: SquadRow, session_id: int) -> CardKey:
    """The session's card in the group."""
    return CardKey(squad.chat_id, CARD, str(session_id))


async def owe(unit: Unit, squad: SquadRow, row: SessionRow, now: datetime) -> None:
    """Owe the word two hours before, and the card's turn once it is over; after a move, anew."""
    start = starts_at(squad, row.session)
    if start is None:
        return
    for kind, at in ((REMINDER, start - BEFORE), (AFTER, start + LASTS)):
        if at > now:
            await dues.put(unit, owner_of(row), kind, at)


def word_at(start: datetime, hours: Hours) -> datetime:
    """When a member is told of a session that starts then: two hours before, and not at night."""
    return max(start - BEFORE, min(after_quiet(start - BEFORE, hours), start - AT_LAST))


def waits_for_morning(start: datetime, hours: Hours) -> bool:
    """Whether the word comes later than two hours before."""
    return word_at(start, hours) > start - BEFORE


async def remind(unit: Unit, due: Due, now: datetime, _content: Content) -> Sequence[Intent]:
    """Tell those who are in, each in private and not at night; who wants quiet is left alone."""
    tapped = await squad_taps.of(unit, due.owner.id, 0)
    start = starts_at(tapped.squad, tapped.row.session) if tapped else None
    if tapped is None or start is None or not _stands(tapped) or start <= now:
        return ()
    if start - BEFORE > now:  # it was moved to later
        await dues.put(unit, due.owner, REMINDER, start - BEFORE)
        return ()
    coming = {
        one.athlete_id
        for one in await attendance.of_session(unit, tapped.row.id)
        if one.answer is Answer.IN
    }
    for member in await members.of_squad(unit, tapped.squad.id):
        account = member.account
        if member.id in coming and wants_word(account):
            intent = Intent(
                REMINDER,
                account.chat_id,
                tapped.row.session.on,
                subject=str(tapped.row.id),
                due_at=max(now, word_at(start, account.hours)),
            )
            await deliveries.promise(unit, Owner.athlete(account.id), [intent], now, start)
    await cards.touch(unit, key_of(tapped.squad, tapped.row.id))
    return ()


async def may_run(unit: Unit, account: Account, now: datetime, content: Content) -> bool:
    """Whether health leaves this member any running today; the squad hears nothing of it."""
    if account.profile is None:
        return True
    level = standing(await dossier.of(unit, account, now), content).allowance.level
    return level in {Allowed.FREE, Allowed.EASY_ONLY}


def wants_word(account: Account) -> bool:
    """Whether a squad may write to this member unasked."""
    away = account.state in {State.PAUSED, State.BLOCKED}
    return not away and account.hours.dial is not Dial.QUIET


async def turn(unit: Unit, due: Due, now: datetime, _content: Content) -> Sequence[Intent]:
    """The session is over: from now on its card asks who did it."""
    tapped = await squad_taps.of(unit, due.owner.id, 0)
    if tapped is None or not _stands(tapped):
        return ()
    start = starts_at(tapped.squad, tapped.row.session)
    if start is not None and start + LASTS > now:
        await dues.put(unit, due.owner, AFTER, start + LASTS)
        return ()
    await cards.touch(unit, key_of(tapped.squad, tapped.row.id))
    return ()


def _stands(tapped: Tapped) -> bool:
    return tapped.squad.active and not tapped.row.session.cancelled
