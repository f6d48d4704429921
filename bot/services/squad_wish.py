"""What a coach wants of a session in words: found, and asked for once before it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day, moment
from bot.services import squad, squad_changed, squad_standing
from bot.services.desk import Answer, Desk
from bot.services.reminder import starts_at
from bot.services.squad_changed import ahead, view_of
from bot.services.squad_draft import TOPIC, Setting, SquadRow, account_of, may, today_of, told
from bot.storage import attendance, drafts, squad_sessions, squads
from bot.storage.drafts import SavedDraft
from bot.storage.squad_sessions import SessionRow, Taken
from bot.understand.shorthand_when import When
from bot.understand.squad_wishes import SquadWish, Wanted, read_change, read_squad_wish
from core.squad import Attendance, SessionState, Standing

__all__ = ["Meant", "Wanted", "about", "ask", "coming", "is_one", "may_be_one", "meant", "move"]
FORM = "squad-move"
"""The draft of a move in words: where the session goes, until the coach says yes."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Meant:
    """A wish in private: what is wanted, and the sessions of which squads it may mean."""

    wish: SquadWish
    sessions: tuple[tuple[SquadRow, SessionRow], ...] = ()

    @property
    def words(self) -> str:
        """What a coach would have written behind /session."""
        day = f"{self.wish.on.isoformat()} " if self.wish.on else ""
        return f"{day}{self.wish.rest}".strip()


async def may_be_one(desk: Desk, text: str) -> bool:
    """Whether words in private could be such a wish: before anybody is asked who coaches what."""
    return read_squad_wish(text, desk.now.date()) is not None and not squad.about_a_body(text)


async def meant(desk: Desk, text: str, places: Sequence[SquadRow]) -> Meant | None:
    """The wish in a private message about one of these squads; None: it is about something else.

    A day on which no squad has a session is about one's own week. Who is coming any member may ask.
    """
    mine = await _squads_of(desk)
    rows = [*places, *(row for row in mine if row.id not in {each.id for each in places})]
    wish = read_squad_wish(text, today_of(rows[0], desk)) if rows else None
    if wish is None:
        return None
    asks = wish.wanted is Wanted.COMING
    found: list[tuple[SquadRow, SessionRow]] = []
    for row in rows if asks else places:
        each = await _meant(desk, row, wish.on)
        found += [(row, each)] if each is not None else []
    if not found and not asks and wish.wanted is not Wanted.SET:
        return None
    return Meant(wish, tuple(found))


async def _squads_of(desk: Desk) -> tuple[SquadRow, ...]:
    account = await account_of(desk)
    rows = await squads.of_athlete(desk.unit, account) if account is not None else ()
    return tuple(row for row in rows if row.active)


async def coming(desk: Desk, session_id: int) -> tuple[Attendance, ...]:
    """What everybody said of it: the group's card tells the same."""
    return await attendance.of_session(desk.unit, session_id)


async def is_one(desk: Desk, squad_id: int, text: str) -> bool:
    """Whether a reply to a session's card wants it changed; most are talk among runners."""
    row = await squads.get(desk.unit, squad_id)
    return row is not None and read_change(text, today_of(row, desk)) is not None


