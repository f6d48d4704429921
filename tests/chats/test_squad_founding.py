"""A squad is founded in its group, settled by its administrators, and ends with the group."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.rehearsal.model import talk
from bot.rehearsal.model.chats import Chat as Room
from bot.rehearsal.model.chats import ChatType, Topic
from bot.rehearsal.model.groups import service
from bot.rehearsal.model.hearing import tell
from bot.storage import athletes, dues, members, squads
from bot.storage.owner import Owner
from bot.storage.squads import SquadRow, SquadState
from core.squad import Setters, Training
from tests.chats.chat import Chat, shown
from tests.chats.people import RUI, onboard
from tests.chats.squad_people import Group, person
from tests.chats.stage import Stage

ASKED = ("place", "days")
TUE_THU = (Training(1, 1140), Training(3, 1140))


async def kept(group: Group) -> SquadRow | None:
    """The squad as it is saved."""
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        return await squads.find(unit, group.room.id)


async def squad_of(group: Group) -> SquadRow:
    row = await kept(group)
    assert row is not None
    return row


@pytest.fixture
def owner(stage: Stage) -> Chat:
    """Who founded the group; the coach has never met them."""
    return person(stage, 42, "Rui")


@pytest.fixture
def group(owner: Chat) -> Group:
    return Group.opened(owner)


async def test_added_to_a_group_it_says_who_it_is_and_asks_three_things_by_button(
    group: Group, owner: Chat
) -> None:
    there = group.as_seen_by(owner)
    await group.add_coach()
    assert len(group.messages) == 1
    assert "I'm Nextgear" in group.screen
    assert "Where do you train?" in group.screen
    await there.taps("Lisbon", "Which days do you train together?")
    await there.taps("Tue", "[✓ Tue]")
    await there.taps("Thu", "[✓ Thu]")
    await there.taps("Done", "What time on Tuesday?")
    await there.taps("19:00", "What time on Thursday?", "So far: Tue 19:00")
    await there.taps("19:00 on the other days too", "Who may set the sessions?")
    await there.taps("Every administrator", "Track Tuesday", "Tue and Thu 19:00 · Lisbon", "[Join]")
    assert len(group.messages) == 1, "one message, edited"
    row = await squad_of(group)
    assert row.state is SquadState.ACTIVE
    assert (row.squad.zone, row.squad.trainings) == ("Europe/Lisbon", TUE_THU)
    assert row.squad.setters is Setters.ADMINS


async def test_who_is_no_administrator_hears_so_alone(group: Group, owner: Chat) -> None:
    mia = person(group.stage, 101, "Mia")
    group.add(mia)
    await group.add_coach()
    before = group.screen
    await group.as_seen_by(mia).taps("Lisbon", "» That's for this group's administrators.")
    assert group.screen == before
    assert (await squad_of(group)).squad.zone == ""
    group.promote(mia)
    await group.as_seen_by(mia).taps("Lisbon", "Which days")


async def test_a_town_is_told_in_a_reply_though_the_coach_hears_nothing_else(
    group: Group, owner: Chat
) -> None:
    there = group.as_seen_by(owner)
    await group.add_coach()
    await there.hears("we train in Porto", never="Which days")
    card = group.card("Where do you train?")
    await there.hears("xqzzt", "I don't know that place", reply_to=card)
    await there.hears("Springfield", "There are several", reply_to=card)
    await there.hears("Porto", "Which days", reply_to=card)
    squad = (await squad_of(group)).squad
    assert (squad.zone, squad.place) == ("Europe/Lisbon", "Porto")
    assert squad.town is not None, "the forecast is looked up for the town"


async def test_an_administrator_whom_the_coach_knows_takes_the_place_of_the_settings(
    stage: Stage,
) -> None:
    rui = await onboard(Chat.of(stage, 42, "Rui"), RUI)
    group = Group.opened(rui)
    await group.add_coach()
    await group.as_seen_by(rui).taps("As in my own settings", "Which days")
    assert (await squad_of(group)).squad.zone == "Europe/Lisbon"


async def test_a_place_that_is_not_known_is_asked_for(group: Group, owner: Chat) -> None:
    await group.add_coach()
    there = group.as_seen_by(owner)
    await there.taps("As in my own settings", "» I don't know your place yet. Pick a city")
    assert len(group.messages) == 1


async def test_hours_between_the_buttons_are_told_in_a_reply(group: Group, owner: Chat) -> None:
    there = group.as_seen_by(owner)
    await group.add_coach()
    await there.taps("Berlin", "Which days")
    card = group.card("Which days")
    await there.hears("whenever", "Like this", reply_to=card)
    await there.hears("Tue, Thu 18:45, Sat 9:15", "Who may set the sessions?", reply_to=card)
    told = ((1, 1125), (3, 1125), (5, 555))
    assert tuple((t.weekday, t.minute) for t in (await squad_of(group)).squad.trainings) == told


async def test_whoever_names_coaches_is_the_first(group: Group, owner: Chat) -> None:
    there = group.as_seen_by(owner)
    await group.add_coach()
    card = group.card("Where")
    await there.hears("Lisbon", "Which days", reply_to=card)
    await there.hears("Tue 19:00", "Who may set", reply_to=group.card("Which days"))
    await there.taps("Only those I name", "Sessions are set by Rui, with /session.", "One is in.")
    assert [m.member.name for m in await coaches(group)] == ["Rui"]


async def coaches(group: Group) -> tuple[members.MemberRow, ...]:
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        return await members.coaches(unit, (await squad_of(group)).id)


async def test_an_anonymous_administrator_is_an_administrator(group: Group, owner: Chat) -> None:
    group.room = group.stage.telegram.group(owner.person, "Quiet Club", supergroup=True)
    group.promote(owner, anonymous=True)
    there = group.as_seen_by(owner)
    await group.add_coach()
    await there.hears("Lisbon", "Which days", reply_to=group.card("Where do you train?"))
    await there.taps("Tue", "[✓ Tue]")
    await there.hears("/squad", "Which days", "An administrator answers")


async def test_other_bots_and_channels_are_left_alone(group: Group, owner: Chat) -> None:
    await group.add_coach()
    before = group.screen
    there = group.as_seen_by(owner)
    await there.hears("/squad@SomeOtherBot")
    await there.hears("/weather@SomeOtherBot 30")
    assert group.screen == before


async def test_made_administrator_it_says_nothing_more(group: Group) -> None:
    await group.add_coach()
    before = group.screen
    group.promote_coach()
    await group.stage.settle()
    assert group.screen == before


async def test_two_administrators_at_once_leave_one_answer(stage: Stage, owner: Chat) -> None:
    group = Group.opened(owner)
    mia = person(stage, 101, "Mia")
    group.add(mia)
    group.promote(mia)
    await group.add_coach()
    card = group.card("Where do you train?")
    group.as_seen_by(owner).press("Lisbon", card)
    group.as_seen_by(mia).press("Berlin", card)
    await stage.settle()
    row = await squad_of(group)
    assert row.squad.zone in {"Europe/Lisbon", "Europe/Berlin"}
    assert "Which days" in group.screen
    assert len(group.messages) == 1


@pytest.mark.parametrize(
    "data",
    [
        "founding:hour:1:99:38",
        "founding:hour:1:13:3",
        "founding:hour:1:31:3838",
        "founding:hour:1::",
        "founding:days:1:x",
        "founding:place:1:atlantis",
        "founding:place:999:lisbon",
        "founding:who:1:everybody",
        "founding:switch:1:gravity",
        "founding:coach:1:999",
        "founding:none:1",
        "squad:settings:999",
        "squad:ask:1:everything",
        "squad:none:1",
        "joining:tap:999",
        "joining:none:1",
    ],
)
async def test_a_forged_button_changes_nothing(group: Group, owner: Chat, data: str) -> None:
    await group.add_coach()
    before, there = group.screen, group.as_seen_by(owner)
    row = await squad_of(group)
    await there.forges(data)
    assert there.toast
    assert (await squad_of(group), group.screen) == (row, before)


async def test_another_groups_buttons_settle_nothing_here(stage: Stage, owner: Chat) -> None:
    first, second = Group.opened(owner), Group.opened(owner, "Second")
    await first.add_coach()
    await second.add_coach()
    number = (await squad_of(first)).id
    await second.as_seen_by(owner).forges(f"founding:place:{number}:lisbon", "» This squad")
    assert (await squad_of(first)).squad.zone == ""


async def test_the_settings_are_changed_one_by_one(stage: Stage, owner: Chat) -> None:
    group = await Group.founded(owner)
    mia = person(stage, 101, "Mia")
    group.add(mia)
    there = group.as_seen_by(owner)
    await group.as_seen_by(mia).taps("Settings", "» That's for this group's administrators.")
    await there.taps("Settings", "Track Tuesday: settings", never="Forecast")
    number = (await squad_of(group)).id
    await there.forges(f"founding:switch:{number}:weather", "» Noted.")
    await there.taps("My version", "sent to the private chat")
    await there.taps("Challenges", "Challenges for steady training: on")
    await there.taps("Days and hours", "[✓ Tue]")
    await there.taps("Sat", "[✓ Sat]")
    await there.taps("Done", "What time on Tuesday?")
    await there.taps("18:30", "Thursday")
    await there.taps("18:30", "Track Tuesday: settings", "Tue, Thu and Sat 18:30")
    await there.taps("Place", "Where do you train?")
    await there.taps("Nairobi", "Nairobi", "settings")
    await there.taps("Name coaches", "Nobody is in yet")
    await there.taps("‹ Back", "settings")
    await there.taps("‹ Back", "Tue, Thu and Sat 18:30 · Nairobi", "[Join]")
    squad = (await squad_of(group)).squad
    assert (squad.weather, squad.ephemeral, squad.challenges) == (True, False, True)
    assert len(group.messages) == 1


async def test_coaches_are_named_and_the_last_stays(stage: Stage, owner: Chat) -> None:
    group = await Group.founded(owner)
    rui = await onboard(Chat.of(stage, 101, "Bea"), RUI)
    group.add(rui)
    await group.join(rui)
    there = group.as_seen_by(owner)
    await there.taps("Settings")
    await there.taps("Name coaches", "[Bea]")
    await there.taps("Bea", "[✓ Bea]")
    await there.taps("‹ Back")
    await there.taps("Who sets", "Who may set")
    await there.taps("Only those I name", "Sessions are set by Bea, with /session.")
    await there.taps("Name coaches", "[✓ Bea]")
    await there.taps("✓ Bea", "» Somebody must be able to set sessions")
    assert [m.member.name for m in await coaches(group)] == ["Bea"]


async def test_squad_in_the_group_shows_the_card_below_and_only_once(group: Group) -> None:
    await group.add_coach()
    await group.answer_founding()
    there = group.as_seen_by(group.owner)
    await there.hears("/squad", "Track Tuesday", "[Join]")
    assert len([m for m in group.messages if "[Join]" in shown(m)]) == 1
    assert all(m.silent for m in group.messages)


async def test_another_title_is_on_the_card(group: Group, owner: Chat) -> None:
    await group.add_coach()
    await group.answer_founding()
    world = group.stage.telegram.world
    service(world, group.room, owner.person, {"new_chat_title": "Track Thursday"})
    await group.stage.settle()
    await group.stage.settle()
    assert (await squad_of(group)).title == "Track Thursday"
    assert "Track Thursday" in group.screen


# The chosen topic of a forum


@pytest.fixture
async def forum(owner: Chat) -> Group:
    group = Group.opened(owner, "Forum", supergroup=True, forum=True)
    await group.add_coach()
    await group.answer_founding()
    return group


async def move_to_topic(forum: Group) -> Topic:
    """/squad in the topic, and one tap there."""
    topic = forum.open_topic("Training")
    forum.topic = topic.id
    there = forum.as_seen_by(forum.owner)
    await there.hears("/squad", "[Join]")
    assert forum.messages[-1].topic == topic.id
    await there.taps("Settings")
    await there.taps("Write in this topic", "» I write here from now on.", "one topic")
    return topic


async def test_it_writes_in_the_topic_that_was_chosen(forum: Group) -> None:
    topic = await move_to_topic(forum)
    assert (await squad_of(forum)).thread_id == topic.id
    await forum.remove_coach()
    await forum.add_coach()
    assert forum.messages[-1].topic == topic.id


async def test_a_closed_topic_sends_it_back_to_the_group(forum: Group, owner: Chat) -> None:
    topic = await move_to_topic(forum)
    forum.stage.telegram.set_topic(forum.room, owner.person, topic, closed=True)
    await forum.stage.settle()
    assert (await squad_of(forum)).thread_id is None
    assert "The topic was closed" in forum.messages[-1].text
    assert forum.messages[-1].topic is None


async def test_a_deleted_topic_keeps_nobody_waiting(forum: Group, owner: Chat) -> None:
    topic = await move_to_topic(forum)
    forum.stage.telegram.set_topic(forum.room, owner.person, topic, closed=False, deleted=True)
    await forum.remove_coach()
    await forum.add_coach()
    assert forum.messages[-1].topic is None


# What becomes of the group


async def test_a_supergroup_takes_everything_along(stage: Stage, owner: Chat) -> None:
    group = await Group.founded(owner)
    bea = await onboard(Chat.of(stage, 101, "Bea"), RUI)
    group.add(bea)
    await group.join(bea)
    before = await squad_of(group)
    await group.migrate()
    after = await squad_of(group)
    assert (after.id, after.squad, after.token) == (before.id, before.squad, before.token)
    assert "One is in." in group.screen
    there = group.as_seen_by(owner)
    await there.taps("Settings", "Track Tuesday: settings")


async def test_founding_goes_on_after_the_group_became_a_supergroup(group: Group) -> None:
    await group.add_coach()
    await group.as_seen_by(group.owner).taps("Lisbon", "Which days")
    await group.migrate()
    await group.as_seen_by(group.owner).taps("Tue", "[✓ Tue]")


@pytest.mark.parametrize("how", ["removed", "deleted"])
async def test_it_ends_with_the_group_and_says_so_once_to_each(
    stage: Stage, owner: Chat, how: str
) -> None:
    group = await Group.founded(owner)
    bea = await onboard(Chat.of(stage, 101, "Bea"), RUI)
    group.add(bea)
    await group.join(bea)
    row = await squad_of(group)
    said = bea.screen
    eve = await onboard(Chat.of(stage, 103, "Eve"), RUI)
    other = eve.screen
    assert stage.coach is not None
    async with stage.coach.database.write() as unit:
        await dues.put(unit, row.owner, "squad-recap", stage.clock.now().replace(year=2027))
    await (group.remove_coach() if how == "removed" else group.delete())
    ended = await squad_of(group)
    assert ended.state is SquadState.ENDED
    assert ended.token != row.token
    async with stage.coach.database.read() as unit:
        assert await dues.at(unit, Owner.squad(row.id), "squad-recap") is None
    assert bea.screen.startswith(said)
    [line] = bea.screen.removeprefix(said).strip().splitlines()
    assert line.startswith("coach: Track Tuesday no longer trains with me.")
    assert eve.screen == other, "she was not in it"
    await bea.hears(f"/start squad_{row.token}", "That invitation has run out")
    await bea.hears("/squad", "You're in no squad")


async def test_added_again_it_takes_up_where_it_was(stage: Stage, owner: Chat) -> None:
    group = await Group.founded(owner)
    bea = await onboard(Chat.of(stage, 101, "Bea"), RUI)
    group.add(bea)
    await group.join(bea)
    before = await squad_of(group)
    await group.remove_coach()
    await group.add_coach()
    after = await squad_of(group)
    assert (after.id, after.squad, after.state) == (before.id, before.squad, SquadState.ACTIVE)
    assert "One is in." in group.screen


# Telegram's limits


def sent_to(group: Group) -> list[datetime]:
    """When the coach sent or changed something in the group."""
    shown_there = {"sendMessage", "editMessageText", "editMessageReplyMarkup", "deleteMessage"}
    return [
        call.at
        for call in group.stage.telegram.calls()
        if call.method in shown_there
        and call.arguments.get("chat_id") == group.room.id
        and call.code == 200
    ]


async def test_however_much_is_tapped_no_minute_has_more_than_twenty(
    stage: Stage, owner: Chat
) -> None:
    group = await Group.founded(owner)
    people = [await onboard(Chat.of(stage, 101, "Bea"), RUI)]
    group.add(*people)
    there = group.as_seen_by(owner)
    await there.taps("Settings")
    for _ in range(40):
        there.press("Challenges")
    await stage.settle()
    assert there.toast == "Noted."
    await stage.advance(stage.clock.now() + timedelta(minutes=3))
    times = sent_to(group)
    for first in times:
        within = [at for at in times if first <= at < first + timedelta(minutes=1)]
        assert len(within) <= 20
    row = await squad_of(group)
    assert row.squad.challenges is False, "forty taps are an even number"
    card, world = group.card("Track Tuesday"), stage.telegram.world
    buttons = [{"text": what, "callback_data": f"squad:ask:{row.id}:{what}"} for what in ASKED]
    presses = [talk.press(world, owner.person, card, buttons[n % 2]) for n in range(30)]
    await stage.settle()
    assert any("Telegram lets me change only so much" in (p.text or "") for p in presses)
    assert all(p.answered for p in presses)


async def test_many_joining_within_a_second_are_all_in_and_the_card_counts_them(
    stage: Stage, owner: Chat
) -> None:
    group = await Group.founded(owner)
    row = await squad_of(group)
    crowd = [person(stage, 1000 + number, f"Runner {number}") for number in range(30)]
    group.add(*crowd)
    assert stage.coach is not None
    async with stage.coach.database.write() as unit:
        for who in crowd:
            await athletes.create(
                unit,
                user_id=who.person.id,
                chat_id=who.person.id,
                name=who.person.first_name,
                now=stage.clock.now(),
            )
    card = group.card("[Join]")
    for who in crowd:
        group.as_seen_by(who).press("Join", card)
    await stage.settle()
    assert all(group.as_seen_by(who).toast for who in crowd), "everybody is answered at once"
    await stage.advance(stage.clock.now() + timedelta(minutes=2))
    async with stage.coach.database.read() as unit:
        assert await members.count(unit, row.id) == 30
    assert "30 are in." in group.screen
    times = sent_to(group)
    assert all(
        len([at for at in times if first <= at < first + timedelta(minutes=1)]) <= 20
        for first in times
    )


async def test_a_channels_post_passed_on_into_the_group_is_answered_by_nobody(
    group: Group, owner: Chat
) -> None:
    await group.add_coach()
    group.promote_coach()
    before, world = group.screen, group.stage.telegram.world
    channel = Room(-1_009_000_000_001, ChatType.SUPERGROUP, "News")
    for text in ("Fainting and chest pain while running: what to do", "/squad"):
        post = world.post(group.room, owner.person, {"text": text}, sender_chat=channel, topic=None)
        tell(world, post)
        await group.stage.settle()
    assert group.screen == before
