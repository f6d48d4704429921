"""Six even reps in the place of the next hard session: an effort that can be compared later."""

from __future__ import annotations

from datetime import date

from core.athlete import Athlete
from core.library import DoesNotFit, Library, Slot, Standing, lock, size
from core.plan import Change, Plan, Session
from core.season.trial import trial_day, with_trial
from core.workout import Focus, PaceOf, Workout

REPS = 6.0


def even_reps(
    plan: Plan, today: date, athlete: Athlete, library: Library, pace_of: PaceOf
) -> Change | None:
    """The change that puts them there; None without a hard day ahead or a session that fits."""
    session = trial_day(plan, today)
    made = _six(session, athlete, library, pace_of) if session is not None else None
    if session is None or made is None or made == session.workout:
        return None
    return with_trial(session, made)


def _six(session: Session, athlete: Athlete, library: Library, pace_of: PaceOf) -> Workout | None:
    """The first set of six that is open to the athlete and takes no longer, nor more fast minutes.

    Short VO2max reps come before threshold ones: their pace tells more.
    """
    minutes = session.workout.minutes(pace_of)
    fast = session.workout.fast_minutes(pace_of)
    for focus in (Focus.VO2MAX, Focus.THRESHOLD):
        for recipe in library.find(slot=Slot.HARD, focus=focus, level=athlete.level):
            suited = library.suited(recipe, athlete)
            shut = suited is None or lock(suited, athlete, Standing(session.on)) is not None
            if suited is None or shut or REPS not in suited.doses:
                continue
            try:
                made = size(suited, pace_of=pace_of, dose=REPS, minutes=minutes)
            except DoesNotFit:
                continue
            if made.fast_minutes(pace_of) <= fast:
                return made
    return None
