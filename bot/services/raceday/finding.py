"""A race of the calendar, what is known of its day, and its plan; nothing is saved here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.services.outlook import outlook_for
from bot.services.standing import Standing, air_of, standing
from bot.storage.dossier import Dossier
from core.athlete import Athlete, Race, RaceDay, RaceDistance
from core.content import Content
from core.fitness import Prediction
from core.phases import rules_for
from core.plan import ChangeKind
from core.raceday import RacePlan, Runner, race_plan
from core.routine import RoutineKind, choose
from core.safety import GateKind
from core.units import Distance, Pace
from core.workout import Effort, Focus

SETBACK_DAYS, BREAK_DAYS = 21, 42
"""Days after an illness or a pain, and after a break, in which nobody starts bravely (ours)."""
SHORT_ROUTINE = 3
_EFFORT = {
    RaceDistance.FIVE_K: Effort.FIVE_K,
    RaceDistance.TEN_K: Effort.TEN_K,
    RaceDistance.HALF: Effort.HALF,
    RaceDistance.MARATHON: Effort.MARATHON,
}
_SETBACKS = {
    GateKind.DOCTOR,
    GateKind.FEVER,
    GateKind.ILL,
    GateKind.PAIN,
    GateKind.LADDER,
    GateKind.EASY_DAYS,
}
_CHANGES = {ChangeKind.ILL, ChangeKind.HURT}


def race_on(dossier: Dossier, on: date) -> Race | None:
    """The calendar's race of a day, as much as the season can make of it: a second A is a B."""
    athlete = dossier.account.profile
    race = next((r for r in athlete.races if r.on == on), None) if athlete else None
    session = dossier.plan.plan.on(on) if dossier.plan else None
    if race is None or session is None or session.race is None:
        return race
    return replace(race, priority=session.race.priority)


def next_race(dossier: Dossier) -> Race | None:
    """The next race of any priority, today's among them until it is told of."""
    athlete = dossier.account.profile
    over = any(a.on == dossier.today and a.focus is Focus.RACE for a in dossier.log.activities)
    first_on = dossier.today + timedelta(days=over)
    ahead = [r for r in athlete.races if r.on >= first_on] if athlete else []
    first = min(ahead, key=lambda race: race.on, default=None)
    return None if first is None else race_on(dossier, first.on)


def known_day(athlete: Athlete, on: date) -> RaceDay:
    """What is known of a race's day, nothing included."""
    return next((day for day in athlete.race_days if day.on == on), RaceDay(on))


def with_day(athlete: Athlete, day: RaceDay) -> Athlete:
    """The athlete with a race's day put in its place."""
    others = [each for each in athlete.race_days if each.on != day.on]
    days = tuple(sorted([*others, day], key=lambda each: each.on))
    return replace(athlete, race_days=days)


def plan_of(dossier: Dossier, stands: Standing, content: Content, race: Race) -> RacePlan:
    """The race's plan as things stand."""
    day = known_day(stands.athlete, race.on)
    if race.on == dossier.today and day.celsius is None:
        day = replace(day, celsius=air_of(dossier).celsius)
    return race_plan(race, day, runner_of(dossier, stands, content, race), dossier.today)


def today_s_plan(dossier: Dossier, stands: Standing, content: Content) -> RacePlan | None:
    """Today's race, while the day still holds one."""
    session = dossier.plan.plan.on(dossier.today) if dossier.plan else None
    race = race_on(dossier, dossier.today)
    if session is None or session.race is None or race is None:
        return None
    return plan_of(dossier, stands, content, race)


def runner_of(dossier: Dossier, stands: Standing, content: Content, race: Race) -> Runner:
    """Who will race, as the race's plan needs to know them."""
    return Runner(
        athlete=stands.athlete,
        fitness=stands.fitness,
        worth=worth_of(dossier, stands, race),
        allowance=stands.allowance,
        guess=guess(stands, race.distance),
        routine=_routine(stands, content, race),
        setback=after_setback(dossier, stands),
        walks=_walks(dossier, race),
        hot_runs=air_of(dossier).hot_runs,
        left_out=left_out(dossier, race.on),
    )


def left_out(dossier: Dossier, on: date) -> bool:
    """Whether the plan reaches the day of a race to come and holds none there."""
    plan = dossier.plan.plan if dossier.plan else None
    if plan is None or not plan.starts <= on <= plan.ends or on < dossier.today:
        return False
    session = plan.on(on)
    return session is None or session.race is None


def worth_of(dossier: Dossier, stands: Standing, race: Race) -> Prediction | None:
    """What the race would bring at today's fitness; also once its day is over."""
    on = max(race.on, dossier.today)
    ahead = outlook_for(dossier, stands, replace(race, on=on, target=None))
    return ahead.worth if ahead else None


def guess(stands: Standing, distance: Distance) -> Pace:
    """A pace for totals only: how long the race may take where nothing better is known."""
    return stands.pace_of(_EFFORT[rules_for(distance)])


def _routine(stands: Standing, content: Content, race: Race) -> int:
    """Minutes of the athlete's own pre-run routine: three before a marathon."""
    marathon = rules_for(race.distance) is RaceDistance.MARATHON
    found = choose(
        content.routines,
        kind=RoutineKind.PRE_RUN,
        minutes=SHORT_ROUTINE if marathon else None,
        spots=stands.allowance.sore,
        kit=stands.athlete.kit,
    )
    return found.minutes if found else 0


def after_setback(dossier: Dossier, stands: Standing) -> bool:
    """Whether an illness, a pain or a break lies close behind."""
    lately = dossier.today - timedelta(days=SETBACK_DAYS)
    gaps = stands.fitness.time_off if stands.fitness else ()
    since = dossier.today - timedelta(days=BREAK_DAYS)
    back = any(gap.returned is not None and gap.returned >= since for gap in gaps)
    closed = any(
        row.gate.kind in _SETBACKS and row.closed_at is not None and row.closed_at.date() >= lately
        for row in dossier.closed_gates
    )
    changes = dossier.plan.changes if dossier.plan else ()
    changed = any(
        laid.change.kind in _CHANGES and any(edit.on >= lately for edit in laid.change.edits)
        for laid in changes
    )
    return back or closed or changed


def _walks(dossier: Dossier, race: Race) -> bool:
    """Whether the last week before the race is walked in part."""
    athlete = dossier.account.profile
    sessions = (
        dossier.plan.plan.between(race.on - timedelta(days=7), race.on) if dossier.plan else ()
    )
    climbs = any(session.focus is Focus.WALK_RUN for session in sessions)
    return climbs or bool(athlete and not athlete.can_run_20_min and not dossier.activities)


def standing_on(dossier: Dossier, content: Content, on: date) -> Standing:
    """The standing on the race's day: the gates that are open then."""
    return standing(dossier, content, on if on > dossier.today else None)
