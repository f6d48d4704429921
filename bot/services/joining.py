"""Joining a squad: by the button in the group, or by its link, with a plan of one's own or none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bot.outcome import Outcome, Said, Scalar
from bot.services import onboarding
from bot.services.desk import Answer, Desk
from bot.services.onboarding.form import FORM_NAME
from bot.services.squad import CARD, ensure
from bot.storage import athletes, cards, drafts, members, squad_view, squads
from bot.storage.athletes import Account, State
from bot.storage.cards import CardKey
from bot.storage.drafts import SavedDraft
from bot.storage.squad_view import Asked
from bot.storage.squads import SquadRow
from core.squad import training_days
from core.units import Units

TOPIC = "joining"


@dataclass(frozen=True, slots=True)
class Invited:
    """Who was invited, to which squad, and whether they are in it by now."""

    row: SquadRow
    account: Account | None
    is_in: bool


async def look(desk: Desk, token: str) -> Invited | None:
    """The squad behind a link; None for one that is old, made up, or of a squad that ended."""
    found = await squad_view.invited(desk.unit, token, desk.user_id)
    return None if found is None or not found.row.active else _seen(found)


async def look_at(desk: Desk, squad_id: int) -> Invited | None:
    """The same by the squad's id."""
    found = await squad_view.asked(desk.unit, squad_id, desk.user_id)
    return None if found is None else _seen(found)


async def tap(desk: Desk, squad_id: int) -> Answer[Invited]:
    """*Join* in the group; whom the coach has not met goes by the link."""
    found = await squad_view.asked(desk.unit, squad_id, desk.user_id)
    if found is None or not found.row.active or found.row.chat_id != desk.chat_id:
        return Answer(Outcome(TOPIC, Said.STALE, "squad-gone"))
    if found.account is None:
        return _said(Said.ASK, "open", found.row, _seen(found))
    return await _join(desk, found.row, found.account)


async def follow(desk: Desk, token: str, *, present: bool) -> Answer[Invited]:
    """The link in private: who is in the group joins; a stranger is asked how first."""
    found = await squad_view.invited(desk.unit, token, desk.user_id)
    if found is None or not found.row.active:
        return Answer(Outcome(TOPIC, Said.REFUSED, "squad-link-old"))
    if not present:
        return _said(Said.REFUSED, "squad-not-in-group", found.row)
    if found.account is None:
        return _said(Said.ASK, "how", found.row, _seen(found))
    return await _join(desk, found.row, found.account)


async def without_plan(
    desk: Desk, token: str, units: Units, clock24: bool, *, present: bool
) -> Answer[Invited]:
    """*Just be in*: in and out need no plan; the name is kept, and nothing else."""
    row = await squads.by_token(desk.unit, token)
    if row is None or not row.active or not present:
        return Answer(Outcome(TOPIC, Said.REFUSED, "squad-link-old"))
    number = await ensure(desk, row)
    account = await athletes.get(desk.unit, number)
    if account is None:  # forgotten in this very moment
        return Answer(Outcome(TOPIC, Said.REFUSED, "squad-link-old"))
    if account.consented_at is None:
        changed = replace(account, consented_at=desk.now, units=units, clock24=clock24)
        account = await athletes.save(desk.unit, changed)
    return await _join(desk, row, account)


async def with_plan(
    desk: Desk, token: str, units: Units, clock24: bool, *, present: bool
) -> Answer[Any]:
    """*With a plan*: onboarding begins, with the squad's days ticked; they are in from now on."""
    row = await squads.by_token(desk.unit, token)
    if row is None or not row.active or not present:
        return Answer(Outcome(TOPIC, Said.REFUSED, "squad-link-old"))
    answer = await onboarding.consent(desk, units, clock24)
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return answer
    joined = await _join(desk, row, account)
    if account.state is not State.ONBOARDING:
        return joined
    if await drafts.find(desk.unit, account.id, FORM_NAME) is None:
        ticked = [str(day) for day in training_days(row.squad.trainings)]
        saved = SavedDraft(FORM_NAME, "", {"days_picked": ticked}, desk.now)
        await drafts.save(desk.unit, account.id, saved)
    return joined


async def _join(desk: Desk, row: SquadRow, account: Account) -> Answer[Invited]:
    is_new = await members.join(desk.unit, row.id, account.id, desk.now)
    if is_new:
        await cards.touch(desk.unit, CardKey(row.chat_id, CARD))
    return _said(Said.DONE if is_new else Said.ALREADY, "in", row, Invited(row, account, True))


def _seen(found: Asked) -> Invited:
    return Invited(found.row, found.account, found.member is not None)


def _said(
    how: Said, code: str, row: SquadRow, view: Invited | None = None, **facts: Scalar
) -> Answer[Invited]:
    return Answer(Outcome(TOPIC, how, code, {"squad": row.id, "name": row.title, **facts}), view)
