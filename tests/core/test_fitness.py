import csv
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.activity import Activity, Evenness, Log
from core.athlete import (
    Athlete,
    Injury,
    Level,
    Race,
    Renewed,
    Result,
    ResultKind,
    Spot,
    UsualWeek,
)
from core.checkin import CheckIn, Pain
from core.content import load_content
from core.fitness import (
    Category,
    Method,
    Reach,
    Renewal,
    TrialWait,
    Trust,
    Verdict,
    age_grade,
    ambition,
    asks_about_course,
    beyond_top_speed,
    breaks,
    cameron,
    contradicted,
    contradiction,
    current_vdot,
    effective_fitness,
    equivalent_times,
    goal_reason,
    goal_view,
    lacks_reserve,
    outlook,
    oxygen_cost,
    pace_at,
    personal_exponent,
    predict,
    race_pace,
    race_time,
    renewals,
    riegel,
    speed_at,
    speed_reserve,
    time_off_factor,
    trial_waits,
    untold_renewal,
    vdot,
    verdict,
)
from core.fitness.prediction import vickers_one, vickers_two
from core.reasons import Code, Reason
from core.units import Distance, Duration, HeartRate, Pace, parse_duration
from core.workout import Focus

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 6, 1)
EMPTY = Log()
FIVE, TEN, HALF, MARATHON = (Distance(m) for m in (5000, 10_000, 21_097.5, 42_195))
MEANT = {Focus.THRESHOLD: 7, Focus.VO2MAX: 8, Focus.SPEED: 8, Focus.RACE_PACE: 7}


def rows(name):
    return list(csv.DictReader((DATA / name).read_text().splitlines()))


def ago(days):
    return TODAY - timedelta(days=days)


def result(distance, time, days_ago=0, **more):
    return Result(distance, parse_duration(time), ago(days_ago), **more)


def log(*activities):
    return Log(tuple(sorted(activities, key=lambda a: a.on)))


def easy_weeks(first_days_ago, last_days_ago=0, km=10, every=2):
    days = range(first_days_ago, last_days_ago - 1, -every)
    return [Activity(ago(n), distance=Distance.of_km(km), rpe=3) for n in days]


def hard(days_ago, rpe=7, focus=Focus.THRESHOLD, **more):
    return Activity(ago(days_ago), rpe=rpe, focus=focus, hard=True, **more)


def runner(*results, **more):
    facts = {
        "level": Level.INTERMEDIATE,
        "days": (1, 3, 6),
        "long_day": 6,
        "usual": UsualWeek(4, Distance.of_km(40), Distance.of_km(14)),
        "started": ago(30),
        "results": results,
    }
    return Athlete(**{**facts, **more})


# -- VDOT, both ways -------------------------------------------------------------------------

RACES = [
    ("t_1500m_s", 1500),
    ("t_mile_s", 1609.344),
    ("t_3000m_s", 3000),
    ("t_2mile_s", 3218.688),
    ("t_5k_s", 5000),
    ("t_10k_s", 10_000),
    ("t_15k_s", 15_000),
    ("t_half_s", 21_097.5),
    ("t_marathon_s", 42_195),
]
TABLE = [
    (float(row["vdot"]), metres, float(row[column]))
    for row in rows("vdot_table.csv")
    for column, metres in RACES
]


@pytest.mark.parametrize(("number", "metres", "printed"), TABLE)
def test_race_times_are_the_printed_ones_within_a_third_of_a_percent(number, metres, printed):
    assert race_time(number, Distance(metres)).seconds == pytest.approx(printed, rel=0.0035)


@pytest.mark.parametrize(("number", "metres", "printed"), TABLE)
def test_a_printed_race_time_gives_back_its_vdot(number, metres, printed):
    assert vdot(Distance(metres), Duration(printed)) == pytest.approx(number, abs=0.3)


@pytest.mark.parametrize(
    ("number", "slow_end", "fast_end"),
    [
        (float(row["vdot"]), float(row["e_km_slow_s"]), float(row["e_km_fast_s"]))
        for row in rows("vdot_table.csv")
    ],
)
def test_the_printed_easy_range_is_63_to_73_and_a_half_percent(number, slow_end, fast_end):
    assert pace_at(number, 0.63).seconds_per_km == pytest.approx(slow_end, abs=6)
    assert pace_at(number, 0.735).seconds_per_km == pytest.approx(fast_end, abs=6)


@pytest.mark.parametrize(
    ("distance", "time", "number"),
    [(FIVE, "19:57", 49.95), (Distance.of_miles(1), "5:50", 49.97), (HALF, "1:31:35", 49.96)],
)
def test_worked_examples_of_vdot(distance, time, number):
    assert vdot(distance, parse_duration(time)) == pytest.approx(number, abs=0.02)


