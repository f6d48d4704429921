"""After a race: its result by tap or words, and whether it counts for fitness."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.outcome import Outcome, Said
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.services.raceday import TOPIC, keep_fresh
from bot.services.raceday.ended import (
    DAYS_BACK,
    Raced,
    ended,
    logged_race,
    of_race,
    open_race,
    result_of,
    seen_after,
)
from bot.services.raceday.finding import known_day, race_on
from bot.services.raceday.journal import (
    is_a_line,
    open_line,
    tells_of_the_body,
    waiting,
    write,
)
from bot.services.review import sunday
from bot.services.standing import air_of, fitness_of
from bot.storage import activities, athletes, cards, drafts
from bot.storage.activities import LoggedActivity
from bot.storage.cards import CardKey
from bot.storage.dossier import Dossier
from bot.understand.finishes import Finish, read_finish
from core.activity import Log
from core.athlete import Athlete, Race, Result
from core.fitness import asks_about_course, contradicted
from core.raceday import Ending, raced
from core.units import Duration

EVENING = "evening"
ALONE_DAYS = 1
"""Days after a race on which a time alone is still its result."""
_LENGTHS = ("km", "k ", "mile", "marathon", "half")


async def heard(desk: Desk, dossier: Dossier, text: str) -> Answer[Any] | None:
    """Words that end a race, or the line after it; None where they are about something else."""
    race = open_race(dossier)
    if race is not None and (told := _finish(dossier, race, text)) is not None:
        return await _end(desk, dossier, race, told)
    waits = waiting(desk, dossier)
    if waits is not None and is_a_line(text, dossier.today):
        return await write(desk, dossier, waits, text)
    return None


def _finish(dossier: Dossier, race: Race, text: str) -> Finish | None:
    """Words that name the race, by its date or as a race, count for a week and put it right.

    Others count while it is not told of, on its day and, without a distance of their own, on the
    next one: a run of the same length in the week after is a run.
    """
    found = read_finish(text, race.distance, race.on, dossier.today)
    if found is None or found.named:
        return found
    if found.ending is not Ending.FINISHED and tells_of_the_body(text):
        return None  # the pain or the illness is heard first; the evening asks about the race
    athlete, days = dossier.account.profile, (dossier.today - race.on).days
    told = athlete is not None and result_of(athlete, race) is not None
    far = days > (0 if _has_length(text) else ALONE_DAYS)
    return None if told or far else found


def _has_length(text: str) -> bool:
    return any(length in text.lower() for length in _LENGTHS)


async def read_and_end(desk: Desk, text: str) -> Answer[Any] | None:
    """/race result with the race's own result behind it; None where it is another one."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    race = open_race(dossier)
    told = read_finish(text, race.distance, race.on, dossier.today) if race else None
    return await _end(desk, dossier, race, told) if race is not None and told is not None else None


async def end(desk: Desk, on: date, ending: str, seconds: int = 0) -> Answer[Raced]:
    """*Didn't finish*, *Didn't start*, or a time that was tapped together."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    race = race_on(dossier, on)
    late = (dossier.today - on).days >= DAYS_BACK
    if race is None or on > dossier.today or late or ending not in set(Ending):
        return Answer(Outcome(TOPIC, Said.STALE))
    if ending != Ending.FINISHED and logged_race(dossier, on) is not None:
        return Answer(Outcome(TOPIC, Said.ALREADY), seen_after(dossier, desk.content, on))
    time = Duration(seconds) if seconds > 0 else None
    if ending == Ending.FINISHED and time is None:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _end(desk, dossier, race, Finish(Ending(ending), time))


async def _end(desk: Desk, dossier: Dossier, race: Race, told: Finish) -> Answer[Raced]:
    """Log the race, keep how its taper felt, take the result, ask for the line."""
    dossier = await keep_fresh(desk, dossier, race.on)
    dossier = await _log(desk, dossier, race, told)
    if told.time is not None:
        dossier = await _take(desk, dossier, race, told.time)
    dossier = await _redraw_evening(desk, dossier, race.on)
    await sunday.hasten(desk, dossier, race.on)
    await athletes.heard_from(desk.unit, dossier.account.id)
    if told.ending is Ending.DNS:
        answer = ended(dossier, desk.content, race.on, "ended")
        await _without(desk, dossier, race)
        return answer
    dossier = await open_line(desk, dossier, race.on)
    return ended(dossier, desk.content, race.on, "ended")


async def _without(desk: Desk, dossier: Dossier, race: Race) -> None:
    """A race that was not started asks for no recovery: out of the calendar, and on with it."""
    athlete = dossier.account.profile
    if athlete is not None:
        kept = tuple(r for r in athlete.races if r.on != race.on)
        await _save(desk, dossier, replace(athlete, races=kept))


async def _log(desk: Desk, dossier: Dossier, race: Race, told: Finish) -> Dossier:
    """The race as the day's run, in place of what was logged as it before."""
    known = known_day(dossier.account.profile, race.on) if dossier.account.profile else None
    celsius = known.celsius if known else None
    if celsius is None and race.on == dossier.today:
        celsius = air_of(dossier).celsius
    activity = raced(race, told.time, told.ending, celsius)
    before = logged_race(dossier, race.on)
    if before is None:
        new_id = await activities.add(desk.unit, dossier.account.id, activity, now=desk.now)
    else:
        new_id = before.id
        account_id = dossier.account.id
        await activities.replace(desk.unit, account_id, new_id, activity, now=desk.now)
    rows = [a for a in dossier.activities if a.id != new_id]
    rows.append(LoggedActivity(new_id, activity, desk.now))
    rows.sort(key=lambda row: (row.activity.on, row.id))
    unknown = tuple(day for day in dossier.log.unknown if day != race.on)
    log = Log(tuple(row.activity for row in rows), unknown)
    return replace(dossier, activities=tuple(rows), log=log)


