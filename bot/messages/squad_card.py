"""A squad's session in its group: session, place, hour, purpose, who comes; and its time twin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.callbacks import pack
from bot.messages import attendance
from bot.messages.digest import weather as mornings
from bot.messages.steps import Runner, part_lines, part_of
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text, plain
from core.athlete import Level
from core.squad import Attendance, GroupSession, SessionState
from core.squad.pacing import PaceGroup
from core.squad.weather import SquadWeather
from core.workout import Part, Workout

VERSION = "version"
EVERYBODY = Runner(None, Level.INTERMEDIATE)
"""Words for a whole group: efforts, and nobody's paces."""
MOST_LINES = 10
_MAIN = {Part.MAIN, Part.RECOVERY}


def where(session: GroupSession, text: Text) -> str:
    """Day, hour and place; ready HTML."""
    facts = {"day": text.day(session.on), "clock": text.clock(session.minute)}
    if not session.place:
        return text("session-at", **facts)
    return text("session-at-place", **facts, place=session.place)


def steps(workout: Workout, text: Text) -> list[str]:
    """The session by effort."""
    return part_lines(workout, EVERYBODY, text)


def card(
    session_id: int,
    session: GroupSession,
    attended: Sequence[Attendance],
    text: Text,
    *,
    over: bool = False,
    kudos: int = 0,
    celsius: float | None = None,
    groups: Sequence[PaceGroup] = (),
    weather: SquadWeather | None = None,
) -> Reply:
    """What the group sees: session, place, hour, purpose, who comes. Nobody's paces or morning.

    `weather`: the squad's mornings, on the day that this card tells of them.
    """
    if session.cancelled:
        name = attendance.title(session, text)
        head = text("session-card-cancelled", where=Html(where(session, text)))
        return Reply(f"{head}\n{name}", silent=True)
    coming = attendance.lines(attended, text, over=over, kudos=kudos)
    around = [] if over else attendance.conditions(session, celsius, text)
    around += [_groups(groups, text)] if groups and not over else []
    around += [mornings(weather, text)] if weather is not None else []
    head = "session-card-moved" if session.state is SessionState.MOVED else "session-card-head"
    said = [text(head, where=Html(where(session, text)))]
    said += _what(session, text, MOST_LINES - 1 - len(coming) - len(around))
    rows = attendance.buttons(session_id, text, over=over)
    rows = rows if over else (*rows, *own_rows(session_id, session, text))
    return Reply("\n".join([*said, *around, *coming]), rows, silent=True)


def _what(session: GroupSession, text: Text, room: int) -> list[str]:
    """Name, steps and purpose; the purpose goes first where there is no room."""
    if session.workout is None:
        return [text("session-card-own")]
    name = f"<b>{attendance.title(session, text)}</b>"
    told = steps(session.workout, text)
    purpose = text.content(f"workout/{session.workout.key}/purpose")
    if len(told) + 2 <= room:
        return [name, *told, purpose]
    return (
        [name, *told] if len(told) + 1 <= room else [name, *steps(_main_of(session.workout), text)]
    )


def _main_of(workout: Workout) -> Workout:
    """The session without warm-up and cool-down."""
    kept = tuple(block for block in workout.blocks if part_of(block) in _MAIN)
    return replace(workout, blocks=kept)


def _groups(groups: Sequence[PaceGroup], text: Text) -> str:
    told = [
        text("session-group", fast=group.fast, slow=group.slow, count=group.count)
        for group in groups
    ]
    return text("session-groups", groups=Html("; ".join(told)))


def own_rows(session_id: int, session: GroupSession, text: Text) -> Rows:
    """*My version*, and *By time* where the session goes by distance."""
    mine = Button(text("session-button-mine"), pack(VERSION, "mine", session_id))
    if session.workout is None:
        return ()
    if session.twin is None:
        return ((mine,),)
    return ((mine, Button(text("session-button-twin"), pack(VERSION, "twin", session_id))),)


def twin_steps(session: GroupSession, text: Text) -> str:
    """The same by time, in a plain line; "" where it goes by time already."""
    if session.twin is None:
        return ""
    return plain(" ".join(steps(_main_of(session.twin), text)))
