"""What a doctor should know, told later than onboarding: it rules the day at once."""

from __future__ import annotations

import pytest

from core.athlete import Condition
from core.workout import Effort
from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY = "2026-11-27 06:30"

TOLD = [
    ("I'm pregnant", "Pregnant", Condition.PREGNANT),
    ("I've started taking beta blockers", "Medicine", Condition.PULSE_MEDICINE),
    ("the doctor says I have asthma", "Lung trouble", Condition.LUNG),
    ("I have diabetes", "Diabetes", Condition.DIABETES),
]


@pytest.mark.parametrize(("said", "label", "condition"), TOLD, ids=[t[0] for t in TOLD])
async def test_told_in_words_it_is_asked_and_noted_by_a_tap(
    rui: Chat, said: str, label: str, condition: Condition
) -> None:
    await rui.at(FRIDAY)
    await rui.hears(said, "Shall I note that?", f"[{label}")
    assert (await saved.athlete(rui)).conditions == ()
    await rui.taps(label, "Noted.", f"[✓ {label}")
    assert (await saved.athlete(rui)).conditions == (condition,)
    assert await saved.decision(rui) == await saved.decided_anew(rui)


async def test_pregnant_takes_hard_runs_races_and_paces_away(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I'm pregnant")
    await rui.taps("Pregnant", "Noted.")
    later = [s for s in (await saved.plan(rui)).sessions if str(s.on) > "2026-11-27"]
    assert later
    assert not any(s.hard or s.race for s in later)
    await rui.hears("/today", never="/km")
    await rui.hears("/paces", never="/km")


async def test_known_trouble_makes_today_a_walk_until_a_doctor_has_cleared_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/settings")
    await rui.taps("Health", "What a doctor should know", "[Heart trouble]")
    await rui.taps("Heart trouble", "[✓ Heart trouble]", "walking until a doctor")
    today = await saved.session(rui)
    assert today is not None
    assert {step.effort for step in today.workout.steps()} == {Effort.WALK}
    await rui.hears("/today", "[A doctor cleared me to run]")
    await rui.taps("A doctor cleared me")
    await rui.taps("Yes, cleared", "Good to hear")
    assert (await saved.athlete(rui)).cleared == (Condition.HEART,)


async def test_a_tick_too_many_is_taken_back(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = (await saved.athlete(rui), await saved.session(rui))
    await rui.hears("/settings")
    await rui.taps("Health")
    await rui.taps("Kidney trouble", "[✓ Kidney trouble]")
    await rui.taps("✓ Kidney trouble", "Taken out.", "[Kidney trouble]")
    assert (await saved.athlete(rui), await saved.session(rui)) == before


async def test_after_a_birth_running_waits_from_the_day_it_was_told(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I gave birth last week")
    await rui.taps("Gave birth", "twelve weeks")
    assert str((await saved.athlete(rui)).birth_of_child) == "2026-11-27"


OTHERS = [
    "my wife is pregnant",
    "I'm not pregnant",
    "do I have diabetes?",
    "5k in 30 min, had a baby shower before",
]


@pytest.mark.parametrize("said", OTHERS)
async def test_what_is_not_told_of_oneself_is_not_asked(rui: Chat, said: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears(said, never="Shall I note that?")


async def test_left_alone_nothing_is_noted(rui: Chat) -> None:
    await rui.hears("I have asthma", "[No, leave it]")
    await rui.taps("No, leave it", "Left as it was")
    assert (await saved.athlete(rui)).conditions == ()
