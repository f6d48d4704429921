"""Reads phases.toml: the shape of a season, its growth and its limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from core.athlete import Level, RaceDistance
from core.content.reading import Raw, Table, entries
from core.phases import (
    FEWEST_DAYS,
    MOST_DAYS,
    Emphasis,
    Limits,
    PhaseShapes,
    Ramp,
    Safe,
    Shape,
    Stretch,
)
from core.plan import Phase
from core.taper import Taper, Window
from core.units import Distance, Duration
from core.workout import Focus

_DAYS = MOST_DAYS - FEWEST_DAYS + 1
_TRAINED = (Phase.BASE, Phase.BUILD, Phase.PEAK)
_LONGEST_SEASON = 30


def read_phases(raw: Raw, file: str) -> PhaseShapes:
    """Everything phases.toml says; ContentError for the first line that cannot be."""
    whole = Table(raw, file)
    shapes = {shape.distance: shape for shape in map(_shape, entries(raw, "shape", file))}
    whole.take("shape")
    for distance in RaceDistance:
        if distance not in shapes:
            raise whole.fault(f"there is no [[shape]] with the key {distance.value!r}")
    ramps, hard = _inner(whole, "ramp"), _inner(whole, "hard")
    read = PhaseShapes(
        shapes=shapes,
        usual=_ramp(_inner(ramps, "usual")),
        careful=_ramp(_inner(ramps, "careful")),
        limits=_limits(_inner(whole, "limits")),
        shares=_shares(_inner(whole, "long_share")),
        hard=_hard(hard),
        start=_emphasis(_inner(whole, "start")),
    )
    for table in (ramps, hard, whole):
        table.done()
    return read


def _inner(table: Table, name: str) -> Table:
    """A table inside this one, named in faults: as the entry, or as a step of it."""
    inner = table.table(name)
    return replace(inner, step=name) if table.entry else replace(inner, entry=name)


def _ramp(table: Table) -> Ramp:
    ramp = Ramp(
        share=table.number("percent", least=1, most=15) / 100,
        least=Distance.of_km(table.number("km", most=5)),
        two_weeks_share=table.number("two_weeks_percent", least=1, most=30) / 100,
        two_weeks_least=Distance.of_km(table.number("two_weeks_km", most=8)),
        growth=table.number("growth_percent", most=15) / 100,
        growth_least=Distance.of_km(table.number("growth_km", most=5)),
    )
    table.done()
    if ramp.growth > ramp.share or ramp.growth_least > ramp.least:
        raise table.fault("the usual step must not be larger than the limit")
    return ramp


def _limits(table: Table) -> Limits:
    limits = Limits(
        peak_times=table.number("peak_times", least=1, most=2),
        down=table.number("down_percent", least=20, most=30) / 100,
        down_every=table.whole("down_every", least=3, most=4),
        down_every_masters=table.whole("down_every_masters", least=3, most=4),
        long_growth=table.number("long_growth", least=1, most=1.1),
        empty_month=Duration.of_minutes(table.number("empty_month_minutes", least=10, most=30)),
        peaks=table.whole("peaks_a_year", least=1, most=3),
        peaks_short=table.whole("peaks_a_year_short", least=1, most=4),
        weeks_between=table.whole("weeks_between", least=4, most=16),
        weeks_between_short=table.whole("weeks_between_short", least=2, most=12),
        freshness_days=table.whole("freshness_days", least=7, most=28),
        day_added_every=table.whole("day_added_every", least=2, most=8),
        rolling_weeks=table.whole("rolling_weeks", least=4, most=26),
        blocks_seasons=table.whole("blocks_seasons", most=10),
        blocks_build=table.whole("blocks_build", least=6, most=16),
    )
    table.done()
    return limits


def _shares(table: Table) -> tuple[tuple[Distance, float], ...]:
    starts, percents = table.numbers("from_km"), table.numbers("percent")
    table.done()
    rising = list(starts) == sorted(set(starts)) and bool(starts) and starts[0] == 0
    if not rising or len(starts) != len(percents):
        raise table.fault("'from_km' must rise from 0, with one percent each")
    if any(not 0 < percent <= 60 for percent in percents):
        raise table.fault("'percent' must be between 1 and 60")
    return tuple(
        (Distance.of_km(km), percent / 100) for km, percent in zip(starts, percents, strict=True)
    )


def _hard(table: Table) -> Mapping[tuple[Level, Phase], tuple[int, ...]]:
    found = {}
    for level in Level:
        inner = _inner(table, level.value)
        for phase in _TRAINED:
            counts = _by_days(inner, phase.value, inner.wholes(phase.value))
            if any(not 0 <= count <= 3 for count in counts):
                raise inner.fault(f"{phase.value!r}: a week has none to three hard days")
            found[level, phase] = tuple(int(count) for count in counts)
        inner.done()
    return found


def _by_days(table: Table, name: str, values: tuple[float, ...]) -> tuple[float, ...]:
    """One value for every number of days from two to seven, none falling."""
    if len(values) != _DAYS or list(values) != sorted(values):
        raise table.fault(f"{name!r} must have {_DAYS} values that do not fall, for 2 to 7 days")
    return values


def _shape(entry: Table) -> Shape:
    distance = next((d for d in RaceDistance if d.value == entry.entry), None)
    if distance is None:
        raise entry.fault(f"the key must be one of {', '.join(d.value for d in RaceDistance)}")
    long, emphasis = _inner(entry, "long_km"), _inner(entry, "emphasis")
    share = entry.number("safe_share_percent", 0, most=60) / 100
    shape = Shape(
        distance=distance,
        base=_range(entry, "base"),
        build=_range(entry, "build"),
        speed=entry.whole("speed", least=1, most=8),
        peak=entry.whole("peak", least=1, most=4),
        recovery=entry.whole("recovery", least=1, most=6),
        volume=_volumes(_inner(entry, "volume")),
        long={level: Distance.of_km(long.number(level.value, least=5, most=40)) for level in Level},
        long_time=Duration.of_minutes(entry.number("long_minutes", least=60, most=180)),
        long_share=share or None,
        safe=_safe(entry),
        emphasis={s: _emphasis(_inner(emphasis, s.value)) for s in Stretch if s.trains},
        taper=_taper(entry),
    )
    for table in (long, emphasis, entry):
        table.done()
    return shape


def _range(entry: Table, name: str) -> tuple[int, int]:
    found = entry.wholes(name)
    if len(found) != 2 or not 1 <= found[0] <= found[1] <= _LONGEST_SEASON:
        raise entry.fault(f"{name!r} must be weeks from and to, like [8, 12]")
    return found[0], found[1]


def _volumes(table: Table) -> Mapping[Level, tuple[Distance, ...]]:
    found = {
        level: tuple(
            Distance.of_km(km) for km in _by_days(table, level.value, table.numbers(level.value))
        )
        for level in Level
    }
    table.done()
    return found


def _safe(entry: Table) -> Safe:
    return Safe(
        longest=entry.distance("safe_long") if "safe_long" in entry else None,
        or_time=entry.duration("safe_time") if "safe_time" in entry else None,
        weeks=entry.whole("safe_weeks", 0, most=_LONGEST_SEASON),
        week=Distance.of_km(entry.number("safe_week_km", 0, most=100)),
    )


def _emphasis(table: Table) -> Emphasis:
    emphasis = Emphasis(
        first=table.choices("first", Focus),
        second=table.choices("second", Focus),
        fast_long=table.flag("fast_long", default=False),
    )
    table.done()
    if not emphasis.first or not emphasis.second:
        raise table.fault("'first' and 'second' must each name a focus")
    return emphasis


def _taper(entry: Table) -> Taper:
    windows = tuple(_window(entry.here(at), row) for at, row in entry.steps("taper"))
    ends = [0, *(window.furthest for window in windows)]
    if any(w.nearest != end + 1 for w, end in zip(windows, ends, strict=False)):
        raise entry.fault("'taper': windows must follow each other back from day 1")
    later = entry.numbers("later_long")
    if not later or any(not 0 < percent <= 100 for percent in later):
        raise entry.fault("'later_long' must be percents of the last long run")
    return Taper(
        windows=windows,
        last_long=entry.whole("last_long", least=7, most=28),
        later_long=tuple(percent / 100 for percent in later),
        legs=entry.whole("legs", least=3, most=21),
    )


def _window(here: Table, row: object) -> Window:
    if not isinstance(row, list) or len(row) != 3 or not all(type(v) is int for v in row):
        raise here.fault("a window is [from day, to day, percent]")
    nearest, furthest, percent = row
    if not 1 <= nearest <= furthest <= 28 or not 20 <= percent <= 100:
        raise here.fault("a window has days 1 to 28 and 20 to 100 percent")
    return Window(nearest, furthest, percent / 100)
