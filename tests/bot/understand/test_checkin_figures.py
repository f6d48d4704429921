"""Check-ins in the athlete's own words: every sample as expected, and the figures per field.

`python -m pytest tests/bot/understand/test_checkin_figures.py -s` prints the table.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from bot.understand.checkin import read_checkin
from bot.understand.heard import Asked, Heard

DATA = Path(__file__).parent / "data"
ASKED = {
    None: None,
    "asked_legs": Asked.LEGS,
    "asked_sleep": Asked.SLEEP,
    "asked_hr": Asked.PULSE,
}
FIELDS = (
    "legs", "legs_1_5", "sleep_h", "resting_hr", "hrv_ms", "ill", "pain", "red_flag", "stress",
    "ambiguous", "not_checkin",
)  # fmt: skip
TWO_DECIMALS = 0.011


def samples(name: str) -> list[dict[str, Any]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


GIVEN, OWN = samples("checkins.jsonl"), samples("more_checkins.jsonl")


def heard_as(sample: dict[str, Any]) -> dict[str, Any]:
    return as_sample(read_checkin(sample["text"], asked=ASKED[sample["context"]]))


def as_sample(heard: Heard) -> dict[str, Any]:
    """What was heard in the fields of the samples."""
    return {
        "legs": heard.legs.band.value if heard.legs else None,
        "legs_1_5": heard.legs.grade if heard.legs else None,
        "sleep_h": round(heard.sleep.hours, 2) if heard.sleep is not None else None,
        "resting_hr": heard.pulse.bpm if heard.pulse else None,
        "hrv_ms": heard.hrv_ms,
        "ill": heard.ill,
        "pain": next((pain.part for pain in heard.pains if pain.score != 0), None),
        "red_flag": heard.red_flag,
        "stress": heard.stress,
        "ambiguous": bool(heard.ambiguous),
        "not_checkin": heard.not_checkin,
    }


def right(field: str, expect: dict[str, Any], got: dict[str, Any]) -> bool:
    """The samples' own scale: two decimals of sleep; any grade inside the band where none is."""
    want, have = expect.get(field, False), got[field]
    if field == "sleep_h" and want is not None and have is not None:
        return abs(want - have) <= TWO_DECIMALS
    return want == have or (field == "legs_1_5" and want is None)


@pytest.mark.parametrize("sample", GIVEN + OWN, ids=lambda sample: sample["id"])
def test_a_message_is_understood_field_by_field(sample: dict[str, Any]) -> None:
    got = heard_as(sample)
    wrong = {
        field: (sample["expect"].get(field, False), got[field])
        for field in FIELDS
        if not right(field, sample["expect"], got)
    }
    assert not wrong, sample["text"]


@pytest.mark.parametrize(("name", "messages"), [("given", GIVEN), ("own", OWN)])
def test_the_figures_per_field_reach_the_aim(name: str, messages: list[dict[str, Any]]) -> None:
    got = [heard_as(sample) for sample in messages]
    share = {
        field: sum(right(field, s["expect"], g) for s, g in zip(messages, got, strict=True))
        / len(messages)
        for field in FIELDS
    }
    whole = sum(
        all(right(field, s["expect"], g) for field in FIELDS)
        for s, g in zip(messages, got, strict=True)
    ) / len(messages)
    print(f"\n{name}: {len(messages)} messages, all fields right {whole:.1%}")
    for field, part in share.items():
        print(f"  {field:<12} {part:.1%}")
    assert whole >= 0.95
    assert share["red_flag"] == 1.0
