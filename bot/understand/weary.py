"""Being tired and no more: "so tired today", which is neither legs nor sleep until it is asked."""

from __future__ import annotations

from bot.understand.reading import read_tokens, with_phrases, without_figures
from bot.understand.sentences import denied
from bot.understand.tokens import word_set

_WORN = word_set("""
    tired sleepy exhausted awful terrible rough slow poor empty flat spent beat bad crap rubbish
    knackered shattered wrecked destroyed drained weary fatigued tiredness fatigue lousy grim
    """)
_FEW = 10
"""Tokens of a message that tells nothing else (ours)."""


def is_weary(text: str) -> bool:
    """Whether a short message tells of being tired and of nothing else."""
    tokens = with_phrases(without_figures(read_tokens(text)))
    felt = [at for at, token in enumerate(tokens) if token.text in _WORN]
    asks = any(token.text == "?" for token in tokens)
    return bool(felt) and not asks and len(tokens) <= _FEW and not denied(tokens, felt[:1])
