"""Reads decisions.toml: the rows of the decision table, and the numbers beside them."""

from __future__ import annotations

from core.adjust import Becomes, DecisionTable, DownWeek, Kind, Offer, Row, Stage, When
from core.content.reading import Raw, Table, entries
from core.plan import Phase
from core.readiness import Colour
from core.safety import Allowed
from core.workout import Focus

_HALF_UNDONE = {Offer.UNDO, Offer.KEEP_AS_PLANNED}
_OF_STAGE = {Stage.GATE: "allowed", Stage.WEATHER: "celsius", Stage.ANSWERS: "colours"}
"""Each stage asks for its own condition, weather also for a danger; the others may not."""


def read_decisions(raw: Raw, file: str) -> DecisionTable:
    """The whole table; ContentError for a row that could never hold or that undoes a gate."""
    numbers = Table(raw, file, "numbers").table("numbers")
    table = DecisionTable(
        rows=tuple(_row(entry) for entry in entries(raw, "decision", file)),
        meant=_meant(numbers),
        harder_by=numbers.whole("harder_by", least=1, most=5),
        down_week=_down_week(numbers),
        ask_why_after=numbers.whole("ask_why_after", least=2, most=14),
        doctor_after=numbers.whole("doctor_after", least=7, most=28),
    )
    numbers.done()
    return table


def _row(entry: Table) -> Row:
    stage = entry.choice("stage", Stage)
    row = Row(
        key=entry.entry,
        stage=stage,
        becomes=entry.choice("becomes", Becomes),
        source=entry.text("source"),
        kinds=entry.choices("kinds", Kind, ()),
        colours=entry.choices("colours", Colour, ()),
        allowed=entry.choices("allowed", Allowed, ()),
        when=entry.choices("when", When, ()),
        phases=entry.choices("phases", Phase, ()),
        celsius=entry.number("celsius", most=60) if "celsius" in entry else None,
        share=entry.number("share", 1.0, least=0.1, most=1.0),
        minutes=_minutes(entry),
        moves=entry.flag("moves", default=False),
        effort=entry.flag("effort", default=False),
        warm_up_decides=entry.flag("warm_up_decides", default=False),
        offers=entry.choices("offers", Offer, ()),
    )
    entry.done()
    _check(entry, row)
    return row


def _minutes(entry: Table) -> tuple[int, int] | None:
    found = entry.wholes("minutes", ())
    if not found:
        return None
    if len(found) != 2 or not 0 < found[0] <= found[1]:
        raise entry.fault("'minutes' must be a range like [20, 30]")
    return found[0], found[1]


def _check(entry: Table, row: Row) -> None:
    for stage, field in _OF_STAGE.items():
        if field in entry and stage is not row.stage:
            raise entry.fault(f"{field!r} belongs to the stage {stage.value!r}")
    danger = When.DANGER_OUTDOORS in row.when
    if danger and row.stage is not Stage.WEATHER:
        raise entry.fault("a danger outdoors belongs to the stage 'weather'")
    if row.stage is not Stage.ANSWERS and _OF_STAGE[row.stage] not in entry and not danger:
        raise entry.fault(f"the stage {row.stage.value!r} asks for {_OF_STAGE[row.stage]!r}")
    if row.stage is Stage.GATE and _HALF_UNDONE & set(row.offers):
        raise entry.fault("a gate offers neither undo nor keep-as-planned")
    if row.becomes in {Becomes.EASY, Becomes.WALK} and row.minutes is None:
        raise entry.fault(f"{row.becomes.value!r} needs its minutes")
    if row.becomes in {Becomes.SHORTER, Becomes.FEWER_REPS} and row.share == 1.0:
        raise entry.fault(f"{row.becomes.value!r} needs a share below 1")


def _meant(numbers: Table) -> dict[Focus, int]:
    """What every focus means as RPE; none may be missing."""
    table = numbers.table("meant")
    meant = {focus: table.whole(focus.value, least=1, most=10) for focus in Focus}
    table.done()
    return meant


def _down_week(numbers: Table) -> DownWeek:
    table = numbers.table("down_week")
    earned = []
    for step, value in table.steps("earned"):
        pair = table.at(step, value)
        earned.append(
            (pair.whole("mornings", least=2, most=14), pair.whole("within", least=2, most=14))
        )
        pair.done()
    week = DownWeek(
        earned=tuple(earned),
        share=table.number("share", least=0.5, most=0.95),
        days=table.whole("days", least=3, most=14),
    )
    table.done()
    return week
