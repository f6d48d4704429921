"""Five pillars (R6, R25), each read from what was told; what nobody told stays unknown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.activity import Activity, Done, Evenness
from core.plan import Session
from core.readiness import Colour
from core.readiness.colour import colours
from core.reasons import Code, Reason
from core.review.given import Given
from core.units import Pace
from core.workout import Effort, Focus

CREPT = 2
"""RPE above its meaning at which an easy run was none (ours, as for the day after)."""
FEWEST_MORNINGS = 3
"""Answered mornings from which a week's recovery is judged (ours)."""
FROM_GOOD, FROM_FAIR = 0.75, 0.45
"""Where the marks begin (ours)."""
HALF = 0.5
"""What an amber morning counts beside a green one (ours)."""


class PillarName(StrEnum):
    """The five, in the order they are told."""

    PACING = "pacing"
    INTERVALS = "intervals"
    FORM = "form"
    STRENGTH = "strength"
    RECOVERY = "recovery"


class Mark(StrEnum):
    """How a pillar was looked after; `off`: the week asked nothing of it, `open`: not yet."""

    GOOD = "good"
    FAIR = "fair"
    LOW = "low"
    UNKNOWN = "unknown"
    OFF = "off"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Pillar:
    """`level` 0-1, None while unknown, off or open; `why`: what it was read from, or would help.

    `kept` of `judged` are the runs, sessions or mornings behind the level.
    """

    name: PillarName
    why: Reason
    level: float | None = None
    meant: bool = True
    kept: int = 0
    judged: int = 0

    @property
    def mark(self) -> Mark:
        if self.why.code is Code.STILL_OPEN:
            return Mark.OPEN
        if self.level is None:
            return Mark.UNKNOWN if self.meant else Mark.OFF
        if self.level >= FROM_GOOD:
            return Mark.GOOD
        return Mark.FAIR if self.level >= FROM_FAIR else Mark.LOW


def pillars(given: Given) -> tuple[Pillar, ...]:
    """All five."""
    return pacing(given), intervals(given), form(given), strength(given), recovery(given)


def pacing(given: Given) -> Pillar:
    """Easy runs that stayed easy, by their effort, or by the pace of what was run unplanned."""
    judged = [stayed for run in given.runs if (stayed := stayed_easy(given, run)) is not None]
    if not judged:
        return Pillar(PillarName.PACING, Reason(Code.EASY_UNTOLD))
    return _counted(PillarName.PACING, Code.EASY_KEPT, sum(judged), len(judged), "kept")


_EASY = {Focus.EASY, Focus.LONG, Focus.WALK_RUN}


def stayed_easy(given: Given, run: Activity) -> bool | None:
    """None for runs that were not meant easy, or of which nothing tells."""
    if run.focus not in _EASY or (run.hard and run.done is Done.AS_PLANNED):
        return None
    if run.rpe is not None:
        return run.rpe < given.table.meant[run.focus] + CREPT and not run.hard
    if run.done is Done.OTHER and given.paces is not None and run.distance and run.time:
        return Pace.of(run.distance, run.time) >= given.paces.easy_bound
    return None


def intervals(given: Given) -> Pillar:
    """Hard sessions that were run and held; a day that nobody told of is left out."""
    meant = [s for s in given.sessions if s.hard]
    if not meant:
        return Pillar(PillarName.INTERVALS, Reason(Code.NO_REPS_MEANT), meant=False)
    judged = [held for session in meant if (held := held_up(given, session)) is not None]
    if not judged:
        why = Code.STILL_OPEN if _ahead(given, meant) else Code.REPS_UNTOLD
        return Pillar(PillarName.INTERVALS, Reason(why))
    return _counted(PillarName.INTERVALS, Code.REPS_KEPT, sum(judged), len(judged), "kept")


def _ahead(given: Given, meant: Sequence[Session]) -> bool:
    """Whether they are all of today or later, and untold."""
    return all(s.on >= given.today and not given.log.on(s.on) for s in meant)


def held_up(given: Given, session: Session) -> bool | None:
    """Whether a hard session was run as meant; None while nobody has told how it went."""
    told = given.log.on(session.on)
    ran = [run for run in told if run.ran]
    if not ran:
        return False if told else None
    judged = [run for run in ran if run.rpe is not None or run.evenness or run.reps_done]
    if not judged:
        return None
    return all(not faded(run) for run in judged) and any(
        run.done is Done.AS_PLANNED or run.hard for run in judged
    )


def faded(run: Activity) -> bool:
    """Fewer reps than planned, or reps that did not hold."""
    done, planned = run.reps_done, run.reps_planned
    fewer = done is not None and planned is not None and done < planned
    return fewer or run.evenness in {Evenness.FADED, Evenness.CUT_SHORT}


_BITS = {Effort.STRIDE, Effort.SPRINT}


def has_form(session: Session) -> bool:
    """Whether the session works on form: strides, short sprints, hills, or economy."""
    steps = session.workout.steps()
    return session.focus is Focus.ECONOMY or any(s.effort in _BITS or s.uphill for s in steps)


def form(given: Given) -> Pillar:
    """Strides and short hills that were planned and run; another run tells nothing of them."""
    meant = [s for s in given.sessions if has_form(s)]
    if not meant:
        return Pillar(PillarName.FORM, Reason(Code.NO_STRIDES_MEANT), meant=False)
    told = [given.log.on(session.on) for session in meant]
    known = [runs for runs in told if runs and any(_says_form(run) for run in runs)]
    done = sum(any(run.done is Done.AS_PLANNED for run in runs) for runs in known)
    if not known:
        why = Code.STILL_OPEN if _ahead(given, meant) else Code.STRIDES_UNTOLD
        return Pillar(PillarName.FORM, Reason(why))
    return _counted(PillarName.FORM, Code.STRIDES_RUN, done, len(known), "done")


def _says_form(run: Activity) -> bool:
    return run.done is not Done.OTHER


def strength(given: Given) -> Pillar:
    """As told by a tap under the review; nobody sees it otherwise."""
    meant = sum(1 for day, _ in given.plan.strength if day in given.days)
    done = (given.lifted or {}).get(given.monday)
    if done is None and not meant:
        return Pillar(PillarName.STRENGTH, Reason(Code.NO_STRENGTH_MEANT), meant=False)
    if done is None:
        return Pillar(PillarName.STRENGTH, Reason(Code.STRENGTH_UNTOLD, {"of": meant}))
    of = max(meant, done, 1)
    return _counted(PillarName.STRENGTH, Code.STRENGTH_DONE, done, of, "done")


def recovery(given: Given) -> Pillar:
    """Green mornings of those that were answered."""
    days = week_colours(given)
    green, amber = days.count(Colour.GREEN), days.count(Colour.AMBER)
    answered = green + amber + days.count(Colour.RED)
    if answered < FEWEST_MORNINGS:
        few = Reason(Code.MORNINGS_FEW, {"answered": answered})
        return Pillar(PillarName.RECOVERY, few)
    why = Reason(Code.MORNINGS_GREEN, {"green": green, "answered": answered})
    level = (green + HALF * amber) / answered
    return Pillar(PillarName.RECOVERY, why, level, kept=green, judged=answered)


def week_colours(given: Given) -> Sequence[Colour]:
    """The colour of each morning of the week; unknown where it was not answered."""
    past = [c for c in given.checkins if c.on <= given.sunday]
    return [colour for _, colour in colours(past, given.sunday, 7)]


def _counted(name: PillarName, code: Code, kept: int, of: int, word: str) -> Pillar:
    return Pillar(name, Reason(code, {word: kept, "of": of}), kept / of, kept=kept, judged=of)
