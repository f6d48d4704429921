"""/move and /skip: which session, where to, why not there, what came of it, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.messages import change, move
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.text import Text
from core.adjust import Misfit
from core.move import Option
from core.plan import Change, ChangeKind, Edit, Session
from core.reasons import Code, Reason
from tests.messages.recording import Case, Cases
from tests.messages.scenes import (
    EASY,
    INTERVALS,
    LONG,
    REST,
    RUI,
    STRIDES,
    paces,
    rui_s_plan,
)

RUNNER = Runner(paces(RUI), RUI.level)
SATURDAY = LONG - timedelta(days=1)


def _on(day: date) -> Session:
    found = rui_s_plan().on(day)
    assert found is not None
    return found


COMING = tuple(_on(day) for day in (INTERVALS, EASY, STRIDES, LONG))
OPTIONS = (
    Option(SATURDAY, None, None),
    Option(EASY, _on(EASY), None),
    *(Option(REST + timedelta(days=n), None, misfit) for n, misfit in enumerate(Misfit)),
)
CLOSED = (Option(SATURDAY, None, Misfit.REST_DAY), Option(LONG, _on(LONG), Misfit.TAKEN))
MOVED = Change(
    ChangeKind.MOVED,
    (
        Edit(INTERVALS, _on(INTERVALS), None),
        Edit(EASY, _on(EASY), replace(_on(INTERVALS), on=EASY)),
        Edit(SATURDAY, None, replace(_on(EASY), on=SATURDAY)),
    ),
    (Reason(Code.ATHLETE_ASKED),),
)
SKIPPED = Change(ChangeKind.SKIPPED, (Edit(INTERVALS, _on(INTERVALS), None),), ())
SPAN = {"from": EASY.isoformat(), "until": LONG.isoformat()}
AWAY = Change(ChangeKind.AWAY, (), (Reason(Code.AWAY, {**SPAN, "runs": 0}),))
BUSY = Change(ChangeKind.BUSY, (), (Reason(Code.BUSY, SPAN),))
OTHER = Change(ChangeKind.READINESS, (Edit(EASY, _on(EASY), None),), ())
EMPTY = Change(ChangeKind.READINESS, (Edit(REST, None, None),), ())


MANY = replace(MOVED, edits=MOVED.edits * 5)


def _which(code: str, sessions: tuple[Session, ...] = COMING) -> Case:
    return lambda text: move.which(sessions, RUNNER, text, code)


def _where(options: tuple[Option, ...], misfit: str = "") -> Case:
    def case(text: Text) -> Reply:
        refused = move.refusal(EASY, misfit, text) if misfit else ""
        return move.where(_on(INTERVALS), options, RUNNER, text, refused)

    return case


def _same_day(text: Text) -> Reply:
    return move.where(_on(INTERVALS), OPTIONS, RUNNER, text, move.refusal(EASY, "", text))


def _done(what: Change) -> Case:
    return lambda text: move.done(what, 44, RUNNER, text)


def _rested(text: Text) -> Reply:
    return Reply("\n".join(change.lines(EMPTY, RUNNER, text)))


CASES: Cases = {
    "which": _which("which"),
    "which-skip": _which("which-skip"),
    "which-none": _which("which", ()),
    "which-past": _which("move-past"),
    "which-logged": _which("move-logged"),
    "which-rest": _which("move-rest"),
    "which-stopped": _which("move-stopped", ()),
    "which-race": _which("move-race"),
    "where": _where(OPTIONS),
    "where-refused": _where(OPTIONS, "next-to-hard"),
    "where-same-day": _same_day,
    "nowhere": _where(CLOSED),
    "moved": _done(MOVED),
    "skipped": _done(SKIPPED),
    "undo-goes-with": lambda text: change.asked(
        44, (MOVED, SKIPPED, AWAY, BUSY, OTHER), RUNNER, text
    ),
    "undone": lambda text: change.undone(MOVED, rui_s_plan(), RUNNER, text),
    "undone-many": lambda text: change.undone(MANY, rui_s_plan(), RUNNER, text),
    "undone-plainly": lambda text: Reply(text("change-undone-plainly")),
    "rest": _rested,
}
