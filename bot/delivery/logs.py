"""Logging without secrets: one filter that no token and no password gets through."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Sequence

HIDDEN = "<hidden>"
# A bot's token wherever it stands, and user:password in any URL.
_SECRETS = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}|(?<=://)[^/\s:@]*:[^/\s@]*(?=@)")
_QUIET = (
    "aiohttp.access",
    "aiosqlite",
    "alembic.runtime.plugins",
    "apscheduler",
    "httpx",
    "telegram.ext.Application",
    "telegram.ext.ExtBot",
)
"""Libraries that say at INFO what they say at every beat, and at DEBUG what people have said."""


class Redacting(logging.Filter):
    """Hides secrets in a record's text, its error and its stack; lets every record through."""

    def __init__(self, secrets: Sequence[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)
        self._errors = logging.Formatter()

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self.hide(record.getMessage()), None
        if record.exc_info:
            # A formatter prefers this text to the error, so the error itself is never written.
            record.exc_text = self.hide(self._errors.formatException(record.exc_info))
        if record.stack_info:
            record.stack_info = self.hide(record.stack_info)
        return True

    def hide(self, text: str) -> str:
        """The text without the secrets that were told and without what looks like one."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        return _SECRETS.sub(HIDDEN, text)


def set_up(level: str, secrets: Sequence[str] = ()) -> None:
    """Log to standard error at this level, everything through the filter."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.addFilter(Redacting(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
