"""One session, everybody's own: a member's version of what the squad runs, never larger than
their own rules, with the week around it (rivals.md has nobody who does this)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.adjust import demanding, plain
from core.adjust.cutting import easy_run, fewer_reps
from core.carry import LONGER
from core.plan import Change, ChangeKind, Plan, Session
from core.plan import hard as is_hard
from core.reasons import Code, Reason
from core.squad.amount import shortened, sized, told_reps
from core.squad.room import Role, edits_between, role_of, room_for
from core.squad.taker import Taker
from core.workout import Workout

HALF = 0.5
"""What a base week that was meant without a hard session takes of one (ours)."""
EASY_MINUTES = 30.0
"""What who cannot take part in fast running runs at most, without a plan of their own."""
DAY = timedelta(days=1)


class Size(StrEnum):
    """How the own version stands to the squad's session."""

    SAME = "same"
    SMALLER = "smaller"
    EASIER = "easier"
    NOT = "not"


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
    own, reasons = sized(workout, day, taker)
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
        coach = told_reps(workout, own, coach=True) if taker.share < 1 else []
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
    shorter = shortened(own, most, pace_of)
    if shorter == own:
        return own, reasons
    told = Reason(Code.SQUAD_SHORTER, {"minutes": round(shorter.minutes(pace_of))})
    return shorter, [*(r for r in reasons if r.code is not Code.SQUAD_SHORTER), told]


def _size(workout: Workout, own: Workout, *, easier: bool) -> Size:
    if easier:
        return Size.EASIER
    return Size.SAME if own == workout else Size.SMALLER
