"""Results told in words: asked whether they were all-out, then the paces follow them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.understand.results import ResultHeard
from core.athlete import Result, ResultKind
from core.fitness import vdot
from core.units import Distance, Duration

TOPIC = "fitness"


@dataclass(frozen=True, slots=True)
class Told:
    """A result that was told, and whose it is."""

    account: Account
    result: Result


async def tell(desk: Desk, heard: ResultHeard) -> Answer[Told]:
    """A result in words: nothing changes until the athlete says that it was all-out."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    kind = ResultKind.TRIAL if heard.trial else ResultKind.RACE
    result = Result(heard.distance, heard.time, heard.on or dossier.today, kind)
    return Answer(Outcome(TOPIC, Said.ASK, facts=_facts(result)), Told(dossier.account, result))


async def take(desk: Desk, result: Result) -> Answer[Told]:
    """It was a race, or all-out: it counts, and the plan is laid anew from tomorrow."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    profile = dossier.account.profile
    if result in profile.results:
        return Answer(Outcome(TOPIC, Said.ALREADY, facts=_facts(result)))
    changed = replace(profile, results=(*profile.results, result))
    account = await athletes.save(desk.unit, replace(dossier.account, profile=changed))
    await rebuild(desk, replace(dossier, account=account), dossier.today + timedelta(days=1))
    return Answer(Outcome(TOPIC, Said.DONE, facts=_facts(result)), Told(account, result))


def _facts(result: Result) -> dict[str, Scalar]:
    return {
        "result_on": result.on.isoformat(),
        "metres": result.distance.metres,
        "seconds": result.time.seconds,
        "kind": result.kind.value,
        "vdot": round(vdot(result.distance, result.time), 1),
    }


def result_of(on: str, metres: str, seconds: str, kind: str) -> Result:
    """The result that a button speaks of; ValueError for what is none."""
    return Result(
        Distance(float(metres)), Duration(float(seconds)), date.fromisoformat(on), ResultKind(kind)
    )
