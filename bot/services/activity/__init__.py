"""What was really run: the evening's question, /log, and runs told in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from bot.forms import Ask, answered, next_step
from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_minute
from bot.services import renewal, trial
from bot.services.activity.form import FORM_NAME, activity_from, form
from bot.services.day import day_of
from bot.services.decision import open_gates_of
from bot.services.desk import Answer, Desk
from bot.services.raceday.ended import logged_race
from bot.services.review import sunday
from bot.services.standing import Standing, standing
from bot.services.tomorrow import tomorrow_of, was_harder
from bot.storage import activities, athletes, cards, drafts
from bot.storage.activities import LoggedActivity
from bot.storage.athletes import Account
from bot.storage.cards import Card, CardKey
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from core.activity import Activity, Done, Evenness, Log
from core.content import Content
from core.day import Day
from core.plan import Session
from core.safety import gates_after_run

TOPIC = "activity"
CARD = "evening"
DAYS_BACK = 7
"""How far back /log goes (coaching.md 10)."""


@dataclass(frozen=True, slots=True)
class Evening:
    """One day's log: what was planned, what is asked ("" nothing), what was run, and tomorrow.

    `harder`: today's run was harder than meant, and tomorrow is easy for it; `reviewed`: the week's
    review follows.
    """

    account: Account
    on: date
    today: Day
    session: Session | None
    asks: str
    activity: Activity | None
    tomorrow: Day
    longest: bool = False
    harder: bool = False
    reviewed: bool = False
    card: Card | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """The last seven days for /log, newest first: the day, what was planned, what was run."""

    account: Account
    today: Day
    days: tuple[tuple[date, Session | None, Activity | None], ...]


async def answer(desk: Desk, on: date, done: str) -> Answer[Evening]:
    """As planned, something else, or not run."""
    if done not in set(Done):
        return _none(Said.STALE)
    return await _take(desk, on, {"done": done})


async def rate(desk: Desk, on: date, rpe: int) -> Answer[Evening]:
    """How hard it was, 1-10."""
    return await _take(desk, on, {"rpe": rpe}) if 1 <= rpe <= 10 else _none(Said.STALE)


async def reps(desk: Desk, on: date, evenness: str) -> Answer[Evening]:
    """How the reps went."""
    known = evenness in set(Evenness)
    return await _take(desk, on, {"reps": evenness}) if known else _none(Said.STALE)


async def second(desk: Desk, on: date, another: str) -> Answer[Evening]:
    """Whether the run that was told is a second one that day, or the first one put right."""
    known = another in {"yes", "no"}
    return await _take(desk, on, {"second": another == "yes"}) if known else _none(Said.STALE)


async def told(desk: Desk, on: date, what: Mapping[str, Any]) -> Answer[Evening]:
    """A run told in words; it answers the day's question, or is logged as a run of its own."""
    updates: dict[str, Any] = {"done": Done.OTHER.value, "what": dict(what)}
    if what.get("not_run"):
        updates = {"done": Done.NOT_RUN.value}
    elif what.get("as_planned"):
        updates = {"done": Done.AS_PLANNED.value}
    if what.get("rpe") is not None:
        updates["rpe"] = what["rpe"]
    if what.get("evenness"):
        updates["reps"] = what["evenness"]
    if what.get("pains"):
        updates["pains"] = what["pains"]
    return await _take(desk, on, updates, in_words=True)


