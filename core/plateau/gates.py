"""What open gates leave of the remedies."""

from __future__ import annotations

from core.plateau.prescription import Remedy
from core.safety import Allowance, Allowed, Ban

_GROWS = {Remedy.MORE_EASY, Remedy.LONGER_LONG, Remedy.ADD_STRIDES}


def allows(remedy: Remedy, allowance: Allowance) -> bool:
    """Whether the open gates leave room for it: nothing grows, is quick or timed against them."""
    if remedy is Remedy.SEE_DOCTOR:
        return True
    if allowance.level is not Allowed.FREE:
        return False
    if remedy in _GROWS and not allowance.growth:
        return False
    if remedy is Remedy.ADD_STRIDES and Ban.STRIDES in allowance.bans:
        return False
    return allowance.pace or remedy is not Remedy.RENEW_PACES
