"""Every cause weighed against the others, heaviest first."""

from __future__ import annotations

from dataclasses import replace

from core.plateau.ailments import life_stress, overcooked, underfuelled
from core.plateau.body import Body
from core.plateau.cause import Cause, Finding
from core.plateau.pieces import form, long_run, pacing, strength, strides, volume
from core.plateau.proof import Comparison
from core.plateau.sessions import fading, medium, repeat, scheduling, wishes
from core.plateau.told import LEAST
from core.plateau.view import View
from core.plateau.waves import no_cycles, true_plateau

_ORDER = {cause: place for place, cause in enumerate(Cause)}
_EXPLAINED = {
    Cause.FADING: (
        Cause.WISHES,
        Cause.OVERCOOKED,
        Cause.UNDERFUELLED,
        Cause.LIFE_STRESS,
        Cause.SCHEDULING,
        Cause.MEDIUM,
    ),
    Cause.REPEAT: (Cause.OVERCOOKED,),
    Cause.NO_CYCLES: (
        Cause.OVERCOOKED,
        Cause.UNDERFUELLED,
        Cause.LIFE_STRESS,
        Cause.REPEAT,
        Cause.WISHES,
        Cause.MEDIUM,
        Cause.SCHEDULING,
    ),
}
"""What another finding explains already: tired legs fade, whatever the rests are; who has too much
gains nothing from another session; and weeks like each other are common enough not to be the reason
where something else is plainly wrong."""
EXPLAINS = 0.4
EXPLAINED = 0.6


def findings(view: View, compared: Comparison | None) -> tuple[Finding, ...]:
    """All that were found, ranked; a draw goes by the order of the causes."""
    body = Body(view)
    faded = fading(view)
    slower = compared is not None and compared.worse
    weighed = (
        underfuelled(body),
        overcooked(body, compared),
        life_stress(body),
        repeat(view),
        wishes(view),
        medium(view, body),
        scheduling(view, body),
        volume(view),
        long_run(view),
        faded,
        pacing(view, faded),
        strength(view),
        strides(view),
        form(view),
        no_cycles(view, slower=slower),
    )
    found = [finding for finding in weighed if finding is not None and finding.weight >= LEAST]
    found.append(true_plateau(view, len(weighed) - len(found), slower=slower))
    return ranked(_explained(tuple(found)))


def ranked(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Heaviest first, to a hundredth; a draw goes by the order of the causes."""
    return tuple(sorted(found, key=lambda f: (-round(f.weight, 2), _ORDER[f.cause])))


def _explained(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    weights = {finding.cause: finding.weight for finding in found}
    return tuple(
        replace(f, weight=f.weight * EXPLAINED)
        if any(weights.get(other, 0.0) >= EXPLAINS for other in _EXPLAINED.get(f.cause, ()))
        else f
        for f in found
    )
