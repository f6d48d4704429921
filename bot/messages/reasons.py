"""Reasons in words: one short sentence for each code, the heaviest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.messages.session import distance_name
from bot.text import Fact, Html, Text, numbers
from core.athlete import RaceDistance
from core.readiness import SIGN_CODES
from core.reasons import Code, Reason
from core.safety import Sign
from core.units import Distance, Duration

MOST = 3
"""Reasons said at once; the heaviest come first and the rest is behind *Why?*."""
QUIET = {
    Code.ALL_WELL,
    Code.NOT_ANSWERED,
    Code.STILL_LEARNING,
    Code.PHASE,
    Code.AS_PLANNED,
    Code.WARM_UP_DECIDES,
    Code.EASY_UNTIL_GREEN,
    Code.RACE_STANDS,
    Code.TAPER_STANDS,
}
"""True of most days, or told by the rule beside it: said only where there is nothing else."""
OUTCOMES = {Code.MOVED, Code.DROPPED, Code.DOWN_WEEK_EARNED, Code.SPARED}
"""What follows from the reasons; said after them."""


def spoken(reasons: Sequence[Reason], text: Text, most: int = MOST) -> str:
    """The reasons as sentences; ready HTML, "" where there are none."""
    loud = [r for r in reasons if r.code not in QUIET]
    loud = loud or [r for r in reasons if r.code is not Code.NOT_ANSWERED] or list(reasons)
    ordered = sorted(loud, key=lambda reason: reason.code in OUTCOMES)
    causes = [r for r in ordered if r.code not in OUTCOMES][:most]
    follows = [r for r in ordered if r.code in OUTCOMES][: max(1, most - len(causes))]
    said = dict.fromkeys(sentence(reason, text) for reason in (*causes, *follows))
    return " ".join(said)


def speaks_against(reasons: Sequence[Reason]) -> bool:
    """Whether any of them is a sign of this morning."""
    return any(reason.code in SIGN_CODES for reason in reasons)


_NEEDS = {
    Code.SPARED: "spot",
    Code.RACE_RECOVERY: "days",
    Code.YESTERDAY_HARDER: "rpe",
    Code.SHORT_NIGHT: "usual",
    Code.WALK_ONLY: "condition",
    Code.LONG_RUN_CAPPED: "metres",
    Code.MOVED: "to",
    Code.PAIN_STOP: "spot",
    Code.PAIN_EASY_ONLY: "spot",
    Code.AWAY: "until",
    Code.BUSY: "until",
    Code.SQUAD_SET: "place",
    Code.SQUAD_SHORTER: "minutes",
    Code.SQUAD_COACH: "reps",
}
"""Facts without which a code is said in its bare form."""
_CHANGES = {Code.RACE_TOO_SOON: "weeks", Code.MINOR: "distance", Code.GREW_LONGEST: "minutes"}
"""Facts with which a code means something else."""


def sentence(reason: Reason, text: Text) -> str:
    """One reason as a sentence."""
    code, known = reason.code, reason.facts
    form = "-bare" if code in _NEEDS and _NEEDS[code] not in known else ""
    if code in _CHANGES and _CHANGES[code] in known:
        form = f"-{_CHANGES[code]}"
    if code is Code.ILL and known.get("sign") == Sign.HEAD_COLD:
        form = "-head-cold"
    if code is Code.NO_GROWTH and known.get("sign") == Sign.RAN_ON_REST_DAYS:
        form = "-rest-days"
    facts = {_NAME.get(name, name): _fact(code, name, known[name], text) for name in known}
    return text(f"reason-{code.value}{form}", **facts)


_NAME = {"celsius": "degrees", "minute": "clock"}
"""What words call a fact that they tell in the athlete's own unit."""
_PULSE = {Code.PULSE_RAISED, Code.PULSE_HIGH}
_NAMED = ("condition", "stretch", "danger")
_METRES = {"metres", "reach", "needed", "longest"}


def _fact(code: Code, name: str, value: int | float | str, text: Text) -> Fact:
    if name in {"hours", "usual"} and code not in _PULSE:
        return numbers.hours(Duration.of_hours(float(value)))
    if name == "minute":
        return text.clock(int(value))
    if name == "celsius":
        return text.degrees(float(value))
    if name in {"bpm", "usual", "percent"}:
        return f"{float(value):.0f}"
    if name in {"spot", "phase"}:
        return Html(text(f"in-{name}-{value}"))
    if name in _NAMED and text.has(f"{name}-{value}"):
        return Html(text(f"{name}-{value}"))
    if name == "distance" and value in set(RaceDistance):
        return Html(distance_name(RaceDistance(str(value)).distance, text))
    if isinstance(value, int | float) and _in_metres(code, name):
        return Distance(float(value))
    if name in {"to", "from", "on", "until"} and isinstance(value, str):
        return date.fromisoformat(value)
    return value


def _in_metres(code: Code, name: str) -> bool:
    """Whether the fact is a length; a week is one where it is too short for a race."""
    if code is Code.STILL_LEARNING:  # mornings are needed, not metres
        return False
    return name in _METRES or (name, code) == ("week", Code.RACE_TOO_SOON)
