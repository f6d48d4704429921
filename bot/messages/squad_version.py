"""*My version*: what one member runs of the squad's session, with why, for their eyes alone."""

from __future__ import annotations

from dataclasses import dataclass

from bot.callbacks import pack
from bot.messages import attendance
from bot.messages.reasons import spoken
from bot.messages.session import short, total
from bot.messages.squad_card import steps, where
from bot.messages.steps import Runner, part_lines
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.plan import Session
from core.squad import GroupSession
from core.squad.version import Size, Version

MOST_WEEK = 3
"""Days of the own week that are named as changed."""


@dataclass(frozen=True, slots=True)
class Own:
    """A member's version and what its words depend on; `own_day` is what their plan holds there."""

    session_id: int
    session: GroupSession
    version: Version
    runner: Runner
    own_day: Session | None = None
    has_plan: bool = True
    laid: int = 0
    today: bool = False


def mine(own: Own, text: Text) -> Reply:
    """Own paces, own number of reps, why; and what the week does for it."""
    version, planned = own.version, own.version.session
    if version.size is Size.NOT or planned is None:
        return _not(own, text)
    said = [text(f"session-mine-{version.size.value}"), where(own.session, text)]
    said += part_lines(planned.workout, own.runner, text)
    said.append(total(planned.workout, own.runner, text))
    if why := spoken(version.reasons, text):
        said.append(why)
    if not own.has_plan:
        said.append(text("session-mine-no-plan-now"))
        return Reply("\n".join(said))
    said += _week(own, text)
    said.append(text("session-mine-laid" if own.laid else "session-mine-say-in"))
    if own.laid:
        return Reply("\n".join(said))
    into = Button(text("attend-button-in"), pack(attendance.TOPIC, "in", own.session_id))
    return Reply("\n".join(said), ((into,),))


def _not(own: Own, text: Text) -> Reply:
    """Not today, and why: never a word of it in the group."""
    said = [text("session-mine-not" if own.today else "session-mine-not-ahead")]
    if why := spoken(own.version.reasons, text):
        said.append(why)
    if own.version.gated:
        return Reply("\n".join(said))
    if own.own_day is not None:
        day = Html(short(own.own_day, own.runner, text))
        said.append(text("session-mine-own-day", session=day))
    elif own.has_plan:
        said.append(text("session-mine-own-rest"))
    return Reply("\n".join(said))


def _week(own: Own, text: Text) -> list[str]:
    """The other days that change, each in a line."""
    change = own.version.change
    others = [e for e in change.edits if e.on != own.session.on] if change else []
    if not others:
        return []
    said = [text("session-mine-week")]
    for edit in others[:MOST_WEEK]:
        if edit.after is None:
            said.append(text("change-rest", day=text.day(edit.on)))
        else:
            session = Html(short(edit.after, own.runner, text))
            said.append(text("change-new", day=text.day(edit.on), session=session))
    return said


def stranger(session: GroupSession, link: str, text: Text, *, known: bool) -> Reply:
    """Who has no plan: by effort, and the way to paces of their own."""
    said = [f"<b>{attendance.title(session, text)}</b>", where(session, text)]
    if session.workout is None:
        said.append(text("session-mine-bare"))
    else:
        said += steps(session.workout, text)
        said.append(text("session-mine-no-plan" if known else "session-mine-stranger"))
    rows = ((Button(text("session-button-meet"), url=link),),) if link else ()
    return Reply("\n".join(said), rows)


def bare(text: Text) -> Reply:
    """Nothing is set to be run."""
    return Reply(text("session-mine-bare"))
