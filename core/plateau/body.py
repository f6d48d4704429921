"""Signs of the body and of life: overcooked, life stress, and what a doctor should look at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from core.activity import Done
from core.checkin import CheckIn
from core.load import MONOTONOUS, daily_loads, monotony
from core.plateau.cause import Evidence, Sign
from core.plateau.question import Answer, Asked
from core.plateau.scale import ramp
from core.plateau.view import Run, View, mean, share
from core.readiness.baseline import SECOND_HALF_FROM
from core.reasons import Code
from core.safety import Sign as Told
from core.units import Duration, HeartRate

MORNINGS, FEW = 8, 5
"""Answers from which a month's share says something, and a fortnight's (ours)."""
HEAVY = 2
RECENT, THREE_WEEKS, MONTH, ALL = 14, 21, 28, 60
SECOND_HALF_ADDS = 3
"""Beats after ovulation: 2 to 4 (Shilaih 2017)."""
_NO_HUNGER = Told.RAN_ON_REST_DAYS.value
"""Asked as gently, but rest that is run through is no sign of too little food or iron."""


@dataclass(frozen=True, slots=True)
class Sized:
    """A sign with its strength, 0 to 1."""

    strength: float
    evidence: Evidence


class Body:
    """What the mornings, the efforts and the load say together."""

    def __init__(self, view: View) -> None:
        self.view = view

    @cached_property
    def heavy_told(self) -> bool:
        """Whether the athlete said that the legs are always heavy."""
        return self.view.case.answers.get(Asked.LEGS) is Answer.ALWAYS_HEAVY

    # -- the body ------------------------------------------------------------------------------

    @cached_property
    def legs(self) -> Sized | None:
        """Heavy legs in two weeks, against the weeks before."""
        heavy, days = _heavy(self.view.mornings(RECENT))
        if days < FEW:
            return None
        was, before = _heavy(self.view.mornings(ALL, until=RECENT))
        now, then = heavy / days, was / before if before >= MORNINGS else 0.1
        strength = 0.5 * ramp(now, 0.2, 0.45) + 0.5 * ramp(now - then, 0.1, 0.3)
        facts = {"heavy": heavy, "days": days, "before": round(then * days)}
        return Sized(strength, Evidence(Sign.LEGS_WORSE, facts))

    @cached_property
    def pulse(self) -> Sized | None:
        """The morning pulse of two weeks against the weeks before."""
        now, then = (
            _pulses(self.view.mornings(RECENT)),
            _pulses(self.view.mornings(ALL, until=RECENT)),
        )
        if len(now) < FEW or len(then) < MORNINGS or not self.view.case.allowance.pulse:
            return None
        up = median(now) - median(then)
        facts = {"bpm": round(median(now)), "before": round(median(then))}
        return Sized(ramp(up, 1.5, 5), Evidence(Sign.PULSE_UP, facts))

    @cached_property
    def effort(self) -> Sized | None:
        """The RPE of easy runs in three weeks against that of the months before."""
        now = [r.rpe for r in self.view.within(THREE_WEEKS) if r.easy and r.rpe is not None]
        then = [r.rpe for r in self.view.within(112, until=MONTH) if r.easy and r.rpe is not None]
        if len(now) < 4 or len(then) < 4:
            return None
        up = (mean(now) or 0) - (mean(then) or 0)
        facts = {"rpe": round(mean(now) or 0, 1), "before": round(mean(then) or 0, 1)}
        return Sized(ramp(up, 0.4, 1.1), Evidence(Sign.EFFORT_UP, facts))

    @cached_property
    def harder(self) -> Sized | None:
        """Easy and hard runs alike above what they mean, over eight weeks."""
        meant, runs = self.view.case.meant, self.view.within(56)
        easy = [r.rpe - meant.get(r.focus, 3) for r in runs if r.easy and r.rpe is not None]
        hard = [r.rpe - meant.get(r.focus, 7) for r in runs if r.quality and r.rpe is not None]
        if len(easy) < 6 or len(hard) < 4:
            return None
        over, above = mean(easy) or 0, mean(hard) or 0
        facts = {"easy": round(over, 1), "hard": round(above, 1)}
        strength = min(ramp(over, 0.6, 1.6), ramp(above, 0.3, 1.2))
        return Sized(strength, Evidence(Sign.ALL_HARDER, facts))

    @cached_property
    def tired(self) -> Sized | None:
        """Heavy legs all through the weeks that are known."""
        mornings = self.view.mornings(ALL)
        heavy, days = _heavy(mornings)
        if days < 2 * MORNINGS:
            return None
        weeks = max(1, round(((self.view.today - mornings[0].on).days + 1) / 7))
        facts = {"heavy": heavy, "days": days, "weeks": weeks}
        return Sized(ramp(heavy / days, 0.25, 0.5), Evidence(Sign.TIRED_THROUGHOUT, facts))

    @cached_property
    def after_rest(self) -> Sized | None:
        """The mornings of the lightest known week and the three days after it."""
        weeks = self.view.weeks[:8]
        minutes = [sum(r.minutes for r in week) for week in weeks]
        if len(weeks) < 4 or min(minutes) > 0.82 * median(minutes):
            return None
        sunday = self.view.sundays[minutes.index(min(minutes))]
        end = max(0, (self.view.today - sunday).days - 3)
        heavy, days = _heavy(self.view.mornings(end + 9, until=end))
        if days < 3:
            return None
        facts = {"heavy": heavy, "days": days}
        return Sized(ramp(heavy / days, 0.2, 0.55), Evidence(Sign.TIRED_AFTER_REST, facts))

    @cached_property
    def doctor(self) -> Sized | None:
        """What safety already asks about: periods, weight, bones, rest days run on."""
        held = [r for r in self.view.case.allowance.reasons if r.code is Code.NO_GROWTH]
        asked = [r for r in held if r.facts.get("sign") != _NO_HUNGER]
        if not asked:
            return None
        return Sized(1.0, Evidence(Sign.BODY_ASKS, {"sign": asked[0].facts.get("sign", "")}))

    # -- the load ------------------------------------------------------------------------------

    @cached_property
    def load_up(self) -> Sized | None:
        """Minutes of four weeks over those of the four before, hard ones double."""
        if self.view.covered < 2 * MONTH - 3:
            return None
        now, then = _load(self.view.within(MONTH)), _load(self.view.within(56, until=MONTH))
        if then <= 0:
            return None
        facts = {"percent": round(100 * (now / then - 1))}
        return Sized(ramp(now / then, 1.06, 1.28), Evidence(Sign.LOAD_UP, facts))

    @cached_property
    def monotony(self) -> Sized | None:
        """Weeks of the last four in which every day was alike (Foster 1998)."""
        weeks = [daily_loads(self.view.case.log, self.view.last, 28)[7 * n :][:7] for n in range(4)]
        flat = sum(monotony(week) > MONOTONOUS for week in weeks)
        facts = {"weeks": flat, "of": 4}
        return Sized(ramp(flat, 0.5, 3), Evidence(Sign.MONOTONY, facts))

    @cached_property
    def no_easy_week(self) -> Sized | None:
        """Weeks in a row, back from now, none of them a fifth lighter than usual."""
        minutes = [sum(r.minutes for r in week) for week in self.view.weeks]
        if len(minutes) < 5:
            return None
        usual = median(minutes)
        count = next((n for n, m in enumerate(minutes) if m < 0.8 * usual), len(minutes))
        return Sized(ramp(count, 4, 8), Evidence(Sign.NO_EASY_WEEK, {"weeks": count}))

    @cached_property
    def dense(self) -> Sized | None:
        """Hard days a week over four weeks."""
        days = {r.on for r in self.view.within(MONTH) if r.hard}
        facts = {"hard": round(len(days) / 4, 1)}
        return Sized(ramp(len(days) / 4, 2.6, 3.6), Evidence(Sign.DENSE, facts))

    # -- life ----------------------------------------------------------------------------------

    @cached_property
    def stress(self) -> Sized | None:
        mornings = [c for c in self.view.mornings(MONTH) if c.answered or c.stress]
        if len(mornings) < MORNINGS:
            return None
        days, of = share(c.stress or c.dread for c in mornings)
        return Sized(ramp(days / of, 0.1, 0.34), Evidence(Sign.STRESSED, {"days": days, "of": of}))

    @cached_property
    def sleep(self) -> Sized | None:
        """Short nights in four weeks: against seven hours, and against the weeks before."""
        now = _nights(self.view.mornings(MONTH))
        then = _nights(self.view.mornings(ALL, until=MONTH))
        if len(now) < MORNINGS:
            return None
        hours = mean(now) or 0.0
        fallen = (mean(then) or hours) - hours if len(then) >= MORNINGS else 0.0
        strength = max(ramp(7.0 - hours, 0.3, 1.0), ramp(fallen, 0.4, 1.1))
        short = sum(night < 6.5 for night in now)
        facts = {"hours": round(hours, 1), "nights": short, "of": len(now)}
        return Sized(strength, Evidence(Sign.SHORT_NIGHTS, facts))

    @cached_property
    def lost(self) -> Sized | None:
        """Planned runs that were honestly not run in four weeks."""
        first = self.view.within(MONTH)
        activities = self.view.case.log.activities
        days = [a for a in activities if 0 <= (self.view.last - a.on).days < MONTH]
        gone = sum(a.done is Done.NOT_RUN for a in days)
        planned = gone + len(first)
        if planned < 6:
            return None
        facts = {"runs": gone, "weeks": 4}
        return Sized(ramp(gone / planned, 0.1, 0.4), Evidence(Sign.RUNS_LOST, facts))


def strength(sign: Sized | None) -> float:
    """A sign that is not known speaks for nothing."""
    return sign.strength if sign else 0.0


def together(weights: Mapping[str, float], body: Body) -> float:
    """The weighted sum of the signs that are named, at most 1."""
    return min(1.0, sum(w * strength(getattr(body, name)) for name, w in weights.items()))


def evidence(body: Body, names: Iterable[str], least: float = 0.25) -> tuple[Evidence, ...]:
    """The signs that speak at all, the strongest first."""
    signs = [sign for name in names if (sign := getattr(body, name)) is not None]
    loud = [sign for sign in signs if sign.strength >= least]
    return tuple(sign.evidence for sign in sorted(loud, key=lambda sign: -sign.strength))


def _heavy(mornings: Iterable[CheckIn]) -> tuple[int, int]:
    return share(c.legs <= HEAVY for c in mornings if isinstance(c.legs, int))


def _pulses(mornings: Iterable[CheckIn]) -> list[int]:
    """Beats a minute, those of the cycle's second half without what it adds."""
    return [
        c.pulse.bpm - (SECOND_HALF_ADDS if (c.cycle_day or 0) >= SECOND_HALF_FROM else 0)
        for c in mornings
        if isinstance(c.pulse, HeartRate)
    ]


def _nights(mornings: Iterable[CheckIn]) -> list[float]:
    return [c.sleep.hours for c in mornings if isinstance(c.sleep, Duration)]


def _load(runs: Iterable[Run]) -> float:
    return sum(r.minutes * (2 if r.hard else 1) for r in runs)
