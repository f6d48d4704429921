"""The numbers of a check-in, each to its question: by label, by unit, then by what fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.understand.bare import (
    MOST_GRADE,
    could_be_bare,
    place_asked,
    place_bare,
    place_corrections,
)
from bot.understand.binding import Bound, fits
from bot.understand.comparisons import of_another_time, relative_to
from bot.understand.heard import Asked, Field
from bot.understand.labels import Topic
from bot.understand.nights import lasts_asleep, placed_in_night
from bot.understand.quantity import Amount, Unit
from bot.understand.sentences import clause, sentence
from bot.understand.tokens import Kind, Token, word_set
from bot.understand.told import Sorted

_FIELD = {
    Topic.LEGS: Field.LEGS,
    Topic.SLEEP: Field.SLEEP,
    Topic.PULSE: Field.PULSE,
    Topic.HRV: Field.HRV,
}


def sort_amounts(
    tokens: Sequence[Token],
    bound: Sequence[Bound],
    *,
    worded: Iterable[Field] = (),
    asked: Asked | None = None,
) -> Sorted:
    """Every amount to its field; `worded` fields are already answered in words."""
    out = Sorted()
    if asked is Asked.SLEEP and len(bound) == 1 and bound[0].topic is Topic.DEVICE:
        bound = [Bound(bound[0].amount, Topic.SLEEP)]  # "78 says my ring" is no heart rate here
    bare = [
        item.amount
        for item in bound
        if not _placed(tokens, item, out, asked) and could_be_bare(tokens, item)
    ]
    place_asked(bare, out, asked)
    place_corrections(tokens, bare, out)
    if asked is Asked.SLEEP and len(bare) == 1 and bare[0].value <= MOST_GRADE:
        bare.clear()  # "6h but felt like 3"
    place_bare(bare, out, set(worded))
    return out


def _placed(tokens: Sequence[Token], item: Bound, out: Sorted, asked: Asked | None) -> bool:
    """Whether label or unit decide; also for amounts that answer nothing."""
    amount, topic = item.amount, item.topic
    if asked is Asked.LEGS and amount.unit is Unit.OTHER and _rated(tokens, amount):
        out.unclear.append((amount, (Field.LEGS,)))  # "5/7"
        return True
    if asked is Asked.PULSE and amount.unit is Unit.OTHER and _rated(tokens, amount):
        out.unclear.append((amount, (Field.PULSE,)))  # "52/53"
        return True
    if amount.unit is Unit.OTHER or of_another_time(tokens, amount):
        return True
    if relative_to(tokens, amount):
        out.relative.add(_FIELD.get(topic, Field.PULSE) if topic else Field.PULSE)
        return True
    aside = topic in {Topic.SCORE, Topic.NOT_REST, Topic.TEMPERATURE}
    if aside and not _in_all(tokens, amount):
        return True
    if placed_in_night(tokens, item, out):
        return True
    return _placed_answer(tokens, item, out, asked)


def _placed_answer(tokens: Sequence[Token], item: Bound, out: Sorted, asked: Asked | None) -> bool:
    amount, topic = item.amount, item.topic
    if topic is Topic.OTHER and amount.unit in {Unit.HOURS, Unit.MINUTES, Unit.CLOCK, Unit.BEATS}:
        return True
    if topic is Topic.PAIN and amount.unit is Unit.OUT_OF:
        return True
    if amount.unit is Unit.HOURS and _of_a_kind(tokens, amount):
        return True
    if topic in {Topic.LEGS, Topic.PULSE} and _last_night(tokens, amount):
        return True
    if topic is Topic.PULSE and (_on_a_run(tokens, amount) or _reported(tokens, amount)):
        return True
    if lasts_asleep(tokens, item) or _in_all(tokens, amount):
        topic = Topic.SLEEP
    if topic is Topic.DEVICE and fits(topic, amount):
        topic = Topic.PULSE
    clocks = amount.unit is Unit.CLOCK and amount.low is not None
    if topic in _FIELD and not clocks and _answers(topic, amount):
        out.add(_FIELD[topic], amount)
        return True
    by_unit = _by_unit(tokens, amount, asked)
    if by_unit is Field.LEGS and asked is None and Field.LEGS in out.told and topic is None:
        by_unit = Field.SLEEP if Field.SLEEP not in out.told else by_unit  # "3/5, 7/10, 52"
    if by_unit is not None:
        out.add(by_unit, amount)
        return True
    return amount.unit not in {Unit.PLAIN, Unit.CLOCK}


def _answers(topic: Topic, amount: Amount) -> bool:
    """Whether the amount has a unit that the topic can be answered in, believable or not."""
    if fits(topic, amount):
        return True
    plain = amount.unit is Unit.PLAIN
    return (
        plain
        or (topic is Topic.PULSE and amount.unit is Unit.BEATS)
        or (topic is Topic.SLEEP and amount.unit is Unit.OUT_OF)
    )


def _by_unit(tokens: Sequence[Token], amount: Amount, asked: Asked | None) -> Field | None:
    start, end = clause(tokens, amount.start)
    faces = [at + 1 for at in range(start, amount.start) if tokens[at].kind is Kind.EMOJI]
    start = max([start, *faces])
    about = tokens[start:end]
    if asked is Asked.SLEEP and amount.unit in {Unit.MINUTES, Unit.OUT_OF}:
        return Field.SLEEP
    if amount.unit is Unit.CLOCK and amount.low is not None:
        return None if any(t.has("work") for t in about) else Field.SLEEP
    if amount.unit is Unit.HOURS:
        return None if any(t.has("work") for t in about[: amount.end - start + 2]) else Field.SLEEP
    if amount.unit is Unit.BEATS:
        return None if any(t.has("work", "not_rest") for t in about) else Field.PULSE
    if amount.unit is Unit.MS:
        return Field.HRV
    if amount.unit is Unit.OUT_OF:
        percent = amount.of == 100 and asked is not Asked.LEGS
        return None if percent or _scores_pain(tokens, amount) else Field.LEGS
    return None


def _scores_pain(tokens: Sequence[Token], amount: Amount) -> bool:
    """Whether "3/10" is of a pain: named in its clause, or before it in its sentence."""
    start, end = clause(tokens, amount.start)
    if any(t.has("legs") for t in tokens[start:end]):
        return False
    first, _ = sentence(tokens, amount.start)
    for token in reversed(tokens[first:end]):
        if token.has("legs"):
            return False
        if token.has("hurt") or any(tag.startswith("part:") for tag in token.tags):
            return True
    return False


def _rated(tokens: Sequence[Token], amount: Amount) -> bool:
    return tokens[amount.start].kind is Kind.RATIO


def _reported(tokens: Sequence[Token], amount: Amount) -> bool:
    """The 141 of "rode 40k, avg power 190, hr 141": too high for rest, amid a report."""
    start, _ = sentence(tokens, amount.start)
    ahead = tokens[start : amount.start]
    report = any(t.has("work") for t in ahead) and any(t.has("not_rest") for t in ahead)
    return amount.value > _RESTING_MOST and report


_RESTING_MOST = 120


def _of_a_kind(tokens: Sequence[Token], amount: Amount) -> bool:
    """The "4 hours of deep sleep" of a longer night."""
    behind = [t.text for t in tokens[amount.end : amount.end + 2]]
    return bool(behind) and behind[behind[0] == "of" :][:1] in (["deep"], ["rem"], ["light"])


def _in_all(tokens: Sequence[Token], amount: Amount) -> bool:
    """The "8 total" of a night told in parts."""
    behind = [t.text for t in tokens[amount.end : amount.end + 2]]
    summed = bool(behind) and (behind[0] in _SUMMED or " ".join(behind) in _SUMMED)
    return summed and fits(Topic.SLEEP, amount)


_SUMMED = frozenset({"total", "altogether", "overall", "in total", "in all", "all in", "all told"})


def _last_night(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "Legs were 2 last night, 3 this morning": of the evening before."""
    told = [t.text for t in tokens[amount.end : amount.end + 2]] == ["last", "night"]
    return told and any(t.has("now") for t in tokens[amount.end + 2 :])


_RUNS = word_set(
    """
    run runs ride race session workout interval intervals tempo jog climb hill hills treadmill
    bike gym
    """
)


def _on_a_run(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "152 on yesterday's run" is no resting rate; "50 before the run" is."""
    _, end = clause(tokens, amount.start)
    behind = tokens[amount.end : end]
    return (
        bool(behind)
        and behind[0].text in {"on", "during", "in", "at", "after", "while"}
        and any(t.text in _RUNS for t in behind)
    )
