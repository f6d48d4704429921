"""Mornings without coaching: what silence means in a pause, and the way back from it."""

from __future__ import annotations

from datetime import date

from core.reasons import Code
from tests.chats import saved
from tests.chats.chat import Chat


def day(text: str) -> date:
    return date.fromisoformat(text)


async def test_days_of_a_pause_are_not_run_and_the_way_back_is_by_degrees(rui: Chat) -> None:
    await rui.at("2026-11-27 20:30")
    await rui.hears("as planned, rpe 3")
    await rui.at("2026-11-29 05:00")
    await rui.hears("pause please", "Paused. No messages until you say so")
    assert await rui.at("2026-12-08 10:00") == ""
    await rui.hears("I'm back", "After 11 days off we come back by degrees")
    assert (await saved.dossier(rui)).log.unknown == ()
    assert "How did it go" not in await rui.at("2026-12-08 23:00"), "it goes on tomorrow"
    await rui.at("2026-12-09 06:30", "It's 11 days without running.")
    plan = (await saved.dossier(rui)).plan
    assert plan is not None
    now, base = plan.plan.on(day("2026-12-09")), plan.base.on(day("2026-12-09"))
    assert now is not None
    assert base is not None
    assert not now.hard
    assert await saved.minutes(rui, now.workout) < await saved.minutes(rui, base.workout)


async def test_a_short_pause_changes_nothing(rui: Chat) -> None:
    await rui.at("2026-11-27 20:30")
    await rui.hears("as planned, rpe 3")
    before = await saved.plan(rui)
    await rui.hears("pause")
    await rui.at("2026-12-01 10:00")
    await rui.hears("resume", "Good to have you back. The plan goes on tomorrow.")
    await rui.at("2026-12-02 06:30", "How are the legs?", never="without running")
    assert (await saved.plan(rui)).sessions == before.sessions


async def test_days_away_without_running_are_not_run(rui: Chat) -> None:
    await rui.at("2026-11-27 06:30")
    await rui.hears("away until Tuesday without running", "No running then")
    await rui.at("2026-12-02 06:30")
    assert (await saved.dossier(rui)).log.unknown == ()


async def test_im_back_with_nothing_to_come_back_from_is_a_welcome(rui: Chat) -> None:
    await rui.hears("I'm back", "Good to have you back. /today")


async def test_today_on_the_day_of_onboarding_makes_no_silent_morning(rui: Chat) -> None:
    await rui.hears("/today", "Your first run")
    await rui.at("2026-11-27 06:31", "How are the legs?")
    assert (await saved.dossier(rui)).account.silent_mornings == 0


async def test_short_nights_make_the_plan_smaller_once_and_say_so_once(rui: Chat) -> None:
    told = []
    for n in range(20):
        on = date(2026, 11, 27).toordinal() + n
        morning = await rui.at(f"{date.fromordinal(on)} 06:30")
        told += [n] if "Your usual night is short (6 h)" in morning else []
        await rui.hears("legs good, slept 6, hr 50")
        await rui.at(f"{date.fromordinal(on)} 21:00")
        if await saved.session(rui) is not None:
            await rui.hears("as planned, rpe 3")
    assert told == [14], "after fourteen nights, and on one morning only"
    row = (await saved.dossier(rui)).plan
    assert row is not None
    whys = {r.code for s in row.plan.sessions for r in s.why}
    assert Code.SLEEP_USUAL_SHORT in whys
    assert (await saved.athlete(rui)).sleeper_told == date(2026, 12, 11)
