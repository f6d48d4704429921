"""Whoever leaves a squad, or whose squad ends, has the own week back; and no card names them."""

from __future__ import annotations

import pytest

from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import INES, onboard
from tests.chats.squad_days import crowd, joined
from tests.chats.squad_people import Group, met, person
from tests.chats.stage import Stage

SIX = "/session Tue 19:00 6x800 @5K r2' place: the track"


@pytest.fixture
async def rui(stage: Stage) -> Chat:
    return (await met(stage, 0))[0]


@pytest.fixture
async def ines(rui: Chat) -> Chat:
    return await onboard(Chat.of(rui.stage, 44, "Inês"), INES)


@pytest.fixture
async def group(rui: Chat, ines: Chat) -> Group:
    """Rui's squad with a session on Tuesday, and Inês who comes to it."""
    group = await Group.founded(rui)
    group.add(ines)
    there = group.as_seen_by(rui)
    await there.hears(SIX, "Post it?")
    await there.taps("Post it")
    return group


async def comes(group: Group, ines: Chat) -> None:
    """She says so, and the session is in her own plan."""
    before = await saved.plan(ines)
    await group.as_seen_by(ines).taps("In", "In 1: Inês")
    await group.stage.settle()
    assert await saved.plan(ines) != before, "the squad's session is in her plan"


async def left(group: Group, ines: Chat, how: str) -> None:
    if how == "leaves":
        await ines.hears("/squad")
        await ines.taps("Leave the squad")
        await ines.taps("Leave", "You've left")
    elif how == "goes":
        await group.remove(ines)
    elif how == "is removed":
        await group.remove(ines, by=group.owner)
    elif how == "coach removed":
        await group.remove_coach()
    else:
        await group.delete()
    await group.stage.settle()


@pytest.mark.parametrize("how", ["leaves", "goes", "is removed", "coach removed", "deleted"])
async def test_the_own_week_comes_back(group: Group, ines: Chat, how: str) -> None:
    before = await saved.plan(ines)
    await comes(group, ines)
    await left(group, ines, how)
    assert await saved.plan(ines) == before
    if how in {"leaves", "goes", "is removed"}:
        assert "Inês" not in group.screen


async def test_who_is_forgotten_is_taken_off_the_sessions_card(group: Group, ines: Chat) -> None:
    await comes(group, ines)
    await ines.hears("/forget")
    await ines.taps("Erase")
    await group.stage.settle()
    assert "Inês" not in group.screen


async def test_a_squad_whose_group_is_a_supergroup_now_goes_on(group: Group, ines: Chat) -> None:
    await comes(group, ines)
    with_squad = await saved.plan(ines)
    await group.migrate()
    await group.stage.settle()
    assert await saved.plan(ines) == with_squad
    await group.as_seen_by(group.owner).hears("/squad", "One is in.")


@pytest.mark.parametrize("how", ["leaves", "goes", "coach removed", "deleted", "out"])
async def test_leaving_one_squad_leaves_the_other_s_session_on_the_same_day(
    group: Group, ines: Chat, rui: Chat, how: str
) -> None:
    hills = await Group.founded(rui, "Hill Club")
    hills.add(ines)
    await hills.as_seen_by(rui).hears("/session Tue 20:30 hills 6x60s", "Post it?")
    await hills.as_seen_by(rui).taps("Post it")
    await hills.as_seen_by(ines).taps("In", "In 1: Inês")
    await group.stage.settle()
    with_hills = await saved.plan(ines)
    await hills.as_seen_by(ines).taps("Out")
    await group.stage.settle()
    await comes(group, ines)
    await hills.as_seen_by(ines).taps("In", "In 1: Inês")
    await group.stage.settle()
    if how == "out":
        await group.as_seen_by(ines).taps("Out")
    elif how == "leaves":
        await ines.hears("/squad")
        await ines.taps("Track Tuesday")
        await ines.taps("Leave the squad")
        await ines.taps("Leave", "You've left")
    else:
        await left(group, ines, how)
    await group.stage.settle()
    assert await saved.plan(ines) == with_hills


async def test_a_squad_that_is_taken_up_again_owes_its_sessions_and_lists_no_one_who_left(
    group: Group, ines: Chat, rui: Chat
) -> None:
    await group.join(rui)
    there = group.as_seen_by(rui)
    await there.hears("/session every Thu 19:00 hills 10x60s place: the hill", "every Thursday")
    await there.taps("Keep it")
    own = await saved.plan(ines)
    await comes(group, ines)
    with_squad = await saved.plan(ines)
    await group.remove_coach()
    assert await saved.plan(ines) == own
    await group.add_coach()
    await group.stage.settle()
    assert await saved.plan(ines) == with_squad, "who said in is in again"
    await there.hears("/squad", "2 are in.")
    await group.remove_coach()
    await group.remove(ines)
    await group.add_coach()
    await there.hears("/squad", "One is in.")
    await group.stage.settle()
    assert await saved.plan(ines) == own
    assert "Inês" not in group.card("6 × 800").text
    before = len(group.messages)
    await rui.at("2026-12-09 12:01")
    assert len(group.messages) > before, "the standing session posts itself again"


SAID = {
    "leaves": "",
    "goes": "You're no longer in the group Track Tuesday",
    "is removed": "You're no longer in the group Track Tuesday",
    "coach removed": "Track Tuesday no longer trains with me.",
    "deleted": "Track Tuesday no longer trains with me.",
}


@pytest.mark.parametrize("how", SAID)
async def test_whom_a_squad_has_ended_for_hears_one_calm_line(
    group: Group, ines: Chat, how: str
) -> None:
    await comes(group, ines)
    await left(group, ines, how)
    await ines.settles()
    lines = ("no longer in the group", "no longer trains with me")
    told = [m.text for m in ines.said if any(line in m.text for line in lines)]
    assert len(told) == (1 if SAID[how] else 0), "who leaves by a tap has been answered already"
    for line in told:
        assert SAID[how] in line
        assert "Its sessions are out of your plan; your own week goes on." in line
        assert "It sees nothing of you any more." in line


async def test_who_has_no_plan_hears_nothing_of_one_and_a_closed_chat_nothing(
    group: Group, ines: Chat
) -> None:
    zed, eve = person(group.stage, 81, "Zed"), person(group.stage, 82, "Eve")
    group.add(zed, eve)
    await joined(group, zed, eve)
    group.stage.telegram.block(eve.person)
    await group.stage.settle()
    await group.remove(zed, by=group.owner)
    await group.remove(eve, by=group.owner)
    assert "You're no longer in the group" in zed.screen
    assert "your plan" not in zed.said[-1].text
    assert "You're no longer in the group" not in eve.screen


async def test_a_large_squad_that_is_taken_up_again_has_lost_whoever_left_meanwhile(
    group: Group,
) -> None:
    people = await crowd(group, 130)
    there = group.as_seen_by(group.owner)
    await there.hears("/squad", "130 are in.")
    await group.remove_coach()
    for who in (people[0], people[-1]):
        await group.remove(who)
    await group.add_coach()
    await there.hears("/squad", "128 are in.")
