"""Findings about how the runs are run: repeated, medium, fading, by wished paces, badly spaced."""

from __future__ import annotations

from datetime import date, timedelta

from core.fitness import vdot
from core.paces import paces_for
from core.plateau.alike import groups
from core.plateau.body import Body, strength
from core.plateau.cause import Cause, Evidence, Finding, Sign
from core.plateau.question import Answer, Asked
from core.plateau.scale import ramp
from core.plateau.told import answered, with_told
from core.plateau.view import DAY, Run, View, share
from core.workout import Focus

LAST = 6
WEEKS = 11
NAMELESS = 0.6
"""What sessions are worth that were told without a name or a number of reps (ours)."""
MONTHS = 56
ENOUGH_EASY, ENOUGH_HARD = 6, 4
OVER_A_SESSION = 1
"""RPE above its meaning at which a hard session was a struggle (ours)."""
FASTER = 0.98
RATED_EASY = 0.7
"""From this share of easy ratings on they speak against the watch (ours)."""
HABITUAL = 6
"""So many races alike in sixteen weeks are a session on repeat, and no season's goals (ours)."""
LONG = 70.0
"""Minutes from which a run without a name can be a long one (ours)."""


def repeat(view: View) -> Finding | None:
    """The same session again: of the last six, and of the last eleven weeks (R241)."""
    hard = _with_habitual_races(view)
    last = [r for r in hard if (view.last - r.on).days < 7 * 12][-LAST:]
    weight, signs = 0.0, []
    recent = [r for r in hard if (view.last - r.on).days < 7 * WEEKS]
    known = len({(view.last - r.on).days // 7 for r in recent})
    if len(last) >= view.rules.same_of_six and known >= 5:
        most = groups(recent)[0]
        times = len({(view.last - r.on).days // 7 for r in most})
        same = max(len(set(group) & set(last)) for group in groups(recent))
        often = ramp(times / known, 0.5, 0.85) if times >= 5 else 0.0
        of_last = ramp(same, view.rules.same_of_six - 1, LAST)
        weight = (0.5 + 0.35 * max(often, of_last)) if max(often, of_last) > 0 else 0.0
        if weight:
            since = max(view.covered, (view.last - recent[0].on).days + 1)
            weeks = min(WEEKS, -(-since // 7))
            signs.append(_same(most, times, weeks))
            signs.append(Evidence(Sign.SAME_OF_LAST, {"same": same, "last": len(last)}))
        weight *= NAMELESS if nameless(most) else 1.0
    if answered(view, Asked.WORKOUT) is Answer.VARIES:
        weight *= 0.5
    told = {Answer.MOSTLY_SAME: 0.75}
    return with_told(Cause.REPEAT, weight, signs, view, Asked.WORKOUT, told)


def _with_habitual_races(view: View) -> list[Run]:
    """The hard sessions, and races or tests that have become one: a parkrun every Saturday."""
    often = [group for group in groups(view.raced) if len(group) >= HABITUAL]
    return sorted([*view.quality, *(r for group in often for r in group)], key=lambda r: r.on)


def nameless(runs: tuple[Run, ...]) -> bool:
    """Whether kind and length alone make the sessions alike: they may have been different ones."""
    raced = {Focus.RACE, Focus.TEST}
    return not any(r.activity.key or r.activity.reps_planned or r.focus in raced for r in runs)


def _same(runs: tuple[Run, ...], times: int, weeks: int) -> Evidence:
    run = runs[-1]
    reps = run.activity.reps_planned or 0
    facts = {"key": run.activity.key, "focus": run.focus.value, "reps": reps}
    return Evidence(Sign.SAME_WORKOUT, {**facts, "times": times, "weeks": weeks})


def medium(view: View, body: Body) -> Finding | None:
    """Easy runs too hard and hard ones flat (R34); not where all is hard because one is tired."""
    runs, meant = view.within(MONTHS), view.case.meant
    rated = [r for r in runs if r.rpe is not None and r.minutes]
    easy = [(r.rpe or 0) - meant.get(r.focus, 3) for r in rated if r.easy]
    hard = [(r, (r.rpe or 0) - meant.get(r.focus, 7)) for r in rated if r.quality]
    signs: list[Evidence] = []
    crept = _part(Sign.EASY_TOO_HARD, [o >= view.rules.easy_over for o in easy], ENOUGH_EASY, signs)
    fast = _part(Sign.EASY_TOO_FAST, _too_fast(runs, view), ENOUGH_EASY, signs)
    flat = _part(Sign.HARD_FLAT, [o < 0 or r.lost for r, o in hard], ENOUGH_HARD - 1, signs)
    middle = _middle(rated, view, signs)
    creeping = max(ramp(crept, 0.25, 0.6), ramp(fast, 0.3, 0.7))
    if contradicts(view) and answered(view, Asked.EASY) is Answer.ALWAYS:
        creeping, signs = ramp(crept, 0.25, 0.6), []  # effort outranks the watch (coaching.md 7)
    weight = 0.6 * creeping + 0.2 * ramp(flat, 0.2, 0.6) + 0.12 * ramp(middle, 0.3, 0.6)
    if creeping < 0.3:
        weight, signs = 0.0, []
    struggled = [o >= OVER_A_SESSION for _, o in hard]
    tired = ramp(sum(struggled) / len(struggled), 0.4, 0.8) if len(struggled) >= 3 else 0.0
    weight *= 1 - 0.4 * tired
    weight *= 1 - 0.45 * max(strength(body.tired), strength(body.legs))
    weight *= (1 - 0.4 * strength(body.effort)) * (1 - 0.3 * strength(body.stress))
    if answered(view, Asked.EASY) is Answer.ALWAYS:
        weight *= 0.7
    told = {Answer.RARELY: 0.68, Answer.SOMETIMES: 0.35}
    return with_told(Cause.MEDIUM, weight, signs, view, Asked.EASY, told)


def contradicts(view: View) -> bool:
    """Whether easy runs are faster than their bound and yet were rated easy: that is asked."""
    runs, meant = view.within(MONTHS), view.case.meant
    rated = [(r.rpe or 0) - meant.get(r.focus, 3) for r in runs if r.easy and r.rpe is not None]
    some, of = share(_too_fast(runs, view))
    easy = len(rated) >= ENOUGH_EASY and sum(o < 1 for o in rated) >= RATED_EASY * len(rated)
    return easy and of >= ENOUGH_EASY and some * 3 >= of


def _part(sign: Sign, flags: list[bool], least: int, signs: list[Evidence]) -> float:
    """The share of the flags, told as a sign from a third on; 0 where there are too few."""
    some, of = share(flags)
    if of < least:
        return 0.0
    if some * 3 >= of:
        signs.append(Evidence(sign, {"runs": some, "of": of}))
    return some / of


def _too_fast(runs: tuple[Run, ...], view: View) -> list[bool]:
    """Easy runs with a told distance and time, against the bound that easy has."""
    if view.vdot is None:
        return []
    bound = paces_for(view.vdot).easy_bound.seconds_per_km * FASTER
    paced = [r for r in runs if r.easy and r.paced]
    return [60_000 * r.minutes / r.metres < bound for r in paced]


def _middle(rated: list[Run], view: View, signs: list[Evidence]) -> float:
    """The share of the minutes at RPE 5 and 6."""
    whole = sum(r.minutes for r in rated)
    if len(rated) < 2 * ENOUGH_EASY or not whole:
        return 0.0
    part = sum(r.minutes for r in rated if r.rpe in {5, 6}) / whole
    if part > view.rules.medium_share:
        signs.append(Evidence(Sign.MEDIUM_SHARE, {"percent": round(100 * part)}))
    return part


def strain(view: View) -> tuple[float, Evidence | None]:
    """The share of hard sessions that were not held or cost more than they should."""
    meant = view.case.meant
    hard = [r for r in view.within(MONTHS) if r.quality and _judged(r)]
    if len(hard) < ENOUGH_HARD:
        return 0.0, None
    lost, of = share(r.lost or (r.rpe or 0) - meant.get(r.focus, 7) >= OVER_A_SESSION for r in hard)
    return lost / of, Evidence(Sign.REPS_NOT_HELD, {"runs": lost, "of": of})


def _judged(run: Run) -> bool:
    return run.rpe is not None or run.activity.evenness is not None or run.lost


def wishes(view: View) -> Finding | None:
    """A target more than two VDOT ahead, and sessions that cannot be held at it (R237b)."""
    part, sign = strain(view)
    struggles = ramp(part, 0.25, 0.6)
    signs, weight = [], 0.0
    target = _target(view)
    if target is not None and view.vdot is not None:
        ahead = target - view.vdot
        if ahead >= view.rules.target_ahead:
            weight = 0.42 + 0.1 * ramp(ahead, view.rules.target_ahead, 5) + 0.36 * struggles
            facts = {"target": round(target, 1), "vdot": round(view.vdot, 1)}
            signs.append(Evidence(Sign.TARGET_FAR, facts))
    if sign is not None and struggles >= 0.3:
        signs.append(sign)
    told = {Answer.GOAL: 0.6 + 0.2 * struggles}
    if answered(view, Asked.PACES) is Answer.RACE:
        weight *= 0.7
    signs = signs if weight or answered(view, Asked.PACES) is Answer.GOAL else []
    return with_told(Cause.WISHES, weight, signs, view, Asked.PACES, told)


def _target(view: View) -> float | None:
    """The VDOT of the most ambitious target time for a race to come."""
    ahead = [
        vdot(race.distance, race.target)
        for race in view.case.athlete.races
        if race.target is not None and race.on >= view.today and race.distance.metres >= 1500
    ]
    return max(ahead, default=None)


def scheduling(view: View, body: Body) -> Finding | None:
    """Hard days on the day after strength, a long run or another hard day (R237a, R246)."""
    hard = [r for r in view.within(MONTHS) if r.quality]
    weight, signs = 0.0, []
    if len(hard) >= ENOUGH_HARD:
        heavy = _heavy_days(view)
        long = _long_days(view)
        after_long = sum(r.on - DAY in long for r in hard)
        after = sum(r.on - DAY in long | heavy for r in hard)
        part = after / len(hard)
        weight = 0.85 * ramp(part, 0.2, 0.7) * (1 - 0.4 * strength(body.dense))
        of = {"of": len(hard)}
        if after_long * 3 >= len(hard):
            signs.append(Evidence(Sign.HARD_AFTER_LONG, {"runs": after_long, **of}))
        if after > after_long and after * 3 >= len(hard):
            signs.append(Evidence(Sign.HARD_AFTER_HEAVY, {"runs": after, **of}))
    if answered(view, Asked.SPACING) is Answer.EASY_DAY:
        weight *= 0.8
    told = {Answer.HARD_DAY: 0.66, Answer.GYM_DAY: 0.66}
    return with_told(Cause.SCHEDULING, weight, signs, view, Asked.SPACING, told)


def _long_days(view: View) -> set[date]:
    """Days of long runs, by name or by being far longer than the middle run."""
    plain = sorted(r.minutes for r in view.runs if not r.quality)
    usual = plain[len(plain) // 2] if plain else 0.0
    return {
        r.on
        for r in view.runs
        if r.focus is Focus.LONG or (not r.quality and r.minutes >= max(LONG, 1.4 * usual))
    }


def _heavy_days(view: View) -> set[date]:
    """Days with hard running or heavy strength."""
    first = view.last - timedelta(days=7 * 16)
    strong = {on for on in view.strength if first <= on}
    return {r.on for r in view.runs if r.hard} | strong


def fading(view: View) -> Finding | None:
    """The last reps slower or left out, session after session (R240)."""
    told = [r for r in view.within(MONTHS) if r.quality]
    if len(told) < ENOUGH_HARD:
        return None
    lost, of = share(r.lost for r in told)
    weight = 0.78 * ramp(lost / of, 0.3, 0.8)
    if weight < 0.2:
        return None
    signs = [Evidence(Sign.FADES, {"runs": lost, "of": of})]
    ends = [r.activity for r in told if r.lost and r.activity.reps_done and r.activity.reps_planned]
    cut = [a for a in ends if (a.reps_done or 0) < (a.reps_planned or 0)]
    if cut:
        usual = sorted(cut, key=lambda a: (a.reps_done or 0, a.on))[len(cut) // 2]
        facts = {"rep": (usual.reps_done or 0) + 1, "of": usual.reps_planned or 0}
        signs.append(Evidence(Sign.LATE_REP, facts))
    return Finding(Cause.FADING, weight, tuple(signs))
