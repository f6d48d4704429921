"""/export and /forget."""

from __future__ import annotations

from datetime import date

from bot.messages import export
from tests.messages.recording import Cases

CASES: Cases = {
    "file": lambda text: export.exported(text, b"{}"),
    "ask": export.ask,
    "forgotten": lambda text: export.forgotten(text, "forget-done", date(2026, 12, 10)),
    "was-nothing": lambda text: export.forgotten(text, "forget-nothing", date(2026, 12, 10)),
}
