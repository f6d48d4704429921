"""A bot with no mind of its own: it says over HTTP, by the Bot API, what a test tells it to say."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import ClientSession, FormData

Buttons = list[list[dict[str, Any]]]


def key(text: str, data: str | None = None, **more: Any) -> dict[str, Any]:
    """A button that calls back with `data` (its own text by default), or what `more` makes it."""
    return {"text": text, **(more or {"callback_data": data or text})}


class TinyBot:
    """Speaks for the bot of one room."""

    def __init__(self, session: ClientSession, api_url: str, token: str) -> None:
        self._session = session
        self._url = f"{api_url}/bot{token}/"
        self._offset = 0

    async def call(self, method: str, **arguments: Any) -> Any:
        async with self._session.post(self._url + method, json=arguments) as response:
            body = await response.json()
        assert body["ok"], body
        return body["result"]

    async def hears(self) -> dict[str, Any]:
        """The next update, waited for."""
        [update] = await self.call("getUpdates", offset=self._offset, limit=1, timeout=10)
        self._offset = update["update_id"] + 1
        return update

    async def says(self, chat: int, html: str, buttons: Buttons | None = None, **more: Any) -> int:
        """Sends a message; its id."""
        sent = await self.call(
            "sendMessage", chat_id=chat, text=html, parse_mode="HTML", **_markup(buttons), **more
        )
        return sent["message_id"]

    async def edits(
        self, chat: int, message: int, html: str, buttons: Buttons | None = None
    ) -> None:
        await self.call(
            "editMessageText",
            chat_id=chat,
            message_id=message,
            text=html,
            parse_mode="HTML",
            **_markup(buttons),
        )

    async def hands_over(
        self, chat: int, kind: str, name: str, data: bytes, words: str = ""
    ) -> None:
        """Sends a "photo" or a "document"."""
        form = FormData()
        form.add_field("chat_id", str(chat))
        form.add_field("caption", words)
        form.add_field(kind, data, filename=name, content_type="application/octet-stream")
        method = self._url + f"send{kind.capitalize()}"
        async with self._session.post(method, data=form) as response:
            body = await response.json()
        assert body["ok"], body


def _markup(buttons: Buttons | None) -> dict[str, Any]:
    return {} if buttons is None else {"reply_markup": json.dumps({"inline_keyboard": buttons})}
