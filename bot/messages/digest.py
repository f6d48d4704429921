"""The digest after a squad's session: counts, confirmed times, the morning's weather."""

from __future__ import annotations

from dataclasses import dataclass

from bot.messages.squad_names import short, some
from bot.reply import Reply
from bot.text import Html, Text
from core.squad import GroupSession
from core.squad.weather import SquadWeather
from core.units import Duration

TIMES = 30
"""How many times are told before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class Afterwards:
    """What a session's digest tells; `times`: names with confirmed times."""

    session: GroupSession
    said_in: int
    ran: int
    kudos: int = 0
    times: tuple[tuple[str, Duration], ...] = ()
    weather: SquadWeather | None = None


def digest(after: Afterwards, text: Text, *, name: str) -> Reply:
    """The one post after a session; `name` is the session's as HTML."""
    head = text("digest-head", session=Html(name), day=after.session.on)
    said = [head]
    if after.said_in > after.ran:
        said.append(text("digest-ran", ran=after.ran, coming=after.said_in))
    elif after.said_in == after.ran > 1:
        said.append(text("digest-ran-all", ran=after.ran))
    else:
        said.append(text("digest-ran-only", ran=after.ran))
    if after.times:
        times = [
            text("digest-time", name=short(who), time=text.race_time(time))
            for who, time in after.times
        ]
        said.append(text("digest-results", times=some(times, text, TIMES)))
    if after.weather is not None:
        said.append(weather(after.weather, text))
    kudos = after.kudos
    said.append(text("digest-kudos", count=kudos) if kudos else text("digest-no-kudos"))
    return Reply("\n".join(said), silent=True)


def mornings(told: SquadWeather, text: Text) -> Reply:
    """The day's one post where nothing else is: what the colours mean, and whose they may be."""
    said = [f"<b>{weather(told, text)}</b>", text("digest-weather-how")]
    return Reply("\n".join(said), silent=True)


def weather(told: SquadWeather, text: Text) -> str:
    """ "7 green, 2 amber", or "mixed"; never who."""
    if told.mixed:
        return text("digest-weather-mixed")
    counts = [text(f"weather-count-{colour.value}", count=count) for colour, count in told.counts]
    return text("digest-weather", colours=", ".join(counts))
