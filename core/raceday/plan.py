"""The plan of one race: how it is run, its splits, fuel, morning, and what is still to be asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from core.athlete import Athlete, Level, Priority, Race, RaceDay, Result
from core.conditions import Outdoors
from core.fitness import SHOWN_FROM, Fitness, Prediction
from core.raceday.aims import Aims, NoBrave, Way, aims
from core.raceday.air import TOO_WARM_FOR_BRAVE, Air, Slowing, leaves, slowing
from core.raceday.carry import Carry, carry
from core.raceday.fuel import Fuel, fuel
from core.raceday.timeline import Item, timeline
from core.reasons import Reason
from core.safety import Allowance, Allowed, Ban
from core.units import Distance, Duration, Pace

MASTERS_AGE = 50
BEEN_THERE = 0.8
"""Who has raced so much of the distance is not new to it (ours: 8 km before a 10K)."""
SHORT, MIDDLE = Duration.of_minutes(40), Duration.of_minutes(100)
WEATHER_DAYS = 3
"""Days before the race from which its weather can be asked for (ours)."""


class Manner(StrEnum):
    """What a race is for, and so how it is run."""

    RACED = "raced"
    CONTROLLED = "controlled"
    TRAINING = "training"
    NOT_RACED = "not-raced"


class ByEffort(StrEnum):
    """Why a race goes without a pace."""

    NO_FITNESS = "no-fitness"
    SLOW = "slow"
    GATE = "gate"
    HEAT = "heat"
    DISTANCE = "distance"


class Script(StrEnum):
    """How the effort is shared out, by how long it lasts and by who runs."""

    SHORT = "short"
    MIDDLE = "middle"
    LONG = "long"
    FIRST = "first"
    WALK = "walk"


class Asks(StrEnum):
    """What the athlete can tell that would change the plan, in the order of asking."""

    GUN = "gun"
    GROUND = "ground"
    WEATHER = "weather"
    PRACTISED = "practised"


@dataclass(frozen=True, slots=True)
class Runner:
    """Who races: `setback`: back from a break, an illness or a pain; `walks`: on the ladder;
    `left_out`: the plan does not lead to this race, since it can't be reached safely.
    """

    athlete: Athlete
    fitness: Fitness | None
    worth: Prediction | None
    allowance: Allowance
    guess: Pace
    """The pace assumed for totals where there is no prediction."""
    routine: int = 0
    setback: bool = False
    walks: bool = False
    hot_runs: int = 0
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class RacePlan:
    """`aims` None: by effort, for the reason in `effort`; `why`: what forbids racing.

    `time` is what the race will take, the target's or a guess; `no_brave` says why there is none.
    """

    race: Race
    day: RaceDay
    manner: Manner
    script: Script
    time: Duration
    aims: Aims | None = None
    effort: ByEffort | None = None
    no_brave: tuple[NoBrave, ...] = ()
    slower: Slowing = Slowing()
    fuel: Fuel = Fuel()
    timeline: tuple[Item, ...] = ()
    carry: tuple[Carry, ...] = ()
    asks: Asks | None = None
    why: tuple[Reason, ...] = ()
    too_hot: bool = False
    left_out: bool = False


def race_plan(race: Race, day: RaceDay, runner: Runner, today: date) -> RacePlan:
    """The whole of it; where racing is forbidden only why, and nothing to run by."""
    air = Air(day.ground, day.celsius, day.windy, runner.hot_runs)
    outside = leaves(air)
    too_hot = outside in {Outdoors.EASY_45, Outdoors.NOTHING}
    if too_hot or runner.left_out or not may_race(runner.allowance):
        return _not_raced(race, day, runner)
    manner, effort = _MANNER[race.priority], _by_effort(runner, outside)
    no_brave = _no_brave(race.distance, runner, air)
    found, slower = None, Slowing()
    if effort is None and runner.worth is not None:
        slower = slowing(Pace.of(race.distance, runner.worth.time), air)
        ways = _ways(manner, brave=not no_brave)
        found = aims(race.distance, runner.worth, slower=slower.share, goal=race.target, ways=ways)
    time = _time(found) or runner.guess.time_for(race.distance)
    eats = fuel(time, day.practised, runner.athlete.conditions)
    return RacePlan(
        race=race,
        day=day,
        manner=manner,
        script=_script(runner, time),
        time=time,
        aims=found,
        effort=effort,
        no_brave=no_brave if manner is Manner.RACED and found else (),
        slower=slower,
        fuel=eats,
        timeline=_morning(time, runner, today),
        carry=_carry(time, day, eats, runner),
        asks=_asks(race, day, eats, today),
    )


def _not_raced(race: Race, day: RaceDay, runner: Runner) -> RacePlan:
    """A gate forbids it, the plan leaves it out, or it is too hot for anybody."""
    guess = runner.guess.time_for(race.distance)
    why = () if may_race(runner.allowance) else runner.allowance.reasons[:2]
    script = _script(runner, guess)
    held = RacePlan(race, day, Manner.NOT_RACED, script, guess, why=why)
    free = may_race(runner.allowance)
    left_out = free and runner.left_out
    return replace(held, left_out=left_out, too_hot=free and not left_out)


def _time(found: Aims | None) -> Duration | None:
    """The target's time, of a training race its only one."""
    if found is None:
        return None
    target = (aim.time for aim in found.ways if aim.way is Way.TARGET)
    return next(target, found.ways[0].time)