async def reopen(desk: Desk, on: date) -> Answer[Evening]:
    """/log for one of the last seven days: its question again."""
    dossier = await _dossier(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    await drafts.drop(desk.unit, dossier.account.id, FORM_NAME, on.isoformat())
    kept = await _keep(desk, dossier, on, {"again": True})
    return Answer(Outcome(TOPIC, Said.ASK, facts=_day(on)), seen(kept, desk.content, on, desk.now))


async def look(desk: Desk, on: date) -> Evening | None:
    """One day's log; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    return seen(dossier, desk.content, on, desk.now)


async def week(desk: Desk) -> Week | None:
    """The last seven days."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    days = [dossier.today - timedelta(days=back) for back in range(DAYS_BACK)]
    return Week(
        dossier.account,
        day_of(dossier, desk.content),
        tuple((day, dossier.planned(day), _activity(dossier, day)) for day in days),
    )


def seen(dossier: Dossier, content: Content, on: date, now: datetime) -> Evening:
    """The view of one day's log."""
    session, draft = dossier.planned(on), dossier.draft(FORM_NAME, on.isoformat())
    activity = _activity(dossier, on)
    answers = draft.answers if draft else {}
    step = next_step(form(session), answers)
    open_ = activity is None or draft or awaits_race(dossier, on, now)
    asks = step.key if isinstance(step, Ask) and open_ else ""
    key = CardKey(dossier.account.chat_id, CARD, on.isoformat())
    return Evening(
        account=dossier.account,
        on=on,
        today=day_of(dossier, content),
        session=session,
        asks=asks,
        activity=activity,
        tomorrow=tomorrow_of(dossier, content),
        longest=session_is_no_race(session) and _is_longest(dossier.log, activity),
        harder=was_harder(dossier, content),
        reviewed=sunday.takes_the_place(dossier, on, now),
        card=next((card for card in dossier.cards if card.key == key), None),
    )


def awaits_race(dossier: Dossier, on: date, now: datetime) -> bool:
    """Whether the evening of a race has come and nobody has told of it: a warm-up is no answer."""
    session, hours = dossier.planned(on), dossier.account.hours
    if session is None or session.race is None or logged_race(dossier, on) is not None:
        return False
    return on < dossier.today or local_minute(now, hours.zone) >= hours.evening


def session_is_no_race(session: Session | None) -> bool:
    """A race is as long as it is: nothing about its length is worth a word."""
    return session is None or session.race is None


def _is_longest(log: Log, activity: Activity | None) -> bool:
    if activity is None or activity.distance is None or not activity.ran:
        return False
    before = log.longest(activity.on - timedelta(days=1), 30)
    return before is not None and activity.distance > before


async def _take(
    desk: Desk, on: date, updates: Mapping[str, Any], *, in_words: bool = False
) -> Answer[Evening]:
    dossier = await _dossier(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    session = dossier.planned(on)
    if session is None and updates.get("done") == Done.AS_PLANNED.value:
        updates = {**updates, "done": Done.OTHER.value}  # nothing was planned: what was run?
    saved = dossier.draft(FORM_NAME, on.isoformat())
    draft: dict[str, Any] = dict(saved.answers) if saved else {}
    logged = _activity(dossier, on)
    if in_words and saved is None and "what" in updates and logged is not None and logged.ran:
        draft["logged"] = True
    late = not in_words and saved is None and logged is not None
    if late or any(key in draft for key in updates if not in_words):
        return Answer(
            Outcome(TOPIC, Said.ALREADY, facts=_day(on)), seen(dossier, desk.content, on, desk.now)
        )
    questions = form(session)
    for key, value in updates.items():
        draft = answered(questions, draft, key, value)
    await athletes.heard_from(desk.unit, dossier.account.id)
    if _wants_time(session, draft, logged):
        dossier = await _keep(desk, dossier, on, {"timed": False})
        view = seen(dossier, desk.content, on, desk.now)
        return Answer(Outcome(TOPIC, Said.ASK, facts=_day(on)), view)
    dossier = await _keep(desk, dossier, on, draft)
    step = next_step(questions, draft)
    if isinstance(step, Ask) and step.key in {"second", "done", "what"}:
        return Answer(
            Outcome(TOPIC, Said.ASK, facts=_day(on)), seen(dossier, desk.content, on, desk.now)
        )
    return await _log(desk, dossier, on, draft, more=isinstance(step, Ask))


def _wants_time(session: Session | None, draft: Mapping[str, Any], logged: Activity | None) -> bool:
    """A race that went "as planned" is asked for its time, once: said again, it is taken so."""
    raced = session is not None and session.race is not None
    as_planned = draft.get("done") == Done.AS_PLANNED.value
    return raced and as_planned and logged is None and "timed" not in draft


async def _log(
    desk: Desk, dossier: Dossier, on: date, draft: Mapping[str, Any], *, more: bool
) -> Answer[Evening]:
    """Save the run as soon as it is known; how hard and how even it was are added to it."""
    stands: Standing = standing(dossier, desk.content)
    activity = activity_from(draft, on, dossier.planned(on), stands.pace_of)
    told = next((c.celsius for c in dossier.checkins if c.on == on), None)
    activity = replace(activity, celsius=told)
    another = bool(draft.get("second")) and not draft.get("added")
    before = None if another else _logged(dossier, on)
    if before is None:
        new_id = await activities.add(desk.unit, dossier.account.id, activity, now=desk.now)
    else:
        new_id = before.id
        account_id = dossier.account.id
        await activities.replace(desk.unit, account_id, new_id, activity, now=desk.now)
    if more and another:
        dossier = await _keep(desk, dossier, on, {**draft, "added": True})
    if not more:
        await drafts.drop(desk.unit, dossier.account.id, FORM_NAME, on.isoformat())
        others = tuple(d for d in dossier.drafts if d.form != FORM_NAME)
        dossier = replace(dossier, drafts=others)
    dossier = _with_activity(dossier, LoggedActivity(new_id, activity, desk.now))
    gates = tuple(row.gate for row in dossier.gates)
    if (after := gates_after_run(activity, gates)) != gates:
        dossier = await open_gates_of(desk, dossier, after, "run")
    moved: dict[str, Scalar] = {}
    if not more:
        dossier, moved = await renewal.notice(desk, dossier, on)
        if not moved:
            dossier, moved = await trial.notice(desk, dossier)
        await sunday.hasten(desk, dossier, on)
    said = Said.ASK if more else Said.DONE
    code = "" if before is None or more else "replaced"
    return Answer(
        Outcome(TOPIC, said, code, _day(on) | moved), seen(dossier, desk.content, on, desk.now)
    )


async def _keep(desk: Desk, dossier: Dossier, on: date, draft: Mapping[str, Any]) -> Dossier:
    saved = SavedDraft(FORM_NAME, on.isoformat(), dict(draft), desk.now)
    await drafts.save(desk.unit, dossier.account.id, saved)
    key = CardKey(dossier.account.chat_id, CARD, on.isoformat())
    card = await cards.touch(desk.unit, key)
    others = tuple(c for c in dossier.cards if c.key != key)
    rest = tuple(d for d in dossier.drafts if (d.form, d.local_date) != (FORM_NAME, f"{on}"))
    return replace(
        dossier, drafts=(*rest, saved), cards=(*others, card) if card is not None else others
    )


def _with_activity(dossier: Dossier, logged: LoggedActivity) -> Dossier:
    kept = [a for a in dossier.activities if a.id != logged.id]
    rows = tuple(sorted([*kept, logged], key=lambda a: (a.activity.on, a.id)))
    unknown = tuple(d for d in dossier.log.unknown if d != logged.activity.on)
    return replace(dossier, activities=rows, log=Log(tuple(a.activity for a in rows), unknown))


def _logged(dossier: Dossier, on: date) -> LoggedActivity | None:
    """The day's latest entry, which a correction replaces."""
    return next((a for a in reversed(dossier.activities) if a.activity.on == on), None)


def _activity(dossier: Dossier, on: date) -> Activity | None:
    logged = _logged(dossier, on)
    return logged.activity if logged else None


async def _dossier(desk: Desk, on: date) -> Dossier | Answer[Evening]:
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return _none(Said.STRANGER)
    if on > dossier.today:
        return Answer(Outcome(TOPIC, Said.REFUSED, "log-future", _day(on)))
    if on <= dossier.today - timedelta(days=DAYS_BACK):
        return Answer(Outcome(TOPIC, Said.REFUSED, "log-too-old", _day(on)))
    return dossier


def _day(on: date) -> dict[str, Scalar]:
    return {"day_on": on.isoformat()}


def _none(said: Said) -> Answer[Evening]:
    return Answer(Outcome(TOPIC, said))
