"""The library: workouts found by what they train, when, for whom and with what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from core.athlete import Athlete, Kit, Level, RaceDistance
from core.library.recipe import Recipe, Slot
from core.plan import Phase
from core.workout import Focus


class Lock(StrEnum):
    """Why a recipe is closed to an athlete today."""

    LEVEL = "level"
    AGE = "age"
    KIT = "kit"
    NO_DISTANCE = "no-distance"
    INJURY = "injury"
    SEASONS = "seasons"
    WEEK = "week"
    BASE = "base"
    BASICS = "basics"
    CANNOT_RUN_YET = "cannot-run-yet"


@dataclass(frozen=True, slots=True)
class Standing:
    """What the gates look at beside the athlete.

    `week` is the week of a beginner's or returner's start, None once it is over; `base_weeks` the
    weeks run in this macrocycle; `done` the keys run before.
    """

    today: date
    week: int | None = None
    base_weeks: int = 0
    done: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Library:
    """Every recipe by key, in the order of the files."""

    recipes: tuple[Recipe, ...]
    _by_key: Mapping[str, Recipe] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_key", {recipe.key: recipe for recipe in self.recipes})

    def __getitem__(self, key: str) -> Recipe:
        return self._by_key[key]

    def __contains__(self, key: object) -> bool:
        return key in self._by_key

    def __iter__(self) -> Iterator[Recipe]:
        return iter(self.recipes)

    def __len__(self) -> int:
        return len(self.recipes)

    @property
    def ladder(self) -> tuple[str, ...]:
        """The keys of the walk-run ladder, lowest step first."""
        return tuple(recipe.key for recipe in self.recipes if Slot.LADDER in recipe.slots)

    def find(
        self,
        *,
        slot: Slot | None = None,
        focus: Focus | None = None,
        phase: Phase | None = None,
        level: Level | None = None,
        race: RaceDistance | None = None,
        kit: Kit | None = None,
        minutes: float | None = None,
        athlete: Athlete | None = None,
        standing: Standing | None = None,
    ) -> tuple[Recipe, ...]:
        """What matches all that is given, in file order; `kit` is what it is run on.

        `minutes` finds what can be made to last so long. With an athlete (and where they stand)
        only what is open to them.
        """
        return tuple(
            recipe
            for recipe in self.recipes
            if (slot is None or slot in recipe.slots)
            and (focus is None or recipe.focus is focus)
            and (phase is None or phase in recipe.phases)
            and (level is None or level in recipe.levels)
            and (race is None or race in recipe.races)
            and (kit is None or kit in recipe.kit)
            and (minutes is None or recipe.minutes.least <= minutes <= recipe.minutes.most)
            and (athlete is None or lock(recipe, athlete, standing) is None)
        )

    def suited(self, recipe: Recipe, athlete: Athlete) -> Recipe | None:
        """The recipe, or its twin by time or its flat version where distance or kit are missing."""
        seen: set[str] = set()
        while recipe.key not in seen:
            seen.add(recipe.key)
            if not _has_kit(recipe, athlete) and recipe.instead:
                recipe = self[recipe.instead]
            elif not _measurable(recipe, athlete) and recipe.twin:
                recipe = self[recipe.twin]
            else:
                break
        fits = _has_kit(recipe, athlete) and _measurable(recipe, athlete)
        return recipe if fits else None


def lock(recipe: Recipe, athlete: Athlete, standing: Standing | None = None) -> Lock | None:
    """The first gate that is shut, or None; gates of time are tried only with a standing."""
    gates = recipe.gates
    if athlete.level not in recipe.levels:
        return Lock.LEVEL
    if gates.run_20_min and not athlete.can_run_20_min:
        return Lock.CANNOT_RUN_YET
    if not _has_kit(recipe, athlete):
        return Lock.KIT
    if not _measurable(recipe, athlete):
        return Lock.NO_DISTANCE
    if any(injury.spot in gates.never_with for injury in athlete.injuries):
        return Lock.INJURY
    if athlete.seasons < gates.seasons:
        return Lock.SEASONS
    return None if standing is None else not_yet(recipe, athlete, standing)


def not_yet(recipe: Recipe, athlete: Athlete, standing: Standing) -> Lock | None:
    """The first gate of time that is shut: what `lock` tries last."""
    gates, age = recipe.gates, athlete.age(standing.today)
    if gates.adults and age is not None and age < 18:
        return Lock.AGE
    if standing.week is not None and standing.week < gates.week:
        return Lock.WEEK
    if standing.base_weeks < gates.base_weeks:
        return Lock.BASE
    if gates.after and not standing.done.intersection(gates.after):
        return Lock.BASICS
    return None


def _has_kit(recipe: Recipe, athlete: Athlete) -> bool:
    return recipe.anywhere or any(kit in athlete.kit for kit in recipe.kit)


def _measurable(recipe: Recipe, athlete: Athlete) -> bool:
    return athlete.measured_distance or recipe.by_time
