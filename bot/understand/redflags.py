"""Every sign of a message in one call: red flags, fever and illness; safe to ask of any text."""

from __future__ import annotations

from bot.understand.amounts import read_amounts
from bot.understand.binding import bind
from bot.understand.health import read_health
from bot.understand.labels import find_labels
from bot.understand.reading import read_tokens, with_phrases, without_figures
from bot.understand.signs import SignHeard, asked_about, doubt_of, sign_tokens, signs_in


def read_signs(text: str) -> tuple[SignHeard, ...]:
    """What the message tells of coaching.md section 1, in any state and any wording."""
    words = read_tokens(text)
    tokens = with_phrases(without_figures(words))
    amounts = read_amounts(tokens)
    health = read_health(tokens, bind(tokens, amounts, find_labels(tokens, amounts)))
    return (*signs_in(with_phrases(words)), *health.signs)


def read_doubt(text: str) -> SignHeard | None:
    """What may be a grave sign, or is only asked about, of a message that tells none for sure."""
    tokens = sign_tokens(text)
    return doubt_of(tokens) or asked_about(tokens)
