"""A squad's usual days and hours: "Tue 19:00, Sat 9:15", "tue and thu 7 pm"."""

from __future__ import annotations

import re

from bot.understand.clocks import read_clock
from bot.understand.weekdays import WeekdaysHeard, read_weekdays


def read_trainings(text: str) -> tuple[tuple[int, int], ...]:
    """(weekday, minute) of each; () where a day has no hour, or nothing is read.

    Days before an hour share it: "Tue, Thu 19:00" are both at 19:00.
    """
    told: dict[int, int] = {}
    waiting: list[int] = []
    for part in re.split(r"[,;\n]", text[:200]):
        days, minute = read_weekdays(part), read_clock(part)
        if isinstance(days, WeekdaysHeard):
            waiting += days.days
        if isinstance(minute, int):
            told.update(dict.fromkeys(waiting, minute))
            waiting = []
        elif minute is not None:
            return ()
    return () if waiting else tuple(sorted(told.items()))
