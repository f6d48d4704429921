"""/session: what a squad runs, written by its coach, picked or proposed, and confirmed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.schedule import moment
from bot.services import attendance, squad, squad_plan, squad_standing, squad_wish
from bot.services.desk import Answer, Desk
from bot.services.squad_changed import AHEAD
from bot.services.squad_draft import (
    FORM,
    TOPIC,
    Draft,
    Setting,
    account_of,
    draft_of,
    fresh,
    held,
    keep,
    may,
    save,
    seen,
    today_of,
    told,
)
from bot.storage import drafts, squad_sessions, squads
from bot.storage.squad_sessions import Taken
from bot.storage.squads import SquadRow
from bot.understand.shorthand import Missed, Shorthand, Why, read_shorthand
from bot.understand.shorthand.written import written
from bot.understand.shorthand_when import When, read_when
from bot.understand.squad_wishes import SquadWish, Wanted, read_change
from core.squad import Standing
from core.squad.setting import OFFERED, from_library, offered, with_effort
from core.workout import Effort, Focus

LONGEST_TEXT = 500
"""Characters of a session; no coach writes more, and what is cut would be another session."""


async def begin(desk: Desk, squad_id: int, text: str, *, admin: bool) -> Answer[Setting]:
    """/session with what the coach wrote behind it, alone with how it is written."""
    row = await may(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    if (wish := read_change(text, today_of(row, desk))) is not None:
        return await squad_wish.ask(desk, squad_id, wish, admin=admin)
    when = read_when(text, today_of(row, desk))
    draft = await fresh(desk, row, when)
    if not when.rest and not when.every:
        return await keep(desk, row, draft, "how")
    if when.rest:
        read = _read(when)
        if isinstance(read, Missed):
            facts: dict[str, Scalar] = {"why": read.why.value, "part": read.part[:60]}
            await save(desk, row, draft)
            return told(Said.ASK_AGAIN, "missed", row, Setting(row, draft), facts)
    return await keep(desk, row, replace(draft, text=when.rest, every=when.every), "shown")


def _read(when: When) -> Shorthand | Missed:
    if when.also:
        return Missed(Why.ONE_DAY, when.also)
    if len(when.rest) > LONGEST_TEXT:
        return Missed(Why.TOO_LONG, when.rest[:20])
    return read_shorthand(when.rest)


async def change(desk: Desk, stamp: int, what: str, value: str, *, admin: bool) -> Answer[Setting]:
    """Another day, hour, place or effort of the draft."""
    mine = await held(desk, stamp, admin=admin)
    if isinstance(mine, Answer):
        return mine
    row, draft = mine
    changed = _changed(row, draft, (what, value), desk)
    if changed is None:
        return told(Said.STALE, "draft-gone", row)
    return await keep(desk, row, changed, "shown")


def _changed(row: SquadRow, draft: Draft, wanted: tuple[str, str], desk: Desk) -> Draft | None:
    """The draft with that one thing changed; None for what no button of ours says."""
    what, value = wanted
    match what:
        case "day":
            on, today = _iso(value), today_of(row, desk)
            if on is None or not today <= on <= today + timedelta(days=AHEAD):
                return None
            minute = row.squad.minute_on(on.weekday())
            return replace(draft, on=on, minute=draft.minute if minute is None else minute)
        case "hour":
            minute = int(value) if value.isdigit() else -1
            return replace(draft, minute=minute) if 0 <= minute < 1440 else None
        case "effort" if value in set(Effort):
            read = read_shorthand(draft.text)
            if isinstance(read, Missed):
                return None
            return replace(draft, text=written(with_effort(read.blocks, Effort(value))))
        case "recipe" if value in desk.content.library:
            return replace(draft, recipe=value, text="")
        case "bare":
            return replace(draft, recipe="", text="")
        case _:
            return None


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


async def hear(desk: Desk, squad_id: int, text: str, *, admin: bool) -> Answer[Setting]:
    """A reply to the draft in words: another day, hour, place, another session, or none."""
    row = await may(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    draft = await draft_of(desk)
    wish = read_change(text, today_of(row, desk))
    if wish is not None and draft is not None and wish.wanted is Wanted.CANCEL:
        return await discard(desk, draft.stamp)
    when = read_when(text, today_of(row, desk))
    if wish is not None and draft is not None:
        when = _moved(draft, wish)
    if draft is None or draft.squad_id != squad_id or when.every:
        return await begin(desk, squad_id, text, admin=admin)
    if when.rest:
        read = _read(when)
        if isinstance(read, Missed):
            facts: dict[str, Scalar] = {"why": read.why.value, "part": read.part[:60]}
            return told(Said.ASK_AGAIN, "missed", row, Setting(row, draft), facts)
        draft = replace(draft, text=when.rest, recipe="")
    if when.on is not None:
        minute = row.squad.minute_on(when.on.weekday())
        draft = replace(draft, on=when.on, minute=draft.minute if minute is None else minute)
    if when.minute is not None:
        draft = replace(draft, minute=when.minute)
    if when.place is not None:
        draft = replace(draft, place=when.place)
    return await keep(desk, row, draft, "shown")


def _moved(draft: Draft, wish: SquadWish) -> When:
    """ "make it 20:00", "half an hour later", said of a draft."""
    if not wish.later:
        return wish.to or When()
    days, minute = divmod(draft.minute + wish.later, 1440)
    return When(on=draft.on + timedelta(days=days), minute=minute)


async def pick(desk: Desk, stamp: int, focus: str, *, admin: bool) -> Answer[Setting]:
    """The library's sessions of a focus."""
    mine = await held(desk, stamp, admin=admin)
    if isinstance(mine, Answer):
        return mine
    row, draft = mine
    if focus not in {each.value for each in OFFERED}:
        return told(Said.STALE, "draft-gone", row)
    found = offered(desk.content.library, Focus(focus))
    view = Setting(row, draft, recipes=tuple(from_library(recipe) for recipe in found))
    return told(Said.ASK, "pick", row, view, {"stamp": stamp, "focus": focus})


