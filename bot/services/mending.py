"""Slips of the finger put right: the gate came first, and goes with the tap that opened it."""

from __future__ import annotations

from datetime import date

from bot.outcome import Outcome, Said
from bot.services.answering import TOPIC, of_today, take
from bot.services.answers import (
    SCORE,
)
from bot.services.decision import open_gates_of
from bot.services.desk import Answer, Desk
from bot.services.slips import ill_by_a_slip, mendable
from bot.services.today import Today
from core.safety import GateKind


async def mend(desk: Desk, on: date, spot: str, value: int) -> Answer[Today]:
    """The number that was meant, where a misheard one stopped all running this morning.

    Only today's own answer can be put right, and only by tap: pain that eases during the day, or is
    talked down, opens no gate. Limping stays what it is.
    """
    dossier = await of_today(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    if spot not in mendable(dossier) or not 0 <= value <= 10:
        return Answer(Outcome(TOPIC, Said.STALE))
    kept = tuple(
        row.gate
        for row in dossier.gates
        if row.gate.kind is not GateKind.PAIN or row.gate.spot != spot
    )
    dossier = await open_gates_of(desk, dossier, kept, "mended")
    return await take(desk, on, {f"{SCORE}{spot}": value}, health=True, dossier=dossier)


async def not_ill(desk: Desk, on: date) -> Answer[Today]:
    """*I'm ill* was a slip of this morning: its gate goes, and the day is decided without it."""
    dossier = await of_today(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    slip = ill_by_a_slip(dossier)
    if slip is None:
        return Answer(Outcome(TOPIC, Said.STALE))
    kept = tuple(row.gate for row in dossier.gates if row.gate != slip)
    dossier = await open_gates_of(desk, dossier, kept, "mended")
    return await take(desk, on, {"ill": False}, health=True, dossier=dossier)
