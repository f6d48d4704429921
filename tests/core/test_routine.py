from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.athlete import Kit, Spot
from core.content import ContentError, load_content
from core.content.cues import read_cues
from core.content.routines import joined_routines, read_routines
from core.routine import (
    Amount,
    CueTopic,
    Dose,
    Measure,
    Routine,
    RoutineKind,
    choose,
    cue_of,
    dosed,
    fitted,
    for_spot,
)
from tests.core.judgement import routines

CONTENT = routines()
HOPS = {"pogo-hop", "a-skip", "b-skip", "bounding", "carioca", "squat-jump", "jump-rope"}


def done(routine: Routine) -> list[str]:
    return [item.exercise for item in routine.items()]


def chosen(kind: RoutineKind, **how) -> Routine:
    routine = choose(CONTENT, kind=kind, **how)
    assert routine is not None
    return routine


class TestBeforeTheRun:
    def test_ten_minutes_in_the_guide_s_three_blocks(self):
        routine = chosen(RoutineKind.PRE_RUN, kit=(Kit.BAND,))
        assert (routine.key, routine.minutes, len(routine.blocks)) == ("pre-run", 10, 3)
        assert {"leg-swing-front", "hip-circle", "ankle-circle", "arm-circle"} <= set(done(routine))
        assert {"bridge", "band-walk", "lunge-twist"} <= set(done(routine))
        assert {"toy-soldier", "a-skip", "bounding", "carioca", "pogo-hop", "stride"} <= set(
            done(routine)
        )

    def test_the_amounts_are_the_guide_s(self):
        amounts = {item.exercise: item.amount for item in CONTENT["pre-run"].items()}
        assert amounts["leg-swing-front"] == Amount(Measure.REPS, 20, 20, each_side=True)
        assert amounts["bridge"] == Amount(Measure.REPS, 15, 15)
        assert amounts["pogo-hop"] == Amount(Measure.REPS, 20, 20)

    def test_three_minutes_for_an_easy_day(self):
        assert chosen(RoutineKind.PRE_RUN, minutes=3).key == "pre-run-short"
        assert chosen(RoutineKind.PRE_RUN, minutes=2).key == "pre-run-short"
        assert chosen(RoutineKind.PRE_RUN, minutes=12).key == "pre-run"

    @pytest.mark.parametrize("spot", [Spot.ACHILLES, Spot.CALF])
    def test_a_sore_achilles_or_calf_gets_no_hops_skips_bounding_carioca_or_strides(self, spot):
        routine = chosen(RoutineKind.PRE_RUN, spots=(spot,))
        assert not set(done(routine)) & {*HOPS, "stride", "calf-drop"}
        assert "floor-calf-raise" in done(routine)
        assert set(routine.replaced) >= {"pogo-hop", "a-skip", "bounding", "carioca", "stride"}

    def test_who_has_no_band_opens_clamshells_and_nothing_is_called_replaced(self):
        routine = chosen(RoutineKind.PRE_RUN)
        assert "clamshell" in done(routine)
        assert "band-walk" not in done(routine)
        assert routine.replaced == ()


class TestStrength:
    def test_the_gym_day_is_the_guide_s(self):
        routine = chosen(RoutineKind.STRENGTH, kit=(Kit.GYM,))
        amounts = {i.exercise: (i.amount.sets, i.amount.least) for i in routine.items()}
        assert routine.key == "strength-gym"
        assert amounts["squat"] == amounts["romanian-deadlift"] == (3, 6)
        assert amounts["step-up"] == (3, 8)
        assert amounts["walking-lunge"] == (2, 10)
        assert amounts["slow-calf-raise"] == (3, 10)

    def test_without_a_gym_it_is_the_home_day(self):
        routine = chosen(RoutineKind.STRENGTH)
        assert routine.key == "strength-home"
        assert {"split-squat", "bridge", "step-calf-raise", "squat-jump", "bounding"} <= set(
            done(routine)
        )

    def test_newcomers_lift_light_and_near_a_race_it_is_one_set(self):
        gym = CONTENT["strength-gym"]
        light = {i.exercise: i.amount for i in dosed(gym, Dose.LIGHT).items()}
        assert light["squat"] == Amount(Measure.REPS, 8, 12, sets=2)
        assert light["carry"].measure is Measure.METRES
        assert all(i.amount.sets == 1 for i in dosed(gym, Dose.SHORT).items())
        assert dosed(CONTENT["prehab"], Dose.LIGHT) == CONTENT["prehab"]

    def test_heel_drops_end_at_floor_level_with_a_sore_calf(self):
        for key in ("strength-gym", "strength-home", "prehab"):
            routine = fitted(CONTENT[key], CONTENT, spots=(Spot.CALF,), kit=tuple(Kit))
            assert "floor-calf-raise" in done(routine)
            assert not {"slow-calf-raise", "step-calf-raise", "calf-drop"} & set(done(routine))


