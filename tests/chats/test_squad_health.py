"""A member who may not run, or has no plan: what each of them hears of the squad's session."""

from __future__ import annotations

import pytest

from core.squad import Share
from tests.chats.chat import Chat, shown
from tests.chats.people import RUI, onboard
from tests.chats.squad_days import TUESDAY, allow, joined, posted
from tests.chats.squad_people import Group, person
from tests.chats.stage import Stage


@pytest.fixture
async def rui(stage: Stage) -> Chat:
    return await onboard(Chat.of(stage, 42, "Rui"), RUI)


@pytest.fixture
async def group(stage: Stage, rui: Chat) -> Group:
    """A squad with a session on Tuesday, for which Rui, who has a plan, is in."""
    group = await Group.founded(person(stage, 90, "Marta"), supergroup=True, admin=True)
    group.add(rui)
    await joined(group, group.owner, rui)
    await posted(group)
    await group.as_seen_by(rui).taps("In", "In 1: Rui")
    return group


async def test_whom_pain_stops_is_not_told_how_big_it_was_meant_to_be(
    group: Group, rui: Chat
) -> None:
    await rui.at(f"{TUESDAY} 07:00", "With Track Tuesday: 19:00", "half of it is plenty")
    await rui.hears("my knee hurts 6/10, sharp, and I limp", "No run today.", never="plenty")
    assert "With Track Tuesday" not in shown(rui.message("No run today."))


async def test_whose_run_is_made_easy_still_meets_the_squad(group: Group, rui: Chat) -> None:
    await rui.at(f"{TUESDAY} 07:00")
    await rui.hears("my achilles hurts 4/10", "With Track Tuesday: 19:00", never="plenty")


async def test_the_word_before_leads_nobody_into_running_hurt(group: Group, rui: Chat) -> None:
    await rui.at(f"{TUESDAY} 07:00")
    await rui.hears("my knee hurts 6/10, sharp, and I limp", "No run today.")
    await rui.settles()
    await rui.taps("I come along", "You're in")
    word = await rui.at(f"{TUESDAY} 17:01", "In two hours", "No running for you today")
    assert "[My version]" not in word
    assert "[I can't make it]" in word
    assert "No running" not in group.screen, "nobody else hears of it"


async def test_a_plan_follows_only_where_there_is_one(group: Group, rui: Chat) -> None:
    leo = person(group.stage, 102, "Leo")
    group.add(leo)
    await joined(group, leo)
    await group.as_seen_by(leo).taps("In", "Rui and Leo")
    await group.owner.taps("Change it", "Change it?")
    await group.owner.taps("Thu 3 Dec", "Moved.")
    await rui.settles()
    assert "Thu 3 Dec, 19:00, the track. Your plan follows." in rui.screen
    assert "has moved its session: Thu 3 Dec" in leo.screen
    assert "Your plan" not in leo.screen


async def test_a_card_without_a_runner_asks_for_one(group: Group, rui: Chat) -> None:
    await rui.at(f"{TUESDAY} 20:20")
    assert "Who ran? Tap Done.\n[Done]" in shown(group.card("[Done]"))


async def test_a_challenge_is_told_of_once_a_week_of_it_is_over(group: Group, rui: Chat) -> None:
    marta = group.owner
    await marta.hears("/coach")
    await marta.taps("Challenge", "Which one?")
    await marta.taps("Easy stays easy", "It's in the group.")
    await group.as_seen_by(rui).taps("Count me in", "You're in.")
    await marta.at("2026-11-30 12:10")
    assert "The squad's week" not in group.screen, "it begins today, and nothing else happened"
    await marta.at("2026-12-07 12:10")
    assert "Challenge until Sun 27 Dec" in shown(group.card("The squad's week"))


# Today not


async def test_who_must_not_run_looks_like_out_and_nobody_sees_why(group: Group, rui: Chat) -> None:
    await rui.at(f"{TUESDAY} 07:00")
    await rui.hears("my knee hurts 6/10, sharp, and I limp", "No run today.")
    await rui.settles()
    assert "No running for you today, so Track Tuesday has you as out" in rui.screen
    card = shown(group.card("[In]"))
    assert "Out 1: Rui" in card
    assert "In 1" not in card
    assert "No running" not in group.screen
    said = await group.owner.hears("/coach", "Out 1: Rui")
    assert "not today" not in said, "unless Rui shares it"
    await rui.at(f"{TUESDAY} 17:30", never="In two hours")


async def test_the_coach_hears_of_it_where_the_member_shares_it(group: Group, rui: Chat) -> None:
    await allow(group, rui, Share.SMALLER)
    await rui.at(f"{TUESDAY} 07:00")
    await rui.hears("my knee hurts 6/10, sharp, and I limp", "No run today.")
    await rui.settles()
    await group.owner.hears("/coach", "Out 1: Rui", "Rui: not today")


async def test_in_said_afterwards_stands(group: Group, rui: Chat) -> None:
    await rui.at(f"{TUESDAY} 07:00")
    await rui.hears("my knee hurts 6/10, sharp, and I limp", "No run today.")
    await rui.settles()
    await rui.taps("I come along", "You're in")
    await rui.settles()
    assert "In 1: Rui" in shown(group.card("[In]"))
    await rui.hears("my knee hurts 7/10", "No run")
    await rui.settles()
    assert "In 1: Rui" in shown(group.card("[In]"))
    assert rui.screen.count("has you as out") == 1


async def test_pain_days_before_takes_nobody_off_until_the_morning_of_the_session(
    group: Group, rui: Chat
) -> None:
    await rui.at("2026-11-30 07:00")
    await rui.hears("my knee hurts 6/10, sharp, and I limp", "No run today.")
    await rui.settles()
    assert "In 1: Rui" in shown(group.card("[In]"))
    await rui.at(f"{TUESDAY} 07:00")
    await rui.settles()
    assert "Out 1: Rui" in shown(group.card("[In]"))


async def test_a_day_of_rest_by_the_morning_s_answers_is_out_as_well(
    group: Group, rui: Chat
) -> None:
    await rui.at(f"{TUESDAY} 07:00")
    await rui.hears("legs dead, slept 3:30, pulse 75")
    await rui.settles()
    card = shown(group.card("[In]"))
    has_it = "has you as out" in rui.screen
    assert ("Out 1: Rui" in card) is has_it
    for word in ("dead", "rest", "red"):
        assert word not in card.replace("rests", "")
