"""The rehearsal room's page, driven over HTTP as its script does."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession

from tests.process.programs import PATIENCE


@dataclass
class Page:
    """One browser tab; the first person in the room sits at it."""

    session: ClientSession
    url: str

    async def state(self) -> dict[str, Any]:
        return await self._get("state")

    async def said(self) -> list[str]:
        """What the coach has said in the first chat, oldest first."""
        chat = (await self.state())["chats"][0]["id"]
        told = await self._get("messages", chat=str(chat))
        return [m["html"] for m in told["messages"] if m["from"]["bot"]]

    async def say(self, text: str) -> list[str]:
        """Write, and wait for the coach to say something; all it has said."""
        state = await self.state()
        before, after = len(await self.said()), state["event"]
        await self._post(
            "send", chat=state["chats"][0]["id"], text=text, **{"as": state["me"]["id"]}
        )
        async with asyncio.timeout(PATIENCE):
            while len(said := await self.said()) <= before:
                told = await self._get("events", after=str(after))  # a long poll: it waits
                after = told["last"]
        return said

    async def advance(self, step: str, landmark: str | None = None) -> str:
        """Move the clock; the instant it shows then."""
        told = await self._post("advance", step=step, landmark=landmark)
        return str(told["clock"]["now"])

    async def _get(self, what: str, **query: str) -> dict[str, Any]:
        async with self.session.get(f"{self.url}room/{what}", params=query) as answer:
            assert answer.status == 200, await answer.text()
            told: dict[str, Any] = await answer.json()
            return told

    async def _post(self, what: str, **body: Any) -> dict[str, Any]:
        async with self.session.post(f"{self.url}room/{what}", json=body) as answer:
            assert answer.status == 200, await answer.text()
            told: dict[str, Any] = await answer.json()
            return told
