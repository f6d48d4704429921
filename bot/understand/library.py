"""What kind of workout is wished for: "40 minutes, hills", "tempo on the track"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.understand.quantities import find_durations
from bot.understand.reading import read_tokens
from core.athlete import Kit
from core.workout import Focus

_FOCUS = {
    Focus.EASY: ["easy", "recovery", "jog", "shakeout", "relaxed", "leicht", "suave"],
    Focus.LONG: ["long", "longrun", "endurance", "lang", "largo"],
    Focus.THRESHOLD: ["threshold", "tempo", "cruise", "schwelle", "umbral"],
    Focus.VO2MAX: ["vo2", "vo2max", "interval", "intervals", "reps", "fartlek", "series"],
    Focus.SPEED: ["speed", "fast", "sprints", "sprint", "quick", "schnell", "velocidad"],
    Focus.ECONOMY: ["strides", "drills", "economy", "form"],
    Focus.RACE_PACE: ["race", "pace", "racepace", "specific"],
    Focus.STEADY: ["steady", "moderate"],
    Focus.TEST: ["test", "trial"],
    Focus.WALK_RUN: ["walk", "walking"],
}
_KIT = {
    Kit.HILL: ["hill", "hills", "uphill", "berg", "cuesta"],
    Kit.TRACK: ["track", "bahn", "pista"],
    Kit.TREADMILL: ["treadmill", "laufband", "cinta"],
    Kit.FLAT: ["flat", "flach", "llano"],
}
_LEAST, _MOST = 5.0, 300.0


@dataclass(frozen=True, slots=True)
class WorkoutWish:
    """What was asked for; None where nothing was said about it."""

    minutes: float | None = None
    focus: Focus | None = None
    kit: Kit | None = None


def read_workout_wish(text: str) -> WorkoutWish:
    """Minutes, focus and ground told in a few words; unknown words are left alone."""
    tokens = read_tokens(text)
    words = {token.text for token in tokens}
    return WorkoutWish(
        minutes=_minutes(text),
        focus=next((f for f, said in _FOCUS.items() if words & set(said)), None),
        kit=next((k for k, said in _KIT.items() if words & set(said)), None),
    )


def _minutes(text: str) -> float | None:
    """The first believable length of a session; a bare number is minutes."""
    for meanings, _start, _end in find_durations(read_tokens(text), bare=True):
        for seconds in meanings:
            if _LEAST * 60 <= seconds <= _MOST * 60:
                return seconds / 60
    return None
