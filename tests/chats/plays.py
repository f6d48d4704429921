"""What has gone before: each play is acted once a run, and many tests begin where it ends."""

from __future__ import annotations

from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import INES, RUI, Life, Newcomer, answer, begin, onboard
from tests.chats.stage import Play, Stage


def up_to(question: str, newcomer: Newcomer) -> Play:
    """Onboarding, up to the question of that name."""

    async def play(stage: Stage) -> None:
        chat = Chat.of(stage)
        await begin(chat)
        asked = await answer(chat, newcomer, until=question)
        assert asked == question, f"{newcomer.name} is never asked {question}"

    return play


async def rui_has_begun(stage: Stage) -> None:
    await onboard(Chat.of(stage), RUI)


async def ruis_first_hard_day(stage: Stage) -> None:
    await first_hard_day(await onboard(Chat.of(stage), RUI))


async def ines_first_hard_day(stage: Stage) -> None:
    await first_hard_day(await onboard(Chat.of(stage), INES))


async def first_hard_day(chat: Chat) -> None:
    """Live as planned up to the morning of the first hard session."""
    await chat.at("2026-11-27 00:30")
    hard = next(s.on for s in (await saved.plan(chat)).sessions if s.hard)
    await Life(chat).until(hard.isoformat())
    await chat.at(f"{hard} 06:30", "How are the legs?")
