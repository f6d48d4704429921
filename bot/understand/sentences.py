"""Who and when a matched stretch is about: denied, somebody else's, long past, only supposed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.understand.tokens import Kind, Token, word_set

HARD = frozenset({".", "!", "?", ";", "\n"})
"""Marks that end a sentence; a comma and "..." only end a clause."""


FARTHEST = 60
"""Tokens a sentence reaches to either side; who writes without full stops is read in pieces."""


def sentence(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Start and end of the sentence around token `at`."""
    return _stretch(tokens, at, lambda t: t.kind is Kind.BREAK and t.text in HARD)


def clause(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Start and end of the clause around token `at`: up to a comma, a full stop or "but"."""
    return _stretch(tokens, at, lambda t: t.kind is Kind.BREAK or t.has("but"))


def _stretch(tokens: Sequence[Token], at: int, ends: Callable[[Token], bool]) -> tuple[int, int]:
    start = end = at
    while start > max(0, at - FARTHEST) and not ends(tokens[start - 1]):
        start -= 1
    while end < min(len(tokens), at + FARTHEST) and (end <= at or not ends(tokens[end])):
        end += 1
    return start, end


_FILLER = word_set("""
    out a an the any my more signs sign of real really actual such kind sort have has had having got
    getting get feel feeling feels felt experience experienced experiencing notice noticed been
    be is was am are there so today far yet much significant serious major obvious noticeable
    left right new further other symptoms symptom at all morning sort me mi de el la en le ein
    eine der die das im bei on in this that new nasty visible bad strong slight severe acute big
    today i do to longer keine mehr nada einen weder estoy tengo siento bin habe ich heute hoy
    """)
_SYMPTOM: tuple[str, ...] = (
    "hurt",
    "ill",
    "chest_hurt",
    "irregular",
    "breathy",
    "swollen",
    "fever",
    "cold",
    "throat",
)
_SYMPTOM += (
    "stress",
    "dizzyword",
    "racing",
    "warm",
    "bleed",
    "hot",
    "periodword",
    "blocked",
    "nose",
)
_DENIES_AFTER = frozenset(
    {"no", "none", "nope", "not", "nein", "nada", "zero", "negative", "never"}
)
_STILL_DENIES = frozenset({"at", "all", "today", "thankfully", "luckily", "thank", "so", "really"})
_NOT_A_DENIAL = frozenset(
    {"only", "just", "sure", "until", "stop", "stopped", "like", "reason", "idea", "warning"}
)


def symptom(token: Token) -> bool:
    """Whether the token names a complaint or a place of one."""
    return token.has(*_SYMPTOM) or any(tag.startswith("part:") for tag in token.tags)


def denied(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    """Whether "no …", "I don't have …", "… isn't …" or "…: none" takes the stretch back."""
    return (
        _denied_before(tokens, hits[0])
        or _denied_inside(tokens, hits)
        or _denied_after(tokens, hits[-1] + 1)
    )


def _denied_before(tokens: Sequence[Token], start: int) -> bool:
    listed = False
    for at in range(start - 1, max(-1, start - 12), -1):
        token = tokens[at]
        if token.has("neg"):
            apart = any(t.text == "," for t in tokens[at:start])
            if apart and token.text == "not" and tokens[at + 1].text in _ONE_OF_TWO:
                return False  # "not my knee, my ankle"
            return _negates(tokens, at, start)
        if token.text in {"or", "nor", "and", "o", "ni", "oder", "/", "noch"}:
            listed = listed or token.text != "and" or symptom(tokens[at - 1])
        elif token.kind is Kind.BREAK:
            if token.text != "," or not (listed or _only_a_list(tokens, at)):
                return False
        elif token.text not in _FILLER and not symptom(token):
            return False
    return False


_ONE_OF_TWO = frozenset({"my", "the", "in", "left", "right"})


def _negates(tokens: Sequence[Token], at: int, start: int) -> bool:
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if after in _NOT_A_DENIAL or (after in {"doubt", "wonder"}):
        return False
    rest = {token.text for token in tokens[start : start + 8]}
    if tokens[at].text == "never" and rest & {"like", "before", "until", "this"}:
        return False
    return not (
        tokens[at].text == "without" and any(t.has("neg") for t in tokens[max(0, at - 4) : at])
    )


def _only_a_list(tokens: Sequence[Token], at: int) -> bool:
    """Whether the sentence from "no" on holds nothing but complaints: "no pain, fever, cough"."""
    start, end = sentence(tokens, at)
    first = next((i for i in range(start, at) if tokens[i].has("neg")), None)
    if first is None or tokens[first + 1].kind is Kind.BREAK:
        return False  # "my head isn't, so much stress"
    listed = (t for t in tokens[first + 1 : end] if t.text not in {",", "or", "and", "nor"})
    return all(symptom(t) or t.text in _FILLER for t in listed)


def _denied_inside(tokens: Sequence[Token], hits: Sequence[int]) -> bool:
    for at in range(hits[0] + 1, hits[-1]):
        if at in hits or not tokens[at].has("neg"):
            continue
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if after not in _NOT_A_DENIAL and tokens[at].text not in {"cant", "cannot", "couldnt"}:
            return True
    return False


def _denied_after(tokens: Sequence[Token], end: int) -> bool:
    at = end
    while at < len(tokens) and tokens[at].text in {":", "-", "?", "=", "→", ">"}:
        at += 1
    if at + 1 < len(tokens) and tokens[at].text in {"test", "swab", "result"}:
        at += 1  # "covid test negative"
    if at < len(tokens) and tokens[at].text == "free":
        return True  # "pain free"
    if at >= len(tokens) or tokens[at].text not in _DENIES_AFTER:
        return False
    follows = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].text == "never" and follows is not None and follows.text in {"had", "have"}:
        return not {t.text for t in tokens[at : at + 8]} & {"like", "before", "until", "this"}
    if tokens[at].text == "negative":
        return True
    return follows is None or follows.kind is Kind.BREAK or follows.text in _STILL_DENIES


def somebody_else(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the clause speaks of another person ("my son is ill"), and not of both."""
    first, last = clause(tokens, start)
    seen = False
    for at in range(first, end):
        token = tokens[at]
        if at < start and token.has("kin", "pronoun") and not _spanish_he(tokens, at):
            seen = not _came_from(tokens, first, at)
        elif token.has("self") and not _owns_kin(tokens, at) and not _beside(tokens, at):
            seen = False
    if not seen:
        return False
    after = tokens[end:last]
    return not any(t.text in {"too", "both", "also"} for t in after) or not any(
        t.text in {"i", "me", "im"} for t in after
    )


def _spanish_he(tokens: Sequence[Token], at: int) -> bool:
    """The "he" of "me he desmayado" is a verb."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].text == "he" and after.endswith(("ado", "ido", "cho", "sto"))


def _beside(tokens: Sequence[Token], at: int) -> bool:
    """The "me" of "everyone around me"."""
    return at > 0 and tokens[at - 1].text in {"around", "near", "beside", "behind", "of"}


def _owns_kin(tokens: Sequence[Token], at: int) -> bool:
    """ "my" of "my wife", "my poor little kid"."""
    return any(t.has("kin") for t in tokens[at + 1 : at + 4])


def _came_from(tokens: Sequence[Token], first: int, at: int) -> bool:
    """ "caught it from my kid", "got my kid's cold": the other person is only the source."""
    before = {t.text for t in tokens[first:at]}
    return bool(
        before
        & {"from", "caught", "catching", "got", "given", "gave", "thanks", "like", "with", "and"}
    )


def said_in(tokens: Sequence[Token], start: int, end: int, *tags: str) -> bool:
    """Whether one of these tags stands anywhere from `start` to `end`."""
    return any(token.has(*tags) for token in tokens[start:end])


def puts_right(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` correct what is before: "no, 56", "sorry", "*"."""
    for at in range(start, end):
        if tokens[at].has("fix") or tokens[at].text == "*":
            return True
        opens = at == start or tokens[at - 1].kind is Kind.BREAK
        closes = at + 1 == end or tokens[at + 1].kind is Kind.BREAK
        if tokens[at].text in {"no", "nein", "nope"} and opens and closes:
            return True
    return False
