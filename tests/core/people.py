"""Made-up people who answer every morning and run what the coach says; seeded, so the same."""

from __future__ import annotations

import random  # noqa: TID251 - seeded, for made-up people in tests
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from core.activity import Activity, Done, Log
from core.adjust import Decision, decide
from core.athlete import Athlete
from core.checkin import CheckIn
from core.plan import Plan, WeekKind, apply_change
from core.readiness import Colour, assess
from core.safety import Cleared, Gate, allowance, clear, gates_after, open_gates
from core.units import Duration
from core.workout import Workout
from tests.core.judgement import (
    LADDER,
    RUNNER,
    day,
    library,
    morning,
    pace_of,
    plan_of,
    table,
)

DOWN_EVERY_FOURTH: Mapping[int, WeekKind] = dict.fromkeys(range(3, 60, 4), WeekKind.DOWN)


@dataclass
class Lived:
    """What a simulated person went through."""

    base: Plan
    plan: Plan
    decisions: list[Decision] = field(default_factory=list)
    colours: list[Colour] = field(default_factory=list)
    checkins: list[CheckIn] = field(default_factory=list)
    runs: list[Activity] = field(default_factory=list)

    def changed(self, days: set[date] | None = None) -> float:
        """The share of planned sessions that were not run as the base plan had them."""
        on = [s for s in self.base.sessions if self._in(s.on, days)]
        return sum(self.plan.on(s.on) != s for s in on) / len(on)

    def hard_changed(self, days: set[date]) -> tuple[int, int]:
        """Of the base plan's hard sessions on those days: how many were changed, of how many."""
        on = [s for s in self.base.sessions if s.hard and s.on in days]
        return sum(self.plan.on(s.on) != s for s in on), len(on)

    def reds(self) -> float:
        return sum(colour is Colour.RED for colour in self.colours) / len(self.colours)

    def _in(self, on: date, days: set[date] | None) -> bool:
        return self.plan.starts <= on <= self.decisions[-1].on and (days is None or on in days)


Answers = Callable[[random.Random, int, Log], CheckIn]


def healthy(chance: random.Random, number: int, log: Log) -> CheckIn:
    """Sometimes heavy after a hard or long day, sometimes a short night, a pulse that wanders."""
    yesterday = log.on(day(number - 1))
    tired = any(run.hard or (run.time and run.time.minutes > 80) for run in yesterday)
    heavy = chance.random() < (0.09 if tired else 0.03)
    legs = 2 if heavy else chance.choices((3, 4, 5), (35, 50, 15))[0]
    if chance.random() < 0.002:
        legs = 1
    return morning(
        day(number),
        legs=legs,
        sleep=round(chance.gauss(7.4, 0.75) * 4) / 4,
        pulse=round(chance.gauss(52, 2.1)),
        stress=chance.random() < 0.05,
        dread=chance.random() < 0.01,
    )


def overreached(chance: random.Random, number: int, _: Log) -> CheckIn:
    """Heavy or dead legs on most mornings, bad nights, a raised pulse now and then."""
    return morning(
        day(number),
        legs=chance.choices((1, 2, 3), (30, 60, 10))[0],
        sleep=round(chance.gauss(6.4, 0.9) * 4) / 4,
        pulse=round(chance.gauss(54.5, 2.3)),
        stress=chance.random() < 0.3,
        dread=chance.random() < 0.3,
    )


def live(
    answers: Callable[[int], Answers],
    *,
    seed: int,
    weeks: int = 20,
    layout: Mapping[int, Workout] | None = None,
    athlete: Athlete = RUNNER,
    ill: Mapping[int, int] | None = None,
) -> Lived:
    """Weeks of mornings, decisions and runs; `ill`: first day → days of an illness with fever."""
    chance = random.Random(seed)
    base = plan_of(layout, weeks, DOWN_EVERY_FOURTH) if layout else plan_of(weeks=weeks)
    base = replace(base, weeks=plan_of(weeks=weeks, kinds=DOWN_EVERY_FOURTH).weeks)
    lived = Lived(base, base)
    gates: tuple[Gate, ...] = ()
    sick = {first + n for first, count in (ill or {}).items() for n in range(count)}
    for number in range(7 * weeks):
        today = day(number)
        log = Log(tuple(lived.runs))
        checkin = answers(number)(chance, number, log)
        if number in sick:
            checkin = replace(checkin, ill=True, fever_celsius=38.5)
        elif number - 1 in sick:
            gates = tuple(g for each in gates for g in clear(each, Cleared.DAY_WITHOUT, today))
        lived.checkins.append(checkin)
        gates = gates_after(checkin, gates)
        opened = open_gates(gates, athlete, lived.checkins, log, today=today, ladder=LADDER)
        readiness = assess(checkin, lived.checkins, log, today=today)
        found = decide(
            today,
            lived.plan,
            readiness,
            allowance(opened, athlete, today),
            log=log,
            athlete=athlete,
            decisions=table(),
            library=library(),
            pace_of=pace_of,
        )
        lived.colours.append(readiness.colour)
        lived.decisions.append(found)
        if found.change is not None:
            lived.plan = apply_change(lived.plan, found.change)
        if found.after is not None:
            lived.runs.append(_run(chance, found))
    return lived


def _run(chance: random.Random, found: Decision) -> Activity:
    session = found.after
    assert session is not None
    meant = table().meant[session.focus]
    above = chance.choices((-1, 0, 1, 2), (20, 55, 23, 2))[0]
    return Activity(
        found.on,
        done=Done.AS_PLANNED,
        time=Duration.of_minutes(session.workout.minutes(pace_of)),
        distance=session.workout.distance(pace_of),
        rpe=min(10, max(1, meant + above)),
        focus=session.focus,
        key=session.workout.key,
        hard=session.hard,
    )
