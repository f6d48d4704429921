"""The coach's view of a squad, in private: who comes, who should do less, and the rain plan.

Of a member's body nothing is here that the member did not allow, and never why: "today not" looks
like out, unless it is shared.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services.desk import Answer as Answered
from bot.services.desk import Desk
from bot.services.reminder import is_over, key_of
from bot.services.standing import readiness_of, standing
from bot.storage import (
    athletes,
    attendance,
    cards,
    members,
    squad_sessions,
    squad_taps,
    squads,
)
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier, of
from bot.storage.members import MemberRow
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from core.adjust.decision import Action
from core.readiness import Colour
from core.safety import Allowed
from core.squad import Answer, Attendance, GroupSession, Share, may_set

V = TypeVar("V")
Place = tuple[SquadRow, bool]
"""A squad that somebody may speak for, and whether Telegram calls them an administrator there."""
TOPIC = "coach"
LOOKS_AHEAD = timedelta(days=14)
LOOKED_AT = 40
"""Members whose day is looked into for one view, those who come first."""
LONGEST_PLACE = 60


class Fit(StrEnum):
    """What a member who shares it should do that day."""

    AS_SET = "as-set"
    SMALLER = "smaller"
    EASY = "easy"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Hint:
    """One member's line: both None where they share nothing of it."""

    name: str
    fit: Fit | None = None
    colour: Colour | None = None


@dataclass(frozen=True, slots=True)
class CoachView:
    """A squad for its coach: the next session, who comes, and what members let the coach know."""

    account: Account | None
    squad: SquadRow
    count: int
    row: SessionRow | None = None
    attended: tuple[Attendance, ...] = ()
    hints: tuple[Hint, ...] = ()


async def squads_here(desk: Desk) -> tuple[tuple[SquadRow, bool], ...]:
    """The squads of who asks, also those they only set sessions for; whether they are named."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return ()
    mine = {row.squad_id: row.member for row in await members.of_user(desk.unit, desk.user_id)}
    rows = await squads.of_athlete(desk.unit, account.id)
    others = await squad_taps.set_by(desk.unit, account.id)
    found = {row.id: row for row in (*rows, *others)}
    return tuple((row, row.id in mine and mine[row.id].is_coach) for row in found.values())


async def squad_of_chat(desk: Desk) -> SquadRow | None:
    """The squad of the group that is spoken in."""
    return await squads.find(desk.unit, desk.chat_id)


async def squad_by_id(desk: Desk, squad_id: int) -> SquadRow | None:
    """A squad by its id, for asking Telegram who administers its group."""
    return await squads.get(desk.unit, squad_id)


async def squad_of_session(desk: Desk, session_id: int) -> SquadRow | None:
    """The squad whose session it is."""
    row = await squad_sessions.get(desk.unit, session_id)
    return await squads.get(desk.unit, row.squad_id) if row else None


async def look(desk: Desk, squad_id: int, admin: bool) -> CoachView | None:
    """The view; None for who does not coach that squad."""
    squad = await squads.get(desk.unit, squad_id)
    if squad is None or not squad.active:
        return None
    everybody = await members.of_squad(desk.unit, squad_id)
    mine = next((row for row in everybody if row.account.user_id == desk.user_id), None)
    if not may_set(squad.squad, mine.member if mine else None, admin=admin):
        return None
    row = await _next(desk, squad)
    attended = await attendance.of_session(desk.unit, row.id) if row else ()
    hints = await _hints(desk, everybody, attended, row.session.on) if row else ()
    return CoachView(
        account=mine.account if mine else await athletes.find(desk.unit, desk.user_id),
        squad=squad,
        count=len(everybody),
        row=row,
        attended=attended,
        hints=hints,
    )


async def _hints(
    desk: Desk, everybody: Collection[MemberRow], attended: Collection[Attendance], day: date
) -> tuple[Hint, ...]:
    """What those who come, or may not run today, let the coach know, each by their own consent."""
    coming = {one.athlete_id for one in attended if one.answer in {Answer.IN, Answer.MAYBE}}
    answered = {one.athlete_id for one in attended}  # who must not run stands as out
    shares = {Share.SMALLER, Share.READINESS}
    asked = [row for row in everybody if row.id in answered and row.member.shares & shares]
    found = []
    for row in asked[:LOOKED_AT]:
        if row.account.profile is None:
            continue
        dossier = await of(desk.unit, row.account, desk.now)
        allows = row.member.allows
        colour = colour_of(dossier, day) if allows(Share.READINESS) else None
        fit = fit_of(desk, dossier, day) if allows(Share.SMALLER) else None
        if row.id not in coming and fit is not Fit.NOT:
            continue
        hint = Hint(row.member.name, fit if fit is not Fit.AS_SET else None, colour)
        if hint.fit is not None or hint.colour is not None:
            found.append(hint)
    return tuple(found)


def colour_of(dossier: Dossier, day: date) -> Colour | None:
    """The morning's colour, on the day itself and where it was answered."""
    colour = readiness_of(dossier).colour if day == dossier.today else Colour.UNKNOWN
    return None if colour is Colour.UNKNOWN else colour


