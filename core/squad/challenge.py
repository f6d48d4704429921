"""Challenges that a squad takes on together: they count weeks, so more running gives no more.

A week in which somebody rested because they were told to counts like any other, and one in which
they ran against that counts nothing: nothing here is won by running hurt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.activity import Log
from core.adjust.decision import Decision
from core.adjust.streak import good_decision
from core.adjust.table import DecisionTable
from core.squad.board import hurt, kept_easy

WEEKS = 4
TARGET_PERCENT = 75
"""The share of all members' weeks that is asked for: everybody may have a bad one (ours)."""
ROUTINES_A_WEEK = 2
"""Routines that make a week count (ours)."""


class Aim(StrEnum):
    """What a challenge is about."""

    STEADY = "steady"  # every day well decided: run what was right, rest when told
    EASY = "easy"  # every easy run kept easy
    ROUTINES = "routines"  # two routines in the week


@dataclass(frozen=True, slots=True)
class Challenge:
    """Four weeks from a Monday, for those who have joined it themselves."""

    aim: Aim
    starts: date

    @property
    def ends(self) -> date:
        """The last Sunday."""
        return self.starts + timedelta(days=7 * WEEKS - 1)


@dataclass(frozen=True, slots=True)
class LivedWeek:
    """One member's week: verdicts on its days, easy runs kept and not, days with a routine."""

    verdicts: tuple[bool | None, ...] = ()
    easy_kept: int = 0
    easy_lost: int = 0
    routines: int = 0
    hurt: bool = False

    @property
    def told(self) -> bool:
        """Whether anything is known of it."""
        return any(v is not None for v in self.verdicts) or self.easy_kept + self.easy_lost > 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the squad is: weeks that count, of those asked for; no member is told apart."""

    aim: Aim
    done: int
    target: int
    members: int
    ends: date

    @property
    def reached(self) -> bool:
        return self.done >= self.target


def verdicts(
    decisions: Iterable[Decision], log: Log, monday: date, table: DecisionTable
) -> tuple[bool | None, ...]:
    """Whether each decided day of the week that begins on `monday` was well decided."""
    week = [decision for decision in decisions if 0 <= (decision.on - monday).days < 7]
    return tuple(good_decision(decision, log.on(decision.on), table) for decision in week)


def lived_week(
    decisions: Iterable[Decision],
    log: Log,
    routines: Iterable[date],
    monday: date,
    table: DecisionTable,
) -> LivedWeek:
    """One member's week, read from what the coach knows of them."""
    runs = log.within(monday + timedelta(days=6), 7)
    kept = [kept_easy(run, table) for run in runs]
    return LivedWeek(
        verdicts=verdicts(decisions, log, monday, table),
        easy_kept=kept.count(True),
        easy_lost=kept.count(False),
        routines=len({day for day in routines if 0 <= (day - monday).days < 7}),
        hurt=any(hurt(run) for run in runs),
    )


def counts(aim: Aim, week: LivedWeek) -> bool:
    """Whether the week counts; one with a day against the rules, or run while hurt, never does."""
    if week.hurt or False in week.verdicts or not (week.told or week.routines):
        return False
    match aim:
        case Aim.STEADY:
            return True in week.verdicts
        case Aim.EASY:
            return week.easy_lost == 0 and week.told
        case Aim.ROUTINES:
            return week.routines >= ROUTINES_A_WEEK


def progress(
    challenge: Challenge, members: Iterable[Mapping[date, LivedWeek]], today: date
) -> Progress | None:
    """The weeks that are over, by their Mondays, of everybody who joined; None: nobody has, or no
    week of it is over yet.
    """
    joined: Sequence[Mapping[date, LivedWeek]] = tuple(members)
    mondays = [challenge.starts + timedelta(days=7 * n) for n in range(WEEKS)]
    over = [monday for monday in mondays if monday + timedelta(days=6) < today]
    if not joined or not over:
        return None
    done = sum(
        counts(challenge.aim, weeks[monday])
        for weeks in joined
        for monday in over
        if monday in weeks
    )
    target = -(-len(joined) * WEEKS * TARGET_PERCENT // 100)
    return Progress(challenge.aim, done, target, len(joined), challenge.ends)
