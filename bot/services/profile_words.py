"""What words answer to a setting that is being changed."""

from __future__ import annotations

from typing import Any

from bot.outcome import Outcome, Said
from bot.storage.athletes import Account


def read_setting(name: str, text: str, account: Account) -> dict[str, Any] | Outcome:
    """TEMPORARY until the grammars are here."""
    return Outcome("profile", Said.ASK_AGAIN, "sorry-choose")
