"""Days and months as they are written everywhere."""

from __future__ import annotations

from datetime import date

from bot.reply import Reply
from bot.text import Text
from tests.messages.recording import Cases


def _all(text: Text) -> Reply:
    weekdays = [f"{text.weekday(d)}, {text.weekday(d, short=True)}" for d in range(7)]
    months = [text.full_day(date(2027, month, 9)) for month in range(1, 13)]
    return Reply("\n".join([*weekdays, *months]))


CASES: Cases = {"all": _all}
