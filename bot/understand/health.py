"""Illness, fever, stress and dread, of the athlete and of now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.understand.binding import Bound
from bot.understand.labels import Topic
from bot.understand.quantities import find_distances
from bot.understand.quantity import Amount, Unit
from bot.understand.sentences import clause, denied, said_in, sentence, somebody_else
from bot.understand.sign_scope import long_past
from bot.understand.signs import SignHeard
from bot.understand.tokens import Kind, Token, word_set
from core.safety import Sign

HOTTEST = 42.0
"""No body is hotter: an unlabelled 42.2 is a marathon."""
RAISED_FROM = 37.5
"""Degrees Celsius from which a temperature is raised; lower is nothing by itself."""
_EXCUSED = ("allergy", "hangover", "pregnant", "vaccine")


@dataclass(frozen=True, slots=True)
class Health:
    """What was told; `fever_unknown` is a fever without its height."""

    ill: bool = False
    fever_celsius: float | None = None
    fever_unknown: bool = False
    stress: bool = False
    dread: bool = False
    travelling: bool = False
    cycle_day: int | None = None
    signs: tuple[SignHeard, ...] = ()


def read_health(tokens: Sequence[Token], bound: Sequence[Bound]) -> Health:
    """Illness and the like from tagged tokens, figures masked."""
    celsius = _temperature(tokens, bound)
    complaints = [at for at, t in enumerate(tokens) if t.has("ill") and _suffers(tokens, at)]
    raised = celsius is not None and celsius >= RAISED_FROM
    feverish = any(
        t.has("fever") and _suffers(tokens, at) and (raised or celsius is None or not _measured(t))
        for at, t in enumerate(tokens)
    )
    unknown = feverish and celsius is None
    ill = bool(complaints) or raised or feverish
    return Health(
        ill=ill,
        fever_celsius=celsius if raised else None,
        fever_unknown=unknown,
        stress=_told(tokens, "stress"),
        dread=_told(tokens, "dread"),
        travelling=_told(tokens, "travel"),
        cycle_day=_cycle_day(tokens, bound),
        signs=_signs(tokens, complaints, fever=feverish or raised) if ill else (),
    )


def _measured(token: Token) -> bool:
    """A fever only by its thermometer ("a temperature of 36.8"): the number decides."""
    return "fever" not in token.text and "fieber" not in token.text and "fiebre" not in token.text


def _told(tokens: Sequence[Token], tag: str) -> bool:
    return any(
        t.has(tag) and not t.has("score") and _own(tokens, at) and not _little(tokens, at)
        for at, t in enumerate(tokens)
    )


_LITTLE = word_set(
    "over finished done low none fine ok okay normal zero gone minimal nil little less good"
)


def _little(tokens: Sequence[Token], at: int) -> bool:
    """ "Stress low", "little stress", "stress level: ok"."""
    before, behind = tokens[max(0, at - 1) : at], tokens[at + 1 : at + 3]
    _, last = clause(tokens, at)
    if tokens[last - 1].has("ended") and last - 1 > at:
        return True  # "exam stress is over"
    if tokens[at].text != "stress":
        return False
    near = [t for t in (*before, *behind) if t.text not in {":", "level", "levels", "is"}]
    return any(t.text in _LITTLE for t in near[:2])


def _own(tokens: Sequence[Token], at: int) -> bool:
    """The athlete's own, of now, neither denied nor supposed."""
    before = tokens[at - 1].text if at else ""
    if (
        denied(tokens, (at,))
        or somebody_else(tokens, at, at + 1)
        or before in {"less", "de", "kein"}
    ):
        return False
    start, end = clause(tokens, at)
    return not said_in(tokens, start, at, "suppose") and not said_in(
        tokens, start, end, "past_far", "past_near"
    )


def _suffers(tokens: Sequence[Token], at: int) -> bool:
    start, end = sentence(tokens, at)
    if at and tokens[at - 1].text == "hay":
        return False
    if tokens[at].text == "poorly" and not (at == 0 or tokens[at - 1].text in _FEELS):
        return False  # "slept poorly"
    if at + 1 < len(tokens) and tokens[at + 1].has("kin"):
        return False  # "sick kid"
    if said_in(tokens, start, end, *_EXCUSED) and not tokens[at].has("fever"):
        return False
    first, last = clause(tokens, at)
    if said_in(tokens, first, at, "suppose") or denied(tokens, (at,)):
        return False
    if any(t.text == "negative" for t in tokens[first:at]):
        return False
    if somebody_else(tokens, at, at + 1) or _carried_over(tokens, at):
        return False
    if long_past(tokens, (at,)) or _last_week(tokens, at):
        return False
    return not _over(tokens, at, last, end)


_FEELS = word_set("feel feeling feels felt am im is been bit quite very really a still so too and")


def _last_week(tokens: Sequence[Token], at: int) -> bool:
    first, last = clause(tokens, at)
    start, end = sentence(tokens, at)
    still = any(
        tokens[i].has("since") and not tokens[i - 1].has("well_spot", "well_now", "ended")
        for i in range(start, end)
    )
    return said_in(tokens, first, last, "past_near") and not still


