"""Findings about the season: no waves in it, or all in place and used to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median

from core.plateau.cause import Cause, Evidence, Finding, Sign
from core.plateau.question import Answer, Asked
from core.plateau.scale import ramp
from core.plateau.told import answered, with_told
from core.plateau.view import Run, View, commonest
from core.reasons import Fact
from core.workout import Focus

LONG_ENOUGH = 10
LIGHTER, SHORTER, MUCH_SHORTER, FEWER = 0.86, 0.9, 0.83, 0.68
"""A lighter week has less of everything; one that only lacks runs may just not be logged (ours)."""
IN_WAVES = 6.5
"""One lighter week in so many makes waves; fewer come by chance (ours)."""
TRUE_WEIGHT, SLOWER_WEIGHT = 0.42, 0.36
"""What is left when nothing else speaks: above hints, below any cause that does (ours)."""
PATCHY = 0.2
"""From this share of weeks with more or fewer runs than usual a missing run says nothing (ours)."""
HABIT, CLEARLY = 0.75, 0.72
"""So many of every third or fourth week are light, and so much more often than others (ours)."""
DOUBT, GETS_SLOWER, TOLD_OTHERWISE = 0.92, 0.8, 0.7
"""What flat weeks still weigh where some may have been light, where times fall, where the athlete
tells of an easy week (ours)."""
SAME_SEASON_SHARE = 0.6
"""One kind of session in so many of all makes it the season's (ours)."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Of so many weeks the lighter ones, those that only lack runs, the lightest in per cent."""

    of: int
    lighter: int
    thinner: int
    lowest: int

    @property
    def waves(self) -> bool:
        """Whether enough weeks were lighter without doubt."""
        return self.lighter * IN_WAVES > self.of

    @property
    def flat(self) -> bool:
        """Whether even the doubtful ones are too few."""
        return (self.lighter + self.thinner) * IN_WAVES <= self.of


def weeks_of(view: View) -> Weeks:
    """The whole weeks of the log, sized against the usual one."""
    ran = [week for week in view.weeks if week]
    if len(ran) < 4:
        return Weeks(len(view.weeks), len(view.weeks) - len(ran), 0, 100)
    usual = median(sum(r.minutes for r in week) for week in ran) or 1.0
    hard = median(sum(r.quality for r in week) for week in ran) >= 1
    totals = [sum(r.minutes for r in week) / usual for week in view.weeks]
    lighter = _lighter(view, totals)
    thinner = [
        not light and (total < FEWER or (hard and _rests(week, total)))
        for week, total, light in zip(view.weeks, totals, lighter, strict=True)
    ]
    sure, doubtful = sum(lighter), sum(thinner)
    either = [a or b for a, b in zip(lighter, thinner, strict=True)]
    if _habit(either) or (_apart(either) and not _patchy(view.weeks, either)):
        sure, doubtful = sure + doubtful, 0
    lowest = round(100 * min((total for total in totals if total > 0), default=1.0))
    return Weeks(len(view.weeks), sure, doubtful, lowest)


def _lighter(view: View, totals: Sequence[float]) -> list[bool]:
    """Weeks of smaller runs: what was not logged does not make the others smaller."""
    sizes = _sizes(view)
    means = [fmean(sizes[r] for r in week) if week else 1.0 for week in view.weeks]
    return [_is_lighter(total, size) for total, size in zip(totals, means, strict=True)]


def _is_lighter(total: float, size: float) -> bool:
    """By its runs alone where those are much smaller, else by its runs and its total."""
    return size < MUCH_SHORTER or (size < SHORTER and total < LIGHTER)


def _habit(light: Sequence[bool]) -> bool:
    """Whether every third or fourth week is light and few others are: that is no chance."""
    for every in (3, 4):
        for first in range(every):
            slots = light[first::every]
            others = [is_light for n, is_light in enumerate(light) if n % every != first]
            part = sum(slots) / len(slots) if len(slots) >= 3 else 0.0
            if part >= HABIT and part - sum(others) / len(others) >= CLEARLY:
                return True
    return False


