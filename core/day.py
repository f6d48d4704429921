"""One day as the coach sees it: what was planned, what is, what was answered, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.activity import Activity
from core.adjust.decision import Decision
from core.adjust.table import Row
from core.athlete import Level, Spot
from core.background import Background
from core.checkin import CheckIn
from core.paces import Paces
from core.plan import Plan, Session, Week
from core.raceday import RacePlan
from core.readiness import Readiness
from core.reasons import Reason
from core.safety import Allowance, Cleared
from core.units import Duration, HeartRate


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual for this athlete, for the choices on the card; None until it is known."""

    sleep: Duration | None = None
    pulse: HeartRate | None = None


@dataclass(frozen=True, slots=True)
class WayOut:
    """A gate that a word of the athlete's closes: its id (0: what a condition they told means)."""

    gate_id: int
    how: Cleared


@dataclass(frozen=True, slots=True)
class Day:
    """One day of one athlete.

    `planned` is the plan without this morning's change, `session` what is in force (None: rest);
    `asks` is the open question ("" once all are answered), `menu` where in the health menu the
    athlete is; `change_id` is what *Undo* takes back (0: nothing); `first`: nothing was run yet;
    `untold` is yesterday's session that nobody has told of, `ways_out` how open gates close,
    `because` what the athlete's own changes and days that were not run have to say about it,
    `celsius` the air to run in and `hot_runs` those run in heat lately, `treadmill` whether it is
    run on one, `asks_cycle` whether the cycle's day is a question of theirs, `mends` the places
    whose number stopped all running and may have been a slip (`mends_ill`: the illness), `note`
    what a coach says by the way, `background` what is asked on a day of rest, `race` the plan of
    the race that the day still holds.
    """

    on: date
    level: Level
    plan: Plan | None = None
    week: Week | None = None
    planned: Session | None = None
    session: Session | None = None
    next: Session | None = None
    paces: Paces | None = None
    measured: bool = True
    strength: str = ""
    checkin: CheckIn | None = None
    readiness: Readiness | None = None
    decision: Decision | None = None
    rules: tuple[Row, ...] = ()
    undone: bool = False
    allowance: Allowance = Allowance()
    sore: tuple[Spot, ...] = ()
    logged: tuple[Activity, ...] = ()
    usual: Usual = Usual()
    asks: str = ""
    menu: str = ""
    change_id: int = 0
    first: bool = False
    untold: Session | None = None
    ways_out: tuple[WayOut, ...] = ()
    because: tuple[Reason, ...] = ()
    celsius: float | None = None
    hot_runs: int = 0
    treadmill: bool = False
    asks_cycle: bool = False
    mends: tuple[Spot, ...] = ()
    mends_ill: bool = False
    late: bool = False
    note: str = ""
    background: Background | None = None
    race: RacePlan | None = None
