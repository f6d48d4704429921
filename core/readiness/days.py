"""Signs of too little recovery that only several days show (R231, R235)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from core.checkin import CheckIn
from core.reasons import Code, Reason

WINDOW = 7
_HEAVY_DAYS, _STRESS_DAYS, _DREAD_DAYS = 3, 3, 2
_ILL_WINDOW, _ILLNESSES = 28, 2
"""How many days make each a sign: the guide names the signs, the counts are ours."""


def under_recovered(days: Sequence[CheckIn], today: date) -> Reason | None:
    """The reason with the number of signs over the last week, or None where there is none.

    Signs: heavy or dead legs on three days, stress on three, dread on two, ill twice in four weeks.
    """
    week = [c for c in days if today - timedelta(days=WINDOW - 1) <= c.on <= today]
    signs = (
        sum(c.legs in {1, 2} for c in week) >= _HEAVY_DAYS,
        sum(c.stress for c in week) >= _STRESS_DAYS,
        sum(c.dread for c in week) >= _DREAD_DAYS,
        _illnesses(days, today) >= _ILLNESSES,
    )
    count = sum(signs)
    facts = {"signs": count, "days": WINDOW}
    return Reason(Code.UNDER_RECOVERED, facts) if count else None


def _illnesses(days: Sequence[CheckIn], today: date) -> int:
    """Ill stretches that began in the last four weeks; a well day between makes two of them."""
    first = today - timedelta(days=_ILL_WINDOW - 1)
    window = sorted((c for c in days if first <= c.on <= today), key=lambda c: c.on)
    before = False
    count = 0
    for checkin in window:
        count += checkin.ill and not before
        before = checkin.ill
    return count
