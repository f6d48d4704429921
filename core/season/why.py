"""Why the season and each of its weeks are as they are, in codes and facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from core.athlete import Priority, Race, RaceDistance
from core.library.totals import turns
from core.phases import FEWEST_DAYS, rules_for
from core.plan import Phase, WeekKind
from core.reasons import Code, Fact, Reason
from core.season.calendar import Calendar
from core.season.care import Care
from core.season.footing import Footing
from core.season.near import MINI_TAPER_DAYS
from core.season.written import WrittenWeek
from core.taper import recovery_days
from core.workout import Effort, step_minutes

ENOUGH_RACE_PACE = 15
"""Minutes at race pace before a goal, over the whole season, that are enough to know it (ours)."""
RACE_EFFORT = {
    RaceDistance.FIVE_K: Effort.FIVE_K,
    RaceDistance.TEN_K: Effort.TEN_K,
    RaceDistance.HALF: Effort.HALF,
    RaceDistance.MARATHON: Effort.MARATHON,
}
"""The effort at which each of the four is raced."""
_LOADING = {WeekKind.NORMAL, WeekKind.START, WeekKind.MAINTAIN}


def week_why(
    week: WrittenWeek, phase: Phase, kind: WeekKind, races: Sequence[Race], age: int | None
) -> Iterator[Reason]:
    """The phase first, then what sets this week apart; gentle weeks say only why they are."""
    frame = week.frame
    if week.gentle:
        why = next((run.why for run in week.runs if run.why), ())
        yield from why[:1] or (Reason(Code.PHASE, {"phase": phase}),)
        return
    yield Reason(Code.PHASE, {"phase": phase, "week": frame.nth})
    if frame.stretch.trains:
        yield Reason(Code.STRETCH, {"stretch": frame.stretch, "distance": frame.shape.distance})
    if week.easy:
        yield Reason(Code.BEGINNER_START, {"weeks": week.start_week or 1})
    if kind is WeekKind.DOWN:
        yield Reason(Code.DOWN_WEEK, {"cut": "volume", "percent": 100 - _percent(week)})
    elif kind is WeekKind.RETURN:
        yield Reason(Code.RETURN_WEEK, {"percent": _percent(week)})
    elif kind is WeekKind.TAPER and frame.tapering:
        yield Reason(Code.TAPER, {"percent": _percent(week)})
    elif kind is WeekKind.TAPER:
        yield Reason(Code.MINI_TAPER, {"days": MINI_TAPER_DAYS})
    elif kind is WeekKind.RECOVERY and frame.goal is not None:
        yield from _after_race(frame.goal, frame.starts, age)
    elif kind is WeekKind.RACE:
        yield from _race_week(week, races)
    elif kind in _LOADING and week.whole:
        yield from _growth(week)
    if week.lost:
        yield Reason(Code.NO_HARD_DAY, {"days": week.lost})


def _after_race(race: Race, starts: date, age: int | None) -> Iterator[Reason]:
    """The easy days that are left of a race as its recovery week begins; nothing once they are."""
    left = recovery_days(race.distance, age) - (starts - race.on).days + 1
    if left > 0:
        yield Reason(Code.RACE_RECOVERY, {"days": left})


def _percent(week: WrittenWeek) -> int:
    """The week's metres in per cent of the normal week it is measured against."""
    return round(100 * week.metres / week.last) if week.last else 100


def _growth(week: WrittenWeek) -> Iterator[Reason]:
    more = _percent(week) - 100
    if week.day_added:
        yield Reason(Code.DAY_ADDED, {"days": len(week.runs)})
    elif more > 0:
        yield Reason(Code.RAMP, {"percent": more})
    else:
        yield Reason(Code.HELD, {"metres": round(week.metres)})


def _race_week(week: WrittenWeek, races: Sequence[Race]) -> Iterator[Reason]:
    yield Reason(Code.RACE_WEEK, {"percent": _percent(week)})
    inside = [race for race in races if week.frame.starts <= race.on <= week.frame.ends]
    if any(race.priority is Priority.B for race in inside):
        yield Reason(Code.MINI_TAPER, {"days": MINI_TAPER_DAYS})


def season_why(
    foot: Footing, cared: Care, found: Calendar, weeks: Sequence[WrittenWeek]
) -> Iterator[Reason]:
    """What holds for the season as a whole: safety first, then the calendar, then the athlete."""
    yield from cared.why
    yield from found.why
    yield from _time(foot, found, weeks)
    if not found.goals:
        yield Reason(Code.ROLLING, {"distance": foot.goal})
    if any(week.frame.blocks for week in weeks):
        yield Reason(Code.BLOCKS)
    if foot.masters:
        yield Reason(Code.MASTERS)
    if foot.tendon_sore:
        yield from (Reason(Code.SORE_SPOT, {"spot": spot}) for spot in foot.sore_tendons)
    if foot.minor:
        yield Reason(Code.MINOR)
    if len(foot.days) == FEWEST_DAYS:
        yield Reason(Code.FEW_DAYS, {"days": len(foot.days)})
    if found.races and not _quick_before(found.races[0], weeks):
        yield Reason(Code.UNTRAINED_FOR_SPEED, {"on": found.races[0].on.isoformat()})
    else:
        yield from _without_race_pace(foot, found, weeks)


def _time(foot: Footing, found: Calendar, weeks: Sequence[WrittenWeek]) -> Iterator[Reason]:
    """Goal races that come too soon for a whole season, or for anything but fresh legs."""
    for goal in found.goals:
        days = (goal.on - foot.start).days
        division = next(
            (w.frame.division for w in weeks if w.frame.goal == goal and w.frame.division), None
        )
        if days < foot.shapes.limits.freshness_days:
            yield Reason(Code.ONLY_FRESHNESS, {"days": days})
        elif division and division.weeks < (wanted := foot.shapes.shape(goal.distance).wanted):
            facts: dict[str, Fact] = {
                "weeks": division.weeks,
                "wanted": wanted,
                "on": goal.on.isoformat(),
            }
            yield Reason(Code.SHORT_OF_TIME, facts)


def _quick_before(race: Race, weeks: Sequence[WrittenWeek]) -> bool:
    """Whether anything quick is run before the race (R1)."""
    return any(
        step.effort.rank >= Effort.MARATHON.rank
        for week in weeks
        for run in week.runs
        if run.on < race.on
        for step, _ in turns(run.sized.workout.blocks)
    )


def _without_race_pace(
    foot: Footing, found: Calendar, weeks: Sequence[WrittenWeek]
) -> Iterator[Reason]:
    """Goals whose own pace is hardly run before them (R119); closer ones only get fresh legs."""
    after = foot.start
    for goal in found.goals:
        minutes = round(_race_minutes(foot, goal, after, weeks))
        near = (goal.on - foot.start).days < foot.shapes.limits.freshness_days
        if minutes < ENOUGH_RACE_PACE and not near:
            yield Reason(Code.RACE_PACE_UNTRAINED, {"on": goal.on.isoformat(), "minutes": minutes})
        after = goal.on


def _race_minutes(foot: Footing, goal: Race, after: date, weeks: Sequence[WrittenWeek]) -> float:
    """Minutes at the goal's effort between two days."""
    effort = RACE_EFFORT[rules_for(goal.distance)]
    return sum(
        times * step_minutes(step, foot.pace_of)
        for week in weeks
        for run in week.runs
        if after <= run.on < goal.on
        for step, times in turns(run.sized.workout.blocks)
        if step.effort is effort
    )
