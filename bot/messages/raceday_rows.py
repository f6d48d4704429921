"""What a race plan asks, as buttons, and what can be told again under it."""

from __future__ import annotations

from bot.callbacks import pack
from bot.reply import Button, Rows
from bot.text import Text
from core.athlete import Ground, Race
from core.raceday import Asks, RacePlan

TOPIC = "raceday"
AIRS = ((None, 10), (11, 17), (18, 22), (23, 25), (26, 29), (30, 32), (33, None))
"""The weather's choices, degrees Celsius from and to."""
HOURS = tuple(range(6, 22))


def questions(race: Race, asked: Asks, text: Text, *, windy: bool = False) -> Rows:
    """The buttons of one question; the last row waves it away."""
    on = race.on.isoformat()
    unknown = Button(text("raceday-button-unknown"), pack(TOPIC, "skip", on, asked.value))
    match asked:
        case Asks.GUN:
            hours = [Button(text.clock(hour * 60), pack(TOPIC, "hour", on, hour)) for hour in HOURS]
            rows = tuple(tuple(hours[n : n + 4]) for n in range(0, len(hours), 4))
        case Asks.GROUND:
            grounds = (
                Button(text(f"raceday-ground-{g.value}"), pack(TOPIC, "ground", on, g.value))
                for g in Ground
            )
            rows = (tuple(grounds),)
        case Asks.WEATHER:
            rows = _airs(on, text, windy=windy)
        case Asks.PRACTISED:
            yes = Button(text("raceday-button-yes"), pack(TOPIC, "practised", on, 1))
            rows = ((yes, Button(text("raceday-button-no"), pack(TOPIC, "practised", on, 0))),)
    return (*rows, (unknown,))


def _airs(on: str, text: Text, *, windy: bool) -> Rows:
    wind = int(windy)
    buttons = [
        Button(_air_label(low, high, text), pack(TOPIC, "air", on, _middle(low, high), wind))
        for low, high in AIRS
    ]
    label = "raceday-air-calm" if windy else "raceday-air-windy"
    turn = Button(text(label), pack(TOPIC, "wind", on, 1 - wind))
    rows = tuple(tuple(buttons[n : n + 3]) for n in range(0, len(buttons), 3))
    return (*rows, (turn,))


def _air_label(low: int | None, high: int | None, text: Text) -> str:
    if low is None or high is None:
        if low is None:
            return text("raceday-air-to", high=text.degrees(high or 0))
        return text("raceday-air-from", low=text.degrees(low))
    bare = text.degrees(low).partition(" ")[0]
    return text("raceday-air-between", low=bare, high=text.degrees(high))


def _middle(low: int | None, high: int | None) -> int:
    """What a choice is taken for."""
    known = [bound for bound in (low, high) if bound is not None]
    return round(sum(known) / len(known))


def below(made: RacePlan, text: Text) -> Rows:
    """Splits, and everything that can be told again."""
    on = made.race.on.isoformat()
    splits = (
        Button(text("raceday-button-splits"), pack(TOPIC, "splits", on)),
        Button(text("raceday-button-picture"), pack(TOPIC, "picture", on)),
    )
    told = [Asks.GUN, Asks.GROUND, Asks.WEATHER]
    if made.fuel.asks or made.day.practised is not None:
        told.append(Asks.PRACTISED)
    again = tuple(
        Button(text(f"raceday-button-{each.value}"), pack(TOPIC, "ask", on, each.value))
        for each in told
    )
    return (splits, again) if made.aims is not None else (again,)
