from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.activity import Activity, Done, Log
from core.athlete import Condition, Injury, Spot
from core.checkin import CheckIn, Morning, Pain
from core.reasons import Code
from core.safety import (
    Allowance,
    Allowed,
    Ban,
    Cleared,
    Gate,
    GateKind,
    Sign,
    SignGroup,
    allowance,
    clear,
    climb,
    closes_by,
    gates_after,
    gates_after_run,
    gentle_signs,
    gravest,
    open_gates,
    sore_spots,
    told,
    worse_mornings,
)
from core.workout import Focus
from tests.core.judgement import LADDER, RUNNER, day, morning

TODAY = day(10)


def under(
    saved: tuple[Gate, ...] = (),
    athlete=RUNNER,
    checkins: list[CheckIn] | None = None,
    log: Log | None = None,
    today: date = TODAY,
) -> Allowance:
    gates = open_gates(saved, athlete, checkins or [], log or Log(), today=today, ladder=LADDER)
    return allowance(gates, athlete, today)


def codes(allowed: Allowance) -> set[Code]:
    return {reason.code for reason in allowed.reasons}


class TestSigns:
    def test_every_sign_has_its_group(self):
        assert {sign.group for sign in Sign} == set(SignGroup)

    def test_the_gravest_of_several_is_answered_first(self):
        assert gravest((Sign.FEVER, Sign.CHEST_PAIN, Sign.FAINTING)) is Sign.CHEST_PAIN
        assert gravest(()) is None

    @pytest.mark.parametrize("sign", [s for s in Sign if s.group is SignGroup.EMERGENCY])
    def test_an_emergency_stops_all_running_until_a_doctor_cleared_it(self, sign: Sign):
        gates = told(sign, (), TODAY)
        assert under(gates).level is Allowed.STOP
        assert under(gates, today=TODAY + timedelta(days=90)).level is Allowed.STOP
        assert closes_by(gates[0]) is Cleared.DOCTOR

    @pytest.mark.parametrize("sign", [s for s in Sign if s.group is SignGroup.DOCTOR])
    def test_a_doctor_s_sign_leads_to_the_ladder_once_cleared(self, sign: Sign):
        (gate,) = told(sign, (), TODAY)
        after = clear(gate, Cleared.DOCTOR, day(14))
        assert [g.kind for g in after] == [GateKind.LADDER]
        assert under(after, today=day(14)).level is Allowed.WALK_ONLY
        assert under(after, today=day(15)).level is Allowed.LADDER

    @pytest.mark.parametrize("sign", [Sign.EFFORT_DIZZINESS, Sign.EFFORT_BREATH])
    def test_signs_on_effort_allow_walking_until_a_doctor_cleared_more(self, sign: Sign):
        (gate,) = told(sign, (), TODAY)
        assert under((gate,)).level is Allowed.WALK_ONLY
        assert clear(gate, Cleared.DOCTOR, TODAY) == ()

    def test_words_of_self_harm_stop_the_coaching_until_the_athlete_has_talked_to_somebody(self):
        (gate,) = told(Sign.SELF_HARM, (), TODAY)
        assert under((gate,)).level is Allowed.STOP
        assert clear(gate, Cleared.DOCTOR, TODAY) == (gate,)
        assert clear(gate, Cleared.PERSON, TODAY) == ()

    def test_a_gentle_sign_takes_no_running_but_load_does_not_grow(self):
        allowed = under(told(Sign.NO_PERIODS, (), TODAY))
        assert allowed.level is Allowed.FREE
        assert not allowed.growth

    def test_telling_the_same_sign_again_keeps_one_gate_with_its_first_date(self):
        once = told(Sign.PALPITATIONS, (), day(3))
        twice = told(Sign.PALPITATIONS, once, day(5))
        assert len(twice) == 1
        assert (twice[0].since, twice[0].last) == (day(3), day(5))

    def test_two_bone_injuries_or_three_runs_on_rest_days_are_said_once(self):
        fragile = replace(RUNNER, injuries=(Injury(Spot.SHIN, bone=True),) * 2)
        assert gentle_signs(fragile, 0) == (Sign.SECOND_BONE_INJURY,)
        assert gentle_signs(RUNNER, 3) == (Sign.RAN_ON_REST_DAYS,)
        assert gentle_signs(RUNNER, 2) == ()


