from __future__ import annotations

import math
import random  # noqa: TID251 - seeded, for made-up mornings in a test
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.activity import Activity, Log
from core.checkin import CheckIn, Told
from core.readiness import (
    Colour,
    Readiness,
    assess,
    baseline,
    cycle_day_on,
    pulse_folded,
    sleep_usual_short,
)
from core.readiness.baseline import Field
from core.readiness.score import hrv_trend, score
from core.reasons import Code
from core.units import Duration, HeartRate
from tests.core.judgement import day, morning, usual_mornings

TODAY = day(60)
PAST = usual_mornings(TODAY, 40)


def read(checkin: CheckIn | None, history: list[CheckIn] | None = None, log: Log | None = None):
    past = PAST if history is None else history
    return assess(checkin, past, log or Log(), today=TODAY)


def codes(readiness: Readiness) -> list[Code]:
    return [reason.code for reason in readiness.reasons]


class TestColours:
    @pytest.mark.parametrize(
        ("answers", "colour"),
        [
            ({}, Colour.GREEN),
            ({"legs": 3}, Colour.GREEN),
            ({"legs": 5}, Colour.GREEN),
            ({"legs": 2}, Colour.AMBER),
            ({"legs": 1}, Colour.RED),
            # one mild sign stays green, two are amber
            ({"sleep": 5.9}, Colour.GREEN),
            ({"pulse": 54}, Colour.GREEN),
            ({"stress": True}, Colour.GREEN),
            ({"dread": True}, Colour.GREEN),
            ({"sleep": 5.9, "stress": True}, Colour.AMBER),
            ({"pulse": 54, "dread": True}, Colour.AMBER),
            ({"sleep": 5.9, "pulse": 54, "stress": True, "dread": True}, Colour.AMBER),
            # under five hours is amber alone
            ({"sleep": 4.9}, Colour.AMBER),
            ({"sleep": 4.9, "stress": True}, Colour.AMBER),
            # a red pulse is amber alone, red with any sign
            ({"pulse": 57}, Colour.AMBER),
            ({"pulse": 57, "sleep": 5.9}, Colour.RED),
            ({"pulse": 57, "stress": True}, Colour.RED),
            # heavy plus any sign is red
            ({"legs": 2, "sleep": 5.9}, Colour.RED),
            ({"legs": 2, "pulse": 54}, Colour.RED),
            ({"legs": 2, "dread": True}, Colour.RED),
            ({"legs": 2, "sleep": 4.5}, Colour.RED),
            ({"legs": 2, "pulse": 57}, Colour.RED),
            ({"legs": 1, "sleep": 9.0}, Colour.RED),
        ],
    )
    def test_the_table(self, answers: dict[str, object], colour: Colour):
        assert read(morning(TODAY, **answers)).colour is colour

    @pytest.mark.parametrize(
        ("above", "code"),
        [(2, None), (3, Code.PULSE_RAISED), (4, Code.PULSE_RAISED), (5, Code.PULSE_HIGH)],
    )
    def test_the_pulse_lines_with_a_narrow_spread(self, above: int, code: Code | None):
        steady = [replace(c, pulse=HeartRate(48)) for c in PAST]
        found = codes(read(morning(TODAY, pulse=48 + above), steady))
        assert (code in found) if code else Code.PULSE_RAISED not in found

    @pytest.mark.parametrize(
        ("above", "code"),
        [(4, None), (5, Code.PULSE_HIGH), (6, Code.PULSE_HIGH), (7, Code.PULSE_HIGH)],
    )
    def test_the_pulse_lines_with_a_wide_spread_go_by_ten_per_cent_or_seven(self, above, code):
        wide = [replace(c, pulse=HeartRate(45 + 4 * (n % 3 - 1))) for n, c in enumerate(PAST)]
        found = codes(read(morning(TODAY, pulse=45 + above), wide))
        assert (code in found) if code else not {Code.PULSE_HIGH, Code.PULSE_RAISED} & set(found)

    def test_a_third_amber_in_a_row_is_red(self):
        two = [morning(day(58), legs=2), morning(day(59), legs=2)]
        past = [c for c in PAST if c.on < day(58)]
        assert read(morning(TODAY, legs=2), past + two).colour is Colour.RED
        assert Code.THIRD_AMBER in codes(read(morning(TODAY, legs=2), past + two))
        assert read(morning(TODAY, legs=2), past + two[1:]).colour is Colour.AMBER

    def test_a_day_between_breaks_the_row(self):
        gap = [morning(day(57), legs=2), morning(day(59), legs=2)]
        past = [c for c in PAST if c.on < day(57)]
        assert read(morning(TODAY, legs=2), past + gap).colour is Colour.AMBER

    def test_unanswered_and_all_skipped_are_unknown(self):
        skipped = CheckIn(TODAY, Told.SKIPPED, Told.SKIPPED, Told.SKIPPED)
        for checkin in (None, CheckIn(TODAY), skipped):
            readiness = read(checkin)
            assert readiness.colour is Colour.UNKNOWN
            assert codes(readiness) == [Code.NOT_ANSWERED]

    def test_the_same_as_usual_is_green(self):
        usual = CheckIn(TODAY, Told.USUAL, Told.USUAL, Told.USUAL)
        assert read(usual).colour is Colour.GREEN
        assert codes(read(usual)) == [Code.ALL_WELL]

    def test_reasons_stand_in_order_of_weight(self):
        found = codes(read(morning(TODAY, legs=2, sleep=5.9, pulse=57, stress=True)))
        assert found[:4] == [Code.LEGS_HEAVY, Code.PULSE_HIGH, Code.SHORT_NIGHT, Code.STRESS]

    def test_facts_say_the_night_and_the_usual(self):
        reason = read(morning(TODAY, sleep=5.5)).reasons[0]
        assert (reason.facts["hours"], reason.facts["usual"]) == (5.5, 7.5)


