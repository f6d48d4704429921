"""Places that hurt now: which, which side, how much from 0 to 10, and how they are this morning."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.heard import PainHeard
from bot.understand.labels import Label, Topic
from bot.understand.quantity import Amount, Unit
from bot.understand.sentences import clause, denied, said_in, sentence, somebody_else
from bot.understand.tokens import Kind, Token
from core.athlete import Spot
from core.checkin import Morning

_SPOTS = {
    "toe": Spot.FOOT,
    "quad": Spot.THIGH,
    "adductor": Spot.GROIN,
    "it band": Spot.IT_BAND,
    "rib": Spot.CHEST,
}
_REACH = 8


def read_pains(
    tokens: Sequence[Token], amounts: Sequence[Amount], labels: Sequence[Label]
) -> tuple[PainHeard, ...]:
    """Each part once, in the order told."""
    found: dict[str, PainHeard] = {}
    for at, token in enumerate(tokens):
        part = next((tag[5:] for tag in sorted(token.tags) if tag.startswith("part:")), None)
        if part is None or part in found:
            continue
        hits = _hurting(tokens, amounts, at)
        if hits is not None and _now(tokens, hits):
            start, _ = clause(tokens, hits[0])
            _, last = sentence(tokens, at)
            score = _score(tokens, amounts, labels, at, last)
            found[part] = _pain(tokens, part, at, start, score)
    return tuple(found.values()) or _limp_alone(tokens)


def _limp_alone(tokens: Sequence[Token]) -> tuple[PainHeard, ...]:
    """ "I'm limping", "can't put weight on my left ankle": a limp stops, whatever else is told."""
    at = _limps(tokens)
    if at is None:
        return ()
    first, last = sentence(tokens, at)
    near = (
        (i, tag[5:]) for i in range(first, last) for tag in sorted(tokens[i].tags) if _is_part(tag)
    )
    place, part = next(near, (at, "other"))
    return (_pain(tokens, part, place, first, None),)


def _is_part(tag: str) -> bool:
    return tag.startswith("part:")


def _limps(tokens: Sequence[Token]) -> int | None:
    """Where a limp of now is told: not "no limp", and not of an arm that "went limp"."""
    for at, token in enumerate(tokens):
        if not token.has("limp") or tokens[at - 1].text in _WENT:
            continue
        start, end = clause(tokens, at)
        past = said_in(tokens, start, end, "past_far", "past_near") or _over_since(tokens, at)
        if past or denied(tokens, (at,)) or somebody_else(tokens, at, at + 1):
            continue
        if not said_in(tokens, start, at, "suppose"):
            return at
    return None


_WENT = frozenset({"went", "goes", "gone", "is", "was", "feels", "felt", "going"})


def _over_since(tokens: Sequence[Token], at: int) -> bool:
    _, last = sentence(tokens, at)
    return said_in(tokens, at + 1, last, "well_now", "ended")


def _hurting(tokens: Sequence[Token], amounts: Sequence[Amount], at: int) -> tuple[int, ...] | None:
    """The part and its complaint, nearest first; the part alone for "headache" or "knee 3/10"."""
    if tokens[at].has("ache_noun"):
        return (at,)
    if tokens[at].has("hurt"):
        return (at,)
    start, end = clause(tokens, at)
    sore = ("hurt", "chest_hurt") if tokens[at].has("part:chest") else ("hurt",)
    queasy = {"dodgy"} if tokens[at].has("part:stomach") else set()  # an illness, no pain
    complaints = [
        i
        for i in range(max(start, at - _REACH), min(end, at + _REACH))
        if tokens[i].has(*sore) and tokens[i].text not in queasy
    ]
    for i in sorted(complaints, key=lambda i: (abs(i - at), i)):
        low, high = sorted((at, i))
        if not any(_parts(tokens, at, j) for j in range(low + 1, high)):
            return (low, high)
    scored = any(
        a.unit is Unit.OUT_OF and a.of == 10 and at < a.start <= at + 4 and a.start < end
        for a in amounts
    )
    better = any(t.has("better") for t in tokens[at:end]) and not said_in(
        tokens, start, end, "legs"
    )
    if not scored and not better and end + 1 < len(tokens) and tokens[end].text in {",", "but"}:
        return _next_clause(tokens, at, end)
    return (at,) if scored or better else None


def _next_clause(tokens: Sequence[Token], at: int, end: int) -> tuple[int, ...] | None:
    """ "left calf, bit tight": the complaint opens the next clause."""
    if end - at > (_REACH if tokens[end].text == "but" else 2):
        return None
    for i in range(end + 1, min(end + 4, len(tokens))):
        if tokens[i].has("hurt"):
            return (at, i)
        if tokens[i].kind is not Kind.WORD or tokens[i].has("legs", "neg"):
            return None
    return None


def _parts(tokens: Sequence[Token], at: int, between: int) -> bool:
    token = tokens[between]
    if token.has("well_spot") and not tokens[between - 1].has("neg"):
        return not token.has("hurt")
    if token.has("legs", "sleep", "pulse"):
        return True
    other = any(tag.startswith("part:") for tag in token.tags) and not token.tags & tokens[at].tags
    near = {t.text for t in tokens[max(0, between - 3) : between + 2]}
    return other and not near & {"and", "&", "or", "/", "y", "und"}


def _now(tokens: Sequence[Token], hits: tuple[int, ...]) -> bool:
    if denied(tokens, hits) or somebody_else(tokens, hits[0], hits[-1] + 1):
        return False
    start, end = clause(tokens, hits[0])
    first, last = sentence(tokens, hits[0])
    if said_in(tokens, start, hits[0], "suppose"):
        return False
    still = said_in(tokens, first, last, "since", "better") or _almost(tokens, first, last)
    if said_in(tokens, start, end, "past_far", "past_near") and not still:
        return False
    over = said_in(tokens, hits[-1] + 1, last, "well_now", "ended") or (
        said_in(tokens, first, hits[0], "well_now")
        and any(t.text == "after" for t in tokens[start : hits[0]])
    )
    return still or not (over or _fine_next(tokens, end))


def _fine_next(tokens: Sequence[Token], end: int) -> bool:
    """ "Hip hurt on sunday, fine today": the next clause begins with it."""
    behind = tokens[end : end + 3]
    if len(behind) < 3 or behind[0].text != ",":
        return False
    return behind[1].text in {"fine", "ok", "okay", "gone", "good"} and behind[2].has("now")


def _almost(tokens: Sequence[Token], first: int, last: int) -> bool:
    """ "nearly gone", "not gone": better is not gone."""
    for at in range(first, last):
        if tokens[at].has("ended", "well_now"):
            before = tokens[max(first, at - 3) : at]
            if any(t.has("neg", "bit") or t.text in {"almost", "nearly", "mostly"} for t in before):
                return True
    return False


def _pain(tokens: Sequence[Token], part: str, at: int, start: int, score: int | None) -> PainHeard:
    """The part at token `at` of the clause that begins at `start`, with what is said of it."""
    first, last = sentence(tokens, at)
    near = tokens[max(start, at - 3) : min(last, at + 6)]
    sides = (s for s in ("left", "right", "both") if any(t.has(f"side_{s}") for t in near))
    return PainHeard(
        part=part,
        spot=spot_of(part),
        side=next(sides, ""),
        score=score,
        morning=_morning(tokens[first:last]),
        limping=_limps(tokens) is not None,
        painkiller=said_in(tokens, 0, len(tokens), "painkiller"),
    )


def spot_of(part: str) -> Spot:
    """The core's spot for a part as named; OTHER for what the core does not know."""
    if part in _SPOTS:
        return _SPOTS[part]
    return Spot(part) if part in set(Spot) else Spot.OTHER


def _score(
    tokens: Sequence[Token], amounts: Sequence[Amount], labels: Sequence[Label], at: int, last: int
) -> int | None:
    """The pain out of ten: "3/10", "pain 3", "a 4"; none beyond a label of another answer."""
    stops = [
        x.at for x in labels if x.topic in {Topic.LEGS, Topic.SLEEP, Topic.PULSE} and x.at > at
    ]
    end = min([last, *stops])
    start, _ = clause(tokens, at)
    for amount in amounts:
        if not start <= amount.start < end:
            continue
        if amount.unit is Unit.OUT_OF and amount.of == 10:
            return round(amount.value)
        before = tokens[amount.start - 1].text if amount.start else ""
        plain = amount.unit is Unit.PLAIN and amount.whole and amount.value <= 10
        if plain and before in {"pain", "level", "schmerz", "dolor", "score"}:
            return round(amount.value)
    return None


def _morning(part: Sequence[Token]) -> Morning | None:
    for tag, morning in (
        ("morning_usual", Morning.USUAL),
        ("morning_stiffer", Morning.STIFFER),
        ("morning_worse", Morning.WORSE),
    ):
        if any(t.has(tag) for t in part):
            return morning
    return None
