"""A season in the writing, and each of its weeks once written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from core.athlete import Race
from core.season.care import Care
from core.season.choice import Choice
from core.season.course import Course
from core.season.footing import Footing
from core.season.frame import Frame
from core.season.planned import Planned


@dataclass(frozen=True, slots=True)
class WrittenWeek:
    """A week and its runs; `last` is the normal week before it in metres, `whole`: nothing is cut.

    `easy` is a start's every-second-day week, `gentle` one of walks, ladder or pregnancy; `lost`
    hard days could not be spaced.
    """

    frame: Frame
    runs: tuple[Planned, ...]
    last: float
    whole: bool
    start_week: int | None
    easy: bool
    gentle: bool
    day_added: bool
    lost: int

    @property
    def metres(self) -> float:
        return sum(run.sized.metres for run in self.runs)


@dataclass(slots=True)
class Season:
    """A season in the writing; `ahead` are the runs of a taper, written when it begins, `untapered`
    the metres that its first days would have had.
    """

    foot: Footing
    care: Care
    races: tuple[Race, ...]
    choice: Choice
    course: Course
    peaks: dict[date, Frame]
    ahead: dict[date, Planned] = field(default_factory=dict)
    untapered: dict[date, float] = field(default_factory=dict)
    weeks: list[WrittenWeek] = field(default_factory=list)
