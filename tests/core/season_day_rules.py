"""Which day carries what: spacing, days and minutes, strength, and who is to be spared."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from core.athlete import Condition, Level, Spot
from core.plan import WeekKind, hard
from core.workout import Effort
from tests.core.season_case import DAY, LOADING, QUICK, SHAPES, Case


def hard_days_are_spread(case: Case) -> Iterator[str]:
    """No two hard days in a row; from age 50 two easy days between, races apart."""
    for one, other in pairwise(s for s in case.plan.sessions if s.hard):
        gap = (other.on - one.on).days
        if gap < 2 and not (one.race and other.race):
            yield f"{one.on} and {other.on}: hard days in a row"
        if case.masters and gap < 3 and not one.race and not other.race:
            yield f"{one.on} and {other.on}: {gap - 1} easy days between, from age 50"


def long_runs_touch_no_hard_day(case: Case) -> Iterator[str]:
    for s in case.plan.sessions:
        for day in (s.on - DAY, s.on + DAY):
            other = case.by_day.get(day)
            if s.long and not s.hard and other and other.hard:
                yield f"{s.on}: long run beside {other.workout.key} on {day}"


def strides_follow_nothing_hard_or_long(case: Case) -> Iterator[str]:
    for s in case.plan.sessions:
        before = case.by_day.get(s.on - DAY)
        quick = any(step.effort in {Effort.STRIDE, Effort.SPRINT} for step in s.workout.steps())
        if quick and not s.hard and not s.long and before and (before.hard or before.long):
            yield f"{s.on}: {s.workout.key} the day after {before.workout.key}"


def hard_means_hard(case: Case) -> Iterator[str]:
    for s in case.plan.sessions:
        if s.hard != (s.race is not None or hard(s.workout, case.pace_of)):
            yield f"{s.on}: {s.workout.key} is marked hard={s.hard}"


def hard_days_are_few(case: Case) -> Iterator[str]:
    """R56, R93: two for beginners and minors, three for others; none at two days a week.

    Races are the athlete's own choice: all of a week's count once.
    """
    most = 2 if case.foot.level is Level.BEGINNER or case.foot.minor else 3
    for week in case.plan.weeks:
        raced = any(s.race for s in case.plan.between(week.starts, week.ends))
        days = sum(s.hard for s in case.runs(week)) + raced
        if days > most:
            yield f"{week.starts}: {days} hard days"
        if len(case.foot.days) == 2 and any(s.hard for s in case.runs(week)):
            yield f"{week.starts}: a hard day at two days a week"
        short = [s for s in case.runs(week) if s.hard and not s.long]
        ordinary = week.kind is WeekKind.NORMAL and not case.tapered(week)
        if case.masters and ordinary and len(case.runs(week)) <= 4 and len(short) > 1:
            yield f"{week.starts}: {len(short)} hard days beside the long run, from age 50"


def days_and_minutes_are_kept(case: Case) -> Iterator[str]:
    limits = dict(case.athlete.minutes)
    seen: set[date] = set()
    for s in case.plan.sessions:
        if s.on in seen:
            yield f"{s.on}: two sessions"
        seen.add(s.on)
        if not case.plan.starts <= s.on <= case.plan.ends:
            yield f"{s.on}: outside the plan"
        if s.race:
            continue
        if s.on.weekday() not in case.athlete.days or s.on.weekday() in case.athlete.rest_days:
            yield f"{s.on}: not a day to run on"
        if case.minutes(s.workout) > limits.get(s.on.weekday(), 999) + 0.5:
            yield f"{s.on}: {case.minutes(s.workout):.0f} of {limits[s.on.weekday()]} min"


def weeks_follow_each_other_and_tell_themselves(case: Case) -> Iterator[str]:
    for one, other in pairwise(case.plan.weeks):
        if (other.starts - one.starts).days != 7:
            yield f"{one.starts}: the next week starts {other.starts}"
    for week in case.plan.weeks:
        if abs(week.volume.metres - case.week_metres(week)) > 1:
            yield f"{week.starts}: volume {week.volume.metres:.0f} of {case.week_metres(week):.0f}"
        if not week.why:
            yield f"{week.starts}: no reason"


def frequency_never_jumps(case: Case) -> Iterator[str]:
    """R135: one day more at a time, and then no more kilometres."""
    most = max(3, case.foot.runs)
    before = case.foot.week.metres
    for week in case.whole_weeks if not case.gentle else ():
        if week.kind not in LOADING or case.tapered(week):
            continue
        runs = len(case.runs(week))
        if runs > most + 1:
            yield f"{week.starts}: {runs} runs after {most}"
        if runs > most and case.week_metres(week) > before * 1.005 + 1_500:
            yield f"{week.starts}: a day and {case.week_metres(week) - before:.0f} m more"
        most, before = max(most, runs), max(before, case.week_metres(week))


def minors_are_spared(case: Case) -> Iterator[str]:
    """One full rest day a week below 18."""
    for week in case.whole_weeks if case.foot.minor else ():
        days = {s.on for s in case.plan.between(week.starts, week.ends)}
        days |= {on for on, _ in case.plan.strength if week.starts <= on <= week.ends}
        if len(days) > 6:
            yield f"{week.starts}: no full rest day"


def beginners_start_gently(case: Case) -> Iterator[str]:
    """Four easy weeks every second day; strides from week 3, fartlek from 5, hill sprints from 7,
    one hard day a week until 12 (coaching.md 3)."""
    if case.foot.beginner_week is None:
        return
    for s in case.plan.sessions:
        if s.race:
            continue
        nth = _start_week(case, s.on)
        quick = {step.effort for step in s.workout.steps()}
        tomorrow = case.by_day.get(s.on + DAY)
        next_too = tomorrow and not tomorrow.race and _start_week(case, tomorrow.on) <= 4
        if nth <= 4 and next_too and not case.race_within(s.on, 15):
            yield f"{s.on}: runs on two days in a row in week {nth}"
        fast = any(effort.at_least_marathon and effort not in QUICK for effort in quick)
        early = (
            (nth < 3 and quick & QUICK)
            or (nth < 5 and fast)
            or (nth < 7 and Effort.SPRINT in quick)
        )
        if early:
            yield f"{s.on}: {s.workout.key} in week {nth}"
    for week in case.plan.weeks:
        nth = _start_week(case, week.starts)
        if nth < 12 and sum(s.hard for s in case.runs(week)) > 1:
            yield f"{week.starts}: two hard days in week {nth}"


def _start_week(case: Case, day: date) -> int:
    assert case.foot.beginner_week is not None
    monday = day - timedelta(days=day.weekday())
    return case.foot.beginner_week + max(0, (monday - case.start).days) // 7


def strength_precedes_nothing_hard(case: Case) -> Iterator[str]:
    """R193; and no leg strength in the last 7 days before a race, 10 before a marathon."""
    for day, _ in case.plan.strength:
        tomorrow = case.by_day.get(day + DAY)
        if tomorrow and (tomorrow.hard or tomorrow.long):
            yield f"{day}: strength the day before {tomorrow.workout.key}"
        for r in case.races:
            least = SHAPES.shape(r.race.distance).taper.legs if r.race else 0
            if 0 <= (r.on - day).days <= least:
                yield f"{day}: strength {(r.on - day).days} days before a race"


def sore_tendons_run_nothing_quick(case: Case) -> Iterator[str]:
    """A sore Achilles or calf: no hills, strides, sprints (coaching.md 4)."""
    tendons = {Spot.ACHILLES, Spot.CALF}
    sore = any(i.spot in tendons and not i.healed for i in case.athlete.injuries)
    for s in case.plan.sessions if sore else ():
        if s.race is None and (
            s.hard or any(t.effort in QUICK or t.uphill for t in s.workout.steps())
        ):
            yield f"{s.on}: {s.workout.key}"


def walkers_and_the_pregnant_do_not_train(case: Case) -> Iterator[str]:
    after_birth = Condition.POSTPARTUM in case.athlete.conditions
    for s in case.plan.sessions if case.gentle else ():
        if after_birth and s.on >= case.athlete.started + 84 * DAY:
            return
        if s.race or any(t.effort.rank > Effort.EASY.rank for t in s.workout.steps()):
            yield f"{s.on}: {s.workout.key}"


DAY_RULES = (
    hard_days_are_spread,
    long_runs_touch_no_hard_day,
    strides_follow_nothing_hard_or_long,
    hard_means_hard,
    hard_days_are_few,
    days_and_minutes_are_kept,
    weeks_follow_each_other_and_tell_themselves,
    frequency_never_jumps,
    minors_are_spared,
    beginners_start_gently,
    strength_precedes_nothing_hard,
    sore_tendons_run_nothing_quick,
    walkers_and_the_pregnant_do_not_train,
)
