"""What the coach learns little by little: asked on rest days, changed in /settings at any time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from bot.outcome import Outcome, Said
from bot.services.desk import Answer, Desk
from bot.services.plan import rebuild
from bot.storage import athletes, drafts
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from core.athlete import Athlete
from core.background import (
    REPLANS,
    TICKED,
    Background,
    Question,
    answered,
    choices,
    question_for,
    told,
)

TOPIC = "background"
FORM = "background"
SETTLED, UNWANTED, PICKED, LAST = "settled", "unwanted", "picked", "last"


@dataclass(frozen=True, slots=True)
class Known:
    """Everything that can be told, and the question that is being answered."""

    account: Account
    questions: tuple[Background, ...]
    open: Background | None = None


def of_today(dossier: Dossier) -> Background | None:
    """The question of this rest day, if it has one."""
    athlete = dossier.account.profile
    if athlete is None or dossier.plan is None:
        return None
    running = {session.on for session in dossier.plan.plan.sessions}
    answers = _answers(dossier)
    if answers.get(LAST) == dossier.today.isoformat():
        return None  # one a day
    settled = {*answers.get(SETTLED, []), *answers.get(UNWANTED, [])}
    question = question_for(dossier.today, running, athlete, settled)
    return None if question is None else _asked(question, athlete, answers)


async def look(desk: Desk) -> Known | None:
    """What is known; None for a stranger."""
    dossier = await desk.dossier()
    return None if dossier is None else _known(dossier)


async def ask(desk: Desk, name: str) -> Answer[Known]:
    """Open one question, from the list."""
    dossier, question = await desk.dossier(), _question(name)
    if dossier is None or dossier.account.profile is None or question is None:
        return _none(Said.STRANGER if question else Said.STALE)
    return Answer(Outcome(TOPIC, Said.ASK, question), _known(dossier, question))


async def pick(desk: Desk, name: str, value: str) -> Answer[Known]:
    """Tick or untick one of several answers."""
    dossier, question = await desk.dossier(), _question(name)
    if dossier is None or dossier.account.profile is None or question not in TICKED:
        return _none(Said.STRANGER if question in TICKED else Said.STALE)
    if value not in choices(question, dossier.account.profile):
        return _none(Said.STALE)
    answers = _answers(dossier)
    ticked = list(_asked(question, dossier.account.profile, answers).picked)
    ticked = [v for v in ticked if v != value] if value in ticked else [*ticked, value]
    dossier = await _save(desk, dossier, {**answers, PICKED: {question.value: ticked}})
    return Answer(Outcome(TOPIC, Said.ASK, question), _known(dossier, question))


async def done(desk: Desk, name: str, value: str = "") -> Answer[Known]:
    """The answer counts; where the plan is made of it, the plan is laid anew from tomorrow."""
    dossier, question = await desk.dossier(), _question(name)
    if dossier is None or dossier.account.profile is None or question is None:
        return _none(Said.STRANGER if question else Said.STALE)
    profile, answers = dossier.account.profile, _answers(dossier)
    values = _asked(question, profile, answers).picked if question in TICKED else (value,)
    try:
        changed = answered(profile, question, values)
    except ValueError:
        return _none(Said.STALE)
    today = dossier.today.isoformat()
    settled = sorted({*answers.get(SETTLED, []), question.value})
    dossier = await _save(desk, dossier, {**answers, SETTLED: settled, PICKED: {}, LAST: today})
    if changed != profile:
        account = await athletes.save(desk.unit, replace(dossier.account, profile=changed))
        dossier = replace(dossier, account=account)
        if question in REPLANS and dossier.plan is not None:
            await rebuild(desk, dossier, dossier.today + timedelta(days=1))
    code = "background-plan" if question in REPLANS and changed != profile else "background-noted"
    return Answer(Outcome(TOPIC, Said.DONE, code), _known(dossier))


async def never(desk: Desk, name: str) -> Answer[Known]:
    """*Never ask*: it stays in /settings, and is not brought up again."""
    dossier, question = await desk.dossier(), _question(name)
    if dossier is None or dossier.account.profile is None or question is None:
        return _none(Said.STRANGER if question else Said.STALE)
    answers = _answers(dossier)
    today = dossier.today.isoformat()
    unwanted = sorted({*answers.get(UNWANTED, []), question.value})
    dossier = await _save(desk, dossier, {**answers, UNWANTED: unwanted, PICKED: {}, LAST: today})
    return Answer(Outcome(TOPIC, Said.DONE, "background-never"), _known(dossier))


async def _save(desk: Desk, dossier: Dossier, answers: dict[str, Any]) -> Dossier:
    draft = SavedDraft(FORM, "", answers, desk.now)
    await drafts.save(desk.unit, dossier.account.id, draft)
    others = tuple(d for d in dossier.drafts if (d.form, d.local_date) != (FORM, ""))
    return replace(dossier, drafts=(*others, draft))


def _answers(dossier: Dossier) -> dict[str, Any]:
    saved = dossier.draft(FORM)
    return dict(saved.answers) if saved else {}


def _question(name: str) -> Question | None:
    return Question(name) if name in set(Question) else None


def _asked(question: Question, athlete: Athlete, answers: dict[str, Any]) -> Background:
    picked = answers.get(PICKED)
    ticked = picked.get(question.value) if isinstance(picked, dict) else None
    held = tuple(ticked) if ticked is not None else told(question, athlete)
    return Background(question, choices(question, athlete), held)


def _known(dossier: Dossier, question: Question | None = None) -> Known | None:
    athlete = dossier.account.profile
    if athlete is None:
        return None
    answers = _answers(dossier)
    every = tuple(_asked(q, athlete, {}) for q in Question if choices(q, athlete))
    return Known(
        dossier.account, every, None if question is None else _asked(question, athlete, answers)
    )


def _none(said: Said) -> Answer[Known]:
    return Answer(Outcome(TOPIC, said))
