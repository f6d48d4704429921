"""A hostile member of a squad: others' buttons, old links, forged payloads, odd names, bad moments.

Whatever they do, the state stays right, nobody hears of a fault, and the group reads nothing odd.
"""

from __future__ import annotations

import random  # noqa: TID251 - seeded, for a made-up hostile mind
from datetime import date

import pytest

from bot.storage import squad_sessions
from bot.storage.squad_sessions import SessionRow
from bot.storage.squads import SquadRow
from tests.chats.chat import Chat, shown
from tests.chats.squad_days import TUESDAY, is_member, joined, posted, squad_of
from tests.chats.squad_people import Group, link_of, met, person
from tests.chats.stage import Stage

WRONG = "Something went wrong"
LONG, ODD = "x" * 500, "<b>Eve</b> & <i>\u202eevE\u202c"


@pytest.fixture
async def group(stage: Stage) -> Group:
    """A squad with a session on Tuesday, whose coach Marta has no plan; Leo is in it."""
    marta, leo = person(stage, 90, "Marta"), person(stage, 47, "Leo")
    group = await Group.founded(marta)
    group.add(leo)
    await joined(group, marta, leo)
    await posted(group)
    return group


async def sessions_of(group: Group) -> tuple[SessionRow, ...]:
    row = await squad_of(group)
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        return await squad_sessions.between(unit, row.id, date(2026, 1, 1), date(2099, 12, 31))


async def settled(group: Group) -> tuple[SquadRow, tuple[SessionRow, ...]]:
    return await squad_of(group), await sessions_of(group)


FORGED = (
    *(f"session:{verb}:1" for verb in ("set", "pick", "propose", "post", "drop", "library")),
    *("session:moved:1", "session:for:1", "session:squad:1", "session:skip:1:2026-12-08"),
    *("session:skip:1:x", "session:skip:99:2026-12-08", "session:unrepeat:1:1", "session:for:99"),
    *("session:change:1", "session:cancel:1:1:sure", "session:cancel:1:1", "session:leave:1"),
    *("session:move:1:1:2026-12-03:1140", "session:move:1:1:2026-12-03:-5", "session:move:1"),
    *("founding:mornings:1:never", "founding:switch:1:challenges", "founding:link:1"),
    *("founding:coach:1:1", "founding:topic:1", "founding:place:1:london", "founding:days:1:9"),
    *("founding:hour:1:1:99", "founding:who:1:named", "founding:mornings:1", "founding:nonsense:1"),
    *("squad:settings:1", "squad:ask:1:coaches:-1", "squad:ask:1:mornings", "squad:ask:99:days"),
    *("coach:less:1:1:0", "coach:full:1:99:0", "coach:rain:1:indoors", "coach:rain:1:nonsense"),
    *("coach:look:1:0", "coach:aims:1", "coach:for:1:note", "coach:for:1:nonsense", "coach:for:1"),
    *("challenge:pick:1:steady", "challenge:in:1", "results:right:1", "results:wrong:99"),
    *("buddies:yes:1:1", "buddies:seek:99", "buddies:no:1:99", "buddies:nonsense:1"),
    *("membership:share:1:nonsense", "membership:left:99", "membership:nights:1"),
    *("membership:nights:99", "joining:plan:nonsense", "joining:only:nonsense", "joining:tap:99"),
    *("attend:in:99", "attend:done:1", "attend:nonsense:1", "attend:in:x", "attend:in"),
    *("version:mine:99", "version:twin:1", "version:mine", "session:" + "9" * 50),
)


async def test_forged_buttons_of_a_member_and_a_stranger_change_nothing(group: Group) -> None:
    eve = person(group.stage, 66, ODD)
    group.add(eve)
    leo = group.as_seen_by(person(group.stage, 47, "Leo"))
    before = await settled(group)
    said = len(group.messages)
    for who in (leo, group.as_seen_by(eve)):
        for data in FORGED:
            await who.forges(data, never=WRONG)
    assert await settled(group) == before
    assert [shown(m) for m in group.messages[said:]] == [], "the group hears nothing of it"
    assert not await is_member(group, eve)


