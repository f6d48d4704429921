"""Prescriptions about hard days: another recipe, longer rests, a trial, room before them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from core.adjust import demanding
from core.athlete import RaceDistance
from core.fitness import trial_waits
from core.library import Caps, DoesNotFit, Recipe, Slot, Standing, caps_for, fit, size
from core.move import moved, options
from core.phases import rules_for
from core.plan import Session, apply_change, phase_on
from core.plateau.course import DAY, Course, Days
from core.safety import Allowed
from core.workout import Effort, Focus, Part, Repeat, Step, Workout

RESTS = 1.5
"""Rests half as long again (R240; the number is ours)."""
TRIAL = "trial-3k"
NEW = (Focus.SPEED, Focus.ECONOMY, Focus.VO2MAX)
"""What is new to who has trained something else all season: mile training, hills (R245)."""
_RESTS = {Effort.REST, Effort.WALK, Effort.JOG, Effort.EASY}


def varied(course: Course) -> Days:
    """The repeated session in another form, same kind, no longer and no more of it fast (R241)."""
    repeated = str(course.prescription.facts.get("key", ""))
    hard = list(course.hard())
    same = [s for s in hard if s.workout.key == repeated]
    if not same:
        done = {a.key for a in course.case.log.within(course.case.today, 56) if a.key}
        same = [s for s in hard if s.workout.key in done] or _again(hard)
    found: Days = {}
    used: Counter[str] = Counter({repeated: 99})
    used.update(s.workout.key for s in hard if s not in same)
    for session in same:
        workout = _other(course, session, (session.focus,), used)
        if workout is not None:
            used[workout.key] += 1
            found[session.on] = course.with_(session, workout)
    return found or {s.on: course.with_(s) for s in hard if s not in same}


def _again(hard: list[Session]) -> list[Session]:
    """The sessions that the plan itself holds a second time."""
    return [s for n, s in enumerate(hard) if any(s.workout.key == o.workout.key for o in hard[:n])]


def new_stimulus(course: Course) -> Days:
    """One hard day a week becomes something that the season has not had (R245)."""
    view = course.view
    had = Counter(r.focus for r in view.quality if (view.last - r.on).days < 98)
    usual = had.most_common(1)[0][0] if had else None
    wanted = tuple(focus for focus in NEW if focus is not usual)
    found: Days = {}
    used: Counter[str] = Counter()
    weeks: set[date] = set()
    for session in course.hard():
        monday = session.on - timedelta(days=session.on.weekday())
        if monday in weeks:
            continue
        workout = _other(course, session, wanted, used)
        if workout is not None:
            weeks.add(monday)
            used[workout.key] += 1
            found[session.on] = course.with_(session, workout)
    return found


def _other(
    course: Course, session: Session, focuses: tuple[Focus, ...], used: Counter[str]
) -> Workout | None:
    """The least used recipe that is open to the athlete and takes no more than the session did."""
    caps, done = _caps(course, session), frozenset(a.key for a in course.case.log.activities)
    base = (session.on - course.plan.starts).days // 7
    standing = Standing(session.on, base_weeks=base, done=done)
    for focus in focuses:
        recipes = course.library.find(
            slot=Slot.HARD,
            focus=focus,
            phase=phase_on(course.plan, session.on),
            level=course.athlete.level,
            race=_race(course),
            athlete=course.athlete,
            standing=standing,
        )
        order = sorted(recipes, key=lambda recipe: used[recipe.key])
        for recipe in order:
            workout = _sized(course, session, recipe, caps)
            if workout is not None and workout.key != session.workout.key and used[recipe.key] < 3:
                return workout
    return None


def _race(course: Course) -> RaceDistance | None:
    ahead = [race for race in course.athlete.races if race.on > course.case.today]
    next_ = min(ahead, key=lambda race: race.on, default=None)
    return rules_for(next_.distance) if next_ else course.athlete.goal


def _caps(course: Course, session: Session) -> Caps:
    week = course.plan.week_of(session.on)
    volume = week.volume if week else course.athlete.usual.distance
    marathon = _race(course) is RaceDistance.MARATHON
    return caps_for(volume, course.athlete.level, course.pace_of, marathon=marathon)


def _sized(course: Course, session: Session, recipe: Recipe, caps: Caps) -> Workout | None:
    """The recipe in the session's place, or None where it would ask for more or is forbidden."""
    before, pace_of = session.workout, course.pace_of
    minutes = before.minutes(pace_of)
    workout = fit(recipe, pace_of=pace_of, caps=caps, minutes=minutes, masters=course.masters)
    if workout is None or not course.allowed(workout):
        return None
    more = workout.fast_minutes(pace_of) > before.fast_minutes(pace_of) + 0.01
    further = workout.distance(pace_of) > before.distance(pace_of) * 1.001
    return None if more or further else workout