@pytest.mark.parametrize("kind", list(GateKind))
@pytest.mark.parametrize("how", list(Cleared))
def test_no_gate_closes_by_anything_but_its_own_word(kind: GateKind, how: Cleared):
    gate = Gate(kind, day(0), last=day(3), spot=Spot.KNEE)
    by_own = closes_by(gate) is how or (kind is GateKind.PAIN and how is Cleared.DOCTOR)
    assert (clear(gate, how, day(9)) != (gate,)) == by_own


class TestIllness:
    def test_a_fever_stops_running(self):
        gates = gates_after(morning(TODAY, fever_celsius=38.4), ())
        assert [g.kind for g in gates] == [GateKind.FEVER]
        assert under(gates).level is Allowed.STOP

    def test_silence_and_time_do_not_close_it(self):
        gates = gates_after(morning(day(0), fever_celsius=38.4), ())
        assert under(gates, today=day(30)).level is Allowed.STOP

    def test_24_hours_without_fever_are_not_over_on_the_day_it_was_told(self):
        (gate,) = gates_after(morning(TODAY, fever_celsius=38.4), ())
        assert clear(gate, Cleared.DAY_WITHOUT, TODAY) == (gate,)

    @pytest.mark.parametrize(("ill_days", "easy_days"), [(1, 2), (2, 2), (3, 3), (6, 6)])
    def test_each_day_ill_costs_one_easy_day_and_two_at_least(self, ill_days: int, easy_days: int):
        gates: tuple[Gate, ...] = ()
        for number in range(ill_days):
            gates = gates_after(morning(day(number), ill=True), gates)
        after = clear(gates[0], Cleared.DAY_WITHOUT, day(ill_days))
        levels = [under(after, today=day(ill_days + ahead)).level for ahead in range(easy_days + 1)]
        assert levels == [Allowed.EASY_ONLY] * easy_days + [Allowed.FREE]

    def test_a_relapse_counts_on_from_the_days_before(self):
        easy = Gate(GateKind.EASY_DAYS, day(4), days=4)
        (again,) = gates_after(morning(day(5), ill=True), (easy,))
        (after,) = clear(again, Cleared.DAY_WITHOUT, day(6))
        assert after.days == 5

    def test_a_fever_takes_over_from_a_cold_and_never_back(self):
        cold = told(Sign.HEAD_COLD, (), day(1))
        fever = told(Sign.FEVER, cold, day(2), celsius=38.6)
        again = told(Sign.HEAD_COLD, fever, day(3))
        assert [(g.kind, g.since, g.last) for g in again] == [(GateKind.FEVER, day(1), day(3))]

    def test_a_cold_above_the_neck_allows_a_quarter_of_an_hour(self):
        ill = gates_after(morning(TODAY, ill=True), ())
        assert under(ill).level is Allowed.STOP
        cold = told(Sign.HEAD_COLD, ill, TODAY)
        assert (under(cold).level, under(cold).minutes) == (Allowed.EASY_ONLY, 15)

    @pytest.mark.parametrize(
        ("celsius", "days", "doctor"),
        [(39.6, 0, True), (39.5, 0, False), (38.2, 2, False), (38.2, 3, True)],
    )
    def test_a_high_or_long_fever_names_a_doctor(self, celsius: float, days: int, doctor: bool):
        gates = told(Sign.FEVER, (), day(0), celsius=celsius)
        assert (Code.SEE_DOCTOR in codes(under(gates, today=day(days)))) is doctor

    def test_chest_signs_with_a_cold_wait_for_a_doctor(self):
        gates = told(Sign.CHEST_INFECTION, told(Sign.ILL, (), TODAY), TODAY)
        assert {closes_by(gate) for gate in gates} == {Cleared.DOCTOR, Cleared.DAY_WITHOUT}


def sore_morning(number: int, score: int | None, feel: Morning | None = Morning.USUAL) -> CheckIn:
    return morning(day(number), pains=(Pain(Spot.ACHILLES, score, feel),))


