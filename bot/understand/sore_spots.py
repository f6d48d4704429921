"""What hurts, as an answer: "left achilles, 3/10 since march", "both knees a bit", "nothing"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.amounts import read_amounts
from bot.understand.answers import says_none
from bot.understand.dates import find_date
from bot.understand.heard import PainHeard
from bot.understand.labels import find_labels
from bot.understand.pains import read_pains, spot_of
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantity import Amount, Unit
from bot.understand.reading import read_tokens, with_phrases, without_figures
from bot.understand.tokens import Kind, Token


@dataclass(frozen=True, slots=True)
class SoreSpot:
    """A place that hurts and since when; `about` if only the month was told; `healed` if over."""

    pain: PainHeard
    since: date | None = None
    about: bool = False
    healed: bool = False


def read_pain(
    text: str, today: date
) -> tuple[SoreSpot, ...] | Unclear[SoreSpot] | OutOfRange | None:
    """Every place named, also without a complaint, as it was asked for; () for "nothing hurts"."""
    if says_none(text) or _all_well(text):
        return ()
    day = find_date(text, today, past=True, numeric=False)
    tokens = with_phrases(without_figures(read_tokens(day.rest if day else text)))
    amounts = read_amounts(tokens)
    score = _score(amounts)
    if isinstance(score, OutOfRange):
        return score
    pains = read_pains(tokens, amounts, find_labels(tokens, amounts)) or _named(tokens)
    if not pains:
        told = score is not None or any(t.has("hurt") for t in tokens)
        return Unclear("which-spot", {} if score is None else {"score": score}) if told else None
    since, about = _since(day.read if day else None, today)
    if since is not None and since > today:
        return OutOfRange("since-in-future", None, today, since)
    scored = (pain if pain.score is not None else _with_score(pain, score) for pain in pains)
    healed = any(t.has("ended", "well_now") for t in tokens)
    return tuple(SoreSpot(pain, since, about, healed) for pain in scored)


def _all_well(text: str) -> bool:
    """ "all good", "I'm fine"."""
    tokens = [t for t in read_tokens(text) if t.kind is Kind.WORD]
    fine = [t for t in tokens if t.has("well_spot", "g3", "g4")]
    return bool(fine) and len(tokens) <= 4 and not any(t.has("hurt", "neg") for t in tokens)


def _named(tokens: Sequence[Token]) -> tuple[PainHeard, ...]:
    if any(t.has("neg") for t in tokens):
        return ()
    side = next(
        (s for s in ("left", "right", "both") if any(t.has(f"side_{s}") for t in tokens)), ""
    )
    parts = dict.fromkeys(
        tag[5:] for t in tokens for tag in sorted(t.tags) if tag.startswith("part:")
    )
    return tuple(PainHeard(part, spot_of(part), side) for part in parts)


def _with_score(pain: PainHeard, score: int | None) -> PainHeard:
    return PainHeard(
        pain.part, pain.spot, pain.side, score, pain.morning, pain.limping, pain.painkiller
    )


def _score(amounts: Sequence[Amount]) -> int | OutOfRange | None:
    for amount in amounts:
        over = amount.unit is Unit.OTHER and amount.of == 10
        if over or (
            amount.unit is Unit.PLAIN and amount.whole and amount.value > 10 and len(amounts) == 1
        ):
            return OutOfRange("pain", 0, 10, amount.value)
        if amount.unit is Unit.OUT_OF and amount.of == 10:
            return round(amount.value)
        if amount.unit is Unit.PLAIN and amount.whole and 0 <= amount.value <= 10:
            return round(amount.value)
    return None


def _since(day: object, today: date) -> tuple[date | None, bool]:
    if isinstance(day, date):
        return day, False
    if isinstance(day, Unclear) and not day.options:
        first, last = (date.fromisoformat(str(day.facts[k])) for k in ("from", "to"))
        return min(first + (last - first) / 2, today), True
    return None, False
