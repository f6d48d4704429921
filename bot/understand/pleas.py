"""What is said to get past a stop: a doctor's word, a plea, or "when can I run again?"."""

from __future__ import annotations

import re
from enum import StrEnum

from bot.understand.cleaning import clean, fold

LONGEST = 160
"""Characters of a message that is a plea and no morning or run (ours)."""


class Plea(StrEnum):
    """What somebody who is stopped says about it."""

    CLEARED = "cleared"  # a doctor has seen it: asked for, before it counts
    WHEN = "when"
    PAST = "past"  # anything else that would make the stop go away


_RUN = (
    r"\b(?:run\w*|jog\w*|race|racing|train\w*|strides?|session|intervals?|tempo|workout|reps"
    r"|\d+ ?(?:k|km|min\w*|miles?))\b"
)
_DOCTOR = re.compile(
    r"\b(?:doctors?|doc|docs|dr|gp|physician|cardiologist|cardiology|consultant|specialist"
    r"|hospital|clinic|er|a ?& ?e|surgeon|neurologist|arzt|arztin|medico|medica|physio\w*"
    r"|ecg|ekg)\b"
)
_ALLOWS = re.compile(
    r"\b(?:clear(?:ed|s)?|all clear|green light|go ahead|sa(?:id|ys)|lets? me|ok|okay|fine|good"
    r"|allow\w*|approved|signed|happy|normal|nothing|checked|frei|gut|bien|puedo)\b"
)
_CLEARED = re.compile(r"\b(?:been|was|am|im|got|now) (?:medically |fully )?cleared\b|^cleared\b")
_NOT_YET = re.compile(
    r"\b(?:not|hasnt|havent|didnt|wont|until|till|when|if|should|need|will|going to|tomorrow"
    r"|waiting|appointment|booked|next|yet|myself|nurse|wife|husband|refuse\w*)\b|\?"
)
_WHEN = re.compile(
    r"\bwhen (?:can|may|will|could|am|do) i\b|\bhow long (?:until|till|before|do|does|will|is|am)\b"
    r"|\bwhen is (?:it|this) over\b"
)
_MAY_I = (
    r"\b(?:let me|lemme|allow me|just|only|at least|please|pls|come on|cmon|promise)\b.*",
    r"\bi(?:ll| will|m going to| am going to|m gonna| want to| wanna| need to| have to)\b.*",
    r"\bi (?:must|should|can|feel ready to)\b.*",
    r"\b(?:can|could|may|shall|should|what if) (?:i|we)\b.*",
    r"\b(?:fine|ok|okay|ready|fit|good|healthy|able|safe) (?:to|for) ",
)
"""Words that plead where a run is named behind them."""
_IT_WAS_NOTHING = (
    r"\bfalse alarm\b",
    r"\bmade (?:it|that|this) (?:all )?up\b",
    r"\bkidding\b|\bjok(?:e|ing)\b|\bi lied\b",
    r"\bit was (?:only |just |all |probably )*(?:nothing|heartburn|wind|gas|a cramp|indigestion)\b",
    r"\bit was (?:only |just |all |probably )*(?:anxiety|stress)\b",
    r"\b(?:take (?:it|that) back|never happened|exaggerat\w+|didnt mean it)\b",
    r"\bas if i (?:was|were|am)\b|\bpretend\b",
)
_LIFT_IT = (
    r"\b(?:override|overrule|ignore|bypass|disable)\b.*\b(?:gates?|stop|rules?|safety|warning)\b",
    r"\b(?:delete|remove|lift|unlock|close|reset)\b.*\b(?:gates?|stop|rules?|block|lock|ban)\b",
    r"\boverride\b|\bclear me\b",
    r"\b(?:gates?|safety|rules?) (?:is |are )?(?:cleared|off|lifted|closed|disabled)\b",
    r"\bcant stop me\b|\b(?:only|just) a (?:bot|machine|program)\b",
)
_ON_MY_WORD = (
    r"\bresponsib\w+|\bown risk\b|\bknow my (?:own )?body\b",
    r"\bmy (?:own )?(?:decision|choice|risk)\b",
    r"\bim a (?:doctor|nurse|medic|physio)\b",
    r"\b(?:nurse|wife|husband|friend|mate|mum|mom)\b.*\bsays?\b.*\b(?:ok|okay|fine|good|run)\b",
    r"^\W*(?:please|pls|come on|cmon)\b(?:\W*(?:please|pls|coach|come on))*\W*$",
    r"\b(?:come on|cmon)\b.*\b(?:coach|race|long run)\b",
    rf"{_RUN}.*\b(?:promise|please|pls|anyway|regardless)\b",
)
_WAYS = (*(way + _RUN for way in _MAY_I), *_IT_WAS_NOTHING, *_LIFT_IT, *_ON_MY_WORD)
_PAST = re.compile("|".join(_WAYS))
_REPORTED = re.compile(r"\b(?:ran|jogged|did|finished|completed|logged|raced|went|slept)\b")

_ASKS = re.compile(r"^\W*(?:what(?! if)|whats|how(?! about)|which|who|where|why|does)\b")
"""A question about something else: "what should I eat before a race"."""


def read_plea(text: str) -> Plea | None:
    """The plea of a short message; None for a report, a morning or anything else."""
    plain = fold(clean(text)).lower().replace("'", "")
    if len(plain) > LONGEST:
        return None
    doctor = _DOCTOR.search(plain) is not None and _ALLOWS.search(plain) is not None
    if (doctor or _CLEARED.search(plain)) and not _NOT_YET.search(plain):
        return Plea.CLEARED
    if _WHEN.search(plain):
        return Plea.WHEN
    other = _REPORTED.search(plain) or _ASKS.search(plain)
    return Plea.PAST if _PAST.search(plain) and not other else None
