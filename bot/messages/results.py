"""Times that a coach typed: what was understood, and the question to each runner."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.session import distance_name
from bot.messages.squad_names import listed
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.squad.result import ToldResult

TOPIC = "results"
UNREAD = 80


def typed(
    asked: Sequence[str],
    unknown: Sequence[str],
    unread: str,
    text: Text,
    *,
    has_distance: bool,
    settled: Sequence[str] = (),
) -> Reply:
    """Who was asked, and what could not be read."""
    names = listed(asked, text)
    said = [text("results-asked", names=names) if asked else text("results-asked-nobody")]
    if asked and not has_distance:
        said.append(text("results-no-distance"))
    if settled:
        said.append(text("results-confirmed", names=listed(settled, text)))
    if unknown:
        said.append(text("results-unknown", names=listed(unknown, text)))
    if unread:
        said.append(text("results-unread", text=unread[:UNREAD].strip()))
    return Reply("\n".join(said))


def question(result_id: int, squad: str, told: ToldResult, text: Text) -> Reply:
    """Is that your time? An all-out one over a known distance counts for the own paces."""
    time = text.race_time(told.time)
    wrong = Button(text("results-button-wrong"), pack(TOPIC, "wrong", result_id))
    if told.distance is None:
        right = Button(text("results-button-right"), pack(TOPIC, "right", result_id))
        said = text("results-question", squad=squad, day=told.on, time=time)
        return Reply(said, ((right, wrong),))
    distance = Html(distance_name(told.distance, text))
    said = text("results-question-over", squad=squad, day=told.on, time=time, distance=distance)
    all_out = Button(text("results-button-all-out"), pack(TOPIC, "all-out", result_id))
    not_all_out = Button(text("results-button-not-all-out"), pack(TOPIC, "right", result_id))
    return Reply(said, ((all_out,), (not_all_out,), (wrong,)))
