"""/export and /forget."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.reply import Button, File, Reply
from bot.text import Text

TOPIC = "export"
FILE_NAME = "nextgear-export.json"


def exported(text: Text, document: bytes) -> Reply:
    """The file and a line about it."""
    return Reply(file=File(FILE_NAME, document, text("export-done")))


def ask(text: Text) -> Reply:
    """Asked once, then it is done."""
    rows = (
        (Button(text("button-forget"), pack(TOPIC, "forget")),),
        (Button(text("button-keep-all"), pack(TOPIC, "keep")),),
    )
    return Reply(text("forget-ask"), rows)


def forgotten(text: Text, code: str, until: date) -> Reply:
    """It is gone, and until when backups still hold it."""
    return Reply(text(code, until=text.full_day(until)))
