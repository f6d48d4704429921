"""A squad's session before it counts: how it is written, how it was understood, what is picked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.callbacks import pack
from bot.messages.session import workout_name
from bot.messages.squad_card import steps, where
from bot.messages.squad_names import short
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.squad import GroupSession
from core.squad.setting import OFFERED
from core.workout import Effort, Workout

TOPIC = "session"
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
NOTES = ("own-pace", "effort", "nearest", "rest", "range", "fartlek", "progression")


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
        if note in draft.notes and (named or note not in {"effort", "nearest", "own-pace"})
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
    if draft.notes & {"effort", "nearest", "own-pace"} and draft.efforts:
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


def which(squads: Mapping[int, str], text: Text, *, kept: bool = False) -> Reply:
    """For which of the squads that they coach? `kept`: what was written waits for the answer."""
    verb = "for" if kept else "squad"
    rows = tuple(
        (Button(short(title), pack(TOPIC, verb, number)),) for number, title in squads.items()
    )
    return Reply(text("session-which"), rows)
