"""A race's splits as a picture for the lock screen; the drawing takes a thread."""

from __future__ import annotations

from bot.charts.look import Look
from bot.charts.splits import SplitsChart, splits_picture
from bot.messages.racewords import in_sentence, mark, name, way_name
from bot.reply import Picture
from bot.text import Text, plain
from core.raceday import Aim, RacePlan, Split, Way
from core.units import Units


def lock_screen(made: RacePlan, text: Text, look: Look = Look.DARK) -> Picture | None:
    """Marks with the clock of each way, the target in bold; None for a race by effort."""
    if made.aims is None:
        return None
    ways = made.aims.ways
    strong = next((n for n, aim in enumerate(ways) if aim.way is Way.TARGET), 0)
    rows = [_rows(aim, text) for aim in ways]
    named = plain(name(made.race, text))
    chart = SplitsChart(
        title=named,
        goal=plain(text.race_time(ways[strong].time)),
        rows=tuple(
            (
                plain(mark(row[0], made.race.distance, text)),
                *(plain(text.race_time(split.clock)) for split in row),
            )
            for row in zip(*rows, strict=True)
        ),
        heads=("", *(plain(text(f"raceday-way-{way_name(made, aim)}")) for aim in ways)),
        strong=strong + 1,
        notes=_notes(made, ways[strong], text),
    )
    alt = plain(text("raceday-picture-alt", race=plain(in_sentence(made.race, text))))
    return Picture(splits_picture(chart, look), alt)


def _rows(aim: Aim, text: Text) -> tuple[Split, ...]:
    """Long races by their 5 km marks, in kilometres; short ones, and miles, by the unit."""
    far = aim.checkpoints() if text.tongue.units is Units.KM else ()
    return far or aim.splits(text.tongue.units)


def _notes(made: RacePlan, aim: Aim, text: Text) -> tuple[str, ...]:
    said = [str(text.write(aim.pace))]
    if made.day.gun is not None:
        said.append(text("raceday-picture-gun", gun=text.clock(made.day.gun)))
    notes = [" · ".join(said)]
    if made.fuel.rate is not None:
        eats = made.fuel
        notes.append(text("raceday-picture-fuel", gels=eats.gels, every=eats.every))
    return tuple(plain(note) for note in (*notes, text("raceday-picture-notes-effort")))
