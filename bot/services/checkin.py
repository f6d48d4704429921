"""The morning's answers, by tap or in words, in any order; the last one decides the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.outcome import Outcome, Said, Scalar
from bot.services.answers import (
    CYCLE,
    FORM_NAME,
    LEGS,
    MORNING,
    PULSE,
    SCORE,
    SLEEP,
    THREE,
    checkin_from,
    draft_from,
    merged,
    questions,
    without_three,
)
from bot.services.desk import Answer, Desk
from bot.services.routine import promise
from bot.services.standing import asks_pulse, standing
from bot.services.today import (
    Today,
    is_over,
    mendable,
    open_gates_of,
    open_question,
    seen,
    settle,
    touch,
)
from bot.storage import athletes, checkins, drafts
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from core.athlete import Spot
from core.checkin import Morning, Told
from core.safety import GateKind

TOPIC = "checkin"
FLAGS = ("ill", "stress", "dread")
MENUS = ("more", "where", "count", "type-sleep", "type-pulse", "type-hrv", "type-fever")
CYCLE_MENU = "type-cycle"
"""Only for who turned the question on."""
LOWEST_PULSE, HIGHEST_PULSE = 30, 120
LONGEST_NIGHT_MIN = 14 * 60


async def answer(desk: Desk, on: date, field: str, value: int) -> Answer[Today]:
    """A tap on legs (1-5), sleep (minutes) or pulse (bpm)."""
    limits = {LEGS: (1, 5), SLEEP: (0, LONGEST_NIGHT_MIN), PULSE: (LOWEST_PULSE, HIGHEST_PULSE)}
    low, high = limits.get(field, (1, 0))
    if not low <= value <= high:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _take(desk, on, {field: value * 60.0 if field == SLEEP else value}, once=field)


async def skip(desk: Desk, on: date, field: str) -> Answer[Today]:
    """*Skip* under one question."""
    if field not in THREE:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _take(desk, on, {field: Told.SKIPPED.value}, once=field)


async def usual(desk: Desk, on: date) -> Answer[Today]:
    """*Same as usual* answers every question of the three that is still open."""
    return await _take(desk, on, dict.fromkeys(THREE, Told.USUAL.value), only_open=True)


async def score(desk: Desk, on: date, spot: str, value: int) -> Answer[Today]:
    """How much a place hurts, 0-10."""
    if spot not in set(Spot) or not 0 <= value <= 10:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _take(desk, on, {f"{SCORE}{spot}": value, f"hurts-{spot}": True}, health=True)


async def mend(desk: Desk, on: date, spot: str, value: int) -> Answer[Today]:
    """The number that was meant, where a misheard one stopped all running this morning.

    Only today's own answer can be put right, and only by tap: pain that eases during the day, or is
    talked down, opens no gate. Limping stays what it is.
    """
    dossier = await _of_today(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    if spot not in mendable(dossier) or not 0 <= value <= 10:
        return Answer(Outcome(TOPIC, Said.STALE))
    kept = tuple(
        row.gate
        for row in dossier.gates
        if row.gate.kind is not GateKind.PAIN or row.gate.spot != spot
    )
    dossier = await open_gates_of(desk, dossier, kept, "mended")
    return await _take(desk, on, {f"{SCORE}{spot}": value}, health=True, dossier=dossier)


async def morning(desk: Desk, on: date, spot: str, value: str) -> Answer[Today]:
    """How a sore place is this morning."""
    if spot not in set(Spot) or value not in set(Morning):
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _take(desk, on, {f"{MORNING}{spot}": value}, health=True)


async def flag(desk: Desk, on: date, name: str) -> Answer[Today]:
    """Ill, stressed or without fire."""
    if name not in FLAGS:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await _take(desk, on, {name: True}, health=True)


async def menu(desk: Desk, on: date, name: str) -> Answer[Today]:
    """Open a part of the health menu, or "none" to go back to the card."""
    hurts = name.startswith("hurts-") and name.removeprefix("hurts-") in set(Spot)
    mends = name.startswith("mend-") and name.removeprefix("mend-") in set(Spot)
    if name not in {"none", *MENUS, CYCLE_MENU} and not hurts and not mends:
        return Answer(Outcome(TOPIC, Said.STALE))
    dossier = await _of_today(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    if name == CYCLE_MENU and not asks_cycle(dossier):
        return Answer(Outcome(TOPIC, Said.STALE))
    told = {key: value for key, value in draft_of(dossier).items() if key != "menu"}
    if name != "none":
        told["menu"] = name  # without it, a race morning that was asked nothing still is not
    return _told(await _keep(desk, dossier, told), desk, Said.ASK)


async def reopen(desk: Desk, on: date) -> Answer[Today]:
    """*Change answers*: the three questions again; what is decided stands until they are given."""
    dossier = await _of_today(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    dossier = await _heard_from(desk, dossier)
    if is_over(dossier, desk.content):
        return _told(dossier, desk, Said.ALREADY)
    told = without_three(draft_of(dossier))
    return _told(await _keep(desk, dossier, {**told, "menu": ""}), desk, Said.ASK)


async def begin(desk: Desk) -> Answer[Today]:
    """/checkin: the card with its questions, or with what was answered."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    dossier = await _heard_from(desk, dossier)
    if dossier.checkin is None and _races_today(dossier):  # a race morning asks nothing by itself
        dossier = await _keep(desk, dossier, {**draft_of(dossier), "menu": ""})
    return _told(dossier, desk, Said.ASK)