class TestBaselines:
    def test_fourteen_answers_are_needed(self):
        assert baseline(usual_mornings(TODAY, 13), Field.PULSE, TODAY) is None
        assert baseline(usual_mornings(TODAY, 14), Field.PULSE, TODAY) is not None

    def test_usual_and_skipped_enter_none(self):
        past = usual_mornings(TODAY, 14)
        past[3] = replace(past[3], sleep=Told.USUAL, pulse=Told.SKIPPED)
        assert baseline(past, Field.SLEEP, TODAY) is None
        assert baseline(past, Field.PULSE, TODAY) is None

    @pytest.mark.parametrize("field", ["ill", "travelling"])
    def test_ill_and_travel_days_are_left_out(self, field: str):
        past = usual_mornings(TODAY, 14)
        past[3] = replace(past[3], **{field: True})
        assert baseline(past, Field.PULSE, TODAY) is None

    def test_only_the_last_28_answers_count(self):
        old = [morning(TODAY - timedelta(days=back), pulse=80) for back in range(49, 28, -1)]
        found = baseline(old + usual_mornings(TODAY, 28), Field.PULSE, TODAY)
        assert found is not None
        assert (found.median, found.days) == (50, 28)

    def test_answers_older_than_sixty_days_do_not_count(self):
        old = usual_mornings(TODAY - timedelta(days=50), 20)
        assert baseline(old, Field.PULSE, TODAY) is None

    def test_the_spread_has_a_floor_of_one_and_a_half_beats(self):
        steady = [morning(TODAY - timedelta(days=back), pulse=50) for back in range(19, 0, -1)]
        found = baseline(steady, Field.PULSE, TODAY)
        assert found is not None
        assert found.spread == 1.5

    def test_the_spread_is_the_scaled_median_deviation(self):
        pulses = [50, 50, 50, 50, 50, 52, 52, 54, 54, 46, 46, 48, 48, 56, 44]
        past = [morning(TODAY - timedelta(days=n + 1), pulse=p) for n, p in enumerate(pulses)][::-1]
        found = baseline(past, Field.PULSE, TODAY)
        assert found is not None
        assert found.spread == pytest.approx(1.4826 * 2)

    @given(st.lists(st.integers(35, 90), min_size=20, max_size=40), st.integers(15, 19))
    def test_the_future_changes_nothing(self, pulses: list[int], number: int):
        past = [morning(day(n), pulse=p) for n, p in enumerate(pulses)]
        known = [c for c in past if c.on < day(number)]
        assert baseline(past, Field.PULSE, day(number)) == baseline(known, Field.PULSE, day(number))

    def test_a_new_dose_begins_a_new_baseline(self):
        since = TODAY - timedelta(days=5)
        lower = morning(TODAY, pulse=60)
        fresh = assess(lower, PAST, Log(), today=TODAY, since=since)
        assert fresh.colour is Colour.GREEN
        assert read(lower).colour is Colour.AMBER


