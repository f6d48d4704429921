"""A squad's card in its group, the three questions, the settings, and words over a button."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.messages import founding, squad
from bot.reply import Reply
from core.squad import Member, Setters, Squad, Training, WeatherDays
from tests.messages.recording import Case, Cases

NEW = Squad()
PLACED = Squad(zone="Europe/Lisbon", place="Lisbon")
HOURS = Squad(
    zone="Europe/Lisbon",
    place="Lisbon",
    trainings=(Training(1, 1140), Training(3, 1140), Training(5, 540)),
)
BEGUN = Squad(HOURS.zone, HOURS.place, None, HOURS.trainings, Setters.ADMINS)
NAMED = Squad(
    HOURS.zone,
    HOURS.place,
    None,
    HOURS.trainings,
    Setters.NAMED,
    weather=True,
    ephemeral=False,
    challenges=True,
)
COUNTED = replace(BEGUN, weather_days=WeatherDays.WITH_POSTS, weather_minute=1080)
UNCOUNTED = replace(BEGUN, weather_days=WeatherDays.NEVER)
TITLE = "Track <b>Tuesday"
JOINED = date(2026, 11, 26)
MANY = tuple(
    Member(number, f"Runner {number} with quite a long name", JOINED, is_coach=number == 2)
    for number in range(1, 12)
)

TOLD = {
    "squad-admins-only": {},
    "squad-place-unknown": {},
    "squad-place-none": {},
    "squad-place-several": {"places": "Springfield, Illinois; Springfield, Missouri"},
    "squad-times-unclear": {},
    "squad-last-coach": {},
    "squad-weather-no-town": {},
    "squad-topic-here": {},
    "squad-topic-closed": {},
    "squad-link-new": {},
    "squad-gone": {},
    "squad-already": {},
    "squad-busy": {},
    "squad-noted": {},
    "squad-in-private": {},
    "squad-private-moved": {"title": TITLE},
    "menu-squad-group": {},
}


def _card(settled: Squad, count: int = 0, coaches: tuple[str, ...] = ()) -> Case:
    return lambda text: squad.card(text, 7, TITLE, settled, count=count, coaches=coaches)


def _settings(settled: Squad, coaches: tuple[str, ...] = (), *, topic: bool = False) -> Case:
    return lambda text: squad.settings(
        text, 7, TITLE, settled, coaches=coaches, topic=topic, looks_up=not topic or bool(coaches)
    )


CASES: Cases = {
    "asks-place": _card(NEW),
    "asks-days": _card(PLACED),
    "asks-setters": _card(HOURS),
    "ticked": lambda text: founding.days(text, 7, (1, 3), founding=True),
    "hour-first": lambda text: founding.hour(text, 7, (1, 3, 5), (), founding=True),
    "hour-next": lambda text: founding.hour(text, 7, (1, 3, 5), (1140,), founding=True),
    "nobody": _card(BEGUN),
    "one": _card(BEGUN, 1),
    "many": _card(NAMED, 12, ("Ana", "Rui & Co", "Bea")),
    "settings": _settings(BEGUN),
    "settings-named": _settings(NAMED, ("Ana",), topic=True),
    "settings-no-forecast": _settings(BEGUN, topic=True),
    "change-place": lambda text: founding.place(text, 7, founding=False),
    "change-days": lambda text: founding.days(text, 7, (1,), founding=False),
    "change-hour": lambda text: founding.hour(text, 7, (1,), (), founding=False),
    "change-mornings": lambda text: founding.mornings(text, 7, BEGUN),
    "change-mornings-with-posts": lambda text: founding.mornings(text, 7, COUNTED),
    "settings-mornings": _settings(COUNTED),
    "settings-no-mornings": _settings(UNCOUNTED),
    "change-setters": lambda text: founding.setters(text, 7, founding=False),
    "coaches": lambda text: squad.coaches(text, 7, MANY, 0),
    "coaches-last": lambda text: squad.coaches(text, 7, MANY, 1),
    "coaches-nobody": lambda text: squad.coaches(text, 7, (), 0),
    "private-only": lambda text: squad.private_only(text, "https://t.me/NextgearBot"),
    "told": lambda text: Reply(
        "\n\n".join(f"{code}: {text(code, **facts)}" for code, facts in TOLD.items())
    ),
}
