"""Any core value that can be stored, made by Hypothesis from the types themselves."""

from __future__ import annotations

from hypothesis import strategies as st

from core.athlete import Ground, RaceDay
from core.plateau import Cause, Evidence, Prescription, Remedy, Sign
from core.reasons import Code, Reason
from core.units import Distance, Duration, HeartRate, Pace
from core.workout import Effort, Focus, Part, Repeat, Step, Workout

_amounts = st.floats(0, 1e6)
_finite = st.floats(allow_nan=False, allow_infinity=False)

_distances = _amounts.map(Distance)
_durations = _amounts.map(Duration)
_steps = st.one_of(
    st.builds(
        Step,
        st.sampled_from(Effort),
        distance=_distances,
        time=st.none(),
        part=st.sampled_from(Part),
    ),
    st.builds(
        Step, st.sampled_from(Effort), distance=st.none(), time=_durations, cue=st.text(max_size=9)
    ),
)
_repeats = st.builds(
    Repeat, st.integers(1, 40), st.lists(_steps, min_size=1, max_size=3).map(tuple)
)
_workouts = st.builds(
    Workout,
    st.text(max_size=9),
    st.sampled_from(Focus),
    st.lists(st.one_of(_steps, _repeats), max_size=3).map(tuple),
)
_facts = st.dictionaries(
    st.text(max_size=9), st.one_of(st.integers(), _finite, st.text(max_size=9)), max_size=3
)

_prescriptions = st.builds(
    Prescription,
    st.sampled_from(Remedy),
    st.sampled_from(Cause),
    st.dates(),
    st.dates(),
    _facts,
)

_race_days = st.builds(
    RaceDay,
    st.dates(),
    gun=st.none() | st.integers(0, 1439),
    ground=st.none() | st.sampled_from(Ground),
    celsius=st.none() | _finite,
    windy=st.booleans(),
    practised=st.none() | st.booleans(),
    skipped=st.lists(st.text(max_size=9), max_size=3).map(tuple),
    fresh=st.lists(st.tuples(st.integers(0, 40), _finite), max_size=3).map(tuple),
    journal=st.text(max_size=9),
)


def register() -> None:
    """Teach Hypothesis the values that refuse nonsense."""
    st.register_type_strategy(Distance, _distances)
    st.register_type_strategy(Duration, _durations)
    st.register_type_strategy(Pace, st.floats(1, 1e6).map(Pace))
    st.register_type_strategy(HeartRate, st.integers(20, 250).map(HeartRate))
    st.register_type_strategy(RaceDay, _race_days)
    st.register_type_strategy(Step, _steps)
    st.register_type_strategy(Reason, st.builds(Reason, st.sampled_from(Code), _facts))
    st.register_type_strategy(Workout, _workouts)
    st.register_type_strategy(Repeat, _repeats)
    st.register_type_strategy(Evidence, st.builds(Evidence, st.sampled_from(Sign), _facts))
    st.register_type_strategy(Prescription, _prescriptions)
