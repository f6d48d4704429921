"""/readiness: the sentence for each colour, and the picture's words."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import readiness
from bot.reply import Reply
from bot.text import Text
from core.activity import Log
from core.checkin import CheckIn, Told
from core.readiness import Baseline, Colour, Readiness, assess
from core.readiness.baseline import Field, baseline
from tests.core.judgement import usual_mornings
from tests.messages.recording import Case, Cases
from tests.messages.scenes import TODAY, bad, dim, good

HISTORY = usual_mornings(TODAY)


def _said(found: Readiness, streak: int = 0) -> Case:
    return lambda text: readiness.sentence(found, streak, text)


def _assessed(said: CheckIn) -> Readiness:
    return assess(said, HISTORY, Log(), today=TODAY)


def _usual() -> dict[Field, Baseline]:
    own = {field: baseline(HISTORY, field, TODAY) for field in Field}
    return {field: usual for field, usual in own.items() if usual is not None}


def _picture(said: CheckIn | None, *, pulse: bool = True) -> Case:
    def case(text: Text) -> Reply:
        mornings = [*HISTORY, said] if said else HISTORY
        found = _assessed(said) if said else Readiness(TODAY, Colour.UNKNOWN)
        drawn = readiness.picture(text, mornings, found, _usual(), today=TODAY, pulse=pulse)
        return Reply(drawn.caption)

    return case


CASES: Cases = {
    "green": _said(_assessed(good(TODAY)), 9),
    "amber": _said(_assessed(good(TODAY, legs=2)), 1),
    "red": _said(_assessed(bad(TODAY))),
    "part": _said(_assessed(good(TODAY, pulse=None))),
    "too-little": _said(_assessed(CheckIn(TODAY, sleep=good(TODAY).sleep))),
    "unknown": _said(dim(TODAY, [Colour.UNKNOWN, Colour.GREEN])),
    "nothing": readiness.nothing,
    "picture-red": _picture(bad(TODAY)),
    "picture-usual": _picture(CheckIn(TODAY, Told.USUAL, Told.USUAL, Told.SKIPPED)),
    "picture-unanswered": _picture(None, pulse=False),
    "picture-first-days": lambda text: Reply(
        readiness.picture(
            text,
            [good(TODAY - timedelta(days=1))],
            Readiness(TODAY, Colour.GREEN),
            {},
            today=TODAY,
            pulse=True,
        ).caption
    ),
}
