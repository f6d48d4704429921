"""Numbers with their units: hours, clocks, beats, degrees, "4 out of 5", and all the others."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.clockwords import as_minutes, clock_words, half_of_day, oclock, on_half
from bot.understand.quantity import Amount, Unit, token_at
from bot.understand.ranges import join_ranges
from bot.understand.tokens import Kind, Token


def read_amounts(tokens: Sequence[Token]) -> list[Amount]:
    """All amounts in order, ranges joined."""
    amounts: list[Amount] = []
    at = 0
    while at < len(tokens):
        amount = clock_words(tokens, at) or _simple(tokens, at)
        if amount is None:
            at += 1
            continue
        amounts.append(amount)
        at = amount.end
    return join_ranges(tokens, amounts)


def _simple(tokens: Sequence[Token], at: int) -> Amount | None:
    token = tokens[at]
    if token.text in _STARS:
        return _stars(tokens, at)
    if token.kind is Kind.DATE:
        return Amount(at, at + 1, 0, Unit.OTHER)
    if token.kind is Kind.CLOCK:
        return _clock(tokens, at)
    if token.kind is Kind.RATIO:
        return _ratio(tokens, at)
    if token.kind is Kind.NUMBER:
        return _with_unit(tokens, at)
    return None


_STARS = frozenset("⭐★🌟")


def _stars(tokens: Sequence[Token], at: int) -> Amount:
    """A row of stars, out of five."""
    end = at
    while token_at(tokens, end).text in _STARS:
        end += 1
    return Amount(at, end, end - at, Unit.OUT_OF if end - at <= 5 else Unit.OTHER, of=5)


def _clock(tokens: Sequence[Token], at: int) -> Amount:
    value, follows = tokens[at].value, token_at(tokens, at + 1)
    if follows.has("u_hour"):
        return Amount(at, at + 2, value / 60, Unit.HOURS)
    if half := half_of_day(tokens, at + 1):
        return Amount(at, half[1], on_half(value, half[0]), Unit.CLOCK, exact_half=True)
    paced = follows.text == "/" and token_at(tokens, at + 2).has("u_other")
    if value >= 24 * 60 or paced or _ran(tokens, at) or tokens[at].text.count(":") == 2:
        return Amount(at, at + 1, value, Unit.OTHER)
    exact = value >= 13 * 60 or tokens[at].text.startswith("0")
    return Amount(at, at + 1, value, Unit.CLOCK, exact_half=exact)


def _ran(tokens: Sequence[Token], at: int) -> bool:
    """ "16 km in 1:40", "10k 1:02": the time of a run, and no night."""
    before = token_at(tokens, at - 1)
    if before.text == "in":
        before = token_at(tokens, at - 2)
    return before.text in _LENGTHS


def _ratio(tokens: Sequence[Token], at: int) -> Amount:
    token = tokens[at]
    known = token.of in {5, 10, 100} and token.value <= token.of
    return Amount(at, at + 1, token.value, Unit.OUT_OF if known else Unit.OTHER, of=token.of)


def _with_unit(tokens: Sequence[Token], at: int) -> Amount:
    value = tokens[at].value
    amount = _rated(tokens, at) or _timed(tokens, at) or _measured(tokens, at)
    if amount is not None:
        return amount
    if _is_other(tokens, at):
        return Amount(at, at + 1, value, Unit.OTHER)
    return _adjective_between(tokens, at) or Amount(at, at + 1, value)


def _rated(tokens: Sequence[Token], at: int) -> Amount | None:
    """ "8 out of 10", "2 of 5", "90 %", "4 stars"."""
    value, then = tokens[at].value, token_at(tokens, at + 1)
    if (scaled := _on_scale(tokens, at)) is not None:
        return scaled
    if _out_of(tokens, at + 1):
        of = tokens[at + 3].value
        return Amount(at, at + 4, value, Unit.OUT_OF if value <= of else Unit.OTHER, of=of)
    of = token_at(tokens, at + 2).value
    if then.text in {"of", "von", "de"} and of in {5, 10} and value <= 10:
        return Amount(at, at + 3, value, Unit.OUT_OF, of=of)
    if then.text in {"%", "percent"} and value <= 100:
        return Amount(at, at + 2, value, Unit.OUT_OF, of=100)
    if then.text in {"star", "stars", "sterne"}:
        return Amount(at, at + 2, value, Unit.OUT_OF, of=5)
    return None


def _on_scale(tokens: Sequence[Token], at: int) -> Amount | None:
    """ "Out of 10: legs 6": a scale named before its number, which is no number of its own."""
    if _out_of(tokens, at - 2):
        return Amount(at, at + 1, tokens[at].value, Unit.OTHER)
    for opens in range(at - 4, max(-1, at - _SCALED), -1):
        if not _out_of(tokens, opens):
            continue
        of, between = tokens[opens + 2].value, tokens[opens + 3 : at]
        if of not in {5, 10, 100}:
            continue
        free = token_at(tokens, opens - 1).kind is not Kind.NUMBER
        if free and tokens[at].value <= of and all(t.kind is not Kind.NUMBER for t in between):
            return Amount(at, at + 1, tokens[at].value, Unit.OUT_OF, of=of)
    return None


_SCALED = 8


def _timed(tokens: Sequence[Token], at: int) -> Amount | None:
    """ "10 pm", "7 o'clock", "7 hours 20"."""
    value, then = tokens[at].value, token_at(tokens, at + 1)
    half = half_of_day(tokens, at + 1) if value <= 24 else None
    if half is not None:
        minute = on_half(as_minutes(value), half[0])
        return Amount(at, half[1], minute, Unit.CLOCK, exact_half=True)
    if then.has("oclock") and value <= 24:
        return oclock(tokens, at)
    if then.has("u_hour") and not (then.text == "hr" and _a_rate(tokens, at)):
        return _hours(tokens, at)
    return None


def _a_rate(tokens: Sequence[Token], at: int) -> bool:
    """Whether the "hr" behind the number is a label of its own: "legs 3 hr 53", "52 hr"."""
    if tokens[at].value >= 25:
        return True
    near = tokens[max(0, at - 2) : at]
    labelled = any(t.has("legs") for t in near) and tokens[at].value <= 5
    return labelled and token_at(tokens, at + 2).kind is Kind.NUMBER


def _measured(tokens: Sequence[Token], at: int) -> Amount | None:
    """ "54 bpm", "62 ms", "38.5 °C", "101F", "10k"."""
    value, then = tokens[at].value, token_at(tokens, at + 1)
    for tag, unit in _UNITS.items():
        low, high = _BODY.get(tag, _ANY)
        apart = low <= value <= high and not (tag == "u_c" and value == int(value))
        if then.has(tag) and (then.glued or apart):
            return Amount(at, _unit_end(tokens, at + 2), value, unit)
    if not then.has("u_degree"):
        return None
    scale = token_at(tokens, at + 2)
    for tag, unit in (("u_c", Unit.CELSIUS), ("u_f", Unit.FAHRENHEIT)):
        if scale.has(tag):
            return Amount(at, at + 3, value, unit)
    return Amount(at, at + 2, value, Unit.DEGREES)


_ANY = (0.0, 1e12)
_BODY = {"u_c": (34.0, 43.5), "u_f": (94.0, 112.0)}
"""A letter apart from its number is a scale only at a body's temperature ("39 C" is weather)."""
_UNITS = {
    "u_min": Unit.MINUTES,
    "u_beats": Unit.BEATS,
    "u_ms": Unit.MS,
    "u_c": Unit.CELSIUS,
    "u_f": Unit.FAHRENHEIT,
    "u_other": Unit.OTHER,
}


