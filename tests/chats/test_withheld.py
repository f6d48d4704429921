"""Who has to see a doctor first sees no paces, and hears why."""

from __future__ import annotations

from tests.chats.chat import Chat


async def test_until_a_doctor_was_seen_paces_wait_and_say_why(rui: Chat) -> None:
    await rui.hears("/paces", "Easy: not faster than")
    await rui.hears("chest pain while running")
    await rui.hears("/paces", "No paces for now.", never="/km")
    await rui.hears("/zones", never="/km")
