"""How much a season holds: ramp, down weeks, long runs, caps, easy share, progress."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from core.athlete import RaceDistance
from core.library import caps_for, within
from core.plan import Phase, Week, WeekKind
from core.units import METRES_PER_MILE, Distance, Duration
from core.workout import Effort, Focus, Part
from tests.core.season_case import DAY, LOADING, SHAPES, Case, quick_workouts


def weeks_ramp(case: Case) -> Iterator[str]:
    """At most 10 % or 3 km on the last normal week (7 % or 2 km), 25 % or 5 km on that before."""
    normals = [case.foot.week.metres]
    for week in case.whole_weeks if not case.gentle else ():
        if week.kind not in LOADING or case.tapered(week):
            continue
        now = case.week_metres(week)
        if case.walks(week):
            normals = [max(now, normals[0])]
            continue
        if len(normals) == 1 and case.foot.beginner_week is not None and normals[0] < 15_000:
            normals = [max(normals[0], now)]  # a start is three runs of twenty minutes at least
            continue
        rule = SHAPES.usual
        if case.foot.older or week.starts < case.foot.careful_until:
            rule = SHAPES.careful
        most = normals[-1] + max(normals[-1] * rule.share, rule.least.metres)
        if len(normals) > 1:
            two_weeks = max(normals[-2] * rule.two_weeks_share, rule.two_weeks_least.metres)
            most = min(most, normals[-2] + two_weeks)
        if now > most + (1 if most > 15_000 else 100):  # small weeks are a few round runs
            yield f"{week.starts}: {now:.0f} m, {most:.0f} m at most"
        normals.append(now)


def the_first_whole_week_is_the_usual_one(case: Case) -> Iterator[str]:
    if case.gentle or case.foot.beginner_week is not None or not case.whole_weeks:
        return
    first = case.whole_weeks[0]
    if case.week_metres(first) > case.foot.week.metres * 1.03 + 1:
        yield f"{first.starts}: {case.week_metres(first):.0f} m"


def growth_is_about_six_per_cent(case: Case) -> Iterator[str]:
    """R163: the mean of the weeks that grow, where weeks are big enough for per cents."""
    loads = [case.week_metres(w) for w in case.whole_weeks if w.kind is WeekKind.NORMAL]
    if len(loads) < 4 or case.gentle or min(loads) < 30_000:
        return
    steps = [b / a - 1 for a, b in pairwise(loads) if b > a * 1.01]
    if len(steps) >= 4 and sum(steps) / len(steps) > 0.075:
        yield f"weeks grow {100 * sum(steps) / len(steps):.1f} % on average"


def the_peak_stays_in_reach_of_the_start(case: Case) -> Iterator[str]:
    """At most 1.6 × what a macrocycle starts from, and no more than the goal needs."""
    if case.gentle or case.foot.after_break or case.start - case.athlete.started > 8 * DAY:
        return
    runs = max(3, case.foot.runs)  # nobody could grow from less than runs of twenty minutes
    start = max(case.foot.week.metres, runs * (case.foot.empty_month + 800))
    times = 1.61 if start > 15_000 else 1.77  # small weeks are a few round runs
    for week in case.whole_weeks:
        if week.phase is Phase.RECOVERY or (week.starts - case.start).days >= 12 * 7:
            return
        loading = week.kind in LOADING and not case.walks(week)
        if loading and case.week_metres(week) > start * times:
            yield f"{week.starts}: {case.week_metres(week):.0f} m from {start:.0f} m"


def down_weeks_come_and_cut(case: Case) -> Iterator[str]:
    """Every third or fourth week 20-30 % less than the last normal one."""
    every = 3 if case.masters else 4
    row, last = 0, 0.0
    for week in case.whole_weeks if not case.gentle else ():
        now = case.week_metres(week)
        if week.kind in LOADING and not case.walks(week):
            row, last = row + 1, now
            if row > every - 1:
                yield f"{week.starts}: {row} loading weeks in a row"
            continue
        row = 0 if week.kind not in LOADING else row
        last = 0.0 if week.kind is WeekKind.RECOVERY else last
        near = any(week.starts <= r.on <= week.ends + 3 * DAY for r in case.races)
        inside = 0.68 * last <= now <= 0.80 * last + 1
        if week.kind is WeekKind.DOWN and last > 22_500 and not near and not inside:
            yield f"{week.starts}: a down week of {100 * now / last:.0f} %"


def runs_respect_the_last_month(case: Case) -> Iterator[str]:
    """No run, races apart, is more than 1.10 × the longest of the 30 days before it."""
    run = [(r.on, r.metres) for r in case.foot.recent]
    for s in case.plan.sessions:
        metres = case.metres[s.on]
        if s.race is None and s.focus is not Focus.WALK_RUN:
            longest = max([m for on, m in run if 0 < (s.on - on).days <= 30], default=0.0)
            if metres > max(longest, case.foot.empty_month) * 1.10 + 1:
                yield f"{s.on}: {metres:.0f} m, longest of 30 days {longest:.0f} m"
        run.append((s.on, metres))


def the_first_run_is_easy(case: Case) -> Iterator[str]:
    """A newcomer's: easy, and no longer than the longest recent run (coaching.md 2)."""
    first = next(iter(case.plan.sessions), None)
    if any(a.ran for a in case.log.activities) or first is None or first.race:
        return
    longest = max(case.foot.empty_month, case.athlete.usual.longest.metres)
    quick = [step for step in first.workout.steps() if step.effort.rank > Effort.EASY.rank]
    if first.focus is not Focus.WALK_RUN and case.metres[first.on] > longest + 1:
        yield f"{first.on}: first run of {case.metres[first.on]:.0f} m, longest {longest:.0f} m"
    if quick and not case.race_within(first.on, 15):
        yield f"{first.on}: the first run is {first.workout.key}"


