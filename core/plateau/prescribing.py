"""prescribe: one remedy laid over the coming weeks as an ordinary change."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from core.phases import PhaseShapes
from core.plan import Change, Plan
from core.plateau.case import Case
from core.plateau.course import Course, Days
from core.plateau.easing import (
    backed_off,
    easy_made_easy,
    in_waves,
    maintained,
    second_rest_day,
    told_on_hard,
    told_on_strength,
)
from core.plateau.gates import allows
from core.plateau.growing import longer_long, more_easy
from core.plateau.prescription import Prescription, Remedy
from core.plateau.rules import Rules
from core.plateau.striding import with_strides
from core.plateau.swapping import new_stimulus, renewed, rested, spaced, varied
from core.plateau.view import View
from core.workout import PaceOf


def prescribe(  # noqa: PLR0917 - the remedy, where it goes, and what everything is sized by
    prescription: Prescription,
    plan: Plan,
    case: Case,
    rules: Rules,
    shapes: PhaseShapes,
    pace_of: PaceOf,
) -> Change | None:
    """The change from tomorrow to the prescription's end, over the plan in force.

    Lay it again after each re-plan while the prescription runs. None where nothing in the plan is
    to be changed: a doctor's matter, an open gate, or a plan that does it already.
    """
    open_ = allows(prescription.remedy, case.allowance) and case.today < prescription.until
    if not open_:
        return None
    course = Course(prescription, plan, View(case, rules), shapes, pace_of)
    lay = _LAYS.get(prescription.remedy)
    return course.change(lay(course)) if lay else None


_LAYS: Mapping[Remedy, Callable[[Course], Days]] = {
    Remedy.VARY_WORKOUT: varied,
    Remedy.BACK_OFF: backed_off,
    Remedy.REST_DAY: second_rest_day,
    Remedy.MAINTAIN: maintained,
    Remedy.RENEW_PACES: renewed,
    Remedy.EASY_EASY: easy_made_easy,
    Remedy.SPACE_OUT: spaced,
    Remedy.MORE_EASY: more_easy,
    Remedy.LONGER_LONG: longer_long,
    Remedy.LONGER_REST: rested,
    Remedy.START_SLOWER: told_on_hard,
    Remedy.ADD_STRENGTH: told_on_strength,
    Remedy.ADD_STRIDES: with_strides,
    Remedy.FORM_DRILLS: told_on_hard,
    Remedy.IN_WAVES: in_waves,
    Remedy.NEW_STIMULUS: new_stimulus,
}
