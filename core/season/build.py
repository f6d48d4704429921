"""From athlete, log and races to a plan, or to a refusal with offers (coaching.md 9)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.activity import Log
from core.athlete import Athlete, Race, RaceDistance
from core.fitness import Fitness
from core.library import Library
from core.phases import FEWEST_DAYS, PhaseShapes, rules_for
from core.plan import Plan
from core.reasons import Code, Reason
from core.season.calendar import Calendar, calendar
from core.season.care import Care, care, quiet_until
from core.season.finish import finish
from core.season.footing import Footing, footing
from core.season.frames import frames
from core.season.gentle import ladder_days
from core.season.reach import too_soon
from core.season.write import write
from core.season.written import WrittenWeek

HORIZON = timedelta(weeks=78)
"""Races further away than a year and a half are not planned for yet (ours)."""
LATEST_OFFER = 52
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Offer:
    """A race that could be prepared for safely: shorter on the same day, or the same one later."""

    distance: RaceDistance
    on: date


@dataclass(frozen=True, slots=True)
class Refusal:
    """No plan, and why; `race` is the one that cannot be, `offers` what could be instead."""

    why: tuple[Reason, ...]
    race: Race | None = None
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A season written but not yet a plan."""

    foot: Footing
    care: Care
    calendar: Calendar
    weeks: tuple[WrittenWeek, ...]


def build_plan(  # noqa: PLR0917 - what a season is made of, in the order everybody names it
    athlete: Athlete,
    log: Log,
    library: Library,
    shapes: PhaseShapes,
    fitness: Fitness | None,
    start: date,
    *,
    grows: bool = True,
    continues: bool = False,
) -> Plan | Refusal:
    """The season from `start` (its first day) to the last race and its recovery, 12 weeks at least.

    What was run, not what was planned, decides volume, longest run and frequency. Without `grows`
    the load stays as it is; where a plan `continues`, down weeks do not pull its volume down. The
    same arguments make the same plan.
    """
    foot = footing(athlete, log, shapes, fitness, start, continues=continues)
    cared = care(athlete, log, start, library.ladder)
    if not cared.coached:
        return Refusal((Reason(Code.UNDER_SIXTEEN),))
    if len(foot.days) < FEWEST_DAYS:
        return Refusal((Reason(Code.FEW_DAYS, {"days": len(foot.days)}),))
    draft = _draft(replace(foot, grows=grows), cared, library)
    for race in draft.calendar.races:
        if (reason := too_soon(foot, draft.weeks, race)) is not None:
            entered = _as_entered(athlete, race)
            return Refusal((reason,), entered, tuple(_offers(draft, entered, library)))
    return finish(foot, cared, draft.calendar, draft.weeks)


def _draft(foot: Footing, cared: Care, library: Library) -> Draft:
    """The season of an athlete whose races are those of the footing's athlete."""
    limits, start = foot.shapes.limits, foot.start
    races = foot.athlete.races if cared.races else ()
    found = calendar(races, start, start + HORIZON, limits)
    last = max([race.on for race in found.races], default=start)
    until = max(last + WEEK, start + limits.rolling_weeks * WEEK - timedelta(days=1))
    quiet = quiet_until(cared, start, len(library.ladder), len(ladder_days(foot.days)))
    weeks = write(foot, cared, library, found.races, frames(foot, found.races, until, quiet))
    return Draft(foot, cared, found, weeks)


def _as_entered(athlete: Athlete, race: Race) -> Race:
    """The athlete's own race of that day: in the calendar it may have given way and become B."""
    return next(r for r in athlete.races if (r.on, r.distance) == (race.on, race.distance))


def _offers(draft: Draft, race: Race, library: Library) -> Iterator[Offer]:
    """The longest shorter race of that day, and the first later day for this one, that are safe."""
    lengths = list(RaceDistance)
    for shorter in reversed(lengths[: lengths.index(rules_for(race.distance))]):
        if _safe(draft, replace(race, distance=shorter.distance), library):
            yield Offer(shorter, race.on)
            break
    later = _first_later(draft, race, library)
    if later is not None:
        yield Offer(rules_for(race.distance), later)


def _first_later(draft: Draft, race: Race, library: Library) -> date | None:
    """The same weekday so many weeks later, found by halving; None within a year."""
    early, late = 0, LATEST_OFFER
    if not _safe(draft, replace(race, on=race.on + late * WEEK), library):
        return None
    while late - early > 1:
        middle = (early + late) // 2
        if _safe(draft, replace(race, on=race.on + middle * WEEK), library):
            late = middle
        else:
            early = middle
    return race.on + late * WEEK


def _safe(draft: Draft, instead: Race, library: Library) -> bool:
    """Whether a season with this race, and no other to come, reaches it."""
    behind = tuple(r for r in draft.foot.athlete.races if r.on < draft.foot.start)
    athlete = replace(draft.foot.athlete, races=(*behind, instead))
    tried = _draft(replace(draft.foot, athlete=athlete), draft.care, library)
    return too_soon(tried.foot, tried.weeks, instead) is None
