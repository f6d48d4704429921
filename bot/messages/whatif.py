"""*What if?*: what could be asked, the days to tick, and the season beside itself."""

from __future__ import annotations

from datetime import date, timedelta

from bot.callbacks import pack
from bot.messages.reasons import spoken
from bot.messages.steps import Runner
from bot.reply import Button, Reply
from bot.text import Html, Text, numbers
from core.season import Refusal
from core.season.glance import Glance
from core.units import Distance, Duration

TOPIC = "whatif"
FEWEST_DAYS = 2
WEEKS_OFFERED = 4
Seasons = tuple[Glance, Glance]
"""The season as it is, and as it would be."""


def menu(text: Text) -> Reply:
    """Three questions that can be asked without changing anything."""
    asked = ("days", "race", "away")
    rows = tuple((Button(text(f"button-whatif-{name}"), pack(TOPIC, name)),) for name in asked)
    return Reply(text("whatif-head"), rows)


def days(ticked: tuple[int, ...], text: Text) -> Reply:
    """The weekdays, ticked or not; each button carries what it would make of them."""

    def toggle(day: int) -> Button:
        after = set(ticked) ^ {day}
        label = ("✓ " if day in ticked else "") + text.weekday(day, short=True)
        return Button(label, pack(TOPIC, "days", _digits(tuple(after))))

    see = Button(text("button-show-me"), pack(TOPIC, "see", _digits(ticked)))
    enough = ((see,),) if len(ticked) >= FEWEST_DAYS else ()
    week = tuple(map(toggle, range(4))), tuple(map(toggle, range(4, 7)))
    return Reply(text("whatif-days-ask"), (*week, *enough, (_back(text),)))


def on_days(
    ticked: tuple[int, ...], long_day: int, seasons: Seasons, runner: Runner, text: Text
) -> Reply:
    """The season on those days beside the one there is."""
    listed, long_ = text.weekdays(ticked), text.weekday(long_day, short=True)
    said = [
        text("whatif-on-days", days=Html(listed), long=long_),
        compared(seasons, runner, text),
    ]
    digits = _digits(ticked)
    take = Button(text("button-take-days"), pack(TOPIC, "take", digits))
    picture = Button(text("button-picture"), pack(TOPIC, "picture", digits))
    other = Button(text("button-whatif-days"), pack(TOPIC, "days", digits))
    return Reply("\n\n".join(said), ((take,), (picture, other), (_leave(text),)))


def race(text: Text) -> Reply:
    """How a race is tried: told in words, it is shown before it is taken on."""
    return Reply(text("whatif-race"), ((_back(text),),))


def weeks(mondays: tuple[date, ...], text: Text) -> Reply:
    """Which week away?"""
    rows = tuple(
        (Button(text("button-week-of", day=first), pack(TOPIC, "week", n)),)
        for n, first in enumerate(mondays, start=1)
    )
    return Reply(text("whatif-away-ask"), (*rows, (_back(text),)))


def without_week(first: date, seasons: Seasons, runner: Runner, text: Text) -> Reply:
    """The season without that week's running; taken, it is laid as days away and can be undone."""
    last = first + timedelta(days=6)
    said = [text("whatif-without", first=first, last=last), compared(seasons, runner, text)]
    said.append(text("away-runs-ask"))
    span = first.isoformat(), last.isoformat()
    rests = Button(text("away-rests"), pack("away", "rests", *span))
    runs = Button(text("away-runs"), pack("away", "runs", *span))
    return Reply("\n\n".join(said), ((rests,), (runs,), (_leave(text),)))


def taken(ticked: tuple[int, ...], text: Text) -> Reply:
    """The plan runs on those days."""
    return Reply(text("settings-days-plan", days=Html(text.weekdays(ticked))))


def refused(refusal: Refusal, text: Text) -> Reply:
    """Why there is no such season."""
    return Reply(text("whatif-refused", reasons=Html(spoken(refusal.why, text))), ((_back(text),),))


def left(text: Text) -> Reply:
    """Nothing has changed."""
    return Reply(text("whatif-left"))


def compared(seasons: Seasons, runner: Runner, text: Text) -> str:
    """Five lines: what it would be, and what it is."""
    by_minutes = not runner.measured or runner.paces is None or not runner.paces.shown
    now, then = (_numbers(season, text, by_minutes=by_minutes) for season in seasons)
    return "\n".join(_line(name, now[name], then[name], text) for name in now)


def _numbers(season: Glance, text: Text, *, by_minutes: bool) -> dict[str, str]:
    return {
        "weeks": str(season.weeks),
        "biggest": _time(season.biggest_time, text) if by_minutes else _road(season.biggest, text),
        "longest": _time(season.longest_time, text) if by_minutes else _road(season.longest, text),
        "runs": str(season.runs),
        "hard": str(season.hard),
    }


def _line(name: str, now: str, then: str, text: Text) -> str:
    what = text(f"whatif-{name}")
    if now == then:
        return text("whatif-same", what=what, then=then)
    return text("whatif-other", what=what, then=then, now=now)


def _time(time: Duration, text: Text) -> str:
    return str(text.write(Duration.of_minutes(round(time.minutes / 5) * 5)))


def _road(distance: Distance, text: Text) -> str:
    return numbers.road(Distance(round(distance.metres, -3)), text.tongue)


def _digits(days_: tuple[int, ...]) -> str:
    """Weekdays as a button carries them: "1246"; none is "-"."""
    return "".join(map(str, sorted(days_))) or "-"


def _back(text: Text) -> Button:
    return Button(text("button-back"), pack(TOPIC, "menu"))


def _leave(text: Text) -> Button:
    return Button(text("race-leave"), pack(TOPIC, "leave"))
