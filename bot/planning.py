"""`nextgear plan`: a season in the terminal, without any database."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, timedelta

from bot.clock import RealClock
from bot.messages.plan import phases
from bot.messages.reasons import spoken
from bot.messages.session import short
from bot.messages.steps import Runner
from bot.services.problems import Sorry, sorry_for
from bot.storage.codec import encode
from bot.text import Html, Text, Texts, Tongue, plain
from bot.understand.births import read_birth_year
from bot.understand.dates import read_date
from bot.understand.problems import OutOfRange, Unclear
from bot.understand.races import RaceHeard, read_race
from bot.understand.results import ResultHeard, read_result
from bot.understand.volumes import VolumeHeard, read_weekly_volume
from bot.understand.weekdays import WeekdaysHeard, read_weekdays
from core.activity import Log
from core.athlete import Athlete, Level, Priority, Race, RaceDistance, Result, UsualWeek
from core.content import load_content
from core.fitness import effective_fitness, vdot
from core.level import honest_level
from core.paces import paces_for
from core.plan import Plan, Week
from core.season import Refusal, build_plan
from core.units import Distance, Units

OK, USAGE, REFUSED = 0, 2, 1


class Unreadable(ValueError):
    """An option that makes no sense; the text says what is right."""


async def plan(_settings: object, options: argparse.Namespace) -> int:
    """Print the season, or one line that says which option is wrong."""
    content = load_content()
    tongue = Tongue(units=Units(options.units))
    text = Texts(content.words).of(tongue)
    try:
        today = _today(options)
        athlete = athlete_of(options, today, text)
    except Unreadable as error:
        sys.stderr.write(f"nextgear plan: {error}\n")
        return USAGE
    fitness = effective_fitness(athlete, Log(), today)
    start = today + timedelta(days=1)
    made = build_plan(athlete, Log(), content.library, content.phases, fitness, start)
    runner = Runner(paces_for(fitness.vdot) if fitness else None, athlete.level)
    if options.json:
        sys.stdout.write(json.dumps(encode(made), indent=1, default=str) + "\n")
    elif isinstance(made, Refusal):
        sys.stdout.write(plain(refusal(made, text)) + "\n")
    else:
        sys.stdout.write(plain(season(made, runner, text)) + "\n")
    return REFUSED if isinstance(made, Refusal) else OK


def _today(options: argparse.Namespace) -> date:
    now = RealClock().now().date()
    if options.today is None:
        return now
    read = read_date(options.today, now)
    if not isinstance(read, date):
        raise Unreadable(f"--today {options.today!r} is no date: write it like 2027-01-04")
    return read


def athlete_of(options: argparse.Namespace, today: date, text: Text) -> Athlete:
    """The athlete that the options tell of; Unreadable names the first that makes no sense."""
    races = tuple(sorted((_race(told, today, text) for told in options.race), key=_day_of))
    days = _days(options, text)
    usual = _week(options, len(days.days), text)
    results = tuple(_result(told, today, text) for told in options.recent)
    best = max((vdot(r.distance, r.time) for r in results), default=None)
    goal = _goal(races)
    return Athlete(
        level=honest_level(Level(options.level), usual, best),
        days=days.days,
        long_day=days.long if days.long is not None else days.days[-1],
        usual=usual,
        started=today,
        goal=goal,
        races=races,
        results=results,
        birth_year=_birth(options, today, text),
        miles=text.tongue.units is Units.MILES,
    )


def _day_of(race: Race) -> date:
    return race.on


def _race(told: str, today: date, text: Text) -> Race:
    heard = read_race(told, today)
    if isinstance(heard, OutOfRange | Unclear):
        raise Unreadable(f"--race {told!r}: {_said(sorry_for(heard), text)}")
    if not isinstance(heard, RaceHeard) or heard.on is None or heard.distance is None:
        raise Unreadable(f'--race {told!r} needs a distance and a date: --race "10k 2027-05-09"')
    priority = heard.priority or Priority.A
    return Race(heard.on, heard.distance, priority, heard.target, heard.name)


def _result(told: str, today: date, text: Text) -> Result:
    heard = read_result(told, today)
    if isinstance(heard, OutOfRange | Unclear):
        raise Unreadable(f"--recent {told!r}: {_said(sorry_for(heard), text)}")
    if not isinstance(heard, ResultHeard):
        raise Unreadable(f'--recent {told!r} is no result: --recent "5k 24:30"')
    return Result(heard.distance, heard.time, heard.on or today)


def _days(options: argparse.Namespace, text: Text) -> WeekdaysHeard:
    heard = read_weekdays(options.days.replace(",", " "))
    if isinstance(heard, OutOfRange | Unclear):
        raise Unreadable(f"--days {options.days!r}: {_said(sorry_for(heard), text)}")
    if not isinstance(heard, WeekdaysHeard) or len(heard.days) < 2:
        raise Unreadable(f"--days {options.days!r} needs two days or more: --days tue,thu,sat,sun")
    return heard


def _week(options: argparse.Namespace, days: int, text: Text) -> UsualWeek:
    miles = Units(options.units) is Units.MILES
    heard = read_weekly_volume(options.weekly, miles=miles)
    if isinstance(heard, OutOfRange | Unclear):
        raise Unreadable(f"--weekly {options.weekly!r}: {_said(sorry_for(heard), text)}")
    if not isinstance(heard, VolumeHeard) or heard.distance is None:
        raise Unreadable(f"--weekly {options.weekly!r} is no distance: --weekly 35km")
    longest = heard.longest or Distance(heard.distance.metres * 0.35)
    return UsualWeek(heard.runs if heard.runs is not None else days, heard.distance, longest)


def _birth(options: argparse.Namespace, today: date, text: Text) -> int | None:
    if options.born is None:
        return None
    heard = read_birth_year(options.born, today)
    if isinstance(heard, OutOfRange | Unclear):
        raise Unreadable(f"--born {options.born!r}: {_said(sorry_for(heard), text)}")
    if heard is None:
        raise Unreadable(f"--born {options.born!r} is no year: --born 1984")
    return heard


def _goal(races: tuple[Race, ...]) -> RaceDistance | None:
    goals = [race for race in races if race.priority is Priority.A]
    if not goals:
        return None
    metres = goals[0].distance.metres
    return min(RaceDistance, key=lambda d: abs(d.distance.metres - metres))


def _said(sorry: Sorry, text: Text) -> str:
    return plain(text.told(sorry.code, {k: v for k, v in sorry.facts.items() if k != "options"}))


def season(made: Plan, runner: Runner, text: Text) -> str:
    """The whole season: phases, then every week with its days."""
    said = [*phases(made, text)]
    if made.why:
        said += ["", spoken(made.why, text, most=5)]
    for week in made.weeks:
        said += ["", _week_head(week, text)]
        said += [
            f"  {text.day(s.on):<11} {short(s, runner, text)}"
            for s in made.between(week.starts, week.ends)
        ]
    return "\n".join(said)


def _week_head(week: Week, text: Text) -> str:
    phase, kind = text(f"phase-{week.phase.value}"), text(f"kind-{week.kind.value}")
    head = f"{text.full_day(week.starts)} · {phase}, {kind}"
    volume = Distance(round(week.volume.metres / 1000) * 1000)
    return f"{head} · {text.write(volume)}" if volume.metres else head


def refusal(made: Refusal, text: Text) -> str:
    """Why there is no such season, and what could be instead."""
    said = [text("plan-refused", reasons=Html(spoken(made.why, text)))]
    said += [
        "- " + text("offer-race", distance=text(f"goal-{o.distance.value}"), day=o.on)
        for o in made.offers
    ]
    return "\n".join(said)
