"""The questions of onboarding in order, and which answers make which of them needless."""

from __future__ import annotations

from bot.forms import Answer, Draft, Question
from core.athlete import Condition, Level, RaceDistance

FORM_NAME = "onboarding"
COACH, FITTER = "coach", "fitter"
NONE = ""
"""The answer "none": no date, no result, no year."""
HURTS, UNSAID = "hurts", "unsaid"
GOALS = (*(d.value for d in RaceDistance), FITTER, COACH)
HEALTH = (HURTS, *(c.value for c in Condition), UNSAID)
RETURNER_RUNS = 3
RETURNER_METRES = 15_000
"""Below three runs or 15 km a week the start is a beginner's (coaching.md 3)."""


def runs(draft: Draft) -> bool:
    """Whether this person wants a plan, or only coaches others."""
    return draft.get("goal") != COACH


def races(draft: Draft) -> bool:
    """Whether the goal is a race distance."""
    return draft.get("goal") in {d.value for d in RaceDistance}


def has_run(draft: Draft) -> bool:
    """Whether there was a run in the usual week."""
    return runs(draft) and draft.get("runs") != 0


def starts_low(draft: Draft) -> bool:
    """A beginner or returner, who is asked what a walk-run start depends on."""
    times, metres = draft.get("runs", 0), draft.get("volume", 0)
    low = not isinstance(times, int) or times < RETURNER_RUNS
    short = not isinstance(metres, int | float) or metres < RETURNER_METRES
    return runs(draft) and (draft.get("level") == Level.BEGINNER.value or low or short)


def result_without_date(draft: Draft) -> bool:
    """Whether a result was told whose day is still missing."""
    result = draft.get("result")
    return runs(draft) and isinstance(result, dict) and not result.get("on")


def hurts(draft: Draft) -> bool:
    """Whether something hurts now."""
    health = draft.get("health")
    return isinstance(health, list) and HURTS in health


def gave_birth(draft: Draft) -> bool:
    """Whether a child was born in the last year."""
    health = draft.get("health")
    return isinstance(health, list) and Condition.POSTPARTUM.value in health


def is_minor(draft: Draft) -> bool:
    """Whether the year of birth makes this a 16- or 17-year-old."""
    return bool(draft.get("minor"))


FORM = (
    Question("goal"),
    Question("race_date", races),
    Question("level", runs),
    Question("runs", runs),
    Question("volume", has_run),
    Question("longest", has_run),
    Question("run20", starts_low),
    Question("days", runs),
    Question("long_day", runs),
    Question("result", runs),
    Question("result_date", result_without_date),
    Question("birth", runs),
    Question("guardian", is_minor),
    Question("health", runs),
    Question("spot", hurts),
    Question("score", hurts),
    Question("born", gave_birth),
    Question("hour", runs),
    Question("place"),
)


Updates = dict[str, Answer]
"""What an answer sets in the draft; words may answer more than was asked."""
