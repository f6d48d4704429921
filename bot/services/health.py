"""What a doctor should know, told after onboarding: in words, or ticked behind /settings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said
from bot.services.decision import settle
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.services.standing import standing
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.understand.conditions import read_conditions
from bot.understand.runs import RunHeard, read_run
from core.athlete import Athlete, Condition
from core.safety import Allowance

TOPIC = "health"
_MINE = frozenset(["i", "im", "i'm", "ive", "i've", "my", "me", "we", "was", "got"])


@dataclass(frozen=True, slots=True)
class Health:
    """What is noted, what it allows today, and what was just told and waits for a yes."""

    account: Account
    noted: tuple[Condition, ...]
    allowance: Allowance
    told: tuple[Condition, ...] = ()


async def look(desk: Desk) -> Health | None:
    """What is noted; None for a stranger."""
    dossier = await desk.dossier()
    return None if dossier is None else _seen(desk, dossier)


def told_in(text: str, athlete: Athlete, today: date) -> tuple[Condition, ...]:
    """The conditions that somebody tells of themselves, without those that are noted already.

    Signs on effort are red flags, and are answered as such; a run that was told is a run.
    """
    words = text.lower().replace("’", "'").replace(",", " ").split()
    run = read_run(text, today)
    ran = isinstance(run, RunHeard) and run.distance is not None
    if ran or "?" in text or not _MINE & set(words):
        return ()
    known = {*athlete.conditions, Condition.EFFORT_SIGNS}
    return tuple(c for c in read_conditions(text) if c not in known)


async def ask(desk: Desk, told: tuple[Condition, ...]) -> Answer[Health]:
    """Told in words: nothing is noted before a tap says so."""
    dossier = await desk.dossier()
    seen = None if dossier is None else _seen(desk, dossier)
    if seen is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    codes = ",".join(condition.value for condition in told)
    return Answer(Outcome(TOPIC, Said.ASK, facts={"told": codes}), replace(seen, told=told))


async def note(desk: Desk, value: str) -> Answer[Health]:
    """Note a condition: it rules today at once, and the plan from tomorrow."""
    return await _change(desk, value, on=True)


async def drop(desk: Desk, value: str) -> Answer[Health]:
    """It was wrong, or is over: the plan goes on without it."""
    return await _change(desk, value, on=False)


async def _change(desk: Desk, value: str, *, on: bool) -> Answer[Health]:
    dossier = await desk.dossier()
    athlete = dossier.account.profile if dossier else None
    if dossier is None or athlete is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if value not in set(Condition):
        return Answer(Outcome(TOPIC, Said.STALE))
    condition = Condition(value)
    if (condition in athlete.conditions) is on:
        return Answer(Outcome(TOPIC, Said.ALREADY), _seen(desk, dossier))
    changed = _with(athlete, condition, dossier.today) if on else _without(athlete, condition)
    account = await athletes.save(desk.unit, replace(dossier.account, profile=changed))
    dossier = replace(dossier, account=account)
    dossier = await rebuild(desk, dossier, dossier.today + timedelta(days=1))
    dossier = await settle(desk, dossier)
    code = "health-noted" if on else "health-dropped"
    return Answer(Outcome(TOPIC, Said.DONE, code), _seen(desk, dossier))


def _with(athlete: Athlete, condition: Condition, today: date) -> Athlete:
    """Told anew it is not cleared; a birth without its day counts from when it was told."""
    born = today if condition is Condition.POSTPARTUM else athlete.birth_of_child
    return replace(
        athlete,
        conditions=(*athlete.conditions, condition),
        cleared=tuple(c for c in athlete.cleared if c is not condition),
        birth_of_child=born,
    )


def _without(athlete: Athlete, condition: Condition) -> Athlete:
    born = None if condition is Condition.POSTPARTUM else athlete.birth_of_child
    conditions = tuple(c for c in athlete.conditions if c is not condition)
    return replace(athlete, conditions=conditions, birth_of_child=born)


def _seen(desk: Desk, dossier: Dossier) -> Health | None:
    athlete = dossier.account.profile
    if athlete is None:
        return None
    allowance = standing(dossier, desk.content).allowance
    return Health(dossier.account, athlete.conditions, allowance)
