"""How a race, its marks and its ways to be run are named in every message about it."""

from __future__ import annotations

from bot.messages.session import distance_name, distance_title
from bot.text import Text, numbers
from core.athlete import Race
from core.raceday import Aim, Manner, RacePlan, Split, Way
from core.units import Distance, Units


def name(race: Race, text: Text) -> str:
    """The race by its own name, or by its distance where it opens a line; ready HTML."""
    return str(text.write(race.name)) if race.name else distance_title(race.distance, text)


def in_sentence(race: Race, text: Text) -> str:
    """The same within a sentence: "the half marathon"; ready HTML."""
    return str(text.write(race.name)) if race.name else distance_name(race.distance, text)


def way_name(made: RacePlan, aim: Aim) -> str:
    """A controlled race's target, and a training race's only time, are upper bounds."""
    if made.manner is Manner.TRAINING:
        return "training"
    controlled = made.manner is Manner.CONTROLLED and aim.way is Way.TARGET
    return "controlled" if controlled else aim.way.value


def mark(split: Split, whole: Distance, text: Text, *, kilometres: bool = False) -> str:
    """Where on the course: "5 km", "3 mi", "finish"."""
    if split.at == whole:
        return text("raceday-finish")
    if kilometres or text.tongue.units is Units.KM:
        return f"{numbers.trimmed(split.at.km)} km"
    return f"{numbers.trimmed(split.at.miles)} mi"


def script(made: RacePlan) -> str:
    """How the effort is shared out: by what the race is for, else by its length and runner."""
    manner = {Manner.CONTROLLED: "controlled", Manner.TRAINING: "training"}
    return manner.get(made.manner, made.script.value)
