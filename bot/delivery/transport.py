"""Telegram's HTTP over aiohttp for python-telegram-bot; tells *not sent* from *uncertain*."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any, cast
from urllib.parse import urlsplit

import aiohttp
from telegram._utils.defaultvalue import DefaultValue
from telegram._utils.types import JSONDict, ODVInput
from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.request import BaseRequest, RequestData

from bot.delivery.errors import NotSent, Uncertain

CONNECTIONS = 64
READ_SECONDS = 30.0
CONNECT_SECONDS = 10.0
IDLE_SECONDS = 15.0
"""A kept connection is dropped before Telegram's side drops it: a cut line would be uncertain."""
RATHER_LATER = timedelta(seconds=5)
"""What a 429 means that does not say how long."""

# Everything that fails before the first byte of a request is on the wire.
_NEVER_LEFT = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.InvalidURL,
    aiohttp.ClientProxyConnectionError,
)


_TOLD_APART_BY_PTB = frozenset({400, 401, 403, 404, 409, 429})
"""Of the others it makes a NetworkError, which would be tried again."""


class AiohttpRequest(BaseRequest):
    """One pool of connections; errors carry no URL, for the URL holds the token."""

    def __init__(
        self, api_url: str, read_seconds: float = READ_SECONDS, connections: int = CONNECTIONS
    ) -> None:
        """A proxy named by the environment is used, but never for a Telegram on this machine."""
        self._proxied = urlsplit(api_url).hostname not in {"localhost", "127.0.0.1", "::1"}
        self._read_seconds = read_seconds
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        return self._read_seconds

    async def initialize(self) -> None:
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(
                limit=self._connections, keepalive_timeout=IDLE_SECONDS
            )
            self._session = aiohttp.ClientSession(
                connector=connector,
                headers={"User-Agent": self.USER_AGENT},
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._proxied,
            )

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(  # noqa: PLR0917 - PTB's own signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        del write_timeout  # aiohttp has none: a stalled upload ends with the read timeout
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_seconds(pool_timeout, CONNECT_SECONDS),
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, self._read_seconds),
        )
        code, body = await self._exchange(url, method, request_data, timeout)
        if code >= 500:
            raise Uncertain(f"Telegram answered {code}")
        if code == 429 and b"retry_after" not in body:
            raise RetryAfter(RATHER_LATER)
        if 400 <= code < 500 and code not in _TOLD_APART_BY_PTB:
            raise BadRequest(f"Telegram answered {code}")
        return code, body

    async def _exchange(
        self, url: str, method: str, data: RequestData | None, timeout: aiohttp.ClientTimeout
    ) -> tuple[int, bytes]:
        if self._session is None:
            raise NotSent("the connection to Telegram is closed")
        try:
            async with self._session.request(
                method, url, timeout=timeout, allow_redirects=False, **_body(data)
            ) as response:
                return response.status, await response.read()
        except _NEVER_LEFT as error:
            raise NotSent(f"Telegram cannot be reached: {_plainly(error)}") from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise Uncertain(f"no answer from Telegram: {_plainly(error)}") from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> JSONDict:
        """As PTB's, without writing the whole body into the log."""
        try:
            return cast("JSONDict", json.loads(payload.decode("utf-8", "replace")))
        except ValueError:
            raise TelegramError("Invalid server response") from None


def _seconds(told: ODVInput[float], usual: float) -> float | None:
    return usual if isinstance(told, DefaultValue) else told


def _plainly(error: BaseException) -> str:
    """The kind of error and the system's word for it; never its text, which may hold the URL."""
    system = error.strerror if isinstance(error, OSError) else None
    return f"{type(error).__name__} ({system})" if system else type(error).__name__


def _body(data: RequestData | None) -> dict[str, Any]:
    if data is None:
        return {}
    if not data.contains_files:
        return {"json": data.parameters}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, mime) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=mime)
    return {"data": form}
