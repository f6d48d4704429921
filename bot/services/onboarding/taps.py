"""What a tap answers: every value is checked as if a stranger had made the button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from zoneinfo import available_timezones

from bot.forms import Draft
from bot.services.onboarding.form import GOALS, HEALTH, NONE, UNSAID, Updates
from bot.services.problems import Sorry
from core.athlete import Level, Spot

UNKNOWN = Sorry("sorry-choose")
MOST_WEEK_M = 250_000
MOST_RUNS = 14
MINOR, COACHED = 18, 16


def read_tap(key: str, value: str, draft: Draft, today: date) -> Updates | Sorry:
    """The updates of a tapped value; UNKNOWN for what no button of ours says."""
    reader = _READERS.get(key)
    return reader(value, draft, today) if reader else UNKNOWN


def birth_updates(year: int, today: date) -> Updates:
    """The year, and whether it makes a minor, who is asked one question more."""
    young = year > 0 and today.year - year < MINOR
    return {"birth": year, "minor": young}


def volume_updates(metres: float) -> Updates | Sorry:
    """A usual week in metres, up to what can be believed."""
    if not 0 <= metres <= MOST_WEEK_M:
        return Sorry("sorry-volume", {"told_m": metres, "high_m": MOST_WEEK_M})
    return {"volume": metres}


def longest_updates(metres: float, draft: Draft) -> Updates | Sorry:
    """The longest run, which cannot be more than the whole week."""
    week = draft.get("volume")
    most = float(week) if isinstance(week, int | float) else MOST_WEEK_M
    # a week told in round numbers may be a little short of its longest run
    if metres > most * 1.1:
        return Sorry("sorry-longest", {"week_m": most})
    return {"longest": min(metres, most)}


def _one_of(key: str, allowed: tuple[str, ...]) -> Callable[[str, Draft, date], Updates | Sorry]:
    def read(value: str, _draft: Draft, _today: date) -> Updates | Sorry:
        return {key: value} if value in allowed else UNKNOWN

    return read


def _number(key: str, low: int, high: int) -> Callable[[str, Draft, date], Updates | Sorry]:
    def read(value: str, _draft: Draft, _today: date) -> Updates | Sorry:
        told = _whole(value)
        return {key: told} if told is not None and low <= told <= high else UNKNOWN

    return read


def _none(key: str) -> Callable[[str, Draft, date], Updates | Sorry]:
    def read(value: str, _draft: Draft, _today: date) -> Updates | Sorry:
        return {key: NONE} if value == "none" else UNKNOWN

    return read


def _race_date(value: str, _draft: Draft, today: date) -> Updates | Sorry:
    if value == "none":
        return {"race_date": NONE}
    on = _day(value)
    return {"race_date": value} if on is not None and on > today else UNKNOWN


def _volume(value: str, _draft: Draft, _today: date) -> Updates | Sorry:
    told = _whole(value)
    return UNKNOWN if told is None else volume_updates(told)


def _longest(value: str, draft: Draft, _today: date) -> Updates | Sorry:
    told = _whole(value)
    return UNKNOWN if told is None else longest_updates(told, draft)


def _long_day(value: str, draft: Draft, _today: date) -> Updates | Sorry:
    days = draft.get("days")
    chosen = _whole(value)
    return {"long_day": chosen} if isinstance(days, list) and chosen in days else UNKNOWN


def _result_date(value: str, _draft: Draft, today: date) -> Updates | Sorry:
    if (on := _day(value)) is not None:
        return {"result_date": value} if on <= today else UNKNOWN
    months = _whole(value)
    if months is None or not 0 <= months <= 24:
        return UNKNOWN
    return {"result_date": (today - timedelta(days=round(months * 30.4))).isoformat()}


def _birth(value: str, _draft: Draft, today: date) -> Updates | Sorry:
    year = _whole(value)
    if year is None or (year and not 1920 <= year <= today.year):
        return UNKNOWN
    return birth_updates(year, today)


def _health(value: str, _draft: Draft, _today: date) -> Updates | Sorry:
    if value == "none":
        return {"health": []}
    return {"health": [UNSAID]} if value == UNSAID else UNKNOWN


def _place(value: str, _draft: Draft, _today: date) -> Updates | Sorry:
    """One of several places of a name: its zone, with dots for slashes."""
    zone = value.replace(".", "/")
    if zone not in available_timezones():
        return UNKNOWN
    return {"place": {"name": zone.rpartition("/")[2].replace("_", " "), "zone": zone}}


def _whole(value: str) -> int | None:
    try:
        return int(value)
    except ValueError:
        return None


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


PICKS: dict[str, tuple[str, ...]] = {
    "days": tuple(str(d) for d in range(7)),
    "health": tuple(c for c in HEALTH if c != UNSAID),
}
"""Questions that take several answers, and which."""


def picked(key: str, chosen: list[str]) -> Updates | Sorry:
    """What *Done* makes of the picked answers."""
    if key == "days":
        days = sorted(int(day) for day in chosen)
        if not days:
            return Sorry("sorry-days")
        if len(days) == 1:
            return Sorry("onboarding-one-day")
        return {"days": list(days)}
    return {"health": [c for c in HEALTH if c in chosen]}


_READERS: dict[str, Callable[[str, Draft, date], Updates | Sorry]] = {
    "goal": _one_of("goal", GOALS),
    "race_date": _race_date,
    "level": _one_of("level", tuple(level.value for level in Level)),
    "runs": _number("runs", 0, MOST_RUNS),
    "volume": _volume,
    "longest": _longest,
    "run20": _one_of("run20", ("yes", "walk", "no")),
    "long_day": _long_day,
    "result": _none("result"),
    "result_date": _result_date,
    "birth": _birth,
    "guardian": _one_of("guardian", ("yes", "no")),
    "health": _health,
    "spot": _one_of("spot", tuple(spot.value for spot in Spot)),
    "score": _number("score", 0, 10),
    "hour": _number("hour", 0, 1439),
    "place": _place,
}
