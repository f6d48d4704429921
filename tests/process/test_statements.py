"""A tap reads in at most three statements and writes in one transaction.

Counted is all that happens between an update's coming into a worker's hands and its being answered.
Not counted is what every update costs alike: delivery's bookkeeping of what came in and of what a
card shows (`ledger.BOOKKEEPING`).
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.tables import metadata
from tests.chats import histories, plays, racing
from tests.chats.chat import Chat
from tests.chats.stage import Play, Scenes
from tests.process.ledger import BOOKKEEPING, Ledger, ledger_of
from tests.process.talking import button

MOST_READS = 3
SKIP = ("checkin:skip:", ":pulse")


@pytest.fixture(scope="module")
def scenes(_sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    return Scenes(_sqlite_template, tmp_path_factory.mktemp("scenes"))


@pytest.fixture
async def chat(scenes: Scenes, tmp_path: Path, play: Play) -> AsyncIterator[Chat]:
    async with scenes.after(play, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


async def tapped(chat: Chat, start: str, end: str = "") -> Ledger:
    """Tap the newest button whose payload starts and ends so; what that cost."""
    found = button(chat.said, start, end)
    assert found is not None, f"no button {start!r} in:\n{chat.screen}"
    assert chat.stage.coach is not None
    with ledger_of(chat.stage.coach.database) as ledger:
        chat.stage.telegram.press(chat.person, *found)
        await chat.stage.settle()
    assert ledger.transactions, "nothing was handled"
    return ledger


def is_frugal(ledger: Ledger) -> None:
    assert len(ledger.reads) <= MOST_READS, "\n".join(ledger.reads)
    assert len(ledger.writing) <= 1, ledger.writing
    assert len(ledger.about_athletes) == 1, ledger.about_athletes


LEGS_DEAD, SHORT_NIGHT, NO_PULSE = ("checkin:legs:", ":1"), ("checkin:sleep:", ""), SKIP
MORNING = (LEGS_DEAD, ("checkin:menu:", ":more"), ("checkin:menu:", ":none"), SHORT_NIGHT, NO_PULSE)


@pytest.mark.parametrize("play", [plays.ruis_first_hard_day])
async def test_every_tap_of_a_morning_with_its_verdict_and_undo(chat: Chat) -> None:
    for start, end in (*MORNING, ("checkin:reopen:", ""), *MORNING, ("today:undo:", "")):
        ledger = await tapped(chat, start, end)
        is_frugal(ledger)
        assert len(ledger.writing) == 1, start


@pytest.mark.parametrize("play", [plays.ruis_first_hard_day])
async def test_the_usual_morning_in_one_tap_and_why(chat: Chat) -> None:
    is_frugal(await tapped(chat, "checkin:usual:"))
    ledger = await tapped(chat, "today:why:")
    is_frugal(ledger)
    assert ledger.writing == []


@pytest.mark.parametrize("play", [plays.ruis_first_hard_day])
async def test_the_taps_under_a_review(chat: Chat) -> None:
    await chat.hears("/review")
    for start in ("review:why:", "review:next:", "review:month:", "review:year", "review:week"):
        ledger = await tapped(chat, start)
        is_frugal(ledger)
        assert ledger.writing == [], start


RACE_TAPS = (
    ("raceday:ask:", ":gun"),
    ("raceday:hour:", ":9"),
    ("raceday:gun:", ":570"),
    ("raceday:ground:", ":hilly"),
    ("raceday:air:", ":14:0"),
    ("raceday:splits:", ""),
)


@pytest.mark.parametrize("play", [racing.ruis_eve])
async def test_the_taps_of_a_race_plan_and_its_end(chat: Chat) -> None:
    await chat.at(f"{racing.EVE} 20:30")
    for start, end in RACE_TAPS:
        is_frugal(await tapped(chat, start, end))
    await chat.at(f"{racing.SUNDAY} 20:30")
    is_frugal(await tapped(chat, "raceday:ended:", ":dnf"))


@pytest.mark.parametrize("play", [histories.rui_is_stuck])
async def test_the_taps_of_plateau_and_fix(chat: Chat) -> None:
    await chat.hears("/plateau")
    for start in ("plateau:why:", "plateau:other:", "plateau:apply:"):
        is_frugal(await tapped(chat, start))
    await chat.hears("/fix")
    for start, end in (
        ("symptoms:what:", ":everything"),
        ("symptoms:answer:more:", ":none"),
        ("symptoms:apply:", ""),
    ):
        is_frugal(await tapped(chat, start, end))


@pytest.mark.parametrize("play", [histories.rui_has_told_of_a_race])
async def test_the_questions_of_plateau(chat: Chat) -> None:
    await chat.hears("/plateau")
    for start in ("plateau:answer:", "plateau:skip:"):
        is_frugal(await tapped(chat, start))


def test_what_is_left_out_is_delivery_s_own() -> None:
    assert metadata.tables.keys() > BOOKKEEPING


async def test_the_ledger_sees_what_is_read_and_written(scenes: Scenes, tmp_path: Path) -> None:
    async with scenes.empty(tmp_path / "nextgear.db") as stage:
        chat = Chat.of(stage)
        assert stage.coach is not None
        with ledger_of(stage.coach.database) as ledger:
            await chat.hears("/start")
        assert ledger.reads
        assert ledger.writing == []
        first = await tapped(chat, "onboarding:consent")
        assert len(first.writing) == 1
        assert any("athletes" in statement for statement in first.writing[0])
        assert (await tapped(chat, "onboarding:set:goal:10k")).writing
