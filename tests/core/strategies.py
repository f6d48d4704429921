"""Athletes, logs and race calendars for property tests, as onboarding could have let them in."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from core.activity import Activity, Log
from core.athlete import (
    Athlete,
    Condition,
    Injury,
    Kit,
    Level,
    Priority,
    Race,
    RaceDistance,
    Result,
    Spot,
    UsualWeek,
)
from core.paces import pace_of, paces_for
from core.units import Distance, Duration
from core.workout import Effort, Focus

TODAY = date(2026, 11, 26)
RACE_METRES = (5_000, 8_000, 10_000, 16_093.44, 21_097.5, 42_195)


@st.composite
def usual_weeks(draw: st.DrawFn, days: int) -> UsualWeek:
    """Runs, distance and longest run that go together; zeros are an answer."""
    runs = draw(st.integers(0, days))
    if runs == 0:
        return UsualWeek(0, Distance(0), Distance(0))
    a_run = draw(st.floats(2.5, 9 if runs < 5 else 15))
    week = round(runs * a_run, 1)
    longest = min(week, round(a_run * draw(st.floats(1.0, 2.0)), 1))
    return UsualWeek(runs, Distance.of_km(week), Distance.of_km(max(longest, week / runs)))


@st.composite
def races(draw: st.DrawFn, today: date = TODAY, most: int = 4) -> tuple[Race, ...]:
    """Up to `most` races in the next year and the last two months, one a day."""
    days = draw(st.lists(st.integers(-60, 370), unique=True, max_size=most))
    return tuple(
        Race(
            on=today + timedelta(days=day),
            distance=Distance(draw(st.sampled_from(RACE_METRES))),
            priority=draw(st.sampled_from(Priority)),
        )
        for day in sorted(days)
        if day != 0
    )


@st.composite
def results(draw: st.DrawFn, today: date = TODAY) -> tuple[Result, ...]:
    """No result, or one over 5 or 10 km within half a year."""
    if not draw(st.booleans()):
        return ()
    metres = draw(st.sampled_from((5_000, 10_000)))
    pace = draw(st.integers(200, 480))
    on = today - timedelta(days=draw(st.integers(1, 180)))
    return (Result(Distance(metres), Duration(pace * metres / 1000), on),)


@st.composite
def athletes(
    draw: st.DrawFn,
    today: date = TODAY,
    levels: st.SearchStrategy[Level] | None = None,
    race_lists: st.SearchStrategy[tuple[Race, ...]] | None = None,
    healthy: bool = False,
) -> Athlete:
    """Anybody from 16 to 80, on two to seven days; `healthy` leaves out conditions and injuries."""
    days = tuple(sorted(draw(st.sets(st.integers(0, 6), min_size=2, max_size=7))))
    long_day = draw(st.sampled_from(days))
    minutes = draw(st.dictionaries(st.sampled_from(days), st.integers(30, 150), max_size=3))
    usual = draw(usual_weeks(len(days)))
    injuries, conditions = ((), ()) if healthy else (draw(_injuries()), draw(_conditions()))
    return Athlete(
        level=draw(st.sampled_from(Level) if levels is None else levels),
        days=days,
        long_day=long_day,
        usual=usual,
        started=today - timedelta(days=draw(st.sampled_from((0, 0, 20, 60, 200, 700)))),
        goal=draw(st.none() | st.sampled_from(RaceDistance)),
        races=draw(races(today) if race_lists is None else race_lists),
        results=draw(results(today)),
        birth_year=draw(st.none() | st.integers(today.year - 80, today.year - 16)),
        conditions=conditions,
        injuries=injuries,
        kit=tuple(draw(st.sets(st.sampled_from(Kit)))),
        minutes=tuple(minutes.items()),
        club_nights=tuple(draw(st.sets(st.sampled_from(days), max_size=1))),
        measured_distance=draw(st.sampled_from((True, True, True, False))),
        can_run_20_min=usual.longest.km > 3 or draw(st.booleans()),
        seasons=draw(st.integers(0, 5)),
    )


def _injuries() -> st.SearchStrategy[tuple[Injury, ...]]:
    injury = st.builds(
        Injury,
        spot=st.sampled_from(Spot),
        since=st.none() | st.dates(TODAY - timedelta(days=400), TODAY),
        healed=st.booleans(),
    )
    return st.just(()) | st.just(()) | st.lists(injury, max_size=2).map(tuple)


def _conditions() -> st.SearchStrategy[tuple[Condition, ...]]:
    some = st.sampled_from(Condition).map(lambda condition: (condition,))
    return st.just(()) | st.just(()) | st.just(()) | some


@st.composite
def logs(draw: st.DrawFn, athlete: Athlete, today: date = TODAY) -> Log:
    """What the athlete ran since coaching began, at about the usual week, with gaps."""
    coached = min((today - athlete.started).days, 60)
    if coached <= 0 or athlete.usual.runs == 0 or not athlete.can_run_20_min:
        return Log()
    a_run = athlete.usual.distance.metres / athlete.usual.runs
    speed = pace_of(paces_for(38), athlete.level)
    missed = draw(st.floats(0, 0.6))
    activities = []
    for back in range(coached, 0, -1):
        day = today - timedelta(days=back)
        if day.weekday() not in athlete.days or draw(st.floats(0, 1)) < missed:
            continue
        long = day.weekday() == athlete.long_day
        metres = athlete.usual.longest.metres if long else a_run * draw(st.floats(0.7, 1.1))
        activities.append(
            Activity(
                on=day,
                distance=Distance(round(metres)),
                time=speed(Effort.EASY).time_for(Distance(round(metres))),
                rpe=draw(st.integers(2, 5)),
                focus=Focus.LONG if long else Focus.EASY,
            )
        )
    return Log(tuple(activities))


@st.composite
def cases(draw: st.DrawFn, today: date = TODAY, healthy: bool = False) -> tuple[Athlete, Log]:
    """An athlete and a log that go together."""
    athlete = draw(athletes(today, healthy=healthy))
    return athlete, draw(logs(athlete, today))
