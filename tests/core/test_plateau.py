"""Whether it is a plateau, what is asked, what gates leave, and how a newcomer is answered."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files

import pytest

from core.activity import Activity, Log
from core.athlete import Athlete, Condition, Level, RaceDistance, Renewed, Result, UsualWeek
from core.checkin import CheckIn
from core.content import ContentError
from core.content.plateau import read_plateau
from core.fitness import race_time
from core.plan import Phase, Plan, Week, WeekKind
from core.plateau import (
    ANSWERS,
    Answer,
    Asked,
    Case,
    Cause,
    Diagnosis,
    Measure,
    Missing,
    Purpose,
    Remedy,
    Sign,
    Source,
    Verdict,
    Way,
    allows,
    diagnose,
    questions,
)
from core.plateau.body import Body
from core.plateau.view import View
from core.reasons import Code, Reason
from core.safety import Allowance, Allowed, Ban
from core.units import Distance, Duration, HeartRate
from core.workout import Focus
from tests.core.judgement import library, table
from tests.core.plateau_cases import SINGLE, rules, seen
from tests.core.plateau_cases_life import Habits, life
from tests.core.plateau_cases_other import jotted

TODAY = date(2026, 11, 26)
TEN_K, FIVE_K = Distance(10_000), Distance(5000)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def result(days: int, vdot: float, distance: Distance = TEN_K, **more: object) -> Result:
    return replace(Result(distance, race_time(vdot, distance), ago(days)), **more)  # type: ignore[arg-type]


def case(*results: Result, base: Case | None = None, **more: object) -> Case:
    """A sound athlete with these results."""
    base = base or life(8, Habits())
    athlete = replace(base.athlete, results=results, goal=RaceDistance.TEN_K)
    return replace(base, athlete=athlete, **more)  # type: ignore[arg-type]


def verdict(*results: Result, **more: object) -> Verdict:
    return diagnose(case(*results, **more), rules()).verdict


# -- the test for one ------------------------------------------------------------------------------


def test_two_like_efforts_eight_weeks_apart_are_a_plateau() -> None:
    assert verdict(result(60, 42.0), result(3, 42.2)) is Verdict.PLATEAU


@pytest.mark.parametrize(
    ("then", "now", "found"),
    [
        (42.0, 42.9, Verdict.PLATEAU),
        (42.0, 43.1, Verdict.IMPROVING),
        (42.0, 39.0, Verdict.PLATEAU),
        (65.0, 66.02, Verdict.PLATEAU),
        (65.0, 66.6, Verdict.IMPROVING),
    ],
    ids=["under 1 VDOT", "over it", "slower", "1 VDOT but under 1.5 %", "more than that"],
)
def test_less_than_one_vdot_or_one_and_a_half_per_cent_is_noise(
    then: float, now: float, found: Verdict
) -> None:
    assert verdict(result(60, then), result(3, now)) is found


def test_a_slow_rise_counts_over_the_longer_time() -> None:
    results = (result(170, 41.0), result(100, 41.8), result(3, 42.6))
    assert verdict(*results) is Verdict.IMPROVING


@pytest.mark.parametrize(
    ("results", "missing", "ways"),
    [
        ((), Missing.FIRST_EFFORT, Way.TRIAL),
        ((result(3, 42),), Missing.SECOND_EFFORT, Way.TRIAL),
        ((result(45, 42), result(3, 42)), Missing.EIGHT_WEEKS, Way.WAIT),
        ((result(200, 42), result(120, 42)), Missing.RECENT_EFFORT, Way.TRIAL),
        ((result(80, 42, Distance(1500)), result(3, 42)), Missing.SECOND_EFFORT, Way.SIX_REPS),
        ((result(80, 42, representative=False), result(3, 42)), Missing.SECOND_EFFORT, Way.TRIAL),
        ((result(80, 42, all_out=False), result(3, 42)), Missing.SECOND_EFFORT, Way.TRIAL),
    ],
    ids=["none", "one", "six weeks", "old", "a mile and a 10K", "no measure", "not all out"],
)
def test_without_evidence_it_says_what_is_missing_and_how_to_get_it(
    results: tuple[Result, ...], missing: Missing, ways: Way
) -> None:
    base = replace(life(8, Habits()), log=Log())
    found = diagnose(case(*results, base=base), rules())
    assert found.verdict is Verdict.UNKNOWN
    assert missing in found.missing
    assert ways in found.ways
    assert found.prescription is None
    assert found.recheck_on is None


def test_it_counts_the_weeks_until_eight_lie_between() -> None:
    base = replace(life(8, Habits()), log=Log())
    assert diagnose(case(result(40, 42), result(3, 42), base=base), rules()).weeks_left == 3


def test_heat_is_taken_off_and_another_class_of_heat_is_no_comparison() -> None:
    cool, warm = result(60, 42), result(3, 41)
    base = replace(life(8, Habits()), log=Log())
    hot = {warm.on: 27.0}
    found = diagnose(case(cool, warm, base=base, heat=hot), rules())
    assert found.verdict is Verdict.UNKNOWN
    assert found.missing == (Missing.SAME_HEAT,)
    both = diagnose(case(cool, warm, base=base, heat={**hot, cool.on: 27.5}), rules())
    assert both.verdict.plateau
    in_spite_of_it = diagnose(case(cool, result(3, 43.5), base=base, heat=hot), rules())
    assert in_spite_of_it.verdict is Verdict.IMPROVING


def test_from_thirty_degrees_a_time_says_nothing() -> None:
    base = replace(life(8, Habits()), log=Log())
    found = diagnose(case(result(60, 42), result(3, 42), base=base, heat={ago(3): 31.0}), rules())
    assert len(found.proofs) == 1


def test_a_step_up_that_training_earned_is_progress() -> None:
    base = life(8, Habits())
    risen = replace(base.athlete, renewed=(Renewed(ago(2), 1.0),))
    found = diagnose(
        case(result(60, 42), result(3, 42), base=replace(base, athlete=risen)), rules()
    )
    assert found.verdict is Verdict.IMPROVING


def sessions(
    first: float,
    last: float,
    *,
    rpe: tuple[int, int] = (8, 8),
    pulse: tuple[int, int] | None = None,
) -> Log:
    """Weekly 6 × 800 over sixteen weeks, from one pace to another, s/km; and an easy run each."""
    runs = []
    for week in range(16):
        share, on = week / 15, ago(112 - 7 * week)
        seconds = (first + (last - first) * share) * 9
        rated = round(rpe[0] + (rpe[1] - rpe[0]) * share)
        distance = Distance(9000) if first else None
        time = Duration(seconds) if first else Duration.of_minutes(50)
        runs.append(
            Activity(on, distance=distance, time=time, rpe=rated, focus=Focus.VO2MAX, key="800s-5k")
        )
        for day in (2, 4):
            beats = pulse[0] + (pulse[1] - pulse[0]) * share if pulse else 0
            runs.append(
                Activity(
                    on + timedelta(days=day),
                    distance=Distance(8000),
                    time=Duration.of_minutes(48),
                    rpe=3,
                    pulse=HeartRate(round(beats)) if pulse else None,
                )
            )
    return Log(tuple(r for r in runs if r.on <= TODAY))


@pytest.mark.parametrize(
    ("log", "source", "found"),
    [
        (sessions(330, 330), Source.REPS, Verdict.PLATEAU),
        (sessions(330, 312), Source.REPS, Verdict.IMPROVING),
        (sessions(330, 330, rpe=(9, 6)), Source.REPS, Verdict.IMPROVING),
        (sessions(0, 0), Source.REPS_RPE, Verdict.PLATEAU),
        (sessions(0, 0, rpe=(9, 6)), Source.REPS_RPE, Verdict.IMPROVING),
    ],
    ids=["same pace", "faster", "easier", "same effort", "less effort"],
)
def test_the_same_session_over_eight_weeks_stands_in_for_results(
    log: Log, source: Source, found: Verdict
) -> None:
    diagnosis = diagnose(case(log=log), rules())
    assert diagnosis.verdict is found
    assert diagnosis.comparison is not None
    assert diagnosis.comparison.after.source is source


def test_easy_running_by_pulse_stands_in_for_both() -> None:
    easy = sessions(330, 330, pulse=(150, 140)).activities
    log = Log(tuple(a for a in easy if a.focus is Focus.EASY))
    found = diagnose(case(log=log), rules())
    assert found.verdict is Verdict.IMPROVING
    assert found.comparison is not None
    assert found.comparison.after.measure is Measure.METRES_A_BEAT


# -- when standing still is right ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "purpose"),
    [
        (WeekKind.TAPER, Purpose.TAPERING),
        (WeekKind.RACE, Purpose.TAPERING),
        (WeekKind.RECOVERY, Purpose.RECOVERING),
        (WeekKind.MAINTAIN, Purpose.MAINTAINING),
        (WeekKind.RETURN, Purpose.RETURNING),
        (WeekKind.START, Purpose.STARTING),
    ],
)
def test_some_weeks_are_not_for_getting_faster(kind: WeekKind, purpose: Purpose) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    week = Week(monday, Phase.BUILD, kind, Distance(30_000))
    plan = Plan(monday, week.ends, (week,), ())
    found = diagnose(case(result(60, 42), result(8, 42), plan=plan), rules())
    assert (found.verdict, found.purpose) == (Verdict.STEADY, purpose)
    assert found.prescription is None


def test_once_its_race_is_run_a_race_week_is_for_recovering() -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    week = Week(monday, Phase.PEAK, WeekKind.RACE, Distance(20_000))
    plan = Plan(monday, week.ends, (week,), ())
    found = diagnose(case(result(60, 42), result(0, 42), plan=plan), rules())
    assert found.purpose is Purpose.RECOVERING


@pytest.mark.parametrize(
    "more",
    [
        {"allowance": Allowance(Allowed.EASY_ONLY)},
        {"allowance": Allowance(Allowed.STOP)},
    ],
    ids=["easy only", "stopped"],
)
def test_an_open_gate_is_looked_after_first(more: dict[str, object]) -> None:
    found = diagnose(case(result(60, 42), result(3, 42), **more), rules())
    assert (found.verdict, found.purpose) == (Verdict.STEADY, Purpose.CARE)


def test_nobody_pregnant_has_a_plateau() -> None:
    base = life(8, Habits())
    pregnant = replace(base, athlete=replace(base.athlete, conditions=(Condition.PREGNANT,)))
    found = diagnose(case(result(60, 42), result(3, 42), base=pregnant), rules())
    assert found.purpose is Purpose.CARE


def test_the_way_back_from_a_break_is_no_plateau() -> None:
    found = diagnose(jotted("back after five weeks", 3), rules())
    assert (found.verdict, found.purpose) == (Verdict.STEADY, Purpose.RETURNING)


# -- newcomers -------------------------------------------------------------------------------------

WORST = {
    Asked.WORKOUT: (Answer.MOSTLY_SAME, Cause.REPEAT),
    Asked.EASY: (Answer.RARELY, Cause.MEDIUM),
    Asked.LIFE: (Answer.HEAVY, Cause.LIFE_STRESS),
    Asked.STRENGTH: (Answer.NEVER, Cause.STRENGTH),
    Asked.PACES: (Answer.GOAL, Cause.WISHES),
    Asked.FUEL: (Answer.ALWAYS_TIRED, Cause.UNDERFUELLED),
    Asked.SPACING: (Answer.GYM_DAY, Cause.SCHEDULING),
    Asked.BREAK: (Answer.NEVER, Cause.NO_CYCLES),
    Asked.STRIDES: (Answer.NEVER, Cause.STRIDES),
}
LATE = {Answer.FORM: Cause.FORM, Answer.START_TOO_FAST: Cause.PACING}


def newcomer(week: float = 42, longest: float = 16) -> Case:
    athlete = Athlete(
        level=Level.INTERMEDIATE,
        days=(1, 3, 6),
        long_day=6,
        usual=UsualWeek(4, Distance.of_km(week), Distance.of_km(longest)),
        started=ago(2),
        goal=RaceDistance.TEN_K,
        results=(result(100, 42), result(20, 42.3)),
    )
    return Case(athlete, Log(), TODAY, library(), table().meant)


def test_a_newcomers_told_results_give_a_provisional_finding_and_five_questions() -> None:
    found = diagnose(newcomer(), rules())
    assert found.verdict is Verdict.PROVISIONAL
    assert found.provisional
    assert len(found.questions) == 5
    assert found.prescription is not None
    assert found.recheck_on is not None
    assert found.recheck_on > TODAY


@pytest.mark.parametrize(
    ("asked", "answer", "cause"),
    [
        *((asked, answer, cause) for asked, (answer, cause) in WORST.items()),
        *((Asked.LATE, answer, cause) for answer, cause in LATE.items()),
    ],
)
def test_what_a_newcomer_answers_decides(asked: Asked, answer: Answer, cause: Cause) -> None:
    found = diagnose(replace(newcomer(), answers={asked: answer}), rules())
    assert found.findings[0].cause is cause
    assert found.findings[0].evidence[-1].sign is Sign.TOLD
    assert found.answers == ((asked, answer),)


def test_a_newcomers_small_week_speaks_without_a_question() -> None:
    found = diagnose(newcomer(week=15, longest=6), rules())
    assert [f.cause for f in found.findings[:2]] == [Cause.VOLUME, Cause.LONG_RUN]


# -- questions -------------------------------------------------------------------------------------


def test_what_the_log_says_clearly_is_not_asked() -> None:
    for seed in range(10):
        found = diagnose(life(seed, SINGLE["always medium"].habits), rules())
        assert Asked.EASY not in {q.asked for q in found.questions}


def test_questions_come_with_their_answers_in_order() -> None:
    for question in questions(newcomer(), rules()):
        assert question.answers == ANSWERS[question.asked]
        assert 2 <= len(question.answers) <= 4


def test_every_answer_belongs_to_a_question() -> None:
    assert {a for answers in ANSWERS.values() for a in answers} == set(Answer)
    assert set(ANSWERS) == set(Asked)


def test_answered_questions_are_not_asked_again_and_five_are_enough() -> None:
    answers: dict[Asked, Answer] = {}
    while found := questions(replace(newcomer(), answers=answers), rules()):
        assert len(found) + len(answers) <= 5
        answers[found[0].asked] = found[0].answers[1]
    assert len(answers) <= 5


# -- races as a habit ------------------------------------------------------------------------------


@pytest.mark.parametrize("logged", [True, False], ids=["logged", "told as results"])
def test_a_race_every_week_is_a_session_on_repeat(logged: bool) -> None:
    base = life(8, Habits())
    saturdays = [ago(5 + 7 * n) for n in range(14)]
    parkruns = tuple(Result(FIVE_K, Duration(1470 + n % 3), on) for n, on in enumerate(saturdays))
    calm = [a for a in base.log.activities if not a.hard and a.on not in saturdays]
    raced = [
        Activity(on, distance=FIVE_K, time=Duration(1470), rpe=9, focus=Focus.RACE, hard=True)
        for on in saturdays
    ]
    log = Log(tuple(sorted([*calm, *(raced if logged else ())], key=lambda a: a.on)))
    found = diagnose(case(*parkruns, base=replace(base, log=log)), rules())
    assert found.findings[0].cause is Cause.REPEAT
    signs = found.findings[0].evidence
    assert signs[0].facts == {"key": "", "focus": "race", "reps": 0, "times": 11, "weeks": 11}
    assert found.prescription is not None
    assert found.prescription.facts["focus"] == "race"


def test_a_few_races_are_no_habit() -> None:
    base = life(8, Habits())
    races = tuple(result(n, 42.0, FIVE_K) for n in (5, 25, 45, 65, 85))
    assert Cause.REPEAT not in causes(diagnose(case(*races, base=base), rules()))


# -- strength: what was told outranks what was meant -----------------------------------------------


def lifting(*told: int, days: Iterable[date] = (), answer: Answer | None = None) -> Diagnosis:
    """A sound athlete with a strength day a week in the past, who told so many with the reviews."""
    base = life(8, Habits())
    monday = TODAY - timedelta(days=TODAY.weekday() + 7)
    lifted = tuple((monday - timedelta(weeks=n), count) for n, count in enumerate(told))
    athlete = replace(base.athlete, lifted=tuple(sorted(lifted)))
    answers = {Asked.STRENGTH: answer} if answer else {}
    made = case(result(60, 42), result(3, 42), base=replace(base, athlete=athlete))
    return diagnose(replace(made, strength=tuple(days), answers=answers), rules())


def causes(found: Diagnosis) -> set[Cause]:
    return {finding.cause for finding in found.findings}


def test_weeks_told_without_strength_are_without_whatever_the_plan_held() -> None:
    planned = [ago(n) for n in range(2, 50, 7)]
    none = lifting(0, 0, 0, 0, days=planned)
    assert Cause.STRENGTH in causes(none)
    signs = [s for f in none.findings if f.cause is Cause.STRENGTH for s in f.evidence]
    assert signs[0].sign is Sign.NO_STRENGTH
    assert signs[0].facts == {"weeks": 4}
    assert Cause.STRENGTH not in causes(lifting(2, 1, 2, 0, days=planned))
    assert Cause.STRENGTH not in causes(lifting(2, 1, 2, 0, answer=Answer.NEVER))
    assert Cause.STRENGTH in causes(lifting(0, days=planned, answer=Answer.NEVER))


def test_strength_that_was_not_done_tires_no_hard_day() -> None:
    base = life(8, Habits())
    hard = [a.on for a in base.log.activities if a.ran and a.hard]
    before = [on - timedelta(days=1) for on in hard]
    assert Cause.SCHEDULING in causes(lifting(days=before))
    assert Cause.SCHEDULING not in causes(lifting(*[0] * 9, days=before))


# -- the doctor ------------------------------------------------------------------------------------


def test_what_safety_asks_a_doctor_about_comes_first() -> None:
    reasons = (Reason(Code.NO_GROWTH, {"sign": "periods"}),)
    asked = Allowance(reasons=reasons, growth=False)
    found = diagnose(case(result(60, 42), result(3, 42), allowance=asked), rules())
    assert found.findings[0].cause is Cause.UNDERFUELLED
    assert found.doctor is not None
    assert found.prescription is not None
    assert found.prescription.remedy is Remedy.SEE_DOCTOR


def test_running_on_rest_days_is_no_question_for_a_blood_test() -> None:
    reasons = (Reason(Code.NO_GROWTH, {"sign": "ran-on-rest-days"}),)
    asked = Allowance(reasons=reasons, growth=False)
    found = diagnose(case(result(60, 42), result(3, 42), allowance=asked), rules())
    assert found.verdict is Verdict.PLATEAU
    assert found.doctor is None


def test_nothing_that_grows_is_offered_until_the_doctor_had_a_look() -> None:
    kind = SINGLE["tired for another reason"]
    little = replace(kind, habits=replace(kind.habits, volume=0.6, long=0.6))
    found = seen(little, 8, gaps=False)
    assert found.doctor is not None
    assert found.doctor.alarming
    assert Cause.VOLUME in {finding.cause for finding in found.findings}
    assert found.prescription is not None
    offered = {found.prescription.remedy, *(other.remedy for other in found.alternatives)}
    assert not offered & {Remedy.MORE_EASY, Remedy.LONGER_LONG, Remedy.ADD_STRIDES}


def test_the_doctor_is_said_even_where_times_get_better() -> None:
    kind = SINGLE["tired for another reason"]
    faster = replace(kind, habits=replace(kind.habits, gain=3.0))
    found = seen(faster, 8, gaps=False)
    assert found.verdict is Verdict.IMPROVING
    assert found.doctor is not None
    assert found.prescription is None


def test_the_doctor_is_never_hidden_below_others() -> None:
    answers = {
        Asked.FUEL: Answer.SKIPS,
        Asked.WORKOUT: Answer.MOSTLY_SAME,
        Asked.LIFE: Answer.HEAVY,
        Asked.EASY: Answer.RARELY,
        Asked.STRENGTH: Answer.NEVER,
        Asked.LATE: Answer.START_TOO_FAST,
    }
    found = diagnose(replace(newcomer(), answers=answers), rules())
    assert found.findings[0].cause is not Cause.UNDERFUELLED
    assert found.doctor is not None


# -- single signs ----------------------------------------------------------------------------------


def test_six_eights_are_told_with_their_numbers() -> None:
    found = diagnose(jotted("six eights every Tuesday", 2), rules())
    same = found.findings[0].evidence[0]
    assert same.sign is Sign.SAME_WORKOUT
    assert same.facts["reps"] == 6
    assert same.facts["weeks"] == 11
    assert int(same.facts["times"]) >= 8


def test_a_set_that_grows_is_not_the_same_workout() -> None:
    log = sessions(330, 330)
    grown = Log(
        tuple(
            replace(a, reps_planned=4 + i // 8, reps_done=4 + i // 8) if a.key else a
            for i, a in enumerate(log.activities)
        )
    )
    same = diagnose(case(result(60, 42), result(3, 42), log=log), rules())
    more = diagnose(case(result(60, 42), result(3, 42), log=grown), rules())
    assert same.findings[0].cause is Cause.REPEAT
    assert Cause.REPEAT not in {f.cause for f in more.findings}


def test_a_record_after_five_days_off_says_what_rest_is_worth() -> None:
    record, now = result(62, 43.5), result(3, 42)
    base = life(8, SINGLE["overcooked"].habits)
    runs = tuple(a for a in base.log.activities if not ago(68) < a.on <= ago(62))
    found = diagnose(case(record, now, base=base, log=Log(runs)), rules())
    assert found.findings[0].cause is Cause.OVERCOOKED
    assert Sign.FRESH_WAS_FAST in {e.sign for e in found.findings[0].evidence}


def test_sick_mornings_are_no_sign_of_anything() -> None:
    ill = tuple(CheckIn(ago(n), legs=1, pulse=HeartRate(70), ill=True) for n in range(20))
    found = diagnose(case(result(60, 42), result(3, 42), checkins=ill), rules())
    assert not {Cause.OVERCOOKED, Cause.UNDERFUELLED} & {f.cause for f in found.findings}


# -- gates and remedies ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("allowance", "remedy", "allowed"),
    [
        (Allowance(), Remedy.MORE_EASY, True),
        (Allowance(growth=False), Remedy.MORE_EASY, False),
        (Allowance(growth=False), Remedy.LONGER_LONG, False),
        (Allowance(growth=False), Remedy.BACK_OFF, True),
        (Allowance(pace=False), Remedy.RENEW_PACES, False),
        (Allowance(bans=(Ban.STRIDES,)), Remedy.ADD_STRIDES, False),
        (Allowance(Allowed.EASY_ONLY), Remedy.BACK_OFF, False),
        (Allowance(Allowed.STOP), Remedy.SEE_DOCTOR, True),
    ],
)
def test_gates_close_what_would_go_against_them(
    allowance: Allowance, remedy: Remedy, allowed: bool
) -> None:
    assert allows(remedy, allowance) is allowed


def test_a_remedy_that_a_gate_closes_is_not_the_one_that_is_prescribed() -> None:
    base = life(8, SINGLE["few kilometres"].habits)
    closed = replace(base, allowance=Allowance(growth=False))
    found = diagnose(closed, rules())
    assert found.findings[0].cause is Cause.VOLUME
    offered = (found.prescription, *found.alternatives)
    assert offered[0] is not None
    assert {p.remedy for p in offered if p} & {Remedy.MORE_EASY, Remedy.LONGER_LONG} == set()


def test_one_thing_is_prescribed_and_others_are_kept_for_something_else() -> None:
    found = diagnose(replace(newcomer(), answers={Asked.LIFE: Answer.HEAVY}), rules())
    assert found.prescription is not None
    assert found.prescription.remedy is Remedy.MAINTAIN
    assert found.prescription not in found.alternatives
    assert found.prescription.until > TODAY
    assert found.prescription.recheck_on >= found.prescription.until


# -- the rules -------------------------------------------------------------------------------------

GOOD = files("core.content").joinpath("plateau.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("line", "instead", "where"),
    [
        ('key = "repeat"', 'key = "boredom"', "entry 'boredom': there is no cause"),
        ('key = "repeat"', 'key = "medium"', "entry 'medium': this key is used twice"),
        ('remedy = "vary-workout"', 'remedy = "run-more"', "entry 'repeat': 'remedy'"),
        ("same_of_six = 4", "same_of_six = 7", "entry 'numbers': 'same_of_six'"),
        ("[wanted.half]", "[wanted.ultra]", "entry 'wanted': the goal 'half' is missing"),
        ("advanced = 1.3", "expert = 1.3", "entry 'levels': field 'advanced' is missing"),
        ("recheck_weeks = 6", "recheck_days = 6", "entry 'repeat': field 'recheck_weeks'"),
        ('name = "No waves"', 'title = "No waves"', "entry 'no-cycles': words.en lacks 'name'"),
    ],
)
def test_a_fault_in_the_file_names_where_it_is(line: str, instead: str, where: str) -> None:
    assert line in GOOD
    raw = tomllib.loads(GOOD.replace(line, instead, 1))
    with pytest.raises(ContentError) as fault:
        read_plateau(raw, "plateau.toml")
    assert str(fault.value).startswith(f"plateau.toml, {where}")


def test_a_cause_without_an_entry_is_refused() -> None:
    raw = tomllib.loads(GOOD)
    raw["cause"] = [entry for entry in raw["cause"] if entry["key"] != "true"]
    with pytest.raises(ContentError, match="'true': this cause has no entry"):
        read_plateau(raw, "plateau.toml")


def test_every_cause_has_its_remedy_and_every_remedy_its_cause() -> None:
    assert set(rules().causes) == set(Cause)
    remedies = {r for rule in rules().causes.values() for r in (rule.remedy, rule.second)}
    assert remedies - {None} == set(Remedy)
    assert all(rule.recheck_weeks >= rule.weeks for rule in rules().causes.values())


def test_more_is_wanted_for_longer_races_and_by_the_advanced() -> None:
    weeks = [rules().wants(goal, Level.INTERMEDIATE)[0] for goal in RaceDistance]
    assert weeks == sorted(weeks)
    for goal in RaceDistance:
        wants = [rules().wants(goal, level)[1] for level in Level]
        assert wants == sorted(wants)


def test_a_pulse_that_medicine_or_the_cycle_moves_is_no_sign() -> None:
    def mornings(cycle: bool) -> tuple[CheckIn, ...]:
        return tuple(
            CheckIn(
                ago(n),
                legs=4,
                pulse=HeartRate(54 if n < 14 else 51),
                cycle_day=(28 - n if n < 14 else 5) if cycle else None,
            )
            for n in range(50)
        )

    def signs(allowance: Allowance, *, cycle: bool) -> set[Sign]:
        view = View(case(allowance=allowance, checkins=mornings(cycle)), rules())
        pulse = Body(view).pulse
        return {pulse.evidence.sign} if pulse is not None and pulse.strength > 0 else set()

    assert signs(Allowance(), cycle=False) == {Sign.PULSE_UP}
    assert signs(Allowance(), cycle=True) == set()
    assert signs(Allowance(pulse=False), cycle=False) == set()
