"""The tick: due is decided, promised and set anew at once; a late start sends nothing stale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.delivery.seam import Seam
from bot.rehearsal.model import Person
from bot.reply import Reply
from bot.schedule import Dial, DueKind, Hours, local_day
from bot.storage import athletes, deliveries, dues, meta
from bot.storage.deliveries import Delivery, Intent
from bot.storage.dues import Due
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from bot.storage.tables import deliveries as table
from tests.delivery.house import START, HastyClock, enrol, house_of

ANNA = Person(1, "Anna")
BERLIN = Hours("Europe/Berlin", 390)


async def decide(_unit: Unit, due: Due, _now: datetime) -> Sequence[Intent]:
    assert due.hours is not None
    assert due.chat_id is not None
    return [Intent(due.kind, due.chat_id, local_day(due.at, due.hours.zone))]


async def draw(delivery: Delivery) -> Reply:
    return Reply(f"{delivery.kind} of {delivery.local_date}")


EVERYTHING = Seam(deciders=dict.fromkeys(DueKind, decide), renderers=dict.fromkeys(DueKind, draw))


async def promised(database: Database) -> list[tuple[str, str, str]]:
    """Kind, local date and state of every delivery, in order."""
    async with database.read() as unit:
        found = await unit.connection.execute(
            select(table.c.kind, table.c.local_date, table.c.state).order_by(table.c.id)
        )
    return [(row.kind, row.local_date.isoformat(), row.state) for row in found]


async def due_at(database: Database, kind: str) -> datetime | None:
    async with database.read() as unit:
        return await dues.at(unit, Owner.athlete(1), kind)


async def test_who_is_due_gets_an_intent_and_the_next_due(database: Database) -> None:
    await enrol(database, ANNA, START, BERLIN)
    async with house_of(database, seam=EVERYTHING) as house:
        assert await due_at(database, "morning") == START.replace(hour=5, minute=30)
        await house.advance(START.replace(hour=5, minute=29))
        assert await promised(database) == []
        await house.advance(START.replace(hour=5, minute=30))
        assert [row[:2] for row in await promised(database)] == [("morning", "2027-03-01")]
        assert await due_at(database, "morning") == datetime(2027, 3, 2, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("back", "mornings"),
    [
        ("2027-03-01 11:29", ["2027-03-01"]),  # late by hours, still today's
        ("2027-03-01 11:30", []),  # six hours: too late
        ("2027-03-04 08:00", ["2027-03-04"]),  # away for days: today's and no other
        ("2027-03-04 05:00", []),  # the days before are gone, today's is to come
    ],
)
async def test_a_late_start_sends_today_s_morning_or_none(
    database: Database, back: str, mornings: list[str]
) -> None:
    await enrol(database, ANNA, START, Hours("Europe/Berlin", 390, dial=Dial.QUIET))
    clock = HastyClock(datetime.fromisoformat(back).replace(tzinfo=UTC))
    async with house_of(database, seam=EVERYTHING, clock=clock) as house:
        await house.settle()
        assert [day for _, day, _ in await promised(database)] == mornings
        following = await due_at(database, "morning")
        assert following is not None
        assert following > clock.now()


async def test_a_decision_and_its_promise_are_one_transaction(database: Database) -> None:
    """The decider saves something, then fails: neither that nor a promise is left."""
    failures = [RuntimeError("a bug")]

    async def fragile(unit: Unit, due: Due, now: datetime) -> Sequence[Intent]:
        await meta.put(unit, "decided", f"{now:%H:%M}")
        if failures:
            raise failures.pop()
        return await decide(unit, due, now)

    await enrol(database, ANNA, START, BERLIN)
    seam = Seam(deciders={"morning": fragile}, renderers={"morning": draw})
    async with house_of(database, seam=seam) as house:
        await house.advance(START.replace(hour=5, minute=30))
        async with database.read() as unit:
            assert await meta.get(unit, "decided") is None
        assert await promised(database) == []
        await house.advance(timedelta(minutes=10))
        async with database.read() as unit:
            assert await meta.get(unit, "decided") == "05:40"
        assert [row[:2] for row in await promised(database)] == [("morning", "2027-03-01")]


async def test_one_athlete_s_trouble_is_nobody_else_s(database: Database) -> None:
    async def fragile(unit: Unit, due: Due, now: datetime) -> Sequence[Intent]:
        if due.owner.id == 2:
            raise RuntimeError("a bug")
        return await decide(unit, due, now)

    late = Hours("Europe/Berlin", 1410)  # 23:30 there: three tries are left of the day
    for user in (1, 2, 3):
        await enrol(database, Person(user, f"{user}"), START, late)
    async with house_of(database, seam=Seam(deciders={"morning": fragile})) as house:
        await house.advance(START.replace(hour=22, minute=30))
        async with database.read() as unit:
            owners = await unit.connection.execute(select(table.c.owner_id).order_by("owner_id"))
            assert list(owners.scalars()) == [1, 3]
            again = await dues.at(unit, Owner.athlete(2), "morning")
        assert again == START.replace(hour=22, minute=40)
        await house.advance(START.replace(hour=23, minute=30))
        async with database.read() as unit:
            tomorrow = await dues.at(unit, Owner.athlete(2), "morning")
        assert tomorrow == START.replace(day=2, hour=22, minute=30)


async def test_a_decider_may_set_the_next_due_itself(database: Database) -> None:
    later = START + timedelta(hours=9)

    async def decider(unit: Unit, due: Due, _now: datetime) -> Sequence[Intent]:
        await dues.put(unit, due.owner, due.kind, later)
        await dues.put(unit, due.owner, DueKind.ROUTINE, later)
        return []

    await enrol(database, ANNA, START, BERLIN)
    async with house_of(database, seam=Seam(deciders={"morning": decider})) as house:
        await house.advance(START.replace(hour=5, minute=30))
    assert await due_at(database, "morning") == later
    assert await due_at(database, "routine") == later


async def test_what_was_owed_once_is_owed_no_more(database: Database) -> None:
    await enrol(database, ANNA, START, BERLIN)
    async with database.write() as unit:
        await dues.put(unit, Owner.athlete(1), DueKind.RECHECK, START + timedelta(minutes=5))
    async with house_of(database, seam=EVERYTHING) as house:
        await house.advance(timedelta(minutes=5))
    assert [row[0] for row in await promised(database)] == ["recheck"]
    assert await due_at(database, "recheck") is None


@pytest.mark.parametrize("kind", ["squad", "session"])
async def test_what_is_owed_to_who_is_gone_is_asked_for_once(database: Database, kind: str) -> None:
    asked: list[Owner] = []

    async def nobody(_unit: Unit, due: Due, _now: datetime) -> Sequence[Intent]:
        asked.append(due.owner)
        return []

    gone = Owner(kind, 7)
    async with database.write() as unit:
        await dues.put(unit, gone, "digest", START + timedelta(minutes=5))
    async with house_of(database, seam=Seam(deciders={"digest": nobody})) as house:
        await house.advance(timedelta(minutes=10))
        async with database.read() as unit:
            assert await dues.next_at(unit) is None
    assert asked == [gone]


async def test_a_date_and_subject_is_promised_once_whatever_the_dues_say(
    database: Database,
) -> None:
    """Flying west: the same local date comes again."""
    await enrol(database, ANNA, START, BERLIN)
    async with house_of(database, seam=EVERYTHING) as house:
        await house.advance(START.replace(hour=5, minute=30))
        async with database.write() as unit:
            await dues.put(unit, Owner.athlete(1), DueKind.MORNING, house.clock.now())
        await house.settle()
    assert [row[:2] for row in await promised(database)] == [("morning", "2027-03-01")]


async def test_nothing_is_owed_during_a_pause(database: Database) -> None:
    await enrol(database, ANNA, START, BERLIN)
    async with database.write() as unit:
        await dues.clear(unit, Owner.athlete(1))
    async with house_of(database, seam=EVERYTHING) as house:
        await house.advance(timedelta(days=3))
    assert await promised(database) == []


async def test_what_is_owed_goes_with_the_athlete(database: Database) -> None:
    account = await enrol(database, ANNA, START, BERLIN)
    async with house_of(database, seam=EVERYTHING) as house:
        await house.advance(START.replace(hour=5, minute=30))
        async with database.write() as unit:
            await athletes.forget(unit, account, upto_update_id=1)
            assert await dues.next_at(unit) is None
    assert await promised(database) == []


async def test_the_spread_makes_mornings_later_and_expire_no_later(database: Database) -> None:
    for user in range(1, 41):
        await enrol(database, Person(user, f"{user}"), START, BERLIN)
    async with house_of(database, seam=EVERYTHING, spread=10) as house:
        at = START.replace(hour=5, minute=30)
        await house.advance(at)
    async with database.read() as unit:
        rows = (await unit.connection.execute(select(table.c.due_at, table.c.expires_at))).all()
    assert len(rows) == 40
    assert all(at <= row.due_at < at + timedelta(minutes=10) for row in rows)
    assert len({row.due_at for row in rows}) > 30
    assert {row.expires_at for row in rows} == {at + timedelta(hours=6)}


async def test_a_new_zone_sets_all_that_repeats_anew(database: Database) -> None:
    await enrol(database, ANNA, START, BERLIN)
    async with house_of(database, seam=EVERYTHING) as house:
        await house.advance(START.replace(hour=6))
        async with database.write() as unit:
            last = await deliveries.last_date(unit, Owner.athlete(1), "morning")
            assert last == date(2027, 3, 1)
            await dues.plan_ahead(unit, 1, Hours("America/New_York", 390), house.clock.now())
    # In New York it is still the first of March, which has had its morning.
    assert await due_at(database, "morning") == datetime(2027, 3, 2, 11, 30, tzinfo=UTC)
    assert await due_at(database, "evening") == datetime(2027, 3, 2, 1, 30, tzinfo=UTC)


async def test_the_dial_takes_away_what_it_silences(database: Database) -> None:
    await enrol(database, ANNA, START, BERLIN)
    assert await due_at(database, "evening") is not None
    async with database.write() as unit:
        quiet = Hours("Europe/Berlin", 390, dial=Dial.QUIET)
        await dues.plan_ahead(unit, 1, quiet, START)
    assert await due_at(database, "evening") is None
    assert await due_at(database, "review") is not None


async def test_new_zone_rules_move_the_mornings_at_the_next_start(database: Database) -> None:
    """A due that an older release of the zone rules put an hour off."""
    await enrol(database, ANNA, START, BERLIN)
    async with database.write() as unit:
        await meta.put(unit, "tzdata", "2020.1")
        await dues.put(unit, Owner.athlete(1), "morning", START.replace(hour=6, minute=30))
    async with house_of(database, seam=EVERYTHING):
        assert await due_at(database, "morning") == START.replace(hour=5, minute=30)
    async with database.read() as unit:
        assert await meta.get(unit, "tzdata") != "2020.1"