class TestPain:
    @pytest.mark.parametrize(
        ("score", "feel", "level"),
        [
            (0, Morning.USUAL, Allowed.FREE),
            (2, Morning.USUAL, Allowed.FREE),
            (2, Morning.STIFFER, Allowed.EASY_ONLY),
            (2, Morning.WORSE, Allowed.EASY_ONLY),
            (3, Morning.USUAL, Allowed.EASY_ONLY),
            (5, Morning.USUAL, Allowed.EASY_ONLY),
            (5, None, Allowed.EASY_ONLY),
            (4, Morning.STIFFER, Allowed.STOP),
            (None, None, Allowed.EASY_ONLY),
            (None, Morning.WORSE, Allowed.STOP),
        ],
    )
    def test_what_a_sore_spot_allows(self, score: int | None, feel: Morning | None, level: Allowed):
        checkins = [sore_morning(9, 2), sore_morning(10, score, feel)] if score == 0 else []
        checkins = checkins or [sore_morning(10, score, feel)]
        assert under(checkins=checkins).level is level

    @pytest.mark.parametrize(
        "pain", [Pain(Spot.KNEE, 6), Pain(Spot.KNEE, 1, limping=True), Pain(Spot.KNEE, 10)]
    )
    def test_over_five_or_limping_stops_and_names_a_physiotherapist(self, pain: Pain):
        checkin = morning(TODAY, pains=(pain,))
        allowed = under(gates_after(checkin, ()), checkins=[checkin])
        assert allowed.level is Allowed.STOP
        assert Code.SEE_PHYSIOTHERAPIST in codes(allowed)

    def test_a_lower_number_later_does_not_talk_past_a_stop(self):
        gates = gates_after(morning(TODAY, pains=(Pain(Spot.KNEE, 8),)), ())
        calm = morning(TODAY, pains=(Pain(Spot.KNEE, 0, Morning.USUAL),))
        gates = gates_after(calm, gates)
        assert under(gates, checkins=[calm]).level is Allowed.STOP

    def test_pain_in_the_evening_s_answer_stops_too(self):
        run = Activity(TODAY, pain=((Spot.CALF, 7),))
        assert [g.kind for g in gates_after_run(run, ())] == [GateKind.PAIN]

    def test_pain_in_the_chest_is_an_emergency(self):
        gates = gates_after(morning(TODAY, pains=(Pain(Spot.CHEST, None),)), ())
        assert [g.kind for g in gates] == [GateKind.EMERGENCY]

    def test_three_worse_mornings_stop_even_with_little_pain(self):
        checkins = [sore_morning(number, 1, Morning.WORSE) for number in (7, 8, 9)]
        worse = worse_mornings(sore_spots(RUNNER, checkins, Log(), day(9)))
        assert [g.kind for g in gates_after(checkins[-1], (), worse)] == [GateKind.PAIN]

    def test_a_better_morning_starts_the_count_again(self):
        feels = (Morning.WORSE, Morning.WORSE, Morning.USUAL, Morning.WORSE)
        checkins = [sore_morning(number, 1, feel) for number, feel in enumerate(feels)]
        assert worse_mornings(sore_spots(RUNNER, checkins, Log(), day(3))) == ((Spot.ACHILLES, 1),)

    def test_a_painkiller_makes_the_answer_unknown(self):
        hidden = morning(TODAY, pains=(Pain(Spot.KNEE, 1, Morning.USUAL, painkiller=True),))
        (sore,) = sore_spots(RUNNER, [hidden], Log(), TODAY)
        assert sore.needs_number
        assert under(checkins=[hidden]).level is Allowed.EASY_ONLY

    def test_a_spot_told_at_the_start_is_asked_for_its_number(self):
        hurt = replace(RUNNER, injuries=(Injury(Spot.ACHILLES, healed=False),))
        (sore,) = sore_spots(hurt, [], Log(), TODAY)
        assert sore.needs_number
        assert under(athlete=hurt).level is Allowed.EASY_ONLY

    def test_seven_clear_days_close_a_spot_and_six_do_not(self):
        checkins = [sore_morning(0, 2)] + [sore_morning(n, 0) for n in range(1, 8)]
        assert [s.closed for s in sore_spots(RUNNER, checkins, Log(), day(6))] == [None]
        assert [s.closed for s in sore_spots(RUNNER, checkins, Log(), day(7))] == [day(7)]

    def test_unanswered_days_are_not_clear_days(self):
        checkins = [sore_morning(0, 2)] + [sore_morning(n, 0) for n in (1, 3, 5, 7)]
        assert [s.closed for s in sore_spots(RUNNER, checkins, Log(), day(20))] == [None]

    def test_pain_in_a_run_between_starts_the_clear_days_again(self):
        checkins = [sore_morning(0, 2)] + [sore_morning(n, 0) for n in range(1, 8)]
        log = Log((Activity(day(4), pain=((Spot.ACHILLES, 2),)),))
        assert [s.clear for s in sore_spots(RUNNER, checkins, log, day(7))] == [3]

    def test_a_spot_that_never_hurt_does_not_open(self):
        assert sore_spots(RUNNER, [sore_morning(1, 0)], Log(), TODAY) == ()


