"""Where strength days stand: heavy legs never precede a hard or a long day (R193)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from core.athlete import Athlete, Kit, Race
from core.plan import Phase
from core.routine import Dose
from core.season.footing import Footing
from core.season.frame import Frame
from core.season.near import near
from core.season.planned import Planned
from core.season.written import WrittenWeek

GYM, HOME = "strength-gym", "strength-home"
A_WEEK = {Phase.BASE: 2, Phase.BUILD: 1, Phase.PEAK: 1, Phase.RECOVERY: 0}
"""R141, R182, R189: two in base, one to keep it later."""
APART = 2
NEWCOMER = timedelta(weeks=4)
DAY = timedelta(days=1)


def strength_days(
    foot: Footing, weeks: Sequence[WrittenWeek], races: Sequence[Race]
) -> tuple[tuple[date, str], ...]:
    """(day, routine) for the whole plan, in date order."""
    key = GYM if Kit.GYM in foot.athlete.kit else HOME
    runs = {run.on: run for week in weeks for run in week.runs}
    found: list[date] = []
    for week in weeks:
        if not week.gentle:
            found += _in_week(week, _fit(foot, week.frame, runs, races), runs, found)
    return tuple((day, key) for day in found)


def _in_week(
    week: WrittenWeek, fit: Sequence[date], runs: Mapping[date, Planned], before: Sequence[date]
) -> list[date]:
    """The week's strength days: after a hard run rather than on an easy day, 48 hours apart."""
    most = 1 if week.easy else A_WEEK[week.frame.stretch.phase]
    order = sorted(fit, key=lambda d: (not (d in runs and runs[d].sized.hard), d not in runs, d))
    found: list[date] = []
    for day in order:
        others = (*before[-1:], *found)
        if len(found) < most and all(abs((day - other).days) >= APART for other in others):
            found.append(day)
    return sorted(found)


def _fit(
    foot: Footing, frame: Frame, runs: Mapping[date, Planned], races: Sequence[Race]
) -> list[date]:
    """The week's days that strength may stand on; none once a goal race is run."""
    days = [frame.starts + n * DAY for n in range(7)]
    if frame.goal is not None:
        days = [day for day in days if day < frame.goal.on]
    return [day for day in days if day >= foot.start and _free(foot, day, runs, races)]


def _free(foot: Footing, day: date, runs: Mapping[date, Planned], races: Sequence[Race]) -> bool:
    """Not on rest days kept free, not before a hard or long run, not close to a race."""
    tomorrow = runs.get(day + DAY)
    tiring = tomorrow is not None and (tomorrow.sized.hard or tomorrow.long)
    rest = day.weekday() in foot.athlete.rest_days or (foot.minor and day not in runs)
    long = day in runs and runs[day].long
    if tiring or rest or long or near(day, races, foot.age) is not None:
        return False
    return all(
        race.on < day or (race.on - day).days > foot.shapes.shape(race.distance).taper.legs
        for race in races
    )


def strength_dose(athlete: Athlete, phase: Phase, on: date) -> Dose:
    """Light in a newcomer's first four weeks, short near the race, else in full (R189)."""
    if on < athlete.started + NEWCOMER:
        return Dose.LIGHT
    return Dose.SHORT if phase is Phase.PEAK else Dose.FULL
