"""The resting heart rate and its variability; values of runs, other days and devices are none."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.heard import Asked, Field, Unsure, Why
from bot.understand.labels import Label, Topic
from bot.understand.quantity import Amount
from bot.understand.sentences import clause, puts_right, said_in
from bot.understand.tokens import Token
from bot.understand.told import Sorted
from core.units import HeartRate

LOWEST, HIGHEST = 30, 120
"""Beats a minute that are believed of somebody at rest."""
HRV_MOST = 300


def judge_pulse(
    tokens: Sequence[Token], told: Sorted, labels: Sequence[Label], asked: Asked | None
) -> tuple[HeartRate | None, Unsure | None]:
    """The resting heart rate, or why it has to be asked back."""
    amounts = told.told.get(Field.PULSE, [])
    values = [round(amount.value) for amount in amounts]
    if len(set(values)) > 1 and not corrected(tokens, amounts):
        return None, Unsure(Field.PULSE, Why.TWO_VALUES)
    if values and doubted(tokens, amounts[-1]):
        return None, Unsure(Field.PULSE, Why.UNCLEAR)
    if values:
        if LOWEST <= values[-1] <= HIGHEST:
            return HeartRate(values[-1]), None
        return None, Unsure(Field.PULSE, Why.OUT_OF_RANGE)
    if Field.PULSE in told.relative:
        return None, Unsure(Field.PULSE, Why.RELATIVE)
    return None, _in_words(tokens, labels, asked)


def _in_words(
    tokens: Sequence[Token], labels: Sequence[Label], asked: Asked | None
) -> Unsure | None:
    """ "hr normal", "pulse a bit high": answered, but without a number."""
    for label in labels:
        if label.topic is not Topic.PULSE:
            continue
        start, end = clause(tokens, label.at)
        part = tokens[start:end]
        if any(t.has("decline", "not_rest") for t in part):
            continue
        if any(t.has("same") for t in part):
            return Unsure(Field.PULSE, Why.USUAL)
        if any(t.has("g3", "g4", "ggood", "gbad", "more", "amount_word") for t in part):
            return Unsure(Field.PULSE, Why.NO_NUMBER)
    if asked is Asked.PULSE:
        if said_in(tokens, 0, len(tokens), "same"):
            return Unsure(Field.PULSE, Why.USUAL)
        if said_in(
            tokens, 0, len(tokens), "g3", "g4", "ggood", "gbad", "more", "amount_word", "gunclear"
        ):
            return Unsure(Field.PULSE, Why.NO_NUMBER)
    return None


def judge_hrv(told: Sorted) -> float | None:
    """Heart rate variability in ms, if a believable one was told."""
    amounts = told.told.get(Field.HRV, [])
    if not amounts or not 1 <= amounts[-1].value <= HRV_MOST:
        return None
    return amounts[-1].value


def doubted(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "hr 41 but that can't be right"."""
    return said_in(tokens, amount.end, min(amount.end + 6, len(tokens)), "doubt")


def corrected(tokens: Sequence[Token], amounts: Sequence[Amount]) -> bool:
    """Whether the last of several values was put as the right one: "52, no wait 54", "*54"."""
    if len(amounts) < 2:
        return False
    between = tokens[amounts[-2].end : amounts[-1].start]
    behind = tokens[amounts[-1].end : amounts[-1].end + 3]
    if any(t.text == "or" for t in between) and not any(t.has("fix") for t in between):
        return False
    if any(t.text in {">", "→"} for t in between):
        return True
    return puts_right(tokens, amounts[-2].end, amounts[-1].start) or any(
        t.has("fix") for t in behind
    )
