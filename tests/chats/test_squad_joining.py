"""Joining a squad by button or link, choosing what it sees, and leaving it."""

from __future__ import annotations

import pytest

from bot.storage import athletes, members
from bot.storage.athletes import State
from core.squad import Share
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import RUI, answer, onboard
from tests.chats.squad_people import Group, link_of, person
from tests.chats.stage import Stage
from tests.chats.test_squad_founding import squad_of


@pytest.fixture
async def group(stage: Stage) -> Group:
    """A squad whose owner the coach has not met."""
    return await Group.founded(person(stage, 42, "Rui"))


@pytest.fixture
async def bea(stage: Stage, group: Group) -> Chat:
    """A runner with a plan, in the group and not yet in its squad."""
    bea = await onboard(Chat.of(stage, 101, "Bea"), RUI)
    group.add(bea)
    return bea


@pytest.fixture
def leo(stage: Stage, group: Group) -> Chat:
    """Somebody in the group whom the coach has not met."""
    leo = person(stage, 102, "Leo")
    group.add(leo)
    return leo


async def names_in(group: Group) -> list[str]:
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        rows = await members.of_squad(unit, (await squad_of(group)).id)
    return [row.member.name for row in rows]


async def shares(group: Group, who: Chat) -> frozenset[Share]:
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        row = await members.find(unit, (await squad_of(group)).id, who.person.id)
    assert row is not None
    return row.member.shares


async def link(group: Group) -> str:
    return f"/start squad_{(await squad_of(group)).token}"


async def test_a_runner_joins_with_one_tap_and_shares_nothing(group: Group, bea: Chat) -> None:
    there = group.as_seen_by(bea)
    await there.taps("Join", "» You're in. The squad sees only that", "One is in.")
    assert await names_in(group) == ["Bea"]
    assert await shares(group, bea) == frozenset()
    await there.taps("Join", "» You're in already.")
    assert await names_in(group) == ["Bea"]


async def test_who_has_not_met_the_coach_is_led_to_the_private_chat(
    group: Group, leo: Chat
) -> None:
    there = group.as_seen_by(leo)
    await there.taps("Join")
    assert link_of(there) == f"squad_{(await squad_of(group)).token}"
    assert await names_in(group) == []
    await leo.hears(
        f"/start {link_of(there)}",
        "Track Tuesday trains with me: Tue and Thu 19:00, Lisbon.",
        "[With a plan of my own]",
        "[In the squad only]",
    )
    assert await saved.account(leo) is None, "nothing is kept before a tap says so"


async def test_a_newcomer_is_onboarded_with_the_squads_days_ticked(group: Group, leo: Chat) -> None:
    await leo.hears(await link(group))
    await leo.taps("With a plan", "You're in Track Tuesday", "(Tue and Thu)", "running for?")
    assert await names_in(group) == ["Leo"]
    assert "One is in." in group.screen
    await answer(leo, RUI, until="days")
    leo.message("[✓ Tue]")
    leo.message("[✓ Thu]")
    await leo.taps("Sun")
    await leo.taps("Done")
    await answer(leo, RUI)
    leo.message("your plan stands")
    assert (await saved.athlete(leo)).days == (1, 3, 6)
    await leo.hears("/squad", "Track Tuesday", "Tue and Thu 19:00")


async def test_who_wants_no_plan_can_be_in_all_the_same(group: Group, leo: Chat) -> None:
    await leo.hears(await link(group))
    await leo.taps("In the squad only", "You're in Track Tuesday", "no plan of your own")
    account = await saved.account(leo)
    assert account is not None
    assert (account.state, account.profile) == (State.COACH_ONLY, None)
    assert await names_in(group) == ["Leo"]
    await leo.at("2026-11-28 12:00", never="legs")
    await leo.hears("/start", "What are you running for?")


async def test_half_way_through_onboarding_the_link_joins_and_the_question_comes_again(
    group: Group, leo: Chat
) -> None:
    await leo.hears("/start")
    await leo.taps("Start", "running for?")
    await leo.hears(await link(group), "You're in Track Tuesday", "running for?")
    assert await names_in(group) == ["Leo"]


async def test_the_link_twice_is_answered_kindly(group: Group, bea: Chat) -> None:
    await bea.hears(await link(group), "You're in Track Tuesday", "[What the squad sees]")
    await bea.hears(await link(group), "You're in Track Tuesday already")
    assert await names_in(group) == ["Bea"]


@pytest.mark.parametrize("token", ["", "0123456789abcdef", "x" * 50, "1", "'; DROP TABLE"])
async def test_a_made_up_link_is_refused_kindly(group: Group, bea: Chat, token: str) -> None:
    await bea.hears(f"/start squad_{token}", "That invitation has run out")
    assert await names_in(group) == []


async def test_an_old_link_is_worth_nothing_after_a_new_one(group: Group, bea: Chat) -> None:
    old, there = await link(group), group.as_seen_by(group.owner)
    await there.taps("Settings")
    await there.taps("New invitation", "» The old invitations no longer work")
    await bea.hears(old, "That invitation has run out")
    await bea.hears(await link(group), "You're in Track Tuesday")


