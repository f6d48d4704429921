"""Words as the report of a run: whether they are one, and what of it is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.outcome import Outcome, Said
from bot.services import (
    activity,
)
from bot.services.desk import Answer, Desk
from bot.services.problems import sorry_for
from bot.services.words.morning import TWO, clarity, hear_morning
from bot.storage.dossier import Dossier
from bot.understand.heard import Heard
from bot.understand.intents import IntentKind, read_intent
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.runs import RunHeard, read_run
from core.activity import Done
from core.workout import Focus

_DEMANDS = frozenset(["give", "gimme", "want", "wanna", "ignore", "should", "shall", "let"])
"""Words of somebody who asks for a run and reports none: "give me 100 km"."""
_MEANT_AS_RUN = {Done.NOT_RUN, Done.AS_PLANNED}


def reports(run: object, text: str, dossier: Dossier) -> bool:
    """Whether the words report a run: something of it is told, and nothing is asked."""
    if not isinstance(run, RunHeard) or "?" in text or _DEMANDS & set(text.lower().split()):
        return False
    if run.distance or run.time or run.reps_done is not None:
        return True
    told = run.rpe is not None or run.effort is not None
    return run.done in _MEANT_AS_RUN and (told or is_about_a_run(text, dossier))


_OF_RUNS = frozenset(["run", "ran", "running", "jog", "jogged", "planned", "session", "workout"])
_YES_OR_NO = frozenset(["agree", "decline"])


def is_about_a_run(text: str, dossier: Dossier) -> bool:
    """Whether "done" or "not" without more is about the day's run: where the evening asks, or the
    words say so. "Keep it as planned" and "my race is cancelled" are wishes.
    """
    intent = read_intent(text)
    words = set(text.lower().replace(",", " ").replace(".", " ").split())
    if intent is not None and intent.kind is IntentKind.HURT:  # "didn't run, knee 4/10"
        return evening_asks(dossier) and bool(_OF_RUNS & words)
    if intent is not None:
        return evening_asks(dossier) and intent.kind.value in _YES_OR_NO
    return evening_asks(dossier) or bool(_OF_RUNS & words)


def evening_asks(dossier: Dossier) -> bool:
    """Whether the evening has asked how it went, and nobody has told yet."""
    asked = any(card.kind == activity.CARD for card in dossier.cards)
    return asked and not any(a.activity.on == dossier.today for a in dossier.activities)


def rather_a_run(dossier: Dossier, heard: Heard, run: object, text: str) -> bool:
    """Whether words that could tell of the morning report a run: "1h10 on the trails", "did 3 of 5,
    legs gave up". A time alone is a run only where the evening has asked for one.
    """
    if not isinstance(run, RunHeard) or not reports(run, text, dossier) or clarity(heard) > TWO:
        return False
    if run.distance is None and run.reps_done is None:
        return evening_asks(dossier) and heard.legs is None and heard.pulse is None
    answered = dossier.checkin is not None and dossier.checkin.answered
    return heard.sleep is None and heard.pulse is None and (heard.legs is None or answered)


def a_report_meanwhile(desk: Desk, dossier: Dossier, text: str) -> bool:
    """Whether a run is told while the morning's questions are still open: "done as planned, rpe 3,
    knee 0/10". A time alone still answers how long the night was.
    """
    heard, run = hear_morning(desk, dossier, text), read_run(text, dossier.today)
    if not isinstance(run, RunHeard) or not rather_a_run(dossier, heard, run, text):
        return False
    return run.distance is not None or run.reps_done is not None or run.done in _MEANT_AS_RUN


async def take_run(desk: Desk, dossier: Dossier, text: str, on: date) -> Answer[Any]:
    """The run that the words report, logged; what is unclear in them is asked back."""
    run = read_run(text, dossier.today)
    if isinstance(run, OutOfRange | Unclear):
        sorry = sorry_for(run)
        facts = {**sorry.facts, "day_on": on.isoformat()}
        return Answer(Outcome(activity.TOPIC, Said.ASK_AGAIN, sorry.code, facts))
    if run is None:
        facts = {"day_on": on.isoformat()}
        return Answer(Outcome(activity.TOPIC, Said.ASK_AGAIN, "log-unclear", facts))
    return await activity.told(desk, run.on or on, what_of(run))


async def log(desk: Desk, text: str) -> Answer[Any]:
    """/log with a run behind it."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(activity.TOPIC, Said.STRANGER))
    return await take_run(desk, dossier, text, dossier.today)


def what_of(run: RunHeard) -> dict[str, Any]:
    """A run told in words as the evening's form keeps it."""
    what: dict[str, Any] = {
        "metres": run.distance.metres if run.distance else None,
        "seconds": run.time.seconds if run.time else None,
        "rpe": run.rpe if run.rpe is not None else run.effort,
        "reps_done": run.reps_done,
        "reps_planned": run.reps_planned,
        "pulse": run.pulse.bpm if run.pulse else None,
        "not_run": run.done is Done.NOT_RUN or None,
        "as_planned": run.done is Done.AS_PLANNED or None,
        "evenness": run.evenness.value if run.evenness else None,
        "pains": [[p.spot.value, p.score] for p in run.pains if p.score is not None] or None,
        "focus": Focus.EASY.value,
    }
    return {name: value for name, value in what.items() if value is not None}
