"""Safe before fast: whether a season reaches the long run that its race asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from core.athlete import Race, RaceDistance
from core.phases import rules_for
from core.reasons import Code, Fact, Reason
from core.season.footing import Footing
from core.season.long_run import safe_metres
from core.season.sizer import Sizer
from core.season.written import WrittenWeek

LASTS = timedelta(weeks=10)
"""So long a long run counts towards a race (ours)."""
NEARLY = 0.99
"""A long run with a fast part is rounded down, to 100 m or a whole minute."""


def too_soon(foot: Footing, weeks: Sequence[WrittenWeek], race: Race) -> Reason | None:
    """Why the race must not be taken on; None where it is safe."""
    shape = foot.shapes.shape(race.distance)
    if foot.minor and shape.distance is RaceDistance.MARATHON:
        return Reason(Code.MINOR, {"distance": shape.distance})
    sizer = Sizer(foot.pace_of, masters=False, by_minutes=foot.by_minutes, miles=foot.athlete.miles)
    needed = safe_metres(shape, sizer)
    enough = needed * NEARLY
    first = race.on - LASTS
    runs = [run for week in weeks for run in week.runs if first <= run.on < race.on]
    behind = max((run.metres for run in foot.recent if run.on >= first), default=0.0)
    reach = max([behind, *(run.sized.metres for run in runs)])
    facts: dict[str, Fact] = {
        "distance": rules_for(race.distance),
        "reach": round(reach),
        "needed": round(needed),
    }
    if reach < enough:
        return Reason(Code.RACE_TOO_SOON, facts)
    if behind >= enough:
        return None  # the long run that takes so many weeks to build lies behind them already
    begins = min(foot.start, foot.athlete.started) if not foot.after_break else foot.start
    early = race.on - begins < timedelta(weeks=shape.safe.weeks)
    if early or foot.ran.week_before(begins) < shape.safe.week:
        facts |= {"weeks": shape.safe.weeks, "week": shape.safe.week.metres}
        return Reason(Code.RACE_TOO_SOON, facts)
    return None
