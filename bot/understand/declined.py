"""What an athlete would rather not answer, did not measure, or does not know."""

from __future__ import annotations

from collections.abc import Sequence

from bot.understand.heard import Asked, Field
from bot.understand.labels import Label, Topic
from bot.understand.sentences import clause
from bot.understand.tokens import Kind, Token, word_set

_THREE = (Field.LEGS, Field.SLEEP, Field.PULSE)
_FIELDS = {
    Topic.LEGS: Field.LEGS,
    Topic.SLEEP: Field.SLEEP,
    Topic.PULSE: Field.PULSE,
    Topic.HRV: Field.HRV,
}
_SHORT = frozenset({"skip", "pass", "skipped", "skipping", "na", "nada", "paso", "unknown"})
"""Words that decline only where they stand by themselves: "skip today's run" is a wish."""
_SHORT_MOST = 2
_ALL_OF_IT = word_set("""
    all everything of it the rest this these that one questions question please them both
    """)


def read_declined(
    tokens: Sequence[Token], labels: Sequence[Label], answered: set[Field], asked: Asked | None
) -> set[Field]:
    """The fields declined and not answered all the same."""
    declined: set[Field] = set()
    for at, token in enumerate(tokens):
        if not token.has("decline"):
            continue
        start, end = clause(tokens, at)
        if token.text in _SHORT and _busy(tokens[start:end]):
            continue
        named = {
            _FIELDS[label.topic]
            for label in labels
            if start <= label.at < end and label.topic in _FIELDS
        }
        declined |= named or ({Field(asked.value)} if asked else set(_THREE))
    if asked and not declined and _nothing_said(tokens):
        declined.add(Field(asked.value))
    return declined - answered


def _busy(part: Sequence[Token]) -> bool:
    words = [t for t in part if t.kind is Kind.WORD and t.text not in _ALL_OF_IT]
    return len(words) > _SHORT_MOST or any(t.has("work") for t in words)


_NOTHING = frozenset({"none", "whatever", "no", "-", "nothing", "nope", "nein", "keine"})
_POLITE = frozenset({"thanks", "thank", "you", "sorry", "ta"})


def _nothing_said(tokens: Sequence[Token]) -> bool:
    """Only "none", "no" or a dash, to an open question."""
    said = [t for t in tokens if t.kind is not Kind.BREAK]
    declining = any(t.text in _NOTHING for t in said)
    return declining and all(t.text in _NOTHING or t.text in _POLITE for t in said)