def _unit_end(tokens: Sequence[Token], at: int) -> int:
    """Past "per minute" or "a minute" of beats."""
    if token_at(tokens, at).text in {"per", "a", "/"} and token_at(tokens, at + 1).has("u_min"):
        return at + 2
    return at


def _out_of(tokens: Sequence[Token], at: int) -> bool:
    return (
        token_at(tokens, at).text == "out"
        and token_at(tokens, at + 1).text == "of"
        and token_at(tokens, at + 2).kind is Kind.NUMBER
    )


def _is_other(tokens: Sequence[Token], at: int) -> bool:
    """Ordinals, dates, "#3", "x3", "10k in 52", and numbers too large for any answer."""
    then, before = token_at(tokens, at + 1), token_at(tokens, at - 1)
    hot = any(t.has("fever") for t in tokens[max(0, at - 4) : at])
    vague = then.text == "something" and not hot
    raced_far = tokens[at].text in {"21.1", "21,1", "42.2", "42,2", "42.195", "21.0975"} and not hot
    ordinal = then.glued and then.text in {"st", "nd", "rd", "th", "s"}
    dated = then.has("month") or before.has("month")
    counted = before.text in {"#", "x"} or (
        then.text in {"x", "-"} and token_at(tokens, at + 2).has("u_other")
    )
    raced = before.text == "in" and _ran(tokens, at)
    money = before.text in {"$", "£", "€"} or then.text in {"$", "£", "€"}
    return (
        ordinal
        or vague
        or raced_far
        or dated
        or counted
        or money
        or raced
        or (tokens[at].value >= 1000 and not _hhmm(tokens[at]))
    )


