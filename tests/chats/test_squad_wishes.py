"""A coach cancels and moves in words, is asked once, and one's own week stays one's own."""

from __future__ import annotations

from datetime import date

import pytest

from bot.storage import squad_sessions
from bot.storage.squad_sessions import SessionRow
from core.squad import SessionState
from tests.chats.chat import Chat, shown
from tests.chats.squad_days import TUESDAY, joined, posted, squad_of
from tests.chats.squad_people import Group, met, person
from tests.chats.stage import Stage


@pytest.fixture
async def group(stage: Stage) -> Group:
    """A squad whose coach, Marta, has no plan."""
    marta = person(stage, 90, "Marta")
    group = await Group.founded(marta)
    await joined(group, marta)
    await posted(group)
    return group


async def session_of(group: Group) -> SessionRow:
    row = await squad_of(group)
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        first, last = date(2026, 11, 20), date(2027, 1, 30)
        return (await squad_sessions.between(unit, row.id, first, last))[-1]


async def test_a_session_is_called_off_in_words_and_asked_for_once(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    await there.hears("/session cancel", "Call it off?", "Tue 1 Dec, 19:00, the track")
    assert not (await session_of(group)).session.cancelled
    await there.taps("Leave it", "It stays as it is.", "[Change it]")
    assert not (await session_of(group)).session.cancelled
    await there.hears("/session cancel tuesday, storm warning", "Call it off?")
    await there.taps("Yes, call it off", "Called off.")
    assert (await session_of(group)).session.cancelled
    assert "Called off: Tue 1 Dec" in group.screen
    await there.hears("/session cancel")
    assert "There is no session ahead" in group.owner.screen, "told to the coach alone"


async def test_a_session_is_moved_in_words(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    await there.hears(
        "/session move to Wednesday 18:30",
        "From: Tue 1 Dec, 19:00, the track",
        "To: Wed 2 Dec, 18:30, the track",
    )
    await there.taps("Yes, move it", "Moved.")
    await there.hears("/session move 20:00", "To: Wed 2 Dec, 20:00")
    await there.taps("Leave it")
    await there.hears("/session half an hour later", never="Moved")
    await there.hears("/session delay it by half an hour", "To: Wed 2 Dec, 19:00")
    await there.taps("Yes, move it")
    await there.hears("/session move place: the park", "To: Wed 2 Dec, 19:00, the park")
    await there.taps("Yes, move it")
    session = (await session_of(group)).session
    assert (session.on, session.minute, session.place) == (date(2026, 12, 2), 1140, "the park")
    assert "Moved: Wed 2 Dec, 19:00, the park" in group.screen


async def test_a_reply_to_the_session_s_card_is_about_that_session(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    card = group.card("[In]")
    await there.hears("/session Thu 3 Dec 19:00 40' easy", "Post it?")
    await there.taps("Post it")
    await there.hears("move to 20:00", "From: Tue 1 Dec", reply_to=card)
    await there.taps("Yes, move it")
    await there.hears("what a nice session", never="Change", reply_to=card)
    await there.hears("cancelled, too icy", "Call it off?", "Tue 1 Dec", reply_to=card)
    await there.taps("Yes, call it off")
    [rui] = await met(group.stage, 0)
    group.add(rui)
    before = len(group.messages)
    other = group.as_seen_by(rui)
    await other.hears("cancel", reply_to=group.card("Thu 3 Dec"))
    assert len(group.messages) == before, "others may well talk about it"


async def test_a_draft_hears_the_same_words(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    await there.hears("/session Thu 3 Dec 19:00 40' easy", "Post it?")
    await there.hears("make it 20:00", "Thu 3 Dec, 20:00", reply_to=there.message("Post it?"))
    await there.hears("half an hour earlier", never="Moved", reply_to=there.message_with("Post it"))
    await there.hears("cancel", "Dropped.", reply_to=there.message_with("Post it"))


async def test_a_standing_session_is_left_out_once(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    await there.hears("/session every Sat 9:00 hills 10x60s place: the hill", "every Saturday")
    await there.taps("Keep it")
    await there.hears("/session cancel saturday", "Call off Sat 28 Nov?", "only this one")
    await there.taps("Yes, call it off")
    assert "Called off: Sat 28 Nov, 9:00, the hill" in group.screen
    await group.owner.at("2026-11-27 18:30")
    assert "[In]" not in shown(group.card("Sat 28 Nov"))
    await group.owner.at("2026-12-04 12:05")
    assert "Sat 5 Dec" in shown(group.card("[In]"))


async def test_two_coaches_cross(group: Group) -> None:
    ines = person(group.stage, 91, "Ines")
    group.add(ines)
    group.promote(ines)
    one, other = group.as_seen_by(group.owner), group.as_seen_by(ines)
    await one.hears("/session move to Wednesday", "Move it?")
    await other.hears("/session cancel", "Call it off?")
    await one.taps("Yes, move it", "Moved.")
    await other.taps("Yes, call it off", "Somebody changed it a moment before you.")
    session = (await session_of(group)).session
    assert (session.on, session.state) == (date(2026, 12, 2), SessionState.MOVED)
    await other.hears("/session cancel", "Wed 2 Dec")
    await one.hears("/session move to Friday", "Move it?")
    await other.taps("Yes, call it off", "Called off.")
    await one.taps("Yes, move it", "It is called off already")


async def test_what_one_coach_asked_for_another_cannot_confirm(group: Group) -> None:
    zed = person(group.stage, 92, "Zed")
    group.add(zed)
    there = group.as_seen_by(zed)
    await group.as_seen_by(group.owner).hears("/session cancel", "Call it off?")
    there._look()
    await there.taps("Yes, call it off", "Only the squad's coaches")
    await group.as_seen_by(group.owner).hears("/session move to Friday", "Move it?")
    await there.taps("Yes, move it", "That draft is another coach's")
    assert (await session_of(group)).session.on.isoformat() == TUESDAY


# In private


async def test_wishes_in_private(group: Group) -> None:
    marta = group.owner
    await marta.hears("who's coming tuesday?", "Track Tuesday", "Nobody has said yet")
    await marta.hears("who's coming on friday?", "There is no session on Fri 27 Nov")
    await marta.hears("cancel tuesday's session", "Call it off?", "For Track Tuesday:")
    await marta.taps("Leave it")
    await marta.hears("move the training to 20:00", "Move it?", "To: Tue 1 Dec, 20:00")
    await marta.taps("Yes, move it", "Moved.")
    await marta.hears("set thursday's session", "What does the squad run on Thu")
    await marta.hears("set the session for Saturday: 6x800 @5K r2'", "Post it?", "6 × 800")


async def test_one_s_own_week_is_spoken_of_as_before(group: Group) -> None:
    [rui] = await met(group.stage, 0)
    group.add(rui)
    await joined(group, rui)
    for words in ("cancel tomorrow's session", "cancel tuesday's session", "move it to Friday"):
        await rui.hears(words, never="Call it off?")
    await rui.hears("who's coming on tuesday", "Nobody has said yet")
    await group.owner.hears("cancel tomorrow's session", never="Call it off?")
    zed = person(group.stage, 92, "Zed")
    await zed.hears("who's coming on tuesday", never="Nobody has said")


# Two squads


async def test_a_coach_of_two_squads_says_for_which(group: Group) -> None:
    marta = group.owner
    hills = await Group.founded(marta, "Hill Club")
    leo = person(group.stage, 47, "Leo")
    for squad in (group, hills):
        squad.add(leo)
        await joined(squad, marta, leo)
    await marta.hears("/session Sat 9:00 hills 10x60s", "For which squad?", "[Hill Club]")
    await marta.taps("Hill Club", "Understood like this", "Hills", "For Hill Club:")
    await marta.taps("Post it")
    assert "Hills" in hills.screen
    await marta.hears("/session", "For which squad?")
    await marta.taps("Hill Club", "What does the squad run")
    await marta.hears("/session cancel", "For which squad?")
    await marta.taps("Hill Club", "Call it off?", "Sat 28 Nov")
    await marta.hears("/rain Pavilion", "Which squad?")
    await marta.taps("Track Tuesday", "The rain plan stands on the card.")
    assert "Pavilion" in group.screen
    await marta.hears("/note Leo see you there", "Which squad?")
    await marta.taps("Hill Club", "On its way to Leo")
    await group.stage.settle()
    assert "who coaches Hill Club" in leo.screen
    await marta.hears("/note", "Who is it for?")


async def test_of_sessions_of_two_squads_on_one_day_it_is_asked_which(group: Group) -> None:
    marta = group.owner
    hills = await Group.founded(marta, "Hill Club")
    await joined(hills, marta)
    await posted(hills, f"{TUESDAY} 20:30 hills 6x60s")
    await marta.hears("cancel the session on tuesday", "Which session?", "[Hill Club, Tue 1 Dec]")
    await marta.taps("Hill Club", "Change it?", "Hills")
    marta_asks: Chat = marta
    await marta_asks.taps("Call it off", "Call it off?")


async def test_a_supergroup_s_coach_moves_a_session_twice_in_one_second(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    await there.hears("/session move to Wednesday", "Move it?")
    sure = there.message_with("Yes, move it")
    there.press("Yes, move it", sure)
    there.press("Yes, move it", sure)
    await there.settles()
    session = await session_of(group)
    assert (session.session.on, session.version) == (date(2026, 12, 2), 2)


async def test_a_draft_in_private_is_cancelled_in_a_word(group: Group) -> None:
    marta = group.owner
    await marta.hears("/session Sat 9:00 hills 10x60s", "Post it?")
    await marta.hears("/cancel", never="Nothing is open")
    await marta.taps("Post it", "That draft is")
    assert "Sat 28 Nov" not in group.screen


async def test_an_hour_that_is_over_is_refused_before_anybody_confirms(group: Group) -> None:
    await group.owner.at(f"{TUESDAY} 15:00")
    await group.owner.hears("/session move to 10:00", "That hour is over", never="Move it?")
    await group.owner.hears("/session move to Tuesday", "To: Tue 8 Dec, 19:00")
