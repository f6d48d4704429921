"""What every answer of the morning goes through: added to the draft, then decided on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.outcome import Outcome, Said, Scalar
from bot.services.answers import (
    CYCLE,
    FORM_NAME,
    checkin_from,
    draft_from,
    merged,
)
from bot.services.day import open_question
from bot.services.decision import settle, touch
from bot.services.desk import Answer, Desk
from bot.services.routine import promise
from bot.services.standing import standing
from bot.services.today import Today, seen
from bot.storage import athletes, drafts
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft

TOPIC = "checkin"


def asks_cycle(dossier: Dossier) -> bool:
    """Whether the cycle's day is a question of this athlete: off until they turn it on."""
    return dossier.account.profile is not None and dossier.account.profile.asks_cycle


async def take(
    desk: Desk,
    on: date,
    updates: Mapping[str, Any],
    *,
    once: str = "",
    only_open: bool = False,
    health: bool = False,
    dossier: Dossier | None = None,
) -> Answer[Today]:
    """Add the answers; decide once nothing is missing, or at once where health speaks."""
    found = dossier or await of_today(desk, on)
    if isinstance(found, Answer):
        return found
    draft = draft_of(found)
    if found.checkin is not None and found.draft(FORM_NAME, on.isoformat()) is None and once:
        return shown(found, desk, Said.ALREADY)
    if once and once in draft:
        return shown(found, desk, Said.ALREADY)
    if only_open:
        updates = {key: told for key, told in updates.items() if key not in draft}
    told = {**merged(draft, updates), "menu": ""}
    found = await heard_from(desk, found)
    if not health and open_after(found, desk, told):
        return shown(await keep_open(desk, found, told), desk, Said.ASK)
    return await _decide(desk, found, told)


async def heard_from(desk: Desk, dossier: Dossier) -> Dossier:
    """Whoever answers is no longer silent: the card asks again."""
    if not dossier.account.silent_mornings:
        return dossier
    await athletes.heard_from(desk.unit, dossier.account.id)
    return replace(dossier, account=replace(dossier.account, silent_mornings=0))


async def keep(desk: Desk, dossier: Dossier, updates: Mapping[str, Any]) -> Dossier:
    """Add answers that came beside something graver, and decide at once."""
    if not asks_cycle(dossier):
        updates = {key: told for key, told in updates.items() if key != CYCLE}
    return await decided(desk, dossier, {**merged(draft_of(dossier), updates), "menu": ""})


async def _decide(desk: Desk, dossier: Dossier, told: Mapping[str, Any]) -> Answer[Today]:
    return shown(await decided(desk, dossier, told), desk, Said.DONE)


async def decided(desk: Desk, dossier: Dossier, told: Mapping[str, Any]) -> Dossier:
    """Save the check-in and decide; the draft stays while questions are open."""
    checkin = checkin_from(told, dossier.today)
    if open_after(dossier, desk, told):
        dossier = await keep_open(desk, dossier, told)
    else:
        await drafts.drop(desk.unit, dossier.account.id, FORM_NAME, dossier.today.isoformat())
        others = tuple(d for d in dossier.drafts if d.form != FORM_NAME)
        dossier = replace(dossier, drafts=others)
    dossier = await settle(desk, dossier, checkin)
    if dossier.draft(FORM_NAME, dossier.today.isoformat()) is None:
        await promise(desk, dossier)
    return dossier


def open_after(dossier: Dossier, desk: Desk, told: Mapping[str, Any]) -> str:
    """The question that would be open with these answers."""
    saved = SavedDraft(FORM_NAME, dossier.today.isoformat(), told, desk.now)
    others = tuple(d for d in dossier.drafts if d.form != FORM_NAME)
    with_draft = replace(dossier, drafts=(*others, saved))
    return open_question(with_draft, standing(with_draft, desk.content))


async def keep_open(desk: Desk, dossier: Dossier, told: Mapping[str, Any]) -> Dossier:
    """Keep the answers so far, and have the card ask the next question."""
    saved = SavedDraft(FORM_NAME, dossier.today.isoformat(), dict(told), desk.now)
    await drafts.save(desk.unit, dossier.account.id, saved)
    dossier = await touch(desk, dossier)
    others = tuple(d for d in dossier.drafts if d.form != FORM_NAME)
    return replace(dossier, drafts=(*others, saved))


def draft_of(dossier: Dossier) -> Mapping[str, Any]:
    """The answers so far: the draft's, else those of the saved check-in."""
    saved = dossier.draft(FORM_NAME, dossier.today.isoformat())
    if saved is not None:
        return saved.answers
    return draft_from(dossier.checkin) if dossier.checkin is not None else {}


async def of_today(desk: Desk, on: date) -> Dossier | Answer[Today]:
    """The dossier, or the answer to a tap on another day's card or by a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if on != dossier.today:
        return shown(dossier, desk, Said.STALE, day_on=on.isoformat())
    return dossier


def shown(dossier: Dossier, desk: Desk, said: Said, **facts: Scalar) -> Answer[Today]:
    """The answer to a tap or to words, with the day as it is now."""
    return Answer(Outcome(TOPIC, said, facts=facts), seen(dossier, desk.content))
