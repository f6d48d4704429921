"""/away and /busy: what the days away or short of time leave of the running, and the way home."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services.change import Changed, lay, plan_for, seen, take_back
from bot.services.desk import Answer, Desk
from bot.services.plan import built
from bot.services.standing import standing
from bot.storage import drafts
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.plans import LaidChange
from bot.understand.answers import read_yes_no
from bot.understand.intents import Intent, IntentKind
from bot.understand.problems import OutOfRange
from bot.understand.spans import Span, read_span
from core.away import LONGEST, away, busy, ended, runs_there, span
from core.plan import Change, ChangeKind, Plan, Session
from core.season import Refusal
from core.workout import PaceOf

TOPIC = "away"
FORM = "away-runs"
"""The draft of an open "Will you run there?", so that words answer it as its buttons do."""
HEARD = frozenset({IntentKind.AWAY, IntentKind.BUSY})
_NOT = re.compile(
    r"\b(?:no|without|not|cant|can't|won't|wont)\s+(?:\w+\s+)?(?:run|running|shoes)\b"
)
_RUNS = re.compile(r"\b(?:with running|can run|will run|i'?ll run|running shoes with|and run)\b")


@dataclass(frozen=True, slots=True)
class Away:
    """The days in question (`last` None: not told yet), races in them, and how races fare after."""

    now: Changed
    kind: ChangeKind
    first: date
    last: date | None = None
    races: tuple[Session, ...] = ()
    refusal: Refusal | None = None


async def begin(desk: Desk, kind: ChangeKind) -> Answer[Away]:
    """Until when?"""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    return _ask(dossier, desk, kind, "until")


async def ask_for(desk: Desk, kind: ChangeKind, text: str) -> Answer[Away]:
    """A command with the days behind it, or a wish in words."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    told = read_span(text, dossier.today)
    if told is None:
        return _ask(dossier, desk, kind, "until")
    if isinstance(told, OutOfRange):
        return _ask(dossier, desk, kind, "away-over")
    if (told.last - told.first).days >= LONGEST:
        return _ask(dossier, desk, kind, "away-too-long")
    said = text.lower().replace("’", "'")
    if kind is ChangeKind.BUSY:
        return await _lay(desk, dossier, kind, told, runs=True)
    if _NOT.search(said) or _RUNS.search(said):
        return await _lay(desk, dossier, kind, told, runs=not _NOT.search(said))
    return await _runs(dossier, desk, told)


async def hear(desk: Desk, intent: Intent) -> Answer[Away]:
    """ "Off to Lisbon until Sunday", "busy this week"."""
    kind = ChangeKind.AWAY if intent.kind is IntentKind.AWAY else ChangeKind.BUSY
    return await ask_for(desk, kind, intent.said)


async def until(desk: Desk, first: date, last: date) -> Answer[Away]:
    """The days are told: with running, or without?"""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    if last < max(first, dossier.today):
        return _ask(dossier, desk, ChangeKind.AWAY, "away-over")
    return await _runs(dossier, desk, Span(max(first, dossier.today), last))


def says_runs(text: str) -> bool | None:
    """ "With running", "no shoes", "yes": the answer to "Will you run there?"; None for others."""
    said = text.lower().replace("’", "'").strip(" .!")
    if len(said.split()) > _SHORT:
        return None
    if _NOT.search(said) or said.startswith("without"):
        return False
    return True if _RUNS.search(said) or said in _SAYS_YES else read_yes_no(said)


_SHORT = 6
_SAYS_YES = frozenset(["with", "running", "with runs", "i run", "i will", "i'll run there"])


async def answered(desk: Desk, draft: SavedDraft, text: str) -> Answer[Away] | None:
    """The open question answered in words; None where these are no answer to it."""
    runs = says_runs(text)
    if runs is None:
        return None
    first, last = (date.fromisoformat(str(draft.answers[end])) for end in ("first", "last"))
    return await take(desk, ChangeKind.AWAY, first, last, runs=runs)


