"""/library: what was asked for, what was found, and one workout in full with what bars it."""

from __future__ import annotations

from bot.messages import library
from bot.messages.steps import Runner
from core.athlete import Athlete
from core.library import Lock
from tests.messages.recording import Case, Cases
from tests.messages.scenes import ANA, RUI, UNMEASURED, paces, workout


def _opened(key: str, who: Athlete = RUI, locked: str = "", **sized: float) -> Case:
    runner = Runner(paces(who), who.level, measured=who.measured_distance)
    return lambda text: library.opened(workout(key, who, **sized), runner, locked, text)


FOUND = tuple(workout(key) for key in ("hill-minutes", "hill-30s", "cruise-1k", "easy"))

CASES: Cases = {
    "ask": library.ask,
    "found": lambda text: library.found(FOUND, 40, text),
    "found-one": lambda text: library.found(FOUND[:1], None, text),
    "found-none": lambda text: library.found((), 40, text),
    "opened": _opened("1ks-5k"),
    "opened-by-time": _opened("cruise-5min", UNMEASURED),
    "opened-walk-run": _opened("ladder-3", ANA),
    **{f"locked-{lock.value}": _opened("1ks-5k", locked=lock.value) for lock in Lock},
}
