"""A race's outlook in words: the likely time with its range, where it is from, and the goal."""

from __future__ import annotations

from math import ceil

from bot.messages.session import distance_name
from bot.text import Html, Text, numbers
from core.athlete import Result
from core.fitness import GoalView, Method, Outlook, Reach
from core.units import Distance, Duration, Pace

COARSE = 3600.0
"""Seconds from which a range is told in whole minutes: nobody knows it better."""


def outlook(seen: Outlook, text: Text) -> str:
    """Two or three sentences; ready HTML."""
    said = [_likely(seen, text), _from(seen, text)]
    if seen.own is not None:
        said.append(_own(seen, seen.own, text))
    if seen.goal is not None:
        said.append(_goal(seen, seen.goal, text))
        if seen.beyond:
            said.append(text("outlook-beyond"))
        said.append(text("outlook-train"))
    return " ".join(said[:2]) + "".join(f"\n{line}" for line in said[2:])


def _own(seen: Outlook, own: Result, text: Text) -> str:
    """A slower time of the athlete's own that is counted in, and what it means for training."""
    return text(
        "outlook-own",
        distance=Html(distance_name(own.distance, text)),
        time=text.race_time(own.time),
        day=text.full_day(own.on),
        pace=str(text.write(Pace.of(seen.race.distance, seen.worth.time))),
    )


def _likely(seen: Outlook, text: Text) -> str:
    return text(
        "outlook-likely",
        distance=Html(distance_name(seen.race.distance, text)),
        time=about(seen.worth.time, text),
        low=about(seen.worth.low, text),
        high=about(seen.worth.high, text),
    )


def about(time: Duration, text: Text) -> str:
    """A likely time, no finer than it can be known: "48:30", "1 h 47"."""
    if time.seconds >= COARSE:
        return numbers.hours(time)
    return text.race_time(Duration(round(time.seconds / 5) * 5))


def _from(seen: Outlook, text: Text) -> str:
    method = seen.worth.method
    facts: dict[str, str | Html] = {}
    if method in {Method.VDOT, Method.VICKERS_ONE}:
        facts["distance"] = Html(distance_name(seen.source.distance, text))
    if method in {Method.VICKERS_ONE, Method.VICKERS_TWO}:
        week = Distance(round(seen.week.metres / 1000) * 1000)
        facts["week"] = numbers.road(week, text.tongue)
    return text(f"outlook-from-{method.value}", **facts)


def _goal(seen: Outlook, goal: GoalView, text: Text) -> str:
    facts: dict[str, str | int | Html] = {
        "target": text.race_time(goal.target),
        "pace": str(text.write(goal.pace)),
    }
    gap = goal.today.time.seconds - goal.target.seconds
    if gap <= 0:
        return text("outlook-goal-now", **facts)
    facts |= {"gap": text.race_time(Duration(gap)), "weeks": goal.weeks}
    if goal.reach is Reach.OUT_OF_REACH:
        # Rounded up: what is out of reach must not read as the goal itself.
        facts["best"] = about(Duration(ceil(seen.best.seconds / 60) * 60), text)
    return text(f"outlook-goal-{goal.reach.value}", **facts)