@given(st.floats(20, 85), st.sampled_from([1500, 3000, 5000, 10_000, 21_097.5, 42_195]))
def test_a_race_time_and_its_vdot_are_two_sides_of_one_coin(number, metres):
    time = race_time(number, Distance(metres))
    assert vdot(Distance(metres), time) == pytest.approx(number, abs=0.01)


@given(st.floats(20, 84), st.floats(0.1, 1), st.floats(1500, 42_195))
def test_who_is_fitter_is_faster_over_every_distance(number, more, metres):
    assert race_time(number + more, Distance(metres)) < race_time(number, Distance(metres))


@given(st.floats(20, 85), st.floats(1500, 40_000), st.floats(1.01, 2))
def test_the_longer_race_is_run_at_the_slower_pace(number, metres, times):
    assume(metres * times <= 42_195)
    assert race_pace(number, Distance(metres * times)) >= race_pace(number, Distance(metres))


@given(st.floats(80, 400))
def test_speed_and_oxygen_cost_are_inverses(speed):
    assert speed_at(oxygen_cost(speed)) == pytest.approx(speed)


def test_a_result_needs_a_distance_and_a_time():
    with pytest.raises(ValueError, match="a distance and a time"):
        vdot(Distance(0), Duration(60))
    with pytest.raises(ValueError, match="above zero"):
        race_time(0, FIVE)


# -- which result counts ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days_ago", "counts"),
    [(0, Trust.FULL), (84, Trust.FULL), (85, Trust.HELD), (182, Trust.HELD), (183, None)],
)
def test_a_result_counts_for_twelve_weeks_and_with_volume_held_for_six_months(days_ago, counts):
    fitness = current_vdot([result(FIVE, "22:00", days_ago)], EMPTY, TODAY, runner().usual)
    assert (fitness and fitness.trust) == counts


def test_an_old_result_of_who_runs_less_now_is_only_an_ambition():
    old = result(FIVE, "22:00", 120)
    less = log(*easy_weeks(200, 90, km=10), *easy_weeks(89, 0, km=4))
    same = log(*easy_weeks(200, 0, km=10))
    assert current_vdot([old], less, TODAY) is None
    assert ambition([old], less, TODAY).result == old
    assert current_vdot([old], same, TODAY).trust is Trust.HELD


def test_volume_told_in_minutes_counts_as_volume():
    old = result(FIVE, "22:00", 120)
    timed = log(*(Activity(ago(n), time=Duration.of_minutes(50)) for n in range(200, -1, -2)))
    assert current_vdot([old], timed, TODAY).trust is Trust.HELD


def test_the_newer_race_counts_also_when_it_is_slower():
    faster, slower = result(FIVE, "21:00", 60), result(FIVE, "22:30", 10)
    assert current_vdot([faster, slower], EMPTY, TODAY).source == slower


@pytest.mark.parametrize(
    ("marathon", "lowers"),
    [("3:18:00", False), ("3:28:00", False), ("3:37:00", True), ("4:10:00", True)],
)
def test_a_marathon_lowers_fitness_only_where_it_is_slower_than_marathons_are(marathon, lowers):
    half = result(HALF, "1:33:00", 50)
    run = result(MARATHON, marathon, 2)
    assert (current_vdot([half, run], EMPTY, TODAY).source == run) is lowers


def test_a_marathon_faster_than_the_shorter_race_is_the_fitness():
    half, run = result(HALF, "1:40:00", 50), result(MARATHON, "3:15:00", 2)
    assert current_vdot([half, run], EMPTY, TODAY).source == run


def test_two_races_within_three_weeks_show_one_form_and_the_better_stands():
    faster, slower = result(TEN, "44:00", 25), result(FIVE, "22:30", 10)
    assert current_vdot([faster, slower], EMPTY, TODAY).source == faster


def test_of_one_form_a_race_outranks_a_time_trial_and_that_a_told_time():
    race = result(FIVE, "22:00", 10)
    trial = result(Distance(3000), "12:20", 5, kind=ResultKind.TRIAL)
    told = result(FIVE, "20:30", 12, kind=ResultKind.TOLD)
    assert current_vdot([race, trial, told], EMPTY, TODAY).source == race
    assert current_vdot([trial, told], EMPTY, TODAY).source == trial


def test_a_run_held_back_may_raise_but_never_lowers():
    race = result(FIVE, "22:00", 40)
    jogged = result(FIVE, "26:00", 3, all_out=False)
    surprised = result(FIVE, "21:30", 3, all_out=False)
    assert current_vdot([race, jogged], EMPTY, TODAY).source == race
    assert current_vdot([race, surprised], EMPTY, TODAY).source == surprised


