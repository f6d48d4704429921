"""A member's version after the morning's answers and open gates: what is left of it, never more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from core.adjust import DecisionTable, decide, preview
from core.adjust.cutting import easy_run
from core.checkin import Danger
from core.conditions import NEW_TO_HEAT_DAYS
from core.library import Library
from core.plan import Session, apply_change
from core.readiness import Readiness
from core.reasons import Code, Reason
from core.safety import Allowed
from core.squad.taker import Taker
from core.squad.version import EASY_MINUTES, Size, Version
from core.workout import Focus


@dataclass(frozen=True, slots=True)
class Morning:
    """What the session's own day says: the answers, and the air (see `core.adjust.decide`)."""

    readiness: Readiness
    celsius: float | None = None
    hot_days: int = NEW_TO_HEAT_DAYS
    dangers: tuple[Danger, ...] = ()
    indoors: bool = False


def this_morning(
    version: Version,
    taker: Taker,
    morning: Morning | None,
    *,
    decisions: DecisionTable,
    library: Library,
) -> Version:
    """The version after the open gates and, on its day, the morning's answers; never more.

    `morning` None: the day is still to come, and only the gates speak.
    """
    planned = version.session
    if planned is None or version.size is Size.NOT or taker.allowance.level in _ALONE:
        return _stopped(version, taker)
    if taker.plan is None:
        after = _without_running(planned, taker)
        return version if after is planned else _judged(version, after, taker.allowance.reasons)
    plan = apply_change(taker.plan, version.change) if version.change else taker.plan
    if morning is None:
        after = preview(
            planned,
            plan,
            taker.allowance,
            athlete=taker.athlete,
            decisions=decisions,
            library=library,
            pace_of=taker.pace_of,
        )
        return _judged(version, after, taker.allowance.reasons)
    verdict = decide(
        planned.on,
        plan,
        morning.readiness,
        taker.allowance,
        celsius=morning.celsius,
        hot_days=morning.hot_days,
        dangers=morning.dangers,
        indoors=morning.indoors,
        log=taker.log,
        athlete=taker.athlete,
        decisions=decisions,
        library=library,
        pace_of=taker.pace_of,
    )
    return _judged(version, verdict.after, verdict.reasons, gated=verdict.gated)


_ALONE = {Allowed.STOP, Allowed.WALK_ONLY, Allowed.LADDER}
"""Where the day is a rest, a walk or a step of the way back, and none of it the squad's."""


def _stopped(version: Version, taker: Taker) -> Version:
    """Nothing is run with the squad; an open gate is the reason that counts."""
    if taker.allowance.level not in _ALONE:
        return version
    why = taker.allowance.reasons
    return Version(Size.NOT, None, why, version.change, gated=True)


def _without_running(planned: Session, taker: Taker) -> Session | None:
    """The gates of somebody without a plan: easy where only easy is allowed, else nothing."""
    level = taker.allowance.level
    if level is Allowed.FREE and not taker.allowance.bans:
        return planned
    if level in {Allowed.FREE, Allowed.EASY_ONLY}:
        minutes = min(EASY_MINUTES, planned.workout.minutes(taker.pace_of))
        return replace(planned, workout=easy_run(minutes), hard=False)
    return None


def _judged(
    version: Version,
    after: Session | None,
    reasons: tuple[Reason, ...],
    *,
    gated: bool = True,
) -> Version:
    """The version after a verdict: what is left of it, and why."""
    if after == version.session:
        return version
    told = tuple(r for r in reasons if r.code is not Code.ALL_WELL)
    walks = after is not None and after.workout.focus is Focus.WALK_RUN
    if after is None or walks:
        return replace(version, size=Size.NOT, session=after, reasons=told, gated=gated)
    fast = any(step.effort.at_least_marathon for step in after.workout.steps())
    size = Size.SMALLER if fast else Size.EASIER
    reasons = (*told, *version.reasons) if fast or not told else told  # no reps, so none to count
    return replace(version, size=size, session=after, reasons=reasons, gated=gated)
