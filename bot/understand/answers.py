"""Short answers: yes or no, none, skip, level."""

from __future__ import annotations

from itertools import pairwise

from bot.understand.patterns import Match, Patterns
from bot.understand.reading import read_tokens, with_phrases
from bot.understand.tokens import Kind, Token, word_set
from core.athlete import Level

_YES_NO = Patterns(
    {
        "no": [
            "no|nope|nah|nay|nein|nicht|never|dont|wont|cant|cannot|negative|👎|❌|🚫|n|nee|non|niet|jamas",
            "rather not",
            "dont think so",
            "of course not",
            "definitely|absolutely|certainly|surely|hopefully|probably not",
            "not really|now|yet|today|at",
            "no thanks|way|thank|gracias",
            "yeah no",
            "por supuesto que no",
            "lieber|auf nicht|keinen",
            "claro que no",
            "i|id doubt|pass",
        ],
        "yes": [
            "yes|yep|yeah|yup|yea|ya|ja|si|y|ok|okay|sure|aye|correct|right|definitely|absolutely|affirmative|👍|✅|👌",
            "please|claro|vale|gerne|klar|naturlich|supuesto|ye|yse|oui|jawohl|exactly|certainly|yess|agreed|genau|doch|indeed|true",
            "of course",
            "think|guess|suppose|hope|reckon so",
            "i guess|think|suppose",
            "go ahead|for",
            "do it|that",
            "sounds good",
            "thats right|it",
            "why not",
            "i do|am|will|did|have|would|can",
            "im in",
            "no problem|worries",
        ],
    }
)
_LEVELS = Patterns(
    {
        Level.BEGINNER: [
            "beginner|newbie|novice|noob|starter|anfanger|anfangerin|principiante|rookie|c25k|couch|never",
            "just|only|newly|recently started|starting|begun|beginning",
            "new to",
            "start|starting|begin|beginning from? scratch|zero|running",
            "first time|timer|race",
            "not .. experienced|much",
            "complete|total newbie|novice",
            "never run|ran",
            "getting back",
            "few months|weeks",
            "absolute|total beginner",
        ],
        Level.INTERMEDIATE: [
            "intermediate|regular|average|medium|fortgeschritten|intermedio|intermedia|recreational|hobby|moderate|middle|okay|decent",
            "some experience|races",
            "few years|races",
            "in between",
            "run regularly",
            "club runner",
            "half way",
            "not .. new|beginner",
            "mittel",
        ],
        Level.ADVANCED: [
            "advanced|experienced|expert|elite|competitive|pro|professional|avanzado|avanzada|erfahren|seasoned|veteran|ambitious|profi|sub|fast",
            "many|lots|several of? years|marathons",
            "very|quite|pretty experienced",
            "long time",
            "# marathons",
        ],
    }
)
_NONE = word_set(
    """
    none no nope nothing nil zero keine keiner keins nichts ninguno ninguna nada never -
    nein ningun
    """
)
_NONE_FILLER = word_set(
    """
    i have dont not got any a an result results time times race races raced run yet so far really
    at all right now sorry thanks thank you the ever hurts hurt pain me anything to tell of is it
    im fine good known in last years there isnt one ones running currently moment atm anymore
    these days week weeks past planned plan plans booked recent injury injuries problem problems
    issues issue everything ok okay weh tut mir mich bin
    """
)
_SKIP = word_set(
    "skip pass later weiter omitir saltar uberspringen egal whatever prefer rather never"
)


def read_yes_no(text: str) -> bool | None:
    """True, False, or None where it is neither or both."""
    tokens = read_tokens(text)[:12]
    taken = 0
    said: list[Match] = []
    for match in sorted(_YES_NO.find(tokens), key=lambda m: (m.start, -len(m.hits))):
        if match.start >= taken:
            said.append(match)
            taken = match.end
    if not said or (said[0].start > 2 and len(tokens) > 6):
        return None
    for yes, no in pairwise(said):
        # "definitely not", "please don't": the second word turns the first
        if (yes.name, no.name) == ("yes", "no") and no.start == yes.end:
            return None if tokens[yes.start].text in {"yeah", "yes", "ja", "no"} else False
    names = {match.name for match in said}
    return said[0].name == "yes" if len(names) == 1 else None


def read_level(text: str) -> Level | None:
    """How far along, in words; the lowest where several are said."""
    tokens = read_tokens(text)
    if any(t.has("neg") for t in tokens[:2]) and any(t.text == "beginner" for t in tokens[:4]):
        return Level.INTERMEDIATE
    named = {m.name for m in _LEVELS.find(tokens)}
    return next((level for level in Level if level in named), None)


def says_none(text: str) -> bool:
    """Whether the whole answer is "none": "no", "nothing", "I don't have any", "-"."""
    tokens = [t for t in read_tokens(text) if t.kind is not Kind.BREAK]
    if not tokens or len(tokens) > 12 or any(t.kind in {Kind.NUMBER, Kind.CLOCK} for t in tokens):
        return _all_zero(tokens)
    negative = any(t.text in _NONE or t.has("neg") for t in tokens)
    return negative and all(
        t.text in _NONE or t.has("neg") or t.text in _NONE_FILLER for t in tokens
    )


def _all_zero(tokens: list[Token]) -> bool:
    return len(tokens) == 1 and tokens[0].kind is Kind.NUMBER and tokens[0].value == 0


def says_skip(text: str) -> bool:
    """Whether the answer declines the question: "skip", "rather not say", "don't know"."""
    tokens = [t for t in with_phrases(read_tokens(text)) if t.kind is not Kind.BREAK]
    if not tokens or len(tokens) > 8:
        return False
    words = {t.text for t in tokens}
    declines = any(t.has("decline") for t in tokens) or {"rather", "not"} <= words
    known = {"dont", "know"} <= words or {"no", "idea"} <= words or "idk" in words
    if words == {"next"}:
        return True
    return declines or known or (len(tokens) <= 3 and bool(words & _SKIP))
