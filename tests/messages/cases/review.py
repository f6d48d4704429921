"""The weekly review in all its forms, the month, the cycle and the year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot.messages import review, review_picture, review_why, review_year
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.text import Text
from core.activity import Activity, Done
from core.athlete import Level, Race, Result
from core.plan import Phase, WeekKind
from core.reasons import Code, Fact, Reason
from core.review import Hindrance, Mark, Review, Spell, Tally
from core.review.cycle import Cycle, PhaseRun
from core.review.month import Month
from core.review.year import Best, Easier, Year
from core.safety import Allowance, Allowed
from core.units import Distance, Duration
from tests.core.test_review import (
    EASY_DAY,
    PLAN,
    as_planned,
    crept_week,
    mornings,
    planned,
    reviewed,
    sleepless,
    whole_week,
)
from tests.messages.recording import Case, Cases
from tests.messages.scenes import RUI, paces

RUNNER = Runner(paces(RUI), Level.INTERMEDIATE)
BEGINNER = Runner(None, Level.BEGINNER)
FREE = Allowance()
WALKS = Allowance(Allowed.WALK_ONLY, reasons=(Reason(Code.WALK_ONLY, {"condition": "heart"}),))

WHOLE = reviewed(whole_week(), mornings())
TIRED = reviewed(crept_week(), sleepless())
ONE_RUN = reviewed([as_planned(planned(EASY_DAY))])


def _week(
    found: Review, runner: Runner = RUNNER, allowance: Allowance = FREE, *, brief: bool = False
) -> Case:
    return lambda text: review.weekly(found, runner, allowance, text, brief=brief)


def _ahead(kind: WeekKind, *why: Reason, phase: Phase = Phase.BUILD) -> Review:
    """A review whose next week is of that kind."""
    ahead = WHOLE.ahead
    assert ahead is not None
    assert ahead.week is not None
    week = replace(ahead.week, kind=kind, phase=phase)
    turns = phase is not Phase.BUILD
    return replace(WHOLE, ahead=replace(ahead, week=week, turns=turns, why=why))


def _race_ahead() -> Review:
    ahead = WHOLE.ahead
    assert ahead is not None
    last = ahead.sessions[-1]
    race = replace(last, race=Race(last.on, Distance.of_km(10)), hard=True, long=False)
    return replace(WHOLE, ahead=replace(ahead, sessions=(race,), time=Duration(0)))


def _rest_ahead() -> Review:
    ahead = WHOLE.ahead
    assert ahead is not None
    return replace(WHOLE, ahead=replace(ahead, sessions=()))


def _hindered(what: Hindrance, runs: int = 1) -> Review:
    spells = (Spell(what, PLAN.starts, PLAN.ends),)
    return reviewed(whole_week()[:runs], spells=spells)


def _said(code: Code, **facts: Fact) -> Case:
    """A review whose one good thing or one change is this."""
    reason = Reason(code, facts)
    if code in _CHANGES:
        return _week(replace(WHOLE, change=reason))
    return _week(replace(WHOLE, well=reason))


_GOOD: Mapping[Code, Mapping[str, Fact]] = {
    Code.HEALTH_FIRST: {},
    Code.LIFE_FIRST: {},
    Code.RACED: {"metres": 10_000},
    Code.LISTENED: {"days": 2},
    Code.REPS_EVEN: {"sessions": 1},
    Code.GREW_LONGEST: {"metres": 16_000},
    Code.ALL_RUN: {"runs": 5},
    Code.EASY_STAYED: {"runs": 3},
    Code.MORNINGS_TOLD: {"mornings": 6},
    Code.RAN: {"runs": 3},
    Code.NOTHING_OWED: {},
}
_CHANGES: Mapping[Code, Mapping[str, Fact]] = {
    Code.SLEEP_FIRST: {"hours": 6.2},
    Code.REST_MORE: {"mornings": 4},
    Code.ALWAYS_MEDIUM: {"percent": 58},
    Code.MORE_EASY: {"percent": 71, "floor": 78},
    Code.EASY_SLOWER: {"crept": 2, "of": 3},
    Code.HARD_UNASKED: {"runs": 1},
    Code.START_CALMER: {"sessions": 1},
    Code.FEWER_DAYS: {"runs": 2, "of": 5},
    Code.STRENGTH_BACK: {"weeks": 4},
    Code.STRIDES_BACK: {"weeks": 4},
    Code.HARD_BACK: {"weeks": 4},
}


def _pillars(**marks: Mark) -> Review:
    """The week with these marks; the others stay."""
    level = {Mark.GOOD: 1.0, Mark.FAIR: 0.5, Mark.LOW: 0.0}
    pillars = tuple(
        replace(p, level=level.get(marks[p.name.value]), meant=marks[p.name.value] is not Mark.OFF)
        if p.name.value in marks
        else p
        for p in WHOLE.pillars
    )
    return replace(WHOLE, pillars=pillars)


def _evidence(**why: Reason) -> Case:
    """*Why?* with these reasons."""
    pillars = tuple(
        replace(pillar, why=why.get(pillar.name.value, pillar.why)) for pillar in WHOLE.pillars
    )
    return lambda text: review_why.why(replace(WHOLE, pillars=pillars), text)


def _turning(text: Text) -> Reply:
    turns = review.turns(WHOLE, text, earlier=True, later=True)
    return review.weekly(WHOLE, RUNNER, FREE, text, turns=turns)


NOVEMBER = Month(
    date(2026, 11, 1),
    18,
    Duration.of_hours(16.2),
    Distance.of_km(182),
    Activity(date(2026, 11, 22), Done.OTHER, Distance.of_km(18), Duration(6500)),
)
OCTOBER = Month(date(2026, 10, 1), 1, Duration.of_hours(1), Distance.of_km(8))
EMPTY = Month(date(2026, 12, 1), 0, Duration(0), Distance(0))
TEN_K = Race(date(2026, 9, 13), Distance.of_km(10))
MARATHON = Race(date(2027, 5, 9), Distance(42195), name="Porto")
FIRST = Cycle(
    date(2026, 5, 4),
    TEN_K.on,
    TEN_K,
    Result(TEN_K.distance, Duration(2790), TEN_K.on),
    Duration.of_hours(75),
    Distance.of_km(760),
    Distance.of_km(48),
    Duration.of_hours(4.6),
    (
        PhaseRun(Phase.BASE, 8, Duration.of_hours(26), Distance.of_km(280)),
        PhaseRun(Phase.BUILD, 10, Duration.of_hours(41), Distance.of_km(410)),
        PhaseRun(Phase.PEAK, 1, Duration.of_hours(4), Distance.of_km(40)),
    ),
)
NOW = replace(
    FIRST,
    first=date(2026, 9, 14),
    last=date(2026, 11, 29),
    race=None,
    result=None,
    biggest=Distance.of_km(55),
    biggest_time=Duration.of_hours(5.2),
)
YEAR = Year(
    date(2026, 5, 4),
    date(2026, 11, 29),
    (OCTOBER, NOVEMBER),
    (FIRST, NOW),
    (
        Best(Result(Distance.of_km(5), Duration(1335), date(2026, 8, 1))),
        Best(
            Result(Distance.of_km(10), Duration(2790), TEN_K.on),
            Result(Distance.of_km(10), Duration(2910), date(2025, 10, 11)),
        ),
    ),
    Easier(3.9, 3.1),
    next_short=False,
)


def _month(this: Month, before: Month, runner: Runner = RUNNER, *, earlier: bool = False) -> Case:
    return lambda text: review_year.month(this, before, runner, text, earlier=earlier)


def _cycle(found: Year, race: Race, runner: Runner = RUNNER) -> Case:
    def case(text: Text) -> Reply:
        more = review_year.cycle_end(found, race, runner, text)
        return review.weekly(WHOLE, runner, FREE, text, more=more)

    return case


def _picture_words(text: Text) -> Reply:
    chart = review_picture.chart(WHOLE, RUNNER, text)
    figures = [f"{figure.number} {figure.words}" for figure in chart.figures]
    free = review_picture.chart(replace(WHOLE, tally=_free()), RUNNER, text).figures[1]
    words = [chart.title, chart.subtitle, *figures, f"{free.number} {free.words}"]
    year = review_year.chart(YEAR, RUNNER, text)
    return Reply("\n".join([*words, chart.next_words, year.title, year.subtitle]))


def _free(runs: int = 1) -> Tally:
    """A week without a plan."""
    nothing = {"planned": 0, "run": 0, "unknown": 0, "still_open": 0, "not_run": 0}
    none = {"planned_time": Duration(0), "planned_distance": Distance(0)}
    return replace(ONE_RUN.tally, other=runs, **nothing, **none)  # type: ignore[arg-type]


def _lifted(count: int) -> Case:
    return lambda text: Reply(text(review.lifted(count)))


CASES: Cases = {
    "first": _week(replace(ONE_RUN, number=1)),
    "second-by-minutes": _week(replace(WHOLE, number=2), BEGINNER),
    "whole": _week(replace(WHOLE, good=12)),
    "tired": _week(TIRED),
    "one-run": _week(ONE_RUN),
    "by-minutes": _week(WHOLE, BEGINNER),
    "brief": _week(WHOLE, brief=True),
    "untold": _week(reviewed()),
    "no-run-planned": _week(replace(WHOLE, tally=_free(0))),
    "free-runs": _week(replace(WHOLE, tally=_free(2))),
    "own-runs": _week(replace(WHOLE, tally=replace(WHOLE.tally, other=2, unknown=1))),
    "marks": _week(
        _pillars(pacing=Mark.FAIR, intervals=Mark.OFF, form=Mark.LOW, strength=Mark.UNKNOWN)
    ),
    "still-open": _week(reviewed([as_planned(planned(EASY_DAY))], today=21)),
    "turning": _turning,
    "next-down": _week(
        _ahead(WeekKind.DOWN, Reason(Code.DOWN_WEEK, {"percent": 22}), Reason(Code.STRETCH))
    ),
    "next-peak": _week(
        _ahead(WeekKind.NORMAL, Reason(Code.STRETCH, {"stretch": "peak"}), phase=Phase.PEAK)
    ),
    "next-race": _week(_race_ahead()),
    "next-rest": _week(_rest_ahead()),
    "next-none": _week(replace(WHOLE, ahead=None)),
    "next-held": _week(WHOLE, BEGINNER, WALKS),
    **{f"hindered-{what.value}": _week(_hindered(what)) for what in Hindrance},
    "hindered-rested": _week(_hindered(Hindrance.ILL, 0)),
    **{f"well-{code.value}": _said(code, **facts) for code, facts in _GOOD.items()},
    **{f"change-{code.value}": _said(code, **facts) for code, facts in _CHANGES.items()},
    "well-longest-minutes": _said(Code.GREW_LONGEST, minutes=75),
    "why": lambda text: review_why.why(replace(TIRED, medium=0.31, easy_four_weeks=0.84), text),
    "why-hindered": lambda text: review_why.why(_hindered(Hindrance.ILL), text),
    "why-unknown": lambda text: review_why.why(reviewed(), text),
    "why-off": _evidence(
        intervals=Reason(Code.NO_REPS_MEANT),
        form=Reason(Code.NO_STRIDES_MEANT),
        strength=Reason(Code.NO_STRENGTH_MEANT),
        recovery=Reason(Code.MORNINGS_FEW, {"answered": 2}),
    ),
    "why-told": _evidence(
        pacing=Reason(Code.EASY_KEPT, {"kept": 0, "of": 1}),
        strength=Reason(Code.STRENGTH_DONE, {"done": 1, "of": 2}),
        form=Reason(Code.STRIDES_RUN, {"done": 1, "of": 2}),
    ),
    "why-ahead": lambda text: review_why.why(
        _ahead(WeekKind.DOWN, Reason(Code.DOWN_WEEK, {"percent": 22})), text
    ),
    "month": _month(NOVEMBER, OCTOBER, earlier=True),
    "month-by-minutes": _month(NOVEMBER, OCTOBER, BEGINNER),
    "month-empty": _month(EMPTY, NOVEMBER),
    "month-first": _month(OCTOBER, replace(EMPTY, first=date(2026, 9, 1))),
    "month-closes": lambda text: review.weekly(
        WHOLE,
        RUNNER,
        FREE,
        text,
        more=review_year.month_lines(NOVEMBER, OCTOBER, RUNNER, text),
    ),
    "year": lambda text: review_year.year(YEAR, RUNNER, text),
    "year-by-minutes": lambda text: review_year.year(YEAR, BEGINNER, text),
    "year-empty": lambda text: review_year.year(
        replace(YEAR, months=(), cycles=(), best=()), RUNNER, text
    ),
    "year-lines": lambda text: Reply(
        "\n".join(review_year.year_lines(YEAR, RUNNER, text)),
    ),
    "cycle-ends": _cycle(YEAR, TEN_K),
    "cycle-of-a-marathon": _cycle(
        replace(
            YEAR,
            cycles=(FIRST, replace(NOW, race=MARATHON, last=MARATHON.on)),
            next_short=True,
        ),
        MARATHON,
    ),
    "picture": _picture_words,
    **{f"lifted-{count}": _lifted(count) for count in range(3)},
    "stale": lambda text: Reply(text("review-stale")),
    "no-plan": lambda text: Reply(text("review-no-plan")),
}
