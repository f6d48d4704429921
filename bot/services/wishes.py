"""Wishes about the plan in words: each is done by the topic that does it by buttons."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from bot.services import away, move
from bot.services.desk import Answer, Desk
from bot.storage.dossier import Dossier
from bot.understand.checkin import read_checkin
from bot.understand.intents import Intent, IntentKind, read_intent

Grant = Callable[[Desk, Intent], Awaitable[Answer[Any]]]
_GRANTS: dict[IntentKind, Grant] = {
    **dict.fromkeys(move.HEARD, move.hear),
    **dict.fromkeys(away.HEARD, away.hear),
    IntentKind.RESUME: lambda desk, _: away.back(desk),
}
_SESSION = frozenset(["run", "session", "workout", "training", "long", "intervals", "tempo"])


async def granted(desk: Desk, dossier: Dossier, text: str) -> Answer[Any] | None:
    """What came of the wish; None where the words hold none, or tell of the morning as well."""
    if dossier.plan is None:
        return None
    intent = read_intent(text)
    if intent is None or intent.kind not in _GRANTS or _tells_of_the_morning(text):
        return None
    if intent.kind is IntentKind.SKIP and not _names_a_session(intent):
        return None
    if intent.kind is IntentKind.RESUME and away.away_now(dossier) is None:
        return None
    return await _GRANTS[intent.kind](desk, intent)


def _tells_of_the_morning(text: str) -> bool:
    """Whether answers came along: they are kept first, and the day is decided on them."""
    heard = read_checkin(text)
    return bool(heard.legs or heard.sleep or heard.pulse or heard.pains or heard.ill)


def _names_a_session(intent: Intent) -> bool:
    """A bare "skip" leaves out a question; "skip today" and "skip the long run" a session."""
    return bool(intent.slots.days) or bool(_SESSION & set(intent.said.lower().split()))
