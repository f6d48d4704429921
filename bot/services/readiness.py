"""/readiness: this morning against the last six weeks, and the good decisions in a row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from bot.services.desk import Desk
from bot.services.standing import asks_pulse, readiness_of
from bot.storage import checkins
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier
from core.adjust import good_decision, streak
from core.checkin import CheckIn
from core.content import Content
from core.readiness import Baseline, Readiness, baseline
from core.readiness.baseline import WITHIN, Field

SHOWN = timedelta(days=42)


@dataclass(frozen=True, slots=True)
class Mornings:
    """The mornings of six weeks and the sixty days before them, so that bands are what they were.

    `usual`: today's baselines; `good`: decisions in a row that were good, of the last two weeks.
    """

    account: Account
    today: date
    readiness: Readiness
    checkins: tuple[CheckIn, ...]
    usual: dict[Field, Baseline]
    asks_pulse: bool
    good: int

    @property
    def shown(self) -> tuple[CheckIn, ...]:
        """Those of the picture."""
        return tuple(c for c in self.checkins if c.on > self.today - SHOWN)


async def look(desk: Desk) -> Mornings | None:
    """The last six weeks; None for a stranger."""
    dossier = await desk.dossier()
    if dossier is None or dossier.account.profile is None:
        return None
    first = dossier.today - SHOWN - WITHIN
    told = await checkins.between(desk.unit, dossier.account.id, first, dossier.today)
    own = {field: baseline(told, field, dossier.today) for field in Field}
    return Mornings(
        account=dossier.account,
        today=dossier.today,
        readiness=readiness_of(dossier),
        checkins=told,
        usual={field: usual for field, usual in own.items() if usual is not None},
        asks_pulse=asks_pulse(dossier),
        good=good_in_a_row(dossier, desk.content),
    )


def good_in_a_row(dossier: Dossier, content: Content) -> int:
    """Running what was right, resting when told: no day of rest ends the row."""
    decided = sorted(dossier.decisions, key=lambda row: row.decision.on, reverse=True)
    return streak(
        good_decision(row.decision, dossier.log.on(row.decision.on), content.decisions)
        for row in decided
        if row.decision.on <= dossier.today
    )