class TestLearning:
    def test_until_a_baseline_stands_only_subjective_answers_and_five_hours_count(self):
        few = usual_mornings(TODAY, 5)
        assert read(morning(TODAY, sleep=5.2, pulse=80), few).colour is Colour.GREEN
        assert read(morning(TODAY, sleep=4.5), few).colour is Colour.AMBER
        assert read(morning(TODAY, legs=1), few).colour is Colour.RED

    def test_it_says_how_many_answers_are_still_needed(self):
        readiness = read(morning(TODAY), usual_mornings(TODAY, 5))
        assert readiness.learning
        assert readiness.reasons[-1].facts == {"answered": 5, "needed": 14}
        assert not read(morning(TODAY)).learning


class TestSleep:
    def short_sleeper(self, hours: float) -> list[CheckIn]:
        return [replace(c, sleep=Duration.of_hours(hours)) for c in PAST]

    @pytest.mark.parametrize("hours", [4.8, 5.5, 6.0, 6.4])
    def test_who_always_sleeps_little_is_not_amber_every_day(self, hours: float):
        readiness = read(morning(TODAY, sleep=hours), self.short_sleeper(hours))
        assert readiness.colour is Colour.GREEN
        assert codes(readiness) == [Code.ALL_WELL]
        assert sleep_usual_short(self.short_sleeper(hours), TODAY) == pytest.approx(hours)

    def test_the_usual_night_of_most_is_not_called_short(self):
        assert sleep_usual_short(PAST, TODAY) is None

    def test_a_week_of_nights_an_hour_short_is_a_debt(self):
        week = [morning(TODAY - timedelta(days=back), sleep=6.6) for back in range(1, 7)]
        past = [c for c in PAST if c.on < TODAY - timedelta(days=6)] + week
        readiness = read(morning(TODAY, sleep=6.6), past)
        assert Code.SLEEP_DEBT in codes(readiness)
        assert readiness.colour is Colour.GREEN

    def test_a_long_sleeper_owes_only_up_to_eight_hours(self):
        nine = [replace(c, sleep=Duration.of_hours(9)) for c in PAST]
        week = [morning(TODAY - timedelta(days=back), sleep=7.9) for back in range(1, 7)]
        past = [c for c in nine if c.on < TODAY - timedelta(days=6)] + week
        assert Code.SLEEP_DEBT not in codes(read(morning(TODAY, sleep=7.9), past))


class TestCycle:
    @pytest.mark.parametrize(("back", "told", "today"), [(0, 9, 9), (5, 9, 14), (26, 9, 35)])
    def test_the_cycle_counts_on_from_the_day_that_was_told(self, back: int, told: int, today: int):
        history = [
            morning(TODAY - timedelta(days=back + 3), cycle_day=1),
            morning(TODAY - timedelta(days=back), cycle_day=told),
        ]
        assert cycle_day_on(history, TODAY) == today

    @pytest.mark.parametrize("history", [[], [morning(TODAY - timedelta(days=27), cycle_day=9)]])
    def test_a_cycle_nobody_told_of_for_long_has_no_day(self, history: list[CheckIn]):
        assert cycle_day_on(history, TODAY) is None

    def test_pulse_is_judged_within_its_half(self):
        past = [
            replace(
                c,
                cycle_day=n % 28 + 1,
                pulse=HeartRate(50 if n % 28 < 14 else 53),
            )
            for n, c in enumerate(usual_mornings(TODAY, 59))
        ]
        luteal = morning(TODAY, pulse=54, cycle_day=20)
        follicular = morning(TODAY, pulse=54, cycle_day=5)
        assert read(luteal, past).reasons[0].code is Code.ALL_WELL
        assert Code.PULSE_RAISED in codes(read(follicular, past))


