"""A question of /plateau answered in words: "mostly the same", "never", "skip"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.plateau import ANSWERS, Answer, Asked

SKIP = re.compile(r"\b(?:skip|pass|next|no idea|don'?t know|dunno|not sure|rather not)\b")
_SAID: Mapping[Answer, str] = {
    Answer.MOSTLY_SAME: r"\b(?:same|yes|yeah|yep)\b",
    Answer.VARIES: r"\b(?:var(?:y|ies|ied)|different|changes?|no|nope)\b",
    Answer.NEVER: r"\b(?:never|none|no|nope|not at all)\b",
    Answer.ALWAYS: r"\b(?:always|yes|yeah|yep|easily)\b",
    Answer.SOMETIMES: r"\b(?:sometimes|now and then|at times|once|occasionally|not always)\b",
    Answer.RARELY: r"\b(?:rarely|hardly|seldom|no|nope|not really)\b",
    Answer.CALM: r"\b(?:calm|fine|good|ok(?:ay)?|quiet|normal)\b",
    Answer.BUSY: r"\b(?:busy|full|a lot|much)\b",
    Answer.HEAVY: r"\b(?:heavy|hard|stress(?:ed|ful)?|little sleep|bad|tough)\b",
    Answer.WEEKLY: r"\b(?:week(?:ly)?|often|yes|yeah|yep|always)\b",
    Answer.TWICE_A_WEEK: r"\b(?:twice|two|2|three|3|yes|yeah|yep|often)\b",
    Answer.START_TOO_FAST: r"\b(?:too fast|started fast|start|pace)\b",
    Answer.FORM: r"\bform\b",
    Answer.LEGS: r"\blegs?\b",
    Answer.BREATH: r"\b(?:breath\w*|lungs?|air|wind)\b",
    Answer.RACE: r"\b(?:race|test|trial|result)\b",
    Answer.GOAL: r"\b(?:goal|target|plan)\b",
    Answer.FEEL: r"\b(?:feel(?:ing)?|effort)\b",
    Answer.WELL_FED: r"\b(?:well|enough|good|yes|yeah|yep)\b",
    Answer.SKIPS: r"\b(?:little|skip|empty|fasted|nothing)\b",
    Answer.ALWAYS_TIRED: r"\b(?:tired|exhausted|never fresh)\b",
    Answer.FRESH: r"\b(?:fresh|good|fine|ok(?:ay)?)\b",
    Answer.HEAVY_LATELY: r"\b(?:lately|recently|weeks?|heavy)\b",
    Answer.ALWAYS_HEAVY: r"\b(?:always|months?|all the time)\b",
    Answer.EASY_DAY: r"\b(?:easy|rest|off)\b",
    Answer.HARD_DAY: r"\b(?:long|hard)\b",
    Answer.GYM_DAY: r"\b(?:gym|strength|weights?)\b",
    Answer.THIS_MONTH: r"\b(?:this month|last week|recently|(?:one|two|three|1|2|3) weeks?)\b",
    Answer.LONG_AGO: r"\b(?:long|longer|ago|months?)\b",
}
MOST_WORDS = 8
"""A longer message tells something else."""


def read_answer(asked: Asked, text: str) -> Answer | str | None:
    """The answer, "" to skip the question, or None where the words fit no answer or several."""
    said = text.lower().replace("’", "'").strip()
    if not said or len(said.split()) > MOST_WORDS or said.startswith("/"):
        return None
    found = [each for each in ANSWERS[asked] if re.search(_SAID[each], said)]
    if len(found) == 1:
        return found[0]
    return "" if not found and SKIP.search(said) else None