class TestTendons:
    def test_a_sore_achilles_gets_no_strides_hills_sprints_or_hops(self):
        allowed = under(checkins=[sore_morning(10, 1)])
        assert set(allowed.bans) == {Ban.STRIDES, Ban.HILLS, Ban.SPRINTS, Ban.HOPS}
        assert allowed.sore == (Spot.ACHILLES,)

    def test_things_come_back_in_the_order_strides_tempo_hills_hops(self):
        checkins = [sore_morning(0, 4)] + [sore_morning(n, 0) for n in range(1, 8)]
        order = (Ban.STRIDES, Ban.TEMPO, Ban.HILLS, Ban.HOPS)
        back: dict[Ban, int] = {}
        for ahead in range(30):
            bans = under(checkins=checkins, today=day(6 + ahead)).bans
            for ban in order:
                if ban not in bans:
                    back.setdefault(ban, ahead)
        assert back[Ban.STRIDES] < back[Ban.TEMPO] < back[Ban.HILLS] < back[Ban.HOPS]

    def test_tempo_that_never_left_needs_no_coming_back(self):
        checkins = [sore_morning(0, 2)] + [sore_morning(n, 0) for n in range(1, 8)]
        assert Ban.TEMPO not in under(checkins=checkins, today=day(8)).bans

    def test_a_sore_hamstring_sprints_nowhere(self):
        sore = morning(TODAY, pains=(Pain(Spot.HAMSTRING, 1, Morning.USUAL),))
        assert set(under(checkins=[sore]).bans) == {Ban.SPRINTS, Ban.HOPS}

    def test_a_healed_hamstring_sprints_uphill_only(self):
        healed = replace(RUNNER, injuries=(Injury(Spot.HAMSTRING),))
        assert under(athlete=healed).bans == (Ban.FLAT_SPRINTS,)


class TestConditions:
    @pytest.mark.parametrize(
        "condition",
        [
            Condition.HEART,
            Condition.LUNG,
            Condition.KIDNEY,
            Condition.DIABETES,
            Condition.EFFORT_SIGNS,
        ],
    )
    def test_walking_only_until_a_doctor_cleared_more(self, condition: Condition):
        athlete = replace(RUNNER, conditions=(condition,))
        assert under(athlete=athlete).level is Allowed.WALK_ONLY
        assert under(athlete=replace(athlete, cleared=(condition,))).level is Allowed.FREE

    def test_pulse_medicine_means_no_pulse_target_and_nothing_else(self):
        allowed = under(athlete=replace(RUNNER, conditions=(Condition.PULSE_MEDICINE,)))
        assert (allowed.level, allowed.pulse, allowed.pace) == (Allowed.FREE, False, True)

    def test_pregnant_runs_easy_by_feel_with_no_pace_pulse_race_or_ramp(self):
        allowed = under(athlete=replace(RUNNER, conditions=(Condition.PREGNANT,)))
        assert allowed.level is Allowed.EASY_ONLY
        assert not any((allowed.pace, allowed.pulse, allowed.races, allowed.growth))

    def test_no_running_for_twelve_weeks_after_a_birth_then_the_ladder(self):
        athlete = replace(RUNNER, birth_of_child=day(0))
        assert under(athlete=athlete, today=day(83)).level is Allowed.WALK_ONLY
        assert under(athlete=athlete, today=day(85)).level is Allowed.LADDER

    def test_a_birth_without_a_day_counts_from_when_it_was_told(self):
        athlete = replace(RUNNER, conditions=(Condition.POSTPARTUM,))
        assert under(athlete=athlete, today=day(80)).level is Allowed.WALK_ONLY

    def test_under_sixteen_is_not_coached(self):
        assert under(athlete=replace(RUNNER, birth_year=2011)).level is Allowed.STOP
        assert under(athlete=replace(RUNNER, birth_year=2010)).level is Allowed.FREE

    def test_the_strictest_gate_speaks_first_and_all_give_their_reasons(self):
        athlete = replace(RUNNER, conditions=(Condition.HEART,))
        allowed = under(told(Sign.FEVER, (), TODAY), athlete, [sore_morning(10, 3)])
        assert [r.code for r in allowed.reasons] == [
            Code.FEVER,
            Code.WALK_ONLY,
            Code.PAIN_EASY_ONLY,
        ]


