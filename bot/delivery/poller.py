"""The poller asks Telegram for updates, whatever may come, in the one process that leads."""

from __future__ import annotations

from collections.abc import Sequence

from telegram.error import Conflict, TelegramError
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.delivery.election import Election
from bot.delivery.intake import ALLOWED, Intake
from bot.delivery.keys import update_id
from bot.delivery.loops import whole
from bot.delivery.parts import Parts

ANSWER_SECONDS = 10
"""How much longer than the long poll an answer may take."""


class Updates:
    """Telegram's getUpdates, as raw JSON: PTB's own stops at the first update it cannot parse."""

    def __init__(self, request: BaseRequest, api_url: str, token: str) -> None:
        self.request = request
        self._base = f"{api_url}/bot{token}/"

    async def get(self, offset: int | None, seconds: int) -> Sequence[object]:
        """What has come since; asking with an offset confirms everything before it."""
        answer = await self.request.post(
            self._base + "getUpdates",
            _data(offset=offset, timeout=seconds, limit=100, allowed_updates=list(ALLOWED)),
            read_timeout=seconds + ANSWER_SECONDS,
        )
        return answer if isinstance(answer, list) else []

    async def forget_webhook(self) -> None:
        """Telegram sends no updates both ways at once."""
        await self.request.post(self._base + "deleteWebhook", _data())


def _data(**values: object) -> RequestData:
    return RequestData(
        [RequestParameter(name, value, None) for name, value in values.items() if value is not None]
    )


class Poller:
    """Polls while this process leads."""

    def __init__(self, parts: Parts, updates: Updates, intake: Intake, election: Election) -> None:
        self._parts = parts
        self._updates = updates
        self._intake = intake
        self._election = election
        self._offset: int | None = None

    async def turn(self) -> None:
        """One long poll, or a wait for the next election."""
        if not self._election.leads:
            self._election.won.clear()
            await self._parts.clock.wait_until(
                self._parts.clock.now() + self._parts.patience.poller, self._election.won
            )
            return
        try:
            raws = await self._updates.get(self._offset, self._parts.patience.long_poll)
        except TelegramError as error:
            await self._no_answer(error)
            return
        self._parts.telegram.worked()
        await whole(self._intake.receive(raws))
        self._offset = _next_offset(raws)
        if raws and self._offset is None:
            await self._parts.clock.pause(1)

    async def _no_answer(self, error: TelegramError) -> None:
        if isinstance(error, Conflict) and "webhook" in str(error).lower():
            try:
                await self._updates.forget_webhook()
            except TelegramError as another:
                error = another
            else:
                return
        await self._parts.telegram.failed(error)


def _next_offset(raws: Sequence[object]) -> int | None:
    """What confirms these; None after an empty answer: all is confirmed then.

    An offset is not kept longer: after a quiet week Telegram may go on from a smaller number, and
    an old offset would confirm what nobody has seen.
    """
    return max((number + 1 for raw in raws if (number := update_id(raw)) is not None), default=None)
