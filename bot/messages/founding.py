"""What is asked to settle a squad: where, which days and hours, who sets, and when it is told."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text, plain
from core.squad import Setters, Squad, Training, WeatherDays

TOPIC = "squad"
SETTLES = "founding"
HALF_HOUR = 30
_HOURS = (360, 390, 420, 540, 600, 1050, 1080, 1110, 1140, 1170, 1200, 1230)
_TOLD_AT = (540, 600, 720, 840, 1080, 1200)
CITIES = (
    "london",
    "lisbon",
    "berlin",
    "new-york",
    "los-angeles",
    "sao-paulo",
    "nairobi",
    "sydney",
)


def times(text: Text, trainings: Sequence[Training]) -> str:
    """The usual days and hours: "Tue and Thu 19:00, Sat 9:00"; ready HTML."""
    by_minute: dict[int, list[int]] = {}
    for training in trainings:
        by_minute.setdefault(training.minute, []).append(training.weekday)
    told = [
        text("squad-times", days=Html(text.weekdays(tuple(days))), clock=text.clock(minute))
        for minute, days in sorted(by_minute.items(), key=lambda item: item[1])
    ]
    return ", ".join(told)


def place(text: Text, squad_id: int, *, founding: bool) -> Reply:
    """Where? Cities by button, every other town in a reply."""
    cities = [
        Button(text(f"squad-city-{code}"), pack(SETTLES, "place", squad_id, code))
        for code in CITIES
    ]
    mine = Button(text("squad-place-mine"), pack(SETTLES, "place", squad_id, "mine"))
    rows = (*_in_rows(cities, 2), (mine,), *back(text, squad_id, founding=founding))
    return Reply(text("squad-ask-place" if founding else "squad-change-place"), rows)


def days(text: Text, squad_id: int, picked: Sequence[int], *, founding: bool) -> Reply:
    """Which days? Each button carries what is ticked once it is pressed."""
    ticks = []
    for day in range(7):
        after = sorted({*picked} ^ {day})
        label = ("✓ " if day in picked else "") + text.weekday(day, short=True)
        ticks.append(Button(label, pack(SETTLES, "days", squad_id, _digits(after))))
    done = Button(text("button-done"), pack(SETTLES, "hours", squad_id, _digits(picked)))
    rows: Rows = (tuple(ticks[:4]), tuple(ticks[4:]))
    rows = (*rows, (done,)) if picked else rows
    return Reply(
        text("squad-ask-days" if founding else "squad-change-days"),
        (*rows, *back(text, squad_id, founding=founding)),
    )


def hour(
    text: Text, squad_id: int, picked: Sequence[int], told: Sequence[int], *, founding: bool
) -> Reply:
    """What time on the first day that has none yet?"""
    weekday = text.weekday(picked[len(told)])

    def to(*minutes: int) -> str:
        halves = "".join(f"{minute // HALF_HOUR:02d}" for minute in (*told, *minutes))
        return pack(SETTLES, "hour", squad_id, _digits(picked), halves)

    said = [text("squad-ask-hour" if founding else "squad-change-hour", weekday=weekday)]
    rows: Rows = ()
    if told:
        so_far = times(text, [Training(d, m) for d, m in zip(picked, told, strict=False)])
        said.append(text("squad-ask-hours-so-far", times=Html(so_far)))
        rest = [told[-1]] * (len(picked) - len(told))
        same = text("squad-hour-rest", clock=text.clock(told[-1]))
        rows = ((Button(same, to(*rest)),),)
    said.append(text("squad-ask-hours-words"))
    hours = [Button(text.clock(minute), to(minute)) for minute in _HOURS]
    rows = (*rows, *_in_rows(hours, 4), *back(text, squad_id, founding=founding))
    return Reply("\n".join(said), rows)


def setters(text: Text, squad_id: int, *, founding: bool) -> Reply:
    """Who may set sessions?"""
    rows = tuple(
        (Button(text(f"squad-setters-{who.value}"), pack(SETTLES, "who", squad_id, who.value)),)
        for who in Setters
    )
    asked = text("squad-ask-setters" if founding else "squad-change-setters")
    return Reply(asked, (*rows, *back(text, squad_id, founding=founding)))


def mornings(text: Text, squad_id: int, squad: Squad) -> Reply:
    """On which days is the group told how its mornings were, and when?"""

    def to(label: str, value: object, *, on: bool) -> Button:
        tick = "✓ " if on else ""
        return Button(tick + label, pack(SETTLES, "mornings", squad_id, value))

    days = tuple(
        (to(text(f"squad-mornings-{each.value}"), each.value, on=squad.weather_days is each),)
        for each in WeatherDays
    )
    hours = [to(text.clock(m), m, on=squad.weather_minute == m) for m in _TOLD_AT]
    rows: Rows = days
    if squad.weather_days is WeatherDays.DAILY:
        rows = (*days, *_in_rows(hours, 3))
    return Reply(text("squad-change-mornings"), (*rows, *back(text, squad_id, founding=False)))


def asks(said: str, text: Text, questions: Sequence[str]) -> bool:
    """Whether a message that is replied to asks one of these, by its first line."""
    return any(_first_line(text(question)) in said for question in questions)


def asks_days(said: str, text: Text) -> bool:
    """Whether it asks for days or hours."""
    hours = [
        _first_line(text(question, weekday=text.weekday(day)))
        for question in ("squad-ask-hour", "squad-change-hour")
        for day in range(7)
    ]
    days = ("squad-ask-days", "squad-change-days")
    return asks(said, text, days) or any(hour in said for hour in hours)


def _first_line(asked: str) -> str:
    return plain(asked).partition("\n")[0]


def back(text: Text, squad_id: int, *, founding: bool) -> Rows:
    """The way back to the settings; none while the squad is being founded."""
    if founding:
        return ()
    return ((Button(text("squad-set-back"), pack(TOPIC, "settings", squad_id)),),)


def _in_rows(buttons: Sequence[Button], per_row: int) -> Rows:
    return tuple(tuple(buttons[i : i + per_row]) for i in range(0, len(buttons), per_row))


def _digits(picked: Sequence[int]) -> str:
    return "".join(str(day) for day in sorted(picked))
