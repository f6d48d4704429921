"""Findings about what is left out: volume, the long run, strides, strength, form, pacing (R243)."""

from __future__ import annotations

from datetime import timedelta
from statistics import fmean, median

from core.athlete import RaceDistance
from core.phases import rules_for
from core.plateau.cause import Cause, Evidence, Finding, Sign
from core.plateau.question import Answer, Asked
from core.plateau.scale import ramp
from core.plateau.told import answered, with_told
from core.plateau.view import View, km

WEEKS = 8
CLEARLY_LITTLE = 0.56
"""Where there is so little running, the long run is short because of it."""
ENOUGH_WEEKS, ENOUGH_LIFTED = 4, 3
"""Weeks of a log, and weeks whose strength was told, that say something (ours)."""


def goal_of(view: View) -> RaceDistance:
    """What the running is for: the goal, the next race, or what the last result was over."""
    athlete = view.case.athlete
    if athlete.goal is not None:
        return athlete.goal
    ahead = [race for race in athlete.races if race.on >= view.today]
    if ahead:
        return rules_for(min(ahead, key=lambda race: race.on).distance)
    past = [result for result in athlete.results if result.on <= view.today]
    newest = max(past, key=lambda result: result.on, default=None)
    return rules_for(newest.distance) if newest else RaceDistance.TEN_K


def usual_week(view: View) -> tuple[float, int]:
    """Metres of a usual week, and of how many: the fuller half of eight, so that gaps do not count.

    A newcomer's usual week is the one that was told.
    """
    weeks = [sum(r.metres for r in week) for week in view.weeks[:WEEKS]]
    if len(weeks) < ENOUGH_WEEKS:
        return view.case.athlete.usual.distance.metres, 4
    fuller = sorted(weeks)[len(weeks) // 2 :]
    return fmean(fuller), len(weeks)


def usual_longest(view: View) -> tuple[float, float, int]:
    """Metres and minutes of a week's longest run: the middle of the fuller half of eight weeks."""
    plain = [[r for r in week if not r.quality] for week in view.weeks[:WEEKS]]
    weeks = [week for week in plain if week]
    if len(weeks) < ENOUGH_WEEKS:
        told = view.case.athlete.usual.longest
        return told.metres, view.easy_pace.time_for(told).minutes, 4
    longest = sorted(max((r.metres, r.minutes) for r in week) for week in weeks)
    fuller = longest[len(longest) // 2 :]
    return median(m for m, _ in fuller), median(t for _, t in fuller), len(weeks)


def _longer_than_usual(view: View) -> float:
    """A week's longest run against the middle one of all plain runs, both in minutes."""
    plain = [r.minutes for week in view.weeks[:WEEKS] for r in week if not r.quality and r.minutes]
    return usual_longest(view)[1] / median(plain) if len(plain) >= 3 * ENOUGH_WEEKS else 2.0


def volume(view: View) -> Finding | None:
    """Fewer kilometres than the goal needs."""
    metres, weeks = usual_week(view)
    wanted, _, _ = view.rules.wants(goal_of(view), view.case.athlete.level)
    missing = ramp(metres / wanted.metres, 0.88, 0.5)
    if missing <= 0 or metres <= 0:
        return None
    facts = {"km": km(metres), "wanted": round(wanted.km), "weeks": weeks}
    return Finding(Cause.VOLUME, 0.44 + 0.4 * missing, (Evidence(Sign.LITTLE_VOLUME, facts),))


def long_run(view: View) -> Finding | None:
    """No run of a week that is long enough for the goal, by metres or by minutes."""
    metres, minutes, weeks = usual_longest(view)
    _, wanted, time = view.rules.wants(goal_of(view), view.case.athlete.level)
    enough = max(metres / wanted.metres, minutes / time.minutes)
    missing = ramp(enough, 0.85, 0.5)
    if enough < 1.0:
        missing = max(missing, 0.5 * ramp(_longer_than_usual(view), 1.35, 1.1))
    if missing <= 0 or metres <= 0:
        return None
    weight = 0.44 + 0.36 * missing
    little = volume(view)
    if little is not None and little.weight >= CLEARLY_LITTLE:
        weight = min(weight, little.weight - 0.04)
    facts = {"km": km(metres), "wanted": round(wanted.km), "weeks": weeks}
    return Finding(Cause.LONG_RUN, weight, (Evidence(Sign.SHORT_LONG_RUN, facts),))


def strides(view: View) -> Finding | None:
    """Nothing quicker than race pace in eight weeks."""
    quick = any(r.quick for r in view.within(7 * WEEKS))
    none = view.keyed and not quick
    signs = [Evidence(Sign.NO_STRIDES, {"weeks": WEEKS})] if none else []
    told = {} if quick else {Answer.NEVER: 0.56, Answer.SOMETIMES: 0.25}
    return with_told(Cause.STRIDES, 0.5 if none else 0.0, signs, view, Asked.STRIDES, told)


def strength(view: View) -> Finding | None:
    """No strength work: told so with the reviews, or now, or a plan of weeks that has none."""
    plan, weeks = view.case.plan, 0
    first = view.today - timedelta(days=7 * WEEKS)
    told_of = len(view.lifted) >= ENOUGH_LIFTED
    done = any(view.lifted.values()) or (not told_of and any(first <= on for on in view.strength))
    if told_of:
        weeks = len(view.lifted)
    elif plan is not None and not any(first <= on for on, _ in plan.strength):
        weeks = min(WEEKS, max(0, (view.today - max(plan.starts, first)).days // 7))
    none = weeks >= (ENOUGH_LIFTED if told_of else ENOUGH_WEEKS) and not done
    if answered(view, Asked.STRENGTH) is Answer.TWICE_A_WEEK:
        return None
    signs = [Evidence(Sign.NO_STRENGTH, {"weeks": weeks})] if none else []
    told = {} if any(view.lifted.values()) else {Answer.NEVER: 0.6, Answer.SOMETIMES: 0.3}
    return with_told(Cause.STRENGTH, 0.46 if none else 0.0, signs, view, Asked.STRENGTH, told)


def form(view: View) -> Finding | None:
    """Form goes before breath does: only the athlete can tell."""
    return with_told(Cause.FORM, 0.0, (), view, Asked.LATE, {Answer.FORM: 0.6})


def pacing(view: View, faded: Finding | None) -> Finding | None:
    """Out too fast: told, and the more so where the ends fade."""
    weight = 0.6 * faded.weight if faded else 0.0
    signs = faded.evidence[:1] if faded else ()
    told = {Answer.START_TOO_FAST: 0.64}
    return with_told(Cause.PACING, weight, signs, view, Asked.LATE, told)
