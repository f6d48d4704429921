"""What the coach has saved about somebody, read through the storage's own functions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select

from bot.services.onboarding.form import FORM_NAME
from bot.services.standing import air_of, standing
from bot.storage import athletes, drafts, export
from bot.storage.athletes import Account
from bot.storage.dossier import Dossier, load
from bot.storage.drafts import SavedDraft
from bot.storage.tables import HELD_WITHOUT_AN_ATHLETE, inbox, metadata
from core.adjust import decide
from core.adjust.decision import Decision
from core.athlete import Athlete
from core.plan import Plan, Session, lay
from core.readiness import assess
from core.units import Distance
from core.workout import Workout
from tests.chats.chat import Chat


async def dossier(chat: Chat) -> Dossier:
    """Everything about this person, as a use case would find it now."""
    assert chat.stage.coach is not None
    async with chat.stage.coach.database.read() as unit:
        found = await load(unit, chat.person.id, chat.stage.clock.now())
    assert found is not None, f"{chat.person.first_name} is a stranger"
    return found


async def account(chat: Chat) -> Account | None:
    assert chat.stage.coach is not None
    async with chat.stage.coach.database.read() as unit:
        return await athletes.find(unit, chat.person.id)


async def left_answers(chat: Chat) -> Mapping[str, Any]:
    """The answers to onboarding so far."""
    known = await account(chat)
    assert known is not None, f"{chat.person.first_name} is a stranger"
    assert chat.stage.coach is not None
    async with chat.stage.coach.database.read() as unit:
        draft = await drafts.find(unit, known.id, FORM_NAME)
    assert draft is not None, "onboarding has no answers"
    return draft.answers


async def leave_answers(chat: Chat, answers: Mapping[str, Any]) -> None:
    """Put answers to onboarding in place, as if they had been given."""
    known = await account(chat)
    assert known is not None, f"{chat.person.first_name} is a stranger"
    assert chat.stage.coach is not None
    async with chat.stage.coach.database.write() as unit:
        draft = SavedDraft(FORM_NAME, "", answers, chat.stage.clock.now())
        await drafts.save(unit, known.id, draft)


async def athlete(chat: Chat) -> Athlete:
    profile = (await dossier(chat)).account.profile
    assert profile is not None, "onboarding is not over"
    return profile


async def plan(chat: Chat) -> Plan:
    row = (await dossier(chat)).plan
    assert row is not None, "there is no plan"
    return row.plan


async def decision(chat: Chat) -> Decision:
    row = (await dossier(chat)).decision
    assert row is not None, "nothing is decided for today"
    return row.decision


async def session(chat: Chat) -> Session | None:
    """What the plan in force holds for today."""
    found = await dossier(chat)
    return found.plan.plan.on(found.today) if found.plan else None


async def draft(chat: Chat, form: str, day: str = "") -> dict[str, Any]:
    saved = (await dossier(chat)).draft(form, day)
    return dict(saved.answers) if saved else {}


async def rows(chat: Chat, *, of_people: bool = True) -> dict[str, int]:
    """How many rows each table has; tables without any are left out."""
    assert chat.stage.coach is not None
    counted = {}
    async with chat.stage.coach.database.read() as unit:
        for table in metadata.sorted_tables:
            if of_people and table.name in HELD_WITHOUT_AN_ATHLETE:
                continue
            found = await unit.connection.execute(select(func.count()).select_from(table))
            counted[table.name] = found.scalar_one()
    return {name: count for name, count in counted.items() if count}


async def said_and_kept(chat: Chat) -> list[Any]:
    """What this person's updates still hold of what they wrote; the last one's row is theirs no
    more once it is done."""
    assert chat.stage.coach is not None
    async with chat.stage.coach.database.read() as unit:
        found = await unit.connection.execute(
            select(inbox.c.raw).where(inbox.c.key == chat.person.id)
        )
        return [raw for raw in found.scalars() if raw is not None]


async def everything(chat: Chat) -> dict[str, Any]:
    """What /export would hold of this person now."""
    assert chat.stage.coach is not None
    async with chat.stage.coach.database.read() as unit:
        found = await athletes.find(unit, chat.person.id)
        assert found is not None
        return await export.everything(unit, found, now=chat.stage.clock.now())


async def decided_anew(chat: Chat) -> Decision:
    """What `core.adjust` yields for the inputs that are saved: the plan without today's change,
    the answers, the gates, the log."""
    assert chat.stage.coach is not None
    found, content = await dossier(chat), chat.stage.coach.content
    assert found.plan is not None
    assert found.decision is not None
    mine = found.decision.change_id
    before, _ = lay(found.plan.base, [c.change for c in found.plan.changes if c.id != mine])
    stands, air = standing(found, content), air_of(found)
    return decide(
        found.today,
        before,
        assess(found.checkin, found.checkins, found.log, today=found.today),
        stands.allowance,
        celsius=air.celsius,
        hot_days=air.hot_days,
        dangers=air.dangers,
        indoors=air.indoors,
        log=found.log,
        athlete=stands.athlete,
        decisions=content.decisions,
        library=content.library,
        pace_of=stands.pace_of,
    )


async def minutes(chat: Chat, workout: Workout) -> float:
    """How long the workout takes this athlete."""
    assert chat.stage.coach is not None
    stands = standing(await dossier(chat), chat.stage.coach.content)
    return workout.minutes(stands.pace_of)


async def fast_minutes(chat: Chat, workout: Workout) -> float:
    """How long it is run at marathon effort or faster."""
    assert chat.stage.coach is not None
    stands = standing(await dossier(chat), chat.stage.coach.content)
    return workout.fast_minutes(stands.pace_of)


async def distance(chat: Chat, workout: Workout) -> Distance:
    """How far it takes them."""
    assert chat.stage.coach is not None
    stands = standing(await dossier(chat), chat.stage.coach.content)
    return workout.distance(stands.pace_of)
