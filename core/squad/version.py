"""One session, everybody's own: a member's version of what the squad runs, never larger than
their own rules, with the week around it (rivals.md has nobody who does this)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Log
from core.adjust import DecisionTable, decide, demanding, plain, preview
from core.adjust.cutting import capped, easy_run, fewer_reps
from core.athlete import Athlete, RaceDistance
from core.carry import LONGER
from core.checkin import Danger
from core.conditions import NEW_TO_HEAT_DAYS
from core.library import Library
from core.library.caps import Caps, caps_for, within
from core.plan import Change, ChangeKind, Plan, Session, apply_change
from core.plan import hard as is_hard
from core.readiness import Readiness
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed
from core.squad.room import Role, edits_between, role_of, room_for
from core.units import Distance
from core.workout import Effort, Focus, PaceOf, Part, Workout

LONGEST_GROWTH = 1.10
"""How far beyond the longest run of 30 days a session may go (Frandsen 2025)."""
HALF = 0.5
"""What a base week that was meant without a hard session takes of one (ours)."""
EASY_MINUTES = 30.0
"""What who cannot take part in fast running runs at most, without a plan of their own."""
COACH_SHARE = 2 / 3
"""What a coach's smaller version leaves of a session: four of six reps (ours)."""
DAY = timedelta(days=1)
LEAST_WEEK = Distance(10_000)
_SHARES = tuple(1 - n / 20 for n in range(15))


class Size(StrEnum):
    """How the own version stands to the squad's session."""

    SAME = "same"
    SMALLER = "smaller"
    EASIER = "easier"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Taker:
    """A member as a version is made for them.

    `plan` is theirs without today's verdict, or None; nothing before `first` may change; `week` is
    what caps are taken from where the plan does not tell; `share` is the most of the session that
    the squad's coach wants them to do.
    """

    athlete: Athlete
    plan: Plan | None
    log: Log
    pace_of: PaceOf
    allowance: Allowance
    first: date
    spaced: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Version:
    """What one member runs of the squad's session, and what it does to their own plan.

    `session` None: nothing is run with the squad. `change` None: there is no plan to change.
    `gated`: safety spoke, which concerns nobody but the member.
    """

    size: Size
    session: Session | None
    reasons: tuple[Reason, ...] = ()
    change: Change | None = None
    gated: bool = False


def version_for(day: date, workout: Workout, taker: Taker, told: Reason) -> Version:
    """The member's version by their level, their week and their days; gates and the morning come
    with `this_morning`. `told` is the reason that says where and when the squad meets.
    """
    own, reasons = _sized(workout, day, taker)
    if taker.plan is None:
        return _without_plan(day, own, reasons, taker)
    room = room_for(
        taker.plan,
        day,
        own or easy_run(EASY_MINUTES),
        taker.athlete,
        taker.first,
        pace_of=taker.pace_of,
        spaced=taker.spaced,
    )
    before = room.plan.on(day)
    if before is not None and before.race is not None:
        return Version(Size.NOT, None, (room.why,) if room.why else ())
    if own is None or not room.found:
        return _easier(day, room.plan, taker, told, room.why or Reason(Code.SQUAD_NOT_YET))
    if room.first_hard:
        own = fewer_reps(own, HALF)
        coach = _told_reps(workout, own, coach=True) if taker.share < 1 else []
        reasons = [*coach, Reason(Code.SQUAD_BASE)]
    if before is not None:
        own, reasons = _no_longer(own, before, reasons, taker)
    if role_of(own, taker.pace_of) is Role.EASY and demanding(room.plan.on(day - DAY)):
        own = plain(own, taker.pace_of)  # nothing quick on the day after a hard or long one
    session = Session(day, own, hard=is_hard(own, taker.pace_of), why=(told,))
    if before is not None and not session.hard:
        session = replace(session, long=before.long)
    easier = not own.fast_minutes(taker.pace_of) and is_hard(workout, taker.pace_of)
    size = _size(workout, session.workout, easier=easier)
    return _laid(Version(size, session, tuple(reasons)), room.plan, taker, told)