async def test_the_link_is_for_people_in_the_group(stage: Stage, group: Group) -> None:
    eve = await onboard(Chat.of(stage, 103, "Eve"), RUI)
    await eve.hears(await link(group), "That invitation is for people in Track Tuesday")
    assert await names_in(group) == []


async def test_an_old_way_in_pressed_after_leaving_the_group_opens_nothing(
    group: Group, leo: Chat
) -> None:
    await leo.hears(await link(group))
    await group.remove(leo)
    await leo.taps("In the squad only", "That invitation has run out")
    assert await names_in(group) == []


async def test_a_member_allows_each_field_and_takes_it_back(group: Group, bea: Chat) -> None:
    await group.join(bea)
    await bea.hears(
        "/squad", "Your coach may see, in private: nothing", "The squad may see: nothing"
    )
    await bea.taps("Paces", "Your coach may see, in private: your paces", "[✓ Paces")
    await bea.taps("Improvement board", "may see: your place on the improvement board")
    assert await shares(group, bea) == {Share.PACES, Share.BOARD}
    await bea.taps("✓ Paces", "Your coach may see, in private: nothing")
    assert await shares(group, bea) == {Share.BOARD}
    await bea.forges("membership:share:1:heart", "»")
    await bea.forges("membership:share:999:paces", "» You aren't in that squad")
    assert await shares(group, bea) == {Share.BOARD}


async def test_who_is_in_several_squads_chooses_one(stage: Stage, group: Group, bea: Chat) -> None:
    second = await Group.founded(person(stage, 43, "Mia"), "Sunday Long")
    second.add(bea)
    await group.join(bea)
    await second.join(bea)
    await bea.hears("/squad", "[Track Tuesday]", "[Sunday Long]")
    await bea.taps("Sunday Long", "It always sees that you're in")
    await bea.taps("‹ All squads", "[Track Tuesday]")


async def test_leaving_is_asked_once_and_takes_the_name_away(group: Group, bea: Chat) -> None:
    await group.join(bea)
    await bea.hears("/squad")
    await bea.taps("Leave the squad", "Leave Track Tuesday?")
    await bea.taps("Stay", "It always sees")
    await bea.taps("Leave the squad")
    await bea.taps("Leave", "You've left Track Tuesday")
    assert await names_in(group) == []
    await group.stage.settle()
    assert "Nobody is in yet." in group.screen
    await bea.hears("/squad", "You're in no squad")
    await group.as_seen_by(bea).taps("Join", "» You're in")


@pytest.mark.parametrize("by_admin", [True, False])
@pytest.mark.parametrize("coach_is_admin", [True, False])
async def test_leaving_the_group_ends_it(
    group: Group, bea: Chat, by_admin: bool, coach_is_admin: bool
) -> None:
    if coach_is_admin:
        group.promote_coach()
    await group.join(bea)
    await group.remove(bea, by=group.owner if by_admin else None)
    await group.stage.settle()
    assert await names_in(group) == []
    assert "Nobody is in yet." in group.screen
    assert (await saved.plan(bea)).sessions, "the plan is the athlete's own and stays"


async def test_who_is_forgotten_is_on_no_card_any_more(group: Group, bea: Chat) -> None:
    await group.join(bea)
    there = group.as_seen_by(group.owner)
    await there.taps("Settings")
    await there.taps("Name coaches")
    await there.taps("Bea", "[✓ Bea]")
    await there.taps("‹ Back")
    await there.taps("Who sets")
    await there.taps("Only those I name", "Bea")
    await bea.hears("/forget")
    await bea.taps("Erase")
    await group.stage.settle()
    assert "Bea" not in group.screen
    assert "Sessions are set by the administrators, with /session." in group.screen
    assert await names_in(group) == []


async def test_the_export_names_the_squads_one_is_in(group: Group, bea: Chat) -> None:
    await group.join(bea)
    assert group.stage.coach is not None
    from bot.storage import export  # noqa: PLC0415 - what only this test reads

    async with group.stage.coach.database.read() as unit:
        account = await athletes.find(unit, bea.person.id)
        assert account is not None
        held = await export.everything(unit, account, now=group.stage.clock.now())
    assert [row["squad_id"] for row in held["members"]] == [(await squad_of(group)).id]


# Nothing of a body is said where others read


@pytest.mark.parametrize("command", ["/readiness", "/today", "/paces", "/ill", "/export"])
async def test_a_command_about_oneself_is_answered_in_private_only(
    group: Group, bea: Chat, command: str
) -> None:
    there, before = group.as_seen_by(bea), bea.screen
    await there.hears(command, "That stays between you and me", "[Open our chat]")
    assert bea.screen == before


async def test_a_pain_told_in_the_group_is_kept_and_answered_alone(group: Group, bea: Chat) -> None:
    there, before = group.as_seen_by(bea), group.screen
    await there.hears("/hurt knee 6", never="knee 6")
    assert group.screen == before
    bea.message("Since when?")
    bea.message("you may want to delete it there")
    await bea.taps("2 days")
    await bea.taps("Any running")
    assert (await saved.dossier(bea)).gates


