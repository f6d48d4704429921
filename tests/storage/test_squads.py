"""Squads, members, sessions and attendance, on both databases."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.storage import (
    athletes,
    attendance,
    cards,
    deliveries,
    dues,
    members,
    plans,
    squad_sessions,
    squad_view,
    squads,
)
from bot.storage.cards import CardKey
from bot.storage.deliveries import Intent
from bot.storage.engine import Database, Unit
from bot.storage.errors import Stale
from bot.storage.squad_sessions import Taken
from bot.storage.squads import SquadRow, SquadState
from core.athlete import Town
from core.squad import (
    Answer,
    GroupSession,
    SessionState,
    Setters,
    Share,
    Squad,
    Standing,
    Training,
)
from tests.storage.samples import EIGHT_HUNDREDS, MONDAY, NOW, change, plan

GROUP, SUPERGROUP = -4_000_000_001, -1_000_000_000_007
TUESDAY = MONDAY + timedelta(days=1)
SETTLED = Squad(
    zone="Europe/Lisbon",
    place="Lisbon",
    town=Town("Lisbon, Portugal", 38.7, -9.1),
    trainings=(Training(1, 1140), Training(3, 1140)),
    setters=Setters.NAMED,
    standing=(Standing(1, 1140, "track", "6x800 @5K r2'"),),
    weather=True,
)
SESSION = GroupSession(TUESDAY, 1140, "the track", EIGHT_HUNDREDS, "6x800 @5K r2'")


async def made(unit: Unit, chat_id: int = GROUP, token: str = "t0ken") -> SquadRow:
    row = await squads.create(unit, chat_id=chat_id, title="Track", token=token, now=NOW)
    assert row is not None
    return await squads.save(unit, replace(row, squad=SETTLED, state=SquadState.ACTIVE))


async def athlete(unit: Unit, user_id: int = 7, name: str = "Ana") -> int:
    return (await athletes.create(unit, user_id=user_id, chat_id=user_id, name=name, now=NOW)).id


async def test_what_is_settled_is_what_is_read(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
    async with database.read() as unit:
        assert await squads.find(unit, GROUP) == row
        assert await squads.get(unit, row.id) == row
        assert await squads.by_token(unit, "t0ken") == row
        assert await squads.by_token(unit, "other") is None
    assert row.squad == SETTLED


async def test_a_group_has_one_squad(database: Database) -> None:
    async with database.write() as unit:
        await made(unit)
        again = await squads.create(unit, chat_id=GROUP, title="Track", token="x", now=NOW)
    assert again is None


async def test_who_saves_what_has_changed_since_is_stale(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        await squads.save(unit, replace(row, title="Thursday"))
        with pytest.raises(Stale):
            await squads.save(unit, replace(row, title="Sunday"))


async def test_members_share_nothing_until_they_say_so(database: Database) -> None:
    async with database.write() as unit:
        row, ana = await made(unit), await athlete(unit)
        assert await members.join(unit, row.id, ana, NOW)
        assert not await members.join(unit, row.id, ana, NOW)
        found = await members.find(unit, row.id, 7)
        assert found is not None
        assert (found.member.shares, found.member.is_coach) == (frozenset(), False)
        await members.save_shares(unit, row.id, found.member.toggled(Share.PACES))
        await members.set_coach(unit, row.id, ana, is_coach=True)
    async with database.read() as unit:
        (found,) = await members.of_squad(unit, row.id)
        assert found.member.shares == {Share.PACES}
        assert (await members.coaches(unit, row.id))[0].id == ana
        assert await members.count(unit, row.id) == 1
        assert [each.id for each in await squads.of_athlete(unit, ana)] == [row.id]
        assert [each.squad_id for each in await members.of_user(unit, 7)] == [row.id]


async def test_leaving_is_leaving(database: Database) -> None:
    async with database.write() as unit:
        row, ana = await made(unit), await athlete(unit)
        await members.join(unit, row.id, ana, NOW)
        assert await members.leave(unit, row.id, ana)
        assert not await members.leave(unit, row.id, ana)
        assert await members.find(unit, row.id, 7) is None
        assert not await members.set_coach(unit, row.id, ana, is_coach=True)


async def test_a_day_has_one_session_that_is_on(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        first = await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)
        with pytest.raises(Taken):
            await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)
        cancelled = replace(SESSION, state=SessionState.CANCELLED)
        await squad_sessions.save(unit, replace(first, session=cancelled))
        second = await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)
        thursday = replace(SESSION, on=TUESDAY + timedelta(days=2))
        third = await squad_sessions.create(unit, row.id, thursday, made_by=None, now=NOW)
        with pytest.raises(Taken):
            await squad_sessions.save(unit, replace(third, session=SESSION))
    async with database.read() as unit:
        assert await squad_sessions.on(unit, row.id, TUESDAY) == second
        week = await squad_sessions.between(unit, row.id, MONDAY, MONDAY + timedelta(days=6))
        assert [each.id for each in week] == [first.id, second.id, third.id]
        assert week[1].session.workout == EIGHT_HUNDREDS


async def test_two_coaches_at_once_leave_one_of_them_stale(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        seen = await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)

    async def move(minute: int) -> bool:
        try:
            async with database.write() as unit:
                moved = replace(SESSION, minute=minute, state=SessionState.MOVED)
                await squad_sessions.save(unit, replace(seen, session=moved))
        except Stale:
            return False
        return True

    assert sorted(await asyncio.gather(move(1080), move(1110))) == [False, True]


async def test_who_comes_is_the_last_thing_they_said(database: Database) -> None:
    async with database.write() as unit:
        row, ana, rui = await made(unit), await athlete(unit), await athlete(unit, 8, "Rui")
        seen = await squad_sessions.create(unit, row.id, SESSION, made_by=ana, now=NOW)
        await attendance.answer(unit, seen.id, ana, Answer.MAYBE, NOW)
        await attendance.answer(unit, seen.id, ana, Answer.IN, NOW)
        await attendance.mark_done(unit, seen.id, rui, NOW)
        assert await attendance.give_kudos(unit, seen.id, rui, NOW)
        assert not await attendance.give_kudos(unit, seen.id, rui, NOW)
        told = {each.name: each for each in await attendance.of_session(unit, seen.id)}
        assert (told["Ana"].answer, told["Ana"].done) == (Answer.IN, False)
        assert (told["Rui"].answer, told["Rui"].done) == (None, True)
        assert await attendance.of(unit, seen.id, ana) == told["Ana"]
        assert (await attendance.of_sessions(unit, [seen.id, 999]))[999] == ()
        assert await attendance.count_kudos(unit, seen.id) == 1
        assert await attendance.take_kudos(unit, seen.id, rui)


async def test_the_session_in_ones_own_plan_is_known_until_it_is_undone(
    database: Database,
) -> None:
    async with database.write() as unit:
        row, ana = await made(unit), await athlete(unit)
        own = await plans.replace(unit, ana, plan(), seen=None, now=NOW)
        own = await plans.lay_change(unit, own, change(own.plan, TUESDAY, EIGHT_HUNDREDS), now=NOW)
        seen = await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)
        await attendance.lay(unit, seen.id, ana, own.changes[0].id)
        assert await attendance.change_of(unit, seen.id, ana) == own.changes[0].id
        ahead = await attendance.laid_ahead(unit, row.id, ana, MONDAY)
        assert ahead == [own.changes[0].id]
        assert await attendance.laid_ahead(unit, row.id, ana, TUESDAY + timedelta(days=1)) == []
        assert await attendance.forget_future(unit, row.id, ana, MONDAY) == [seen.id]
        assert await attendance.of(unit, seen.id, ana) is None


async def test_one_unasked_post_a_day(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        assert await squads.may_post(unit, row.id, TUESDAY)
        assert not await squads.may_post(unit, row.id, TUESDAY)
        assert not await squads.may_post(unit, row.id, MONDAY)
        assert await squads.may_post(unit, row.id, TUESDAY + timedelta(days=1))


async def test_a_squad_that_ended_posts_nothing(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        ended = await squads.end(unit, row, token="new", now=NOW)
        assert not await squads.may_post(unit, row.id, TUESDAY)
        assert await squads.by_token(unit, "t0ken") is None
        assert ended.state is SquadState.ENDED


async def _full(unit: Unit) -> tuple[SquadRow, int]:
    """A squad with a member, a session, a due, a delivery and a card."""
    row, ana = await made(unit), await athlete(unit)
    await members.join(unit, row.id, ana, NOW)
    seen = await squad_sessions.create(unit, row.id, SESSION, made_by=ana, now=NOW)
    await attendance.answer(unit, seen.id, ana, Answer.IN, NOW)
    await dues.put(unit, row.owner, "squad-digest", NOW)
    intent = Intent("squad-digest", row.chat_id, MONDAY)
    await deliveries.promise(unit, row.owner, [intent], NOW, NOW + timedelta(hours=6))
    key = CardKey(row.chat_id, "session", str(seen.id))
    await cards.place(unit, row.owner, key, message_id=5, shown=1, now=NOW)
    return row, seen.id


async def test_the_move_to_a_supergroup_takes_all_along_at_once(database: Database) -> None:
    async with database.write() as unit:
        row, session_id = await _full(unit)
        await squads.migrate(unit, GROUP, SUPERGROUP)
        await squads.migrate(unit, GROUP, SUPERGROUP)  # told of twice
    async with database.read() as unit:
        assert await squads.find(unit, GROUP) is None
        moved = await squads.find(unit, SUPERGROUP)
        assert moved is not None
        assert (moved.id, moved.squad, moved.token) == (row.id, row.squad, row.token)
        assert await members.count(unit, row.id) == 1
        card = await cards.find(unit, CardKey(SUPERGROUP, "session", str(session_id)))
        assert card is not None
        assert card.message_id is None, "its old message cannot be edited"
        assert len(await attendance.of_session(unit, session_id)) == 1


async def test_a_squad_founded_in_the_new_chat_meanwhile_gives_way(database: Database) -> None:
    async with database.write() as unit:
        row, _ = await _full(unit)
        await made(unit, SUPERGROUP, "second")
        await squads.migrate(unit, GROUP, SUPERGROUP)
        moved = await squads.find(unit, SUPERGROUP)
        assert moved is not None
        assert moved.id == row.id


async def test_ended_for_long_it_is_erased_with_all_that_hangs_on_it(database: Database) -> None:
    async with database.write() as unit:
        row, session_id = await _full(unit)
        await squads.end(unit, row, token="new", now=NOW)
        assert await dues.at(unit, row.owner, "squad-digest") is None
        assert await cards.find(unit, CardKey(GROUP, squads.OWN_CARD)) is None
        key = CardKey(GROUP, "session", str(session_id))
        assert await cards.find(unit, key) is not None, "kept until it is taken up again"
        assert await squads.sweep(unit, NOW) == 0
        assert await squads.sweep(unit, NOW + timedelta(days=1)) == 1
        assert await cards.find(unit, key) is None
        assert await squads.get(unit, row.id) is None
        assert await squad_sessions.get(unit, session_id) is None
        assert await athletes.find(unit, 7) is not None, "the people stay"


async def test_the_forgotten_are_in_no_squad_and_on_no_session(database: Database) -> None:
    async with database.write() as unit:
        row, session_id = await _full(unit)
        ana = await athletes.find(unit, 7)
        assert ana is not None
        await athletes.forget(unit, ana, 0)
        assert await members.count(unit, row.id) == 0
        assert await attendance.of_session(unit, session_id) == ()
        left = await squad_sessions.get(unit, session_id)
        assert left is not None
        assert left.made_by is None


async def test_every_card_of_a_squad_can_be_drawn_anew(database: Database) -> None:
    async with database.write() as unit:
        row, session_id = await _full(unit)
        assert await cards.stale(unit, 10) == []
        await cards.touch_squad(unit, row.id)
        assert [card.subject for card in await cards.stale(unit, 10)] == [str(session_id)]


async def test_a_squads_own_card_outlives_those_of_its_sessions(database: Database) -> None:
    async with database.write() as unit:
        row, session_id = await _full(unit)
        own = CardKey(GROUP, "squad")
        await cards.place(unit, row.owner, own, message_id=4, shown=1, now=NOW)
        await cards.sweep(unit, NOW + timedelta(days=1))
        assert await cards.find(unit, CardKey(GROUP, "session", str(session_id))) is None
        assert await cards.find(unit, own) is not None


async def test_five_hundred_members_are_one_statement(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        for number in range(500):
            who = await athlete(unit, 1000 + number, f"Runner {number}")
            await members.join(unit, row.id, who, NOW)
    async with database.read() as unit:
        before = unit.statements
        assert len(await members.of_squad(unit, row.id)) == 500
        assert unit.statements - before == 1


def test_a_weekday_knows_its_hour() -> None:
    assert SETTLED.minute_on(1) == 1140
    assert SETTLED.minute_on(date(2026, 5, 10).weekday()) is None


async def test_a_card_needs_one_statement_for_its_numbers_and_names(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        nobody = await squad_view.by_id(unit, row.id)
        assert nobody == squad_view.Counted(row, 0, ())
        for user_id, name in ((7, "Ana"), (8, "Rui"), (9, "Bea")):
            await members.join(unit, row.id, await athlete(unit, user_id, name), NOW)
        for found in (await members.of_squad(unit, row.id))[1:]:
            await members.set_coach(unit, row.id, found.id, is_coach=True)
    async with database.read() as unit:
        before = unit.statements
        assert await squad_view.by_chat(unit, GROUP) == squad_view.Counted(row, 3, ("Rui", "Bea"))
        assert unit.statements - before == 1
        assert await squad_view.by_id(unit, 999) is None


async def test_a_tap_needs_one_statement_for_who_asks(database: Database) -> None:
    async with database.write() as unit:
        row = await made(unit)
        ana, _ = await athlete(unit), await athlete(unit, 8, "Rui")
        await members.join(unit, row.id, ana, NOW)
        mine = await members.find(unit, row.id, 7)
    async with database.read() as unit:
        found = await squad_view.asked(unit, row.id, 7)
        assert found is not None
        assert (found.row, found.member) == (row, mine)
        assert found.account == await athletes.find(unit, 7)
        outside = await squad_view.invited(unit, "t0ken", 8)
        assert outside is not None
        assert outside.account is not None
        assert outside.member is None
        stranger = await squad_view.asked(unit, row.id, 99)
        assert stranger == squad_view.Asked(row, None, None)
        assert await squad_view.invited(unit, "old", 7) is None
