"""What /plateau has laid: its first days, while it runs, and the look back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.callbacks import pack
from bot.messages.change import alike, lines, undo_button
from bot.messages.plateau import TOPIC, Words
from bot.messages.plateau_words import amount, remedy
from bot.messages.steps import Runner
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.plan import Change
from core.plateau import Outcome, Prescription, Recheck, Remedy, Way

DAYS_SHOWN = 3
_IN_THE_PLAN = {
    Remedy.VARY_WORKOUT,
    Remedy.NEW_STIMULUS,
    Remedy.MORE_EASY,
    Remedy.LONGER_LONG,
    Remedy.ADD_STRIDES,
    Remedy.SPACE_OUT,
    Remedy.IN_WAVES,
}
"""What a plan may do by itself; other changes are about how its sessions are run."""
_EASES = {Remedy.BACK_OFF, Remedy.MAINTAIN}
"""After them the plan grows from what was really run, which each Monday knows better."""


def applied(
    chosen: Prescription,
    words: Words,
    text: Text,
    *,
    change: Change | None = None,
    change_id: int = 0,
    runner: Runner | None = None,
    planned: bool = False,
) -> Reply:
    """It is laid: its first days, the day of the look back, and the way back."""
    what = Html(remedy(chosen, words.library, words.pace_of, text))
    again = text("plateau-recheck-on", day=text.full_day(chosen.recheck_on))
    if change is None or runner is None:
        as_is = planned and chosen.remedy is not Remedy.SEE_DOCTOR
        head = "plateau-applied-as-is" if as_is else "plateau-applied-advice"
        return Reply("\n".join([text(head, change=what), again]))
    edits = tuple(edit for edit in change.edits if not alike(edit, runner, text))
    undo = ((undo_button(change_id, text),),)
    if not edits:
        head = "plateau-applied-as-is" if chosen.remedy in _IN_THE_PLAN else "plateau-applied"
        return Reply("\n".join([text(head, change=what), _told_on(change, text), again]), undo)
    said = [text("plateau-applied", change=what)]
    said += lines(replace(change, edits=edits[:DAYS_SHOWN]), runner, text)
    if len(edits) > DAYS_SHOWN:
        said.append(text("plateau-applied-more", days=len(edits) - DAYS_SHOWN))
    if chosen.remedy in _EASES:
        said.append(text("plateau-applied-after"))
    return Reply("\n".join([*said, again]), undo)


def _told_on(change: Change, text: Text) -> str:
    """The days that stay as they are and say what this is about."""
    days = [text.day(edit.on) for edit in change.edits]
    more = len(days) - DAYS_SHOWN
    named = text.listed(days) if more <= 0 else ", ".join(days[:DAYS_SHOWN])
    return text("plateau-told-on", days=Html(named), more=max(0, more))


def stands(
    chosen: Prescription,
    diagnosis_id: int,
    words: Words,
    text: Text,
    *,
    number: int = 0,
    change_id: int = 0,
) -> Reply:
    """Asked again while one change is under way: that one, when it is looked at, the way back."""
    said = [
        text("plateau-stands", change=Html(remedy(chosen, words.library, words.pace_of, text))),
        text("plateau-recheck-on", day=text.full_day(chosen.recheck_on)),
    ]
    why = Button(text("button-why"), pack(TOPIC, "why", diagnosis_id, number))
    anew = Button(text("button-plateau-anew"), pack(TOPIC, "anew"))
    rows: Rows = ((why, anew),)
    if change_id:
        rows = (*rows, (undo_button(change_id, text),))
    return Reply("\n".join(said), rows)


def reps_taken(on: date, session: str, change_id: int, text: Text) -> Reply:
    """Six even reps are in the plan: how they are run, and the way back."""
    said = text("plateau-reps-taken", session=Html(session), day=text.full_day(on))
    return Reply(said, ((undo_button(change_id, text),),))


def rechecked(recheck: Recheck, chosen: Prescription, words: Words, text: Text) -> Reply:
    """The re-check: before and after, whether it worked, and the next step."""
    outcome = recheck.outcome.value
    change = Html(remedy(chosen, words.library, words.pace_of, text))
    said = [text(f"recheck-{outcome}", change=change)]
    for compared in (recheck.own, recheck.fitness):
        if compared is not None:
            measure = compared.measure
            said.append(
                text(
                    "recheck-own",
                    measure=Html(text(f"measure-{measure.value}")),
                    before=Html(amount(measure, compared.before, text)),
                    after=Html(amount(measure, compared.after, text)),
                )
            )
    said.append(text(f"recheck-next-{outcome}"))
    ways = [way for way in recheck.ways if way is not Way.WAIT]
    said += [text(f"plateau-way-{way.value}") for way in ways]
    if recheck.outcome is Outcome.WORKED:
        return Reply("\n".join(said))
    return Reply("\n".join(said), ((Button(text("button-plateau-anew"), pack(TOPIC, "anew")),),))
