"""The coach beside a raw python-telegram-bot echo, both in processes of their own, in one run.

`pytest -m bench -s` prints the figures; the targets are checked.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest

from bot.clock import RealClock
from bot.rehearsal.model import TOKEN, UNLIMITED, Message, Telegram
from bot.rehearsal.site import serve_telegram
from tests.bench.measuring import Taps, percentile, resident
from tests.process.conftest import QUICK, Town
from tests.process.programs import NEXTGEAR, Program, environment
from tests.process.talking import Talk, onboard, until

HERE = Path(__file__).parent
ECHO = (sys.executable, str(HERE / "echo.py"))
STARTS, ATHLETES, ROUNDS = 5, 8, 3
TIMES_SLOWER, TIMES_LATER, MORE_MEGABYTES = 3, 4, 60
LISBON = ZoneInfo("Europe/Lisbon")
QUESTIONS = ("checkin:legs:", "checkin:sleep:", "checkin:skip:")

pytestmark = pytest.mark.bench


@asynccontextmanager
async def town(ahead: timedelta = timedelta()) -> AsyncIterator[Town]:
    clock = RealClock()
    telegram = Telegram(lambda: clock.now() + ahead, limits=UNLIMITED)
    site = await serve_telegram(telegram)
    try:
        yield Town(telegram, site)
    finally:
        await site.close()


def coach_settings(place: Town, folder: Path) -> dict[str, str]:
    return environment(
        folder,
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_API_URL=place.site.url,
        DATABASE_URL=f"sqlite:///{folder / 'nextgear.db'}",
        **QUICK,
    )


async def started(place: Town, *command: str, env: dict[str, str]) -> tuple[Program, float]:
    """A process, and the seconds from its start to its first poll."""
    began = perf_counter()
    program = await place.launch(*command, env=env)
    return program, perf_counter() - began


async def test_a_start_takes_no_more_than_four_times_the_raw_one(tmp_path: Path) -> None:
    async with town() as ours, town() as theirs:
        settings = coach_settings(ours, tmp_path)
        echo = (*ECHO, TOKEN, theirs.site.url)
        coach_took: list[float] = []
        echo_took: list[float] = []
        for _ in range(STARTS + 1):
            for place, took, command, env in (
                (ours, coach_took, (*NEXTGEAR, "run"), settings),
                (theirs, echo_took, echo, environment(tmp_path)),
            ):
                program, seconds = await started(place, *command, env=env)
                took.append(seconds)
                await program.kill()
    first = coach_took[0]  # with the tables still to be made
    coach, raw = statistics.median(coach_took[1:]), statistics.median(echo_took[1:])
    print(f"\nstart to first poll   coach {coach:6.2f} s   raw {raw:6.2f} s   x{coach / raw:.2f}")
    print(f"the very first start  coach {first:6.2f} s")
    assert coach <= TIMES_LATER * raw


async def test_a_check_in_tap_takes_no_more_than_three_times_the_raw_one(tmp_path: Path) -> None:
    morning = datetime.combine(
        RealClock().now().astimezone(LISBON).date() + timedelta(days=1), time(6, 29, 58), LISBON
    ).astimezone(UTC)
    async with town() as ours, town() as theirs:
        settings = coach_settings(ours, tmp_path)
        talks = [ours.talk(100 + n, f"Runner{n}") for n in range(ATHLETES)]
        await _onboarded(ours, talks, settings)
        command = (sys.executable, str(HERE / "coach.py"), morning.isoformat())
        coach = await ours.launch(*command, env=settings)
        echo = await theirs.launch(*ECHO, TOKEN, theirs.site.url, env=environment(tmp_path))
        bare = (resident(coach), resident(echo))
        await until(ours.telegram, lambda: all(_open(talk) for talk in talks))
        listener = theirs.talk(1, "Listener")
        await listener.say("hello")
        coach_taps, echo_taps = Taps(), Taps()
        for talk in talks * ROUNDS:
            while (question := _open(talk)) is not None:
                await coach_taps.tap(talk, *question)
                await echo_taps.tap(listener, listener.said[-1], "tap")
            again = _button(talk, "checkin:reopen:")
            assert again is not None
            await coach_taps.tap(talk, *again)
        held = (resident(coach), resident(echo))
        await coach.kill()
        await echo.kill()
    _print_taps(coach_taps, echo_taps)
    print(f"memory at first poll  coach {bare[0]:6.1f} MB  raw {bare[1]:6.1f} MB")
    print(
        f"memory after taps     coach {held[0]:6.1f} MB  raw {held[1]:6.1f} MB"
        f"  +{held[0] - held[1]:.1f} MB"
    )
    assert statistics.median(coach_taps.edited) <= TIMES_SLOWER * statistics.median(
        echo_taps.edited
    )
    assert held[0] <= held[1] + MORE_MEGABYTES


async def _onboarded(place: Town, talks: list[Talk], settings: dict[str, str]) -> None:
    program = await place.launch(*NEXTGEAR, "run", env=settings)
    await asyncio.gather(*(onboard(talk) for talk in talks))
    await program.stop()


def _open(talk: Talk) -> tuple[Message, str] | None:
    """The newest card's open question, and one answer to it."""
    return next((found for start in QUESTIONS if (found := _button(talk, start))), None)


def _button(talk: Talk, start: str) -> tuple[Message, str] | None:
    for message in reversed(talk.said):
        for button in (button for row in message.buttons() for button in row):
            if button.get("callback_data", "").startswith(start):
                return message, button["callback_data"]
    return None


def _print_taps(coach: Taps, echo: Taps) -> None:
    for name in ("answered", "edited"):
        ours, raw = getattr(coach, name), getattr(echo, name)
        for part in (50, 99):
            here, there = percentile(ours, part), percentile(raw, part)
            print(
                f"\ntap to {name:8} p{part}    coach {here:6.1f} ms  raw {there:6.1f} ms"
                f"  x{here / there:.2f}  ({len(ours)} and {len(raw)} taps)",
                end="",
            )
    print()
