"""Generated marathon and half seasons beside published ones; `pytest -s` shows the table."""

import pytest

from core.athlete import Level, RaceDistance
from tests.core.guide_people import season
from tests.core.plan_shape import KINDS, generated, published, table

HALF, MARATHON = RaceDistance.HALF, RaceDistance.MARATHON
LEVELS = {"intermediate": Level.INTERMEDIATE, "advanced": Level.ADVANCED}
SEASONS = [
    (distance, level, days, weeks)
    for distance, lengths in ((MARATHON, (12, 18)), (HALF, (12, 18)))
    for weeks in lengths
    for level, days in (("intermediate", 5), ("advanced", 6))
]


def ours(distance, level, days, weeks):
    name = f"ours {distance.value} {level} {weeks}"
    return generated(name, season(LEVELS[level], days, distance, weeks))


EVERY = [shape for kind in KINDS.values() for shape in published(kind)]
MARGIN = {MARATHON: 0.14, HALF: 0.08}
"""Our marathon tapers in seven-day windows back from the race, published ones in calendar weeks:
the window before the race holds the Sunday run of the week before, and its week reads lower."""


@pytest.fixture(params=SEASONS, ids=lambda row: f"{row[0].value}-{row[1]}-{row[3]}")
def pair(request):
    """One generated season and all published ones of its distance."""
    return ours(*request.param), published(KINDS[request.param[0]])


def near(value, published_values, allowed):
    return min(published_values) - allowed <= value <= max(published_values) + allowed


@pytest.mark.parametrize("distance", KINDS)
def test_the_table_of_shapes(distance, capsys):
    """Printed beside each other; what they have in common is asserted below."""
    shapes = published(KINDS[distance])
    shapes += [ours(*row) for row in SEASONS if row[0] is distance]
    lines = list(table(shapes))
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert len(lines) == 1 + len(shapes)
    assert all(len(shape.weeks) >= 12 for shape in shapes)


def test_the_curve_rises_as_published_ones_do(pair):
    shape, others = pair
    assert near(shape.middle, [other.middle for other in others], 0.05)
    assert near(shape.start, [other.start for other in others], 0.15)


def test_weeks_are_cut_back_about_as_often_and_as_deep(pair):
    shape, _ = pair
    assert near(len(shape.cuts) / len(shape.weeks), [len(s.cuts) / len(s.weeks) for s in EVERY], 0)
    assert all(0.15 <= cut <= 0.33 for cut in shape.cuts)


def test_the_longest_run_is_as_long_as_published_ones_for_such_weeks(pair):
    shape, others = pair
    assert near(max(shape.longest), [max(other.longest) for other in others], 1)
    assert near(shape.long_share, [other.long_share for other in EVERY], 0)


def test_the_longest_run_lies_as_far_from_the_race(pair):
    shape, others = pair
    assert near(shape.long_out, [other.long_out for other in others], 1)


@pytest.mark.parametrize("row", SEASONS, ids=str)
def test_the_last_weeks_fall_as_published_ones(row):
    """A marathon's last three, a half's last two."""
    shape, others = ours(*row), published(KINDS[row[0]])
    for week in range(0 if row[0] is MARATHON else 1, 3):
        assert near(shape.last[week], [other.last[week] for other in others], MARGIN[row[0]]), week
    assert shape.last == tuple(sorted(shape.last, reverse=True))
