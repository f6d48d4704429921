"""Tomorrow's session without questions, and the first one of a new plan."""

from __future__ import annotations

from bot.messages.reasons import spoken
from bot.messages.runner import runner_of
from bot.messages.safety import ways_out
from bot.messages.session import lines, short
from bot.reply import Reply
from bot.text import Html, Text
from core.day import Day
from core.safety import Allowed


def first(day: Day, text: Text) -> Reply:
    """The first session at the end of onboarding; on a rest day, which run comes next."""
    if day.session is None and day.next is not None:
        said = [text("tomorrow-rest", day=text.day(day.on)), ""]
        said += [text("tomorrow-first", day=text.day(day.next.on))]
        told = Reply("\n".join([*said, *lines(day.next, runner_of(day), text)]))
    else:
        told = tomorrow(day, text)
    allowed = day.allowance
    if allowed.level is Allowed.FREE or not allowed.reasons:
        return told
    why = spoken(allowed.reasons[:2], text)
    return Reply(f"{told.text}\n\n{why}", ways_out(day.ways_out, text))


def tomorrow(day: Day, text: Text) -> Reply:
    """Tomorrow's session without questions; `day` is tomorrow."""
    if day.plan is None:
        return Reply(text("no-plan"))
    if day.session is None:
        said = [text("tomorrow-rest", day=text.day(day.on))]
        if day.next is not None:
            facts = {"session": Html(short(day.next, runner_of(day), text))}
            said.append(text("card-rest-next", day=text.day(day.next.on), **facts))
        return Reply("\n".join(said))
    said = [text("tomorrow-head", day=text.day(day.on)), *lines(day.session, runner_of(day), text)]
    return Reply("\n".join(said))
