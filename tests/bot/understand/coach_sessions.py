"""The table of coaches' spellings, and how it tells a session so that a coach can read it."""

from __future__ import annotations

from pathlib import Path

from bot.understand.shorthand import Shorthand, read_shorthand
from core.units import METRES_PER_MILE
from core.workout import Block, Part, Step

TABLE = Path(__file__).parent / "data" / "coach_sessions.txt"


def spellings() -> dict[str, str]:
    """What coaches write, and the session that it is; "? why: words" where it is asked back."""
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and line[0] != "#"]
    pairs = (line.rsplit(" => ", 1) for line in lines)
    return {text.replace("\\n", "\n"): session for text, session in pairs}


def meaning(text: str) -> str:
    """The session that is read out of a text, or "? why: the words in question"."""
    read = read_shorthand(text)
    return told(read.blocks) if isinstance(read, Shorthand) else f"? {read.why.value}: {read.part}"


def told(blocks: tuple[Block, ...]) -> str:
    """Blocks in one line: "2km easy wu | 6x(800m 5k, 2' jog)"; wu and cd are the frame."""
    said = []
    for block in blocks:
        if isinstance(block, Step):
            said.append(_step(block))
        else:
            said.append(f"{block.times}x({_turn([_step(step) for step in block.steps])})")
    return " | ".join(said)


def _turn(steps: list[str]) -> str:
    """One turn; equal reps in it are counted: "4 of 400m 3k with 60s jog, 3' jog"."""
    count = len(steps) // 2
    pairs = {tuple(steps[at : at + 2]) for at in range(0, len(steps) - 2, 2)}
    if count < 2 or len(steps) % 2 or len(pairs) != 1 or steps[-2] != steps[0]:
        return ", ".join(steps)
    between, apart = steps[1], steps[-1]
    after = "" if apart == between else f", {apart}"
    return f"{count} of {steps[0]} with {between}{after}"


def _step(step: Step) -> str:
    mark = {Part.WARM_UP: " wu", Part.COOL_DOWN: " cd"}.get(step.part, "")
    cue = f" {step.cue}" if step.cue else ""
    return f"{_size(step)} {step.effort.value}{' uphill' if step.uphill else ''}{mark}{cue}"


def _size(step: Step) -> str:
    if step.time is not None:
        seconds = step.time.seconds
        return f"{seconds / 60:g}'" if seconds % 60 == 0 else f"{seconds:g}s"
    metres = step.distance.metres if step.distance else 0.0
    quarters = metres / METRES_PER_MILE * 4
    if metres > 300 and abs(quarters - round(quarters)) < 0.001:
        return f"{round(quarters) / 4:g}mi"
    return f"{metres / 1000:g}km" if metres >= 2000 else f"{metres:g}m"
