"""/taper: the countdown, what stays and goes, the days to the race; behind it why, and nerves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.callbacks import pack
from bot.charts.look import Look
from bot.charts.volume import VolumeChart, volume_picture
from bot.charts.volume import Window as Bar
from bot.messages.racewords import in_sentence, name
from bot.messages.reasons import spoken
from bot.messages.session import short
from bot.messages.steps import Runner
from bot.reply import Button, Picture, Reply, Rows
from bot.text import Html, Text, numbers, plain
from core.athlete import Level, Priority, Race, RaceDay
from core.plan import Plan
from core.raceday import Curve, Feel, Freshness, Stage, Window, easy_until
from core.reasons import Reason
from core.taper import SMALL_WEEK
from core.units import Distance

TOPIC = "taper"
RULES = ("cut", "length", "frequency", "long", "strength", "answers", "peak")
"""What stands behind *Why*, in this order."""
MOST_LINES = 10
"""What a card holds without scrolling (coaching.md 10)."""
FAR_DAYS = 28
"""A gate of today says nothing about a race so far away (ours)."""
MOST_SHARE = 1.05
"""A taper that held more than its big weeks was not measured (ours)."""


def none(text: Text, *, races: bool) -> Reply:
    """No race: one is asked for, where racing is open at all."""
    if not races:
        return Reply(text("taper-no-race-gate"))
    return Reply(text("taper-no-race"), ((_races(text),),))


def held(race: Race, why: Sequence[Reason], text: Text, *, days: int = 0) -> Reply:
    """A gate stands before the race, `days` away, or the plan leaves it out."""
    named, day = Html(name(race, text)), text.full_day(race.on)
    if not why:
        said = text("raceday-left-out-of-plan", race=named, day=day)
    elif days > FAR_DAYS:
        facts = {"race": named, "why": Html(spoken(why, text))}
        said = text("taper-held-far", **facts, day=day, weeks=days // 7)
    else:
        said = text("taper-held", race=named, day=day, why=Html(spoken(why, text)))
    return Reply(said, ((_races(text),),))


def card(
    drawn: Curve,
    plan: Plan,
    days: Sequence[date],
    runner: Runner,
    text: Text,
    *,
    age: int | None,
    feel: Freshness | None = None,
    journal: RaceDay | None = None,
) -> Reply:
    """Where the athlete stands: before it, in it, in a mini-taper, or in none."""
    race, today = drawn.race, days[0]
    said = _head(drawn, today, runner, text)
    if feel is not None:
        said.append(_feel(feel, text))
    if drawn.stage in {Stage.IN, Stage.MINI}:
        said += [_day(plan, on, runner, text) for on in days]
    if race.priority is not Priority.A:
        said.append(text("taper-after", until=text.day(easy_until(race, age))))
    if journal is not None and len(said) < MOST_LINES:
        line = text("raceday-journal", day=text.full_day(journal.on), line=journal.journal)
        said.append(line)
    return Reply("\n".join(said), _rows(drawn, text))


def _head(drawn: Curve, today: date, runner: Runner, text: Text) -> list[str]:
    race, away = drawn.race, (drawn.race.on - today).days
    facts: dict[str, str | Html] = {"race": Html(name(race, text)), "day": text.full_day(race.on)}
    left = Html(text("taper-left", days=away))
    if drawn.stage is Stage.NONE:
        return [text("taper-none", **facts)]
    if drawn.stage is Stage.MINI:
        return [text("taper-mini", **facts, left=left)]
    if drawn.stage is Stage.BEFORE and race.priority is Priority.B:
        return [text("taper-mini-before", **facts, starts=text.day(drawn.starts))]
    if drawn.stage is Stage.BEFORE:
        wait = (drawn.starts - today).days
        begins = text("taper-before", **facts, starts=text.day(drawn.starts), days=wait)
        return [begins, _planned(drawn, text)]
    easy = runner.level is Level.BEGINNER
    stays = text("taper-stays-easy" if easy else "taper-stays", legs=text.day(drawn.no_legs_from))
    about = " ".join([*_volume(drawn, today, runner, text), stays])
    return [text("taper-head", **facts, left=left), about]


def _planned(drawn: Curve, text: Text) -> str:
    """What the windows will hold by the rule, and when the last long run is due."""
    shares = [text("taper-share", percent=round(100 * share)) for share in drawn.shares]
    return text("taper-plan", shares=Html(text.listed(shares)), long=text.day(drawn.last_long))


def _volume(drawn: Curve, today: date, runner: Runner, text: Text) -> list[str]:
    """The share of today's window; how big the big weeks are for who counts distance.

    Nothing where the weeks before were hardly told of: a share of them would mean nothing.
    """
    window = drawn.window(today)
    if window is None or not _measured(drawn):
        return []
    percent = round(100 * window.share)
    by_minutes = runner.paces is None or not runner.paces.shown or not runner.measured
    if by_minutes:
        return [text("taper-volume-time", percent=percent)]
    big = numbers.road(Distance(round(drawn.big.metres / 1000) * 1000), text.tongue)
    return [text("taper-volume", percent=percent, big=big)]


def _measured(drawn: Curve) -> bool:
    """Whether the big weeks were told of, so that what is left of them can be measured."""
    cut = [window.share for window in drawn.windows if window.wanted is not None]
    return drawn.big.metres > 0 and max(cut, default=0.0) <= MOST_SHARE


def _feel(feel: Freshness, text: Text) -> str:
    if feel.feel is Feel.UNKNOWN or feel.mean is None:
        return text("taper-feel-unknown" if feel.races else "taper-feel-unknown-first")
    mean = round(feel.mean)
    if feel.feel is Feel.FIRST or feel.before is None or feel.last is None:
        return text("taper-feel-first", mean=mean)
    facts = {"mean": mean, "before": round(feel.before)}
    return text(f"taper-feel-{feel.feel.value}", last=text.full_day(feel.last), **facts)


def _day(plan: Plan, on: date, runner: Runner, text: Text) -> str:
    session = plan.on(on)
    if session is None:
        return text("week-day-rest", day=text.day(on))
    hard = session.hard or session.race is not None
    said = Html(short(session, runner, text))
    return text("week-day-hard" if hard else "week-day", day=text.day(on), session=said)


def _rows(drawn: Curve, text: Text) -> Rows:
    priority = drawn.race.priority.value
    why = Button(text("taper-button-why"), pack(TOPIC, "why", priority))
    nerves = Button(text("taper-button-nerves"), pack(TOPIC, "nerves"))
    on = drawn.race.on.isoformat()
    race = Button(text("taper-button-plan"), pack("raceday", "plan", on))
    return ((why, nerves), (race, _races(text)))


def _races(text: Text) -> Button:
    return Button(text("taper-button-race"), pack("race", "list"))


def why(priority: str, text: Text) -> Reply:
    """The rules with their sources; a B or a C race has its own."""
    said = [text("taper-why")]
    if priority in {Priority.B, Priority.C}:
        said.append(text(f"taper-why-{priority}"))
    small = numbers.road(Distance.of_km(round(SMALL_WEEK.km)), text.tongue)
    said += [text(f"taper-why-{rule}", small=small) for rule in RULES]
    return Reply("\n\n".join(said))


def nerves(text: Text) -> Reply:
    """Taper nerves, explained (R150)."""
    return Reply(text("taper-nerves"))


def picture(drawn: Curve, today: date, text: Text, look: Look = Look.DARK) -> Picture | None:
    """The volume curve against the big weeks; None where there is nothing to measure by."""
    if not _measured(drawn):
        return None
    race, within = plain(name(drawn.race, text)), plain(in_sentence(drawn.race, text))
    chart = VolumeChart(
        windows=tuple(_bar(window, today, text) for window in drawn.windows),
        peak=drawn.big.metres,
        peak_words=plain(text("taper-picture-peak")),
        title=plain(text("taper-picture-title", race=race)),
        subtitle=plain(text("taper-picture-subtitle")),
        race=drawn.race.priority,
        race_words=plain(text.day(drawn.race.on)),
        hard=plain(text("taper-picture-hard")),
    )
    return Picture(volume_picture(chart, look), plain(text("taper-picture-alt", race=within)))


def _date(day: date, text: Text) -> str:
    """A date without its weekday: a bar is narrow."""
    return text("taper-picture-day", day=day.day, month=text(f"month-short-{day.month}"))


def _bar(window: Window, today: date, text: Text) -> Bar:
    label = text(
        "taper-picture-label", first=_date(window.first, text), last=_date(window.last, text)
    )
    return Bar(
        amount=window.metres,
        share=plain(text("taper-share", percent=round(100 * window.share))),
        label=plain(label),
        hard=window.hard,
        big=window.wanted is None,
        now=window.first <= today <= window.last,
    )
