"""A Text that remembers what it was asked to say, and what a case of the golden texts is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.reply import Reply
from bot.text import Fact, Text, Tongue, bundle

Case = Callable[[Text], Reply]
Cases = Mapping[str, Case]
"""Name → what makes the reply; the name is the file's."""


class Recording(Text):
    """Says everything as Text does, and keeps the ids and the content's keys that it said."""

    def __init__(self, tongue: Tongue, words: Mapping[str, str]) -> None:
        super().__init__(tongue, bundle(tongue.locale), words)
        self.said: set[str] = set()
        self.quoted: set[str] = set()

    def __call__(self, message: str, /, **facts: Fact) -> str:
        self.said.add(message)
        return super().__call__(message, **facts)

    def content(self, key: str) -> str:
        self.quoted.add(key)
        return super().content(key)