def _carry(time: Duration, day: RaceDay, eats: Fuel, runner: Runner) -> tuple[Carry, ...]:
    conditions = runner.athlete.conditions
    return carry(time, day.celsius, fuels=eats.rate is not None, conditions=conditions)


_MANNER = {
    Priority.A: Manner.RACED,
    Priority.B: Manner.CONTROLLED,
    Priority.C: Manner.TRAINING,
}


def may_race(allowance: Allowance) -> bool:
    """Whether no gate stands between the athlete and a race."""
    return allowance.races and allowance.level is Allowed.FREE


def _ways(manner: Manner, *, brave: bool) -> tuple[Way, ...]:
    """All three for a goal; no brave one in a controlled race, only the careful one in training."""
    if manner is Manner.TRAINING:
        return (Way.CAREFUL,)
    if manner is Manner.RACED and brave:
        return tuple(Way)
    return (Way.CAREFUL, Way.TARGET)


def _by_effort(runner: Runner, outside: Outdoors) -> ByEffort | None:
    if not runner.allowance.pace:
        return ByEffort.GATE
    if outside is Outdoors.NO_PACE:
        return ByEffort.HEAT  # and not what else is missing: in such air no pace is worth anything
    if runner.fitness is None:
        return ByEffort.NO_FITNESS
    if runner.fitness.vdot < SHOWN_FROM:
        return ByEffort.SLOW
    return ByEffort.DISTANCE if runner.worth is None else None


def _no_brave(distance: Distance, runner: Runner, air: Air) -> tuple[NoBrave, ...]:
    """First time at the distance, over 25 °C, or after a setback (coaching.md 9)."""
    found = []
    if not been_there(distance, runner.athlete.results):
        found.append(NoBrave.FIRST)
    if air.celsius is not None and air.celsius > TOO_WARM_FOR_BRAVE:
        found.append(NoBrave.WARM)
    if runner.setback:
        found.append(NoBrave.SETBACK)
    return tuple(found)


def been_there(distance: Distance, results: tuple[Result, ...]) -> bool:
    """Whether something about as long, or longer, was raced before."""
    return any(r.distance.metres >= BEEN_THERE * distance.metres for r in results)


def _script(runner: Runner, time: Duration) -> Script:
    if runner.walks:
        return Script.WALK
    if runner.athlete.level is Level.BEGINNER:
        return Script.FIRST
    if time < SHORT:
        return Script.SHORT
    return Script.MIDDLE if time < MIDDLE else Script.LONG


def _morning(time: Duration, runner: Runner, today: date) -> tuple[Item, ...]:
    age = runner.athlete.age(today)
    return timeline(
        time,
        routine=runner.routine,
        masters=age is not None and age >= MASTERS_AGE,
        beginner=runner.athlete.level is Level.BEGINNER or runner.walks,
        strides=Ban.STRIDES not in runner.allowance.bans,
    )


def _asks(race: Race, day: RaceDay, eats: Fuel, today: date) -> Asks | None:
    """The first thing that is unknown, matters, and was not waved away."""
    unknown = {
        Asks.GUN: day.gun is None,
        Asks.GROUND: day.ground is None,
        Asks.WEATHER: day.celsius is None and (race.on - today).days <= WEATHER_DAYS,
        Asks.PRACTISED: eats.asks,
    }
    return next((a for a, open_ in unknown.items() if open_ and a.value not in day.skipped), None)
