"""/plateau: questions, verdicts, every sign and remedy, the buttons' answers, and the look back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.messages import plateau, plateau_laid, plateau_picture, plateau_words
from bot.messages.plateau import Offers, Words
from bot.messages.steps import Runner
from bot.reply import Reply
from bot.text import Text
from core.activity import Activity, Done, Evenness, Log
from core.adjust import easy_run
from core.checkin import CheckIn
from core.paces import pace_of
from core.plan import Change, ChangeKind, Edit
from core.plateau import (
    ANSWERS,
    Asked,
    Cause,
    Compared,
    Comparison,
    Diagnosis,
    Evidence,
    Finding,
    Measure,
    Missing,
    Outcome,
    Prescription,
    Proof,
    Purpose,
    Question,
    Recheck,
    Remedy,
    Sign,
    Source,
    Verdict,
    Way,
)
from core.reasons import Code, Fact, Reason
from core.units import Distance, Duration
from core.workout import Focus
from tests.messages.recording import Case, Cases
from tests.messages.scenes import INTERVALS, RUI, TODAY, content, paces, rui_s_plan

WORDS = Words(content().library, pace_of(paces(RUI), RUI.level))
RUNNER = Runner(paces(RUI), RUI.level)
SAME: dict[str, Fact] = {"key": "800s-5k", "focus": "vo2max", "reps": 6, "times": 9, "weeks": 11}
RECHECK_ON, UNTIL = date(2027, 1, 7), date(2026, 12, 31)


def result(on: date, seconds: float, source: Source = Source.RACE) -> Proof:
    ten = Distance.of_km(10)
    return Proof(on, source, Measure.VDOT, 42.0, ten, Duration(seconds))


BEFORE, AFTER = result(date(2026, 5, 3), 2910), result(date(2026, 11, 15), 2902)
COMPARED = Comparison(BEFORE, AFTER, 0.3, 1.5, 0.1)
REPS = Proof(date(2026, 8, 2), Source.REPS, Measure.PACE, 281.0, key="800s-5k", runs=3)
BEATS = Proof(date(2026, 8, 2), Source.EASY_PULSE, Measure.METRES_A_BEAT, 1.13, runs=12)
EFFORTS = Proof(date(2026, 8, 2), Source.REPS_RPE, Measure.RPE, 7.9, key="", runs=4)

REPEAT = Finding(
    Cause.REPEAT,
    0.9,
    (
        Evidence(Sign.SAME_WORKOUT, SAME),
        Evidence(Sign.SAME_OF_LAST, {"same": 5, "last": 6}),
        Evidence(Sign.TOLD, {"asked": "workout", "answer": "mostly-same"}),
    ),
)
RACES = Finding(
    Cause.REPEAT,
    0.85,
    (
        Evidence(
            Sign.SAME_WORKOUT, {"key": "", "focus": "race", "reps": 0, "times": 11, "weeks": 11}
        ),
        Evidence(Sign.SAME_OF_LAST, {"same": 6, "last": 6}),
    ),
)
STRENGTH = Finding(Cause.STRENGTH, 0.6, (Evidence(Sign.NO_STRENGTH, {"weeks": 16}),))
MEDIUM = Finding(
    Cause.MEDIUM,
    0.5,
    (
        Evidence(Sign.EASY_TOO_HARD, {"runs": 13, "of": 16}),
        Evidence(Sign.MEDIUM_SHARE, {"percent": 46}),
    ),
)
DOCTOR = Finding(
    Cause.UNDERFUELLED, 0.4, (Evidence(Sign.TIRED_AFTER_REST, {"heavy": 5, "days": 7}),)
)


def prescribed(cause: Cause, remedy: Remedy, **facts: Fact) -> Prescription:
    return Prescription(remedy, cause, UNTIL, RECHECK_ON, facts)


VARY = prescribed(Cause.REPEAT, Remedy.VARY_WORKOUT, key="800s-5k", reps=6, weeks=5)
GYM = prescribed(Cause.STRENGTH, Remedy.ADD_STRENGTH, weeks=8)
FOUND = Diagnosis(
    TODAY,
    Verdict.PLATEAU,
    (REPEAT, STRENGTH, MEDIUM),
    VARY,
    (GYM,),
    comparison=COMPARED,
)
SIGNS: dict[Sign, dict[str, Fact]] = {
    Sign.SAME_WORKOUT: SAME,
    Sign.SAME_OF_LAST: {"same": 5, "last": 6},
    Sign.LEGS_WORSE: {"heavy": 9, "days": 14, "before": 2},
    Sign.PULSE_UP: {"bpm": 54, "before": 50},
    Sign.EFFORT_UP: {"rpe": 4.8, "before": 3.2},
    Sign.LOAD_UP: {"percent": 24},
    Sign.DENSE: {"hard": 3.8},
    Sign.ALL_HARDER: {"easy": 1.8, "hard": 1.2},
    Sign.MONOTONY: {"weeks": 3, "of": 4},
    Sign.NO_EASY_WEEK: {"weeks": 9},
    Sign.SLOWER: {"percent": 2.4},
    Sign.FRESH_WAS_FAST: {"days": 5, "on": "2026-05-02"},
    Sign.STRESSED: {"days": 11, "of": 28},
    Sign.SHORT_NIGHTS: {"hours": 6.1, "nights": 12, "of": 24},
    Sign.RUNS_LOST: {"runs": 6, "weeks": 4},
    Sign.EASY_TOO_HARD: {"runs": 13, "of": 16},
    Sign.EASY_TOO_FAST: {"runs": 9, "of": 14},
    Sign.HARD_FLAT: {"runs": 5, "of": 8},
    Sign.MEDIUM_SHARE: {"percent": 46},
    Sign.TARGET_FAR: {"target": 46.0, "vdot": 42.1},
    Sign.REPS_NOT_HELD: {"runs": 6, "of": 8},
    Sign.REPS_TOO_FAST: {"seconds": 14},
    Sign.HARD_AFTER_HEAVY: {"runs": 6, "of": 8},
    Sign.HARD_AFTER_LONG: {"runs": 5, "of": 8},
    Sign.LITTLE_VOLUME: {"km": 16.4, "wanted": 30, "weeks": 8},
    Sign.SHORT_LONG_RUN: {"km": 7.2, "wanted": 14, "weeks": 8},
    Sign.NO_STRIDES: {"weeks": 8},
    Sign.NO_STRENGTH: {"weeks": 10},
    Sign.FADES: {"runs": 5, "of": 7},
    Sign.LATE_REP: {"rep": 4, "of": 6},
    Sign.TIRED_THROUGHOUT: {"heavy": 15, "days": 24, "weeks": 6},
    Sign.TIRED_AFTER_REST: {"heavy": 5, "days": 7},
    Sign.EFFORT_UP_LOAD_FLAT: {"rpe": 4.8, "before": 3.2},
    Sign.BODY_ASKS: {"sign": "periods"},
    Sign.NO_WAVES: {"weeks": 14, "lowest": 94, "light": 0},
    Sign.NO_BREAK: {"weeks": 14},
    Sign.ALL_IN_PLACE: {"weeks": 14, "kinds": 5},
    Sign.NOTHING_ELSE: {"causes": 12},
    Sign.SAME_SEASON: {"weeks": 14, "focus": "threshold", "percent": 70},
    Sign.TOLD: {"asked": "strength", "answer": "never"},
}
FACTS: dict[Remedy, dict[str, Fact]] = {
    Remedy.VARY_WORKOUT: {"key": "800s-5k", "reps": 6},
    Remedy.MORE_EASY: {"km": 22.5},
    Remedy.LONGER_LONG: {"km": 11.0},
    Remedy.RENEW_PACES: {"vdot": 42.1},
    Remedy.MAINTAIN: {"weeks": 3},
    Remedy.REST_DAY: {"weeks": 4},
    Remedy.IN_WAVES: {"every": 4},
}


def _signs(text: Text) -> Reply:
    """Each sign; then a session without a name, one without its number, and each focus."""
    assert set(SIGNS) == set(Sign)
    said = [_sign(sign, facts, text) for sign, facts in SIGNS.items()]
    said += [
        _sign(Sign.SAME_WORKOUT, {**SAME, "key": "", "focus": focus.value}, text) for focus in Focus
    ]
    said.append(_sign(Sign.SAME_WORKOUT, {**SAME, "reps": 0}, text))
    return Reply("\n".join(said))


def _sign(sign: Sign, facts: dict[str, Fact], text: Text) -> str:
    return plateau_words.sentence(Evidence(sign, facts), WORDS.library, WORDS.pace_of, text)


def _remedies(text: Text) -> Reply:
    """Each with its facts and bare."""
    said = []
    for remedy in Remedy:
        for facts in (FACTS.get(remedy, {}), {}):
            made = Prescription(remedy, Cause.REPEAT, UNTIL, RECHECK_ON, facts)
            said.append(plateau_words.remedy(made, WORDS.library, WORDS.pace_of, text))
    return Reply("\n".join(dict.fromkeys(said)))


def _whys(text: Text) -> Reply:
    made = (Prescription(Remedy.MAINTAIN, cause, UNTIL, RECHECK_ON) for cause in Cause)
    return Reply("\n\n".join(plateau.why(FOUND, each, WORDS, text).text for each in made))


def _questions(text: Text) -> Reply:
    asked = [plateau.question(Question(a, ANSWERS[a]), 1, text) for a in Asked]
    return Reply("\n".join(each.text for each in asked), asked[0].rows)


def _buttons(asked: Asked, number: int) -> Case:
    return lambda text: plateau.question(Question(asked, ANSWERS[asked]), number, text)


def found(diagnosis: Diagnosis, text: Text, **more: object) -> Reply:
    return plateau.found(diagnosis, 7, WORDS, text, **more)  # type: ignore[arg-type]  # passed on


def _unknown(*missing: Missing, ways: tuple[Way, ...], weeks: int = 0) -> Diagnosis:
    return Diagnosis(TODAY, Verdict.UNKNOWN, missing=missing, ways=ways, weeks_left=weeks)


def _steady(text: Text) -> Reply:
    made = (Diagnosis(TODAY, Verdict.STEADY, purpose=p, comparison=COMPARED) for p in Purpose)
    return Reply("\n\n".join(found(each, text).text for each in made))


def _proofs(text: Text) -> Reply:
    pairs = ((BEFORE, AFTER, 0.3), (REPS, REPS, 3.4), (BEATS, BEATS, -4.4), (EFFORTS, EFFORTS, 0.0))
    made = (
        Diagnosis(TODAY, Verdict.IMPROVING, comparison=Comparison(one, other, change, 2.0))
        for one, other, change in pairs
    )
    return Reply("\n\n".join(found(each, text).text for each in made))


def _change(days: int) -> Change:
    planned = [s for s in rui_s_plan().sessions if s.on >= INTERVALS][:days]
    why = (Reason(Code.ATHLETE_ASKED),)
    return Change(
        ChangeKind.PLATEAU,
        tuple(Edit(s.on, s, replace(s, workout=easy_run(40), hard=False)) for s in planned),
        why,
    )


def _applied(days: int, chosen: Prescription = VARY) -> Case:
    return lambda text: plateau_laid.applied(
        chosen, WORDS, text, change=_change(days), change_id=9, runner=RUNNER
    )


def _told(chosen: Prescription, days: int) -> Case:
    """A change that only says something beside the days that stay."""
    planned = [s for s in rui_s_plan().sessions if s.on >= INTERVALS][:days]
    why = Reason(Code.PLATEAU, {"cause": chosen.cause.value, "remedy": chosen.remedy.value})
    edits = tuple(Edit(s.on, s, replace(s, why=(*s.why, why))) for s in planned)
    change = Change(ChangeKind.PLATEAU, edits, (why,))
    return lambda text: plateau_laid.applied(
        chosen, WORDS, text, change=change, change_id=9, runner=RUNNER
    )


VALUES = {
    Measure.VDOT: (42.0, 43.4),
    Measure.PACE: (281.0, 276.0),
    Measure.METRES_A_BEAT: (1.1, 1.2),
    Measure.RPE: (8.2, 7.1),
    Measure.SLEEP: (6.2, 7.1),
    Measure.VOLUME: (16400, 24000),
    Measure.LONGEST: (8000, 12000),
}


def _rechecks(text: Text) -> Reply:
    """Each outcome, each measure, and each cause's remedy by the way."""
    said = []
    for measure in Measure:
        before, after = VALUES.get(measure, (40.0, 62.0))
        made = Recheck(
            RECHECK_ON,
            Outcome.NOT_YET,
            Cause.REPEAT,
            Remedy.VARY_WORKOUT,
            Compared(measure, before, after),
        )
        said.append(plateau_laid.rechecked(made, VARY, WORDS, text).text.splitlines()[1])
    return Reply("\n".join(said))


