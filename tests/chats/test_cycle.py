"""The cycle's day: off until it is turned on, private, counted on, and used for the pulse only."""

from __future__ import annotations

import json

from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY, SATURDAY = "2026-11-27 06:30", "2026-11-28 06:30"


def exported(chat: Chat) -> str:
    """The file that /export has just sent."""
    sent = chat.said[-1].content["document"]["file_id"]
    data: bytes = chat.stage.telegram.world.files.stored[sent].upload.data
    return json.dumps(json.loads(data))


async def cycle_day(chat: Chat) -> int | None:
    checkin = (await saved.dossier(chat)).checkin
    return checkin.cycle_day if checkin else None


async def test_while_it_is_off_nothing_is_kept_and_nothing_is_asked(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs good, slept 8, hr 50, cycle day 14", "As planned.", never="cycle")
    assert await cycle_day(rui) is None
    await rui.taps("Change answers")
    await rui.taps("Pain, ill or stressed", never="Cycle day")
    await rui.hears("day 3 of my period", "only kept once you turn it on", "/settings")
    assert await cycle_day(rui) is None


async def test_turned_on_it_is_told_by_tap_or_in_words_and_counted_on(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("Note my cycle", "only in private", "[Don't note my cycle]")
    await rui.at(FRIDAY)
    await rui.taps("Pain, ill or stressed", "[Cycle day]")
    await rui.taps("Cycle day", "Day 1 is the first of the period")
    await rui.hears("14", "day 14 of the cycle")
    await rui.hears("legs good, slept 8, hr 50", "day 14 of the cycle", "As planned.")
    assert await cycle_day(rui) == 14
    await rui.at(SATURDAY)
    await rui.hears("legs good, slept 8, hr 52", "day 15 of the cycle")
    assert await cycle_day(rui) == 15
    await rui.hears("cycle day 1", "day 1 of the cycle")
    assert await cycle_day(rui) == 1


async def test_turned_off_again_it_is_no_longer_noted_and_export_has_what_was(rui: Chat) -> None:
    await rui.hears("/settings")
    await rui.taps("Note my cycle")
    await rui.at(FRIDAY)
    await rui.hears("legs good, slept 8, hr 50, cycle day 20", "day 20 of the cycle")
    await rui.hears("/settings")
    await rui.taps("Don't note my cycle", "[Note my cycle]")
    await rui.at(SATURDAY)
    await rui.hears("legs good, slept 8, hr 50", never="cycle")
    assert await cycle_day(rui) is None
    dossier = await saved.dossier(rui)
    assert [c.cycle_day for c in dossier.checkins] == [20, None]
    await rui.hears("/export", "nextgear-export.json")
    assert '"cycle_day": 20' in exported(rui)


async def test_who_only_coaches_has_no_such_switch(chat: Chat) -> None:
    await chat.hears("/start")
    await chat.taps("Start")
    await chat.hears("I only coach")
    await chat.hears("Lisbon")
    await chat.hears("/settings", never="cycle")
    await chat.forges("profile:set:cycle:on")
    assert (await saved.account(chat)) is not None
