"""/fix: a workout that went badly, in two or three taps to one cause and one change."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.storage import activities, checkins
from core.activity import Activity, Evenness
from core.checkin import CheckIn
from core.safety import GateKind
from core.units import Duration
from core.workout import Focus
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import ANA, INES, onboard

FRIDAY = "2026-11-27 06:30"


async def logged(chat: Chat, *runs: Activity) -> None:
    """Runs as the evenings would have left them."""
    coach = chat.stage.coach
    assert coach is not None
    found = await saved.dossier(chat)
    async with coach.database.write() as unit:
        for run in runs:
            await activities.add(unit, found.account.id, run, now=chat.stage.clock.now())


async def answered(chat: Chat, *mornings: CheckIn) -> None:
    coach = chat.stage.coach
    assert coach is not None
    found = await saved.dossier(chat)
    async with coach.database.write() as unit:
        for each in mornings:
            await checkins.save(unit, found.account.id, each, now=chat.stage.clock.now())


def back(chat: Chat, days: int) -> date:
    return date.fromisoformat(chat.today) - timedelta(days=days)


def ran(on: date, focus: Focus = Focus.EASY, **more: object) -> Activity:
    hard = focus in {Focus.VO2MAX, Focus.THRESHOLD}
    return Activity(on, time=Duration.of_minutes(50), focus=focus, hard=hard, **more)  # type: ignore[arg-type]  # fields of Activity


async def test_two_taps_to_longer_breaks_and_back(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("/fix", "What was it like?", "[I fade in the last reps]", "[Heavy legs]")
    await rui.taps("I fade in the last reps", "How were the first reps?", "[Quicker than meant]")
    await rui.taps(
        "On pace, but breaks felt short",
        "The breaks are too short.",
        "with breaks of 90 s instead of 1 min",
        "One change:",
        "Source: our guide.",
        "[Change the plan]",
        "[Something else]",
    )
    await rui.taps("Change the plan", "It's in the plan.", "[Undo]")
    after = await saved.plan(rui)
    assert after != before
    changed = [s.on for s in after.sessions if before.on(s.on) != s]
    assert len(changed) == 1
    await rui.taps("Undo", "Taken back.")
    assert await saved.plan(rui) == before


async def test_a_second_tap_and_a_question_of_yesterday_change_nothing(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/fix")
    await rui.taps("I fade in the last reps")
    question = rui.said[-1]
    await rui.taps("On pace, but breaks felt short")
    await rui.forges("symptoms:answer:late:none", "Already noted.")
    await rui.taps("Change the plan", "It's in the plan.")
    laid = await saved.plan(rui)
    await rui.forges("symptoms:apply:breaks", "Already noted.")
    assert await saved.plan(rui) == laid
    await rui.at("2026-11-28 09:00")
    await rui.forges("symptoms:apply:breaks", "That question is over.")
    await rui.forges("symptoms:answer:late:none", "That question is over.")
    assert question


@pytest.mark.parametrize(
    "forged",
    [
        "symptoms:what:headache",
        "symptoms:answer:late:maybe",
        "symptoms:other:nothing",
        "symptoms:apply:sleep",
    ],
)
async def test_forged_buttons_are_told_so(rui: Chat, forged: str) -> None:
    await rui.hears("/fix", "What was it like?")
    await rui.forges(forged, "That question is over.")
    await rui.forges("symptoms:dance", "no longer in use")


async def test_what_the_log_knows_is_not_asked(rui: Chat) -> None:
    await logged(rui, ran(back(rui, 3), Focus.LONG), ran(back(rui, 2), Focus.VO2MAX, rpe=9))
    await rui.hears("/fix")
    await rui.taps(
        "I can't hit the paces",
        "Tired from the days before.",
        "Your log says so: the hard run of Tue 24 Nov came the day after a hard or long one.",
        never="Which fits",
    )


async def test_something_else_goes_on_to_the_question_and_ends_kindly(rui: Chat) -> None:
    await logged(rui, ran(back(rui, 3), Focus.LONG), ran(back(rui, 2), Focus.VO2MAX, rpe=9))
    await rui.hears("/fix")
    await rui.taps("I can't hit the paces", "Tired from the days before.")
    await rui.taps("Something else", "Which fits that session best?", never="[Hard or long")
    await rui.taps("Same place", "Stale: always the same place.", "somewhere else")
    await rui.taps("Something else", "The paces may not be today's.")
    await rui.taps("Something else", "Then I have no better idea", "/plateau")


async def test_everything_hard_after_short_nights_is_sleep(rui: Chat) -> None:
    nights = [CheckIn(back(rui, n), legs=3, sleep=Duration.of_hours(5.5)) for n in range(1, 7)]
    await answered(rui, *nights)
    await rui.hears("/fix")
    await rui.taps("Everything feels hard", "First, is any of this true?")
    await rui.taps(
        "None of these", "Too little sleep.", "Your log says so: 5 h 30 a night over the last 6."
    )


async def test_reps_that_break_every_time_bring_a_lighter_week(rui: Chat) -> None:
    bad = [ran(back(rui, n), Focus.VO2MAX, rpe=9, evenness=Evenness.CUT_SHORT) for n in (3, 8, 13)]
    await logged(rui, *bad)
    await rui.hears("/fix")
    await rui.taps("I die halfway", "First, is any of this true?")
    await rui.taps("None of these", "It happens every time.", "3 of your last 3 hard sessions")
    await rui.taps("Change the plan", "It's in the plan.", "quarter lighter", "[Undo]")


async def test_a_pain_in_the_chest_goes_to_help_and_not_to_training(rui: Chat) -> None:
    await rui.hears("/fix")
    await rui.taps("I die halfway")
    await rui.taps("Pain or pressure in the chest", "112", never="One change")
    kinds = {row.gate.kind for row in (await saved.dossier(rui)).gates}
    assert kinds == {GateKind.EMERGENCY}
    await rui.hears("/fix", "That comes first", never="What was it like?")


async def test_getting_ill_leads_to_the_question_of_illness(rui: Chat) -> None:
    await rui.hears("/fix")
    await rui.taps("Everything feels hard")
    await rui.taps("I may be getting ill", "What is it?", "[Fever]")


async def test_weeks_of_tiredness_go_to_a_doctor(rui: Chat) -> None:
    await rui.hears("/fix")
    await rui.taps("Heavy legs")
    await rui.taps("Tired for weeks", "ferritin", never="[Change the plan]")


async def test_a_busy_life_keeps_what_is_there_for_two_weeks(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/fix")
    await rui.taps("Everything feels hard")
    await rui.taps("None of these")
    await rui.taps("A lot going on", "Life takes what training needs.", "[Change the plan]")
    await rui.taps("Change the plan", "Two weeks of keeping what you have")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("I can't hit my paces", "Which fits that session best?"),
        ("I keep fading on the last reps", "How were the first reps?"),
        ("I die halfway in my intervals", "First, is any of this true?"),
        ("everything feels hard", "First, is any of this true?"),
        ("my workout went badly", "What was it like?"),
        ("/fix heavy legs", "First, is any of this true?"),
    ],
)
async def test_words_lead_to_the_complaint(rui: Chat, said: str, heard: str) -> None:
    await rui.hears(said, heard)


async def test_a_beginner_without_a_result_gets_advice_by_effort(chat: Chat) -> None:
    await onboard(chat, ANA)
    await chat.hears("/fix")
    await chat.taps("I can't hit the paces", "no result behind your paces", "Go by effort for now")
    await chat.taps("Something else", "Which fits that session best?")


async def test_a_stranger_is_invited_and_a_pregnant_athlete_kept_easy(chat: Chat) -> None:
    await chat.hears("/fix", "There's no plan for you yet")
    await onboard(chat, INES.but(health="Pregnant+Done"))
    await chat.hears("/fix", "That comes first", never="What was it like?")


async def test_the_change_outlives_the_monday_that_lays_the_plan_anew(rui: Chat) -> None:
    await rui.at("2026-11-28 09:00")
    await rui.hears("/fix")
    await rui.taps("Everything feels hard")
    await rui.taps("None of these")
    await rui.taps("Moody, often a cold", "Run down.")
    await rui.taps("Change the plan", "It's in the plan.")
    await rui.at("2026-11-30 09:00")
    told = [c.change for c in (await saved.dossier(rui)).plan.changes]  # type: ignore[union-attr]
    assert any(reason.code == "symptom" for change in told for reason in change.why)
    await rui.at("2026-12-01 09:00", "It's the one change after the workout that went badly.")


async def test_reps_that_faded_lead_on_from_the_evening(hard_day: Chat) -> None:
    await hard_day.taps("Same as usual")
    await hard_day.at(f"{hard_day.today} 21:00", "How did it go?")
    await hard_day.taps("As planned")
    await hard_day.taps("8")
    logged = await hard_day.taps("Faded", "[What went wrong?]")
    assert "Tomorrow" in logged
    await hard_day.taps("What went wrong?", "How were the first reps?")
    assert hard_day.can_tap("What went wrong?")
    await hard_day.taps("Quicker than meant", "Out too fast.", "Source: our guide.")


async def test_even_reps_ask_nothing(hard_day: Chat) -> None:
    await hard_day.taps("Same as usual")
    await hard_day.at(f"{hard_day.today} 21:00")
    await hard_day.taps("As planned")
    await hard_day.taps("7")
    await hard_day.taps("Even", never="What went wrong?")