def test_what_says_nothing_about_fitness_is_left_out():
    short = result(Distance(800), "2:10", 3)
    downhill = result(TEN, "36:00", 3, representative=False)
    future = result(FIVE, "18:00", -3)
    ultra = result(Distance.of_km(50), "4:30:00", 3)
    assert current_vdot([short, downhill, future, ultra], EMPTY, TODAY) is None


def test_results_more_than_15_percent_apart_contradict_each_other():
    five, half = result(FIVE, "20:00", 30), result(HALF, "1:55:00", 10)
    assert contradiction([half, five]) == (five, half)


def test_a_result_too_slow_to_be_running_contradicts_any_other():
    crawl = result(Distance(1500), "2:00:00", 5)
    assert contradiction([result(FIVE, "20:00", 30), crawl]) is not None
    assert contradiction([crawl, result(FIVE, "20:00", 1)]) is not None


@pytest.mark.parametrize(
    "second",
    [
        result(HALF, "1:35:00", 10),
        result(HALF, "1:55:00", 10, all_out=False),
        result(HALF, "1:55:00", 10, representative=False),
        result(HALF, "1:55:00", -60),
    ],
)
def test_what_fits_or_is_explained_is_no_contradiction(second):
    assert contradiction([result(FIVE, "20:00", 30), second]) is None


def test_a_jump_of_more_than_three_asks_about_the_course():
    before = vdot(FIVE, parse_duration("22:00"))
    assert asks_about_course(result(FIVE, "20:30"), before)
    assert not asks_about_course(result(FIVE, "21:10"), before)
    assert not asks_about_course(result(FIVE, "16:00"), None)


# -- time off --------------------------------------------------------------------------------


@pytest.mark.parametrize("row", rows("detraining.csv"), ids=lambda row: row["days_off"])
def test_time_off_costs_what_daniels_table_says(row):
    days = int(row["days_off"])
    assert time_off_factor(days) == pytest.approx(float(row["fvdot1_no_cross_training"]), abs=6e-4)
    crossed = time_off_factor(days, cross_trained=True)
    assert crossed == pytest.approx(float(row["fvdot2_cross_trained"]), abs=6e-4)


@given(st.integers(0, 400), st.integers(0, 400))
def test_more_time_off_never_costs_less_and_a_fifth_at_most(one, other):
    assert time_off_factor(max(one, other)) <= time_off_factor(min(one, other))
    assert 0.8 <= time_off_factor(one) <= time_off_factor(one, cross_trained=True) <= 1


def test_on_the_day_of_the_return_all_of_the_loss_is_there_and_later_none():
    race = result(FIVE, "22:00", 40)
    before = easy_weeks(60, 29)
    back = before[-1].on + timedelta(days=15)
    full = effective_fitness(runner(race), log(*before), race.on).vdot

    def on(day, *after):
        return effective_fitness(runner(race), log(*before, *after), day).vdot

    runs = [Activity(back + timedelta(days=n), rpe=3) for n in range(0, 15, 2)]
    assert on(back) == pytest.approx(full * time_off_factor(14))
    assert on(back, runs[0]) == pytest.approx(full * time_off_factor(14))
    assert on(back + timedelta(days=7), *runs[:4]) == pytest.approx(full * (1 - 0.027 / 2))
    assert on(back + timedelta(days=14), *runs) == pytest.approx(full)


def test_days_that_were_planned_and_never_answered_are_no_time_off():
    silent = Log(tuple(easy_weeks(60, 30)), unknown=tuple(ago(n) for n in range(28, 0, -2)))
    assert breaks(silent, ago(60), TODAY) == ()


def test_a_newcomer_who_has_not_run_for_a_month_starts_lower():
    race = result(FIVE, "22:00", 50)
    couch = runner(race, usual=UsualWeek(0, Distance(0), Distance(0)), started=TODAY)
    full = effective_fitness(runner(race), EMPTY, TODAY).vdot
    assert effective_fitness(couch, EMPTY, TODAY).vdot == pytest.approx(full * time_off_factor(27))


def test_an_empty_log_of_a_runner_tells_of_no_break():
    assert breaks(EMPTY, ago(60), TODAY) == ()


# -- evidence from training ------------------------------------------------------------------

RACE = result(FIVE, "22:00", 60)


def earned(*activities, **more):
    return renewals(log(*activities), RACE.on, TODAY, MEANT, **more)


