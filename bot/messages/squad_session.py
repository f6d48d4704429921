"""A squad's session in words: its draft for the coach, its card in the group, its changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.callbacks import pack
from bot.messages import attendance
from bot.messages.session import workout_name
from bot.messages.steps import Runner, part_lines, part_of
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text, plain
from core.athlete import Level
from core.squad import Attendance, GroupSession, SessionState
from core.squad.pacing import PaceGroup
from core.squad.setting import OFFERED
from core.workout import Effort, Part, Workout

TOPIC, VERSION = "session", "version"
EVERYBODY = Runner(None, Level.INTERMEDIATE)
"""Words for a whole group: efforts, and nobody's paces."""
MOST_LINES = 10
EFFORTS = (
    Effort.MARATHON,
    Effort.HALF,
    Effort.THRESHOLD,
    Effort.TEN_K,
    Effort.FIVE_K,
    Effort.THREE_K,
    Effort.MILE,
)
DAY = 1440
"""Minutes."""
PICKED_FROM = 8
NOTES = ("own-pace", "effort", "rest", "range", "fartlek")


@dataclass(frozen=True, slots=True)
class Draft:
    """What the coach is shown before it counts.

    `title`: the squad's, where several may be meant; `fits`: of so many weeks how many hold its
    like.
    """

    squad_id: int
    stamp: int
    session: GroupSession
    every: bool = False
    notes: frozenset[str] = frozenset()
    efforts: frozenset[Effort] = frozenset()
    fits: tuple[int, int] | None = None
    days: tuple[date, ...] = ()
    title: str = ""


def where(session: GroupSession, text: Text) -> str:
    """Day, hour and place; ready HTML."""
    facts = {"day": text.day(session.on), "clock": text.clock(session.minute)}
    if not session.place:
        return text("session-at", **facts)
    return text("session-at-place", **facts, place=session.place)


def steps(workout: Workout, text: Text) -> list[str]:
    """The session by effort."""
    return part_lines(workout, EVERYBODY, text)


# The card in the group


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
) -> Reply:
    """What the group sees: session, place, hour, purpose, who comes. Nobody's paces or morning."""
    if session.cancelled:
        name = attendance.title(session, text)
        head = text("session-card-cancelled", where=Html(where(session, text)))
        return Reply(f"{head}\n{name}", silent=True)
    coming = attendance.lines(attended, text, over=over, kudos=kudos)
    around = [] if over else attendance.conditions(session, celsius, text)
    around += [_groups(groups, text)] if groups and not over else []
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


_MAIN = {Part.MAIN, Part.RECOVERY}


# The draft


def how(draft: Draft, text: Text, ahead: Mapping[int, date]) -> Reply:
    """/session alone: how it is written, what else may be done, and what stands already."""
    session = draft.session
    facts = {"day": text.day(session.on), "clock": text.clock(session.minute)}
    library = Button(text("session-button-library"), pack(TOPIC, "library", draft.stamp))
    propose = Button(text("session-button-propose"), pack(TOPIC, "propose", draft.stamp))
    bare = Button(text("session-button-bare"), pack(TOPIC, "set", draft.stamp, "bare", "-"))
    drop = Button(text("session-button-discard"), pack(TOPIC, "drop", draft.stamp))
    changes = tuple(
        Button(text("session-button-change-day", day=text.day(on)), pack(TOPIC, "change", number))
        for number, on in list(ahead.items())[:3]
    )
    rows: Rows = ((library, propose), (bare, drop))
    return Reply(text("session-how", **facts), (*rows, *((one,) for one in changes)))


def posted(session_id: int, text: Text) -> Reply:
    """It's in the group; how it may still be changed."""
    change = Button(text("session-button-change"), pack(TOPIC, "change", session_id))
    return Reply(text("session-set"), ((change,),))


def shown(draft: Draft, text: Text) -> Reply:
    """The draft as it was understood; one tap posts it."""
    session = draft.session
    facts = {
        "weekday": text.weekday(session.on.weekday()),
        "clock": text.clock(session.minute),
    }
    head = text("session-shown-every", **facts) if draft.every else text("session-shown")
    said = [head, *([text("session-for", squad=draft.title)] if draft.title else [])]
    said.append(where(session, text))
    if session.workout is None:
        said.append(text("session-bare"))
    else:
        said += [f"<b>{workout_name(session.workout, text)}</b>", *steps(session.workout, text)]
    said += _notes(draft, text)
    return Reply("\n".join([*said, text("session-reply")]), _draft_rows(draft, text))


def _notes(draft: Draft, text: Text) -> list[str]:
    """What was read between the lines; whose week it fits."""
    effort = next((e for e in EFFORTS if e in draft.efforts), None)
    named = text(f"effort-{effort.value}") if effort else ""
    said = [
        text(f"session-note-{note}", effort=Html(named))
        for note in NOTES
        if note in draft.notes and (named or note not in {"effort", "own-pace"})
    ]
    if draft.fits is not None:
        fits, of = draft.fits
        said.append(text("session-fits", fits=fits, of=of) if fits else text("session-fits-nobody"))
    return said


def _draft_rows(draft: Draft, text: Text) -> Rows:
    def to(label: str, what: str, value: object) -> Button:
        return Button(label, pack(TOPIC, "set", draft.stamp, what, value))

    session = draft.session
    post = "session-button-keep" if draft.every else "session-button-post"
    rows: list[tuple[Button, ...]] = [
        (
            Button(text(post), pack(TOPIC, "post", draft.stamp)),
            Button(text("session-button-discard"), pack(TOPIC, "drop", draft.stamp)),
        )
    ]
    if draft.notes & {"effort", "own-pace"} and draft.efforts:
        efforts = [e for e in EFFORTS if e not in draft.efforts]
        rows.append(
            tuple(to(text(f"session-effort-{e.value}"), "effort", e.value) for e in efforts)
        )
    if not draft.every:
        days = [day for day in draft.days if day != session.on][:4]
        rows.append(tuple(to(text.day(day), "day", day.isoformat()) for day in days))
    earlier, later = (session.minute - 30) % DAY, (session.minute + 30) % DAY
    rows.append(
        (
            to(text("session-button-earlier", clock=text.clock(earlier)), "hour", earlier),
            to(text("session-button-later", clock=text.clock(later)), "hour", later),
        )
    )
    return tuple(row for row in rows if row)


