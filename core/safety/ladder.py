"""The walk-run ladder: the way back from a stop, and the way in for who cannot run yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.activity import Activity, Done, Log
from core.athlete import Spot
from core.checkin import CheckIn, Morning, Pain

WELL_RPE = 4
"""RPE up to which a step went well (coaching.md 3)."""
WELL_PAIN = 2
"""Pain of 0-10 up to which a step went well (Silbernagel 2007)."""
BACK_AFTER_TWO = 2
"""Steps back after two bad ones (coaching.md 4)."""


Ladder = tuple[str, ...]
"""The keys of the steps' workouts, lowest first."""


@dataclass(frozen=True, slots=True)
class Climb:
    """Where on the ladder somebody stands: step 1 is the first, `bad` counts bad steps in a row."""

    step: int = 1
    bad: int = 0
    good: int = 0
    physiotherapist: bool = False
    last_run: date | None = None
    done: bool = False


def climb(
    ladder: Ladder,
    since: date,
    log: Log,
    checkins: Sequence[CheckIn],
    today: date,
    *,
    spot: Spot | None = None,
    good_needed: int = 1,
    start: int = 1,
) -> Climb:
    """The step for `today`: what was run before today counts, with the mornings up to today.

    A step that was not run as planned counts nothing; with a `spot` the next step unlocks only
    by the answer of a morning after. Beginners need three good ones (coaching.md 3).
    """
    at = Climb(step=start)
    runs = [r for r in log.activities if since <= r.on < today and r.ran]
    for position, run in enumerate(runs):
        at = replace(at, last_run=run.on)
        if at.done or run.key != ladder[at.step - 1] or run.done is not Done.AS_PLANNED:
            continue
        until = runs[position + 1].on if position + 1 < len(runs) else today
        mornings = [c for c in checkins if run.on < c.on <= until]
        at = _after_step(at, _went(run, mornings, spot), len(ladder), good_needed)
    return at


@dataclass(frozen=True, slots=True)
class _Went:
    good: bool
    bad: bool
    stiffer: bool


def _went(run: Activity, mornings: Sequence[CheckIn], spot: Spot | None) -> _Went:
    """How one step went: its own pain and RPE, and the first morning that speaks of the spot."""
    after = _first_about(mornings, spot)
    scores = [score for place, score in run.pain if spot in {None, place}]
    scores += [pain.score for pain in after if pain.score is not None]
    hurt = max(scores, default=0) > WELL_PAIN
    stiffer = any(pain.morning in {Morning.STIFFER, Morning.WORSE} for pain in after)
    unsure = any(pain.painkiller for pain in after) or (spot is not None and not after)
    easy = run.rpe is None or run.rpe <= WELL_RPE
    bad = hurt or stiffer
    return _Went(good=easy and not bad and not unsure, bad=bad, stiffer=stiffer)


def _first_about(mornings: Sequence[CheckIn], spot: Spot | None) -> list[Pain]:
    for checkin in sorted(mornings, key=lambda c: c.on):
        if told := [pain for pain in checkin.pains if spot in {None, pain.spot}]:
            return told
    return []


def _after_step(at: Climb, went: _Went, rungs: int, good_needed: int) -> Climb:
    if went.bad:
        bad = at.bad + 1
        back = BACK_AFTER_TWO if bad >= 2 else int(went.stiffer)
        return replace(
            at,
            step=max(1, at.step - back),
            bad=bad % 2,
            good=0,
            physiotherapist=at.physiotherapist or bad >= 2,
        )
    if not went.good:
        return at
    if at.good + 1 < good_needed:
        return replace(at, good=at.good + 1, bad=0)
    done = at.step >= rungs
    return replace(at, step=at.step if done else at.step + 1, good=0, bad=0, done=done)
