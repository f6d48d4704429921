"""Signs that outrank everything: read in every message, in every state, before all else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.plan import Plan
from core.safety import GateKind, Sign
from core.workout import Effort, Focus
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.conftest import Asked
from tests.chats.people import RUI, answer, open_question

FRIDAY, SATURDAY = "2026-11-27 06:30", "2026-11-28 06:30"
CHEST = "I have chest pain and my arm is numb"
FAINTED = "I fainted after yesterday's run"


async def gates(chat: Chat) -> set[GateKind]:
    return {row.gate.kind for row in (await saved.dossier(chat)).gates}


async def stopped(chat: Chat) -> bool:
    return await saved.session(chat) is None


SIGNS = [
    (CHEST, "Call 112", Sign.CHEST_PAIN),
    ("my urine is the colour of cola after the race", "Call 112", Sign.DARK_URINE),
    ("half my face is drooping and I can't speak well", "Call 112", Sign.STROKE),
    ("can't catch my breath even lying down", "Call 112", Sign.BREATHLESS_AT_REST),
    ("I got confused in the heat and collapsed", "into the shade", Sign.HEAT_CONFUSION),
    (FAINTED, "No running until a doctor has seen this", Sign.FAINTING),
    ("my heart was fluttering and racing for no reason", "until a doctor", Sign.PALPITATIONS),
    ("one calf is swollen, warm and sore", "see a doctor today", Sign.SWOLLEN_CALF),
    ("my shin bone hurts at night and when I hop", "until a doctor", Sign.BONE_PAIN),
    ("I don't want to live any more", "you don't have to carry it alone", Sign.SELF_HARM),
]


@pytest.mark.parametrize(("said", "piece", "sign"), SIGNS, ids=[s.value for *_, s in SIGNS])
async def test_each_sign_has_its_answer_and_stops_the_day(
    rui: Chat, said: str, piece: str, sign: Sign
) -> None:
    await rui.at(FRIDAY)
    await rui.hears(said, piece)
    assert sign in {row.gate.sign for row in (await saved.dossier(rui)).gates}
    assert await stopped(rui)
    assert not rui.can_tap("Undo")
    assert not rui.can_tap("Keep as planned")
    decided = await saved.decision(rui)
    assert decided.gated
    assert decided == await saved.decided_anew(rui)


async def test_a_stranger_is_answered_too_and_nothing_is_stored(chat: Chat) -> None:
    await chat.hears(CHEST, "Stop, and get help now", "Call 112", never="[A doctor cleared")
    assert await saved.rows(chat) == {}


async def test_in_the_middle_of_onboarding_help_comes_first_and_the_gate_stays(
    asked: Asked,
) -> None:
    chat = await asked("volume")
    await chat.hears(CHEST, "Stop, and get help now", never="I need a distance")
    assert await gates(chat) == {GateKind.EMERGENCY}
    assert open_question(chat) == "volume"
    await answer(chat, RUI)
    await chat.at(FRIDAY, "No run today")
    assert await stopped(chat)


@pytest.mark.parametrize("question", ["goal", "race", "days", "result", "birth", "health", "place"])
async def test_no_question_of_onboarding_comes_before_a_sign(asked: Asked, question: str) -> None:
    chat = await asked(question)
    await chat.hears(FAINTED, "No running until a doctor has seen this")
    assert open_question(chat) == question


async def test_with_a_check_in_open_what_was_answered_is_kept(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Good")
    await rui.hears(CHEST, "Call 112")
    assert await stopped(rui)
    assert (await saved.dossier(rui)).draft("checkin", "2026-11-27") is not None


async def test_answers_told_beside_a_sign_are_kept(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs heavy, slept 5h, and I nearly fainted in the shower", "until a doctor")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs == 2


async def test_a_caption_is_read(rui: Chat) -> None:
    await rui.at(FRIDAY)
    rui.stage.telegram.send_photo(rui.person, None, _PNG, caption=FAINTED)
    assert "until a doctor has seen this" in await rui.settles()


async def test_a_message_that_was_edited_is_read(rui: Chat) -> None:
    await rui.at(FRIDAY)
    message = rui.write("all well")
    await rui.settles()
    rui.stage.telegram.edit(message, CHEST)
    assert "Call 112" in await rui.settles()


async def test_a_reply_to_an_old_card_is_read(rui: Chat) -> None:
    await rui.at(FRIDAY)
    card = rui.message("How are the legs?")
    await rui.at(SATURDAY)
    await rui.hears(CHEST, "Call 112", never="Nothing was changed", reply_to=card)


@pytest.mark.parametrize("command", ["/log", "/race", "/today", "/cancel", "/forget", "/nonsense"])
async def test_the_argument_of_a_command_is_read(rui: Chat, command: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears(f"{command} 5k but {CHEST}", "Call 112")
    assert await gates(rui) == {GateKind.EMERGENCY}


async def test_in_a_group_there_is_the_emergency_sentence_and_nothing_else(rui: Chat) -> None:
    telegram = rui.stage.telegram
    group = telegram.group(rui.person, "Squad", supergroup=True)
    telegram.add(group, telegram.bot, by=rui.person)
    telegram.promote(group, telegram.bot, by=rui.person)
    await rui.stage.settle()
    (introduced,) = [m for m in telegram.visible_to(rui.person, group) if m.sender.is_bot]
    before = await saved.everything(rui)
    telegram.say(rui.person, group, CHEST)
    await rui.stage.settle()
    said = [m for m in telegram.visible_to(rui.person, group) if m.sender.is_bot]
    assert said[0] is introduced
    assert len(said) == 2
    assert said[1].text.startswith("That sounds as if it could be an emergency. Please call 112")
    after = await saved.everything(rui)
    assert {t: r for t, r in after.items() if t not in {"made_at", "inbox"}} == {
        t: r for t, r in before.items() if t not in {"made_at", "inbox"}
    }


TALK = [
    "I feel fine now, let me run",
    "it was nothing, keep as planned please",
    "ignore that and give me the intervals",
    "my race is on Sunday, I have to run",
    "it was a joke",
    "undo",
    "just kidding",
]


@pytest.mark.parametrize("words", TALK)
async def test_a_gate_cannot_be_talked_past(rui: Chat, words: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears(FAINTED)
    before = await saved.everything(rui)
    await rui.hears(words)
    await rui.hears("/today", "No run today")
    after = await saved.everything(rui)
    assert after["gates"] == before["gates"]
    assert await stopped(rui)


async def test_while_a_sign_stands_nothing_is_moved_and_a_joke_is_none(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("chest pain this morning, legs 5, 8h, 47", "Rest today.", never="chest isn't")
    before = await saved.plan(rui)
    await rui.hears("it was a joke", "This rule isn't one I can be talked past")
    for wish in ("/move", "/skip", "/move friday to saturday"):
        await rui.hears(wish, "nothing to move or leave out", never="Moved.")
    for wish in ("can I do my long run on sunday", "move friday to saturday"):
        await rui.hears(wish, never="Moved.")
    assert await saved.plan(rui) == before
    await rui.at("2026-11-28 06:30")
    await rui.hears("legs 5, slept 9, hr 44", never="Chest: how was it")


async def test_a_cold_that_is_still_there_is_answered_as_what_it_is(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("sore throat, runny nose", "easy running only")
    await rui.at("2026-11-28 06:30")
    await rui.hears("still ill", "easy running only", never="No running while you're ill")


async def test_no_button_of_any_release_gets_past_a_gate(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Dead")
    await rui.taps("5 h")
    await rui.taps("Skip", "[Undo]")
    change = (await saved.dossier(rui)).decision
    assert change is not None
    await rui.hears(FAINTED)
    for data in (
        f"today:undo:0:2026-11-27:{change.change_id}",
        f"today:keep:0:2026-11-27:{change.change_id}",
        "today:undo:0:2026-11-27:0",
        "today:keep:0:2026-11-27:0",
        "today:easier:0:2026-11-27",
        "checkin:usual:0:2026-11-27",
        "checkin:reopen:0:2026-11-27",
    ):
        await rui.forges(data)
        assert await stopped(rui), data


async def test_a_doctors_word_opens_the_way_back_walk_then_ladder(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(FAINTED, "[A doctor cleared me to run]")
    await rui.taps("A doctor cleared me", "A doctor has seen you about this")
    await rui.taps("Not yet", "Left as it was")
    assert await gates(rui) == {GateKind.DOCTOR}
    await rui.taps("A doctor cleared me")
    await rui.taps(
        "Yes, cleared", "Good to hear", "30-minute walk", "opens tomorrow", "30 min walk"
    )
    assert await gates(rui) == {GateKind.LADDER}
    today = await saved.session(rui)
    assert today is not None
    assert {step.effort for step in today.workout.steps()} == {Effort.WALK}
    sunday = "2026-11-29 06:30"
    await rui.at(sunday)
    first = await saved.session(rui)
    assert first is not None
    assert first.focus is Focus.WALK_RUN
    await rui.hears("/today", never="[Undo]")


async def test_the_emergency_gate_too_needs_a_doctor(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(CHEST)
    await rui.at("2026-12-01 06:30")
    assert await stopped(rui)
    await rui.taps("A doctor cleared me")
    await rui.taps("Yes, cleared", "Good to hear")
    assert await gates(rui) == {GateKind.LADDER}


async def test_a_fever_waits_for_a_day_without_it_then_for_easy_days(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I've got a fever, 38.6", "No running with a fever", never="how high is it")
    assert await stopped(rui)
    await rui.taps("Well for 24 h", "Not yet: it needs a full day first")
    assert await gates(rui) == {GateKind.FEVER}
    await rui.at("2026-11-29 06:30")
    assert await stopped(rui)
    await rui.taps("Well for 24 h", "easy days first")
    assert await gates(rui) == {GateKind.EASY_DAYS}
    long = await saved.session(rui)
    assert long is not None
    assert not long.long, "a long run is not what an easy day holds"
    await rui.at("2026-12-06 06:30")
    assert await saved.session(rui) is not None
    assert (await saved.decision(rui)).gated is False


async def test_a_fever_without_a_number_is_asked_for_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I have a fever", "No running with a fever", "how high is it")
    await rui.hears("39.8", "see a doctor")
    found = await saved.dossier(rui)
    assert [row.gate.celsius for row in found.gates] == [39.8]


async def test_over_39_and_a_half_a_doctor_should_see_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("fever of 40.1", "please see a doctor")


async def test_after_three_days_of_fever_a_doctor_is_named_on_the_card(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("fever 38.4", never="see a doctor")
    await rui.at("2026-11-30 06:30")
    await rui.hears("/today", "a doctor")


async def test_told_by_tap_a_fever_is_the_same(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Pain, ill or stressed")
    await rui.taps("Fever", "How high is the temperature")
    await rui.hears("38.9", "38.9 °C", "No run today")
    assert await gates(rui) == {GateKind.FEVER}


async def test_being_ill_closes_by_a_day_without_signs(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Pain, ill or stressed")
    await rui.taps("I'm ill", "No run today", "[Well for 24 h, without medicine]")
    await rui.at(SATURDAY)
    await rui.taps("Well for 24 h", "2 easy days first")


async def test_a_head_cold_leaves_an_easy_trial(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("just a runny nose and sneezing", never="Call 112")
    today = await saved.session(rui)
    assert today is not None
    assert await saved.minutes(rui, today.workout) <= 16


PAIN = [(1, True), (2, True), (3, True), (5, True), (6, False), (9, False)]


@pytest.mark.parametrize(("score", "runs"), PAIN)
async def test_pain_decides_by_its_number(hard_day: Chat, score: int, runs: bool) -> None:
    await hard_day.taps("Pain, ill or stressed")
    await hard_day.taps("Something hurts")
    await hard_day.taps("Knee")
    await hard_day.taps(str(score))
    today = await saved.session(hard_day)
    assert (today is not None) is runs
    if today is not None:
        assert today.hard is (score <= 2), "3 to 5: nothing hard"
    assert await saved.decision(hard_day) == await saved.decided_anew(hard_day)


async def test_pain_over_five_closes_by_walking_and_hopping_without_pain(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("knee hurts 7/10", "knee 7/10", "No run today", "physiotherapist")
    await rui.at("2026-11-29 06:30", "[30 min walk and hops: no pain]")
    await rui.taps("30 min walk and hops", "30-minute walk")
    assert await gates(rui) == {GateKind.LADDER}


async def test_limping_stops_whatever_the_number(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("knee hurts 2/10 and I'm limping", "No run today")
    assert await stopped(rui)


async def test_a_spot_without_a_number_is_asked_for_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("my knee hurts", "Noted: knee sore")
    await rui.taps("Same as usual", "Knee: how was it in the last run, 0 to 10?")


async def test_a_sore_spot_is_asked_until_seven_clear_days(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("achilles 2/10 this morning")
    asked = 0
    for day in range(28, 28 + 12):
        morning = rui.instant(FRIDAY) + timedelta(days=day - 27)
        await rui.at(morning.strftime("%Y-%m-%d %H:%M"))
        await rui.taps("Same as usual")
        if not rui.can_tap("0"):
            break
        asked += 1
        await rui.taps("0")
        if rui.can_tap("Usual"):
            await rui.taps("Usual")
    assert asked == 7


async def test_a_worse_morning_takes_a_step_back(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("achilles 2/10")
    await rui.at("2026-11-29 06:30")
    await rui.taps("Same as usual")
    await rui.taps("4", "Achilles this morning?")
    await rui.taps("Worse", "Rest today", "hadn't settled by this morning")
    assert await stopped(rui)


async def test_what_hurt_in_the_run_is_heard_in_the_evening_too(rui: Chat) -> None:
    await rui.at("2026-11-27 20:30")
    await rui.hears("7k in 42 min, achilles 7/10 at the end")
    assert GateKind.PAIN in await gates(rui)
    await rui.at("2026-11-29 06:30")
    assert await stopped(rui)


async def test_self_harm_ends_coaching_until_there_was_somebody(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I want to kill myself", "a crisis line", "116 123", never="Easy run")
    assert await gates(rui) == {GateKind.CRISIS}
    await rui.taps("I've talked to somebody", "Good to hear")
    assert await gates(rui) == set()


async def test_bleeding_while_pregnant_is_a_call_now(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I'm pregnant and bleeding", "call your midwife or doctor now")
    assert await stopped(rui)


async def test_what_leaks_or_drags_leaves_walking(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I leak when I run since the birth", "No running while something leaks")
    today = await saved.session(rui)
    assert today is not None
    assert {step.effort for step in today.workout.steps()} == {Effort.WALK}


async def test_three_months_without_a_period_is_said_once(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I haven't had my period for four months", "I'll say it once", "a doctor")
    await rui.taps("I've taken care of it", "Good to hear")
    assert await gates(rui) == set()


async def test_the_sign_of_somebody_else_is_none(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("my dad had chest pain last year", never="Call 112")
    assert await gates(rui) == set()


async def test_a_gate_closed_twice_is_closed_once(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(FAINTED)
    await rui.taps("A doctor cleared me")
    sure = rui.message("[Yes, cleared]")
    rui.press("Yes, cleared", sure)
    rui.press("Yes, cleared", sure)
    await rui.settles()
    assert await gates(rui) == {GateKind.LADDER}
    assert len((await saved.dossier(rui)).gates) == 1


def _weeks(plan: Plan) -> int:
    return len(plan.weeks)


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
