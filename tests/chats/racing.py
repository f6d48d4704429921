"""Athletes with a race close by, and where their chats begin."""

from __future__ import annotations

from tests.chats.chat import Chat
from tests.chats.people import ANA, RUI, Life, onboard
from tests.chats.stage import Stage

SUNDAY = "2026-12-06"
EVE = "2026-12-05"
SOON = RUI.but(race='"6 December 2026"')
"""Rui, whose 10K is ten days away: the first day of its taper."""
EARLY = ANA.but(
    goal="5K",
    race='"6 December 2026"',
    runs="2",
    volume='"8 km"',
    longest='"4 km"',
    days="Tue+Thu+Sun",
    long_day="Sun",
)
"""A beginner with a 5K in ten days, and no result."""


async def rui_tapers(stage: Stage) -> None:
    """The first day of his taper."""
    await onboard(Chat.of(stage), SOON)


async def ruis_eve(stage: Stage) -> None:
    """The first minutes of the day before his race, every day lived as planned."""
    await Life(await onboard(Chat.of(stage), SOON)).until(EVE)


async def beginner_tapers(stage: Stage) -> None:
    """A beginner, ten days before her 5K."""
    await onboard(Chat.of(stage), EARLY)


async def known_day(chat: Chat) -> None:
    """The race plan, with its start and its course told."""
    await chat.hears("/race")
    await chat.taps("10K, 6 Dec")
    await chat.taps("Race plan")
    await chat.taps("9:00")
    await chat.taps("9:30")
    await chat.taps("Flat")
