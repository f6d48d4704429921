"""Joining a squad: how, and what it means."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.founding import times
from bot.messages.membership import nights_row
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.squad import Squad, training_days

TOPIC = "joining"


def how(text: Text, title: str, squad: Squad, token: str) -> Reply:
    """To somebody the coach has not met: with a plan of their own, or in the squad only."""
    asked = text(
        "joining-how", title=title, times=Html(times(text, squad.trainings)), place=squad.place
    )
    rows = (
        (Button(text("joining-with-plan"), pack(TOPIC, "plan", token)),),
        (Button(text("joining-without-plan"), pack(TOPIC, "only", token)),),
    )
    return Reply(asked, rows)


def done(
    text: Text,
    title: str,
    squad: Squad,
    *,
    plans: bool,
    squad_id: int,
    days: Sequence[int] | None = None,
) -> Reply:
    """They are in; `plans`: they have a plan of their own, whose `days` could be the squad's."""
    said = [
        text(
            "joining-done",
            title=title,
            times=Html(times(text, squad.trainings)),
            place=squad.place,
        )
    ]
    if not plans:
        said.append(text("joining-done-no-plan"))
    see = Button(text("membership-list-button"), pack("membership", "see", squad_id))
    if days is not None:
        said.append(text("joining-nights"))
    return Reply("\n\n".join(said), (*nights_row(text, squad_id, days), (see,)))


def plan_begins(text: Text, title: str, squad: Squad) -> Reply:
    """In, and the first question follows."""
    days = Html(text.weekdays(training_days(squad.trainings)))
    return Reply(text("joining-plan-begins", title=title, days=days))


def again(text: Text, title: str, token: str = "") -> Reply:
    """In already; with the `token`, to who has no plan, the way to one of their own."""
    said = text("joining-done-again", title=title)
    if not token:
        return Reply(said)
    plan = Button(text("joining-with-plan"), pack(TOPIC, "plan", token))
    return Reply(f"{said}\n\n{text('joining-plan-too')}", ((plan,),))
