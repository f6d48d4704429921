"""Fitness that training or a break has moved: told once with its evidence, and refusable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.outcome import Outcome, Said, Scalar
from bot.services.desk import Answer, Desk
from bot.services.standing import fitness_of, standing
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from core.athlete import Athlete, Renewed
from core.fitness import SHOWN_FROM, Fitness, TimeOff, untold_renewal

TOPIC = "renewal"


class Moved(StrEnum):
    """What has moved the fitness."""

    TRAINING = "training"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose fitness it is."""

    account: Account


async def notice(desk: Desk, dossier: Dossier, on: date) -> tuple[Dossier, dict[str, Scalar]]:
    """After the run of a day: what is to be told of the fitness, saved as told; {} for nothing.

    Who sees no paces is told nothing, and nothing is counted.
    """
    stands = standing(dossier, desk.content)
    if stands.fitness is None or not stands.allowance.pace or stands.fitness.vdot < SHOWN_FROM:
        return dossier, {}
    ill = {c.on for c in dossier.checkins if c.ill or c.fever_celsius is not None}
    meant = desk.content.decisions.meant
    found = untold_renewal(stands.athlete, dossier.log, dossier.today, meant, ill=frozenset(ill))
    if found is None:
        return dossier, _back_from(dossier, stands.athlete, on)
    told = Renewed(found.on, found.change, found.evidence)
    profile = replace(stands.athlete, renewed=(*stands.athlete.renewed, told))
    account = await athletes.save(desk.unit, replace(dossier.account, profile=profile))
    dossier = replace(dossier, account=account)
    return dossier, _of_training(dossier, profile, told)


async def answer(desk: Desk, kind: str, on: date, *, counts: bool) -> Answer[Asked]:
    """*Keep my paces* and *Take the new paces*: one takes the other back, exactly."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    changed = _answered(dossier, dossier.account.profile, kind, on, counts=counts)
    if changed is None:
        return Answer(Outcome(TOPIC, Said.STALE), Asked(dossier.account))
    if changed == dossier.account.profile:
        return Answer(Outcome(TOPIC, Said.ALREADY), Asked(dossier.account))
    account = await athletes.save(desk.unit, replace(dossier.account, profile=changed))
    dossier = replace(dossier, account=account)
    if kind == Moved.BREAK:
        facts = _of_break(dossier, changed, on)
    else:
        facts = _of_training(dossier, changed, next(r for r in changed.renewed if r.on == on))
    return Answer(Outcome(TOPIC, Said.DONE, "counts" if counts else "kept", facts), Asked(account))


def _answered(
    dossier: Dossier, athlete: Athlete, kind: str, on: date, *, counts: bool
) -> Athlete | None:
    """The athlete with the answer; None where there is nothing of that day to answer."""
    if kind == Moved.TRAINING and any(told.on == on for told in athlete.renewed):
        renewed = (replace(r, refused=not counts) if r.on == on else r for r in athlete.renewed)
        return replace(athlete, renewed=tuple(renewed))
    if kind == Moved.BREAK and _break(dossier, athlete, on) is not None:
        others = tuple(day for day in athlete.breaks_refused if day != on)
        return replace(athlete, breaks_refused=others if counts else (*others, on))
    return None


def _break(dossier: Dossier, athlete: Athlete, on: date) -> TimeOff | None:
    """The break that ended on that day, whether it counts or not."""
    fitness = fitness_of(dossier, replace(athlete, breaks_refused=()))
    return next((gap for gap in (fitness.time_off if fitness else ()) if gap.returned == on), None)


def _back_from(dossier: Dossier, athlete: Athlete, on: date) -> dict[str, Scalar]:
    """The run was the first after a break: what that costs."""
    only = len([a for a in dossier.log.on(on) if a.ran]) == 1
    if not only or on in athlete.breaks_refused or _break(dossier, athlete, on) is None:
        return {}
    return _of_break(dossier, athlete, on)


def _of_break(dossier: Dossier, athlete: Athlete, on: date) -> dict[str, Scalar]:
    refused = {*athlete.breaks_refused, on}
    without = fitness_of(dossier, replace(athlete, breaks_refused=tuple(refused)))
    others = tuple(day for day in athlete.breaks_refused if day != on)
    with_ = fitness_of(dossier, replace(athlete, breaks_refused=others))
    gap = _break(dossier, athlete, on)
    facts: dict[str, Scalar] = {"days": gap.days if gap else 0}
    return facts | _facts(Moved.BREAK, on, without, with_)


def _of_training(dossier: Dossier, athlete: Athlete, told: Renewed) -> dict[str, Scalar]:
    others = tuple(r for r in athlete.renewed if r.on != told.on)
    without = fitness_of(dossier, replace(athlete, renewed=others))
    counted = (*others, replace(told, refused=False))
    with_ = fitness_of(dossier, replace(athlete, renewed=counted))
    rpes = {a.on: a.rpe for a in dossier.log.activities if a.rpe is not None}
    shown = (f"{day.isoformat()}={rpes.get(day, '')}" for day in told.evidence)
    return {"evidence": ",".join(shown)} | _facts(Moved.TRAINING, told.on, without, with_)


def _facts(
    kind: Moved, on: date, without: Fitness | None, with_: Fitness | None
) -> dict[str, Scalar]:
    return {
        "moved": kind.value,
        "moved_on": on.isoformat(),
        "without": without.vdot if without else None,
        "with": with_.vdot if with_ else None,
    }
