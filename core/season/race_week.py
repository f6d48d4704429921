"""The last days before a goal race: a touch of race pace, strides, a jog on the eve (R147-R149)."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from core.library import Recipe, Slot
from core.phases import FEWEST_DAYS
from core.reasons import Code, Reason
from core.season.approach import DAY, Approach
from core.season.dosing import Room, sized_in
from core.season.easy import easy_run
from core.season.planned import Planned
from core.season.pools import has_fast_part
from core.workout import Focus

TOUCH_DAYS, STRIDES_DAYS = (5, 4), (2, 3)
TOUCH_MINUTES, STRIDES_MINUTES, EVE_MINUTES = 30.0, 35.0, 20.0
TOUCH_SHARE, STRIDES_SHARE, EVE_SHARE = 0.45, 0.40, 0.25
"""Of the last seven days' metres at most (ours)."""


def last_days(
    approach: Approach, days: Sequence[date], tiring: Collection[date | None], metres: float
) -> list[Planned]:
    """The runs of race week with a purpose of their own; nothing quick follows a `tiring` day."""
    by_place = {approach.before(day): day for day in days}
    fresh = {
        before: day
        for before, day in by_place.items()
        if day - DAY not in tiring and approach.free(day)
    }
    runs: list[Planned] = []
    touch = next((fresh[before] for before in TOUCH_DAYS if before in fresh), None)
    course = approach.making.course
    ready = not course.only_easy and not course.foot.tendon_sore
    if touch is not None and approach.alone(touch) and ready:
        runs += _touch(approach, touch, metres * TOUCH_SHARE)
    hard = {run.on for run in runs if run.sized.hard}
    strides = [fresh[b] for b in STRIDES_DAYS if b in fresh and fresh[b] - DAY not in hard]
    if strides:
        runs += _shakeout(approach, strides[0], STRIDES_MINUTES, metres * STRIDES_SHARE, quick=True)
    if 1 in by_place:
        runs += _shakeout(approach, by_place[1], EVE_MINUTES, metres * EVE_SHARE, quick=False)
    return runs


def _touch(approach: Approach, day: date, metres: float) -> list[Planned]:
    """The least of a sharpener, at this race's pace where there is one."""
    making = approach.making
    room = Room(
        minutes=making.course.foot.minutes(day.weekday()),
        metres=min(metres, approach.most(day)),
        fast=math.inf,
        firm=math.inf,
        caps=approach.caps(),
        usual=TOUCH_MINUTES,
    )
    trains = making.course.frequency > FEWEST_DAYS and making.course.start_week is None
    for recipe in sorted(filter(has_fast_part, making.pool(Slot.SHARPENER)), key=_specific):
        sized = sized_in(making.sizer, recipe, recipe.doses[0], 0, room)
        if sized is not None and (trains or not sized.hard):
            why = Reason(Code.RACE_PACE_TOUCH, {"days": approach.before(day)})
            return [Planned(day, sized, why=(why,))]
    return []


def _specific(recipe: Recipe) -> tuple[bool, int, float]:
    return recipe.focus is not Focus.RACE_PACE, len(recipe.races), recipe.minutes.least


def _shakeout(
    approach: Approach, day: date, minutes: float, most: float, *, quick: bool
) -> list[Planned]:
    """So many minutes at most, with strides at the end or without."""
    making = approach.making
    wanted = min(making.sizer.easy_metres(minutes), approach.most(day), max(most, making.least))
    metres = making.sizer.rounded(wanted)
    why = (Reason(Code.RACE_WEEK),)
    for recipe in making.pool(Slot.SHAKEOUT) if quick else ():
        sized = making.sizer.filled(recipe, metres) if len(recipe.pieces) > 1 else None
        if sized is None or sized.minutes > making.course.foot.minutes(day.weekday()) + 0.5:
            continue
        if sized.metres <= wanted + 1:
            return [Planned(day, sized, why=why)]
    run = easy_run(making, day, metres, Slot.SHAKEOUT)
    return [replace(run, why=why)] if run else []
