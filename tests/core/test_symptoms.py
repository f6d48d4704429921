"""A bad workout: what the log knows is not asked, safety asks first, one cause and one change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib.resources import files
from tomllib import loads

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.activity import Activity, Evenness, Log
from core.adjust.cutting import running_minutes
from core.athlete import Athlete, Level, Priority, Race, Result
from core.checkin import CheckIn
from core.content import ContentError, load_content
from core.content.symptoms import read_symptoms
from core.fitness import Fitness
from core.plan import Change, Plan, WeekKind, apply_change, fits, hard
from core.reasons import Code
from core.symptoms import (
    Ask,
    Case,
    Clue,
    Found,
    Known,
    Remedy,
    Symptom,
    SymptomTable,
    change_for,
    clues,
    examine,
    told,
)
from core.units import Distance, Duration
from core.workout import Effort, Focus, Part, Repeat, Step, Workout
from tests.core.judgement import (
    RUNNER,
    day,
    easy,
    intervals,
    library,
    long,
    morning,
    pace_of,
    plan_of,
    strides,
    tempo,
)
from tests.core.judgement import table as decisions

TODAY = day(24)
"""A Thursday in the fourth week."""
MORE = {"more": "none"}


@cache
def table() -> SymptomTable:
    return load_content().symptoms


def run(days_ago: int, focus: Focus = Focus.EASY, **more: object) -> Activity:
    hard_one = focus in {Focus.VO2MAX, Focus.THRESHOLD, Focus.SPEED, Focus.RACE}
    made = Activity(
        TODAY - timedelta(days=days_ago),
        time=Duration.of_minutes(50),
        focus=focus,
        hard=hard_one,
        key=focus.value,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # named fields of Activity


def case(
    *runs: Activity,
    checkins: tuple[CheckIn, ...] = (),
    result_weeks: int | None = 3,
    **more: object,
) -> Case:
    fitness = None
    if result_weeks is not None:
        on = TODAY - timedelta(weeks=result_weeks)
        result = Result(Distance.of_km(10), Duration(3000), on)
        fitness = Fitness(40.0, result, on)
    log = Log(tuple(sorted(runs, key=lambda each: each.on)))
    made = Case(TODAY, log, checkins, None, fitness, table().numbers, decisions().meant)
    return replace(made, **more)  # type: ignore[arg-type]  # named fields of Case


def nights(hours: float, count: int = 7, **more: bool) -> tuple[CheckIn, ...]:
    days = (TODAY - timedelta(days=n) for n in reversed(range(count)))
    return tuple(replace(morning(each, legs=3, sleep=hours), **more) for each in days)


def found(
    symptom: Symptom,
    answers: dict[str, str],
    known: dict[Clue, Known] | None = None,
    refused: tuple[str, ...] = (),
) -> Ask | Found | None:
    return examine(table().trees[symptom], table(), known or {}, answers, refused)


def cause(*arguments: object, **named: object) -> str:
    result = found(*arguments, **named)  # type: ignore[arg-type]  # passed on as they are
    assert isinstance(result, Found), result
    return result.cause.key


@pytest.mark.parametrize(
    ("symptom", "answers", "expected", "remedy"),
    [
        # cannot hit paces (R237)
        (Symptom.PACES, {"paces": "hard-before"}, "tired", Remedy.EASY_DAY),
        (Symptom.PACES, {"paces": "goal-pace"}, "wished-paces", Remedy.TRIAL),
        (Symptom.PACES, {"paces": "air"}, "air", Remedy.ADVICE),
        (Symptom.PACES, {"paces": "bored"}, "bored", Remedy.ADVICE),
        (Symptom.PACES, {"paces": "none"}, "old-paces", Remedy.TRIAL),
        # heavy legs (R238)
        (Symptom.HEAVY, {**MORE, "heavy": "easy-brisk"}, "easy-brisk", Remedy.ADVICE),
        (Symptom.HEAVY, {**MORE, "heavy": "short-nights"}, "sleep", Remedy.ADVICE),
        (Symptom.HEAVY, {**MORE, "heavy": "thighs"}, "thighs", Remedy.ADVICE),
        (Symptom.HEAVY, {"more": "weary"}, "iron", Remedy.ADVICE),
        (Symptom.HEAVY, {**MORE, "heavy": "ate-little"}, "carbs", Remedy.ADVICE),
        (Symptom.HEAVY, {**MORE, "heavy": "none"}, "load", Remedy.DOWN_WEEK),
        # dying midway (R239)
        (Symptom.MIDWAY, {**MORE, "midway": "fast-start"}, "fast-start", Remedy.ADVICE),
        (Symptom.MIDWAY, {**MORE, "midway": "none"}, "base", Remedy.TEMPO),
        (Symptom.MIDWAY, {**MORE, "midway": "empty"}, "fuel", Remedy.ADVICE),
        (Symptom.MIDWAY, {**MORE, "midway": "every-time"}, "every-time", Remedy.DOWN_WEEK),
        # the quick-fix table (R240)
        (Symptom.TYING_UP, {"tying-up": "fast-start"}, "fast-start", Remedy.ADVICE),
        (Symptom.TYING_UP, {"tying-up": "ate-little"}, "carbs", Remedy.ADVICE),
        (Symptom.LATE, {"late": "short-breaks"}, "breaks", Remedy.LONGER_REST),
        (Symptom.LATE, {"late": "fast-start"}, "fast-start", Remedy.ADVICE),
        (Symptom.LATE, {"late": "none"}, "breaks", Remedy.LONGER_REST),
        (Symptom.EVERYTHING, {**MORE, "everything": "short-nights"}, "sleep", Remedy.ADVICE),
        (Symptom.EVERYTHING, {**MORE, "everything": "none"}, "sleep", Remedy.ADVICE),
        (Symptom.EVERYTHING, {**MORE, "everything": "stress"}, "stress", Remedy.MAINTAIN),
        (Symptom.EVERYTHING, {**MORE, "everything": "run-down"}, "run-down", Remedy.DOWN_WEEK),
        # what comes before any training
        (Symptom.EVERYTHING, {"more": "ill"}, "ill", Remedy.ILLNESS),
        (Symptom.MIDWAY, {"more": "chest"}, "chest", Remedy.SIGN),
        (Symptom.HEAVY, {"more": "breath"}, "breath", Remedy.SIGN),
    ],
)
def test_each_answer_leads_to_its_cause_and_its_one_remedy(
    symptom: Symptom, answers: dict[str, str], expected: str, remedy: Remedy
) -> None:
    assert cause(symptom, answers) == expected
    assert table().causes[expected].remedy is remedy


@pytest.mark.parametrize("symptom", [Symptom.HEAVY, Symptom.MIDWAY, Symptom.EVERYTHING])
def test_safety_asks_first_whatever_the_log_knows(symptom: Symptom) -> None:
    known = {clue: Known(true=True) for clue in Clue}
    asked = found(symptom, {}, known)
    assert isinstance(asked, Ask)
    assert asked.question == "more"
    assert "chest" in asked.options


class TestTheLogKnows:
    def test_a_hard_run_on_the_day_after_the_long_one(self) -> None:
        seen = clues(case(run(3, Focus.LONG), run(2, Focus.VO2MAX)))
        assert seen[Clue.HARD_BEFORE] == Known(
            true=True, facts={"on": (TODAY - timedelta(days=2)).isoformat()}
        )
        result = found(Symptom.PACES, {}, seen)
        assert isinstance(result, Found)
        assert (result.cause.key, result.known) == ("tired", seen[Clue.HARD_BEFORE])

    def test_an_easy_day_before_is_known_and_is_not_asked_about(self) -> None:
        seen = clues(case(run(3), run(2, Focus.VO2MAX)))
        asked = found(Symptom.PACES, {}, seen)
        assert isinstance(asked, Ask)
        assert asked.options == ("air", "goal-pace", "bored", "none")

    def test_a_day_before_that_nobody_told_of_is_asked_about(self) -> None:
        log = Log((run(2, Focus.VO2MAX),), (TODAY - timedelta(days=3),))
        assert Clue.HARD_BEFORE not in clues(replace(case(), log=log))

    def test_heat_that_was_told(self) -> None:
        seen = clues(case(run(3), run(2, Focus.VO2MAX, celsius=29.0)))
        assert cause(Symptom.PACES, {}, seen) == "air"

    @pytest.mark.parametrize(("weeks", "old"), [(3, False), (11, False), (12, True), (None, True)])
    def test_paces_from_an_old_result_or_from_none(self, weeks: int | None, old: bool) -> None:
        assert clues(case(result_weeks=weeks))[Clue.OLD_PACES].true is old

    def test_short_nights(self) -> None:
        seen = clues(case(checkins=nights(6.0)))
        assert seen[Clue.SHORT_NIGHTS].facts == {"hours": 6.0, "nights": 7}
        assert cause(Symptom.EVERYTHING, MORE, seen) == "sleep"

    def test_a_short_sleeper_of_old_is_judged_by_their_own_usual(self) -> None:
        seen = clues(case(checkins=nights(6.4), usual_night=6.5))
        assert not seen[Clue.SHORT_NIGHTS].true

    def test_enough_sleep_leaves_the_load_for_everything_hard(self) -> None:
        seen = clues(case(checkins=nights(8.0)))
        asked = found(Symptom.EVERYTHING, MORE, seen)
        assert isinstance(asked, Ask)
        assert "short-nights" not in asked.options
        assert cause(Symptom.EVERYTHING, {**MORE, "everything": "none"}, seen) == "load"

    def test_three_nights_say_nothing(self) -> None:
        assert Clue.SHORT_NIGHTS not in clues(case(checkins=nights(5.0, count=3)))

    def test_stress_on_most_mornings(self) -> None:
        seen = clues(case(checkins=nights(8.0, stress=True)))
        assert cause(Symptom.EVERYTHING, MORE, seen) == "stress"

    def test_easy_runs_that_are_rated_like_steady_ones(self) -> None:
        seen = clues(case(*(run(n, rpe=rpe) for n, rpe in ((20, 5), (15, 6), (10, 3), (5, 5)))))
        assert seen[Clue.EASY_BRISK].facts == {"runs": 3, "of": 4, "rpe": 5}
        assert cause(Symptom.HEAVY, MORE, seen) == "easy-brisk"

    def test_hard_sessions_that_go_wrong_every_time(self) -> None:
        bad = {"evenness": Evenness.CUT_SHORT, "rpe": 8}
        seen = clues(case(*(run(n, Focus.VO2MAX, **bad) for n in (3, 10, 17))))
        assert seen[Clue.EVERY_TIME].true
        assert cause(Symptom.MIDWAY, MORE, seen) == "every-time"

    def test_even_reps_did_not_start_too_fast(self) -> None:
        seen = clues(case(run(2, Focus.VO2MAX, evenness=Evenness.EVEN)))
        asked = found(Symptom.LATE, {}, seen)
        assert isinstance(asked, Ask)
        assert asked.options == ("short-breaks", "none")

    def test_a_week_that_outgrew_the_three_before(self) -> None:
        weeks = [run(n) for n in (27, 25, 20, 18, 13, 11, 6, 5, 3, 1)]
        seen = clues(case(*weeks))
        assert seen[Clue.LOAD_UP].facts == {"percent": 100}
        assert cause(Symptom.HEAVY, MORE, seen) == "load"

    def test_no_threshold_run_in_four_weeks(self) -> None:
        seen = clues(case(*(run(n) for n in range(1, 27, 3))))
        assert seen[Clue.LITTLE_BASE].facts == {"runs": 0, "weeks": 4}
        assert cause(Symptom.MIDWAY, MORE, seen) == "base"

    def test_easy_runs_that_are_easy_are_not_asked_about(self) -> None:
        seen = clues(case(*(run(n, rpe=3) for n in (20, 15, 10))))
        assert not seen[Clue.EASY_BRISK].true

    @pytest.mark.parametrize(("bad", "known"), [(0, False), (1, False), (2, None), (3, True)])
    def test_now_and_then_is_not_every_time(self, bad: int, known: bool | None) -> None:
        wrong = {"reps_done": 3, "reps_planned": 6}
        held = {"reps_done": 6, "reps_planned": 6}
        runs = [run(4 * n + 1, Focus.VO2MAX, **(wrong if n < bad else held)) for n in range(4)]
        seen = clues(case(*runs)).get(Clue.EVERY_TIME)
        assert (seen.true if seen else None) is known

    def test_two_threshold_runs_in_four_weeks_make_a_base(self) -> None:
        easy_ones = [run(n) for n in range(1, 27, 3)]
        seen = clues(case(*easy_ones, run(5, Focus.THRESHOLD), run(12, Focus.STEADY)))
        assert not seen[Clue.LITTLE_BASE].true

    def test_nothing_without_a_log(self) -> None:
        assert set(clues(case())) == {Clue.OLD_PACES}


def test_where_the_log_rules_out_all_the_usual_causes_a_lighter_week_is_left() -> None:
    known = dict.fromkeys(Clue, Known(true=False))
    assert cause(Symptom.EVERYTHING, MORE, known) == "load"
    assert cause(Symptom.HEAVY, MORE, known) == "load"


class TestSomethingElse:
    @pytest.mark.parametrize("symptom", Symptom)
    def test_every_refusal_leads_on_and_ends(self, symptom: Symptom) -> None:
        refused: tuple[str, ...] = ()
        answers = {
            key: next(o.key for o in table().questions[key].options if o.clue is None)
            for key in table().trees[symptom].questions
        }
        while (result := found(symptom, answers, refused=refused)) is not None:
            assert isinstance(result, Found)
            assert result.cause.key not in refused
            refused = (*refused, result.cause.key)
        assert set(refused) == set(table().trees[symptom].otherwise)

    def test_a_refused_cause_that_the_log_knew_is_followed_by_the_question(self) -> None:
        seen = clues(case(run(3, Focus.LONG), run(2, Focus.VO2MAX)))
        assert isinstance(found(Symptom.PACES, {}, seen, ("tired",)), Ask)


@given(
    symptom=st.sampled_from(Symptom),
    known=st.dictionaries(st.sampled_from(Clue), st.booleans().map(lambda b: Known(true=b))),
    data=st.data(),
)
def test_three_taps_lead_from_any_complaint_to_a_cause(
    symptom: Symptom, known: dict[Clue, Known], data: st.DataObject
) -> None:
    answers: dict[str, str] = {}
    for _ in range(3):
        result = found(symptom, answers, known)
        if not isinstance(result, Ask):
            break
        assert result.question not in answers
        answers[result.question] = data.draw(st.sampled_from(result.options))
    assert isinstance(result, Found)


class TestTheChange:
    FIRST = TODAY + timedelta(days=1)

    def lay(self, key: str, plan: Plan, athlete: Athlete = RUNNER) -> Change | None:
        change = change_for(
            table().causes[key],
            plan,
            self.FIRST,
            numbers=table().numbers,
            athlete=athlete,
            library=library(),
            pace_of=pace_of,
        )
        assert change is None or fits(plan, change)
        return change

    WEEK = {1: intervals(), 2: easy(), 3: tempo(), 5: intervals(), 6: long()}  # noqa: RUF012 - read only

    def test_tired_legs_get_an_easy_run_for_the_next_hard_one(self) -> None:
        change = self.lay("tired", plan_of(self.WEEK, 8))
        assert change is not None
        (edit,) = change.edits
        assert edit.on == day(26)
        assert edit.after is not None
        assert not edit.after.hard
        assert edit.after.focus is Focus.EASY

    def test_a_hard_session_far_off_stays(self) -> None:
        assert self.lay("tired", plan_of({2: intervals(), 4: easy(), 6: long()}, 8)) is None

    def test_fading_reps_keep_their_number_and_get_longer_breaks(self) -> None:
        plan = plan_of(self.WEEK, 8)
        change = self.lay("breaks", plan)
        assert change is not None
        (edit,) = change.edits
        assert edit.before is not None
        assert edit.after is not None
        before, after = list(edit.before.workout.steps()), list(edit.after.workout.steps())
        rests = [(b, a) for b, a in zip(before, after, strict=True) if b.part is Part.RECOVERY]
        assert rests
        assert all(a.distance and b.distance and a.distance.metres == 300 for b, a in rests)
        works = [(b, a) for b, a in zip(before, after, strict=True) if b.part is not Part.RECOVERY]
        assert all(a == b for b, a in works)

    def test_a_thin_base_gets_threshold_for_the_next_intervals_and_no_more_minutes(self) -> None:
        change = self.lay("base", plan_of(self.WEEK, 8))
        assert change is not None
        (edit,) = change.edits
        assert edit.before is not None
        assert edit.after is not None
        assert edit.after.focus is Focus.THRESHOLD
        assert edit.after.workout.minutes(pace_of) <= edit.before.workout.minutes(pace_of)

    def test_breaks_by_the_clock_grow_as_well(self) -> None:
        rep = Step(Effort.FIVE_K, time=Duration.of_minutes(3))
        jog = Step(Effort.JOG, time=Duration(90), part=Part.RECOVERY)
        timed = Workout("3min", Focus.VO2MAX, (Repeat(5, (rep, jog)),))
        change = self.lay("breaks", plan_of({1: timed}, 8))
        assert change is not None
        assert change.edits[0].after is not None
        rests = [s for s in change.edits[0].after.workout.steps() if s.part is Part.RECOVERY]
        assert {s.time for s in rests} == {Duration(135)}

    def test_sessions_without_breaks_are_left_as_they_are(self) -> None:
        assert self.lay("breaks", plan_of({1: tempo(), 6: long()}, 8)) is None

    def test_without_intervals_ahead_a_thin_base_is_only_advised(self) -> None:
        assert self.lay("base", plan_of({1: tempo(), 6: long()}, 8)) is None

    def test_intervals_that_leave_no_room_for_threshold_stay(self) -> None:
        rep = Step(Effort.FIVE_K, time=Duration.of_minutes(7))
        tiny = Workout("short", Focus.VO2MAX, (rep,))
        assert self.lay("base", plan_of({1: tiny, 6: long()}, 8)) is None

    def test_a_beginner_gets_only_what_is_open_to_beginners(self) -> None:
        beginner = replace(RUNNER, level=Level.BEGINNER, measured_distance=False, kit=())
        plan = plan_of(self.WEEK, 8)
        change = self.lay("base", plan, beginner)
        for edit in change.edits if change else ():
            assert edit.after is not None
            recipe = library()[edit.after.workout.key]
            assert Level.BEGINNER in recipe.levels
            assert recipe.by_time

    @pytest.mark.parametrize("key", ["load", "every-time", "run-down"])
    def test_a_down_week_is_a_quarter_lighter_and_leaves_easy_days(self, key: str) -> None:
        plan = plan_of(self.WEEK, 8)
        change = self.lay(key, plan)
        assert change is not None
        assert {edit.on.weekday() for edit in change.edits} == {1, 3, 5, 6}
        last = self.FIRST + timedelta(days=6)
        before = plan.between(self.FIRST, last)
        after = apply_change(plan, change).between(self.FIRST, last)
        assert sum(s.workout.minutes(pace_of) for s in after) < sum(
            s.workout.minutes(pace_of) for s in before
        )

    @pytest.mark.parametrize("kind", [WeekKind.DOWN, WeekKind.TAPER, WeekKind.RECOVERY])
    def test_a_week_that_is_light_already_is_not_cut_again(self, kind: WeekKind) -> None:
        assert self.lay("load", plan_of(self.WEEK, 8, {3: kind})) is None

    @pytest.mark.parametrize("key", ["tired", "breaks", "load"])
    def test_a_race_and_the_days_before_it_are_left_alone(self, key: str) -> None:
        race = Race(day(26), Distance.of_km(10), Priority.C)
        plan = plan_of(self.WEEK, 8)
        sessions = tuple(replace(s, race=race) if s.on == race.on else s for s in plan.sessions)
        change = self.lay(key, replace(plan, sessions=sessions))
        edited = {edit.on for edit in change.edits} if change else set()
        assert not edited & {day(24), day(25), day(26)}

    @pytest.mark.parametrize(
        "key", ["sleep", "air", "iron", "thighs", "fast-start", "ill", "chest"]
    )
    def test_advice_changes_no_plan(self, key: str) -> None:
        assert self.lay(key, plan_of(self.WEEK, 8)) is None

    def test_it_tells_its_cause_and_its_last_day(self) -> None:
        change = self.lay("load", plan_of(self.WEEK, 8))
        assert change is not None
        assert [reason.code for reason in change.why] == [Code.SYMPTOM]
        assert told(change) == ("load", self.FIRST + timedelta(days=6))

    @given(
        key=st.sampled_from(["tired", "breaks", "base", "load"]),
        layout=st.dictionaries(
            st.integers(0, 6),
            st.sampled_from([easy(), intervals(), tempo(), long(), strides()]),
            min_size=1,
        ),
    )
    def test_nothing_gets_harder_or_longer(self, key: str, layout: dict[int, object]) -> None:
        plan = plan_of(layout, 8)  # type: ignore[arg-type]  # workouts by weekday
        change = self.lay(key, plan)
        for edit in change.edits if change else ():
            assert edit.before is not None
            assert edit.after is not None
            before, after = edit.before.workout, edit.after.workout
            assert hard(before, pace_of) or not edit.after.hard
            fast = max(before.fast_minutes(pace_of), 20.0)
            assert after.fast_minutes(pace_of) <= fast + 1e-6
            quickest = max(s.effort.rank for s in before.steps())
            assert max(s.effort.rank for s in after.steps()) <= max(quickest, Effort.THRESHOLD.rank)
            if key != "breaks":
                allowed = before.minutes(pace_of) + 1
                assert running_minutes(after, pace_of) <= allowed


class TestContent:
    def bad(self, find: str, put: str) -> ContentError:
        text = files("core.content").joinpath("symptoms.toml").read_text(encoding="utf-8")
        assert find in text
        with pytest.raises(ContentError) as fault:
            read_symptoms(loads(text.replace(find, put, 1)), "symptoms.toml")
        return fault.value

    @pytest.mark.parametrize(
        ("find", "put", "reason"),
        [
            ('cause = "tired"', 'cause = "tyred"', "no cause 'tyred'"),
            ('questions = ["paces"]', 'questions = ["pace"]', "no question 'pace'"),
            ('clue = "bored", cause', 'clue = "stress", cause', "leads to no cause"),
            ('key = "tying-up"\nquestions', 'key = "cramps"\nquestions', "no such symptom"),
            ('remedy = "sign"\nsign = "chest-pain"', 'remedy = "sign"', "'sign' belongs"),
            ('{ key = "none" },\n', "", "exactly one option"),
            ('plain = "The next days are easy', 'plan = "The next days are easy', "lacks 'plain'"),
            ("mornings = 7", "mornings = 0", "between"),
            ('otherwise = ["load"]', "otherwise = []", "must not be empty"),
        ],
    )
    def test_a_bad_line_is_refused_with_its_reason(self, find: str, put: str, reason: str) -> None:
        assert reason in str(self.bad(find, put))

    def test_every_complaint_has_its_tree_and_every_cause_is_reached(self) -> None:
        assert set(table().trees) == set(Symptom)
        reached = {
            key
            for tree in table().trees.values()
            for key in (*(step.cause for step in tree.steps), *tree.otherwise)
        }
        assert reached == set(table().causes)

    def test_a_complaint_without_a_tree_is_refused(self) -> None:
        text = files("core.content").joinpath("symptoms.toml").read_text(encoding="utf-8")
        raw = loads(text)
        raw["symptom"] = [tree for tree in raw["symptom"] if tree["key"] != "late"]
        with pytest.raises(ContentError, match=r"there is no .*'late'"):
            read_symptoms(raw, "symptoms.toml")
