"""Failures by appointment, on both drivers: what delivery has to survive."""

from __future__ import annotations

import asyncio

import pytest
from telegram import Bot
from telegram.error import NetworkError, TimedOut

from bot.rehearsal.request import RoomRequest


def arrived(telegram, anna):
    """How many of the bot's words reached her."""
    return sum(message.sender is telegram.bot for message in telegram.visible_to(anna))


async def test_a_server_error_is_told_and_the_next_call_works(telegram, bot, anna):
    telegram.fail("sendMessage", code=502, description="Bad Gateway", times=2)
    for _ in range(2):
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.send_message(anna.id, "a")
    assert arrived(telegram, anna) == 0
    await bot.send_message(anna.id, "a")
    assert arrived(telegram, anna) == 1


async def test_a_server_error_may_come_after_the_message_went_out(telegram, bot, anna):
    telegram.fail("sendMessage", code=500, applied=True)
    with pytest.raises(NetworkError):
        await bot.send_message(anna.id, "a")
    assert arrived(telegram, anna) == 1


@pytest.mark.parametrize("applied", [False, True])
async def test_a_cut_line_leaves_open_whether_it_arrived(telegram, bot, anna, applied):
    telegram.fail("sendMessage", cut=True, applied=applied)
    with pytest.raises(NetworkError):
        await bot.send_message(anna.id, "a")
    assert arrived(telegram, anna) == int(applied)
    await bot.send_message(anna.id, "b")


async def test_a_fault_of_one_method_leaves_others_alone(telegram, bot, anna):
    telegram.fail("editMessageText", code=500)
    sent = await bot.send_message(anna.id, "a")
    with pytest.raises(NetworkError):
        await sent.edit_text("b")
    telegram.fail("*", code=500, times=2)
    with pytest.raises(NetworkError):
        await bot.get_me()
    with pytest.raises(NetworkError):
        await bot.send_message(anna.id, "c")
    await bot.send_message(anna.id, "d")


async def test_an_outage_lasts_until_it_is_cleared(telegram, bot, anna):
    telegram.fail("*", cut=True, times=1000)
    for _ in range(3):
        with pytest.raises(NetworkError):
            await bot.get_updates()
    telegram.world.faults.clear()
    assert await bot.get_updates() == ()


async def test_a_slow_answer_is_only_slow(telegram, bot, anna):
    telegram.fail("sendMessage", seconds=0.05)
    started = asyncio.get_running_loop().time()
    await bot.send_message(anna.id, "a")
    assert asyncio.get_running_loop().time() - started >= 0.05


async def test_a_test_says_what_a_cut_line_raises(telegram, anna):
    class Unsure(TimedOut):
        pass

    request = RoomRequest(telegram, cut=lambda applied: Unsure(f"applied: {applied}"))
    telegram.fail("sendMessage", cut=True, applied=True)
    async with Bot(telegram.token, request=request, get_updates_request=request) as bot:
        with pytest.raises(Unsure, match="applied: True"):
            await bot.send_message(anna.id, "a")


async def test_calls_are_remembered_with_what_came_of_them(telegram, call, anna):
    await call("sendMessage", chat_id=anna.id, text="a")
    await call.refused("sendMessage", chat_id=5, text="b")
    sent, refused = telegram.calls("sendMessage")
    assert (sent.code, sent.arguments["text"], sent.result["text"]) == (200, "a", "a")
    assert (refused.code, refused.result) == (400, "Bad Request: chat not found")
    assert telegram.calls()[-1] is refused
