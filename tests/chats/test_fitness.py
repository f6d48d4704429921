"""Fitness in the chat: goals held against today, results, what training shows, trials."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.services.standing import fitness_of
from core.fitness import Fitness
from core.units import Duration, HeartRate
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import ANA, INES, RUI, Life, onboard
from tests.chats.stage import Scenes, Stage


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


async def test_a_top_speed_tells_how_much_of_it_the_races_take(rui: Chat) -> None:
    before = await fitness(rui)
    await rui.hears("my best 200m is 40 s", "Noted as your top speed: 200 m in 40 s")
    assert await fitness(rui) == before, "a sprint moves no paces"
    await rui.hears("/paces", "Top speed: 200 m in 40 s. 5K pace is 7", "marathon pace 6")
    await rui.hears("10k on 9 May in 38:30", "so near your top speed that no endurance")
    await rui.hears("my best 200m is 40 s", "Already noted")


# What training and breaks show


async def two_light_sessions(stage: Stage) -> None:
    """Rui finds hard days easier than they are meant to be; the evening of the third has come."""
    chat = await onboard(Chat.of(stage), RUI)
    await chat.at("2026-11-27 00:30")
    life, light = Life(chat, rpe="4"), 0
    while light < 3:
        session = await saved.session(chat)
        light += session is not None and session.hard
        await life.morning()
        await chat.at(f"{chat.today} 21:00")
        if light < 3:
            await life.evening()
            tomorrow = date.fromisoformat(chat.today) + timedelta(days=1)
            await chat.at(f"{tomorrow} 00:30")


@pytest.fixture
async def lively(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    async with scenes.after(two_light_sessions, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


async def third_light_session(chat: Chat) -> str:
    await chat.taps("As planned")
    said = await chat.taps("4")
    return said if "have become easy" in said else await chat.taps("Even")


async def test_training_that_feels_light_is_told_with_its_days_and_moves_the_paces(
    lively: Chat,
) -> None:
    before = await fitness(lively)
    told = await third_light_session(lively)
    assert "Your paces have become easy for you" in told
    assert told.count("(effort 4)") == 3
    assert "from VDOT 41.5 to 42.5" in told
    assert "[Keep my paces]" in told
    after = await fitness(lively)
    assert before
    assert after
    assert after.vdot == before.vdot + 1
    await lively.hears("/paces", "VDOT 42.5", "Training moved it by +1 on")


async def test_the_new_paces_can_be_refused_and_taken_after_all(lively: Chat) -> None:
    before = await fitness(lively)
    await third_light_session(lively)
    after = await fitness(lively)
    await lively.taps("Keep my paces", "stay as they were, at VDOT 41.5", "[Take the new paces]")
    assert await fitness(lively) == before
    await lively.taps("Take the new paces", "from VDOT 41.5 to 42.5", "[Keep my paces]")
    assert await fitness(lively) == after


async def test_what_was_refused_is_not_told_again(lively: Chat) -> None:
    await third_light_session(lively)
    await lively.taps("Keep my paces")
    on = (await saved.athlete(lively)).renewed[0].on
    await lively.hears("/log ran 8k in 48:00 rpe 4", never="have become easy")
    assert [r.on for r in (await saved.athlete(lively)).renewed] == [on]


async def test_old_and_forged_buttons_of_a_renewal_change_nothing(lively: Chat) -> None:
    await third_light_session(lively)
    before = await saved.athlete(lively)
    on = before.renewed[0].on
    await lively.forges(f"renewal:take:training:{on}", "Already noted")
    await lively.forges("renewal:keep:training:2026-01-01", "no longer in use")
    await lively.forges(f"renewal:keep:break:{on}", "no longer in use")
    await lively.forges(f"renewal:keep:magic:{on}", "no longer in use")
    await lively.forges("renewal:drop:training:x", "no longer in use")
    assert await saved.athlete(lively) == before


async def test_a_break_costs_fitness_that_is_told_and_can_be_refused(rui: Chat) -> None:
    await rui.at("2026-11-27 21:00")
    await rui.taps("As planned")
    await rui.taps("3")
    before = await fitness(rui)
    for day in range(28, 31):
        await rui.at(f"2026-11-{day} 21:00")
        await rui.hears("/log not run today")
    for day in range(1, 8):
        await rui.at(f"2026-12-{day:02} 21:00")
        await rui.hears("/log not run today")
    await rui.at("2026-12-08 21:00")
    await rui.hears(
        "/log 8k in 48:00 rpe 3", "10 days off cost a little fitness", "[Keep my paces]"
    )
    less = await fitness(rui)
    assert before
    assert less
    assert less.vdot < before.vdot
    await rui.taps("Keep my paces", "stay as they were, at VDOT 41.5")
    whole = await fitness(rui)
    assert whole
    assert whole.vdot == before.vdot
    await rui.taps("Take the new paces", "10 days off")
    assert await fitness(rui) == less


# What if?


async def everything_kept(chat: Chat) -> tuple[object, object]:
    return await saved.athlete(chat), await saved.plan(chat)


async def test_other_days_are_seen_before_anything_changes(rui: Chat) -> None:
    before = await everything_kept(rui)
    await rui.hears("/plan", "[This week] [What if?]")
    await rui.taps("What if?", "nothing changes until you say so", "[Other days]")
    await rui.taps("Other days", "[✓ Tue]", "[✓ Sun]", "[Show me]")
    await rui.taps("✓ Wed", "[Wed]")
    await rui.taps("✓ Fri", "[Fri]")
    seen = await rui.taps("Show me", "Running on Tue, Thu and Sun, the long run on Sun", "(now ")
    assert "Weeks to come:" in seen
    assert "Hard days:" in seen
    assert await everything_kept(rui) == before


async def test_the_other_days_are_taken_by_a_button_once(rui: Chat) -> None:
    await rui.hears("/plan")
    await rui.taps("What if?")
    await rui.forges("whatif:see:136", "[Train on these days]")
    await rui.taps("Train on these days", "From tomorrow the plan runs on Tue, Thu and Sun")
    assert (await saved.athlete(rui)).days == (1, 3, 6)
    assert {s.on.weekday() for s in (await saved.plan(rui)).sessions if not s.race} <= {1, 3, 6}
    after = await everything_kept(rui)
    await rui.forges("whatif:take:136", "Already noted")
    assert await everything_kept(rui) == after


async def test_the_season_on_other_days_comes_as_a_picture_too(rui: Chat) -> None:
    await rui.hears("/plan")
    await rui.taps("What if?")
    await rui.forges("whatif:see:136", "[Picture]")
    await rui.taps("Picture")
    assert rui.said[-1].content.get("photo")


async def test_a_week_away_is_seen_and_taken_as_days_away_that_can_be_undone(rui: Chat) -> None:
    before = await everything_kept(rui)
    await rui.hears("/plan")
    await rui.taps("What if?")
    await rui.taps("A week away", "Which week would you be away?", "[Week of Mon 30 Nov]")
    await rui.taps("Week of Mon 30 Nov", "No running from Mon 30 Nov to Sun 6 Dec", "Runs:")
    assert await everything_kept(rui) == before
    await rui.taps("No running", "Away from Mon 30 Nov to Sun 6 Dec", "[Undo]")
    assert await everything_kept(rui) != before
    await rui.taps("Undo")
    assert await everything_kept(rui) == before


async def test_one_more_race_is_told_in_words_and_shown_first(rui: Chat) -> None:
    before = await everything_kept(rui)
    await rui.hears("/plan")
    await rui.taps("What if?")
    await rui.taps("One more race", "I show what it would make of the plan")
    await rui.hears(
        "half marathon on 9 May in 1:45", "The way there would be", "Biggest week:", "[Plan for it]"
    )
    assert await everything_kept(rui) == before


async def test_forged_days_change_nothing(rui: Chat) -> None:
    await rui.hears("/plan")
    before = await everything_kept(rui)
    for forged in ("see:7", "see:1", "take:abc", "take:", "days:99", "week:x", "magic", "picture"):
        await rui.forges(f"whatif:{forged}", "no longer in use")
    assert await everything_kept(rui) == before
    await rui.taps("What if?")
    await rui.taps("Other days")
    await rui.forges("whatif:leave", "Everything stays as it is")


# The time trial


async def runs_by_effort(stage: Stage) -> None:
    """A regular runner without a result, six weeks in with those told, a quick run near."""
    chat = await onboard(Chat.of(stage), RUI.but(result="No result"))
    await chat.at("2026-11-27 00:30")
    life = Life(chat)
    sessions = (await saved.plan(chat)).sessions
    quick = next(s.on for s in sessions if s.hard)
    six_weeks = date(2026, 12, 4)
    first = next(s.on for s in sessions if s.on >= max(six_weeks, quick - timedelta(days=7)))
    await life.until(first.isoformat())
    await life.morning()
    await chat.at(f"{chat.today} 21:00")


@pytest.fixture
async def by_effort(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    async with scenes.after(runs_by_effort, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


async def tell_of_the_run(chat: Chat) -> str:
    await chat.taps("As planned")
    return await chat.taps("3")


async def test_who_has_no_result_and_is_ready_is_offered_a_trial_once(by_effort: Chat) -> None:
    before = await everything_kept(by_effort)
    assert "a time trial would be worth it" in await tell_of_the_run(by_effort)
    assert by_effort.can_tap("Put it on Wed")
    await by_effort.taps("Not now", "Everything goes by effort")
    assert (await everything_kept(by_effort))[1] == before[1]
    await by_effort.hears("/log ran 5k in 31:00 rpe 3", never="time trial")


async def test_the_trial_takes_the_place_of_the_quick_session_and_can_be_undone(
    by_effort: Chat,
) -> None:
    before = await saved.plan(by_effort)
    await tell_of_the_run(by_effort)
    await by_effort.taps("Put it on", "Time trial on Wed", "the third with all you have", "[Undo]")
    after = await saved.plan(by_effort)
    changed = [s for s in after.sessions if s not in before.sessions]
    assert [s.workout.key for s in changed] == ["trial-3k"]
    await by_effort.forges(f"trial:take:{changed[0].on}", "Already noted")
    await by_effort.taps("Undo")
    assert await saved.plan(by_effort) == before


async def test_a_trial_that_is_told_brings_the_paces(by_effort: Chat) -> None:
    await by_effort.hears("/paces", "everything goes by effort", "3k time trial in 14:10")
    await by_effort.hears("3k time trial in 14:10", "Was that a race, or all-out?")
    await by_effort.taps("Yes", "Noted as a result: 3 km in 14:10")
    await by_effort.hears("/paces", "Source: 3 km in 14:10", never="everything goes by effort")


async def test_a_trial_s_button_of_another_day_finds_no_place(by_effort: Chat) -> None:
    before = await everything_kept(by_effort)
    await by_effort.forges("trial:take:2026-11-30", "no place for a time trial")
    await by_effort.forges("trial:take:soon", "no longer in use")
    assert await everything_kept(by_effort) == before


async def test_who_has_a_result_is_offered_none(rui: Chat) -> None:
    await rui.hears("/paces", never="time trial")


# Run already, or a goal


@pytest.mark.parametrize(
    "said",
    ["10k in 48:20, 3 May", "10k 48:20 3 May", "3 May: 10k in 48:20", "10k in 48:20 on 3 May 2026"],
)
async def test_a_time_to_the_second_on_a_day_that_is_over_was_run(rui: Chat, said: str) -> None:
    await rui.at("2026-11-28 09:00", "How are the legs?")
    await rui.hears(said, "10K in 48:20, Sun 3 May 2026. Was that a race, or all-out?")


@pytest.mark.parametrize(
    "said",
    [
        "10k on 3 May",
        "10k 3 May",
        "10k in 48 min on 3 May",
        "sub 48:20 10k on 3 May",
        "10k on 3 May in 48:20",
    ],
)
async def test_a_day_without_a_time_or_with_a_round_one_is_a_race_to_come(
    rui: Chat, said: str
) -> None:
    await rui.at("2026-11-28 09:00", "How are the legs?")
    await rui.hears(said, "10K, Mon 3 May 2027 (A)", "[Plan for it]")
