"""/away and /busy: until when, with running or without, what becomes of the days, and back home."""

from __future__ import annotations

from datetime import date, timedelta

from bot.messages import away
from bot.messages.steps import Runner
from core.athlete import Race, RaceDistance
from core.away import away as days_away
from core.away import busy as days_busy
from core.paces import pace_of
from core.plan import Change, ChangeKind
from core.reasons import Code, Reason
from core.season import Offer, Refusal
from core.units import Distance
from tests.messages.recording import Case, Cases
from tests.messages.scenes import (
    LONG,
    REST,
    RUI,
    TEN_K,
    TODAY,
    paces,
    race_session,
    rui_s_plan,
)

SPEED = pace_of(paces(RUI), RUI.level)
RUNNER = Runner(paces(RUI), RUI.level)
LATER = LONG + timedelta(days=14)
OUT = Refusal(
    (Reason(Code.RACE_TOO_SOON, {"distance": "half", "reach": 13_000, "needed": 15_000}),),
    Race(date(2027, 2, 14), Distance(21097.5)),
    (Offer(RaceDistance.TEN_K, date(2027, 2, 14)), Offer(RaceDistance.HALF, date(2027, 4, 4))),
)


def _until(kind: ChangeKind, code: str = "until") -> Case:
    return lambda text: away.until(kind, TODAY, text, code)


def _done(change: Change, first: date, last: date, *, race: bool = False) -> Case:
    races = (race_session(TEN_K),) if race else ()
    return lambda text: away.done(change, 44, RUNNER, text, days=(first, last), races=races)


def _away(first: date, last: date, *, runs: bool) -> Change:
    return days_away(rui_s_plan(), first, last, SPEED, runs=runs)


CASES: Cases = {
    "until": _until(ChangeKind.AWAY),
    "until-over": _until(ChangeKind.AWAY, "away-over"),
    "until-too-long": _until(ChangeKind.AWAY, "away-too-long"),
    "until-known": _until(ChangeKind.AWAY, "away-known"),
    "until-not-away": _until(ChangeKind.AWAY, "away-not"),
    "busy-until": _until(ChangeKind.BUSY),
    "runs": lambda text: away.runs(REST, LONG, text),
    "runs-one-day": lambda text: away.runs(LONG, LONG, text),
    "done-with-runs": _done(_away(REST, LONG, runs=True), REST, LONG),
    "done-without": _done(_away(REST, LONG, runs=False), REST, LONG),
    "done-one-day": _done(_away(LONG, LONG, runs=False), LONG, LONG),
    "done-long": _done(_away(REST, LATER, runs=True), REST, LATER),
    "done-nine-days": _done(_away(REST, LONG + timedelta(days=5), runs=True), REST, LATER),
    "done-with-race": _done(_away(REST, LONG, runs=True), REST, LONG, race=True),
    "busy-done": _done(days_busy(rui_s_plan(), REST, LONG, SPEED), REST, LONG),
    "busy-done-one-day": _done(days_busy(rui_s_plan(), LONG, LONG, SPEED), LONG, LONG),
    "home": lambda text: away.home(ChangeKind.AWAY, text),
    "busy-home": lambda text: away.home(ChangeKind.BUSY, text),
    "race-after": lambda text: away.race_after(OUT, text),
    "race-after-without-offers": lambda text: away.race_after(Refusal(OUT.why, OUT.race), text),
}