def test_three_sessions_held_more_easily_than_meant_earn_one_vdot():
    assert earned(hard(24, rpe=6), hard(17, rpe=6), hard(10, rpe=5)) == (
        Renewal(ago(10), 1.0, (ago(24), ago(17), ago(10))),
    )


def test_sessions_that_felt_as_meant_earn_nothing():
    assert earned(*(hard(n, rpe=7) for n in (30, 23, 16, 9, 2))) == ()


def test_training_adds_nothing_in_the_first_four_weeks_after_a_race():
    assert earned(hard(55, rpe=5), hard(48, rpe=5), hard(41, rpe=5), hard(35, rpe=5)) == ()


def test_two_lost_sessions_cost_one_vdot_at_once():
    faded = hard(9, rpe=8, evenness=Evenness.FADED)
    assert earned(hard(16, rpe=9), faded) == (Renewal(ago(9), -1.0, (ago(16), ago(9))),)


def test_reps_not_run_are_reps_not_held():
    short = [hard(n, rpe=7, reps_planned=6, reps_done=4) for n in (12, 5)]
    assert [renewal.change for renewal in earned(*short)] == [-1.0]


@pytest.mark.parametrize(
    "between",
    [hard(12, rpe=7), hard(12, rpe=6)],
    ids=["as meant", "easier"],
)
def test_one_good_session_between_two_lost_ones_saves_the_vdot(between):
    assert earned(hard(16, rpe=9), between, hard(9, rpe=9)) == ()


def test_heat_and_illness_excuse_a_lost_session():
    assert earned(hard(16, rpe=9, celsius=28.0), hard(9, rpe=9)) == ()
    assert earned(hard(16, rpe=9), hard(9, rpe=9), ill={ago(9)}) == ()


def test_lost_sessions_far_apart_say_nothing():
    assert earned(hard(50, rpe=9), hard(9, rpe=9)) == ()


def test_a_rising_pulse_outweighs_an_easy_feeling():
    def beats(days, bpm):
        return hard(days, rpe=6, pulse=HeartRate(bpm))

    assert earned(beats(24, 160), beats(17, 163), beats(10, 166)) == ()
    assert len(earned(beats(24, 164), beats(17, 163), beats(10, 162))) == 1


def test_a_refused_renewal_counts_as_never_made():
    lost = hard(16, rpe=9), hard(9, rpe=9)
    assert earned(*lost, refused={ago(9)}) == ()
    kept = effective_fitness(runner(RACE), log(*lost), TODAY, meant=MEANT, refused={ago(9)})
    assert kept.vdot == effective_fitness(runner(RACE), log(*lost), TODAY).vdot


def test_easy_runs_and_long_runs_say_nothing_about_paces():
    assert earned(hard(16, rpe=9, focus=Focus.LONG), hard(9, rpe=9, focus=Focus.EASY)) == ()


sessions = st.lists(
    st.builds(
        hard,
        st.integers(0, 200),
        st.integers(3, 10),
        st.sampled_from([*MEANT, Focus.EASY]),
        evenness=st.sampled_from([None, *Evenness]),
    ),
    max_size=40,
)


@given(sessions)
def test_training_never_adds_more_than_one_vdot_in_any_four_weeks(found):
    old = result(FIVE, "22:00", 201)
    ups = [r for r in renewals(log(*found), old.on, TODAY, MEANT) if r.change > 0]
    for one, other in pairwise(ups):
        assert (other.on - one.on).days >= 28
    assert all(up.change <= 1 and (up.on - old.on).days >= 28 for up in ups)


@given(sessions)
def test_every_renewal_is_told_with_evidence_before_it(found):
    for renewal in renewals(log(*found), ago(201), TODAY, MEANT):
        assert renewal.evidence
        assert all(day <= renewal.on for day in renewal.evidence)


@given(sessions)
def test_the_same_log_gives_the_same_fitness(found):
    athlete = runner(RACE)
    first = effective_fitness(athlete, log(*found), TODAY, meant=MEANT)
    assert first == effective_fitness(athlete, log(*found), TODAY, meant=MEANT)
    assert first.vdot > 0


def test_who_has_no_result_has_no_fitness_and_goes_by_effort():
    assert effective_fitness(runner(), EMPTY, TODAY) is None


def test_a_lost_session_needs_no_rpe_but_a_held_one_does():
    assert verdict(hard(3, rpe=None, evenness=Evenness.FADED), MEANT) is Verdict.LOST
    assert verdict(hard(3, rpe=None), MEANT) is Verdict.SILENT


# -- prediction ------------------------------------------------------------------------------


