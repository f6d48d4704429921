"""Everything without a hard minute: easy runs, jogs, strides, plain long runs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.athlete import Kit, Level
from core.library import Recipe, Slot
from core.plan import Phase, WeekKind
from core.reasons import Code, Reason
from core.season.long_run import day_metres, spike_limit
from core.season.near import Near
from core.season.planned import Making, Planned
from core.season.pools import has_fast_part
from core.workout import Effort

SHORT_MINUTES, EVE_MINUTES = 30.0, 20.0
MEDIUM_LONG_MINUTES = 55
VARIED_LONG_EVERY = 3
"""Every third plain long run has hills, strides or a steady finish (ours)."""
SHORTER = 0.97
"""Quick parts go further in the same minutes: a little less is tried (ours)."""
DOSE_EVERY, STAGE_EVERY = 2, 2
"""Strides and hill sprints grow by one after so many weeks, sprints faster (ours)."""


def easy_run(making: Making, on: date, metres: float, slot: Slot = Slot.EASY) -> Planned | None:
    """A plain run of a kind, or a plain easy one where that kind does not fit."""
    sizer = making.sizer
    minutes = sizer.easy_minutes(metres)
    for recipe in (*_plain(making.pool(slot)), *_plain(making.pool(Slot.EASY))):
        if recipe.minutes.least <= minutes + 0.5:
            sized = sizer.filled(recipe, metres)
            if sized is not None:
                return Planned(on, sized, why=_start_reason(making))
    return None


def _plain(pool: Sequence[Recipe]) -> tuple[Recipe, ...]:
    """Recipes of nothing but easy running on any ground."""
    return tuple(r for r in pool if len(r.pieces) == 1 and not r.kit and r.fills and not r.scaled)[
        :1
    ]


def short_run(making: Making, on: date, place: Near) -> Planned | None:
    """A day close to a race: half an hour at most, twenty minutes on the eve."""
    sizer = making.sizer
    minutes = EVE_MINUTES if place is Near.EVE else SHORT_MINUTES
    limit = min(spike_limit(making.course, on), day_metres(making.course, sizer, on))
    metres = min(sizer.easy_metres(minutes), sizer.rounded(limit))
    slot = Slot.SHAKEOUT if place is Near.EVE else Slot.RECOVERY
    run = easy_run(making, on, metres, slot)
    if run is None or place is not Near.AFTER:
        return run
    return Planned(on, run.sized, why=(Reason(Code.RACE_RECOVERY),))


def strides_run(making: Making, on: date, metres: float, nth: int) -> Planned | None:
    """The week's `nth` run with strides: the first one up a hill while a hill is at hand."""
    pool = [recipe for recipe in making.pool(Slot.STRIDES) if _timely(making, recipe, nth)]
    hills = [recipe for recipe in pool if recipe.kit == (Kit.HILL,)]
    flat = [recipe for recipe in pool if recipe not in hills]
    base = making.frame.stretch.phase is Phase.BASE
    uphill = hills and nth == 0 and (base or making.frame.nth % 2 == 0)
    most = making.course.foot.minutes(on.weekday()) + 0.5
    least_used = sorted(flat, key=lambda recipe: making.choice.uses[recipe.key])
    order = (hills if uphill else []) + least_used
    minutes = making.sizer.easy_minutes(metres)
    for recipe in order:
        if recipe.minutes.most < minutes:
            continue
        dose = recipe.doses[min(len(recipe.doses) - 1, (making.frame.nth - 1) // DOSE_EVERY)]
        for amount in dict.fromkeys((dose, recipe.doses[0])):
            sized = making.sizer.filled(recipe, metres, amount, _stage(making, recipe))
            if sized is None or sized.hard or sized.minutes > most:
                continue
            if sized.metres <= metres + 1:
                making.choice.uses[recipe.key] += 1
                return Planned(on, sized, why=_start_reason(making))
    return None


def _timely(making: Making, recipe: Recipe, nth: int) -> bool:
    """Pure sprints belong to an advanced athlete's base, once every other week (R85, R169)."""
    sprints = recipe.focus.value == "speed"
    early = making.frame.stretch.phase is Phase.BASE and making.frame.nth % 2 == 0 and nth == 0
    return not sprints or (making.course.foot.level is Level.ADVANCED and early)


def _stage(making: Making, recipe: Recipe) -> int:
    """Nearly full speed at first, full speed once that has been done (R175)."""
    known = recipe.key in making.course.foot.done
    uses = making.choice.uses[recipe.key] // STAGE_EVERY
    return min(recipe.stages - 1, max(int(known), uses))


def _turned(pool: list[Recipe], by: int) -> list[Recipe]:
    """The pool from another one of it on."""
    at = by % len(pool) if pool else 0
    return pool[at:] + pool[:at]


def plain_long_run(making: Making, on: date, metres: float) -> Planned | None:
    """A long run without a fast part; now and then with hills, strides or a steady finish."""
    pool = [recipe for recipe in making.pool(Slot.LONG) if not has_fast_part(recipe)]
    plain = list(_plain(pool))
    varied = [recipe for recipe in pool if recipe not in plain and not _walks(recipe)]
    week = making.course.weeks
    most = making.course.foot.minutes(on.weekday()) + 0.5
    order = plain
    ready = making.frame.kind is WeekKind.NORMAL and making.course.start_week is None
    if ready and week % VARIED_LONG_EVERY == VARIED_LONG_EVERY - 1:
        order = _turned(varied, week // VARIED_LONG_EVERY) + plain
    for recipe in order:
        for total in (metres, metres * SHORTER):
            sized = making.sizer.filled(recipe, total)
            if sized is None or sized.hard or sized.metres > metres + 1 or sized.minutes > most:
                continue
            if sized.minutes >= recipe.minutes.least - 0.5:
                return Planned(on, sized, long=True)
    return None


def _walks(recipe: Recipe) -> bool:
    return any(step.effort is Effort.WALK for piece in recipe.pieces for step in piece.steps)


def _start_reason(making: Making) -> tuple[Reason, ...]:
    """In the first weeks of a start every run says why it is so easy."""
    if not making.course.only_easy:
        return ()
    return (Reason(Code.BEGINNER_START, {"weeks": making.course.start_week or 1}),)
