"""A squad's session: who comes, who ran, the word two hours before, and the words over buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.messages import attendance
from bot.reply import Reply
from bot.text import Text
from core.library import size
from core.paces import pace_of
from core.squad import Answer, Attendance, GroupSession
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INTERVALS, RUI, content, paces

SESSION = GroupSession(
    INTERVALS,
    19 * 60,
    place="the track",
    workout=size(content().library["trial-3k"], pace_of=pace_of(paces(RUI), RUI.level)),
)
PLAIN = GroupSession(INTERVALS, 19 * 60, shorthand="6x800 @5K r2'")
SIX = (
    Attendance(1, "Ana", Answer.IN, done=True),
    Attendance(2, "Rui <b>", Answer.IN, done=True),
    Attendance(3, "Eva", Answer.IN),
    Attendance(4, "Zé", Answer.MAYBE, done=True),
    Attendance(5, "Inês", Answer.OUT),
    Attendance(6, "Leo"),
)
MANY = tuple(Attendance(n, f"Member {n}", Answer.IN, done=True) for n in range(1, 101))
ENDLESS = tuple(Attendance(n, f"<b>{n}</b> {'x' * 500}", Answer.IN) for n in range(500))
"""A squad of five hundred whose names fill a screen each."""


def _card(attended: Sequence[Attendance], *, over: bool = False, kudos: int = 0) -> Case:
    def case(text: Text) -> Reply:
        lines = attendance.lines(attended, text, over=over, kudos=kudos)
        return Reply("\n".join(lines), attendance.buttons(7, text, over=over))

    return case


def _conditions(text: Text) -> Reply:
    plans = [*attendance.RAIN, "Pavilion & <b>hall</b>"]
    said = attendance.conditions(SESSION, 8.4, text)
    said += [
        line
        for plan in plans
        for line in attendance.conditions(GroupSession(INTERVALS, 1140, rain=plan), None, text)
    ]
    return Reply("\n".join(said))


def _reminder(
    session: GroupSession,
    attended: Sequence[Attendance],
    celsius: float | None,
    *,
    runs: bool = True,
    late: bool = False,
) -> Case:
    def case(text: Text) -> Reply:
        name = attendance.title(session, text)
        return attendance.reminder(
            7, session, attended, text, name=name, celsius=celsius, runs=runs, late=late
        )

    return case


def _words(text: Text) -> Reply:
    codes = [*_OVER_BUTTONS, *(f"already-{answer.value}" for answer in Answer), "already-done"]
    codes += [answer.value for answer in Answer]
    codes += [f"{answer.value}-joined" for answer in Answer]
    said = [f"{code}: {text(f'attend-{code}')}" for code in sorted(codes)]
    return Reply("\n\n".join([*said, attendance.title(GroupSession(INTERVALS, 1140), text)]))


_OVER_BUTTONS = (
    "done",
    "done-asks",
    "in-soon",
    "not-yet",
    "over",
    "cancelled",
    "gone",
    "no-member",
    "invited",
)

CASES: Cases = {
    "nobody": _card(()),
    "six": _card(SIX),
    "hundred": _card(MANY),
    "after": _card(SIX, over=True, kudos=4),
    "after-nobody": _card((), over=True),
    "conditions": _conditions,
    "reminder": _reminder(SESSION, SIX, 8.4),
    "reminder-alone": _reminder(PLAIN, SIX[:1], None),
    "reminder-at-dawn": _reminder(replace(SESSION, minute=405), SIX, 2.0, late=True),
    "reminder-not-running": _reminder(SESSION, SIX, None, runs=False),
    "aside": lambda text: attendance.aside(7, SESSION, "Track <Tuesday>", text),
    "names-endless": _card(ENDLESS),
    "words": _words,
}
