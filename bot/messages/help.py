"""/help: every command in one line."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reply import Reply
from bot.text import Text


def listed(commands: Sequence[str], text: Text) -> Reply:
    """All of them, then what words can do."""
    lines = [text("help-line", command=c, what=text(f"menu-{c}")) for c in commands]
    said = [text("help-head"), *lines, "", text("help-words"), f"<i>{text('help-medical')}</i>"]
    return Reply("\n".join(said))