async def propose(desk: Desk, stamp: int, *, admin: bool) -> Answer[Setting]:
    """What fits most members' week, in counts alone; without any plan, a friendly fartlek."""
    mine = await held(desk, stamp, admin=admin)
    if isinstance(mine, Answer):
        return mine
    row, draft = mine
    proposal = await squad_plan.proposal(desk, row, draft.on)
    draft = replace(draft, recipe=proposal.key, text="")
    await save(desk, row, draft)
    view = replace(seen(row, draft, desk.content), proposal=proposal)
    facts: dict[str, Scalar] = {"stamp": stamp, "fits": proposal.fits, "of": proposal.of}
    return told(Said.ASK, "shown", row, view, facts)


async def discard(desk: Desk, stamp: int) -> Answer[Setting]:
    """The draft is thrown away."""
    account, draft = await account_of(desk), await draft_of(desk)
    if account is None or draft is None or draft.stamp != stamp:
        return Answer(Outcome(TOPIC, Said.STALE, "session-draft-gone"))
    await drafts.drop(desk.unit, account, FORM)
    return Answer(Outcome(TOPIC, Said.DONE, "discarded", {"squad": draft.squad_id}))


async def confirm(desk: Desk, stamp: int, *, admin: bool) -> Answer[Setting]:
    """The session stands: its card goes to the group, and the day is theirs."""
    mine = await held(desk, stamp, admin=admin)
    if isinstance(mine, Answer):
        return mine
    row, draft = mine
    if draft.every:
        return await _repeat(desk, row, draft)
    start = moment(draft.on, draft.minute, row.squad.zone or "UTC")
    if start is None or start <= desk.now:
        return told(Said.REFUSED, "past", row, seen(row, draft, desk.content))
    if draft.on > today_of(row, desk) + timedelta(days=AHEAD):
        return told(Said.REFUSED, "too-far", row, seen(row, draft, desk.content))
    account = await squad.ensure(desk, row)
    session = squad_standing.group_session(
        draft.on,
        draft.minute,
        draft.place,
        text=draft.text,
        recipe=draft.recipe,
        library=desk.content.library,
    )
    try:
        made = await squad_sessions.create(
            desk.unit, row.id, session, made_by=account, now=desk.now
        )
    except Taken:
        there = await squad_sessions.on(desk.unit, row.id, draft.on)
        view = replace(seen(row, draft, desk.content), row=there)
        return told(Said.REFUSED, "taken", row, view)
    await drafts.drop(desk.unit, account, FORM)
    await attendance.follow(desk.unit, row, made, desk.now)
    view = Setting(row, workout=session.workout, row=made)
    return told(Said.DONE, "set", row, view, {"session": made.id})


async def _repeat(desk: Desk, row: SquadRow, draft: Draft) -> Answer[Setting]:
    """It comes every week from now on, until another takes that weekday."""
    new = Standing(draft.on.weekday(), draft.minute, draft.place, draft.text)
    others = tuple(s for s in row.squad.standing if s.weekday != new.weekday)
    standing = tuple(sorted((*others, new), key=lambda s: s.weekday))
    row = await squads.save(desk.unit, replace(row, squad=replace(row.squad, standing=standing)))
    account = await account_of(desk)
    if account is not None:
        await drafts.drop(desk.unit, account, FORM)
    await squad_standing.owe(desk.unit, row, desk.now)
    return told(Said.DONE, "repeats", row, Setting(row, draft), {"weekday": new.weekday})


async def unrepeat(desk: Desk, squad_id: int, weekday: int, *, admin: bool) -> Answer[Setting]:
    """It comes no more every week."""
    row = await may(desk, squad_id, admin=admin)
    if isinstance(row, Answer):
        return row
    kept = tuple(s for s in row.squad.standing if s.weekday != weekday)
    if kept == row.squad.standing:
        return told(Said.ALREADY, "repeats-no-more", row)
    row = await squads.save(desk.unit, replace(row, squad=replace(row.squad, standing=kept)))
    await squad_standing.owe(desk.unit, row, desk.now)
    return told(Said.DONE, "repeats-no-more", row, facts={"weekday": weekday})
