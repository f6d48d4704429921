"""Onboarding: consent, questions in any order and back, and the plan at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.forms import Ask, Draft, answered, back, next_step
from bot.outcome import Outcome, Said, Scalar
from bot.schedule import local_day
from bot.services import membership
from bot.services.desk import Answer, Desk
from bot.services.onboarding.ending import finish
from bot.services.onboarding.form import FORM, FORM_NAME, Updates
from bot.services.onboarding.taps import PICKS, picked, read_tap
from bot.services.onboarding.words import read_location, read_words
from bot.services.problems import Sorry
from bot.storage import athletes, drafts
from bot.storage.athletes import Account, State
from core.athlete import RaceDistance
from core.units import Units

TOPIC = "onboarding"
BACK = {"back", "go back", "previous", "zurück", "atrás"}
"""Said instead of tapped; under the place it is the only way to tap it."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The question that is open, the answers so far, which question it is (from 1), and, where the
    last answers made no plan, the refusal with its offers.
    """

    key: str
    draft: Draft
    step: int
    account: Account
    refused: Outcome | None = None


async def begin(desk: Desk) -> Answer[Progress]:
    """/start: a stranger is welcomed, a half-done onboarding resumed, an athlete greeted."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return _said(Said.ASK, "welcome")
    if _without_plan(account) and account.consented_at is None:
        return _said(Said.ASK, "welcome")  # known by a tap in a squad alone
    if _without_plan(account):
        account = await athletes.save(desk.unit, replace(account, state=State.ONBOARDING))
        return await _start_over(desk, account)
    if account.state is not State.ONBOARDING:
        return _said(Said.NOTHING, "welcome-back", name=account.name)
    draft = await _draft(desk, account)
    if not draft:
        return Answer(Outcome(TOPIC, Said.ASK, "question"), _progress(account, draft))
    progress = _progress(account, draft)
    return Answer(Outcome(TOPIC, Said.ASK, "again", {"step": progress.step}), progress)