async def _take(desk: Desk, dossier: Dossier, race: Race, time: Duration) -> Dossier:
    """The result, in place of an earlier one of this race; in doubt it is kept and does not count.

    A race that contradicts what is known, or leaps ahead of it, is asked about first.
    """
    athlete = dossier.account.profile
    if athlete is None:
        return dossier
    others = tuple(r for r in athlete.results if not of_race(r, race))
    result = Result(race.distance, time, race.on)
    bare = replace(athlete, results=others)
    before = fitness_of(dossier, bare)
    doubt = bool(contradicted(result, others))
    doubt = doubt or asks_about_course(result, before.vdot if before else None)
    result = replace(result, representative=not doubt)
    return await _save(desk, dossier, replace(athlete, results=(*others, result)))


async def _save(desk: Desk, dossier: Dossier, athlete: Athlete) -> Dossier:
    """Save the athlete, and lay the plan anew from tomorrow on what follows."""
    account = await athletes.save(desk.unit, replace(dossier.account, profile=athlete))
    dossier = replace(dossier, account=account)
    return await rebuild(desk, dossier, dossier.today + timedelta(days=1))


async def use(desk: Desk, on: date, *, counts: bool) -> Answer[Raced]:
    """*Not representative*, *Use it after all*, *Yes, measured*: the result out, or in again."""
    return await _change(
        desk, on, lambda result: replace(result, representative=counts), against=counts
    )


async def hold_back(desk: Desk, on: date, *, held: bool) -> Answer[Raced]:
    """*I held back*: not all-out, so the result can lift fitness and never lower it."""
    return await _change(desk, on, lambda result: replace(result, all_out=not held))


async def _change(
    desk: Desk, on: date, change: Callable[[Result], Result], *, against: bool = False
) -> Answer[Raced]:
    """The race's result changed; with `against`, those that contradict it count no more."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    athlete, race = dossier.account.profile, race_on(dossier, on)
    known = result_of(athlete, race) if race else None
    if known is None:
        return Answer(Outcome(TOPIC, Said.STALE))
    changed = change(known)
    if changed == known:
        return Answer(Outcome(TOPIC, Said.ALREADY), seen_after(dossier, desk.content, on))
    others = tuple(r for r in athlete.results if r is not known)
    if against:
        lesser = contradicted(changed, others)
        others = tuple(replace(r, representative=False) if r in lesser else r for r in others)
    dossier = await _save(desk, dossier, replace(athlete, results=(*others, changed)))
    return ended(dossier, desk.content, on, "changed")


async def _redraw_evening(desk: Desk, dossier: Dossier, on: date) -> Dossier:
    """The evening's question has its answer: its card says so, and its form is closed."""
    await drafts.drop(desk.unit, dossier.account.id, EVENING, on.isoformat())
    others = tuple(d for d in dossier.drafts if (d.form, d.local_date) != (EVENING, f"{on}"))
    key = CardKey(dossier.account.chat_id, EVENING, on.isoformat())
    await cards.touch(desk.unit, key)
    return replace(dossier, drafts=others)
