"""Numbers that are no answer: another day's, a wish, a comparison, or only a difference."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.quantity import Amount, Unit, token_at
from bot.understand.sentences import clause
from bot.understand.tokens import Kind, Token, word_set

_USUALLY = ("same", "yesterday", "want")


def of_another_time(tokens: Sequence[Token], amount: Amount) -> bool:
    """A value of another day, a wish, or what it is compared with: "50 yesterday", "not 7"."""
    before = tokens[max(0, amount.start - 3) : amount.start]
    ends = len(before) - 1
    parted = (i for i in range(ends, -1, -1) if _parts(before[i]) or _opens(before, i))
    cut = next(parted, -1)
    before = before[cut + 1 :]
    if _all_of_yesterday(tokens, amount):
        return True
    words = [t.text for t in before]
    told = any(t.has(*_USUALLY) and not _in_passing(before, i) for i, t in enumerate(before))
    if _compared(words, amount) or told:
        return True
    behind = tokens[amount.end : amount.end + 2]
    if behind and behind[0].text == "is":
        return False
    if behind and amount.unit is Unit.HOURS and behind[0].text in _DAYS:
        return True  # "slept 6h friday, 8h last night"
    if len(behind) == 2 and behind[0].text == "on" and behind[1].text in _DAYS:
        return True  # "was 48 on friday"
    return any(t.has("yesterday", "same") for t in behind[:1]) or (
        len(behind) == 2
        and behind[0].text in {"is", "as", "last"}
        and behind[1].has("same", "week")
    )


_DAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")


def _all_of_yesterday(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "Yesterday legs 2 slept 5 hr 60, today ...": a clause that opens with the day before."""
    start, end = clause(tokens, amount.start)
    opens = tokens[start].has("yesterday") and not any(t.has("work") for t in tokens[start:end])
    return opens and any(t.has("now") for t in tokens[end : end + 3])


def _compared(words: Sequence[str], amount: Amount) -> bool:
    """ "than 8", "vs 48", "instead of 7", "up from 48"; but "more than 9", "from 11 to 7" count."""
    last = words[-1] if words else ""
    if last == "than":
        return not (len(words) > 1 and words[-2] in {"less", "more", "fewer"})
    if last == "from":
        return amount.low is None
    return last in {"vs", "versus", "not"} or list(words[-2:]) in _OTHERS


_OTHERS = (["instead", "of"], ["night", "before"])


def _parts(token: Token) -> bool:
    return token.kind in {Kind.BREAK, Kind.NUMBER, Kind.CLOCK} or token.text in {
        "(",
        ")",
        "but",
        "got",
        "now",
        "so",
        "thats",
        "makes",
        "=",
    }


def _opens(before: Sequence[Token], at: int) -> bool:
    """The colon of "all normal: legs 4"; that of "usual: 50" says what 50 is."""
    return before[at].text == ":" and at + 1 < len(before)


def _in_passing(before: Sequence[Token], at: int) -> bool:
    """The "would" of "i would say 3", the "yesterday" of "lower than yesterday at 48"."""
    words = [t.text for t in before]
    said = words[at + 1 : at + 2] == ["say"]
    around = words[max(0, at - 1) : at + 2]
    level = words[at:] in (["normal", "at"], ["baseline", "at"])
    return said or level or around == ["than", "yesterday", "at"]


def _down_from(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "3, down from 4": a value, with the one it was."""
    words = [token_at(tokens, amount.end + n) for n in range(3)]
    return [t.text for t in words[:2]] in (["down", "from"], ["up", "from"]) and (
        words[2].kind is Kind.NUMBER
    )


def _glued_sum(tokens: Sequence[Token], amount: Amount) -> bool:
    """The 3 of "4+3": two stretches of sleep, written as one."""
    first = token_at(tokens, amount.start - 2)
    small = first.kind is Kind.NUMBER and max(first.value, amount.value) <= _MOST_HOURS
    return small and tokens[amount.start].glued and tokens[amount.start - 1].glued


_MOST_HOURS = 12
_AFTER_UP = word_set("from on compared over vs since today to")
_ABOVE = word_set("above below higher lower less over under")


def relative_to(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "up 6", "6 above normal", "+5", "an hour less than usual": a difference, no value."""
    before = token_at(tokens, amount.start - 1).text
    behind, beyond = token_at(tokens, amount.end).text, token_at(tokens, amount.end + 1).text
    if amount.value >= 25 or _down_from(tokens, amount):
        return False
    if before == "+" and amount.unit is Unit.HOURS and amount.start > 1:
        return not token_at(tokens, amount.start - 2).has("u_hour")  # "4h + 2h" is a sum
    if before == "+" and _glued_sum(tokens, amount):
        return False
    if before in {"down", "+"}:
        return True
    if before == "up":
        return behind in _AFTER_UP
    if behind in _ABOVE:
        return amount.unit is not Unit.CLOCK
    than = beyond in {"than", "from", "on", "above", "higher", "up", "over"}
    return (behind in {"more", "up", "beats"} and than) or (behind == "down" and beyond != "")