def _easier(day: date, plan: Plan, taker: Taker, told: Reason, why: Reason | None) -> Version:
    """The own easy run in the squad's company, or the own day as it is."""
    own = plan.on(day)
    reasons = () if why is None else (why,)
    if own is None or own.hard or own.long:
        return Version(Size.NOT, None, reasons)
    session = replace(own, why=(*own.why, told))
    return _laid(Version(Size.EASIER, session, reasons), plan, taker, told)


def _laid(version: Version, plan: Plan, taker: Taker, told: Reason) -> Version:
    """The version with the change that puts it, and the week around it, into the plan."""
    if taker.plan is None or version.session is None:
        return version
    day = version.session.on
    others = tuple(s for s in plan.sessions if s.on != day)
    after = replace(plan, sessions=tuple(sorted((*others, version.session), key=lambda s: s.on)))
    edits = edits_between(taker.plan, after)
    room = Reason(Code.SQUAD_ROOM, {"on": day.isoformat()})
    own = (replace(r, facts={**r.facts, "on": day.isoformat()}) for r in version.reasons)
    why = (told, *([room] if len(edits) > 1 else []), *own)
    return replace(version, change=Change(ChangeKind.SQUAD, edits, why) if edits else None)


def _without_plan(day: date, own: Workout | None, reasons: list[Reason], taker: Taker) -> Version:
    """Who has no plan runs by effort, within what their level may hold."""
    if own is None:
        why = (Reason(Code.SQUAD_NOT_YET),)
        return Version(Size.EASIER, Session(day, easy_run(EASY_MINUTES)), why)
    size = Size.SMALLER if reasons else Size.SAME
    session = Session(day, own, hard=is_hard(own, taker.pace_of))
    return Version(size, session, tuple(reasons))


def _no_longer(
    own: Workout, before: Session, reasons: list[Reason], taker: Taker
) -> tuple[Workout, list[Reason]]:
    """Hardly longer than what it stands for in the own week, or no longer where that was easy."""
    pace_of = taker.pace_of
    hard = role_of(own, pace_of) is Role.HARD
    most = before.workout.minutes(pace_of) * (LONGER if hard else 1.0)
    shorter = _shortened(own, most, pace_of)
    if shorter == own:
        return own, reasons
    told = Reason(Code.SQUAD_SHORTER, {"minutes": round(shorter.minutes(pace_of))})
    return shorter, [*(r for r in reasons if r.code is not Code.SQUAD_SHORTER), told]


# The own amount


def _sized(workout: Workout, day: date, taker: Taker) -> tuple[Workout | None, list[Reason]]:
    """The session in the own number of reps and the own minutes; None: not even the least fits."""
    if not taker.athlete.can_run_20_min:
        return None, []
    caps, pace_of = _caps(day, taker), taker.pace_of
    asked = fewer_reps(workout, taker.share) if taker.share < 1 else workout
    own = _within_caps(asked, caps, pace_of)
    if own is None:
        return None, []
    reasons = _told_reps(workout, own, coach=asked != workout)
    most = _most_minutes(own, day, taker)
    shorter = _shortened(own, most, pace_of)
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


def _told_reps(workout: Workout, own: Workout, *, coach: bool) -> list[Reason]:
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


_EASY = Effort.EASY.rank


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


_LEAST_METRES = 5_000.0
"""What anybody who can run may run in one go: 30 minutes or so (ours)."""


def _week_runs(day: date, taker: Taker) -> Iterator[Session]:
    week = taker.plan.week_of(day) if taker.plan else None
    if taker.plan is not None and week is not None:
        yield from (s for s in taker.plan.between(week.starts, week.ends) if s.race is None)


