"""A squad's session that stands: moved, called off, or asked for; for its coaches and who comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.callbacks import pack
from bot.messages import attendance
from bot.messages.squad_card import where
from bot.messages.squad_draft import DAY, TOPIC
from bot.messages.squad_names import short
from bot.reply import Button, Reply
from bot.text import Html, Text, plain
from core.squad import GroupSession


def change(
    session_id: int,
    version: int,
    session: GroupSession,
    days: Sequence[date],
    text: Text,
    *,
    meanwhile: bool = False,
) -> Reply:
    """For its coaches: move it or call it off. `meanwhile`: somebody else was quicker."""
    head = text("session-changed-meanwhile" if meanwhile else "session-change")
    said = [head, where(session, text), f"<b>{attendance.title(session, text)}</b>"]

    def to(label: str, on: date, minute: int) -> Button:
        return Button(label, pack(TOPIC, "move", session_id, version, on.isoformat(), minute))

    moves = [
        to(text("session-button-move", day=text.day(day)), day, session.minute)
        for day in days
        if day != session.on
    ][:6]
    rows: list[tuple[Button, ...]] = [tuple(moves[at : at + 3]) for at in range(0, len(moves), 3)]
    minutes = [("earlier", session.minute - 30), ("later", session.minute + 30)]
    rows.append(
        tuple(
            to(text(f"session-button-{word}", clock=text.clock(m)), session.on, m)
            for word, m in minutes
            if 0 <= m < DAY
        )
    )
    off = pack(TOPIC, "cancel", session_id, version)
    rows.append((Button(text("session-button-cancel"), off),))
    return Reply("\n".join(said), tuple(row for row in rows if row))


def news(
    session_id: int, squad: str, session: GroupSession, text: Text, *, planned: bool = False
) -> Reply:
    """In private, to who comes: it moved, or it is called off. `planned`: their plan holds it."""
    code = "session-news-cancelled" if session.cancelled else "session-news-moved"
    said = text(code, squad=squad, where=Html(where(session, text)))
    said += f" {text(f'{code}-plan')}" if planned else ""
    if session.cancelled:
        return Reply(said)
    cannot = pack(attendance.TOPIC, "out", session_id)
    return Reply(said, ((Button(text("attend-button-cannot"), cannot),),))


def cancel_sure(
    session_id: int, version: int, session: GroupSession, text: Text, *, squad: str = ""
) -> Reply:
    """The tap that counts; `squad`: its name, where it is not said in its group."""
    yes = Button(
        text("session-button-cancel-sure"), pack(TOPIC, "cancel", session_id, version, "sure")
    )
    said = [*_of(squad, text), where(session, text), f"<b>{attendance.title(session, text)}</b>"]
    head, after = text("session-cancel-sure"), text("session-cancel-after")
    return Reply("\n".join([head, *said, after]), ((yes, _leave(session_id, text)),))


def move_sure(
    session_id: int,
    stamp: int,
    session: GroupSession,
    there: GroupSession,
    text: Text,
    *,
    squad: str = "",
) -> Reply:
    """From where to where; the tap that counts."""
    yes = Button(text("session-button-move-sure"), pack(TOPIC, "moved", stamp))
    said = [
        text("session-move-sure"),
        *_of(squad, text),
        text("session-move-from", where=Html(where(session, text))),
        text("session-move-to", where=Html(where(there, text))),
        f"<b>{attendance.title(session, text)}</b>",
    ]
    return Reply("\n".join(said), ((yes, _leave(session_id, text)),))


def left(session_id: int, text: Text) -> Reply:
    """Nothing was changed; the buttons are one tap away."""
    change = Button(text("session-button-change"), pack(TOPIC, "change", session_id))
    return Reply(text("session-left"), ((change,),))


def skip_sure(squad_id: int, on: date, text: Text) -> Reply:
    """Leave the standing session of that day out, this once?"""
    yes = Button(text("session-button-cancel-sure"), pack(TOPIC, "skip", squad_id, on.isoformat()))
    facts = {"day": text.day(on), "weekday": text.weekday(on.weekday())}
    return Reply(text("session-skip-sure", **facts), ((yes,),))


def which_one(sessions: Sequence[tuple[int, str, GroupSession]], text: Text) -> Reply:
    """Several squads have a session that may be meant: (id, squad, session)."""
    rows = tuple(
        (
            Button(
                plain(
                    text("session-button-which", squad=short(squad, 18), day=text.day(session.on))
                ),
                pack(TOPIC, "change", number),
            ),
        )
        for number, squad, session in sessions
    )
    return Reply(text("session-which-one"), rows)


def _of(squad: str, text: Text) -> list[str]:
    return [text("session-for", squad=squad)] if squad else []


def _leave(session_id: int, text: Text) -> Button:
    return Button(text("session-button-leave"), pack(TOPIC, "leave", session_id))


def asked(squad_id: int, squad: str, session: GroupSession, text: Text) -> Reply:
    """Tomorrow's session has no content yet: one question, in private."""
    ask = text("session-ask-coach", squad=squad, where=Html(where(session, text)))
    write = Button(text("session-button-write"), pack(TOPIC, "squad", squad_id))
    return Reply(ask, ((write,),))
