"""The rules a season keeps, each a function that lists where a plan breaks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from core.activity import Log
from core.athlete import Athlete, Condition, Level, Priority, Race, RaceDistance, Spot
from core.fitness import Fitness, effective_fitness
from core.library import caps_for, used, within
from core.paces import pace_of, paces_for
from core.phases import PhaseShapes, rules_for
from core.plan import Phase, Plan, Session, Week, WeekKind, hard
from core.season import Refusal, build_plan
from core.level import honest_level
from core.season.footing import Footing, footing
from core.taper import recovery_days
from core.units import Distance
from core.workout import Effort, Focus, PaceOf, Part, Workout

DAY = timedelta(days=1)
LOADING = {WeekKind.NORMAL, WeekKind.START, WeekKind.MAINTAIN}
LIGHT = {WeekKind.DOWN, WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}
QUICK = {Effort.STRIDE, Effort.SPRINT, Effort.FAST}


@dataclass
class Case:
    """A plan with all that it was made from."""

    athlete: Athlete
    log: Log
    start: date
    plan: Plan
    foot: Footing
    shapes: PhaseShapes

    @cached_property
    def pace_of(self) -> PaceOf:
        return self.foot.pace_of

    @cached_property
    def metres(self) -> dict[date, float]:
        return {s.on: s.workout.distance(self.pace_of).metres for s in self.plan.sessions}

    @cached_property
    def by_day(self) -> dict[date, Session]:
        return {s.on: s for s in self.plan.sessions}

    def runs(self, week: Week) -> tuple[Session, ...]:
        return tuple(s for s in self.plan.between(week.starts, week.ends) if s.race is None)

    def week_metres(self, week: Week) -> float:
        return sum(self.metres[s.on] for s in self.runs(week))

    @cached_property
    def races(self) -> tuple[Session, ...]:
        return tuple(s for s in self.plan.sessions if s.race)

    @cached_property
    def masters(self) -> bool:
        age = self.athlete.age(self.start)
        return age is not None and age >= 50 and self.athlete.masters_rules

    @cached_property
    def gentle(self) -> bool:
        """Walking only, or pregnant, or on the ladder: most training rules have nothing to hold."""
        return bool(set(self.athlete.conditions) - {Condition.PULSE_MEDICINE})


def fitness_of(athlete: Athlete, log: Log, start: date) -> Fitness | None:
    return effective_fitness(athlete, log, start)


Rule = Callable[[Case], Iterator[str]]


def hard_days_are_spread(case: Case) -> Iterator[str]:
    """No two hard days in a row; from age 50 two easy days between, races and their touch apart."""
    days = [s for s in case.plan.sessions if s.hard]
    for one, other in zip(days, days[1:], strict=False):
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
    """R56, R93: two for beginners and minors, three for others; none at two days a week."""
    level = case.foot.level
    for week in case.plan.weeks:
        count = sum(s.hard for s in case.plan.between(week.starts, week.ends))
        most = 2 if level is Level.BEGINNER or case.foot.minor else 3
        if count > most:
            yield f"{week.starts}: {count} hard days"
        trained = [s for s in case.runs(week) if s.hard and not s.long]
        four = len(case.runs(week)) <= 4
        if case.masters and four and len(trained) > 1 and week.kind is WeekKind.NORMAL:
            yield f"{week.starts}: {len(trained)} hard days beside the long run, from age 50"
        if len(case.foot.days) == 2 and any(s.hard for s in case.runs(week)):
            yield f"{week.starts}: a hard day at two days a week"


def weeks_ramp(case: Case) -> Iterator[str]:
    """Never over 10 % or 3 km on the last normal week (7 % or 2 km), 25 % or 5 km on that before."""
    if case.gentle:
        return
    foot, shapes = case.foot, case.shapes
    normals = [max(foot.week.metres, 0.0)]
    for week in case.plan.weeks:
        if week.kind not in LOADING or week.starts < case.start or _tapered(case, week):
            continue
        now = case.week_metres(week)
        if _walks(case, week):
            normals = [max(now, foot.week.metres)]
            continue
        careful = foot.older or week.starts < foot.careful_until
        rule = shapes.careful if careful else shapes.usual
        if len(normals) == 1 and foot.beginner_week is not None and normals[0] < 15_000:
            normals = [max(normals[0], now)]  # a start is three runs of twenty minutes at least
            continue
        most = normals[-1] + max(normals[-1] * rule.share, rule.least.metres)
        if now > most + 1:
            yield f"{week.starts}: {now:.0f} m after {normals[-1]:.0f} m"
        if len(normals) > 1:
            two = normals[-2]
            most = two + max(two * rule.two_weeks_share, rule.two_weeks_least.metres)
            if now > most + 1:
                yield f"{week.starts}: {now:.0f} m two weeks after {two:.0f} m"
        normals.append(now)


def _tapered(case: Case, week: Week) -> bool:
    """Whether a goal race's taper has days of the week."""
    return any(
        case.shapes.shape(r.race.distance).taper.starts(r.on) <= week.ends and week.starts <= r.on
        for r in case.races
        if r.race.priority is Priority.A
    )