def test_equivalent_times_are_those_of_one_vdot():
    times = equivalent_times(50)
    assert [distance.metres for distance, _ in times][:3] == [1500, 1609.344, 3000]
    for distance, time in times:
        assert vdot(distance, time) == pytest.approx(50, abs=0.01)


def fit(*results):
    return current_vdot(results, EMPTY, TODAY)


def test_published_formulas_give_their_published_examples():
    twenty, half = result(FIVE, "20:00"), result(HALF, "1:45:00")
    assert riegel(twenty, MARATHON).seconds == pytest.approx(11_509.3, abs=0.5)
    assert cameron(twenty, MARATHON).seconds == pytest.approx(11_711.5, abs=1)
    assert cameron(result(TEN, "40:00"), MARATHON).seconds == pytest.approx(11_244.5, abs=1)
    assert vickers_one(half, Distance.of_miles(30)).parts() == (3, 54, 10)
    assert vickers_one(result(HALF, "1:30:00"), Distance.of_miles(50)).seconds == pytest.approx(
        11_808.1, abs=1
    )


def test_the_two_race_marathon_model_lies_beside_the_one_race_model():
    five, half = result(FIVE, "21:00"), result(HALF, "1:39:00")
    week = Distance.of_miles(35)
    # k = 1.4510756 - 0.23797948 × 1.0772 - 0.01410023 × 3.5 = 1.1454
    assert vickers_two(five, half, week).parts() == (3, 39, 0)
    assert vickers_one(half, week).seconds == pytest.approx(
        vickers_two(five, half, week).seconds, rel=0.02
    )


def test_the_marathon_depends_on_the_weekly_running_and_not_tenfold():
    fitness = fit(result(HALF, "1:45:00"))
    little, much = (
        predict(fitness, MARATHON, week=Distance.of_miles(miles)).time for miles in (20, 50)
    )
    assert 10 <= (little.seconds - much.seconds) / 60 <= 20


def test_a_marathon_from_a_half_is_slower_than_daniels_and_riegel_say():
    half = result(HALF, "1:45:00")
    likely = predict(fit(half), MARATHON, week=Distance.of_km(40))
    assert likely.method is Method.VICKERS_ONE
    assert likely.time > race_time(vdot(HALF, half.time), MARATHON)
    assert likely.time > riegel(half, MARATHON)


def test_up_to_the_half_one_result_predicts_by_vdot():
    ten = predict(fit(result(FIVE, "22:00")), TEN)
    assert ten.method is Method.VDOT
    daniels = race_time(vdot(FIVE, parse_duration("22:00")), TEN)
    assert ten.time.seconds == pytest.approx(daniels.seconds, abs=0.1)


def test_two_results_of_one_form_give_the_athletes_own_exponent():
    five, half = result(FIVE, "22:00", 30), result(HALF, "1:46:00", 5)
    assert personal_exponent([five, half]) == pytest.approx(1.092, abs=0.001)
    likely = predict(fit(five, half), TEN, results=[five, half])
    assert likely.method is Method.PERSONAL
    assert five.time < likely.time < half.time


def test_two_results_predict_the_marathon_by_the_two_race_model():
    five, half = result(FIVE, "21:00", 20), result(HALF, "1:39:00", 5)
    week = Distance.of_miles(35)
    likely = predict(fit(five, half), MARATHON, results=[five, half], week=week)
    assert likely.method is Method.VICKERS_TWO
    assert likely.time.minutes == pytest.approx(219, abs=6)


def test_a_marathon_tells_of_the_next_marathon_by_itself():
    likely = predict(fit(result(MARATHON, "3:40:00")), MARATHON, week=Distance.of_km(30))
    assert likely.method is Method.RESULT
    assert likely.time.minutes == pytest.approx(220, abs=0.1)


@pytest.mark.parametrize(("time", "clamped"), [("1:30:00", 1.03), ("2:20:00", 1.15)])
def test_an_odd_day_does_not_make_an_odd_exponent(time, clamped):
    assert personal_exponent([result(FIVE, "22:00"), result(HALF, time)]) == clamped


def test_results_of_like_length_or_of_other_years_tell_no_exponent():
    assert personal_exponent([result(FIVE, "22:00"), result(Distance(6000), "27:00")]) is None
    assert personal_exponent([result(FIVE, "22:00", 300), result(HALF, "1:46:00")]) is None


@given(st.floats(30, 75), st.sampled_from([FIVE, TEN, HALF]), st.floats(3000, 42_195))
def test_a_prediction_has_a_range_that_holds_it_and_grows_with_the_leap(number, raced, metres):
    fitness = fit(Result(raced, race_time(number, raced), TODAY))
    likely = predict(fitness, Distance(metres))
    assert likely.low < likely.time < likely.high
    same = predict(fitness, raced)
    assert likely.high.seconds / likely.time.seconds >= same.high.seconds / same.time.seconds - 1e-9


