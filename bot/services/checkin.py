"""The morning's answers, by tap or in words, in any order; the last one decides the day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from bot.outcome import Outcome, Said
from bot.services.answering import (
    TOPIC,
    asks_cycle,
    draft_of,
    heard_from,
    keep_open,
    of_today,
    shown,
    take,
)
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
    without_three,
)
from bot.services.decision import is_over
from bot.services.desk import Answer, Desk
from bot.services.today import Today, seen
from bot.storage import checkins, drafts
from bot.storage.dossier import Dossier
from core.athlete import Spot
from core.checkin import Morning, Told

FLAGS = ("ill", "stress", "dread")
LOWEST_PULSE, HIGHEST_PULSE = 30, 120
LONGEST_NIGHT_MIN = 14 * 60


async def answer(desk: Desk, on: date, field: str, value: int) -> Answer[Today]:
    """A tap on legs (1-5), sleep (minutes) or pulse (bpm)."""
    limits = {LEGS: (1, 5), SLEEP: (0, LONGEST_NIGHT_MIN), PULSE: (LOWEST_PULSE, HIGHEST_PULSE)}
    low, high = limits.get(field, (1, 0))
    if not low <= value <= high:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await take(desk, on, {field: value * 60.0 if field == SLEEP else value}, once=field)


async def skip(desk: Desk, on: date, field: str) -> Answer[Today]:
    """*Skip* under one question."""
    if field not in THREE:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await take(desk, on, {field: Told.SKIPPED.value}, once=field)


async def usual(desk: Desk, on: date) -> Answer[Today]:
    """*Same as usual* answers every question of the three that is still open."""
    return await take(desk, on, dict.fromkeys(THREE, Told.USUAL.value), only_open=True)


async def score(desk: Desk, on: date, spot: str, value: int) -> Answer[Today]:
    """How much a place hurts, 0-10."""
    if spot not in set(Spot) or not 0 <= value <= 10:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await take(desk, on, {f"{SCORE}{spot}": value, f"hurts-{spot}": True}, health=True)


async def morning(desk: Desk, on: date, spot: str, value: str) -> Answer[Today]:
    """How a sore place is this morning."""
    if spot not in set(Spot) or value not in set(Morning):
        return Answer(Outcome(TOPIC, Said.STALE))
    return await take(desk, on, {f"{MORNING}{spot}": value}, health=True)


async def flag(desk: Desk, on: date, name: str) -> Answer[Today]:
    """Ill, stressed or without fire."""
    if name not in FLAGS:
        return Answer(Outcome(TOPIC, Said.STALE))
    return await take(desk, on, {name: True}, health=True)


async def reopen(desk: Desk, on: date) -> Answer[Today]:
    """*Change answers*: the three questions again; what is decided stands until they are given."""
    dossier = await of_today(desk, on)
    if isinstance(dossier, Answer):
        return dossier
    dossier = await heard_from(desk, dossier)
    if is_over(dossier, desk.content):
        return shown(dossier, desk, Said.ALREADY)
    told = without_three(draft_of(dossier))
    return shown(await keep_open(desk, dossier, {**told, "menu": ""}), desk, Said.ASK)


async def begin(desk: Desk) -> Answer[Today]:
    """/checkin: the card with its questions, or with what was answered."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    dossier = await heard_from(desk, dossier)
    if dossier.checkin is None and _races_today(dossier):  # a race morning asks nothing by itself
        dossier = await keep_open(desk, dossier, {**draft_of(dossier), "menu": ""})
    return shown(dossier, desk, Said.ASK)


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
    answered = await take(desk, dossier.today, updates, health=health, dossier=dossier)
    if not back:
        return answered
    outcome = replace(answered.outcome, said=Said.ASK_AGAIN, code=back)
    return replace(answered, outcome=outcome)


_WAITS = {"hrv", CYCLE}
"""Answers that decide nothing before the three are given."""


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
