"""The six zones: talk test and RPE first, then heart rate with its error, then pace (R37)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.athlete import Athlete, Condition
from core.paces import Paces
from core.units import Duration, HeartRate, Pace


class ZoneName(StrEnum):
    """What each zone is, easiest first."""

    RECOVERY = "recovery"
    EASY = "easy"
    STEADY = "steady"
    THRESHOLD = "threshold"
    INTERVAL = "interval"
    SPRINT = "sprint"


class Talk(StrEnum):
    """How much can be said (R28, R31, R45)."""

    SING = "sing"
    CHAT = "chat"
    SHORT_SENTENCES = "short-sentences"
    PHRASES = "phrases"
    ALMOST_NONE = "almost-none"
    CANNOT_THINK = "cannot-think"


class PulseSource(StrEnum):
    """Where heart rates come from, the most trusted first; a formula is only an estimate."""

    THRESHOLD = "threshold"
    RESERVE = "reserve"
    MAXIMUM = "maximum"
    FORMULA = "formula"


class Formula(StrEnum):
    """Formulas for the maximum heart rate; each is off by about ten beats for one person."""

    TANAKA = "tanaka"
    NES = "nes"
    GELLISH = "gellish"
    FOX = "fox"
    GULATI = "gulati"


_FORMULAS = {
    Formula.TANAKA: (208.0, 0.7),  # Tanaka, Monahan & Seals 2001
    Formula.NES: (211.0, 0.64),  # Nes 2013
    Formula.GELLISH: (207.0, 0.7),  # Gellish 2007
    Formula.FOX: (220.0, 1.0),  # Fox 1971
    Formula.GULATI: (206.0, 0.88),  # women, Gulati 2010
}
FORMULA_ERROR = 10
"""Standard error of the formulas, beats; zones from one carry it and never lead."""
NO_PULSE_UNDER = Duration(180)
"""Heart rate lags by one to three minutes: no target for shorter repeats."""


@dataclass(frozen=True, slots=True)
class PulseRange:
    """Beats from low to high; `error` is 0 where they were measured."""

    low: HeartRate
    high: HeartRate
    source: PulseSource
    error: int = 0


@dataclass(frozen=True, slots=True)
class PaceRange:
    """From the slower to the faster end; easy zones have only "not faster than" (R40)."""

    slow: Pace | None
    fast: Pace


@dataclass(frozen=True, slots=True)
class Zone:
    """One zone; heart rate and pace are None where there is nothing honest to show."""

    number: int
    name: ZoneName
    talk: Talk
    rpe: tuple[int, int]
    pulse: PulseRange | None
    pace: PaceRange | None


_TALK = (
    Talk.SING,
    Talk.CHAT,
    Talk.SHORT_SENTENCES,
    Talk.PHRASES,
    Talk.ALMOST_NONE,
    Talk.CANNOT_THINK,
)
_RPE = ((1, 2), (2, 4), (4, 5), (6, 7), (8, 9), (9, 10))

# Shares of the maximum. The guide gives 60-70 % for zones 1 and 2 and 90-100 % for zone 5; zones 3
# and 4 are Daniels' M and T (80-87, 88-92), so that 4 and 5 overlap where the pulse lags.
_OF_MAXIMUM = ((0.60, 0.65), (0.65, 0.70), (0.80, 0.87), (0.88, 0.92), (0.90, 1.00))
# The same efforts as shares of the reserve (Karvonen) and of the threshold pulse, which is near
# 90 % of the maximum (ours).
_OF_RESERVE = ((0.45, 0.52), (0.52, 0.60), (0.73, 0.82), (0.84, 0.90), (0.88, 1.00))
_OF_THRESHOLD = ((0.67, 0.72), (0.72, 0.78), (0.89, 0.96), (0.97, 1.02), (1.00, 1.09))

CEILING_OF_MAXIMUM = 0.75
CEILING_OF_THRESHOLD = 0.83
"""The alarm on easy and recovery days (R36), and the same seen from the threshold."""


def maximum_by(formula: Formula, age: int) -> float:
    """The maximum heart rate that a formula gives for an age."""
    base, per_year = _FORMULAS[formula]
    return base - per_year * age


def zones(
    athlete: Athlete, paces: Paces | None, today: date, resting: HeartRate | None = None
) -> tuple[Zone, ...]:
    """All six, easiest first; by effort alone for who must not train by pulse or has no fitness."""
    pulses = _pulses(athlete, today, resting)
    speeds = _speeds(athlete, paces)
    return tuple(
        Zone(number, name, talk, rpe, pulse, pace)
        for number, (name, talk, rpe, pulse, pace) in enumerate(
            zip(ZoneName, _TALK, _RPE, pulses, speeds, strict=True), start=1
        )
    )


def pulse_for(zone: Zone, length: Duration) -> PulseRange | None:
    """The heart rate to aim at in a stretch so long; none under three minutes."""
    return None if length < NO_PULSE_UNDER else zone.pulse


def easy_ceiling(athlete: Athlete, today: date) -> PulseRange | None:
    """The pulse not to pass on easy days, as both ends of the range; None: go by effort."""
    if not _pulse_allowed(athlete):
        return None
    maximum, source = _maximum(athlete, today)
    if source is PulseSource.FORMULA and athlete.threshold_pulse is not None:
        beats, source = CEILING_OF_THRESHOLD * athlete.threshold_pulse.bpm, PulseSource.THRESHOLD
    elif maximum is not None:
        beats = CEILING_OF_MAXIMUM * maximum
    else:
        return None
    ceiling = HeartRate(round(beats))
    return PulseRange(ceiling, ceiling, source, _error(source))


def _pulse_allowed(athlete: Athlete) -> bool:
    """Medicine that changes the pulse and pregnancy: effort only (coaching.md 1)."""
    return not {Condition.PULSE_MEDICINE, Condition.PREGNANT} & set(athlete.conditions)


def _pulses(
    athlete: Athlete, today: date, resting: HeartRate | None
) -> tuple[PulseRange | None, ...]:
    """By threshold, else by reserve, else by maximum; the sprint zone has none."""
    if not _pulse_allowed(athlete):
        return (None,) * 6
    if athlete.threshold_pulse is not None:
        beats = athlete.threshold_pulse.bpm
        ranges = _ranges(_OF_THRESHOLD, 0, beats, PulseSource.THRESHOLD, athlete.max_pulse)
        return (*ranges, None)
    maximum, source = _maximum(athlete, today)
    if maximum is None:
        return (None,) * 6
    if resting is not None and source is PulseSource.MAXIMUM:
        above = maximum - resting.bpm
        return (*_ranges(_OF_RESERVE, resting.bpm, above, PulseSource.RESERVE), None)
    return (*_ranges(_OF_MAXIMUM, 0, maximum, source), None)


def _maximum(athlete: Athlete, today: date) -> tuple[float | None, PulseSource]:
    """Measured, or Tanaka's estimate from the age."""
    if athlete.max_pulse is not None:
        return athlete.max_pulse.bpm, PulseSource.MAXIMUM
    age = athlete.age(today)
    estimate = None if age is None else maximum_by(Formula.TANAKA, age)
    return estimate, PulseSource.FORMULA


def _ranges(
    shares: tuple[tuple[float, float], ...],
    base: float,
    span: float,
    source: PulseSource,
    top: HeartRate | None = None,
) -> tuple[PulseRange, ...]:
    """base + share of span, never above a measured maximum."""
    most = top.bpm if top else 250

    def beats(share: float) -> HeartRate:
        return HeartRate(min(most, round(base + share * span)))

    return tuple(
        PulseRange(beats(low), beats(high), source, _error(source)) for low, high in shares
    )


def _error(source: PulseSource) -> int:
    return FORMULA_ERROR if source is PulseSource.FORMULA else 0


def _speeds(athlete: Athlete, paces: Paces | None) -> tuple[PaceRange | None, ...]:
    """Recovery and easy have one bound; sprints and whoever is pregnant have no pace."""
    if paces is None or not paces.shown or Condition.PREGNANT in athlete.conditions:
        return (None,) * 6
    return (
        PaceRange(None, paces.easy),
        PaceRange(None, paces.easy_bound),
        PaceRange(paces.steady, paces.m),
        PaceRange(paces.half, paces.t),
        PaceRange(paces.ten_k, paces.three_k),
        None,
    )
