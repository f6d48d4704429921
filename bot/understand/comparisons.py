"""Numbers that are no answer: another day's, a wish, a comparison, or only a difference."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.quantity import Amount, Unit, token_at
from bot.understand.tokens import Kind, Token, word_set

_USUALLY = ("same", "yesterday", "want")


def of_another_time(tokens: Sequence[Token], amount: Amount) -> bool:
    """A value of another day, a wish, or what it is compared with: "50 yesterday", "not 7"."""
    before = tokens[max(0, amount.start - 3) : amount.start]
    cut = next((i for i in range(len(before) - 1, -1, -1) if _parts(before[i])), -1)
    before = before[cut + 1 :]
    if _compared([t.text for t in before], amount) or any(t.has(*_USUALLY) for t in before):
        return True
    behind = tokens[amount.end : amount.end + 2]
    if behind and behind[0].text == "is":
        return False
    return any(t.has("yesterday", "same") for t in behind[:1]) or (
        len(behind) == 2
        and behind[0].text in {"is", "as", "last"}
        and behind[1].has("same", "week")
    )


def _compared(words: Sequence[str], amount: Amount) -> bool:
    """ "than 8", "vs 48", "instead of 7", "up from 48"; but "more than 9", "from 11 to 7" count."""
    last = words[-1] if words else ""
    if last == "than":
        return not (len(words) > 1 and words[-2] in {"less", "more", "fewer"})
    if last == "from":
        return amount.low is None
    return last in {"vs", "versus", "not"} or list(words[-2:]) == ["instead", "of"]


def _parts(token: Token) -> bool:
    return token.kind in {Kind.BREAK, Kind.NUMBER, Kind.CLOCK} or token.text in {
        "(",
        ")",
        "but",
        "got",
        "now",
    }


_AFTER_UP = word_set("from on compared over vs since today to")
_ABOVE = word_set("above below higher lower less over under")


def relative_to(tokens: Sequence[Token], amount: Amount) -> bool:
    """ "up 6", "6 above normal", "+5", "an hour less than usual": a difference, no value."""
    before = token_at(tokens, amount.start - 1).text
    behind, beyond = token_at(tokens, amount.end).text, token_at(tokens, amount.end + 1).text
    if amount.value >= 25:
        return False
    if before in {"down", "+"}:
        return True
    if before == "up":
        return behind in _AFTER_UP
    if behind in _ABOVE:
        return amount.unit is not Unit.CLOCK
    than = beyond in {"than", "from", "on", "above", "higher", "up", "over"}
    return (behind in {"more", "up", "beats"} and than) or (behind == "down" and beyond != "")