@given(st.floats(30, 75), st.floats(15_000, 42_000), st.floats(1, 500), st.floats(0, 120))
def test_a_longer_race_never_takes_less_time(number, metres, more, km):
    fitness = fit(Result(HALF, race_time(number, HALF), TODAY))
    week = Distance.of_km(km)
    longer = predict(fitness, Distance(metres + more), week=week)
    assert longer.time >= predict(fitness, Distance(metres), week=week).time


def test_a_prediction_follows_the_fitness_and_not_the_old_time():
    race = result(FIVE, "22:00", 60)
    lost = log(hard(16, rpe=9), hard(9, rpe=9))
    now = effective_fitness(runner(race), lost, TODAY, meant=MEANT)
    assert predict(now, FIVE).time > race.time


# -- time trials -----------------------------------------------------------------------------

STEADY = [
    Activity(ago(n), time=Duration.of_minutes(45), distance=Distance.of_km(8), rpe=3)
    for n in range(50, 0, -3)
]


def waits(athlete=None, activities=STEADY, checkins=(), **day):
    known = {"green": True, **day}
    return trial_waits(
        athlete or runner(started=ago(60)), log(*activities), checkins, TODAY, **known
    )


def test_a_rested_runner_with_six_weeks_of_running_may_try():
    assert waits() == ()


@pytest.mark.parametrize(
    ("changed", "wait"),
    [
        ({"green": False}, TrialWait.NOT_GREEN),
        ({"doctor_flag": True}, TrialWait.DOCTOR),
        ({"celsius": 24.0}, TrialWait.WARM),
        ({"checkins": [CheckIn(ago(10), ill=True)]}, TrialWait.ILLNESS),
        ({"checkins": [CheckIn(ago(3), fever_celsius=38.2)]}, TrialWait.ILLNESS),
        ({"checkins": [CheckIn(ago(3), pains=(Pain(Spot.KNEE, 2),))]}, TrialWait.PAIN),
        ({"checkins": [CheckIn(ago(3), pains=(Pain(Spot.KNEE),))]}, TrialWait.PAIN),
        (
            {"activities": [*STEADY, Activity(ago(2), pain=((Spot.CALF, 1),))]},
            TrialWait.PAIN,
        ),
        (
            {"athlete": runner(started=ago(60), injuries=(Injury(Spot.SHIN, healed=False),))},
            TrialWait.PAIN,
        ),
        ({"activities": STEADY[-9:]}, TrialWait.SIX_WEEKS),
        (
            {"activities": [a for a in STEADY if a.on > ago(13) or a.on < ago(30)]},
            TrialWait.SIX_WEEKS,
        ),
        (
            {"activities": [Activity(a.on, time=Duration.of_minutes(25)) for a in STEADY]},
            TrialWait.UNBROKEN,
        ),
        (
            {"athlete": runner(started=ago(60), races=(Race(TODAY + timedelta(days=21), TEN),))},
            TrialWait.RACE_NEAR,
        ),
        (
            {
                "athlete": runner(
                    result(Distance(3000), "12:00", 34, kind=ResultKind.TRIAL), started=ago(60)
                )
            },
            TrialWait.LAST_TRIAL,
        ),
        ({"activities": [*STEADY, hard(20, focus=Focus.TEST)]}, TrialWait.LAST_TRIAL),
    ],
)
def test_a_time_trial_waits_for_whatever_speaks_against_it(changed, wait):
    assert waits(**changed) == (wait,)


def test_what_was_told_at_the_start_counts_for_the_weeks_before_it():
    two_weeks = [a for a in STEADY if a.on > ago(15)]
    assert waits(runner(started=ago(15)), two_weeks) == ()
    novice = runner(
        started=ago(15), usual=UsualWeek(0, Distance(0), Distance(0)), can_run_20_min=False
    )
    assert TrialWait.SIX_WEEKS in waits(novice, two_weeks)


# -- goals and speed reserve -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "weeks", "reach"),
    [
        ("22:30", 2, Reach.REACHABLE),
        ("21:45", 10, Reach.REACHABLE),
        ("21:15", 10, Reach.AMBITIOUS),
        ("21:45", 1, Reach.AMBITIOUS),
        ("20:00", 10, Reach.OUT_OF_REACH),
        ("18:00", 52, Reach.OUT_OF_REACH),
    ],
)
def test_a_goal_is_held_against_today_and_the_weeks_that_are_left(target, weeks, reach):
    race = Race(TODAY + timedelta(weeks=weeks), FIVE, target=parse_duration(target))
    view = goal_view(race, TODAY, predict(fit(result(FIVE, "22:00")), FIVE))
    assert view.reach is reach
    assert view.weeks == weeks
    assert (view.missing > 0) == (race.target < parse_duration("22:00"))


