"""Tomorrow, as open gates and today's run would have it; and the session that comes next."""

from __future__ import annotations

from datetime import date, timedelta

from bot.services.plan import because, still_true
from bot.services.standing import (
    Standing,
    standing,
    ways_out,
)
from bot.storage.dossier import Dossier
from core.adjust import decide, preview
from core.adjust.decision import Decision
from core.content import Content
from core.day import Day
from core.plan import Plan, Session
from core.readiness import Colour, Readiness
from core.reasons import Code


def expected(dossier: Dossier, content: Content) -> Decision | None:
    """What tomorrow's decision would be without answers: open gates and what was run speak."""
    if dossier.plan is None:
        return None
    on = dossier.today + timedelta(days=1)
    stands = standing(dossier, content, on)
    return decide(
        on,
        dossier.plan.plan,
        Readiness(on, Colour.UNKNOWN),
        stands.allowance,
        log=dossier.log,
        athlete=stands.athlete,
        decisions=content.decisions,
        library=content.library,
        pace_of=stands.pace_of,
    )


def was_harder(dossier: Dossier, content: Content) -> bool:
    """Whether today's run was harder than it was meant to be, so that tomorrow is easy."""
    verdict = expected(dossier, content)
    return verdict is not None and any(r.code is Code.YESTERDAY_HARDER for r in verdict.reasons)


def tomorrow_of(dossier: Dossier, content: Content) -> Day:
    """Tomorrow without questions; its session is what gates and today's run would leave of it."""
    on = dossier.today + timedelta(days=1)
    stands = standing(dossier, content, on)
    plan = dossier.plan.plan if dossier.plan else None
    session = plan.on(on) if plan else None
    verdict = expected(dossier, content)
    left = verdict.after if verdict else None
    return Day(
        on=on,
        level=stands.athlete.level,
        plan=plan,
        week=plan.week_of(on) if plan else None,
        planned=session,
        session=left,
        next=next_session(plan, on, stands, content),
        paces=stands.paces,
        measured=stands.athlete.measured_distance,
        strength=strength_on(plan, on),
        allowance=stands.allowance,
        ways_out=ways_out(dossier, stands),
        because=still_true(because(dossier, on), session, left),
    )


def next_session(plan: Plan | None, on: date, stands: Standing, content: Content) -> Session | None:
    """The next session after the day, as `stands` would have it."""
    return _previewed(plan.next_session(on) if plan else None, plan, stands, content)


def _previewed(
    session: Session | None, plan: Plan | None, stands: Standing, content: Content
) -> Session | None:
    if session is None or plan is None:
        return None
    return preview(
        session,
        plan,
        stands.allowance,
        athlete=stands.athlete,
        decisions=content.decisions,
        library=content.library,
        pace_of=stands.pace_of,
    )


def strength_on(plan: Plan | None, on: date) -> str:
    """The strength routine of the day, "" for none."""
    return next((key for day, key in plan.strength if day == on), "") if plan else ""
