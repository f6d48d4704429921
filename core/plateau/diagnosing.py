"""diagnose: first whether it is a plateau, then every cause, then one thing to change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from core.plateau.asking import open_questions
from core.plateau.case import Case
from core.plateau.cause import Cause, Finding, Sign
from core.plateau.diagnosis import Diagnosis, Verdict
from core.plateau.gates import allows
from core.plateau.measures import own
from core.plateau.pieces import usual_longest, usual_week
from core.plateau.prescription import Prescription, Remedy
from core.plateau.proof import Proof, Reading
from core.plateau.proofs import Shown, shown
from core.plateau.purpose import purpose
from core.plateau.question import Question
from core.plateau.ranking import findings
from core.plateau.rules import Rules
from core.plateau.view import View, km
from core.reasons import Fact
from core.workout import Focus

NEWCOMER_DAYS = 49
NEWCOMER_RUNS = 12
"""A log that is younger or thinner gives a provisional finding (ours)."""
SHOWN_FINDINGS = 4
ALTERNATIVES = 3
WORTH_TRYING = 0.3
NEARLY_EVERY_DAY = 6
"""Days of running from which a second one without is worth a try (R229; ours)."""


def diagnose(case: Case, rules: Rules) -> Diagnosis:
    """What /plateau says today; the same case always gives the same diagnosis."""
    view = View(case, rules)
    proofs = shown(view)
    verdict = _verdict(view, proofs)
    bare = Diagnosis(
        on=case.today,
        verdict=verdict,
        comparison=proofs.comparison,
        proofs=proofs.proofs,
        missing=proofs.missing,
        ways=proofs.ways,
        weeks_left=proofs.weeks_left,
        answers=tuple(sorted(case.answers.items())),
    )
    found = findings(view, proofs.comparison)
    if not verdict.plateau:
        still = purpose(view, proofs.comparison) if verdict is Verdict.STEADY else None
        alarms = tuple(f for f in found if f.alarming)
        return replace(bare, findings=alarms, purpose=still)
    return _prescribed(bare, found, view)


def questions(case: Case, rules: Rules) -> tuple[Question, ...]:
    """The questions that are open, in the order of asking; none where nothing is to be changed."""
    return diagnose(case, rules).questions


def _verdict(view: View, proofs: Shown) -> Verdict:
    compared = proofs.comparison
    if compared is not None and compared.better:
        return Verdict.IMPROVING
    if _renewed(view, proofs):
        return Verdict.IMPROVING
    if purpose(view, compared) is not None:
        return Verdict.STEADY
    if compared is None:
        return Verdict.UNKNOWN
    thin = view.covered < NEWCOMER_DAYS or len(view.within(56)) < NEWCOMER_RUNS
    return Verdict.PROVISIONAL if thin else Verdict.PLATEAU


def _renewed(view: View, proofs: Shown) -> bool:
    """Whether training has earned a step up since the newest proof, told and not refused."""
    since = proofs.comparison.after.on if proofs.comparison else None
    weeks = timedelta(days=view.rules.noise.days)
    return any(
        r.change > 0 and not r.refused and view.today - weeks <= r.on <= view.today
        for r in view.case.athlete.renewed
        if since is None or r.on > since
    )


def _prescribed(bare: Diagnosis, found: tuple[Finding, ...], view: View) -> Diagnosis:
    """The findings worth a word, one prescription, and what *Something else* offers."""
    worth = found[:SHOWN_FINDINGS]
    hidden = tuple(f for f in found[SHOWN_FINDINGS:] if f.doctor)
    last_resort = next(f for f in found if f.cause is Cause.TRUE)
    tried = [f for f in (*worth, *hidden) if f.weight >= WORTH_TRYING]
    allowance = view.case.allowance
    if any(f.alarming for f in found):  # nothing grows until a doctor had a look
        allowance = replace(allowance, growth=False)
    open_to = [f for f in tried if allows(_remedy(f, view), allowance)]
    prescriptions = [p for f in open_to or [last_resort] for p in _for_finding(f, view)]
    return replace(
        bare,
        findings=(*worth, *hidden),
        prescription=prescriptions[0],
        alternatives=tuple(prescriptions[1 : 1 + ALTERNATIVES]),
        questions=open_questions(view, found),
        baseline=_baseline([p.cause for p in prescriptions], view, bare),
    )


def _for_finding(finding: Finding, view: View) -> Iterator[Prescription]:
    """What is done about a cause, and what else would do."""
    first = prescription(finding, view)
    yield first
    rule = view.rules.causes[finding.cause]
    if rule.second is not None and len(view.case.athlete.days) >= NEARLY_EVERY_DAY:
        weeks = timedelta(weeks=rule.second_weeks)
        yield replace(
            first,
            remedy=rule.second,
            until=view.today + weeks,
            recheck_on=view.today + weeks,
            facts={"weeks": rule.second_weeks},
        )


def _baseline(causes: Sequence[Cause], view: View, diagnosis: Diagnosis) -> tuple[Reading, ...]:
    """Each cause's own measure today, and the newest proof of fitness."""
    proof: Proof | None = diagnosis.comparison.after if diagnosis.comparison else None
    readings = [own(cause, view) for cause in causes]
    readings.append(Reading(proof.measure, proof.value) if proof else None)
    return tuple(dict.fromkeys(reading for reading in readings if reading is not None))


def _remedy(finding: Finding, view: View) -> Remedy:
    return view.rules.causes[finding.cause].remedy


def prescription(finding: Finding, view: View) -> Prescription:
    """What is done about a cause, from tomorrow on."""
    rule = view.rules.causes[finding.cause]
    return Prescription(
        remedy=rule.remedy,
        cause=finding.cause,
        until=view.today + timedelta(weeks=rule.weeks),
        recheck_on=view.today + timedelta(weeks=rule.recheck_weeks),
        facts=_facts(finding, view),
    )


def _facts(finding: Finding, view: View) -> dict[str, Fact]:
    """What a sentence about the change needs."""
    weeks: dict[str, Fact] = {"weeks": view.rules.causes[finding.cause].weeks}
    told = {sign.sign: sign.facts for sign in finding.evidence}
    if finding.cause is Cause.REPEAT:
        same = told.get(Sign.SAME_WORKOUT, {})
        races = {"focus": Focus.RACE.value} if same.get("focus") == Focus.RACE else {}
        return {**weeks, "key": same.get("key", ""), "reps": same.get("reps", 0), **races}
    if finding.cause is Cause.VOLUME:
        return {**weeks, "km": km(usual_week(view)[0])}
    if finding.cause is Cause.LONG_RUN:
        return {**weeks, "km": km(usual_longest(view)[0] * 1.1)}
    if finding.cause is Cause.WISHES and view.vdot is not None:
        return {**weeks, "vdot": round(view.vdot, 1)}
    return weeks
