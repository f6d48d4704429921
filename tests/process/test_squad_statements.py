"""The same count for a squad's taps: at most three statements read, one transaction written."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.chats.chat import Chat
from tests.chats.people import RUI, onboard
from tests.chats.squad_people import Group
from tests.chats.stage import Scenes, Stage
from tests.process.ledger import Ledger, ledger_of
from tests.process.test_statements import MOST_READS


@pytest.fixture
async def group(_sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Group]:
    """A squad whose owner has a plan and is not in it yet."""
    async with Scenes(_sqlite_template, tmp_path).empty(tmp_path / "nextgear.db") as stage:
        yield await Group.founded(await _rui(stage))


async def _rui(stage: Stage) -> Chat:
    return await onboard(Chat.of(stage), RUI)


async def cost(chat: Chat, label: str) -> Ledger:
    assert chat.stage.coach is not None
    with ledger_of(chat.stage.coach.database) as ledger:
        await chat.taps(label)
    return ledger


def is_frugal(ledger: Ledger) -> None:
    assert len(ledger.reads) <= MOST_READS, "\n".join(ledger.reads)
    assert len(ledger.writing) <= 1, ledger.writing


async def test_joining_and_settling(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    for label in ("Join", "Settings", "Challenges", "Days and hours", "Sat", "Done", "19:00"):
        is_frugal(await cost(there, label))


async def test_what_a_squad_may_see(group: Group) -> None:
    rui = group.owner
    await group.join(rui)
    await rui.hears("/squad")
    for label in ("Paces", "Leave the squad", "Stay", "Races"):
        is_frugal(await cost(rui, label))
