"""Which stretch of time a look back means: "how was my month", "last week", "the year"."""

from __future__ import annotations

import re
from enum import StrEnum


class Period(StrEnum):
    """What is looked back on; a week unless something else is said."""

    WEEK = "week"
    LAST_WEEK = "last-week"
    MONTH = "month"
    LAST_MONTH = "last-month"
    YEAR = "year"


_LAST = r"\b(last|previous|past)\s+"
_READ = (
    (re.compile(r"\b(year|season|cycle)s?\b|\byearly\b"), Period.YEAR),
    (re.compile(_LAST + r"month"), Period.LAST_MONTH),
    (re.compile(r"\bmonth(s|ly)?\b"), Period.MONTH),
    (re.compile(_LAST + r"week"), Period.LAST_WEEK),
)


def read_period(text: str) -> Period:
    """The longest stretch that is named."""
    said = text.lower()
    return next((period for pattern, period in _READ if pattern.search(said)), Period.WEEK)
