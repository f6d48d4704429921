"""The yardstick: python-telegram-bot as it comes, which answers a tap and edits the message.

Usage: echo.py TOKEN API_URL, as a process of its own.
"""

from __future__ import annotations

import itertools
import sys

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

KEYS = InlineKeyboardMarkup([[InlineKeyboardButton("Fresh", callback_data="tap")]])
NUMBERS = itertools.count()


async def heard(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    assert update.message is not None
    await update.message.reply_text(update.message.text or "", reply_markup=KEYS)


async def pressed(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer()
    await query.edit_message_text(f"Tap {next(NUMBERS)}", reply_markup=KEYS)


def main(token: str, api_url: str) -> None:
    application = Application.builder().token(token).base_url(f"{api_url}/bot").build()
    application.add_handler(CallbackQueryHandler(pressed))
    application.add_handler(MessageHandler(filters.TEXT, heard))
    application.run_polling()


if __name__ == "__main__":
    main(*sys.argv[1:])