def test_a_goals_reason_carries_the_numbers():
    race = Race(TODAY + timedelta(weeks=3), FIVE, target=parse_duration("20:00"))
    view = goal_view(race, TODAY, predict(fit(result(FIVE, "22:00")), FIVE))
    assert goal_reason(view) == Reason(
        Code.GOAL_OUT_OF_REACH, {"target": 1200, "today": 1320, "weeks": 3}
    )


def test_a_race_without_a_target_has_nothing_to_compare():
    race = Race(TODAY, FIVE)
    assert goal_view(race, TODAY, predict(fit(result(FIVE, "22:00")), FIVE)) is None


def mile(minutes):
    return Pace(minutes * 60 / 1.609344)


def test_speed_reserve_is_race_speed_as_a_share_of_top_speed():
    assert speed_reserve(mile(6), mile(4.5)) == pytest.approx(0.75)  # R21


def test_a_goal_near_the_top_speed_is_survival():
    assert beyond_top_speed(mile(10), mile(9))  # R11
    assert not beyond_top_speed(mile(6), mile(4.5))


def test_a_marathoner_wants_twice_the_marathon_pace_as_top_speed():
    assert not lacks_reserve(mile(9), mile(4.4))  # R22
    assert lacks_reserve(mile(9), mile(5.5))


# -- age grading -----------------------------------------------------------------------------

GRADES = load_content().age_grades


@pytest.mark.parametrize(
    ("category", "age", "distance", "time", "share"),
    [
        (Category.MEN, 25, FIVE, "12:49", 1.0),  # the open standard, 769 s
        (Category.MEN, 60, FIVE, "15:52.3", 1.0),  # 769 / 0.8075
        (Category.MEN, 65, TEN, "45:00", 1584 / 0.7761 / 2700),
        (Category.WOMEN, 19, MARATHON, "3:30:00", 7796 / 0.9391 / 12_600),
        (Category.MEN, 95, HALF, "3:00:00", 3451 / 0.3228 / 10_800),
    ],
)
def test_age_grades_follow_the_2025_tables(category, age, distance, time, share):
    grade = age_grade(GRADES, category, age, distance, parse_duration(time))
    assert grade.share == pytest.approx(share, rel=1e-4)


def test_the_age_graded_time_is_the_time_by_the_factor():
    grade = age_grade(GRADES, Category.MEN, 65, TEN, parse_duration("45:00"))
    assert grade.open_time.seconds == pytest.approx(2700 * 0.7761)


@pytest.mark.parametrize(
    ("age", "distance"), [(17, TEN), (96, TEN), (40, Distance(1500)), (40, Distance.of_km(101))]
)
def test_outside_the_tables_there_is_no_grade(age, distance):
    assert age_grade(GRADES, Category.WOMEN, age, distance, Duration(3600)) is None


@given(
    st.sampled_from(Category), st.integers(18, 95), st.floats(1610, 99_000), st.floats(0.001, 0.02)
)
def test_between_the_tables_distances_the_grade_moves_smoothly(category, age, metres, more):
    def standard(far):
        return age_grade(GRADES, category, age, Distance(far), Duration(1)).share

    near = standard(min(metres * (1 + more), 100_000))
    assert standard(metres) <= near <= standard(metres) * (1 + 3 * more)


# What was told, and the outlook on a race


def renewed(n, change=1.0, **more):
    return Renewed(ago(n), change, (ago(n),), **more)


def test_only_what_was_told_and_not_refused_counts():
    light = log(hard(24, rpe=6), hard(17, rpe=6), hard(10, rpe=5), *easy_weeks(8, 1))
    before = effective_fitness(runner(RACE), light, TODAY)
    told = effective_fitness(runner(RACE, renewed=(renewed(10),)), light, TODAY)
    refused = effective_fitness(runner(RACE, renewed=(renewed(10, refused=True),)), light, TODAY)
    assert before.renewals == ()
    assert told.vdot == before.vdot + 1
    assert refused == before


def test_evidence_is_found_once_whether_it_was_refused_or_not():
    light = log(hard(24, rpe=6), hard(17, rpe=6), hard(10, rpe=5))
    found = untold_renewal(runner(RACE), light, TODAY, MEANT)
    assert found == Renewal(ago(10), 1.0, (ago(24), ago(17), ago(10)))
    for refused in (True, False):
        athlete = runner(RACE, renewed=(renewed(10, refused=refused),))
        assert untold_renewal(athlete, light, TODAY, MEANT) is None