async def consent(desk: Desk, units: Units, clock24: bool) -> Answer[Progress]:
    """*Start* was pressed: from now on something is stored, and the consent is the first of it."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        account = await athletes.create(
            desk.unit, user_id=desk.user_id, chat_id=desk.chat_id, name=desk.name, now=desk.now
        )
        account = replace(account, consented_at=desk.now, units=units, clock24=clock24)
        account = await athletes.save(desk.unit, account)
    if _without_plan(account):
        account = replace(account, state=State.ONBOARDING, units=units, clock24=clock24)
        account = await athletes.save(desk.unit, replace(account, consented_at=desk.now))
    if account.state is not State.ONBOARDING:
        return _said(Said.NOTHING, "welcome-back", name=account.name)
    return await _open_question(desk, account)


async def resume(desk: Desk) -> Answer[Progress]:
    """Show the question that is open."""
    account = await _beginner(desk)
    return _said(Said.STALE) if account is None else await _open_question(desk, account)


async def over(desk: Desk) -> Answer[Progress]:
    """Throw the answers away and ask the first question."""
    account = await _beginner(desk)
    return _said(Said.STALE) if account is None else await _start_over(desk, account)


async def step_back(desk: Desk) -> Answer[Progress]:
    """Take the last answer back and ask it again."""
    account = await _beginner(desk)
    if account is None:
        return _said(Said.STALE)
    draft = back(FORM, await _draft(desk, account))
    gone = {extra for key, extras in _EXTRAS.items() if key not in draft for extra in extras}
    gone.add(_REFUSED)
    kept = {k: v for k, v in draft.items() if k not in gone and not k.endswith("_picked")}
    return await _keep(desk, account, kept)


_EXTRAS = {
    "goal": ("race_metres", "race_target"),
    "race_date": ("race_target",),
    "birth": ("minor",),
}
"""What an answer may tell beside its own, and what therefore goes with it."""


async def tap(desk: Desk, key: str, value: str) -> Answer[Progress]:
    """A button under a question; one that was answered meanwhile changes nothing."""
    account = await _beginner(desk)
    if account is None:
        return _said(Said.STALE)
    draft = await _draft(desk, account)
    progress = _progress(account, draft)
    if progress.key != key:
        return Answer(Outcome(TOPIC, Said.ALREADY, "question"), progress)
    return await _take(desk, account, draft, read_tap(key, value, draft, _today(desk, account)))


async def pick(desk: Desk, key: str, value: str) -> Answer[Progress]:
    """Tick or untick one of several."""
    account = await _beginner(desk)
    if account is None or value not in PICKS.get(key, ()):
        return _said(Said.STALE)
    draft = await _draft(desk, account)
    if _progress(account, draft).key != key:
        return Answer(Outcome(TOPIC, Said.ALREADY, "question"), _progress(account, draft))
    chosen = _chosen(draft, key)
    chosen = [c for c in chosen if c != value] if value in chosen else [*chosen, value]
    return await _keep(desk, account, {**draft, f"{key}_picked": list(chosen)})


async def pick_done(desk: Desk, key: str) -> Answer[Progress]:
    """*Done* under a question with several answers."""
    account = await _beginner(desk)
    if account is None or key not in PICKS:
        return _said(Said.STALE)
    draft = await _draft(desk, account)
    if _progress(account, draft).key != key:
        return Answer(Outcome(TOPIC, Said.ALREADY, "question"), _progress(account, draft))
    return await _take(desk, account, draft, picked(key, _chosen(draft, key)))


async def words(desk: Desk, text: str) -> Answer[Progress]:
    """An answer in words to the question that is open."""
    account = await _beginner(desk)
    if account is None:
        return _said(Said.NOTHING)
    if text.strip("‹<« .").lower() in BACK:
        return await step_back(desk)
    draft = await _draft(desk, account)
    key = _progress(account, draft).key
    updates = read_words(key, text, draft, _today(desk, account), account.units)
    return await _take(desk, account, draft, updates)


async def location(desk: Desk, latitude: float, longitude: float) -> Answer[Progress]:
    """A shared location answers the place; only the zone and its town's name are kept."""
    account = await _beginner(desk)
    if account is None:
        return _said(Said.NOTHING)
    draft = await _draft(desk, account)
    return await _take(desk, account, draft, read_location(latitude, longitude))


async def use_units(desk: Desk, value: str) -> Answer[Progress]:
    """Kilometres or miles, chosen under the question that shows them."""
    account = await _beginner(desk)
    if account is None or value not in set(Units):
        return _said(Said.STALE)
    account = await athletes.save(desk.unit, replace(account, units=Units(value)))
    return await _open_question(desk, account)


async def view(desk: Desk) -> Progress | None:
    """The open question, for showing it again; None if nothing is open."""
    account = await _beginner(desk)
    return None if account is None else _progress(account, await _draft(desk, account))


async def _take(
    desk: Desk, account: Account, draft: Draft, updates: Updates | Sorry
) -> Answer[Progress]:
    if isinstance(updates, Sorry):
        if _REFUSED in draft:
            return _question(account, draft)
        facts = {**updates.facts}
        return Answer(
            Outcome(TOPIC, Said.ASK_AGAIN, updates.code, facts), _progress(account, draft)
        )
    filled: dict[str, Any] = {key: told for key, told in draft.items() if key != _REFUSED}
    units = updates.pop("units", None)
    for key, answer in updates.items():
        filled = answered(FORM, filled, key, answer)
        filled.pop(f"{key}_picked", None)
    if units is not None and units != account.units.value:
        account = await athletes.save(desk.unit, replace(account, units=Units(str(units))))
    if filled.get("guardian") == "no":
        return _said(Said.REFUSED, "onboarding-guardian")
    if _too_young(filled, _today(desk, account)):
        await membership.forget(desk, account)
        await athletes.forget(desk.unit, account, 0)
        return _said(Said.REFUSED, "onboarding-too-young")
    return await _keep(desk, account, filled)


