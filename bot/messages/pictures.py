"""Plans and sessions as pictures: the words for them, and the drawing, which takes a thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.charts.season import RaceMark, SeasonChart, SeasonWords, season_picture
from bot.charts.session import BlockWords, SessionChart, session_picture
from bot.charts.week import Day, WeekChart, week_picture
from bot.messages.session import distance_name, name, size, workout_name
from bot.messages.steps import Runner, block_line, repeat_short
from bot.reply import Picture
from bot.text import Text, plain
from core.activity import Activity, Log
from core.athlete import Race
from core.paces import pace_of
from core.plan import Phase, Plan
from core.workout import Repeat, Workout


def season(
    text: Text, plan: Plan, races: Sequence[Race], *, log: Log, runner: Runner, today: date
) -> Picture:
    """The season at a glance."""
    by_minutes = not runner.measured or runner.paces is None or not runner.paces.shown
    words = SeasonWords(
        title=plain(text("picture-season")),
        subtitle=plain(f"{text.full_day(plan.starts)} – {text.full_day(plan.ends)}"),
        unit=plain(text("unit-minutes" if by_minutes else f"unit-{text.tongue.units.value}")),
        today=plain(text("picture-today")),
        months=tuple(plain(text(f"month-short-{month}")) for month in range(1, 13)),
        phases={phase: plain(text(f"phase-{phase.value}")) for phase in Phase},
        down=plain(text("kind-down")),
        taper=plain(text("kind-taper")),
        long_run=plain(text("picture-long-run")),
        planned=plain(text("picture-planned")),
        before=plain(text("picture-before")),
    )
    marks = tuple(RaceMark(race, _race(race, text)) for race in races)
    chart = SeasonChart(
        plan=plan,
        log=log,
        races=marks,
        pace_of=pace_of(runner.paces, runner.level),
        units=None if by_minutes else text.tongue.units,
        today=today,
        words=words,
    )
    return Picture(season_picture(chart), plain(text("picture-season-alt")))


def _race(race: Race, text: Text) -> str:
    named = str(text.write(race.name)) if race.name else distance_name(race.distance, text)
    return plain(f"{named}, {text.day(race.on)}")


def week(
    text: Text,
    plan: Plan,
    first: date,
    *,
    done: Mapping[date, Activity],
    runner: Runner,
    today: date,
) -> Picture:
    """Seven days from `first`, a Monday."""
    days = tuple(
        _day(text, plan, first + timedelta(days=n), done=done, runner=runner) for n in range(7)
    )
    chart = WeekChart(
        days=days,
        pace_of=pace_of(runner.paces, runner.level),
        today=today,
        title=plain(text("week-head-bare", day=text.day(first))),
        hard=plain(text("picture-hard")),
        done=plain(text("picture-done")),
    )
    return Picture(week_picture(chart), plain(text("picture-week-alt", day=text.day(first))))


def _day(text: Text, plan: Plan, on: date, *, done: Mapping[date, Activity], runner: Runner) -> Day:
    session, weekday = plan.on(on), plain(text.weekday(on.weekday(), short=True))
    strength = [key for day, key in plan.strength if day == on]
    note = ", ".join(plain(text.content(f"routine/{key}/name")) for key in strength)
    if session is None:
        return Day(on, weekday, plain(text("picture-rest")), note=note)
    ran = done.get(on)
    return Day(
        on=on,
        weekday=weekday,
        name=plain(name(session, text)),
        amount=plain(size(session.workout, runner, text)),
        note=note,
        session=session,
        done=ran is not None and ran.ran,
    )


def session(text: Text, workout: Workout, runner: Runner, title: str = "") -> Picture:
    """A session's profile."""
    blocks = tuple(
        BlockWords(
            short=plain(repeat_short(block, text)) if isinstance(block, Repeat) else "",
            full=plain(block_line(block, runner, text)),
        )
        for block in workout.blocks
    )
    chart = SessionChart(
        workout=workout,
        pace_of=pace_of(runner.paces, runner.level),
        title=plain(title or workout_name(workout, text)),
        subtitle=plain(size(workout, runner, text)),
        blocks=blocks,
        minutes=plain(text("unit-minutes")),
    )
    return Picture(session_picture(chart), plain(text("picture-session-alt")))
