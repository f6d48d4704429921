"""Wishes about the plan in words: each is done by the topic that does it by buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.services import away, health, move, profile, setback, today, weather
from bot.services.desk import Answer, Desk
from bot.storage.dossier import Dossier
from bot.understand.checkin import read_checkin
from bot.understand.degrees import read_celsius
from bot.understand.intents import Intent, IntentKind, read_intent
from bot.understand.sore_spots import read_pain
from core.units import Units

_UNITS = {"km": Units.KM.value, "mi": Units.MILES.value}
Grant = Callable[[Desk, Intent], Awaitable[Answer[Any]]]
_GRANTS: dict[IntentKind, Grant] = {
    **dict.fromkeys(move.HEARD, move.hear),
    **dict.fromkeys(away.HEARD, away.hear),
    IntentKind.RESUME: lambda desk, _: away.back(desk),
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
    celsius = read_celsius(text)
    if celsius is not None and read_checkin(text).not_checkin:
        return await weather.tell(desk, celsius)
    intent = read_intent(text)
    known = intent is not None and (intent.kind in _GRANTS or intent.kind is IntentKind.UNDO)
    if intent is None or not known or _tells_of_the_morning(intent, text):
        return None
    if not _means_it(dossier, intent, text):
        return None
    if intent.kind is IntentKind.UNDO:
        return await today.undo(desk, dossier.today)
    return await _GRANTS[intent.kind](desk, intent)


def _tells_of_the_morning(intent: Intent, text: str) -> bool:
    """Whether answers came along: they are kept first, and the day is decided on them."""
    heard = read_checkin(text)
    health = bool(heard.pains or heard.ill) and intent.kind is not IntentKind.HURT
    return bool(heard.legs or heard.sleep or heard.pulse or health)


def _means_it(dossier: Dossier, intent: Intent, text: str) -> bool:
    """Whether the words ask for what their kind says, with all that is known."""
    match intent.kind:
        case IntentKind.SKIP:
            return _names_a_session(intent)
        case IntentKind.RESUME:
            return away.away_now(dossier) is not None
        case IntentKind.HURT:
            return _since_when(dossier, text)
        case IntentKind.UNITS:
            return intent.slots.units in _UNITS
        case IntentKind.HOUR:
            return bool(intent.slots.clock)
        case IntentKind.SETTINGS:
            return bool(intent.slots.place)
        case IntentKind.UNDO:
            return dossier.decision is not None
        case _:
            return True


def _since_when(dossier: Dossier, text: str) -> bool:
    """Pain told with its beginning has a story; without, it is one of the morning's answers."""
    read = read_pain(text, dossier.today)
    return isinstance(read, tuple) and any(spot.since is not None for spot in read)


def _names_a_session(intent: Intent) -> bool:
    """A bare "skip" leaves out a question; "skip today" and "skip the long run" a session."""
    return bool(intent.slots.days) or bool(_SESSION & set(intent.said.lower().split()))
