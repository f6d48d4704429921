"""The time trial: offered to who has no result and is ready for one, rarely, and refusable."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.outcome import Outcome, Said, Scalar
from bot.services.change import Changed, lay, seen
from bot.services.desk import Answer, Desk
from bot.services.standing import readiness_of, standing
from bot.storage import athletes
from bot.storage.dossier import Dossier
from core.fitness import trial_waits
from core.library.sizing import size
from core.plan import Session
from core.readiness import Colour
from core.safety import Allowed
from core.season.trial import trial_day, with_trial

TOPIC = "trial"
TRIAL = "trial-3k"
BETWEEN = timedelta(weeks=4)
"""Unasked, it is offered no more often."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether a trial would be wise now, and the hard day that it could have."""

    ready: bool
    session: Session | None = None


def offer(desk: Desk, dossier: Dossier, *, wanted: bool = False) -> Offer:
    """By what the athlete has told so far; on its day the morning decides as for any hard run.

    `wanted`: they want to know where they stand, so a known fitness speaks not against it.
    """
    if dossier.account.profile is None:
        return Offer(ready=False)
    stands = standing(dossier, desk.content)
    athlete, allowed = stands.athlete, stands.allowance
    known = stands.fitness is not None and not wanted
    if known or not allowed.pace or not athlete.measured_distance:
        return Offer(ready=False)
    waits = trial_waits(
        athlete,
        dossier.log,
        dossier.checkins,
        dossier.today,
        green=readiness_of(dossier).colour not in {Colour.AMBER, Colour.RED},
        doctor_flag=allowed.level is not Allowed.FREE,
    )
    plan = dossier.plan.plan if dossier.plan else None
    day = trial_day(plan, dossier.today) if plan and not waits else None
    return Offer(ready=not waits, session=day)


async def notice(desk: Desk, dossier: Dossier) -> tuple[Dossier, dict[str, Scalar]]:
    """After a run: the offer, where there is a day for it and none was made for four weeks."""
    profile = dossier.account.profile
    if profile is None or _offered_lately(profile.trial_offered, dossier.today):
        return dossier, {}
    made = offer(desk, dossier)
    if not made.ready or made.session is None:
        return dossier, {}
    profile = replace(profile, trial_offered=dossier.today)
    account = await athletes.save(desk.unit, replace(dossier.account, profile=profile))
    return replace(dossier, account=account), {"trial_on": made.session.on.isoformat()}


def _offered_lately(last: date | None, today: date) -> bool:
    return last is not None and today - last < BETWEEN


async def take(desk: Desk, on: date, *, wanted: bool = False) -> Answer[Changed]:
    """Put it in the place of that day's hard session; the change is undone like any other."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    planned = dossier.plan.plan.on(on)
    if planned is not None and planned.workout.key == TRIAL:
        return Answer(Outcome(TOPIC, Said.ALREADY))
    made = offer(desk, dossier, wanted=wanted)
    if made.session is None or made.session.on != on:
        return Answer(Outcome(TOPIC, Said.STALE))
    pace_of = standing(dossier, desk.content).pace_of
    trial = size(desk.content.library[TRIAL], pace_of=pace_of)
    change = with_trial(made.session, trial)
    dossier, change_id = await lay(desk, dossier, change)
    facts: dict[str, Scalar] = {"trial_on": on.isoformat(), "change": change_id}
    return Answer(Outcome(TOPIC, Said.DONE, facts=facts), seen(dossier, desk, change, change_id))