def fit_of(desk: Desk, dossier: Dossier, day: date) -> Fit:
    """How much of the session this member should do, without a word about why."""
    allowed = standing(dossier, desk.content, on=day).allowance.level
    if allowed in {Allowed.STOP, Allowed.WALK_ONLY, Allowed.LADDER}:
        return Fit.NOT
    if allowed is not Allowed.FREE:
        return Fit.EASY
    decision = dossier.decision.decision if dossier.decision and day == dossier.today else None
    return _BY_ACTION[decision.action] if decision else Fit.AS_SET


_BY_ACTION: Mapping[Action, Fit] = {
    Action.KEEP: Fit.AS_SET,
    Action.TRIM: Fit.SMALLER,
    Action.EASE: Fit.EASY,
    Action.SWAP: Fit.EASY,
    Action.MOVE: Fit.NOT,
    Action.REST: Fit.NOT,
}


async def first_that_fits(
    desk: Desk,
    places: Sequence[tuple[int, bool]],
    use_case: Callable[..., Awaitable[Answered[V]]],
    text: str,
) -> Answered[V]:
    """What the coach wrote, for the first of their squads that it fits; `places`: id, admin."""
    answer: Answered[V] = Answered(Outcome(TOPIC, Said.REFUSED, "coach-nowhere"))
    for squad_id, admin in places:
        answer = await use_case(desk, squad_id, text, admin=admin)
        if answer.outcome.said is Said.DONE:
            break
    return answer


# The rain plan


async def rain_in_words(
    desk: Desk, squad_id: int, text: str, *, admin: bool
) -> Answered[CoachView]:
    """/rain with a place behind it, for the squad's next session."""
    squad = await squads.get(desk.unit, squad_id)
    if squad is None:
        return Answered(Outcome(TOPIC, Said.STALE, "coach-squad-gone"))
    if not text.strip():
        return Answered(Outcome(TOPIC, Said.ASK_AGAIN, "coach-rain-how"))
    row = await _next(desk, squad)
    if row is None:
        return Answered(Outcome(TOPIC, Said.REFUSED, "coach-rain-none"))
    return await rain(desk, row.id, text, admin=admin)


async def _next(desk: Desk, squad: SquadRow) -> SessionRow | None:
    """The next session that stands, until it is over."""
    today = local_day(desk.now, squad.squad.zone or "UTC")
    rows = await squad_sessions.between(desk.unit, squad.id, today, today + LOOKS_AHEAD)
    stands = (each for each in rows if not each.session.cancelled)
    return next((each for each in stands if not is_over(squad, each.session, desk.now)), None)


async def rain(desk: Desk, session_id: int, plan: str, *, admin: bool) -> Answered[CoachView]:
    """Say what happens if it rains; the group's card shows it. An empty plan takes it back."""
    row = await squad_sessions.get(desk.unit, session_id)
    squad = await squads.get(desk.unit, row.squad_id) if row else None
    if row is None or squad is None or not squad.active or row.session.cancelled:
        return Answered(Outcome(TOPIC, Said.STALE, "coach-session-gone"))
    facts: dict[str, Scalar] = {"squad": squad.id}
    mine = await members.find(desk.unit, squad.id, desk.user_id)
    if not may_set(squad.squad, mine.member if mine else None, admin=admin):
        return Answered(Outcome(TOPIC, Said.REFUSED, "coach-only", facts))
    plan = " ".join(plan.split())[:LONGEST_PLACE]
    if plan == row.session.rain:
        return Answered(Outcome(TOPIC, Said.ALREADY, "coach-rain-already", facts))
    await _save(desk, row, replace(row.session, rain=plan))
    await cards.touch(desk.unit, key_of(squad, session_id))
    return Answered(
        Outcome(TOPIC, Said.DONE, "coach-rain-set" if plan else "coach-rain-off", facts)
    )


async def _save(desk: Desk, row: SessionRow, session: GroupSession) -> None:
    await squad_sessions.save(desk.unit, replace(row, session=session))
