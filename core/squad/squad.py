"""A squad's settings: where and when it trains, and who may set its sessions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.athlete import Town
from core.squad.challenge import Challenge
from core.squad.member import Member
from core.squad.weather import NOON, SquadWeather, ToldWeather, WeatherDays
from core.units import Units


class Setters(StrEnum):
    """Who may set, move and cancel sessions."""

    ADMINS = "admins"
    NAMED = "named"


class Missing(StrEnum):
    """What a squad needs to be told before it can begin, in the order it is asked."""

    PLACE = "place"
    DAYS = "days"
    SETTERS = "setters"


@dataclass(frozen=True, slots=True)
class Training:
    """A usual training: weekday 0 (Monday) to 6, `minute` after local midnight."""

    weekday: int
    minute: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A session that repeats every week ("every Tue 19:00, track"); `shorthand` may be empty."""

    weekday: int
    minute: int
    place: str = ""
    shorthand: str = ""


@dataclass(frozen=True, slots=True)
class Squad:
    """What an administrator settled; an empty `zone` or `trainings` was not told yet.

    `weather`: the forecast for a session is looked up. `ephemeral`: *My version* is shown in the
    group to the member alone where Telegram can. `challenges`: the squad takes part in them;
    `challenge` is the one under way. `weather_days` and `weather_minute` (after local midnight) say
    when the group is told of its mornings, `told` what it was told last. What the whole group reads
    is in `units` and 24 or 12 hours.
    """

    zone: str = ""
    place: str = ""
    town: Town | None = None
    trainings: tuple[Training, ...] = ()
    setters: Setters | None = None
    standing: tuple[Standing, ...] = ()
    weather: bool = False
    ephemeral: bool = True
    challenges: bool = False
    units: Units = Units.KM
    clock24: bool = True
    challenge: Challenge | None = None
    weather_days: WeatherDays = WeatherDays.DAILY
    weather_minute: int = NOON
    told: ToldWeather | None = None

    @property
    def missing(self) -> Missing | None:
        """The first thing that was not told yet; None: the squad can begin."""
        if not self.zone:
            return Missing.PLACE
        if not self.trainings:
            return Missing.DAYS
        return Missing.SETTERS if self.setters is None else None

    def weather_on(self, day: date, session: int = 0) -> SquadWeather | None:
        """What the group was told of that day's mornings, in a post or on that session's card."""
        told = self.told
        here = told is not None and (told.on, told.session) == (day, session)
        return told.weather if told is not None and here else None

    def training(self, weekday: int) -> Training | None:
        """The usual training of that weekday."""
        return next((t for t in self.trainings if t.weekday == weekday), None)

    def minute_on(self, weekday: int) -> int | None:
        """When the squad meets on that weekday: its standing session's hour, else the usual."""
        standing = next((s for s in self.standing if s.weekday == weekday), None)
        usual = standing or self.training(weekday)
        return usual.minute if usual else None


def may_set(squad: Squad, member: Member | None, *, admin: bool) -> bool:
    """Whether this person may set sessions; `admin` is what Telegram says of them right now."""
    named = member is not None and member.is_coach
    return named if squad.setters is Setters.NAMED else admin or named


def training_days(trainings: Iterable[Training]) -> tuple[int, ...]:
    """The weekdays, in the week's order."""
    return tuple(sorted({training.weekday for training in trainings}))
