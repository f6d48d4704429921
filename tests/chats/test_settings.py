"""/settings: each by tap and in words; hours, zones and days change without a morning too many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.schedule import Dial, DueKind
from bot.storage import dues
from bot.storage.athletes import State
from bot.storage.owner import Owner
from core.units import Units
from tests.chats import saved
from tests.chats.chat import Chat

HOW_ARE_THE_LEGS = "How are the legs?"


async def mornings(chat: Chat, until: str) -> list[str]:
    """The local dates of the cards that come by themselves until then."""
    before = {m.sequence for m in chat.said}
    await chat.at(until)
    zone = ZoneInfo((await saved.dossier(chat)).account.hours.zone)
    new = [m for m in chat.said if m.sequence not in before and "evening" not in m.text]
    told = [m for m in new if not m.text.startswith("Week of")]
    cards = [m for m in told if " · Base" in m.text.split("\n", 1)[0]]
    return [m.date.astimezone(zone).strftime("%d %H:%M") for m in cards]


async def test_the_card_shows_every_setting(rui: Chat) -> None:
    await rui.hears(
        "/settings",
        "Morning: 6:30",
        "Weekend: same hour",
        "Evening: 20:30",
        "Usual running hour: not told",
        "Place: Europe/Lisbon",
        "Days: Tue, Wed, Thu, Fri and Sun, long on Sun",
        "Units: kilometres",
        "Clock: 24 hours",
        "Messages: normal",
        "Pulse question: on",
    )


TAPS = [
    ("Morning hour", "7:30", "Morning: 7:30"),
    ("Weekend hour", "8:00", "Weekend: 8:00"),
    ("Evening hour", "21:00", "Evening: 21:00"),
    ("Running hour", "18:00", "Usual running hour: 18:00"),
    ("How many messages", "Few", "Messages: few"),
]


@pytest.mark.parametrize(("button", "value", "shown"), TAPS, ids=[t[0] for t in TAPS])
async def test_each_setting_is_changed_by_tap(
    rui: Chat, button: str, value: str, shown: str
) -> None:
    await rui.hears("/settings")
    await rui.taps(button)
    await rui.taps(value, "Changed.", shown)


SWITCHES = [
    ("In miles", "Units: miles", "In kilometres"),
    ("12-hour clock", "Morning: 6:30 am", "24-hour clock"),
    ("Don't ask for the pulse", "Pulse question: off", "Ask for the pulse"),
]


@pytest.mark.parametrize(("button", "shown", "back"), SWITCHES, ids=[s[0] for s in SWITCHES])
async def test_a_switch_is_one_tap_there_and_one_back(
    rui: Chat, button: str, shown: str, back: str
) -> None:
    await rui.hears("/settings")
    await rui.taps(button, "Changed.", shown)
    await rui.taps(back, "Changed.", never=shown)


WORDS = [
    ("Morning hour", "quarter to seven", "Morning: 6:45"),
    ("Weekend hour", "half past eight", "Weekend: 8:30"),
    ("Evening hour", "9 pm", "Evening: 21:00"),
    ("Running hour", "noon", "Usual running hour: 12:00"),
    ("Place", "Berlin", "Place: Europe/Berlin"),
    ("Place", "America/New_York", "Place: America/New_York"),
    ("Days", "mon wed fri and a long one on sunday", "Days: Mon, Wed, Fri and Sun, long on Sun"),
]


@pytest.mark.parametrize(("button", "said", "shown"), WORDS, ids=[w[1] for w in WORDS])
async def test_each_setting_is_changed_in_words(
    rui: Chat, button: str, said: str, shown: str
) -> None:
    await rui.hears("/settings")
    await rui.taps(button)
    await rui.hears(said, "Changed.", shown)


BAD = [
    ("Morning hour", "25:00", "25:00 is no time of day"),
    ("Morning hour", "whenever", "I can't read that as a time of day"),
    ("Place", "Qwertyville", "I don't know that place"),
    ("Days", "never", "Name the days"),
    ("Days", "just sunday", "One day a week isn't enough"),
]


@pytest.mark.parametrize(("button", "said", "piece"), BAD, ids=[b[1] for b in BAD])
async def test_what_cannot_be_is_explained_and_asked_again(
    rui: Chat, button: str, said: str, piece: str
) -> None:
    before = (await saved.dossier(rui)).account
    await rui.hears("/settings")
    await rui.taps(button)
    await rui.hears(said, piece, "[‹ Settings]")
    assert (await saved.dossier(rui)).account == before
    await rui.taps("‹ Settings", "Morning: 6:30")


async def test_a_name_of_several_places_is_asked_by_buttons(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("Place")
    await rui.hears("Springfield", "There's more than one", "Springfield")
    label = next(b["text"] for m in [rui.said[-1]] for row in m.buttons() for b in row)
    await rui.taps(label, "Changed.", "Place: America/")


async def test_a_shared_location_is_the_new_place(rui: Chat) -> None:
    rui.stage.telegram.send_location(rui.person, None, 52.52, 13.40)
    assert "Europe/Berlin" in await rui.settles()


async def test_days_by_tap_change_the_plan_from_tomorrow_and_the_past_stays(rui: Chat) -> None:
    await rui.at("2026-11-27 12:00")
    shown = await saved.session(rui)
    await rui.hears("/settings")
    await rui.taps("Days", "[✓ Tue]", "[Mon]")
    await rui.taps("Mon")
    await rui.taps("✓ Tue", "] [Tue]")
    await rui.taps("Done", "From tomorrow the plan runs on Mon, Wed, Thu, Fri and Sun", "[Sun]")
    await rui.taps("Wed", "long on Wed")
    found = await saved.dossier(rui)
    assert found.account.profile is not None
    assert (found.account.profile.days, found.account.profile.long_day) == ((0, 2, 3, 4, 6), 2)
    plan = await saved.plan(rui)
    assert {s.on.weekday() for s in plan.sessions if s.race is None} <= {0, 2, 3, 4, 6}
    assert found.planned(found.today) == shown, "what was shown today stays"
    await rui.hears("/week", "Fri 27 Nov: Easy run")


async def test_miles_are_shown_everywhere_at_once(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("In miles")
    await rui.hears("/tomorrow", "/mi", " mi ", never="/km")
    await rui.at("2026-11-27 06:30", "/mi", never="/km")
    assert (await saved.dossier(rui)).account.units is Units.MILES


async def test_without_the_pulse_question_two_are_asked(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("Don't ask for the pulse")
    await rui.at("2026-11-27 06:30")
    await rui.taps("OK")
    await rui.taps("7 h", "As planned.")


async def test_a_pulse_skipped_five_times_folds_away_until_it_is_asked_for(rui: Chat) -> None:
    for day in (27, 28, 29, 30):
        await rui.at(f"2026-11-{day} 06:30")
        await rui.taps("OK")
        await rui.taps("7 h", "Resting pulse")
        await rui.taps("Skip")
    await rui.at("2026-12-01 06:30")
    await rui.taps("OK")
    await rui.taps("7 h", "Resting pulse")
    await rui.taps("Skip")
    await rui.at("2026-12-02 06:30")
    await rui.taps("OK")
    await rui.taps("7 h", never="Resting pulse")


async def test_few_messages_are_mornings_only(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("How many messages", "How much shall I write unasked?")
    await rui.taps("Few")
    assert (await saved.dossier(rui)).account.hours.dial is Dial.QUIET
    await rui.at("2026-11-27 06:30", HOW_ARE_THE_LEGS)
    await rui.at("2026-11-27 23:00", never="How did it go?")


async def test_a_later_hour_on_the_same_morning_brings_no_second_card(rui: Chat) -> None:
    await rui.at("2026-11-27 06:30", HOW_ARE_THE_LEGS)
    await rui.hears("/settings")
    await rui.taps("Morning hour")
    await rui.hears("9:00")
    assert await mornings(rui, "2026-11-28 23:00") == ["28 09:00"]


async def test_an_earlier_hour_before_it_came_brings_it_now(rui: Chat) -> None:
    await rui.at("2026-11-27 06:00")
    await rui.hears("/settings")
    await rui.taps("Morning hour")
    await rui.hears("5:30", "Morning: 5:30", HOW_ARE_THE_LEGS)
    assert await mornings(rui, "2026-11-28 12:00") == ["28 05:30"]


async def test_the_weekend_has_its_own_hour(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("Weekend hour")
    await rui.taps("8:00")
    days = await mornings(rui, "2026-11-30 12:00")
    assert days == ["27 06:30", "28 08:00", "29 08:00", "30 06:30"]


ZONES = [
    "Asia/Tokyo",
    "America/Los_Angeles",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kolkata",
]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("hour", [5, 7, 18])
async def test_another_zone_gives_no_day_two_mornings_and_skips_none(
    rui: Chat, zone: str, hour: int
) -> None:
    await rui.at(f"2026-11-27 {hour:02}:00")
    first = [m for m in rui.said if m.text.startswith("Fri 27 Nov ·")]
    await rui.hears("/settings")
    await rui.taps("Place")
    await rui.hears(zone, f"Place: {zone}")
    await rui.stage.advance(datetime(2026, 12, 2, 12, tzinfo=UTC))
    heads = [m.text.split(" ·")[0] for m in rui.said if " · Base" in m.text]
    assert len(heads) == len(set(heads)), heads
    days = {"Sat 28 Nov", "Sun 29 Nov", "Mon 30 Nov", "Tue 1 Dec"}
    assert days <= set(heads)
    assert ("Fri 27 Nov" in heads) or not first


async def test_a_pause_is_silence_and_going_on_brings_the_next_morning(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("Pause", "Paused. No messages until you say so")
    assert (await saved.dossier(rui)).account.state is State.PAUSED
    assert await rui.at("2026-11-29 23:00") == ""
    await rui.hears("/settings", "Paused")
    await rui.taps("Go on", "Good to have you back")
    assert await mornings(rui, "2026-12-01 12:00") == ["30 06:30", "01 06:30"]


async def test_pause_and_back_on_one_day_gives_one_morning(rui: Chat) -> None:
    await rui.at("2026-11-27 06:30", HOW_ARE_THE_LEGS)
    await rui.hears("/settings")
    await rui.taps("Pause")
    await rui.taps("Go on")
    assert await mornings(rui, "2026-11-27 23:00") == []
    await rui.hears("/settings")
    await rui.taps("Pause")
    await rui.taps("Morning hour")
    await rui.hears("23:30")
    await rui.taps("Go on")
    assert await mornings(rui, "2026-11-27 23:59") == []


async def test_a_long_pause_begins_gently_from_what_was_run(rui: Chat) -> None:
    await rui.hears("/race", "10K, 14 Mar 2027 (A)")
    await rui.taps("10K, 14 Mar", "[Take it out]")
    await rui.taps("Take it out", "Out of the calendar")
    await rui.at("2026-11-27 20:30")
    await rui.hears("as planned, rpe 3")
    await rui.hears("/settings")
    await rui.taps("Pause")
    await rui.at("2026-12-20 10:00")
    await rui.hears("/settings")
    await rui.taps("Go on", "After 23 days off we begin gently")
    plan = await saved.plan(rui)
    assert str(plan.starts) == "2026-12-21"
    first = plan.between(plan.starts, plan.starts + timedelta(days=6))
    assert first
    assert not any(s.hard for s in first)


async def test_nothing_is_owed_while_paused_whatever_is_changed(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("Pause")
    await rui.taps("Evening hour")
    await rui.taps("21:00", "Evening: 21:00")
    assert await rui.at("2026-11-28 23:00") == ""
    assert rui.stage.coach is not None
    async with rui.stage.coach.database.read() as unit:
        owner = Owner.athlete((await saved.dossier(rui)).account.id)
        assert await dues.at(unit, owner, DueKind.MORNING) is None


async def test_words_pause_too(rui: Chat) -> None:
    await rui.hears("please pause", "Paused. No messages until you say so", "[Go on]")


async def test_who_blocks_the_bot_hears_nothing_and_comes_back_to_mornings(rui: Chat) -> None:
    rui.stage.telegram.block(rui.person)
    await rui.settles()
    assert (await saved.dossier(rui)).account.state is State.BLOCKED
    await rui.at("2026-11-28 12:00")
    rui.stage.telegram.unblock(rui.person)
    await rui.settles()
    assert await mornings(rui, "2026-11-30 12:00") == ["29 06:30", "30 06:30"]


async def test_what_today_became_survives_a_new_plan_and_its_undo_stays_exact(rui: Chat) -> None:
    await rui.at("2026-11-27 06:30")
    planned = await saved.session(rui)
    await rui.taps("Heavy")
    await rui.taps("7 h 30")
    await rui.taps("Skip", "A little less today.")
    eased = await saved.session(rui)
    await rui.hears("/settings")
    await rui.taps("Days")
    await rui.hears("mon wed sun, long on sunday", "Changed.")
    assert await saved.session(rui) == eased != planned
    await rui.taps("Undo", "Taken back, and so are your answers")
    assert await saved.session(rui) == planned
    await rui.at("2026-11-27 20:30", "How did it go? Planned: Easy run")


async def test_a_race_that_a_long_pause_puts_out_of_reach_is_told_with_what_could_be(
    rui: Chat,
) -> None:
    await rui.at("2026-11-27 20:30")
    await rui.hears("as planned, rpe 3")
    await rui.hears("/settings")
    await rui.taps("Pause")
    await rui.at("2026-12-20 10:00")
    await rui.hears("/settings")
    await rui.taps("Go on", "After 23 days off", "About your race, honestly", "[10K on ")
    plan = await saved.plan(rui)
    assert str(plan.starts) == "2026-12-21", "not the plan that asks for what was not run"
    assert not any(s.race for s in plan.sessions)
    await rui.taps("10K on ", "In the calendar")
    later = (await saved.athlete(rui)).races
    assert len(later) == 1
    assert [s.on for s in (await saved.plan(rui)).sessions if s.race] == [later[0].on]
    assert str(later[0].on) > "2027-03-14"
