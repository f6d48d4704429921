"""A morning with each verdict: what is said is what `core.adjust` yields for the saved answers."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.adjust.decision import Action
from core.athlete import Spot
from core.checkin import Told
from core.plan import Session
from core.units import Duration, HeartRate
from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY, SATURDAY, SUNDAY = "2026-11-27 06:30", "2026-11-28 06:30", "2026-11-29 06:30"
"""Rui's first days: an easy run, a rest day, a long run."""


async def as_the_core_decides(chat: Chat) -> Action:
    """The verdict in force, held against what the core yields for all that is saved."""
    decided = await saved.decision(chat)
    assert decided == await saved.decided_anew(chat)
    return decided.action


async def planned_session(chat: Chat) -> Session:
    """Today's session in the plan in force; the day has one."""
    session = await saved.session(chat)
    assert session is not None
    return session


async def test_the_card_comes_at_the_hour_with_purpose_steps_effort_and_one_number(
    rui: Chat,
) -> None:
    assert await rui.at("2026-11-27 06:29") == ""
    card = await rui.at(FRIDAY, "Fri 27 Nov · Base", "Easy run", "How are the legs?")
    assert card.count("/km") == 1
    assert "[Dead] [Heavy] [OK]" in card
    assert len([line for line in card.splitlines() if "[" not in line and line]) <= 10
    assert not rui.said[-1].silent


