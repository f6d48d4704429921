"""Reads cues.toml: what to think of while running, one thing at a time."""

from __future__ import annotations

from core.content.reading import Raw, Table, entries
from core.routine import Cue, CueTopic


def read_cues(raw: Raw, file: str) -> tuple[Cue, ...]:
    """Every cue in the order of the file."""
    return tuple(_cue(entry) for entry in entries(raw, "cue", file))


def _cue(entry: Table) -> Cue:
    cue = Cue(entry.entry, entry.choice("topic", CueTopic), entry.texts("meets"))
    entry.done()
    return cue