def focuses(stamp: int, text: Text) -> Reply:
    """What should it train?"""
    buttons = [
        Button(text(f"session-focus-{focus.value}"), pack(TOPIC, "pick", stamp, focus.value))
        for focus in OFFERED
    ]
    rows = tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
    return Reply(text("session-pick-focus"), rows)


def pick(stamp: int, focus: str, workouts: Sequence[Workout], text: Text, page: int = 0) -> Reply:
    """The library's sessions of a focus, eight on a page."""
    first = page * PICKED_FROM if page * PICKED_FROM < len(workouts) else 0
    here = workouts[first : first + PICKED_FROM]
    lines = [
        text("session-pick-line", number=n, workout=Html(workout_name(workout, text)))
        for n, workout in enumerate(here, start=1)
    ]
    numbers = [
        Button(str(n), pack(TOPIC, "set", stamp, "recipe", workout.key))
        for n, workout in enumerate(here, start=1)
    ]
    rows: Rows = tuple(tuple(numbers[at : at + 4]) for at in range(0, len(numbers), 4))
    if len(workouts) > PICKED_FROM:
        onward = page + 1 if first + PICKED_FROM < len(workouts) else 0
        more = Button(text("squad-coaches-more"), pack(TOPIC, "pick", stamp, focus, onward))
        rows = (*rows, (more,))
    head = text("session-pick", focus=text(f"session-focus-{focus}"))
    return Reply("\n".join([head, *lines]), rows)


def missed(why: str, part: str, text: Text) -> Reply:
    """What was not understood, and where."""
    message = f"session-missed-{why}" if why != "unknown" else "session-missed"
    quoted = Html(f"<b>{text.write(part)}</b>") if part else Html("")
    return Reply(text(message, part=quoted))


def repeats(session: GroupSession, squad_id: int, text: Text) -> Reply:
    """It comes every week from now on, and the way out of it."""
    weekday = session.on.weekday()
    facts = {"weekday": text.weekday(weekday), "clock": text.clock(session.minute)}
    out = Button(
        text("session-button-unrepeat", weekday=facts["weekday"]),
        pack(TOPIC, "unrepeat", squad_id, weekday),
    )
    return Reply(text("session-repeats", **facts), ((out,),))


def which(squads: Mapping[int, str], text: Text) -> Reply:
    """For which of the squads that they coach?"""
    rows = tuple(
        (Button(title[:30], pack(TOPIC, "squad", number)),) for number, title in squads.items()
    )
    return Reply(text("session-which"), rows)


# A session that stands


def change(
    session_id: int,
    version: int,
    session: GroupSession,
    days: Sequence[date],
    text: Text,
    *,
    meanwhile: bool = False,
) -> Reply:
    """For its coaches: move it or call it off. `meanwhile`: somebody else was quicker."""
    head = text("session-changed-meanwhile" if meanwhile else "session-change")
    said = [head, where(session, text), f"<b>{attendance.title(session, text)}</b>"]

    def to(label: str, on: date, minute: int) -> Button:
        return Button(label, pack(TOPIC, "move", session_id, version, on.isoformat(), minute))

    moves = [
        to(text("session-button-move", day=text.day(day)), day, session.minute)
        for day in days
        if day != session.on
    ][:6]
    rows: list[tuple[Button, ...]] = [tuple(moves[at : at + 3]) for at in range(0, len(moves), 3)]
    minutes = [("earlier", session.minute - 30), ("later", session.minute + 30)]
    rows.append(
        tuple(
            to(text(f"session-button-{word}", clock=text.clock(m)), session.on, m)
            for word, m in minutes
            if 0 <= m < DAY
        )
    )
    off = pack(TOPIC, "cancel", session_id, version)
    rows.append((Button(text("session-button-cancel"), off),))
    return Reply("\n".join(said), tuple(row for row in rows if row))


def news(
    session_id: int, squad: str, session: GroupSession, text: Text, *, planned: bool = False
) -> Reply:
    """In private, to who comes: it moved, or it is called off. `planned`: their plan holds it."""
    code = "session-news-cancelled" if session.cancelled else "session-news-moved"
    said = text(code, squad=squad, where=Html(where(session, text)))
    said += f" {text(f'{code}-plan')}" if planned else ""
    if session.cancelled:
        return Reply(said)
    cannot = pack(attendance.TOPIC, "out", session_id)
    return Reply(said, ((Button(text("attend-button-cannot"), cannot),),))


def cancel_sure(session_id: int, version: int, text: Text) -> Reply:
    """The tap that counts."""
    yes = Button(
        text("session-button-cancel-sure"), pack(TOPIC, "cancel", session_id, version, "sure")
    )
    no = Button(text("session-button-leave"), pack(TOPIC, "leave", session_id))
    return Reply(text("session-cancel-sure"), ((yes, no),))


def asked(squad_id: int, squad: str, session: GroupSession, text: Text) -> Reply:
    """Tomorrow's session has no content yet: one question, in private."""
    ask = text("session-ask-coach", squad=squad, where=Html(where(session, text)))
    write = Button(text("session-button-write"), pack(TOPIC, "squad", squad_id))
    return Reply(ask, ((write,),))
