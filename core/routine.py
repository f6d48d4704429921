"""Exercises and routines: mobility, strength, drills; chosen by time, kit and what is sore."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from core.athlete import Kit, Spot


class RoutineKind(StrEnum):
    """What a routine is for."""

    PRE_RUN = "pre-run"
    POST_RUN = "post-run"
    MOBILITY = "mobility"
    BAND = "band"
    STRENGTH = "strength"
    STRENGTH_WARM_UP = "strength-warm-up"
    PLYOMETRICS = "plyometrics"
    PREHAB = "prehab"
    DRILLS = "drills"
    SPRINT_WARM_UP = "sprint-warm-up"
    RESET = "reset"


class Measure(StrEnum):
    """What an amount counts."""

    REPS = "reps"
    SECONDS = "seconds"
    MINUTES = "minutes"
    METRES = "metres"


class Dose(StrEnum):
    """How heavy a strength day is: a newcomer's four weeks are light, near a race it is short."""

    FULL = "full"
    LIGHT = "light"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class Amount:
    """`least` to `most` of a measure, in so many sets, on each side or once."""

    measure: Measure
    least: int
    most: int
    sets: int = 1
    each_side: bool = False

    def __post_init__(self) -> None:
        if not 0 < self.least <= self.most or self.sets < 1:
            raise ValueError("an amount runs upwards from one, in at least one set")


@dataclass(frozen=True, slots=True)
class Exercise:
    """One movement; its words are under exercise/<key>/. `kit` is any of which is needed.

    `not_with`: sore spots that forbid it, then `instead` stands in; `without` where the kit lacks;
    `amount`: its own, where it stands in for one that is counted otherwise; `helps`: tight spots it
    is good for; `static`: a hold, never on cold muscles (R216).
    """

    key: str
    kit: tuple[Kit, ...] = ()
    not_with: tuple[Spot, ...] = ()
    instead: str = ""
    without: str = ""
    amount: Amount | None = None
    helps: tuple[Spot, ...] = ()
    static: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One exercise with its amount in a routine."""

    exercise: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Block:
    """Items done one after the other, in so many minutes; words under block/<key>/."""

    key: str
    minutes: tuple[int, int]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Routine:
    """Blocks in order; its words are under routine/<key>/. `kit` is any of which is needed.

    `replaced` are the exercises that a sore spot took out, in their order.
    """

    key: str
    kind: RoutineKind
    minutes: int
    blocks: tuple[Block, ...]
    kit: tuple[Kit, ...] = ()
    meets: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()

    def items(self) -> Iterator[Item]:
        """Every item in order."""
        for block in self.blocks:
            yield from block.items


@dataclass(frozen=True, slots=True)
class Routines:
    """Every exercise by key, every routine in the order of the files, and the spots that have words
    about being tight (R218).
    """

    exercises: Mapping[str, Exercise]
    routines: tuple[Routine, ...]
    tight: tuple[Spot, ...] = ()

    def __getitem__(self, key: str) -> Routine:
        return next(routine for routine in self.routines if routine.key == key)


def choose(
    routines: Routines,
    *,
    kind: RoutineKind,
    minutes: int | None = None,
    spots: Collection[Spot] = (),
    kit: Collection[Kit] = (),
    dose: Dose = Dose.FULL,
) -> Routine | None:
    """The routine of a kind for this athlete, forbidden steps replaced; None where none fits.

    Of those that fit into `minutes` the longest, else the shortest there is; one that uses the kit
    at hand goes before one that needs none.
    """
    usable = [r for r in routines.routines if r.kind is kind and _has(r.kit, kit)]
    if not usable:
        return None
    fitting = [r for r in usable if minutes is None or r.minutes <= minutes]
    chosen = max(fitting, key=lambda r: (bool(r.kit), r.minutes), default=None)
    chosen = chosen or min(usable, key=lambda r: r.minutes)
    return dosed(fitted(chosen, routines, spots=spots, kit=kit), dose)


def _has(needed: Collection[Kit], kit: Collection[Kit]) -> bool:
    return not needed or any(each in kit for each in needed)


def fitted(
    routine: Routine, routines: Routines, *, spots: Collection[Spot], kit: Collection[Kit]
) -> Routine:
    """The routine for who is sore there and has that at hand; nothing stands in it twice."""
    seen: set[str] = set()
    blocks, replaced = [], []
    for block in routine.blocks:
        items = []
        for item in block.items:
            exercise = _allowed(item.exercise, routines.exercises, spots, kit)
            if any(spot in spots for spot in routines.exercises[item.exercise].not_with):
                replaced.append(item.exercise)
            if exercise is not None and exercise.key not in seen:
                seen.add(exercise.key)
                items.append(_in_place(exercise, item))
        if items:
            blocks.append(replace(block, items=tuple(items)))
    return replace(routine, blocks=tuple(blocks), replaced=tuple(replaced))


def _allowed(
    key: str,
    exercises: Mapping[str, Exercise],
    spots: Collection[Spot],
    kit: Collection[Kit],
) -> Exercise | None:
    """The exercise itself, or the first stand-in that nothing forbids; None where all are."""
    tried: set[str] = set()
    while key and key not in tried:
        tried.add(key)
        exercise = exercises[key]
        if any(spot in spots for spot in exercise.not_with):
            key = exercise.instead
        elif not _has(exercise.kit, kit):
            key = exercise.without
        else:
            return exercise
    return None


def _in_place(exercise: Exercise, item: Item) -> Item:
    if exercise.key == item.exercise:
        return item
    return Item(exercise.key, exercise.amount or item.amount)


LIGHT_REPS = (8, 12)
"""Reps of a newcomer's first four weeks, three in reserve (coaching.md 8)."""


