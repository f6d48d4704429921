"""The day's card, and tomorrow: session, question or verdict, in ten lines at most."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.callbacks import pack
from bot.messages import background, checkin, raced
from bot.messages import raceday as races
from bot.messages.change import on_the_day
from bot.messages.checkin import Tap
from bot.messages.done import done_buttons
from bot.messages.reasons import speaks_against, spoken
from bot.messages.safety import ways_out
from bot.messages.session import lines, purpose, short
from bot.messages.steps import Runner
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.adjust.decision import Action, Decision
from core.adjust.table import Offer, Row
from core.day import Day
from core.plan import Week, WeekKind
from core.reasons import Code
from core.safety import Allowed
from core.workout import Focus

TOPIC = "today"
MOST_LINES = 10
"""What a card holds without scrolling (coaching.md 10)."""


def card(day: Day, text: Text, delivery: int = 0) -> Reply:
    """The one message of the day; silent on rest days."""
    tap = Tap(day.on, delivery)
    parts = ["\n".join(part) for part in _parts(day, text) if part]
    rows = checkin.rows(day, text, tap)
    if not day.asks and not day.menu:
        rows = _verdict_rows(day, text, delivery)
    if _races(day):
        rows = _race_rows(day, text, tap)
    if not day.menu:
        rows = (*rows, *checkin.mends(day, text, tap), *ways_out(day.ways_out, text))
        rows = (*rows, *_untold_rows(day, text, delivery))
        rows = (*rows, *_background_rows(day, text))
    return Reply("\n\n".join(parts), rows, silent=day.session is None)


def _background_rows(day: Day, text: Text) -> Rows:
    """The answers to what is asked about the athlete, on a day that is over with its questions."""
    if day.background is None or day.asks:
        return ()
    return background.rows(day.background, text, day.on.isoformat())


def _races(day: Day) -> bool:
    """Whether the card is the race's: until it is told of, and while nothing is asked."""
    over = any(run.focus is Focus.RACE or not run.ran for run in day.logged)
    return day.race is not None and not day.asks and not day.menu and not over


def _race_rows(day: Day, text: Text, tap: Tap) -> Rows:
    """The whole plan, the routine, and the way to say that something is wrong."""
    rows = races.morning_rows(day.race, text) if day.race else ()
    return (*rows, (Button(text("button-more"), tap("menu", "more")),))


def _untold(day: Day, text: Text) -> list[str]:
    """Yesterday's session, asked for once more; in words that name the day."""
    if day.untold is None or day.menu:
        return []
    if day.untold.race is not None:
        return [raced.evening(day.untold.race, text, today=False)]
    session = Html(short(day.untold, runner_of(day), text))
    return [text("evening-yesterday", day=text.day(day.untold.on), session=session)]


def _untold_rows(day: Day, text: Text, delivery: int) -> Rows:
    """Yesterday's three answers; each names the day, so that none is taken for today's."""
    if day.untold is None:
        return ()
    weekday = text.weekday(day.untold.on.weekday(), short=True)
    if day.untold.race is not None:
        return raced.ending_rows(day.untold.race, text, day=weekday)
    buttons = done_buttons(day.untold.on, text, delivery, planned=True)
    named = [replace(b, text=text("evening-of", day=weekday, done=b.text.lower())) for b in buttons]
    return (tuple(named[:2]), tuple(named[2:]))


def _parts(day: Day, text: Text) -> list[list[str]]:
    question = checkin.question(day, text)
    heard = checkin.heard(day.checkin, text) if day.checkin else ""
    verdict = _verdict(day, text) if day.decision and not day.asks else []
    changed = bool(day.decision and day.decision.action is not Action.KEEP)
    head = [_head(day, text)]
    asked = [question] if question else []
    if day.background is not None and not day.asks and not day.menu:
        asked = [background.question(day.background, text)]
    why = [on_the_day(day.because, day.on, text)] if day.because else []
    said = [head, _untold(day, text), [heard] if heard else [], why, verdict]
    if day.race is not None and _races(day):
        return [head, _untold(day, text), races.morning(day.race, text)]
    room = MOST_LINES - sum(len(part) for part in (*said, asked))
    return [*said, _body(day, text, brief=changed, room=room), asked]


def _head(day: Day, text: Text) -> str:
    if day.week is None:
        return f"<b>{text.day(day.on)}</b>"
    phase, kind = text(f"phase-{day.week.phase.value}"), day.week.kind
    if kind is WeekKind.NORMAL or kind.value == day.week.phase.value:
        return text("card-head", day=text.day(day.on), phase=phase)
    return text("card-head-week", day=text.day(day.on), phase=phase, kind=_kind(day.week, text))


def _kind(week: Week, text: Text) -> str:
    return text(f"kind-{week.kind.value}")


def _body(day: Day, text: Text, *, brief: bool, room: int) -> list[str]:
    """The session or the rest, in `room` lines at most; its purpose goes first, then strength."""
    if day.plan is None:
        return [text("no-plan")]
    if day.session is None:
        said = _rest(day, text, told=brief and not day.asks)
    else:
        said = lines(day.session, runner_of(day), text)
    lifts = bool(day.strength) and not brief and day.allowance.level is not Allowed.STOP
    if day.session is not None and (brief or len(said) + lifts > room):
        del said[1]  # the purpose is known from the plan
    if lifts and len(said) < room:
        said.append(text("card-strength", routine=text.content(f"routine/{day.strength}/name")))
    return said


