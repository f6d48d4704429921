"""The shape of a season as data, and weeks to a race divided into base, build and peak."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.athlete import Level, Race, RaceDistance
from core.plan import Phase
from core.taper import Taper
from core.units import Distance, Duration
from core.workout import Focus

FEWEST_DAYS, MOST_DAYS = 2, 7


class Stretch(StrEnum):
    """A part of a macrocycle with its own emphasis; build has two, or three as blocks (R160)."""

    BASE = "base"
    EARLY = "early"
    LATE = "late"
    STRENGTH = "strength"
    SPEED = "speed"
    SPECIFIC = "specific"
    PEAK = "peak"
    RECOVERY = "recovery"

    @property
    def trains(self) -> bool:
        """Whether it has hard days, and so an emphasis."""
        return self is not Stretch.RECOVERY

    @property
    def phase(self) -> Phase:
        named = {Stretch.BASE: Phase.BASE, Stretch.PEAK: Phase.PEAK}
        return Phase.RECOVERY if self is Stretch.RECOVERY else named.get(self, Phase.BUILD)


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What the two hard days train, in turn; `fast_long`: every other long run is partly fast."""

    first: tuple[Focus, ...]
    second: tuple[Focus, ...]
    fast_long: bool = False


@dataclass(frozen=True, slots=True)
class Safe:
    """What must be reachable before the taper, or the race is not taken on (coaching.md 9)."""

    longest: Distance | None = None
    or_time: Duration | None = None
    weeks: int = 0
    week: Distance = Distance(0)


@dataclass(frozen=True, slots=True)
class Shape:
    """A macrocycle for one distance: lengths in weeks, volumes by level and days, caps, taper."""

    distance: RaceDistance
    base: tuple[int, int]
    build: tuple[int, int]
    speed: int
    peak: int
    recovery: int
    volume: Mapping[Level, tuple[Distance, ...]]
    long: Mapping[Level, Distance]
    long_time: Duration
    long_share: float | None
    safe: Safe
    emphasis: Mapping[Stretch, Emphasis]
    taper: Taper

    def needed(self, level: Level, days: int) -> Distance:
        """The biggest week the goal needs at so many days of running."""
        return self.volume[level][days - FEWEST_DAYS]

    @property
    def wanted(self) -> int:
        """Weeks that a whole season takes at least."""
        return self.base[0] + self.build[0] + self.peak


@dataclass(frozen=True, slots=True)
class Ramp:
    """How weeks may grow: limits on the last normal week and that before, and the usual step."""

    share: float
    least: Distance
    two_weeks_share: float
    two_weeks_least: Distance
    growth: float
    growth_least: Distance


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers that hold at every distance."""

    peak_times: float
    down: float
    down_every: int
    down_every_masters: int
    long_growth: float
    empty_month: Duration
    peaks: int
    peaks_short: int
    weeks_between: int
    weeks_between_short: int
    freshness_days: int
    day_added_every: int
    rolling_weeks: int
    blocks_seasons: int
    blocks_build: int


@dataclass(frozen=True, slots=True)
class PhaseShapes:
    """Everything phases.toml says; `shares` are (weekly volume from, long run's share), rising.

    `hard` are hard days a week by days of running, `start` what a beginner's base trains.
    """

    shapes: Mapping[RaceDistance, Shape]
    usual: Ramp
    careful: Ramp
    limits: Limits
    shares: tuple[tuple[Distance, float], ...]
    hard: Mapping[tuple[Level, Phase], tuple[int, ...]]
    start: Emphasis

    def shape(self, distance: Distance) -> Shape:
        """The shape whose rules a race of any distance follows: the next of the four upwards."""
        return self.shapes[rules_for(distance)]

    def long_share(self, week: Distance) -> float:
        """The most of a week that its long run may be (coaching.md 8)."""
        return [share for start, share in self.shares if start <= week][-1]

    def hard_days(self, level: Level, phase: Phase, days: int) -> int:
        """Hard days a week beside the long run; none in recovery."""
        if phase is Phase.RECOVERY:
            return 0
        return self.hard[level, phase][days - FEWEST_DAYS]


def rules_for(distance: Distance) -> RaceDistance:
    """Which of the four a race counts as: 8 km is a 10K, ten miles a half, 30 km a marathon."""
    for known, most in _UP_TO:
        if distance.metres <= most:
            return known
    return RaceDistance.MARATHON


_UP_TO = (
    (RaceDistance.FIVE_K, 7_000),
    (RaceDistance.TEN_K, 15_000),
    (RaceDistance.HALF, 25_000),
)


def is_short(race: Race) -> bool:
    """Whether the race is 10K or shorter: those can come closer together."""
    return rules_for(race.distance) in {RaceDistance.FIVE_K, RaceDistance.TEN_K}


@dataclass(frozen=True, slots=True)
class Division:
    """Weeks to a race, the race's own included; `lead` is what a whole season leaves over."""

    lead: int
    base: int
    build: int
    peak: int

    @property
    def weeks(self) -> int:
        return self.lead + self.base + self.build + self.peak


def divide(weeks: int, shape: Shape, *, base_first: int) -> Division:
    """Backwards from the race: peak, build, base; base gives way first, down to `base_first`.

    With `base_first` 0 (in training already) a short season keeps two weeks of base, if it has six.
    """
    peak = min(shape.peak, weeks)
    rest = weeks - peak
    lead = max(0, rest - shape.base[1] - shape.build[1])
    rest -= lead
    least_base = min(rest, base_first or (2 if rest >= 6 else 0))
    whole = shape.base[0] + shape.build[0]
    if rest >= whole:
        build = min(shape.build[1], max(shape.build[0], round(rest * 0.45)))
        build = max(build, rest - shape.base[1])
    else:
        build = min(shape.build[0], rest - least_base)
    return Division(lead, rest - build, build, peak)


def stretches(division: Division, shape: Shape, *, blocks: bool = False) -> tuple[Stretch, ...]:
    """The stretch of every week after the lead, first week first."""
    if blocks:
        third = max(2, division.build // 3)
        build = [Stretch.STRENGTH] * (division.build - 2 * third)
        build += [Stretch.SPEED] * third + [Stretch.SPECIFIC] * third
    else:
        late = min(shape.speed, (division.build + 1) // 2)
        build = [Stretch.EARLY] * (division.build - late) + [Stretch.LATE] * late
    return (Stretch.BASE,) * division.base + tuple(build) + (Stretch.PEAK,) * division.peak
