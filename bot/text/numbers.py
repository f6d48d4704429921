"""Numbers and units as people write them: 12.5 km, 400 m, 4:32/km, 1:35:20, 1 h 20, 6:30."""

from __future__ import annotations

from dataclasses import dataclass

from core.units import Distance, Duration, Pace, Units


@dataclass(frozen=True, slots=True)
class Tongue:
    """An athlete's language, units and clock."""

    locale: str = "en"
    units: Units = Units.KM
    clock24: bool = True
    fahrenheit: bool = False


def degrees(celsius: float, tongue: Tongue, decimals: int = 0) -> str:
    """A temperature: "28 °C", "82 °F"."""
    if tongue.fahrenheit:
        return f"{celsius * 1.8 + 32:.{decimals}f} °F"
    return f"{celsius:.{decimals}f} °C"


def distance(value: Distance, tongue: Tongue) -> str:
    """Track distances stay in metres in every country; roads are in the athlete's unit."""
    metres = round(value.metres)
    if metres < 1000 or (metres < 2000 and metres % 100 == 0 and metres % 1000):
        return f"{metres} m"
    if tongue.units is Units.MILES:
        return f"{trimmed(value.miles)} mi"
    return f"{trimmed(value.km)} km"


def road(value: Distance, tongue: Tongue) -> str:
    """A session's or a week's length, always in the athlete's unit: "1.5 km", "10 mi".

    Sessions are sized in kilometres; a half mile that is within 2 % is what is meant.
    """
    if tongue.units is not Units.MILES:
        return f"{trimmed(value.km)} km"
    half = round(value.miles * 2) / 2
    near = abs(half - value.miles) <= 0.02 * value.miles
    return f"{trimmed(half if near else value.miles)} mi"


def rep(value: Distance, tongue: Tongue) -> str:
    """A rep: up to 2 km in metres of the track, also where roads are in miles."""
    metres = round(value.metres)
    if tongue.units is Units.MILES and metres <= 2000:
        return f"{metres} m"
    return distance(value, tongue)


def trimmed(value: float) -> str:
    """One decimal, none where it is zero."""
    return f"{value:.1f}".removesuffix(".0")


def pace(value: Pace, tongue: Tongue) -> str:
    """A pace as "4:32/km" or "7:18/mi"."""
    miles = tongue.units is Units.MILES
    seconds = round(value.seconds_per_mile if miles else value.seconds_per_km)
    return f"{seconds // 60}:{seconds % 60:02d}/{'mi' if miles else 'km'}"


def speed(value: Pace, tongue: Tongue) -> str:
    """For treadmills: km/h or mph."""
    kmh = value.metres_per_second * 3.6
    return f"{kmh / 1.609344:.1f} mph" if tongue.units is Units.MILES else f"{kmh:.1f} km/h"


def minutes(value: Duration) -> str:
    """A length of running or resting: "90 s", "35 min", "1 h 20"."""
    seconds = round(value.seconds)
    if seconds <= 90 and seconds % 60:
        return f"{seconds} s"
    whole, rest = divmod(seconds, 60)
    if rest and whole < 10:
        return f"{whole}:{rest:02d} min"
    whole = round(seconds / 60)
    if whole < 90:
        return f"{whole} min"
    return f"{whole // 60} h {whole % 60:02d}" if whole % 60 else f"{whole // 60} h"


def race_time(value: Duration) -> str:
    """A result or a target: "24:30", "1:35:20"."""
    hours, mins, seconds = value.parts()
    return f"{hours}:{mins:02d}:{seconds:02d}" if hours else f"{mins}:{seconds:02d}"


def told_time(value: Duration) -> str:
    """A time that somebody told: a result's form, from ten hours without its seconds."""
    return race_time(value) if value.hours < 10 else hours(value)


def hours(value: Duration) -> str:
    """A night: "7 h", "7 h 30"."""
    whole = round(value.minutes)
    return f"{whole // 60} h {whole % 60:02d}" if whole % 60 else f"{whole // 60} h"


def clock(minute: int, tongue: Tongue) -> str:
    """A minute of the day as "18:30" or "6:30 pm"."""
    hour, mins = divmod(minute % 1440, 60)
    if tongue.clock24:
        return f"{hour}:{mins:02d}"
    half = "am" if hour < 12 else "pm"
    return f"{hour % 12 or 12}:{mins:02d} {half}"
