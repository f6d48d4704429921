"""The steps of a workout: amount, effort in words and one number; a line for each part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.text import Html, Text, numbers
from core.athlete import Level
from core.conditions import Conditions, adjusted
from core.paces import Paces, Show, step_target
from core.units import Duration, Pace
from core.workout import Block, Effort, Part, Repeat, Step, Workout

SERIES_FROM = 3
"""Fast stretches in a row, easy ones between, from which they are told as a series."""


@dataclass(frozen=True, slots=True)
class Runner:
    """What a session's words depend on beside the session: paces (None: unknown) and level.

    `by_effort`: paces size the session, and none is shown as a target.
    """

    paces: Paces | None
    level: Level
    measured: bool = True
    treadmill: bool = False
    by_effort: bool = False
    celsius: float | None = None
    hot_runs: int = 0


def part_lines(workout: Workout, runner: Runner, text: Text) -> list[str]:
    """Warm-up, main part and cool-down, each in one line; an easy run is one line alone."""
    said = []
    for part, message in (
        ((Part.WARM_UP,), "part-warm-up"),
        ((Part.MAIN, Part.RECOVERY), "part-main"),
        ((Part.COOL_DOWN,), "part-cool-down"),
    ):
        blocks = [block for block in workout.blocks if part_of(block) in part]
        if blocks:
            said.append(text(message, steps=Html(_part(blocks, runner, text))))
    return said


def part_of(block: Block) -> Part:
    """Where in the session a block stands: where its first step does."""
    return block.part if isinstance(block, Step) else block.steps[0].part


def _part(blocks: list[Block], runner: Runner, text: Text) -> str:
    works, between = blocks[::2], blocks[1::2]
    if len(works) >= SERIES_FROM and len(works) == len(between) + 1:
        steps = [block for block in blocks if isinstance(block, Step)]
        jogs = [step for step in steps if _is_recovery(step)]
        if len(steps) == len(blocks) and jogs == between:
            return _turns(steps[::2], jogs, runner, text)
    return _chain([block_line(block, runner, text) for block in blocks], text)


def _turns(works: list[Step], jogs: list[Step], runner: Runner, text: Text) -> str:
    """ "1-2-3 min at 5K effort; 1-2 min easy jog between": fast and easy by turns."""
    said = _series(works, runner, text)
    return text("turns", works=Html(said), recoveries=Html(_series(jogs, runner, text)))


def _series(steps: list[Step], runner: Runner, text: Text) -> str:
    """Equal steps once, steps of one effort as one row of amounts, others one after the other."""
    if all(one == steps[0] for one in steps):
        return step(steps[0], runner, text, rep=True)
    units = {_unit(one) for one in steps}
    if units == {"minutes", "seconds"}:
        units = {"seconds"}
    if len({one.effort for one in steps}) > 1 or len(units) > 1:
        return _chain([step(one, runner, text, rep=True) for one in steps], text)
    (unit,) = units
    sizes = "-".join(f"{round(_size(one, unit))}" for one in steps)
    return _worded(text(f"series-{unit}", sizes=sizes), steps[0], runner, text)


def _unit(one: Step) -> str:
    """What a row of amounts counts this step in."""
    if one.time is None:
        return "metres"
    return "seconds" if one.time.seconds % 60 else "minutes"


def _size(one: Step, unit: str) -> float:
    if one.time is None:
        return one.distance.metres if one.distance else 0.0
    return one.time.minutes if unit == "minutes" else one.time.seconds


def _chain(said: Sequence[str], text: Text) -> str:
    """ "a, then b"; from the third on only commas, so that a long row stays readable."""
    chained = said[0]
    for number, piece in enumerate(said[1:], start=1):
        message = "then" if number == len(said) - 1 else "and-next"
        chained = text(message, first=Html(chained), second=Html(piece))
    return chained


def block_line(block: Block, runner: Runner, text: Text) -> str:
    """One block in words."""
    if isinstance(block, Step):
        return step(block, runner, text)
    if (sets := sets_of(block)) is not None:
        inner, apart = Html(block_line(sets[0], runner, text)), Html(step(sets[1], runner, text))
        return text("repeat-sets", times=block.times, set=inner, recovery=apart)
    others = block.steps[1:]
    said = [Html(step(one, runner, text, rep=True)) for one in block.steps]
    if not others:
        return text("repeat-plain", times=block.times, work=said[0])
    if len(others) == 1 and _is_recovery(others[0]):
        return text("repeat-between", times=block.times, work=said[0], recovery=said[1])
    steps = _chain([one.text for one in said], text)
    return text("repeat-many", times=block.times, steps=Html(steps))


def sets_of(block: Repeat) -> tuple[Repeat, Step] | None:
    """Sets of equal reps, written out, as one set and what lies between two of them."""
    works, rests = block.steps[::2], block.steps[1::2]
    if len(works) < 2 or len(works) != len(rests) or not all(map(_is_recovery, rests)):
        return None
    alike = all(one == works[0] for one in works) and all(one == rests[0] for one in rests[:-1])
    if not alike or _is_recovery(works[0]):
        return None
    return Repeat(len(works), (works[0], rests[0])), rests[-1]


def _is_recovery(one: Step) -> bool:
    return one.part is Part.RECOVERY or one.effort in {Effort.REST, Effort.WALK, Effort.JOG}


def step(one: Step, runner: Runner, text: Text, *, rep: bool = False) -> str:
    """Amount, effort in words, and one number where there is one to show."""
    return _worded(amount(one, text, rep=rep), one, runner, text)


def amount(one: Step, text: Text, *, rep: bool) -> str:
    """How far or how long; reps are told in the metres of the track."""
    if one.distance is None:
        return str(text.write(one.time or Duration(0)))
    if rep:
        return numbers.rep(one.distance, text.tongue)
    if one.effort is Effort.EASY:
        return numbers.road(one.distance, text.tongue)
    return str(text.write(one.distance))


def _worded(amount: str, one: Step, runner: Runner, text: Text) -> str:
    effort = text("effort-drills" if one.cue == "drills" else f"effort-{one.effort.value}")
    if one.uphill:
        effort = text("uphill", effort=Html(effort))
    number = _number(one, runner, text)
    if not number:
        return text("step", amount=Html(amount), effort=Html(effort))
    return text("step-number", amount=Html(amount), effort=Html(effort), number=Html(number))


def _number(one: Step, runner: Runner, text: Text) -> str:
    """The pace, or on a treadmill the speed; beginners' easy by talk, "" where effort is all."""
    if one.effort is Effort.EASY and runner.level is Level.BEGINNER:
        return text("talk-easy")
    shown = runner.measured and not runner.by_effort
    aim = step_target(one, runner.paces, runner.level) if shown else None
    pace = None if aim is None else _in_this_air(one, aim.pace, runner)
    if aim is None or pace is None:
        return ""
    number = str(text.write(pace))
    if runner.treadmill:
        number = numbers.speed(pace, text.tongue)
    return text("bound", pace=Html(number)) if aim.show is Show.NOT_FASTER else number


def _in_this_air(one: Step, pace: Pace, runner: Runner) -> Pace | None:
    """What the same effort is worth in today's heat; None where only effort guides."""
    if runner.celsius is None:
        return pace
    air = Conditions(celsius=runner.celsius, treadmill=runner.treadmill)
    repeats = one.effort.rank > Effort.THRESHOLD.rank
    return adjusted(one, pace, air, repeats=repeats, hot_runs=runner.hot_runs).pace


def main_repeat(workout: Workout) -> Repeat | None:
    """The main repeat, if the session is about one."""
    repeats = [
        block
        for block in workout.blocks
        if isinstance(block, Repeat) and part_of(block) is Part.MAIN and block.times > 1
    ]
    return repeats[0] if len(repeats) == 1 else None


def repeat_short(repeat: Repeat, text: Text) -> str:
    """ "5 × 1 km", of sets "3 × 4 × 400 m"."""
    if (sets := sets_of(repeat)) is not None:
        return f"{repeat.times} × {repeat_short(sets[0], text)}"
    return f"{repeat.times} × {amount(repeat.steps[0], text, rep=True)}"