async def take(
    desk: Desk, kind: ChangeKind, first: date, last: date, *, runs: bool
) -> Answer[Away]:
    """Lay it over those days."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    if last < max(first, dossier.today):
        return _ask(dossier, desk, kind, "away-over")
    return await _lay(desk, dossier, kind, Span(max(first, dossier.today), last), runs=runs)


async def _lay(
    desk: Desk, dossier: Dossier, kind: ChangeKind, told: Span, *, runs: bool
) -> Answer[Away]:
    if (told.last - told.first).days >= LONGEST:
        return _ask(dossier, desk, kind, "away-too-long")
    if any(
        span(c.change) == (told.first, told.last) and c.change.kind is kind
        for c in _in_force(dossier)
    ):
        return _ask(dossier, desk, kind, "away-known")
    days = [told.first + timedelta(days=n) for n in range((told.last - told.first).days + 1)]
    plan, stands = plan_for(dossier, *days), standing(dossier, desk.content)
    if plan is None:
        return _ask(dossier, desk, kind, "until")
    if any(draft.form == FORM for draft in dossier.drafts):
        await drafts.drop(desk.unit, dossier.account.id, FORM)
    change = _change(plan, kind, told, stands.pace_of, runs=runs)
    dossier, change_id = await lay(desk, dossier, change)
    facts: dict[str, Scalar] = {"change": change_id, "kind": kind.value}
    view = _view(dossier, desk, kind, told, change=change, change_id=change_id)
    return Answer(Outcome(TOPIC, Said.DONE, facts=facts), view)


def _is_known(dossier: Dossier, kind: ChangeKind, told: Span) -> bool:
    same = (c.change for c in _in_force(dossier) if c.change.kind is kind)
    return any(span(change) == (told.first, told.last) for change in same)


def _change(plan: Plan, kind: ChangeKind, told: Span, pace_of: PaceOf, *, runs: bool) -> Change:
    if kind is ChangeKind.BUSY:
        return busy(plan, told.first, told.last, pace_of)
    return away(plan, told.first, told.last, pace_of, runs=runs)


async def back(desk: Desk) -> Answer[Away]:
    """Home sooner than told: the days from today on are as they were planned."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    laid = away_now(dossier)
    if laid is None:
        return _ask(dossier, desk, ChangeKind.AWAY, "away-not")
    dossier = await take_back(desk, dossier, laid.id)
    kept = ended(laid.change, dossier.today)
    if kept is not None:
        dossier, _ = await lay(desk, dossier, kept)
    view = _view(dossier, desk, laid.change.kind, Span(dossier.today, dossier.today))
    return Answer(Outcome(TOPIC, Said.DONE, "back", {"kind": laid.change.kind.value}), view)


def away_now(dossier: Dossier) -> LaidChange | None:
    """The days away or short of time that today is one of, or that are still to come."""
    found = ((laid, span(laid.change)) for laid in reversed(_in_force(dossier)))
    return next((laid for laid, days in found if days and days[1] >= dossier.today), None)


def _in_force(dossier: Dossier) -> tuple[LaidChange, ...]:
    return dossier.plan.changes if dossier.plan else ()


async def told_again(desk: Desk, facts: Mapping[str, Scalar]) -> Away | None:
    """What an outcome that is answered again speaks of."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return None
    kind = ChangeKind(str(facts.get("kind") or ChangeKind.AWAY.value))
    laid = dossier.plan.change(int(facts.get("change") or 0)) if dossier.plan else None
    days = span(laid.change) if laid else None
    if laid is None or days is None:
        return _view(dossier, desk, kind, None)
    return _view(dossier, desk, kind, Span(*days), change=laid.change, change_id=laid.id)


async def _runs(dossier: Dossier, desk: Desk, told: Span) -> Answer[Away]:
    days = {"first": told.first.isoformat(), "last": told.last.isoformat()}
    await drafts.save(desk.unit, dossier.account.id, SavedDraft(FORM, "", days, desk.now))
    facts: dict[str, Scalar] = {"kind": ChangeKind.AWAY.value}
    view = _view(dossier, desk, ChangeKind.AWAY, told)
    return Answer(Outcome(TOPIC, Said.ASK, "runs", facts), view)


def _ask(dossier: Dossier, desk: Desk, kind: ChangeKind, code: str) -> Answer[Away]:
    facts: dict[str, Scalar] = {"kind": kind.value}
    return Answer(Outcome(TOPIC, Said.ASK, code, facts), _view(dossier, desk, kind, None))


def _view(
    dossier: Dossier,
    desk: Desk,
    kind: ChangeKind,
    told: Span | None,
    *,
    change: Change | None = None,
    change_id: int = 0,
) -> Away:
    now = seen(dossier, desk, change, change_id)
    if told is None:
        return Away(now, kind, dossier.today)
    races = tuple(s for s in now.plan.between(told.first, told.last) if s.race is not None)
    stops = change is not None and kind is ChangeKind.AWAY and not runs_there(change)
    refusal = _judged(dossier, desk, told.last) if stops else None
    return Away(now, kind, told.first, told.last, races, refusal)


def _judged(dossier: Dossier, desk: Desk, last: date) -> Refusal | None:
    """Why the season cannot reach a race any more once nothing was run until that day."""
    athlete = dossier.account.profile
    if athlete is None:
        return None
    made = built(desk, dossier, athlete, last + timedelta(days=1))
    return made if isinstance(made, Refusal) else None


async def _dossier(desk: Desk) -> Dossier | Answer[Away]:
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    return dossier
