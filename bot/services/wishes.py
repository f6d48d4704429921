"""Wishes about the plan in words: each is done by the topic that does it by buttons."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

from bot.outcome import Outcome, Said
from bot.schedule import local_day
from bot.services import away, change, checkin, health, move, profile, setback, verdict, weather
from bot.services.desk import Answer, Desk
from bot.storage.athletes import State
from bot.storage.dossier import Dossier
from bot.storage.plans import LaidChange
from bot.understand.checkin import read_checkin
from bot.understand.intent_slots import Slots
from bot.understand.intents import Intent, IntentKind, read_intent
from bot.understand.runs import RunHeard, read_run
from bot.understand.sore_spots import read_pain
from core.adjust.table import Offer
from core.plan import ChangeKind
from core.units import Units

_UNITS = {"km": Units.KM.value, "mi": Units.MILES.value}
Grant = Callable[[Desk, Intent], Awaitable[Answer[Any]]]
_GRANTS: dict[IntentKind, Grant] = {
    **dict.fromkeys(move.HEARD, move.hear),
    **dict.fromkeys(away.HEARD, away.hear),
    IntentKind.PAUSE: lambda desk, _: profile.pause(desk),
    IntentKind.PULSE_OFF: lambda desk, _: profile.set_(desk, "pulse", "off"),
    IntentKind.PULSE_ON: lambda desk, _: profile.set_(desk, "pulse", "on"),
    IntentKind.CLOCK: lambda desk, intent: profile.set_(desk, "clock", _clock(intent)),
    IntentKind.WELL: lambda desk, _: setback.well(desk),
    IntentKind.HURT: lambda desk, intent: setback.hear_pain(desk, intent.said),
    IntentKind.UNITS: lambda desk, intent: profile.set_(desk, "units", _UNITS[intent.slots.units]),
    IntentKind.HOUR: lambda desk, intent: profile.tell(desk, "hour", intent.slots.clock),
    IntentKind.SETTINGS: lambda desk, intent: profile.tell(desk, "zone", intent.slots.place),
}
_SESSION = frozenset(["run", "session", "workout", "training", "long", "intervals", "tempo"])


async def granted(desk: Desk, dossier: Dossier, text: str) -> Answer[Any] | None:
    """What came of the wish; None where the words hold none, or tell of the morning as well."""
    if dossier.plan is None:
        return None
    athlete = dossier.account.profile
    if athlete is not None and (told := health.told_in(text, athlete, dossier.today)):
        return await health.ask(desk, told)
    if (air := weather.told_in(text, dossier.account)) and not _tells_of_more(text, dossier):
        return await checkin.hear(desk, air)
    intent = read_intent(text)
    kinds = {*_GRANTS, *_OF_TODAY, IntentKind.UNDO}
    known = intent is not None and intent.kind in kinds
    if intent is None or not known or _tells_of_the_morning(intent, text):
        return None
    if not _means_it(dossier, intent, text):
        return None
    if intent.kind is IntentKind.UNDO:
        return await _undo(desk, dossier, intent)
    if intent.kind in _OF_TODAY:
        return await _OF_TODAY[intent.kind](desk, dossier)
    return await _GRANTS[intent.kind](desk, intent)


_KEEPS = frozenset(["keep", "original", "planned", "plan"])
"""Words of an undo that wants the session, whatever was answered: "keep it as planned"."""


async def _undo(desk: Desk, dossier: Dossier, intent: Intent) -> Answer[Any]:
    """The newest thing done goes back: a move or days away of today, else today's verdict."""
    if _has(intent, _KEEPS):
        return await verdict.keep(desk, dossier.today)
    newest = _wished_last(dossier)
    if newest is None:
        return await verdict.undo(desk, dossier.today)
    return await change.undo(desk, newest.id)


def _wished_last(dossier: Dossier) -> LaidChange | None:
    """Today's move or days away, where nothing was done since: a verdict made anew by it is not."""
    zone, row = dossier.account.hours.zone, dossier.decision
    laid = dossier.plan.changes if dossier.plan else ()
    own = [each for each in laid if row is None or each.id != row.change_id]
    last = own[-1] if own else None
    if last is None or last.change.kind not in _DONE_BY_WISH:
        return None
    since = row is not None and row.change_id is not None and row.made_at > last.laid_at
    return None if since or local_day(last.laid_at, zone) != dossier.today else last


_DONE_BY_WISH = {ChangeKind.MOVED, ChangeKind.SKIPPED, ChangeKind.AWAY, ChangeKind.BUSY}


async def _back(desk: Desk, dossier: Dossier) -> Answer[Any]:
    """ "I'm back": from a pause, or from days away."""
    if dossier.account.state in {State.PAUSED, State.BLOCKED}:
        return await profile.resume(desk)
    return await away.back(desk)