def _walks(case: Case, week: Week) -> bool:
    return any(s.focus is Focus.WALK_RUN for s in case.runs(week))


def the_first_whole_week_is_the_usual_one(case: Case) -> Iterator[str]:
    if case.gentle or case.foot.beginner_week is not None:
        return
    whole = [w for w in case.plan.weeks if w.starts >= case.start and w.kind is WeekKind.NORMAL]
    before = [w for w in case.plan.weeks if w.starts >= case.start and w.kind in LIGHT]
    if whole and not [w for w in before if w.starts < whole[0].starts]:
        now = case.week_metres(whole[0])
        if now > case.foot.week.metres + 1:
            yield f"{whole[0].starts}: {now:.0f} m, usual is {case.foot.week.metres:.0f} m"


def growth_is_about_six_per_cent(case: Case) -> Iterator[str]:
    """R163: the mean of the weeks that grow, where weeks are big enough for per cents to mean it."""
    loads = [
        case.week_metres(w)
        for w in case.plan.weeks
        if w.kind is WeekKind.NORMAL and w.starts >= case.start
    ]
    if len(loads) < 4 or case.gentle or min(loads) < 30_000:
        return
    steps = [b / a - 1 for a, b in zip(loads, loads[1:], strict=False) if b > a * 1.01]
    if len(steps) >= 4 and sum(steps) / len(steps) > 0.075:
        yield f"weeks grow {100 * sum(steps) / len(steps):.1f} % on average"


def down_weeks_come_and_cut(case: Case) -> Iterator[str]:
    """Every third or fourth week 20-30 % less than the last normal one."""
    every = 3 if case.masters else 4
    row, last = 0, 0.0
    for week in case.plan.weeks:
        now = case.week_metres(week)
        if week.kind in LOADING and week.starts >= case.start and not _walks(case, week):
            row, last = row + 1, now
            if row > every - 1 and not case.gentle:
                yield f"{week.starts}: {row} loading weeks in a row"
            continue
        near = any(0 < (r.on - week.ends).days <= 3 or week.starts <= r.on <= week.ends for r in case.races)
        if week.kind is WeekKind.DOWN and last > 20_000 and not near:
            if not 0.70 * last - 1 <= now <= 0.80 * last + 1:
                yield f"{week.starts}: a down week of {100 * now / last:.0f} %"
        row = 0 if week.kind not in LOADING else row


def runs_respect_the_last_month(case: Case) -> Iterator[str]:
    """No run, races apart, is more than 1.10 × the longest of the 30 days before it."""
    run = [(r.on, r.metres) for r in case.foot.recent]
    least = case.pace_of(Effort.EASY).seconds_per_km
    empty = 20 * 60 / least * 1000
    for s in case.plan.sessions:
        metres = case.metres[s.on]
        if s.race is None and s.focus is not Focus.WALK_RUN:
            longest = max([m for on, m in run if 0 < (s.on - on).days <= 30], default=0.0)
            longest = max(longest, empty)
            if metres > longest * 1.10 + 1:
                yield f"{s.on}: {metres:.0f} m, longest of 30 days {longest:.0f} m"
        run.append((s.on, metres))


