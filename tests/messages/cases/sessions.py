"""Every workout of the library as its card tells it: name, steps and total, focus by focus."""

from __future__ import annotations

from dataclasses import replace

from bot.messages.session import lines, total_line, workout_name
from bot.messages.steps import Runner, part_lines
from bot.reply import Reply
from bot.text import Text
from core.library import Recipe
from core.paces import Paces
from core.plan import Session
from core.units import Duration
from core.workout import Effort, Focus, Part, Repeat, Step, Workout
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INES, TODAY, content, paces, workout

AT_ONCE = 8
"""Workouts a file, so that none is longer than a message."""


def _told(recipe: Recipe, text: Text, fast: Paces | None) -> str:
    runner, made = Runner(fast, INES.level), workout(recipe.key, INES)
    head = f"<b>{workout_name(made, text)}</b> ({recipe.key})"
    return "\n".join([head, *part_lines(made, runner, text), *total_line(made, runner, text)])


def _list(recipes: tuple[Recipe, ...]) -> Case:
    fast = paces(INES)
    return lambda text: Reply("\n\n".join(_told(recipe, text, fast) for recipe in recipes))


def _focus(focus: Focus) -> dict[str, Case]:
    found = tuple(recipe for recipe in content().library if recipe.focus is focus)
    parts = [found[at : at + AT_ONCE] for at in range(0, len(found), AT_ONCE)]
    return {f"{focus.value}-{number}": _list(part) for number, part in enumerate(parts, start=1)}


def _by_hand(text: Text) -> Reply:
    """What no recipe holds: reps without a rest, standing rests, series of seconds."""
    fast = Step(Effort.MILE, time=Duration(30))
    stand = Step(Effort.REST, time=Duration(60), part=Part.RECOVERY)
    row = [Step(Effort.MILE, time=Duration(seconds)) for seconds in (30, 45, 60)]
    made = Workout(
        "quick-twenties",
        Focus.SPEED,
        (
            Repeat(3, (replace(fast, part=Part.WARM_UP),)),
            row[0],
            stand,
            row[1],
            stand,
            row[2],
        ),
    )
    runner = Runner(paces(INES), INES.level, treadmill=True)
    return Reply("\n".join(lines(Session(TODAY, made), runner, text)))


CASES: Cases = {
    "by-hand": _by_hand,
    **{name: case for focus in Focus for name, case in _focus(focus).items()},
}
