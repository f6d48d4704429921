"""/move and /skip: which session, where to, why not there, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.callbacks import pack
from bot.messages.change import lines, undo_button
from bot.messages.session import short
from bot.messages.steps import Runner
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.adjust import Misfit
from core.move import Option
from core.plan import Change, ChangeKind, Session

TOPIC = "move"


def which(sessions: Sequence[Session], runner: Runner, text: Text, code: str) -> Reply:
    """Which session? Each is a button; `code` is our question, or what was wrong before it."""
    skips = code == "which-skip"
    said = [text(code)] if code.startswith("move-") else []
    if not sessions:
        return Reply("\n\n".join([*said, text("move-nothing")]))
    said.append(text("move-which-skip" if skips else "move-which"))
    verb = "skip" if skips else "pick"
    rows = tuple((_pick(session, verb, runner, text),) for session in sessions)
    return Reply("\n\n".join(said), rows)


def _pick(session: Session, verb: str, runner: Runner, text: Text) -> Button:
    label = text("move-day", day=text.day(session.on), session=Html(short(session, runner, text)))
    return Button(label, pack(TOPIC, verb, session.on.isoformat()))


def where(
    session: Session, options: Sequence[Option], runner: Runner, text: Text, refused: str = ""
) -> Reply:
    """Only days that fit are buttons; the others say why not. `refused`: the day just asked for."""
    said = [refused] if refused else []
    named = Html(short(session, runner, text))
    fits = [option for option in options if option.misfit is None]
    head = "move-where" if fits else "move-nowhere"
    said.append(text(head, session=named, day=text.day(session.on)))
    closed = [_why_not(option, text) for option in options if option.misfit is not None]
    if closed:
        said.append("\n".join(closed))
    rows = [(_to(session, option, runner, text),) for option in fits]
    out = Button(text("move-leave-out"), pack(TOPIC, "skip", session.on.isoformat()))
    other = Button(text("move-other"), pack(TOPIC, "which"))
    return Reply("\n\n".join(said), (*rows, (out, other)))


def _to(session: Session, option: Option, runner: Runner, text: Text) -> Button:
    label = text.day(option.on)
    if option.there is not None:
        there = Html(short(option.there, runner, text))
        label = text("move-swaps", day=label, session=there)
    return Button(label, pack(TOPIC, "to", session.on.isoformat(), option.on.isoformat()))


def _why_not(option: Option, text: Text) -> str:
    misfit = option.misfit or Misfit.TAKEN
    return text("move-not", day=text.day(option.on), why=Html(text(f"misfit-{misfit.value}")))


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
