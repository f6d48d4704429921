"""What the coach learns little by little: on rest days, and behind /settings."""

from __future__ import annotations

from core.athlete import Kit
from tests.chats import saved
from tests.chats.chat import Chat

SATURDAY, MONDAY, TUESDAY = "2026-11-28 06:30", "2026-11-30 06:30", "2026-12-01 06:30"
ASKED = "While you rest, one thing about you"


async def ran_and_rests(rui: Chat) -> None:
    """The first run is told; the next morning is a day of rest."""
    await rui.at("2026-11-27 06:30")
    await rui.taps("Same as usual")
    await rui.hears("/log 7k in 42:00")
    await rui.at(SATURDAY, never=ASKED)


async def test_a_rest_day_asks_one_thing_once_the_morning_is_answered(rui: Chat) -> None:
    await ran_and_rests(rui)
    await rui.taps("Same as usual", ASKED, "how much time", "[No limit] [45 min]", "[Never ask]")
    card = rui.message(ASKED)
    await rui.taps("1 hour", "Noted. The plan follows from tomorrow.", never=ASKED)
    athlete = (await saved.dossier(rui)).account.profile
    assert athlete is not None
    assert {most for _, most in athlete.minutes} == {60}
    assert rui.message("Rest, as planned").sequence == card.sequence, "it is the day's own card"


async def test_a_question_that_nobody_wants_does_not_come_back(rui: Chat) -> None:
    await ran_and_rests(rui)
    await rui.taps("Same as usual", "how much time")
    await rui.taps("Never ask", "I won't bring it up", never=ASKED)
    await rui.hears("/log 12k yesterday")
    await rui.at(MONDAY)
    await rui.hears("/log 12k in 75:00 yesterday")
    await rui.taps("Same as usual", never="how much time")


async def test_several_answers_are_ticked_and_then_counted(rui: Chat) -> None:
    await rui.hears("/settings", "[About you]")
    await rui.taps("About you", "About you", "Weekday time: No limit", "Club nights: nothing told")
    await rui.taps("What's at hand", "within reach", "[None of these]")
    await rui.taps("Hill", "[✓ Hill]", "[Done]")
    await rui.taps("Track", "[✓ Track]")
    await rui.taps("✓ Hill", "[Hill]")
    await rui.taps("Gym", "[✓ Gym]")
    await rui.taps("Done", "Noted. The plan follows", "What's at hand: Gym and Track")
    athlete = (await saved.dossier(rui)).account.profile
    assert athlete is not None
    assert set(athlete.kit) == {Kit.GYM, Kit.TRACK}


async def test_the_list_leads_back_to_the_settings(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("About you")
    await rui.taps("Sitting", "do you sit")
    await rui.taps("Yes", "Noted.", "Sitting most of the day: Yes", never="plan follows")
    await rui.taps("‹ Settings", "Morning:")


async def test_forged_answers_change_nothing(rui: Chat) -> None:
    await rui.hears("/settings")
    before = await saved.everything(rui)
    for data in (
        "background:done:minutes:13:list",
        "background:done:nothing:1:list",
        "background:pick:club:9:list",
        "background:pick:sits:yes:list",
        "background:never:?:x:list",
        "background:ask:x",
        "background:dance",
    ):
        await rui.forges(data)
        assert rui.toast
    after = await saved.everything(rui)
    assert {t: before[t] for t in ("athletes", "plans")} == {
        t: after[t] for t in ("athletes", "plans")
    }
