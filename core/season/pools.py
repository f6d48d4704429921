"""Which recipes stand open to an athlete at a place in the season, in the library's own order."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.athlete import Kit, Level, RaceDistance
from core.library import Library, Recipe, Slot, Standing, WarmUp, When, not_yet
from core.phases import Stretch
from core.season.footing import Footing
from core.workout import Effort, Focus

_LEVELS = tuple(Level)
_EARLY = {Stretch.BASE, Stretch.EARLY, Stretch.STRENGTH}
_LATE = {Stretch.LATE, Stretch.SPECIFIC, Stretch.PEAK}
_QUICK = {Effort.STRIDE, Effort.SPRINT, Effort.FAST}
_QUICK_WARM_UPS = {WarmUp.SHARP, WarmUp.SPRINT}
_Asked = tuple[Slot, Focus | None, Stretch, RaceDistance]


@dataclass(slots=True)
class Pools:
    """The library as open to one athlete; what time opens is asked with a standing each week."""

    foot: Footing
    library: Library
    _found: dict[_Asked, tuple[Recipe, ...]] = field(default_factory=dict)
    _open: dict[_Asked, tuple[Recipe, ...]] = field(default_factory=dict)
    _standing: Standing | None = None

    def of(
        self,
        slot: Slot,
        stretch: Stretch,
        race: RaceDistance,
        standing: Standing,
        focus: Focus | None = None,
    ) -> tuple[Recipe, ...]:
        """Recipes for a slot, those whose time in the season it is before any others."""
        asked = (slot, focus, stretch, race)
        if standing != self._standing:
            self._standing, self._open = standing, {}
        if asked not in self._open:
            if asked not in self._found:
                self._found[asked] = self._find(*asked)
            athlete = self.foot.athlete
            self._open[asked] = tuple(
                recipe
                for recipe in self._found[asked]
                if not_yet(recipe, athlete, standing) is None
            )
        return self._open[asked]

    def _find(
        self, slot: Slot, focus: Focus | None, stretch: Stretch, race: RaceDistance
    ) -> tuple[Recipe, ...]:
        found = self.library.find(
            slot=slot, focus=focus, phase=stretch.phase, race=race, athlete=self.foot.athlete
        )
        open_now = [recipe for recipe in found if self._suits(recipe)]
        twins = {recipe.twin for recipe in open_now}
        once = [recipe for recipe in open_now if recipe.key not in twins]
        timely = [recipe for recipe in once if _in_season(recipe, stretch)] or once
        return tuple(sorted(timely, key=self._general))

    def _general(self, recipe: Recipe) -> tuple[int, bool, int]:
        """What was written for this level, this part of the season and this race comes first."""
        lower = sum(
            _LEVELS.index(level) < _LEVELS.index(self.foot.level) for level in recipe.levels
        )
        return lower, recipe.when is When.ANY, len(recipe.races)

    def _suits(self, recipe: Recipe) -> bool:
        """Treadmill versions only stand in for others; a sore tendon runs nothing quick."""
        if recipe.kit == (Kit.TREADMILL,):
            return False
        return not (self.foot.tendon_sore and strains_tendons(recipe))


def strains_tendons(recipe: Recipe) -> bool:
    """Hills, strides, sprints: closed while an Achilles or a calf is sore (coaching.md 4)."""
    steps = [step for piece in recipe.pieces for step in piece.steps]
    quick = any(step.uphill or step.effort in _QUICK for step in steps)
    return quick or recipe.warm_up in _QUICK_WARM_UPS or recipe.kit == (Kit.HILL,)


def has_fast_part(recipe: Recipe) -> bool:
    """Whether a long run with it is a hard day."""
    steps = (step for piece in recipe.pieces for step in piece.steps)
    return any(s.effort.at_least_marathon and s.effort not in _QUICK for s in steps)


def _in_season(recipe: Recipe, stretch: Stretch) -> bool:
    """Long reps and full rests first, faster and shorter later (R92, R143)."""
    if recipe.when is When.EARLY:
        return stretch in _EARLY
    return recipe.when is When.ANY or stretch in _LATE
