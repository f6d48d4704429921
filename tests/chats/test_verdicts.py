"""Every verdict by tap and in words, and what rows of mornings bring."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.adjust.decision import Action
from core.adjust.table import Offer
from core.plan import ChangeKind
from core.reasons import Code
from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY, SATURDAY, SUNDAY = "2026-11-27 06:30", "2026-11-28 06:30", "2026-11-29 06:30"


async def tapped(chat: Chat, *labels: str) -> Action:
    for label in labels:
        await chat.taps(label)
    return (await saved.decision(chat)).action


async def written(chat: Chat, said: str, piece: str) -> Action:
    await chat.hears(said, piece)
    return (await saved.decision(chat)).action


GREEN, AMBER, RED = ("Good", "7 h 30", "Skip"), ("Heavy", "7 h 30", "Skip"), ("Dead", "5 h", "Skip")
GREEN_SAID = "legs good, slept 7.5, no idea about the pulse"
AMBER_SAID = "heavy legs, 7h30 sleep, hr not measured"
RED_SAID = "legs are dead, only 5 hours, skip the pulse"


MORNINGS = {
    "keep": (FRIDAY, GREEN, GREEN_SAID, "As planned.", {Action.KEEP}),
    "trim": (FRIDAY, AMBER, AMBER_SAID, "A little less today.", {Action.TRIM}),
    "ease": (FRIDAY, RED, RED_SAID, "Easier today.", {Action.EASE}),
    "long": (SUNDAY, RED, RED_SAID, "Was: Long run", {Action.SWAP, Action.MOVE}),
}


@pytest.mark.parametrize("name", MORNINGS)
async def test_words_decide_what_taps_decide(rui: Chat, name: str) -> None:
    moment, taps, said, piece, actions = MORNINGS[name]
    await rui.at(moment)
    by_words = await written(rui, said, piece)
    session = await saved.session(rui)
    await rui.taps("Change answers", "How are the legs?")
    assert await tapped(rui, *taps) is by_words
    assert await saved.session(rui) == session
    assert by_words in actions


async def test_a_hard_session_is_swapped_in_words_as_by_tap(hard_day: Chat) -> None:
    by_words = await written(hard_day, RED_SAID, "your legs are dead")
    after = await saved.session(hard_day)
    await hard_day.taps("Change answers")
    assert await tapped(hard_day, *RED) is by_words
    assert by_words in {Action.SWAP, Action.MOVE}
    assert await saved.session(hard_day) == after


async def test_a_hard_session_moves_in_words_as_by_tap(ines: Chat) -> None:
    by_words = await written(ines, RED_SAID, "your legs are dead")
    plan = await saved.plan(ines)
    await ines.taps("Change answers")
    assert await tapped(ines, *RED) is by_words
    assert (await saved.plan(ines)).sessions == plan.sessions
    moved = Code.MOVED in {r.code for r in (await saved.decision(ines)).reasons}
    assert (by_words is Action.MOVE) is moved


async def test_rest_by_tap_and_in_words(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(RED_SAID, "[Rest instead]")
    await rui.hears("I'd rather rest today", "Rest today, as you asked")
    assert await saved.session(rui) is None
    await rui.hears("undo", "Easier today.", never="as you asked")
    await rui.taps("Change answers")
    await tapped(rui, *RED)
    await rui.taps("Rest instead", "Rest today, as you asked")
    assert await saved.session(rui) is None


async def test_where_rest_is_no_button_words_leave_the_session_out(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual")
    await rui.hears("I'll rest today", "let go", "[Undo]")
    assert await saved.session(rui) is None


async def test_even_easier_in_words_where_it_is_offered_and_not_elsewhere(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual")
    await rui.hears("easier please", "Today stands as it is.", "/skip")
    await rui.hears("my legs are heavy", "A little less today.")
    before = await saved.session(rui)
    await rui.hears("even easier", "Easier still, as you asked.")
    after = await saved.session(rui)
    assert before is not None
    assert after is not None
    assert await saved.minutes(rui, after.workout) < await saved.minutes(rui, before.workout)


async def test_change_answers_in_words_decides_the_day_again(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await written(rui, RED_SAID, "Easier today.")
    await rui.hears("change my answers", "How are the legs?")
    assert await tapped(rui, *GREEN) is Action.KEEP


@pytest.mark.parametrize("gate", ["I have a fever of 38.7", "knee 8/10", "I fainted yesterday"])
async def test_a_gate_offers_neither_undo_nor_keep_as_planned(rui: Chat, gate: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears(gate)
    decided = await saved.decision(rui)
    assert not {Offer.UNDO, Offer.KEEP_AS_PLANNED} & set(decided.offers)
    for said in ("undo", "keep it as planned", "run as planned anyway"):
        await rui.hears(said)
        assert await saved.session(rui) is None, said
    assert not rui.can_tap("Undo")


async def mornings(chat: Chat, first: str, said: list[str]) -> None:
    """One answer a morning; in the evening the run as planned."""
    on = date.fromisoformat(first)
    for words in said:
        await chat.at(f"{on} 06:45")
        await chat.hears(words)
        await chat.at(f"{on} 21:00")
        if chat.can_tap("As planned"):
            await chat.taps("As planned")
            await chat.taps("3")
        on += timedelta(days=1)


async def test_three_tired_mornings_in_a_week_bring_a_lighter_one(rui: Chat) -> None:
    await mornings(rui, "2026-11-27", [AMBER_SAID, GREEN_SAID, AMBER_SAID, GREEN_SAID])
    await rui.at("2026-12-01 06:45")
    before = await saved.plan(rui)
    await rui.hears(AMBER_SAID, "3 tired mornings in 7 days ask for a lighter week", "Lighter, too")
    decided = await saved.decision(rui)
    assert decided.change is not None
    assert decided.change.kind is ChangeKind.DOWN_WEEK
    assert decided.action is not Action.MOVE, "lighter days are no moved session"
    await rui.taps("Undo", "Taken back, and so are your answers")
    assert (await saved.plan(rui)).sessions == before.sessions


async def test_two_red_mornings_hold_hard_runs_back_until_a_green_one(hard_day: Chat) -> None:
    on = date.fromisoformat(hard_day.today)
    await hard_day.hears(RED_SAID)
    await mornings(hard_day, f"{on + timedelta(days=1)}", [RED_SAID])
    plan = await saved.plan(hard_day)
    held = next(s.on for s in plan.sessions if s.hard and s.on > on + timedelta(days=1))
    tired = (held - on).days - 2
    await mornings(hard_day, f"{on + timedelta(days=2)}", [AMBER_SAID] * tired)
    await hard_day.at(f"{held} 06:45")
    await hard_day.hears(AMBER_SAID, "After two red mornings in a row nothing hard comes back")
    before = (await saved.decision(hard_day)).before
    assert before is not None
    assert before.hard
    after = await saved.session(hard_day)
    assert after is not None
    assert not after.hard
    await hard_day.taps("Change answers")
    await tapped(hard_day, *GREEN)
    codes = {r.code for r in (await saved.decision(hard_day)).reasons}
    assert Code.EASY_UNTIL_GREEN not in codes
    again = await saved.session(hard_day)
    assert again is not None
    assert again.hard


async def test_four_runs_that_did_not_happen_are_a_step_back(ines: Chat) -> None:
    first = date.fromisoformat(ines.today)
    for n in range(4):
        await ines.at(f"{first + timedelta(days=n)} 09:00")
        while ines.can_tap("Same as usual"):
            await ines.taps("Same as usual")
        await ines.at(f"{first + timedelta(days=n)} 21:00")
        await ines.hears("didn't run today")
    await ines.at(f"{first + timedelta(days=4)} 05:30", "the plan takes a step back")
    row = (await saved.dossier(ines)).plan
    assert row is not None
    laid = [each.change for each in row.changes if each.change.kind is ChangeKind.MISSED]
    assert laid
    assert all(edit.after is not None for edit in laid[-1].edits), "smaller, and nothing made up"


async def ladder_day(chat: Chat, on: date, said: str = "knee 0/10, knee as usual") -> str:
    """One day on the ladder: the morning's answer about the knee, and the step as planned."""
    await chat.at(f"{on} 07:00")
    await chat.hears("legs good, slept 8, skip the pulse")
    await chat.hears(said)
    step = await chat.hears("/well")
    planned = await saved.session(chat)
    await chat.at(f"{on} 21:00")
    if planned is not None:
        await chat.hears("done as planned, rpe 3", "Logged: Walk and run")
    return step


async def test_the_ladder_goes_up_a_step_a_morning_and_back_when_one_went_badly(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("knee 8/10", "Pain in the knee says stop.")
    await rui.at(SATURDAY)
    await rui.taps("30 min walk and hops", "Today is a 30-minute walk")
    sunday = date(2026, 11, 29)
    told = [await ladder_day(rui, sunday + timedelta(days=n)) for n in range(5)]
    assert "step 1 of" in told[0], "the first step"
    assert "step 2 of" in told[1], "unlocked by the next morning"
    assert "step 2 of" in told[2], "a day of rest between steps changes nothing"
    assert any("step 3 of" in each for each in told)
    worse = await ladder_day(rui, sunday + timedelta(days=5), "knee stiffer this morning, 3/10")
    assert "step 3 of" not in worse
