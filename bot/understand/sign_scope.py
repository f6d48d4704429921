"""Whose a sign is, and when: the athlete's own of the last days, or denied, past, only supposed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.understand.lexicon import sign_counters
from bot.understand.sentences import clause, denied, said_in, sentence, somebody_else, symptom
from bot.understand.tokens import Kind, Token
from core.safety import Sign

_LASTING = frozenset({Sign.NO_PERIODS, Sign.WEIGHT_LOSS, Sign.SECOND_BONE_INJURY})
"""Signs that a time long ago does not end: "my periods stopped months ago"."""
_ASIDE = 3
"""Tokens between the asking and what is asked about: "the difference between heartburn and …"."""


def counts(tokens: Sequence[Token], hits: tuple[int, ...], sign: Sign) -> bool:
    """Whether the stretch is the athlete's own, and of now or of the last days."""
    if not is_owned(tokens, hits) or only_asked(tokens, hits) or _only_if(tokens, hits):
        return False
    if _supposed(tokens, hits):
        return False
    return sign in _LASTING or not long_past(tokens, hits)


def is_owned(tokens: Sequence[Token], hits: tuple[int, ...]) -> bool:
    """Whether it is the athlete's, and not taken back."""
    if denied(tokens, hits) and not _was_there(tokens, hits):
        return False
    if _answered_no(tokens, hits) or _taken_back(tokens, hits):
        return False
    others = somebody_else(tokens, hits[0], hits[-1] + 1) or _carried_over(tokens, hits)
    return not others or _shared(tokens, hits)


