"""Who comes and who ran, as lines and buttons of a session's card; and the word before it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.session import workout_name
from bot.messages.squad_names import listed
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.squad import Answer, Attendance, GroupSession

TOPIC = "attend"
RAIN = ("indoors", "alone")
"""Rain plans that have words of ours; any other is the coach's place."""


def lines(
    attended: Sequence[Attendance], text: Text, *, over: bool = False, kudos: int = 0
) -> list[str]:
    """Counts and names, in the order they said it; afterwards those who ran, and the kudos."""
    if over:
        ran = [one for one in attended if one.done]
        said = [_line("attend-line-ran", ran, text) if ran else text("attend-line-done")]
        return [*said, text("attend-line-kudos", count=kudos)] if kudos else said
    found = [
        _line(f"attend-line-{answer.value}", told, text)
        for answer in Answer
        if (told := [one for one in attended if one.answer is answer])
    ]
    return found or [text("attend-line-nobody")]


def _line(message: str, attended: Sequence[Attendance], text: Text) -> str:
    names = listed([one.name for one in attended], text)
    return text(message, count=len(attended), names=names)


def buttons(session_id: int, text: Text, *, over: bool = False) -> Rows:
    """In, maybe and out; once the session is over, done."""
    if over:
        return ((Button(text("attend-button-done"), pack(TOPIC, "done", session_id)),),)
    return (
        tuple(
            Button(text(f"attend-button-{answer.value}"), pack(TOPIC, answer.value, session_id))
            for answer in Answer
        ),
    )


def conditions(session: GroupSession, celsius: float | None, text: Text) -> list[str]:
    """The forecast for the hour, where it is known, and the rain plan, where there is one."""
    said = []
    if celsius is not None:
        clock, degrees = text.clock(session.minute), text.degrees(celsius)
        said.append(text("attend-line-weather", clock=clock, degrees=degrees))
    if session.rain:
        said.append(text("attend-line-rain", plan=Html(rain_plan(session.rain, text))))
    return said


def rain_plan(rain: str, text: Text) -> str:
    """What happens in the rain: one of our plans, or the place that the coach named."""
    if rain in RAIN:
        return text(f"attend-rain-{rain}")
    return text("attend-rain-place", place=rain)


def reminder(
    session_id: int,
    session: GroupSession,
    attended: Sequence[Attendance],
    text: Text,
    *,
    name: str,
    celsius: float | None = None,
    rows: Rows = (),
    runs: bool = True,
    late: bool = False,
) -> Reply:
    """Two hours before, to who is in, or `late`, at dawn; `name` is the session's as HTML, `rows`
    come first; not `runs`: health lets them only look on today.
    """
    coming = sum(one.answer is Answer.IN for one in attended)
    head = "remind-head-dawn" if late else "remind-head"
    said = [text(head, session=Html(name)), where(session, text)]
    said += [*conditions(session, celsius, text), text("remind-in", count=coming)]
    said += [] if runs else [text("remind-no-run")]
    cannot = Button(text("attend-button-cannot"), pack(TOPIC, Answer.OUT.value, session_id))
    return Reply("\n".join(said), (*rows, (cannot,)))


def aside(session_id: int, session: GroupSession, squad: str, text: Text) -> Reply:
    """In private: no running today, so the card has them as out; coming along is theirs to say."""
    said = text("remind-aside", squad=squad, where=Html(where(session, text)))
    along = Button(text("attend-button-along"), pack(TOPIC, Answer.IN.value, session_id))
    return Reply(said, ((along,),))


def title(session: GroupSession, text: Text) -> str:
    """What is run: the library's name for it, what the coach wrote, or a training; ready HTML."""
    workout = session.workout
    if workout is not None and text.has_content(f"workout/{workout.key}/name"):
        return workout_name(workout, text)
    return str(text.write(session.shorthand)) if session.shorthand else text("attend-training")


def where(session: GroupSession, text: Text) -> str:
    """Day, hour and place."""
    day, clock = text.day(session.on), text.clock(session.minute)
    if not session.place:
        return text("remind-no-place", day=day, clock=clock)
    return text("remind-place", day=day, clock=clock, place=session.place)
