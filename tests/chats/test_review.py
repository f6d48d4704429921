"""The weekly review: after Sunday's answer, in three lines at first, later with a picture."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bot.delivery.review import drawn
from bot.services.review import sunday
from bot.storage import athletes
from bot.text import Texts, Tongue
from core.athlete import Race
from core.review import month_of
from core.units import Distance
from tests.chats import saved
from tests.chats.chat import Chat, labels
from tests.chats.people import ANA, RUI, Life, Newcomer, onboard
from tests.chats.stage import Scenes, Stage

FIRST_SUNDAY, THIRD_SUNDAY = "2026-11-29", "2026-12-13"


def pictures(chat: Chat) -> int:
    return sum(1 for m in chat.said if m.content.get("photo"))


def reviews(chat: Chat) -> int:
    """How often a week was looked back on."""
    return sum(1 for message in chat.said if "Next week" in labels(message))


async def rui_s_third_sunday(stage: Stage) -> None:
    """Two weeks and six days as planned, up to Sunday's question."""
    chat = await onboard(Chat.of(stage), RUI)
    await Life(chat).until(THIRD_SUNDAY)
    await chat.at(f"{THIRD_SUNDAY} 20:30", "How did it go?")


@pytest.fixture
async def third(scenes: Scenes, tmp_path: Path) -> AsyncIterator[Chat]:
    async with scenes.after(rui_s_third_sunday, tmp_path / "nextgear.db") as stage:
        yield Chat.of(stage)


# On Sunday evening


async def test_sunday_s_question_comes_first_and_the_review_after_its_answer(rui: Chat) -> None:
    await Life(rui).until(FIRST_SUNDAY)
    await rui.at(f"{FIRST_SUNDAY} 20:30", "How did it go?", never="Your first week")
    await rui.taps("As planned", "How hard was it", never="Your first week")
    said = await rui.taps("4", "Logged: Long run", "Your first week: 2 of 2 runs")
    assert "Tomorrow" not in said
    await rui.at("23:30", never="Your first week")
    assert reviews(rui) == 1


async def test_the_first_two_have_three_lines_and_no_picture(rui: Chat) -> None:
    await Life(rui).until("2026-12-06")
    first = rui.message("Your first week")
    await rui.at("2026-12-06 20:30")
    await rui.taps("As planned")
    await rui.taps("4", "Your second week: 5 of 5 runs", "Went well:", "Next week:")
    for message in (first, rui.said[-1]):
        assert len(message.text.splitlines()) == 3
    assert pictures(rui) == 0


async def test_unanswered_it_comes_an_hour_later_once_and_blames_nobody(rui: Chat) -> None:
    await Life(rui).until(FIRST_SUNDAY)
    await rui.at(f"{FIRST_SUNDAY} 21:29", "How did it go?", never="Your first week")
    await rui.at(f"{FIRST_SUNDAY} 21:30", "1 of 2 runs", "One run is still open.", never="missed")
    await rui.taps("Didn't run", "Tomorrow:", never="Your first week")
    await rui.at("23:55", never="Your first week")
    assert reviews(rui) == 1


async def test_a_run_told_before_the_evening_leaves_only_the_review(rui: Chat) -> None:
    await Life(rui).until(FIRST_SUNDAY)
    await rui.at(f"{FIRST_SUNDAY} 12:00")
    await rui.hears("as planned, rpe 4", "Logged", "Tomorrow:", never="Your first week")
    await rui.at(f"{FIRST_SUNDAY} 20:30", "Your first week", never="How did it go?")


async def test_after_a_sunday_of_rest_it_comes_at_the_evening_s_hour(stage: Stage) -> None:
    chat = await onboard(Chat.of(stage), ANA)
    await Life(chat).until(FIRST_SUNDAY)
    await chat.at(f"{FIRST_SUNDAY} 20:29")
    said = await chat.at(f"{FIRST_SUNDAY} 20:30", "Your first week: 1 of 1 run", never="How did")
    assert " km" not in said