async def test_a_morning_told_in_reply_is_kept_and_answered_alone(group: Group, bea: Chat) -> None:
    there, before = group.as_seen_by(bea), group.screen
    await bea.at("2026-11-27 09:00", "How are the legs?")
    await there.hears("legs dead, slept 5 h, pulse 58", reply_to=group.card("Track Tuesday"))
    assert group.screen == before
    bea.message("You wrote this in Track Tuesday")
    checkin = (await saved.dossier(bea)).checkin
    assert checkin is not None
    assert checkin.legs is not None


async def test_a_strangers_pain_is_not_repeated_either(group: Group, leo: Chat) -> None:
    there = group.as_seen_by(leo)
    card = group.card("Track Tuesday")
    await there.hears("my knee hurts 7/10", "[Open our chat]", never="knee", reply_to=card)


async def test_a_red_flag_is_answered_there_at_once_and_with_nothing_else(
    group: Group, bea: Chat
) -> None:
    there, before = group.as_seen_by(bea), bea.screen
    card = group.card("Track Tuesday")
    said = await there.hears("chest pain and I fainted", "emergency", reply_to=card)
    assert "Bea" not in said
    assert bea.screen == before


async def test_chatter_is_answered_by_nobody(group: Group, bea: Chat) -> None:
    there, before = group.as_seen_by(bea), group.screen
    card = group.card("Track Tuesday")
    await there.hears("see you at the track", reply_to=card)
    await there.hears("/nonsense")
    await there.hears("/today@OtherBot")
    assert group.screen == before


async def test_a_mention_is_answered_alone_as_well(group: Group, bea: Chat) -> None:
    before = group.screen
    await group.as_seen_by(bea).hears("@NextgearBot my knee hurts 6/10")
    assert group.screen == before
    bea.message("You wrote this in Track Tuesday")


async def test_an_answer_in_the_group_never_lands_on_a_card_of_the_private_chat(
    group: Group, bea: Chat
) -> None:
    """Message ids of the two chats may be the same."""
    await bea.at("2026-11-27 07:00", "How are the legs?")
    there, card = group.as_seen_by(bea), group.card("[Join]")
    card.id = bea.message("your plan stands").id
    await there.hears("legs dead", reply_to=card)
    bea.message("How long did you sleep?")


# Whom the coach knows by one tap alone


async def test_who_became_a_coach_by_a_tap_is_welcomed_when_they_write_first(
    stage: Stage,
) -> None:
    mia = person(stage, 43, "Mia")
    group = Group.opened(mia)
    await group.add_coach()
    there = group.as_seen_by(mia)
    await there.taps("Lisbon")
    await there.hears("Tue 19:00", "Who may set", reply_to=group.card("Which days"))
    await there.taps("Only those I name", "Sessions are set by Mia, with /session.")
    account = await saved.account(mia)
    assert account is not None
    assert (account.state, account.consented_at) == (State.COACH_ONLY, None)
    await mia.hears("/start", "I'm Nextgear", "[Start]")
    await mia.taps("Start", "What are you running for?")
    await mia.hears("/squad", "Track Tuesday", "You coach here")


async def test_whose_private_chat_was_closed_can_still_begin(group: Group, leo: Chat) -> None:
    await leo.hears(await link(group))
    await leo.taps("In the squad only")
    assert group.stage.coach is not None
    async with group.stage.coach.database.write() as unit:
        account = await athletes.find(unit, leo.person.id)
        assert account is not None
        await athletes.set_state(unit, account.id, State.BLOCKED)
    await leo.hears("/start", "What are you running for?")


async def test_who_joined_without_a_plan_finds_the_way_to_one(group: Group, leo: Chat) -> None:
    await group.join(leo)
    await leo.taps("In the squad only")
    await group.as_seen_by(group.owner).hears("/session Sat 6x800 @5K r2'")
    await group.as_seen_by(group.owner).taps("Post it")
    there = group.as_seen_by(leo)
    await there.taps("My version", "A plan of your own gives you paces.", "[Get your own paces]")
    links = [b["url"] for row in there.message_with("Get your own").buttons() for b in row]
    start = links[0].partition("start=")[2]
    await leo.hears(f"/start {start}", "You're in Track Tuesday already.", "no plan of your own")
    await leo.taps("With a plan of my own", "What are you running for?")


async def test_the_own_days_may_move_onto_the_squad_s(group: Group, leo: Chat) -> None:
    """Leo runs on other days; the link ticks the squad's for him, and he says so himself."""
    leo = await onboard(leo, RUI.but(days="Mon+Wed+Sat", long_day="Sat"))
    await leo.hears(await link(group), "Your running days are others.", "[Run on Tue, Thu and Sat]")
    assert (await saved.account(leo)).profile.days == (0, 2, 5)
    await leo.taps("Run on", "✓ Tue", "✓ Thu", "✓ Sat")
    assert (await saved.account(leo)).profile.days == (0, 2, 5), "not before he says so"
    await leo.taps("Done", "Tue, Thu and Sat")
    assert (await saved.account(leo)).profile.days == (1, 3, 5)
    await leo.hears("/squad", never="Run on")
    await leo.forges("membership:nights:1", "» Your days fit already.")
