"""The race plan, the evening before, the race morning, the result and what follows from it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.storage import athletes, forecasts
from bot.storage.forecasts import Forecast
from core.activity import Activity, Done
from core.athlete import Ground, Result, Town
from core.units import Duration
from core.workout import Focus
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import RUI, Life, onboard
from tests.chats.racing import EVE, SUNDAY, beginner_tapers, known_day, rui_tapers, ruis_eve
from tests.chats.stage import Scenes

ON = date(2026, 12, 6)
MORNING = f"{SUNDAY} 06:30"
EVENING = f"{SUNDAY} 20:30"


@pytest.fixture
async def soon(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """Rui, ten days before his 10K."""
    async with scenes.after(rui_tapers, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


@pytest.fixture
async def eve(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """Rui in the first minutes of the day before it."""
    async with scenes.after(ruis_eve, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


@pytest.fixture
async def beginner(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    """A beginner without a result, ten days before her 5K."""
    async with scenes.after(beginner_tapers, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


async def raced(chat: Chat) -> Activity:
    """The one run of the race day."""
    runs = [a.activity for a in (await saved.dossier(chat)).activities if a.activity.on == ON]
    assert len(runs) == 1, runs
    return runs[0]


async def result(chat: Chat) -> Result:
    """The race's result."""
    (found,) = [r for r in (await saved.athlete(chat)).results if r.on == ON]
    return found


# The plan


async def test_the_race_opens_its_plan_with_splits_for_the_lock_screen(soon: Chat) -> None:
    await soon.hears("/race", "Your races")
    await soon.taps("10K, 6 Dec", "The season leads here", "[Race plan]")
    await soon.taps(
        "Race plan",
        "Race plan: 10K, Sun 6 Dec 2026",
        "Target 48:30 (4:51/km). Careful 49:15, brave 47:45.",
        "breakfast you know 2–3 h before",
        "no fuel on the way",
        "Take with you: number",
        "When is the start? The hour first.",
        "Your splits for the 10K, for the lock screen.",
    )


@pytest.mark.parametrize("said", ["/race plan", "race plan", "show me my race plan", "my splits?"])
async def test_the_next_race_s_plan_can_be_asked_for(soon: Chat, said: str) -> None:
    await soon.hears(said, "Race plan: 10K, Sun 6 Dec 2026", "for the lock screen")


async def test_what_is_told_by_taps_is_kept_and_not_asked_again(soon: Chat) -> None:
    await known_day(soon)
    day = (await saved.athlete(soon)).race_days[0]
    assert (day.on, day.gun, day.ground) == (ON, 570, Ground.FLAT)
    await soon.hears("/race")
    await soon.taps("10K, 6 Dec")
    await soon.taps(
        "Race plan", "start 9:30", "breakfast you know 6:30–7:30", "9:20 line up", never="How does"
    )


async def test_dont_know_is_not_asked_again_and_can_be_told_later(soon: Chat) -> None:
    await soon.hears("/race")
    await soon.taps("10K, 6 Dec")
    await soon.taps("Race plan", "When is the start?")
    await soon.taps("Don't know", "How does the course go?")
    await soon.taps("Don't know", "line up 10 min before", never="What will the air")
    await soon.taps("Start time", "When is the start?")
    await soon.taps("7:00", "And the minutes?")
    await soon.taps("7:15", "start 7:15", "7:05 line up")


async def test_hills_heat_and_wind_slow_the_times_and_heat_takes_the_brave_one(soon: Chat) -> None:
    await known_day(soon)
    await soon.taps("Course", "How does the course go?")
    await soon.taps("Hilly", "for the hills", "Uphill the same breathing")
    await soon.taps("Weather", "What will the air be like?")
    await soon.taps("Windy, too", "[Not windy]")
    await soon.taps(
        "26–29 °C", "No brave split over 25 °C", "for the heat, the wind and the hills", "a cap"
    )
    await soon.taps("Weather")
    await soon.taps("33 °C and over", "too hot to race")


