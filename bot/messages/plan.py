"""/plan and /week: the way to the race, and one week day by day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import groupby

from bot.callbacks import pack
from bot.messages.activity import run_words
from bot.messages.reasons import spoken
from bot.messages.session import distance_title, lines, short
from bot.messages.steps import Runner
from bot.reply import Button, Reply
from bot.text import Html, Text, numbers
from core.activity import Activity
from core.paces import pace_of
from core.plan import Plan, Session, Week, WeekKind
from core.reasons import Code
from core.season.glance import glance
from core.units import Distance, Duration

TOPIC = "plan"
MOST_PHASES = 12
_NO_RACES = {Code.PREGNANT, Code.AFTER_BIRTH, Code.WALK_ONLY}
"""Reasons for which nobody is asked to name a race."""
SOON = 14
"""Days before a race from which days are counted, not weeks."""


def season(plan: Plan, today: date, runner: Runner, text: Text) -> Reply:
    """Phases with their dates, where the athlete is, the biggest week, and why."""
    race = next((s for s in plan.sessions if s.race is not None and s.on >= today), None)
    said = [_head(plan, race, today, text)]
    if (now := _now(plan, today, text)) is not None:
        said.append(now)
    said += ["", *phases(plan, text), ""]
    said.append(_biggest(plan, runner, text))
    if why := [r for r in plan.why if r.code is not Code.ROLLING]:  # the head has said it
        said.append(spoken(why, text, most=4))
    this_week = Button(text("plan-week"), pack(TOPIC, "week", 0))
    what_if = Button(text("button-whatif"), pack("whatif", "ask"))
    return Reply("\n".join(said), ((this_week, what_if),))


def _head(plan: Plan, race: Session | None, today: date, text: Text) -> str:
    if race is None or race.race is None:
        if any(reason.code is Code.NO_GROWTH for reason in plan.why):
            return text("plan-head-held")
        raceless = _NO_RACES & {reason.code for reason in plan.why}
        return text("plan-head-raceless" if raceless else "plan-head-rolling")
    named = race.race.name
    name = str(text.write(named)) if named else distance_title(race.race.distance, text)
    days = (race.on - today).days
    left = text("plan-days-left", days=days) if days < SOON else text("plan-left", weeks=days // 7)
    return text("plan-head-race", race=Html(name), day=text.full_day(race.on), left=Html(left))


def _now(plan: Plan, today: date, text: Text) -> str | None:
    week = plan.week_of(today)
    if week is None:
        return None
    run = next(part for part in _runs(plan) if week in part)
    phase = text(f"phase-{week.phase.value}")
    return text("plan-now", phase=phase, week=run.index(week) + 1, of=len(run))


def _runs(plan: Plan) -> list[list[Week]]:
    return [list(weeks) for _, weeks in groupby(plan.weeks, key=lambda w: w.phase)]


def phases(plan: Plan, text: Text) -> list[str]:
    """Each phase with its dates, a line each."""
    return [
        text(
            "plan-phase",
            phase=text(f"phase-{weeks[0].phase.value}"),
            **{"from": text.day(weeks[0].starts)},
            to=text.day(weeks[-1].ends),
            weeks=len(weeks),
        )
        for weeks in _runs(plan)[:MOST_PHASES]
    ]


def _biggest(plan: Plan, runner: Runner, text: Text) -> str:
    """The biggest week and the longest run, as they are laid now, every change counted; in minutes
    for who has no measured distance.
    """
    seen = glance(plan, plan.starts, pace_of(runner.paces, runner.level))
    minutes = seen.longest_time.minutes
    if not runner.measured or runner.paces is None or not runner.paces.shown:
        return text("plan-longest-time", time=Duration.of_minutes(round(minutes / 5) * 5))
    biggest, longest = _rounded(seen.biggest, text), _rounded(seen.longest, text)
    return text("plan-peak-week", distance=biggest, longest=longest)


def _rounded(distance: Distance, text: Text) -> str:
    return numbers.road(Distance(round(distance.metres / 1000) * 1000), text.tongue)


def week(
    text: Text,
    plan: Plan,
    first: date,
    *,
    done: Mapping[date, Activity],
    runner: Runner,
    weeks_on: int,
    base: Plan | None = None,
) -> Reply:
    """Seven days from `first`, a Monday; hard days in bold, what was run ticked.

    `base` is the plan before its changes: a changed day says what it was.
    """
    about = plan.week_of(first) or plan.week_of(first + timedelta(days=6))
    said = [_week_head(about, first, text)]
    why = [r for r in about.why if r.code is not Code.PHASE] if about is not None else []
    if why:  # the phase stands in the head already
        said.append(spoken(why, text))
    said.append("")
    days = [first + timedelta(days=n) for n in range(7)]
    said += [_day(plan, on, done, runner, text) + _was(plan, base, on, runner, text) for on in days]
    previous = Button(text("button-previous"), pack(TOPIC, "week", weeks_on - 1))
    following = Button(text("button-next"), pack(TOPIC, "week", weeks_on + 1))
    picture = Button(text("button-picture"), pack(TOPIC, "picture", weeks_on))
    sessions = plan.between(first, first + timedelta(days=6))
    opens = tuple(
        Button(text.weekday(s.on.weekday(), short=True), pack(TOPIC, "day", s.on.isoformat()))
        for s in sessions
    )
    turns = (previous, picture, following)
    return Reply("\n".join(said), (opens, turns) if opens else (turns,))


def day(text: Text, session: Session, runner: Runner) -> Reply:
    """One session of the plan in full, and why it is as it is."""
    said = [f"{text.full_day(session.on)}", *lines(session, runner, text)]
    if session.why:
        said += ["", spoken(session.why, text, most=4)]
    on = session.on.isoformat()
    return Reply("\n".join(said), ((Button(text("button-picture"), pack(TOPIC, "profile", on)),),))


def _week_head(about: Week | None, first: date, text: Text) -> str:
    if about is None:
        return text("week-head-bare", day=text.day(first))
    phase, kind = text(f"phase-{about.phase.value}"), text(f"kind-{about.kind.value}")
    if about.kind is WeekKind.NORMAL or about.kind.value == about.phase.value:
        return text("week-head-plain", day=text.day(first), phase=phase)
    return text("week-head", day=text.day(first), phase=phase, kind=kind)


def _day(plan: Plan, on: date, done: Mapping[date, Activity], runner: Runner, text: Text) -> str:
    session, ran = plan.on(on), done.get(on)
    strength = [key for day, key in plan.strength if day == on]
    extra = "".join(f" + {text.content(f'routine/{key}/name')}" for key in strength)
    has_run = ran is not None and ran.ran
    if session is None:
        return _free(plan, on, ran if has_run else None, text) + extra
    said = Html(short(session, runner, text))
    line = text("week-day-hard" if session.hard else "week-day", day=text.day(on), session=said)
    return (text("week-day-done", line=Html(line)) if has_run else line) + extra


def _was(plan: Plan, base: Plan | None, on: date, runner: Runner, text: Text) -> str:
    """What a changed day was before; "" where it reads the same."""
    was, now = base.on(on) if base else None, plan.on(on)
    if was is None or (now is not None and short(now, runner, text) == short(was, runner, text)):
        return ""
    return " " + text("week-day-was", was=Html(short(was, runner, text)))


def _free(plan: Plan, on: date, ran: Activity | None, text: Text) -> str:
    """A day without a session: rest, a run all the same, or a day that the plan does not hold."""
    if ran is not None:
        line = text("week-day", day=text.day(on), session=Html(run_words(ran, None, text)))
        return text("week-day-done", line=Html(line))
    outside = not plan.starts <= on <= plan.ends
    return text("week-day-outside" if outside else "week-day-rest", day=text.day(on))