def the_first_run_is_easy(case: Case) -> Iterator[str]:
    if any(a.ran for a in case.log.activities):
        return
    first = case.plan.sessions[0] if case.plan.sessions else None
    if first is None or first.race:
        return
    longest = max(case.foot.empty_month, case.athlete.usual.longest.metres)
    quick = [step for step in first.workout.steps() if step.effort.rank > Effort.EASY.rank]
    if first.focus is not Focus.WALK_RUN and case.metres[first.on] > longest + 1:
        yield f"{first.on}: first run of {case.metres[first.on]:.0f} m, longest {longest:.0f} m"
    if quick and first.on > case.start + 0 * DAY and not _race_near(case, first.on, 15):
        yield f"{first.on}: the first run is {first.workout.key}"


def _race_near(case: Case, day: date, days: int) -> bool:
    return any(0 <= (r.on - day).days <= days for r in case.races)


def long_runs_keep_their_share(case: Case) -> Iterator[str]:
    """30 % from 60 km a week, 35 % from 40, 50 % below; towards a marathon 50 % up to 26 km or 2:45."""
    for week in case.plan.weeks:
        if week.kind not in LOADING | {WeekKind.DOWN, WeekKind.RETURN} or week.starts < case.start:
            continue
        total = case.week_metres(week)
        for s in case.runs(week) if len(case.runs(week)) > 1 and not _tapered(case, week) else ():
            share = 0.30 if total >= 60_000 else 0.35 if total >= 40_000 else 0.50
            if s.long and case.metres[s.on] > share * total + 1 and not _for_marathon(case, s, total):
                yield f"{s.on}: {case.metres[s.on]:.0f} of {total:.0f} m"


def _for_marathon(case: Case, session: Session, total: float) -> bool:
    ahead = [r for r in case.races if r.on > session.on and r.race.priority is Priority.A]
    if not ahead or rules_for(ahead[0].race.distance) is not RaceDistance.MARATHON:
        return False
    safe = min(26_000, case.pace_of(Effort.EASY).distance_in(
        case.shapes.shapes[RaceDistance.MARATHON].safe.or_time).metres)
    metres = case.metres[session.on]
    return metres <= total * 0.5 + 1 and metres <= safe + 1


def long_runs_end_in_time(case: Case) -> Iterator[str]:
    for s in case.plan.sessions:
        if s.race is None and s.workout.minutes(case.pace_of) > 181:
            yield f"{s.on}: {s.workout.minutes(case.pace_of):.0f} min"
        marathon = any(r.on > s.on and rules_for(r.race.distance) is RaceDistance.MARATHON for r in case.races)
        marathon |= case.foot.goal is RaceDistance.MARATHON
        if s.race is None and not marathon and s.workout.minutes(case.pace_of) > 151:
            yield f"{s.on}: {s.workout.minutes(case.pace_of):.0f} min without a marathon ahead"


def sessions_keep_their_caps(case: Case) -> Iterator[str]:
    """Daniels' shares with the floors of coaching.md 8, of the week meant."""
    last = case.foot.week.metres
    for week in case.plan.weeks:
        now = case.week_metres(week)
        if week.kind in LOADING and week.starts >= case.start and not _tapered(case, week):
            last = now
        meant = Distance(max(now, last) * 1.15)
        caps = caps_for(meant, case.foot.level, case.pace_of, marathon=True)
        for s in case.runs(week):
            if s.hard and not within(s.workout, caps, case.pace_of):
                yield f"{s.on}: {s.workout.key} in a week of {now / 1000:.0f} km"


def running_stays_easy(case: Case) -> Iterator[str]:
    """78 % of the minutes slower than M over four weeks; 70 % in a marathon's specific weeks."""
    weeks = [w for w in case.plan.weeks if w.starts >= case.start]
    for at in range(3, len(weeks)):
        block = weeks[at - 3 : at + 1]
        easy = whole = 0.0
        for week in block:
            for s in case.runs(week):
                minutes = s.workout.minutes(case.pace_of)
                fast = sum(
                    (step.time.minutes if step.time else case.pace_of(step.effort).time_for(step.distance).minutes)
                    for step in s.workout.steps()
                    if step.effort.at_least_marathon
                )
                easy += minutes - fast
                whole += minutes
        marathon = any(
            rules_for(r.race.distance) is RaceDistance.MARATHON and r.on >= block[0].starts
            and (r.on - block[-1].ends).days < 80 for r in case.races
        )
        floor = 0.70 if marathon else 0.78
        if whole > 120 and easy / whole < floor:
            yield f"{block[0].starts}: {100 * easy / whole:.1f} % easy over four weeks"


