"""/away and /busy: until when, with running or without, and what becomes of the days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from bot.callbacks import pack
from bot.messages.change import lines, undo_button
from bot.messages.race import judged
from bot.messages.session import name
from bot.messages.steps import Runner
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.away import runs_there
from core.plan import Change, ChangeKind, Session
from core.season import Refusal

TOPIC = "away"
DAYS_OFFERED = 7
MOST_LINES = 8


def until(kind: ChangeKind, today: date, text: Text, code: str = "until") -> Reply:
    """Until when? The next days are buttons; `code` is what was wrong before."""
    said = [] if code == "until" else [text(code)]
    said.append(text(f"{kind.value}-until"))
    if kind is ChangeKind.BUSY:
        sunday = today + timedelta(days=6 - today.weekday())
        ends = {"this": sunday, "next": sunday + timedelta(days=7)}
        rows = tuple((_busy(text(f"busy-{n}"), today, last),) for n, last in ends.items())
        return Reply("\n\n".join(said), rows)
    days = [today + timedelta(days=n) for n in range(1, DAYS_OFFERED + 1)]
    days.append(today + timedelta(days=14))
    buttons = [_until(text.day(day), today, day) for day in days]
    return Reply("\n\n".join(said), tuple(tuple(buttons[i : i + 2]) for i in range(0, 8, 2)))


def _busy(label: str, first: date, last: date) -> Button:
    return Button(label, pack(TOPIC, "busy", first.isoformat(), last.isoformat()))


def _until(label: str, first: date, last: date) -> Button:
    return Button(label, pack(TOPIC, "until", first.isoformat(), last.isoformat()))


def runs(first: date, last: date, text: Text) -> Reply:
    """Will there be any running?"""
    rows = tuple(
        (Button(text(f"away-{how}"), pack(TOPIC, how, first.isoformat(), last.isoformat())),)
        for how in ("runs", "rests")
    )
    return Reply(_head("away-head", first, last, text) + " " + text("away-runs-ask"), rows)


def _head(message: str, first: date, last: date, text: Text) -> str:
    one = "-day" if first == last else ""
    return text(f"{message}{one}", first=first, last=last)


def done(
    change: Change,
    change_id: int,
    runner: Runner,
    text: Text,
    *,
    days: tuple[date, date],
    races: Sequence[Session],
) -> Reply:
    """What becomes of the days, the races in them, and the way back."""
    first, last = days
    said = [_head(f"{change.kind.value}-done", first, last, text)]
    if change.kind is ChangeKind.AWAY:
        said[0] += " " + text("away-eased" if runs_there(change) else "away-rested")
    else:
        said[0] += " " + text("busy-eased")
    days_said = lines(change, runner, text)
    more = len(days_said) - MOST_LINES
    if more > 0:
        days_said = [*days_said[:MOST_LINES], text("away-more", days=more)]
    if days_said:
        said.append("\n".join(days_said))
    said += [text("away-race", race=Html(name(s, text)), day=s.on) for s in races]
    if change.kind is ChangeKind.AWAY:
        said.append(text("away-home"))
    return Reply("\n\n".join(said), ((undo_button(change_id, text),),))


def race_after(refusal: Refusal, text: Text) -> Reply:
    """Races that the days without running put out of reach, and what could be instead."""
    return judged(refusal, text)


def home(kind: ChangeKind, text: Text) -> Reply:
    """Back sooner: the plan goes on from today."""
    return Reply(text(f"{kind.value}-back"))
