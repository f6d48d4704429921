"""/move and /skip: which session, where to, why not there, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.callbacks import pack
from bot.messages.change import lines, undo_button
from bot.messages.session import short
from bot.messages.steps import Runner
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.move import Option
from core.plan import Change, ChangeKind, Session

TOPIC = "move"


def which(sessions: Sequence[Session], runner: Runner, text: Text, code: str) -> Reply:
    """Which session? Each day is a button; `code` is our question, or what was wrong before it."""
    skips = code == "which-skip"
    said = [text(code)] if code.startswith("move-") else []
    if not sessions:
        stopped = code == "move-stopped"
        return Reply("\n\n".join(said if stopped else [*said, text("move-nothing")]))
    said.append(text("move-which-skip" if skips else "move-which"))
    said.append("\n".join(_day(session, runner, text) for session in sessions))
    verb = "skip" if skips else "pick"
    buttons = [Button(text.day(s.on), pack(TOPIC, verb, s.on.isoformat())) for s in sessions]
    return Reply("\n\n".join(said), _rows(buttons))


def _day(session: Session, runner: Runner, text: Text) -> str:
    said = Html(short(session, runner, text))
    return text("move-day", day=text.day(session.on), session=said)


def _rows(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))


def where(
    session: Session, options: Sequence[Option], runner: Runner, text: Text, refused: str = ""
) -> Reply:
    """Only days that fit are buttons; the others say why not. `refused`: the day just asked for."""
    said = [refused] if refused else []
    named = Html(short(session, runner, text))
    fits = [option for option in options if option.misfit is None]
    head = "move-where" if fits else "move-nowhere"
    said.append(text(head, session=named, day=text.day(session.on)))
    if options:
        said.append("\n".join(_option(option, runner, text) for option in options))
    here = session.on.isoformat()
    to = [Button(text.day(o.on), pack(TOPIC, "to", here, o.on.isoformat())) for o in fits]
    out = Button(text("move-leave-out"), pack(TOPIC, "skip", session.on.isoformat()))
    other = Button(text("move-other"), pack(TOPIC, "which"))
    return Reply("\n\n".join(said), (*_rows(to), (out, other)))


def _option(option: Option, runner: Runner, text: Text) -> str:
    """A day it might go to: free, taken by a run that changes places, or why not."""
    day = text.day(option.on)
    if option.misfit is not None:
        return text("move-not", day=day, why=Html(text(f"misfit-{option.misfit.value}")))
    if option.there is None:
        return text("move-free", day=day)
    return text("move-swaps", day=day, session=Html(short(option.there, runner, text)))


def refusal(to: date, misfit: str, text: Text) -> str:
    """Why the day that was asked for cannot be."""
    if not misfit:
        return text("move-same-day")
    return text("move-refused", day=text.day(to), why=Html(text(f"misfit-{misfit}")))


def done(change: Change, change_id: int, runner: Runner, text: Text) -> Reply:
    """What was changed, with the way back."""
    head = "skip-done" if change.kind is ChangeKind.SKIPPED else "move-done"
    said = "\n".join([text(head), *lines(change, runner, text)])
    return Reply(said, ((undo_button(change_id, text),),))
