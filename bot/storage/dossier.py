"""All that is known of an athlete before a use case decides: two statements, core values out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Row

from bot.schedule import local_day
from bot.storage import athletes
from bot.storage.activities import ACTIVITY, LoggedActivity
from bot.storage.athletes import Account
from bot.storage.cards import Card
from bot.storage.checkins import CHECKIN
from bot.storage.days import SESSION, Shown
from bot.storage.decisions import DECISION, DecisionRow
from bot.storage.dossier_rows import LOG_DAYS, Parts, fetch
from bot.storage.drafts import DRAFT, SavedDraft
from bot.storage.engine import Unit
from bot.storage.gates import GATE, GateRow
from bot.storage.owner import Owner
from bot.storage.plans import BASE, LaidChange, PlanRow, assemble, read_change_text
from core.activity import Log
from core.away import runs_there, span
from core.checkin import CheckIn
from core.plan import ChangeKind, Session

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dossier:
    """One athlete today (their local date). Sixteen weeks of runs, sixty days of check-ins and
    closed gates, two weeks of decisions and shown days; sequences are oldest first.
    """

    account: Account
    today: date
    drafts: tuple[SavedDraft, ...]
    plan: PlanRow | None
    shown: Shown
    checkins: tuple[CheckIn, ...]
    activities: tuple[LoggedActivity, ...]
    log: Log
    gates: tuple[GateRow, ...]
    closed_gates: tuple[GateRow, ...]
    decisions: tuple[DecisionRow, ...]
    cards: tuple[Card, ...]

    @property
    def checkin(self) -> CheckIn | None:
        """This morning's."""
        return next((each for each in self.checkins if each.on == self.today), None)

    @property
    def decision(self) -> DecisionRow | None:
        """The one in force today."""
        return next((row for row in self.decisions if row.decision.on == self.today), None)

    def draft(self, form: str, local_date: str = "") -> SavedDraft | None:
        """The half-answered form of that day."""
        key = form, local_date
        return next((d for d in self.drafts if (d.form, d.local_date) == key), None)

    def card(self, kind: str) -> Card | None:
        """Today's card of that kind, or the one that is no day's."""
        of_kind = [card for card in self.cards if card.kind == kind]
        return max(of_kind, key=lambda card: card.subject, default=None)

    def planned(self, day: date) -> Session | None:
        """What the day was meant to be: as it was shown once it is over, else as the plan says."""
        if day < self.today and day in self.shown:
            return self.shown[day]
        return self.plan.plan.on(day) if self.plan else None


async def load(unit: Unit, user_id: int, now: datetime) -> Dossier | None:
    """By Telegram's user id; None for a stranger."""
    account = await athletes.find(unit, user_id)
    return None if account is None else await of(unit, account, now)


async def of(unit: Unit, account: Account, now: datetime) -> Dossier:
    """The dossier of an account that has been read already."""
    today = local_day(now, account.hours.zone)
    parts = await fetch(unit, account.id, today, now)
    plan = _plan(account.id, parts)
    gates = [_gate(row) for row in parts["gate"]]
    activities = tuple(_activity(row) for row in parts["activity"])
    shown = {row.day: _shown(row) for row in parts["day"] if _in_full(row)}
    return Dossier(
        account=account,
        today=today,
        drafts=tuple(_draft(row) for row in parts["draft"]),
        plan=plan,
        shown=shown,
        checkins=tuple(CHECKIN.read_text(row.data, row.format) for row in parts["checkin"]),
        activities=activities,
        log=_log(activities, _planned_days(plan, parts["day"], today) - _off(account, plan, today)),
        gates=tuple(gate for gate in gates if gate.closed_at is None),
        closed_gates=tuple(gate for gate in gates if gate.closed_at is not None),
        decisions=tuple(_decision(row) for row in parts["decision"]),
        cards=tuple(_card(account, row) for row in parts["card"]),
    )


def _plan(athlete_id: int, parts: Parts) -> PlanRow | None:
    if not parts["plan"]:
        return None
    row = parts["plan"][0]
    return assemble(
        plan_id=row.id,
        athlete_id=athlete_id,
        version=row.number,
        made_at=row.since,
        base=BASE.read_text(row.data, row.format),
        laid=[
            LaidChange(each.id, read_change_text(each.data, each.more, each.format), each.since)
            for each in parts["change"]
        ],
    )


def _planned_days(plan: PlanRow | None, recorded: Iterable[Row[Any]], today: date) -> set[date]:
    """The days before today that had a session, as they were shown or as they stood."""
    first = today - timedelta(days=LOG_DAYS)
    sessions = plan.plan.between(first, today - timedelta(days=1)) if plan else ()
    planned = dict.fromkeys((session.on for session in sessions), True)
    planned.update({row.day: bool(row.number) for row in recorded if row.day < today})
    return {day for day, had_session in planned.items() if had_session}


def _off(account: Account, plan: PlanRow | None, today: date) -> set[date]:
    """Days of the log without coaching or without running: paused, or away and not running there.

    Nobody asked on those days, so silence says that nothing was run.
    """
    profile, first = account.profile, today - timedelta(days=LOG_DAYS)
    spans = [(p.since, (p.until or today) - DAY) for p in profile.pauses] if profile else []
    for laid in plan.changes if plan else ():
        days = span(laid.change)
        if days and laid.change.kind is ChangeKind.AWAY and not runs_there(laid.change):
            spans.append(days)
    days_off = (max(first, start) for start, _ in spans)
    return {
        start + timedelta(days=n)
        for start, (_, end) in zip(days_off, spans, strict=True)
        for n in range((min(end, today) - start).days + 1)
    }


def _log(activities: Iterable[LoggedActivity], planned: set[date]) -> Log:
    """Planned days that nothing was said about are unknown: neither run nor missed."""
    told = tuple(row.activity for row in activities)
    return Log(told, tuple(sorted(planned - {activity.on for activity in told})))


def _in_full(row: Row[Any]) -> bool:
    return row.data is not None or row.number == 0


def _shown(row: Row[Any]) -> Session | None:
    return None if row.data is None else SESSION.read_text(row.data, row.format)


def _draft(row: Row[Any]) -> SavedDraft:
    return SavedDraft(row.name, row.note, DRAFT.read(json.loads(row.data), row.format), row.since)


def _activity(row: Row[Any]) -> LoggedActivity:
    return LoggedActivity(row.id, ACTIVITY.read_text(row.data, row.format), row.since)


def _gate(row: Row[Any]) -> GateRow:
    gate = GATE.read_text(row.data, row.format)
    return GateRow(row.id, gate, row.since, row.until, row.note or "")


def _decision(row: Row[Any]) -> DecisionRow:
    return DecisionRow(row.id, DECISION.read_text(row.data, row.format), row.big, row.since)


def _card(account: Account, row: Row[Any]) -> Card:
    return Card(
        id=row.id,
        owner=Owner.athlete(account.id),
        chat_id=account.chat_id,
        message_id=row.big,
        kind=row.name,
        subject=row.note,
        revision=row.number,
        shown=row.format,
    )
