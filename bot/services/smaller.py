"""A coach makes a session smaller for one member, or takes it back; never more than their rules.

The member hears of it in private, and their own plan follows.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.outcome import Outcome, Said, Scalar
from bot.services import squad_plan, squad_version
from bot.services.coach import TOPIC, CoachView
from bot.services.desk import Answer, Desk
from bot.services.reminder import starts_at, wants_word
from bot.storage import athletes, attendance, deliveries, members, squad_taps
from bot.storage.athletes import Account
from bot.storage.deliveries import Intent
from bot.storage.owner import Owner
from bot.storage.squad_taps import Tapped
from core.reasons import Code
from core.squad import Answer as Coming
from core.squad import Attendance, GroupSession, may_set
from core.squad.amount import coach_reps
from core.squad.version import Size

NEWS = "squad-smaller"
"""The delivery that tells the member."""


@dataclass(frozen=True, slots=True)
class Smaller:
    """What a member hears: `reps` of how many they run, None where no reps tell it."""

    squad: str
    session_id: int
    session: GroupSession
    smaller: bool
    reps: tuple[int, int] | None = None


async def make(
    desk: Desk, session_id: int, athlete_id: int, *, smaller: bool, admin: bool
) -> Answer[CoachView]:
    """By a coach, before the session begins, for who is in or may be."""
    tapped = await squad_taps.of(desk.unit, session_id, desk.user_id)
    refused = _refused(desk, tapped, admin=admin)
    if refused is not None or tapped is None:
        return refused or _said(Said.STALE, "coach-session-gone")
    facts: dict[str, Scalar] = {"squad": tapped.squad.id}
    one = await attendance.of(desk.unit, session_id, athlete_id)
    account = await athletes.get(desk.unit, athlete_id)
    if one is None or account is None or not await _comes(desk, tapped, one, account):
        return _said(Said.STALE, "coach-smaller-gone", facts)
    facts["name"] = one.name
    if one.smaller is smaller:
        return _said(Said.ALREADY, "coach-smaller-already", facts)
    await attendance.make_smaller(desk.unit, session_id, athlete_id, smaller=smaller)
    await squad_plan.owe(desk.unit, athlete_id, desk.now)
    await _tell(desk, tapped, account, smaller=smaller)
    return _said(Said.DONE, "coach-smaller-set" if smaller else "coach-smaller-off", facts)


def _refused(desk: Desk, tapped: Tapped | None, *, admin: bool) -> Answer[CoachView] | None:
    """A session that is gone, has begun or holds nothing to run; or somebody else's finger."""
    if tapped is None or not tapped.squad.active or tapped.row.session.cancelled:
        return _said(Said.STALE, "coach-session-gone")
    mine = tapped.member.member if tapped.member else None
    if not may_set(tapped.squad.squad, mine, admin=admin):
        return _said(Said.REFUSED, "coach-only")
    start = starts_at(tapped.squad, tapped.row.session)
    if tapped.row.session.workout is None or start is None or start <= desk.now:
        return _said(Said.STALE, "coach-smaller-late", {"squad": tapped.squad.id})
    return None


async def _comes(desk: Desk, tapped: Tapped, one: Attendance, account: Account) -> bool:
    """Whether they are still a member, and in or maybe."""
    if one.answer not in {Coming.IN, Coming.MAYBE}:
        return False
    return await members.find(desk.unit, tapped.squad.id, account.user_id) is not None


async def _tell(desk: Desk, tapped: Tapped, account: Account, *, smaller: bool) -> None:
    """A word to the member; coaches who did it to themselves know."""
    start = starts_at(tapped.squad, tapped.row.session)
    if account.user_id == desk.user_id or not wants_word(account) or start is None:
        return
    subject = f"{tapped.row.id}.{desk.update_id}"
    ids: dict[str, int | str] = {"session": tapped.row.id, "smaller": int(smaller)}
    intent = Intent(NEWS, account.chat_id, tapped.row.session.on, subject=subject, ids=ids)
    await deliveries.promise(desk.unit, Owner.athlete(account.id), [intent], desk.now, start)


async def seen(desk: Desk, session_id: int, *, smaller: bool) -> Smaller | None:
    """What to tell the member whose desk it is; None where it was taken back meanwhile."""
    tapped = await squad_taps.of(desk.unit, session_id, desk.user_id)
    workout = tapped.row.session.workout if tapped else None
    if tapped is None or tapped.member is None or workout is None:
        return None
    if tapped.smaller is not smaller or tapped.row.session.cancelled or not tapped.squad.active:
        return None
    mine = await squad_version.look(desk, session_id)
    reps: tuple[int, int] | None = coach_reps(workout)
    if mine is not None and mine.made is not None:
        version = mine.made.version
        told = next((r for r in version.reasons if r.code is Code.SQUAD_COACH), None)
        runs = version.size is not Size.NOT and told is not None and "reps" in told.facts
        reps = (_whole(told.facts["reps"]), _whole(told.facts["of"])) if runs and told else None
    elif reps is not None and reps[1] < 2:  # one long stretch: shorter, and no reps to count
        reps = None
    return Smaller(tapped.squad.title, session_id, tapped.row.session, smaller, reps)


def _whole(fact: object) -> int:
    return fact if isinstance(fact, int) else 0


def _said(how: Said, code: str, facts: dict[str, Scalar] | None = None) -> Answer[CoachView]:
    return Answer(Outcome(TOPIC, how, code, facts or {}))
