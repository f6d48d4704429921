"""What a review is made of: the week as it was, the month and the year, from what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.schedule import local_day
from bot.services.standing import Standing, standing
from bot.storage import history
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.engine import Unit
from bot.storage.history import Stretch
from core.athlete import Race
from core.away import span
from core.content import Content
from core.plan import ChangeKind, Plan
from core.review import (
    Given,
    Hindrance,
    Month,
    Review,
    Spell,
    Year,
    hindered_by,
    month_before,
    month_of,
    week_review,
    year_review,
)

WEEK = timedelta(weeks=1)
MOST_BACK = 12
"""Weeks that can be turned back: those whose four weeks before are at hand, too."""
USUAL = timedelta(days=67)
"""What a week's mornings are judged by: the sixty days before each, and the row of colours."""
YEAR_BACK = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One week's review, whose it is, and how they stand now.

    `month` or `cycle` make it a longer one; `earlier` and `later`: weeks to turn to.
    """

    account: Account
    today: date
    stands: Standing
    review: Review
    earlier: bool = False
    later: bool = False
    month: Months | None = None
    year: Year | None = None
    cycle: Race | None = None


@dataclass(frozen=True, slots=True)
class Months:
    """A month and the one before; `earlier`: there is more to turn to."""

    account: Account
    stands: Standing
    today: date
    month: Month
    before: Month
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """The year that ends today."""

    account: Account
    stands: Standing
    year: Year


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def first_week(dossier: Dossier) -> date:
    """The Monday of the first week that can be looked at."""
    this = monday_of(dossier.today)
    began = monday_of(dossier.account.profile.started) if dossier.account.profile else this
    return max(began, this - MOST_BACK * WEEK)


async def seen(unit: Unit, dossier: Dossier, content: Content, monday: date) -> Reviewed:
    """The week's review; its days as they were come from the one statement beside the dossier."""
    past = await history.stretch(
        unit,
        dossier.account.id,
        monday - 3 * WEEK,
        monday + timedelta(days=6),
        answered_from=monday - USUAL,
    )
    stands = standing(dossier, content)
    return Reviewed(
        account=dossier.account,
        today=dossier.today,
        stands=stands,
        review=week_review(given(dossier, content, stands, past, monday)),
        earlier=monday > first_week(dossier),
        later=monday < monday_of(dossier.today),
    )


def given(
    dossier: Dossier,
    content: Content,
    stands: Standing,
    past: Stretch,
    monday: date,
) -> Given:
    """What the core looks at; ValueError without a plan."""
    if dossier.plan is None:
        raise ValueError("a review needs a plan")
    plan = _with_the_past(dossier.plan.plan, past, monday)
    window = [monday - 3 * WEEK + timedelta(days=n) for n in range(28)]
    shown = {day: session for day, session in past.shown.items() if day < dossier.today}
    return Given(
        athlete=stands.athlete,
        monday=monday,
        today=dossier.today,
        plan=plan,
        log=dossier.log,
        checkins=past.checkins,
        decisions=past.decisions,
        planned={day: shown[day] if day in shown else plan.on(day) for day in window},
        table=content.decisions,
        pace_of=stands.pace_of,
        paces=stands.paces if stands.allowance.pace else None,
        lifted=dict(stands.athlete.lifted),
        spells=tuple(_spells(dossier)),
    )


def _with_the_past(plan: Plan, past: Stretch, monday: date) -> Plan:
    """The plan in force with a week of an earlier one, where it begins only later itself."""
    week = past.weeks.get(monday)
    if plan.week_of(monday) is not None or week is None:
        return plan
    lifts = [(day, key) for day, key in past.strength.items() if monday <= day <= week.ends]
    kept = [each for each in plan.strength if each[0] > week.ends]
    return replace(plan, weeks=(week, *plan.weeks), strength=(*lifts, *kept))


_LIFE = {ChangeKind.AWAY: Hindrance.AWAY, ChangeKind.BUSY: Hindrance.BUSY}


def _spells(dossier: Dossier) -> Iterator[Spell]:
    """Gates that stood, days away or busy, and pauses."""
    zone = dossier.account.hours.zone
    for row in (*dossier.gates, *dossier.closed_gates):
        what = hindered_by(row.gate.kind)
        if what is not None:
            closed = row.closed_at and local_day(row.closed_at, zone) - timedelta(days=1)
            yield Spell(what, row.gate.since, closed)
    for laid in dossier.plan.changes if dossier.plan else ():
        told = span(laid.change)
        if told is not None and laid.change.kind in _LIFE:
            yield Spell(_LIFE[laid.change.kind], *told)
    for pause in dossier.account.profile.pauses if dossier.account.profile else ():
        last = pause.until - timedelta(days=1) if pause.until else None
        yield Spell(Hindrance.PAUSED, pause.since, last)


async def month_seen(unit: Unit, dossier: Dossier, content: Content, first: date) -> Months:
    """The month that begins on `first`, beside the one before."""
    stands, today = standing(dossier, content), dossier.today
    since = today - YEAR_BACK
    log = (await history.since(unit, dossier.account.id, since)).log
    before = month_before(first)
    began = stands.athlete.started.replace(day=1)
    return Months(
        account=dossier.account,
        stands=stands,
        today=today,
        month=month_of(log, first, today, stands.pace_of),
        before=month_of(log, before, today, stands.pace_of),
        earlier=before >= max(began, since),
    )


async def year_seen(unit: Unit, dossier: Dossier, stands: Standing) -> Year:
    """The twelve months that end today, with the phases that plans held."""
    since = dossier.today - YEAR_BACK
    past = await history.since(unit, dossier.account.id, since)
    return year_review(stands.athlete, past.log, dossier.today, stands.pace_of, past.phases)
