"""/readiness: the sentence, the picture, and the good decisions in a row."""

from __future__ import annotations

from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import Life


def pictures(chat: Chat) -> list[dict[str, object]]:
    return [m.content for m in chat.said if m.content.get("photo")]


async def test_before_any_morning_there_is_nothing_to_show(rui: Chat) -> None:
    await rui.hears("/readiness", "nothing to show yet", "/checkin")
    assert not pictures(rui)


async def test_six_weeks_come_as_a_sentence_and_a_picture(rui: Chat) -> None:
    await Life(rui).until("2026-12-03")
    await rui.at("2026-12-03 06:30")
    await rui.hears("/readiness", "No answer yet this morning.")
    await rui.hears("legs heavy, slept 5 hours, pulse 58")
    await rui.hears("how ready am I?", "Amber.", "% of a whole answer", "good decisions in a row")
    assert len(pictures(rui)) == 2
    alt = rui.said[-1].text
    assert "Six weeks of mornings" in alt
    assert "amber" in alt


async def test_resting_when_told_is_a_good_decision(rui: Chat) -> None:
    await Life(rui).until("2026-12-01")
    await rui.at("2026-12-01 06:30")
    before = await good(rui)
    await rui.hears("fever 38.6", "No running with a fever.")
    await rui.at("2026-12-01 21:00")
    await rui.hears("didn't run today")
    assert await good(rui) == before + 1


async def good(chat: Chat) -> int:
    from bot.services.readiness import good_in_a_row  # noqa: PLC0415

    assert chat.stage.coach is not None
    return good_in_a_row(await saved.dossier(chat), chat.stage.coach.content)


async def test_a_stranger_is_invited(chat: Chat) -> None:
    await chat.hears("/readiness", "/start")
