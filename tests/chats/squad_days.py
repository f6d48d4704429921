"""A squad's session as it is set, answered, run and told of; for tests that begin there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.rehearsal.model import Message
from bot.rehearsal.model.members import Member
from bot.storage import athletes, checkins, members, squads
from bot.storage.athletes import State
from bot.storage.squads import SquadRow
from core.checkin import CheckIn
from core.squad import Share
from tests.chats.chat import Chat
from tests.chats.squad_people import Group

TUESDAY = "2026-12-01"
"""The squad's first session in these tests; they begin on the Thursday before."""


async def posted(group: Group, text: str = f"{TUESDAY} 6x800 @5K r2' place: the track") -> Message:
    """The owner sets a session; its card in the group."""
    there = group.as_seen_by(group.owner)
    await there.hears(f"/session {text}")
    await there.taps("Post it")
    return group.card("[In]")


async def joined(group: Group, *people: Chat) -> None:
    """They join, each without a plan where they have none.

    A tap that a busy machine leaves unanswered for two seconds opens no link: people press again.
    """
    for who in people:
        for _ in range(3):
            await group.join(who)
            if who.can_tap("In the squad only"):
                await who.taps("In the squad only")
            if await is_member(group, who):
                break
        group.as_seen_by(who)._look()


async def is_member(group: Group, who: Chat) -> bool:
    assert group.stage.coach is not None
    row = await squad_of(group)
    async with group.stage.coach.database.read() as unit:
        return await members.find(unit, row.id, who.person.id) is not None


async def squad_of(group: Group) -> SquadRow:
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        row = await squads.find(unit, group.room.id)
    assert row is not None
    return row


async def allow(group: Group, who: Chat, *shares: Share) -> None:
    """A member allows these fields and no other."""
    assert group.stage.coach is not None
    row = await squad_of(group)
    async with group.stage.coach.database.write() as unit:
        found = await members.find(unit, row.id, who.person.id)
        assert found is not None, f"{who.person.first_name} is not in"
        member = replace(found.member, shares=frozenset(shares))
        await members.save_shares(unit, row.id, member)


async def crowd(group: Group, count: int, first_id: int = 1000) -> list[Chat]:
    """So many members with a name and nothing else, who have come without a word of it."""
    assert group.stage.coach is not None
    row, now = await squad_of(group), group.stage.clock.now()
    people = [Chat.of(group.stage, first_id + n, f"Runner{n}") for n in range(count)]
    for who in people:
        group.room.members[who.person.id] = Member(who.person)
        group.stage.telegram.chat(who.person).started = True
    async with group.stage.coach.database.write() as unit:
        for who in people:
            made = await athletes.create(
                unit,
                user_id=who.person.id,
                chat_id=who.person.id,
                name=who.person.first_name,
                now=now,
                zone="Europe/Lisbon",
            )
            await athletes.save(unit, replace(made, state=State.COACH_ONLY))
            await members.join(unit, row.id, made.id, now)
    return people


async def answered(group: Group, who: Chat, day: date, legs: int) -> None:
    """A morning's answer, without the chat."""
    assert group.stage.coach is not None
    async with group.stage.coach.database.write() as unit:
        account = await athletes.find(unit, who.person.id)
        assert account is not None
        morning = CheckIn(day, legs=legs)
        await checkins.save(unit, account.id, morning, now=group.stage.clock.now())


def edits(group: Group, since: int = 0) -> int:
    """How many messages were sent to the group, or edited in it, after that many calls."""
    wanted = {"sendMessage", "editMessageText", "sendPhoto", "editMessageReplyMarkup"}
    return sum(
        call.method in wanted
        and call.arguments.get("chat_id") == group.room.id
        and "ephemeral_message_parameters" not in call.arguments
        for call in group.stage.telegram.calls()[since:]
    )
