"""The day's card: session, question or verdict, in ten lines at most."""

from __future__ import annotations

from dataclasses import replace

from bot.messages import background, checkin, raced, verdict
from bot.messages import raceday_morning as races
from bot.messages.change import on_the_day
from bot.messages.checkin import Tap
from bot.messages.done import done_buttons
from bot.messages.reasons import spoken
from bot.messages.runner import runner_of
from bot.messages.safety import ways_out
from bot.messages.session import lines, short
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.adjust.decision import Action
from core.day import Day
from core.plan import Week, WeekKind
from core.safety import Allowed
from core.workout import Focus

MOST_LINES = 10
"""What a card holds without scrolling (coaching.md 10)."""


def card(day: Day, text: Text, delivery: int = 0) -> Reply:
    """The one message of the day; silent on rest days."""
    tap = Tap(day.on, delivery)
    parts = ["\n".join(part) for part in _parts(day, text) if part]
    rows = checkin.rows(day, text, tap)
    if not day.asks and not day.menu:
        rows = verdict.rows(day, text, delivery)
    if _races(day):
        rows = _race_rows(day, text, tap)
    if not day.menu:
        rows = (*rows, *checkin.mends(day, text, tap), *ways_out(day.ways_out, text))
        rows = (*rows, *_untold_rows(day, text, delivery))
        rows = (*rows, *_background_rows(day, text))
    return Reply("\n\n".join(parts), rows, silent=day.session is None)


def _background_rows(day: Day, text: Text) -> Rows:
    """The answers to what is asked about the athlete, on a day that is over with its questions."""
    if day.background is None or day.asks:
        return ()
    return background.rows(day.background, text, day.on.isoformat())


def _races(day: Day) -> bool:
    """Whether the card is the race's: until it is told of, and while nothing is asked."""
    over = any(run.focus is Focus.RACE or not run.ran for run in day.logged)
    return day.race is not None and not day.asks and not day.menu and not over


def _race_rows(day: Day, text: Text, tap: Tap) -> Rows:
    """The whole plan, the routine, and the way to say that something is wrong."""
    rows = races.morning_rows(day.race, text) if day.race else ()
    return (*rows, (Button(text("button-more"), tap("menu", "more")),))


def _untold(day: Day, text: Text) -> list[str]:
    """Yesterday's session, asked for once more; in words that name the day."""
    if day.untold is None or day.menu:
        return []
    if day.untold.race is not None:
        return [raced.evening(day.untold.race, text, today=False)]
    session = Html(short(day.untold, runner_of(day), text))
    return [text("evening-yesterday", day=text.day(day.untold.on), session=session)]


def _untold_rows(day: Day, text: Text, delivery: int) -> Rows:
    """Yesterday's three answers; each names the day, so that none is taken for today's."""
    if day.untold is None:
        return ()
    weekday = text.weekday(day.untold.on.weekday(), short=True)
    if day.untold.race is not None:
        return raced.ending_rows(day.untold.race, text, day=weekday)
    buttons = done_buttons(day.untold.on, text, delivery, planned=True)
    named = [replace(b, text=text("evening-of", day=weekday, done=b.text.lower())) for b in buttons]
    return (tuple(named[:2]), tuple(named[2:]))


def _parts(day: Day, text: Text) -> list[list[str]]:
    question = checkin.question(day, text)
    heard = checkin.heard(day.checkin, text) if day.checkin else ""
    told = verdict.said(day, text) if day.decision and not day.asks else []
    changed = bool(day.decision and day.decision.action is not Action.KEEP)
    head = [_head(day, text)]
    asked = [question] if question else []
    if day.background is not None and not day.asks and not day.menu:
        asked = [background.question(day.background, text)]
    why = [on_the_day(day.because, day.on, text)] if day.because else []
    said = [head, _untold(day, text), [heard] if heard else [], why, told]
    if day.race is not None and _races(day):
        return [head, _untold(day, text), races.morning(day.race, text)]
    room = MOST_LINES - sum(len(part) for part in (*said, asked))
    return [*said, _body(day, text, brief=changed, room=room), asked]


def _head(day: Day, text: Text) -> str:
    if day.week is None:
        return f"<b>{text.day(day.on)}</b>"
    phase, kind = text(f"phase-{day.week.phase.value}"), day.week.kind
    if kind is WeekKind.NORMAL or kind.value == day.week.phase.value:
        return text("card-head", day=text.day(day.on), phase=phase)
    return text("card-head-week", day=text.day(day.on), phase=phase, kind=_kind(day.week, text))


def _kind(week: Week, text: Text) -> str:
    return text(f"kind-{week.kind.value}")


def _body(day: Day, text: Text, *, brief: bool, room: int) -> list[str]:
    """The session or the rest, in `room` lines at most; its purpose goes first, then strength."""
    if day.plan is None:
        return [text("no-plan")]
    if day.session is None:
        said = _rest(day, text, told=brief and not day.asks)
    else:
        said = lines(day.session, runner_of(day), text)
    lifts = bool(day.strength) and not brief and day.allowance.level is not Allowed.STOP
    if day.session is not None and (brief or len(said) + lifts > room):
        del said[1]  # the purpose is known from the plan
    if lifts and len(said) < room:
        said.append(text("card-strength", routine=text.content(f"routine/{day.strength}/name")))
    return said


def _rest(day: Day, text: Text, *, told: bool) -> list[str]:
    """A day without a run; where the verdict has `told` so already, only what comes next."""
    if day.allowance.level is Allowed.STOP and day.allowance.reasons:
        why = Html(spoken(day.allowance.reasons[:2], text))
        return [] if told else [text("card-rest-walk", why=why)]
    said = [] if told else [text("card-rest" if day.asks else "card-rest-decided")]
    if day.next is None:
        return said
    session, on = Html(short(day.next, runner_of(day), text)), text.day(day.next.on)
    if day.first and not told:
        return [text("card-first-rest", session=session, day=on)]
    return [*said, text("card-rest-next", session=session, day=on)]
