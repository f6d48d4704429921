"""A check-in in the athlete's own words: legs, sleep, resting heart rate, and what else matters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.understand.amounts import read_amounts
from bot.understand.declined import read_declined
from bot.understand.health import Health, read_health
from bot.understand.heard import Asked, Field, Heard, Unsure, Why
from bot.understand.labels import bind, find_labels
from bot.understand.legs import Verdict, judge_legs, leg_verdicts
from bot.understand.numbered import Sorted, sort_amounts
from bot.understand.pains import read_pains
from bot.understand.pulse import corrected, judge_hrv, judge_pulse
from bot.understand.quantity import Amount
from bot.understand.questions import without_questions
from bot.understand.reading import read_tokens, with_phrases, without_figures
from bot.understand.signs import SignHeard, signs_in
from bot.understand.sleep import judge_sleep
from bot.understand.tokens import Kind, Token, word_set


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
    _settle_tails(tokens, told, legs=bool(verdicts), asked=asked)
    numbers = told.told.get(Field.LEGS, [])
    legs, legs_unsure = judge_legs(tokens, verdicts, numbers, corrected(tokens, numbers))
    sleep, sleep_unsure = judge_sleep(tokens, told, labels, asked)
    pulse, pulse_unsure = judge_pulse(tokens, told, labels, asked)
    answered = {f for f, v in ((Field.LEGS, legs), (Field.SLEEP, sleep), (Field.PULSE, pulse)) if v}
    if sleep is not None:
        answered.add(Field.SLEEP)
    declined = read_declined(tokens, labels, answered, asked) - set(told.told)
    unsure = [u for u in (legs_unsure, sleep_unsure, pulse_unsure) if u and u.field not in declined]
    unsure += _unclear(tokens, told, verdicts, answered | {u.field for u in unsure})
    unsure += _emoji_alone(tokens, answered, unsure, asked)
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


def _emoji_alone(
    tokens: Sequence[Token], answered: set[Field], unsure: Sequence[Unsure], asked: Asked | None
) -> list[Unsure]:
    """An emoji that answers, but not clearly: a thumb with nothing open, a flame for the legs."""
    if answered or unsure or not tokens:
        return []
    emoji = [t for t in tokens if t.kind is Kind.EMOJI]
    only = all(t.kind in {Kind.EMOJI, Kind.BREAK, Kind.MARK} for t in tokens)
    if emoji and only:
        return [Unsure(Field(asked.value) if asked else Field.LEGS, Why.UNCLEAR)]
    return []


def _finished(heard: Heard, asked: Asked | None) -> Heard:
    """With one question open only its answer can be unclear; telling nothing is no check-in."""
    ambiguous = heard.ambiguous
    if asked is not None:
        ambiguous = tuple(u for u in ambiguous if u.field == asked.value)
    heard = replace(heard, ambiguous=ambiguous)
    return replace(heard, not_checkin=heard == Heard())
