"""Words as a morning's answers: to the open question, or to all three at once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.outcome import Outcome, Said
from bot.services import answering, checkin, weather
from bot.services.answers import CYCLE, updates_from
from bot.services.desk import Answer, Desk
from bot.services.words.wish import TOPIC, grant
from bot.storage.dossier import Dossier
from bot.understand.checkin import read_checkin
from bot.understand.heard import Asked, Heard, Why
from bot.understand.sore_answers import read_morning, read_score

_ASKED = {"legs": Asked.LEGS, "sleep": Asked.SLEEP, "pulse": Asked.PULSE}
_NAMED = {"type-hrv": "hrv", "type-fever": "temperature", "type-cycle": "cycle day"}
"""What a bare number is, where the health menu has just asked for it."""


def hear_morning(desk: Desk, dossier: Dossier, text: str) -> Heard:
    """The words as a check-in: as the answer to the open question, or as all three at once.

    "52" and "dead, 4, 66" are no answers to "how are the legs?", but they do tell of the morning.
    """
    menu = str(answering.draft_of(dossier).get("menu", ""))
    if menu in _NAMED:
        return read_checkin(f"{_NAMED[menu]} {text}")
    asked, whole = open_question(desk, dossier), read_checkin(text)
    if asked is Asked.LEGS and [u.why for u in whole.ambiguous] == [Why.USUAL] * len(_ASKED):
        return whole  # what the button of that name says
    answer = read_checkin(text, asked=asked)
    if not answer.not_checkin and all(unsure.why is Why.USUAL for unsure in answer.ambiguous):
        impossible = tuple(u for u in whole.ambiguous if u.why is Why.OUT_OF_RANGE)
        return replace(answer, ambiguous=(*answer.ambiguous, *impossible))
    bare = all(unsure.why is Why.WHICH_QUESTION for unsure in whole.ambiguous)
    return answer if whole.not_checkin or (bare and not clarity(whole) > 0) else whole


TWO = 2
"""Told by one of the three answers, read without a doubt."""


def clarity(heard: Heard) -> int:
    """How much was understood, less what would have to be asked back."""
    if heard.not_checkin:
        return -len(Why)
    told = (heard.legs, heard.sleep, heard.pulse)
    return 2 * sum(each is not None for each in told) - len(heard.ambiguous)


def open_question(desk: Desk, dossier: Dossier) -> Asked | None:
    """The question that is open on the card, which a bare number answers."""
    return _ASKED.get(answering.open_after(dossier, desk, answering.draft_of(dossier)))


async def answer_spot(desk: Desk, dossier: Dossier, text: str) -> Answer[Any] | None:
    """The typed answer where a sore place is asked about; None where the words are none."""
    draft = answering.draft_of(dossier)
    menu = str(draft.get("menu", ""))
    asks = menu or answering.open_after(dossier, desk, draft)
    stem, _, spot = asks.partition("-")
    if stem in {"score", "hurts"} and (score := read_score(text)) is not None:
        return await checkin.score(desk, dossier.today, spot, score)
    if stem == "morning" and (told := read_morning(text)) is not None:
        return await checkin.morning(desk, dossier.today, spot, told.value)
    return None


async def take_morning(
    desk: Desk, dossier: Dossier, text: str, heard: Heard | None = None
) -> Answer[Any] | Any:
    """A check-in in words; None where a form was open and the words are no answer to it."""
    inside = heard is None
    heard = heard or hear_morning(desk, dossier, text)
    if heard.not_checkin:
        return None if inside else grant(text)
    updates, back = updates_from(heard)
    if set(updates) == {CYCLE} and not answering.asks_cycle(dossier):
        return Answer(Outcome(TOPIC, Said.NOTHING, "words-cycle-off"))
    air = weather.told_in(text, dossier.account)
    if heard.fever_celsius or heard.ill:
        air.pop("celsius", None)  # the body's
    updates |= air
    return await checkin.hear(desk, updates, back)