async def test_every_split_is_a_tap_away(soon: Chat) -> None:
    await known_day(soon)
    await soon.taps(
        "Every split", "careful / target / brave", "5 km: 24:38 / 24:15 / 23:52", "finish: 49:15"
    )


async def test_a_goal_is_shown_and_stands_among_the_splits(soon: Chat) -> None:
    await soon.hears("/race 10k on 6 December 2026 in 48:00", "goal 48:00")
    await soon.taps("Plan for it", "goal 48:00")
    await soon.taps("10K, 6 Dec", "goal 48:00")
    await soon.taps("Race plan", "Your goal of 48:00 is the brave one")


async def test_a_b_race_is_run_controlled_and_a_c_race_as_a_session(rui: Chat) -> None:
    await rui.hears("/race B race 10k on 13 December 2026")
    await rui.taps("Plan for it")
    await rui.taps("10K, 13 Dec", "Three easy days before it")
    await rui.taps("Race plan", "Run it controlled, with something left", never="brave")
    await rui.taps("C: training")
    await rui.taps("10K, 13 Dec", "it takes the week's hard day")
    await rui.taps("Race plan", "A hard session with a number on: no quicker than")


async def test_without_a_result_it_goes_by_effort_in_words(beginner: Chat) -> None:
    await beginner.hears("/race")
    await beginner.taps("5K, 6 Dec")
    await beginner.taps(
        "Race plan",
        "I have no result to take a pace from",
        "Run and walk from the first minute",
        never="Target",
    )


async def test_hills_speak_of_splits_only_where_there_are_any(beginner: Chat) -> None:
    await beginner.hears("/race")
    await beginner.taps("5K, 6 Dec")
    await beginner.taps("Race plan")
    await beginner.taps("Course")
    await beginner.taps("Hilly", "Uphill the same breathing", never="splits are")


async def test_miles_and_twelve_hours(soon: Chat) -> None:
    await soon.hears("use miles", "miles")
    await known_day_12(soon)
    await soon.taps("Every split", "1 mi:", "6 mi:", "finish:")


async def known_day_12(chat: Chat) -> None:
    await chat.hears("/race")
    await chat.taps("10K, 6 Dec")
    await chat.taps("Race plan", "/mi")


# The evening before


async def test_the_plan_comes_by_itself_the_evening_before(eve: Chat) -> None:
    await eve.at(f"{EVE} 20:29", never="Tomorrow you race")
    await eve.at(
        f"{EVE} 20:30",
        "Tomorrow you race.",
        "Race plan: 10K",
        "When is the start?",
        "Your splits for the 10K, for the lock screen.",
    )
    await eve.taps("9:00", "And the minutes?")
    await eve.taps("9:45", "start 9:45", "How does the course go?")
    await eve.taps("Rolling", "What will the air be like?")
    await eve.taps("11–17 °C", "for the hills")
    await eve.at(f"{EVE} 23:30", never="Tomorrow you race")


async def test_the_race_hour_s_forecast_is_looked_up_where_a_town_is_known(eve: Chat) -> None:
    await known_day(eve)
    assert eve.stage.coach is not None
    async with eve.stage.coach.database.write() as unit:
        account = await athletes.find(unit, eve.person.id)
        assert account is not None
        assert account.profile is not None
        lives = replace(account.profile, town=Town("Lisbon", 38.7, -9.1))
        await athletes.save(unit, replace(account, profile=lives))
        hours = {f"{SUNDAY}T10:00": 27.0}
        fetched = eve.instant(f"{EVE} 18:00")
        await forecasts.keep(unit, Forecast(38.7, -9.1, date(2026, 12, 5), fetched, hours))
    await eve.at(f"{EVE} 20:30", "for the heat", "No brave split over 25 °C")


