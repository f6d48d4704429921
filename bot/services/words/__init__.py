"""Words: an answer to the form asked last if they fit it, else a run, a morning, or a wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.outcome import Outcome, Said
from bot.schedule import local_day
from bot.services import (
    activity,
    away,
    checkin,
    fitness,
    onboarding,
    plateau,
    profile,
    race,
    squad_draft,
    symptoms,
    wishes,
)
from bot.services.activity.form import FORM_NAME as EVENING
from bot.services.activity.form import wants_run
from bot.services.answers import FORM_NAME as MORNING
from bot.services.desk import Answer, Desk
from bot.services.raceday import after
from bot.services.words.morning import TWO, answer_spot, clarity, hear_morning, take_morning
from bot.services.words.racing import a_race_alone, no_morning, races, result_in
from bot.services.words.run import a_report_meanwhile, log, rather_a_run, reports, take_run
from bot.services.words.wish import ANSWERED, TOPIC, grant, wish_of
from bot.storage import athletes, cards, drafts, dues
from bot.storage.athletes import State
from bot.storage.cards import Card
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.owner import Owner
from bot.understand.checkin import read_checkin
from bot.understand.complaints import read_complaint
from bot.understand.finishes import did_not_finish
from bot.understand.intents import IntentKind, read_intent
from bot.understand.plateau import read_answer
from bot.understand.problems import OutOfRange
from bot.understand.races import RaceHeard, read_race
from bot.understand.results import ResultHeard, read_result
from bot.understand.runs import RunHeard, read_run
from bot.understand.weary import is_weary
from core.safety import closes_by

STILL_ASKED = timedelta(hours=3)
"""So long a question of /settings waits for words; a tap answers it later, too."""


async def hear(desk: Desk, text: str, replied_to: int) -> Answer[Any]:
    """What the words are, in this order: an answer, a run, a morning, a wish."""
    dossier = await desk.dossier()
    if dossier is None:
        return Answer(Outcome(TOPIC, Said.STRANGER, "stranger"))
    if dossier.account.state is State.ONBOARDING:
        answer = await onboarding.words(desk, text)
        strays = answer.outcome.said is Said.ASK_AGAIN and wish_of(text) is not None
        return grant(text) if strays else answer
    if dossier.account.profile is None:
        return _of_a_coach(text, dossier.today)
    if not any(_asks_setting(desk, d) for d in dossier.drafts):
        raced = await after.heard(desk, dossier, text)
        if raced is not None:
            return raced
    replied = await _replied(desk, dossier, replied_to)
    if replied is not None and replied.kind == "today" and replied.subject != f"{dossier.today}":
        facts = {"day_on": replied.subject}
        return Answer(Outcome("checkin", Said.STALE, facts=facts))
    if replied is not None and replied.kind == activity.CARD:
        return await take_run(desk, dossier, text, date.fromisoformat(replied.subject))
    waits, told = _form_waits(desk, dossier), await _the_detective_s(desk, dossier, text)
    if told or (not waits and (told := await wishes.granted(desk, dossier, text))):
        return told
    short = result_in(text, dossier, None)
    if not waits and short is not None and no_morning(short, dossier):
        return await fitness.tell(desk, short)
    if not waits and a_race_alone(desk, dossier, text):
        return await race.read_and_propose(desk, text)
    return await _asked_last(desk, dossier, text) or await _news(desk, dossier, text)


def _of_a_coach(text: str, today: date) -> Answer[Any]:
    """Words of somebody who only coaches: there is no plan that a morning could change."""
    intent = read_intent(text)
    told = not read_checkin(text).not_checkin or (intent is not None and intent.kind in _OF_A_BODY)
    told = told or _of_a_runner(text, today)
    return Answer(Outcome(TOPIC, Said.NOTHING, "words-no-plan")) if told else grant(text, intent)


def _of_a_runner(text: str, today: date) -> bool:
    """Whether a race or a bad session is told of: "10k on 9 May", "DNF", "died on the last rep"."""
    goal = read_race(text, today)
    races = isinstance(goal, RaceHeard) and goal.distance is not None
    ran = isinstance(read_result(text, today), ResultHeard)
    return races or ran or did_not_finish(text) or read_complaint(text) is not None


_OF_A_BODY = frozenset({IntentKind.ILL, IntentKind.HURT, IntentKind.WELL, IntentKind.CHECKIN})


def _form_waits(desk: Desk, dossier: Dossier) -> bool:
    """Whether a form of /settings or of the evening waits for words: they come first."""
    return any(
        _asks_setting(desk, d) or (d.form == EVENING and wants_run(d.answers))
        for d in dossier.drafts
    )


def _asks_setting(desk: Desk, saved: SavedDraft) -> bool:
    """Whether a question of /settings is open that was asked not long ago."""
    asks = saved.form == profile.FORM and bool(saved.answers.get("asks"))
    return asks and desk.now - saved.asked_at < STILL_ASKED


async def _replied(desk: Desk, dossier: Dossier, message_id: int) -> Card | None:
    """The card that was replied to, of whatever day it is."""
    if not message_id:
        return None
    return await cards.of_message(desk.unit, dossier.account.chat_id, message_id)


async def _asked_last(desk: Desk, dossier: Dossier, text: str) -> Answer[Any] | None:
    """The answer to the newest open form, if the words fit it."""
    for saved in sorted(dossier.drafts, key=lambda d: d.asked_at, reverse=True):
        if _asks_setting(desk, saved) and not _is_news(desk, dossier, text):
            answer = await profile.words(desk, text)
            if answer.outcome.said is not Said.ASK_AGAIN or wish_of(text) is None:
                return answer
        if gone := await _whether_runs(desk, saved, text):
            return gone
        if told := await _tells_the_detective(desk, dossier, saved, text):
            return told
        if saved.form == EVENING and wants_run(saved.answers):
            if clarity(hear_morning(desk, dossier, text)) > TWO or wish_of(text) is not None:
                continue
            return await take_run(desk, dossier, text, date.fromisoformat(saved.local_date))
        if saved.form == EVENING and saved.answers.get("rpe") is None and text.strip().isdecimal():
            return await activity.rate(desk, date.fromisoformat(saved.local_date), int(text))
        if saved.form == MORNING and saved.local_date == f"{dossier.today}":
            return await _of_the_morning(desk, dossier, text)
    return None


async def _the_detective_s(desk: Desk, dossier: Dossier, text: str) -> Answer[Any] | None:
    """The answer to /plateau's question where nothing was asked since: "busy" is no wish then."""
    newest = max(dossier.drafts, key=lambda d: d.asked_at, default=None)
    return await _tells_the_detective(desk, dossier, newest, text) if newest else None


