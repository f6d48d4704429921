"""Exactly one thing that went well, and at most one to change: the first that holds, in order.

The order is ours: health before training, what four weeks say before what one day says, and a
pillar left alone for weeks last (R6). Days that nobody told of are never held against anyone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import fmean

from core.activity import Activity
from core.adjust import Action, good_decision
from core.load import LONGER
from core.medium import always_medium, medium_share
from core.plan import Session, WeekKind
from core.readiness import Colour
from core.reasons import Code, Fact, Reason
from core.review.given import Given, hindrance, ran_hard
from core.review.pillars import (
    FEWEST_MORNINGS,
    FROM_FAIR,
    faded,
    has_form,
    held_up,
    intervals,
    pacing,
    week_colours,
)
from core.review.share import floor, too_little_easy
from core.review.tally import distance_of, tally, time_of
from core.units import Duration
from core.workout import Focus

SHORT_NIGHT = 6.5
"""Hours; a usual night below it is short (coaching.md 5)."""
MANY_MORNINGS = 6
"""Answered mornings of a week that are worth a word (ours)."""
NEGLECTED_WEEKS = 4
"""A pillar left alone for so long is reported (R6; the length is ours)."""
MONTH = 30
FEWEST_DAYS = 2
_LESS = {Action.TRIM, Action.EASE, Action.SWAP, Action.REST}
_GENTLE = {WeekKind.TAPER, WeekKind.RACE, WeekKind.RECOVERY, WeekKind.RETURN}


def went_well(given: Given) -> Reason:
    """There is always one: at the least, nothing of the week is owed."""
    hindered = hindrance(given)
    if hindered is not None and hindered.health:
        return Reason(Code.NOTHING_OWED if ran_hard(given) else Code.HEALTH_FIRST)
    if hindered is not None:
        return Reason(Code.LIFE_FIRST)
    return next(_good(given), Reason(Code.NOTHING_OWED))


def _good(given: Given) -> Iterator[Reason]:
    count = tally(given)
    if raced := [s for s in given.sessions if s.race is not None and _finished(given, s)]:
        race = raced[-1].race
        yield Reason(Code.RACED, {"metres": race.distance.metres if race else 0.0})
    if days := _listened(given):
        yield Reason(Code.LISTENED, {"days": days})
    hard = intervals(given)
    if hard.judged and hard.kept == hard.judged:
        yield Reason(Code.REPS_EVEN, {"sessions": hard.kept})
    if (grew := _grew(given)) is not None:
        yield grew
    whole = count.run == count.planned and count.planned >= 2
    if whole:
        yield Reason(Code.ALL_RUN, {"runs": count.run})
    easy = pacing(given)
    if easy.judged >= 2 and easy.kept == easy.judged:
        yield Reason(Code.EASY_STAYED, {"runs": easy.kept})
    answered = sum(colour is not Colour.UNKNOWN for colour in week_colours(given))
    if answered >= MANY_MORNINGS:
        yield Reason(Code.MORNINGS_TOLD, {"mornings": answered})
    if count.runs:
        yield Reason(Code.RAN, {"runs": count.runs})


def _finished(given: Given, session: Session) -> bool:
    """Whether the race of a day has a distance or a time: one that was broken off has neither."""
    runs = [a for a in given.log.on(session.on) if a.ran and a.focus is Focus.RACE]
    runs = runs or [a for a in given.log.on(session.on) if a.ran]
    return any(run.distance or run.time for run in runs)


def _listened(given: Given) -> int:
    """Days that were made less on what the morning said, and run or rested so."""
    return sum(
        decision.action in _LESS
        and good_decision(decision, given.log.on(decision.on), given.table) is True
        for decision in given.decisions
        if decision.on in given.days and decision.before is not None
    )


def _grew(given: Given) -> Reason | None:
    """The longest run of 30 days, if it grew within its limit."""
    told = [run for run in given.runs if run.distance or run.time]
    longest = max(told, key=lambda run: distance_of(run, given.pace_of), default=None)
    if longest is None:
        return None
    before = _longest_before(given, longest)
    now = distance_of(longest, given.pace_of).metres
    if not before < now <= before * LONGER + 1:
        return None
    if longest.distance is None:
        return Reason(
            Code.GREW_LONGEST, {"minutes": round(time_of(longest, given.pace_of).minutes)}
        )
    return Reason(Code.GREW_LONGEST, {"metres": longest.distance.metres})


def _longest_before(given: Given, run: Activity) -> float:
    earlier = given.log.within(run.on - timedelta(days=1), MONTH)
    return max((distance_of(each, given.pace_of).metres for each in earlier), default=0.0)


def to_change(given: Given) -> Reason | None:
    """None: nothing; always so in a week that illness, pain or life claimed."""
    return None if hindrance(given) is not None else next(_wanting(given), None)


def _wanting(given: Given) -> Iterator[Reason]:
    yield from _tired(given)
    if always_medium(given.log, given.sunday, given.table.meant):
        middle = medium_share(given.log, given.sunday, given.table.meant) or 0.0
        yield Reason(Code.ALWAYS_MEDIUM, {"percent": round(100 * middle)})
    if (share := too_little_easy(given)) is not None:
        least = round(100 * floor(given))
        facts: dict[str, Fact] = {"percent": round(100 * share), "floor": least}
        yield Reason(Code.MORE_EASY, facts)
    if unasked := _unasked(given):
        yield Reason(Code.HARD_UNASKED, {"runs": unasked})
    easy = pacing(given)
    if easy.judged and 2 * easy.kept <= easy.judged:
        crept: dict[str, Fact] = {"crept": easy.judged - easy.kept, "of": easy.judged}
        yield Reason(Code.EASY_SLOWER, crept)
    if fading := _fading(given):
        yield Reason(Code.START_CALMER, {"sessions": fading})
    if (fewer := _fewer_days(given)) is not None:
        yield fewer
    yield from _neglected(given)


def _tired(given: Given) -> Iterator[Reason]:
    """Half of the answered mornings short of green: sleep, where nights were short; else rest."""
    days = week_colours(given)
    answered = [colour for colour in days if colour is not Colour.UNKNOWN]
    green = answered.count(Colour.GREEN)
    if len(answered) < FEWEST_MORNINGS or green >= len(answered) * (1 - FROM_FAIR):
        return
    slept = [c.sleep for c in given.checkins if c.on in given.days]
    nights = [night.hours for night in slept if isinstance(night, Duration)]
    if len(nights) >= FEWEST_MORNINGS and fmean(nights) < SHORT_NIGHT:
        yield Reason(Code.SLEEP_FIRST, {"hours": round(fmean(nights), 1)})
    else:
        yield Reason(Code.REST_MORE, {"mornings": len(answered) - green})


def _unasked(given: Given) -> int:
    """Hard runs on days that held none; a race is nobody's mistake."""
    asked = {s.on for s in given.sessions if s.hard or s.race is not None}
    return len({run.on for run in given.runs if run.hard and run.on not in asked})