def long_runs_keep_their_share(case: Case) -> Iterator[str]:
    """30 % from 60 km a week, 35 % from 40, 50 % below; to a marathon 50 % up to 26 km or 2:45."""
    kinds = LOADING | {WeekKind.DOWN, WeekKind.RETURN}
    for week in case.whole_weeks:
        if week.kind not in kinds or case.tapered(week) or len(case.runs(week)) < 2:
            continue
        total = case.week_metres(week)
        share = 0.30 if total >= 60_000 else 0.35 if total >= 40_000 else 0.50
        for s in case.runs(week):
            over = s.long and case.metres[s.on] > share * total + 1
            if over and not _for_marathon(case, s.on, total):
                yield f"{s.on}: {case.metres[s.on]:.0f} of {total:.0f} m"


def _for_marathon(case: Case, day: date, total: float) -> bool:
    ahead = [r for r in case.goals if r.on > day]
    shape = SHAPES.shapes[RaceDistance.MARATHON]
    if not ahead or ahead[0].race is None or SHAPES.shape(ahead[0].race.distance) is not shape:
        return False
    assert shape.safe.or_time is not None
    safe = min(26_000, case.pace_of(Effort.EASY).distance_in(shape.safe.or_time).metres)
    unit = _round_unit(case)
    return case.metres[day] <= min(total * 0.5, math.ceil(safe / unit - 1e-6) * unit) + 1


def _round_unit(case: Case) -> float:
    """What long runs are whole numbers of: kilometres, miles, or five minutes."""
    if case.foot.by_minutes:
        return case.pace_of(Effort.EASY).distance_in(Duration.of_minutes(5)).metres
    return METRES_PER_MILE if case.athlete.miles else 1000


