"""The squad's week on Monday: counts, gains against the own usual, and who races."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.messages.digest import weather
from bot.messages.session import distance_name
from bot.messages.squad_names import short, some
from bot.reply import Reply
from bot.text import Html, Text
from core.squad.board import Gain, Gained
from core.squad.challenge import Progress
from core.squad.recap import Attended, Racing, Recap
from core.squad.weather import SquadWeather
from core.units import Distance

RACING = 12
"""How many races are named before the rest is only counted."""


def week(recap: Recap, told: SquadWeather | None, text: Text) -> Reply:
    """Monday's post, silent."""
    sunday = recap.monday + timedelta(days=6)
    said = [text("recap-head", first=recap.monday, last=sunday)]
    said += [_session(one, text) for one in recap.attended]
    if recap.decisions:
        said.append(text("recap-decisions", count=recap.decisions))
    if told is not None:
        said.append(weather(told, text))
    if recap.challenge is not None:
        said.append(_challenge(recap.challenge, text))
    parts = ["\n".join(said)]
    if recap.board:
        gains = [f"• {_gain(gain, text)}" for gain in recap.board]
        parts.append("\n".join([text("recap-board"), *gains]))
    if recap.racing:
        parts.append(_racing(recap.racing, text))
    return Reply("\n\n".join(parts), silent=True)


def _session(one: Attended, text: Text) -> str:
    """How many were in, and how many of them told that they ran it."""
    if not one.ran:
        return text("recap-session-in", day=one.on, coming=one.said_in)
    return text("recap-session", day=one.on, coming=one.said_in, ran=one.ran)


def _gain(gain: Gain, text: Text) -> str:
    facts: dict[str, str | int | float | Html] = {"name": short(gain.name), "percent": gain.percent}
    message = f"recap-gain-{gain.kind.value}"
    match gain.kind:
        case Gained.TRIAL if gain.distance is not None:
            facts["distance"] = Html(_track(gain.distance, text))
            facts["percent"] = f"{gain.percent:.1f}"
        case Gained.EASY if not gain.percent:
            message = "recap-gain-easy-all"
        case Gained.ROUTINES if not gain.percent:
            message = "recap-gain-routines-new"
    return text(message, **facts)


def _track(distance: Distance, text: Text) -> str:
    """A trial's distance: short ones in the metres of the track, whoever reads it."""
    short = distance.metres < 5000 and distance.metres % 100 == 0
    return f"{distance.metres:.0f} m" if short else distance_name(distance, text)


def _racing(racing: Sequence[Racing], text: Text) -> str:
    races = [
        text(
            "recap-race",
            name=short(one.name),
            distance=Html(distance_name(one.distance, text)),
            day=one.on,
        )
        for one in racing
    ]
    return text("recap-racing", races=some(races, text, RACING))


def _challenge(progress: Progress, text: Text) -> str:
    facts = {"done": progress.done, "target": progress.target}
    if progress.reached:
        return text("recap-challenge-reached", **facts)
    return text(f"recap-challenge-{progress.aim.value}", ends=progress.ends, **facts)
