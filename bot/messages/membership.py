"""Being in squads, in private: the list, what each may see, and leaving."""

from __future__ import annotations

from collections.abc import Sequence

from bot.callbacks import pack
from bot.messages.founding import times
from bot.messages.squad_names import short
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text, plain
from core.squad import COACH_SEES, IN_COUNTS, SQUAD_SEES, Member, Share, Squad

TOPIC = "membership"


def none(text: Text, link: str) -> Reply:
    """In no squad: how to come into one."""
    return Reply(text("membership-none"), ((Button(text("membership-add"), url=link),),))


def listed(text: Text, squads: Sequence[tuple[int, str]], link: str) -> Reply:
    """Several squads to choose from: (id, title)."""
    rows = tuple((Button(short(title), pack(TOPIC, "see", number)),) for number, title in squads)
    add = (Button(text("membership-add"), url=link),)
    return Reply(text("membership-list"), (*rows, add))


def card(
    text: Text,
    squad_id: int,
    title: str,
    squad: Squad,
    member: Member,
    *,
    days: Sequence[int] | None = None,
) -> Reply:
    """One squad, and what it may see of this member: each tap allows a field or takes it back.

    `days`: the own running days moved onto the squad's, where they are others.
    """
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
    rows = (*_toggles(text, squad_id, member), *nights_row(text, squad_id, days))
    return Reply("\n".join(said), (*rows, *_ways_out(text, squad_id)))


def nights_row(text: Text, squad_id: int, days: Sequence[int] | None) -> Rows:
    """*Run on its days*, where the own week has others."""
    if days is None:
        return ()
    label = plain(text("membership-nights", days=Html(text.weekdays(tuple(days)))))
    return ((Button(label, pack(TOPIC, "nights", squad_id)),),)


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


def farewell(title: str, text: Text, *, ended: bool, plan: bool) -> Reply:
    """The squad has ended for them, or (`ended`) for all; `plan`: one held its sessions."""
    said = [text("membership-ended" if ended else "membership-gone", name=title)]
    said += [text("membership-gone-plan")] if plan else []
    return Reply(" ".join([*said, text("membership-gone-sees")]), silent=True)
