"""Being in squads, in private: the list, what each may see, and leaving."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.squad import times
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.squad import COACH_SEES, IN_COUNTS, SQUAD_SEES, Member, Share, Squad

TOPIC = "membership"


def none(text: Text, link: str) -> Reply:
    """In no squad: how to come into one."""
    return Reply(text("membership-none"), ((Button(text("membership-add"), url=link),),))


def listed(text: Text, squads: Sequence[tuple[int, str]], link: str) -> Reply:
    """Several squads to choose from: (id, title)."""
    rows = tuple(
        (Button(title if len(title) <= 32 else f"{title[:31]}…", pack(TOPIC, "see", number)),)
        for number, title in squads
    )
    add = (Button(text("membership-add"), url=link),)
    return Reply(text("membership-list"), (*rows, add))


def card(text: Text, squad_id: int, title: str, squad: Squad, member: Member) -> Reply:
    """One squad, and what it may see of this member: each tap allows a field or takes it back."""
    said = [
        text("membership-head", title=title),
        text("membership-when", times=Html(times(text, squad.trainings)), place=squad.place),
        *([text("membership-you-coach")] if member.is_coach else []),
        "",
        text("membership-always"),
        text("membership-coach-head", fields=Html(_fields(text, member, COACH_SEES))),
        text("membership-squad-head", fields=Html(_fields(text, member, SQUAD_SEES))),
        text("membership-counts-head", fields=Html(_fields(text, member, IN_COUNTS))),
    ]
    return Reply("\n".join(said), (*_toggles(text, squad_id, member), *_ways_out(text, squad_id)))


def _fields(text: Text, member: Member, shares: Sequence[Share]) -> str:
    allowed = [text(f"membership-share-{s.value}") for s in shares if member.allows(s)]
    return text.listed(allowed) if allowed else text("membership-nothing")


def _toggles(text: Text, squad_id: int, member: Member) -> Rows:
    shares = (*COACH_SEES, *SQUAD_SEES, *IN_COUNTS)
    return tuple(
        (
            Button(
                ("✓ " if member.allows(share) else "") + text(f"membership-set-{share.value}"),
                pack(TOPIC, "share", squad_id, share.value),
            ),
        )
        for share in shares
    )


def _ways_out(text: Text, squad_id: int) -> Rows:
    leave = Button(text("membership-leave"), pack(TOPIC, "leave", squad_id))
    others = Button(text("membership-other"), pack(TOPIC, "list"))
    return ((leave,), (others,))


def sure(text: Text, squad_id: int, title: str) -> Reply:
    """Leave? It is asked once."""
    rows = (
        (
            Button(text("membership-leave-yes"), pack(TOPIC, "left", squad_id)),
            Button(text("membership-leave-no"), pack(TOPIC, "see", squad_id)),
        ),
    )
    return Reply(text("membership-leave-sure", title=title), rows)