class TestAnySpot:
    @given(
        st.sampled_from(CONTENT.routines),
        st.sets(st.sampled_from(Spot), max_size=4),
        st.sets(st.sampled_from(Kit)),
    )
    def test_nothing_forbidden_or_without_its_kit_is_left_and_nothing_stands_twice(
        self, routine: Routine, spots: set[Spot], kit: set[Kit]
    ):
        found = fitted(routine, CONTENT, spots=spots, kit=kit)
        for key in done(found):
            exercise = CONTENT.exercises[key]
            assert not spots & set(exercise.not_with)
            assert not exercise.kit or kit & set(exercise.kit)
        assert len(done(found)) == len(set(done(found)))

    @pytest.mark.parametrize("spot", list(Spot))
    def test_one_sore_spot_never_empties_a_routine(self, spot: Spot):
        for routine in CONTENT.routines:
            found = fitted(routine, CONTENT, spots=(spot,), kit=tuple(Kit))
            assert done(found)
        warm_up = fitted(CONTENT["pre-run"], CONTENT, spots=(spot,), kit=(Kit.BAND,))
        assert len(done(warm_up)) >= 0.8 * len(done(CONTENT["pre-run"]))

    @pytest.mark.parametrize("kind", list(RoutineKind))
    def test_there_is_a_routine_of_every_kind(self, kind: RoutineKind):
        assert choose(CONTENT, kind=kind, kit=tuple(Kit)) is not None

    def test_a_kind_that_needs_kit_is_not_there_without_it(self):
        assert choose(CONTENT, kind=RoutineKind.BAND) is None


class TestTightSpots:
    def test_every_tight_spot_has_three_exercises_to_do_cold(self):
        for spot in CONTENT.tight:
            assert len(for_spot(CONTENT, spot, warm=False)) >= 2, spot
            assert len(for_spot(CONTENT, spot)) >= 3, spot

    def test_the_guide_s_fixes_stand_where_it_puts_them(self):
        assert {"lunge-twist", "runners-lunge", "leg-swing-front"} <= set(
            for_spot(CONTENT, Spot.HIP)
        )
        assert {"pigeon", "figure-four", "band-walk"} <= set(
            for_spot(CONTENT, Spot.GLUTE, kit=(Kit.BAND,))
        )
        assert {"knee-to-wall", "ankle-circle", "calf-stretch"} <= set(
            for_spot(CONTENT, Spot.ANKLE)
        )

    def test_a_sore_spot_is_spared_and_nothing_is_held_cold(self):
        assert "knee-to-wall" not in for_spot(CONTENT, Spot.ANKLE, sore=(Spot.ACHILLES,))
        assert "calf-stretch" not in for_spot(CONTENT, Spot.ANKLE, warm=False)


class TestContent:
    def test_every_requirement_of_the_group_is_met_by_a_routine_or_cue(self):
        content = load_content()
        met = {m for r in content.routines.routines for m in r.meets}
        met |= {m for cue in content.cues for m in cue.meets}
        wanted = [171, 177, *range(183, 189), *range(194, 221)]
        by_code = {189, 190, 191, 192, 193, 211, 216, 218}
        assert {f"R{n}" for n in wanted if n not in by_code} - met == set()

    def test_every_exercise_is_used_somewhere(self):
        used = {item.exercise for routine in CONTENT.routines for item in routine.items()}
        stand_ins = {e.instead for e in CONTENT.exercises.values()}
        stand_ins |= {e.without for e in CONTENT.exercises.values()}
        helping = {e.key for e in CONTENT.exercises.values() if e.helps}
        assert set(CONTENT.exercises) <= used | stand_ins | helping

    def test_cues_come_one_at_a_time_and_round_again(self):
        cues = load_content().cues
        form = [cue for cue in cues if cue.topic is CueTopic.FORM]
        assert cue_of(cues, CueTopic.FORM, 0) == form[0]
        assert cue_of(cues, CueTopic.FORM, len(form) + 1) == form[1]
        assert cue_of((), CueTopic.HILL, 3) is None


