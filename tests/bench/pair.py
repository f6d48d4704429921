"""The coach and the echo side by side, each in a process and a Telegram of its own."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.clock import RealClock
from bot.rehearsal.model import TOKEN, UNLIMITED, Message, Telegram
from bot.rehearsal.site import serve_telegram
from tests.bench.measuring import resident
from tests.process.conftest import QUICK, Town
from tests.process.programs import NEXTGEAR, Program, ended, environment
from tests.process.talking import Talk, button, onboard, until

HERE = Path(__file__).parent
LISBON = ZoneInfo("Europe/Lisbon")
QUESTIONS = ("checkin:legs:", "checkin:sleep:", "checkin:skip:")


@asynccontextmanager
async def town() -> AsyncIterator[Town]:
    telegram = Telegram(RealClock().now, limits=UNLIMITED)
    site = await serve_telegram(telegram)
    try:
        yield Town(telegram, site)
    finally:
        await site.close()


def settings_of(place: Town, folder: Path) -> dict[str, str]:
    return environment(
        folder,
        TELEGRAM_TOKEN=TOKEN,
        TELEGRAM_API_URL=place.site.url,
        DATABASE_URL=f"sqlite:///{folder / 'nextgear.db'}",
        **QUICK,
    )


async def start_coach(place: Town, folder: Path) -> Program:
    """`nextgear run`; returns at its first poll."""
    return await place.launch(*NEXTGEAR, "run", env=settings_of(place, folder))


async def start_echo(place: Town, folder: Path) -> Program:
    """The raw bot; returns at its first poll."""
    command = (sys.executable, str(HERE / "echo.py"), TOKEN, place.site.url)
    return await place.launch(*command, env=environment(folder))


@dataclass(frozen=True)
class Pair:
    """It is morning: athletes have their cards, and somebody has a button of the echo."""

    coach: Program
    talks: Sequence[Talk]
    echo: Program
    listener: Talk
    first: float
    """Megabytes that the process of the very first start held after the onboardings."""


@asynccontextmanager
async def morning(folder: Path, athletes: int) -> AsyncIterator[Pair]:
    """Athletes are onboarded by taps, and the coach is started again when their morning is due."""
    async with AsyncExitStack() as stack:
        ours, theirs = [await stack.enter_async_context(town()) for _ in range(2)]
        talks = [ours.talk(100 + n, f"Runner{n}") for n in range(athletes)]
        async with ended(await start_coach(ours, folder)) as before:
            await asyncio.gather(*(onboard(talk) for talk in talks))
            first = resident(before)
            await before.stop()
        command = (sys.executable, str(HERE / "coach.py"), _just_before().isoformat())
        launched = await ours.launch(*command, env=settings_of(ours, folder))
        coach = await stack.enter_async_context(ended(launched))
        echo = await stack.enter_async_context(ended(await start_echo(theirs, folder)))
        listener = theirs.talk(1, "Listener")
        await listener.say("hello")
        await until(ours.telegram, lambda: all(question(talk) for talk in talks))
        yield Pair(coach, talks, echo, listener, first)


def _just_before() -> datetime:
    """Two seconds before the mornings of all who are onboarded now and live in Lisbon."""
    tomorrow = RealClock().now().astimezone(LISBON).date() + timedelta(days=1)
    return datetime.combine(tomorrow, time(6, 29, 58), LISBON).astimezone(UTC)


def question(talk: Talk) -> tuple[Message, str] | None:
    """The card with an open question, and the payload of one answer to it."""
    found = (button(talk.said, start) for start in QUESTIONS)
    return next((each for each in found if each is not None), None)
