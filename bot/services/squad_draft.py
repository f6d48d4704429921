"""A squad's session before it is confirmed: whose it is, how it is kept, how it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day, moment
from bot.services import squad
from bot.services.desk import Answer, Desk
from bot.storage import athletes, drafts, members, squad_sessions, squads
from bot.storage.drafts import SavedDraft
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from bot.understand.shorthand import Missed, Note, read_shorthand
from bot.understand.shorthand_when import When
from core.content import Content
from core.squad import GroupSession, may_set
from core.squad.setting import Proposal, from_library, main_efforts, workout_of
from core.workout import Effort, Workout

__all__ = ["Draft", "Setting", "SquadRow", "draft_of", "find", "keep", "may", "save", "told"]
TOPIC = "session"
FORM = "squad-session"
USUAL_HOUR = 19 * 60
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Draft:
    """A session before its coach has confirmed it; `stamp` tells its buttons from older ones'.

    `text` is shorthand, `recipe` the key of a library session; neither: place and hour only.
    `every`: it repeats on that weekday.
    """

    squad_id: int
    stamp: int
    on: date
    minute: int
    place: str = ""
    text: str = ""
    recipe: str = ""
    every: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What /session shows: the draft as it was understood, or what is picked from.

    `there`: the session as it would be once it has moved.
    """

    squad: SquadRow
    draft: Draft | None = None
    workout: Workout | None = None
    notes: frozenset[Note] = frozenset()
    efforts: frozenset[Effort] = frozenset()
    recipes: tuple[Workout, ...] = ()
    proposal: Proposal | None = None
    row: SessionRow | None = None
    days: tuple[date, ...] = ()
    there: GroupSession | None = None


def today_of(row: SquadRow, desk: Desk) -> date:
    """The date where the squad trains."""
    return local_day(desk.now, row.squad.zone or "UTC")


async def fresh(desk: Desk, row: SquadRow, when: When) -> Draft:
    """A draft on the day that was told, else on the next training without a session."""
    on = when.on or await _next_training(desk, row)
    minute = when.minute if when.minute is not None else row.squad.minute_on(on.weekday())
    place = when.place if when.place is not None else await _usual_place(desk, row, on)
    return Draft(
        squad_id=row.id,
        stamp=desk.update_id % 1_000_000,
        on=on,
        minute=USUAL_HOUR if minute is None else minute,
        place=place,
    )


async def _next_training(desk: Desk, row: SquadRow) -> date:
    today = today_of(row, desk)
    ahead = [today + timedelta(days=n) for n in range(15)]
    rows = await squad_sessions.between(desk.unit, row.id, ahead[0], ahead[-1])
    taken = {each.session.on for each in rows if not each.session.cancelled}
    for day in ahead:
        minute = row.squad.minute_on(day.weekday())
        if minute is None or day in taken:
            continue
        start = moment(day, minute, row.squad.zone or "UTC")
        if start is not None and start > desk.now:
            return day
    return today + DAY


async def _usual_place(desk: Desk, row: SquadRow, on: date) -> str:
    """Where the squad meets on that weekday: as it stands, else where it met last."""
    standing = next((s for s in row.squad.standing if s.weekday == on.weekday()), None)
    if standing is not None and standing.place:
        return standing.place
    past = await squad_sessions.between(desk.unit, row.id, on - timedelta(days=28), on)
    same = [each for each in past if each.session.on.weekday() == on.weekday()] or list(past)
    return same[-1].session.place if same else ""


async def find(desk: Desk, stamp: int) -> Setting | None:
    """The draft of who acts, if these buttons still are its; 0: whatever there is."""
    draft = await draft_of(desk)
    row = await squads.get(desk.unit, draft.squad_id) if draft else None
    if draft is None or row is None or stamp not in {0, draft.stamp}:
        return None
    return seen(row, draft, desk.content)


def seen(row: SquadRow, draft: Draft, content: Content) -> Setting:
    """The draft as it is understood."""
    if draft.recipe and draft.recipe in content.library:
        return Setting(row, draft, from_library(content.library[draft.recipe]))
    read = read_shorthand(draft.text)
    if isinstance(read, Missed):
        return Setting(row, draft)
    workout = workout_of(read.blocks)
    return Setting(row, draft, workout, read.notes, main_efforts(read.blocks))


async def draft_of(desk: Desk) -> Draft | None:
    """The draft of who acts, whichever it is."""
    account = await account_of(desk)
    saved = await drafts.find(desk.unit, account, FORM) if account else None
    return None if saved is None else _read(saved.answers)


async def account_of(desk: Desk) -> int | None:
    """The athlete id of who acts, if they are known."""
    found = await athletes.find(desk.unit, desk.user_id)
    return found.id if found else None


def _read(answers: Mapping[str, Any]) -> Draft:
    known = {**answers, "on": date.fromisoformat(str(answers["on"]))}
    return Draft(**known)


async def save(desk: Desk, row: SquadRow, draft: Draft) -> None:
    """Keep it over an earlier one; a coach has one at a time."""
    account = await squad.ensure(desk, row)
    answers = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
    answers["on"] = draft.on.isoformat()
    await drafts.save(desk.unit, account, SavedDraft(FORM, "", answers, desk.now))


async def keep(desk: Desk, row: SquadRow, draft: Draft, code: str) -> Answer[Setting]:
    """Keep it and show it."""
    await save(desk, row, draft)
    return told(Said.ASK, code, row, seen(row, draft, desk.content), {"stamp": draft.stamp})


async def may(desk: Desk, squad_id: int, *, admin: bool) -> SquadRow | Answer[Setting]:
    """The squad, if who acts may set its sessions."""
    row = await squads.get(desk.unit, squad_id)
    if row is None or not row.active:
        return Answer(Outcome(TOPIC, Said.STALE, "session-no-squad"))
    mine = await members.find(desk.unit, squad_id, desk.user_id)
    if not may_set(row.squad, mine.member if mine else None, admin=admin):
        return told(Said.REFUSED, "not-yours", row)
    return row


async def held(desk: Desk, stamp: int, *, admin: bool) -> tuple[SquadRow, Draft] | Answer[Setting]:
    """The draft that the button belongs to, and its squad."""
    draft = await draft_of(desk)
    if draft is None or draft.stamp != stamp:
        return Answer(Outcome(TOPIC, Said.STALE, "session-draft-gone"))
    row = await may(desk, draft.squad_id, admin=admin)
    return row if isinstance(row, Answer) else (row, draft)


def told(
    said: Said,
    code: str,
    row: SquadRow,
    view: Setting | None = None,
    facts: Mapping[str, Scalar] | None = None,
) -> Answer[Setting]:
    """An answer about this squad's session."""
    known: dict[str, Scalar] = {"squad": row.id, **(facts or {})}
    return Answer(Outcome(TOPIC, said, code, known), view or Setting(row))
