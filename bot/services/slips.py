"""Taps of this morning that stopped all running and may have been slips of the finger."""

from __future__ import annotations

from bot.storage.dossier import Dossier
from core.athlete import Spot
from core.safety import Gate, GateKind, Sign
from core.safety.gates import STOPS_ABOVE


def mendable(dossier: Dossier) -> tuple[Spot, ...]:
    """Places whose number of this morning stopped all running: a slip may be put right today."""
    told = dossier.checkin.pains if dossier.checkin else ()
    high = {pain.spot for pain in told if (pain.score or 0) > STOPS_ABOVE}
    opened = (row.gate for row in dossier.gates if row.gate.kind is GateKind.PAIN)
    return tuple(g.spot for g in opened if g.spot in high and g.since == dossier.today and g.spot)


def ill_by_a_slip(dossier: Dossier) -> Gate | None:
    """The illness of this morning, told in no more than a tap; it may be put right today.

    A fever, a named illness, and a relapse are told with care: they stand.
    """
    told = dossier.checkin is not None and dossier.checkin.ill
    opened = (row.gate for row in dossier.gates if row.gate.kind is GateKind.ILL)
    slips = (g for g in opened if g.since == dossier.today and g.sign is Sign.ILL and not g.days)
    return next(slips, None) if told else None
