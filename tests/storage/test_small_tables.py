from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.storage import activities, athletes, checkins, days, drafts, gates, meta
from bot.storage.activities import LoggedActivity
from bot.storage.drafts import SavedDraft
from bot.storage.engine import Database, Unit
from core.checkin import CheckIn
from core.safety.gates import Gate, GateKind
from core.safety.signs import Sign
from tests.storage.samples import ACTIVITY, CHECKIN, GATE, MONDAY, NOW, session

LATER = NOW + timedelta(hours=1)


@pytest.fixture
async def athlete_id(database: Database) -> int:
    async with database.write() as unit:
        return (await athletes.create(unit, user_id=7, chat_id=7, name="Ana", now=NOW)).id


async def _open(unit: Unit, athlete_id: int) -> list[Gate]:
    return [row.gate for row in await gates.opened(unit, athlete_id)]


async def test_a_draft_is_its_latest_set_of_answers(database: Database, athlete_id: int) -> None:
    async with database.write() as unit:
        for answers in ({"legs": 2}, {"legs": 3, "sleep": None, "days": [1, 3]}):
            await drafts.save(unit, athlete_id, SavedDraft("check-in", "2026-05-04", answers, NOW))
        found = await drafts.find(unit, athlete_id, "check-in", "2026-05-04")
        assert found == SavedDraft("check-in", "2026-05-04", answers, NOW)
        assert await drafts.find(unit, athlete_id, "check-in", "2026-05-05") is None
        assert await drafts.find(unit, athlete_id, "onboarding") is None


async def test_drafts_are_dropped_one_day_or_all(database: Database, athlete_id: int) -> None:
    async with database.write() as unit:
        for day in ("a", "b", "c"):
            await drafts.save(unit, athlete_id, SavedDraft("check-in", day, {}, NOW))
        await drafts.drop(unit, athlete_id, "check-in", "a")
        assert await drafts.find(unit, athlete_id, "check-in", "a") is None
        assert await drafts.find(unit, athlete_id, "check-in", "b") is not None
        await drafts.drop(unit, athlete_id, "check-in")
        assert await drafts.find(unit, athlete_id, "check-in", "b") is None


async def test_a_corrected_check_in_takes_the_days_place(
    database: Database, athlete_id: int
) -> None:
    better = CheckIn(MONDAY, legs=4)
    async with database.write() as unit:
        await checkins.save(unit, athlete_id, CHECKIN, now=NOW)
        await checkins.save(unit, athlete_id, better, now=LATER)
        found = await checkins.between(unit, athlete_id, MONDAY, MONDAY)
    assert found == (better,)


async def test_check_ins_come_oldest_first_and_both_ends_count(
    database: Database, athlete_id: int
) -> None:
    week = [replace(CHECKIN, on=MONDAY + timedelta(days=n)) for n in range(5)]
    async with database.write() as unit:
        for checkin in reversed(week):
            await checkins.save(unit, athlete_id, checkin, now=NOW)
        found = await checkins.between(unit, athlete_id, week[1].on, week[3].on)
    assert found == tuple(week[1:4])


async def test_a_run_is_logged_corrected_and_removed_by_its_own_athlete_only(
    database: Database, athlete_id: int
) -> None:
    longer = replace(ACTIVITY, rpe=9)
    async with database.write() as unit:
        first = await activities.add(unit, athlete_id, ACTIVITY, now=NOW)
        second = await activities.add(unit, athlete_id, ACTIVITY, now=NOW)
        assert await activities.replace(unit, athlete_id, second, longer, now=LATER)
        assert not await activities.replace(unit, athlete_id + 1, second, ACTIVITY, now=LATER)
        assert not await activities.remove(unit, athlete_id + 1, first)
        assert await activities.between(unit, athlete_id, MONDAY, MONDAY) == (
            LoggedActivity(first, ACTIVITY, NOW),
            LoggedActivity(second, longer, LATER),
        )
        assert await activities.remove(unit, athlete_id, first)
        assert not await activities.remove(unit, athlete_id, first)
        assert await activities.between(unit, athlete_id, MONDAY, MONDAY) == (
            LoggedActivity(second, longer, LATER),
        )


async def test_gates_that_go_on_keep_their_row_and_their_first_hour(
    database: Database, athlete_id: int
) -> None:
    ill = Gate(GateKind.ILL, MONDAY, sign=Sign.ILL)
    worse = replace(GATE, score=8, last=MONDAY + timedelta(days=1))
    async with database.write() as unit:
        await gates.settle(unit, athlete_id, (), [GATE, ill], how="", now=NOW)
        known = await gates.opened(unit, athlete_id)
        await gates.settle(unit, athlete_id, known, [worse], how="day-without", now=LATER)
        assert await gates.opened(unit, athlete_id) == (replace(known[0], gate=worse),)
        assert known[0].opened_at == NOW
        await gates.settle(
            unit, athlete_id, await gates.opened(unit, athlete_id), [], how="x", now=LATER
        )
        assert await _open(unit, athlete_id) == []


async def test_the_same_trouble_after_it_was_over_is_another_gate(
    database: Database, athlete_id: int
) -> None:
    again = replace(GATE, since=MONDAY + timedelta(days=30))
    async with database.write() as unit:
        await gates.settle(unit, athlete_id, (), [GATE], how="", now=NOW)
        known = await gates.opened(unit, athlete_id)
        await gates.settle(unit, athlete_id, known, [again], how="x", now=LATER)
        assert await _open(unit, athlete_id) == [again]
        assert (await gates.opened(unit, athlete_id))[0].id != known[0].id


async def test_what_a_day_shows_is_the_latest_and_kept_days_do_not_replace_it(
    database: Database, athlete_id: int
) -> None:
    tuesday = MONDAY + timedelta(days=1)
    async with database.write() as unit:
        await days.show(unit, athlete_id, MONDAY, None)
        await days.show(unit, athlete_id, MONDAY, session(MONDAY))
        await days.keep(unit, athlete_id, {MONDAY: None, tuesday: session(tuesday)})
        await days.keep(unit, athlete_id, {})
        assert await days.between(unit, athlete_id, MONDAY, tuesday) == {
            MONDAY: session(MONDAY),
            tuesday: session(tuesday),
        }


async def test_a_fact_about_the_database_is_kept_under_its_name(database: Database) -> None:
    async with database.write() as unit:
        assert await meta.get(unit, "tzdata") is None
        await meta.put(unit, "tzdata", "2026a")
        await meta.put(unit, "tzdata", "2026b")
        assert await meta.get(unit, "tzdata") == "2026b"
