"""What /plateau found in words: proofs, signs with their numbers, prescriptions, measures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.messages.session import distance_name
from bot.messages.steps import main_repeat, repeat_short
from bot.text import Fact, Html, Text, numbers
from core import reasons
from core.library import DoesNotFit, Library, size
from core.plateau import (
    Cause,
    Diagnosis,
    Evidence,
    Finding,
    Measure,
    Prescription,
    Proof,
    Remedy,
    Sign,
)
from core.units import Distance, Duration, Pace
from core.workout import Focus, PaceOf

MOST_SIGNS = 2
"""Signs said of one finding; the first is the strongest."""
Facts = Mapping[str, reasons.Fact]
_SHARES = {
    Measure.SAME_SHARE,
    Measure.HEAVY_SHARE,
    Measure.STRESS_SHARE,
    Measure.EASY_SHARE,
    Measure.HELD_SHARE,
    Measure.SPACED_SHARE,
    Measure.LIGHTEST,
}
_TENTHS = {Measure.VDOT, Measure.RPE}


def workout_said(facts: Facts, library: Library, pace_of: PaceOf, text: Text) -> str:
    """The session that facts speak of: "6 × 800 m", its name, or what it trains."""
    key, reps = str(facts.get("key", "")), int(facts.get("reps", 0))
    if key not in library:
        return text(f"plateau-focus-{facts['focus']}") if facts.get("focus") else ""
    try:
        made = size(library[key], pace_of=pace_of, dose=float(reps)) if reps else None
    except DoesNotFit:
        made = None
    repeat = main_repeat(made) if made is not None else None
    if repeat is not None and repeat.times == reps:
        return repeat_short(repeat, text)
    return text.content(f"workout/{key}/name")


def proof(one: Proof, library: Library, text: Text) -> str:
    """One effort with its day, as it stands in a sentence."""
    day = Html(text.full_day(one.on))
    if one.distance is not None and one.time is not None:
        return text(
            "proof-result",
            distance=Html(distance_name(one.distance, text)),
            time=Html(numbers.race_time(one.time)),
            day=day,
        )
    named = one.key in library
    workout = Html(text.content(f"workout/{one.key}/name") if named else text("plateau-session"))
    match one.measure:
        case Measure.PACE:
            return text("proof-pace", workout=workout, pace=Pace(one.value), day=day)
        case Measure.METRES_A_BEAT:
            return text("proof-beat", metres=f"{one.value:.2f}", day=day)
        case _:
            return text("proof-rpe", workout=workout, rpe=f"{one.value:.1f}", day=day)


def ranked(diagnosis: Diagnosis) -> tuple[Finding, ...]:
    """The findings that are told in their order: what is a doctor's is told apart, and a true
    plateau means that nothing else fits, so it is told only where it comes first.
    """
    first = diagnosis.findings[:1]
    return tuple(
        finding
        for finding in diagnosis.findings
        if not finding.doctor and (finding.cause is not Cause.TRUE or finding in first)
    )


def evidence(finding: Finding, library: Library, pace_of: PaceOf, text: Text) -> str:
    """The strongest signs of a finding, each a sentence; "You told me so" only where it is all."""
    told = [sign for sign in finding.evidence if sign.sign is not Sign.TOLD] or finding.evidence
    said = [sentence(one, library, pace_of, text) for one in told[:MOST_SIGNS]]
    return " ".join(dict.fromkeys(said))


def sentence(one: Evidence, library: Library, pace_of: PaceOf, text: Text) -> str:
    """One sign with its numbers."""
    facts = {name: _fact(one.sign, name, value, text) for name, value in one.facts.items()}
    if one.sign is Sign.SAME_WORKOUT:
        said = workout_said(one.facts, library, pace_of, text)
        facts["workout"] = Html(said[:1].upper() + said[1:])
    if one.sign is Sign.NO_WAVES:
        facts.setdefault("light", 0)  # what was kept before it was counted
    return text(f"sign-{one.sign.value}", **facts)


_IN_KM = {("km", Sign.LITTLE_VOLUME), ("km", Sign.SHORT_LONG_RUN)} | {
    ("wanted", Sign.LITTLE_VOLUME),
    ("wanted", Sign.SHORT_LONG_RUN),
}
_TO_TENTHS = {"vdot", "target", "rpe", "percent", "hard", "easy"}
_EFFORT_BEFORE = {Sign.EFFORT_UP, Sign.EFFORT_UP_LOAD_FLAT}


def _fact(sign: Sign, name: str, value: reasons.Fact, text: Text) -> Fact:
    if (name, sign) in _IN_KM:
        return Html(numbers.road(Distance.of_km(float(value)), text.tongue))
    if name == "hours":
        return Html(numbers.hours(Duration.of_hours(float(value))))
    if name == "on":
        return date.fromisoformat(str(value))
    if name == "focus" and text.has(f"plateau-focus-{value}"):
        return Html(text(f"plateau-focus-{value}"))
    if isinstance(value, float):
        tenths = name in _TO_TENTHS or (name == "before" and sign in _EFFORT_BEFORE)
        return numbers.trimmed(value) if tenths else f"{value:.0f}"
    return value


def remedy(prescription: Prescription, library: Library, pace_of: PaceOf, text: Text) -> str:
    """The one change in a sentence."""
    facts, name = prescription.facts, prescription.remedy
    match name:
        case Remedy.VARY_WORKOUT if facts.get("focus") == Focus.RACE:
            return text("remedy-vary-workout-races")
        case Remedy.VARY_WORKOUT:
            workout = workout_said(facts, library, pace_of, text)
            told: dict[str, Fact] = {"workout": Html(workout[:1].upper() + workout[1:])}
            complete = bool(workout)
        case Remedy.MORE_EASY | Remedy.LONGER_LONG:
            complete = "km" in facts
            km = Distance.of_km(float(facts.get("km", 0)))
            told = {"km": Html(numbers.road(km, text.tongue))}
        case Remedy.RENEW_PACES:
            complete, told = "vdot" in facts, {"vdot": f"{float(facts.get('vdot', 0)):.1f}"}
        case Remedy.MAINTAIN | Remedy.REST_DAY | Remedy.IN_WAVES:
            fact = "every" if name is Remedy.IN_WAVES else "weeks"
            complete, told = fact in facts, {fact: int(facts.get(fact, 0))}
        case _:
            return text(f"remedy-{name.value}")
    return text(f"remedy-{name.value}", **told) if complete else text(f"remedy-{name.value}-bare")


def amount(measure: Measure, value: float, text: Text) -> str:
    """A number of a measure in its unit."""
    if measure in _SHARES:
        return text("percent-of", percent=f"{value:.0f}")
    match measure:
        case Measure.PACE:
            return numbers.pace(Pace(value), text.tongue)
        case Measure.VOLUME | Measure.LONGEST:
            return numbers.road(Distance(value), text.tongue)
        case Measure.SLEEP:
            return numbers.hours(Duration.of_hours(value))
        case Measure.METRES_A_BEAT:
            return f"{value:.2f}"
        case _:
            return f"{value:.1f}" if measure in _TENTHS else f"{value:.0f}"
