"""/mobility and the routine before hard runs, with what a sore spot takes out."""

from __future__ import annotations

from bot.messages import routine
from bot.reply import Reply
from bot.text import Text
from core.athlete import Kit, Spot
from core.routine import Dose, RoutineKind, choose
from tests.messages.recording import Case, Cases
from tests.messages.scenes import content


def _listed(
    kind: RoutineKind,
    intro: str = "",
    *,
    minutes: int | None = None,
    sore: tuple[Spot, ...] = (),
    kit: tuple[Kit, ...] = (),
    dose: Dose = Dose.FULL,
) -> Case:
    def case(text: Text) -> Reply:
        found = choose(
            content().routines, kind=kind, minutes=minutes, spots=sore, kit=kit, dose=dose
        )
        assert found is not None
        return routine.listed(found, sore, text, intro)

    return case


def _sent(*, hour_known: bool) -> Case:
    def case(text: Text) -> Reply:
        found = choose(content().routines, kind=RoutineKind.PRE_RUN)
        assert found is not None
        return routine.before_run(found, (), text, hour_known=hour_known)

    return case


def _words(text: Text) -> Reply:
    return Reply(f"{text('routine-done')}\n\n{text('routine-done-already')}")


SORE = (Spot.ACHILLES, Spot.HAMSTRING)

CASES: Cases = {
    "menu": routine.menu,
    "before-soon": _sent(hour_known=True),
    "before-now": _sent(hour_known=False),
    "before-sore": _listed(RoutineKind.PRE_RUN, "routine-now", sore=SORE),
    "before-short": _listed(RoutineKind.PRE_RUN, minutes=3),
    "after": _listed(RoutineKind.POST_RUN),
    "mobility": _listed(RoutineKind.MOBILITY),
    "strength-home-light": _listed(RoutineKind.STRENGTH, dose=Dose.LIGHT),
    "strength-gym": _listed(RoutineKind.STRENGTH, kit=(Kit.GYM,)),
    "prehab": _listed(RoutineKind.PREHAB, kit=(Kit.BAND,)),
    "done": _words,
    "drills": _listed(RoutineKind.DRILLS),
    "drills-sore": _listed(RoutineKind.DRILLS, sore=(Spot.CALF,)),
}
