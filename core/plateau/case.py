"""Case: everything that a diagnosis looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.activity import Log
from core.athlete import Athlete
from core.checkin import CheckIn
from core.fitness import Fitness
from core.library import Library
from core.plan import Plan
from core.plateau.question import Answer, Asked
from core.safety import Allowance
from core.workout import Focus


@dataclass(frozen=True, slots=True)
class Case:
    """One athlete on one day. `log` and `checkins` reach back sixteen weeks, or as far as they do.

    `library` knows what a workout's key trains, `meant` the RPE that each focus means (the decision
    table's). `plan` is the one in force, its strength days included; `strength`: further days with
    heavy strength work. `heat`: degrees Celsius of days whose runs do not tell them.
    Results that do not represent the athlete are left out by their own mark.
    """

    athlete: Athlete
    log: Log
    today: date
    library: Library
    meant: Mapping[Focus, int]
    checkins: tuple[CheckIn, ...] = ()
    plan: Plan | None = None
    fitness: Fitness | None = None
    allowance: Allowance = Allowance()
    answers: Mapping[Asked, Answer] = field(default_factory=dict)
    strength: tuple[date, ...] = ()
    heat: Mapping[date, float] = field(default_factory=dict)