async def _keep(desk: Desk, account: Account, draft: dict[str, Any]) -> Answer[Progress]:
    """Save the draft; ask what is missing, or make the athlete."""
    step = next_step(FORM, draft)
    if isinstance(step, Ask):
        await drafts.save(desk.unit, account.id, drafts.SavedDraft(FORM_NAME, "", draft, desk.now))
        return Answer(Outcome(TOPIC, Said.ASK, "question"), _progress(account, draft))
    outcome = await finish(desk, account, draft)
    if outcome.said is not Said.REFUSED:
        return Answer(outcome)
    open_again = {key: told for key, told in draft.items() if key != "race_date"}
    open_again[_REFUSED] = dict(outcome.facts)
    saved = drafts.SavedDraft(FORM_NAME, "", open_again, desk.now)
    await drafts.save(desk.unit, account.id, saved)
    return Answer(outcome, _progress(account, open_again))


async def take_offer(desk: Desk, distance: str, on: str) -> Answer[Progress]:
    """One of the races that were offered in place of one that would not be safe."""
    account = await _beginner(desk)
    if account is None or distance not in set(RaceDistance):
        return _said(Said.STALE)
    draft = await _draft(desk, account)
    race = read_tap("race_date", on, draft, _today(desk, account))
    return await _take(
        desk, account, draft, race if isinstance(race, Sorry) else {"goal": distance, **race}
    )


def _without_plan(account: Account) -> bool:
    """Who only coaches or is only in a squad, their private chat open or not."""
    closed = account.state is State.BLOCKED and account.profile is None
    return closed or account.state is State.COACH_ONLY


async def _open_question(desk: Desk, account: Account) -> Answer[Progress]:
    return _question(account, await _draft(desk, account))


_REFUSED = "refused"
"""Why the last answers made no plan, and what was offered; it goes with the next answer."""


def _question(account: Account, draft: Draft) -> Answer[Progress]:
    """The question that is open."""
    return Answer(Outcome(TOPIC, Said.ASK, "question"), _progress(account, draft))


async def _start_over(desk: Desk, account: Account) -> Answer[Progress]:
    await drafts.drop(desk.unit, account.id, FORM_NAME)
    return Answer(Outcome(TOPIC, Said.ASK, "question"), _progress(account, {}))


async def _beginner(desk: Desk) -> Account | None:
    account = await athletes.find(desk.unit, desk.user_id)
    return account if account is not None and account.state is State.ONBOARDING else None


async def _draft(desk: Desk, account: Account) -> Draft:
    saved = await drafts.find(desk.unit, account.id, FORM_NAME)
    return saved.answers if saved else {}


def _progress(account: Account, draft: Draft) -> Progress:
    step = next_step(FORM, draft)
    key = step.key if isinstance(step, Ask) else ""
    done = sum(1 for question in FORM if question.key in draft and question.asked(draft))
    return Progress(key, draft, done + 1, account, _refused(draft))


def _refused(draft: Draft) -> Outcome | None:
    told = draft.get(_REFUSED)
    if not isinstance(told, Mapping):
        return None
    facts: dict[str, Scalar] = {name: str(fact) for name, fact in told.items()}
    return Outcome(TOPIC, Said.REFUSED, "plan-refused", facts)


def _chosen(draft: Draft, key: str) -> list[str]:
    told = draft.get(f"{key}_picked")
    return [str(item) for item in told] if isinstance(told, list) else []


def _too_young(draft: Draft, today: date) -> bool:
    year = draft.get("birth")
    return isinstance(year, int) and year > 0 and today.year - year < 16


def _today(desk: Desk, account: Account) -> date:
    return local_day(desk.now, account.hours.zone)


def _said(said: Said, code: str = "", **facts: Scalar) -> Answer[Progress]:
    return Answer(Outcome(TOPIC, said, code, facts))
