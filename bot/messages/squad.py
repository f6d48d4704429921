"""A squad's card in its group: three questions, what is settled, and the settings."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.founding import SETTLES, TOPIC, back, days, place, setters, times
from bot.messages.squad_names import listed, short
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.squad import Member, Missing, Setters, Squad

PER_PAGE = 8


def card(
    text: Text, squad_id: int, title: str, squad: Squad, *, count: int, coaches: Sequence[str]
) -> Reply:
    """What the squad is and the way in; before that, what is still asked of its administrators."""
    if squad.missing is not None:
        return _introduction(text, squad_id, squad, squad.missing)
    said = [
        text("squad-head", title=title),
        text("squad-when", times=Html(times(text, squad.trainings)), place=squad.place),
        set_by(text, squad, coaches),
        text("squad-count", count=count),
        "",
        text("squad-join-why"),
    ]
    rows = (
        (Button(text("squad-button-join"), pack("joining", "tap", squad_id)),),
        (Button(text("squad-button-settings"), pack(TOPIC, "settings", squad_id)),),
    )
    return Reply("\n".join(said), rows)


def set_by(text: Text, squad: Squad, coaches: Sequence[str]) -> str:
    """Who may set sessions, by name where they are named."""
    if squad.setters is not Setters.NAMED:
        return text("squad-set-by-admins")
    return text("squad-set-by-named", names=listed(coaches, text))


def _introduction(text: Text, squad_id: int, squad: Squad, missing: Missing) -> Reply:
    asked = {
        Missing.PLACE: place(text, squad_id, founding=True),
        Missing.DAYS: days(text, squad_id, (), founding=True),
        Missing.SETTERS: setters(text, squad_id, founding=True),
    }[missing]
    said = [text("squad-intro")] if not squad.zone else []
    said += [asked.text, text("squad-asks-admins")]
    return Reply("\n\n".join(said), asked.rows)


def settings(
    text: Text,
    squad_id: int,
    title: str,
    squad: Squad,
    *,
    coaches: Sequence[str],
    topic: bool,
    looks_up: bool,
) -> Reply:
    """What administrators may change; `topic`: the coach keeps to one topic of a forum.

    `looks_up`: whoever hosts the coach allows forecasts.
    """
    clock = text.clock(squad.weather_minute)
    switches = [each for each in _switches(squad) if looks_up or each[0] != "weather"]
    said = [
        text("squad-settings-head", title=title),
        text("squad-when", times=Html(times(text, squad.trainings)), place=squad.place),
        set_by(text, squad, coaches),
        *(text(f"squad-settings-{name}-{_on(on)}") for name, on in switches),
        text(f"squad-settings-mornings-{squad.weather_days.value}", clock=clock),
        *([text("squad-settings-topic")] if topic else []),
        text("squad-settings-who"),
    ]

    def ask(what: str) -> Button:
        return Button(text(f"squad-set-{what}"), pack(TOPIC, "ask", squad_id, what))

    turns = tuple(
        (Button(text(f"squad-set-{name}"), pack(SETTLES, "switch", squad_id, name)),)
        for name, _ in switches
    )
    link = Button(text("squad-set-link"), pack(SETTLES, "link", squad_id))
    here = Button(text("squad-set-topic"), pack(SETTLES, "topic", squad_id))
    back = Button(text("squad-set-back"), pack(TOPIC, "open", squad_id))
    usual = ((ask("place"), ask("days")), (ask("setters"), ask("coaches")))
    rows = (*usual, (ask("mornings"),), *turns)
    return Reply("\n".join(said), (*rows, (link,), (here,), (back,)))


def coaches(text: Text, squad_id: int, members: Sequence[Member], page: int) -> Reply:
    """The members by name, the named ones ticked; eight on a page."""
    if not members:
        return Reply(text("squad-coaches-nobody"), back(text, squad_id, founding=False))
    first = page * PER_PAGE if page * PER_PAGE < len(members) else 0
    shown = members[first : first + PER_PAGE]
    rows = tuple(
        (
            Button(
                ("✓ " if member.is_coach else "") + short(member.name, 26),
                pack(SETTLES, "coach", squad_id, member.id),
            ),
        )
        for member in shown
    )
    if len(members) > PER_PAGE:
        onward = (first // PER_PAGE + 1) % -(-len(members) // PER_PAGE)
        more = Button(text("squad-coaches-more"), pack(TOPIC, "ask", squad_id, "coaches", onward))
        rows = (*rows, (more,))
    return Reply(text("squad-coaches-head"), (*rows, *back(text, squad_id, founding=False)))


def private_only(text: Text, link: str) -> Reply:
    """What was asked in the group is answered in private, one tap away."""
    rows = ((Button(text("squad-private-open"), url=link),),)
    return Reply(text("squad-private-only"), rows, silent=True)


def _switches(squad: Squad) -> tuple[tuple[str, bool], ...]:
    return (
        ("weather", squad.weather),
        ("ephemeral", squad.ephemeral),
        ("challenges", squad.challenges),
    )


def _on(on: bool) -> str:
    return "on" if on else "off"
