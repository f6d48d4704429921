"""Reads notes.toml: what a coach says by the way, with the days it belongs to."""

from __future__ import annotations

from core.content.reading import Raw, Table, entries
from core.content.words import require_words
from core.notes import About, Note


def read_notes(raw: Raw, file: str) -> tuple[Note, ...]:
    """Every note in the order of the file."""
    return tuple(_note(entry) for entry in entries(raw, "note", file))


def _note(entry: Table) -> Note:
    note = Note(entry.entry, entry.choices("about", About), entry.texts("meets"))
    if not note.about:
        raise entry.fault("'about' must not be empty")
    require_words(entry, ("text", "source"))
    entry.done()
    return note
