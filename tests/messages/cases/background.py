"""What is asked about the athlete on rest days, and the list behind /settings."""

from __future__ import annotations

from bot.messages import background
from bot.reply import Reply
from bot.text import Text
from core.athlete import Kit
from core.background import Background, Question, choices, told
from tests.messages.recording import Case, Cases
from tests.messages.scenes import RUI, athlete

BUSY = athlete(minutes=((0, 45), (1, 45)), seasons=3, kit=(Kit.HILL, Kit.TRACK), sits_long=True)


def _stands(question: Question, *, of: object = RUI) -> Background:
    assert isinstance(of, type(RUI))
    return Background(question, choices(question, of), told(question, of))


def _asked(question: Question) -> Case:
    def case(text: Text) -> Reply:
        asked = _stands(question)
        return Reply(background.question(asked, text), background.rows(asked, text, "2026-11-28"))

    return case


def _ticked(text: Text) -> Reply:
    return background.opened(_stands(Question.KIT, of=BUSY), text)


def _list(note: str = "", *, of: object = RUI) -> Case:
    def case(text: Text) -> Reply:
        known = tuple(_stands(question, of=of) for question in Question)
        return background.overview(known, text, text(note) if note else "")

    return case


CASES: Cases = {
    **{f"{question}-card": _asked(question) for question in Question},
    "kit-ticked": _ticked,
    "list": _list(),
    "list-told": _list("background-plan", of=BUSY),
    "list-noted": _list("background-noted"),
    "list-never": _list("background-never"),
}
