"""The end of onboarding: an athlete, a plan or an honest refusal, and the first mornings owed."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

from bot.forms import Draft
from bot.outcome import Outcome, Said, Scalar
from bot.schedule import DueKind, local_day, moment, next_due
from bot.services import raceday
from bot.services.desk import Desk
from bot.services.onboarding.form import COACH, FORM_NAME, HURTS
from bot.services.onboarding.profile import athlete_from
from bot.services.plan import built
from bot.storage import athletes, checkins, drafts, dues, gates, plans
from bot.storage.athletes import Account, State
from bot.storage.dossier import of
from bot.storage.owner import Owner
from core.athlete import Spot
from core.checkin import CheckIn, Pain
from core.safety import gates_after
from core.season import Refusal

TOPIC = "onboarding"
LAST_MINUTE = 1439


async def finish(desk: Desk, account: Account, draft: Draft) -> Outcome:
    """Everything is answered: make the athlete and the plan, or say why there can be none."""
    account = _placed(account, draft)
    if draft.get("goal") == COACH:
        await athletes.save(desk.unit, replace(account, state=State.COACH_ONLY))
        await drafts.drop(desk.unit, account.id, FORM_NAME)
        return Outcome(TOPIC, Said.DONE, "onboarding-coach")
    dossier = await of(desk.unit, account, desk.now)
    athlete = athlete_from(draft, dossier.today)
    account = replace(account, profile=athlete)
    dossier = replace(dossier, account=account)
    made = built(desk, dossier, athlete, dossier.today + timedelta(days=1))
    if isinstance(made, Refusal):
        return refusal(made)
    account = await athletes.save(desk.unit, replace(account, state=State.ACTIVE))
    await plans.replace(desk.unit, account.id, made, seen=dossier.plan, now=desk.now)
    await _note_pain(desk, account, draft, dossier.today)
    await drafts.drop(desk.unit, account.id, FORM_NAME)
    await _owe_messages(desk, account)
    await raceday.owe(desk, dossier)
    return Outcome(TOPIC, Said.DONE, "onboarding-done")


async def _owe_messages(desk: Desk, account: Account) -> None:
    """Everything that repeats, the first morning tomorrow: today has had its answer."""
    await dues.plan_ahead(desk.unit, account.id, account.hours, desk.now)
    today = local_day(desk.now, account.hours.zone)
    midnight = moment(today, LAST_MINUTE, account.hours.zone) or desk.now
    first = next_due(DueKind.MORNING, account.hours, max(midnight, desk.now))
    await dues.put(desk.unit, Owner.athlete(account.id), DueKind.MORNING, first)


def _placed(account: Account, draft: Draft) -> Account:
    """The account with the zone and the morning hour that were told."""
    place = draft["place"]
    zone = str(place["zone"]) if isinstance(place, dict) else "UTC"
    hour = draft.get("hour")
    morning = hour if isinstance(hour, int) else account.hours.morning
    return replace(account, hours=replace(account.hours, zone=zone, morning=morning))


async def _note_pain(desk: Desk, account: Account, draft: Draft, today: date) -> None:
    """What hurts is the first answer about it: it opens the spot, or the gate."""
    health = draft.get("health")
    if not (isinstance(health, list) and HURTS in health) or "spot" not in draft:
        return
    score = draft.get("score")
    pain = Pain(Spot(str(draft["spot"])), score=score if isinstance(score, int) else None)
    checkin = CheckIn(on=today, pains=(pain,))
    await checkins.save(desk.unit, account.id, checkin, now=desk.now)
    known = await gates.opened(desk.unit, account.id)
    after = gates_after(checkin, [row.gate for row in known])
    await gates.settle(desk.unit, account.id, known, after, how="onboarding", now=desk.now)


def refusal(made: Refusal) -> Outcome:
    """Why there is no plan, and what could be instead; both as the outcome's row can keep them."""
    why = [[reason.code.value, dict(reason.facts)] for reason in made.why]
    facts: dict[str, Scalar] = {
        "offers": "\n".join(f"{o.distance.value}={o.on.isoformat()}" for o in made.offers),
        "why": json.dumps(why),
    }
    return Outcome(TOPIC, Said.REFUSED, "plan-refused", facts)
