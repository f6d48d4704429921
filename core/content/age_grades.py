"""Reads age_grades.toml: one table each for women and men."""

from __future__ import annotations

from core.content.reading import Raw, Table, entries
from core.fitness import AgeTable, AgeTables, Category


def read_age_grades(raw: Raw, file: str) -> AgeTables:
    """Both tables; ContentError where rows and columns do not match."""
    tables = {entry.entry: entry for entry in entries(raw, "table", file)}
    found = {}
    for category in Category:
        if category.value not in tables:
            raise next(iter(tables.values())).fault(f"there is no table {category.value!r}")
        found[category] = _table(tables[category.value])
    return found


def _table(entry: Table) -> AgeTable:
    metres, standards = entry.numbers("metres"), entry.numbers("open")
    rows = tuple(_row(entry.here(at), row, len(metres)) for at, row in entry.steps("factors"))
    table = AgeTable(entry.whole("from_age", most=120), metres, standards, rows)
    entry.done()
    if len(standards) != len(metres) or list(metres) != sorted(set(metres)):
        raise entry.fault("'metres' must rise, with one open standard each")
    return table


def _row(here: Table, row: object, columns: int) -> tuple[float, ...]:
    """One age's factors, in ten-thousandths."""
    if not isinstance(row, list) or len(row) != columns:
        raise here.fault(f"a row has {columns} factors")
    if any(not isinstance(value, int) or not 0 < value <= 10_000 for value in row):
        raise here.fault("factors are whole ten-thousandths")
    return tuple(value / 10_000 for value in row)