def _carried_over(tokens: Sequence[Token], at: int) -> bool:
    """ "kid is ill, fever 39": the clause before spoke of somebody else, and this one of nobody."""
    first, _ = clause(tokens, at)
    start, _ = sentence(tokens, at)
    if said_in(tokens, first, at, "self", "legs", "pulse"):
        return False
    for place in range(first - 1, start - 1, -1):
        if tokens[place].has("self") and not any(t.has("kin") for t in tokens[place : place + 4]):
            return False
        if tokens[place].has("kin"):
            return said_in(tokens, start, first, "ill", "fever")
    return False


def _over(tokens: Sequence[Token], at: int, last: int, end: int) -> bool:
    """ "the cold is gone"; "nearly gone", "not gone" and "better" are not over."""
    first, _ = clause(tokens, at)
    ahead = tokens[first:at]
    behind_it = any(t.text in {"after", "from"} for t in ahead)
    if behind_it and said_in(ahead, 0, len(ahead), "well_now", "ended"):
        return not said_in(ahead, 0, len(ahead), "neg")  # "all clear after the cold"
    if any(t.text == "over" for t in tokens[max(first, at - 3) : at]):
        return not any(t.text == "getting" for t in tokens[first:at])
    for place in range(at, end):
        if not tokens[place].has("well_now", "ended"):
            continue
        before = tokens[max(first, place - 3) : place]
        spared = place >= last and tokens[place].has("legs")
        if any(t.has("neg") or t.text in _SPARED for t in before):
            return False
        if not spared and (place < last or _about_it(tokens, last, place)):
            return True
    return False


_SPARED = frozenset({"nearly", "almost", "mostly", "getting", "left"})


