"""What the coach says by the way, behind Why: one thought a day, none while a gate is open."""

from __future__ import annotations

from core.content import load_content
from core.notes import About
from tests.chats.chat import Chat

FRIDAY = "2026-11-27 06:30"


def said_about(about: About) -> list[str]:
    content = load_content()
    words = content.words["en"]
    return [words[f"note/{note.key}/text"] for note in content.notes if about in note.about]


async def why(chat: Chat, never: str = "") -> str:
    await chat.taps("Same as usual")
    return await chat.taps("Why?", "medical advice", never=never)


async def test_why_ends_with_one_thought_that_belongs_to_the_day(rui: Chat) -> None:
    await rui.at(FRIDAY)
    told = await why(rui)
    assert "By the way." in told
    assert sum(text in told for text in said_about(About.EASY)) == 1


async def test_while_a_gate_is_open_nothing_is_said_by_the_way(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I've got a fever, 38.6", "No running with a fever")
    await why(rui, never="By the way")
