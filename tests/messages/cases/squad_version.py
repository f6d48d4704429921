"""*My version*: the same, smaller, easier, not today; with a plan, without one, for a stranger."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.messages import squad_version
from bot.messages.steps import Runner
from core.athlete import Level
from core.plan import Change, ChangeKind, Edit, Session
from core.reasons import Code, Reason
from core.squad.version import Size, Version
from tests.messages.cases.squad_session import EASY, SESSION, WORKOUT
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INTERVALS, RUI, paces

OWN = Session(INTERVALS, WORKOUT, hard=True)
NEXT = INTERVALS + timedelta(days=1)
ROOM = Change(
    ChangeKind.SQUAD,
    (
        Edit(INTERVALS, None, OWN),
        Edit(NEXT, OWN, Session(NEXT, EASY)),
        Edit(NEXT + timedelta(days=1), Session(NEXT, EASY), None),
    ),
    (),
)
MINE = squad_version.Own(
    session_id=7,
    session=SESSION,
    version=Version(Size.SAME, OWN, change=ROOM),
    runner=Runner(paces(RUI), RUI.level),
)


def _mine(own: squad_version.Own) -> Case:
    return lambda text: squad_version.mine(own, text)


def _version(size: Size, *reasons: Reason, session: Session | None = OWN) -> squad_version.Own:
    return replace(MINE, version=Version(size, session, reasons))


FEWER = Reason(Code.SQUAD_FEWER, {"reps": 4, "of": 6})
CASES: Cases = {
    "same": _mine(MINE),
    "smaller": _mine(_version(Size.SMALLER, FEWER, Reason(Code.SQUAD_SHORTER, {"minutes": 45}))),
    "easier": _mine(
        _version(Size.EASIER, Reason(Code.SQUAD_LIGHT_WEEK), session=Session(INTERVALS, EASY))
    ),
    "laid": _mine(replace(MINE, laid=3)),
    "beginner": _mine(
        replace(
            _version(Size.EASIER, Reason(Code.SQUAD_NOT_YET), session=Session(INTERVALS, EASY)),
            runner=Runner(None, Level.BEGINNER),
        )
    ),
    "not-today": _mine(
        replace(
            MINE,
            version=Version(Size.NOT, None, (Reason(Code.FEVER),), gated=True),
            today=True,
        )
    ),
    "not-this-one": _mine(
        replace(
            _version(Size.NOT, Reason(Code.SQUAD_OWN_DAY), session=None),
            own_day=Session(INTERVALS, EASY),
        )
    ),
    "not-on-rest": _mine(_version(Size.NOT, Reason(Code.SQUAD_OWN_DAY), session=None)),
    "no-plan": _mine(replace(MINE, has_plan=False, version=Version(Size.SAME, OWN))),
    "stranger": lambda text: squad_version.stranger(
        SESSION, "https://t.me/nextgear_bot?start=squad_abc", text, known=False
    ),
    "known": lambda text: squad_version.stranger(SESSION, "", text, known=True),
    "bare-stranger": lambda text: squad_version.stranger(
        replace(SESSION, workout=None), "", text, known=False
    ),
    "bare": squad_version.bare,
}