def _recheck(outcome: Outcome, *ways: Way) -> Case:
    made = Recheck(
        RECHECK_ON,
        outcome,
        Cause.REPEAT,
        Remedy.VARY_WORKOUT,
        Compared(Measure.SAME_SHARE, 83.0, 33.0),
        None if ways else Compared(Measure.VDOT, 42.0, 43.4),
        ways,
    )
    return lambda text: plateau_laid.rechecked(made, VARY, WORDS, text)


def _runs() -> Iterator[Activity]:
    for n in range(15, -1, -1):
        monday = date(2026, 11, 23) - date.resolution * 7 * n
        held = Evenness.FADED if n % 2 else Evenness.EVEN
        yield Activity(
            monday,
            Done.AS_PLANNED,
            Distance.of_km(9),
            Duration(3000),
            rpe=8,
            focus=Focus.VO2MAX,
            key="800s-5k" if n % 3 else "other",
            hard=True,
            evenness=held,
        )
        yield Activity(
            monday + date.resolution * 1,
            Done.AS_PLANNED,
            Distance.of_km(8),
            Duration(3000),
            rpe=5 if n % 2 else 3,
        )
        if n % 2:
            yield Activity(
                monday + date.resolution * 6,
                Done.AS_PLANNED,
                Distance.of_km(15),
                Duration(5600),
                rpe=4,
                focus=Focus.LONG,
            )


