"""Moving, skipping, being away, busy, ill or hurt, and the way back: by tap and in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.adjust import demanding
from core.plan import ChangeKind
from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY, SATURDAY, SUNDAY = "2026-11-27 06:30", "2026-11-28 06:30", "2026-11-29 06:30"
"""Rui's first days: an easy run, a rest day, a long run."""


def day(on: str) -> date:
    return date.fromisoformat(on)


async def test_a_session_moves_by_buttons_and_comes_back_exactly(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("/move", "Which session would you like to move?", "Fri 27 Nov: Easy run")
    await rui.taps("Fri 27 Nov", "Where to?", "[Sat 28 Nov]", "[Leave it out]")
    await rui.taps("Sat 28 Nov", "Moved.", "Fri 27 Nov: nothing (was: Easy run", "[Undo]")
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
    await rui.hears("skip today", "Left out.", "nothing needs making up", "was: Easy run")
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


@pytest.mark.parametrize("data", ["move:pick:x", "move:to:2026-11-27", "change:undo:x", "move:no:1"])
async def test_forged_buttons_change_nothing(rui: Chat, data: str) -> None:
    before = await saved.plan(rui)
    await rui.forges(data)
    assert await saved.plan(rui) == before


async def test_a_stranger_is_invited_to_begin(chat: Chat) -> None:
    await chat.hears("/move", "Nextgear")


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
        assert all((b - a).days > 1 for a, b in zip(hard, hard[1:], strict=False))
        await hard_day.taps("Undo", "Taken back.")
        assert await saved.plan(hard_day) == plan
        await hard_day.hears("/move")
        await hard_day.taps(_label(today))
