"""Fitness that training or a break has moved: told, refused, and taken after all."""

from __future__ import annotations

from bot.messages import renewal
from tests.messages.recording import Cases

SESSIONS = "2026-11-10=5,2026-11-17=6,2026-11-24=5"
UP = {"moved": "training", "moved_on": "2026-11-24", "without": 41.5, "with": 42.5}
DOWN = {**UP, "with": 40.5, "evidence": "2026-11-17=9,2026-11-24="}
BREAK = {**UP, "moved": "break", "with": 40.6, "days": 12}

CASES: Cases = {
    "up": lambda text: renewal.told({**UP, "evidence": SESSIONS}, text),
    "down": lambda text: renewal.told(DOWN, text),
    "break": lambda text: renewal.told(BREAK, text),
    "kept": lambda text: renewal.kept({**UP, "evidence": SESSIONS}, text),
}
