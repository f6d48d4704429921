"""A member as a version of the squad's session is made for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.activity import Log
from core.athlete import Athlete
from core.plan import Plan
from core.safety import Allowance
from core.workout import PaceOf


@dataclass(frozen=True, slots=True)
class Taker:
    """A member as a version is made for them.

    `plan` is theirs without today's verdict, or None; nothing before `first` may change; `week` is
    what caps are taken from where the plan does not tell; `share` is the most of the session that
    the squad's coach wants them to do.
    """

    athlete: Athlete
    plan: Plan | None
    log: Log
    pace_of: PaceOf
    allowance: Allowance
    first: date
    spaced: bool = False
    share: float = 1.0
