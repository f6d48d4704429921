"""Telegram's HTTP over a real socket: what arrives, what an error means, and no token in any."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.delivery.errors import NotSent, PartlySaid, Uncertain, Verdict, verdict, wait_asked
from bot.delivery.transport import AiohttpRequest

TOKEN = "123456789:AAH9xSecretSecretSecretSecretSecret"
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def telegram(answer: Answer, *, read_seconds: float = 5) -> AsyncIterator[Bot]:
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", answer)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    async with bot_at(f"http://127.0.0.1:{runner.addresses[0][1]}", read_seconds) as bot:
        yield bot
    await runner.cleanup()


@asynccontextmanager
async def bot_at(url: str, read_seconds: float = 5) -> AsyncIterator[Bot]:
    request = AiohttpRequest(url, read_seconds)
    await request.initialize()
    bot = Bot(TOKEN, f"{url}/bot", request=request, get_updates_request=request)
    yield bot
    await request.shutdown()


def saying(status: int, body: str) -> Answer:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(status=status, text=body)

    return answer


def refusal(code: int, description: str, parameters: str = "{}") -> Answer:
    return saying(
        code,
        f'{{"ok":false,"error_code":{code},"description":"{description}","parameters":{parameters}}}',
    )


async def cut(request: web.Request) -> web.Response:
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def cut_in_the_answer(request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok":true,')
    assert request.transport is not None
    request.transport.close()
    return response


async def silence(_request: web.Request) -> web.Response:
    await asyncio.Event().wait()
    return web.Response()


@pytest.mark.parametrize(
    ("answer", "meaning"),
    [
        (refusal(403, "Forbidden: bot was blocked by the user"), Verdict.FORBIDDEN),
        (refusal(403, "Forbidden: user is deactivated"), Verdict.FORBIDDEN),
        (refusal(403, "Forbidden: bot was kicked from the group chat"), Verdict.FORBIDDEN),
        (refusal(403, "Forbidden: bot is not a member of the channel chat"), Verdict.FORBIDDEN),
        (refusal(403, "Forbidden: the group chat was deleted"), Verdict.FORBIDDEN),
        (
            refusal(403, "Forbidden: bot can't initiate conversation with a user"),
            Verdict.FORBIDDEN,
        ),
        (refusal(400, "Bad Request: chat not found"), Verdict.FORBIDDEN),
        (refusal(400, "Bad Request: message is not modified: same"), Verdict.UNCHANGED),
        (refusal(400, "Bad Request: message to edit not found"), Verdict.MESSAGE_GONE),
        (refusal(400, "Bad Request: message can't be edited"), Verdict.MESSAGE_GONE),
        (refusal(400, "Bad Request: message to delete not found"), Verdict.MESSAGE_GONE),
        (refusal(400, "Bad Request: message thread not found"), Verdict.TOPIC_GONE),
        (refusal(400, "Bad Request: TOPIC_CLOSED"), Verdict.TOPIC_GONE),
        (refusal(400, "Bad Request: query is too old and response timeout"), Verdict.TOO_LATE),
        (refusal(400, "Bad Request: can't parse entities"), Verdict.REFUSED),
        (refusal(400, "Bad Request: BUTTON_DATA_INVALID"), Verdict.REFUSED),
        (refusal(400, "Bad Request: message is too long"), Verdict.REFUSED),
        (
            refusal(400, "Bad Request: group chat was upgraded", '{"migrate_to_chat_id":-1007}'),
            Verdict.MIGRATED,
        ),
        (refusal(401, "Unauthorized"), Verdict.TOKEN),
        (refusal(404, "Not Found"), Verdict.TOKEN),
        (refusal(409, "Conflict: terminated by other getUpdates request"), Verdict.UNCERTAIN),
        (refusal(429, "Too Many Requests: retry after 7", '{"retry_after":7}'), Verdict.LATER),
        (saying(429, "slow down"), Verdict.LATER),
        (saying(413, "Request Entity Too Large"), Verdict.REFUSED),
        (saying(500, "Internal Server Error"), Verdict.UNCERTAIN),
        (saying(502, "<html>Bad Gateway</html>"), Verdict.UNCERTAIN),
        (saying(504, ""), Verdict.UNCERTAIN),
        (saying(200, '{"ok":true,"resu'), Verdict.UNCERTAIN),
        (cut, Verdict.UNCERTAIN),
        (cut_in_the_answer, Verdict.UNCERTAIN),
        (silence, Verdict.UNCERTAIN),
    ],
)
async def test_every_failure_has_one_meaning_and_tells_no_token(
    answer: Answer, meaning: Verdict
) -> None:
    async with telegram(answer, read_seconds=0.05) as bot:
        with pytest.raises(TelegramError) as failed:
            await bot.send_message(1, "hello")
    assert verdict(failed.value) is meaning
    told = "".join(traceback.format_exception(failed.value)) + repr(failed.value)
    assert "Secret" not in told
    assert "/bot" not in str(failed.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:1", "http://nowhere.invalid", "http://[::1]:1"])
async def test_who_cannot_be_reached_was_not_sent_anything(url: str) -> None:
    async with bot_at(url) as bot:
        with pytest.raises(NotSent) as failed:
            await bot.send_message(1, "hello")
    assert verdict(failed.value) is Verdict.NOT_SENT
    told = "".join(traceback.format_exception(failed.value)) + repr(failed.value)
    assert "Secret" not in told


async def test_what_no_free_connection_could_carry_was_not_sent() -> None:
    open_lines = asyncio.Event()

    async def slow(_request: web.Request) -> web.Response:
        open_lines.set()
        await asyncio.Event().wait()
        return web.Response()

    async with telegram(slow) as bot:
        request = AiohttpRequest("http://127.0.0.1", connections=1)
        await request.initialize()
        narrow = Bot(TOKEN, bot.base_url.removesuffix(TOKEN), request=request)
        first = asyncio.create_task(narrow.send_message(1, "first"))
        await open_lines.wait()
        with pytest.raises(NotSent):
            await narrow.send_message(1, "second", pool_timeout=0.02)
        first.cancel()
        await request.shutdown()


async def test_a_closed_connection_sends_nothing() -> None:
    request = AiohttpRequest("http://127.0.0.1:1")
    with pytest.raises(NotSent):
        await request.do_request("http://127.0.0.1:1/", "POST")


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (TimedOut(), Verdict.UNCERTAIN),
        (Uncertain("cut"), Verdict.UNCERTAIN),
        (NetworkError("Bad Gateway"), Verdict.UNCERTAIN),
        (Conflict("two"), Verdict.UNCERTAIN),
        (NotSent("no line"), Verdict.NOT_SENT),
        (RetryAfter(3), Verdict.LATER),
        (Forbidden("Forbidden: gone"), Verdict.FORBIDDEN),
        (BadRequest("Chat not found"), Verdict.FORBIDDEN),
        (ChatMigrated(-1001), Verdict.MIGRATED),
        (InvalidToken("no"), Verdict.TOKEN),
        (PartlySaid((1,), RetryAfter(3)), Verdict.LATER),
        (ValueError("ours"), Verdict.BUG),
        (TimeoutError(), Verdict.BUG),
    ],
)
def test_errors_of_every_class_have_their_meaning(error: Exception, meaning: Verdict) -> None:
    assert verdict(error) is meaning


@pytest.mark.parametrize(
    ("error", "seconds"),
    [(RetryAfter(7), 7), (RetryAfter(0), 1), (PartlySaid((1,), RetryAfter(9)), 9), (TimedOut(), 1)],
)
def test_a_rest_is_as_long_as_telegram_asks(error: Exception, seconds: int) -> None:
    assert wait_asked(error).total_seconds() == seconds


async def test_arguments_travel_as_json_and_files_as_parts() -> None:
    seen: list[dict[str, object]] = []

    async def answer(request: web.Request) -> web.Response:
        if request.content_type == "application/json":
            seen.append(await request.json())
        else:
            form = await request.post()
            files = {k: v.file.read() for k, v in form.items() if isinstance(v, web.FileField)}
            seen.append({k: files.get(k, v) for k, v in form.items()})
        message = {"message_id": 5, "date": 1, "chat": {"id": 1, "type": "private"}}
        return web.json_response({"ok": True, "result": message})

    async with telegram(answer) as bot:
        await bot.send_message(1, "grüße", disable_notification=True)
        await bot.send_document(1, InputFile(b"bytes", filename="plan.json"), caption="here")
    assert seen[0] == {"chat_id": 1, "text": "grüße", "disable_notification": True}
    assert seen[1]["chat_id"] == "1"
    assert seen[1]["caption"] == "here"
    assert b"bytes" in seen[1].values()
