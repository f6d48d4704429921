"""The line after a race in the athlete's own words: asked for, kept, shown again (R153)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said
from bot.services.desk import Answer, Desk
from bot.services.raceday import TOPIC, save_day
from bot.services.raceday.ended import Raced, ended, logged_race
from bot.services.raceday.finding import known_day, race_on
from bot.storage import drafts
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.understand.checkin import read_checkin
from bot.understand.intents import read_intent
from bot.understand.races import RaceHeard, read_race

FORM = "raceday"
LINE = "line"
LINE_WAITS = timedelta(hours=3)
MOST_LETTERS, LEAST_WORDS, FEW_WORDS = 300, 3, 4
LONGEST_RACE = 8
"""Words: a longer sentence with a race in it looks back on one (ours)."""
_ASKING = frozenset(
    [
        "show",
        "what",
        "when",
        "how",
        "can",
        "could",
        "please",
        "give",
        "tell",
        "open",
        "move",
        "skip",
    ]
)
"""A short sentence, or one that begins so, may be a wish."""


async def open_line(desk: Desk, dossier: Dossier, on: date) -> Dossier:
    """Wait for a line in the athlete's own words."""
    saved = SavedDraft(FORM, on.isoformat(), {"asks": LINE}, desk.now)
    await drafts.save(desk.unit, dossier.account.id, saved)
    others = [d for d in dossier.drafts if (d.form, d.local_date) != (FORM, on.isoformat())]
    return replace(dossier, drafts=(*others, saved))


async def ask_line(desk: Desk, on: date) -> Answer[Raced]:
    """*Write a line*: the question again, also long after."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if logged_race(dossier, on) is None or race_on(dossier, on) is None:
        return Answer(Outcome(TOPIC, Said.STALE))
    await open_line(desk, dossier, on)
    return Answer(Outcome(TOPIC, Said.ASK, LINE, {"race_on": on.isoformat()}))


async def skip_line(desk: Desk, on: date) -> Answer[Raced]:
    """*No line*: not asked again by itself."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if race_on(dossier, on) is None:
        return Answer(Outcome(TOPIC, Said.STALE))
    await drafts.drop(desk.unit, dossier.account.id, FORM, on.isoformat())
    known = known_day(dossier.account.profile, on)
    if LINE not in known.skipped:
        dossier = await save_day(desk, dossier, replace(known, skipped=(*known.skipped, LINE)))
    return ended(dossier, desk.content, on, "changed")


def waiting(desk: Desk, dossier: Dossier) -> date | None:
    """The race whose line was asked for lately."""
    asked = [d for d in dossier.drafts if d.form == FORM and desk.now - d.asked_at < LINE_WAITS]
    latest = max(asked, key=lambda d: d.asked_at, default=None)
    return None if latest is None else date.fromisoformat(latest.local_date)


def is_a_line(text: str, today: date) -> bool:
    """Whether words may be a line to keep: a sentence that asks for nothing and tells no new race.

    "Patience was the right plan" has the name of a command in it, and is none.
    """
    words = text.lower().split()
    if len(words) < LEAST_WORDS or "?" in text or tells_of_the_body(text):
        return False
    if len(words) <= LONGEST_RACE and _tells_a_race(text, today):
        return False  # "tell me the next race", says the same message
    asks = len(words) <= FEW_WORDS or words[0] in _ASKING
    return not asks or read_intent(text) is None


def _tells_a_race(text: str, today: date) -> bool:
    heard = read_race(text, today)
    if not isinstance(heard, RaceHeard) or heard.distance is None:
        return False
    on = heard.on or (heard.between[0] if heard.between else None)
    return on is not None and on > today


def tells_of_the_body(text: str) -> bool:
    """Whether words tell of a pain or an illness: those are never only a line, nor only a DNF."""
    heard = read_checkin(text)
    return bool(heard.pains) or heard.ill or heard.fever_celsius is not None


async def write(desk: Desk, dossier: Dossier, on: date, text: str) -> Answer[Raced]:
    """Keep the line beside the race's day."""
    athlete = dossier.account.profile
    if athlete is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    line = " ".join(text.split())[:MOST_LETTERS]
    dossier = await save_day(desk, dossier, replace(known_day(athlete, on), journal=line))
    await drafts.drop(desk.unit, dossier.account.id, FORM, on.isoformat())
    return Answer(Outcome(TOPIC, Said.DONE, LINE, {"race_on": on.isoformat()}))