async def test_an_old_button_of_a_race_that_is_over_says_so(eve: Chat) -> None:
    await known_day(eve)
    await eve.at("2026-12-07 12:00")
    await eve.taps("Every split", "That race is over.")
    await eve.taps("Course", "That race is over.")


async def test_as_planned_without_a_time_can_be_told_its_time_later(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("as planned, rpe 9")
    await eve.hears("47:20", "10K in 47:20")
    assert (await raced(eve)).time == Duration(2840)


async def test_as_planned_is_asked_for_its_time_once(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("as planned", "How did the 10K go? Write your time", never="How hard was it")
    assert not [a for a in (await saved.dossier(eve)).activities if a.activity.on == ON]
    await eve.hears("as planned", "Logged: Race: 10K, as planned")


async def test_a_next_race_told_after_the_race_is_no_line(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20", "tell me the next race")
    await eve.hears("10k on 9 May 2027", "[Plan for it]", never="Kept.")
    await eve.hears("went out too fast over the first half", "Kept.")


async def test_new_splits_come_as_a_new_picture(soon: Chat) -> None:
    await known_day(soon)
    await soon.taps("Course", never="for the lock screen.")
    await soon.taps("Hilly", "Your splits for the 10K, for the lock screen.")
    await soon.taps("Start time")
    await soon.taps("10:00")
    await soon.taps("10:15", "start 10:15", never="Your splits for")


async def test_who_begins_on_the_eve_gets_the_evening_before(chat: Chat) -> None:
    await onboard(chat, RUI.but(race='"27 November 2026"'))
    await chat.at(f"{chat.today} 20:31", "Tomorrow you race.", "Race plan: 10K")


async def test_who_wants_it_quiet_gets_the_evening_before_all_the_same(eve: Chat) -> None:
    await eve.hears("/settings")
    await eve.taps("How many messages")
    await eve.taps("Few")
    await eve.at(f"{EVE} 20:30", "Tomorrow you race.")


async def test_a_race_that_was_taken_out_has_no_evening_before(eve: Chat) -> None:
    await eve.at(f"{EVE} 12:00")
    await eve.hears("/race")
    await eve.taps("10K, 6 Dec")
    await eve.taps("Take it out", "Out of the calendar")
    await eve.at(f"{EVE} 23:00", never="Tomorrow you race")


async def test_with_a_fever_nobody_is_sent_racing(eve: Chat) -> None:
    await eve.at(f"{EVE} 12:00")
    await eve.hears("I have a fever of 39", "fever")
    await eve.at(f"{EVE} 21:00", never="Target")
    await eve.at(MORNING, never="start 9:30")
    await eve.hears("/race")
    await eve.taps("10K, 6 Dec")
    await eve.taps("Race plan", "not to be raced as things stand", never="Target")


# The morning


async def test_the_race_morning_is_one_card_without_questions(eve: Chat) -> None:
    await known_day(eve)
    await eve.at(f"{EVE} 22:00")
    answer = await eve.at(
        f"{SUNDAY} 09:00",
        "10K, start 9:30",
        "Careful 49:15 (4:56/km) · target 48:30 (4:51/km) · brave 47:45",
        "On the clock: 2 km 9:42 · 5 km 24:15 · 7 km 33:57.",
        "Warm-up: 8:46 routine · 8:56 jog 15 min · 9:13 4 strides · 9:20 line up",
        "One thing: race the last third, not the first.",
        "[Race plan] [Warm-up routine]",
        "[Pain, ill or stressed…]",
        never="How are the legs?",
    )
    assert answer.count("10K, start 9:30") == 1
    await eve.taps("Warm-up routine", "Leg swings")
    await eve.hears("/today", "10K, start 9:30", never="How are the legs?")


async def test_who_wants_to_be_asked_on_the_morning_is_asked(eve: Chat) -> None:
    await eve.at(MORNING, "One thing:")
    await eve.hears("/checkin", "How are the legs?")
    await eve.taps("Same as usual", "One thing: race the last third")


async def test_back_from_the_health_menu_is_the_race_card(eve: Chat) -> None:
    await eve.at(MORNING)
    await eve.taps("Pain, ill", "I'm ill")
    await eve.taps("‹ Back", "One thing: race the last third", never="How are the legs?")


async def test_who_is_ill_on_the_morning_says_so_by_a_tap(eve: Chat) -> None:
    await eve.at(MORNING, "[Pain, ill or stressed…]")
    await eve.taps("Pain, ill", "I'm ill")
    await eve.taps("I'm ill", never="On the clock")
    await eve.hears("/today", never="On the clock")


async def test_a_red_flag_on_the_morning_is_answered_before_all_else(eve: Chat) -> None:
    await eve.at(MORNING)
    await eve.hears("chest pain", "112")
    await eve.hears("/race")
    await eve.taps("10K, 6 Dec")
    await eve.taps("Race plan", "not to be raced as things stand")


async def test_the_beginner_s_morning_has_words_and_no_numbers(beginner: Chat) -> None:
    await Life(beginner).until(SUNDAY)
    await beginner.at(
        f"{SUNDAY} 07:00", "take the first walk break", "Warm-up:", never="On the clock"
    )


# Afterwards


async def test_an_hour_s_run_told_in_words_is_no_night(eve: Chat) -> None:
    await eve.at(f"{EVE} 12:00")
    await eve.hears("10 km in 1:02, rpe 3", "10 km in 1:02:00", never="sleep")


async def test_in_the_evening_a_time_alone_is_the_result(eve: Chat) -> None:
    await eve.at(EVENING, "How did the 10K go? Write your time", "[Didn't finish] [Didn't start]")
    await eve.hears(
        "47:20",
        "Logged: 10 km in 47:20",
        "10K in 47:20 (4:44/km).",
        "Expected was about 48:30: better than the range.",
        "Your fitness moves from VDOT 41.5 to 42.7",
        "Now easy until Wed 9 Dec",
        "The recovery phase goes on to Sun 13 Dec",
        "One line for the next time",
        never="longest in 30 days",
    )
    run, told = await raced(eve), await result(eve)
    assert (run.focus, run.hard, run.time) == (Focus.RACE, True, Duration(2840))
    assert (told.time, told.representative, told.all_out) == (Duration(2840), True, True)
    await eve.hears("/race", "No race in the calendar")


async def test_sunday_s_review_follows_the_result(eve: Chat) -> None:
    await eve.at(EVENING, never="Next week")
    await eve.hears("47:20", "10K in 47:20", "You ran your race over 10 km", "Next week")


SAID = [
    "47:20",
    "I ran 47:20",
    "10k race in 47:20",
    "/race result 10k in 47:20",
    "finished in 47:20",
]


@pytest.mark.parametrize("said", SAID)
async def test_it_may_be_told_in_many_words_before_the_evening_asks(eve: Chat, said: str) -> None:
    await eve.at(f"{SUNDAY} 13:00")
    await eve.hears(said, "10K in 47:20", "Now easy until")
    assert (await raced(eve)).time == Duration(2840)
    await eve.at(f"{SUNDAY} 22:00", never="How did the 10K go?")


async def test_the_time_can_be_tapped_together(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.taps("Tap the time", "Your time: 48:30?")
    await eve.taps("−1 min", "Your time: 47:30?")
    await eve.taps("+10 s", "Your time: 47:40?")
    await eve.taps("That's it", "10K in 47:40")
    assert (await result(eve)).time == Duration(2860)


async def test_a_time_told_again_puts_it_right(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20", "10K in 47:20")
    await eve.hears("10k race in 47:02", "10K in 47:02")
    assert (await result(eve)).time == Duration(2822)
    assert (await raced(eve)).time == Duration(2822)


async def test_a_run_of_the_same_length_in_the_week_after_is_a_run(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20", "10K in 47:20")
    await eve.at("2026-12-10 18:00")
    await eve.hears("10k in 58:00", "10 km in 58:00", never="10K in 58:00")
    assert (await result(eve)).time == Duration(2840)
    await eve.hears("my race on Sunday, 10k in 47:02", "10K in 47:02")
    assert (await result(eve)).time == Duration(2822)


async def test_the_same_answer_twice_is_noted_once(soon: Chat) -> None:
    await known_day(soon)
    plan = soon.message_with("Every split")
    await soon.taps("Course", on=plan)
    soon.press("Hilly")
    soon.press("Hilly")
    await soon.settles()
    assert soon.toast in {"", "Already noted."}
    assert (await saved.athlete(soon)).race_days[0].ground is Ground.HILLY


async def test_not_representative_moves_no_paces_and_can_be_undone(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("51:30", "slower than the range", "Your fitness moves")
    await eve.taps("Not representative", "Left out as not representative", "[Use it after all]")
    assert not (await result(eve)).representative
    await eve.hears("/paces", "48:30", never="51:30")
    await eve.taps("Use it after all", "Your fitness moves")
    assert (await result(eve)).representative


async def test_held_back_never_lowers(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("51:30", "Your fitness moves")
    await eve.taps("I held back", "it can lift your paces and not lower them", "stay where they")
    assert not (await result(eve)).all_out
    await eve.taps("It was all I had", "Your fitness moves")


async def test_a_hot_day_explains_a_slow_race(eve: Chat) -> None:
    await known_day(eve)
    await eve.taps("Weather")
    await eve.taps("26–29 °C")
    await eve.at(EVENING)
    await eve.hears("52:40", "It came with heat", "you can leave it out below")


async def test_a_leap_is_left_out_until_the_course_is_vouched_for(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("43:30", "That's a leap", "[Measured: it counts]")
    assert not (await result(eve)).representative
    await eve.taps("Measured", "Your fitness moves")
    assert (await result(eve)).representative


async def test_dnf_is_a_hard_day_and_says_nothing_about_fitness(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.taps("Didn't finish", "10K: not finished", "Stopping in time is a decision")
    run = await raced(eve)
    assert (run.focus, run.hard, run.distance) == (Focus.RACE, True, None)
    assert not [r for r in (await saved.athlete(eve)).results if r.on == ON]
    await eve.hears("/today", never="How did the 10K go")


async def test_a_race_broken_off_is_no_race_that_was_run(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("DNF", "Went well", never="You ran your race")


async def test_a_pain_is_heard_before_the_dnf_and_is_no_line(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("dropped out, my calf hurts, pain 6", "calf")
    assert (await saved.dossier(eve)).gates
    await eve.hears("DNF", "10K: not finished")
    await eve.hears("my knee hurts 5 since the last km", "knee", never="Kept.")
    assert not (await saved.athlete(eve)).race_days[0].journal


async def test_dns_in_words(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("DNS", "10K: not started", never="One line")
    assert (await raced(eve)).done is Done.NOT_RUN
    assert not (await saved.athlete(eve)).races
    await eve.at("2026-12-07 06:30", never="Recovery")


async def test_a_warm_up_that_is_logged_does_not_stand_for_the_race(eve: Chat) -> None:
    await eve.at(f"{SUNDAY} 09:10")
    await eve.hears("ran 2 km in 12 min", "2 km in 12:00")
    await eve.taps("2")
    await eve.at(EVENING, "How did the 10K go?")
    await eve.hears("47:20", "10K in 47:20")
    runs = [a.activity for a in (await saved.dossier(eve)).activities if a.activity.on == ON]
    assert sorted(run.time for run in runs if run.time) == [Duration(720), Duration(2840)]


async def test_unanswered_it_is_asked_once_more_the_next_morning(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.at("2026-12-07 06:30", "How did the 10K on Sun 6 Dec go?", "[Sun: didn't finish]")
    await eve.hears("47:20", "10K in 47:20")
    assert (await raced(eve)).time == Duration(2840)


async def test_a_reply_to_the_evening_card_is_the_result(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20", "10K in 47:20", reply_to=eve.message("How did the 10K go?"))


async def test_the_age_grade_is_told_and_nothing_of_it_kept(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20")
    await eve.taps("Age grade", "Which table shall I read?")
    await eve.taps("Women", "by the women's table", "% of the best for that age")


async def test_the_line_is_kept_and_shown_before_the_next_race(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20", "One line for the next time")
    await eve.hears("Started <too> easy, the last 3 km were strong", "Kept.")
    line = "Started <too> easy, the last 3 km were strong"
    assert (await saved.athlete(eve)).race_days[0].journal == line
    await eve.hears("/race 10k on 14 March 2027")
    await eve.taps("Plan for it")
    await eve.hears("/taper", "After your last race (Sun 6 Dec 2026) you wrote:", line)
    await eve.hears("/race")
    await eve.taps("10K, 14 Mar")
    await eve.taps("Race plan", line)


async def test_the_line_can_be_waved_away_and_written_later(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20")
    await eve.taps("No line", never="One line for the next time")
    await eve.taps("Write a line", "what worked, what would you change?")
    await eve.hears("Patience was the right plan", "Kept.")


async def test_a_wish_is_no_line(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20")
    await eve.hears("show me my week", "Week of")
    assert not (await saved.athlete(eve)).race_days[0].journal


async def test_two_taps_in_a_second_end_a_race_once(eve: Chat) -> None:
    await eve.at(EVENING)
    eve.press("Didn't finish")
    eve.press("Didn't finish")
    await eve.settles()
    assert not (await raced(eve)).distance
    assert len([m for m in eve.said if "10K: not finished" in m.text]) <= 2


FORGED = [
    "raceday:plan:2027-01-01",
    "raceday:gun:2026-12-06:9999",
    "raceday:ground:2026-12-06:moon",
    "raceday:air:2026-12-06:99:0",
    "raceday:skip:2026-12-06:all",
    "raceday:ask:2026-12-06:all",
    "raceday:time:2026-12-06:0",
    "raceday:time:2026-12-06:2800",
    "raceday:ended:2026-12-06:won",
    "raceday:grade:2026-12-06:horses",
    "raceday:use:2026-12-06",
    "raceday:line:2026-12-06",
    "raceday:dance:2026-12-06",
    "raceday:plan",
    "raceday:gun:2026-10-11:570",
]


@pytest.mark.parametrize("data", FORGED)
async def test_forged_buttons_change_nothing(soon: Chat, data: str) -> None:
    before = await saved.athlete(soon)
    await soon.forges(data)
    assert await saved.athlete(soon) == before
    assert not (await saved.dossier(soon)).activities


async def test_a_race_told_before_it_is_run_is_none(soon: Chat) -> None:
    await soon.hears("47:20", never="10K in 47:20")
    await soon.hears("DNF", never="not finished")
    assert not [r for r in (await saved.athlete(soon)).results if r.on == ON]


async def test_a_race_day_is_exported_and_forgotten_with_the_athlete(eve: Chat) -> None:
    await eve.at(EVENING)
    await eve.hears("47:20")
    await eve.hears("A line that belongs to me only")
    told = await saved.everything(eve)
    assert "A line that belongs to me only" in str(told)


async def test_a_hot_morning_told_in_words_takes_the_paces_off_the_race_card(eve: Chat) -> None:
    await eve.at(MORNING, "target 48:30")
    await eve.hears(
        "30 degrees today",
        "From 30 °C no pace is worth anything. Run by effort",
        "[Race plan]",
        never="/km",
    )
    await eve.hears("33 degrees by now", "too hot to race")
