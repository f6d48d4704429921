"""/library: workouts by what they train, length and ground, sized for the athlete."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.services.desk import Desk
from bot.services.standing import Standing, standing
from bot.storage.athletes import Account
from bot.understand.library import WorkoutWish, read_workout_wish
from core.content import Content
from core.library import Recipe
from core.library.caps import caps_for
from core.library.finding import lock
from core.library.sizing import DoesNotFit, fit, size
from core.paces import Paces
from core.units import Distance
from core.workout import Workout

MOST = 8
NEAR_MINUTES = 5.0


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked for and what there is, sized for this athlete, the best fit first."""

    account: Account
    wish: WorkoutWish
    workouts: tuple[Workout, ...]
    paces: Paces | None
    stands: Standing


@dataclass(frozen=True, slots=True)
class Opened:
    """One workout for this athlete; `locked` says why it is not for them today, "" if it is."""

    account: Account
    workout: Workout
    paces: Paces | None
    stands: Standing
    locked: str


async def find(desk: Desk, text: str) -> Found | None:
    """Workouts that fit the words; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    stands, wish = standing(dossier, desk.content), read_workout_wish(text)
    if wish.kit is not None:  # who asks for hills has one
        kit = tuple({*stands.athlete.kit, wish.kit})
        stands = replace(stands, athlete=replace(stands.athlete, kit=kit))
    recipes = desk.content.library.find(
        focus=wish.focus, kit=wish.kit, minutes=wish.minutes, athlete=stands.athlete
    )
    sized = [w for r in recipes if (w := sized_for(r, stands, desk.content, wish.minutes))]
    paces = stands.paces if stands.allowance.pace else None
    return Found(dossier.account, wish, tuple(sized[:MOST]), paces, stands)


async def look(desk: Desk, key: str, minutes: float) -> Opened | None:
    """One workout by its key; None for a stranger or a key that is not there."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or key not in desk.content.library:
        return None
    stands = standing(dossier, desk.content)
    recipe = desk.content.library[key]
    workout = sized_for(recipe, stands, desk.content, minutes or None)
    if workout is None:
        workout = size(recipe, pace_of=stands.pace_of)
    shut = lock(recipe, stands.athlete)
    paces = stands.paces if stands.allowance.pace else None
    return Opened(dossier.account, workout, paces, stands, shut.value if shut else "")


def sized_for(
    recipe: Recipe, stands: Standing, content: Content, minutes: float | None
) -> Workout | None:
    """The recipe for this athlete's week and the minutes there are; None where it does not fit."""
    week = Distance(max(stands.athlete.usual.distance.metres, 10_000))
    caps = caps_for(week, stands.athlete.level, stands.pace_of)
    suited = content.library.suited(recipe, stands.athlete)
    if suited is None:
        return None
    try:
        return fit(suited, pace_of=stands.pace_of, caps=caps, minutes=minutes)
    except DoesNotFit:
        return None
