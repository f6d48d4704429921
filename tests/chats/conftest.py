"""Chats as they are met in tests: with strangers, and with athletes who are under way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.chats import plays
from tests.chats.chat import Chat
from tests.chats.people import RUI, Newcomer
from tests.chats.stage import Scenes, Stage

Asked = Callable[..., Awaitable[Chat]]
"""`await asked("runs")`: somebody who has answered everything up to that question."""


@pytest.fixture(scope="session")
def scenes(_sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    return Scenes(_sqlite_template, tmp_path_factory.mktemp("scenes"))


@pytest.fixture
async def stage(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Stage]:
    """A coach whom nobody has met yet."""
    async with scenes.empty(tmp_path / "nextgear.db") as made:
        yield made


@pytest.fixture
def chat(stage: Stage) -> Chat:
    """A stranger's chat."""
    return Chat.of(stage)


@pytest.fixture
async def asked(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Asked]:
    """Opens the chat of a newcomer at a question of onboarding."""
    async with AsyncExitStack() as open_:

        async def at(question: str, newcomer: Newcomer = RUI) -> Chat:
            name = f"{question}-{sorted(newcomer.answers.items())}"
            play = plays.up_to(question, newcomer)
            after = scenes.after(play, tmp_path / "nextgear.db", name)
            return Chat.of(await open_.enter_async_context(after))

        yield at


@pytest.fixture
async def rui(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """An intermediate 10K runner on the evening before his first day, an easy run on a Friday."""
    async with scenes.after(plays.rui_has_begun, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


@pytest.fixture
async def ines(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """A marathoner who runs every day, on the morning of her first hard session."""
    async with scenes.after(plays.ines_first_hard_day, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


@pytest.fixture
async def hard_day(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """The same runner on the morning of his first hard session, with the card before him."""
    async with scenes.after(plays.ruis_first_hard_day, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)
