"""All golden texts: the cases of every topic, in kilometres and in miles, and their files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bot.reply import Button, Reply
from bot.text import Tongue
from core.units import Units
from tests.messages.cases import (
    activity,
    attendance,
    away,
    background,
    buddies,
    challenge,
    coach,
    dates,
    export,
    fitness,
    health,
    joining,
    library,
    membership,
    move,
    notices,
    onboarding,
    outlook,
    paces,
    pictures,
    plan,
    plateau,
    profile,
    race,
    raceday,
    readiness,
    reasons,
    recap,
    renewal,
    review,
    routine,
    safety,
    sessions,
    setback,
    sorries,
    squad,
    squad_session,
    squad_version,
    symptoms,
    taper,
    today,
    verdicts,
    weather,
    whatif,
)
from tests.messages.cases import (
    help as helping,
)
from tests.messages.recording import Cases, Recording
from tests.messages.scenes import content

FOLDER = Path(__file__).parent / "golden"
TONGUES = {
    "km": Tongue(units=Units.KM, clock24=True),
    "miles": Tongue(units=Units.MILES, clock24=False, fahrenheit=True),
}
TOPICS: dict[str, Cases] = {
    "activity": activity.CASES,
    "attendance": attendance.CASES,
    "away": away.CASES,
    "background": background.CASES,
    "buddies": buddies.CASES,
    "challenge": challenge.CASES,
    "coach": coach.CASES,
    "dates": dates.CASES,
    "export": export.CASES,
    "fitness": fitness.CASES,
    "health": health.CASES,
    "help": helping.CASES,
    "joining": joining.CASES,
    "library": library.CASES,
    "membership": membership.CASES,
    "move": move.CASES,
    "notices": notices.CASES,
    "onboarding": onboarding.CASES,
    "outlook": outlook.CASES,
    "paces": paces.CASES,
    "pictures": pictures.CASES,
    "plan": plan.CASES,
    "plateau": plateau.CASES,
    "profile": profile.CASES,
    "race": race.CASES,
    "raceday": raceday.CASES,
    "readiness": readiness.CASES,
    "reasons": reasons.CASES,
    "recap": recap.CASES,
    "renewal": renewal.CASES,
    "review": review.CASES,
    "routine": routine.CASES,
    "safety": safety.CASES,
    "sessions": sessions.CASES,
    "setback": setback.CASES,
    "sorries": sorries.CASES,
    "squad": squad.CASES,
    "squad_session": squad_session.CASES,
    "squad_version": squad_version.CASES,
    "symptoms": symptoms.CASES,
    "taper": taper.CASES,
    "today": today.CASES,
    "verdicts": verdicts.CASES,
    "weather": weather.CASES,
    "whatif": whatif.CASES,
}
CASES = {f"{topic}/{name}": case for topic, cases in TOPICS.items() for name, case in cases.items()}
EVERY = [(tongue, name) for tongue in TONGUES for name in CASES]
"""Every golden text by its tongue and case."""


@cache
def recording(tongue: str) -> Recording:
    """The one Text of a tongue, so that in the end it knows all that was said."""
    return Recording(TONGUES[tongue], content().words["en"])


@cache
def reply(tongue: str, name: str) -> Reply:
    return CASES[name](recording(tongue))


def path(tongue: str, name: str) -> Path:
    return FOLDER / tongue / f"{name}.txt"


def written(made: Reply) -> str:
    """A reply as its file has it: text, then buttons row by row, then what else comes along."""
    return "\n".join(_lines(made)) + "\n"


def _lines(made: Reply) -> Iterator[str]:
    if made.text:
        yield made.text
    if made.rows:
        yield ""
        yield from (" ".join(map(_button, row)) for row in made.rows)
    if made.file is not None:
        yield f"(file {made.file.name}: {made.file.caption})"
    if made.picture is not None:
        yield f"(picture: {made.picture.caption})"
    if made.ask_location:
        yield f"(shares the location: {made.ask_location})"
    if made.silent:
        yield "(silent)"


def _button(button: Button) -> str:
    return f"[{button.text} | {button.url or button.data}]"
