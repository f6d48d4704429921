"""One call of the bot, with its arguments already checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.rehearsal.model.errors import bad_request
from bot.rehearsal.model.files import Upload

ATTACHED = "attach://"


@dataclass(frozen=True, slots=True)
class Ask:
    """`arguments` have the Bot API's names; `uploads` are the files sent along."""

    method: str
    arguments: dict[str, Any]
    uploads: Mapping[str, Upload]

    def get(self, name: str, otherwise: Any = None) -> Any:
        return self.arguments.get(name, otherwise)

    def __getitem__(self, name: str) -> Any:
        return self.arguments[name]

    def file(self, value: Upload | str) -> Upload | str:
        """An upload, whether sent in place or attached; anything else is a file id."""
        if isinstance(value, Upload) or not value.startswith(ATTACHED):
            return value
        name = value.removeprefix(ATTACHED)
        if name not in self.uploads:
            raise bad_request(f"can't find the file {name!r} that the call refers to")
        return self.uploads[name]
