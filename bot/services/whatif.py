"""*What if?*: other days, or a week away, seen before anything changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said
from bot.services.desk import Answer, Desk
from bot.services.plan import built, rebuild
from bot.services.standing import standing
from bot.storage import athletes
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from core.activity import Log
from core.athlete import Athlete
from core.away import away
from core.paces import Paces
from core.plan import Plan, apply_change
from core.season import Refusal
from core.season.glance import Glance, glance

TOPIC = "whatif"
FEWEST_DAYS = 2
WEEKS_AHEAD = 8
"""How far ahead a week away can be looked at."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The season as it is and as it would be (`then` None: nothing asked, or refused)."""

    account: Account
    athlete: Athlete
    today: date
    paces: Paces | None
    log: Log
    now: Glance
    days: tuple[int, ...]
    plan: Plan | None = None
    then: Glance | None = None
    refusal: Refusal | None = None
    first: date | None = None


async def look(desk: Desk) -> WhatIf | None:
    """The season as it is; None for a stranger, or without a plan."""
    dossier = await desk.dossier()
    return None if dossier is None else _view(dossier, desk)


async def with_days(desk: Desk, days: tuple[int, ...]) -> WhatIf | None:
    """The season on other days."""
    dossier = await desk.dossier()
    view = None if dossier is None else _view(dossier, desk)
    if dossier is None or view is None:
        return None
    changed = on_days(view.athlete, days)
    view = replace(view, athlete=changed, days=changed.days)
    made = built(desk, dossier, changed, _tomorrow(dossier))
    if isinstance(made, Refusal):
        return replace(view, refusal=made)
    return _then(view, dossier, desk, made)


async def with_week_away(desk: Desk, weeks_on: int) -> WhatIf | None:
    """The season without a week's running: the one that begins on a Monday ahead."""
    dossier = await desk.dossier()
    view = None if dossier is None else _view(dossier, desk)
    if dossier is None or dossier.plan is None or view is None:
        return None
    first = monday(dossier.today, max(1, min(weeks_on, WEEKS_AHEAD)))
    stands = standing(dossier, desk.content)
    last = first + timedelta(days=6)
    change = away(dossier.plan.plan, first, last, stands.pace_of, runs=False)
    made = apply_change(dossier.plan.plan, change)
    return replace(_then(view, dossier, desk, made), first=first)


async def take_days(desk: Desk, days: tuple[int, ...]) -> Answer[WhatIf]:
    """*Train on these days*: saved, and the plan runs on them from tomorrow."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    profile = dossier.account.profile
    changed = on_days(profile, days)
    facts = {"days": "".join(map(str, changed.days))}
    if changed == profile:
        return Answer(Outcome(TOPIC, Said.ALREADY, facts=facts), _view(dossier, desk))
    tomorrow = _tomorrow(dossier)
    changed_dossier = replace(dossier, account=replace(dossier.account, profile=changed))
    made = built(desk, changed_dossier, changed, tomorrow)
    if isinstance(made, Refusal):
        view = _view(dossier, desk)
        refused = replace(view, days=changed.days, refusal=made) if view else None
        return Answer(Outcome(TOPIC, Said.REFUSED, facts=facts), refused)
    account = await athletes.save(desk.unit, changed_dossier.account)
    dossier = await rebuild(desk, replace(dossier, account=account), tomorrow)
    return Answer(Outcome(TOPIC, Said.DONE, facts=facts), _view(dossier, desk))


def on_days(athlete: Athlete, days: tuple[int, ...]) -> Athlete:
    """The athlete on those days; the long run keeps its own where it is one, else has the last."""
    days = tuple(sorted(set(days)))
    long_day = athlete.long_day if athlete.long_day in days else max(days)
    return replace(athlete, days=days, long_day=long_day)


def monday(today: date, weeks_on: int) -> date:
    """The Monday so many weeks after this week's."""
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks_on)


def _tomorrow(dossier: Dossier) -> date:
    return dossier.today + timedelta(days=1)


def _view(dossier: Dossier, desk: Desk) -> WhatIf | None:
    if dossier.account.profile is None or dossier.plan is None:
        return None
    stands = standing(dossier, desk.content)
    return WhatIf(
        account=dossier.account,
        athlete=stands.athlete,
        today=dossier.today,
        paces=stands.paces if stands.allowance.pace else None,
        log=dossier.log,
        now=glance(dossier.plan.plan, _tomorrow(dossier), stands.pace_of),
        days=stands.athlete.days,
    )


def _then(view: WhatIf, dossier: Dossier, desk: Desk, made: Plan) -> WhatIf:
    pace_of = standing(dossier, desk.content).pace_of
    return replace(view, plan=made, then=glance(made, _tomorrow(dossier), pace_of))