def dosed(routine: Routine, dose: Dose) -> Routine:
    """A strength routine lighter for newcomers, one set of each near a race; others as they are."""
    if dose is Dose.FULL or routine.kind is not RoutineKind.STRENGTH:
        return routine
    blocks = (
        replace(block, items=tuple(replace(i, amount=_dosed(i.amount, dose)) for i in block.items))
        for block in routine.blocks
    )
    return replace(routine, blocks=tuple(blocks))


def _dosed(amount: Amount, dose: Dose) -> Amount:
    if dose is Dose.SHORT:
        return replace(amount, sets=1)
    heavy = amount.measure is Measure.REPS and amount.sets > 1
    least, most = LIGHT_REPS if heavy else (amount.least, amount.most)
    return replace(amount, sets=min(2, amount.sets), least=least, most=most)


def for_spot(
    routines: Routines,
    spot: Spot,
    *,
    sore: Collection[Spot] = (),
    kit: Collection[Kit] = (),
    warm: bool = True,
) -> tuple[str, ...]:
    """The keys of the exercises for a tight spot (R219), without what is forbidden or lacks kit.

    Before a run (`warm` false) nothing is held.
    """
    return tuple(
        exercise.key
        for exercise in routines.exercises.values()
        if spot in exercise.helps
        and not any(each in sore for each in exercise.not_with)
        and _has(exercise.kit, kit)
        and (warm or not exercise.static)
    )


class CueTopic(StrEnum):
    """What a cue is about."""

    FORM = "form"
    SPRINT = "sprint"
    HILL = "hill"
    CADENCE = "cadence"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to think of while running; its words are under cue/<key>/."""

    key: str
    topic: CueTopic
    meets: tuple[str, ...] = ()


def cue_of(cues: Collection[Cue], topic: CueTopic, turn: int) -> Cue | None:
    """One cue at a time (R195): the topic's cues in their order, round and round by `turn`."""
    about = [cue for cue in cues if cue.topic is topic]
    return about[turn % len(about)] if about else None
