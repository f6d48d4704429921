"""The race card of the morning: start, times, the clock at three marks, warm-up, one cue."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.raceday import by_effort, not_raced, warm_up
from bot.messages.raceday_rows import TOPIC
from bot.messages.racewords import mark, name, script, way_name
from bot.reply import Button, Rows
from bot.text import Html, Text
from core.raceday import Aims, Manner, RacePlan, Split, Way
from core.units import Duration, Units


def morning(made: RacePlan, text: Text) -> list[str]:
    """The race card: start, three times, the clock at three marks, warm-up, fuel, one cue."""
    if made.manner is Manner.NOT_RACED:
        return not_raced(made, text)
    named = Html(name(made.race, text))
    if made.day.gun is None:
        said = [text("raceday-today", race=named)]
    else:
        said = [text("raceday-today-gun", race=named, gun=text.clock(made.day.gun))]
    if made.aims is not None:
        said.append(_ways(made, made.aims, text))
        said += _marks(made, made.aims, text)
    elif made.effort is not None:
        said += [by_effort(made.effort, text), text(f"raceday-script-{script(made)}")]
    said.append(text("raceday-today-warm", steps=Html(warm_up(made, text))))
    if made.fuel.rate is not None:
        said.append(text("raceday-today-gel", gels=made.fuel.gels, every=made.fuel.every))
    return [*said, text(f"raceday-cue-{script(made)}")]


def _ways(made: RacePlan, found: Aims, text: Text) -> str:
    ways = []
    for aim in found.ways:
        way, time = text(f"raceday-way-{way_name(made, aim)}"), text.race_time(aim.time)
        bold = Html(f"<b>{time}</b>") if aim.way is Way.TARGET else time
        ways.append(text("raceday-today-way", way=way, time=bold, pace=aim.pace))
    said = " · ".join(ways)
    return said[:1].upper() + said[1:]


def _marks(made: RacePlan, found: Aims, text: Text) -> list[str]:
    """The target's clock at three marks: those next to a quarter, half and three quarters."""
    target = next((aim for aim in found.ways if aim.way is Way.TARGET), found.ways[0])
    far = target.checkpoints() if text.tongue.units is Units.KM else ()
    every = far or target.splits(text.tongue.units)
    rows = [row for row in every if row.at < made.race.distance]
    whole = made.race.distance.metres
    picked = {_nearest(rows, part * whole) for part in (0.25, 0.5, 0.75) if rows}
    if not picked:
        return []
    marks = [
        text("raceday-today-mark", at=mark(row, made.race.distance, text), clock=clock(row, text))
        for row in sorted(picked, key=lambda row: row.at)
    ]
    return [text("raceday-today-marks", marks=" · ".join(marks))]


def _nearest(rows: Sequence[Split], metres: float) -> Split:
    return min(rows, key=lambda row: abs(row.at.metres - metres))


def clock(split: Split, text: Text) -> str:
    """The clock at a mark."""
    return text.race_time(Duration(split.clock.seconds))


def morning_rows(made: RacePlan, text: Text) -> Rows:
    """Under the race card: the whole plan, and the routine to warm up with."""
    plan_ = Button(text("raceday-button-plan"), pack(TOPIC, "plan", made.race.on.isoformat()))
    if made.manner is Manner.NOT_RACED:
        return ((plan_,),)
    routine = Button(text("raceday-button-routine"), pack("routine", "show", "pre-run", 0))
    return ((plan_, routine),)
