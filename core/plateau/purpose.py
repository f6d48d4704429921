"""Whether standing still is right today: a taper, a way back, care; then nothing is a plateau."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from core.athlete import Condition
from core.plan import WeekKind
from core.plateau.diagnosis import Purpose
from core.plateau.proof import Comparison
from core.plateau.view import View
from core.safety import Allowed

BREAK_DAYS = 14
"""So many days without a run make a break (ours, as in planning)."""
BACK_DAYS = 70
"""How long a break explains what times do (ours)."""
STILL_LESS = 0.85
_WEEKS = {
    WeekKind.TAPER: Purpose.TAPERING,
    WeekKind.RACE: Purpose.TAPERING,
    WeekKind.RECOVERY: Purpose.RECOVERING,
    WeekKind.MAINTAIN: Purpose.MAINTAINING,
    WeekKind.RETURN: Purpose.RETURNING,
    WeekKind.START: Purpose.STARTING,
}
_CARE = {Condition.PREGNANT, Condition.POSTPARTUM}


def purpose(view: View, compared: Comparison | None) -> Purpose | None:
    """Why nothing should rise now; None where something should."""
    if view.case.allowance.level is not Allowed.FREE or _CARE & set(view.case.athlete.conditions):
        return Purpose.CARE
    week = view.case.plan.week_of(view.today) if view.case.plan else None
    if week is not None and week.kind in _WEEKS:
        raced = any(week.starts <= r.on <= view.today for r in view.case.athlete.results)
        over = raced and week.kind is WeekKind.RACE
        return Purpose.RECOVERING if over else _WEEKS[week.kind]
    return Purpose.RETURNING if _returning(view, compared) else None


def _returning(view: View, compared: Comparison | None) -> bool:
    """A break lies between the two efforts and is not long over.

    Days without a word are no break where the running went on as before: they were not logged.
    """
    days = sorted({r.on for r in view.runs} | set(view.case.log.unknown))
    for last, back in pairwise(days):
        recent = (view.today - back).days <= BACK_DAYS
        between = compared is None or compared.before.on < back
        if (back - last).days > BREAK_DAYS and recent and between and _less(view, last, back):
            return True
    return bool(view.runs) and (view.today - view.runs[-1].on).days > BREAK_DAYS


def _less(view: View, last: date, back: date) -> bool:
    """Whether there was less running after the days without a run, or illness around them."""
    before = [r for r in view.runs if -28 < (r.on - last).days <= 0]
    after = [r for r in view.runs if 0 <= (r.on - back).days <= 20]
    mornings = (c for c in view.case.checkins if -3 <= (c.on - last).days <= 28)
    ill = any(c.ill or c.fever_celsius for c in mornings)
    then, now = sum(r.minutes for r in before) / 4, sum(r.minutes for r in after) / 3
    return ill or now < STILL_LESS * then
