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
    symptoms,
    weather,
    wishes,
)
from bot.services.activity.form import FORM_NAME as EVENING
from bot.services.activity.form import wants_run
from bot.services.answers import CYCLE, updates_from
from bot.services.answers import FORM_NAME as MORNING
from bot.services.desk import Answer, Desk
from bot.services.problems import sorry_for
from bot.services.raceday import after
from bot.storage import athletes, cards, drafts, dues
from bot.storage.athletes import State
from bot.storage.cards import Card
from bot.storage.dossier import Dossier
from bot.storage.drafts import SavedDraft
from bot.storage.owner import Owner
from bot.understand.checkin import read_checkin
from bot.understand.heard import Asked, Heard, Why
from bot.understand.intents import Intent, IntentKind, read_intent
from bot.understand.plateau import read_answer
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.races import RaceHeard, read_race
from bot.understand.results import ResultHeard, read_result
from bot.understand.runs import RunHeard, read_run
from bot.understand.weary import is_weary
from core.activity import Done
from core.fitness import SPRINT_FROM, SPRINT_TO
from core.safety import closes_by
from core.workout import Focus

TOPIC = "words"
_ASKED = {"legs": Asked.LEGS, "sleep": Asked.SLEEP, "pulse": Asked.PULSE}
STILL_ASKED = timedelta(hours=3)
"""So long a question of /settings waits for words; a tap answers it later, too."""
TESTED = 1500.0
"""Metres from which a distance and a time may be a result."""


async def hear(desk: Desk, text: str, replied_to: int) -> Answer[Any]:
    """What the words are, in this order: an answer, a run, a morning, a wish."""
    dossier = await desk.dossier()
    if dossier is None:
        return Answer(Outcome(TOPIC, Said.STRANGER, "stranger"))
    if dossier.account.state is State.ONBOARDING:
        answer = await onboarding.words(desk, text)
        strays = answer.outcome.said is Said.ASK_AGAIN and _wish_of(text) is not None
        return _wish(text) if strays else answer
    if dossier.account.profile is None:
        return _of_a_coach(text)
    if not any(_asks_setting(desk, d) for d in dossier.drafts):
        raced = await after.heard(desk, dossier, text)
        if raced is not None:
            return raced
    replied = await _replied(desk, dossier, replied_to)
    if replied is not None and replied.kind == "today" and replied.subject != f"{dossier.today}":
        facts = {"day_on": replied.subject}
        return Answer(Outcome("checkin", Said.STALE, facts=facts))
    if replied is not None and replied.kind == activity.CARD:
        return await _run(desk, dossier, text, date.fromisoformat(replied.subject))
    waits = _form_waits(desk, dossier)
    if not waits and (wish := await wishes.granted(desk, dossier, text)):
        return wish
    short = _result_in(text, dossier, None)
    if not waits and _a_race_alone(desk, dossier, text):
        return await race.read_and_propose(desk, text)
    if not waits and short is not None and _no_morning(short, dossier):
        return await fitness.tell(desk, short)
    return await _asked_last(desk, dossier, text) or await _news(desk, dossier, text)


def _no_morning(told: ResultHeard, dossier: Dossier) -> bool:
    """Whether a result comes before the open questions: "200 m in 30 s" would be a pulse to the
    morning, and "10k race 48:20, 3 May 2026" a night; it is older than what /log takes for a run.
    """
    long_ago = told.on is not None and (dossier.today - told.on).days > activity.DAYS_BACK
    return long_ago or told.distance <= SPRINT_TO


def _of_a_coach(text: str) -> Answer[Any]:
    """Words of somebody who only coaches: there is no plan that a morning could change."""
    intent = read_intent(text)
    told = not read_checkin(text).not_checkin or (intent is not None and intent.kind in _OF_A_BODY)
    return Answer(Outcome(TOPIC, Said.NOTHING, "words-no-plan")) if told else _wish(text, intent)


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
            if answer.outcome.said is not Said.ASK_AGAIN or _wish_of(text) is None:
                return answer
        if gone := await _whether_runs(desk, saved, text):
            return gone
        if asked := plateau.waits_for(dossier, saved):
            told = read_answer(asked, text)
            if told is not None and _tells(_heard(desk, dossier, text)) <= TWO:
                return await plateau.reply(desk, asked.value, told)
        if saved.form == EVENING and wants_run(saved.answers):
            if _tells(_heard(desk, dossier, text)) > TWO or _wish_of(text) is not None:
                continue
            return await _run(desk, dossier, text, date.fromisoformat(saved.local_date))
        if saved.form == EVENING and saved.answers.get("rpe") is None and text.strip().isdecimal():
            return await activity.rate(desk, date.fromisoformat(saved.local_date), int(text))
        if saved.form == MORNING and saved.local_date == f"{dossier.today}":
            if _a_report_meanwhile(desk, dossier, text):
                return await _run(desk, dossier, text, dossier.today)
            return await _morning(desk, dossier, text)
    return None


