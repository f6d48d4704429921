"""What is read for a squad at once: a tap's session, many members' days, told times, buddies."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.storage import (
    activities,
    athletes,
    buddies,
    checkins,
    decisions,
    drafts,
    dues,
    members,
    squad_lives,
    squad_results,
    squad_sessions,
    squad_taps,
    squads,
)
from bot.storage.drafts import SavedDraft
from bot.storage.engine import Database
from bot.storage.owner import Owner
from core.activity import Activity
from core.adjust.decision import Action, Decision
from core.checkin import CheckIn
from core.squad import GroupSession, Share
from core.squad.result import ToldResult
from core.units import Distance, Duration
from tests.storage.samples import MONDAY, NOW

DAY = timedelta(days=1)
TOLD = ToldResult(MONDAY, Duration(1300), Distance(5000))


@dataclass(frozen=True)
class There:
    squad: int
    session: int
    ana: int
    rui: int


@pytest.fixture
async def there(database: Database) -> There:
    """A squad with a session, Ana in it, and Rui not."""
    async with database.write() as unit:
        ana, rui = [
            (await athletes.create(unit, user_id=n, chat_id=n, name=name, now=NOW)).id
            for n, name in ((7, "Ana"), (8, "Rui"))
        ]
        squad = await squads.create(unit, chat_id=-5, title="Track", token="t", now=NOW)
        assert squad is not None
        await members.join(unit, squad.id, ana, NOW)
        session = GroupSession(MONDAY, 1140, place="track")
        row = await squad_sessions.create(unit, squad.id, session, made_by=None, now=NOW)
    return There(squad.id, row.id, ana, rui)


async def test_a_tap_finds_session_squad_and_who_taps(database: Database, there: There) -> None:
    async with database.write() as unit:
        everybody = await members.of_squad(unit, there.squad)
        await members.save_shares(unit, there.squad, everybody[0].member.toggled(Share.BOARD))
    async with database.read() as unit:
        ana, rui, nobody = [await squad_taps.of(unit, there.session, n) for n in (7, 8, 9)]
        assert await squad_taps.of(unit, there.session + 1, 7) is None
    assert ana is not None
    assert rui is not None
    assert nobody is not None
    assert (ana.squad.id, ana.row.session.place) == (there.squad, "track")
    assert ana.member is not None
    assert (ana.member.id, ana.member.member.shares) == (there.ana, {Share.BOARD})
    assert (rui.account is not None, rui.member) == (True, None)
    assert (nobody.account, nobody.member) == (None, None)


async def test_a_coach_s_squads_are_those_whose_sessions_they_set(
    database: Database, there: There
) -> None:
    async with database.write() as unit:
        later = GroupSession(MONDAY + DAY, 1140)
        await squad_sessions.create(unit, there.squad, later, made_by=there.rui, now=NOW)
        assert [row.id for row in await squad_taps.set_by(unit, there.rui)] == [there.squad]
        assert await squad_taps.set_by(unit, there.ana) == ()


async def test_the_days_of_many_are_read_at_once(database: Database, there: There) -> None:
    run = Activity(MONDAY, rpe=3)
    rested = Decision(MONDAY, Action.REST, None, None, None, (), ("rest",))
    async with database.write() as unit:
        for days in (0, 1, 90):
            on = MONDAY - days * DAY
            await activities.add(unit, there.ana, Activity(on, rpe=3), now=NOW)
            saved = SavedDraft(squad_lives.ROUTINE_DONE, on.isoformat(), {}, NOW)
            await drafts.save(unit, there.rui, saved)
        for _ in range(2):  # the second takes the first one's place
            await decisions.save(unit, there.ana, rested, change_id=None, now=NOW)
    async with database.read() as unit:
        ids = [there.ana, there.rui]
        lives = await squad_lives.of(unit, ids, MONDAY - 30 * DAY, MONDAY, MONDAY)
    ana, rui = lives[there.ana], lives[there.rui]
    assert ana.log.activities == (Activity(MONDAY - DAY, rpe=3), run)
    assert ana.decisions == (rested,)
    assert rui.routines == (MONDAY - DAY, MONDAY)
    assert (rui.log.activities, rui.decisions, ana.routines) == ((), (), ())


async def test_mornings_are_of_who_answered_that_day(database: Database, there: There) -> None:
    async with database.write() as unit:
        for on in (MONDAY - DAY, MONDAY):
            await checkins.save(unit, there.ana, CheckIn(on, legs=4), now=NOW)
        await checkins.save(unit, there.rui, CheckIn(MONDAY - DAY, legs=1), now=NOW)
    async with database.read() as unit:
        found = await squad_lives.checkins_of(
            unit, [there.ana, there.rui], MONDAY - 60 * DAY, MONDAY
        )
        nobody = await squad_lives.checkins_of(unit, [], MONDAY - DAY, MONDAY)
    assert found == {there.ana: (CheckIn(MONDAY - DAY, legs=4), CheckIn(MONDAY, legs=4))}
    assert nobody == {}


async def test_a_told_time_is_the_members_once_confirmed(database: Database, there: There) -> None:
    slower = ToldResult(MONDAY, Duration(1330))
    async with database.write() as unit:
        first = await squad_results.tell(unit, there.session, there.ana, slower, NOW)
        number = await squad_results.tell(unit, there.session, there.ana, TOLD, NOW)
        assert number == first
        assert number is not None
        assert await squad_results.get(unit, number, 8) is None, "nobody else's"
        mine = await squad_results.get(unit, number, 7)
        assert mine is not None
        assert (mine.told, mine.confirmed, mine.name) == (TOLD, None, "Ana")
        assert await squad_results.settle(unit, number, NOW, right=True)
        assert not await squad_results.settle(unit, number, NOW, right=False)
        assert await squad_results.tell(unit, there.session, there.ana, slower, NOW) is None
        [kept] = await squad_results.of_session(unit, there.session)
    assert (kept.told, kept.confirmed) == (TOLD, True)


async def test_a_refused_time_may_be_typed_again(database: Database, there: There) -> None:
    async with database.write() as unit:
        number = await squad_results.tell(unit, there.session, there.ana, TOLD, NOW)
        assert number is not None
        await squad_results.settle(unit, number, NOW, right=False)
        assert await squad_results.tell(unit, there.session, there.ana, TOLD, NOW) == number
        [again] = await squad_results.of_session(unit, there.session)
    assert again.confirmed is None


async def test_buddies_are_two_answers(database: Database, there: There) -> None:
    async with database.write() as unit:
        await buddies.say(unit, there.squad, there.ana, there.rui, wants=True, now=NOW)
        await buddies.say(unit, there.squad, there.rui, there.ana, wants=None, now=NOW)
        assert await buddies.said(unit, there.squad, there.ana) == {there.rui: True}
        assert await buddies.heard(unit, there.squad, there.ana) == {there.rui: None}
        await buddies.say(unit, there.squad, there.rui, there.ana, wants=False, now=NOW)
        assert await buddies.heard(unit, there.squad, there.ana) == {there.rui: False}
        await buddies.part(unit, there.squad, there.ana)
        assert await buddies.said(unit, there.squad, there.ana) == {}
        assert await buddies.heard(unit, there.squad, there.ana) == {there.rui: False}
        await buddies.part(unit, there.squad, there.rui)
        assert await buddies.heard(unit, there.squad, there.ana) == {}


async def test_what_is_owed_already_keeps_its_instant(database: Database) -> None:
    owner = Owner.squad(1)
    async with database.write() as unit:
        await dues.put_first(unit, owner, "squad-recap", NOW)
        await dues.put_first(unit, owner, "squad-recap", NOW + DAY)
        assert await dues.at(unit, owner, "squad-recap") == NOW
