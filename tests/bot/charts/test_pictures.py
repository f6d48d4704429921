"""What every picture keeps to: size, looks, no words over words, the same bytes each time."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from matplotlib.colors import same_color
from matplotlib.figure import Figure

from bot.charts import plateau, readiness, review, season, session, splits, volume, week, year
from bot.charts.look import PALETTES, Look
from bot.charts.page import Page
from bot.charts.sizes import SMALL
from tests.bot.charts import samples
from tests.bot.charts.looking import drawn, outside, overlaps, texts, words


@dataclass(frozen=True)
class Kind:
    """One kind of picture: what draws it, what paints it, and its samples."""

    draw: Callable[[Page, Any], None]
    paint: Callable[..., bytes]
    samples: Mapping[str, object]


KINDS = {
    "session": Kind(session._draw, session.session_picture, samples.SESSIONS),
    "season": Kind(season._draw, season.season_picture, samples.SEASONS),
    "week": Kind(week._draw, week.week_picture, samples.WEEKS),
    "readiness": Kind(readiness._draw, readiness.readiness_picture, samples.READINESS),
    "volume": Kind(volume._draw, volume.volume_picture, samples.VOLUMES),
    "splits": Kind(splits._draw, splits.splits_picture, samples.SPLITS),
    "review": Kind(review._draw, review.review_picture, samples.REVIEWS),
    "year": Kind(year._draw, year.year_picture, samples.YEARS),
    "plateau": Kind(plateau._draw, plateau.plateau_picture, samples.PLATEAUS),
}
ALL = [(kind, sample) for kind in KINDS for sample in KINDS[kind].samples]
each_sample = pytest.mark.parametrize(("kind", "sample"), ALL)


@cache
def figure(kind: str, sample: str, look: Look = Look.DARK) -> Figure:
    return drawn(KINDS[kind].draw, KINDS[kind].samples[sample], look)


def size(png: bytes) -> tuple[int, int]:
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")


def chunks(png: bytes) -> list[bytes]:
    at, found = 8, []
    while at < len(png):
        found.append(png[at + 4 : at + 8])
        at += 12 + int.from_bytes(png[at : at + 4], "big")
    return found


@each_sample
def test_a_picture_is_a_png_that_a_phone_can_show(kind: str, sample: str) -> None:
    png = KINDS[kind].paint(KINDS[kind].samples[sample])
    width, height = size(png)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert width == 1080
    assert 100 < height < 5000
    assert len(png) < 1_000_000


@each_sample
def test_no_words_lie_on_words(kind: str, sample: str) -> None:
    assert not overlaps(figure(kind, sample))


@each_sample
def test_no_words_leave_the_picture(kind: str, sample: str) -> None:
    assert not outside(figure(kind, sample))


@each_sample
def test_no_type_is_too_small_for_a_phone(kind: str, sample: str) -> None:
    assert all(text.get_fontsize() >= SMALL for text in texts(figure(kind, sample)))


@each_sample
def test_light_and_dark_say_the_same(kind: str, sample: str) -> None:
    dark, light = (figure(kind, sample, look) for look in Look)
    assert words(dark) == words(light)
    assert same_color(dark.get_facecolor(), PALETTES[Look.DARK].paper)
    assert same_color(light.get_facecolor(), PALETTES[Look.LIGHT].paper)


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_chart_gives_the_same_bytes_and_no_word_about_the_maker(kind: str) -> None:
    paint, chart = KINDS[kind].paint, KINDS[kind].samples["rich"]
    first = paint(chart)
    assert paint(chart) == first
    assert set(chunks(first)) == {b"IHDR", b"pHYs", b"IDAT", b"IEND"}


def test_many_threads_at_once_paint_what_one_paints() -> None:
    asked = [(each.paint, each.samples["rich"]) for each in KINDS.values()]
    with ThreadPoolExecutor(16) as pool:
        painted = list(pool.map(lambda each: each[0](each[1]), asked * 2))
    alone = [paint(chart) for paint, chart in asked]
    assert painted == alone * 2


def test_nothing_is_imported_before_the_first_picture() -> None:
    code = (
        "import sys; from bot.charts import "
        "plateau, readiness, review, season, session, splits, volume, week, year; "
        "print([m for m in ('matplotlib', 'numpy', 'PIL') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_threads_may_make_the_very_first_pictures_together() -> None:
    code = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "from bot.charts.review import ReviewChart, review_picture\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    painted = set(pool.map(lambda n: review_picture(ReviewChart('Week')), range(8)))\n"
        "print(len(painted))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "1"


@pytest.mark.bench
@pytest.mark.parametrize("kind", KINDS)
def test_bench_of_one_picture(kind: str) -> None:
    paint, chart = KINDS[kind].paint, KINDS[kind].samples["rich"]
    paint(chart)
    times = []
    for _ in range(15):
        began = time.perf_counter()
        paint(chart)
        times.append(time.perf_counter() - began)
    print(f"\n{kind}: p50 {sorted(times)[7] * 1000:.0f} ms, best {min(times) * 1000:.0f} ms")