async def _whether_runs(desk: Desk, saved: SavedDraft, text: str) -> Answer[Any] | None:
    """The answer to "Will you run there?", where that was asked not long ago."""
    asked = saved.form == away.FORM and desk.now - saved.asked_at < STILL_ASKED
    return await away.answered(desk, saved, text) if asked else None


def _is_news(desk: Desk, dossier: Dossier, text: str) -> bool:
    """Whether the words tell of a morning or a run, and so answer no question of /settings."""
    heard, run = _heard(desk, dossier, text), read_run(text, dossier.today)
    ran = isinstance(run, RunHeard) and run.distance is not None and _reports(run, text, dossier)
    return ran or _tells(heard) > TWO or (not heard.not_checkin and heard.legs is not None)


async def _news(desk: Desk, dossier: Dossier, text: str) -> Answer[Any]:
    """Nothing open is answered: are they a result, a race, a wish, a run, or a morning?"""
    heard, run = _heard(desk, dossier, text), read_run(text, dossier.today)
    if not heard.not_checkin and not _rather_a_run(dossier, heard, run, text):
        return await _morning(desk, dossier, text, heard)
    intent = read_intent(text)
    if (result := _result_in(text, dossier, intent)) is not None:
        return await fitness.tell(desk, result)
    if _races(text, dossier, intent):
        return await race.read_and_propose(desk, text)
    if intent is not None and not _reports(run, text, dossier) and intent.kind.value in _ANSWERED:
        return _wish(text, intent)
    if _reports(run, text, dossier) or isinstance(run, OutOfRange):
        return await _run(desk, dossier, text, dossier.today)
    if intent is None and _talks_past(dossier, text):
        return Answer(Outcome(TOPIC, Said.NOTHING, "safety-not-past"))
    if intent is None and is_weary(text):
        card = await checkin.begin(desk)
        return replace(card, outcome=replace(card.outcome, said=Said.ASK_AGAIN, code="back-weary"))
    return _wish(text, intent)


_QUESTIONS = frozenset(["what", "whats", "how", "when", "which", "who", "where"])
_PLEAS = frozenset(["run", "running", "race", "train", "training", "session", "anyway", "ignore"])


def _talks_past(dossier: Dossier, text: str) -> bool:
    """Whether somebody who must not run now talks about running all the same."""
    stopped = any(closes_by(row.gate) is not None for row in dossier.gates)
    words = text.lower().replace("?", " ").split()
    return stopped and bool(_PLEAS & set(words)) and words[0] not in _QUESTIONS


_RACED = frozenset(["race", "raced", "racing", "parkrun", "pb", "pr", "best", "result"])
_DEMANDS = frozenset(["give", "gimme", "want", "wanna", "ignore", "should", "shall", "let"])
"""Words of somebody who asks for a run and reports none: "give me 100 km"."""
_MEANT_AS_RUN = {Done.NOT_RUN, Done.AS_PLANNED}


def _raced(text: str, intent: Intent | None) -> bool:
    """Whether a distance and a time are meant as a result, and not as a day's run."""
    told = intent is not None and intent.kind.value == "result"
    return told or bool(_RACED & set(text.lower().replace(",", " ").split()))


def _races(text: str, dossier: Dossier, intent: Intent | None) -> bool:
    """Whether the words tell of a race to come."""
    goal = read_race(text, dossier.today)
    if not isinstance(goal, RaceHeard):
        return False
    on = goal.on or (goal.between[0] if goal.between else None)
    ahead = goal.distance is not None and on is not None and on > dossier.today
    return ahead or (intent is not None and intent.kind.value == "race" and bool(goal.distance))


def _result_in(text: str, dossier: Dossier, intent: Intent | None) -> ResultHeard | None:
    """The result that the words tell: a race, a trial, or a sprint; None for a day's run."""
    told = read_result(text, dossier.today)
    if not isinstance(told, ResultHeard) or not (told.trial or _raced(text, intent)):
        return None
    far = told.distance.metres >= TESTED or SPRINT_FROM <= told.distance <= SPRINT_TO
    return told if far else None


