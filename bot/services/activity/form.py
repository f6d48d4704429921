"""The evening's form: how it went, how hard, how even; and the activity that the answers make."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.forms import Draft, Question
from core.activity import Activity, Done, Evenness
from core.athlete import Spot
from core.plan import Session
from core.units import Distance, Duration, HeartRate
from core.workout import Effort, Focus, PaceOf, Part, Repeat

FORM_NAME = "evening"
HARD_FROM_RPE = 7
"""A run told in words without more counts as hard from here (Foster's "very hard"; ours)."""
CERTAINLY_EASY = 3


def form(session: Session | None) -> tuple[Question, ...]:
    """How it went, what was run instead, how hard, and on repeat days how even.

    First of all, where the day has a run already (`logged`), whether this is a second one.
    """
    return (
        Question("second", lambda draft: bool(draft.get("logged"))),
        Question("done"),
        Question("what", lambda draft: draft.get("done") == Done.OTHER.value),
        Question("rpe", _ran),
        Question("reps", lambda draft: _as_planned(draft) and reps_of(session) > 1),
    )


def wants_run(draft: Draft) -> bool:
    """Whether the form waits for words that tell what was run."""
    return draft.get("done") == Done.OTHER.value and not draft.get("what")


def _ran(draft: Draft) -> bool:
    return draft.get("done") != Done.NOT_RUN.value


def _as_planned(draft: Draft) -> bool:
    return draft.get("done") == Done.AS_PLANNED.value


def reps_of(session: Session | None) -> int:
    """How many turns the session's main repeat has; 0 where it has none."""
    if session is None:
        return 0
    return sum(
        block.times
        for block in session.workout.blocks
        if isinstance(block, Repeat)
        and block.steps[0].part is Part.MAIN
        and block.steps[0].effort.rank >= Effort.STEADY.rank
        and block.steps[0].effort not in {Effort.STRIDE, Effort.SPRINT}
    )


def activity_from(draft: Draft, on: date, session: Session | None, pace_of: PaceOf) -> Activity:
    """What the answers say was run; "as planned" takes its size from the session."""
    done = Done(str(draft["done"]))
    rpe = _whole(draft, "rpe")
    if done is Done.NOT_RUN:
        return Activity(on, done, pain=_pain(draft))
    if done is Done.AS_PLANNED and session is not None:
        return _planned(draft, on, session, pace_of, rpe)
    told = draft.get("what")
    what: dict[str, Any] = told if isinstance(told, dict) else {}
    rpe = rpe if rpe is not None else _whole(what, "rpe")
    focus = Focus(str(what.get("focus", Focus.EASY.value)))
    return Activity(
        on=on,
        done=Done.OTHER,
        distance=_distance(what),
        time=_time(what),
        rpe=rpe,
        focus=focus,
        key=session.workout.key if session and what.get("reps_done") else "",
        hard=(rpe or 0) >= HARD_FROM_RPE or focus is Focus.RACE,
        reps_done=_whole(what, "reps_done"),
        reps_planned=_whole(what, "reps_planned"),
        pulse=HeartRate(int(what["pulse"])) if what.get("pulse") else None,
        pain=_pain(draft),
    )


def _planned(
    draft: Draft, on: date, session: Session, pace_of: PaceOf, rpe: int | None
) -> Activity:
    workout, turns = session.workout, reps_of(session)
    evenness = Evenness(str(draft["reps"])) if draft.get("reps") else None
    return Activity(
        on=on,
        done=Done.AS_PLANNED,
        distance=workout.distance(pace_of),
        time=Duration.of_minutes(workout.minutes(pace_of)),
        rpe=rpe,
        focus=workout.focus,
        key=workout.key,
        hard=session.hard,
        reps_done=turns or None,
        reps_planned=turns or None,
        evenness=evenness,
        pain=_pain(draft),
    )


def _pain(draft: Draft) -> tuple[tuple[Spot, int], ...]:
    """What hurt, as told beside a run of any kind; a 0 is a good run for a sore place."""
    what = draft.get("what")
    told = draft.get("pains") or (what.get("pains") if isinstance(what, dict) else None)
    pains = told if isinstance(told, list) else []
    return tuple((Spot(str(spot)), int(score)) for spot, score in pains)


def _distance(what: dict[str, Any]) -> Distance | None:
    return Distance(float(what["metres"])) if what.get("metres") else None


def _time(what: dict[str, Any]) -> Duration | None:
    return Duration(float(what["seconds"])) if what.get("seconds") else None


def _whole(draft: Draft, key: str) -> int | None:
    told = draft.get(key)
    return int(told) if isinstance(told, int | float) and not isinstance(told, bool) else None
