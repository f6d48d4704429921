"""The athlete as the coach knows them: goal, usual week, days, and what asks for care."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.units import Distance, Duration, HeartRate


class Level(StrEnum):
    """How far along the athlete is; decides the library (R13)."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


class RaceDistance(StrEnum):
    """The four distances a season is built for."""

    FIVE_K = "5k"
    TEN_K = "10k"
    HALF = "half"
    MARATHON = "marathon"

    @property
    def distance(self) -> Distance:
        return Distance({"5k": 5000, "10k": 10000, "half": 21097.5, "marathon": 42195}[self.value])


class Priority(StrEnum):
    """A is what the season is for; B gets a mini-taper; C is trained through."""

    A = "a"
    B = "b"
    C = "c"


class Condition(StrEnum):
    """What a doctor should know, or knows; each is a standing rule of safety (coaching.md 1)."""

    HEART = "heart"
    LUNG = "lung"
    KIDNEY = "kidney"
    DIABETES = "diabetes"
    EFFORT_SIGNS = "effort-signs"
    PULSE_MEDICINE = "pulse-medicine"
    PREGNANT = "pregnant"
    POSTPARTUM = "postpartum"


class Spot(StrEnum):
    """Where it hurts."""

    ACHILLES = "achilles"
    CALF = "calf"
    SHIN = "shin"
    ANKLE = "ankle"
    FOOT = "foot"
    HEEL = "heel"
    KNEE = "knee"
    HAMSTRING = "hamstring"
    THIGH = "thigh"
    HIP = "hip"
    GROIN = "groin"
    GLUTE = "glute"
    IT_BAND = "it-band"
    BACK = "back"
    CHEST = "chest"
    OTHER = "other"


class Kit(StrEnum):
    """What is at hand (R23)."""

    GYM = "gym"
    BAND = "band"
    HILL = "hill"
    TRACK = "track"
    FLAT = "flat"
    TREADMILL = "treadmill"


class ResultKind(StrEnum):
    """Where a result came from, in order of trust."""

    RACE = "race"
    TRIAL = "trial"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Result:
    """A time over a distance on a day."""

    distance: Distance
    time: Duration
    on: date
    kind: ResultKind = ResultKind.RACE
    all_out: bool = True
    representative: bool = True


@dataclass(frozen=True, slots=True)
class Renewed:
    """A change of VDOT that training earned and that was told, by its day; the sessions' days."""

    on: date
    change: float
    evidence: tuple[date, ...] = ()
    refused: bool = False


class Ground(StrEnum):
    """How a race's course goes, as far as it is told."""

    FLAT = "flat"
    ROLLING = "rolling"
    HILLY = "hilly"


@dataclass(frozen=True, slots=True)
class RaceDay:
    """What is known of a race's day beside the calendar, by the race's date.

    `gun`: minutes after midnight; `celsius`, `windy`: the air that is expected; `practised`: much
    carbohydrate was tried in training; `skipped`: questions that were waved away; `fresh`: the
    readiness score of the taper's mornings by days before the race; `journal`: the athlete's line.
    """

    on: date
    gun: int | None = None
    ground: Ground | None = None
    celsius: float | None = None
    windy: bool = False
    practised: bool | None = None
    skipped: tuple[str, ...] = ()
    fresh: tuple[tuple[int, float], ...] = ()
    journal: str = ""


@dataclass(frozen=True, slots=True)
class Race:
    """A race goal: what, when, how much it matters and, perhaps, a target time."""

    on: date
    distance: Distance
    priority: Priority = Priority.A
    target: Duration | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Injury:
    """A place with a history; `healed` ones still carry rules (R178)."""

    spot: Spot
    since: date | None = None
    healed: bool = True
    bone: bool = False


@dataclass(frozen=True, slots=True)
class UsualWeek:
    """The usual week of the last four, as told; zeros are an answer."""

    runs: int
    distance: Distance
    longest: Distance


@dataclass(frozen=True, slots=True)
class Town:
    """Where the weather is looked up for who allowed it; coordinates to a tenth of a degree."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch without coaching; `until` is the day on which it goes on, None while it lasts."""

    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Athlete:
    """One coached person; weekdays are 0 (Monday) to 6 (Sunday).

    `race_days`: what is known of races beside the calendar; it outlives the races.
    `breaks_refused` are the days of return from breaks that shall cost no fitness; `asks_cycle`:
    the cycle's day is a question of theirs; `sleeper_told`: when short nights made a plan smaller;
    `lifted`: strength sessions told for a week, by its Monday; `miles`: round ones in a session.
    """

    level: Level
    days: tuple[int, ...]
    long_day: int
    usual: UsualWeek
    started: date
    goal: RaceDistance | None = None
    races: tuple[Race, ...] = ()
    results: tuple[Result, ...] = ()
    birth_year: int | None = None
    conditions: tuple[Condition, ...] = ()
    cleared: tuple[Condition, ...] = ()
    injuries: tuple[Injury, ...] = ()
    kit: tuple[Kit, ...] = ()
    minutes: tuple[tuple[int, int], ...] = ()
    rest_days: tuple[int, ...] = ()
    club_nights: tuple[int, ...] = ()
    measured_distance: bool = True
    can_run_20_min: bool = True
    birth_of_child: date | None = None
    max_pulse: HeartRate | None = None
    threshold_pulse: HeartRate | None = None
    seasons: int = 0
    sits_long: bool = False
    guardian_knows: bool | None = None
    masters_rules: bool = True
    town: Town | None = None
    renewed: tuple[Renewed, ...] = ()
    breaks_refused: tuple[date, ...] = ()
    trial_offered: date | None = None
    asks_cycle: bool = False
    pauses: tuple[Pause, ...] = ()
    sleeper_told: date | None = None
    race_days: tuple[RaceDay, ...] = ()
    lifted: tuple[tuple[date, int], ...] = ()
    miles: bool = False

    def paused_on(self, day: date) -> bool:
        """Whether the day lies in a pause; who comes back today goes on tomorrow."""
        return any(p.since <= day and (p.until is None or day < p.until) for p in self.pauses)

    def age(self, today: date) -> int | None:
        """Age reached this calendar year, or None if the year of birth was not told."""
        return None if self.birth_year is None else today.year - self.birth_year
