"""Evenings and /log: what was really run is saved, and the next days come from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.activity import Activity, Done, Evenness
from core.athlete import Spot
from core.safety import GateKind
from core.units import Distance, Duration
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import Life

FRIDAY_EVENING = "2026-11-27 20:30"
FRIDAY = date(2026, 11, 27)


async def logged(chat: Chat, on: date = FRIDAY) -> Activity:
    """The one run of that day."""
    runs = [a.activity for a in (await saved.dossier(chat)).activities if a.activity.on == on]
    assert len(runs) == 1, runs
    return runs[0]


async def nothing_logged(chat: Chat) -> bool:
    return not (await saved.dossier(chat)).activities


async def test_at_half_past_eight_it_asks_how_it_went(rui: Chat) -> None:
    await rui.at("2026-11-27 20:29", never="How did it go?")
    await rui.at(
        FRIDAY_EVENING, "How did it go? Planned: Easy run", "[As planned] [Something else]"
    )


async def test_after_a_rest_day_there_is_nothing_to_ask(rui: Chat) -> None:
    await rui.at("2026-11-28 06:30")
    await rui.at("2026-11-28 23:00", never="How did it go?")


async def test_as_planned_takes_the_size_from_the_session_and_asks_the_effort(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    planned = await saved.session(rui)
    assert planned is not None
    await rui.taps("As planned", "How hard was it, 1 (nothing) to 10 (everything)?", "[10]")
    await rui.taps("3", "Logged: Easy run, as planned, effort 3.", "Tomorrow: rest.")
    run = await logged(rui)
    assert (run.done, run.rpe, run.key) == (Done.AS_PLANNED, 3, planned.workout.key)
    assert run.distance == await saved.distance(rui, planned.workout)
    assert not rui.can_tap("As planned")


@pytest.mark.parametrize(
    ("words", "done", "pain"),
    [
        ("done as planned, rpe 3, knee 0/10", Done.AS_PLANNED, 0),
        ("done as planned, rpe 4, knee 4/10", Done.AS_PLANNED, 4),
        ("ran 8k in 48 min, rpe 3, knee 0/10", Done.OTHER, 0),
        ("didn't run, knee 4/10", Done.NOT_RUN, 4),
    ],
)
async def test_what_hurt_is_kept_with_the_run_whatever_it_was(
    rui: Chat, words: str, done: Done, pain: int
) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears(words)
    run = await logged(rui)
    assert (run.done, run.pain) == (done, ((Spot.KNEE, pain),))


async def test_pain_of_a_run_that_went_as_planned_stops_the_next_day(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears("done as planned, rpe 4, knee 7/10")
    kinds = {row.gate.kind for row in (await saved.dossier(rui)).gates}
    assert kinds == {GateKind.PAIN}


async def test_not_run_is_never_called_missed(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.taps("Didn't run", "Noted", never="missed")
    run = await logged(rui)
    assert (run.done, run.ran) == (Done.NOT_RUN, False)


async def test_something_else_is_told_in_words(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.taps("Something else", "What did you run?", "8k in 48:10")
    await rui.hears("8k in 48:10", "8 km in 48:10", "How hard was it")
    await rui.taps("5", "Logged: 8 km in 48:10", "effort 5")
    run = await logged(rui)
    assert (run.done, run.distance, run.time) == (Done.OTHER, Distance(8000), Duration(2890))


WORDS = [
    ("8k in 48:10", 8000, 2890),
    ("35 min", None, 2100),
    ("5 miles easy", 8047, None),
    ("ran 10 km in 52 minutes", 10_000, 3120),
    ("1h10 on the trails", None, 4200),
]


@pytest.mark.parametrize(("said", "metres", "seconds"), WORDS, ids=[w[0] for w in WORDS])
async def test_the_question_may_be_answered_in_words_at_once(
    rui: Chat, said: str, metres: int | None, seconds: int | None
) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears(said)
    run = await logged(rui)
    assert run.done is Done.OTHER
    if metres is not None:
        assert run.distance is not None
        assert run.distance.metres == pytest.approx(metres, abs=1)
    if seconds is not None:
        assert run.time == Duration(seconds)


async def test_words_answer_how_hard_it_was_too(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears("as planned", "How hard was it")
    await rui.hears("4", "effort 4")
    assert (await logged(rui)).rpe == 4


async def test_all_in_one_sentence(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears("as planned, rpe 4", "Logged: Easy run, as planned, effort 4.")
    assert (await logged(rui)).rpe == 4


async def test_a_reply_to_the_evenings_card_answers_it(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears("6k in 36 min", "6 km in 36:00", reply_to=rui.message("How did it go?"))


async def test_a_reply_to_an_evening_long_gone_logs_that_day(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    card = rui.message("How did it go?")
    await rui.at("2026-11-29 12:00")
    await rui.hears("6k in 36 min", "Fri 27 Nov", reply_to=card)
    assert (await logged(rui)).distance == Distance(6000)


async def test_on_repeat_days_one_more_tap_tells_how_even_they_were(hard_day: Chat) -> None:
    today = date.fromisoformat(hard_day.today)
    await hard_day.taps("Same as usual")
    await hard_day.at("20:30", "How did it go?")
    await hard_day.taps("As planned")
    await hard_day.taps("7", "And the reps?", "[Even]")
    await hard_day.taps("Faded", "as planned, effort 7")
    run = await logged(hard_day, today)
    assert run.evenness is Evenness.FADED
    assert run.reps_done == run.reps_planned
    assert run.hard


async def test_four_of_six_is_a_run_of_its_own(hard_day: Chat) -> None:
    today = date.fromisoformat(hard_day.today)
    await hard_day.taps("Same as usual")
    await hard_day.at("20:30")
    await hard_day.hears("did 3 of 5, legs gave up", "3 of 5 reps")
    run = await logged(hard_day, today)
    assert (run.reps_done, run.reps_planned) == (3, 5)


async def test_unanswered_it_is_asked_once_more_on_the_next_card(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.at("2026-11-28 06:30", "how did Fri 27 Nov go?", "[Fri: as planned]")
    await rui.taps("Fri: as planned", "How hard was it")
    await rui.taps("3", "Logged for Fri 27 Nov")
    assert (await logged(rui)).done is Done.AS_PLANNED
    await rui.hears("/today", "Sat 28 Nov", never="how did Fri 27 Nov go?")


async def test_and_on_no_later_card(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.at("2026-11-28 12:00")
    await rui.at("2026-11-29 06:30", "Sun 29 Nov", never="how did Fri")
    assert (await saved.dossier(rui)).log.unknown == (FRIDAY,), "neither run nor missed"


async def test_log_shows_seven_days_and_a_tap_opens_one(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.at("2026-11-29 12:00")
    await rui.hears("/log", "What did you run", "Fri 27 Nov", "[Sun 29 Nov]")
    await rui.taps("Fri 27 Nov", "how did Fri 27 Nov go?", "[As planned]")
    await rui.taps("As planned")
    await rui.taps("4", "Logged for Fri 27 Nov")
    assert (await logged(rui)).rpe == 4


async def test_log_takes_the_run_behind_the_command_and_its_day(rui: Chat) -> None:
    await rui.at("2026-11-29 12:00")
    await rui.hears("/log 35 min easy on friday", "Fri 27 Nov")
    assert (await logged(rui)).time == Duration(2100)
    await rui.hears("/log 12k in 1:15:00 yesterday", "Sat 28 Nov")
    run = await logged(rui, date(2026, 11, 28))
    assert (run.distance, run.time) == (Distance(12_000), Duration(4500))


BAD_RUNS = [
    ("/log 3k in 2:00", "Check"),
    ("/log 600 km", "600 km"),
    ("/log 5k tomorrow", "hasn't"),
    ("/log banana", "I can't read a run in that"),
    ("/log 5k on 1 october", "last seven days"),
]


@pytest.mark.parametrize(("said", "piece"), BAD_RUNS, ids=[b[0] for b in BAD_RUNS])
async def test_a_run_that_cannot_be_is_refused_with_the_reason(
    rui: Chat, said: str, piece: str
) -> None:
    await rui.at("2026-11-29 12:00")
    await rui.hears(said, piece)
    assert await nothing_logged(rui)


async def test_a_correction_replaces_what_was_logged(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.taps("As planned")
    await rui.taps("3")
    await rui.hears("/log")
    await rui.taps("Fri 27 Nov", "how did it go")
    await rui.taps("Something else", "What did you run?")
    await rui.hears("10k in 60:00", "10 km in 1:00:00")
    await rui.taps("6", "10 km")
    run = await logged(rui)
    assert (run.distance, run.rpe) == (Distance.of_km(10), 6)


async def test_a_second_tap_hears_that_it_is_noted(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    card = rui.message("How did it go?")
    rui.press("As planned", card)
    rui.press("Didn't run", card)
    await rui.settles()
    assert rui.pressed[-1].text == "Already noted."
    assert (await logged(rui)).done is Done.AS_PLANNED


async def test_a_run_harder_than_meant_makes_tomorrow_easy_and_says_so(rui: Chat) -> None:
    sunday, tuesday = "2026-11-29", "2026-12-01"
    await rui.at(f"{sunday} 12:00")
    await rui.hears("/log 10k race in 47:30, all out")
    await rui.at(f"{tuesday} 20:30")
    await rui.hears("as planned, rpe 9", "harder than it was meant", "Tomorrow: Easy run")
    await rui.at("2026-12-02 06:30")
    assert (await saved.decision(rui)).rule.endswith("-after-harder")
    assert await saved.decision(rui) == await saved.decided_anew(rui)


async def test_the_day_before_a_hard_session_a_hard_run_moves_or_drops_it(rui: Chat) -> None:
    plan = await saved.plan(rui)
    hard = next(s for s in plan.sessions if s.hard)
    eve = hard.on - timedelta(days=1)
    await Life(rui).until(eve.isoformat())
    await rui.at(f"{eve} 20:30")
    await rui.hears("10k in 45:00, rpe 9", "harder than it was meant", never=hard.workout.key)
    await rui.at(f"{hard.on} 06:30")
    today = await saved.session(rui)
    assert today is not None
    assert not today.hard


async def test_what_was_run_makes_next_mondays_plan(rui: Chat) -> None:
    week = (date(2026, 12, 7), date(2026, 12, 13))
    meant = sum(
        [(await saved.distance(rui, s.workout)).km for s in (await saved.plan(rui)).between(*week)]
    )
    while rui.today < "2026-12-07":
        await rui.at(f"{rui.today} 12:00")
        await Life(rui).morning()
        await rui.hears("/log not run today")
        tomorrow = date.fromisoformat(rui.today) + timedelta(days=1)
        await rui.at(f"{tomorrow} 00:30")
    await rui.at("2026-12-07 06:30")
    laid = await saved.plan(rui)
    assert laid.starts == week[0], "laid anew on Monday"
    now = sum([(await saved.distance(rui, s.workout)).km for s in laid.between(*week)])
    assert now < 0.8 * meant


async def test_the_longest_run_counts_as_run_and_is_praised(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears("7k in 42 min")
    await rui.taps("3")
    await rui.at("2026-11-29 20:30")
    await rui.hears("16k in 1:36:00, rpe 4", "longest in 30 days")


async def test_a_run_on_a_rest_day_is_taken_kindly(rui: Chat) -> None:
    await rui.at("2026-11-28 12:00")
    await rui.hears("ran 5k in 30 min, rpe 2", "5 km in 30:00", never="rest day")
    assert (await logged(rui, date(2026, 11, 28))).distance == Distance(5000)


async def test_what_hurt_is_kept_with_the_run(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.hears("6k in 36 min, calf 2/10")
    assert (await logged(rui)).pain == ((Spot.CALF, 2),)
    await rui.at("2026-11-29 06:30")
    await rui.taps("Same as usual", "Calf: how was it")


async def test_whoever_has_told_already_is_not_asked_in_the_evening(rui: Chat) -> None:
    await rui.at("2026-11-27 12:00")
    await rui.hears("as planned, rpe 3")
    await rui.at("2026-11-27 23:00", never="How did it go?")


async def test_an_open_question_does_not_swallow_the_next_morning(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.taps("Something else", "What did you run?")
    await rui.at("2026-11-28 06:30", "How are the legs?")
    await rui.hears("legs heavy, 7 h, 52", "legs heavy", "pulse 52")


async def test_an_open_question_does_not_swallow_a_wish(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.taps("Something else", "What did you run?")
    await rui.hears("show me my week", "Week of Mon 23 Nov")
    await rui.hears("banana", "I can't read a run in that")


async def test_cancel_closes_it(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    await rui.taps("Something else", "What did you run?")
    await rui.hears("/cancel", "Left as it was")
    assert await nothing_logged(rui)


async def test_once_the_run_is_logged_the_day_is_not_decided_again(rui: Chat) -> None:
    await rui.at("2026-11-27 06:30")
    await rui.taps("Same as usual", "[Change answers]")
    plan = await saved.plan(rui)
    await rui.hears("as planned, rpe 3")
    await rui.hears("/today", "As planned.", never="[Change answers]")
    await rui.forges("checkin:reopen:0:2026-11-27", "Already noted.")
    await rui.hears("legs dead, slept 3 hours, pulse 70", "legs dead")
    assert await saved.plan(rui) == plan, "the answers are kept and change nothing"
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs == 1
    await rui.hears("I have chest pain", "Call 112")
    assert (await saved.decision(rui)).gated, "safety is never late"


async def test_answered_after_midnight_the_evening_is_still_its_day(rui: Chat) -> None:
    await rui.at(FRIDAY_EVENING)
    card = rui.message("How did it go?")
    await rui.at("2026-11-28 00:20")
    await rui.taps("As planned", "How hard was it", on=card)
    await rui.taps("3", "Logged for Fri 27 Nov")
    assert (await logged(rui)).rpe == 3
