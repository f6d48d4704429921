"""The week in five pillars, the month, and the year with its cycles."""

from __future__ import annotations

from core.review.ahead import Ahead
from core.review.cycle import Cycle, cycle_closes
from core.review.given import Given, Hindrance, Spell, hindered_by
from core.review.month import Month, month_before, month_closes, month_of, next_month
from core.review.pillars import Mark, Pillar, PillarName
from core.review.tally import Tally
from core.review.week import Review, week_number, week_review
from core.review.year import Best, Year, year_review

__all__ = [
    "Ahead",
    "Best",
    "Cycle",
    "Given",
    "Hindrance",
    "Mark",
    "Month",
    "Pillar",
    "PillarName",
    "Review",
    "Spell",
    "Tally",
    "Year",
    "cycle_closes",
    "hindered_by",
    "month_before",
    "month_closes",
    "month_of",
    "next_month",
    "week_number",
    "week_review",
    "year_review",
]
