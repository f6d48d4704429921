"""The process ends and begins between two words, and nobody notices."""

from __future__ import annotations

import asyncio

import pytest

from core.checkin import Told
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.conftest import Asked
from tests.chats.people import RUI, answer, begin, open_question

FRIDAY = "2026-11-27 06:30"


async def test_between_two_questions_of_onboarding(chat: Chat) -> None:
    await begin(chat)
    asked = ["race", "level", "runs", "volume", "longest", "days", "result", "birth", "health"]
    for question in [*asked, "hour", "place"]:
        await answer(chat, RUI, until=question)
        await chat.stage.restart()
        assert open_question(chat) == question
    await answer(chat, RUI)
    chat.message("your plan stands")


async def test_between_the_ticks_of_one_question(asked: Asked) -> None:
    chat = await asked("days")
    await chat.taps("Tue", "[✓ Tue]")
    await chat.stage.restart()
    await chat.taps("Sun", "[✓ Tue]", "[✓ Sun]")
    await chat.taps("Done", "Which of them suits the long run?")


async def test_between_question_and_answer_of_a_morning(rui: Chat) -> None:
    await rui.at(FRIDAY, "How are the legs?")
    await rui.stage.restart()
    await rui.taps("Heavy", "How long did you sleep?")
    await rui.stage.restart()
    await rui.hears("5 hours", "Resting pulse this morning?")
    await rui.stage.restart()
    await rui.taps("Skip", "A little less today.")
    await rui.stage.restart()
    await rui.taps("Undo", "Taken back, and so are your answers")
    assert await saved.session(rui) == (await saved.decision(rui)).before


async def test_what_was_written_while_the_coach_was_away_is_answered(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.stage.close()
    rui.write("legs heavy, slept 5 hours, pulse 58")
    await rui.stage.open()
    assert "A little less today." in await rui.settles()


async def test_a_morning_that_fell_due_meanwhile_comes_within_six_hours(rui: Chat) -> None:
    await rui.stage.close()
    rui.stage.clock.set(rui.instant("2026-11-27 11:00"))
    await rui.stage.open()
    await rui.at("2026-11-27 11:01", "Fri 27 Nov", "How are the legs?")


async def test_after_six_hours_nobody_gets_it_any_more(rui: Chat) -> None:
    await rui.stage.close()
    rui.stage.clock.set(rui.instant("2026-11-27 14:00"))
    await rui.stage.open()
    await rui.at("2026-11-27 14:01", never="How are the legs?")
    await rui.at("2026-11-28 06:30", "Sat 28 Nov", never="Fri 27 Nov ·")


@pytest.mark.parametrize("method", ["editMessageText", "answerCallbackQuery"])
async def test_a_crash_between_applied_and_answered_is_answered_again_and_not_decided_twice(
    rui: Chat, method: str
) -> None:
    await rui.at(FRIDAY)
    rui.press("Same as usual")
    rui.stage.wire.gate(method)
    await rui.stage.stuck_at(method)
    before = await saved.everything(rui)
    assert len(before["checkins"]) == 1, "applied, and not yet answered"
    await rui.stage.restart()
    assert "As planned." in await rui.settles()
    after = await saved.everything(rui)
    for table in ("checkins", "decisions", "changes", "plans", "athletes"):
        assert after[table] == before[table], table
    assert "Already noted" not in rui.toast


async def test_words_that_were_applied_before_a_crash_are_answered_after_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    rui.write("legs dead, slept 4 hours, 60")
    rui.stage.wire.gate("sendMessage")
    await rui.stage.stuck_at("sendMessage")
    decided = await saved.decision(rui)
    await rui.stage.restart()
    assert "Easier today." in await rui.settles()
    assert await saved.decision(rui) == decided


async def test_a_run_told_before_a_crash_is_logged_once(rui: Chat) -> None:
    await rui.at("2026-11-27 20:30")
    rui.write("8k in 48:10")
    rui.stage.wire.gate("sendMessage")
    await rui.stage.stuck_at("sendMessage")
    await rui.stage.restart()
    assert "8 km in 48:10" in await rui.settles()
    assert len((await saved.dossier(rui)).activities) == 1


async def test_a_red_flag_before_a_crash_is_answered_after_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    rui.write("I have chest pain")
    rui.stage.wire.gate("sendMessage")
    await rui.stage.stuck_at("sendMessage")
    await rui.stage.restart()
    assert "Call 112" in await rui.settles()
    assert len((await saved.dossier(rui)).gates) == 1


async def test_a_line_that_is_cut_is_tried_again(rui: Chat) -> None:
    await rui.at(FRIDAY)
    rui.stage.telegram.fail("editMessageText", times=2, cut=True)
    rui.press("Same as usual")
    await rui.at("2026-11-27 06:45", "As planned.")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs is Told.USUAL


async def test_when_telegram_wants_a_rest_the_card_follows_later(rui: Chat) -> None:
    await rui.at(FRIDAY)
    rui.stage.telegram.fail("editMessageText", retry_after=30)
    rui.press("Same as usual")
    await rui.at("2026-11-27 06:40", "As planned.")


async def test_what_cannot_be_handled_is_apologised_for_once_and_holds_up_nothing(
    rui: Chat,
) -> None:
    await rui.at(FRIDAY)
    rui.stage.telegram.fail("sendMessage", times=1, code=400, description="Bad Request: odd")
    rui.write("/week")
    await rui.at("2026-11-27 07:30")
    await rui.hears("/tomorrow", "Tomorrow, Sat 28 Nov")
    apologies = [m for m in rui.said if "went wrong" in m.text]
    assert len(apologies) <= 1


async def test_ten_people_talk_at_once(rui: Chat) -> None:
    others = [Chat.of(rui.stage, 100 + n, f"Runner {n}") for n in range(10)]
    for other in others:
        other.write("/start")
    await rui.stage.settle()
    for other in others:
        other.press("Start")
    await rui.stage.settle()
    for other in others:
        other.message("What are you running for?")
    await asyncio.sleep(0)