def _a_race_alone(desk: Desk, dossier: Dossier, text: str) -> bool:
    """Whether the words name a race to come and nothing else: the "1:45" in "half marathon on 9 May
    in 1:45" is a goal and no night, also while the morning's questions are open.
    """
    intent = read_intent(text)
    if not _races(text, dossier, intent) or _raced(text, intent):
        return False
    heard = _heard(desk, dossier, text)
    return heard.not_checkin or (heard.legs is None and heard.pulse is None)


def _reports(run: object, text: str, dossier: Dossier) -> bool:
    """Whether the words report a run: something of it is told, and nothing is asked."""
    if not isinstance(run, RunHeard) or "?" in text or _DEMANDS & set(text.lower().split()):
        return False
    if run.distance or run.time or run.reps_done is not None:
        return True
    told = run.rpe is not None or run.effort is not None
    return run.done in _MEANT_AS_RUN and (told or _is_about_a_run(text, dossier))


_OF_RUNS = frozenset(["run", "ran", "running", "jog", "jogged", "planned", "session", "workout"])
_YES_OR_NO = frozenset(["agree", "decline"])


def _is_about_a_run(text: str, dossier: Dossier) -> bool:
    """Whether "done" or "not" without more is about the day's run: where the evening asks, or the
    words say so. "Keep it as planned" and "my race is cancelled" are wishes.
    """
    intent = read_intent(text)
    if intent is not None:
        return _evening_asks(dossier) and intent.kind.value in _YES_OR_NO
    words = set(text.lower().replace(",", " ").replace(".", " ").split())
    return _evening_asks(dossier) or bool(_OF_RUNS & words)


def _evening_asks(dossier: Dossier) -> bool:
    """Whether the evening has asked how it went, and nobody has told yet."""
    asked = any(card.kind == activity.CARD for card in dossier.cards)
    return asked and not any(a.activity.on == dossier.today for a in dossier.activities)


_NAMED = {"type-hrv": "hrv", "type-fever": "temperature", "type-cycle": "cycle day"}
"""What a bare number is, where the health menu has just asked for it."""


def _heard(desk: Desk, dossier: Dossier, text: str) -> Heard:
    """The words as a check-in: as the answer to the open question, or as all three at once.

    "52" and "dead, 4, 66" are no answers to "how are the legs?", but they do tell of the morning.
    """
    menu = str(checkin.draft_of(dossier).get("menu", ""))
    if menu in _NAMED:
        return read_checkin(f"{_NAMED[menu]} {text}")
    asked, whole = _asked(desk, dossier), read_checkin(text)
    if asked is Asked.LEGS and [u.why for u in whole.ambiguous] == [Why.USUAL] * len(_ASKED):
        return whole  # what the button of that name says
    answer = read_checkin(text, asked=asked)
    if not answer.not_checkin and all(unsure.why is Why.USUAL for unsure in answer.ambiguous):
        impossible = tuple(u for u in whole.ambiguous if u.why is Why.OUT_OF_RANGE)
        return replace(answer, ambiguous=(*answer.ambiguous, *impossible))
    bare = all(unsure.why is Why.WHICH_QUESTION for unsure in whole.ambiguous)
    return answer if whole.not_checkin or (bare and not _tells(whole) > 0) else whole


TWO = 2
"""Told by one of the three answers, read without a doubt."""


def _tells(heard: Heard) -> int:
    """How much was understood, less what would have to be asked back."""
    if heard.not_checkin:
        return -len(Why)
    told = (heard.legs, heard.sleep, heard.pulse)
    return 2 * sum(each is not None for each in told) - len(heard.ambiguous)


def _rather_a_run(dossier: Dossier, heard: Heard, run: object, text: str) -> bool:
    """Whether words that could tell of the morning report a run: "1h10 on the trails", "did 3 of 5,
    legs gave up". A time alone is a run only where the evening has asked for one.
    """
    if not isinstance(run, RunHeard) or not _reports(run, text, dossier) or _tells(heard) > TWO:
        return False
    if run.distance is None and run.reps_done is None:
        return _evening_asks(dossier) and heard.legs is None and heard.pulse is None
    answered = dossier.checkin is not None and dossier.checkin.answered
    return heard.sleep is None and heard.pulse is None and (heard.legs is None or answered)


