"""/paces and /zones: effort first, then the numbers and where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.callbacks import pack
from bot.messages.outlook import about
from bot.messages.reasons import spoken
from bot.messages.session import distance_name
from bot.reply import Button, Reply
from bot.text import Html, Text, numbers
from core.athlete import Result
from core.fitness import (
    FULL_DAYS,
    HELD_DAYS,
    AgeGrade,
    Category,
    Fitness,
    Outlook,
    Trust,
    lacks_reserve,
    speed_reserve,
)
from core.paces import Paces
from core.reasons import Reason
from core.units import Distance, Duration, Pace
from core.zones import PulseSource, Zone

TOPIC = "paces"
MARATHON = Distance(42195)


@dataclass(frozen=True, slots=True)
class Ahead:
    """What /paces foretells: the next races, and the marathon on the weeks that are run.

    `old` is a result too old to train by; `graded` whether the age that grading needs is known,
    `sprint` the top speed that was told.
    """

    races: tuple[Outlook, ...] = ()
    marathon: Outlook | None = None
    old: Result | None = None
    graded: bool = False
    withheld: tuple[Reason, ...] = ()
    sprint: Result | None = None


def paces(
    text: Text,
    fitness: Fitness | None,
    shown: Paces | None,
    equal: tuple[tuple[Distance, Duration], ...],
    *,
    today: date | None = None,
    ahead: Ahead | None = None,
) -> Reply:
    """The training paces; without a result, or below VDOT 30, why there are none."""
    if ahead is not None and ahead.withheld:
        return Reply(text("paces-withheld", why=Html(spoken(ahead.withheld, text))))
    if fitness is None or shown is None:
        old = ahead.old if ahead else None
        return Reply(text("paces-none") if old is None else _old(old, text))
    source = [_source(fitness, text), *_standing(fitness, today, text)]
    if not shown.shown:
        return Reply("\n".join([text("paces-low"), "", *source]))
    lap = shown.r.time_for(Distance(400))
    said = [
        text("paces-head", vdot=f"{fitness.vdot:.1f}"),
        *source,
        "",
        text("paces-easy", pace=shown.easy_bound),
        *(_line(text, name, pace) for name, pace in _lines(shown)),
        text("paces-line", name=text("pace-r"), pace=text("pace-r-400", pace=shown.r, time=lap)),
        "",
        text("paces-equal", list=Html(_equal(text, equal))),
        *_foretold(ahead, equal, text),
        *_reserve(ahead, shown, text),
        text("paces-effort"),
    ]
    rows = ((Button(text("button-age-grade"), pack(TOPIC, "grade")),),) if ahead else ()
    return Reply("\n".join(said), rows if ahead and ahead.graded else ())


def _source(fitness: Fitness, text: Text) -> str:
    return text("paces-from", **_result(fitness.source, text))


def _result(result: Result, text: Text) -> dict[str, str | Html]:
    return {
        "distance": Html(distance_name(result.distance, text)),
        "time": text.race_time(result.time),
        "day": text.full_day(result.on),
    }


def _old(result: Result, text: Text) -> str:
    return text("paces-old", **_result(result, text))


def _standing(fitness: Fitness, today: date | None, text: Text) -> list[str]:
    """How long the result holds, and what training and breaks have made of it."""
    if today is None:
        return []
    on = fitness.source.on
    weeks = (today - on).days // 7
    held = fitness.trust is Trust.HELD
    until = text.full_day(on + timedelta(days=HELD_DAYS if held else FULL_DAYS))
    said = [text("paces-held" if held else "paces-full", weeks=weeks, until=until)]
    said += [text("paces-renewed", change=f"{r.change:+g}", day=r.on) for r in fitness.renewals]
    for gap in fitness.time_off:
        percent = f"{100 * (1 - gap.factor):.1f}"
        form = "paces-off" if gap.returned is None else "paces-back"
        said.append(text(form, days=gap.days, percent=percent))
    return said


def _foretold(
    ahead: Ahead | None, equal: tuple[tuple[Distance, Duration], ...], text: Text
) -> list[str]:
    """The marathon where the weeks make it slower than its equal time; then the races to come."""
    if ahead is None:
        return []
    said = []
    likely = ahead.marathon.worth.time if ahead.marathon else None
    if ahead.marathon is not None and likely is not None and likely > dict(equal)[MARATHON] * 1.01:
        week = numbers.road(Distance(round(ahead.marathon.week.metres, -3)), text.tongue)
        said.append(text("paces-marathon", week=week, time=about(likely, text)))
    return said + [
        text(
            "paces-race",
            distance=Html(distance_name(seen.race.distance, text)),
            day=seen.race.on,
            time=about(seen.worth.time, text),
            low=about(seen.worth.low, text),
            high=about(seen.worth.high, text),
        )
        for seen in ahead.races
    ]


def _reserve(ahead: Ahead | None, shown: Paces, text: Text) -> list[str]:
    """How much of the top speed races take, and whether more of it would help (R21, R22)."""
    if ahead is None or ahead.sprint is None:
        return []
    top = Pace.of(ahead.sprint.distance, ahead.sprint.time)
    five, marathon = (speed_reserve(pace, top) for pace in (shown.five_k, shown.m))
    said = text(
        "paces-reserve",
        distance=ahead.sprint.distance,
        seconds=f"{ahead.sprint.time.seconds:g}",
        five=f"{100 * five:.0f}",
        marathon=f"{100 * marathon:.0f}",
    )
    lacks = lacks_reserve(shown.m, top)
    return [f"{said} {text('paces-reserve-more' if lacks else 'paces-reserve-sound')}"]


def ask_category(text: Text) -> Reply:
    """Which of the two tables? The answer is used once and not kept."""
    buttons = tuple(
        Button(text(f"table-{category.value}"), pack(TOPIC, "table", category.value))
        for category in Category
    )
    return Reply(text("age-grade-ask"), (buttons,))


def graded(
    result: Result, age: int, category: Category, grade: AgeGrade | None, text: Text
) -> Reply:
    """A result beside the best for the age."""
    facts = _result(result, text) | {"age": str(age)}
    facts["table"] = text(f"in-table-{category.value}")
    if grade is None:
        return Reply(text("age-grade-none"))
    facts |= {"share": f"{100 * grade.share:.1f}", "open": text.race_time(grade.open_time)}
    return Reply(text("age-grade", **facts))


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
        said.append(text("zones-how"))
    else:
        said.append(text(f"zones-by-{pulse.source.value}"))
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
