"""/fix: a workout that went badly: what the log knows, what is asked, one cause and one change."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from bot.outcome import Outcome, Said, Scalar
from bot.services import safety, setback, trial
from bot.services.change import lay
from bot.services.desk import Answer, Desk
from bot.services.setback import Setback
from bot.services.standing import Standing, standing
from bot.storage import drafts
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.understand.complaints import read_complaint
from core.away import busy
from core.plan import Change
from core.readiness import baseline
from core.readiness.baseline import Field
from core.safety import Allowed
from core.symptoms import (
    Ask,
    Case,
    Cause,
    Found,
    Remedy,
    Symptom,
    SymptomTable,
    change_for,
    clues,
    examine,
    told,
)

TOPIC = "symptoms"
FORM = "symptoms"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Fix:
    """What is asked, or the cause that was found with the change that it would lay.

    `trial_on`: a day for a time trial; `gated`: what stands between the athlete and running.
    """

    account: Account
    today: date
    stands: Standing
    ask: Ask | None = None
    found: Found | None = None
    change: Change | None = None
    change_id: int = 0
    trial_on: date | None = None
    gated: Setback | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """The draft: the complaint, the answers so far, the causes that were refused."""

    symptom: str
    answers: dict[str, str] = field(default_factory=dict)
    refused: tuple[str, ...] = ()
    applied: int = 0

    def kept(self) -> dict[str, Any]:
        return {
            "symptom": self.symptom,
            "answers": self.answers,
            "refused": list(self.refused),
            "applied": self.applied,
        }


async def begin(desk: Desk, text: str = "") -> Answer[Any]:
    """What was it like? An open gate is answer enough, and words may have told."""
    dossier = await _known(desk)
    if dossier is None:
        return _answer(Said.STRANGER)
    view = _view(desk, dossier)
    allowed = view.stands.allowance
    if allowed.level is not Allowed.FREE or not allowed.pace:
        return _answer(Said.DONE, "gated", view=replace(view, gated=setback.seen(dossier, desk)))
    complaint = read_complaint(text)
    if complaint is not None:
        return await _go_on(desk, dossier, _State(complaint.value))
    await drafts.drop(desk.unit, dossier.account.id, FORM)
    return _answer(Said.ASK, "symptom", view=view)


async def choose(desk: Desk, symptom: str) -> Answer[Any]:
    """The complaint; a new one begins anew."""
    dossier = await _known(desk)
    if dossier is None:
        return _answer(Said.STRANGER)
    if symptom not in set(Symptom):
        return _answer(Said.STALE, "over")
    return await _go_on(desk, dossier, _State(symptom))


async def reply(desk: Desk, question: str, option: str) -> Answer[Any]:
    """An answer to the question that is open."""
    dossier = await _known(desk)
    if dossier is None:
        return _answer(Said.STRANGER)
    state, known = _state(dossier), desk.content.symptoms.questions.get(question)
    if state is None or known is None or option not in {each.key for each in known.options}:
        return _answer(Said.STALE, "over")
    if question in state.answers:
        return _answer(Said.ALREADY)
    return await _go_on(desk, dossier, replace(state, answers={**state.answers, question: option}))


async def refuse(desk: Desk, cause: str) -> Answer[Any]:
    """*Something else*: the next likeliest cause."""
    dossier = await _known(desk)
    if dossier is None:
        return _answer(Said.STRANGER)
    state = _state(dossier)
    if state is None or cause not in desk.content.symptoms.causes:
        return _answer(Said.STALE, "over")
    if cause in state.refused or state.applied:
        return _answer(Said.ALREADY)
    return await _go_on(desk, dossier, replace(state, refused=(*state.refused, cause)))


async def apply(desk: Desk, cause: str) -> Answer[Any]:
    """Lay the one change, from tomorrow on."""
    dossier = await _known(desk)
    if dossier is None:
        return _answer(Said.STRANGER)
    state, known = _state(dossier), desk.content.symptoms.causes.get(cause)
    if state is None or known is None or cause in state.refused:
        return _answer(Said.STALE, "over")
    if state.applied:
        return _answer(Said.ALREADY)
    change = _change(desk, dossier, known)
    if change is None:
        return _answer(Said.STALE, "over")
    dossier, change_id = await lay(desk, dossier, change)
    await _keep(desk, dossier, replace(state, applied=change_id))
    view = replace(_view(desk, dossier), found=Found(known), change=change, change_id=change_id)
    return _answer(Said.DONE, "applied", {"cause": cause, "change": change_id}, view)


async def look(desk: Desk) -> Fix | None:
    """How it stands today, for an answer that is given twice."""
    dossier = await _known(desk)
    if dossier is None:
        return None
    view, state = _view(desk, dossier), _state(dossier)
    if state is None:
        return view
    laid = dossier.plan.change(state.applied) if dossier.plan and state.applied else None
    fixed = told(laid.change) if laid else None
    if laid is not None and fixed is not None:
        cause = desk.content.symptoms.causes[fixed[0]]
        return replace(view, found=Found(cause), change=laid.change, change_id=laid.id)
    return _seen(desk, dossier, _examined(desk, dossier, state))


async def _go_on(desk: Desk, dossier: Dossier, state: _State) -> Answer[Any]:
    """The next question, the cause, or the door to what comes before any training."""
    result = _examined(desk, dossier, state)
    await _keep(desk, dossier, state)
    if isinstance(result, Found) and result.cause.sign is not None:
        return await safety.tell(desk, result.cause.sign)
    if isinstance(result, Found) and result.cause.remedy is Remedy.ILLNESS:
        return await setback.begin(desk, "ill")
    view = _seen(desk, dossier, result)
    if isinstance(result, Ask):
        return _answer(Said.ASK, "question", {"question": result.question}, view)
    if result is None:
        return _answer(Said.DONE, "nothing", view=view)
    return _answer(Said.DONE, "found", {"cause": result.cause.key}, view)


def _examined(desk: Desk, dossier: Dossier, state: _State) -> Ask | Found | None:
    table: SymptomTable = desk.content.symptoms
    usual = baseline(dossier.checkins, Field.SLEEP, dossier.today)
    case = Case(
        today=dossier.today,
        log=dossier.log,
        checkins=dossier.checkins,
        plan=dossier.plan.plan if dossier.plan else None,
        fitness=standing(dossier, desk.content).fitness,
        numbers=table.numbers,
        meant=desk.content.decisions.meant,
        usual_night=usual.median if usual else None,
    )
    tree = table.trees[Symptom(state.symptom)]
    return examine(tree, table, clues(case), state.answers, state.refused)


def _seen(desk: Desk, dossier: Dossier, result: Ask | Found | None) -> Fix:
    view = _view(desk, dossier)
    if isinstance(result, Ask):
        return replace(view, ask=result)
    if result is None:
        return view
    day = None
    if result.cause.remedy is Remedy.TRIAL:
        made = trial.offer(desk, dossier, wanted=True)
        day = made.session.on if made.session else None
    change = _change(desk, dossier, result.cause)
    return replace(view, found=result, change=change, trial_on=day)


def _change(desk: Desk, dossier: Dossier, cause: Cause) -> Change | None:
    """What the cause asks of the plan from tomorrow on."""
    if dossier.plan is None:
        return None
    stands, numbers = standing(dossier, desk.content), desk.content.symptoms.numbers
    plan, first = dossier.plan.plan, dossier.today + DAY
    if cause.remedy is Remedy.MAINTAIN:
        last = first + timedelta(days=numbers.maintain_days - 1)
        change = busy(plan, first, last, stands.pace_of)
        return change if change.edits else None
    return change_for(
        cause,
        plan,
        first,
        numbers=numbers,
        athlete=stands.athlete,
        library=desk.content.library,
        pace_of=stands.pace_of,
    )


def _view(desk: Desk, dossier: Dossier) -> Fix:
    return Fix(dossier.account, dossier.today, standing(dossier, desk.content))


def _state(dossier: Dossier) -> _State | None:
    """Today's draft: a question of another day is over."""
    draft = dossier.draft(FORM, dossier.today.isoformat())
    if draft is None:
        return None
    kept = draft.answers
    return _State(
        kept["symptom"], dict(kept["answers"]), tuple(kept["refused"]), int(kept["applied"])
    )


async def _keep(desk: Desk, dossier: Dossier, state: _State) -> None:
    day = dossier.today.isoformat()
    await drafts.drop(desk.unit, dossier.account.id, FORM)
    saved = SavedDraft(FORM, day, state.kept(), desk.now)
    await drafts.save(desk.unit, dossier.account.id, saved)


async def _known(desk: Desk) -> Dossier | None:
    dossier = await desk.dossier()
    return None if dossier is None or dossier.account.profile is None else dossier


def _answer(
    said: Said, code: str = "", facts: dict[str, Scalar] | None = None, view: Fix | None = None
) -> Answer[Fix]:
    return Answer(Outcome(TOPIC, said, code, facts or {}), view)
