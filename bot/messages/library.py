"""/library: what was found, and one workout in full."""

from __future__ import annotations

from bot.callbacks import pack
from bot.messages.session import total_line, workout_name
from bot.messages.steps import Runner, part_lines
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.workout import Workout

TOPIC = "library"


def ask(text: Text) -> Reply:
    """What kind of workout?"""
    return Reply(text("library-ask"))


def found(workouts: tuple[Workout, ...], minutes: float | None, text: Text) -> Reply:
    """The workouts that fit, each opened by a tap."""
    if not workouts:
        return Reply(text("library-nothing"))
    named = [Html(workout_name(workout, text)) for workout in workouts]
    lines = [text("library-line", number=n, workout=w) for n, w in enumerate(named, start=1)]
    buttons = [
        Button(str(n), pack(TOPIC, "open", workout.key, round(minutes or 0)))
        for n, workout in enumerate(workouts, start=1)
    ]
    rows = tuple(tuple(buttons[i : i + 5]) for i in range(0, len(buttons), 5))
    return Reply("\n".join([text("library-found", count=len(workouts)), "", *lines]), rows)


def opened(workout: Workout, runner: Runner, locked: str, text: Text) -> Reply:
    """One workout: purpose, steps, total, cues, and what to feel at the end."""
    place = f"workout/{workout.key}"
    said = [
        f"<b>{workout_name(workout, text)}</b>",
        text.content(f"{place}/purpose"),
        "",
        *part_lines(workout, runner, text),
        *total_line(workout, runner, text),
        "",
    ]
    number = 1
    while text.has_content(f"{place}/cues/{number}"):
        said.append(f"· {text.content(f'{place}/cues/{number}')}")
        number += 1
    if text.has_content(f"{place}/feel"):
        said.append(text("library-feel", feel=text.content(f"{place}/feel")))
    if locked:
        said += ["", text(f"library-locked-{locked}")]
    return Reply("\n".join(said))