def rested(course: Course) -> Days:
    """Rests half as long again, and a turn fewer where the session would last longer (R240)."""
    return {s.on: course.with_(s, _with_rests(course, s.workout)) for s in course.hard()}


def _with_rests(course: Course, workout: Workout) -> Workout:
    minutes = workout.minutes(course.pace_of)
    longer = replace(workout, blocks=tuple(_rests_in(b) for b in workout.blocks))
    while longer.minutes(course.pace_of) > minutes + 0.01:
        most = max((b.times for b in longer.blocks if _set(b) and isinstance(b, Repeat)), default=1)
        if most <= 1:
            return workout
        cut = next(i for i, b in enumerate(longer.blocks) if _set(b) and b.times == most)  # type: ignore[union-attr]
        blocks = list(longer.blocks)
        turn = blocks[cut]
        assert isinstance(turn, Repeat)  # noqa: S101 - chosen as one, for the type checker
        blocks[cut] = replace(turn, times=turn.times - 1)
        longer = replace(longer, blocks=tuple(blocks))
    return longer


def _set(block: Step | Repeat) -> bool:
    """Whether it is the session's work: fast turns with rests."""
    if not isinstance(block, Repeat) or block.steps[0].part is Part.WARM_UP:
        return False
    return any(s.effort.at_least_marathon for s in block.steps)


def _rests_in(block: Step | Repeat) -> Step | Repeat:
    if not _set(block) or not isinstance(block, Repeat):
        return block
    return replace(block, steps=tuple(_longer(s) if s.effort in _RESTS else s for s in block.steps))


def _longer(step: Step) -> Step:
    if step.time is not None:
        return replace(step, time=step.time * RESTS)
    assert step.distance is not None  # noqa: S101 - Step's own invariant, for the type checker
    return replace(step, distance=step.distance * RESTS)


def renewed(course: Course) -> Days:
    """A time trial in place of the next hard day, where one is wise; today's paces until then."""
    found: Days = {s.on: course.with_(s) for s in course.hard()}
    case = course.case
    flagged = case.allowance.level is not Allowed.FREE
    waits = trial_waits(
        case.athlete, case.log, case.checkins, case.today, green=True, doctor_flag=flagged
    )
    if waits or not case.allowance.pace or not case.athlete.measured_distance or not found:
        return found
    session = next(course.hard())
    trial = _trial(course, session)
    if trial is not None:
        why = (*session.why, course.why)
        found[session.on] = replace(session, workout=trial, hard=True, why=why)
    return found


def _trial(course: Course, session: Session) -> Workout | None:
    """The trial in the session's time and metres; None where it would ask for more of either."""
    minutes = session.workout.minutes(course.pace_of)
    try:
        trial = size(course.library[TRIAL], pace_of=course.pace_of, minutes=minutes)
    except (DoesNotFit, KeyError):
        return None
    further = trial.distance(course.pace_of) > session.workout.distance(course.pace_of) * 1.001
    return None if further or not course.allowed(trial) else trial


def spaced(course: Course) -> Days:
    """Hard days away from what is heavy; those that stand well are told to stay so (R246)."""
    plan, strong = course.plan, {on for on, _ in course.plan.strength}
    found: Days = {}
    for session in course.hard():
        now = plan.on(session.on)
        if now is None or not now.hard:
            continue
        eve = session.on - DAY
        if not (eve in strong or demanding(plan.on(eve))):
            found[session.on] = course.with_(now)
            continue
        free = [o.on for o in options(plan, now, course.athlete, course.first) if o.misfit is None]
        if free:
            change = moved(plan, now, free[0])
            plan = apply_change(plan, change)
            found |= {e.on: e.after and course.with_(e.after) for e in change.edits}
    return found
