"""/move and /skip: a session on another day, two days changed over, one left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services.change import Changed, first_open, lay, plan_for, seen
from bot.services.desk import Answer, Desk
from bot.storage.dossier import Dossier
from bot.understand.intents import Intent, IntentKind, read_intent
from core.athlete import Athlete
from core.move import AHEAD, Option, moved, options, skipped, why_not
from core.plan import Plan, Session
from core.safety import Cleared, closes_by
from core.season import is_beginner_start
from core.workout import Focus

TOPIC = "move"
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Moving:
    """What /move shows: the sessions that can be taken, or the one taken and where it may go."""

    now: Changed
    sessions: tuple[Session, ...] = ()
    session: Session | None = None
    options: tuple[Option, ...] = ()


async def begin(desk: Desk, *, skips: bool = False) -> Answer[Moving]:
    """/move or /skip: which session?"""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    return _ask(dossier, desk, "which-skip" if skips else "which")


async def pick(desk: Desk, on: date) -> Answer[Moving]:
    """Where may the session of that day go?"""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    if (fault := _fault(dossier, on)) is not None:
        return _ask(dossier, desk, fault)
    return _where(dossier, desk, on)


async def move(desk: Desk, on: date, to: date) -> Answer[Moving]:
    """Put the session there; where it does not fit it stays, and the answer says why."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    return await _move(desk, dossier, on, to)


async def skip(desk: Desk, on: date) -> Answer[Moving]:
    """Leave the session out; nothing is made up."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    return await _skip(desk, dossier, on)


async def told_again(desk: Desk, facts: Mapping[str, Scalar]) -> Moving | None:
    """What an outcome that is answered again speaks of: its change, its session, or the list."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return None
    if facts.get("change"):
        return _done(dossier, desk, int(facts["change"] or 0)).view
    told = facts.get("from")
    return _view(dossier, desk, date.fromisoformat(str(told)) if told else None)


async def ask_for(desk: Desk, text: str) -> Answer[Moving]:
    """A command with words behind it."""
    intent = read_intent(text)
    if intent is None or intent.kind not in HEARD:
        return await begin(desk, skips=text.startswith("skip"))
    return await hear(desk, intent)


HEARD = frozenset({IntentKind.MOVE, IntentKind.SWAP, IntentKind.SKIP})
"""The wishes that `hear` answers."""


async def hear(desk: Desk, intent: Intent) -> Answer[Moving]:
    """A wish in words: "can I move Thursday to Friday", "swap Tue and Thu", "skip today"."""
    dossier = await _dossier(desk)
    if isinstance(dossier, Answer):
        return dossier
    said, today = intent.said.lower(), dossier.today
    days = [day for word in intent.slots.days if (day := _day(word, today)) is not None]
    named = _named(said, dossier)
    if intent.kind is IntentKind.SKIP:
        on = days[0] if days else named
        if on is None:
            return _ask(dossier, desk, "which-skip")
        return await _skip(desk, dossier, on)
    if len(days) >= 2:
        one, other = days[-2:] if "instead" not in said else (days[-1], days[-2])
        return await _move(desk, dossier, one, other)
    if not days:
        return _where(dossier, desk, named) if named else _ask(dossier, desk, "which")
    if named is not None:  # "my long run on Sunday", where it is, is told so
        return await _move(desk, dossier, named, days[0])
    if _is_target(said) and days[0] != today:
        return await _move(desk, dossier, today, days[0])
    return _where(dossier, desk, days[0])


def _day(word: str, today: date) -> date | None:
    """The next such day from today on; None for what names no one day."""
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if word in near:
        return today + timedelta(days=near[word])
    if word in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(word) - today.weekday()) % 7)
    return None


_TO = re.compile(r"\b(?:to|on|until|till|for)\s+(?:this |next |coming )?\w+day\b|\btomorrow\b")
_Fits = Callable[[Session], bool]
_CALLED: tuple[tuple[re.Pattern[str], _Fits], ...] = (
    (re.compile(r"\blong\b"), lambda s: s.long),
    (re.compile(r"\b(?:tempo|threshold)\b"), lambda s: s.focus is Focus.THRESHOLD),
    (re.compile(r"\b(?:interval|rep|track)s?\b"), lambda s: s.hard and not s.long),
    (re.compile(r"\bhard\b"), lambda s: s.hard),
)


def _is_target(said: str) -> bool:
    """Whether the one day told is where something should go: "do it on Friday instead"."""
    return bool(_TO.search(said))


def _named(said: str, dossier: Dossier) -> date | None:
    """The day of the session that is called by its kind: "my long run", "the intervals"."""
    for pattern, fits in _CALLED:
        if pattern.search(said):
            return next((s.on for s in _coming(dossier) if fits(s)), None)
    return None


