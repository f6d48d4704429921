"""The written season made a plan: sessions, weeks with their kinds, and a reason for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.athlete import Race
from core.library.totals import turns
from core.phases import rules_for
from core.plan import Phase, Plan, Session, Week, WeekKind
from core.season.calendar import Calendar
from core.season.care import Care
from core.season.footing import Footing
from core.season.strength import strength_days
from core.season.why import RACE_EFFORT, season_why, week_why
from core.season.written import WrittenWeek
from core.units import Distance
from core.workout import Effort, Focus, Step, Workout

RACE = "race"
GROWS = 1.01
"""A week is bigger than the last normal one from one per cent on."""


def finish(foot: Footing, cared: Care, found: Calendar, written: Sequence[WrittenWeek]) -> Plan:
    """Sessions and weeks in date order, and what holds for the season as a whole."""
    races = found.races if cared.races else ()
    sessions = [run.session() for week in written for run in week.runs]
    sessions += [race_session(race) for race in races]
    weeks = tuple(_weeks(written, races, cared, foot.age))
    return Plan(
        starts=foot.start,
        ends=weeks[-1].ends,
        weeks=weeks,
        sessions=tuple(sorted(sessions, key=lambda session: session.on)),
        strength=() if cared.easy else strength_days(foot, written, races),
        why=tuple(season_why(foot, cared, found, written)),
    )


def race_session(race: Race) -> Session:
    """The race as a session: hard, at the effort of the distance whose rules it follows."""
    step = Step(RACE_EFFORT[rules_for(race.distance)], distance=race.distance)
    return Session(race.on, Workout(RACE, Focus.RACE, (step,)), hard=True, race=race)


def _weeks(
    written: Sequence[WrittenWeek], races: Sequence[Race], cared: Care, age: int | None
) -> Iterator[Week]:
    before: WrittenWeek | None = None
    for week in written:
        kind = _kind(week, before, cared)
        aimless = week.gentle and week.frame.goal is None
        phase = Phase.BASE if aimless else week.frame.stretch.phase
        yield Week(
            starts=week.frame.starts,
            phase=phase,
            kind=kind,
            volume=Distance(week.metres),
            why=tuple(week_why(week, phase, kind, races, age)),
        )
        if kind in {WeekKind.NORMAL, WeekKind.MAINTAIN, WeekKind.START}:
            before = week
        elif kind in {WeekKind.RECOVERY, WeekKind.RETURN}:
            before = None  # after a race nothing is measured against the weeks before it


def _kind(week: WrittenWeek, before: WrittenWeek | None, cared: Care) -> WeekKind:
    if cared.easy or (week.gentle and week.frame.starts < cared.walk_until):
        return WeekKind.MAINTAIN
    if week.gentle and week.frame.kind is not WeekKind.RACE:
        return WeekKind.START
    if week.frame.kind is not WeekKind.NORMAL:
        return week.frame.kind
    if week.easy:
        return WeekKind.START
    if before is None or not before.whole or progresses(week, before):
        return WeekKind.NORMAL
    return WeekKind.MAINTAIN


def progresses(week: WrittenWeek, before: WrittenWeek) -> bool:
    """Whether anything is more, or new, against the last normal week (R2)."""
    longest, was = (max((r.sized.metres for r in w.runs), default=0.0) for w in (week, before))
    more = week.metres > before.metres * GROWS or longest > was + 1
    return more or len(week.runs) > len(before.runs) or bool(_quick(week) - _quick(before))


def _quick(week: WrittenWeek) -> set[Workout]:
    """The sessions with anything faster than easy running."""
    return {
        run.sized.workout
        for run in week.runs
        if any(step.effort.rank > Effort.EASY.rank for step, _ in turns(run.sized.workout.blocks))
    }
