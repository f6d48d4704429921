"""Consent first, everything handed over, everything erased."""

from __future__ import annotations

import json

from bot.storage.tables import HELD_WITHOUT_AN_ATHLETE, metadata
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.conftest import Asked
from tests.chats.people import RUI, onboard

PEOPLES = {t.name for t in metadata.sorted_tables} - HELD_WITHOUT_AN_ATHLETE


async def test_nothing_is_stored_before_start_is_pressed(chat: Chat) -> None:
    await chat.hears("/start", "what you tell me, health answers included", "/forget erases")
    await chat.hears("hello", "/start")
    await chat.hears("/today", "no plan for you yet")
    await chat.hears("/settings")
    await chat.hears("/export", "hold nothing about you")
    await chat.hears("/forget", "hold nothing about you")
    await chat.hears("/log 5k in 30:00", "no plan for you yet")
    chat.stage.telegram.send_location(chat.person, None, 38.7, -9.1)
    await chat.settles()
    assert await saved.rows(chat) == {}


async def test_consent_is_the_first_thing_that_is_saved(chat: Chat) -> None:
    await chat.hears("/start")
    await chat.taps("Start")
    account = await saved.account(chat)
    assert account is not None
    assert account.consented_at is not None
    assert await saved.rows(chat) == {"athletes": 1, "cards": 1}, "and which message asks"


async def test_export_is_a_document_that_holds_everything(hard_day: Chat) -> None:
    await hard_day.taps("Heavy")
    await hard_day.taps("7 h 30")
    await hard_day.taps("Skip")
    await hard_day.hears("/export", "Everything I hold about you", "📎 nextgear-export.json")
    sent = hard_day.said[-1].content["document"]["file_id"]
    document = json.loads(hard_day.stage.telegram.world.files.stored[sent].upload.data)
    held = await saved.rows(hard_day)
    assert {name for name in held if document.get(name)} == set(held)
    assert {name: len(document[name]) for name in held} == held
    text = json.dumps(document)
    for told in ("Europe/Lisbon", "2027-03-14", "1992", "2910"):
        assert told in text
    assert hard_day.stage.telegram.token not in text


async def test_forget_asks_once_and_can_be_left(rui: Chat) -> None:
    before = await saved.rows(rui)
    await rui.hears("/forget", "can't be undone", "[Erase everything]", "[Keep it]")
    await rui.taps("Keep it", "Nothing was erased")
    assert await saved.rows(rui) == before


async def test_forget_erases_every_table_and_leaves_a_stranger(hard_day: Chat) -> None:
    await hard_day.taps("Pain, ill or stressed")
    await hard_day.taps("I'm ill")
    await hard_day.at("20:30")
    await hard_day.hears("/log 3k in 20:00 yesterday")
    held = await saved.rows(hard_day)
    assert {"plans", "checkins", "decisions", "gates", "activities", "days", "cards"} <= set(held)
    await hard_day.hears("/forget")
    await hard_day.taps("Erase everything", "I hold nothing about you any more", "Backups")
    assert await saved.rows(hard_day) == {}
    raw = await saved.said_and_kept(hard_day)
    assert raw == [], "and nothing of what was written is kept either"
    assert await hard_day.at("2027-01-15 12:00") == "", "no morning comes"
    await hard_day.hears("/today", "no plan for you yet")
    await hard_day.hears("legs heavy, slept 5h", "/start")
    assert await saved.rows(hard_day) == {}


async def test_after_forget_the_old_buttons_are_a_strangers(rui: Chat) -> None:
    await rui.at("2026-11-27 06:30")
    card = rui.message("How are the legs?")
    await rui.hears("/forget")
    erase = rui.message("[Erase everything]")
    await rui.taps("Erase everything")
    await rui.taps("Heavy", "no plan for you yet", on=card)
    rui.stage.telegram.press(rui.person, card, 0, 0)
    assert await rui.settles() is not None
    assert not erase.buttons(), "the question has become its answer"
    assert await saved.rows(rui) == {}


async def test_two_taps_on_erase_erase_once(rui: Chat) -> None:
    await rui.hears("/forget")
    erase = rui.message("[Erase everything]")
    rui.press("Erase everything", erase)
    rui.press("Erase everything", erase)
    await rui.settles()
    assert await saved.rows(rui) == {}
    assert "went wrong" not in rui.screen


async def test_in_the_middle_of_onboarding_it_can_be_erased_too(asked: Asked) -> None:
    chat = await asked("health")
    await chat.hears("/forget", "[Erase everything]")
    await chat.taps("Erase everything", "I hold nothing about you")
    assert await saved.rows(chat) == {}
    await onboard(chat, RUI)


async def test_coming_back_is_a_fresh_beginning(rui: Chat) -> None:
    await rui.hears("/start", "We know each other", "/forget first")
    await rui.hears("/forget")
    await rui.taps("Erase everything")
    await onboard(rui, RUI)
    assert (await saved.rows(rui))["athletes"] == 1


async def test_every_table_with_a_persons_data_is_known_here() -> None:
    assert {"athletes", "plans", "checkins", "gates"} <= PEOPLES
