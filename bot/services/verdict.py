"""The buttons of a verdict: keep it as planned, undo it, even easier, rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.outcome import Outcome, Said
from bot.services.answers import (
    FORM_NAME,
    checkin_from,
    draft_from,
    without_three,
)
from bot.services.day import undoable
from bot.services.decision import put_in_force, settle
from bot.services.desk import Answer, Desk
from bot.services.standing import (
    Standing,
    standing,
)
from bot.services.today import TOPIC, Today, seen, shown
from bot.storage import drafts, plans
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from core.adjust import as_planned, even_easier, rest
from core.adjust.decision import Decision
from core.reasons import Code

Verdict = Callable[[Decision, Standing], Decision]


async def keep(desk: Desk, on: date, change_id: int | None = None) -> Answer[Today]:
    """*Keep as planned*: the answers count, and the session stays on the athlete's word.

    A gate hears none of it. A button knows which change it takes back; words mean the one in force.
    """
    return await _answered(desk, on, lambda d, _: as_planned(d), change_id=change_id)


async def undo(desk: Desk, on: date, change_id: int | None = None) -> Answer[Today]:
    """*Undo*: one step back, to what stood before the verdict.

    Before what the athlete made of it stood the verdict; before the verdict, the open questions.
    Where neither made it (yesterday's run, the weather), the day is kept as planned.
    """
    row = await _to_take_back(desk, on, change_id)
    if isinstance(row, Answer):
        return row
    dossier, decision = row
    asked = {reason.code for reason in decision.reasons} & _ASKED
    if not asked and as_planned(decision) == decision:  # a gate speaks, or nothing was changed
        return shown(dossier, desk, Said.REFUSED if decision.gated else Said.ALREADY)
    if asked:
        return shown(await settle(desk, dossier), desk, Said.DONE)
    if dossier.checkin is None or not dossier.checkin.answered:
        return await _answered(desk, on, lambda d, _: as_planned(d), change_id=change_id)
    dossier = await _asked_again(desk, dossier)
    return Answer(Outcome(TOPIC, Said.DONE, "verdict-taken-back"), seen(dossier, desk.content))


_ASKED = {Code.ASKED_EASIER, Code.ATHLETE_ASKED}
"""What the athlete made of the verdict: one step back from it, the verdict stands again."""


async def _asked_again(desk: Desk, dossier: Dossier) -> Dossier:
    """The morning before its answers: the three are open again, what was told of health stands."""
    answers = {**without_three(draft_from(dossier.checkin)), "menu": ""} if dossier.checkin else {}
    saved = SavedDraft(FORM_NAME, dossier.today.isoformat(), answers, desk.now)
    await drafts.save(desk.unit, dossier.account.id, saved)
    others = tuple(d for d in dossier.drafts if d.form != FORM_NAME)
    dossier = replace(dossier, drafts=(*others, saved))
    return await settle(desk, dossier, checkin_from(answers, dossier.today))


async def easier(desk: Desk, on: date, change_id: int | None = None) -> Answer[Today]:
    """*Even easier*: one step less than was decided; tapped twice in a second, it is one step."""
    return await _answered(desk, on, _lighter, change_id=change_id)


def _lighter(decision: Decision, stands: Standing) -> Decision:
    return even_easier(decision, stands.pace_of)


async def take_rest(desk: Desk, on: date, change_id: int | None = None) -> Answer[Today]:
    """*Rest instead*, where the decision left the choice."""
    return await _answered(desk, on, lambda d, _: rest(d), change_id=change_id)


async def _answered(
    desk: Desk, on: date, verdict: Verdict, change_id: int | None = None
) -> Answer[Today]:
    found = await _to_take_back(desk, on, change_id)
    if isinstance(found, Answer):
        return found
    dossier, before = found
    decision = verdict(before, standing(dossier, desk.content))
    if decision == before:
        return shown(dossier, desk, Said.REFUSED if before.gated else Said.ALREADY)
    if dossier.plan and (earlier := undoable(dossier.decision, dossier.plan)):
        undone = await plans.undo_change(desk.unit, dossier.plan, earlier, now=desk.now)
        dossier = replace(dossier, plan=undone)
    return shown(await put_in_force(desk, dossier, decision), desk, Said.DONE)


async def _to_take_back(
    desk: Desk, on: date, change_id: int | None
) -> tuple[Dossier, Decision] | Answer[Today]:
    """Today's decision while a button may still change it, else the answer to the tap."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None or dossier.plan is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if on != dossier.today:
        return shown(dossier, desk, Said.STALE, day_on=on.isoformat())
    row = dossier.decision
    logged = any(a.activity.on == on for a in dossier.activities)
    if row is None or logged or (change_id is not None and change_id != (row.change_id or 0)):
        return shown(dossier, desk, Said.ALREADY)
    return dossier, row.decision
