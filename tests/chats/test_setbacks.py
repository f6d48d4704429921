"""Moving, skipping, being away, busy, ill or hurt, and the way back: by tap and in words."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from core.adjust import demanding
from core.athlete import Spot
from core.plan import ChangeKind
from core.safety import GateKind, Sign
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import INES, onboard

FRIDAY, SATURDAY, SUNDAY = "2026-11-27 06:30", "2026-11-28 06:30", "2026-11-29 06:30"
"""Rui's first days: an easy run, a rest day, a long run."""


def day(on: str) -> date:
    return date.fromisoformat(on)


async def test_a_session_moves_by_buttons_and_comes_back_exactly(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("/move", "Which session would you like to move?", "Fri 27 Nov: Easy run")
    await rui.taps("Fri 27 Nov", "Where to?", "[Sat 28 Nov]", "[Leave it out]")
    await rui.taps("Sat 28 Nov", "Moved.", "Fri 27 Nov: no run, instead of Easy run", "[Undo]")
    after = await saved.plan(rui)
    assert after.on(day("2026-11-27")) is None
    moved = after.on(day("2026-11-28"))
    assert moved is not None
    assert moved.workout == before.on(day("2026-11-27")).workout  # type: ignore[union-attr]
    await rui.taps("Undo", "Taken back.", "Fri 27 Nov: Easy run")
    assert await saved.plan(rui) == before


async def test_days_that_do_not_fit_are_no_buttons_and_say_why(hard_day: Chat) -> None:
    plan = await saved.plan(hard_day)
    today = day(hard_day.today)
    await hard_day.hears("/move")
    label = next(s for s in plan.between(today, today) if s.hard)
    assert label
    answer = await hard_day.taps(_label(today), "Where to?", "no, ")
    assert "hard, long and race days need easy days between them" in answer or "already" in answer


def _label(on: date) -> str:
    return f"{on:%a} {on.day} {on:%b}"


async def test_a_move_in_words_is_done_at_once_with_a_way_back(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual", "As planned.")
    before = await saved.plan(rui)
    await rui.hears("can I move Friday to Saturday", "Moved.", "Sat 28 Nov: Easy run")
    assert (await saved.session(rui)) is None
    assert "Rest" in rui.message("Fri 27 Nov · Base").text
    await rui.taps("Undo", "Taken back.")
    assert await saved.plan(rui) == before
    assert (await saved.decision(rui)).after == before.on(day("2026-11-27"))


async def test_undo_in_words_takes_back_the_newest_thing_done(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs dead, slept 5h, hr 60", "Easier today.")
    before = await saved.plan(rui)
    await rui.hears("can I move Friday to Saturday", "Moved.")
    await rui.hears("swap friday and saturday", "Moved.", "Easier today.", never="moves to")
    await rui.hears("undo", "Taken back. The plan is again:", "Fri 27 Nov: rest")
    await rui.hears("undo", "Taken back. The plan is again:", "Fri 27 Nov: Easy run")
    assert (await saved.plan(rui)).sessions == before.sessions
    await rui.hears("undo", "How are the legs?")


async def test_a_session_is_where_it_was_asked_to_be_already(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("can I do my long run on sunday", "It's on that day already.", never="Moved.")
    assert await saved.plan(rui) == before


async def test_cancel_closes_the_question_about_days_away(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("off to Lisbon until Sunday", "Will you run there?")
    await rui.hears("/cancel", "Left as it was.")
    await rui.hears("/cancel", "Nothing is open")


async def test_a_day_that_cannot_be_is_refused_in_words(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("move today's run to monday", "Mon 30 Nov doesn't fit", "stays in its week")
    assert await saved.plan(rui) == before


async def test_two_days_change_over(rui: Chat) -> None:
    await rui.at("2026-12-01 06:30")
    plan = await saved.plan(rui)
    first, second = day("2026-12-03"), day("2026-12-04")
    answer = await rui.hears("swap thursday and friday")
    after = await saved.plan(rui)
    if "Moved." in answer:
        for one, other in ((first, second), (second, first)):
            was, now = plan.on(one), after.on(other)
            assert (was and was.workout) == (now and now.workout)
    else:
        assert after == plan
        assert "doesn't fit" in answer


async def test_today_is_skipped_in_words_and_nothing_is_made_up(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("skip today", "Left out.", "nothing needs making up", "instead of Easy run")
    after = await saved.plan(rui)
    assert after.on(day("2026-11-27")) is None
    assert [s for s in after.sessions if s.on > day("2026-11-27")] == [
        s for s in before.sessions if s.on > day("2026-11-27")
    ]
    await rui.taps("Undo", "Taken back.")
    assert await saved.plan(rui) == before


async def test_a_bare_skip_still_answers_the_open_question(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("skip", never="Left out.")
    assert await saved.plan(rui) == before


async def test_a_skip_by_buttons(rui: Chat) -> None:
    await rui.hears("/skip", "Which session would you like to leave out?", "Sun 29 Nov: Long run")
    await rui.taps("Sun 29 Nov", "Left out.")
    assert (await saved.plan(rui)).on(day("2026-11-29")) is None
    laid = (await saved.dossier(rui)).plan
    assert laid is not None
    assert [c.change.kind for c in laid.changes] == [ChangeKind.SKIPPED]


async def test_undo_names_what_would_go_with_it_before_the_tap_counts(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("move friday to saturday", "Moved.")
    first = rui.said[-1]
    await rui.hears("skip saturday", "Left out.")
    both = await saved.plan(rui)
    await rui.taps("Undo", "This would go with it", "left out on Sat 28 Nov", on=first)
    assert await saved.plan(rui) == both, "nothing has happened yet"
    await rui.taps("Undo all of it", "Taken back.")
    assert await saved.plan(rui) == before


async def test_an_old_undo_button_changes_nothing(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("move friday to saturday", "Moved.")
    button = rui.said[-1]
    await rui.taps("Undo", "Taken back.")
    now = await saved.plan(rui)
    data = button.buttons()[0][0]["callback_data"] if button.buttons() else "change:undo:1"
    await rui.forges(data, "Already noted.")
    assert await saved.plan(rui) == now


async def test_a_logged_day_can_no_longer_be_moved(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("ran 6k in 36 min")
    await rui.hears("move today to saturday", "logged already")


@pytest.mark.parametrize(
    "data", ["move:pick:x", "move:to:2026-11-27", "change:undo:x", "move:no:1"]
)
async def test_forged_buttons_change_nothing(rui: Chat, data: str) -> None:
    before = await saved.plan(rui)
    await rui.forges(data)
    assert await saved.plan(rui) == before


async def test_a_stranger_is_invited_to_begin(chat: Chat) -> None:
    await chat.hears("/move", "Send /start")


async def test_a_moved_hard_day_keeps_its_distance(hard_day: Chat) -> None:
    plan = await saved.plan(hard_day)
    today = day(hard_day.today)
    await hard_day.hears("/move")
    await hard_day.taps(_label(today))
    for option in [b["text"] for row in hard_day.said[-1].buttons() for b in row]:
        if option.startswith(("Leave", "‹")):
            continue
        await hard_day.taps(option, "Moved.")
        moved = await saved.plan(hard_day)
        hard = [s.on for s in moved.between(today, today + timedelta(days=8)) if demanding(s)]
        assert all((b - a).days > 1 for a, b in pairwise(hard))
        await hard_day.taps("Undo", "Taken back.")
        assert await saved.plan(hard_day) == plan
        await hard_day.hears("/move")
        await hard_day.taps(_label(today))


async def test_days_away_without_running_by_buttons(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("/away", "Away until when?", "[Sat 28 Nov]", "[Fri 11 Dec]")
    await rui.taps("Sun 29 Nov", "Will you run there?")
    await rui.taps(
        "No running",
        "Away from Fri 27 Nov to Sun 29 Nov.",
        "Sun 29 Nov: no run, instead of Long run",
    )
    after = await saved.plan(rui)
    assert not after.between(day("2026-11-27"), day("2026-11-29"))
    assert after.between(day("2026-11-30"), after.ends) == before.between(
        day("2026-11-30"), before.ends
    )
    await rui.at(SUNDAY, "Sun 29 Nov", "You're away until Sun 29 Nov.")
    await rui.hears("/week", "Sun 29 Nov: rest (was Long run")


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ("with running", "Sun 29 Nov: Easy run"),
        ("Without", "Sun 29 Nov: no run, instead of Long run"),
        ("No, no running", "Sun 29 Nov: no run, instead of Long run"),
        ("yes", "Sun 29 Nov: Easy run"),
    ],
)
async def test_whether_you_run_there_is_answered_in_words(rui: Chat, said: str, what: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/away")
    await rui.taps("Sun 29 Nov", "Will you run there?")
    await rui.hears(said, "Away from Fri 27 Nov to Sun 29 Nov.", what)
    await rui.hears("yes")
    told = (await saved.dossier(rui)).plan
    assert told is not None
    assert len(told.changes) == 1, "a second answer finds no open question"


async def test_off_to_lisbon_until_sunday_with_easy_runs(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears(
        "off to Lisbon until Sunday", "Away from Fri 27 Nov to Sun 29 Nov", "[No running]"
    )
    await rui.taps("Yes, easy runs", "easy runs by effort", "[Undo]")
    after = await saved.plan(rui)
    assert not any(s.hard or s.long for s in after.between(day("2026-11-27"), day("2026-11-29")))
    for was in before.between(day("2026-11-27"), day("2026-11-29")):
        now = after.on(was.on)
        assert now is not None
        assert await saved.minutes(rui, now.workout) <= await saved.minutes(rui, was.workout)
    await rui.taps("Undo", "Taken back.")
    assert await saved.plan(rui) == before


async def test_away_in_one_sentence_and_back_sooner(rui: Chat) -> None:
    before = await saved.plan(rui)
    await rui.hears("I'm away until 3 december, no running", "Away from Thu 26 Nov to Thu 3 Dec.")
    await rui.at(SATURDAY)
    await rui.hears("I'm back", "Welcome back.")
    after = await saved.plan(rui)
    assert after.on(day("2026-11-27")) is None, "what lies behind stays as it was"
    assert after.between(day("2026-11-28"), after.ends) == before.between(
        day("2026-11-28"), before.ends
    )


async def test_days_away_are_not_forgotten_when_the_plan_is_made_anew(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/away 1 to 6 December")
    await rui.taps("No running")
    await rui.at("2026-11-30 06:30")
    plan = await saved.plan(rui)
    assert plan.starts == day("2026-11-30"), "Monday's plan"
    assert not plan.between(day("2026-12-01"), day("2026-12-06"))


async def test_mornings_away_enter_no_baseline(rui: Chat) -> None:
    await rui.hears("away until sunday, no running")
    await rui.at(FRIDAY)
    await rui.hears("legs 4, slept 6h, pulse 60")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.travelling


async def test_a_busy_week_keeps_one_quick_session_and_grows_nothing(rui: Chat) -> None:
    await rui.at("2026-12-07 06:30")
    before = await saved.plan(rui)
    await rui.hears("busy this week", "Less time from Mon 7 Dec to Sun 13 Dec", "[Undo]")
    after = await saved.plan(rui)
    week = after.between(day("2026-12-07"), day("2026-12-13"))
    assert sum(s.hard for s in week) <= 1
    for now in week:
        was = before.on(now.on)
        assert was is not None
        assert await saved.minutes(rui, now.workout) <= await saved.minutes(rui, was.workout)
    await rui.taps("Undo", "Taken back.")
    assert await saved.plan(rui) == before


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("/away yesterday", "Those days are over."),
        ("/away until 5 december 2028", "more than two months"),
        ("/away somewhere", "Away until when?"),
        ("/busy", "How long is time short?"),
    ],
)
async def test_days_that_make_no_sense_are_asked_again(rui: Chat, said: str, answer: str) -> None:
    await rui.hears(said, answer)


async def test_a_cold_by_buttons_says_what_is_allowed_and_what_ends_it(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/ill", "What is it?", "[Fever]")
    await rui.taps("A cold", "Since when?")
    await rui.taps("Yesterday", "Easy running only.", "24 hours of being well", "[Well for 24 h")
    (gate,) = [row.gate for row in (await saved.dossier(rui)).gates]
    assert (gate.kind, gate.sign, gate.since) == (GateKind.ILL, Sign.HEAD_COLD, day("2026-11-26"))
    today = await saved.session(rui)
    assert today is None or await saved.minutes(rui, today.workout) <= 15


async def test_a_fever_stops_and_the_easy_days_count_from_when_it_began(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/ill")
    await rui.taps("Fever", "Since when?")
    await rui.taps("2 days", "How high is it?", "[39.0 °C]")
    await rui.taps("39.0", "No running for now.", "24 hours without fever", "isn't medical advice")
    assert await saved.session(rui) is None
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert (told.ill, told.fever_celsius) == (True, 39.0)
    await rui.taps("Well for 24 h", "it needs a full day first")
    await rui.at(SUNDAY)
    await rui.hears("I'm well again", "No running for now.", "[Well for 24 h")
    await rui.taps("Well for 24 h", "3 easy days first")
    await rui.hears("/well", "Easy running only.", "They end by themselves")


async def test_a_race_inside_an_illness_is_judged_honestly(rui: Chat) -> None:
    await rui.hears("/race 10k 9 december 2026, B race")
    await rui.taps("Plan for it")
    assert day("2026-12-09") in {race.on for race in (await saved.athlete(rui)).races}
    await rui.at("2026-12-03 06:30")
    await rui.hears("/ill")
    await rui.taps("A cold")
    await rui.taps("Today", "The race on Wed 9 Dec stands if you're well again by Sun 6 Dec")
    await rui.hears("/ill")
    await rui.taps("Fever")
    await rui.taps("A week")
    await rui.taps("39.5", "No running for now.", "race on Wed 9 Dec")


async def test_a_knee_by_buttons(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/hurt", "Where does it hurt?", "[Knee]")
    await rui.taps("Knee", "0 to 10")
    await rui.taps("4", "Since when?")
    await rui.taps("A week", "What brings it on?")
    await rui.taps("Any running", "Easy running only.", "seven quiet days close it")
    knee = next(i for i in (await saved.athlete(rui)).injuries if i.spot is Spot.KNEE)
    assert knee.since == day("2026-11-20")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert [(p.spot, p.score) for p in told.pains] == [(Spot.KNEE, 4)]


async def test_pain_in_words_with_its_beginning_is_asked_what_brings_it_on(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("my knee hurts 4/10 since monday", "What brings it on?")
    await rui.taps("Walking", "No running for now.", "30 minutes of brisk walking", "[30 min walk")
    assert await saved.session(rui) is None
    await rui.hears("can I run anyway?", never="Moved")
    assert await saved.session(rui) is None


async def test_a_shin_that_hurts_at_night_goes_to_a_doctor(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/hurt shin 2/10")
    await rui.taps("Today")
    await rui.taps("It hurts at night", "No running for now.", "a doctor has seen you")
    kinds = {row.gate.kind for row in (await saved.dossier(rui)).gates}
    assert GateKind.DOCTOR in kinds


async def test_a_niggle_runs_on_and_is_told_that_this_is_normal(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("/hurt calf 1/10 since yesterday")
    await rui.taps("Only afterwards", "Running goes on.", "is normal")
    assert not (await saved.athlete(rui)).injuries


async def test_the_ladder_tells_its_step(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("knee 8/10")
    await rui.at(SATURDAY)
    await rui.hears("/well", "No running for now.")
    await rui.taps("30 min walk and hops", "Today is a 30-minute walk")
    await rui.at(SUNDAY)
    await rui.hears("/well", "step 1 of", "every second day")


async def test_well_with_nothing_in_the_way(rui: Chat) -> None:
    await rui.hears("I'm well again", "Nothing stands in the way")


@pytest.mark.parametrize(
    "data",
    [
        "setback:ill:plague",
        "setback:cause:knee:44:1:running",
        "setback:fever:1:990",
        "setback:spot:x",
    ],
)
async def test_forged_answers_open_and_close_nothing(rui: Chat, data: str) -> None:
    await rui.forges(data)
    assert not (await saved.dossier(rui)).gates


async def told(chat: Chat, on: str, done: str) -> None:
    """One day: the morning as usual, and in the evening how it went."""
    await chat.at(f"{on} 09:00")
    while chat.can_tap("Same as usual"):
        await chat.taps("Same as usual")
    await chat.at(f"{on} 21:00")
    if chat.can_tap(done):
        await chat.taps(done)
        if done == "As planned":
            await chat.taps("3")


async def test_one_run_that_did_not_happen_is_let_go(rui: Chat) -> None:
    await told(rui, "2026-11-27", "Didn't run")
    before = await saved.plan(rui)
    await rui.at(SATURDAY, never="didn't happen")
    assert await saved.plan(rui) == before


async def test_of_two_that_did_not_happen_the_one_that_matters_is_shifted_and_told(
    hard_day: Chat,
) -> None:
    """The day before and the hard day itself fall out: the hard one finds a day, or is let go."""
    on = hard_day.today
    hard_on = day(on)
    plan = await saved.plan(hard_day)
    await told(hard_day, on, "Didn't run")
    await hard_day.at(f"{hard_on + timedelta(days=1)} 06:30")
    after = await saved.plan(hard_day)
    laid = (await saved.dossier(hard_day)).plan
    assert laid is not None
    kinds = [c.change.kind for c in laid.changes]
    assert kinds.count(ChangeKind.MISSED) <= 1
    assert after.on(hard_on) == plan.on(hard_on), "what was planned is not rewritten"


async def test_a_week_without_runs_comes_back_by_degrees_and_says_so(rui: Chat) -> None:
    await told(rui, "2026-11-27", "As planned")
    for n in range(1, 8):
        await told(rui, f"{day('2026-11-27') + timedelta(days=n)}", "Didn't run")
    before = (await saved.dossier(rui)).plan
    assert before is not None
    comes = next(s.on for s in before.base.sessions if s.on > day("2026-12-04"))
    await rui.at(f"{comes} 06:30", "days without running")
    now, base = await saved.session(rui), before.base.on(comes)
    assert now is not None
    assert base is not None
    share = await saved.minutes(rui, now.workout) / await saved.minutes(rui, base.workout)
    assert share <= 0.6
    assert not now.hard


async def test_while_a_doctor_is_asked_the_load_stays_and_the_race_waits(chat: Chat) -> None:
    far = INES.but(volume='"40 km"', longest='"16 km"', race='"20 June 2027"')
    await onboard(chat, far)
    grown = max(week.volume for week in (await saved.plan(chat)).weeks)
    await chat.hears("I haven't had a period for four months", "the load stays where it is")
    await chat.at("2026-11-27 09:00")
    held = await saved.plan(chat)
    assert max(week.volume for week in held.weeks) <= held.weeks[1].volume * 1.02
    await chat.hears("/plan", "The load stays where it is for now", "races in the calendar wait")
    assert chat.can_tap("I've taken care of it")
    await chat.taps("I've taken care of it", "The plan goes on.")
    await chat.at("2026-11-28 09:00")
    assert max(week.volume for week in (await saved.plan(chat)).weeks) >= grown * 0.95
    await chat.hears("/plan", "Marathon on Sun 20 Jun 2027")
