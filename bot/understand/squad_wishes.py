"""What a squad's coach wants in words: "cancel", "move Tuesday to Thu 20:00", "who's coming?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.understand.cleaning import clean
from bot.understand.shorthand_when import When, read_when

LONGEST = 200


class Wanted(StrEnum):
    """What is to be done with a squad's session; CHANGE: it is looked at, and buttons say how."""

    CANCEL = "cancel"
    MOVE = "move"
    CHANGE = "change"
    SET = "set"
    COMING = "coming"


@dataclass(frozen=True, slots=True)
class SquadWish:
    """One wish; `on` is the day of the session that is meant, None: the next one.

    `to` is where it moves, `later` by how many minutes; `rest` what is to be run (SET).
    """

    wanted: Wanted
    on: date | None = None
    to: When | None = None
    later: int = 0
    rest: str = ""


_SESSION = (
    r"(?:sessions?|trainings?|practices?|workouts?|meet(?:ing)?s?|track night|club (?:night|run))"
)
_NOISE = re.compile(
    r"\b(?:this week|same time|the|our|this|that|it|its|we|please|pls|squad|club|group|team"
    r"|next|coming|from|for|of|is"
    r"|are|a|so|must|forward|back|i|let's|lets|everybody|run|time|hour|day|date|place"
    rf"|everyone|{_SESSION})\b|'s\b|[!?.]+(?=\s|$)",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\s*(?:,|;|:| - | – |\bbecause\b|\bdue to\b|\bas there\b|\bsince\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_CANCEL = re.compile(
    r"\b(?:cancel(?:l?ed|l?ing)?|scrap(?:ped)?|abandon(?:ed)?|scratch|delete|remove"
    r"|call(?:ed|ing)? off|isn't (?:on|happening)|not happening|(?:is |'s )?off)\b",
    re.IGNORECASE,
)
_CALL_OFF = re.compile(r"\bcall(?:ing)?\s+(?P<what>.{0,60}?)\s+off\b", re.IGNORECASE)
_NONE = re.compile(
    rf"\b(?:no|not any|skip|there's no|there is no)\s+{_SESSION}\b"
    r"|\b(?:we're|we are) not training\b",
    re.IGNORECASE,
)
_PLEASE = re.compile(
    r"^\s*(?:(?:can|could|may|should|shall) (?:you|i|we) "
    r"|(?:i|we)(?:'d| would)? (?:want|like|need|have) to |(?:i|we) must "
    r"|let's |lets |please |pls |hi,? |hey,? |ok,? |so,? )+",
    re.IGNORECASE,
)
_MOVE = re.compile(
    r"^\s*(?P<verb>move|shift|postpone|reschedule|push(?: back)?|put|delay|bring(?: forward)?"
    r"|change|make|swap|exchange|start|new (?=time|hour|day|date|place))\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\s(?:to|until|till|onto|into)\s|\s*(?:->|→|=>)\s*", re.IGNORECASE)
_ON = re.compile(r"\s(?:on|for)\s", re.IGNORECASE)
_ARROW = re.compile(r"->|→|=>")
_NEXT_WEEK = re.compile(r"\b(?:to|until|till|for)\s+next week\s*$", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:by\s+)?(?:(?P<number>\d{1,3})\s*(?P<unit>min(?:ute)?s?|m|h(?:ours?)?|hrs?|'|days?)"
    r"|(?P<word>half an hour|an hour|one hour|a day|one day|an hour and a half|two hours|a week))"
    r"\s*(?P<way>later|earlier|sooner|back|forward)?",
    re.IGNORECASE,
)
_WORDS = {
    "half an hour": 30,
    "an hour": 60,
    "one hour": 60,
    "an hour and a half": 90,
    "two hours": 120,
    "a day": 1440,
    "one day": 1440,
    "a week": 7 * 1440,
}
_EARLIER = frozenset({"earlier", "sooner", "forward"})
_PLACE = re.compile(
    r"[\s,;.]*\b(?:place|where|meet(?:ing)?(?: point| at)?)\b\s*[:=]?\s+.+$",
    re.IGNORECASE | re.DOTALL,
)
_SET = re.compile(
    r"^\s*(?:set(?: up)?|post|plan|write|schedule|add|create|put up)\b(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_COMING = re.compile(
    r"^\s*(?:(?:show|tell) me |list )?(?:"
    r"who(?:'s|s)?(?:\s+(?:is|are|will|all|else|said|be))*\s+"
    r"(?:coming|comes?|in|going|joining|there|turning up|showing up|attending|running with us|on"
    r"|maybe|yes)"
    r"|how many(?: of (?:us|you|them))?(?: people| runners| members)?"
    r"(?: are| will| said)?(?: be)?\s+"
    r"(?:coming|come|in|going|there|joining)"
    r"|(?:is |are )?(?:any(?:one|body)|everybody|everyone) (?:coming|in|going)"
    r"|attendance|(?:the )?turnout|sign-?ups?|who (?:do|have) (?:we|i) (?:have|got))\b"
    r"(?:\s+(?:to|for|at|on)\b)?(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_AGAIN = re.compile(rf"\b{_SESSION}\b", re.IGNORECASE)


def read_change(text: str, today: date) -> SquadWish | None:
    """What is wanted of a session that stands, behind /session or in a reply; None: nothing."""
    said = clean(text).replace("’", "'").strip()
    if not said or len(said) > LONGEST:
        return None
    said = _PLEASE.sub("", said)
    return _cancel(said, today) or _in_a_clause(said, today) or _move(said, today)


def read_squad_wish(text: str, today: date) -> SquadWish | None:
    """A wish in the private chat, where one's own runs are spoken of as well.

    So it names a session, a training or the squad, or asks who is coming.
    """
    said = clean(text).replace("’", "'").strip()
    if not said or len(said) > LONGEST:
        return None
    said = _PLEASE.sub("", said)
    if found := _COMING.match(said):
        on, rest = _day_in(found["what"], today)
        return None if rest else SquadWish(Wanted.COMING, on)
    if not _AGAIN.search(said):
        return None
    if found := _SET.match(said):
        return _set(found["what"], today)
    return read_change(said, today)


def _cancel(said: str, today: date) -> SquadWish | None:
    bare = _WHY.sub("", said)
    split = _CALL_OFF.search(bare)
    if split:
        left = bare[: split.start()] + " " + split["what"] + " " + bare[split.end() :]
    elif _CANCEL.search(bare):
        left = _CANCEL.sub(" ", bare, count=1)
    elif _NONE.search(bare):
        left = _NONE.sub(" ", bare, count=1)
    else:
        return None
    on, rest = _day_in(left, today)
    return None if rest else SquadWish(Wanted.CANCEL, on)


def _in_a_clause(said: str, today: date) -> SquadWish | None:
    """ "nobody's around, cancel": the reason before it."""
    *before, last = re.split(r"[,;:]\s+|\s[-–]\s", said)
    return _cancel(last, today) if before else None


def _move(said: str, today: date) -> SquadWish | None:
    verb = _MOVE.match(said)
    if verb is None and not _ARROW.search(said):
        return None
    left = said[verb.end() :] if verb else said
    left = _NEXT_WEEK.sub(" by a week", left)
    if found := _LATER.search(left):
        return _by(left, found, today, back=verb is not None and "bring" in verb[0].lower())
    place = read_when(left, today).place
    left = _PLACE.sub("", left)  # a place's words are no noise
    which, where = _split(left)
    on, rest = _day_in(which, today)
    to = replace(read_when(_quiet(where), today), place=place)
    if rest or to.rest or to.also:
        return None
    if not _tells(to):
        return SquadWish(Wanted.CHANGE, on) if verb else None
    only_day = not which.strip() and (to.minute, place) == (None, None)
    return SquadWish(Wanted.MOVE, to.on if only_day and not _aims(left) else on, to)


def _split(left: str) -> tuple[str, str]:
    """Which session, and where it goes; "on Friday" and "for Friday" tell where if nothing else."""
    for marks in (_TO, _ON):
        parts = marks.split(f" {left.strip()} ", maxsplit=1)
        if len(parts) == 2 and parts[1].strip():
            return parts[0], parts[1]
    return "", left


def _aims(left: str) -> bool:
    """Whether a mark says that what follows is where it goes, and not which one it is."""
    padded = f" {left.strip()} "
    return any(marks.search(padded) for marks in (_TO, _ON))


def _by(left: str, found: re.Match[str], today: date, *, back: bool) -> SquadWish | None:
    """ "an hour later", "by 30 min", "15 minutes earlier": also of a session on a day."""
    if found["word"]:
        minutes = _WORDS[" ".join(found["word"].lower().split())]
    else:
        unit = found["unit"].lower()
        each = 60 if unit.startswith("h") else 1440 if unit.startswith("d") else 1
        minutes = int(found["number"]) * each
    on, rest = _day_in(left[: found.start()] + " " + left[found.end() :], today)
    early = back or (found["way"] or "").lower() in _EARLIER
    return None if rest else SquadWish(Wanted.MOVE, on, later=-minutes if early else minutes)


def _set(what: str, today: date) -> SquadWish | None:
    """ "Tuesday's session", "the session for Tue: 6x800 @5K"."""
    head, _, rest = what.partition(":")
    if head.rstrip()[-2:].isdigit() and rest[:2].isdigit():  # an hour: "Tue 19:30"
        head, rest = what, ""
    on, left = _day_in(head, today)
    return None if left else SquadWish(Wanted.SET, on, rest=rest.strip())


def _tells(when: When) -> bool:
    return when.on is not None or when.minute is not None or when.place is not None


def _quiet(said: str) -> str:
    return " ".join(_NOISE.sub(" ", said).split())


def _day_in(said: str, today: date) -> tuple[date | None, str]:
    """The day that is named, and what else is said; an hour beside the day only says which one."""
    quiet = re.sub(r"^(?:on|at)\s+(?=\D*$)|\s+(?:on|at|to)$", "", _quiet(said).strip(" ,:-"))
    when = read_when(quiet, today)
    on, rest = when.on, when.rest
    if rest.lower() == "night" and on is not None:
        rest = ""
    if on is None and rest.lower() == "day after tomorrow":
        on, rest = today + timedelta(days=2), ""
    return on, "" if rest.lower() in {"on", "to", "at", "now", "then", "too", "again"} else rest
