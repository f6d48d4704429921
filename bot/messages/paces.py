"""/paces and /zones: effort first, then the numbers and where they come from."""

from __future__ import annotations

from bot.messages.session import distance_name
from bot.reply import Reply
from bot.text import Html, Text
from core.fitness import Fitness
from core.paces import Paces
from core.units import Distance, Duration, Pace
from core.zones import PulseSource, Zone


def paces(
    text: Text,
    fitness: Fitness | None,
    shown: Paces | None,
    equal: tuple[tuple[Distance, Duration], ...],
) -> Reply:
    """The training paces; without a result, or below VDOT 30, why there are none."""
    if fitness is None or shown is None:
        return Reply(text("paces-none"))
    source = text(
        "paces-from",
        distance=Html(distance_name(fitness.source.distance, text)),
        time=text.race_time(fitness.source.time),
        day=text.full_day(fitness.source.on),
    )
    if not shown.shown:
        return Reply(f"{text('paces-low')}\n\n{source}")
    lap = shown.r.time_for(Distance(400))
    said = [
        text("paces-head", vdot=f"{fitness.vdot:.1f}"),
        source,
        "",
        text("paces-easy", pace=shown.easy_bound),
        *(_line(text, name, pace) for name, pace in _lines(shown)),
        text("paces-line", name=text("pace-r"), pace=text("pace-r-400", pace=shown.r, time=lap)),
        "",
        text("paces-equal", list=Html(_equal(text, equal))),
        text("paces-effort"),
    ]
    return Reply("\n".join(said))


def _lines(shown: Paces) -> tuple[tuple[str, Pace], ...]:
    return (("pace-m", shown.m), ("pace-t", shown.t), ("pace-i", shown.i))


def _line(text: Text, name: str, pace: Pace) -> str:
    return text("paces-line", name=text(name), pace=pace)


def _equal(text: Text, equal: tuple[tuple[Distance, Duration], ...]) -> str:
    told = ((distance_name(distance, text), text.race_time(time)) for distance, time in equal)
    return ", ".join(text("paces-equal-one", distance=Html(d), time=time) for d, time in told)


def zones(
    text: Text, shown: tuple[Zone, ...], *, pulse_allowed: bool, told_age: bool, pace_allowed: bool
) -> Reply:
    """Six lines, and how far the pulses are to be trusted."""
    said = [text("zones-head"), *(_zone(text, zone, pace_allowed) for zone in shown), ""]
    pulse = next((zone.pulse for zone in shown if zone.pulse), None)
    if not pulse_allowed:
        said.append(text("zones-no-pulse"))
    elif pulse is None:
        said.append(text("zones-no-age" if not told_age else "zones-effort"))
    elif pulse.source is PulseSource.FORMULA:
        said.append(text("zones-estimate", error=pulse.error))
    else:
        said.append(text("zones-measured"))
    return Reply("\n".join(said))


def _zone(text: Text, zone: Zone, pace_allowed: bool) -> str:
    numbers = ""
    if zone.pulse is not None:
        numbers += text("zone-pulse", low=zone.pulse.low, high=zone.pulse.high)
    if zone.pace is not None and pace_allowed:
        numbers += _zone_pace(text, zone)
    low, high = zone.rpe
    return text(
        "zone-line",
        name=text(f"zone-{zone.number}"),
        talk=text(f"talks-{zone.talk.value}"),
        low=low,
        high=high,
        numbers=Html(numbers),
    )


def _zone_pace(text: Text, zone: Zone) -> str:
    if zone.pace is None:
        return ""
    if zone.pace.slow is None:
        return text("zone-pace-bound", pace=zone.pace.fast)
    return text("zone-pace-range", slow=zone.pace.slow, fast=zone.pace.fast)
