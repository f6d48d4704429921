"""The day's card, and tomorrow: session, question or verdict, in ten lines at most."""

from __future__ import annotations

from bot.callbacks import pack
from bot.messages import checkin
from bot.messages.checkin import Tap
from bot.messages.reasons import because, spoken
from bot.messages.session import Runner, lines, name, purpose, short
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.adjust.decision import Action, Decision
from core.adjust.table import Offer, Row
from core.day import Day
from core.plan import Week, WeekKind
from core.safety import Allowed

TOPIC = "today"


def card(day: Day, text: Text, delivery: int = 0) -> Reply:
    """The one message of the day; silent on rest days."""
    tap = Tap(day.on, delivery)
    parts = ["\n".join(part) for part in _parts(day, text) if part]
    rows = checkin.rows(day, text, tap)
    if not day.asks and not day.menu:
        rows = _verdict_rows(day, text, delivery)
    return Reply("\n\n".join(parts), rows, silent=day.session is None)


def _parts(day: Day, text: Text) -> list[list[str]]:
    question = checkin.question(day, text)
    heard = checkin.heard(day.checkin, text) if day.checkin else ""
    verdict = _verdict(day, text) if day.decision and not day.asks else []
    changed = bool(day.decision and day.decision.action is not Action.KEEP)
    head = [_head(day, text)]
    body = _body(day, text, brief=changed)
    return [head, [heard] if heard else [], verdict, body, [question] if question else []]


def _head(day: Day, text: Text) -> str:
    if day.week is None:
        return f"<b>{text.day(day.on)}</b>"
    phase, kind = text(f"phase-{day.week.phase.value}"), day.week.kind
    if kind is WeekKind.NORMAL:
        return text("card-head", day=text.day(day.on), phase=phase)
    return text("card-head-week", day=text.day(day.on), phase=phase, kind=_kind(day.week, text))


def _kind(week: Week, text: Text) -> str:
    return text(f"kind-{week.kind.value}")


def _body(day: Day, text: Text, *, brief: bool) -> list[str]:
    runner = runner_of(day)
    if day.plan is None:
        return [text("no-plan")]
    if day.session is None:
        return _rest(day, text)
    said = lines(day.session, runner, text)
    if brief:
        del said[1]  # the purpose is known from the plan; the change needs the room
    if day.strength:
        said.append(text("card-strength", routine=text.content(f"routine/{day.strength}/name")))
    return said


def _rest(day: Day, text: Text) -> list[str]:
    if day.allowance.level is Allowed.STOP and day.allowance.reasons:
        return [text("card-rest-walk", why=Html(spoken(day.allowance.reasons[:1], text)))]
    if day.next is None:
        return [text("card-rest")]
    session, on = Html(short(day.next, runner_of(day), text)), text.day(day.next.on)
    if day.first:
        return [text("card-first-rest", session=session, day=on)]
    return [text("card-rest"), text("card-rest-next", session=session, day=on)]


def runner_of(day: Day) -> Runner:
    """What the session's words depend on: paces only where they may be a target today."""
    paces = day.paces if day.allowance.pace and not _by_effort(day) else None
    return Runner(paces, day.level, measured=day.measured)


def _by_effort(day: Day) -> bool:
    return bool(day.decision and day.decision.by_effort and not day.asks)


def _verdict(day: Day, text: Text) -> list[str]:
    decision = day.decision
    if decision is None:
        return []
    if day.undone:
        return [text("verdict-undone")]
    said = [_headline(decision, text)]
    if decision.action is not Action.KEEP or decision.warm_up_decides:
        said[0] += " " + text("verdict-because", reasons=Html(because(decision.reasons, text)))
        said.append(text("verdict-rule", rule=Html(text.content(f"decision/{decision.rule}/rule"))))
    if decision.before is not None and decision.action not in {Action.KEEP, Action.MOVE}:
        said.append(text("verdict-was", session=Html(name(decision.before, text))))
    return said


def _headline(decision: Decision, text: Text) -> str:
    if decision.action is Action.MOVE and decision.change is not None:
        later = [e.on for e in decision.change.edits if e.on > decision.on and e.after is not None]
        if later:
            return text("verdict-move", day=text.day(later[0]))
    if decision.action is Action.KEEP and decision.after is None:
        return text("verdict-rest-day")
    action = Action.SWAP if decision.action is Action.MOVE else decision.action
    return text(f"verdict-{action.value}")


def _verdict_rows(day: Day, text: Text, delivery: int) -> Rows:
    decision = day.decision
    if decision is None or day.plan is None:
        return ()

    def button(label: str, verb: str, *args: object) -> Button:
        return Button(text(label), pack(TOPIC, verb, delivery, day.on.isoformat(), *args))

    offers = () if day.undone else decision.offers
    first = []
    if Offer.UNDO in offers and day.change_id:
        first.append(button("button-undo", "undo", day.change_id))
    elif Offer.KEEP_AS_PLANNED in offers and day.change_id:
        first.append(button("button-keep", "undo", day.change_id))
    if Offer.EVEN_EASIER in offers:
        first.append(button("button-easier", "easier"))
    if Offer.REST in offers:
        first.append(button("button-rest", "rest"))
    second = [button("button-why", "why")]
    if day.checkin is not None:
        second.append(Button(text("button-change"), Tap(day.on, delivery)("reopen")))
    return tuple(tuple(row) for row in (first, second) if row)


def asked_back(code: str, text: Text) -> Reply:
    """What could not be read for certain is asked, never guessed."""
    return Reply(text(code))


def why(day: Day, text: Text) -> Reply:
    """Behind *Why?*: what the session is for, every reason of week and decision, whose rules."""
    said = []
    if day.session is not None:
        said.append(purpose(day.session, text))
        said += [spoken(day.session.why, text)] if day.session.why else []
    if day.week is not None and day.week.why:
        said.append(text("why-week", reasons=Html(because(day.week.why, text))))
    if day.decision is not None:
        said.append(text("why-day", reasons=Html(because(day.decision.reasons, text))))
        said += [_rule(row, text) for row in day.rules]
    said.append(f"<i>{text('not-medical')}</i>")
    return Reply("\n\n".join(line for line in said if line))


def _rule(row: Row, text: Text) -> str:
    return text(
        "why-rule",
        name=Html(text.content(f"decision/{row.key}/name")),
        rule=Html(text.content(f"decision/{row.key}/rule")),
        source=row.source,
    )


def first(day: Day, text: Text) -> Reply:
    """The first session at the end of onboarding; on a rest day, which run comes next."""
    if day.session is None and day.next is not None:
        said = [text("tomorrow-rest", day=text.day(day.on)), ""]
        said += [text("tomorrow-first", day=text.day(day.next.on))]
        return Reply("\n".join([*said, *lines(day.next, runner_of(day), text)]))
    return tomorrow(day, text)


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
