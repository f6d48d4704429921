"""What a message asks for: "show me my week", "can I move Thursday to Friday", "thanks"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.understand.checkin import read_checkin
from bot.understand.cleaning import clean
from bot.understand.intent_slots import Slots, read_slots
from bot.understand.intent_words import grammar, intent_tokens, stripped
from bot.understand.tokens import Kind, Token, tokenise

MOST_TOKENS = 40
"""A longer message tells something; it asks for nothing in a few words."""
SAID = 300


class IntentKind(StrEnum):
    """What is asked for; most are the commands of the same name."""

    TODAY = "today"
    TOMORROW = "tomorrow"
    WEEK = "week"
    PLAN = "plan"
    PACES = "paces"
    ZONES = "zones"
    LOG = "log"
    CHECKIN = "checkin"
    MOBILITY = "mobility"
    SETTINGS = "settings"
    HELP = "help"
    START = "start"
    EXPORT = "export"
    FORGET = "forget"
    EASIER = "easier"
    REST_INSTEAD = "rest-instead"
    PULSE_OFF = "pulse-off"
    PULSE_ON = "pulse-on"
    CLOCK = "clock"
    CANCEL = "cancel"
    THANKS = "thanks"
    GREETING = "greeting"
    AGREE = "agree"
    DECLINE = "decline"
    WHY = "why"
    UNDO = "undo"
    SKIP = "skip"
    MOVE = "move"
    SWAP = "swap"
    AWAY = "away"
    BUSY = "busy"
    ILL = "ill"
    HURT = "hurt"
    WELL = "well"
    RACE = "race"
    RESULT = "result"
    TAPER = "taper"
    PLATEAU = "plateau"
    FIX = "fix"
    READINESS = "readiness"
    REVIEW = "review"
    SQUAD = "squad"
    BUDDY = "buddy"
    LIBRARY = "library"
    PAUSE = "pause"
    RESUME = "resume"
    UNITS = "units"
    HOUR = "hour"
    MEASURE_PULSE = "measure-pulse"
    WHO_ARE_YOU = "who-are-you"


@dataclass(frozen=True, slots=True)
class Intent:
    """One thing asked for; `said` is the message, for a reader of dates or clocks to read on."""

    kind: IntentKind
    said: str
    slots: Slots = Slots()


_BESIDE_NEWS = frozenset({"pause", "undo", "swap", "move", "skip", "away", "hour", "result"})
"""What may be said in one breath with a check-in or a run; all else would be misheard there."""
_RAN = frozenset({"ran", "jogged", "did", "done", "managed", "covered", "completed", "finished"})


def read_intent(text: str) -> Intent | None:
    """What a message asks for, or None when it asks for nothing we know."""
    tokens = intent_tokens(text)
    if not tokens or len(tokens) > MOST_TOKENS:
        return None
    kind = _kind(text, tokens)
    if kind is None:
        return None
    return Intent(kind, clean(text)[:SAID].strip(), read_slots(tokens, tokenise(text)))


def _kind(text: str, tokens: Sequence[Token]) -> IntentKind | None:
    known = grammar()
    if name := known.whole(tokens) or known.whole(stripped(tokens)):
        return IntentKind(name)
    heard = read_checkin(text)
    told = heard.legs or heard.sleep or heard.pulse
    if not told and heard.pains:
        return IntentKind.HURT
    if not told and heard.ill:
        over = known.part(tokens, {IntentKind.WELL}) and not _has(tokens, {"still", "but"})
        return IntentKind.WELL if over else IntentKind.ILL
    among = _BESIDE_NEWS if told or _is_report(tokens) else frozenset(IntentKind)
    name = known.part(tokens, among)
    return IntentKind(name) if name else None


def _has(tokens: Sequence[Token], words: Collection[str]) -> bool:
    return any(token.text in words for token in tokens)


def _is_report(tokens: Sequence[Token]) -> bool:
    """Whether a run is told: "ran 8k in 48:10", "did 4 of 6"."""
    numbers = any(token.kind in {Kind.NUMBER, Kind.CLOCK, Kind.RATIO} for token in tokens)
    return numbers and _has(tokens, _RAN)