async def _tells_the_detective(
    desk: Desk, dossier: Dossier, saved: SavedDraft, text: str
) -> Answer[Any] | None:
    """The answer to a question of /plateau, if that is what stands open and the words fit it."""
    asked = plateau.waits_for(dossier, saved)
    told = read_answer(asked, text) if asked else None
    if asked is None or told is None or clarity(hear_morning(desk, dossier, text)) > TWO:
        return None
    return await plateau.reply(desk, asked.value, told)


async def _of_the_morning(desk: Desk, dossier: Dossier, text: str) -> Answer[Any] | None:
    """The answer to what the card asks, unless a run is told meanwhile."""
    if a_report_meanwhile(desk, dossier, text):
        return await take_run(desk, dossier, text, dossier.today)
    of_a_spot = await answer_spot(desk, dossier, text)
    return of_a_spot or await take_morning(desk, dossier, text)


async def _whether_runs(desk: Desk, saved: SavedDraft, text: str) -> Answer[Any] | None:
    """The answer to "Will you run there?", where that was asked not long ago."""
    asked = saved.form == away.FORM and desk.now - saved.asked_at < STILL_ASKED
    return await away.answered(desk, saved, text) if asked else None


def _is_news(desk: Desk, dossier: Dossier, text: str) -> bool:
    """Whether the words tell of a morning or a run, and so answer no question of /settings."""
    heard, run = hear_morning(desk, dossier, text), read_run(text, dossier.today)
    ran = isinstance(run, RunHeard) and run.distance is not None and reports(run, text, dossier)
    return ran or clarity(heard) > TWO or (not heard.not_checkin and heard.legs is not None)


