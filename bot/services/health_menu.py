"""The menu behind *Pain, ill or stressed*: which part of it is open on the card."""

from __future__ import annotations

from datetime import date

from bot.outcome import Outcome, Said
from bot.services.answering import TOPIC, asks_cycle, draft_of, keep_open, of_today, shown
from bot.services.desk import Answer, Desk
from bot.services.today import Today
from core.athlete import Spot

MENUS = ("more", "where", "count", "type-sleep", "type-pulse", "type-hrv", "type-fever")
MEND_ILL = "mend-ill"
CYCLE_MENU = "type-cycle"
"""Only for who turned the question on."""


async def menu(desk: Desk, on: date, name: str) -> Answer[Today]:
    """Open a part of the health menu, or "none" to go back to the card."""
    hurts = name.startswith("hurts-") and name.removeprefix("hurts-") in set(Spot)
    mends = name.startswith("mend-") and name.removeprefix("mend-") in set(Spot)
    if name not in {"none", *MENUS, CYCLE_MENU, MEND_ILL} and not hurts and not mends:
        return Answer(Outcome(TOPIC, Said.STALE))
    dossier = await of_today(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    if name == CYCLE_MENU and not asks_cycle(dossier):
        return Answer(Outcome(TOPIC, Said.STALE))
    told = {key: value for key, value in draft_of(dossier).items() if key != "menu"}
    if name != "none":
        told["menu"] = name  # without it, a race morning that was asked nothing still is not
    return shown(await keep_open(desk, dossier, told), desk, Said.ASK)
