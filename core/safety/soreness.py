"""Open sore spots: read off mornings and evenings until seven clear days (coaching.md 4)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.activity import Log
from core.athlete import Athlete, Spot
from core.checkin import CheckIn, Morning, Pain

CLEAR_DAYS = 7
"""Days without pain that close a spot (coaching.md 4)."""


@dataclass(frozen=True, slots=True)
class Sore:
    """One spot; `score` None: unknown; `worse`: mornings in a row; `closed`: on that day."""

    spot: Spot
    since: date
    told: date
    score: int | None = None
    morning: Morning | None = None
    peak: int = 0
    worse: int = 0
    clear: int = 0
    closed: date | None = None

    @property
    def needs_number(self) -> bool:
        return self.closed is None and self.score is None


def sore_spots(
    athlete: Athlete,
    checkins: Sequence[CheckIn],
    log: Log,
    today: date,
    restarts: Mapping[Spot, date] | None = None,
) -> tuple[Sore, ...]:
    """Every spot that hurt, as it stands; one in `restarts` begins anew there, painless.

    The chest is no sore spot: pain there is a sign, and a doctor's word ends it.
    """
    began = dict(restarts or {})
    spots: dict[Spot, Sore] = {s: Sore(s, day, day, score=0) for s, day in began.items()}
    for injury in athlete.injuries:
        if not injury.healed and injury.spot not in spots:
            since = injury.since or athlete.started
            spots[injury.spot] = Sore(injury.spot, since, since)
    for day, pains in _by_day(checkins, log, today):
        for spot in sorted({pain.spot for pain in pains} - {Spot.CHEST}):
            if day < began.get(spot, day):
                continue
            of_spot = [pain for pain in pains if pain.spot is spot]
            if after := _after_day(spots.get(spot), day, of_spot):
                spots[spot] = after
    return tuple(spots.values())


def _by_day(checkins: Sequence[CheckIn], log: Log, today: date) -> list[tuple[date, list[Pain]]]:
    """What each day said, its morning before its evening, none later than today."""
    days: dict[date, list[Pain]] = {}
    for checkin in checkins:
        if checkin.on <= today:
            days.setdefault(checkin.on, []).extend(checkin.pains)
    for run in log.activities:
        if run.on <= today:
            days.setdefault(run.on, []).extend(Pain(spot, score) for spot, score in run.pain)
    return sorted(days.items())


def _after_day(sore: Sore | None, day: date, pains: Sequence[Pain]) -> Sore | None:
    """The spot after one day's answers about it; None while nothing ever hurt there."""
    hurts = any(not _painless(pain) for pain in pains)
    if sore is None or sore.closed is not None:
        if not hurts:
            return sore
        sore = Sore(pains[0].spot, day, day)
    for pain in pains:
        sore = _after_answer(sore, day, pain)
    clear = 0 if hurts or sore.score is None or sore.score > 0 else sore.clear + 1
    return replace(sore, clear=clear, closed=day if clear >= CLEAR_DAYS else None)


def _painless(pain: Pain) -> bool:
    settled = pain.morning in {None, Morning.USUAL}
    unhurt = pain.score == 0 or (pain.score is None and pain.morning is Morning.USUAL)
    return settled and unhurt and not pain.limping and not pain.painkiller


def _after_answer(sore: Sore, day: date, pain: Pain) -> Sore:
    score = pain.score if pain.score is not None else sore.score
    if pain.painkiller:  # what a painkiller hid is not known (coaching.md 4)
        score = None
    worse = sore.worse
    if pain.morning is Morning.WORSE:
        worse += 1
    elif pain.morning is Morning.USUAL:
        worse = 0
    return replace(
        sore,
        told=day,
        score=score,
        morning=pain.morning or sore.morning,
        worse=worse,
        peak=max(sore.peak, pain.score or 0),
    )


def worse_mornings(sores: Sequence[Sore]) -> tuple[tuple[Spot, int], ...]:
    """Worse mornings in a row by open spot, as `gates_after` wants them."""
    return tuple((s.spot, s.worse) for s in sores if s.closed is None and s.worse)
