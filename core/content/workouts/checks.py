"""What a recipe must hold to itself: one thing that grows, and one block that is scaled."""

from __future__ import annotations

import re

from core.content.reading import Table
from core.library import Grows, Recipe
from core.workout import Part


def check_recipe(recipe: Recipe, table: Table) -> None:
    """Refuse what sizing could not follow; the fault says which rule is broken."""
    for broken in (_two_scaled, _wrong_growth, _wrong_ladder, _no_main, _wrong_meets, _two_fills):
        reason = broken(recipe)
        if reason:
            raise table.fault(reason)


def _two_scaled(recipe: Recipe) -> str:
    scaled = sum(piece.scaled for piece in recipe.pieces)
    return "only one block may have a range" if scaled > 1 else ""


def _two_fills(recipe: Recipe) -> str:
    return "only one step may fill" if sum(p.fill for p in recipe.pieces) > 1 else ""


def _wrong_growth(recipe: Recipe) -> str:
    scaled = recipe.scaled
    if recipe.grows is Grows.REPS and (scaled is None or scaled.length is not None):
        return "it grows by reps, but no repeat has a range of times"
    if recipe.grows is Grows.LENGTH and (scaled is None or scaled.length is None):
        return "it grows by length, but no step has a range"
    return ""


def _wrong_ladder(recipe: Recipe) -> str:
    """The ladder that grows has two rungs or more and begins with what is written."""
    steps = [step for piece in recipe.pieces for step in piece.steps]
    if (recipe.grows is Grows.PACE) != bool(recipe.pace):
        return "'pace' is the ladder of what grows by pace, and only of that"
    if (recipe.grows is Grows.REST) != bool(recipe.rest):
        return "'rest' is the ladder of what grows by rest, and only of that"
    if 1 in {len(recipe.pace), len(recipe.rest)}:
        return "a ladder has at least two rungs"
    if recipe.pace and recipe.pace[0] not in {step.effort for step in steps}:
        return f"no step is at {recipe.pace[0].value!r}, where 'pace' begins"
    if recipe.rest and recipe.rest[0] not in steps:
        return "no step is the first of 'rest'"
    if any(step.part is not Part.RECOVERY for step in recipe.rest):
        return "'rest' is made of recoveries"
    return ""


def _no_main(recipe: Recipe) -> str:
    steps = [step for piece in recipe.pieces for step in piece.steps]
    return "" if any(s.part is Part.MAIN for s in steps) else "there is nothing but recovery in it"


def _wrong_meets(recipe: Recipe) -> str:
    wrong = [name for name in recipe.meets if not re.fullmatch(r"R\d{1,3}", name)]
    return f"'meets' names requirements like R60; {wrong[0]!r} is none" if wrong else ""