class TestScore:
    def value(self, **answers: object) -> float:
        found = score(morning(TODAY, **answers), PAST, Log()).value
        assert found is not None
        return found

    def test_a_usual_morning_scores_seventy(self):
        assert self.value() == pytest.approx(70, abs=1)

    def test_legs_count_most_and_every_part_the_right_way(self):
        usual = self.value()
        assert self.value(legs=2) < self.value(pulse=56) < usual < self.value(sleep=9.0)
        assert self.value(legs=3) < self.value(sleep=6.5) < usual
        assert self.value(stress=True) < usual

    @pytest.mark.parametrize(
        ("answers", "covered"),
        [
            ({"legs": 4, "sleep": None, "pulse": None}, True),
            ({"legs": None, "sleep": 7.0, "pulse": 50}, False),
            ({"legs": None, "sleep": None, "pulse": 50}, False),
            ({"legs": 4, "sleep": None, "pulse": 50}, True),
        ],
    )
    def test_below_half_of_the_parts_there_is_no_number(self, answers: dict, covered: bool):
        found = score(morning(TODAY, **answers), PAST, Log())
        assert (found.value is not None) is covered
        assert (found.coverage >= 0.5) is covered

    def test_missing_parts_are_weighed_anew_not_taken_as_normal(self):
        alone = self.value(legs=2, sleep=None, pulse=None)
        assert alone < self.value(legs=2)

    def test_a_folded_pulse_is_not_missed(self):
        skipping = [replace(c, pulse=Told.SKIPPED) for c in PAST]
        assert pulse_folded(skipping, TODAY)
        assert score(morning(TODAY, pulse=None), skipping, Log()).coverage == 1.0
        assert not pulse_folded([*skipping[:-1], PAST[-1]], TODAY)

    def test_it_finds_low_days_as_well_as_it_did_on_people(self):
        """Made-up people whose answers follow a hidden state as loosely as PMData's do."""
        chance = random.Random(7)
        found = [self._area(chance) for _ in range(12)]
        assert 0.68 <= sum(found) / len(found) <= 0.90

    def _area(self, chance: random.Random) -> float:
        days, hidden = [], []
        for number in range(140):
            state = chance.gauss(0, 1)
            hidden.append(state)
            days.append(
                morning(
                    day(number),
                    legs=min(5, max(1, round(3.6 + 0.45 * state + chance.gauss(0, 0.6)))),
                    sleep=7.4 + 0.15 * state + chance.gauss(0, 0.9),
                    pulse=round(52 - 0.2 * state + chance.gauss(0, 2)),
                )
            )
        scored = [
            (value, state < -1)
            for number, state in enumerate(hidden)
            if number >= 28
            and (value := score(days[number], days[:number], Log()).value) is not None
        ]
        low = [value for value, is_low in scored if is_low]
        rest = [value for value, is_low in scored if not is_low]
        wins = sum((r > v) + 0.5 * (r == v) for v in low for r in rest)
        return wins / (len(low) * len(rest))


