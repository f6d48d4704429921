"""A race that is over: what was logged, what it was worth, and what there is to say about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said
from bot.services.desk import Answer, Desk
from bot.services.raceday import TOPIC
from bot.services.raceday.finding import known_day, race_on, worth_of
from bot.services.standing import fitness_of, standing
from bot.storage.activities import LoggedActivity
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from core.activity import Activity
from core.athlete import Athlete, Race, RaceDay, Result
from core.content import Content
from core.fitness import (
    AgeGrade,
    Category,
    Prediction,
    age_grade,
    asks_about_course,
    contradicted,
    result_vdot,
)
from core.plan import Phase
from core.raceday import Air, Ending, Judged, easy_until, judge, slowing
from core.units import Pace
from core.workout import Focus

DAYS_BACK = 7
"""So long after a race its result may be told here; later it is a result like any other."""
SAME_DISTANCE = 1.0


@dataclass(frozen=True, slots=True)
class Raced:
    """A race that is over: how it ended, against what was expected, and what it did to fitness.

    `before`, `after`: VDOT without the result and with everything that counts now; `doubt` is why a
    result is kept but does not count yet ("course", "contradicts"); `asks`: the line of the journal
    is still open; `ages`: there is an age to grade by; `easy` is the last of the easy days, and
    `block` of the recovery phase after a goal race.
    """

    account: Account
    race: Race
    ending: Ending
    day: RaceDay
    easy: date
    today: date
    block: date | None = None
    result: Result | None = None
    judged: Judged | None = None
    before: float | None = None
    after: float | None = None
    shows_pace: bool = True
    doubt: str = ""
    asks: bool = False
    ages: bool = False


@dataclass(frozen=True, slots=True)
class Graded:
    """The race's time as a share of the best for the age; None where the tables have nothing."""

    account: Account
    result: Result
    age: int
    category: Category
    grade: AgeGrade | None


def open_race(dossier: Dossier) -> Race | None:
    """The latest race of the last days, told of or not: a time told again puts it right."""
    athlete = dossier.account.profile
    first = dossier.today - timedelta(days=DAYS_BACK)
    races = [r for r in athlete.races if first < r.on <= dossier.today] if athlete else []
    latest = max(races, key=lambda race: race.on, default=None)
    return None if latest is None else race_on(dossier, latest.on)


def logged_race(dossier: Dossier, on: date) -> LoggedActivity | None:
    """What was logged of the race: the run of its day that was one, or its "not run"."""
    of_day = [row for row in dossier.activities if row.activity.on == on]
    return next((row for row in of_day if _is_race(row.activity)), None)


def _is_race(activity: Activity) -> bool:
    return activity.focus is Focus.RACE or not activity.ran


def of_race(result: Result, race: Race) -> bool:
    """Whether a result is this race's."""
    apart = abs(result.distance.metres - race.distance.metres)
    return result.on == race.on and apart < SAME_DISTANCE


def result_of(athlete: Athlete, race: Race) -> Result | None:
    """The result of a race, whether it counts or not."""
    return next((r for r in athlete.results if of_race(r, race)), None)


async def grade(desk: Desk, on: date, category: str) -> Graded | None:
    """The race as a share of the best for the age; nothing of the answer is kept."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or category not in set(Category):
        return None
    athlete, race = dossier.account.profile, race_on(dossier, on)
    result, age = result_of(athlete, race) if race else None, athlete.age(on)
    if result is None or age is None:
        return None
    table = Category(category)
    found = age_grade(desk.content.age_grades, table, age, result.distance, result.time)
    return Graded(dossier.account, result, age, table, found)


async def look_back(desk: Desk, on: date) -> Raced | None:
    """The race of a day as it ended; None where it has not."""
    dossier = await desk.dossier()
    return None if dossier is None else seen_after(dossier, desk.content, on)


def seen_after(dossier: Dossier, content: Content, on: date) -> Raced | None:
    """What there is to say about a race that is over."""
    athlete, race, row = dossier.account.profile, race_on(dossier, on), logged_race(dossier, on)
    if athlete is None or race is None or row is None:
        return None
    result = result_of(athlete, race)
    without = replace(athlete, results=tuple(r for r in athlete.results if r is not result))
    bare = replace(dossier, account=replace(dossier.account, profile=without))
    stands = standing(bare, content)
    before, after = stands.fitness, fitness_of(dossier, athlete)
    ill = [c.on for c in dossier.checkins if c.ill or c.fever_celsius is not None]
    day, worth = known_day(athlete, on), worth_of(bare, stands, race)
    day = day if day.celsius is not None else replace(day, celsius=row.activity.celsius)
    ending = Ending.FINISHED if result is not None else Ending.DNF
    return Raced(
        account=dossier.account,
        race=race,
        ending=ending if row.activity.ran else Ending.DNS,
        day=day,
        easy=easy_until(race, athlete.age(on)),
        result=result,
        judged=_judged(result, worth, day, ill) if result else None,
        before=before.vdot if before else None,
        after=after.vdot if after else None,
        shows_pace=stands.allowance.pace,
        doubt=_doubt(result, without, before.vdot if before else None),
        asks=not day.journal and "line" not in day.skipped,
        ages=athlete.birth_year is not None and result is not None,
        today=dossier.today,
        block=_block(dossier, race),
    )


def _block(dossier: Dossier, race: Race) -> date | None:
    """The last day of the recovery phase that the plan has after a race; None without one."""
    last, weeks = None, dossier.plan.plan.weeks if dossier.plan else ()
    for week in weeks:
        if week.starts <= race.on:
            continue
        if week.phase is not Phase.RECOVERY:
            break
        last = week.ends
    return last


def _judged(result: Result, worth: Prediction | None, day: RaceDay, ill: Sequence[date]) -> Judged:
    """Against what was likely on that course in that air."""
    if worth is None:
        return judge(result.time, None, day, ill)
    air = Air(day.ground, day.celsius, windy=day.windy)
    cost = slowing(Pace.of(result.distance, worth.time), air)
    return judge(result.time, worth, day, ill, cost.share)


def _doubt(result: Result | None, without: Athlete, before: float | None) -> str:
    """Why a result that does not count should be asked about, "" where there is no doubt."""
    if result is None or result.representative or result_vdot(result) is None:
        return ""
    if asks_about_course(result, before):
        return "course"
    return "contradicts" if contradicted(result, without.results) else ""


def ended(dossier: Dossier, content: Content, on: date, code: str) -> Answer[Raced]:
    """The answer that shows the race as it stands now."""
    facts = {"race_on": on.isoformat()}
    return Answer(Outcome(TOPIC, Said.DONE, code, facts), seen_after(dossier, content, on))
