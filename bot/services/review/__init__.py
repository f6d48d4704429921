"""/review: one week, a month or the year, and what is told of strength."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services.desk import Answer, Desk
from bot.services.plan import Season
from bot.services.review.gathered import (
    MOST_BACK,
    WEEK,
    YEAR_BACK,
    Months,
    Reviewed,
    Years,
    first_week,
    monday_of,
    month_seen,
    seen,
    year_seen,
)
from bot.services.standing import standing
from bot.storage import athletes
from bot.understand.periods import Period, read_period
from core.review import month_before

__all__ = [
    "Months",
    "Reviewed",
    "Years",
    "ask",
    "is_known",
    "lift",
    "month",
    "next_week",
    "week",
    "year",
]
TOPIC = "review"
KEPT_WEEKS = 16
FIRST_DAYS = 2
"""On Monday and Tuesday "my week" is the one that is over (ours)."""
MOST_LIFTED = 2


async def ask(desk: Desk, words: str = "") -> Reviewed | Months | Years | None:
    """/review: the week, or the month or year that the words name; None for a stranger."""
    period = read_period(words)
    match period:
        case Period.MONTH | Period.LAST_MONTH:
            return await month(desk, last=period is Period.LAST_MONTH)
        case Period.YEAR:
            return await year(desk)
        case _:
            return await week(desk, last=period is Period.LAST_WEEK)


async def week(
    desk: Desk, monday: date | None = None, turn: int = 0, *, last: bool = False
) -> Reviewed | None:
    """One week by its Monday, or `turn` weeks from it; without one, this week or the one before."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return None
    this, first = monday_of(dossier.today), first_week(dossier)
    if monday is None:
        monday = this - WEEK if last or dossier.today.weekday() < FIRST_DAYS else this
    wanted = monday_of(max(first, min(monday, this))) + turn * WEEK
    return await seen(desk.unit, dossier, desk.content, max(first, min(wanted, this)))


async def month(desk: Desk, first: date | None = None, *, last: bool = False) -> Months | None:
    """A calendar month, this one unless said otherwise, beside the one before."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    this = dossier.today.replace(day=1)
    wanted = month_before(this) if last else (first or this).replace(day=1)
    oldest = (dossier.today - YEAR_BACK).replace(day=1)
    return await month_seen(desk.unit, dossier, desk.content, max(oldest, min(wanted, this)))


async def year(desk: Desk) -> Years | None:
    """Twelve months back; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    stands = standing(dossier, desk.content)
    return Years(dossier.account, stands, await year_seen(desk.unit, dossier, stands))


async def lift(desk: Desk, monday: date, count: int) -> Answer[None]:
    """How often there was strength in that week; told again, the last word counts."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None or account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    facts: dict[str, Scalar] = {"count": count}
    today = desk.now.date() + timedelta(days=1)  # somebody east of us may be a day ahead
    known = monday.weekday() == 0 and today - KEPT_WEEKS * WEEK <= monday <= today
    if not known or not 0 <= count <= MOST_LIFTED:
        return Answer(Outcome(TOPIC, Said.STALE))
    told = dict(account.profile.lifted)
    if told.get(monday) == count:
        return Answer(Outcome(TOPIC, Said.ALREADY))
    told[monday] = count
    kept = tuple(sorted((day, n) for day, n in told.items() if day >= monday - KEPT_WEEKS * WEEK))
    profile = replace(account.profile, lifted=kept)
    await athletes.save(desk.unit, replace(account, profile=profile))
    return Answer(Outcome(TOPIC, Said.DONE, facts=facts))


async def next_week(desk: Desk, monday: date) -> Season | None:
    """The week after the one that begins on `monday`, for /week's view."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    stands, oldest = standing(dossier, desk.content), dossier.today - MOST_BACK * WEEK
    return Season(
        account=dossier.account,
        athlete=stands.athlete,
        plan=dossier.plan.plan if dossier.plan else None,
        base=dossier.plan.base if dossier.plan else None,
        paces=stands.paces if stands.allowance.pace else None,
        today=dossier.today,
        first=monday_of(max(oldest, min(monday, dossier.today))) + WEEK,
        done={a.activity.on: a.activity for a in dossier.activities},
        log=dossier.log,
    )


async def is_known(desk: Desk) -> bool:
    """Whether they have answered the first questions: no stranger, though perhaps without plan."""
    account = await athletes.find(desk.unit, desk.user_id)
    return account is not None and account.profile is not None
