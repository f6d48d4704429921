"""What of a squad's sessions is in an athlete's own plan, on both databases."""

from __future__ import annotations

from datetime import timedelta

from bot.storage import (
    athletes,
    attendance,
    members,
    plans,
    squad_plans,
    squad_sessions,
    squad_taps,
)
from bot.storage.engine import Database
from bot.storage.squad_plans import Laid
from core.squad import Answer
from tests.storage.samples import EIGHT_HUNDREDS, MONDAY, NOW, change, plan
from tests.storage.test_squads import SESSION, TUESDAY, athlete, made


async def test_what_lies_ahead_is_told_with_what_was_said_and_laid(database: Database) -> None:
    async with database.write() as unit:
        row, ana = await made(unit), await athlete(unit)
        own = await plans.replace(unit, ana, plan(), seen=None, now=NOW)
        assert await squad_plans.ahead(unit, ana, own, MONDAY) == ()
        seen = await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)
        await attendance.answer(unit, seen.id, ana, Answer.IN, NOW)
        (told,) = await squad_plans.ahead(unit, ana, own, MONDAY)
        assert (told.row, told.laid, told.member, told.wanted) == (seen, Laid.NOT, False, False)
        await members.join(unit, row.id, ana, NOW)
        (told,) = await squad_plans.ahead(unit, ana, own, MONDAY)
        assert told.wanted
        assert await squad_plans.ahead(unit, ana, own, TUESDAY + timedelta(days=1)) == ()


async def test_what_a_coach_made_smaller_outlives_every_answer(database: Database) -> None:
    async with database.write() as unit:
        row, ana = await made(unit), await athlete(unit)
        await members.join(unit, row.id, ana, NOW)
        own = await plans.replace(unit, ana, plan(), seen=None, now=NOW)
        seen = await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)
        await attendance.answer(unit, seen.id, ana, Answer.IN, NOW)
        assert not (await squad_plans.ahead(unit, ana, own, MONDAY))[0].smaller
        await attendance.make_smaller(unit, seen.id, ana, smaller=True)
        for said in (Answer.OUT, Answer.IN):
            await attendance.answer(unit, seen.id, ana, said, NOW)
            assert (await squad_plans.ahead(unit, ana, own, MONDAY))[0].smaller
        (told,) = await attendance.of_session(unit, seen.id)
        account = await athletes.get(unit, ana)
        assert account is not None
        tapped = await squad_taps.of(unit, seen.id, account.user_id)
        assert (told.smaller, tapped is not None and tapped.smaller) == (True, True)
        assert await squad_taps.of(unit, seen.id, 0) is not None, "a stranger has none of it"
        await attendance.make_smaller(unit, seen.id, ana, smaller=False)
        assert not (await squad_plans.ahead(unit, ana, own, MONDAY))[0].smaller


async def test_a_change_is_in_force_undone_or_of_an_older_plan(database: Database) -> None:
    async with database.write() as unit:
        row, ana = await made(unit), await athlete(unit)
        await members.join(unit, row.id, ana, NOW)
        own = await plans.replace(unit, ana, plan(), seen=None, now=NOW)
        own = await plans.lay_change(unit, own, change(own.plan, TUESDAY, EIGHT_HUNDREDS), now=NOW)
        seen = await squad_sessions.create(unit, row.id, SESSION, made_by=None, now=NOW)
        await attendance.answer(unit, seen.id, ana, Answer.IN, NOW)
        await attendance.lay(unit, seen.id, ana, own.changes[0].id)
        (told,) = await squad_plans.ahead(unit, ana, own, MONDAY)
        assert (told.laid, told.change_id) == (Laid.IN_FORCE, own.changes[0].id)
        undone = await plans.undo_change(unit, own, own.changes[0].id, now=NOW)
        (told,) = await squad_plans.ahead(unit, ana, undone, MONDAY)
        assert told.laid is Laid.UNDONE, "the athlete took it back: it stays out"
        anew = await plans.replace(unit, ana, plan(), seen=undone, now=NOW)
        (told,) = await squad_plans.ahead(unit, ana, anew, MONDAY)
        assert told.laid is Laid.NOT, "a plan made anew takes it up again"