def _was_there(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "No chest pain today but had some on the run yesterday": denied for now alone."""
    _, last = sentence(tokens, hits[-1])
    behind = " ".join(token.text for token in tokens[hits[-1] + 1 : last])
    return _BUT_LATELY.search(behind) is not None


_BUT_LATELY = re.compile(
    r"\b(?:but|though|although|however)\b (?:\S+ )??(?:had|did|got|felt|was|were|have had|came)\b"
    r" ?(?:have |feel |get |there |it |them |that |some |one |a bit |a little |a twinge |of it )*"
    r"(?:(?:on|in|during|after|at|while|through|before|all) (?:\S+ ){0,4}?)?"
    r"(?:yesterday|last night|earlier|on saturday|on sunday|this morning|in the night)\b"
)


def _shared(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "My wife had it, now I have it too"."""
    _, last = sentence(tokens, hits[-1])
    behind = tokens[hits[-1] + 1 : last]
    return any(t.text == "i" for t in behind) and any(t.text in {"too", "also"} for t in behind)


def only_asked(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "What does chest pain mean": asked of nobody, no "my" and no "this" in the sentence."""
    first, last = sentence(tokens, hits[0])
    if said_in(tokens, first, last, "self", "now") or tokens[hits[0] - 1].text in _POINTS:
        return False
    asking = sign_counters().only_asked.find(tokens[first:last])
    return any(first + match.start < hits[0] <= first + match.end + _ASIDE for match in asking)


_POINTS = frozenset({"the", "this", "that", "these"})


def long_past(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "last year", or "last week" with a word that it is over; "since last year" is now."""
    start, _ = clause(tokens, hits[0])
    _, end = clause(tokens, hits[-1])
    first, last = sentence(tokens, hits[0])
    if first < start and tokens[start - 1].text == "," and start - first <= 5:
        start = first  # "Three years ago, I …"
    if _long_over(tokens, hits, start, end):
        return True
    lasts = _lasts(tokens, first, last)
    if lasts and not said_in(tokens, first, last, "well_now"):
        return False
    if said_in(tokens, start, end, "past_far"):
        return True
    over = said_in(tokens, first, last, "well_now", "cleared")
    return over and said_in(tokens, start, end, "past_near")


def _lasts(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "Since", "yesterday", "now"; and not "fine since", "none now"."""
    return any(
        tokens[at].has("since", "now", "yesterday")
        and not (at and tokens[at - 1].has("well_spot", "ended", "neg"))
        for at in range(first, last)
    )


def _long_over(tokens: Sequence[Token], hits: Sequence[int], start: int, end: int) -> bool:
    """ "From 2015", "gone for months": its own clause says so, and not that it came back."""
    part = [*tokens[start:end], *_year_alone(tokens, end)]
    if said_in(tokens, start, end, "since") or any(t.text in _BACK for t in part):
        return False
    if any(_is_year(token) for token in part):
        return not said_in(tokens, start, end, "now", "yesterday")
    return bool(sign_counters().long_past.find(tokens[hits[0] : end]))


def _year_alone(tokens: Sequence[Token], end: int) -> Sequence[Token]:
    """The next clause, where it is nothing but a year: "once in the army, 1995"."""
    behind = tokens[end + 1 : end + 3]
    alone = len(behind) == 1 or (len(behind) == 2 and behind[1].kind is Kind.BREAK)
    return behind[:1] if alone else ()


_BACK = frozenset({"again", "back", "returned", "returning", "still"})


def _is_year(token: Token) -> bool:
    return token.whole and len(token.text) == 4 and 1950 <= token.value < 2100


def _supposed(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    start, _ = clause(tokens, hits[0])
    for at in range(start, hits[0]):
        if tokens[at - 1].text == "as":
            continue  # "as if" supposes nothing
        if tokens[at].has("suppose"):
            return True
        if tokens[at].text == "if" and said_in(tokens, at, min(at + 4, hits[0]), "kin"):
            return True  # "if a runner next to me has chest pain"
    return False


def _only_if(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "If my chest hurt I'd tell you": a case that is put, not one that is told."""
    start, _ = clause(tokens, hits[0])
    _, last = sentence(tokens, hits[-1])
    put = any(t.text in {"if", "unless"} for t in tokens[max(start, hits[0] - 4) : hits[0]])
    lasting = any(t.text in _GOES_ON for t in tokens[start:last])
    return put and not lasting and any(t.text in _WOULD for t in tokens[hits[-1] + 1 : last])


_GOES_ON = frozenset({"keeps", "still", "again", "stays", "continues", "like"})


_WOULD = frozenset({"id", "would", "wouldnt", "ill", "will", "promise"})


def _answered_no(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "The doctor asked about chest pain, I said no"; "out of breath? me? never"."""
    first, last = sentence(tokens, hits[0])
    answers = sign_counters().answered_no.find(tokens[first:last])
    if any(first + m.start < hits[0] and hits[-1] < first + m.end for m in answers):
        return True
    behind = [t.text for t in tokens[last : last + 5]]
    if behind[:1] != ["?"] or clause(tokens, hits[-1])[1] != last:
        return False
    if behind[1:2] == ["me"]:
        return bool(_NEVER & set(behind))
    if behind[1:2] in (["only"], ["just"]):
        return True
    alone = len(behind) == 2 or (len(behind) > 2 and tokens[last + 2].kind is Kind.BREAK)
    return alone and bool(_NEVER & set(behind[1:2]))


_NEVER = frozenset({"no", "never", "nah", "nope"})


def _taken_back(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "Light head... kidding"; and the place itself is well: "short runs only, breath ok"."""
    first, last = sentence(tokens, hits[0])
    jokes = sign_counters().taken_back.find(tokens[hits[-1] : last])
    if any(not tokens[hits[-1] + joke.start - 1].has("neg") for joke in jokes):
        return True
    well = tokens[hits[-1] + 1 : hits[-1] + 3]
    if tokens[first].has("asks"):
        return False  # "is an irregular heartbeat ok"
    return (
        bool(well) and well[0].has("well_spot") and (well[1:] == [] or well[1].kind is Kind.BREAK)
    )


def _carried_over(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """ "My son's asthma kept us up, wheezing all night": the clause before was of his illness."""
    first, _ = clause(tokens, hits[0])
    start, _ = sentence(tokens, hits[0])
    if start == first or said_in(tokens, first, hits[0], "self", "legs", "pulse", "sleep"):
        return False
    before = range(start, first)
    own = any(
        tokens[at].has("self")
        and tokens[at].text not in {"us", "we", "our", "me"}
        and not any(t.has("kin") for t in tokens[at : at + 4])
        for at in before
    )
    sick = any(symptom(tokens[at]) or tokens[at].text in _OF_THE_SICK for at in before)
    return said_in(tokens, start, first, "kin") and sick and not own


_OF_THE_SICK = frozenset({"asthma", "croup", "hospital", "er", "doctor", "ambulance"})