def test_a_new_race_leaves_older_renewals_behind():
    athlete = runner(RACE, result(FIVE, "20:30", 3), renewed=(renewed(10),))
    assert effective_fitness(athlete, log(), TODAY).renewals == ()


def test_a_refused_break_costs_nothing():
    run_before_and_after = log(*easy_weeks(30, 28), *easy_weeks(10, 9))
    athlete = runner(RACE)
    less = effective_fitness(athlete, run_before_and_after, TODAY)
    assert less.time_off
    kept = replace(athlete, breaks_refused=tuple(gap.returned for gap in less.time_off))
    assert effective_fitness(kept, run_before_and_after, TODAY).time_off == ()


WEEK = Distance.of_km(40)


def seen(race, *results, week=WEEK):
    fitness = effective_fitness(runner(*results), EMPTY, TODAY)
    return outlook(race, fitness, results=results, week=week, today=TODAY)


def test_an_outlook_has_the_likely_time_and_the_goal_beside_it():
    race = Race(TODAY + timedelta(weeks=12), HALF, target=parse_duration("1:40:00"))
    ahead = seen(race, result(TEN, "46:00", 20))
    assert ahead.worth.low < ahead.worth.time < ahead.worth.high
    assert ahead.best < ahead.worth.time
    assert ahead.goal.reach is Reach.REACHABLE
    assert seen(replace(race, target=None), result(TEN, "46:00", 20)).goal is None


def test_no_week_brings_a_race_of_today_nearer():
    ahead = seen(Race(TODAY, FIVE), result(FIVE, "22:00", 20))
    assert ahead.best.seconds == pytest.approx(ahead.worth.time.seconds, abs=0.1)


@pytest.mark.parametrize(
    ("race", "results"),
    [
        (Race(ago(-30), FIVE), ()),
        (Race(ago(-30), FIVE), (result(FIVE, "34:00", 20),)),
        (Race(ago(3), FIVE), (result(FIVE, "22:00", 20),)),
        (Race(ago(-30), Distance(100_000)), (result(FIVE, "22:00", 20),)),
        (Race(ago(-30), Distance(800)), (result(FIVE, "22:00", 20),)),
    ],
    ids=["no result", "below VDOT 30", "over", "beyond the marathon", "below 1500 m"],
)
def test_where_nothing_honest_can_be_said_there_is_no_outlook(race, results):
    assert seen(race, *results) is None


MARATHON = Distance(42_195)


def test_a_marathon_slower_than_shorter_races_promise_is_counted_in():
    race, ten = Race(ago(-150), MARATHON), result(TEN, "50:00", 20)
    slow = result(MARATHON, "4:30:00", 180)
    promised, seen_both = seen(race, ten), seen(race, ten, slow)
    assert promised.own is None
    assert seen_both.own == slow
    middle = (promised.worth.time.seconds + slow.time.seconds) / 2
    assert seen_both.worth.time.seconds == pytest.approx(middle)
    assert seen_both.worth.low == promised.worth.time
    assert seen_both.worth.high.seconds >= slow.time.seconds


@pytest.mark.parametrize(
    ("distance", "other"),
    [
        (MARATHON, result(MARATHON, "4:30:00", 400)),
        (MARATHON, result(MARATHON, "3:52:00", 180)),
        (MARATHON, result(MARATHON, "4:30:00", 180, all_out=False)),
        (MARATHON, result(MARATHON, "4:30:00", 180, representative=False)),
        (HALF, result(HALF, "2:10:00", 180)),
    ],
    ids=["over a year", "hardly slower", "not all-out", "no measure", "no long race"],
)
def test_other_slow_times_change_no_outlook(distance, other):
    race, ten = Race(ago(-150), distance), result(TEN, "50:00", 20)
    assert seen(race, ten, other).own is None
    assert seen(race, ten, other).worth == seen(race, ten).worth


def test_a_result_that_was_left_out_says_nothing_about_a_race():
    left_out = result(HALF, "2:20:00", 30, representative=False)
    race, ten = Race(ago(-60), HALF), result(TEN, "46:00", 20)
    assert seen(race, ten, left_out).worth == seen(race, ten).worth


def test_a_result_contradicts_only_what_no_runner_could_have_run_beside_it():
    slow, close = result(TEN, "60:00", 20), result(TEN, "47:00", 25)
    assert contradicted(result(FIVE, "22:00", 1), (slow, close)) == (slow,)
