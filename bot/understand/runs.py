"""A run in words: "8k in 48:10", "35 min", "4 of 6", "ran 5 miles easy rpe 4", "didn't run"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.understand.amounts import read_amounts
from bot.understand.cleaning import below_nothing
from bot.understand.dates import find_date
from bot.understand.heard import PainHeard
from bot.understand.labels import find_labels
from bot.understand.pains import read_pains
from bot.understand.patterns import Patterns
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.quantity import token_at
from bot.understand.reading import read_tokens, with_phrases, without_figures
from bot.understand.run_sizes import MOST, run_size
from bot.understand.tokens import Kind, Token
from core.activity import Done, Evenness
from core.units import Distance, Duration, HeartRate

_DONE = Patterns(
    {
        Done.NOT_RUN: [
            "didnt|did-not|havent|couldnt|not|wont|never run|ran|go|do|train|make|happen|manage",
            "did not run|go|do|make|train",
            "no run|running|session|training",
            "skipped|missed|bailed|cancelled|canceled|skip",
            "not today|run|done",
            "rest day",
            "rested",
            "took .. rest|off",
            "nope|nein|nah",
            "nicht gelaufen",
            "no corri|sali|entrene",
            "ausgefallen",
            "day off",
            "gave it a miss",
            "no $",
            "didnt|couldnt $",
        ],
        Done.AS_PLANNED: [
            "as planned|prescribed|written|scheduled|ordered|told",
            "all|everything|session|workout|it|fully done|completed|complete|ticked",
            "nailed it",
            "did it|everything|all",
            "done $",
            "did it|everything|all",
            "exactly|just as",
            "to plan|the letter",
            "wie geplant",
            "segun lo? planeado|previsto",
            "como planeado|previsto",
            "completed|finished .. session|workout|it|all",
            "yes|yep|ja|si|✅|👍|yeah",
        ],
    }
)
_EVEN = Patterns(
    {
        Evenness.FADED: [
            "faded|fading|died|slowed|blew|dying|positive",
            "got|getting slower",
            "fell apart|off",
            "hit the wall",
            "eingebrochen",
            "ran out of",
        ],
        Evenness.FASTER: [
            "faster|quicker|negative|accelerated|progressive",
            "sped up",
            "got|getting faster",
            "schneller",
            "strong finish",
        ],
        Evenness.CUT_SHORT: [
            "cut .. short",
            "stopped early|after|at",
            "gave up",
            "pulled out",
            "bailed after|at",
            "quit",
            "abgebrochen",
            "dnf",
            "cut it",
            "only .. of",
            "had to stop",
        ],
        Evenness.EVEN: [
            "even|evenly|steady|consistent|controlled|gleichmassig|metronomic",
            "even splits|paced",
        ],
    }
)
_EASE = {
    "easy": 3,
    "jog": 3,
    "recovery": 2,
    "hard": 7,
    "tough": 8,
    "brutal": 9,
    "moderate": 5,
    "max": 10,
}


@dataclass(frozen=True, slots=True)
class RunHeard:
    """What was run; `effort` is 1-10 from a word ("easy"), where no RPE was told."""

    done: Done = Done.OTHER
    distance: Distance | None = None
    time: Duration | None = None
    rpe: int | None = None
    effort: int | None = None
    reps_done: int | None = None
    reps_planned: int | None = None
    evenness: Evenness | None = None
    pulse: HeartRate | None = None
    pains: tuple[PainHeard, ...] = ()
    on: date | None = None


def read_run(text: str, today: date) -> RunHeard | Unclear[RunHeard] | OutOfRange | None:
    """The run told; impossible speeds, an RPE outside 1-10 and days to come come back as such."""
    if below_nothing(text):
        return OutOfRange("run-distance", Distance(0), MOST, text.strip()[:20])
    day = find_date(text, today, past=True, numeric=False)
    tokens = read_tokens(day.rest if day else text)
    on = day.read if day and isinstance(day.read, date) else None
    if on is not None and on > today:
        return OutOfRange("run-in-future", None, today, on)
    rpe = _rpe(tokens)
    if isinstance(rpe, OutOfRange):
        return rpe
    reps = _reps(tokens)
    size = run_size(tokens)
    if isinstance(size, OutOfRange):
        return size
    distance, time = size
    done = _done(tokens, nothing_run=distance is None and time is None and reps is None)
    if done is None:
        return _bare(tokens)
    if rpe is None and done is Done.AS_PLANNED:
        rpe = next((int(t.value) for t in tokens if t.whole and 1 <= t.value <= 10), None)
    return RunHeard(
        done=done,
        distance=distance,
        time=time,
        rpe=rpe,
        effort=None if rpe is not None else _effort(tokens),
        reps_done=reps[0] if reps else None,
        reps_planned=reps[1] if reps else None,
        evenness=next((Evenness(m.name) for m in _EVEN.find(tokens)), None),
        pulse=_pulse(tokens),
        pains=_pains(text),
        on=on,
    )


def _bare(tokens: Sequence[Token]) -> Unclear[RunHeard] | None:
    """A number alone may be minutes or kilometres."""
    numbers = [t.value for t in tokens if t.kind is Kind.NUMBER]
    if len(numbers) != 1 or len(tokens) > 2 or not 1 <= numbers[0] <= 300:
        return None
    timed = RunHeard(time=Duration.of_minutes(numbers[0]))
    far = RunHeard(distance=Distance.of_km(numbers[0]))
    return Unclear("minutes-or-distance", {"number": numbers[0]}, (timed, far))


def _done(tokens: Sequence[Token], *, nothing_run: bool) -> Done | None:
    named = {m.name for m in _DONE.find(tokens)}
    if not nothing_run:
        return Done.AS_PLANNED if Done.AS_PLANNED in named and _only_planned(tokens) else Done.OTHER
    for done in (Done.NOT_RUN, Done.AS_PLANNED):
        if done in named:
            return done
    told = (
        _rpe(tokens) is not None
        or bool(_EVEN.find(tokens))
        or any(t.text in {"ran", "run", "jogged", "walked", "short"} for t in tokens)
    )
    return Done.OTHER if told else None


def _only_planned(tokens: Sequence[Token]) -> bool:
    return any(t.text in {"planned", "geplant", "prescribed", "planeado"} for t in tokens)


def _rpe(tokens: Sequence[Token]) -> int | OutOfRange | None:
    for at, token in enumerate(tokens):
        if token.text in {"rpe", "effort", "anstrengung", "esfuerzo", "felt"}:
            ahead = (tokens[i] for i in range(at + 1, min(at + 5, len(tokens))))
            number = next((t for t in ahead if t.kind in {Kind.NUMBER, Kind.RATIO}), None)
            if number is not None and not (token.text == "felt" and number.kind is not Kind.RATIO):
                return _in_ten(number.value)
        if token.kind is Kind.NUMBER and token_at(tokens, at + 1).text == "rpe":
            return _in_ten(token.value)
        if token.kind is Kind.RATIO and token.of == 10 and not _hurts(tokens, at):
            return _in_ten(token.value)
    return None


def _hurts(tokens: Sequence[Token], at: int) -> bool:
    return any(
        t.has("hurt") or any(x.startswith("part:") for x in t.tags)
        for t in tokens[max(0, at - 4) : at]
    )


def _in_ten(value: float) -> int | OutOfRange:
    return round(value) if 1 <= value <= 10 else OutOfRange("rpe", 1, 10, value)


def _reps(tokens: Sequence[Token]) -> tuple[int, int | None] | None:
    """ "4 of 6", "5/6 reps", "only 3 reps"."""
    for at, token in enumerate(tokens):
        if token.kind is Kind.RATIO and 1 <= token.value <= token.of <= 40 and token.of != 10:
            return int(token.value), int(token.of)
        if not token.whole or not token.value:
            continue
        words = [token_at(tokens, at + i) for i in (1, 2, 3)]
        if words[0].text == "x" and words[1].kind is Kind.NUMBER:
            return int(token.value), None
        skip = 1 if words[0].text == "out" else 0
        total = words[1 + skip]
        if (
            words[skip].text in {"of", "von", "de"}
            and total.whole
            and token.value <= total.value <= 40
        ):
            return int(token.value), int(total.value)
        if words[0].text in {"reps", "rep", "repeats", "intervals"}:
            return int(token.value), None
    return None


def _effort(tokens: Sequence[Token]) -> int | None:
    return next((_EASE[t.text] for t in tokens if t.text in _EASE), None)


def _pulse(tokens: Sequence[Token]) -> HeartRate | None:
    for at, token in enumerate(tokens):
        named = token.text in {"hr", "pulse", "bpm", "puls", "heart"}
        for place in (at + 1, at + 2, at - 1):
            number = token_at(tokens, place)
            if named and number.whole and 60 <= number.value <= 230:
                return HeartRate(int(number.value))
    return None


def _pains(text: str) -> tuple[PainHeard, ...]:
    tokens = with_phrases(without_figures(read_tokens(text)))
    amounts = read_amounts(tokens)
    return read_pains(tokens, amounts, find_labels(tokens, amounts))
