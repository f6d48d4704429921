"""Pictures: what is drawn is tested with the charts; here are their captions, and their words."""

from __future__ import annotations

from functools import partial

from bot.messages import pictures
from bot.messages.steps import Runner
from bot.reply import Picture, Reply
from bot.text import Text
from core.activity import Activity, Done, Log
from core.athlete import Athlete
from tests.messages.recording import Cases
from tests.messages.scenes import (
    INTERVALS,
    MONDAY,
    RUI,
    TEN_K,
    TODAY,
    UNMEASURED,
    paces,
    rui_s_plan,
)

RAN = {INTERVALS: Activity(INTERVALS, Done.AS_PLANNED)}


def _runner(who: Athlete) -> Runner:
    return Runner(paces(who), who.level, measured=who.measured_distance)


def _season(text: Text, who: Athlete) -> Reply:
    made = rui_s_plan()
    return _shown(
        pictures.season(text, made, (TEN_K,), log=Log(), runner=_runner(who), today=TODAY)
    )


def _week(text: Text) -> Reply:
    made, runner = rui_s_plan(), _runner(RUI)
    return _shown(pictures.week(text, made, MONDAY, done=RAN, runner=runner, today=TODAY))


def _session(text: Text) -> Reply:
    session = rui_s_plan().on(INTERVALS)
    assert session is not None
    return _shown(pictures.session(text, session.workout, _runner(RUI)))


def _shown(picture: Picture) -> Reply:
    return Reply(picture=picture, silent=True)


CASES: Cases = {
    "season": partial(_season, who=RUI),
    "season-minutes": partial(_season, who=UNMEASURED),
    "week": _week,
    "session": _session,
}
