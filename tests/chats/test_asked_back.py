"""What could be meant in two ways is asked; what was misheard is put right; offers stay."""

from __future__ import annotations

import pytest

from core.athlete import Spot
from core.checkin import Morning
from core.safety import GateKind
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.conftest import Asked
from tests.chats.people import INES, begin, give, open_question

FRIDAY = "2026-11-27 06:30"


async def gates(chat: Chat) -> set[GateKind]:
    return {row.gate.kind for row in (await saved.dossier(chat)).gates}


async def test_a_bare_number_to_how_far_is_no_fever_until_it_is_said(asked: Asked) -> None:
    chat = await asked("volume")
    await chat.hears("38.5", "Write 38.5 km, or 38.5 fever.", never="No running")
    assert await gates(chat) == set()
    await chat.hears("38.5 km", "The longest single run")
    await chat.hears("38.9 fever", "No running with a fever.")
    assert await gates(chat) == {GateKind.FEVER}


async def test_in_the_morning_the_same_number_is_a_fever_at_once(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("38.5", "No running with a fever.")


async def test_the_evening_asks_whether_it_was_run_or_measured(rui: Chat) -> None:
    await rui.at("2026-11-27 21:00")
    await rui.taps("Something else")
    await rui.hears("38.5", "Write 38.5 km, or 38.5 fever.")
    assert await gates(rui) == set()


@pytest.mark.parametrize(
    ("question", "said", "answer"),
    [
        ("runs", "five or six times", "how far is that in a usual week"),
        ("runs", "every other day", "how far is that in a usual week"),
        ("result", "5k in 24:30 next May", "hasn't come yet"),
        ("result", "I want to run 10k in 45", "That one is still to come."),
        ("result", "31 feb 10k 45:00", "There's no 31 Feb in the calendar."),
        ("race", "the 31st of june", "There's no 31st of June in the calendar."),
    ],
)
async def test_newcomers_are_understood_or_asked(
    asked: Asked, question: str, said: str, answer: str
) -> None:
    await (await asked(question)).hears(said, answer)


async def test_a_refused_race_keeps_its_offers_whatever_is_typed(chat: Chat) -> None:
    teen = INES.but(birth='"2009"', guardian="Yes")
    await begin(chat)
    for _ in range(len(teen.answers)):
        if asks := open_question(chat):
            await give(chat, teen.answers[asks])
    chat.message("A marathon waits until you're eighteen.")
    for said in ("/today", "hello", "/week"):
        await chat.hears(said, "A marathon waits until", "[Half marathon on ")
    await chat.taps("Half marathon on ", "your plan stands")


async def test_who_only_coaches_is_told_that_there_is_no_plan_to_change(chat: Chat) -> None:
    await begin(chat)
    await chat.hears("I only coach")
    await chat.hears("Lisbon")
    await chat.hears("my knee hurts", "I plan no runs for you")
    await chat.hears("legs 3, slept 7", "I plan no runs for you", "/start")
    for said in ("10k on 9 May", "10k in 48:20, 3 May", "DNF", "my legs were dead on the reps"):
        await chat.hears(said, "I plan no runs for you")
    await chat.hears("chest pain and my arm is numb", "Call 112")
    await chat.hears("thanks", "Any time.")


async def test_a_slip_of_the_finger_stops_first_and_can_be_put_right_by_tap(hard_day: Chat) -> None:
    before = await saved.session(hard_day)
    await hard_day.hears("legs good, slept 8h, hr 50, knee 8/10", "Rest today.", "a slip?]")
    assert await gates(hard_day) == {GateKind.PAIN}
    await hard_day.taps("Knee 8 of 10", "which number did you mean")
    await hard_day.taps("1", "knee 1/10")
    assert GateKind.PAIN not in await gates(hard_day)
    await hard_day.taps("Usual")
    after = await saved.session(hard_day)
    assert after is not None
    assert before is not None
    assert after.hard == before.hard


async def test_what_is_asked_of_a_sore_place_is_answered_in_words(hard_day: Chat) -> None:
    await hard_day.taps("Pain, ill or stressed")
    await hard_day.taps("Something hurts")
    await hard_day.taps("Knee", "How much, 0 to 10")
    await hard_day.hears("3", "knee 3/10", "How are the legs?")
    await hard_day.hears("good, 8h, 50", "Knee this morning?")
    await hard_day.hears("a bit stiffer", never="How long did you sleep?")
    told = (await saved.dossier(hard_day)).checkin
    assert told is not None
    assert told.legs == 4
    assert [(p.spot, p.score, p.morning) for p in told.pains] == [(Spot.KNEE, 3, Morning.STIFFER)]
    await hard_day.at("2026-12-10 06:30")
    await hard_day.taps("Same as usual", "Knee: how was it in the last run, 0 to 10?")
    await hard_day.hears("nothing", "knee 0/10", "Knee this morning?")
    await hard_day.hears("same as usual", "Noted", never="Knee this morning?")


async def test_dead_and_springy_at_once_is_asked_back(hard_day: Chat) -> None:
    await hard_day.hears("my legs are dead and springy", "Legs: dead, heavy, OK, good or springy?")
    await hard_day.hears("dead", "legs dead")


async def test_an_illness_tapped_by_mistake_stops_first_and_is_put_right(hard_day: Chat) -> None:
    before = await saved.session(hard_day)
    await hard_day.taps("Pain, ill or stressed")
    await hard_day.taps("I'm ill", "[I'm ill: a slip?]")
    assert await gates(hard_day) == {GateKind.ILL}
    assert await saved.session(hard_day) is None
    await hard_day.taps("I'm ill: a slip?", "a slip of the finger?", "[A slip: I'm well]")
    await hard_day.taps("‹ Back", "[I'm ill: a slip?]")
    assert await gates(hard_day) == {GateKind.ILL}, "looking changes nothing"
    await hard_day.taps("I'm ill: a slip?")
    await hard_day.taps("A slip: I'm well", "How are the legs?", never="ill,")
    assert await gates(hard_day) == set()
    assert await saved.session(hard_day) == before
    await hard_day.forges("checkin:not-ill:0:2026-12-09")
    assert await saved.session(hard_day) == before


@pytest.mark.parametrize(
    "told", ["I have a fever of 38.6", "vomiting all night", "a cold, runny nose"]
)
async def test_an_illness_told_with_care_was_no_slip(hard_day: Chat, told: str) -> None:
    await hard_day.hears(told, never="a slip?")
    stands = await gates(hard_day)
    assert stands & {GateKind.ILL, GateKind.FEVER}
    await hard_day.hears("/today", never="a slip?")
    await hard_day.forges("checkin:not-ill:0:2026-12-09")
    assert await gates(hard_day) == stands


async def test_tomorrow_the_illness_of_today_was_no_slip(hard_day: Chat) -> None:
    await hard_day.taps("Pain, ill or stressed")
    await hard_day.taps("I'm ill")
    await hard_day.at("2026-12-10 06:30")
    await hard_day.forges("checkin:not-ill:0:2026-12-10")
    await hard_day.forges("checkin:not-ill:0:2026-12-09")
    assert await gates(hard_day) == {GateKind.ILL}


async def test_pain_is_not_talked_down_and_tomorrow_it_was_no_slip(hard_day: Chat) -> None:
    await hard_day.hears("legs good, slept 8h, hr 50, knee 8/10", "a slip?]")
    card = hard_day.message("a slip?")
    await hard_day.hears("actually my knee is only 1/10", never="a slip?")
    assert await gates(hard_day) == {GateKind.PAIN}
    assert await saved.session(hard_day) is None
    await hard_day.forges("checkin:mend:0:2026-12-09:knee:1")
    assert await gates(hard_day) == {GateKind.PAIN}
    await hard_day.at("2026-12-10 06:30")
    await hard_day.forges("checkin:mend:0:2026-12-10:knee:1")
    await hard_day.forges("checkin:mend:0:2026-12-09:knee:1")
    assert await gates(hard_day) == {GateKind.PAIN}
    assert card


async def test_a_slip_that_was_none_keeps_the_gate(hard_day: Chat) -> None:
    await hard_day.hears("legs good, slept 8h, hr 50, knee 8/10")
    await hard_day.taps("Knee 8 of 10")
    await hard_day.taps("7", "Pain in the knee says stop.")
    assert await gates(hard_day) == {GateKind.PAIN}


async def test_a_limp_is_no_slip(hard_day: Chat) -> None:
    await hard_day.hears("legs good, slept 8h, hr 50, knee 8/10, I'm limping")
    await hard_day.taps("Knee 8 of 10")
    await hard_day.taps("1", "Pain in the knee says stop.")
    assert await gates(hard_day) == {GateKind.PAIN}


async def test_impossible_values_are_asked_back_and_never_change_places(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs 4 slept 45 hr 12", "Noted: legs good.", "How many hours did you sleep?")
    checkin = (await saved.dossier(rui)).draft("checkin", "2026-11-27")
    assert checkin is not None
    assert set(checkin.answers) & {"legs", "sleep", "pulse"} == {"legs"}


async def test_words_that_tell_nothing_new_leave_the_verdict_alone(hard_day: Chat) -> None:
    planned = await saved.session(hard_day)
    await hard_day.hears("legs dead, slept 5h, hr 60", "Your legs are dead")
    await hard_day.hears("keep it as planned", "Back to the plan")
    await hard_day.hears("slept like a baby", "How many hours did you sleep?")
    assert await saved.session(hard_day) == planned, "as the athlete wished"


async def test_same_as_usual_in_words_is_the_button_of_that_name(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("same as usual", "legs, sleep and pulse as usual", "As planned.")


async def test_being_tired_is_asked_for_its_reason(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual")
    await rui.hears("I'm so tired today", "Tired how? Heavy legs, a short night")
    await rui.hears("heavy legs", "A little less today.")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("how did you decide that?", "This week."),
        ("stop asking for the pulse", "Pulse question: off"),
        ("12 hour clock please", "Clock: 12 hours"),
        ("fewer messages please", "[How many messages]"),
        ("I'm no longer sick", "Nothing stands in the way"),
        ("my knee doesn't hurt any more", "Nothing stands in the way"),
        ("I've seen the doctor, all clear", "Nothing stands in the way"),
        ("5k in 24:30 next May", "Which day exactly?"),
        ("dizzy during intervals", "walking"),
        ("wheezy on every run", "walking"),
    ],
)
async def test_words_are_taken_for_what_they_mean(rui: Chat, said: str, answer: str) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual")
    await rui.hears(said, answer)


async def test_a_run_told_while_the_morning_is_open_is_a_run(rui: Chat) -> None:
    await rui.at("2026-11-27 21:00")
    await rui.hears("done as planned, rpe 3", "Logged: Easy run")
