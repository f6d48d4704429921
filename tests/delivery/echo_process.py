"""An echo coach as a process of its own: `python -m tests.delivery.echo_process`.

It decides once per update (counted in `meta`) and answers with what it decided, so that a test can
see whether anything was lost, and whether anything was decided twice. `ECHO_LEASE` (seconds) is how
long a dead process's work is left alone.
"""

from __future__ import annotations

import asyncio
import os
from datetime import timedelta
from typing import Any

from telegram import Update
from telegram.ext import CallbackContext, MessageHandler, filters

from bot.clock import RealClock
from bot.delivery.connect import builder
from bot.delivery.handling import current_row, mark_applied
from bot.delivery.logs import set_up
from bot.delivery.patience import Patience
from bot.delivery.poller import Updates
from bot.delivery.run import Delivery, stop_on_signals
from bot.delivery.seam import Seam
from bot.delivery.transport import AiohttpRequest
from bot.reply import Reply
from bot.storage import meta
from bot.storage.engine import Database


def application_of(delivery: list[Delivery], database: Database, api: str, token: str) -> Any:
    async def echo(update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        row, message = current_row(), update.effective_message
        assert row is not None
        assert message is not None
        decided = row.outcome
        if decided is None:
            async with database.write() as unit:
                name = f"decided {row.update_id}"
                await meta.put(unit, name, f"{await meta.get(unit, name) or ''}x")
                decided = {"text": message.text}
                await mark_applied(unit, decided)
        await delivery[0].speaker.say(message.chat_id, Reply(f"heard {decided['text']}"))

    application = builder(token, api).build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    return application


async def main() -> None:
    set_up("WARNING")
    api, token = os.environ["TELEGRAM_API_URL"], os.environ["TELEGRAM_TOKEN"]
    lease = timedelta(seconds=float(os.environ.get("ECHO_LEASE", "60")))
    stop = asyncio.Event()
    stop_on_signals(stop)
    database = await Database.open(os.environ["DATABASE_URL"])
    delivery: list[Delivery] = []
    application = application_of(delivery, database, api, token)
    updates = Updates(AiohttpRequest(api), api, token)
    await updates.request.initialize()
    patience = Patience(lease=lease, poller=lease, workers=8)
    delivery.append(
        Delivery(application, database, RealClock(), Seam(), updates, patience=patience)
    )
    await delivery[0].open()
    await delivery[0].run(stop)
    await delivery[0].close()
    await updates.request.shutdown()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main())
