"""Somebody who presses whatever there is and says whatever comes: no traces, and order kept."""

from __future__ import annotations

import logging
import random  # noqa: TID251 - seeded, for a made-up person
from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.commands import COMMANDS
from bot.rehearsal.model import Message
from tests.chats import saved
from tests.chats.chat import Chat, labels

SAYS = (
    "legs heavy, slept 5 hours, pulse 60",
    "good, 8h, 50",
    "4",
    "7",
    "52",
    "as planned, rpe 4",
    "8k in 48:10",
    "35 min",
    "did 3 of 5",
    "not run today",
    "knee 3/10",
    "achilles 1/10",
    "I have a cold",
    "38.5 degrees fever",
    "I feel well again",
    "undo",
    "why?",
    "skip",
    "yes",
    "no",
    "Berlin",
    "6:45",
    "tue thu sun",
    "9 May",
    "10k on 20 june",
    "move tomorrow's run to sunday",
    "away next week",
    "busy this week",
    "28 degrees outside",
    "switch to miles",
    "I'm pregnant",
    "parkrun 23:45 last saturday",
    "banana",
    "1992",
    "none",
    "5",
)
NEVER = ("Erase everything", "Begin again")
"""What would end the walk."""
STEPS = 80


class Monkey:
    """Everybody's curiosity in one person; `chance` is seeded, so the walk is always the same."""

    def __init__(self, chat: Chat, seed: int) -> None:
        self.chat = chat
        self.chance = random.Random(seed)
        self.did: list[str] = []

    async def step(self) -> None:
        kinds = ("tap", "old", "say", "command", "wait")
        match self.chance.choices(kinds, (50, 8, 22, 10, 10))[0]:
            case "tap":
                await self.tap(self.chat.said[-3:])
            case "old":
                await self.tap(self.chat.said)
            case "say":
                await self.say(self.chance.choice(SAYS))
            case "command":
                names = [c.name for c in COMMANDS if c.name != "forget"]
                await self.say(f"/{self.chance.choice(names)}")
            case _:
                hours = self.chance.choice((1, 6, 15, 26))
                self.did.append(f"wait {hours} h")
                await self.chat.passes(timedelta(hours=hours))

    async def tap(self, messages: Sequence[Message]) -> None:
        found = [(m, label) for m in messages for label in labels(m) if label not in NEVER]
        if found:
            message, label = self.chance.choice(found)
            self.did.append(f"[{label}]")
            await self.chat.taps(label, on=message)

    async def say(self, words: str) -> None:
        self.did.append(words)
        await self.chat.hears(words)


async def walk(chat: Chat, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    """So many steps, and no trace on the way."""
    caplog.set_level(logging.ERROR, logger="bot")
    monkey = Monkey(chat, seed)
    for _ in range(STEPS):
        await monkey.step()
        trail = "\n".join(monkey.did[-12:])
        errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
        assert not errors, f"{errors[0].getMessage()}\n{errors[0].exc_text}\n{trail}"
        assert "went wrong" not in chat.screen, trail


async def in_order(chat: Chat) -> None:
    """One decision and one morning a day, one plan in force."""
    held = await saved.everything(chat)
    decided = [row["date"] for row in held["decisions"] if row["replaced_at"] is None]
    assert len(decided) == len(set(decided))
    sent = [row["local_date"] for row in held["deliveries"] if row["kind"] == "morning"]
    assert len(sent) == len(set(sent))
    assert sum(row["replaced_at"] is None for row in held["plans"]) == 1


@pytest.mark.parametrize("seed", [1, 2])
async def test_whatever_an_athlete_presses_and_says_nothing_breaks(
    rui: Chat, seed: int, caplog: pytest.LogCaptureFixture
) -> None:
    await walk(rui, seed, caplog)
    await in_order(rui)


async def test_nor_on_a_hard_day(hard_day: Chat, caplog: pytest.LogCaptureFixture) -> None:
    await walk(hard_day, 3, caplog)
    await in_order(hard_day)


async def test_nor_for_who_has_only_just_come(chat: Chat, caplog: pytest.LogCaptureFixture) -> None:
    await chat.hears("/start")
    await walk(chat, 4, caplog)
