"""Decision: one day's verdict as a value, and what it was decided from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.activity import Log
from core.adjust.table import DecisionTable, Offer
from core.athlete import Athlete
from core.checkin import Danger
from core.conditions import NEW_TO_HEAT_DAYS
from core.library import Library
from core.plan import Change, Plan, Session
from core.readiness import Readiness
from core.reasons import Reason
from core.safety import Allowance
from core.workout import PaceOf


class Action(StrEnum):
    """What was done with the day's session, the mildest first."""

    KEEP = "keep"
    TRIM = "trim"
    EASE = "ease"
    SWAP = "swap"
    MOVE = "move"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Decision:
    """One day's verdict. `rules`: keys in decisions.toml, the one that decided first; `change`:
    what it lays over the plan; `gated`: safety spoke, so there is no way back to the plan.
    """

    on: date
    action: Action
    before: Session | None
    after: Session | None
    change: Change | None
    reasons: tuple[Reason, ...]
    rules: tuple[str, ...]
    offers: tuple[Offer, ...] = ()
    by_effort: bool = False
    warm_up_decides: bool = False
    gated: bool = False

    @property
    def rule(self) -> str:
        return self.rules[0]


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that a day's decision looks at."""

    day: date
    plan: Plan
    readiness: Readiness
    allowance: Allowance
    log: Log
    athlete: Athlete
    table: DecisionTable
    library: Library
    pace_of: PaceOf
    celsius: float | None = None
    hot_days: int = NEW_TO_HEAT_DAYS
    dangers: tuple[Danger, ...] = ()
    indoors: bool = False
