"""Findings of body and life: overcooked, life stress, underfuelled or short of iron."""

from __future__ import annotations

from core.plateau.body import Body, evidence, strength, together
from core.plateau.cause import Cause, Evidence, Finding, Sign
from core.plateau.proof import Comparison
from core.plateau.question import Answer, Asked
from core.plateau.scale import ramp
from core.plateau.told import answered, with_told
from core.plateau.view import View
from core.reasons import Fact

_BODY = {"legs": 0.4, "pulse": 0.4, "effort": 0.55, "harder": 0.3, "tired": 0.2}
_LOAD = {"load_up": 0.5, "monotony": 0.4, "no_easy_week": 0.35, "dense": 0.45}
_LIFE = {"stress": 0.65, "sleep": 0.68, "lost": 0.3}
_TIRED = {"tired": 0.7, "after_rest": 0.35, "effort": 0.2, "harder": 0.25, "pulse": 0.1}
_FREE_DAYS = (4, 13)
"""Days without a run before a best effort that show what rest is worth (R242: five)."""


def overcooked(body: Body, compared: Comparison | None) -> Finding | None:
    """The body says too much while the load was high or never let up; both are needed."""
    slower = ramp(-compared.change, 1.0, 4.0) if compared else 0.0
    rested = _rested_best(body.view, compared)
    tired = min(1.0, together(_BODY, body) + 0.3 * slower + (0.45 if rested else 0.0))
    loaded = together(_LOAD, body)
    weight = 0.92 * tired * (0.62 + 0.38 * loaded)
    signs = (*rested, *evidence(body, (*_BODY, *_LOAD)))
    if compared and compared.worse:
        signs += (Evidence(Sign.SLOWER, {"percent": round(-compared.change, 1)}),)
    says = 0.45 + 0.25 * loaded
    told = {Answer.HEAVY_LATELY: says, Answer.ALWAYS_HEAVY: says - 0.1}
    if answered(body.view, Asked.LEGS) is Answer.FRESH:
        weight *= 0.6
    return with_told(Cause.OVERCOOKED, weight, signs, body.view, Asked.LEGS, told)


def _rested_best(view: View, compared: Comparison | None) -> tuple[Evidence, ...]:
    """The best proof came after days off: rest was what lacked."""
    if compared is None or compared.before.value <= compared.after.value:
        return ()
    on = compared.before.on
    last = max((r.on for r in view.runs if r.on < on), default=None)
    if last is None or not _FREE_DAYS[0] < (on - last).days <= _FREE_DAYS[1]:
        return ()
    facts: dict[str, Fact] = {"days": (on - last).days - 1, "on": on.isoformat()}
    return (Evidence(Sign.FRESH_WAS_FAST, facts),)


def life_stress(body: Body) -> Finding | None:
    """Stress told in the mornings, short nights, runs that life took."""
    weight = 0.92 * together(_LIFE, body)
    answer = answered(body.view, Asked.LIFE)
    if answer is Answer.CALM:
        weight *= 0.4
    told = {Answer.HEAVY: 0.75, Answer.BUSY: 0.35}
    signs = evidence(body, _LIFE)
    return with_told(Cause.LIFE_STRESS, weight, signs, body.view, Asked.LIFE, told)


def underfuelled(body: Body) -> Finding | None:
    """Tired whatever the week was like, though neither load nor life explain it."""
    loaded, lived = together(_LOAD, body), together(_LIFE, body)
    weight = 0.85 * together(_TIRED, body)
    weight *= (1 - 0.55 * loaded) * (1 - 0.7 * lived)
    if strength(body.tired) == 0 and strength(body.after_rest) == 0:
        weight = 0.0
    if body.heavy_told:
        weight = max(weight, 0.5 * (1 - 0.4 * loaded))
    if body.doctor:
        weight = max(weight, 0.9)
    if answered(body.view, Asked.FUEL) is Answer.WELL_FED:
        weight *= 0.6
    told = {Answer.ALWAYS_TIRED: 0.82, Answer.SKIPS: 0.55}
    signs = evidence(body, ("doctor", "tired", "after_rest"))
    if body.effort and strength(body.effort) > 0.5 and loaded < 0.4:
        facts = body.effort.evidence.facts
        signs += (Evidence(Sign.EFFORT_UP_LOAD_FLAT, facts),)
    return with_told(Cause.UNDERFUELLED, weight, signs, body.view, Asked.FUEL, told)
