"""How an athlete stands today: fitness, paces, open gates, what they allow, and readiness."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from statistics import median

from bot.services.answers import FORM_NAME, checkin_from
from bot.storage.dossier import Dossier
from core.athlete import Athlete, Condition, Spot
from core.checkin import CheckIn, Danger
from core.conditions import BY_EFFORT_FROM, HOT, Conditions, heat_share
from core.content import Content
from core.day import Usual, WayOut
from core.fitness import Fitness, effective_fitness
from core.paces import Paces, pace_of, paces_for
from core.readiness import Readiness, assess, baseline, pulse_folded
from core.readiness.baseline import Field
from core.reasons import Code, Fact, Reason
from core.safety import (
    Allowance,
    Cleared,
    Gate,
    GateKind,
    allowance,
    closes_by,
    gentle_signs,
    open_gates,
    told,
)
from core.units import Duration, HeartRate
from core.workout import PaceOf

REST_DAYS_WATCHED = 14
HEAT_LASTS_DAYS = 28
WORTH_A_WORD = 0.015
"""The share slower from which the card speaks of the heat (ours)."""
NIGHTS_TO_BELIEVE = 3
"""One bad night is no usual one: with fewer told the choices lie around the common night."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What every decision about a day starts from."""

    athlete: Athlete
    fitness: Fitness | None
    paces: Paces | None
    pace_of: PaceOf
    gates: tuple[Gate, ...]
    allowance: Allowance

    @property
    def sore(self) -> tuple[Spot, ...]:
        """The open spots that the card asks about."""
        spots = [g.spot for g in self.gates if g.spot and g.kind in _ASKED]
        return tuple(dict.fromkeys(spots))


_ASKED = {GateKind.SORE, GateKind.PAIN, GateKind.LADDER}


def standing(dossier: Dossier, content: Content, on: date | None = None) -> Standing:
    """The athlete of the dossier, today or on a day to come; ValueError before onboarding's end."""
    athlete = dossier.account.profile
    if athlete is None:
        raise ValueError("onboarding is not over")
    day = on or dossier.today
    fitness = fitness_of(dossier, athlete)
    paces = paces_for(fitness.vdot) if fitness else None
    gates = open_gates(
        [row.gate for row in dossier.gates],
        athlete,
        dossier.checkins,
        dossier.log,
        today=day,
        ladder=content.ladder,
    )
    return Standing(
        athlete=athlete,
        fitness=fitness,
        paces=paces,
        pace_of=pace_of(paces, athlete.level),
        gates=gates,
        allowance=allowance(gates, athlete, day),
    )


def ways_out(dossier: Dossier, stands: Standing, *, gentle: bool = False) -> tuple[WayOut, ...]:
    """The words that close what stands between the athlete and running, one for each way.

    Gates that leave running alone belong to it only where `gentle` asks for them: on a day's card
    their question has a message of its own.
    """
    outs = []
    for row in dossier.gates:
        how = closes_by(row.gate)
        if how is not None and (gentle or how is not Cleared.ANSWERED):
            outs.append(WayOut(row.id, how))
    if any(gate.kind is GateKind.CONDITION for gate in stands.gates):
        outs.append(WayOut(0, Cleared.DOCTOR))
    return tuple({out.how: out for out in outs}.values())


def gentle_gates(dossier: Dossier) -> tuple[Gate, ...]:
    """The saved gates with those that are said once, kindly, and were not said before."""
    gates = tuple(row.gate for row in dossier.gates)
    athlete = dossier.account.profile
    if athlete is None:
        return gates
    said = {row.gate.sign for row in (*dossier.gates, *dossier.closed_gates)}
    for sign in gentle_signs(athlete, ran_on_rest_days(dossier)):
        if sign not in said:
            gates = told(sign, gates, dossier.today)
    return gates


def fitness_of(dossier: Dossier, athlete: Athlete) -> Fitness | None:
    """The fitness in force: results and breaks; training's evidence counts once it is told."""
    return effective_fitness(athlete, dossier.log, dossier.today)