def beginners_start_gently(case: Case) -> Iterator[str]:
    """Four easy weeks every second day, strides from 3, fartlek from 5, hill sprints from 7, one hard
    day a week until 12 (coaching.md 3)."""
    week_of = case.foot.beginner_week
    if week_of is None:
        return
    sessions = [s for s in case.plan.sessions if s.race is None]
    for s in sessions:
        whole = max(0, ((s.on - timedelta(days=s.on.weekday())) - case.start).days) // 7
        week = week_of + whole
        quick = {step.effort for step in s.workout.steps()}
        tomorrow = case.by_day.get(s.on + DAY)
        same = s.on.weekday() < 6 or week < 4
        if week <= 4 and tomorrow and same and not tomorrow.race and not _race_near(case, s.on, 15):
            yield f"{s.on}: runs on two days in a row in week {week}"
        if week < 3 and quick & QUICK:
            yield f"{s.on}: {s.workout.key} in week {week}"
        if week < 5 and any(e.at_least_marathon and e not in QUICK for e in quick):
            yield f"{s.on}: {s.workout.key} in week {week}"
        if week < 7 and any(step.effort is Effort.SPRINT for step in s.workout.steps()):
            yield f"{s.on}: {s.workout.key} in week {week}"
    for week in case.plan.weeks:
        nth = week_of + max(0, (week.starts - case.start).days) // 7
        if nth < 12 and sum(s.hard for s in case.runs(week)) > 1:
            yield f"{week.starts}: two hard days in week {nth}"


def days_and_minutes_are_kept(case: Case) -> Iterator[str]:
    limits = dict(case.athlete.minutes)
    seen: set[date] = set()
    for s in case.plan.sessions:
        if s.on in seen:
            yield f"{s.on}: two sessions"
        seen.add(s.on)
        if s.race:
            continue
        if s.on.weekday() not in case.athlete.days or s.on.weekday() in case.athlete.rest_days:
            yield f"{s.on}: not a day to run on"
        if s.workout.minutes(case.pace_of) > limits.get(s.on.weekday(), 999) + 0.5:
            yield f"{s.on}: {s.workout.minutes(case.pace_of):.0f} of {limits[s.on.weekday()]} min"
        if not case.plan.starts <= s.on <= case.plan.ends:
            yield f"{s.on}: outside the plan"
    weeks = case.plan.weeks
    for one, other in zip(weeks, weeks[1:], strict=False):
        if (other.starts - one.starts).days != 7:
            yield f"{one.starts}: the next week starts {other.starts}"


def frequency_never_jumps(case: Case) -> Iterator[str]:
    """R135: one day more at a time, and then no more kilometres."""
    last = max(3, case.foot.runs)
    metres = case.foot.week.metres
    for week in case.plan.weeks:
        if week.kind not in LOADING or week.starts < case.start or case.gentle:
            continue
        runs, now = len(case.runs(week)), case.week_metres(week)
        if runs > last + 1:
            yield f"{week.starts}: {runs} runs after {last}"
        last = max(last, runs) if runs >= last else last
        metres = now


def minors_are_spared(case: Case) -> Iterator[str]:
    if not case.foot.minor:
        return
    for week in case.plan.weeks:
        days = {s.on for s in case.plan.between(week.starts, week.ends)}
        days |= {on for on, _ in case.plan.strength if week.starts <= on <= week.ends}
        if len(days) > 6 and week.starts >= case.start:
            yield f"{week.starts}: no full rest day"
    for r in case.races:
        if rules_for(r.race.distance) is RaceDistance.MARATHON:
            yield f"{r.on}: a marathon"