class TestHrv:
    def days(self, week: list[float], span: list[float]) -> list[CheckIn]:
        values = span + week
        return [
            morning(TODAY - timedelta(days=len(values) - 1 - n), hrv_ms=math.exp(ln))
            for n, ln in enumerate(values)
        ]

    def test_one_low_day_decides_nothing(self):
        days = self.days([4.0] * 6 + [3.6], [3.9, 4.1] * 20)
        assert hrv_trend(days, TODAY) == pytest.approx(0, abs=0.5)
        assert Code.HRV_LOW not in codes(read(days[-1], days[:-1]))

    def test_a_low_week_is_a_reason_and_lowers_the_score_but_makes_no_colour(self):
        days = self.days([3.7] * 7, [3.9, 4.1] * 20)
        readiness = read(days[-1], days[:-1])
        assert Code.HRV_LOW in codes(readiness)
        assert readiness.colour is Colour.GREEN
        without = [replace(c, hrv_ms=None) for c in days]
        assert readiness.score < read(without[-1], without[:-1]).score

    def test_a_high_week_proves_nothing(self):
        days = self.days([4.4] * 7, [3.9, 4.1] * 20)
        assert read(days[-1], days[:-1]).score <= 71

    def test_fewer_than_three_days_in_the_week_give_no_verdict(self):
        days = [
            replace(c, hrv_ms=None) if n < 5 else c
            for n, c in enumerate(reversed(self.days([4.0] * 7, [4.0] * 40)))
        ]
        assert hrv_trend(days, TODAY) is None


class TestDays:
    def test_heavy_legs_for_days_are_a_sign_of_too_little_recovery(self):
        bad = [morning(TODAY - timedelta(days=back), legs=2) for back in (2, 4)]
        past = [c for c in PAST if c.on not in {b.on for b in bad}] + bad
        assert Code.UNDER_RECOVERED in codes(read(morning(TODAY, legs=2), past))
        assert Code.UNDER_RECOVERED not in codes(read(morning(TODAY, legs=2)))

    def test_a_heavy_load_of_three_days_is_a_reason_without_a_colour(self):
        log = Log(
            tuple(
                Activity(TODAY - timedelta(days=back), time=Duration.of_minutes(45), rpe=3)
                for back in range(28, 3, -2)
            )
            + tuple(
                Activity(TODAY - timedelta(days=back), time=Duration.of_minutes(70), rpe=8)
                for back in (3, 2, 1)
            )
        )
        readiness = read(morning(TODAY), log=log)
        assert codes(readiness) == [Code.LOAD_HIGH]
        assert readiness.colour is Colour.GREEN

    def test_it_remembers_the_colours_of_fourteen_days(self):
        past = [replace(c, legs=1) if c.on == day(57) else c for c in PAST]
        recent = dict(read(morning(TODAY), past).recent)
        assert len(recent) == 14
        assert recent[day(57)] is Colour.RED
        assert recent[day(56)] is Colour.GREEN

    @pytest.mark.parametrize("reds", [1, 2, 4])
    def test_it_counts_reds_in_a_row(self, reds: int):
        past = [replace(c, legs=1) if c.on > day(60 - reds) else c for c in PAST]
        assert read(morning(TODAY, legs=1), past).row(Colour.RED) == reds
        assert read(morning(TODAY, legs=4), past).row(Colour.RED) == 0


ANSWERS = st.builds(
    morning,
    on=st.just(TODAY),
    legs=st.none() | st.integers(1, 5),
    sleep=st.none() | st.floats(0, 14),
    pulse=st.none() | st.integers(30, 110),
    stress=st.booleans(),
    dread=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(ANSWERS)
def test_any_answers_give_a_colour_and_a_score_within_bounds(checkin: CheckIn):
    readiness = read(checkin)
    assert readiness.score is None or 0 <= readiness.score <= 100
    assert 0 <= readiness.coverage <= 1
    assert readiness.reasons


@settings(max_examples=60, deadline=None)
@given(ANSWERS, st.integers(1, 5))
def test_better_legs_never_make_a_worse_colour(checkin: CheckIn, legs: int):
    order = [Colour.GREEN, Colour.AMBER, Colour.RED]
    better = read(replace(checkin, legs=max(legs, 3)))
    worse = read(replace(checkin, legs=min(legs, 3)))
    assert order.index(better.colour) <= order.index(worse.colour)
