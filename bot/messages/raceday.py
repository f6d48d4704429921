"""The plan of a race in words: how, when, what to eat and carry; and its splits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.callbacks import pack
from bot.messages.outlook import about
from bot.messages.raceday_rows import TOPIC, below, questions
from bot.messages.racewords import mark, name, script, way_name
from bot.messages.reasons import spoken
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.athlete import Ground, RaceDay
from core.raceday import (
    NO_PACE_FROM,
    NO_RACE_FROM,
    TOO_WARM_FOR_BRAVE,
    Aims,
    Asks,
    ByEffort,
    Goal,
    Item,
    Manner,
    Moment,
    RacePlan,
    Split,
    Way,
)
from core.units import Units

QUARTERS = (0, 15, 30, 45)
WARM_UP = (Moment.ROUTINE, Moment.JOG, Moment.STRIDES, Moment.LINE_UP)
MOST_SPLITS = 50


def plan(
    made: RacePlan,
    text: Text,
    *,
    journal: RaceDay | None = None,
    asks: Asks | None = None,
    eve: bool = False,
) -> Reply:
    """The plan as a card of ten lines at most; `asks`: what the athlete wants to tell again."""
    if made.manner is Manner.NOT_RACED:
        return Reply("\n".join(not_raced(made, text)), (_back(made, text),))
    opening = "raceday-eve-training" if made.manner is Manner.TRAINING else "raceday-eve"
    said = [text(opening)] if eve else []
    said += [_head(made, text), *_how(made, text)]
    said += [before(made, text), _fuel(made, text), _carry(made, text)]
    asked = asks or made.asks
    if journal is not None:
        said.append(text("raceday-journal", day=text.full_day(journal.on), line=journal.journal))
    rows: Rows = ()
    if asked is not None:
        said.append(text(f"raceday-ask-{asked.value}"))
        rows = questions(made.race, asked, text, windy=made.day.windy)
    return Reply("\n".join(said), (*rows, *below(made, text)))


def not_raced(made: RacePlan, text: Text) -> list[str]:
    """Why this race is not raced, and what then."""
    facts: dict[str, str | Html] = {"race": Html(name(made.race, text))}
    facts["day"] = text.full_day(made.race.on)
    if made.too_hot:
        return [text("raceday-not-raced-hot", **facts, degrees=text.degrees(NO_RACE_FROM))]
    if made.left_out:
        return [text("raceday-left-out-of-plan", **facts)]
    why = Html(spoken(made.why, text)) if made.why else ""
    return [text("raceday-not-raced", **facts, why=why), text("raceday-not-raced-then")]


def _head(made: RacePlan, text: Text) -> str:
    facts: dict[str, str | Html] = {"race": Html(name(made.race, text))}
    facts["day"] = text.full_day(made.race.on)
    if made.day.gun is None:
        return text("raceday-head", **facts)
    return text("raceday-head-gun", **facts, gun=text.clock(made.day.gun))


def _how(made: RacePlan, text: Text) -> list[str]:
    """The times, what stands behind them, and how the effort is shared out."""
    said = []
    if made.aims is not None:
        said.append(" ".join([_times(made, made.aims, text), *_behind(made, made.aims, text)]))
    elif made.effort is not None:
        said.append(by_effort(made.effort, text))
    effort = text(f"raceday-script-{script(made)}")
    if made.day.ground in {Ground.ROLLING, Ground.HILLY}:
        effort = f"{effort} {text('raceday-hills')}"
        if made.aims is not None:
            effort = f"{effort} {text('raceday-hills-splits')}"
    return [*said, effort]


def by_effort(why: ByEffort, text: Text) -> str:
    """Why there is no pace to run by."""
    return text(f"raceday-effort-{why.value}", degrees=text.degrees(NO_PACE_FROM))


def _times(made: RacePlan, found: Aims, text: Text) -> str:
    ways = {aim.way: aim for aim in found.ways}
    careful = ways[Way.CAREFUL]
    facts: dict[str, str] = {
        "careful": text.race_time(careful.time),
        "slower": str(text.write(careful.pace)),
    }
    if Way.TARGET not in ways:
        return text("raceday-aims-training", **facts)
    target = ways[Way.TARGET]
    facts |= {"target": text.race_time(target.time), "pace": str(text.write(target.pace))}
    if made.manner is Manner.CONTROLLED:
        return text("raceday-aims-controlled", **facts)
    if Way.BRAVE in ways:
        return text("raceday-aims-raced", **facts, brave=text.race_time(ways[Way.BRAVE].time))
    return text("raceday-aims-two", **facts)


def _behind(made: RacePlan, found: Aims, text: Text) -> list[str]:
    """Why no brave split, where the goal stands, what course and air cost."""
    said = []
    if made.no_brave:
        warm = text.degrees(TOO_WARM_FOR_BRAVE)
        why = [text(f"raceday-no-brave-{r.value}", degrees=warm) for r in made.no_brave]
        said.append(text("raceday-no-brave", why=Html(text.listed(why))))
    goal = made.race.target
    if found.goal is not None and goal is not None and made.manner is Manner.RACED:
        facts = {"goal": text.race_time(goal), "likely": about(found.likely, text)}
        if found.goal is not Goal.TARGET or found.likely < goal:
            said.append(text(f"raceday-goal-{found.goal.value}", **facts))
    percent = round(100 * made.slower.share)
    if percent:
        causes = [text(f"raceday-cause-{cause.value}") for cause in made.slower.causes]
        said.append(text("raceday-slower", percent=percent, causes=Html(text.listed(causes))))
    return said


def before(made: RacePlan, text: Text) -> str:
    """Breakfast, the way there and the warm-up, by the clock or in minutes before the start."""
    steps = [_step(item, made.day.gun, text) for item in made.timeline]
    return text("raceday-before", steps=Html(", ".join(steps)))


def warm_up(made: RacePlan, text: Text) -> str:
    """Only the warm-up, from the routine to the line."""
    items = [item for item in made.timeline if item.moment in WARM_UP]
    return " · ".join(_step(item, made.day.gun, text) for item in items)


def _step(item: Item, gun: int | None, text: Text) -> str:
    if item.moment is Moment.BREAKFAST:
        if gun is None:
            return text("raceday-breakfast-before")
        last = replace(item, before=item.before - item.minutes)
        first, then = text.clock(item.at(gun)), text.clock(last.at(gun))
        return text("raceday-breakfast", first=first, last=then)
    what = text(f"raceday-{item.moment.value}", minutes=item.minutes, count=item.count)
    if gun is None:
        return text("raceday-step-before", what=what, minutes=item.before)
    return text("raceday-step", at=text.clock(item.at(gun)), what=what)


def _fuel(made: RacePlan, text: Text) -> str:
    eats = made.fuel
    if eats.doctor_s:
        return text("raceday-fuel-doctor")
    if eats.rate is None:
        return text("raceday-fuel-none")
    low, high = eats.rate
    return text("raceday-fuel", low=low, high=high, gels=eats.gels, every=eats.every)


def _carry(made: RacePlan, text: Text) -> str:
    things = [text(f"raceday-carry-{thing.value}") for thing in made.carry]
    return text("raceday-carry", things=Html(text.listed(things)))


def minutes(made: RacePlan, hour: int, text: Text) -> Reply:
    """The hour is told: which quarter of it?"""
    on = made.race.on.isoformat()
    quarters = tuple(
        Button(text.clock(hour * 60 + minute), pack(TOPIC, "gun", on, hour * 60 + minute))
        for minute in QUARTERS
    )
    rows = (quarters[:2], quarters[2:]) if not text.tongue.clock24 else (quarters,)
    said = f"{_head(made, text)}\n{text('raceday-ask-minute')}"
    return Reply(said, (*rows, (Button(text("raceday-button-back"), pack(TOPIC, "plan", on)),)))


def air(made: RacePlan, text: Text, *, windy: bool) -> Reply:
    """The weather's question with the wind turned on or off."""
    said = f"{_head(made, text)}\n{text('raceday-ask-weather')}"
    return Reply(said, questions(made.race, Asks.WEATHER, text, windy=windy))


