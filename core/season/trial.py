"""Where a time trial finds its place: it takes that of a hard day, and nothing is added."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from core.plan import Change, ChangeKind, Edit, Plan, Session
from core.reasons import Code, Reason
from core.workout import Focus, Workout


def trial_day(plan: Plan, today: date) -> Session | None:
    """The next hard session within a week that is no race, no long run and no test already."""
    tomorrow, last = today + timedelta(days=1), today + timedelta(days=7)
    ahead = (s for s in plan.between(tomorrow, last) if s.hard and not s.long and not s.race)
    return next((s for s in ahead if s.focus is not Focus.TEST), None)


def with_trial(session: Session, trial: Workout) -> Change:
    """The trial in the session's place, as asked for."""
    why = Reason(Code.ATHLETE_ASKED)
    after = replace(session, workout=trial, hard=True, why=(why,))
    return Change(ChangeKind.ASKED, (Edit(session.on, session, after),), (why,))
