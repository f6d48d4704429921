"""The buttons under each question of onboarding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from bot.callbacks import pack
from bot.forms import Draft
from bot.reply import Button, Rows
from bot.text import Text
from core.athlete import Condition, Level, RaceDistance, Spot
from core.units import METRES_PER_MILE, Units

TOPIC = "onboarding"

_KM = (10, 20, 30, 40, 50, 60, 80, 100)
_MILES = (5, 10, 15, 20, 25, 30, 40, 50, 60)
_LONGEST_KM = (3, 5, 8, 10, 12, 15, 18, 21, 25, 30)
_LONGEST_MILES = (2, 3, 4, 5, 6, 8, 10, 13, 16, 18)
_HOURS = (300, 330, 360, 390, 420, 450, 480, 540)
_RESULT_MONTHS = (1, 3, 6)
_HEALTH = ("hurts", *(c.value for c in Condition))


def rows(text: Text, key: str, draft: Draft, options: str = "") -> Rows:
    """The rows for a question; `options` are the meanings of an answer that had several."""
    if options:
        pairs = [line.partition("=") for line in options.splitlines()]
        return tuple(_one(option_label(label, text), key, value) for value, _, label in pairs)
    made = _ROWS.get(key)
    return made(text, draft) if made else ()


def option_label(label: str, text: Text) -> str:
    """A meaning's label as it stands, or a date in words; Telegram shows labels as plain text."""
    try:
        return text.full_day(date.fromisoformat(label))
    except ValueError:
        return label


def _one(label: str, key: str, value: object) -> tuple[Button, ...]:
    return (Button(label, pack(TOPIC, "set", key, value)),)


def _grid(key: str, labelled: Sequence[tuple[str, object]], per_row: int) -> Rows:
    buttons = [Button(label, pack(TOPIC, "set", key, value)) for label, value in labelled]
    return tuple(tuple(buttons[i : i + per_row]) for i in range(0, len(buttons), per_row))


def _choices(text: Text, key: str, values: Sequence[str], per_row: int) -> Rows:
    return _grid(key, [(text(f"{key}-{value}"), value) for value in values], per_row)


def _distances(text: Text, key: str, km: Sequence[int], miles: Sequence[int]) -> Rows:
    if text.tongue.units is Units.MILES:
        return _grid(key, [(f"{n} mi", round(n * METRES_PER_MILE)) for n in miles], per_row=4)
    return _grid(key, [(f"{n} km", n * 1000) for n in km], per_row=4)


def _goal(text: Text, _draft: Draft) -> Rows:
    goals = (*(d.value for d in RaceDistance), "fitter", "coach")
    return _choices(text, "goal", goals, per_row=2)


def _volume(text: Text, _draft: Draft) -> Rows:
    other = Units.KM if text.tongue.units is Units.MILES else Units.MILES
    switch = Button(text(f"button-in-{other.value}"), pack(TOPIC, "units", other.value))
    return (*_distances(text, "volume", _KM, _MILES), (switch,))


def _picked(draft: Draft, key: str) -> set[str]:
    told = draft.get(f"{key}_picked")
    return {str(item) for item in told} if isinstance(told, list) else set()


def _ticked(label: str, *, on: bool) -> str:
    return f"✓ {label}" if on else label


def _days(text: Text, draft: Draft) -> Rows:
    picked = _picked(draft, "days")
    buttons = [
        Button(
            _ticked(text.weekday(d, short=True), on=str(d) in picked),
            pack(TOPIC, "pick", "days", d),
        )
        for d in range(7)
    ]
    done = (Button(text("button-done"), pack(TOPIC, "done", "days")),)
    return (tuple(buttons[:4]), tuple(buttons[4:]), done)


def _long_day(text: Text, draft: Draft) -> Rows:
    days = draft.get("days")
    chosen = [int(str(d)) for d in days] if isinstance(days, list) else []
    return _grid("long_day", [(text.weekday(d, short=True), d) for d in chosen], per_row=4)


def _result_date(text: Text, _draft: Draft) -> Rows:
    labelled: list[tuple[str, object]] = [(text("result-this-month"), "0")]
    labelled += [(text("result-months", months=m), str(m)) for m in _RESULT_MONTHS]
    labelled += [(text("result-year"), "12")]
    return _grid("result_date", labelled, per_row=3)


def _health(text: Text, draft: Draft) -> Rows:
    picked = _picked(draft, "health")
    ticks = [
        (Button(_ticked(text(f"health-{c}"), on=c in picked), pack(TOPIC, "pick", "health", c)),)
        for c in _HEALTH
    ]
    last = (
        Button(text("button-none"), pack(TOPIC, "set", "health", "none")),
        Button(text("health-unsaid"), pack(TOPIC, "set", "health", "unsaid")),
    )
    return (*ticks, last, (Button(text("button-done"), pack(TOPIC, "done", "health")),))


def _spot(text: Text, _draft: Draft) -> Rows:
    spots = [(text(f"spot-{s.value}"), s.value) for s in Spot if s is not Spot.CHEST]
    return _grid("spot", spots, per_row=3)


def _guardian(text: Text, _draft: Draft) -> Rows:
    return _grid("guardian", [(text("button-yes"), "yes"), (text("button-no"), "no")], per_row=2)


_ROWS: dict[str, Callable[[Text, Draft], Rows]] = {
    "goal": _goal,
    "race_date": lambda text, _: (_one(text("button-no-race"), "race_date", "none"),),
    "level": lambda text, _: _choices(text, "level", [lv.value for lv in Level], per_row=1),
    "runs": lambda _text, _: _grid("runs", [(str(n), n) for n in range(8)], per_row=4),
    "volume": _volume,
    "longest": lambda text, _: _distances(text, "longest", _LONGEST_KM, _LONGEST_MILES),
    "run20": lambda text, _: _choices(text, "run20", ["yes", "walk", "no"], per_row=1),
    "days": _days,
    "long_day": _long_day,
    "result": lambda text, _: (_one(text("button-no-result"), "result", "none"),),
    "result_date": _result_date,
    "birth": lambda text, _: (_one(text("button-skip"), "birth", "0"),),
    "guardian": _guardian,
    "health": _health,
    "spot": _spot,
    "score": lambda _text, _: _grid("score", [(str(n), n) for n in range(11)], per_row=6),
    "hour": lambda text, _: _grid("hour", [(text.clock(m), m) for m in _HOURS], per_row=4),
}
