"""A coach makes the session smaller for one member: the plan follows, and nobody else hears."""

from __future__ import annotations

import pytest

from bot.storage import athletes
from tests.chats import saved
from tests.chats.chat import Chat, shown
from tests.chats.people import RUI, onboard
from tests.chats.squad_days import crowd, joined, posted, squad_of
from tests.chats.squad_people import Group, person
from tests.chats.stage import Stage


@pytest.fixture
def marta(stage: Stage) -> Chat:
    """Who founded the group and sets its sessions; she has no plan."""
    return person(stage, 90, "Marta")


@pytest.fixture
async def group(marta: Chat) -> Group:
    group = await Group.founded(marta, supergroup=True, admin=True)
    await joined(group, marta)
    return group


@pytest.fixture
async def rui(group: Group) -> Chat:
    """A member with a plan for a 10K, who comes on Tuesday."""
    rui = await onboard(Chat.of(group.stage, 42, "Rui"), RUI)
    group.add(rui)
    await joined(group, rui)
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    return rui


async def button(group: Group, who: Chat, verb: str = "less") -> str:
    """What the coach's button for this member carries."""
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        account = await athletes.find(unit, who.person.id)
    assert account is not None
    return f"coach:{verb}:1:{account.id}:0"


async def test_smaller_for_one_member_goes_into_their_plan_and_back_out(
    group: Group, marta: Chat, rui: Chat
) -> None:
    as_set = await saved.plan(rui)
    before = group.screen
    await marta.hears("/coach", "[Smaller for Rui]")
    await marta.taps("Smaller for Rui", "» Smaller for Rui.", "Smaller by your wish: Rui.")
    await group.stage.settle()
    assert "Your coach made it smaller for you: 2 of 6." in rui.screen
    smaller = await saved.plan(rui)
    assert smaller != as_set, "the own plan has the smaller version"
    await rui.taps("My version", "Your squad's coach gives you 2 of the 6 reps.")
    assert group.screen == before, "the group hears nothing of it"
    await marta.taps("As set for Rui", "» As set again for Rui", "[Smaller for Rui]")
    await group.stage.settle()
    assert "gives you the session as it was set again" in rui.screen
    assert await saved.plan(rui) == as_set


async def test_two_coaches_and_old_buttons_leave_it_right(
    group: Group, marta: Chat, rui: Chat
) -> None:
    less, full = await button(group, rui), await button(group, rui, "full")
    bruno = person(group.stage, 95, "Bruno")
    group.add(bruno)
    await joined(group, bruno)
    await bruno.forges(less, "» Only who sets the squad's sessions can do that.")
    group.promote(bruno)
    await marta.forges(less, "» Smaller for Rui.")
    await bruno.forges(less, "» That stands for Rui already.")
    await bruno.forges(full, "» As set again for Rui")
    await marta.forges(full, "» That stands for Rui already.")
    await marta.forges(less, "» Smaller for Rui.")
    await group.as_seen_by(rui).taps("Out")
    await marta.forges(full, "» They don't come to this session any more.")
    await group.as_seen_by(rui).taps("In")
    await marta.hears("/coach", "Smaller by your wish: Rui.", "[As set for Rui]")
    await group.remove(rui)
    await marta.forges(full, "» They don't come to this session any more.")
    await marta.forges("coach:less:1:999:0", "» They don't come to this session any more.")
    await marta.forges("coach:less:99:1:0", "» That session is gone.")


async def test_a_session_that_has_begun_or_holds_nothing_to_run_is_left_alone(
    group: Group, marta: Chat, rui: Chat
) -> None:
    less = await button(group, rui)
    await marta.at("2026-12-01 19:05")
    await marta.forges(less, "» That session has begun")


async def test_on_the_day_itself_the_morning_is_decided_anew(
    group: Group, marta: Chat, rui: Chat
) -> None:
    await rui.at("2026-12-01 06:30", "Intervals, 3 × 800 m")
    await rui.hears("slept well, legs fresh, mood good")
    await marta.hears("/coach")
    await marta.taps("Smaller for Rui", "Smaller by your wish: Rui.")
    await group.stage.settle()
    await rui.hears("/today", "2 × 800 m", never="3 × 800 m")
    await marta.taps("As set for Rui")
    await group.stage.settle()
    await rui.hears("/today", "3 × 800 m")


async def test_whom_a_gate_stops_hears_no_reps_and_the_coach_nothing(
    group: Group, marta: Chat, rui: Chat
) -> None:
    await rui.at("2026-12-01 06:30")
    await rui.hears("I have a fever of 39")
    await group.stage.settle()
    await marta.hears("/coach", "Out 1: Rui", never="Smaller for Rui")
    await rui.taps("I come along", "You're in")
    told = await marta.hears("/coach", "[Smaller for Rui]", never="not today")
    told += await marta.taps("Smaller for Rui", "Smaller by your wish: Rui.", never="fever")
    await group.stage.settle()
    assert "Your coach made it smaller for you. Track Tuesday" in rui.screen
    await rui.taps("My version", "Not today.")
    assert "800 m" not in shown(rui.message("Not today."))
    assert "fever" not in told


async def test_who_has_no_plan_is_told_in_reps_of_the_session(group: Group, marta: Chat) -> None:
    ana = person(group.stage, 91, "Ana")
    group.add(ana)
    await joined(group, ana)
    await posted(group)
    await group.as_seen_by(ana).taps("Maybe")
    await marta.hears("/coach")
    await marta.taps("Smaller for Ana", "Smaller by your wish: Ana.")
    await group.stage.settle()
    assert "Your coach made it smaller for you: 4 of 6." in ana.screen


async def test_many_names_are_turned_over(group: Group, marta: Chat) -> None:
    people = await crowd(group, 8)
    await posted(group)
    for who in people:
        await group.as_seen_by(who).taps("In")
    first = await marta.hears("/coach", "[Smaller for Runner0]", never="Smaller for Runner6")
    assert "[More names ›]" in first
    await marta.taps("More names", "[Smaller for Runner6] [Smaller for Runner7]")
    await marta.taps("Smaller for Runner7", "[As set for Runner7]", "[More names ›]")
    await marta.taps("More names", "[Smaller for Runner0]", "Smaller by your wish: Runner7.")
    assert (await squad_of(group)).active
    assert "wish" not in shown(group.card("[In]"))