async def test_a_week_that_nobody_told_of_is_held_against_nobody(stage: Stage) -> None:
    chat = await onboard(Chat.of(stage), ANA)
    await chat.at(f"{FIRST_SUNDAY} 20:30", "I know nothing of this week", "/log", "Next week:")


async def test_who_began_that_day_gets_none(stage: Stage) -> None:
    chat = Chat.of(stage)
    await chat.at(f"{FIRST_SUNDAY} 18:00")
    await onboard(chat, RUI)
    await chat.at(f"{FIRST_SUNDAY} 23:00", never="Your first week")


async def test_later_ones_are_one_message_with_a_picture(third: Chat) -> None:
    await third.taps("As planned")
    await third.taps(
        "4",
        "Week of Mon 7 Dec",
        "5 of 5 runs",
        "Pacing good, intervals good, form good, strength unknown, recovery good.",
        "Went well:",
        "good decisions in a row",
        "Nothing to change.",
        "It's a down week",
        "[Next week] [Why?]",
    )
    assert pictures(third) == 1
    assert third.said[-1].content.get("photo")
    assert len(third.said[-1].text) < 1024


async def test_the_first_sunday_of_a_month_looks_back_on_the_one_before(third: Chat) -> None:
    await Life(third).until("2027-01-03")
    await third.at("2027-01-03 20:30")
    await third.taps("As planned")
    await third.taps("4", "Week of Mon 28 Dec", "Dec 2026:", "Nov had", "Your year so far:")
    assert third.said[-1].content.get("photo")


async def test_with_the_recovery_after_a_race_a_cycle_is_over(third: Chat) -> None:
    assert third.stage.coach is not None
    race = Race(date(2026, 12, 10), Distance(5000), name="Porto")
    account = (await saved.dossier(third)).account
    assert account.profile is not None
    raced = replace(account.profile, races=(*account.profile.races, race))
    async with third.stage.coach.database.write() as unit:
        await athletes.save(unit, replace(account, profile=raced))
    await third.at(
        f"{THIRD_SUNDAY} 21:40",
        "Porto and its recovery close this cycle.",
        "Porto, Thu 10 Dec 2026: 2 weeks",
        "By phase: base",
        "After short races, a longer one",
    )
    assert pictures(third) == 1


async def test_one_that_waited_long_in_the_queue_comes_without_its_picture(third: Chat) -> None:
    coach, found = third.stage.coach, await saved.dossier(third)
    assert coach is not None
    async with coach.database.read() as unit:
        view = await sunday.closing(unit, found, coach.content, found.today)
    assert view is not None
    text = Texts(coach.content.words).of(Tongue())
    now, late = await drawn(view, text), await drawn(view, text, late=True)
    assert now.picture is not None
    assert (late.picture, late.text, late.rows) == (None, now.picture.caption, now.rows)


async def test_what_went_wrong_is_one_thing_to_change(third: Chat) -> None:
    for day in ("yesterday", "today"):
        await third.hears(f"ran 10k in 48 min {day}, rpe 9")
    await third.at(f"{THIRD_SUNDAY} 21:40")
    assert third.screen.count("One thing to change") == 1
    assert third.message("One thing to change").content.get("photo")


# Its buttons


async def test_next_week_opens_it_also_on_the_day_after(third: Chat) -> None:
    await third.at("2026-12-14 12:00")
    await third.taps("Next week", "Week of Mon 14 Dec")


async def test_why_tells_what_each_pillar_was_read_from(third: Chat) -> None:
    await third.at(f"{THIRD_SUNDAY} 21:40")
    await third.taps(
        "Why?",
        "Pacing: 3 of 3 easy runs stayed easy.",
        "Intervals: The hard session was run as meant.",
        "Strength: ",
        "Recovery: ",
        "% of the minutes were easy",
        "landed in the middle",
        on=third.message("Week of Mon 7 Dec"),
    )