LOG = Log(tuple(_runs()))
MORNINGS = tuple(
    CheckIn(run.on, legs=2 if run.hard else 4, sleep=Duration.of_hours(7), stress=run.hard)
    for run in LOG.activities
)


def seen(diagnosis: Diagnosis, log: Log = LOG) -> plateau_picture.Evidence:
    return plateau_picture.Evidence(diagnosis, log, MORNINGS, TODAY, WORDS.library, WORDS.pace_of)


def _picture(diagnosis: Diagnosis, log: Log = LOG) -> Case:
    return lambda text: Reply(picture=plateau_picture.picture(text, seen(diagnosis, log)))


def _leading(cause: Cause) -> Diagnosis:
    evidence = Evidence(Sign.LITTLE_VOLUME, SIGNS[Sign.LITTLE_VOLUME])
    return replace(FOUND, findings=(Finding(cause, 0.8, (evidence,)), STRENGTH))


CLEAR = replace(COMPARED, change=-4.0)
CASES: Cases = {
    "questions": _questions,
    **{f"question-{a.value}": _buttons(a, n) for n, a in enumerate(Asked, start=1)},
    "found": lambda text: found(FOUND, text, chosen=VARY),
    "found-races": lambda text: found(
        replace(FOUND, findings=(RACES,)),
        text,
        chosen=prescribed(Cause.REPEAT, Remedy.VARY_WORKOUT, key="", focus="race", reps=0),
    ),
    "found-doctor-waits": lambda text: found(
        replace(FOUND, findings=(REPEAT, replace(DOCTOR, weight=0.7))), text, chosen=VARY
    ),
    "found-other": lambda text: found(FOUND, text, chosen=GYM, number=1),
    "found-alone": lambda text: found(replace(FOUND, alternatives=()), text, chosen=VARY),
    "found-provisional": lambda text: found(
        replace(FOUND, verdict=Verdict.PROVISIONAL), text, chosen=VARY
    ),
    "found-doctor": lambda text: found(
        replace(FOUND, findings=(REPEAT, DOCTOR)), text, chosen=VARY
    ),
    "found-doctor-first": lambda text: found(
        replace(FOUND, findings=(DOCTOR, REPEAT)),
        text,
        chosen=prescribed(Cause.UNDERFUELLED, Remedy.SEE_DOCTOR),
    ),
    "found-true-second": lambda text: found(
        replace(FOUND, findings=(REPEAT, replace(STRENGTH, cause=Cause.TRUE))), text, chosen=VARY
    ),
    "why-true-second": lambda text: plateau.why(
        replace(FOUND, findings=(REPEAT, replace(STRENGTH, cause=Cause.TRUE))),
        prescribed(Cause.TRUE, Remedy.NEW_STIMULUS),
        WORDS,
        text,
    ),
    "improving": lambda text: found(
        Diagnosis(TODAY, Verdict.IMPROVING, comparison=replace(COMPARED, change=3.1)), text
    ),
    "steady": _steady,
    "steady-bare": lambda text: found(
        Diagnosis(TODAY, Verdict.STEADY, purpose=Purpose.STARTING), text
    ),
    "proofs": _proofs,
    "unknown-first": lambda text: found(
        _unknown(Missing.FIRST_EFFORT, Missing.SECOND_EFFORT, ways=(Way.TELL_RESULTS, Way.TRIAL)),
        text,
        offers=Offers(trial_on=date(2026, 12, 1)),
    ),
    "unknown-weeks": lambda text: found(
        _unknown(Missing.EIGHT_WEEKS, ways=(Way.WAIT, Way.SIX_REPS), weeks=3),
        text,
        offers=Offers(reps_on=date(2026, 12, 1)),
    ),
    "unknown-trial-later": lambda text: found(
        _unknown(Missing.RECENT_EFFORT, ways=(Way.TRIAL,)), text
    ),
    "unknown-one-week": lambda text: found(
        _unknown(Missing.SAME_HEAT, Missing.RECENT_EFFORT, ways=(Way.WAIT,), weeks=1), text
    ),
    "signs": _signs,
    "remedies": _remedies,
    "whys": _whys,
    "why": lambda text: plateau.why(FOUND, VARY, WORDS, text),
    "applied": _applied(2),
    "applied-four": _applied(4),
    "applied-many": _applied(6),
    "applied-eases": _applied(4, prescribed(Cause.LIFE_STRESS, Remedy.MAINTAIN, weeks=3)),
    "applied-in-the-plan-already": _told(VARY, 2),
    "applied-said-on-the-day": _told(prescribed(Cause.PACING, Remedy.START_SLOWER), 6),
    "applied-advice": lambda text: plateau_laid.applied(GYM, WORDS, text),
    "stands": lambda text: plateau_laid.stands(VARY, 7, WORDS, text, change_id=9),
    "stands-advice": lambda text: plateau_laid.stands(GYM, 7, WORDS, text, number=1),
    "applied-as-is": lambda text: plateau_laid.applied(
        VARY, WORDS, text, runner=RUNNER, planned=True
    ),
    "reps-taken": lambda text: plateau_laid.reps_taken(
        date(2026, 12, 1), "800s at 5K pace: 6 × 800 m", 9, text
    ),
    "answers": lambda text: Reply(
        "\n".join(
            [
                text("plateau-already", day=text.full_day(RECHECK_ON)),
                *(text(f"plateau-{code}") for code in ("stale", "gone", "over", "reps-stale")),
                text("plateau-waits"),
            ]
        )
    ),
    "rechecks": _rechecks,
    "recheck-worked": _recheck(Outcome.WORKED),
    "recheck-not-yet": _recheck(Outcome.NOT_YET),
    "recheck-not-done": _recheck(Outcome.NOT_DONE),
    "recheck-cannot-tell": _recheck(Outcome.CANNOT_TELL, Way.TRIAL, Way.WAIT),
    "picture": _picture(FOUND),
    "picture-provisional": _picture(replace(FOUND, verdict=Verdict.PROVISIONAL, comparison=CLEAR)),
    **{f"picture-{cause.value}": _picture(_leading(cause)) for cause in Cause},
    "picture-without-log": _picture(FOUND, Log()),
}
