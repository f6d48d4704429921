"""The clock bar: where each step leads, and steps in a hurry."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import pytest


@pytest.mark.parametrize(
    ("step", "local"),
    [
        ("hour", "Thu 26 Nov 2026 20:30"),
        ("evening", "Thu 26 Nov 2026 20:35"),
        ("tomorrow", "Fri 27 Nov 2026 06:00"),
        ("monday", "Mon 30 Nov 2026 06:00"),
        ("landmark", "Sun 29 Nov 2026 07:00"),
    ],
)
async def test_the_clock_moves_in_the_coachs_zone(page, step, local):
    status, told = await page.do("advance", step=step, landmark="race")
    assert (status, told["clock"]["local"], told["clock"]["moving"]) == (200, local, False)


async def test_a_step_goes_to_the_next_such_hour(page, clock):
    for step, local in [
        ("evening", "Thu 26 Nov 2026 20:35"),
        ("evening", "Fri 27 Nov 2026 20:35"),
        ("monday", "Mon 30 Nov 2026 06:00"),
        ("monday", "Mon 7 Dec 2026 06:00"),
    ]:
        assert (await page.do("advance", step=step))[1]["clock"]["local"] == local
    status, told = await page.do("advance", step="landmark", landmark="race")
    assert (status, told) == (400, {"error": "The clock does not go back"})


async def test_three_presses_in_a_hurry_are_three_steps(telegram, clock, room, page):
    moving = asyncio.Event()
    steps = []

    async def slowly(to: datetime) -> None:
        moving.set()
        await asyncio.sleep(0.02)
        steps.append(to - clock.instant)
        clock.instant = to

    room.advance = slowly
    after = telegram.world.journal.last
    presses = [asyncio.create_task(page.do("advance", step="hour")) for _ in range(3)]
    await asyncio.wait_for(moving.wait(), 2)
    assert (await page.get("/room/state"))["clock"]["moving"] is True
    answers = await asyncio.gather(*presses)
    assert [status for status, _ in answers] == [200] * 3
    assert steps == [timedelta(hours=1)] * 3
    assert (await page.get("/room/state"))["clock"]["local"] == "Thu 26 Nov 2026 22:30"
    assert (await page.events(after))[-1]["clock"]["local"] == "Thu 26 Nov 2026 22:30"
