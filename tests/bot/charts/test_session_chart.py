"""A session's profile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from matplotlib.artist import Artist
from matplotlib.patches import Patch

from bot.charts.look import PALETTES, ZONE_OF, Look
from bot.charts.session import BlockWords, SessionChart, _draw
from core.workout import Effort, Focus, Part, Repeat, Workout
from tests.bot.charts import samples
from tests.bot.charts.looking import artists, count, drawn, words
from tests.core.judgement import pace_of

RICH = samples.SESSIONS["rich"]


def extent(artist: Artist) -> tuple[float, float]:
    """Width and height, px."""
    assert isinstance(artist, Patch)
    box = artist.get_path().get_extents(artist.get_patch_transform())
    return float(box.width), float(box.height)


def chart(*efforts: Effort, minutes: float = 10) -> SessionChart:
    steps = tuple(samples.timed(effort, minutes) for effort in efforts)
    return SessionChart(Workout("w", Focus.EASY, steps), pace_of, "A session")


def test_every_step_has_a_bar_and_repeats_are_rolled_out() -> None:
    assert count(drawn(_draw, RICH))["step"] == 1 + 6 * 2 + 1


def test_a_bar_is_as_wide_as_its_time() -> None:
    figure = drawn(_draw, chart(Effort.EASY, Effort.THRESHOLD))
    (first, _), (second, _) = map(extent, artists(figure, "step"))
    assert first == pytest.approx(second, abs=2)
    assert first + second == pytest.approx(1080 - 2 * 56, abs=6)


def test_a_harder_effort_stands_higher_from_standing_to_all_out() -> None:
    usual = [effort for effort in Effort if effort not in {Effort.FAST, Effort.STRIDE}]
    figure = drawn(_draw, chart(*usual))
    heights = {
        artist.get_facecolor() and round(extent(artist)[1]) for artist in artists(figure, "step")
    }
    assert len(heights) == len(usual)


@pytest.mark.parametrize("effort", Effort)
def test_a_bar_has_the_colour_of_its_zone(effort: Effort) -> None:
    (bar,) = artists(drawn(_draw, chart(effort)), "step")
    assert isinstance(bar, Patch)
    red, green, blue, _ = bar.get_facecolor()
    colour = "#" + "".join(f"{round(each * 255):02X}" for each in (red, green, blue))
    assert colour == PALETTES[Look.DARK].zones[ZONE_OF[effort]]


def test_a_ten_second_sprint_can_still_be_seen() -> None:
    figure = drawn(_draw, samples.SESSIONS["german"])
    sprints = [extent(bar) for bar in artists(figure, "step") if extent(bar)[1] > 300]
    assert len(sprints) == 8
    assert all(width >= 6 for width, _ in sprints)


def test_uphill_running_rises() -> None:
    hill = samples.timed(Effort.THRESHOLD, 5, uphill=True)
    figure = drawn(_draw, SessionChart(Workout("w", Focus.EASY, (hill,)), pace_of, "Hills"))
    (bar,) = artists(figure, "step")
    assert isinstance(bar, Patch)
    tops = {round(y) for _, y in bar.get_path().vertices[1:3]}
    assert len(tops) == 2


def test_the_main_block_says_its_reps_over_the_teeth() -> None:
    assert "6 × 800 m" in words(drawn(_draw, RICH), "short")


def test_words_that_do_not_fit_over_their_block_are_left_out() -> None:
    narrow = replace(RICH, blocks=(BlockWords("a very long warm-up indeed"), *RICH.blocks[1:]))
    assert words(drawn(_draw, narrow), "short") == ["6 × 800 m", "10 min"]


def test_blocks_without_words_share_the_row_before() -> None:
    workout = Workout("w", Focus.VO2MAX, (samples.WARM_UP, samples.REPS, samples.COOL_DOWN))
    told = SessionChart(workout, pace_of, "w", blocks=(BlockWords(full="All of it"),))
    figure = drawn(_draw, told)
    assert words(figure, "row") == ["All of it"]
    assert count(figure)["icon"] == len({Effort.EASY, Effort.FIVE_K, Effort.JOG})


def test_the_axis_counts_minutes_and_says_so_once() -> None:
    ticks = words(drawn(_draw, RICH), "tick")
    assert ticks[0] == "0 min"
    assert [int(tick) for tick in ticks[1:]] == sorted({int(tick) for tick in ticks[1:]})


def test_a_session_of_nothing_is_only_its_title() -> None:
    assert words(drawn(_draw, samples.SESSIONS["none"])) == ["Nothing"]


def test_two_hundred_reps_stay_in_the_picture() -> None:
    many = Workout("w", Focus.SPEED, (Repeat(200, samples.REPS.steps),))
    figure = drawn(_draw, SessionChart(many, pace_of, "Many"))
    boxes = [bar.get_window_extent() for bar in artists(figure, "step")]
    assert len(boxes) == 400
    assert max(box.x1 for box in boxes) <= 1080 - 56 + 8


def test_strides_in_the_warm_up_do_not_take_the_place_of_the_main_block() -> None:
    stride = samples.timed(Effort.STRIDE, 1 / 3, Part.WARM_UP)
    main = samples.timed(Effort.THRESHOLD, 4)
    workout = Workout("w", Focus.THRESHOLD, (samples.WARM_UP, Repeat(4, (stride,)), main))
    told = (BlockWords(), BlockWords("4 × 20 s strides"), BlockWords("4 min at one-hour effort"))
    figure = drawn(_draw, SessionChart(workout, pace_of, "w", blocks=told))
    assert words(figure, "short") == ["4 min at one-hour effort"]
