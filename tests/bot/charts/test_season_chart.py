"""The season at a glance, and the weeks it is made of."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Patch

from bot.charts.look import PALETTES, Look
from bot.charts.races import RADIUS, RaceMark, centre, stacked
from bot.charts.season import SeasonChart, _draw
from bot.charts.timeline import Frame
from bot.charts.weeks import Measure, weeks_of
from core.activity import Activity, Done, Log
from core.athlete import Priority, Race
from core.plan import Phase, WeekKind
from core.units import Distance, Duration, Units
from core.workout import Focus
from tests.bot.charts import samples
from tests.bot.charts.looking import artists, count, drawn, words
from tests.bot.charts.samples import PLAN, on
from tests.core.judgement import pace_of

RICH = samples.SEASONS["rich"]
KM = Measure(pace_of, Units.KM)


def fresh(chart: SeasonChart = RICH) -> SeasonChart:
    """The same season before anything was run."""
    return replace(chart, log=Log(), today=on(0))


def test_every_week_has_a_bar() -> None:
    assert count(drawn(_draw, fresh()))["week"] == len(PLAN.weeks)


def test_bars_have_the_colour_of_their_phase() -> None:
    bars = artists(drawn(_draw, fresh()), "week")
    wanted = PALETTES[Look.DARK].phases
    for bar, week in zip(bars, PLAN.weeks, strict=True):
        assert isinstance(bar, Patch)
        if week.kind not in {WeekKind.DOWN, WeekKind.TAPER}:
            red, green, blue, _ = (round(each * 255) for each in bar.get_facecolor())
            assert f"#{red:02X}{green:02X}{blue:02X}" == wanted[week.phase]


def test_down_weeks_are_hollow_and_the_taper_is_striped() -> None:
    bars = artists(drawn(_draw, fresh()), "week")
    for bar, week in zip(bars, PLAN.weeks, strict=True):
        assert isinstance(bar, Patch)
        assert bool(bar.get_hatch()) is (week.kind is WeekKind.TAPER)
        outlined = bar.get_linewidth() > 0 and not bar.get_hatch()
        assert outlined is (week.kind is WeekKind.DOWN)


def test_every_race_has_its_letter_and_its_line() -> None:
    figure = drawn(_draw, RICH)
    assert sorted(words(figure, "race")) == ["A", "A", "B", "B", "C", "C"]
    dates = [line.rpartition(" · ")[2] for line in words(figure, "race-row")]
    assert dates == ["Sat 13 Feb 2027", "Sun 28 Mar 2027", "Sun 16 May 2027"]


def test_today_is_a_line_with_its_word() -> None:
    figure = drawn(_draw, RICH)
    assert words(figure, "today") == ["today"]
    assert count(figure)["today"] == 2


def test_a_day_outside_the_season_has_no_line() -> None:
    late = replace(RICH, today=PLAN.ends + timedelta(days=30))
    assert count(drawn(_draw, late))["today"] == 0


def test_the_biggest_week_says_how_much() -> None:
    weeks = weeks_of(PLAN, Log(), KM, on(0))
    biggest = max(week.planned for week in weeks)
    assert words(drawn(_draw, fresh()), "peak") == [f"{biggest:.0f} km"]


def test_the_long_runs_are_a_line_that_a_race_week_breaks() -> None:
    figure = drawn(_draw, fresh())
    with_long = [week for week in weeks_of(PLAN, Log(), KM, on(0)) if week.long]
    assert count(figure)["long-dot"] == len(with_long)
    assert len(with_long) < len(PLAN.weeks)
    assert count(figure)["long"] == 3


def test_only_what_is_shown_is_explained() -> None:
    assert "planned" not in words(drawn(_draw, fresh()), "legend")
    assert {"planned", "before the plan"} <= set(words(drawn(_draw, RICH), "legend"))


def test_months_are_named_and_the_new_year_shows_its_number() -> None:
    months = words(drawn(_draw, RICH), "month")
    assert months == ["Dec", "2027", "Feb", "Mar", "Apr", "May"]


def test_a_season_of_nothing_is_only_its_title() -> None:
    assert words(drawn(_draw, samples.SEASONS["none"])) == ["Nothing planned"]


class TestWeeks:
    """weeks_of."""

    def test_a_week_that_is_over_shows_what_was_run(self) -> None:
        run = Activity(on(2, 1), distance=Distance(7000))
        week = weeks_of(PLAN, Log((run,)), KM, on(3))[2]
        assert week.ran == week.shown == week.long == 7

    def test_a_week_that_is_not_over_shows_the_plan(self) -> None:
        run = Activity(on(2, 1), distance=Distance(7000))
        week = weeks_of(PLAN, Log((run,)), KM, on(2, 6))[2]
        assert week.ran is None
        assert week.shown == week.planned > 7

    def test_a_week_of_which_nothing_is_known_shows_the_plan(self) -> None:
        week = weeks_of(PLAN, Log(), KM, on(20))[2]
        assert week.shown == week.planned > 0

    def test_a_race_is_no_training(self) -> None:
        race = Activity(on(2, 6), distance=Distance(42195), focus=Focus.RACE)
        week = weeks_of(PLAN, Log((race,)), KM, on(3))[2]
        assert week.ran == 0
        assert week.long is None
        raced = weeks_of(PLAN, Log(), KM, on(0))[23]
        assert raced.planned < 40

    def test_a_day_that_was_not_run_counts_nothing(self) -> None:
        missed = Activity(on(2, 1), done=Done.NOT_RUN, distance=Distance(9000))
        assert weeks_of(PLAN, Log((missed,)), KM, on(3))[2].ran is None

    def test_weeks_before_the_plan_have_no_phase_and_no_plan(self) -> None:
        weeks = weeks_of(PLAN, Log(samples.BEFORE[::-1]), KM, on(0))
        assert [week.phase for week in weeks[:3]] == [None, None, Phase.BASE]
        assert [(week.planned, week.ran) for week in weeks[:2]] == [(0, 16), (0, 8)]

    def test_a_plan_that_starts_midweek_keeps_what_was_run_before_in_that_week(self) -> None:
        late = replace(PLAN, starts=on(0, 3))
        late = replace(late, sessions=tuple(s for s in late.sessions if s.on >= late.starts))
        run = Activity(on(0, 1), distance=Distance(6000))
        whole = weeks_of(late, Log((run,)), KM, on(0, 3))[0].planned
        assert whole == weeks_of(late, Log(), KM, on(0, 3))[0].planned + 6

    @pytest.mark.parametrize(
        ("units", "amount"), [(Units.KM, 8.0), (Units.MILES, 8 / 1.609344), (None, 50.0)]
    )
    def test_amounts_are_in_the_athletes_units(self, units: Units | None, amount: float) -> None:
        run = Activity(on(2, 1), time=Duration.of_minutes(50))
        week = weeks_of(PLAN, Log((run,)), Measure(pace_of, units), on(3))[2]
        assert week.ran == pytest.approx(amount)


@given(st.dictionaries(st.integers(0, 363), st.sampled_from(Priority), max_size=30))
def test_badges_never_touch_and_an_important_race_always_has_one(
    days: dict[int, Priority],
) -> None:
    frame = Frame(on(0), 364, left=120, top=0, foot=900)
    races = [RaceMark(Race(on(0, day), Distance(10000), each)) for day, each in days.items()]
    placed = stacked(frame, races)
    for n, (race, row) in enumerate(placed):
        near = [r for r, other in placed[:n] if other == row]
        assert all(abs(centre(frame, race) - centre(frame, r)) >= 2 * RADIUS for r in near)
    firsts = [mark.race for mark in races if mark.race.priority is Priority.A]
    if len(firsts) == 1:
        assert firsts[0] in [race for race, _ in placed]
