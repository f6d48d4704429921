"""/paces and /zones: what the athlete's fitness means for training."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.outcome import Outcome, Said
from bot.services.desk import Answer, Desk
from bot.services.outlook import outlook_for
from bot.services.problems import sorry_for
from bot.services.standing import Standing, standing, usual_of
from bot.services.trial import Offer, offer
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.understand.measured import read_measured
from bot.understand.problems import OutOfRange
from core.athlete import Athlete, Race, Result
from core.fitness import (
    AgeGrade,
    Category,
    Fitness,
    Outlook,
    age_grade,
    ambition,
    equivalent_times,
    sprint,
)
from core.paces import Paces
from core.reasons import Reason
from core.safety import GateKind
from core.units import Distance, Duration
from core.zones import Zone, zones

TOPIC = "paces"
MARATHON = Distance(42195)
MOST_RACES = 3
"""Races to come that /paces foretells."""


_NO_PACES = {
    GateKind.EMERGENCY,
    GateKind.DOCTOR,
    GateKind.WALK,
    GateKind.CONDITION,
    GateKind.PREGNANT,
    GateKind.POSTPARTUM,
}
"""What a doctor has to clear first, or what goes by effort alone (coaching.md 1)."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Fitness, paces and equal times (none without a result), zones, and whose they are.

    `races` are the likely times of the next races, `marathon` the one beside its equal time, `old`
    a result that is too old to train by, `withheld` why there are no paces now, `trial` whether one
    would be wise now.
    """

    account: Account
    athlete: Athlete
    today: date
    fitness: Fitness | None
    paces: Paces | None
    equal: tuple[tuple[Distance, Duration], ...]
    zones: tuple[Zone, ...]
    pulse: bool
    pace: bool
    withheld: tuple[Reason, ...] = ()
    races: tuple[Outlook, ...] = ()
    marathon: Outlook | None = None
    old: Result | None = None
    trial: Offer | None = None
    sprint: Result | None = None


@dataclass(frozen=True, slots=True)
class Graded:
    """A result beside the best for its runner's age; `grade` is None where there is none."""

    account: Account
    result: Result | None = None
    age: int = 0
    category: Category | None = None
    grade: AgeGrade | None = None


async def look(desk: Desk) -> Shown | None:
    """What /paces and /zones show; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    view = seen(dossier, standing(dossier, desk.content))
    return replace(view, trial=offer(desk, dossier))


def seen(dossier: Dossier, stands: Standing) -> Shown:
    """The view of a dossier."""
    fitness, athlete, today = stands.fitness, stands.athlete, dossier.today
    equal = equivalent_times(fitness.vdot) if fitness else ()
    ahead = (outlook_for(dossier, stands, r) for r in athlete.races if r.on >= today)
    old = None if fitness else ambition(athlete.results, dossier.log, today)
    walks = any(gate.kind in _NO_PACES for gate in stands.gates)
    pace = stands.allowance.pace and not walks
    return Shown(
        account=dossier.account,
        athlete=athlete,
        today=today,
        fitness=fitness,
        paces=stands.paces,
        equal=equal,
        zones=zones(athlete, stands.paces, today, usual_of(dossier).pulse),
        pulse=stands.allowance.pulse,
        pace=pace,
        withheld=() if pace else stands.allowance.reasons[:1],
        races=tuple(race for race in ahead if race is not None)[:MOST_RACES],
        marathon=outlook_for(dossier, stands, Race(today, MARATHON)),
        old=old.result if old else None,
        sprint=sprint(athlete.results, today),
    )


async def measure(desk: Desk, text: str) -> Answer[Shown]:
    """/zones max 188: a pulse that was measured, for the zones to come from."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    measured = read_measured(text)
    if measured is None:
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, "sorry-measured"))
    if isinstance(measured, OutOfRange):
        sorry = sorry_for(measured)
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, sorry.code, sorry.facts))
    profile = dossier.account.profile
    if measured.threshold:
        profile = replace(profile, threshold_pulse=measured.beats)
    else:
        profile = replace(profile, max_pulse=measured.beats)
    account = await athletes.save(desk.unit, replace(dossier.account, profile=profile))
    dossier = replace(dossier, account=account)
    view = seen(dossier, standing(dossier, desk.content))
    return Answer(Outcome(TOPIC, Said.DONE, "measured"), view)


async def graded(desk: Desk, category: str) -> Graded | None:
    """The result in force as a share of the best for the age; nothing of it is kept."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or category not in set(Category):
        return None
    athlete = dossier.account.profile
    fitness = standing(dossier, desk.content).fitness
    age = None if fitness is None else athlete.age(fitness.source.on)
    if fitness is None or age is None:
        return Graded(dossier.account)
    source, table = fitness.source, Category(category)
    grade = age_grade(desk.content.age_grades, table, age, source.distance, source.time)
    return Graded(dossier.account, source, age, table, grade)
