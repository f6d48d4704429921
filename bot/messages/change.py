"""A change of the plan in words: what moved where, what is left out, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.callbacks import pack
from bot.messages.reasons import sentence
from bot.messages.session import short
from bot.messages.steps import Runner, amount, main_repeat
from bot.reply import Button, Reply
from bot.text import Html, Text
from core.plan import Change, ChangeKind, Edit, Plan
from core.reasons import Code, Reason
from core.workout import Workout

TOPIC = "change"
MOST_DAYS = 7
"""Days that are named one by one; the rest is a number (coaching.md 10)."""


def lines(change: Change, runner: Runner, text: Text) -> list[str]:
    """The days that changed, each in a line: what it holds now and what it was."""
    return [_line(edit, runner, text) for edit in change.edits]


def _line(edit: Edit, runner: Runner, text: Text) -> str:
    day = text.day(edit.on)
    if edit.after is None:
        was = edit.before
        if was is None:
            return text("change-rest", day=day)
        return text("change-out", day=day, was=Html(short(was, runner, text)))
    now = Html(short(edit.after, runner, text))
    if edit.before is None:
        return text("change-new", day=day, session=now)
    was_short = short(edit.before, runner, text)
    if (breaks := _breaks(edit.before.workout, edit.after.workout, text)) is not None:
        return text("change-breaks", day=day, session=now, now=breaks[1], was=breaks[0])
    if was_short == now.text:
        return text("change-new", day=day, session=now)
    return text("change-day", day=day, session=now, was=Html(was_short))


def _breaks(one: Workout, other: Workout, text: Text) -> tuple[str, str] | None:
    """The breaks between the reps before and after, where little else has changed."""
    before, after = main_repeat(one), main_repeat(other)
    if before is None or after is None or before.steps[0] != after.steps[0]:
        return None
    if len(before.steps) != 2 or len(after.steps) != 2 or before.steps[1] == after.steps[1]:
        return None
    return amount(before.steps[1], text, rep=True), amount(after.steps[1], text, rep=True)


def name(change: Change, runner: Runner, text: Text) -> str:
    """The change in a few words, for a list of those that would go with another."""
    days = [edit.on for edit in change.edits]
    span = _told(change)
    if span is not None:
        first, last = span
        return text(f"change-name-{change.kind.value}", first=first, last=last)
    if change.kind is ChangeKind.MOVED:
        going = next((e for e in change.edits if e.before is not None), None)
        session = going.before if going else None
        if going is not None and session is not None:
            facts = {"session": Html(short(session, runner, text))}
            return text("change-name-moved", day=going.on, **facts)
    listed = Html(text.listed([text.day(day) for day in days]))
    if change.kind is ChangeKind.SKIPPED:
        return text("change-name-skipped", days=listed)
    return text("change-name-other", days=listed)


def _told(change: Change) -> tuple[date, date] | None:
    facts = next((r.facts for r in change.why if r.code in {Code.AWAY, Code.BUSY}), None)
    if facts is None:
        return None
    return date.fromisoformat(str(facts["from"])), date.fromisoformat(str(facts["until"]))


def on_the_day(reasons: Sequence[Reason], on: date, text: Text) -> str:
    """What the day's card says about changes that are no decision of the morning."""
    told = [reason for reason in reasons if reason.code is not Code.ATHLETE_ASKED]
    return " ".join(_said(reason, on, text) for reason in told or reasons)


def _said(reason: Reason, on: date, text: Text) -> str:
    if reason.code is Code.MOVED and reason.facts.get("to") == on.isoformat():
        return text("change-moved-here", day=date.fromisoformat(str(reason.facts["from"])))
    return sentence(reason, text)


def undo_button(change_id: int, text: Text, *, sure: bool = False) -> Button:
    """*Undo*, or once the others are named, *Undo all of it*."""
    if sure:
        return Button(text("button-undo-all"), pack(TOPIC, "undo", change_id, "sure"))
    return Button(text("button-undo"), pack(TOPIC, "undo", change_id))


def asked(change_id: int, gone: Sequence[Change], runner: Runner, text: Text) -> Reply:
    """What else would be taken back; the tap below counts."""
    named = "\n".join(f"· {name(change, runner, text)}" for change in gone)
    rows = ((undo_button(change_id, text, sure=True), Button(text("change-leave"), _LEAVE)),)
    return Reply(text("change-goes-with", changes=Html(named)), rows)


_LEAVE = pack(TOPIC, "leave")


def undone(change: Change, plan: Plan, runner: Runner, text: Text) -> Reply:
    """Taken back: the days as they are again."""
    if all(alike(edit, runner, text) for edit in change.edits):
        return Reply(text("change-undone-plainly"))  # only what was said beside the days goes
    days = [_again(edit.on, plan, runner, text) for edit in change.edits]
    said = [text("change-undone"), *days[:MOST_DAYS]]
    if len(days) > MOST_DAYS:
        said.append(text("change-undone-more", days=len(days) - MOST_DAYS))
    return Reply("\n".join(said))


def alike(edit: Edit, runner: Runner, text: Text) -> bool:
    """Whether a day reads the same with the change and without it."""
    if edit.before is None or edit.after is None:
        return edit.before is edit.after
    return short(edit.before, runner, text) == short(edit.after, runner, text)


def _again(on: date, plan: Plan, runner: Runner, text: Text) -> str:
    session = plan.on(on)
    if session is None:
        return text("change-rest", day=text.day(on))
    return text("change-new", day=text.day(on), session=Html(short(session, runner, text)))