def _about_it(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Whether "but fine now" after the clause still speaks of the illness, of no other label."""
    between = tokens[start:place]
    return not any(t.has("legs", "sleep", "pulse") or t.has("work") for t in between)


def _temperature(tokens: Sequence[Token], bound: Sequence[Bound]) -> float | None:
    """Degrees Celsius of the athlete's body, the highest told; None if none was."""
    told = [c for item in bound if (c := _celsius(tokens, item)) is not None]
    return max(told) if told else None


def _celsius(tokens: Sequence[Token], item: Bound) -> float | None:
    amount = item.amount
    first, last = clause(tokens, amount.start)
    fever = said_in(tokens, first, last, "fever") or _of_the_fever_before(tokens, item)
    outside = said_in(tokens, first, last, "weather") or _of_the_air(tokens, amount)
    outside = outside or bool({t.text for t in tokens[first : amount.start]} & _TO_COME)
    if outside and not (fever or _my_temperature(tokens, first, amount.start)):
        return None
    named = item.topic is Topic.TEMPERATURE or said_in(tokens, first, last, "temperature")
    named = named or bool({t.text for t in tokens[first:last]} & _SHAKEN)
    value = _body_degrees(tokens, amount, labelled=named or fever)
    value = None if value is None else value + _tenths_behind(tokens, amount)
    pulse = item.topic is Topic.PULSE and not named and not fever
    if value is None or pulse or item.topic in {Topic.SCORE, Topic.SLEEP, Topic.HRV}:
        return None
    if somebody_else(tokens, amount.start, amount.end) or _carried_over(tokens, amount.start):
        return None
    if long_past(tokens, (amount.start,)) or _last_week(tokens, amount.start):
        return None
    over = amount.start and tokens[amount.start - 1].text in {"over", "above", "uber", "sobre"}
    return value + _A_TENTH if over else value


def _my_temperature(tokens: Sequence[Token], first: int, end: int) -> bool:
    """ "Weather is 30 degrees and my temp is 39"."""
    return any(
        tokens[at].text == "my" and tokens[at + 1].has("temperature") for at in range(first, end)
    )


def _of_the_fever_before(tokens: Sequence[Token], item: Bound) -> bool:
    """ "Burning up, 103": the clause before tells of a fever, and this one is the number alone."""
    first, last = clause(tokens, item.amount.start)
    alone = item.topic is None and item.amount.start == first and item.amount.end == last
    if not alone or first < 2 or tokens[first - 1].text not in {",", ".."}:
        return False
    start, _ = clause(tokens, first - 2)
    return said_in(tokens, start, first, "fever", "temperature")


def _of_the_air(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "It's 38 degrees today": no body is spoken of, and no thermometer shows whole degrees."""
    first, last = clause(tokens, amount.start)
    said = {t.text for t in tokens[first:last]}
    degrees = amount.unit is Unit.DEGREES and amount.whole
    return degrees and bool(said & {"its", "it", "feels"}) and bool(said & _OUT_THERE)


_SHAKEN = word_set("shivering shivery shivers chills feverish schuttelfrost escalofrios")
"""Words that make a bare "39" a temperature."""
_TO_COME = word_set("will race course forecast")
"""Words before a temperature that waits outdoors: "race temp will be 39 on Sunday". Behind it, as
in "temp 39 and the race is tomorrow", they are of something else."""
_OUT_THERE = word_set("today here out already later forecast expected tomorrow")


def _body_degrees(tokens: Sequence[Token], amount: Amount, *, labelled: bool) -> float | None:
    value, unit = amount.value, amount.unit
    if len(tokens) == 1 and unit is Unit.PLAIN and not amount.whole:
        labelled = True  # "102.2": no other answer has such a number
    if unit is Unit.FAHRENHEIT or (unit in {Unit.DEGREES, Unit.PLAIN} and 94 <= value <= 109):
        if unit is Unit.PLAIN and not labelled and not _as_a_thermometer(tokens, amount):
            return None
        return round((value - 32) * 5 / 9, 2) if 94 <= value <= 112 else None
    if not 34 <= value <= 43.5:
        return None
    if unit in {Unit.CELSIUS, Unit.DEGREES} or (unit is Unit.PLAIN and labelled):
        return value
    alone = 37.2 <= value < HOTTEST and _as_a_thermometer(tokens, amount)
    return value if alone else None


def _as_a_thermometer(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "38.4", "101.3" by itself: one decimal, and no time, weight or distance is spoken of."""
    token = tokens[amount.start]
    whole, point, tenths = token.text.replace(",", ".").partition(".")
    if token.kind is not Kind.NUMBER or amount.unit is not Unit.PLAIN or amount.low is not None:
        return False
    first, last = clause(tokens, amount.start)
    before = tokens[amount.start - 1].text if amount.start else ""
    things = {t.text for t in tokens[first:last]} & _OF_THINGS
    one = bool(whole and point) and len(tenths) == 1
    return one and not things and before not in _COVERED and not _timed(tokens, amount.start)


def _tenths_behind(tokens: Sequence[Token], amount: Amount) -> float:
    """The 6 of "38°6"."""
    behind = tokens[amount.end : amount.end + 1]
    tenths = amount.unit is Unit.DEGREES and bool(behind) and behind[0].glued
    return behind[0].value / 10 if tenths and behind[0].whole and behind[0].value < 10 else 0.0


_A_TENTH = 0.1
"""What "over 38" is more than 38, at least."""
_COVERED = word_set("ran run rode biked walked vo2 vo2max time pb in split")
_OF_THINGS = word_set("""
    size shoe shoes bib number split splits lap laps rep reps sec seconds km k kilometres week
    weight weigh weighed kg kilo kilos lbs pounds score fm radio miles mi month
    """)


def _timed(tokens: Sequence[Token], at: int) -> bool:
    """ "10k 38.30", "10k pb 38.45": a time over a distance, written with a point."""
    before = at - 1 if at and tokens[at - 1].text in {"pb", "pr", "best", "time"} else at
    return any(span.end == before for span in find_distances(tokens[:before]))


_BELOW = word_set("""
    vomiting vomited vomit puking puked diarrhea diarrhoea nauseous nausea chesty bronchitis
    pneumonia stomach tummy belly throwing threw thrown achy aching aches ache body food
    norovirus gastroenteritis runs trots phlegm flu influenza shivers shivering shivery chills
    durchfall erbrochen kotzen ubelkeit grippe gripe vomitos diarrea upset
    """)
_ABOVE = word_set("""
    sneezing sniffles sniffle sniffly snuffles bunged sore scratchy throat tonsils nose sinus
    sinuses blocked stuffy stuffed runny cold colds a the head schnupfen halsweh erkaltet
    resfriado sinusitis tonsillitis lost my this same
    """)


def _signs(tokens: Sequence[Token], at: Sequence[int], *, fever: bool) -> tuple[SignHeard, ...]:
    """Fever, below the neck, above it only, or ill without more (the neck check of athletes)."""
    said = [tokens[i].text for i in at]
    if fever:
        return (SignHeard(Sign.FEVER, " ".join(said) or "fever"),)
    if not said:
        return ()
    if any(word in _BELOW for word in said) or _chest_cough(tokens):
        return (SignHeard(Sign.BELOW_NECK, " ".join(said)),)
    sign = Sign.HEAD_COLD if all(word in _ABOVE for word in said) else Sign.ILL
    return (SignHeard(sign, " ".join(said)),)


def _chest_cough(tokens: Sequence[Token]) -> bool:
    words = {t.text for t in tokens}
    return "chest" in words and bool(words & {"cough", "coughing", "cold", "infection"})


def _cycle_day(tokens: Sequence[Token], bound: Sequence[Bound]) -> int | None:
    if not any(t.has("period") for t in tokens):
        return None
    for item in bound:
        before = tokens[item.amount.start - 1].text if item.amount.start else ""
        if before in {"day", "tag", "dia"} and item.amount.whole and 1 <= item.amount.value <= 60:
            return int(item.amount.value)
    return None
