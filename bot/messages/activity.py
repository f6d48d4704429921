"""The evening's question, /log, and what was run, in words."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.messages import raced
from bot.messages.done import TOPIC, done_buttons
from bot.messages.racewords import name as race_name
from bot.messages.reasons import spoken
from bot.messages.runner import runner_of
from bot.messages.session import name, short
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.activity import Activity, Done, Evenness
from core.day import Day
from core.plan import Session
from core.safety import Allowed
from core.units import Pace


def evening(
    text: Text,
    on: date,
    *,
    today: Day,
    tomorrow: Day,
    session: Session | None,
    asks: str,
    activity: Activity | None,
    longest: bool = False,
    harder: bool = False,
    reviewed: bool = False,
    delivery: int = 0,
) -> Reply:
    """The card of an evening: its open question, or what was logged and tomorrow in one line.

    `harder`: today was harder than it was meant to be, and tomorrow follows from that; `reviewed`:
    the week's review comes in the place of tomorrow's line.
    """
    said = []
    if activity is not None and (not asks or asks in {"rpe", "reps"}):
        said.append(_logged(activity, session, on, today, text))
    if asks == "second" and activity is not None:
        run = Html(run_words(activity, session, text))
        return Reply(
            text("log-second", day=text.day(on), run=run), _second_rows(on, text, delivery)
        )
    if asks:
        said.append(_question(asks, on, today, session, text))
        rows = _rows(asks, on, text, delivery, planned=session is not None)
        if asks == "done" and session is not None and session.race is not None:
            rows = raced.ending_rows(session.race, text)
        return Reply("\n\n".join(said), rows)
    if longest:
        said.append(text("logged-longest"))
    if on == today.on:
        said += [text("logged-harder")] if harder else []
        said += [] if reviewed else [_tomorrow(tomorrow, text), *_held_back(tomorrow, text)]
    return Reply("\n".join(said), _went_wrong(activity, text) if on == today.on else ())


_COMPLAINTS = {Evenness.FADED: "late", Evenness.CUT_SHORT: "midway"}


def _went_wrong(activity: Activity | None, text: Text) -> Rows:
    """Where reps did not hold: the way to /fix, which knows what it is about."""
    complaint = _COMPLAINTS.get(activity.evenness) if activity and activity.evenness else None
    if complaint is None:
        return ()
    return ((Button(text("button-went-wrong"), pack("symptoms", "why", complaint)),),)


def _question(asks: str, on: date, today: Day, session: Session | None, text: Text) -> str:
    if asks == "done":
        if session is None:
            return text("evening-rest-logged")
        if session.race is not None:
            return raced.evening(session.race, text, today=on == today.on)
        planned = Html(short(session, runner_of(today), text))
        if on != today.on:
            return text("evening-yesterday", day=text.day(on), session=planned)
        return text("evening-ask", session=planned)
    return text(f"evening-{asks}")


def _rows(asks: str, on: date, text: Text, delivery: int, *, planned: bool) -> Rows:
    day = on.isoformat()
    match asks:
        case "done":
            return (tuple(done_buttons(on, text, delivery, planned=planned)),)
        case "rpe":
            buttons = [Button(str(n), pack(TOPIC, "rpe", delivery, day, n)) for n in range(1, 11)]
            return (tuple(buttons[:5]), tuple(buttons[5:]))
        case "reps":
            told = [
                Button(text(f"reps-{e.value}"), pack(TOPIC, "reps", delivery, day, e.value))
                for e in Evenness
            ]
            return (tuple(told[:2]), tuple(told[2:]))
        case _:
            return ()


def _second_rows(on: date, text: Text, delivery: int) -> Rows:
    return tuple(
        (Button(text(f"log-second-{which}"), pack(TOPIC, "second", delivery, on, which)),)
        for which in ("yes", "no")
    )


def _logged(activity: Activity, session: Session | None, on: date, today: Day, text: Text) -> str:
    if not activity.ran:
        return text("evening-not-thanks")
    run = Html(run_words(activity, session, text))
    if on != today.on:
        return text("log-saved", day=text.day(on), run=run)
    return text("evening-thanks", run=run)


def run_words(activity: Activity, session: Session | None, text: Text) -> str:
    """One run in a few words: what, and how hard it was."""
    if not activity.ran:
        return text("run-not")
    said = _amount(activity, session, text)
    return text("run-rpe", run=Html(said), rpe=activity.rpe) if activity.rpe else said


def _amount(activity: Activity, session: Session | None, text: Text) -> str:
    if activity.done is Done.AS_PLANNED and session is not None:
        return text("run-as-planned", session=Html(name(session, text)))
    if activity.reps_done is not None and activity.reps_planned is not None:
        return text("run-reps", done=activity.reps_done, planned=activity.reps_planned)
    distance, time = activity.distance, activity.time
    if distance is not None and time is not None and distance.metres > 0:
        return text(
            "run-distance-time",
            distance=distance,
            time=text.race_time(time),
            pace=Pace.of(distance, time),
        )
    if distance is not None:
        return text("run-distance", distance=distance)
    return text("run-time", time=time) if time is not None else text("run-any")


def _tomorrow(tomorrow: Day, text: Text) -> str:
    if tomorrow.session is None:
        return text("evening-tomorrow-rest")
    if tomorrow.session.race is not None:
        return text("evening-tomorrow-race", race=Html(race_name(tomorrow.session.race, text)))
    return text(
        "evening-tomorrow", session=Html(short(tomorrow.session, runner_of(tomorrow), text))
    )


def _held_back(tomorrow: Day, text: Text) -> list[str]:
    """Why an open gate takes running away tomorrow."""
    allowed = tomorrow.allowance
    free = allowed.level is Allowed.FREE or not allowed.reasons
    return [] if free else [spoken(allowed.reasons[:1], text)]


def log(
    today: Day, days: tuple[tuple[date, Session | None, Activity | None], ...], text: Text
) -> Reply:
    """/log: write it, or tap one of the last seven days."""
    lines = [_day_line(on, session, activity, today, text) for on, session, activity in days]
    buttons = [Button(text.day(on), pack(TOPIC, "day", 0, on.isoformat())) for on, _, _ in days]
    rows = tuple(tuple(buttons[i : i + 3]) for i in range(0, len(buttons), 3))
    said = [text("log-ask"), "\n".join(lines), text("log-days")]
    return Reply("\n\n".join(said), rows)


def _day_line(
    on: date, session: Session | None, activity: Activity | None, today: Day, text: Text
) -> str:
    if activity is not None:
        run = Html(run_words(activity, session, text))
        return text("log-day-done" if activity.ran else "log-day", day=text.day(on), session=run)
    if session is None:
        return text("log-day-free", day=text.day(on))
    return text("log-day", day=text.day(on), session=Html(short(session, runner_of(today), text)))


def refused(code: str, on: date, text: Text) -> Reply:
    """A day that cannot be logged."""
    return Reply(text(code, day=text.full_day(on)))
