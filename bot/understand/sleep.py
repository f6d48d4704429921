"""Hours asleep: told, added up, or between going to sleep and waking."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.understand.heard import Asked, Field, Unsure, Why
from bot.understand.labels import Label, Topic
from bot.understand.quantity import Amount, Unit
from bot.understand.sentences import clause, puts_right
from bot.understand.tokens import Token
from bot.understand.told import Sorted
from core.units import Duration

MOST_HOURS = 14.0
"""Longer nights are not believed."""
_MINUTES_AFTER_A_POINT = frozenset({"05", "10", "15", "20", "30", "35", "40", "45", "55"})
_ADDS = frozenset({"plus", "+", "then", "another", "und", "dann", "mas", "again"})


def judge_sleep(
    tokens: Sequence[Token], told: Sorted, labels: Sequence[Label], asked: Asked | None
) -> tuple[Duration | None, Unsure | None]:
    """The night, or why it has to be asked back."""
    amounts = [a for a in told.told.get(Field.SLEEP, ()) if a.unit is not Unit.OUT_OF]
    amounts = _without_scores(amounts)
    hours = [h for a in amounts if (h := hours_of(tokens, a)) is not None]
    if len(hours) > 1 and _added_up(tokens, amounts):
        return _believed(sum(hours))
    if len(set(hours)) > 1 and not _corrected(tokens, amounts):
        return None, Unsure(Field.SLEEP, Why.TWO_VALUES)
    if hours:
        in_bed = amounts[-1].unit is Unit.CLOCK and amounts[-1].low is not None
        return _believed(max(0.0, hours[-1] - (told.awake if in_bed else 0.0)))
    if (between := _between_clocks(told)) is not None:
        return _believed(between)
    if told.in_bed is not None and not told.clocks:
        return _believed(max(0.0, told.in_bed - told.awake))
    if any(t.has("no_sleep") for t in tokens):
        return Duration(0), None
    return None, _unsure(tokens, told, asked) or _felt(tokens, labels)


def _without_scores(amounts: list[Amount]) -> list[Amount]:
    """ "sleep 72, slept 6h50": beside a night, a number no night can have is a device's score."""
    nights = [a for a in amounts if a.unit is not Unit.PLAIN or a.value <= _SCORES_FROM]
    return nights or amounts


_SCORES_FROM = 25


def _believed(hours: float) -> tuple[Duration | None, Unsure | None]:
    if not 0 <= hours <= MOST_HOURS:
        return None, Unsure(Field.SLEEP, Why.OUT_OF_RANGE)
    return Duration.of_hours(round(hours, 4)), None


def hours_of(tokens: Sequence[Token], amount: Amount) -> float | None:
    """The hours an amount means as a night; None for a time of day."""
    if amount.unit is Unit.HOURS:
        return amount.value
    if amount.unit is Unit.MINUTES:
        return amount.value / 60
    if amount.unit is Unit.CLOCK:
        if amount.low is not None and amount.high is not None:
            return clock_hours(amount.low, amount.high, exact=amount.exact_half)
        zero = amount.end - amount.start == 1 and tokens[amount.start].text.startswith("0")
        lasts = amount.value <= MOST_HOURS * 60 and (zero or not amount.exact_half)
        return amount.value / 60 if lasts else None
    if amount.low is None:
        whole, _, part = tokens[amount.start].text.replace(",", ".").partition(".")
        if part in _MINUTES_AFTER_A_POINT and whole.isdigit():
            return int(whole) + int(part) / 60
    return amount.value


def clock_hours(bed: float, up: float, *, exact: bool = False) -> float:
    """Hours from one minute of the day to another; on a 12-hour dial where am or pm is not told."""
    straight = (up - bed) % 1440 / 60
    if exact or ((bed >= 780 or up >= 780) and straight <= MOST_HOURS):
        return straight
    dial = (up - bed) % 720 / 60
    return dial if dial >= 2 else dial + 12