async def test_forged_buttons_in_private_change_nothing(group: Group) -> None:
    eve = person(group.stage, 66, "Eve")
    await eve.hears("/start")
    before = await settled(group)
    for data in FORGED:
        await eve.forges(data, never=WRONG)
    assert await settled(group) == before
    assert "Marta" not in eve.screen
    assert "Leo" not in eve.screen
    assert not await is_member(group, eve)


TEN_WAYS = (
    "/session",
    "/session 6x400",
    "/session cancel",
    "/session move to Friday",
    "/session every Tue 19:00 6x400",
    "/session@NextgearBot 6x400",
    "/SESSION\n6x400",
    "/session " + "9" * 3000,
    "/session <b>6x400</b> \u202e",
    "/session cancel 2026-12-01",
)


async def test_who_sets_no_sessions_tries_it_in_ten_ways(group: Group) -> None:
    leo = person(group.stage, 47, "Leo")
    there, before, said = group.as_seen_by(leo), await settled(group), len(group.messages)
    for words in TEN_WAYS:
        await there.hears(words, never=WRONG)
        await leo.hears(words, never=WRONG)
    for words in ("6x400", "cancel", "move to Friday"):
        await there.hears(words, reply_to=group.card("[In]"), never=WRONG)
    assert await settled(group) == before
    assert len(group.messages) == said
    assert leo.screen.count("Only the squad's coaches set its sessions.") == len(TEN_WAYS)


@pytest.mark.parametrize(
    "name", [LONG, ODD, "\u05d3\u05d5\u05d3", "🏃" * 200, "\n\t", "\u3164", "%s {name}"]
)
async def test_names_of_any_kind_fit_the_cards(group: Group, name: str) -> None:
    odd = person(group.stage, 67, name)
    group.add(odd)
    await joined(group, odd)
    await group.as_seen_by(odd).taps("In", never=WRONG)
    card = shown(group.card("[In]"))
    assert "In 1: " in card
    assert len(card) < 1500
    assert "\u202e" not in card
    await group.owner.hears("/coach", "In 1: ", never=WRONG)
    await group.owner.hears("who's coming tuesday?", "In 1: ", never=WRONG)
    await odd.hears("/squad", "Track Tuesday", never=WRONG)


@pytest.mark.parametrize("title", ["<b>Run</b> & <script>", "a" * 128, "\u202eklub", "{ $day }"])
async def test_titles_of_any_kind_fit_the_cards(stage: Stage, title: str) -> None:
    marta = person(stage, 90, "Marta")
    group = await Group.founded(marta, title)
    await joined(group, marta)
    await posted(group)
    await group.as_seen_by(marta).taps("In")
    await marta.hears("/session move to Friday", "Move it?", never=WRONG)
    await marta.taps("Yes, move it", "Moved.", never=WRONG)
    await marta.hears("/coach", "In 1: Marta", never=WRONG)
    await marta.hears("/squad", never=WRONG)
    await group.remove(marta)
    assert "You're no longer in the group" in marta.screen


async def test_an_old_link_and_another_s_link_let_nobody_in(group: Group) -> None:
    eve = person(group.stage, 66, "Eve")
    group.add(eve)
    there = group.as_seen_by(eve)
    await there.taps("Join")
    link = link_of(there)
    await group.remove(eve, by=group.owner)
    await eve.hears(f"/start {link}", "That invitation is for people in")
    group.add(eve)
    await group.as_seen_by(group.owner).taps("Settings")
    await group.as_seen_by(group.owner).taps("New invitation")
    await eve.hears(f"/start {link}", "That invitation has run out")
    for made_up in ("squad_", "squad_" + "0" * 58, "squad_1", "squad_%", "squad_ squad_"):
        await eve.hears(f"/start {made_up}", never=WRONG)
    assert not await is_member(group, eve)


