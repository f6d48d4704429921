"""The shape of a plan, published or generated, in a few numbers relative to its biggest week."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.athlete import RaceDistance
from core.units import Distance
from tests.core.season_case import DAY, Case

DATA = Path(__file__).parent / "data" / "plan_weeks.csv"
CUT = 0.93
"""A week below this share of the one before it, ahead of the taper, is a cut-back."""
TAPER = 3


@dataclass(frozen=True)
class Shape:
    """Kilometres week by week up to the race (race excluded), and the longest run of each."""

    name: str
    days: int
    weeks: tuple[float, ...]
    longest: tuple[float, ...]

    @property
    def peak(self) -> float:
        return max(self.weeks)

    @property
    def start(self) -> float:
        return self.weeks[0] / self.peak

    @property
    def middle(self) -> float:
        """The mean of all weeks before the last three."""
        before = self.weeks[:-TAPER]
        return sum(before) / len(before) / self.peak

    @property
    def peak_out(self) -> int:
        """Weeks from the last week within 2 % of the biggest to the race week."""
        big = [i for i, km in enumerate(self.weeks) if km >= 0.98 * self.peak]
        return len(self.weeks) - 1 - big[-1]

    @property
    def last(self) -> tuple[float, ...]:
        return tuple(km / self.peak for km in self.weeks[-TAPER:])

    @property
    def cuts(self) -> tuple[float, ...]:
        """How much each cut-back before the taper took off the week before."""
        pairs = zip(self.weeks[:-TAPER], self.weeks[1:-TAPER], strict=False)
        return tuple(1 - b / a for a, b in pairs if b < CUT * a)

    @property
    def long_share(self) -> float:
        return max(self.longest) / self.peak

    @property
    def long_out(self) -> int:
        """Weeks from the last run within a tenth of the longest to the race week."""
        far = max(self.longest[:-1])
        return (
            len(self.longest) - 1 - max(i for i, km in enumerate(self.longest) if km >= 0.9 * far)
        )


def published(kind: str) -> list[Shape]:
    """The plans of the data file whose name begins so."""
    plans: dict[str, list[dict[str, str]]] = {}
    for row in csv.DictReader(DATA.read_text(encoding="utf-8").splitlines()):
        if row["plan"].startswith(kind):
            plans.setdefault(row["plan"], []).append(row)
    return [
        Shape(
            name,
            max(int(row["run_days"]) for row in rows),
            tuple(Distance.of_miles(float(row["miles"])).km for row in rows),
            tuple(Distance.of_miles(float(row["longest_run_miles"] or 0)).km for row in rows),
        )
        for name, rows in plans.items()
    ]


def generated(name: str, case: Case) -> Shape:
    """A season's weeks up to its race."""
    race = case.races[0]
    weeks = [week for week in case.whole_weeks if week.starts <= race.on]
    longest = (
        max((case.metres[s.on] for s in case.runs(w) if s.on < race.on), default=0.0) for w in weeks
    )
    run = (case.window(w.starts, min(7, (race.on - w.starts) // DAY)) for w in weeks)
    return Shape(
        name,
        len(case.foot.days),
        tuple(metres / 1000 for metres in run),
        tuple(metres / 1000 for metres in longest),
    )


def table(shapes: Sequence[Shape]) -> Iterator[str]:
    """One line a plan."""
    yield (
        f"{'plan':34} {'weeks':>5} {'days':>4} {'peak':>5} {'start':>5} {'mean':>5} {'cuts':>11}"
        f" {'longest':>7} {'share':>5} {'out':>3} {'last three':>14}"
    )
    for s in shapes:
        cuts = f"{len(s.cuts)} x {sum(s.cuts) / len(s.cuts):.0%}" if s.cuts else "none"
        last = " ".join(f"{share:4.0%}" for share in s.last)
        yield (
            f"{s.name:34} {len(s.weeks):5} {s.days:4} {s.peak:5.0f} {s.start:5.0%} {s.middle:5.0%}"
            f" {cuts:>11} {max(s.longest):7.0f} {s.long_share:5.0%} {s.long_out:3} {last:>14}"
        )


KINDS = {RaceDistance.HALF: "half", RaceDistance.MARATHON: "marathon"}