def _added_up(tokens: Sequence[Token], amounts: Sequence[Amount]) -> bool:
    """ "5h, then another 2h": every later stretch is joined to the one before."""
    for first, second in pairwise(amounts):
        between = tokens[first.end : second.start]
        clocks = first.unit is Unit.CLOCK and second.unit is Unit.CLOCK
        hours = first.unit is Unit.HOURS and second.unit is Unit.HOURS
        joined = any(t.text in _ADDS for t in between) or (
            (clocks or hours) and any(t.text in {"and", "&", "y"} for t in between)
        )
        if not joined or any(t.has("fix") for t in between):
            return False
    return True


def _corrected(tokens: Sequence[Token], amounts: Sequence[Amount]) -> bool:
    """Whether the last value is preferred: "slept 8, no wait 7"; or one is really slept."""
    last, before = amounts[-1], amounts[-2]
    between = tokens[before.end : last.start]
    really = any(t.text in {"really", "asleep", "only", "so"} for t in between)
    really = really or (bool(between) and between[-1].text == "was")
    return really or puts_right(tokens, before.end, last.start)


def _between_clocks(told: Sorted) -> float | None:
    """The sum of stretches from (asleep or bed) to wake, in the order told."""
    total, start, exact = 0.0, None, False
    stretches = 0
    events = told.clocks
    if len(events) == 2 and events[0][0] is Topic.WAKE and events[1][0] is not Topic.WAKE:
        events = [events[1], events[0]]
    for topic, amount in events:
        minute = _minute(amount)
        if topic is Topic.WAKE:
            if start is not None:
                both = exact and amount.exact_half
                total += clock_hours(start, minute, exact=both)
                stretches, start = stretches + 1, None
        else:
            start, exact = minute, amount.exact_half
    if not stretches:
        return None
    return max(0.0, total - told.awake)


def _minute(amount: Amount) -> float:
    if amount.unit is Unit.CLOCK:
        return amount.low if amount.low is not None else amount.value
    if amount.value >= 100:
        return amount.value // 100 * 60 + amount.value % 100
    part = round((amount.value - int(amount.value)) * 100)
    return int(amount.value) * 60 + (part if part < 60 else 0)


def _unsure(tokens: Sequence[Token], told: Sorted, asked: Asked | None) -> Unsure | None:
    if Field.SLEEP in told.relative:
        return Unsure(Field.SLEEP, Why.RELATIVE)
    if told.clocks or any(a.unit is Unit.CLOCK for a in told.told.get(Field.SLEEP, ())):
        return Unsure(Field.SLEEP, Why.CLOCK_ALONE)
    if asked is Asked.SLEEP and (why := _worded(tokens)):
        return Unsure(Field.SLEEP, why)
    if told.told.get(Field.SLEEP) or any(t.has("night_word") for t in tokens):
        return Unsure(Field.SLEEP, Why.NO_NUMBER)
    if any(t.has("score") and t.text in {"sleep", "score"} for t in tokens):
        return Unsure(Field.SLEEP, Why.NO_NUMBER)
    return None


def _worded(tokens: Sequence[Token]) -> Why | None:
    """Why words alone are not enough: "the usual", "better than last night", "great"."""
    if any(
        t.has("more", "than") or t.text in {"less", "longer", "shorter", "more"} for t in tokens
    ):
        return Why.RELATIVE
    if any(t.has("same") for t in tokens):
        return Why.USUAL
    felt = ("g1", "g2", "g3", "g4", "g5", "gbad", "gok", "ggood", "gunclear", "night_alone")
    return Why.NO_NUMBER if any(t.has(*felt) for t in tokens) else None


def _felt(tokens: Sequence[Token], labels: Sequence[Label]) -> Unsure | None:
    """ "sleep was rubbish": a verdict on the night, but no hours."""
    for order, label in enumerate(labels):
        if label.topic is not Topic.SLEEP:
            continue
        start, end = clause(tokens, label.at)
        ends = min([end, *(x.at for x in labels[order + 1 :])])
        begins = max([start, *(x.at + 1 for x in labels[:order])])
        if (why := _worded(tokens[begins:ends])) is not None:
            return Unsure(Field.SLEEP, why)
    return None
