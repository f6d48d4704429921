"""What is asked for in words: done at once where the words say enough, and never misread."""

from __future__ import annotations

import pytest

from core.checkin import Told
from core.units import Units
from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY, SATURDAY = "2026-11-27 06:30", "2026-11-28 06:30"


async def nothing_logged(chat: Chat) -> bool:
    return not (await saved.dossier(chat)).activities


COMMANDS = [
    ("what's my week", "Week of Mon 23 Nov"),
    ("show me the plan", "10K on Sun 14 Mar 2027"),
    ("what are my paces", "VDOT"),
    ("what should I do today", "Fri 27 Nov"),
    ("and tomorrow?", "Sat 28 Nov"),
    ("help", "What I can do"),
    ("delete my data", "[Erase everything]"),
    ("send me my data", "nextgear-export.json"),
    ("show settings", "Morning: 6:30"),
    ("thanks", "Any time"),
    ("hi", "Hello"),
    ("who are you", "I'm Nextgear"),
    ("why?", "medical advice"),
]


@pytest.mark.parametrize(("said", "piece"), COMMANDS, ids=[c[0] for c in COMMANDS])
async def test_words_do_what_the_command_does(rui: Chat, said: str, piece: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears(said, piece)
    assert await nothing_logged(rui)


async def test_settings_change_at_once_where_the_value_is_told(rui: Chat) -> None:
    await rui.hears("switch to miles", "Changed.", "Units: miles")
    await rui.hears("change my morning time to 7", "Changed.", "Morning: 7:00")
    await rui.hears("I moved to Paris", "Changed.", "Place: Europe/Paris")
    account = (await saved.dossier(rui)).account
    assert account.units is Units.MILES
    assert (account.hours.morning, account.hours.zone) == (420, "Europe/Paris")


async def test_undo_and_keep_as_planned_are_understood_in_words(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("legs dead, 5 h, 52", "Easier today.")
    await rui.hears("undo", "Taken back, and so are your answers", "How are the legs?")
    assert await saved.plan(rui) == before
    await rui.hears("legs dead, 4 h, 60", "Easier today.")
    await rui.hears("keep it as planned", "Back to the plan, as you asked")
    assert await saved.plan(rui) == before
    assert await nothing_logged(rui), "and it is no report of a run"


NO_REPORTS = ["yes", "no", "ok", "my race is cancelled", "👍", "not now", "maybe", "done with this"]


@pytest.mark.parametrize("said", NO_REPORTS)
async def test_what_is_no_report_logs_no_run(rui: Chat, said: str) -> None:
    await rui.at(FRIDAY)
    await rui.taps("Same as usual")
    await rui.hears(said, never="Logged")
    assert await nothing_logged(rui)


async def test_yes_answers_the_evening(rui: Chat) -> None:
    await rui.at("2026-11-27 20:30", "How did it go?")
    await rui.hears("yes", "Logged: Easy run, as planned")


async def test_as_planned_on_a_rest_day_asks_what_was_run(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await rui.hears("ran as planned", "What did you run?")
    assert await nothing_logged(rui)


async def test_not_today_leaves_told_answers_alone(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs heavy, slept 6 hours", "legs heavy")
    await rui.hears("skip")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs == 2
    assert told.pulse is Told.SKIPPED


async def test_who_is_stopped_may_still_ask_things(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I fainted after my run yesterday")
    await rui.hears("what should I eat before a race", never="talked past")
    await rui.hears("let me run anyway", "isn't one I can be talked past")