async def _easier(desk: Desk, dossier: Dossier) -> Answer[Any]:
    """One step less, where today's verdict offers it; else what could be told or done instead."""
    if _offers(dossier, Offer.EVEN_EASIER):
        return await verdict.easier(desk, dossier.today)
    return Answer(Outcome("words", Said.NOTHING, "words-easier"))


async def _rest(desk: Desk, dossier: Dossier) -> Answer[Any]:
    """Rest, where today's verdict offers it; else today's session is left out, as /skip does."""
    if _offers(dossier, Offer.REST):
        return await verdict.take_rest(desk, dossier.today)
    left_out = Intent(IntentKind.SKIP, "skip today", Slots(days=("today",)))
    return await move.hear(desk, left_out)


_OF_TODAY: dict[IntentKind, Callable[[Desk, Dossier], Awaitable[Answer[Any]]]] = {
    IntentKind.EASIER: _easier,
    IntentKind.REST_INSTEAD: _rest,
    IntentKind.CHECKIN: lambda desk, dossier: checkin.reopen(desk, dossier.today),
    IntentKind.RESUME: _back,
}
_AGAIN = frozenset(["change", "redo", "correct", "fix", "again", "wrong"])


def _clock(intent: Intent) -> str:
    return (
        "12" if {"12", "am", "pm"} & set(re.findall(r"[a-z]+|\d+", intent.said.lower())) else "24"
    )


def _tells_of_more(text: str, dossier: Dossier) -> bool:
    """Whether words about the weather tell of the morning, or of a run in it, as well."""
    heard, run = read_checkin(text), read_run(text, dossier.today)
    ran = isinstance(run, RunHeard) and bool(run.distance or run.time) and "?" not in text
    answers = (heard.legs, heard.sleep, heard.pulse, heard.hrv_ms)
    felt = heard.pains or heard.ill or heard.stress or heard.dread
    return ran or bool(felt) or any(each is not None for each in answers)


def _tells_of_the_morning(intent: Intent, text: str) -> bool:
    """Whether answers came along: they are kept first, and the day is decided on them."""
    heard = read_checkin(text)
    health = bool(heard.pains or heard.ill) and intent.kind is not IntentKind.HURT
    return bool(heard.legs or heard.sleep or heard.pulse or health)


def _means_it(dossier: Dossier, intent: Intent, text: str) -> bool:
    """Whether the words ask for what their kind says, with all that is known."""
    means = _MEANT.get(intent.kind)
    return means is None or means(dossier, intent, text)


def _has(intent: Intent, words: frozenset[str]) -> bool:
    return bool(words & set(intent.said.lower().split()))


def _is_off(dossier: Dossier) -> bool:
    """Whether there is something to come back from."""
    paused = dossier.account.state in {State.PAUSED, State.BLOCKED}
    return paused or away.away_now(dossier) is not None


_LESS = frozenset(["fewer", "less", "many"])
"""Words of somebody who wants fewer messages, which is no pause."""


def _offers(dossier: Dossier, offer: Offer) -> bool:
    """Whether today's verdict has that answer among its buttons."""
    return dossier.decision is not None and offer in dossier.decision.decision.offers


def _since_when(dossier: Dossier, text: str) -> bool:
    """Pain told with its beginning has a story; without, it is one of the morning's answers."""
    read = read_pain(text, dossier.today)
    return isinstance(read, tuple) and any(spot.since is not None for spot in read)


def _names_a_session(intent: Intent) -> bool:
    """A bare "skip" leaves out a question; "skip today" and "skip the long run" a session."""
    return bool(intent.slots.days) or bool(_SESSION & set(intent.said.lower().split()))


_MEANT: dict[IntentKind, Callable[[Dossier, Intent, str], bool]] = {
    IntentKind.SKIP: lambda _, intent, __: _names_a_session(intent),
    IntentKind.RESUME: lambda dossier, _, __: _is_off(dossier),
    IntentKind.PAUSE: lambda _, intent, __: not _has(intent, _LESS),
    IntentKind.HURT: lambda dossier, _, text: _since_when(dossier, text),
    IntentKind.UNITS: lambda _, intent, __: intent.slots.units in _UNITS,
    IntentKind.HOUR: lambda _, intent, __: bool(intent.slots.clock),
    IntentKind.SETTINGS: lambda _, intent, __: bool(intent.slots.place),
    IntentKind.UNDO: lambda dossier, _, __: dossier.decision is not None,
    IntentKind.CHECKIN: lambda dossier, intent, _: (
        dossier.checkin is not None and _has(intent, _AGAIN)
    ),
}
"""Kinds that need more than their words; the others are meant wherever they are said."""