def _fading(given: Given) -> int:
    """Sessions whose reps did not hold, where they were half of those that were told or more."""
    told = [s for s in given.sessions if s.hard and held_up(given, s) is not None]
    fading = [s for s in told if any(faded(run) for run in given.ran_on(s.on))]
    return len(fading) if 2 * len(fading) >= len(told) else 0


def _fewer_days(given: Given) -> Reason | None:
    """Two weeks in a row with half of the runs told as not run: fewer days would fit better."""
    if len(given.athlete.days) <= FEWEST_DAYS:
        return None
    weeks = [_told_not_run(given, given.monday - timedelta(weeks=n)) for n in (0, 1)]
    if any(gone < 2 or 2 * gone < of for gone, of in weeks):
        return None
    gone, of = weeks[0]
    return Reason(Code.FEWER_DAYS, {"runs": of - gone, "of": of})


def _told_not_run(given: Given, monday: date) -> tuple[int, int]:
    days = [monday + timedelta(days=n) for n in range(7)]
    planned = [day for day in days if given.planned.get(day) is not None]
    gone = sum(bool(given.log.on(day)) and not given.ran_on(day) for day in planned)
    return gone, len(planned)


def _neglected(given: Given) -> Iterator[Reason]:
    """Strength, strides or hard sessions told as left out in each of four weeks with them (R6)."""
    week = given.plan.week_of(given.monday)
    if week is None or week.kind in _GENTLE:
        return
    mondays = [given.monday - timedelta(weeks=n) for n in range(NEGLECTED_WEEKS)]
    lifted = given.lifted or {}
    if all(lifted.get(monday) == 0 for monday in mondays):
        yield Reason(Code.STRENGTH_BACK, {"weeks": NEGLECTED_WEEKS})
    if all(_left_out(given, monday, has_form) for monday in mondays):
        yield Reason(Code.STRIDES_BACK, {"weeks": NEGLECTED_WEEKS})
    if all(_left_out(given, monday, _is_hard) for monday in mondays):
        yield Reason(Code.HARD_BACK, {"weeks": NEGLECTED_WEEKS})


def _left_out(given: Given, monday: date, wanted: Callable[[Session], bool]) -> bool:
    """Whether the week held such sessions, and all of them were told as not run."""
    days = [monday + timedelta(days=n) for n in range(7)]
    meant = [s for day in days if (s := given.planned.get(day)) is not None and wanted(s)]
    told = [given.log.on(session.on) for session in meant]
    return bool(told) and all(runs and not any(run.ran for run in runs) for runs in told)


def _is_hard(session: Session) -> bool:
    return session.hard