async def test_a_plan_made_anew_takes_nothing_from_the_week_that_is_over(third: Chat) -> None:
    await third.at(f"{THIRD_SUNDAY} 21:40", "Week of Mon 7 Dec · Base")
    before = await third.taps("Why?", on=third.message("Week of Mon 7 Dec · Base"))
    version = (await saved.dossier(third)).plan
    await third.at("2026-12-14 12:00")
    assert (await saved.dossier(third)).plan != version
    await third.hears("/review", "Week of Mon 7 Dec · Base")
    after = await third.taps("Why?", "Strength: 2 sessions were planned", on=third.said[-1])
    assert evidence(after) == evidence(before)


def evidence(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.split(":")[0] in PILLARS]


PILLARS = {"Pacing", "Intervals", "Form", "Strength", "Recovery"}


async def test_strength_is_told_by_a_tap_and_seen_from_then_on(third: Chat) -> None:
    await third.at(f"{THIRD_SUNDAY} 21:40")
    await third.taps("Strength once", "Noted: strength once that week.")
    third.message("strength fair")  # the picture and its words, in place of those that asked
    assert not third.can_tap("Strength once")
    week = (await saved.athlete(third)).lifted[0][0]
    await third.forges(f"review:lift:{week}:1", "Already noted.")
    await third.forges(f"review:lift:{week}:2", "Noted: strength twice that week.")
    assert [count for _, count in (await saved.athlete(third)).lifted] == [2]
    await third.hears("/review", "strength good", never="Strength once")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("review:lift:2026-12-07:9", "too far back"),
        ("review:lift:2026-12-08:1", "too far back"),
        ("review:lift:2031-12-08:1", "too far back"),
        ("review:lift:2020-01-06:1", "too far back"),
        ("review:lift:soon:1", "no longer in use"),
        ("review:lift", "no longer in use"),
        ("review:dance", "no longer in use"),
        ("review:before:0001-01-01", "Your first week"),
        ("review:after:9999-12-31", "Week of Mon 7 Dec"),
        ("review:next:9999-12-31", "Week of Mon 14 Dec"),
        ("review:next:0001-01-01", "Week of"),
        ("review:month:0001-01-01", "no run that I know of"),
        ("review:before:1999-01-04", "Your first week"),
        ("review:after:2099-01-05", "Week of Mon 7 Dec"),
        ("review:month:9999-01-01", "Dec 2026"),
    ],
)
async def test_forged_and_ancient_buttons_do_no_harm(third: Chat, data: str, said: str) -> None:
    await third.forges(data, said)


async def test_weeks_can_be_turned_back_to_the_first_and_forth_again(third: Chat) -> None:
    await third.hears("/review", "Week of Mon 7 Dec", "[‹ Week before]", never="Week after")
    await third.taps("‹ Week before", "Your second week", "[‹ Week before] [Week after ›]")
    said = await third.taps("‹ Week before", "Your first week")
    assert "‹ Week before" not in said
    await third.taps("Week after ›", "Your second week")


# In words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("how was my week?", "Week of Mon 7 Dec"),
        ("weekly review", "Week of Mon 7 Dec"),
        ("how did my last week go?", "Your second week"),
        ("how was my month?", "Dec 2026: 9 runs"),
        ("how was my year?", "Your year, Thu 26 Nov 2026"),
        ("/review last month", "Nov 2026: 2 runs"),
        ("/review year", "Your year, Thu 26 Nov 2026"),
    ],
)
async def test_words_name_the_stretch_of_time(third: Chat, words: str, said: str) -> None:
    await third.hears(words, said)


async def test_on_a_monday_my_week_is_the_one_that_is_over(third: Chat) -> None:
    await third.at("2026-12-14 12:00")
    await third.hears("how was my week?", "Week of Mon 7 Dec", "Week after ›")
    await third.at("2026-12-16 12:00")
    await third.hears("yesterday 6k in 36 min, rpe 3", "Logged")
    await third.hears("/review", "Week of Mon 14 Dec", "still open")


