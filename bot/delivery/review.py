"""The review that comes by itself on Sunday evenings, drawn when it is sent."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.messages import review as messages
from bot.messages import review_picture as pictures
from bot.messages import review_year as longer
from bot.messages.steps import Runner
from bot.reply import Picture, Reply
from bot.schedule import Dial
from bot.services.review import Reviewed
from bot.text import Text

LATE = timedelta(minutes=30)
"""After so long in the queue a review goes without its picture, which /review still draws."""


async def drawn(view: Reviewed, text: Text, *, late: bool = False) -> Reply:
    """The week, with the month or the cycle that ends with it; in three lines for quiet people.

    `late`: there is much to send this evening, and words that come outweigh a picture that doesn't.
    """
    stands = view.stands
    paces = stands.paces if stands.allowance.pace else None
    runner = Runner(paces, stands.athlete.level, measured=stands.athlete.measured_distance)
    quiet = view.account.hours.dial is Dial.QUIET
    said = messages.weekly(
        view.review,
        runner,
        stands.allowance,
        text,
        more=_more(view, runner, text),
        turns=messages.turns(view.review, text, earlier=view.earlier, later=False),
        brief=quiet,
    )
    if quiet or late or not messages.has_picture(view.review):
        return said
    return messages.with_picture(said, await asyncio.to_thread(_picture, view, runner, text))


def _more(view: Reviewed, runner: Runner, text: Text) -> tuple[str, ...]:
    if view.cycle is not None and view.year is not None:
        return longer.cycle_end(view.year, view.cycle, runner, text)
    if view.month is None or view.year is None:
        return ()
    month = longer.month_lines(view.month.month, view.month.before, runner, text)
    return (*month, *longer.year_lines(view.year, runner, text))


def _picture(view: Reviewed, runner: Runner, text: Text) -> Picture:
    if view.year is not None and view.cycle is not None:
        return longer.picture(view.year, runner, text)
    return pictures.picture(view.review, runner, text)
