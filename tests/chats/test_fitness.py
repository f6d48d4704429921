"""Fitness in the chat: goals held against today, results, what training shows, trials."""

from __future__ import annotations

from bot.services.standing import fitness_of
from core.fitness import Fitness
from core.units import Duration, HeartRate
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import ANA, INES, RUI, onboard


async def fitness(chat: Chat) -> Fitness | None:
    found = await saved.dossier(chat)
    return fitness_of(found, await saved.athlete(chat))


# A goal, held against today


async def test_a_goal_in_reach_is_said_with_numbers_before_the_race_is_taken_on(rui: Chat) -> None:
    before = await saved.plan(rui)
    await rui.hears(
        "half marathon on 9 May in 1:45",
        "the half marathon would take you about",
        "on a good day",
        "I read that from your 10K by Daniels' tables",
        "Your goal of 1:45:00 (4:59/km) is in reach",
        "Your sessions use what you can run today, whatever the goal",
        "[Plan for it]",
    )
    assert await saved.plan(rui) == before


async def test_a_goal_out_of_reach_is_said_kindly_and_the_paces_stay_today_s(rui: Chat) -> None:
    before = await fitness(rui)
    await rui.hears(
        "half marathon on 9 May in 1:25",
        "is out of reach for this race",
        "is the most I'd hope for",
        "it isn't lost",
    )
    await rui.taps("Plan for it", "In the calendar", "is out of reach for this race")
    assert await fitness(rui) == before


async def test_every_race_of_the_calendar_has_its_likely_time(rui: Chat) -> None:
    await rui.hears("/race", "Your races")
    await rui.taps("10K", "the 10K would take you about", "That's your own time over the distance")


async def test_a_marathon_is_read_from_the_weeks_too(chat: Chat) -> None:
    await onboard(chat, INES.but(race='"9 May 2027 in 2:55"'))
    done = chat.message("your plan stands").text
    assert "the marathon would take you about" in done
    assert "80 km a week" in done
    assert "Your goal of 2:55:00" in done


# Results


async def test_a_race_moves_the_fitness_and_says_from_what_to_what(rui: Chat) -> None:
    before = await fitness(rui)
    await rui.hears("raced 5k in 22:50 on 22 November", "Was that a race, or all-out?")
    assert await fitness(rui) == before, "nothing counts unasked"
    await rui.taps("Yes", "Your fitness moves from VDOT 41.5", "Over 5K that's", "and 22:50 now")
    after = await fitness(rui)
    assert before
    assert after
    assert after.vdot > before.vdot


async def test_a_result_can_be_left_out_and_everything_is_as_it_was(rui: Chat) -> None:
    before, plan = await fitness(rui), await saved.plan(rui)
    await rui.hears("raced 5k in 22:50 on 22 November")
    await rui.taps("Yes", "[Don't use it]")
    after = await fitness(rui)
    await rui.taps("Don't use it", "Left out: 5K in 22:50", "[Use it after all]")
    assert await fitness(rui) == before
    assert await saved.plan(rui) == plan
    await rui.taps("Use it after all", "Your fitness moves")
    assert await fitness(rui) == after


async def test_results_that_contradict_each_other_are_asked_about(rui: Chat) -> None:
    before = await saved.athlete(rui)
    await rui.hears("raced 5k in 29:30 on 22 November")
    await rui.taps("Yes", "don't fit one runner", "10K in 48:30", "5K in 29:30", "Which one")
    assert await saved.athlete(rui) == before
    await rui.taps("The old one stays", "Then the old one stays")
    assert await saved.athlete(rui) == before


async def test_of_two_results_the_new_one_may_be_right(rui: Chat) -> None:
    await rui.hears("raced 5k in 29:30 on 22 November")
    await rui.taps("Yes")
    await rui.taps("The new one counts", "Your fitness moves from VDOT 41.5")
    stands = await fitness(rui)
    assert stands is not None
    assert stands.source.time == Duration(1770)
    assert [r.representative for r in (await saved.athlete(rui)).results] == [False, True]


async def test_a_leap_asks_about_the_course(rui: Chat) -> None:
    before = await saved.athlete(rui)
    await rui.hears("raced 5k in 20:50 on 22 November")
    await rui.taps("Yes", "that's a lot", "Was the course measured", "[By watch, or not sure]")
    assert await saved.athlete(rui) == before
    await rui.taps("Yes, measured", "Your fitness moves from VDOT 41.5")


async def test_a_result_goes_with_the_race_command_too(rui: Chat) -> None:
    await rui.hears("/race result 5k in 22:50 on 22 November", "Was that a race, or all-out?")
    await rui.hears("/race result soon", "Write distance and time")


async def test_a_button_of_a_result_that_is_pressed_twice_does_nothing_more(rui: Chat) -> None:
    asked = await rui.hears("raced 5k in 22:50 on 22 November", "[Yes")
    assert asked
    press = "fitness:take:2026-11-22:5000.0:1370:race"
    await rui.forges(press, "Your fitness moves")
    once = await saved.athlete(rui)
    await rui.forges(press, "Already noted")
    await rui.forges("fitness:drop:2026-11-22:5000.0:1371", "no longer in use")
    await rui.forges("fitness:take:2027-11-22:5000.0:1370:race", "no longer in use")
    for forged in ("nan:nan:race", "inf:9:race", "5000:-3:race", "5000:1370:magic", "x:y:race"):
        await rui.forges(f"fitness:take:2026-11-22:{forged}", "no longer in use")
    assert await saved.athlete(rui) == once


# /paces and /zones


async def test_paces_say_where_they_come_from_and_what_they_are_worth(rui: Chat) -> None:
    await rui.hears(
        "/paces",
        "Source: 10K in 48:30, Sun 11 Oct 2026",
        "It's 6 weeks old and counts in full until Sun 3 Jan 2027",
        "1500 m ",
        "half marathon 1:",
        "The marathon takes marathon weeks, too: on the 40 km a week",
        "Your 10K on Sun 14 Mar: about 48:30",
    )


async def test_an_age_grade_is_told_and_the_answer_is_not_kept(rui: Chat) -> None:
    before = await saved.account(rui)
    await rui.hears("/paces", "[Age grade]")
    await rui.taps("Age grade", "Which table shall I read?", "[Women] [Men]")
    await rui.taps("Women", "Your 10K in 48:30 at 34, by the women's table", " % of the best")
    assert await saved.account(rui) == before
    await rui.forges("paces:table:dogs", "no longer in use")


async def test_without_a_result_everything_goes_by_effort(chat: Chat) -> None:
    ana = await onboard(chat, ANA)
    await ana.hears("/paces", "everything goes by effort")


async def test_a_result_too_old_to_train_by_is_something_to_come_back_to(chat: Chat) -> None:
    await onboard(chat, RUI.but(result='"10k in 45:00, 11 October 2025"'))
    await chat.hears("/paces", "is too old to train by", "something to come back to")


async def test_a_measured_pulse_replaces_the_formula_in_the_zones(rui: Chat) -> None:
    await rui.hears("/zones", "from a formula by age, give or take 10 beats", "/zones max 188")
    await rui.hears("/zones max 188", "from the maximum that you measured")
    await rui.hears("/zones threshold 170", "from the threshold pulse that you measured")
    athlete = await saved.athlete(rui)
    assert (athlete.max_pulse, athlete.threshold_pulse) == (HeartRate(188), HeartRate(170))
    await rui.hears("/zones max 300", "outside what I can believe")
    await rui.hears("/zones 180", "which one it is")
    assert await saved.athlete(rui) == athlete
