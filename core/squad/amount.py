"""The own amount of a squad's session: reps and minutes within a member's caps and longest runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.adjust.cutting import capped, fewer_reps
from core.athlete import RaceDistance
from core.library.caps import Caps, caps_for, within
from core.plan import Session
from core.reasons import Code, Reason
from core.squad.taker import Taker
from core.units import Distance
from core.workout import Effort, PaceOf, Part, Workout

LONGEST_GROWTH = 1.10
"""How far beyond the longest run of 30 days a session may go (Frandsen 2025)."""
COACH_SHARE = 2 / 3
"""What a coach's smaller version leaves of a session: four of six reps (ours)."""
LEAST_WEEK = Distance(10_000)
_EASY = Effort.EASY.rank
_LEAST_METRES = 5_000.0
"""What anybody who can run may run in one go: 30 minutes or so (ours)."""
_SHARES = tuple(1 - n / 20 for n in range(15))


def sized(workout: Workout, day: date, taker: Taker) -> tuple[Workout | None, list[Reason]]:
    """The session in the own number of reps and the own minutes; None: not even the least fits."""
    if not taker.athlete.can_run_20_min:
        return None, []
    caps, pace_of = _caps(day, taker), taker.pace_of
    asked = fewer_reps(workout, taker.share) if taker.share < 1 else workout
    own = _within_caps(asked, caps, pace_of)
    if own is None:
        return None, []
    reasons = told_reps(workout, own, coach=asked != workout)
    most = _most_minutes(own, day, taker)
    shorter = shortened(own, most, pace_of)
    if shorter != own:
        minutes = round(shorter.minutes(pace_of))
        reasons.append(Reason(Code.SQUAD_SHORTER, {"minutes": minutes}))
    return shorter, reasons


def coach_reps(workout: Workout) -> tuple[int, int]:
    """How many of how many reps the coach's smaller version has."""
    return reps(fewer_reps(workout, COACH_SHARE)), reps(workout)


def _caps(day: date, taker: Taker) -> Caps:
    athlete = taker.athlete
    week = taker.plan.week_of(day) if taker.plan else None
    volume = max(week.volume if week else athlete.usual.distance, LEAST_WEEK)
    marathon = athlete.goal is RaceDistance.MARATHON
    return caps_for(volume, athlete.level, taker.pace_of, marathon=marathon)


def _within_caps(workout: Workout, caps: Caps, pace_of: PaceOf) -> Workout | None:
    """The most of it that the member's caps hold."""
    made = (fewer_reps(workout, share) if share < 1 else workout for share in _SHARES)
    return next((each for each in made if within(each, caps, pace_of)), None)


def told_reps(workout: Workout, own: Workout, *, coach: bool) -> list[Reason]:
    """By how many reps the own version is smaller, where reps tell it."""
    if own == workout:
        return []
    facts = {"reps": reps(own), "of": reps(workout)}
    if facts["of"] < 2 or facts["reps"] == facts["of"]:
        return [Reason(Code.SQUAD_COACH if coach else Code.SQUAD_SHORTER)]
    return [Reason(Code.SQUAD_COACH if coach else Code.SQUAD_FEWER, facts)]


def reps(workout: Workout) -> int:
    """How many fast stretches it has; strides of a warm-up are none."""
    return sum(1 for step in workout.steps() if step.part is Part.MAIN and step.effort.rank > _EASY)


def _most_minutes(workout: Workout, day: date, taker: Taker) -> float:
    """What the day's minutes and the longest run of 30 days leave; the own plan may know better."""
    day_has = [m for weekday, m in taker.athlete.minutes if weekday == day.weekday()]
    most = min(day_has, default=300.0)
    longest = taker.log.longest(day) or taker.athlete.usual.longest
    metres = workout.distance(taker.pace_of).metres
    planned = max(
        (s.workout.distance(taker.pace_of).metres for s in _week_runs(day, taker)), default=0.0
    )
    allowed = max(longest.metres * LONGEST_GROWTH, planned, _LEAST_METRES)
    if metres > allowed:
        most = min(most, workout.minutes(taker.pace_of) * allowed / metres)
    return most


def _week_runs(day: date, taker: Taker) -> Iterator[Session]:
    week = taker.plan.week_of(day) if taker.plan else None
    if taker.plan is not None and week is not None:
        yield from (s for s in taker.plan.between(week.starts, week.ends) if s.race is None)


def shortened(workout: Workout, most: float, pace_of: PaceOf) -> Workout:
    """At most so many minutes, rounding of reps included."""
    limit = most
    while workout.minutes(pace_of) > most + 0.01 and limit > 1:
        workout, limit = capped(workout, limit, pace_of), limit * 0.97
    return workout
