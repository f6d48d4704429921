"""The race calendar: which races a season can peak for, and which give way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.athlete import Priority, Race, RaceDistance
from core.phases import Limits, is_short, rules_for
from core.reasons import Code, Fact, Reason

YEAR = timedelta(days=365)
_LENGTHS = tuple(RaceDistance)


@dataclass(frozen=True, slots=True)
class Calendar:
    """Races to come in date order, as the season treats them, and why some give way."""

    races: tuple[Race, ...]
    why: tuple[Reason, ...] = ()

    @property
    def goals(self) -> tuple[Race, ...]:
        """The A races: each gets a macrocycle."""
        return tuple(race for race in self.races if race.priority is Priority.A)


def calendar(races: Sequence[Race], start: date, until: date, limits: Limits) -> Calendar:
    """One race a day from `start` to `until`; A races too close together or too many become B.

    A races of the year before `start` count too, but only coming ones can give way.
    """
    by_day = {r.on: r for r in sorted(races, key=_weight) if start - YEAR < r.on <= until}
    known = [by_day[day] for day in sorted(by_day)]
    goals: list[Race] = []
    lesser: dict[date, Reason] = {}
    for race in known:
        if race.priority is Priority.A:
            _admit(race, goals, lesser, start, limits)
    coming = (race for race in known if race.on >= start)
    return Calendar(
        tuple(replace(r, priority=Priority.B) if r.on in lesser else r for r in coming),
        tuple(lesser[day] for day in sorted(lesser)),
    )


def _weight(race: Race) -> tuple[bool, float]:
    """Of two races on one day the one that matters, or the longer, is kept: it comes last."""
    return race.priority is Priority.A, race.distance.metres


def _admit(
    race: Race, goals: list[Race], lesser: dict[date, Reason], start: date, limits: Limits
) -> None:
    """Add the race to the goals, or note why it or an earlier one gives way."""
    while goals and race.on - goals[-1].on < _between(goals[-1], race, limits):
        weeks = _between(goals[-1], race, limits).days // 7
        tune_up = goals[-1].on >= start and _longer(race, goals[-1])
        gives_way = goals.pop() if tune_up else race
        lesser[gives_way.on] = _lesser(Code.RACE_BECOMES_B, gives_way, weeks=weeks)
        if gives_way is race:
            return
    year = [goal for goal in goals if race.on - goal.on < YEAR]
    most = limits.peaks_short if all(is_short(r) for r in (*year, race)) else limits.peaks
    if len(year) < most:
        goals.append(race)
    elif race.on >= start:
        lesser[race.on] = _lesser(Code.TOO_MANY_PEAKS, race, peaks=most)


def _between(earlier: Race, later: Race, limits: Limits) -> timedelta:
    short = is_short(earlier) and is_short(later)
    return timedelta(weeks=limits.weeks_between_short if short else limits.weeks_between)


def _longer(race: Race, other: Race) -> bool:
    """A tune-up gives way to the longer race it leads to, not the other way round (ours)."""
    return _LENGTHS.index(rules_for(race.distance)) > _LENGTHS.index(rules_for(other.distance))


def _lesser(code: Code, race: Race, **facts: Fact) -> Reason:
    return Reason(code, {**facts, "on": race.on.isoformat(), "metres": race.distance.metres})
