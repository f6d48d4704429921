"""Words as a race to come, or as the result of one that is run."""

from __future__ import annotations

import re

from bot.services import (
    activity,
)
from bot.services.desk import Desk
from bot.services.words.morning import hear_morning
from bot.storage.dossier import Dossier
from bot.understand.dates import find_date
from bot.understand.intents import Intent, read_intent
from bot.understand.races import RaceHeard, read_race
from bot.understand.results import ResultHeard, read_result
from core.fitness import SPRINT_FROM, SPRINT_TO

TESTED = 1500.0
"""Metres from which a distance and a time may be a result."""


def no_morning(told: ResultHeard, dossier: Dossier) -> bool:
    """Whether a result comes before the open questions: "200 m in 30 s" would be a pulse to the
    morning, and "10k race 48:20, 3 May 2026" a night; it is older than what /log takes for a run.
    """
    long_ago = told.on is not None and (dossier.today - told.on).days > activity.DAYS_BACK
    return long_ago or told.distance <= SPRINT_TO


_RACED = frozenset(["race", "raced", "racing", "parkrun", "pb", "pr", "best", "result"])


def raced(text: str, intent: Intent | None) -> bool:
    """Whether a distance and a time are meant as a result, and not as a day's run."""
    told = intent is not None and intent.kind.value == "result"
    return told or bool(_RACED & set(text.lower().replace(",", " ").split()))


def races(text: str, dossier: Dossier, intent: Intent | None) -> bool:
    """Whether the words tell of a race to come."""
    goal = read_race(text, dossier.today)
    if not isinstance(goal, RaceHeard):
        return False
    on = goal.on or (goal.between[0] if goal.between else None)
    ahead = goal.distance is not None and on is not None and on > dossier.today
    return ahead or (intent is not None and intent.kind.value == "race" and bool(goal.distance))


def result_in(text: str, dossier: Dossier, intent: Intent | None) -> ResultHeard | None:
    """The result that the words tell: a race, a trial, or a sprint; None for a day's run."""
    told = read_result(text, dossier.today)
    if not isinstance(told, ResultHeard):
        return None
    if not (told.trial or raced(text, intent) or _was_run(told, text, dossier)):
        return None
    far = told.distance.metres >= TESTED or SPRINT_FROM <= told.distance <= SPRINT_TO
    return told if far else None


def _was_run(told: ResultHeard, text: str, dossier: Dossier) -> bool:
    """Whether a time with a day of this year that is over was run, and is no goal for the next:
    told to the second, "10k in 48:20, 3 May", or with its year. "10k on 9 May in 48:20" is a goal.
    """
    if told.on is None or (dossier.today - told.on).days <= activity.DAYS_BACK:
        return False
    if str(told.on.year) in text:
        return True
    wished = bool(_GOALS & set(text.lower().split())) or _DAY_THEN_TIME.search(text.lower())
    return not wished and bool(told.time.seconds % 60)


_DAY_THEN_TIME = re.compile(r"\bon\b.*\bin (?:about |around )?\d")
_GOALS = frozenset(["sub", "under", "goal", "target", "aim", "aiming", "hoping", "below", "next"])


def a_race_alone(desk: Desk, dossier: Dossier, text: str) -> bool:
    """Whether the words name a race to come and nothing else: the "1:45" in "half marathon on 9 May
    in 1:45" is a goal and no night, also while the morning's questions are open.
    """
    intent = read_intent(text)
    if not races(text, dossier, intent) or raced(text, intent):
        return False
    day = find_date(text, dossier.today)
    heard = hear_morning(desk, dossier, day.rest if day else text)  # the 3 of "3 May" is no answer
    return heard.not_checkin or (heard.legs is None and heard.pulse is None)