async def test_a_coach_who_is_demoted_while_confirming_confirms_nothing(group: Group) -> None:
    ines = person(group.stage, 91, "Ines")
    group.add(ines)
    group.promote(ines)
    there = group.as_seen_by(ines)
    await there.hears("/session Thu 3 Dec 19:00 40' easy", "Post it?")
    group.stage.telegram.demote(group.room, ines.person, group.owner.person)
    await group.stage.settle()
    await there.taps("Post it", "Only the squad's coaches")
    assert len(await sessions_of(group)) == 1
    group.promote(ines)
    await there.hears("/session cancel", "Call it off?")
    group.stage.telegram.demote(group.room, ines.person, group.owner.person)
    await group.stage.settle()
    await there.taps("Yes, call it off", "Only the squad's coaches")
    assert not (await sessions_of(group))[0].session.cancelled


async def test_a_member_who_leaves_while_confirming_leaves_nothing_behind(group: Group) -> None:
    [rui] = await met(group.stage, 0)
    group.add(rui)
    await joined(group, rui)
    await group.as_seen_by(rui).taps("In", "In 1: Rui")
    await rui.hears("/squad")
    await rui.taps("Leave the squad")
    await group.remove(rui, by=group.owner)
    await rui.taps("Leave", never=WRONG)
    await rui.settles()
    assert "Rui" not in group.screen
    assert not await is_member(group, rui)
    await rui.forges("attend:in:1", never="You're in")
    assert "Rui" not in group.screen


async def test_two_coaches_post_for_one_day_in_the_same_second(group: Group) -> None:
    ines = person(group.stage, 91, "Ines")
    group.add(ines)
    group.promote(ines)
    one, other = group.as_seen_by(group.owner), group.as_seen_by(ines)
    await one.hears("/session Thu 3 Dec 19:00 40' easy", "Post it?")
    await other.hears("/session Thu 3 Dec 19:00 6x400 @mile", "Post it?")
    mine, theirs = one.message("40 min easy"), other.message("6 × 400")
    one.press("Post it", mine)
    other.press("Post it", theirs)
    await group.stage.settle()
    assert len(await sessions_of(group)) == 2, "Tuesday's and one of theirs"
    cards = [m for m in group.messages if "My version" in shown(m) and "3 Dec" in shown(m)]
    assert len(cards) == 1


async def test_a_hostile_mind_at_the_buttons(group: Group) -> None:
    """Every button that chance offers; the sessions stay the coach's."""
    chance = random.Random(7)
    eve = person(group.stage, 66, ODD)
    group.add(eve)
    await joined(group, eve)
    before = await sessions_of(group)
    seen = [group.as_seen_by(eve), eve]
    for _ in range(60):
        where: Chat = chance.choice(seen)
        labels = [
            (m, row, col)
            for m in where.said
            for row, r in enumerate(m.buttons())
            for col, _ in enumerate(r)
        ]
        message, row, col = chance.choice(labels)
        text = message.buttons()[row][col].get("text", "")
        if "url" in message.buttons()[row][col] or text.startswith(("Leave", "Erase")):
            continue
        where.pressed = [group.stage.telegram.press(eve.person, message, row, col)]
        answer = await where.settles()
        assert WRONG not in answer
    assert await sessions_of(group) == before
    for told in group.everything_said():
        assert "\u202e" not in told


async def test_the_day_of_a_session_is_over_for_every_late_button(group: Group) -> None:
    leo = person(group.stage, 47, "Leo")
    there = group.as_seen_by(leo)
    await there.taps("In", "In 1: Leo")
    late = group.card("[In]")
    await group.owner.hears("/session move to 20:00", "Move it?")
    await leo.at(f"{TUESDAY} 23:59")
    await group.owner.taps("Yes, move it", "That hour is over")
    await there.forges("attend:out:1", "That session is over.")
    assert "Who ran? Tap Done." in shown(late)
