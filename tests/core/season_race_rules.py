"""Races: how they are approached and left, how many there are, and what is safe."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from core.athlete import Priority, RaceDistance
from core.phases import is_short, rules_for
from core.plan import Phase, Session, WeekKind
from core.taper import Taper, recovery_days
from core.workout import Effort, Focus
from tests.core.season_case import DAY, SHAPES, Case

ROOM = 0.04
"""Runs of a taper window are few and round: so much over its share is no fault."""


def races_are_run_fresh(case: Case) -> Iterator[str]:
    """Nothing hard in the last three days before a goal, rest or 20 minutes the day before."""
    for r in case.goals:
        for s in case.plan.between(r.on - 3 * DAY, r.on - DAY):
            if s.hard and s.race is None:
                yield f"{s.on}: {s.workout.key} {(r.on - s.on).days} days before the race"
        eve = case.by_day.get(r.on - DAY)
        if eve and eve.race is None and case.minutes(eve.workout) > 21:
            yield f"{eve.on}: {case.minutes(eve.workout):.0f} min on the eve"


def goals_are_tapered(case: Case) -> Iterator[str]:
    """Windows back from the race against the three biggest of the last six weeks."""
    for r, taper in _well_before(case):
        starts = taper.starts(r.on)
        six = [case.window(starts - timedelta(days=7 * n), 7) for n in range(6, 0, -1)]
        big = sum(sorted(six)[-3:]) / 3
        often = len(case.foot.days) > 3 and not case.athlete.minutes and not _others(case, r)
        often = often and big > 15_000  # smaller weeks are two runs, or three
        for window in taper.windows:
            if window.days < 7:
                continue
            run = case.window(r.on - window.furthest * DAY, window.days)
            share = max(window.share, 0.65) if big < 30_000 else window.share
            if run > (share + ROOM) * big + 600:
                yield f"{r.on}: {100 * run / big:.0f} % in days {window.nearest}-{window.furthest}"
            if often and run < (share - 0.25) * big:
                yield f"{r.on}: only {100 * run / big:.0f} % from day {window.furthest} on"


def no_long_run_comes_late(case: Case) -> Iterator[str]:
    """The last one 21 days before a marathon, 14 before a half, 8 before a 10K; then far less."""
    for r, taper in _well_before(case):
        if _others(case, r):
            continue
        before = case.plan.between(taper.starts(r.on) - 7 * DAY, r.on - taper.last_long * DAY)
        longest = max((case.metres[s.on] for s in before), default=0.0)
        for s in case.plan.between(r.on - (taper.last_long - 1) * DAY, r.on - DAY):
            if s.long and longest > 8_000 and case.metres[s.on] > 0.80 * longest:
                yield f"{s.on}: {case.metres[s.on]:.0f} m after a last one of {longest:.0f} m"


def _well_before(case: Case) -> Iterator[tuple[Session, Taper]]:
    """Goals with six weeks of running before their taper, none of it walked."""
    for r in case.goals:
        assert r.race is not None
        taper = SHAPES.shape(r.race.distance).taper
        sessions = case.plan.between(taper.starts(r.on) - 42 * DAY, r.on)
        walked = any(s.focus is Focus.WALK_RUN for s in sessions)
        if taper.starts(r.on) >= case.start + 42 * DAY and not walked:
            yield r, taper


def _others(case: Case, race: Session) -> bool:
    return any(o is not race and abs((o.on - race.on).days) < 42 for o in case.races)


def races_are_recovered_from(case: Case) -> Iterator[str]:
    """A third of its km in easy days, half as many again from 50; after a goal a whole phase."""
    age = case.athlete.age(case.start)
    for r in case.races:
        assert r.race is not None
        for day in range(1, recovery_days(r.race.distance, age) + 1):
            s = case.by_day.get(r.on + day * DAY)
            if s is None or s.race or s.focus is Focus.WALK_RUN:
                continue
            if s.hard or s.long or case.minutes(s.workout) > 31:
                yield f"{s.on}: {s.workout.key} {day} days after {r.race.distance.km:.0f} km"
        after = case.plan.week_of(r.on + 7 * DAY)
        walks = after is not None and case.walks(after)
        if r.race.priority is Priority.A and after and after.phase is not Phase.RECOVERY:
            yield from () if walks else (f"{r.on}: the week after is {after.phase}",)


def lesser_races_have_easy_days_before(case: Case) -> Iterator[str]:
    """Three before a B race, one before a C race."""
    for r in case.races:
        assert r.race is not None
        days = 3 if r.race.priority is Priority.B else 1
        for s in case.plan.between(r.on - days * DAY, r.on - DAY):
            if (s.hard or s.long) and s.race is None:
                yield f"{s.on}: {s.workout.key} before a {r.race.priority} race"


def a_race_is_its_weeks_hard_day(case: Case) -> Iterator[str]:
    """Beside it only a goal's short touch of race pace, four or five days out."""
    for r in case.races:
        assert r.race is not None
        week = case.plan.week_of(r.on)
        for s in case.runs(week) if week else ():
            touch = r.race.priority is Priority.A and (r.on - s.on).days in {4, 5}
            if s.hard and not touch:
                yield f"{s.on}: {s.workout.key} in the week of a race on {r.on}"