def rung(number: int, step: int, pain: int = 0, rpe: int | None = 3) -> Activity:
    hurt = ((Spot.KNEE, pain),) if pain else ()
    return Activity(day(number), focus=Focus.WALK_RUN, key=LADDER[step - 1], rpe=rpe, pain=hurt)


def knee(number: int, feel: Morning, score: int | None = 0) -> CheckIn:
    return morning(day(number), pains=(Pain(Spot.KNEE, score, feel),))


class TestLadder:
    def step_on(
        self, today: int, runs: tuple[Activity, ...], checkins: list[CheckIn] | None = None, **more
    ) -> int:
        checkins = checkins or []
        return climb(LADDER, day(0), Log(runs), checkins, day(today), **more).step

    def test_a_step_unlocks_the_next_morning_never_the_same_evening(self):
        assert self.step_on(1, (rung(1, 1),)) == 1
        assert self.step_on(2, (rung(1, 1),)) == 2

    def test_with_a_sore_spot_the_morning_must_have_answered(self):
        runs = (rung(1, 1),)
        assert self.step_on(3, runs, spot=Spot.KNEE) == 1
        assert self.step_on(3, runs, [knee(2, Morning.USUAL)], spot=Spot.KNEE) == 2

    @pytest.mark.parametrize(
        ("pain", "feel", "step"),
        [(2, Morning.USUAL, 4), (3, Morning.USUAL, 3), (0, Morning.STIFFER, 2)],
    )
    def test_pain_repeats_a_step_and_a_stiffer_morning_goes_one_back(
        self, pain: int, feel: Morning, step: int
    ):
        runs = (rung(1, 1), rung(3, 2), rung(5, 3, pain))
        checkins = [knee(2, Morning.USUAL), knee(4, Morning.USUAL), knee(6, feel)]
        assert self.step_on(6, runs, checkins, spot=Spot.KNEE) == step

    def test_two_bad_steps_go_back_two_and_name_a_physiotherapist(self):
        runs = (rung(1, 1), rung(3, 2), rung(5, 3), rung(7, 4, 4), rung(9, 4, 4))
        good = [knee(n, Morning.USUAL) for n in (2, 4, 6)]
        bad = [knee(n, Morning.USUAL, None) for n in (8, 10)]
        at = climb(LADDER, day(0), Log(runs), good + bad, day(10), spot=Spot.KNEE)
        assert (at.step, at.physiotherapist) == (2, True)

    def test_a_heavy_step_or_one_not_run_as_planned_is_repeated(self):
        assert self.step_on(3, (rung(1, 1, rpe=7),)) == 1
        assert self.step_on(3, (replace(rung(1, 1), done=Done.OTHER),)) == 1
        assert self.step_on(3, (rung(1, 5),)) == 1

    def test_beginners_need_three_good_ones(self):
        runs = (rung(1, 1), rung(3, 1), rung(5, 1))
        assert self.step_on(5, runs, good_needed=3) == 1
        assert self.step_on(6, runs, good_needed=3) == 2

    def test_the_last_step_done_well_closes_the_gate(self):
        runs = tuple(rung(2 * step, step) for step in range(1, len(LADDER) + 1))
        ladder = Gate(GateKind.LADDER, day(0), step=1)
        assert under((ladder,), log=Log(runs), today=runs[-1].on).level is Allowed.LADDER
        assert under((ladder,), log=Log(runs), today=day(40)).level is Allowed.FREE

    def test_a_step_is_due_every_second_day(self):
        ladder = Gate(GateKind.LADDER, day(0), step=1)
        log = Log((rung(2, 1),))
        assert not under((ladder,), log=log, today=day(3)).rested
        assert under((ladder,), log=log, today=day(4)).rested

    def test_pain_over_five_on_the_ladder_stops_again(self):
        ladder = Gate(GateKind.LADDER, day(0), spot=Spot.KNEE, step=1)
        gates = gates_after_run(rung(2, 1, pain=6), (ladder,))
        assert [g.kind for g in gates] == [GateKind.PAIN]

    def test_after_the_walk_and_hop_the_old_number_no_longer_stops(self):
        hurt = morning(day(0), pains=(Pain(Spot.KNEE, 8),))
        (gate,) = gates_after(hurt, ())
        assert clear(gate, Cleared.WALK_AND_HOP, day(0)) == (gate,)
        after = clear(gate, Cleared.WALK_AND_HOP, day(4))
        allowed = under(after, checkins=[hurt], today=day(5))
        assert (allowed.level, allowed.step) == (Allowed.LADDER, 1)