def _back(made: RacePlan, text: Text) -> tuple[Button, ...]:
    on = made.race.on.isoformat()
    return (Button(text("raceday-button-back"), pack("race", "open", on)),)


# Splits


def splits(made: RacePlan, text: Text) -> Reply:
    """Every kilometre or mile with the clock of each way; the 5 km marks of a long race too."""
    if made.aims is None:
        return Reply(text("raceday-splits-none"))
    ways = [text(f"raceday-way-{way_name(made, aim)}") for aim in made.aims.ways]
    said = [text("raceday-splits-head", race=Html(name(made.race, text)), ways=" / ".join(ways))]
    columns = [aim.splits(text.tongue.units) for aim in made.aims.ways]
    said += _table(columns, made, text)
    marks = [aim.checkpoints() for aim in made.aims.ways]
    if marks[0] and text.tongue.units is Units.MILES:
        said += ["", *_table(marks, made, text, kilometres=True)]
    return Reply("\n".join(said))


def _table(
    columns: Sequence[Sequence[Split]], made: RacePlan, text: Text, *, kilometres: bool = False
) -> list[str]:
    said = []
    for row in list(zip(*columns, strict=True))[:MOST_SPLITS]:
        clocks = " / ".join(text.race_time(split.clock) for split in row)
        at = mark(row[0], made.race.distance, text, kilometres=kilometres)
        said.append(text("raceday-splits-line", at=at, clocks=clocks))
    return said
