"""The one change that a cause asks for, laid over the plan like any other; nothing gets harder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from core.adjust import demanding, easy_run, fewer_reps, shorter
from core.adjust.cutting import running_minutes
from core.adjust.facts import protected
from core.athlete import Athlete
from core.library import DoesNotFit, Library, Slot, Standing, lock, size
from core.plan import Change, ChangeKind, Edit, Phase, Plan, Session, WeekKind, hard
from core.reasons import Code, Reason
from core.symptoms.table import Cause, Numbers, Remedy
from core.units import Distance, Duration
from core.workout import Block, Focus, PaceOf, Part, Repeat, Step, Workout

SMALL = {WeekKind.DOWN, WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}
_WITH_RESTS = {Focus.VO2MAX, Focus.SPEED, Focus.ECONOMY, Focus.RACE_PACE, Focus.THRESHOLD}
AHEAD_DAYS, DOWN_DAYS = 14, 7
"""How far ahead a session is looked for (ours), and how long a down week is."""


@dataclass(frozen=True, slots=True)
class _Room:
    """The plan from its first open day on (to `until`), and what sessions are made of."""

    plan: Plan
    first: date
    until: date
    numbers: Numbers
    why: Reason
    athlete: Athlete
    library: Library
    pace_of: PaceOf

    def ahead(self, days: int = AHEAD_DAYS) -> Iterable[Session]:
        """Sessions that may be changed: no race, no taper, nothing within two days of a race."""
        last = min(self.until, self.first + timedelta(days=days - 1))
        for session in self.plan.between(self.first, last):
            if session.race is None and not protected(self.plan, session.on):
                yield session

    def edit(self, session: Session, workout: Workout) -> Edit:
        """The session with another workout, hard or long only where it still is."""
        after = replace(
            session,
            workout=workout,
            hard=session.hard and hard(workout, self.pace_of),
            long=session.long and workout.focus is Focus.LONG,
            why=(*session.why, self.why),
        )
        return Edit(session.on, session, after)


def change_for(
    cause: Cause,
    plan: Plan,
    first: date,
    *,
    numbers: Numbers,
    athlete: Athlete,
    library: Library,
    pace_of: PaceOf,
    until: date | None = None,
) -> Change | None:
    """What the cause changes from `first` on; None where advice is all, or where nothing fits.

    `until`: the last day of a change that is laid again, over a plan made anew.
    """
    if cause.remedy not in _LAID:
        return None
    days = DOWN_DAYS if cause.remedy is Remedy.DOWN_WEEK else AHEAD_DAYS
    last = until or first + timedelta(days=days - 1)
    why = Reason(Code.SYMPTOM, {"cause": cause.key, "until": last.isoformat()})
    room = _Room(plan, first, last, numbers, why, athlete, library, pace_of)
    edits = tuple(_LAID[cause.remedy](room))
    kind = ChangeKind.DOWN_WEEK if cause.remedy is Remedy.DOWN_WEEK else ChangeKind.ASKED
    return Change(kind, edits, (why,)) if edits else None


def told(change: Change) -> tuple[str, date] | None:
    """The cause and the last day of a change that was laid here; None for all others."""
    facts = next((r.facts for r in change.why if r.code is Code.SYMPTOM), None)
    return None if facts is None else (str(facts["cause"]), date.fromisoformat(str(facts["until"])))


def _easy_day(room: _Room) -> Iterable[Edit]:
    """The next hard session becomes an easy run, where it comes within days (R237a)."""
    for session in room.ahead(room.numbers.easy_within):
        if session.hard and session.focus is not Focus.TEST:
            most = running_minutes(session.workout, room.pace_of)
            yield room.edit(session, easy_run(min(most, room.numbers.easy_minutes)))
            return


def _down_week(room: _Room) -> Iterable[Edit]:
    """Seven days with less of everything demanding; where nothing is, less easy running (R155)."""
    weeks = (room.plan.week_of(room.first), room.plan.week_of(room.until))
    if any(week is not None and week.kind in SMALL for week in weeks):
        return
    coming = list(room.ahead(DOWN_DAYS))
    for session in [s for s in coming if demanding(s)] or coming:
        if session.hard and not session.long:
            workout = fewer_reps(session.workout, room.numbers.down_share)
        else:
            workout = shorter(session.workout, room.numbers.down_share, room.pace_of)
        if workout != session.workout:
            yield room.edit(session, workout)


def _longer_rest(room: _Room) -> Iterable[Edit]:
    """The same reps with longer breaks between them, the next time there are any (R240)."""
    for session in room.ahead():
        if session.hard and session.focus in _WITH_RESTS:
            blocks = tuple(
                _rested(block, room.numbers.rest_share) for block in session.workout.blocks
            )
            if blocks != session.workout.blocks:
                yield room.edit(session, replace(session.workout, blocks=blocks))
                return


def _rested(block: Block, share: float) -> Block:
    if not isinstance(block, Repeat) or block.times == 1:
        return block
    if not any(step.part is Part.MAIN for step in block.steps):
        return block
    return replace(block, steps=tuple(_longer(step, share) for step in block.steps))


def _longer(step: Step, share: float) -> Step:
    """A break, longer by the share, in steps of 15 s or 50 m."""
    if step.part is not Part.RECOVERY:
        return step
    if step.time is not None:
        return replace(step, time=Duration(15 * round(step.time.seconds * share / 15)))
    metres = step.distance.metres if step.distance else 0.0
    return replace(step, distance=Distance(50 * round(metres * share / 50)))


def _tempo(room: _Room) -> Iterable[Edit]:
    """The next intervals become a threshold session of no more minutes (R239b)."""
    for session in room.ahead():
        if session.hard and not session.long and session.focus in {Focus.VO2MAX, Focus.SPEED}:
            workout = _threshold(room, session)
            if workout is not None:
                yield room.edit(session, workout)
                return


def _threshold(room: _Room, session: Session) -> Workout | None:
    """The first threshold recipe that is open to the athlete and has room in the session's time."""
    week = room.plan.week_of(session.on)
    minutes = session.workout.minutes(room.pace_of)
    fast = session.workout.fast_minutes(room.pace_of)
    found = room.library.find(
        slot=Slot.HARD,
        focus=Focus.THRESHOLD,
        phase=week.phase if week else Phase.BUILD,
        level=room.athlete.level,
    )
    for recipe in found:
        suited = room.library.suited(recipe, room.athlete)
        if suited is None or lock(suited, room.athlete, Standing(session.on)) is not None:
            continue
        for dose in reversed(suited.doses):
            try:
                workout = size(suited, pace_of=room.pace_of, dose=dose, minutes=minutes)
            except DoesNotFit:
                continue
            if workout.fast_minutes(room.pace_of) <= max(fast, 20.0):
                return workout
    return None


_LAID: Mapping[Remedy, Callable[[_Room], Iterable[Edit]]] = {
    Remedy.EASY_DAY: _easy_day,
    Remedy.DOWN_WEEK: _down_week,
    Remedy.LONGER_REST: _longer_rest,
    Remedy.TEMPO: _tempo,
}