def ran_on_rest_days(dossier: Dossier) -> int:
    """Days of the last two weeks that were shown as rest and were run on all the same."""
    first = dossier.today - timedelta(days=REST_DAYS_WATCHED)
    told_to_rest = {
        row.decision.on
        for row in dossier.decisions
        if row.decision.after is None and first <= row.decision.on < dossier.today
    }
    return len({a.on for a in dossier.log.activities if a.ran and a.on in told_to_rest})


def readiness_of(dossier: Dossier) -> Readiness:
    """This morning's answers against what is usual."""
    return assess(dossier.checkin, dossier.checkins, dossier.log, today=dossier.today)


@dataclass(frozen=True, slots=True)
class Air:
    """Today's degrees Celsius where they are known, the hot days and runs of four weeks, what
    keeps everybody in, and whether the run is on a treadmill, where none of it matters.
    """

    celsius: float | None
    hot_days: int
    hot_runs: int
    dangers: tuple[Danger, ...] = ()
    indoors: bool = False


def air_of(dossier: Dossier) -> Air:
    """As told or looked up this morning; acclimatisation is lost within a month."""
    draft = dossier.draft(FORM_NAME, dossier.today.isoformat())
    told = checkin_from(draft.answers, dossier.today) if draft else dossier.checkin
    saved = dossier.checkin.celsius if dossier.checkin else None
    celsius = told.celsius if told and told.celsius is not None else saved
    recent = dossier.log.within(dossier.today - timedelta(days=1), HEAT_LASTS_DAYS)
    hot = [run.on for run in recent if run.celsius is not None and run.celsius >= HOT]
    dangers, indoors = (told.dangers, told.indoors) if told else ((), False)
    return Air(celsius, len(set(hot)), len(hot), dangers, indoors)


def heat_slows(air: Air) -> tuple[Reason, ...]:
    """By how much heat slows an even run today, where that is worth a word."""
    if air.celsius is None or air.indoors:
        return ()
    slower = heat_share(Conditions(celsius=air.celsius), repeats=False, hot_runs=air.hot_runs)
    if not WORTH_A_WORD <= slower < BY_EFFORT_FROM:
        return ()
    facts: dict[str, Fact] = {"celsius": air.celsius, "percent": round(100 * slower)}
    return (Reason(Code.HEAT_SLOWS, facts),)


def usual_of(dossier: Dossier) -> Usual:
    """What the card's choices lie around: the baseline, else the middle of what was told."""
    past = [c for c in dossier.checkins if c.on < dossier.today]
    sleep = baseline(past, Field.SLEEP, dossier.today)
    pulse = baseline(past, Field.PULSE, dossier.today)
    nights = [c.sleep.hours for c in past if isinstance(c.sleep, Duration)]
    beats = [c.pulse.bpm for c in past if isinstance(c.pulse, HeartRate)]
    if sleep is not None:
        nights = [sleep.median]
    elif len(nights) < NIGHTS_TO_BELIEVE:
        nights = []
    if pulse is not None:
        beats = [round(pulse.median)]
    return Usual(
        sleep=Duration.of_hours(median(nights)) if nights else None,
        pulse=HeartRate(round(median(beats))) if beats else None,
    )


def asks_pulse(dossier: Dossier) -> bool:
    """Not where it was turned off, tells nothing, or was skipped five times."""
    athlete = dossier.account.profile
    medicine = athlete is not None and Condition.PULSE_MEDICINE in athlete.conditions
    folded = pulse_folded(dossier.checkins, dossier.today)
    return dossier.account.asks_pulse and not medicine and not folded


def with_checkin(dossier: Dossier, checkin: CheckIn) -> Dossier:
    """The dossier as it is once the check-in is saved."""
    others = [c for c in dossier.checkins if c.on != checkin.on]
    return replace(dossier, checkins=tuple(sorted([*others, checkin], key=lambda c: c.on)))