async def _news(desk: Desk, dossier: Dossier, text: str) -> Answer[Any]:
    """Nothing open is answered: are they a result, a race, a wish, a run, or a morning?"""
    heard, run = hear_morning(desk, dossier, text), read_run(text, dossier.today)
    if not heard.not_checkin and not rather_a_run(dossier, heard, run, text):
        return await take_morning(desk, dossier, text, heard)
    intent = read_intent(text)
    if (result := result_in(text, dossier, intent)) is not None:
        return await fitness.tell(desk, result)
    if races(text, dossier, intent):
        return await race.read_and_propose(desk, text)
    if intent is not None and not reports(run, text, dossier) and intent.kind.value in ANSWERED:
        return grant(text, intent)
    if reports(run, text, dossier) or isinstance(run, OutOfRange):
        return await take_run(desk, dossier, text, dossier.today)
    if intent is None and _talks_past(dossier, text):
        return Answer(Outcome(TOPIC, Said.NOTHING, "safety-not-past"))
    if intent is None and is_weary(text):
        card = await checkin.begin(desk)
        return replace(card, outcome=replace(card.outcome, said=Said.ASK_AGAIN, code="back-weary"))
    return grant(text, intent)


_QUESTIONS = frozenset(["what", "whats", "how", "when", "which", "who", "where"])
_PLEAS = frozenset(["run", "running", "race", "train", "training", "session", "anyway", "ignore"])
_TAKEN_BACK = frozenset(["joke", "joking", "kidding", "jk", "fine", "nothing", "exaggerated"])


def _talks_past(dossier: Dossier, text: str) -> bool:
    """Whether somebody who must not run now talks about running all the same."""
    stopped = any(closes_by(row.gate) is not None for row in dossier.gates)
    stopped = stopped or (dossier.decision is not None and dossier.decision.decision.gated)
    words = text.lower().replace("?", " ").split()
    talked = (_PLEAS | _TAKEN_BACK) & set(words)
    return stopped and bool(talked) and words[0] not in _QUESTIONS


async def locate(desk: Desk, latitude: float, longitude: float) -> Answer[Any]:
    """A shared location answers the place that is being asked for."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is not None and account.state is State.ONBOARDING:
        return await onboarding.location(desk, latitude, longitude)
    return await profile.location(desk, latitude, longitude)


async def cancel(desk: Desk) -> Answer[Any]:
    """Close what is open; answers that were given stay."""
    dossier = await desk.dossier()
    if dossier is None:
        return Answer(Outcome(TOPIC, Said.STRANGER, "stranger"))
    if dossier.account.state is State.ONBOARDING:
        return await onboarding.begin(desk)
    closes = {profile.FORM, away.FORM, EVENING, plateau.FORM, symptoms.FORM, squad_draft.FORM}
    open_ = [d for d in dossier.drafts if d.form in closes]
    menus = [d for d in dossier.drafts if d.form == MORNING and d.answers.get("menu")]
    for saved in open_:
        await drafts.drop(desk.unit, dossier.account.id, saved.form, saved.local_date)
    for saved in menus:
        kept = replace(saved, answers={**saved.answers, "menu": ""})
        await drafts.save(desk.unit, dossier.account.id, kept)
    code = "cancelled" if open_ or menus else "nothing-open"
    return Answer(Outcome(TOPIC, Said.DONE, code))


async def membership(desk: Desk, is_member: bool) -> Answer[Any]:
    """Blocked: nothing is sent any more. Unblocked: the mornings come again."""
    account = await athletes.find(desk.unit, desk.user_id)
    if account is None:
        return Answer(Outcome(TOPIC, Said.STRANGER))
    owner, today = Owner.athlete(account.id), local_day(desk.now, account.hours.zone)
    if not is_member and account.state is State.ACTIVE:
        off = replace(profile.paused(account, today), state=State.BLOCKED)
        await athletes.save(desk.unit, off)
        await dues.clear(desk.unit, owner)
    elif is_member and account.state is State.BLOCKED and account.profile is None:
        await athletes.set_state(desk.unit, account.id, State.COACH_ONLY)
    elif is_member and account.state is State.BLOCKED:
        on = replace(profile.back(account, today), state=State.ACTIVE)
        await athletes.save(desk.unit, on)
        await dues.plan_ahead(desk.unit, account.id, account.hours, desk.now)
    return Answer(Outcome(TOPIC, Said.DONE))


__all__ = ["cancel", "hear", "locate", "log", "membership"]