async def about(desk: Desk, session_id: int, text: str, *, admin: bool) -> Answer[Setting]:
    """A reply to a session's card: that one is meant, whatever day is named."""
    found = await squad_sessions.get(desk.unit, session_id)
    if found is None:
        return Answer(Outcome(TOPIC, Said.STALE, "session-gone"))
    row = await may(desk, found.squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    wish = read_change(text, today_of(row, desk))
    if wish is None:
        return told(Said.NOTHING, "not-yours", row)
    if found.session.cancelled:
        return told(Said.STALE, "is-cancelled", row)
    return await _asked(desk, row, found, wish)


async def ask(desk: Desk, squad_id: int, wish: SquadWish, *, admin: bool) -> Answer[Setting]:
    """The session that is meant, as it would be: one tap away from being so."""
    row = await may(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    found = await _meant(desk, row, wish.on)
    if found is None and wish.wanted is Wanted.MOVE and not _elsewhere(wish):
        found, wish = await _meant(desk, row, None), replace(wish, on=None)
    elif found is not None and wish.wanted is Wanted.MOVE and not _elsewhere(wish):
        wish = replace(wish, wanted=Wanted.CHANGE)  # "move Tuesday": that one, but where to?
    return await (_asked(desk, row, found, wish) if found else _standing(desk, row, wish))


async def _asked(desk: Desk, row: SquadRow, found: SessionRow, wish: SquadWish) -> Answer[Setting]:
    if wish.wanted is Wanted.CANCEL:
        return told(Said.ASK, "cancel-sure", row, Setting(row, row=found), _facts(found))
    if wish.wanted is Wanted.MOVE:
        return await _move(desk, row, found, wish)
    return told(Said.ASK, "change", row, await view_of(desk, row, found), _facts(found))


def _elsewhere(wish: SquadWish) -> bool:
    """Whether the words say where it goes, and not only a day: that may be which one it is."""
    to = wish.to or When()
    return bool(wish.later) or wish.on != to.on or to.minute is not None or to.place is not None


async def _meant(desk: Desk, row: SquadRow, on: date | None) -> SessionRow | None:
    """The session of that day, or the next one; none that has begun."""
    for each in await ahead(desk, row.id):
        start = starts_at(row, each.session)
        if (on is None or each.session.on == on) and start is not None and start > desk.now:
            return each
    return None


async def _standing(desk: Desk, row: SquadRow, wish: SquadWish) -> Answer[Setting]:
    """None is set; where one repeats on that day, that day may be left out."""
    standing, on = _repeats(desk, row, wish.on)
    if wish.wanted is Wanted.CANCEL and standing is not None and on is not None:
        facts: dict[str, Scalar] = {"day_on": on.isoformat()}
        return told(Said.ASK, "skip-sure", row, facts=facts)
    facts = {"day_on": wish.on.isoformat()} if wish.on else {}
    return told(Said.REFUSED, "none-then" if wish.on else "none-ahead", row, facts=facts)


def _repeats(desk: Desk, row: SquadRow, on: date | None) -> tuple[Standing | None, date | None]:
    """The standing session of that day, else the next one; and its day."""
    today = today_of(row, desk)
    for day in [on] if on else [today + timedelta(days=n) for n in range(8)]:
        standing = next((s for s in row.squad.standing if s.weekday == day.weekday()), None)
        start = moment(day, standing.minute, row.squad.zone or "UTC") if standing else None
        if start is not None and start > desk.now:
            return standing, day
    return None, None


async def _move(desk: Desk, row: SquadRow, found: SessionRow, wish: SquadWish) -> Answer[Setting]:
    """Where it would go: kept, and asked for."""
    on, minute, place = _where(desk, row, found, wish)
    start = moment(on, minute, row.squad.zone or "UTC")
    if start is None or start <= desk.now:
        return told(Said.REFUSED, "past", row)
    account = await squad.ensure(desk, row)
    stamp = desk.update_id % 1_000_000
    answers = {
        "session": found.id,
        "version": found.version,
        "on": on.isoformat(),
        "minute": minute,
        "place": place,
        "stamp": stamp,
    }
    await drafts.save(desk.unit, account, SavedDraft(FORM, "", answers, desk.now))
    there = replace(found.session, on=on, minute=minute, place=place)
    view = Setting(row, row=found, there=there)
    return told(Said.ASK, "move-sure", row, view, {**_facts(found), "stamp": stamp})


def _where(desk: Desk, row: SquadRow, found: SessionRow, wish: SquadWish) -> tuple[date, int, str]:
    session, to = found.session, wish.to or When()
    if wish.later:
        days, minute = divmod(session.minute + wish.later, 1440)
        return session.on + timedelta(days=days), minute, session.place
    on = to.on or session.on
    minute = session.minute if to.minute is None else to.minute
    if to.weekday is not None and _over(row, on, minute, desk.now, found):
        on += WEEK
    return on, minute, to.place or session.place


def _over(row: SquadRow, on: date, minute: int, now: datetime, found: SessionRow) -> bool:
    """Whether a weekday must be next week's: its hour is over, or it stands on that day anyway."""
    start = moment(on, minute, row.squad.zone or "UTC")
    same = (on, minute) == (found.session.on, found.session.minute)
    return same or (start is not None and start <= now)


async def squad_of(desk: Desk, stamp: int) -> SquadRow | None:
    """The squad whose session the draft of that move is of."""
    saved = await _saved(desk, stamp)
    found = await squad_sessions.get(desk.unit, int(saved.answers["session"])) if saved else None
    return await squads.get(desk.unit, found.squad_id) if found else None


async def _saved(desk: Desk, stamp: int) -> SavedDraft | None:
    account = await account_of(desk)
    saved = await drafts.find(desk.unit, account, FORM) if account is not None else None
    return saved if saved is not None and saved.answers.get("stamp") == stamp else None


async def move(desk: Desk, stamp: int, *, admin: bool) -> Answer[Setting]:
    """Yes: it moves as it was asked, unless somebody has changed it meanwhile."""
    account, saved = await account_of(desk), await _saved(desk, stamp)
    if saved is None or account is None:
        return Answer(Outcome(TOPIC, Said.STALE, "session-draft-gone"))
    answers = saved.answers
    answer = await squad_changed.move(
        desk,
        int(answers["session"]),
        int(answers["version"]),
        date.fromisoformat(str(answers["on"])),
        int(answers["minute"]),
        place=str(answers["place"]),
        admin=admin,
    )
    if answer.outcome.said is Said.DONE:
        await drafts.drop(desk.unit, account, FORM)
    return answer


async def skip(desk: Desk, squad_id: int, on: date, *, admin: bool) -> Answer[Setting]:
    """A standing session that is not set yet is left out once: it is kept as called off."""
    row = await may(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    standing = next((s for s in row.squad.standing if s.weekday == on.weekday()), None)
    if standing is None or on < local_day(desk.now, row.squad.zone or "UTC"):
        return told(Said.STALE, "gone", row)
    known = await squad_sessions.between(desk.unit, row.id, on, on)
    if known:
        code = "is-cancelled" if known[-1].session.cancelled else "gone"
        return told(Said.STALE, code, row)
    account = await squad.ensure(desk, row)
    session = squad_standing.group_session(
        on, standing.minute, standing.place, text=standing.shorthand, library=desk.content.library
    )
    off = replace(session, state=SessionState.CANCELLED)
    try:
        made = await squad_sessions.create(desk.unit, row.id, off, made_by=account, now=desk.now)
    except Taken:
        return told(Said.STALE, "gone", row)
    return told(Said.DONE, "skipped", row, Setting(row, row=made), _facts(made))


def _facts(found: SessionRow) -> dict[str, Scalar]:
    return {"session": found.id, "version": found.version}
