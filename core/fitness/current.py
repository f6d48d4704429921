"""The fitness that today's paces come from: a result, aged, renewed by training, less time off."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.activity import Log
from core.athlete import Athlete, Result, UsualWeek
from core.fitness.evidence import Meant, Renewal, renewals
from core.fitness.results import Trust, current_result
from core.fitness.time_off import TimeOff, breaks, left_of


@dataclass(frozen=True, slots=True)
class Fitness:
    """A VDOT with what it stands on; `on` is the day that last moved it."""

    vdot: float
    source: Result
    on: date
    trust: Trust = Trust.FULL
    renewals: tuple[Renewal, ...] = ()
    time_off: tuple[TimeOff, ...] = ()


def current_vdot(
    results: Iterable[Result], log: Log, today: date, usual: UsualWeek | None = None
) -> Fitness | None:
    """The VDOT of the result that counts today; None where none does, and effort leads alone."""
    stands = current_result(results, log, today, usual)
    if stands is None:
        return None
    return Fitness(stands.vdot, stands.result, stands.result.on, stands.trust)


def effective_fitness(
    athlete: Athlete,
    log: Log,
    today: date,
    *,
    meant: Meant | None = None,
    refused: AbstractSet[date] = frozenset(),
    ill: AbstractSet[date] = frozenset(),
) -> Fitness | None:
    """The fitness in force: training's evidence added, breaks taken off.

    Only what the athlete was told of counts: renewals stored with them, and not refused. With
    `meant`, the RPE each focus means, the log is read instead; `refused` are the days of renewals
    that count not, `ill` days on which a lost session proves nothing.
    """
    base = current_vdot(athlete.results, log, today, athlete.usual)
    if base is None:
        return None
    since = base.source.on
    if meant:
        earned = renewals(log, since, today, meant, refused=refused, ill=ill)
    else:
        earned = told_renewals(athlete, since, today)
    gaps = breaks(log, since, today, _last_told(athlete))
    gaps = tuple(gap for gap in gaps if gap.returned not in athlete.breaks_refused)
    vdot = (base.vdot + sum(renewal.change for renewal in earned)) * left_of(gaps)
    moved = max([since, *(renewal.on for renewal in earned), *(_back(gap, today) for gap in gaps)])
    return replace(base, vdot=max(1.0, vdot), on=moved, renewals=earned, time_off=gaps)


def told_renewals(athlete: Athlete, since: date, today: date) -> tuple[Renewal, ...]:
    """What training has earned since a result, as it was told, less what was refused."""
    return tuple(
        Renewal(told.on, told.change, told.evidence)
        for told in athlete.renewed
        if not told.refused and since < told.on <= today
    )


def untold_renewal(
    athlete: Athlete, log: Log, today: date, meant: Meant, *, ill: AbstractSet[date] = frozenset()
) -> Renewal | None:
    """The first change that training has earned and nobody has told yet.

    The log is read from the last one told on, refused or not: evidence counts once.
    """
    base = current_vdot(athlete.results, log, today, athlete.usual)
    if base is None:
        return None
    since = max([base.source.on, *(told.on for told in athlete.renewed)])
    return next(iter(renewals(log, since, today, meant, ill=ill)), None)


def _last_told(athlete: Athlete) -> date | None:
    """Who told of four weeks without a run has not run since then."""
    return None if athlete.usual.runs else athlete.started - timedelta(days=28)


def _back(gap: TimeOff, today: date) -> date:
    return gap.returned or today