def _a_report_meanwhile(desk: Desk, dossier: Dossier, text: str) -> bool:
    """Whether a run is told while the morning's questions are still open: "done as planned, rpe 3,
    knee 0/10". A time alone still answers how long the night was.
    """
    heard, run = _heard(desk, dossier, text), read_run(text, dossier.today)
    if not isinstance(run, RunHeard) or not _rather_a_run(dossier, heard, run, text):
        return False
    return run.distance is not None or run.reps_done is not None or run.done in _MEANT_AS_RUN


def _asked(desk: Desk, dossier: Dossier) -> Asked | None:
    """The question that is open on the card, which a bare number answers."""
    return _ASKED.get(checkin.open_after(dossier, desk, checkin.draft_of(dossier)))


async def _morning(
    desk: Desk, dossier: Dossier, text: str, heard: Heard | None = None
) -> Answer[Any] | Any:
    """A check-in in words; None where a form was open and the words are no answer to it."""
    inside = heard is None
    heard = heard or _heard(desk, dossier, text)
    if heard.not_checkin:
        return None if inside else _wish(text)
    updates, back = updates_from(heard)
    if set(updates) == {CYCLE} and not checkin.asks_cycle(dossier):
        return Answer(Outcome(TOPIC, Said.NOTHING, "words-cycle-off"))
    air = weather.told_in(text, dossier.account)
    if heard.fever_celsius or heard.ill:
        air.pop("celsius", None)  # the body's
    updates |= air
    return await checkin.hear(desk, updates, back)


async def _run(desk: Desk, dossier: Dossier, text: str, on: date) -> Answer[Any]:
    run = read_run(text, dossier.today)
    if isinstance(run, OutOfRange | Unclear):
        sorry = sorry_for(run)
        facts = {**sorry.facts, "day_on": on.isoformat()}
        return Answer(Outcome(activity.TOPIC, Said.ASK_AGAIN, sorry.code, facts))
    if run is None:
        facts = {"day_on": on.isoformat()}
        return Answer(Outcome(activity.TOPIC, Said.ASK_AGAIN, "log-unclear", facts))
    return await activity.told(desk, run.on or on, what_of(run))


async def log(desk: Desk, text: str) -> Answer[Any]:
    """/log with a run behind it."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return Answer(Outcome(activity.TOPIC, Said.STRANGER))
    return await _run(desk, dossier, text, dossier.today)


def what_of(run: RunHeard) -> dict[str, Any]:
    """A run told in words as the evening's form keeps it."""
    what: dict[str, Any] = {
        "metres": run.distance.metres if run.distance else None,
        "seconds": run.time.seconds if run.time else None,
        "rpe": run.rpe if run.rpe is not None else run.effort,
        "reps_done": run.reps_done,
        "reps_planned": run.reps_planned,
        "pulse": run.pulse.bpm if run.pulse else None,
        "not_run": run.done is Done.NOT_RUN or None,
        "as_planned": run.done is Done.AS_PLANNED or None,
        "evenness": run.evenness.value if run.evenness else None,
        "pains": [[p.spot.value, p.score] for p in run.pains if p.score is not None] or None,
        "focus": Focus.EASY.value,
    }
    return {name: value for name, value in what.items() if value is not None}


def _wish_of(text: str) -> Intent | None:
    intent = read_intent(text)
    return intent if intent is not None and intent.kind.value in _COMMANDS else None


_COMMANDS = {
    **{name: name for name in ("today", "tomorrow", "week", "plan", "paces", "zones", "log")},
    **{name: name for name in ("checkin", "mobility", "settings", "help", "start", "export")},
    **{
        name: name
        for name in ("forget", "cancel", "race", "readiness", "taper", "plateau", "fix", "review")
    },
    **dict.fromkeys(("hour", "units", "pause"), "settings"),
    "squad": "squad",
    "buddy": "buddy",
    "why": "why",
}
"""Wishes in words, by the command that answers them."""
_SAID = {
    "thanks": "words-thanks",
    "greeting": "words-greeting",
    "measure-pulse": "count-pulse",
    "who-are-you": "words-who",
    "resume": "words-back",
}


_ANSWERED = frozenset(_COMMANDS) | frozenset(_SAID)


def _wish(text: str, intent: Intent | None = None) -> Answer[Any]:
    """What the words ask for, by the command that would do it."""
    intent = intent or read_intent(text)
    if intent is None:
        return Answer(Outcome(TOPIC, Said.NOTHING, "unknown-words"))
    kind = intent.kind.value
    code = _COMMANDS.get(kind) or _SAID.get(kind, "unknown-words")
    return Answer(Outcome(TOPIC, Said.NOTHING, code))


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
    closes = {profile.FORM, EVENING, plateau.FORM, symptoms.FORM}
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
