"""What only the athlete can tell: short questions, answered by one tap each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

MOST_QUESTIONS = 5


class Asked(StrEnum):
    """What is asked; the words and the order of the buttons live in bot/text and in `ANSWERS`."""

    WORKOUT = "workout"  # Is your hard session mostly the same one?
    EASY = "easy"  # Can you talk in whole sentences on easy runs?
    LEGS = "legs"  # How do your legs feel, these weeks?
    LIFE = "life"  # How are work, family and sleep these weeks?
    STRENGTH = "strength"  # Strength training?
    LATE = "late"  # What goes first when it gets hard?
    PACES = "paces"  # Where do your training paces come from?
    FUEL = "fuel"  # How do you eat around hard runs, and does a rest day help?
    SPACING = "spacing"  # What is the day before your hard run?
    BREAK = "break"  # When was your last easy week?
    STRIDES = "strides"  # Strides or short hill sprints?


class Answer(StrEnum):
    """What can be tapped."""

    MOSTLY_SAME = "mostly-same"
    VARIES = "varies"
    ALWAYS = "always"
    SOMETIMES = "sometimes"
    RARELY = "rarely"
    CALM = "calm"
    BUSY = "busy"
    HEAVY = "heavy"
    NEVER = "never"
    WEEKLY = "weekly"
    TWICE_A_WEEK = "twice-a-week"
    START_TOO_FAST = "start-too-fast"
    FORM = "form"
    LEGS = "legs"
    BREATH = "breath"
    RACE = "race"
    GOAL = "goal"
    FEEL = "feel"
    WELL_FED = "well-fed"
    SKIPS = "skips"
    ALWAYS_TIRED = "always-tired"
    FRESH = "fresh"
    HEAVY_LATELY = "heavy-lately"
    ALWAYS_HEAVY = "always-heavy"
    EASY_DAY = "easy-day"
    HARD_DAY = "hard-day"
    GYM_DAY = "gym-day"
    THIS_MONTH = "this-month"
    LONG_AGO = "long-ago"


ANSWERS: Mapping[Asked, tuple[Answer, ...]] = {
    Asked.WORKOUT: (Answer.MOSTLY_SAME, Answer.VARIES, Answer.NEVER),
    Asked.EASY: (Answer.ALWAYS, Answer.SOMETIMES, Answer.RARELY),
    Asked.LEGS: (Answer.FRESH, Answer.HEAVY_LATELY, Answer.ALWAYS_HEAVY),
    Asked.LIFE: (Answer.CALM, Answer.BUSY, Answer.HEAVY),
    Asked.STRENGTH: (Answer.TWICE_A_WEEK, Answer.SOMETIMES, Answer.NEVER),
    Asked.LATE: (Answer.BREATH, Answer.LEGS, Answer.FORM, Answer.START_TOO_FAST),
    Asked.PACES: (Answer.RACE, Answer.GOAL, Answer.FEEL),
    Asked.FUEL: (Answer.WELL_FED, Answer.SKIPS, Answer.ALWAYS_TIRED),
    Asked.SPACING: (Answer.EASY_DAY, Answer.HARD_DAY, Answer.GYM_DAY),
    Asked.BREAK: (Answer.THIS_MONTH, Answer.LONG_AGO, Answer.NEVER),
    Asked.STRIDES: (Answer.WEEKLY, Answer.SOMETIMES, Answer.NEVER),
}
"""What each question can be answered with, in the order of its buttons."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question that is open, with its answers in the order of the buttons."""

    asked: Asked
    answers: tuple[Answer, ...]
