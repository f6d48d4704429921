"""The weekly review: five pillars, planned and done, one good thing, one to change, next week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.adjust import good_decision, streak
from core.medium import medium_share
from core.plan import Week
from core.readiness import Colour
from core.reasons import Reason
from core.review.ahead import Ahead, ahead
from core.review.choice import to_change, went_well
from core.review.given import Given, Hindrance, hindrance
from core.review.pillars import Pillar, pillars, week_colours
from core.review.share import FLOOR, easy_share, floor, four_weeks
from core.review.tally import Tally, tally

SHORT_REVIEWS = 2
"""The first reviews have three lines (coaching.md 10)."""


@dataclass(frozen=True, slots=True)
class Review:
    """One week. Shares are 0-1, None while unknown; `medium` is the share of told runs in the
    middle over four weeks (R34); `number` counts an athlete's weeks from 1; `good`: good decisions
    in a row; `change` None: nothing to change; `floor`: the least easy share that four weeks should
    have. A hindered week is not counted.
    """

    monday: date
    number: int
    week: Week | None
    hindrance: Hindrance | None
    tally: Tally
    pillars: tuple[Pillar, ...]
    colours: tuple[Colour, ...]
    easy: float | None
    easy_four_weeks: float | None
    medium: float | None
    well: Reason
    change: Reason | None
    ahead: Ahead | None
    good: int
    floor: float = FLOOR

    @property
    def short(self) -> bool:
        return self.number <= SHORT_REVIEWS

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def told(self) -> bool:
        """Whether anything is known of the week."""
        count = self.tally
        return bool(count.runs or count.not_run) or any(
            colour is not Colour.UNKNOWN for colour in self.colours
        )


def week_review(given: Given) -> Review:
    """The review of the week that begins on `given.monday`."""
    return Review(
        monday=given.monday,
        number=week_number(given.athlete.started, given.monday),
        week=given.plan.week_of(given.monday) or given.plan.week_of(given.sunday),
        hindrance=hindrance(given),
        tally=tally(given),
        pillars=pillars(given),
        colours=tuple(reversed(week_colours(given))),
        easy=easy_share(given, given.sunday, 7),
        easy_four_weeks=four_weeks(given),
        medium=medium_share(given.log, given.sunday, given.table.meant),
        well=went_well(given),
        change=to_change(given),
        ahead=ahead(given.plan, given.monday + timedelta(days=7), given.pace_of),
        good=_good(given),
        floor=floor(given),
    )


def week_number(started: date, monday: date) -> int:
    """1 in the week in which coaching began."""
    first = started - timedelta(days=started.weekday())
    return max(1, (monday - first).days // 7 + 1)


def _good(given: Given) -> int:
    decided = sorted(given.decisions, key=lambda decision: decision.on, reverse=True)
    return streak(
        good_decision(decision, given.log.on(decision.on), given.table)
        for decision in decided
        if decision.on <= given.sunday
    )