def _rest(day: Day, text: Text, *, told: bool) -> list[str]:
    """A day without a run; where the verdict has `told` so already, only what comes next."""
    if day.allowance.level is Allowed.STOP and day.allowance.reasons:
        why = Html(spoken(day.allowance.reasons[:2], text))
        return [] if told else [text("card-rest-walk", why=why)]
    said = [] if told else [text("card-rest" if day.asks else "card-rest-decided")]
    if day.next is None:
        return said
    session, on = Html(short(day.next, runner_of(day), text)), text.day(day.next.on)
    if day.first and not told:
        return [text("card-first-rest", session=session, day=on)]
    return [*said, text("card-rest-next", session=session, day=on)]


def runner_of(day: Day) -> Runner:
    """What the session's words depend on: paces only where they may be a target today."""
    paces = day.paces if day.allowance.pace else None
    return Runner(
        paces,
        day.level,
        measured=day.measured,
        by_effort=_by_effort(day),
        celsius=day.celsius,
        hot_runs=day.hot_runs,
        treadmill=day.treadmill,
    )


def _by_effort(day: Day) -> bool:
    return bool(day.decision and day.decision.by_effort and not day.asks)


def _verdict(day: Day, text: Text) -> list[str]:
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


_BACK = {Offer.UNDO: "button-undo", Offer.KEEP_AS_PLANNED: "button-keep"}
"""Two names of one way back: people look for either."""
_LESS = {
    Offer.EVEN_EASIER: ("button-easier", "easier"),
    Offer.REST: ("button-rest", "rest"),
    Offer.INDOORS: ("button-indoors", "indoors"),
}


def _verdict_rows(day: Day, text: Text, delivery: int) -> Rows:
    decision = day.decision
    if decision is None or day.plan is None:
        return ()

    def button(label: str, verb: str, *args: object) -> Button:
        return Button(text(label), pack(TOPIC, verb, delivery, day.on.isoformat(), *args))

    offers = () if day.undone or day.logged else decision.offers
    back = [
        button(label, "undo", day.change_id)
        for offer, label in _BACK.items()
        if offer in offers and day.change_id
    ]
    less = [button(label, verb) for offer, (label, verb) in _LESS.items() if offer in offers]
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


def asked_back(code: str, text: Text) -> Reply:
    """What could not be read for certain is asked, never guessed."""
    return Reply(text(code))


def why(day: Day, text: Text) -> Reply:
    """Behind *Why?*: what the session is for, every reason of week and decision, whose rules."""
    said = []
    if day.session is not None:
        said.append(f"{purpose(day.session, text)} {spoken(day.session.why, text)}".strip())
    if day.week is not None and day.week.why:
        said.append(text("why-week", reasons=Html(spoken(day.week.why, text))))
    if day.decision is not None:
        if reasons := spoken(day.decision.reasons, text, most=5):
            said.append(text("why-day", reasons=Html(reasons)))
        said += [_source(row, text) for row in day.rules]
    if day.note:
        said.append(_by_the_way(day.note, text))
    said.append(f"<i>{text('not-medical')}</i>")
    return Reply("\n\n".join(said))


def _by_the_way(note: str, text: Text) -> str:
    words = {name: Html(text.content(f"note/{note}/{name}")) for name in ("text", "source")}
    return text("why-note", **words)


def _source(row: Row, text: Text) -> str:
    place = f"decision/{row.key}"
    words = {name: Html(text.content(f"{place}/{name}")) for name in ("name", "rule", "source")}
    return text("why-rule", **words)


def first(day: Day, text: Text) -> Reply:
    """The first session at the end of onboarding; on a rest day, which run comes next."""
    if day.session is None and day.next is not None:
        said = [text("tomorrow-rest", day=text.day(day.on)), ""]
        said += [text("tomorrow-first", day=text.day(day.next.on))]
        told = Reply("\n".join([*said, *lines(day.next, runner_of(day), text)]))
    else:
        told = tomorrow(day, text)
    allowed = day.allowance
    if allowed.level is Allowed.FREE or not allowed.reasons:
        return told
    why = spoken(allowed.reasons[:2], text)
    return Reply(f"{told.text}\n\n{why}", ways_out(day.ways_out, text))


def tomorrow(day: Day, text: Text) -> Reply:
    """Tomorrow's session without questions; `day` is tomorrow."""
    if day.plan is None:
        return Reply(text("no-plan"))
    if day.session is None:
        said = [text("tomorrow-rest", day=text.day(day.on))]
        if day.next is not None:
            facts = {"session": Html(short(day.next, runner_of(day), text))}
            said.append(text("card-rest-next", day=text.day(day.next.on), **facts))
        return Reply("\n".join(said))
    said = [text("tomorrow-head", day=text.day(day.on)), *lines(day.session, runner_of(day), text)]
    return Reply("\n".join(said))
