"""What a season trains: each distance its own mix, and one thing more at a time."""

from collections import Counter
from itertools import pairwise

import pytest

from core.athlete import Level, RaceDistance
from core.plan import Phase
from core.units import Distance
from core.workout import Effort, Focus, step_metres
from tests.core.guide_people import normal_weeks, season

FIVE_K, TEN_K, HALF, MARATHON = RaceDistance
INTERMEDIATE, ADVANCED = Level.INTERMEDIATE, Level.ADVANCED


def share(case, efforts):
    """Of all metres before the race those at these efforts."""
    steps = [s for x in case.plan.sessions if x.race is None for s in x.workout.steps()]
    found = sum(step_metres(s, case.pace_of) for s in steps if s.effort in efforts)
    return found / sum(step_metres(s, case.pace_of) for s in steps)


FIVE_K_FAST = {Effort.FIVE_K, Effort.THREE_K, Effort.MILE, Effort.FAST}
TEMPO = {Effort.HALF, Effort.THRESHOLD}
MARATHON_PACE = {Effort.MARATHON}


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_each_distance_has_its_emphasis(level):
    five, ten, half, marathon = (season(level, 5, d) for d in RaceDistance)
    assert share(five, FIVE_K_FAST) > share(ten, FIVE_K_FAST) > share(marathon, FIVE_K_FAST)
    assert share(half, TEMPO) > share(five, TEMPO)
    assert share(ten, TEMPO) > share(five, TEMPO)
    assert share(marathon, MARATHON_PACE) > share(half, MARATHON_PACE)
    assert share(marathon, MARATHON_PACE) > share(five, MARATHON_PACE)


def laps(case):
    """How often 400s or 800s are run as reps."""
    steps = [s for x in case.plan.sessions for s in x.workout.steps()]
    return sum(
        1 for s in steps if s.distance in {Distance(400), Distance(800)} and s.effort in FIVE_K_FAST
    )


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_a_5k_season_has_more_400s_and_800s_than_a_marathon(level):
    assert laps(season(level, 5, FIVE_K)) >= 20
    assert laps(season(level, 5, FIVE_K)) > laps(season(level, 5, MARATHON))


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_a_marathon_season_runs_its_pace_and_seasons_it_with_little_speed(level):
    case = season(level, 5, MARATHON)
    pace = [
        s.on
        for s in case.plan.sessions
        if s.race is None and Effort.MARATHON in {t.effort for t in s.workout.steps()}
    ]
    assert len(pace) >= 5
    assert share(case, FIVE_K_FAST) < 0.04
    tuning = [s.on for s in case.plan.sessions if s.workout.key == "400s-tuning"]
    assert all((b - a).days >= 7 for a, b in pairwise(tuning))
    last_long = [s for s in case.plan.sessions if s.workout.key == "mp-medium-long"]
    assert [(case.races[0].on - s.on).days for s in last_long] == [14]


@pytest.mark.parametrize("level", [INTERMEDIATE, ADVANCED])
def test_a_10k_build_begins_with_tempo_and_long_reps_and_moves_to_race_pace(level):
    weeks = normal_weeks(season(level, 5, TEN_K), Phase.BUILD)
    half = len(weeks) // 2

    def focuses(part):
        return Counter(s.focus for week in part for s in week if s.hard and not s.long)

    early, late = focuses(weeks[:half]), focuses(weeks[half:])
    assert early[Focus.THRESHOLD] >= half - 1
    assert early[Focus.RACE_PACE] == 0
    assert late[Focus.RACE_PACE] + late[Focus.VO2MAX] > late[Focus.THRESHOLD] / 2


def test_fast_long_runs_are_in_the_plans_of_the_long_races_only():
    def fast_long(distance):
        return sum(s.long and s.hard for s in season(INTERMEDIATE, 5, distance).plan.sessions)

    assert fast_long(HALF) >= 2
    assert fast_long(MARATHON) >= 2
    assert fast_long(FIVE_K) == fast_long(TEN_K) == 0


# -- one variable at a time ------------------------------------------------------------------


def load(session):
    """(metres at M or faster, the fastest effort, seconds of rest a rep)."""
    steps = list(session.workout.steps())
    fast = [s for s in steps if s.effort.at_least_marathon and s.part.value == "main"]
    rests = [s.time.seconds for s in steps if s.part.value == "recovery" and s.time]
    amount = sum(s.distance.metres if s.distance else s.time.seconds for s in fast)
    return amount, max(s.effort.rank for s in fast), -max(rests, default=0)


@pytest.mark.parametrize("distance", [FIVE_K, TEN_K, HALF])
@pytest.mark.parametrize("level", Level)
def test_a_session_that_comes_again_has_one_thing_more(level, distance):
    case = season(level, 5, distance)
    before = {}
    weeks = [w for phase in (Phase.BASE, Phase.BUILD) for w in normal_weeks(case, phase)]
    for session in (s for week in weeks for s in week if s.hard):
        key, now = session.workout.key, load(session)
        was = before.get(key)
        if was is not None:
            assert sum(a > b for a, b in zip(now, was, strict=True)) <= 1, session
        before[key] = now