def every_race_stands_in_the_plan(case: Case) -> Iterator[str]:
    """But for who may not race, and for days further away than the season."""
    planned = {r.on for r in case.races}
    days = {r.on for r in case.athlete.races if case.start <= r.on <= case.plan.ends}
    if not case.gentle and days != planned:
        yield f"races on {sorted(days ^ planned)}"


def goals_are_few_and_apart(case: Case) -> Iterator[str]:
    """Two a year, three of 10K or shorter; 8 weeks apart, short ones 4."""
    goals = [r.race for r in case.goals if r.race]
    for one, other in pairwise(goals):
        weeks = 4 if is_short(one) and is_short(other) else 8
        if other.on - one.on < timedelta(weeks=weeks):
            yield f"{one.on} and {other.on}: both A"
    for goal in goals:
        year = [g for g in goals if goal.on <= g.on < goal.on + timedelta(days=365)]
        if len(year) > (3 if all(is_short(g) for g in year) else 2):
            yield f"{goal.on}: {len(year)} peaks in a year"


def phases_lead_to_the_race(case: Case) -> Iterator[str]:
    """Peak in the goal's week, build before it, a base where there is time for one."""
    for r in case.goals:
        before = [w for w in case.plan.weeks if w.starts <= r.on]
        if before and before[-1].phase is not Phase.PEAK and not case.walks(before[-1]):
            yield f"{r.on}: the race week is {before[-1].phase}"
        peaks = [w for w in before[-4:] if w.phase is Phase.PEAK]
        if len(peaks) > 3:
            yield f"{r.on}: {len(peaks)} weeks of peak"
    order = [w.phase for w in case.plan.weeks]
    for one, other in pairwise(order):
        if one is Phase.RECOVERY and other is Phase.BUILD and case.goals:
            yield "a build follows recovery without a base"


def races_are_safe(case: Case) -> Iterator[str]:
    """8 km before a 10K, 15 km before a half, 26 km or 2:45 h before a marathon."""
    for r in case.races:
        assert r.race is not None
        shape = SHAPES.shape(r.race.distance)
        if shape.safe.longest is None:
            continue
        needed = shape.safe.longest.metres
        if shape.safe.or_time is not None:
            needed = min(needed, case.pace_of(Effort.EASY).distance_in(shape.safe.or_time).metres)
        first = r.on - timedelta(weeks=10)
        run = [m for on, m in case.metres.items() if first <= on < r.on]
        run += [told.metres for told in case.foot.recent if told.on >= first]
        if max(run, default=0.0) < needed * 0.99:
            yield f"{r.on}: {max(run, default=0.0):.0f} m for {r.race.distance.km:.0f} km"
        minor = case.foot.minor and rules_for(r.race.distance) is RaceDistance.MARATHON
        if minor:
            yield f"{r.on}: a marathon below 18"


def weeks_are_what_they_are_called(case: Case) -> Iterator[str]:
    """A week with a race is a race week, one with a goal's whole taper in it a taper week."""
    for week in case.plan.weeks:
        raced = any(week.starts <= r.on <= week.ends for r in case.races)
        if raced != (week.kind is WeekKind.RACE) and not case.walks(week):
            yield f"{week.starts}: {week.kind} with{'' if raced else 'out'} a race"


RACE_RULES = (
    races_are_run_fresh,
    goals_are_tapered,
    no_long_run_comes_late,
    races_are_recovered_from,
    lesser_races_have_easy_days_before,
    a_race_is_its_weeks_hard_day,
    every_race_stands_in_the_plan,
    goals_are_few_and_apart,
    phases_lead_to_the_race,
    races_are_safe,
    weeks_are_what_they_are_called,
)
