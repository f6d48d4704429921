"""Steps as they are written in a recipe: "400 m 5k", "90 s jog", "20-40 min threshold by 5"."""

from __future__ import annotations

import re
from dataclasses import replace

from core.content.reading import Table
from core.library import Piece, Range
from core.units import Distance, Duration, parse_distance, parse_duration
from core.workout import Effort, Part, Step

_RECOVERIES = {Effort.REST, Effort.WALK, Effort.JOG}
_NUMBER = r"\d+(?:\.\d+)?"
_STEP = re.compile(
    rf"(?P<fill>fill )?(?P<least>{_NUMBER})(?:-(?P<most>{_NUMBER}))? (?P<unit>s|min|m|km|miles?) "
    rf"(?P<effort>\S+)(?P<uphill> uphill)?(?P<float> float)?(?: by (?P<by>{_NUMBER}))?"
)
_SHAPES = "'400 m 5k', '10 s sprint uphill', '20-40 min threshold by 5' or 'fill 20 min easy'"


def read_step(text: object, at: Table) -> Piece:
    """One step, which may stretch ("20-40 min …") or take what is left ("fill 20 min easy")."""
    found = _STEP.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise at.fault(f"{text!r} is no step: write it like {_SHAPES}")
    step = _step(found, at)
    if found["most"] is None:
        if found["by"]:
            raise at.fault("'by' needs a range, like '20-40 min threshold by 5'")
        return Piece((step,), fill=bool(found["fill"]))
    if found["fill"]:
        raise at.fault("a step fills or has a range, not both")
    ends = (_size(_amount(found[n] or "1", found["unit"], at)) for n in ("least", "most", "by"))
    return Piece((step,), length=read_range(tuple(ends), at))


def read_single(text: object, at: Table) -> Step:
    """A step inside a repeat or a ladder: no range, no filling."""
    piece = read_step(text, at)
    if piece.length is not None or piece.fill:
        raise at.fault(f"{text!r} must have one fixed length here")
    return piece.steps[0]


def read_times(value: object, at: Table) -> Range:
    """How often a repeat is done: 4, "4-8" or "4-8 by 2"."""
    found = re.fullmatch(r"(\d+)(?:-(\d+)(?: by (\d+))?)?", str(value))
    if found is None or isinstance(value, bool):
        raise at.fault(f"'times' must be like 4 or '4-8', not {value!r}")
    least = float(found[1])
    return read_range((least, float(found[2] or least), float(found[3] or 1)), at)


def read_range(ends: tuple[float, ...], at: Table) -> Range:
    """Least, most and step as a Range that runs upwards and is met exactly by its steps."""
    try:
        whole = Range(*ends)
    except ValueError as error:
        raise at.fault(str(error)) from error
    if abs(whole.values[-1] - whole.most) > 1e-6:
        raise at.fault("the steps of the range miss its end")
    return whole


def _step(found: re.Match[str], at: Table) -> Step:
    effort = _effort(found["effort"], at)
    recovery = (effort in _RECOVERIES or found["float"]) and not found["fill"]
    amount = _amount(found["least"], found["unit"], at)
    step = Step(
        effort,
        time=Duration(1),
        part=Part.RECOVERY if recovery else Part.MAIN,
        uphill=bool(found["uphill"]),
    )
    if isinstance(amount, Duration):
        return replace(step, time=amount)
    return replace(step, distance=amount, time=None)


def _effort(word: str, at: Table) -> Effort:
    try:
        return Effort(word)
    except ValueError as error:
        known = ", ".join(Effort)
        raise at.fault(f"{word!r} is no effort; there are {known}") from error


def _amount(number: str, unit: str, at: Table) -> Distance | Duration:
    text = f"{number} {unit}"
    amount = parse_duration(text) if unit in {"s", "min"} else parse_distance(text)
    if _size(amount) <= 0:
        raise at.fault(f"{text!r} is nothing to run")
    return amount


def _size(amount: Distance | Duration) -> float:
    return amount.seconds if isinstance(amount, Duration) else amount.metres
