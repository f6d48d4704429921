"""How much of a session: the first dose leaves room to grow, the next is one step more."""

from __future__ import annotations

from dataclasses import dataclass

from core.library import Caps, Grows, Recipe, within
from core.season.sizer import Sized, Sizer

USES = 3
"""How often one recipe is built on before another takes its turn (ours)."""
_LADDERS = {Grows.PACE, Grows.REST}


@dataclass(frozen=True, slots=True)
class Room:
    """What a session may take: minutes and metres of the day, fast and firm minutes, the caps.

    `fast` is at M or faster, `firm` at steady or faster; `usual` are the minutes of a session that
    fills up, `total` the exact metres of a long run.
    """

    minutes: float
    metres: float
    fast: float
    firm: float
    caps: Caps
    usual: float = 45.0
    total: float = 0.0


@dataclass(frozen=True, slots=True)
class Thread:
    """A session being built on: how much it was last time, and how often it has been."""

    key: str
    dose: float
    stage: int
    uses: int


def first(sizer: Sizer, recipe: Recipe, room: Room) -> Sized | None:
    """Two doses below the most that fits, one where pace or rest will grow instead."""
    doses = recipe.doses
    fitting = (
        i for i in range(len(doses) - 1, -1, -1) if sized_in(sizer, recipe, doses[i], 0, room)
    )
    top = next(fitting, None)
    if top is None:
        return None
    steps_back = 1 if recipe.grows in _LADDERS else USES - 1
    return sized_in(sizer, recipe, doses[max(0, top - steps_back)], 0, room)


def further(sizer: Sizer, recipe: Recipe, thread: Thread, room: Room) -> Sized | None:
    """One variable further: a rung of the ladder, or a dose more (R76); None: that is all."""
    if recipe.grows in _LADDERS:
        if thread.stage + 1 >= recipe.stages:
            return None
        return sized_in(sizer, recipe, thread.dose, thread.stage + 1, room)
    more = next((dose for dose in recipe.doses if dose > thread.dose), None)
    return None if more is None else sized_in(sizer, recipe, more, thread.stage, room)


def lighter_dose(sizer: Sizer, recipe: Recipe, thread: Thread | None, room: Room) -> Sized | None:
    """About two doses fewer than last time at the same pace, or the least."""
    before = thread.dose if thread else recipe.doses[0]
    stage = thread.stage if thread else 0
    fewer = [dose for dose in recipe.doses if dose < before][-2:]
    for dose in dict.fromkeys([*fewer[:1], recipe.doses[0]]):
        if (sized := sized_in(sizer, recipe, dose, stage, room)) is not None:
            return sized
    return None


def sized_in(sizer: Sizer, recipe: Recipe, dose: float, stage: int, room: Room) -> Sized | None:
    """The recipe in the room there is, or None."""
    sized = _in_time(sizer, recipe, dose, stage, room)
    if sized is None or not _inside(sized, room):
        return None
    return sized if within(sized.workout, room.caps, sizer.pace_of) else None


def _in_time(sizer: Sizer, recipe: Recipe, dose: float, stage: int, room: Room) -> Sized | None:
    if room.total:
        return sizer.filled(recipe, room.total, dose)
    if recipe.fills:
        minutes = min(room.minutes, max(recipe.minutes.least, round(room.usual)))
        return sizer.sized(recipe, dose, stage, minutes=minutes)
    sized = sizer.sized(recipe, dose, stage)
    if sized is None or sized.fast > room.fast or sized.firm > room.firm or _inside(sized, room):
        return sized
    minutes = int(min(room.minutes, sizer.easy_minutes(room.metres) * 0.95))
    return sizer.sized(recipe, dose, stage, minutes=minutes) if minutes > 0 else None


def _inside(sized: Sized, room: Room) -> bool:
    return (
        sized.minutes <= room.minutes + 0.01
        and sized.metres <= room.metres + 1
        and sized.fast <= room.fast + 0.01
        and sized.firm <= room.firm + 0.01
    )