async def test_month_and_year_lead_to_each_other(third: Chat) -> None:
    await third.hears("/review")
    await third.taps("Month", "Dec 2026", "Nov had", "Longest run:", "[‹ Month before]")
    await third.taps("‹ Month before", "Nov 2026: 2 runs", never="Month before")
    before = pictures(third)
    await third.taps("Year", "Since Thu 26 Nov 2026", "By phase: base", "Best 10K: 48:30.")
    assert pictures(third) == before + 1
    await third.taps("Week", "Week of Mon 7 Dec")


async def test_the_month_s_total_is_what_was_logged(third: Chat) -> None:
    found = await saved.dossier(third)
    first = found.today.replace(day=1)
    whole = month_of(found.log, first, found.today, lambda _: pytest.fail("every run has a size"))
    assert whole.runs == 9
    await third.hears("/review month", f"{round(whole.distance.km * 2) / 2:.1f} km")


# Whom it spares


async def test_a_week_ill_is_not_counted(third: Chat) -> None:
    await third.hears("I've got a fever, 38.6")
    await third.at(f"{THIRD_SUNDAY} 21:40", "You were ill this week", "nothing is counted")
    said = third.message("You were ill").text
    assert "Pacing" not in said
    assert "change" not in said
    assert "follows what stands now" in said


async def test_who_paused_or_is_quiet_hears_less(third: Chat) -> None:
    await third.hears("/settings")
    await third.taps("Pause")
    before = reviews(third)
    await third.at("2026-12-20 23:00")
    assert reviews(third) == before


async def test_the_quiet_dial_has_three_lines_and_no_question(rui: Chat) -> None:
    await Life(rui).until("2026-12-12")
    await rui.hears("/settings")
    await rui.taps("How many")
    await rui.taps("Few")
    before = pictures(rui)
    await rui.at(f"{THIRD_SUNDAY} 20:30", "Week of Mon 7 Dec", never="How did it go?")
    assert len(rui.message("Week of Mon 7 Dec").text.splitlines()) == 3
    assert pictures(rui) == before


async def test_after_seven_silent_mornings_none_comes(rui: Chat) -> None:
    await rui.at("2026-12-05 23:00")
    before = reviews(rui)
    await rui.at(f"{THIRD_SUNDAY} 23:30")
    assert (await saved.dossier(rui)).account.silent_mornings >= 7
    assert reviews(rui) == before
    await rui.hears("/review", "I know nothing of this week, and nothing is held against it.")


async def test_a_stranger_is_invited(chat: Chat) -> None:
    await chat.hears("/review", "/start")


async def test_who_may_only_walk_is_told_what_stands(stage: Stage) -> None:
    heart = RUI.but(health="Heart trouble+Done")
    chat = await onboard(Chat.of(stage), heart)
    await Life(chat).until(FIRST_SUNDAY)
    await chat.at(f"{FIRST_SUNDAY} 21:40", "Your first week", "Next week follows what stands now.")
    assert "it's walking until a doctor allows more" in chat.message("Your first week").text


async def test_miles_are_miles(third: Chat) -> None:
    await third.hears("/settings")
    await third.taps("In miles")
    said = await third.at(f"{THIRD_SUNDAY} 21:40", "Week of Mon 7 Dec", " mi of ")
    assert " km" not in said


@pytest.mark.parametrize("newcomer", [RUI, ANA], ids=lambda who: who.name)
async def test_before_the_first_week_is_over_there_is_an_answer(
    stage: Stage, newcomer: Newcomer
) -> None:
    chat = await onboard(Chat.of(stage), newcomer)
    await chat.hears("/review", "I know nothing of this week", "Next week")
    await chat.hears("how was my month?", "no run that I know of")
    await chat.hears("/review year", "Your year begins with the first run")


async def test_who_only_coaches_gets_none(asked: Callable[..., Awaitable[Chat]]) -> None:
    chat = await asked("goal")
    await chat.taps("I only coach others", "where are you?")
    await chat.hears("Lisbon")
    await chat.at(f"{FIRST_SUNDAY} 23:00", never="week")
    await chat.hears("/review", never="Week of")