def races_are_tapered(case: Case) -> Iterator[str]:
    """Windows against the big weeks, the last long run, nothing hard near the race."""
    for r in case.races:
        if r.race.priority is not Priority.A:
            continue
        taper = case.shapes.shape(r.race.distance).taper
        starts = taper.starts(r.on)
        if any(s.focus is Focus.WALK_RUN for s in case.plan.between(starts, r.on)):
            continue
        for s in case.plan.between(r.on - 3 * DAY, r.on - DAY):
            if s.hard and s.race is None:
                yield f"{s.on}: {s.workout.key} {(r.on - s.on).days} days before the race"
        eve = case.by_day.get(r.on - DAY)
        if eve and eve.race is None and eve.workout.minutes(case.pace_of) > 21:
            yield f"{eve.on}: {eve.workout.minutes(case.pace_of):.0f} min on the eve"
        if starts < case.start + 42 * DAY:
            continue
        six = [_window(case, starts - timedelta(days=7 * n), 7) for n in range(6, 0, -1)]
        big = sum(sorted(six)[-3:]) / 3
        for window in taper.windows:
            if window.days < 7:
                continue
            kept = _window(case, r.on - timedelta(days=window.furthest), window.days)
            share = max(window.share, 0.65) if big < 30_000 else window.share
            if kept > share * big + 600:
                yield f"{r.on}: {100 * kept / big:.0f} % in days {window.nearest}-{window.furthest}"
            others = any(o is not r and abs((o.on - r.on).days) < 36 for o in case.races)
            often = len(case.foot.days) > 3 and not case.athlete.minutes
            if kept < (share - 0.25) * big and not others and often:
                yield f"{r.on}: only {100 * kept / big:.0f} % in days {window.nearest}-{window.furthest}"
        longest = max(
            (case.metres[s.on] for s in case.plan.between(starts - 7 * DAY, r.on - taper.last_long * DAY)),
            default=0.0,
        )
        for s in case.plan.between(r.on - (taper.last_long - 1) * DAY, r.on - DAY):
            others = any(o is not r and abs((o.on - r.on).days) < 36 for o in case.races)
            if s.long and longest and not others and case.metres[s.on] > 0.75 * max(longest, 1) and big > 15_000:
                yield f"{s.on}: {case.metres[s.on]:.0f} m after a last long run of {longest:.0f} m"


def _window(case: Case, first: date, days: int) -> float:
    last = first + timedelta(days=days - 1)
    return sum(case.metres[s.on] for s in case.plan.between(first, last) if s.race is None)


def races_are_recovered_from(case: Case) -> Iterator[str]:
    """A third of its km in easy days, half as many again from age 50; nothing long, hard or quick."""
    age = case.athlete.age(case.start)
    for r in case.races:
        for day in range(1, recovery_days(r.race.distance, age) + 1):
            s = case.by_day.get(r.on + day * DAY)
            if s is None or s.race:
                continue
            if s.hard or s.long or s.workout.minutes(case.pace_of) > 31 and s.focus is not Focus.WALK_RUN:
                yield f"{s.on}: {s.workout.key} {day} days after {r.race.distance.km:.0f} km"
        if r.race.priority is Priority.A:
            week = case.plan.week_of(r.on + 7 * DAY)
            if week and week.phase is not Phase.RECOVERY:
                yield f"{r.on}: the week after is {week.phase}"


def b_races_have_three_easy_days(case: Case) -> Iterator[str]:
    for r in case.races:
        before = 3 if r.race.priority is Priority.B else 1
        for s in case.plan.between(r.on - before * DAY, r.on - DAY):
            if (s.hard or s.long) and s.race is None:
                yield f"{s.on}: {s.workout.key} before a {r.race.priority} race"


def a_race_is_its_weeks_hard_day(case: Case) -> Iterator[str]:
    for r in case.races:
        week = case.plan.week_of(r.on)
        for s in case.runs(week) if week else ():
            touch = r.race.priority is Priority.A and 4 <= (r.on - s.on).days
            if s.hard and not touch:
                yield f"{s.on}: {s.workout.key} in the week of a race on {r.on}"


def strength_precedes_nothing_hard(case: Case) -> Iterator[str]:
    for day, _ in case.plan.strength:
        tomorrow = case.by_day.get(day + DAY)
        if tomorrow and (tomorrow.hard or tomorrow.long):
            yield f"{day}: strength the day before {tomorrow.workout.key}"
        for r in case.races:
            least = case.shapes.shape(r.race.distance).taper.legs
            if 0 <= (r.on - day).days < least:
                yield f"{day}: strength {(r.on - day).days} days before a race"