def _shortened(workout: Workout, most: float, pace_of: PaceOf) -> Workout:
    """At most so many minutes, rounding of reps included."""
    limit = most
    while workout.minutes(pace_of) > most + 0.01 and limit > 1:
        workout, limit = capped(workout, limit, pace_of), limit * 0.97
    return workout


def _size(workout: Workout, own: Workout, *, easier: bool) -> Size:
    if easier:
        return Size.EASIER
    return Size.SAME if own == workout else Size.SMALLER


# This morning


@dataclass(frozen=True, slots=True)
class Morning:
    """What the session's own day says: the answers, and the air (see `core.adjust.decide`)."""

    readiness: Readiness
    celsius: float | None = None
    hot_days: int = NEW_TO_HEAT_DAYS
    dangers: tuple[Danger, ...] = ()
    indoors: bool = False


def this_morning(
    version: Version,
    taker: Taker,
    morning: Morning | None,
    *,
    decisions: DecisionTable,
    library: Library,
) -> Version:
    """The version after the open gates and, on its day, the morning's answers; never more.

    `morning` None: the day is still to come, and only the gates speak.
    """
    planned = version.session
    if planned is None or version.size is Size.NOT or taker.allowance.level in _ALONE:
        return _stopped(version, taker)
    if taker.plan is None:
        after = _without_running(planned, taker)
        return version if after is planned else _judged(version, after, taker.allowance.reasons)
    plan = apply_change(taker.plan, version.change) if version.change else taker.plan
    if morning is None:
        after = preview(
            planned,
            plan,
            taker.allowance,
            athlete=taker.athlete,
            decisions=decisions,
            library=library,
            pace_of=taker.pace_of,
        )
        return _judged(version, after, taker.allowance.reasons)
    verdict = decide(
        planned.on,
        plan,
        morning.readiness,
        taker.allowance,
        celsius=morning.celsius,
        hot_days=morning.hot_days,
        dangers=morning.dangers,
        indoors=morning.indoors,
        log=taker.log,
        athlete=taker.athlete,
        decisions=decisions,
        library=library,
        pace_of=taker.pace_of,
    )
    return _judged(version, verdict.after, verdict.reasons, gated=verdict.gated)


_ALONE = {Allowed.STOP, Allowed.WALK_ONLY, Allowed.LADDER}
"""Where the day is a rest, a walk or a step of the way back, and none of it the squad's."""


def _stopped(version: Version, taker: Taker) -> Version:
    """Nothing is run with the squad; an open gate is the reason that counts."""
    if taker.allowance.level not in _ALONE:
        return version
    why = taker.allowance.reasons
    return Version(Size.NOT, None, why, version.change, gated=True)


def _without_running(planned: Session, taker: Taker) -> Session | None:
    """The gates of somebody without a plan: easy where only easy is allowed, else nothing."""
    level = taker.allowance.level
    if level is Allowed.FREE and not taker.allowance.bans:
        return planned
    if level in {Allowed.FREE, Allowed.EASY_ONLY}:
        minutes = min(EASY_MINUTES, planned.workout.minutes(taker.pace_of))
        return replace(planned, workout=easy_run(minutes), hard=False)
    return None


def _judged(
    version: Version,
    after: Session | None,
    reasons: tuple[Reason, ...],
    *,
    gated: bool = True,
) -> Version:
    """The version after a verdict: what is left of it, and why."""
    if after == version.session:
        return version
    told = tuple(r for r in reasons if r.code is not Code.ALL_WELL)
    walks = after is not None and after.workout.focus is Focus.WALK_RUN
    if after is None or walks:
        return replace(version, size=Size.NOT, session=after, reasons=told, gated=gated)
    fast = any(step.effort.at_least_marathon for step in after.workout.steps())
    size = Size.SMALLER if fast else Size.EASIER
    reasons = (*told, *version.reasons) if fast or not told else told  # no reps, so none to count
    return replace(version, size=size, session=after, reasons=reasons, gated=gated)