_LENGTHS = {"k", "km", "kms", "mi", "mile", "miles", "half", "marathon", "parkrun"}


def _hhmm(token: Token) -> bool:
    return len(token.text) == 4 and token.value % 100 < 60 and token.value < 2400


def _adjective_between(tokens: Sequence[Token], at: int) -> Amount | None:
    """ "3 large beers", "7 broken hours": one plain word between a number and its unit."""
    between, unit = token_at(tokens, at + 1), token_at(tokens, at + 2)
    if between.kind is not Kind.WORD or between.has(*_LABELS):
        return None
    if unit.has("u_hour") and unit.text not in {"hr", "h"}:
        return Amount(at, at + 3, tokens[at].value, Unit.HOURS)
    if (
        unit.has("u_other")
        and unit.text not in {"x", "k", "mi", "w"}
        and between.text not in _LINKS
    ):
        return Amount(at, at + 1, tokens[at].value, Unit.OTHER)
    return None


_LABELS = ("legs", "sleep", "pulse", "hrv", "neg", "but")
_LINKS = {
    "and",
    "or",
    "to",
    "after",
    "for",
    "in",
    "from",
    "with",
    "on",
    "at",
    "before",
    "my",
    "the",
    "this",
    "no",
}


_ANDS = frozenset({"and", "n", "y", "und", "&"})
_HALVES = frozenset({"half", "media", "halb"})
_PARTS = _HALVES | {"quarter", "cuarto"}


def _hours(tokens: Sequence[Token], at: int) -> Amount:
    """ "7h30", "7 hr 20 min", "7 hours and a half", and "7 hr 50" with its tail."""
    value, unit = tokens[at].value, tokens[at + 1]
    after = at + 2 if token_at(tokens, at + 2).text not in _ANDS else at + 3
    more, beyond = token_at(tokens, after), token_at(tokens, after + 1)
    if more.text in _PARTS or (more.text == "a" and beyond.text in _PARTS):
        half = bool(_HALVES & {more.text, beyond.text})
        return Amount(
            at, after + (2 if more.text == "a" else 1), value + (0.5 if half else 0.25), Unit.HOURS
        )
    if more.kind is Kind.NUMBER and more.whole and more.value < 60:
        if beyond.has("u_min"):
            return Amount(at, after + 2, value + more.value / 60, Unit.HOURS)
        if more.glued and unit.glued:
            return Amount(at, after + 1, value + more.value / 60, Unit.HOURS)
        free = not beyond.has("u_beats", "u_other", "u_ms", "pulse") and beyond.text not in {
            "-",
            "/",
        }
        if after == at + 2 and free and not more.has("label"):
            return Amount(at, after + 1, value, Unit.HOURS, tail=more.value)
    if more.kind is Kind.RATIO and 0 < more.value < more.of <= 4:
        return Amount(at, after + 1, value + more.value / more.of, Unit.HOURS)
    return Amount(at, at + 2, value, Unit.HOURS)
