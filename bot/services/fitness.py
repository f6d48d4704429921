"""Results told in words: asked about where they are in doubt; then the paces follow them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.services.problems import sorry_for
from bot.services.standing import fitness_of
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.results import ResultHeard, read_result
from core.athlete import Athlete, Result, ResultKind
from core.fitness import SPRINT_TO, Fitness, asks_about_course, contradicted, vdot
from core.units import Distance, Duration

TOPIC = "fitness"
MOST_METRES, MOST_SECONDS = 500_000.0, 360_000.0
SAME_SECONDS = 1.0
"""A button carries whole seconds: closer than this, two results are one."""


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
    if heard.distance <= SPRINT_TO:
        return await _keep_sprint(desk, dossier, result)
    return _answer(dossier, result, Said.ASK, "all-out")


async def _keep_sprint(desk: Desk, dossier: Dossier, result: Result) -> Answer[Told]:
    """A top speed moves no paces: it is kept at once."""
    profile = dossier.account.profile
    if profile is None or _has(profile, result):
        return _answer(dossier, result, Said.ALREADY)
    others = tuple(r for r in profile.results if not _same(r, result))
    changed = replace(profile, results=(*others, result))
    account = await athletes.save(desk.unit, replace(dossier.account, profile=changed))
    return _answer(replace(dossier, account=account), result, Said.DONE, "sprint")


async def read_and_tell(desk: Desk, text: str) -> Answer[Told]:
    """/race result, with the result behind it."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    heard = read_result(text, dossier.today)
    if isinstance(heard, ResultHeard):
        return await tell(desk, heard)
    if isinstance(heard, OutOfRange | Unclear):
        sorry = sorry_for(heard)
        return Answer(Outcome(TOPIC, Said.ASK_AGAIN, sorry.code, sorry.facts))
    return Answer(Outcome(TOPIC, Said.ASK_AGAIN, "sorry-result"))


async def take(desk: Desk, result: Result) -> Answer[Told]:
    """It was all-out: it counts, unless it fits no other result or leaps ahead of them."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    profile = dossier.account.profile
    if result.on > dossier.today:
        return _answer(dossier, result, Said.STALE)
    if _has(profile, result):
        return _answer(dossier, result, Said.ALREADY)
    if against := contradicted(result, profile.results):
        return _answer(dossier, result, Said.ASK, "contradicts", against=against[-1])
    before = fitness_of(dossier, profile)
    if asks_about_course(result, before.vdot if before else None):
        return _answer(dossier, result, Said.ASK, "course", before=before)
    return await _count(desk, dossier, result)


async def insist(desk: Desk, result: Result) -> Answer[Told]:
    """The course was measured, or this is the right one of two: it counts, those against it not."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if result.on > dossier.today:
        return _answer(dossier, result, Said.STALE)
    if _has(dossier.account.profile, result):
        return _answer(dossier, result, Said.ALREADY)
    return await _count(desk, dossier, result)


async def use(desk: Desk, on: date, metres: float, seconds: float, *, counts: bool) -> Answer[Told]:
    """*Don't use it* and *Use it after all*: the fitness without the result, or with it again."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    profile = dossier.account.profile
    wanted = Result(Distance(metres), Duration(seconds), on)
    known = next((r for r in profile.results if _same(r, wanted)), None)
    if known is None:
        return _answer(dossier, wanted, Said.STALE)
    if known.representative == counts:
        return _answer(dossier, known, Said.ALREADY)
    changed = replace(known, representative=counts)
    results = tuple(changed if r is known else r for r in profile.results)
    return await _save(desk, dossier, results, changed, "counts" if counts else "dropped")


async def _count(desk: Desk, dossier: Dossier, result: Result) -> Answer[Told]:
    """Add it, or have it count again; what contradicts it is kept but counts no more."""
    results = dossier.account.profile.results if dossier.account.profile else ()
    against = contradicted(result, results)
    kept = tuple(
        replace(r, representative=False) if r in against else r
        for r in results
        if not _same(r, result)
    )
    return await _save(desk, dossier, (*kept, result), result, "counts")


async def _save(
    desk: Desk, dossier: Dossier, results: tuple[Result, ...], result: Result, code: str
) -> Answer[Told]:
    """Save the results, lay the plan anew from tomorrow, and say what the fitness was and is."""
    profile = dossier.account.profile
    if profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    before = fitness_of(dossier, profile)
    changed = replace(profile, results=results)
    account = await athletes.save(desk.unit, replace(dossier.account, profile=changed))
    dossier = replace(dossier, account=account)
    dossier = await rebuild(desk, dossier, dossier.today + timedelta(days=1))
    after = fitness_of(dossier, changed)
    return _answer(dossier, result, Said.DONE, code, before=before, after=after)


def _has(profile: Athlete, result: Result) -> bool:
    return any(_same(known, result) and known.representative for known in profile.results)


def _same(one: Result, other: Result) -> bool:
    return (
        one.on == other.on
        and abs(one.distance.metres - other.distance.metres) < 1
        and abs(one.time.seconds - other.time.seconds) < SAME_SECONDS
    )


def _answer(
    dossier: Dossier,
    result: Result,
    said: Said,
    code: str = "",
    *,
    against: Result | None = None,
    before: Fitness | None = None,
    after: Fitness | None = None,
) -> Answer[Told]:
    facts = _facts(result) | {"vdot": round(vdot(result.distance, result.time), 1)}
    if against is not None:
        facts |= {f"old_{name}": fact for name, fact in _facts(against).items()}
    if before is not None:
        facts["before"] = before.vdot
    if after is not None:
        facts["after"] = after.vdot
        facts |= {f"source_{name}": fact for name, fact in _facts(after.source).items()}
    return Answer(Outcome(TOPIC, said, code, facts), Told(dossier.account, result))


def _facts(result: Result) -> dict[str, Scalar]:
    return {
        "result_on": result.on.isoformat(),
        "metres": result.distance.metres,
        "seconds": result.time.seconds,
        "kind": result.kind.value,
    }


def result_in(outcome: Outcome, which: str = "") -> Result | None:
    """The result that an outcome tells of: the one in question, "old_" or "source_"."""
    names = [f"{which}{name}" for name in ("result_on", "metres", "seconds", "kind")]
    if any(name not in outcome.facts for name in names):
        return None
    return result_of(*(outcome.fact(name) for name in names))


def result_of(on: str, metres: str, seconds: str, kind: str) -> Result:
    """The result that a button speaks of; ValueError for what nobody ever ran (a forged one)."""
    ran, took = float(metres), float(seconds)
    if not (MOST_METRES >= ran > 0 and MOST_SECONDS >= took > 0):
        raise ValueError("no distance or time of a race")
    return Result(Distance(ran), Duration(took), date.fromisoformat(on), ResultKind(kind))
