"""Reads plateau.toml: the test for a plateau, what a goal needs, and each cause with its remedy."""

from __future__ import annotations

from core.athlete import Level, RaceDistance
from core.content.reading import Raw, Table, entries
from core.content.words import require_words
from core.plateau import Cause, CauseRule, Noise, Remedy, Rules, Wanted
from core.units import Distance, Duration


def read_plateau(raw: Raw, file: str) -> Rules:
    """All the rules; ContentError for a cause, a goal or a level that is not there."""
    numbers = Table(raw, file, "numbers").table("numbers")
    rules = Rules(
        noise=_noise(Table(raw, file, "noise").table("noise")),
        wanted={goal: _wanted(raw, file, goal) for goal in RaceDistance},
        levels=_levels(Table(raw, file, "levels").table("levels")),
        causes=_causes(raw, file),
        same_of_six=numbers.whole("same_of_six", least=3, most=6),
        target_ahead=numbers.number("target_ahead", least=0.5, most=10),
        easy_over=numbers.whole("easy_over", least=1, most=5),
        medium_share=numbers.number("medium_share", least=5, most=90) / 100,
    )
    numbers.done()
    return rules


def _noise(table: Table) -> Noise:
    noise = Noise(
        days=table.whole("days", least=28, most=182),
        fresh_days=table.whole("fresh_days", least=14, most=182),
        oldest_days=table.whole("oldest_days", least=84, most=730),
        form_days=table.whole("form_days", least=1, most=56),
        vdot=table.number("vdot", least=0.1, most=5),
        percent=table.number("percent", least=0.1, most=10),
        reps_percent=table.number("reps_percent", least=0.1, most=10),
        pulse_percent=table.number("pulse_percent", least=0.1, most=10),
        rpe_percent=table.number("rpe_percent", least=0.1, most=10),
        heat_apart=table.number("heat_apart_percent", least=0.1, most=10) / 100,
        distance_ratio=table.number("distance_ratio", least=1, most=9),
        far_ratio=table.number("far_ratio", least=1, most=9),
        far_times=table.number("far_times", least=1, most=3),
    )
    table.done()
    return noise


def _wanted(raw: Raw, file: str, goal: RaceDistance) -> Wanted:
    goals = Table(raw, file, "wanted").table("wanted")
    if goal.value not in goals:
        raise goals.fault(f"the goal {goal.value!r} is missing")
    table = Table(goals.raw, file, f"wanted.{goal.value}").table(goal.value)
    wanted = Wanted(
        week=Distance.of_km(table.number("week_km", least=5, most=200)),
        long=Distance.of_km(table.number("long_km", least=3, most=60)),
        long_time=Duration.of_minutes(table.number("long_minutes", least=20, most=240)),
    )
    table.done()
    return wanted


def _levels(table: Table) -> dict[Level, float]:
    levels = {level: table.number(level.value, least=0.3, most=3) for level in Level}
    table.done()
    return levels


def _causes(raw: Raw, file: str) -> dict[Cause, CauseRule]:
    found: dict[Cause, CauseRule] = {}
    for entry in entries(raw, "cause", file):
        try:
            cause = Cause(entry.entry)
        except ValueError:
            raise entry.fault(f"there is no cause {entry.entry!r}") from None
        found[cause] = CauseRule(
            cause=cause,
            remedy=entry.choice("remedy", Remedy),
            source=entry.text("source"),
            weeks=entry.whole("weeks", least=1, most=12),
            recheck_weeks=entry.whole("recheck_weeks", least=1, most=12),
            second=entry.choice("second", Remedy) if "second" in entry else None,
            second_weeks=(
                entry.whole("second_weeks", least=1, most=12) if "second" in entry else 0
            ),
        )
        require_words(entry, ("name", "rule", "source"))
        entry.done()
    for cause in Cause:
        if cause not in found:
            raise Table(raw, file, cause.value).fault("this cause has no entry")
    return found