async def test_a_good_morning_keeps_what_was_planned(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Good", "How long did you sleep?")
    await rui.taps("7 h 30", "Resting pulse this morning?")
    await rui.taps("Skip", "Noted: legs good, 7 h 30 of sleep, pulse skipped.", "As planned.")
    assert await as_the_core_decides(rui) is Action.KEEP
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert (told.legs, told.sleep, told.pulse) == (4, Duration.of_hours(7.5), Told.SKIPPED)


async def test_one_tap_is_enough_when_all_is_as_usual(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual", "As planned.", "[Why?] [Change answers]")
    assert await as_the_core_decides(rui) is Action.KEEP
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert {told.legs, told.sleep, told.pulse} == {Told.USUAL}, "and no number enters the baseline"


async def test_heavy_legs_trim_an_easy_run(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await planned_session(rui)
    await rui.taps("Heavy")
    await rui.taps("7 h 30")
    await rui.taps("Skip", "A little less today.", "your legs are heavy", "Was: Easy run", "[Undo]")
    assert await as_the_core_decides(rui) is Action.TRIM
    after = await planned_session(rui)
    share = await saved.minutes(rui, after.workout) / await saved.minutes(rui, before.workout)
    assert 0.65 <= share <= 0.85


async def test_dead_legs_ease_it_and_leave_the_choice_to_rest(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Dead")
    await rui.taps("5 h")
    await rui.taps("Skip", "Easier today.", "your legs are dead", "[Rest instead]")
    assert await as_the_core_decides(rui) is Action.EASE
    eased = await saved.session(rui)
    assert eased is not None
    assert 20 <= await saved.minutes(rui, eased.workout) <= 30
    await rui.taps("Rest instead", "Rest today, as you asked", never="[Rest instead]")
    assert await saved.session(rui) is None
    await rui.taps("Undo", "Easier today.", "[Rest instead]", never="as you asked")
    assert await saved.session(rui) == eased, "one step back, to the verdict"
    await rui.taps("Keep as planned", "Back to the plan, as you asked", "Easy run")
    planned = await saved.session(rui)
    assert planned is not None
    assert await saved.minutes(rui, planned.workout) > 30


async def test_a_long_run_on_a_red_morning_becomes_a_short_easy_one(rui: Chat) -> None:
    await rui.at(SUNDAY)
    await rui.taps("Dead")
    await rui.taps("5 h")
    await rui.taps("Skip", "Was: Long run", "On a red morning the long run", "[Even easier]")
    assert await as_the_core_decides(rui) in {Action.SWAP, Action.MOVE}
    after = await saved.session(rui)
    assert after is not None
    assert not after.long
    assert 30 <= await saved.minutes(rui, after.workout) <= 40


async def test_a_long_run_on_an_amber_morning_is_a_quarter_shorter(rui: Chat) -> None:
    await rui.at(SUNDAY)
    before = await planned_session(rui)
    await rui.taps("Heavy")
    await rui.taps("7 h 30")
    await rui.taps("Skip", "A little less today.", "A quarter less, and no fast part.")
    assert await as_the_core_decides(rui) is Action.TRIM
    after = await planned_session(rui)
    share = await saved.minutes(rui, after.workout) / await saved.minutes(rui, before.workout)
    assert share == pytest.approx(0.75, abs=0.06)


async def test_on_an_amber_morning_the_warm_up_decides_about_a_hard_run(hard_day: Chat) -> None:
    before = await planned_session(hard_day)
    await hard_day.taps("Heavy")
    await hard_day.taps("7 h 30")
    await hard_day.taps("Skip", "Warm up 15 minutes with two strides", "[Undo] [Keep as planned]")
    assert await as_the_core_decides(hard_day) is Action.TRIM
    decided = await saved.decision(hard_day)
    assert decided.warm_up_decides
    after = await planned_session(hard_day)
    fast = [await saved.fast_minutes(hard_day, each.workout) for each in (before, after)]
    assert 0 < fast[1] < fast[0], "fewer reps at the same effort"
    assert {s.effort for s in after.workout.steps()} <= {s.effort for s in before.workout.steps()}


async def test_on_a_red_morning_nothing_hard_is_run(hard_day: Chat) -> None:
    await hard_day.taps("Dead")
    await hard_day.taps("5 h")
    await hard_day.taps("Skip", "your legs are dead", "[Undo]")
    assert await as_the_core_decides(hard_day) in {Action.SWAP, Action.MOVE}
    today = await saved.session(hard_day)
    assert today is not None
    assert not today.hard
    change = (await saved.decision(hard_day)).change
    assert change is not None
    moved = [edit for edit in change.edits if edit.after and edit.after.hard]
    assert len(moved) <= 1, "moved once, or gone"


async def test_a_hard_session_moves_to_a_day_that_can_take_it(ines: Chat) -> None:
    before = await planned_session(ines)
    plan = await saved.plan(ines)
    await ines.taps("Dead")
    await ines.taps("5 h")
    await ines.taps("Skip", "Moved to", "Your legs are dead", "[Undo]")
    assert await as_the_core_decides(ines) is Action.MOVE
    change = (await saved.decision(ines)).change
    assert change is not None
    moved = [edit for edit in change.edits if edit.on > before.on]
    assert [edit.after.workout for edit in moved if edit.after] == [before.workout]
    assert not (await planned_session(ines)).hard
    await ines.hears("/week", "was Even threes")
    await ines.taps("Undo", "Taken back, and so are your answers", "How are the legs?")
    assert await saved.plan(ines) == plan


async def test_undo_brings_back_the_very_plan(hard_day: Chat) -> None:
    before = await saved.plan(hard_day)
    await hard_day.taps("Dead")
    await hard_day.taps("5 h")
    await hard_day.taps("Skip")
    assert await saved.plan(hard_day) != before
    await hard_day.taps("Undo", "Taken back, and so are your answers")
    assert await saved.plan(hard_day) == before
    assert not hard_day.can_tap("Undo")


async def test_undo_opens_the_questions_again_and_keep_as_planned_closes_them(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.taps("Dead")
    await rui.taps("5 h")
    await rui.taps("Skip", "Easier today.")
    await rui.taps("Undo", "How are the legs?", "7 km easy", never="legs dead")
    assert await saved.plan(rui) == before
    told = (await saved.dossier(rui)).checkin
    assert told is None or not told.answered, "the slip is no part of anything"
    await rui.taps("Dead", "How long did you sleep?")
    await rui.taps("5 h")
    await rui.taps("Skip", "Easier today.")
    await rui.taps("Keep as planned", "Back to the plan, as you asked", never="[Keep as planned]")
    assert await saved.plan(rui) == before
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs == 1, "the answers stand, and the session, too"


async def test_an_undone_morning_that_nobody_answers_stands_as_planned(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs dead, slept 5h, hr 60, stressed", "Easier today.")
    change = (await saved.dossier(rui)).decision
    assert change is not None
    await rui.taps("Undo", "Taken back")
    assert (await saved.decision(rui)).after == (await saved.decision(rui)).before
    await rui.forges(f"today:keep:0:2026-11-27:{change.change_id}", "Already")
    await rui.hears("/today", "7 km easy", "How are the legs?", "stressed")
    await rui.at("2026-11-27 20:30", "How did it go? Planned: Easy run")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("undo", "How are the legs?"),
        ("keep it as planned", "Back to the plan, as you asked"),
        ("I want the original session", "Back to the plan, as you asked"),
    ],
)
async def test_both_ways_back_are_heard_in_words(rui: Chat, words: str, says: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs dead, slept 5h, hr 60", "Easier today.")
    await rui.hears(words, says)
    assert (await saved.decision(rui)).after == (await saved.decision(rui)).before


async def test_even_easier_goes_down_step_by_step_to_rest(hard_day: Chat) -> None:
    await hard_day.taps("Heavy")
    await hard_day.taps("7 h 30")
    await hard_day.taps("Skip")
    lengths = []
    while hard_day.can_tap("Even easier"):
        await hard_day.taps("Even easier")
        today = await saved.session(hard_day)
        lengths.append(await saved.minutes(hard_day, today.workout) if today else 0)
    assert lengths[-1] == 0
    assert lengths == sorted(lengths, reverse=True)
    assert len(set(lengths)) == len(lengths)


async def test_changed_answers_decide_the_day_again(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.taps("Dead")
    await rui.taps("5 h")
    await rui.taps("Skip", "Easier today.")
    await rui.taps("Change answers", "How are the legs?")
    await rui.taps("Good")
    await rui.taps("8 h")
    await rui.taps("Skip", "As planned.")
    assert await as_the_core_decides(rui) is Action.KEEP
    assert await saved.plan(rui) == before, "the earlier change is undone"


async def test_a_rest_day_has_two_silent_lines_and_the_same_taps(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual")
    await rui.hears("as planned, effort 3")
    await rui.at(SATURDAY, "Rest day.", "Next: Long run", "on Sun 29 Nov", "[Dead] [Heavy]")
    assert rui.said[-1].silent
    words = [line for line in rui.said[-1].text.splitlines() if line]
    assert len(words) == 4, "the date, two lines, the question"
    await rui.taps("Same as usual", "Rest, as planned")
    assert await as_the_core_decides(rui) is Action.KEEP


async def test_answers_in_words_decide_like_taps(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs heavy, slept 5 hours, pulse 58", "A little less today.", "pulse 58")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert (told.legs, told.sleep, told.pulse) == (2, Duration.of_hours(5), HeartRate(58))
    await as_the_core_decides(rui)


async def test_answers_may_come_in_parts_taps_and_words_mixed(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("slept 6 hours", "Noted: 6 h of sleep.", "How are the legs?")
    await rui.taps("OK", "Resting pulse this morning?")
    await rui.hears("52", "Noted: legs ok, 6 h of sleep, pulse 52.", "As planned.")
    await as_the_core_decides(rui)


async def test_a_bare_number_answers_the_question_that_is_open(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("4", "Noted: legs good", "How long did you sleep?")
    await rui.hears("7", "7 h of sleep", "Resting pulse")
    await rui.hears("48", "pulse 48", "As planned.")


async def test_a_number_to_be_typed_is_read_as_what_was_asked(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("OK")
    await rui.taps("Type it", "How many hours?")
    await rui.hears("11 to 7", "8 h of sleep")
    await rui.taps("Type it", "How many beats a minute?")
    await rui.hears("51", "pulse 51")


async def test_a_telegram_reply_to_the_card_answers_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    card = rui.message("How are the legs?")
    await rui.hears("good, 8h, 50", "legs good", "8 h of sleep", "pulse 50", reply_to=card)


async def test_how_to_count_the_pulse_is_one_tap(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("OK")
    await rui.taps("7 h 30")
    await rui.taps("How to count it?", "count the beats for 30 seconds")
    await rui.taps("‹ Back to the card", "Resting pulse this morning?")


async def test_more_than_the_three_can_be_told_by_tap(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Pain, ill or stressed", "What is it?", "[Something hurts] [I'm ill]")
    await rui.taps("Stressed", "Noted: stressed.", "How are the legs?")
    await rui.taps("Pain, ill or stressed")
    await rui.taps("Something hurts", "Where does it hurt?", "[Knee]")
    await rui.taps("Knee", "How much, 0 to 10")
    await rui.taps("1", "knee 1/10")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.stress
    assert [(pain.spot, pain.score) for pain in told.pains] == [(Spot.KNEE, 1)]


async def test_why_names_the_purpose_the_reasons_and_whose_rule_it_is(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Heavy")
    await rui.taps("7 h 30")
    await rui.taps("Skip")
    await rui.taps("Why?", "your legs are heavy", "Amber", "medical advice")


async def test_a_tap_on_yesterdays_card_changes_nothing_and_says_so(rui: Chat) -> None:
    await rui.at(FRIDAY)
    card = rui.message("How are the legs?")
    await rui.at(SATURDAY)
    before = await saved.everything(rui)
    await rui.taps("Dead", "That card is Fri 27 Nov's", "Nothing was changed", on=card)
    after = await saved.everything(rui)
    untouched = ("plans", "changes", "days", "checkins", "decisions", "drafts")
    assert {t: before[t] for t in untouched} == {t: after[t] for t in untouched}


async def test_a_tap_that_is_answered_too_late_is_answered_by_a_message(rui: Chat) -> None:
    await rui.at(FRIDAY)
    card = rui.message("How are the legs?")
    await rui.at(SATURDAY)
    rui.press("Dead", on=card)
    rui.stage.clock.set(rui.stage.clock.now() + timedelta(minutes=2))
    await rui.settles()
    assert not rui.toast
    assert "That card is Fri 27 Nov's" in rui.screen


async def test_a_reply_to_yesterdays_card_changes_nothing_and_says_so(rui: Chat) -> None:
    await rui.at(FRIDAY)
    card = rui.message("How are the legs?")
    await rui.at(SATURDAY)
    await rui.hears("legs dead, 4 h, 70", "That card is Fri 27 Nov's", reply_to=card)
    assert (await saved.dossier(rui)).checkin is None


async def test_an_undo_of_yesterday_changes_nothing(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Dead")
    await rui.taps("5 h")
    await rui.taps("Skip")
    card = rui.message("[Undo]")
    plan = await saved.plan(rui)
    await rui.at(SATURDAY)
    await rui.taps("Undo", "That card is Fri 27 Nov's", on=card)
    assert await saved.plan(rui) == plan


async def test_what_was_answered_in_part_is_kept_as_that_mornings_answers(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Heavy")
    await rui.at(SATURDAY)
    friday = (await saved.dossier(rui)).checkins[-1]
    assert (str(friday.on), friday.legs, friday.sleep) == ("2026-11-27", 2, None)


async def test_unanswered_the_day_stays_as_planned_by_effort(rui: Chat) -> None:
    await rui.at(FRIDAY)
    decided = await saved.decision(rui)
    assert (decided.action, decided.by_effort, decided.rule) == (Action.KEEP, True, "unanswered")


async def test_today_shows_the_card_again_below_and_removes_the_older(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("OK")
    older = rui.message("How long did you sleep?")
    await rui.hears("/today", "Noted: legs ok.", "How long did you sleep?")
    assert older.deleted
    assert [m for m in rui.said if "Fri 27 Nov" in m.text and m is not rui.said[-1]] == [
        m for m in rui.said if "Tomorrow, Fri 27 Nov" in m.text
    ]


async def test_checkin_opens_the_questions_by_command(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/checkin", "How are the legs?", "[Same as usual]")


async def test_tomorrow_and_week_and_plan_show_what_lies_ahead(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/tomorrow", "Tomorrow, Sat 28 Nov: rest", "Long run")
    await rui.hears("/week", "Week of Mon 23 Nov", "Fri 27 Nov: Easy run", "Sun 29 Nov")
    await rui.taps("Week after ›", "Week of Mon 30 Nov")
    await rui.taps("‹ Week before", "Week of Mon 23 Nov")
    await rui.hears("/plan", "10K on Sun 14 Mar 2027", "Base", "Build", "Peak", "[This week]")


async def test_three_silent_mornings_end_the_questions_and_seven_bring_one_offer_to_pause(
    rui: Chat,
) -> None:
    for day in (27, 28, 29):
        await rui.at(f"2026-11-{day} 06:30", "How are the legs?")
    await rui.at("2026-11-30 06:30", "Mon 30 Nov", never="How are the legs?")
    for day in (1, 2, 3):
        await rui.at(f"2026-12-0{day} 12:00", never="pause")
    await rui.at("2026-12-04 06:30", "Seven quiet mornings", "[Pause]", "[Keep sending]")
    await rui.at("2026-12-06 12:00", "Sun 6 Dec", never="pause")


async def test_a_card_without_questions_still_takes_answers(rui: Chat) -> None:
    await rui.at("2026-11-30 23:00")
    await rui.at("2026-12-01 06:30", "[Check in after all]", never="[Change answers]")
    await rui.taps("Check in after all", "How are the legs?")
    await rui.taps("Same as usual", "As planned.", "[Change answers]")


async def test_an_answer_ends_the_silence(rui: Chat) -> None:
    await rui.at("2026-11-30 23:00")
    await rui.at("2026-12-01 06:30", "Tue 1 Dec", never="How are the legs?")
    await rui.hears("/checkin", "How are the legs?")
    await rui.taps("Same as usual", "As planned.")
    await rui.at("2026-12-02 06:30", "How are the legs?")


async def test_a_hard_run_is_warmed_up_for_by_a_routine_under_the_verdict(hard_day: Chat) -> None:
    await hard_day.taps("Same as usual", "As planned.", "Before the run · 10 min")
    routine = hard_day.message("Before you run")
    assert routine.text.count("\n") > 5


async def test_a_routine_is_told_as_done_once_a_day(hard_day: Chat) -> None:
    await hard_day.hears("/mobility", "Which one?")
    await hard_day.taps("Mobility", "[Routine done]")
    await hard_day.taps("Routine done", "The small things count")
    await hard_day.taps("Routine done", "noted already")


async def test_no_routine_where_the_day_became_easy(hard_day: Chat) -> None:
    await hard_day.taps("Dead")
    await hard_day.taps("5 h")
    await hard_day.taps("Skip", never="ten minutes")
    await hard_day.at("22:00", never="ten minutes")


async def test_with_a_known_running_hour_the_routine_comes_half_an_hour_before(
    hard_day: Chat,
) -> None:
    await hard_day.hears("/settings")
    await hard_day.taps("Running hour")
    await hard_day.taps("18:00", "Usual running hour: 18:00")
    await hard_day.taps("Same as usual", "As planned.", never="ten minutes")
    await hard_day.at("17:29", never="ten minutes")
    await hard_day.at("17:30", "Half an hour to go")


async def test_the_routine_of_a_known_hour_does_not_come_once_the_day_is_easy(
    hard_day: Chat,
) -> None:
    await hard_day.hears("/settings")
    await hard_day.taps("Running hour")
    await hard_day.taps("18:00")
    await hard_day.taps("Dead")
    await hard_day.taps("5 h")
    await hard_day.taps("Skip")
    await hard_day.at("19:00", never="Half an hour to go")


async def test_the_routine_spares_a_sore_achilles(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Pain, ill or stressed")
    await rui.taps("Something hurts")
    await rui.taps("Achilles")
    await rui.taps("2")
    await rui.hears("/mobility", "Which one?")
    routine = await rui.taps("Before a run, 10", "Left out today, for the Achilles")
    body = routine.partition("Left out")[0].lower()
    assert not any(word in body for word in ("pogo", "skip", "bound", "carioca", "stride"))


async def test_no_session_is_ever_harder_than_planned(hard_day: Chat) -> None:
    planned = await saved.session(hard_day)
    await hard_day.taps("Springy")
    await hard_day.taps("8 h 30")
    await hard_day.taps("Skip", "As planned.")
    assert await saved.session(hard_day) == planned


async def test_gate_and_answers_meet_on_one_card(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Pain, ill or stressed")
    await rui.taps("I'm ill", "No run today.", "you're ill", never="[Undo]")
    assert await as_the_core_decides(rui) is Action.REST
    assert (await saved.decision(rui)).gated
    assert await saved.session(rui) is None
