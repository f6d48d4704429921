"""The library's door: recipes read from TOML, each held against the others before it may pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from core.athlete import Kit, Level, RaceDistance, Spot
from core.content.reading import ContentError, Raw, Table, entries, refuse_twins
from core.content.words import require_words
from core.content.workouts.checks import check_recipe
from core.content.workouts.steps import read_range, read_single, read_step, read_times
from core.library import Gates, Grows, Lever, Piece, Recipe, Slot, WarmUp, When
from core.plan import Phase
from core.workout import Effort, Focus, Step


def read_workouts(raw: Raw, file: str) -> tuple[Recipe, ...]:
    """The recipes of one file; ContentError names the entry and the step that is wrong."""
    return tuple(_recipe(table) for table in entries(raw, "workout", file))


_WORDS = ("name", "purpose", "feel", "cues")


def _recipe(table: Table) -> Recipe:
    pieces = tuple(_pieces(table))
    recipe = Recipe(
        key=table.entry,
        focus=table.choice("focus", Focus),
        slots=table.choices("slots", Slot),
        levers=table.choices("levers", Lever),
        levels=table.choices("levels", Level, tuple(Level)),
        phases=table.choices("phases", Phase, tuple(Phase)),
        races=table.choices("races", RaceDistance, tuple(RaceDistance)),
        pieces=pieces,
        minutes=read_range((*map(float, _minutes(table)), 1.0), table),
        kit=table.choices("kit", Kit, ()),
        warm_up=table.choice("warm_up", WarmUp, WarmUp.NONE),
        grows=table.choice("grows", Grows, Grows.NOTHING),
        when=table.choice("when", When, When.ANY),
        pace=table.choices("pace", Effort, ()),
        rest=tuple(_rungs(table)),
        spacing_weeks=table.whole("spacing_weeks", 1, least=1, most=12),
        gates=_gates(table.table("gates"), _first_week(pieces)),
        twin=table.text("twin", ""),
        instead=table.text("instead", ""),
        meets=table.texts("meets", ()),
    )
    require_words(table, _WORDS)
    table.done()
    check_recipe(recipe, table)
    return recipe


def _minutes(table: Table) -> tuple[int, ...]:
    """The session's length, [shortest, longest] in minutes."""
    minutes = table.wholes("minutes")
    if len(minutes) != 2:
        raise table.fault("'minutes' must be [shortest, longest]")
    return minutes


def _pieces(table: Table) -> Iterator[Piece]:
    for step, value in table.steps("main"):
        if isinstance(value, str):
            yield read_step(value, table.here(step))
            continue
        repeat = table.at(step, value)
        turns = tuple(read_single(text, table.here(place)) for place, text in repeat.steps("steps"))
        times = read_times(repeat.take("times"), repeat)
        repeat.done()
        yield Piece(turns, times)


def _rungs(table: Table) -> Iterator[Step]:
    if "rest" not in table:
        return
    for step, value in table.steps("rest"):
        yield read_single(value, table.here(f"rest {step}"))


def _first_week(pieces: Iterable[Piece]) -> int:
    """The week of a start from which so fast a recipe may come, unless it says otherwise.

    Strides from week 3, nothing but easy before 5, hill sprints from week 7 (coaching.md 3); other
    fast running from 9 (ours).
    """
    return max(_week_of(step) for piece in pieces for step in piece.steps)


def _week_of(step: Step) -> int:
    if not step.effort.at_least_marathon:
        return 5 if step.effort is Effort.STEADY else 0
    if step.effort is Effort.STRIDE:
        return 3
    return 7 if step.effort is Effort.SPRINT and step.uphill else 9


def _gates(table: Table, first_week: int) -> Gates:
    gates = Gates(
        seasons=table.whole("seasons", 0, most=10),
        week=table.whole("week", first_week, most=52),
        base_weeks=table.whole("base_weeks", 0, most=52),
        after=table.texts("after", ()),
        never_with=table.choices("never_with", Spot, ()),
        adults=table.flag("adults", default=False),
        run_20_min=table.flag("run_20_min", default=True),
    )
    table.done()
    return gates


def joined_workouts(parts: Iterable[tuple[Recipe, ...]], file: str) -> tuple[Recipe, ...]:
    """All files' recipes as one: keys are there once, twins go by time, ways out need no kit."""
    recipes = tuple(recipe for part in parts for recipe in part)
    refuse_twins(tuple(recipe.key for recipe in recipes), file)
    by_key = {recipe.key: recipe for recipe in recipes}
    for recipe in recipes:
        reason = _wrong_name(recipe, by_key)
        if reason:
            raise ContentError(reason, file=file, entry=recipe.key)
    return recipes


def _wrong_name(recipe: Recipe, by_key: Mapping[str, Recipe]) -> str:
    """What is wrong with the other recipes that one names, or nothing."""
    for field, key in _named(recipe):
        if key not in by_key:
            return f"{field!r} names {key!r}, which is no workout"
    if recipe.twin and not by_key[recipe.twin].by_time:
        return f"its twin {recipe.twin!r} needs a measured distance"
    if recipe.instead and not by_key[recipe.instead].anywhere:
        return f"{recipe.instead!r} needs special ground too and is no way out"
    return ""


def _named(recipe: Recipe) -> Iterator[tuple[str, str]]:
    if recipe.twin:
        yield "twin", recipe.twin
    if recipe.instead:
        yield "instead", recipe.instead
    for key in recipe.gates.after:
        yield "after", key
