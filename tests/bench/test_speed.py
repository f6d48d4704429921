"""The coach beside a raw python-telegram-bot echo, in the same run.

`pytest -m bench -s` prints the figures; the targets are checked. They are meant for a machine that
has nothing else to do: a tap of the coach changes threads a dozen times for its database, and waits
longer than the echo wherever others want the processor.
"""

from __future__ import annotations

import statistics
from pathlib import Path
from time import perf_counter

import pytest

from tests.bench.measuring import Taps, percentile, resident, spent
from tests.bench.pair import morning, question, start_coach, start_echo, town
from tests.process.talking import button

STARTS, ATHLETES, ROUNDS = 5, 8, 4
TIMES_SLOWER, TIMES_LATER, MORE_MEGABYTES = 3, 4, 60

pytestmark = pytest.mark.bench


async def test_a_start_takes_no_more_than_four_times_the_raw_one(tmp_path: Path) -> None:
    coach_took: list[float] = []
    echo_took: list[float] = []
    async with town() as ours, town() as theirs:
        turns = ((start_coach, ours, coach_took), (start_echo, theirs, echo_took))
        for _ in range(STARTS + 1):
            for start, place, took in turns:
                began = perf_counter()
                program = await start(place, tmp_path)
                took.append(perf_counter() - began)
                await program.kill()
    very_first = coach_took[0]  # with the tables still to be made
    coach, raw = statistics.median(coach_took[1:]), statistics.median(echo_took[1:])
    print(f"\nstart to first poll   coach {coach:6.2f} s   raw {raw:6.2f} s   x{coach / raw:.2f}")
    print(f"the very first start  coach {very_first:6.2f} s")
    assert coach <= TIMES_LATER * raw


async def test_a_check_in_tap_takes_no_more_than_three_times_the_raw_one(tmp_path: Path) -> None:
    coach, echo = Taps(), Taps()
    async with morning(tmp_path, ATHLETES) as pair:
        before = spent(pair.coach), spent(pair.echo)
        for talk in [*pair.talks] * ROUNDS:
            while (asked := question(talk)) is not None:
                await coach.tap(talk, *asked)
                await echo.tap(pair.listener, pair.listener.said[-1], "tap")
            again = button(talk.said, "checkin:reopen:")
            assert again is not None, talk.last
            await coach.tap(talk, *again)
        worked = spent(pair.coach) - before[0], spent(pair.echo) - before[1]
    print(f"\n{len(coach.edited)} and {len(echo.edited)} taps")
    for name, ours, theirs in (
        ("spinner ends", coach.answered, echo.answered),
        ("card changes", coach.edited, echo.edited),
    ):
        for part in (50, 99):
            here, raw = percentile(ours, part), percentile(theirs, part)
            print(f"{name}, p{part}     coach {here:6.1f} ms  raw {raw:6.1f} ms  x{here / raw:.2f}")
    here, raw = worked[0] / len(coach.edited), worked[1] / len(echo.edited)
    print(f"processor, each       coach {here:6.1f} ms  raw {raw:6.1f} ms   x{here / raw:.2f}")
    assert percentile(coach.edited, 50) <= TIMES_SLOWER * percentile(echo.edited, 50)


async def test_a_coach_holds_no_more_than_sixty_megabytes_above_the_raw_one(
    tmp_path: Path,
) -> None:
    """After a morning and its check-in. What the process of a first onboarding holds besides, the
    means to make tables and the map of zones, is told and not judged."""
    async with morning(tmp_path, 1) as pair:
        (talk,) = pair.talks
        while (asked := question(talk)) is not None:
            await Taps().tap(talk, *asked)
            await Taps().tap(pair.listener, pair.listener.said[-1], "tap")
        coach, raw = resident(pair.coach), resident(pair.echo)
    print(
        f"\nmemory                coach {coach:6.1f} MB  raw {raw:6.1f} MB  +{coach - raw:.1f} MB"
    )
    print(f"after an onboarding   coach {pair.first:6.1f} MB")
    assert coach - raw <= MORE_MEGABYTES
