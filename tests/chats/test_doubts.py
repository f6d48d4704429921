"""What may be a grave sign is asked back with two taps before anything else is answered."""

from __future__ import annotations

import pytest

from core.safety import GateKind, Sign
from tests.chats import saved
from tests.chats.chat import Chat

FRIDAY = "2026-11-27 06:30"
OUCH = "legs 4, slept 7, hr 50, chest ouch"
QUESTION = "Pain, pressure or tightness in the chest: have you had that"
MEANING = "what does chest pain mean?"


async def gates(chat: Chat) -> set[GateKind]:
    return {row.gate.kind for row in (await saved.dossier(chat)).gates}


async def test_a_doubt_is_asked_before_the_morning_is_judged(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(OUCH, QUESTION, "[Yes, I've had that]", "call 112", never="Easy run")
    assert await gates(rui) == set()


async def test_yes_is_the_sign_and_what_was_told_beside_it_is_kept(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(OUCH)
    await rui.taps("Yes, I've had that", "Stop, and get help now", "[A doctor cleared me to run]")
    assert await gates(rui) == {GateKind.EMERGENCY}
    assert await saved.session(rui) is None
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs == 4


async def test_no_is_followed_by_what_the_message_is_answered_without_the_question(
    rui: Chat,
) -> None:
    await rui.at(FRIDAY)
    await rui.hears("legs 4, slept 7, hr 50, a penguin on my chest lol")
    await rui.taps("No, nothing like that", "Good. Should it ever come", "Easy run")
    assert await gates(rui) == set()
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs == 4


@pytest.mark.parametrize(
    ("said", "answer"),
    [("yes", "Stop, and get help now"), ("Yes, a bit", "Stop"), ("no", "Good"), ("nope!", "Good")],
)
async def test_the_answer_may_be_typed(rui: Chat, said: str, answer: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears(MEANING, QUESTION)
    await rui.hears(said, answer)


async def test_a_second_tap_changes_nothing(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(OUCH)
    rui.press("Yes, I've had that")
    rui.press("Yes, I've had that")
    assert "Stop, and get help now" in await rui.settles()
    assert await gates(rui) == {GateKind.EMERGENCY}


async def test_who_is_stopped_already_is_not_asked_again(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I fainted this morning", "No running until a doctor")
    await rui.hears("my chest feels odd again", never="One question first")


async def test_what_is_only_asked_about_is_answered_with_the_question(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears(MEANING, QUESTION, never="Stop, and get help")
    await rui.taps("No, nothing like that", "Should it ever come: stop, and tell me")


async def test_a_stranger_is_asked_too_and_nothing_is_stored(chat: Chat) -> None:
    await chat.hears(MEANING, QUESTION)
    await chat.taps("No, nothing like that", "Good.")
    await chat.hears("dont laugh but it feels like a penguin on my chest", QUESTION)
    await chat.taps("Yes, I've had that", "Stop, and get help now", never="[A doctor cleared")
    assert await saved.rows(chat) == {}


@pytest.mark.parametrize("forged", ["safety:felt:nonsense", "safety:not-felt:", "safety:felt"])
async def test_a_forged_answer_does_nothing(rui: Chat, forged: str) -> None:
    await rui.at(FRIDAY)
    await rui.hears(OUCH)
    await rui.forges(forged)
    assert await gates(rui) == set()


async def test_in_a_group_a_doubt_is_not_spoken_of(rui: Chat) -> None:
    telegram = rui.stage.telegram
    group = telegram.group(rui.person, "Squad", supergroup=True)
    telegram.add(group, telegram.bot, by=rui.person)
    await rui.stage.settle()
    telegram.say(rui.person, group, OUCH)
    await rui.stage.settle()
    said = [m.text for m in telegram.visible_to(rui.person, group) if m.sender.is_bot]
    assert not any("One question first" in text or "chest" in text for text in said)


def test_every_sign_that_is_asked_about_has_its_words() -> None:
    """The rest of the first three groups would be asked about as bone pain."""
    assert {s.value for s in Sign if s.group.value in {"emergency", "crisis", "doctor"}} == {
        "chest-pain", "collapse", "heat-confusion", "breathless-at-rest", "stroke", "dark-urine",
        "saddle-numbness", "pregnancy-alarm", "self-harm", "fainting", "palpitations",
        "swollen-calf", "bone-pain", "chest-infection",
    }  # fmt: skip