def _races_today(dossier: Dossier) -> bool:
    session = dossier.plan.plan.on(dossier.today) if dossier.plan else None
    return session is not None and session.race is not None


async def hear(desk: Desk, updates: Mapping[str, Any], back: str = "") -> Answer[Today]:
    """Answers in words for today; `back` is the code of what has to be asked back, if anything."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    draft = draft_of(dossier)
    updates = {k: v for k, v in updates.items() if v != Told.SKIPPED.value or k not in draft}
    if not asks_cycle(dossier):
        updates.pop(CYCLE, None)
    if not updates and dossier.checkin is not None:
        outcome = Outcome(TOPIC, Said.ASK_AGAIN if back else Said.ALREADY, back)
        return Answer(outcome, seen(dossier, desk.content))  # nothing new: the verdict stands
    health = any(key not in {*THREE, *_WAITS} for key in updates)
    answered = await _take(desk, dossier.today, updates, health=health, dossier=dossier)
    if not back:
        return answered
    outcome = replace(answered.outcome, said=Said.ASK_AGAIN, code=back)
    return replace(answered, outcome=outcome)


_WAITS = {"hrv", CYCLE}
"""Answers that decide nothing before the three are given."""


def asks_cycle(dossier: Dossier) -> bool:
    """Whether the cycle's day is a question of this athlete: off until they turn it on."""
    return dossier.account.profile is not None and dossier.account.profile.asks_cycle


async def _take(
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
    found = dossier or await _of_today(desk, on)
    if isinstance(found, Answer):
        return found
    draft = draft_of(found)
    if found.checkin is not None and found.draft(FORM_NAME, on.isoformat()) is None and once:
        return _told(found, desk, Said.ALREADY)
    if once and once in draft:
        return _told(found, desk, Said.ALREADY)
    if only_open:
        updates = {key: told for key, told in updates.items() if key not in draft}
    told = {**merged(draft, updates), "menu": ""}
    found = await _heard_from(desk, found)
    if not health and open_after(found, desk, told):
        return _told(await _keep(desk, found, told), desk, Said.ASK)
    return await _decide(desk, found, told)


async def _heard_from(desk: Desk, dossier: Dossier) -> Dossier:
    """Whoever answers is no longer silent: the card asks again."""
    if not dossier.account.silent_mornings:
        return dossier
    await athletes.heard_from(desk.unit, dossier.account.id)
    return replace(dossier, account=replace(dossier.account, silent_mornings=0))


async def keep(desk: Desk, dossier: Dossier, updates: Mapping[str, Any]) -> Dossier:
    """Add answers that came beside something graver, and decide at once."""
    if not asks_cycle(dossier):
        updates = {key: told for key, told in updates.items() if key != CYCLE}
    return await _decided(desk, dossier, {**merged(draft_of(dossier), updates), "menu": ""})


async def _decide(desk: Desk, dossier: Dossier, told: Mapping[str, Any]) -> Answer[Today]:
    return _told(await _decided(desk, dossier, told), desk, Said.DONE)


async def _decided(desk: Desk, dossier: Dossier, told: Mapping[str, Any]) -> Dossier:
    """Save the check-in and decide; the draft stays while questions are open."""
    checkin = checkin_from(told, dossier.today)
    if open_after(dossier, desk, told):
        dossier = await _keep(desk, dossier, told)
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


async def _keep(desk: Desk, dossier: Dossier, told: Mapping[str, Any]) -> Dossier:
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


async def _of_today(desk: Desk, on: date) -> Dossier | Answer[Today]:
    """The dossier, or the answer to a tap on another day's card or by a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    if on != dossier.today:
        return _told(dossier, desk, Said.STALE, day_on=on.isoformat())
    return dossier


def _told(dossier: Dossier, desk: Desk, said: Said, **facts: Scalar) -> Answer[Today]:
    return Answer(Outcome(TOPIC, said, facts=facts), seen(dossier, desk.content))


async def close_yesterday(desk: Desk, dossier: Dossier) -> Dossier:
    """What was answered in part and never ended is kept as the check-in of its day."""
    for saved in dossier.drafts:
        if saved.form != FORM_NAME or saved.local_date >= dossier.today.isoformat():
            continue
        on = date.fromisoformat(saved.local_date)
        checkin = checkin_from(saved.answers, on)
        if checkin.answered and not any(c.on == on for c in dossier.checkins):
            await checkins.save(desk.unit, dossier.account.id, checkin, now=desk.now)
            kept = tuple(sorted([*dossier.checkins, checkin], key=lambda c: c.on))
            dossier = replace(dossier, checkins=kept)
        await drafts.drop(desk.unit, dossier.account.id, FORM_NAME, saved.local_date)
    return dossier


__all__ = ["Today", "answer", "asks_pulse", "hear", "questions", "usual"]
