"""What became of the day, why, by whose rule; and the buttons under it."""

from __future__ import annotations

from datetime import date

from bot.callbacks import pack
from bot.messages.checkin import Tap
from bot.messages.reasons import speaks_against, spoken
from bot.messages.runner import runner_of
from bot.messages.session import short
from bot.reply import Button, Rows
from bot.text import Html, Text
from core.adjust.decision import Action, Decision
from core.adjust.table import Offer
from core.day import Day
from core.reasons import Code

TOPIC = "today"


def said(day: Day, text: Text) -> list[str]:
    """What became of the day, on which facts, by which rule, and what it was before."""
    decision = day.decision
    if decision is None:
        return []
    if day.undone:
        return [text("verdict-undone")]
    if _codes(decision) & {Code.ASKED_EASIER}:
        return _asked_for(day, decision, text)
    if decision.action is Action.KEEP:
        return _kept(decision, text)
    why = spoken([r for r in decision.reasons if r.code is not Code.MOVED], text)
    said = " ".join([_headline(decision, text), why, *_others(decision, text)])
    return [said, _rule(decision, text), *_was(day, decision, text)]


def _kept(decision: Decision, text: Text) -> list[str]:
    """The day stands; why, where a sign, the heat or a lighter week asks for a word."""
    why = spoken(decision.reasons, text)
    if decision.change is not None:
        head = [] if decision.after is None else [text("verdict-keep")]
        return [" ".join([*head, why, *_others(decision, text)])]
    if decision.after is None:
        return []
    if Code.NOT_ANSWERED in _codes(decision) and decision.rule == "unanswered":
        return [text("card-effort-only")]
    if speaks_against(decision.reasons) or Code.HEAT in _codes(decision):
        return [f"{text('verdict-keep')} {why}", _rule(decision, text)]
    if Code.INDOORS in _codes(decision):
        return [f"{text('verdict-keep')} {why}"]
    return [text("verdict-keep")]


def _asked_for(day: Day, decision: Decision, text: Text) -> list[str]:
    asked = "verdict-easier" if decision.after is not None else "verdict-rest-asked"
    return [text(asked), *_was(day, decision, text)]


def _others(decision: Decision, text: Text) -> list[str]:
    """The other days that the same change makes lighter, so that nothing changes unseen."""
    if Code.DOWN_WEEK_EARNED not in _codes(decision) or decision.change is None:
        return []
    days = [text.day(edit.on) for edit in decision.change.edits if edit.on != decision.on]
    return [text("verdict-others", days=text.listed(days))] if days else []


def _was(day: Day, decision: Decision, text: Text) -> list[str]:
    if decision.before is None:
        return []
    return [text("verdict-was", session=Html(short(decision.before, runner_of(day), text)))]


def _codes(decision: Decision) -> set[Code]:
    return {reason.code for reason in decision.reasons}


def _rule(decision: Decision, text: Text) -> str:
    return text("verdict-rule", rule=Html(text.content(f"decision/{decision.rule}/rule")))


def _moved_to(decision: Decision) -> date | None:
    """Where the day's session went, if it moved."""
    moved = next((r for r in decision.reasons if r.code is Code.MOVED), None)
    return date.fromisoformat(str(moved.facts["to"])) if moved and "to" in moved.facts else None


def _headline(decision: Decision, text: Text) -> str:
    if (to := _moved_to(decision)) is not None:
        return text("verdict-move", day=text.day(to))
    action = Action.SWAP if decision.action is Action.MOVE else decision.action
    return text(f"verdict-{action.value}")


_BACK = {
    Offer.UNDO: ("button-undo", "undo"),
    Offer.KEEP_AS_PLANNED: ("button-keep", "keep"),
}
_LESS = {
    Offer.EVEN_EASIER: ("button-easier", "easier"),
    Offer.REST: ("button-rest", "rest"),
    Offer.INDOORS: ("button-indoors", "indoors"),
}


def rows(day: Day, text: Text, delivery: int) -> Rows:
    """The ways back and down, *Why?*, the answers again, and the day's routines."""
    decision = day.decision
    if decision is None or day.plan is None:
        return ()

    def button(label: str, verb: str, *args: object) -> Button:
        return Button(text(label), pack(TOPIC, verb, delivery, day.on.isoformat(), *args))

    offers = () if day.undone or day.logged else decision.offers
    back = [
        button(label, verb, day.change_id)
        for offer, (label, verb) in _BACK.items()
        if offer in offers and day.change_id
    ]
    if day.undone and not day.logged:
        back = [button("button-undo", "undo", day.change_id)]
    less = [
        button(label, verb, day.change_id)
        for offer, (label, verb) in _LESS.items()
        if offer in offers
    ]
    second = [button("button-why", "why")]
    if (day.checkin is not None or decision.rule == "unanswered") and not day.logged:
        answered = day.checkin is not None and day.checkin.answered
        again = text("button-change" if answered else "button-checkin")
        second.append(Button(again, Tap(day.on, delivery)("reopen")))
    return tuple(tuple(row) for row in (back, less, second, _routines(day, text)) if row)


def _routines(day: Day, text: Text) -> list[Button]:
    """Three minutes before an easy run, and the list of a strength day, behind a button."""
    found = []
    if day.session is not None and not day.session.hard and day.session.race is None:
        found.append(Button(text("button-routine"), pack("routine", "show", "pre-run", 3)))
    if day.strength:
        found.append(Button(text("button-strength"), pack("routine", "show", "strength", 0)))
    return found
