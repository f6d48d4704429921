"""Steps out as shorthand, in one plain spelling that reads back as the same steps."""

from __future__ import annotations

from core.workout import Block, Effort, Part, Step

_PACES = {Effort.FAST: "800"}
_RECOVERIES = {Effort.EASY: "float", Effort.REST: "standing"}
_MARKS = {Part.WARM_UP: " wu", Part.COOL_DOWN: " cd"}


def written(blocks: tuple[Block, ...]) -> str:
    """The session in one line: "15min easy wu, 6x(800m @5k, 2min jog), 10min easy cd"."""
    said = []
    for block in blocks:
        if isinstance(block, Step):
            said.append(_step(block))
        else:
            said.append(f"{block.times}x({', '.join(map(_step, block.steps))})")
    return ", ".join(said)


def _step(step: Step) -> str:
    if step.cue == "drills":
        return f"{_amount(step)} drills"
    if step.part is Part.RECOVERY:
        return f"{_amount(step)} {_RECOVERIES.get(step.effort, step.effort.value)}"
    gentle = step.effort in {Effort.EASY, Effort.STEADY, Effort.WALK}
    effort = step.effort.value if gentle else f"@{_PACES.get(step.effort, step.effort.value)}"
    uphill = " uphill" if step.uphill else ""
    return f"{_amount(step)}{uphill} {effort}{_MARKS.get(step.part, '')}"


def _amount(step: Step) -> str:
    if step.time is not None:
        seconds = step.time.seconds
        return f"{seconds / 60:g}min" if seconds % 60 == 0 else f"{seconds:g}s"
    metres = step.distance.metres if step.distance else 0.0
    return f"{metres / 1000:g}km" if metres >= 1000 and metres % 100 == 0 else f"{metres:g} metres"
