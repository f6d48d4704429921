"""Words against a stop: a doctor's word is asked for once more, anything else changes nothing."""

from __future__ import annotations

from typing import Any

from bot.outcome import Outcome, Said
from bot.services import safety, setback
from bot.services.desk import Answer, Desk
from bot.storage.gates import GateRow
from bot.understand.pleas import Plea, read_plea
from core.safety import Cleared, GateKind, closes_by

_STOPS = (
    GateKind.EMERGENCY,
    GateKind.CRISIS,
    GateKind.DOCTOR,
    GateKind.FEVER,
    GateKind.ILL,
    GateKind.PAIN,
    GateKind.WALK,
)
"""Gates that stop running, the gravest first."""


def concerns(text: str) -> bool:
    """Whether a message pleads at all; only then it is looked up who is stopped."""
    return read_plea(text) is not None


async def hear(desk: Desk, text: str) -> Answer[Any]:
    """What a plea is answered; NOTHING to whom nothing stops."""
    dossier, plea = await desk.dossier(), read_plea(text)
    row = _stopping(dossier.gates) if dossier is not None and dossier.account.profile else None
    if row is None:
        return Answer(Outcome(safety.TOPIC, Said.NOTHING))
    by_doctor = closes_by(row.gate) is Cleared.DOCTOR
    if plea is Plea.WHEN or (plea is Plea.CLEARED and not by_doctor):
        return await setback.well(desk)
    code = "sure" if plea is Plea.CLEARED else "not-past"
    closes = closes_by(row.gate)
    facts = {"gate": row.id, "closes": closes.value if closes else ""}
    return Answer(Outcome(safety.TOPIC, Said.ASK, code, facts))


def _stopping(rows: tuple[GateRow, ...]) -> GateRow | None:
    stops = [row for row in rows if row.gate.kind in _STOPS]
    return min(stops, key=lambda row: _STOPS.index(row.gate.kind), default=None)