def normal_weeks_progress(case: Case) -> Iterator[str]:
    """Volume, longest run, a day, or a quick session that is new (R2)."""
    before: Week | None = None
    for week in case.plan.weeks:
        if week.kind in {WeekKind.RECOVERY, WeekKind.RETURN}:
            before = None
        if week.kind not in {WeekKind.NORMAL, WeekKind.START, WeekKind.MAINTAIN}:
            continue
        if _tapered(case, week):
            continue
        if before and week.kind is WeekKind.NORMAL and before.starts >= case.start:
            longest = [max((case.metres[s.on] for s in case.runs(w)), default=0) for w in (before, week)]
            quick = [
                {s.workout for s in case.runs(w) if any(t.effort.rank > Effort.EASY.rank for t in s.workout.steps())}
                for w in (before, week)
            ]
            more = case.week_metres(week) > case.week_metres(before) * 1.005
            if not (more or longest[1] > longest[0] or quick[1] - quick[0] or len(case.runs(week)) > len(case.runs(before))):
                yield f"{week.starts}: nothing is more or new"
        before = week


def nothing_comes_a_third_time_unchanged(case: Case) -> Iterator[str]:
    """No hard session more than twice unchanged within twelve weeks; lighter weeks are spared."""
    seen: dict[tuple[object, ...], list[date]] = {}
    for week in case.plan.weeks:
        if week.kind not in {WeekKind.NORMAL, WeekKind.MAINTAIN}:
            continue
        for s in case.runs(week):
            if s.hard and s.focus is not Focus.TEST:
                quick = [t for t in s.workout.steps() if t.part in {Part.MAIN, Part.RECOVERY}]
                quick = [t for t in quick if t.effort is not Effort.EASY]
                before = seen.setdefault((s.workout.key, *quick), [])
                if sum((s.on - day).days < 84 for day in before) >= 2:
                    yield f"{s.on}: {s.workout.key} for the third time"
                before.append(s.on)


def sore_tendons_run_nothing_quick(case: Case) -> Iterator[str]:
    sore = any(i.spot in {Spot.ACHILLES, Spot.CALF} and not i.healed for i in case.athlete.injuries)
    for s in case.plan.sessions if sore else ():
        if s.race is None and any(t.effort in QUICK or t.uphill for t in s.workout.steps()):
            yield f"{s.on}: {s.workout.key}"


def walkers_and_the_pregnant_do_not_train(case: Case) -> Iterator[str]:
    for s in case.plan.sessions if case.gentle else ():
        if Condition.POSTPARTUM in case.athlete.conditions and s.on >= case.athlete.started + 84 * DAY:
            return
        if s.hard or s.race or any(t.effort.rank > Effort.EASY.rank for t in s.workout.steps()):
            yield f"{s.on}: {s.workout.key}"


def weeks_tell_their_volume_and_reasons(case: Case) -> Iterator[str]:
    for week in case.plan.weeks:
        if abs(week.volume.metres - case.week_metres(week)) > 1:
            yield f"{week.starts}: volume {week.volume.metres:.0f}, runs {case.week_metres(week):.0f}"
        if not week.why:
            yield f"{week.starts}: no reason"


RULES: tuple[Rule, ...] = (
    hard_days_are_spread,
    long_runs_touch_no_hard_day,
    strides_follow_nothing_hard_or_long,
    hard_means_hard,
    hard_days_are_few,
    weeks_ramp,
    the_first_whole_week_is_the_usual_one,
    growth_is_about_six_per_cent,
    down_weeks_come_and_cut,
    runs_respect_the_last_month,
    the_first_run_is_easy,
    long_runs_keep_their_share,
    long_runs_end_in_time,
    sessions_keep_their_caps,
    running_stays_easy,
    beginners_start_gently,
    days_and_minutes_are_kept,
    frequency_never_jumps,
    minors_are_spared,
    races_are_tapered,
    races_are_recovered_from,
    b_races_have_three_easy_days,
    a_race_is_its_weeks_hard_day,
    strength_precedes_nothing_hard,
    normal_weeks_progress,
    nothing_comes_a_third_time_unchanged,
    sore_tendons_run_nothing_quick,
    walkers_and_the_pregnant_do_not_train,
    weeks_tell_their_volume_and_reasons,
)