def _apart(light: Sequence[bool]) -> bool:
    """Whether they come no nearer than every third week: what is missed comes by chance."""
    places = [n for n, is_light in enumerate(light) if is_light]
    return all(3 <= after - before <= 6 for before, after in pairwise(places))


def _patchy(weeks: Sequence[Sequence[Run]], light: Sequence[bool]) -> bool:
    """Whether the other weeks differ in their number of runs as well: then it says little."""
    others = [len(week) for week, less in zip(weeks, light, strict=True) if not less]
    usual = max(set(others), key=lambda n: (others.count(n), n)) if others else 0
    return sum(count != usual for count in others) > PATCHY * len(others)


def _sizes(view: View) -> dict[Run, float]:
    """Each run's minutes over those usual for its kind: what was not logged does not move it."""
    kinds: dict[str, list[Run]] = {}
    for run in view.runs:
        kind = "hard" if run.hard else "long" if run.focus is Focus.LONG else "easy"
        kinds.setdefault(kind, []).append(run)
    usual = {kind: median(r.minutes for r in runs) or 1.0 for kind, runs in kinds.items()}
    return {r: r.minutes / usual[kind] for kind, runs in kinds.items() for r in runs}


def _rests(week: Sequence[Run], total: float) -> bool:
    """A week without a hard session where there usually is one, and no longer than others are."""
    return not any(r.hard for r in week) and total < 1.05


def no_cycles(view: View, *, slower: bool) -> Finding | None:
    """Every week like the one before, for a season (R247); it stops progress, it slows nobody."""
    weeks, weight, signs = weeks_of(view), 0.0, []
    if weeks.of >= LONG_ENOUGH and not weeks.waves:
        weight = 0.43 + 0.06 * ramp(weeks.of, LONG_ENOUGH, 15) + 0.05 * ramp(weeks.lowest, 75, 90)
        light = weeks.lighter + weeks.thinner
        facts: dict[str, Fact] = {"weeks": weeks.of, "lowest": weeks.lowest, "light": light}
        signs.append(Evidence(Sign.NO_WAVES, facts))
        if all(any(r.quality for r in week) for week in view.weeks):
            weight += 0.03
            signs.append(Evidence(Sign.NO_BREAK, {"weeks": weeks.of}))
        weight *= 1.0 if weeks.flat else DOUBT
        weight *= GETS_SLOWER if slower else 1.0
    if answered(view, Asked.BREAK) is Answer.THIS_MONTH:
        weight *= TOLD_OTHERWISE
    told = {Answer.NEVER: 0.66, Answer.LONG_AGO: 0.58}
    return with_told(Cause.NO_CYCLES, weight, signs, view, Asked.BREAK, told)


def true_plateau(view: View, others: int, *, slower: bool) -> Finding:
    """Everything in place and no cause that explains it: always there, and rarely first.

    Who gets slower does not stand still: something else is likelier.
    `others`: causes that were weighed and did not speak.
    """
    recent = [r for r in view.quality if (view.last - r.on).days < 98]
    kinds = len({r.activity.key or r.focus.value for r in recent})
    weeks = min(14, len(view.weeks))
    signs = [Evidence(Sign.NOTHING_ELSE, {"causes": others})]
    if weeks >= LONG_ENOUGH and kinds >= 3:
        signs.insert(0, Evidence(Sign.ALL_IN_PLACE, {"weeks": weeks, "kinds": kinds}))
    focus, times = commonest(r.focus.value for r in recent)
    if len(recent) >= 6 and times >= SAME_SEASON_SHARE * len(recent):
        facts: dict[str, Fact] = {
            "weeks": weeks,
            "focus": focus,
            "percent": round(100 * times / len(recent)),
        }
        signs.append(Evidence(Sign.SAME_SEASON, facts))
    weight = SLOWER_WEIGHT if slower else TRUE_WEIGHT
    return Finding(Cause.TRUE, weight, tuple(signs))
