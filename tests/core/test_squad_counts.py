"""What a squad sees of its members: counts, never who; gains, never kilometres."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activity import Activity, Done, Log
from core.adjust.decision import Action, Decision
from core.athlete import Race, Result, ResultKind, Spot
from core.content import load_content
from core.readiness import Colour
from core.squad.board import LINES, Gained, Lived, best_gain, board, kept_easy
from core.squad.buddies import alike, to_ask
from core.squad.challenge import (
    WEEKS,
    Aim,
    Challenge,
    LivedWeek,
    counts,
    lived_week,
    progress,
    verdicts,
)
from core.squad.member import Member
from core.squad.names import named
from core.squad.recap import Recap, decision_total, racing_soon
from core.squad.result import ToldResult
from core.squad.weather import ANSWERS_NEEDED, squad_weather
from core.units import Distance, Duration, Pace
from core.workout import Focus

MONDAY = date(2026, 11, 23)
SUNDAY = MONDAY + timedelta(days=6)
TABLE = load_content().decisions
COLOURS = st.lists(st.sampled_from(Colour), max_size=40)
VERDICTS = st.lists(st.sampled_from((True, False, None)), max_size=7).map(tuple)


# Weather


@pytest.mark.parametrize(
    ("colours", "said"),
    [
        ("ggggggg aa", "7 green, 2 amber"),
        ("gggg r", "4 green, 1 red"),
        ("gggg", None),
        ("gggg uuuuu", None),
        ("ggggg", "mixed"),
        ("aaaaaa uu", "mixed"),
        ("rrrrr", "mixed"),
        ("r a g a r", "1 green, 2 amber, 2 red"),
        ("", None),
    ],
)
def test_the_weather_is_counts_from_five_answers_on(colours: str, said: str | None) -> None:
    by_letter = {colour.value[0]: colour for colour in Colour}
    weather = squad_weather(by_letter[letter] for letter in colours if letter != " ")
    if weather is None:
        assert said is None
    else:
        told = ", ".join(f"{count} {colour.value}" for colour, count in weather.counts)
        assert (told or "mixed") == said


@given(COLOURS)
def test_nobodys_colour_can_be_read_from_the_weather(colours: list[Colour]) -> None:
    weather = squad_weather(colours)
    answered = [colour for colour in colours if colour is not Colour.UNKNOWN]
    if weather is None:
        assert len(answered) < ANSWERS_NEEDED
        return
    assert len(answered) >= ANSWERS_NEEDED
    assert len(weather.counts) != 1, "one colour that holds all tells everybody's"
    if not weather.mixed:
        assert dict(weather.counts) == Counter(answered)
        assert max(count for _, count in weather.counts) < len(answered)


@given(COLOURS, st.randoms(use_true_random=False))
def test_the_weather_does_not_depend_on_who_answered_first(colours, shuffling) -> None:
    shuffled = list(colours)
    shuffling.shuffle(shuffled)
    assert squad_weather(shuffled) == squad_weather(colours)


# Decisions


@given(st.lists(VERDICTS, max_size=12))
def test_the_total_counts_good_decisions_and_hides_behind_three(members) -> None:
    total = decision_total(members)
    judged = [m for m in members if any(v is not None for v in m)]
    if total is None:
        assert len(judged) < 3
    else:
        assert total == sum(m.count(True) for m in members)
        assert len(judged) >= 3


def test_two_members_and_a_silent_third_have_no_total() -> None:
    assert decision_total([(True,), (True, True), ()]) is None
    assert decision_total([(True,), (True, True), (False,)]) == 3


# Board


def easy(day: date, rpe: int | None = 3, **facts) -> Activity:
    return Activity(day, distance=Distance.of_km(8), rpe=rpe, focus=Focus.EASY, **facts)


def every_other_day(last: date, days: int, rpe: int) -> list[Activity]:
    return [easy(last - timedelta(days=back), rpe) for back in range(days - 1, -1, -2)]


def trial(on: date, minutes: float, metres: float = 3000, **facts) -> Result:
    time = Duration.of_minutes(minutes)
    return Result(Distance(metres), time, on, **{"kind": ResultKind.TRIAL, **facts})


def test_a_trial_is_told_in_percent_of_the_members_own_best() -> None:
    before, now = trial(MONDAY - timedelta(days=60), 12.5), trial(SUNDAY, 12.0)
    gain = best_gain(Lived("Ana", results=(before, now)), MONDAY, TABLE)
    assert gain is not None
    assert (gain.kind, gain.percent, gain.distance) == (Gained.TRIAL, 4.0, Distance(3000))


@pytest.mark.parametrize(
    "results",
    [
        (trial(SUNDAY, 12.0),),
        (trial(MONDAY - timedelta(days=60), 11.9), trial(SUNDAY, 12.0)),
        (trial(MONDAY - timedelta(days=60), 25, 5000), trial(SUNDAY, 12.0)),
        (trial(MONDAY - timedelta(days=400), 12.5), trial(SUNDAY, 12.0)),
        (trial(MONDAY - timedelta(days=60), 12.5), trial(MONDAY - timedelta(days=1), 12.0)),
        (trial(MONDAY - timedelta(days=60), 12.5), trial(SUNDAY, 12.0, representative=False)),
        (trial(MONDAY - timedelta(days=60), 12.5), trial(SUNDAY, 12.0, kind=ResultKind.RACE)),
    ],
    ids=["first", "slower", "another distance", "old", "last week", "does not count", "a race"],
)
def test_what_is_no_gain_over_the_own_baseline_has_no_line(results) -> None:
    assert best_gain(Lived("Ana", results=results), MONDAY, TABLE) is None


def test_a_trial_that_hurt_earns_nothing() -> None:
    results = (trial(MONDAY - timedelta(days=60), 12.5), trial(SUNDAY, 12.0))
    sore = Log((easy(SUNDAY, 9, pain=((Spot.KNEE, 3),)),))
    assert best_gain(Lived("Ana", sore, results), MONDAY, TABLE) is None
    fine = Log((easy(SUNDAY, 9, pain=((Spot.KNEE, 2),)),))
    assert best_gain(Lived("Ana", fine, results), MONDAY, TABLE) is not None


def test_easy_runs_kept_easy_are_held_against_the_members_own_share() -> None:
    then = every_other_day(SUNDAY - timedelta(days=28), 56, rpe=6)
    now = every_other_day(SUNDAY, 28, rpe=3)
    gain = best_gain(Lived("Rui", Log((*then, *now))), MONDAY, TABLE)
    assert gain is not None
    assert (gain.kind, gain.percent) == (Gained.EASY, 100.0)
    assert best_gain(Lived("Rui", Log((*now,))), MONDAY, TABLE) is None, "no usual yet"


def test_a_share_that_did_not_rise_is_no_line() -> None:
    then = every_other_day(SUNDAY - timedelta(days=28), 56, rpe=3)
    now = [*every_other_day(SUNDAY - timedelta(days=4), 24, rpe=3), easy(SUNDAY, 7)]
    assert best_gain(Lived("Rui", Log((*then, *now))), MONDAY, TABLE) is None


def test_an_easy_run_that_hurt_was_not_kept_easy() -> None:
    assert kept_easy(easy(SUNDAY), TABLE) is True
    assert kept_easy(easy(SUNDAY, pain=((Spot.SHIN, 4),)), TABLE) is False
    assert kept_easy(easy(SUNDAY, rpe=None), TABLE) is None
    assert kept_easy(Activity(SUNDAY, Done.NOT_RUN, rpe=1), TABLE) is None


def test_routines_count_against_the_members_own_usual() -> None:
    often = tuple(SUNDAY - timedelta(days=3 * n) for n in range(8))
    gain = best_gain(Lived("Eva", routines=often), MONDAY, TABLE)
    assert gain is not None
    assert (gain.kind, gain.percent) == (Gained.ROUTINES, 0.0)
    steady = tuple(SUNDAY - timedelta(days=3 * n) for n in range(28))
    assert best_gain(Lived("Eva", routines=steady), MONDAY, TABLE) is None or (
        best_gain(Lived("Eva", routines=steady), MONDAY, TABLE).percent < 15
    )


@st.composite
def lives(draw: st.DrawFn) -> Lived:
    days = draw(st.lists(st.integers(0, 100), max_size=40))
    runs = [
        Activity(
            SUNDAY - timedelta(days=back),
            done=draw(st.sampled_from(Done)),
            distance=Distance.of_km(draw(st.integers(1, 40))),
            rpe=draw(st.none() | st.integers(1, 10)),
            focus=draw(st.sampled_from(Focus)),
            hard=draw(st.booleans()),
            pain=draw(st.sampled_from(((), ((Spot.KNEE, 5),)))),
        )
        for back in sorted(days, reverse=True)
    ]
    results = [
        trial(
            SUNDAY - timedelta(days=back),
            draw(st.integers(9, 20)),
            draw(st.sampled_from((3000, 5000))),
        )
        for back in draw(st.lists(st.integers(0, 200), max_size=5))
    ]
    routines = draw(st.lists(st.integers(0, 100), max_size=30))
    return Lived(
        draw(st.sampled_from(("Ana", "Rui", "Eva", "João"))),
        Log(tuple(runs)),
        tuple(results),
        tuple(SUNDAY - timedelta(days=back) for back in routines),
    )


@given(st.lists(lives(), max_size=10))
def test_the_board_has_few_lines_one_a_member_and_no_losses(members: list[Lived]) -> None:
    lines = board(members, MONDAY, TABLE)
    assert len(lines) <= min(LINES, len(members))
    assert all(line.percent >= 0 for line in lines)
    assert all((line.distance is None) == (line.kind is not Gained.TRIAL) for line in lines)


@given(lives(), st.integers(2, 5))
def test_running_further_changes_no_line(member: Lived, factor: int) -> None:
    def longer(run: Activity) -> Activity:
        return Activity(
            run.on, run.done, run.distance * factor, run.time, run.rpe, run.focus, run.key,
            run.hard, pain=run.pain,
        )  # fmt: skip

    further = Lived(
        member.name,
        Log(tuple(longer(run) for run in member.log.activities)),
        member.results,
        member.routines,
    )
    assert best_gain(further, MONDAY, TABLE) == best_gain(member, MONDAY, TABLE)


def test_who_races_within_a_fortnight_is_named_the_nearest_first() -> None:
    def race(days: int) -> Race:
        return Race(MONDAY + timedelta(days=days), Distance(10_000))

    told = racing_soon([("Ana", [race(13), race(14)]), ("Rui", [race(0), race(-1)])], MONDAY)
    assert [(one.name, (one.on - MONDAY).days) for one in told] == [("Rui", 0), ("Ana", 13)]


def test_a_week_without_anything_is_no_post() -> None:
    assert Recap(MONDAY).empty
    assert Recap(MONDAY, decisions=0).empty
    assert not Recap(MONDAY, decisions=4).empty


# Challenges

WEEK = st.builds(
    LivedWeek,
    verdicts=VERDICTS,
    easy_kept=st.integers(0, 6),
    easy_lost=st.integers(0, 3),
    routines=st.integers(0, 7),
    hurt=st.booleans(),
)


@pytest.mark.parametrize(
    ("aim", "week", "counted"),
    [
        (Aim.STEADY, LivedWeek((True, None, True)), True),
        (Aim.STEADY, LivedWeek((True, False)), False),
        (Aim.STEADY, LivedWeek(()), False),
        (Aim.STEADY, LivedWeek((None, None)), False),
        (Aim.EASY, LivedWeek((True,), easy_kept=3), True),
        (Aim.EASY, LivedWeek((True,)), True),
        (Aim.EASY, LivedWeek((), easy_kept=3, easy_lost=1), False),
        (Aim.ROUTINES, LivedWeek((), routines=2), True),
        (Aim.ROUTINES, LivedWeek((True,), routines=1), False),
        (Aim.ROUTINES, LivedWeek((True,), routines=5, hurt=True), False),
    ],
)
def test_a_week_counts_for_consistency(aim: Aim, week: LivedWeek, counted: bool) -> None:
    assert counts(aim, week) is counted


@given(st.sampled_from(Aim), WEEK)
def test_a_week_run_while_hurt_or_against_the_rules_never_counts(aim: Aim, week) -> None:
    if week.hurt or False in week.verdicts:
        assert not counts(aim, week)


@given(st.sampled_from(Aim), st.integers(1, 6), st.integers(0, 40), st.data())
def test_a_squad_never_counts_more_weeks_than_its_members_lived(aim, members, days, data) -> None:
    challenge = Challenge(aim, MONDAY)
    mondays = [MONDAY + timedelta(days=7 * n) for n in range(WEEKS)]
    lived = [
        {monday: data.draw(WEEK) for monday in mondays if data.draw(st.booleans())}
        for _ in range(members)
    ]
    told = progress(challenge, lived, MONDAY + timedelta(days=days))
    if days < 7:
        assert told is None, "no week of it is over, so there is nothing to tell"
        return
    assert told is not None
    assert 0 <= told.done <= members * min(WEEKS, days // 7)
    assert 0 < told.target <= members * WEEKS
    assert told.ends == MONDAY + timedelta(days=27)


@pytest.mark.parametrize(("done", "reached"), [(2, False), (3, True), (4, True)])
def test_a_challenge_is_reached_by_three_weeks_in_four(done: int, reached: bool) -> None:
    good = LivedWeek((True,))
    weeks = {MONDAY + timedelta(days=7 * n): good for n in range(done)}
    told = progress(Challenge(Aim.STEADY, MONDAY), [weeks], MONDAY + timedelta(days=28))
    assert told is not None
    assert (told.done, told.target, told.reached) == (done, 3, reached)


def test_nobody_joined_is_no_challenge() -> None:
    assert progress(Challenge(Aim.STEADY, MONDAY), [], SUNDAY) is None


RESTED = Decision(MONDAY, Action.REST, None, None, None, (), (TABLE.rows[0].key,), gated=True)


def rested(days: int) -> Decision:
    return replace(RESTED, on=MONDAY + timedelta(days=days))


def test_a_week_is_read_from_its_own_days() -> None:
    runs = [easy(MONDAY + timedelta(days=n), rpe) for n, rpe in ((-1, 9), (2, 3), (3, 8), (7, 9))]
    runs.append(Activity(MONDAY, Done.NOT_RUN))
    log = Log(tuple(sorted(runs, key=lambda run: run.on)))
    routines = [MONDAY, MONDAY, MONDAY + timedelta(days=6), MONDAY + timedelta(days=7)]
    decided = [rested(-1), rested(0), rested(2), rested(7)]
    week = lived_week(decided, log, routines, MONDAY, TABLE)
    assert week == LivedWeek((True, False), easy_kept=1, easy_lost=1, routines=2, hurt=False)
    assert verdicts(decided, log, MONDAY + timedelta(days=7), TABLE) == (False,)


def test_a_run_that_hurt_makes_its_week_a_hurt_one() -> None:
    log = Log((easy(MONDAY, pain=((Spot.CALF, 4),)),))
    assert lived_week([], log, [], MONDAY, TABLE).hurt


# Times


def test_a_told_time_is_a_trial_only_over_a_distance() -> None:
    time = Duration.of_minutes(21)
    assert ToldResult(MONDAY, time).result is None
    told = ToldResult(MONDAY, time, Distance(5000)).result
    assert told == Result(Distance(5000), time, MONDAY, ResultKind.TRIAL)


# Names

MEMBERS = tuple(
    Member(n, name, MONDAY)
    for n, name in enumerate(("Ana", "Anabel", "José", "Zoë K", "Ōta", "rui"), 1)
)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Ana", ["Ana"]),
        ("ANA", ["Ana"]),
        ("anab", ["Anabel"]),
        ("an", ["Ana", "Anabel"]),
        ("jose", ["José"]),
        ("@Zoe", ["Zoë K"]),
        ("zoe  k", ["Zoë K"]),
        ("Rui", ["rui"]),
        ("ota", ["Ōta"]),
        ("Bob", []),
        ("", []),
        ("@", []),
    ],
)
def test_a_member_is_meant_however_the_name_is_written(said: str, meant: list[str]) -> None:
    assert [member.name for member in named(said, MEMBERS)] == meant


# Buddies

PACES = st.dictionaries(
    st.integers(1, 60), st.integers(210, 540).map(lambda s: Pace(float(s))), max_size=20
)


@given(PACES, st.integers(1, 60), st.sets(st.integers(1, 60), max_size=5))
def test_who_is_asked_runs_alike_and_was_not_asked_before(paces, seeker, known) -> None:
    found = to_ask(seeker, paces, known)
    others = [m for m in paces if m != seeker and m not in known]
    if found is None:
        assert seeker not in paces or not any(alike(paces[m], paces[seeker]) for m in others)
        return
    assert found in others
    assert alike(paces[found], paces[seeker])
    apart = abs(paces[found].seconds_per_km - paces[seeker].seconds_per_km)
    assert all(apart <= abs(paces[m].seconds_per_km - paces[seeker].seconds_per_km) for m in others)


def test_the_closest_pace_is_asked_first() -> None:
    paces = {1: Pace(330), 2: Pace(345), 3: Pace(333), 4: Pace(400)}
    assert to_ask(1, paces) == 3
    assert to_ask(1, paces, {3}) == 2
    assert to_ask(1, paces, {2, 3}) is None
    assert to_ask(9, paces) is None