def runs_end_in_time(case: Case) -> Iterator[str]:
    """150 minutes at most, 180 on the way to a marathon."""
    for s in case.plan.sessions:
        minutes = case.minutes(s.workout)
        marathon = case.marathon_after(s.on) or case.foot.goal is RaceDistance.MARATHON
        if s.race is None and minutes > (181 if marathon else 151):
            yield f"{s.on}: {minutes:.0f} min"


def sessions_keep_their_caps(case: Case) -> Iterator[str]:
    """Daniels' shares with the floors of coaching.md 8, of the biggest week there may be now."""
    recent = [case.foot.week.metres]
    for week in case.plan.weeks:
        now = case.week_metres(week)
        if week.kind in LOADING and week in case.whole_weeks and not case.tapered(week):
            recent = [*recent[-2:], now]
        meant = Distance(max(now, *recent) * 1.15)
        caps = caps_for(meant, case.foot.level, case.pace_of, marathon=True)
        for s in case.runs(week):
            if s.hard and not within(s.workout, caps, case.pace_of):
                yield f"{s.on}: {s.workout.key} in a week of {now / 1000:.0f} km"


def running_stays_easy(case: Case) -> Iterator[str]:
    """78 % of the minutes slower than M over four weeks; 70 % before a marathon."""
    for at in range(3, len(case.whole_weeks)):
        block = case.whole_weeks[at - 3 : at + 1]
        workouts = [s.workout for week in block for s in case.runs(week)]
        whole = sum(case.minutes(workout) for workout in workouts)
        fast = sum(case.fast_minutes(workout) for workout in workouts)
        marathon = case.marathon_after(block[0].starts) and case.race_within(block[-1].ends, 80)
        if whole > 120 and 1 - fast / whole < (0.70 if marathon else 0.78):
            yield f"{block[0].starts}: {100 - 100 * fast / whole:.1f} % easy over four weeks"


def normal_weeks_progress(case: Case) -> Iterator[str]:
    """Volume, longest run, a day, or a quick session that is new (R2)."""
    before: Week | None = None
    for week in case.whole_weeks:
        if week.kind in {WeekKind.RECOVERY, WeekKind.RETURN}:
            before = None
        if week.kind not in LOADING or case.tapered(week):
            continue
        if before and week.kind is WeekKind.NORMAL and not _more(case, before, week):
            yield f"{week.starts}: nothing is more or new"
        before = week


def _more(case: Case, before: Week, week: Week) -> bool:
    then, now = case.runs(before), case.runs(week)
    longest = [max((case.metres[s.on] for s in runs), default=0.0) for runs in (then, now)]
    return (
        case.week_metres(week) > case.week_metres(before) * 1.005
        or longest[1] > longest[0]
        or len(now) > len(then)
        or bool(quick_workouts(now) - quick_workouts(then))
    )


def nothing_comes_a_third_time_unchanged(case: Case) -> Iterator[str]:
    """No hard session more than twice unchanged in twelve weeks; lighter weeks are spared."""
    seen: dict[tuple[object, ...], list[date]] = {}
    for week in case.plan.weeks:
        for s in case.runs(week) if week.kind in LOADING else ():
            if not s.hard:
                continue
            main = [t for t in s.workout.steps() if t.part in {Part.MAIN, Part.RECOVERY}]
            quick = (s.workout.key, *(t for t in main if t.effort is not Effort.EASY))
            before = seen.setdefault(quick, [])
            if sum((s.on - day).days < 84 for day in before) >= 2:
                yield f"{s.on}: {s.workout.key} for the third time"
            before.append(s.on)


LOAD_RULES = (
    weeks_ramp,
    the_first_whole_week_is_the_usual_one,
    growth_is_about_six_per_cent,
    the_peak_stays_in_reach_of_the_start,
    down_weeks_come_and_cut,
    runs_respect_the_last_month,
    the_first_run_is_easy,
    long_runs_keep_their_share,
    runs_end_in_time,
    sessions_keep_their_caps,
    running_stays_easy,
    normal_weeks_progress,
    nothing_comes_a_third_time_unchanged,
)