def small(**change) -> dict:
    raw = {
        "exercise": [
            {"key": "hop", "not_with": ["calf"], "instead": "walk"},
            {"key": "walk"},
        ],
        "block": [{"key": "b", "minutes": [1, 2], "items": ["hop: 2 x 10", "walk: 30 s each"]}],
        "routine": [
            {"key": "r", "kind": "pre-run", "minutes": 3, "blocks": ["b"], "meets": ["R208"]}
        ],
    }
    for noun, fields in change.items():
        raw[noun] = [{**raw[noun][0], **fields}, *raw[noun][1:]]
    return raw


class TestTheDoor:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"exercise": {"instead": "fly"}}, "entry 'hop': 'instead' names 'fly'"),
            ({"exercise": {"not_with": ["nose"]}}, "entry 'hop': 'not_with' must be one of"),
            ({"exercise": {"not_with": []}}, "entry 'hop': 'instead' stands in for"),
            ({"exercise": {"without": "walk"}}, "entry 'hop': 'without' stands in where"),
            ({"exercise": {"amount": "many"}}, "entry 'hop': 'many' must be an amount"),
            ({"exercise": {"colour": "red"}}, "entry 'hop': unknown field 'colour'"),
            ({"exercise": {"static": True}}, "entry 'r', step 1: 'hop' is a static hold"),
            ({"block": {"items": ["hop 10"]}}, "entry 'b', step 1: '' must be an amount"),
            ({"block": {"items": ["hop: 9-3"]}}, "entry 'b', step 1: an amount runs upwards"),
            ({"block": {"items": [3]}}, "entry 'b', step 1: 3 must be text"),
            ({"block": {"items": ["fly: 3"]}}, "entry 'r', step 1: 'fly' is no exercise"),
            ({"block": {"minutes": [3]}}, "entry 'b': 'minutes' must be a range"),
            ({"routine": {"blocks": ["c"]}}, "entry 'r': there is no [[block]] 'c'"),
            ({"routine": {"kind": "nap"}}, "entry 'r': 'kind' must be one of"),
        ],
    )
    def test_a_bad_line_is_named_by_file_entry_step_and_reason(self, change: dict, said: str):
        with pytest.raises(ContentError) as caught:
            joined_routines([read_routines(small(**change), "x.toml")], "x.toml")
        assert str(caught.value).startswith(f"x.toml, {said}")

    def test_a_block_that_no_routine_has_is_refused(self):
        raw = small()
        raw["block"].append({"key": "lost", "minutes": [1, 1], "items": ["walk: 1"]})
        with pytest.raises(ContentError, match="no routine has this block"):
            read_routines(raw, "x.toml")

    def test_a_stand_in_that_is_forbidden_too_is_refused(self):
        raw = small()
        raw["exercise"][1]["not_with"] = ["calf"]
        with pytest.raises(ContentError, match="cannot stand in"):
            joined_routines([read_routines(raw, "x.toml")], "x.toml")

    def test_a_tight_spot_without_help_is_refused(self):
        raw = small() | {"tight": [{"key": "calf"}]}
        with pytest.raises(ContentError, match="no exercise helps there"):
            joined_routines([read_routines(raw, "x.toml")], "x.toml")

    def test_a_cue_of_no_topic_is_refused(self):
        with pytest.raises(ContentError, match="'topic' must be one of"):
            read_cues({"cue": [{"key": "c", "topic": "hats", "meets": []}]}, "cues.toml")


def test_a_stand_in_counts_in_its_own_way():
    routine = fitted(CONTENT["strength-home"], CONTENT, spots=(Spot.KNEE,), kit=())
    amounts = {item.exercise: item.amount for item in routine.items()}
    assert amounts["wall-sit"].measure is Measure.SECONDS
    assert replace(amounts["wall-sit"], sets=1).sets == 1