async def _move(desk: Desk, dossier: Dossier, on: date, to: date) -> Answer[Moving]:
    fault = _fault(dossier, on)
    if fault == "move-rest" and _fault(dossier, to) is None:
        on, to, fault = to, on, None  # "swap" names two days in any order
    if fault is not None:
        return _ask(dossier, desk, fault)
    plan, athlete = plan_for(dossier, on, to), dossier.account.profile
    session = plan.on(on) if plan else None
    if plan is None or athlete is None or session is None:
        return _ask(dossier, desk, "move-rest")
    first, spaced = first_open(dossier), _spaced(dossier, athlete)
    misfit = why_not(plan, session, to, athlete, first, spaced=spaced)
    if misfit is not None or on == to:
        answer = _where(dossier, desk, on)
        facts = {**answer.outcome.facts, "to": to.isoformat()}
        code = misfit.value if misfit else ""
        return replace(answer, outcome=Outcome(TOPIC, Said.REFUSED, code, facts))
    dossier, change_id = await lay(desk, dossier, moved(plan, session, to))
    return _done(dossier, desk, change_id)


async def _skip(desk: Desk, dossier: Dossier, on: date) -> Answer[Moving]:
    fault = _fault(dossier, on)
    plan = plan_for(dossier, on)
    session = plan.on(on) if plan else None
    if fault is not None or session is None:
        return _ask(dossier, desk, fault or "move-rest")
    dossier, change_id = await lay(desk, dossier, skipped(session))
    return _done(dossier, desk, change_id)


def _fault(dossier: Dossier, on: date) -> str | None:
    """Why nothing can be moved or left out on that day: a code of our words."""
    if _stopped(dossier):
        return "move-stopped"
    plan = plan_for(dossier, on)
    session = plan.on(on) if plan else None
    if on < dossier.today:
        return "move-past"
    if on < first_open(dossier):
        return "move-logged"
    if session is None:
        return "move-rest"
    return "move-race" if session.race is not None else None


def _stopped(dossier: Dossier) -> bool:
    """Whether somebody has to be seen or talked to before anything is run again."""
    return any(closes_by(row.gate) in _SEEN_FIRST for row in dossier.gates)


_SEEN_FIRST = {Cleared.DOCTOR, Cleared.PERSON}


def _done(dossier: Dossier, desk: Desk, change_id: int) -> Answer[Moving]:
    laid = dossier.plan.change(change_id) if dossier.plan else None
    view = Moving(seen(dossier, desk, laid.change if laid else None, change_id))
    return Answer(Outcome(TOPIC, Said.DONE, facts={"change": change_id}), view)


def _ask(dossier: Dossier, desk: Desk, code: str) -> Answer[Moving]:
    code = "move-stopped" if _stopped(dossier) else code
    return Answer(Outcome(TOPIC, Said.ASK, code), _view(dossier, desk, None))


def _where(dossier: Dossier, desk: Desk, on: date) -> Answer[Moving]:
    if (fault := _fault(dossier, on)) is not None:
        return _ask(dossier, desk, fault)
    facts: dict[str, Scalar] = {"from": on.isoformat()}
    return Answer(Outcome(TOPIC, Said.ASK, "where", facts), _view(dossier, desk, on))


def _view(dossier: Dossier, desk: Desk, picked: date | None) -> Moving:
    now, athlete = seen(dossier, desk), dossier.account.profile
    plan = plan_for(dossier, picked) if picked else None
    session = plan.on(picked) if plan and picked else None
    if plan is None or session is None or athlete is None:
        return Moving(now, sessions=_coming(dossier))
    first, spaced = first_open(dossier), _spaced(dossier, athlete)
    found = options(plan, session, athlete, first, spaced=spaced)
    return Moving(now, session=session, options=found)


def _coming(dossier: Dossier) -> tuple[Session, ...]:
    """The sessions of the next days that can be moved or left out."""
    if _stopped(dossier):
        return ()
    first = first_open(dossier)
    days = (first + timedelta(days=n) for n in range(AHEAD))
    found = (_session(plan_for(dossier, day), day) for day in days)
    return tuple(s for s in found if s is not None and s.race is None)


def _session(plan: Plan | None, on: date) -> Session | None:
    return plan.on(on) if plan else None


def _spaced(dossier: Dossier, athlete: Athlete) -> bool:
    return is_beginner_start(athlete, dossier.log, dossier.today)


async def _dossier(desk: Desk) -> Dossier | Answer[Moving]:
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    return dossier
