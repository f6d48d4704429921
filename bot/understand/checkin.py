"""A check-in in the athlete's own words: legs, sleep, resting heart rate, and what else matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understand.amounts import read_amounts
from bot.understand.binding import bind
from bot.understand.declined import read_declined
from bot.understand.health import Health, read_health
from bot.understand.heard import Asked, Field, Heard, Unsure, Why
from bot.understand.labels import Topic, find_labels
from bot.understand.leg_topics import is_general
from bot.understand.legs import Verdict, judge_legs, leg_verdicts, unclear_legs
from bot.understand.numbered import sort_amounts
from bot.understand.pains import read_pains
from bot.understand.pulse import corrected, judge_hrv, judge_pulse
from bot.understand.quantity import Amount
from bot.understand.questions import without_questions
from bot.understand.reading import FEELINGS, read_tokens, with_phrases, without_figures
from bot.understand.sentences import clause
from bot.understand.signs import SignHeard, doubt_of, signs_in
from bot.understand.sleep import judge_sleep
from bot.understand.tokens import Kind, Token, word_set
from bot.understand.told import Sorted


def read_checkin(text: str, *, asked: Asked | None = None) -> Heard:
    """Whatever the message tells; nothing is guessed, and what is unclear says why."""
    words = read_tokens(text)
    tokens = with_phrases(without_figures(words))
    amounts = read_amounts(tokens)
    labels = find_labels(tokens, amounts)
    health = read_health(tokens, bind(tokens, amounts, labels))
    heard = Heard(
        ill=health.ill,
        fever_celsius=health.fever_celsius,
        fever_unknown=health.fever_unknown,
        pains=read_pains(tokens, amounts, labels),
        signs=_signs(words, health),
        doubt=doubt_of(with_phrases(words)),
        stress=health.stress,
        dread=health.dread,
        travelling=health.travelling,
        cycle_day=health.cycle_day,
    )
    return _finished(_answers(without_questions(tokens), heard, asked), asked)


def _signs(words: Sequence[Token], health: Health) -> tuple[SignHeard, ...]:
    return (*signs_in(with_phrases(words)), *health.signs)


def _answers(tokens: list[Token], heard: Heard, asked: Asked | None) -> Heard:
    """The three answers, HRV, what was declined and what is unsure, added to what was heard."""
    amounts = read_amounts(tokens)
    labels = find_labels(tokens, amounts)
    verdicts = leg_verdicts(tokens, labels, asked)
    worded = [Field.LEGS] if verdicts else []
    told = sort_amounts(tokens, bind(tokens, amounts, labels), worded=worded, asked=asked)
    about_legs = any(label.topic is Topic.LEGS for label in labels)
    _settle_tails(tokens, told, legs=bool(verdicts) or about_legs, asked=asked)
    numbers = told.told.get(Field.LEGS, [])
    legs, legs_unsure = judge_legs(tokens, verdicts, numbers, corrected(tokens, numbers))
    legs_unsure = legs_unsure or (None if legs else unclear_legs(tokens, labels, asked))
    sleep, sleep_unsure = judge_sleep(tokens, told, labels, asked)
    pulse, pulse_unsure = judge_pulse(tokens, told, labels, asked)
    answered = {f for f, v in ((Field.LEGS, legs), (Field.SLEEP, sleep), (Field.PULSE, pulse)) if v}
    if sleep is not None:
        answered.add(Field.SLEEP)
    declined = read_declined(tokens, labels, answered, asked) - set(told.told)
    unsure = [u for u in (legs_unsure, sleep_unsure, pulse_unsure) if u and u.field not in declined]
    unsure += _unclear(tokens, told, verdicts, answered | {u.field for u in unsure})
    known = answered | declined | {u.field for u in unsure}
    if not known and heard == Heard():
        unsure += _emoji_alone(tokens, asked) or _feeling_alone(tokens, asked)
    unsure += _as_usual(tokens, known, asked)
    if heard.fever_unknown:
        unsure.append(Unsure(Field.FEVER, Why.NO_NUMBER))
    return replace(
        heard,
        legs=legs,
        sleep=sleep,
        pulse=pulse,
        hrv_ms=judge_hrv(told),
        declined=tuple(f for f in Field if f in declined),
        ambiguous=tuple(unsure),
    )


def _settle_tails(
    tokens: Sequence[Token], told: Sorted, *, legs: bool, asked: Asked | None
) -> None:
    """The 50 of "7 hr 50": a heart rate if none was told and it could be one, else minutes."""
    nights = told.told.get(Field.SLEEP, [])
    for place, amount in enumerate(nights):
        if amount.tail is None:
            continue
        hr = tokens[amount.start + 1].text == "hr"
        whole = asked is None and (hr or legs or Field.LEGS in told.told)
        beats = amount.tail >= 36 and Field.PULSE not in told.told and (hr or whole)
        if beats:
            told.add(Field.PULSE, Amount(amount.end - 1, amount.end, amount.tail))
            nights[place] = replace(amount, tail=None)
        else:
            nights[place] = replace(amount, value=amount.value + amount.tail / 60, tail=None)


def _unclear(
    tokens: Sequence[Token], told: Sorted, verdicts: Sequence[Verdict], known: set[Field]
) -> list[Unsure]:
    """Bare numbers that could answer several questions, in a message that is about them."""
    about = bool(told.told) or bool(verdicts) or _only_numbers(tokens)
    if not about:
        return []
    fields = {f for _, could in told.unclear for f in could} - known
    return [Unsure(f, Why.WHICH_QUESTION) for f in Field if f in fields]


_PLAIN = word_set(
    "about maybe like around so today its it is was and or i think um uh hmm ish just"
)


def _only_numbers(tokens: Sequence[Token]) -> bool:
    return all(t.kind is not Kind.WORD or t.text in _PLAIN or t.has("now") for t in tokens)


def _emoji_alone(tokens: Sequence[Token], asked: Asked | None) -> list[Unsure]:
    """An emoji that answers, but not clearly: a thumb with nothing open, a flame for the legs."""
    emoji = [t for t in tokens if t.kind is Kind.EMOJI]
    only = all(t.kind in {Kind.EMOJI, Kind.BREAK, Kind.MARK} for t in tokens)
    if emoji and only:
        return [Unsure(Field(asked.value) if asked else Field.LEGS, Why.UNCLEAR)]
    return []


_FELT_ALONE = word_set("""
    all everything everythings feel feeling feels i im am is its it be a and the bit quite today
    this morning so too very could been better much
    """)
_AGREES = word_set("""
    ok okay okey fine great perfect nice lovely brilliant awesome amazing excellent fantastic super
    wonderful superb fab
    """)
"""Words that agree to something where they stand by themselves."""


def _feeling_alone(tokens: Sequence[Token], asked: Asked | None) -> list[Unsure]:
    """ "All good", "could be better": a verdict on nobody knows which of the three questions."""
    words = [t for t in tokens if t.kind is Kind.WORD]
    felt = [t for t in words if t.has(*FEELINGS)]
    others = [t for t in words if not t.has(*FEELINGS, "very", "bit", "neg", "now")]
    if asked is not None or not felt or len(words) != sum(t.kind not in _SILENT for t in tokens):
        return []
    if any(t.text not in _FELT_ALONE for t in others) or all(is_general(t) for t in felt):
        return []
    agrees = len(words) == 1 and words[0].text in _AGREES
    return [] if agrees else [Unsure(Field.LEGS, Why.WHICH_QUESTION)]


_SILENT = {Kind.BREAK, Kind.EMOJI}


_USUAL = word_set("""
    same old as usual always ever normal everything all is the its just like again day every nothing
    new
    """)


def _as_usual(tokens: Sequence[Token], known: set[Field], asked: Asked | None) -> list[Unsure]:
    """ "Same as usual" answers whatever else was not told; "as yesterday" has to be asked."""
    for at, token in enumerate(tokens):
        if asked is not None or not token.has("same"):
            continue
        start, end = clause(tokens, at)
        part = [t for t in tokens[start:end] if t.kind is not Kind.BREAK]
        if not all(t.text in _USUAL or t.has("same", "yesterday") for t in part):
            continue
        compared = any(t.has("yesterday") for t in part)
        if not compared and known:
            continue
        left = [f for f in (Field.LEGS, Field.SLEEP, Field.PULSE) if f not in known]
        if compared:
            return [Unsure(field, Why.RELATIVE) for field in left[:1]]
        return [Unsure(field, Why.USUAL) for field in left]
    return []


def _finished(heard: Heard, asked: Asked | None) -> Heard:
    """With one question open only its answer can be unclear; telling nothing is no check-in."""
    ambiguous = heard.ambiguous
    if asked is not None:
        ambiguous = tuple(u for u in ambiguous if u.field == asked.value)
    heard = replace(heard, ambiguous=ambiguous)
    return replace(heard, not_checkin=heard == Heard())
