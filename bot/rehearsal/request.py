"""The driver for tests: python-telegram-bot's own seam, answered in memory, without a socket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from telegram.request import BaseRequest, RequestData

from bot.rehearsal.methods import answer
from bot.rehearsal.model import LineCut, Telegram
from bot.rehearsal.model.files import Upload

Timeout = Any
"""PTB's own type of an optional timeout is private to it."""
DEFAULT_READ_TIMEOUT = 5.0
NOT_FOUND = b'{"ok":false,"error_code":404,"description":"Not Found"}'


def broken(applied: bool) -> Exception:  # one fact, told by the caller
    """What a cut line raises unless a test knows better; PTB makes a NetworkError of it."""
    return ConnectionResetError("the line was cut" + " after the call" * applied)


class RoomRequest(BaseRequest):
    """Give it to `ApplicationBuilder.request` and `get_updates_request`; several may share a room.

    `cut` makes the exception of a line that breaks, from whether the call counts all the same.
    """

    def __init__(self, telegram: Telegram, cut: Callable[[bool], Exception] = broken) -> None:
        self.telegram = telegram
        self._cut = cut

    @property
    def read_timeout(self) -> float | None:
        return DEFAULT_READ_TIMEOUT

    async def initialize(self) -> None:
        """Nothing is to be opened."""

    async def shutdown(self) -> None:
        """Nothing is to be closed."""

    async def do_request(  # noqa: PLR0917  # PTB's own signature
        self,
        url: str,
        method: str,  # noqa: ARG002  # what is meant can be told from the URL
        request_data: RequestData | None = None,
        read_timeout: Timeout = BaseRequest.DEFAULT_NONE,  # noqa: ARG002  # nothing takes time
        write_timeout: Timeout = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        connect_timeout: Timeout = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Timeout = BaseRequest.DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """Answers a call or a download as the HTTP face would."""
        token, _, rest = unquote(url).partition("/bot")[2].partition("/")
        if "/file/bot" in url:
            return self._file(token, rest)
        given: dict[str, object] = dict(request_data.json_parameters) if request_data else {}
        uploads = uploaded(request_data) if request_data else {}
        await asyncio.sleep(0)  # as with a socket, others get their turn
        try:
            code, body = await answer(self.telegram.world, token, rest, given, uploads)
        except LineCut as fault:
            raise self._cut(fault.applied) from fault
        return code, json.dumps(body).encode()

    def _file(self, token: str, path: str) -> tuple[int, bytes]:
        world = self.telegram.world
        file = world.files.fetch(path, world.now()) if token == world.token else None
        return (200, file.upload.data) if file else (404, NOT_FOUND)


def uploaded(request_data: RequestData) -> dict[str, Upload]:
    """The files of a call, by the name of their part."""
    found = {}
    for name, (filename, content, mime) in request_data.multipart_data.items():
        data = content if isinstance(content, bytes) else content.read()
        found[name] = Upload(filename, data, mime)
    return found
