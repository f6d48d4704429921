"""Reads routines.toml and drills.toml: exercises, and the routines made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.athlete import Kit, Spot
from core.content.reading import ContentError, Raw, Table, entries, refuse_twins
from core.routine import Amount, Block, Exercise, Item, Measure, Routine, RoutineKind, Routines

_AMOUNT = re.compile(
    r"(?:(?P<sets>\d+) x )?(?P<least>\d+)(?:-(?P<most>\d+))?(?: (?P<unit>s|min|m))?(?P<each> each)?"
)
_UNIT = {"s": Measure.SECONDS, "min": Measure.MINUTES, "m": Measure.METRES, None: Measure.REPS}


def read_routines(raw: Raw, file: str) -> Routines:
    """One file's exercises and routines; what they say of each other `check_routines` checks."""
    exercises = [_exercise(entry) for entry in entries(raw, "exercise", file)]
    blocks = {entry.entry: entry for entry in entries(raw, "block", file)}
    routines = tuple(_routine(entry, blocks) for entry in entries(raw, "routine", file))
    used = {block.key for routine in routines for block in routine.blocks}
    if unused := sorted(set(blocks) - used):
        raise ContentError("no routine has this block", file=file, entry=unused[0])
    tight = tuple(_tight(entry) for entry in entries(raw, "tight", file)) if "tight" in raw else ()
    return Routines({exercise.key: exercise for exercise in exercises}, routines, tight)


def _tight(entry: Table) -> Spot:
    entry.done()
    return Table({"key": entry.entry}, entry.file, entry.entry).choice("key", Spot)


def _exercise(entry: Table) -> Exercise:
    exercise = Exercise(
        key=entry.entry,
        kit=entry.choices("kit", Kit, ()),
        not_with=entry.choices("not_with", Spot, ()),
        instead=entry.text("instead", ""),
        without=entry.text("without", ""),
        amount=_amount(entry, entry.text("amount")) if "amount" in entry else None,
        helps=entry.choices("helps", Spot, ()),
        static=entry.flag("static", default=False),
    )
    entry.done()
    if exercise.instead and not exercise.not_with:
        raise entry.fault("'instead' stands in for what 'not_with' forbids, and nothing is")
    if exercise.without and not exercise.kit:
        raise entry.fault("'without' stands in where 'kit' lacks, and none is needed")
    return exercise


def _routine(entry: Table, blocks: dict[str, Table]) -> Routine:
    named = entry.texts("blocks")
    for name in named:
        if name not in blocks:
            raise entry.fault(f"there is no [[block]] {name!r}")
    routine = Routine(
        key=entry.entry,
        kind=entry.choice("kind", RoutineKind),
        minutes=entry.whole("minutes", least=1, most=60),
        blocks=tuple(_block(blocks[name]) for name in named),
        kit=entry.choices("kit", Kit, ()),
        meets=entry.texts("meets"),
    )
    entry.done()
    return routine


def _block(entry: Table) -> Block:
    minutes = entry.wholes("minutes")
    if len(minutes) != 2 or not 0 < minutes[0] <= minutes[1]:
        raise entry.fault("'minutes' must be a range like [2, 3]")
    items = tuple(_item(entry, step, value) for step, value in entry.steps("items"))
    entry.done()
    return Block(entry.entry, (minutes[0], minutes[1]), items)


def _item(entry: Table, step: str, value: object) -> Item:
    """ "bridge: 15", "squat: 3 x 6", "leg-swing-front: 20 each", "pigeon: 30-45 s each"."""
    at = Table({}, entry.file, entry.entry, step)
    if not isinstance(value, str):
        raise at.fault(f"{value!r} must be text in quotes")
    name, _, amount = value.partition(": ")
    return Item(name, _amount(at, amount))


def _amount(at: Table, text: str) -> Amount:
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise at.fault(f"{text!r} must be an amount like '15', '3 x 6' or '30-45 s each'")
    least = int(found["least"])
    try:
        return Amount(
            measure=_UNIT[found["unit"]],
            least=least,
            most=int(found["most"] or least),
            sets=int(found["sets"] or 1),
            each_side=found["each"] is not None,
        )
    except ValueError as error:
        raise at.fault(str(error)) from error


def joined_routines(parts: Iterable[Routines], file: str) -> Routines:
    """All files' routines as one, checked: every name means something, nothing is held cold."""
    parts = tuple(parts)
    refuse_twins(tuple(key for part in parts for key in part.exercises), file)
    refuse_twins(tuple(routine.key for part in parts for routine in part.routines), file)
    whole = Routines(
        {key: exercise for part in parts for key, exercise in part.exercises.items()},
        tuple(routine for part in parts for routine in part.routines),
        tuple(spot for part in parts for spot in part.tight),
    )
    for spot in whole.tight:
        if not any(spot in exercise.helps for exercise in whole.exercises.values()):
            raise ContentError("no exercise helps there", file=file, entry=spot)
    for exercise in whole.exercises.values():
        _check_exercise(exercise, whole, file)
    for routine in whole.routines:
        _check_routine(routine, whole, file)
    return whole


def _check_exercise(exercise: Exercise, whole: Routines, file: str) -> None:
    for field, name in (("instead", exercise.instead), ("without", exercise.without)):
        if name and name not in whole.exercises:
            reason = f"{field!r} names {name!r}, which is no exercise"
            raise ContentError(reason, file=file, entry=exercise.key)
    if exercise.instead:
        stand_in = whole.exercises[exercise.instead]
        if both := [spot for spot in exercise.not_with if spot in stand_in.not_with]:
            reason = f"{stand_in.key!r} cannot stand in: it is forbidden for {both[0].value!r} too"
            raise ContentError(reason, file=file, entry=exercise.key)


def _check_routine(routine: Routine, whole: Routines, file: str) -> None:
    warm = {RoutineKind.PRE_RUN, RoutineKind.SPRINT_WARM_UP, RoutineKind.STRENGTH_WARM_UP}
    for place, item in enumerate(routine.items(), start=1):
        step = str(place)
        if item.exercise not in whole.exercises:
            reason = f"{item.exercise!r} is no exercise"
            raise ContentError(reason, file=file, entry=routine.key, step=step)
        if routine.kind in warm and whole.exercises[item.exercise].static:
            reason = f"{item.exercise!r} is a static hold, never for cold muscles (R216)"
            raise ContentError(reason, file=file, entry=routine.key, step=step)
