"""What a setback does to a race ahead."""

from __future__ import annotations

import pytest

from core.athlete import Race
from core.doubt import doubts
from core.reasons import Code
from core.safety import Cleared, Gate, GateKind, Sign, clear
from core.units import Distance
from tests.core.judgement import LADDER, day

TODAY, RUNGS = day(10), len(LADDER)
FEVER = Gate(GateKind.FEVER, day(8), last=TODAY, sign=Sign.FEVER)


def judged(gate: Gate, in_days: int) -> tuple[Code, str] | None:
    race = Race(day(10 + in_days), Distance(10000))
    found = doubts([gate], [race], TODAY, RUNGS)
    return (found[0].code, str(found[0].facts.get("until", ""))) if found else None


@pytest.mark.parametrize(
    ("gate", "in_days", "expected"),
    [
        (FEVER, 0, (Code.RACE_OUT, "")),
        (FEVER, 3, (Code.RACE_OUT, "")),
        (FEVER, 4, (Code.RACE_IF_WELL, day(11).isoformat())),
        (FEVER, 10, (Code.RACE_IF_WELL, day(14).isoformat())),
        (FEVER, 29, None),
        (Gate(GateKind.EASY_DAYS, day(9), days=3), 1, (Code.RACE_OUT, "")),
        (Gate(GateKind.EASY_DAYS, day(9), days=3), 2, None),
        (Gate(GateKind.DOCTOR, day(9), sign=Sign.FAINTING), 20, (Code.RACE_WAITS, "")),
        (Gate(GateKind.PAIN, day(9)), 10, (Code.RACE_OUT, "")),
        (Gate(GateKind.LADDER, day(9), step=RUNGS), 2, None),
        (Gate(GateKind.LADDER, day(9), step=1), 10, (Code.RACE_OUT, "")),
        (Gate(GateKind.SORE, day(9), score=1), 5, None),
    ],
)
def test_a_race_is_judged_by_the_gate(gate, in_days, expected):
    assert judged(gate, in_days) == expected


@pytest.mark.parametrize("in_days", range(4, 28))
def test_the_last_day_to_be_well_is_one_whose_easy_days_end_in_time(in_days):
    """The promise is what the gate does when the athlete says the word on that day."""
    found = judged(FEVER, in_days)
    assert found is not None
    until = next(n for n in range(60) if day(n).isoformat() == found[1])
    for number, in_time in ((until, True), (until + 1, False)):
        still_ill = Gate(GateKind.FEVER, day(8), last=day(number - 1), sign=Sign.FEVER)
        (easy,) = clear(still_ill, Cleared.DAY_WITHOUT, day(number))
        over = number + easy.days
        assert (over <= 10 + in_days) is in_time


def test_the_gravest_doubt_of_several_gates_is_told():
    gates = [FEVER, Gate(GateKind.DOCTOR, day(9), sign=Sign.FAINTING)]
    (reason,) = doubts(gates, [Race(day(20), Distance(5000))], TODAY, RUNGS)
    assert reason.code is Code.RACE_WAITS
