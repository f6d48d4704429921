"""How fast: the shared rate, each group's own, and groups that move."""

from __future__ import annotations

from datetime import timedelta

from bot.config import Rates
from bot.delivery.seam import Seam
from bot.rehearsal.model import Limits
from bot.storage import deliveries
from bot.storage.deliveries import Intent
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from tests.delivery.house import START, enrol, house_of
from tests.delivery.promises import DAY, MINUTE, SEAM, draw, promise, silent


async def test_unasked_messages_keep_to_the_shared_rate(database: Database) -> None:
    """Sixty at once: Telegram's own limits, a little above ours, never have to speak up."""
    async with house_of(
        database, seam=SEAM, handler=silent, limits=Limits(), rates=Rates(sends=20)
    ) as house:
        for user in range(1, 61):
            person = house.telegram.person(user, f"{user}")
            house.telegram.say(person, None, "/start")
            await enrol(database, person, START + timedelta(days=9))
        await house.settle()
        for user in range(1, 61):
            await promise(database, chat_id=user, athlete=user)
        await house.advance(timedelta(seconds=1))
        sent = len(house.telegram.calls("sendMessage"))
        assert 20 <= sent <= 25
        await house.advance(timedelta(seconds=2))
        calls = house.telegram.calls("sendMessage")
        assert len(calls) == 60
        assert {call.code for call in calls} == {200}


async def test_a_group_gets_at_most_twenty_a_minute(database: Database) -> None:
    async with house_of(database, seam=SEAM, handler=silent, limits=Limits()) as house:
        owner = house.telegram.person(1, "Anna")
        group = house.telegram.group(owner, "Tuesdays")
        house.telegram.add(group, house.telegram.bot, owner)
        await house.settle()
        async with database.write() as unit:
            intents = [Intent("evening", group.id, DAY, f"{n}") for n in range(30)]
            await deliveries.promise(
                unit, Owner.squad(1), intents, START, START + timedelta(hours=6)
            )
        begun = house.clock.now()
        await house.advance(timedelta(minutes=4))
        at = [call.at for call in house.telegram.calls("sendMessage")]
        assert len(at) == 30
        assert {call.code for call in house.telegram.calls("sendMessage")} == {200}
        assert all(sum(a <= b < a + MINUTE for b in at) <= 20 for a in at)
        assert max(at) - begun < timedelta(minutes=3)


async def test_a_group_that_became_a_supergroup_is_followed(database: Database) -> None:
    moved: list[tuple[int, int]] = []

    async def on_migrated(_unit: Unit, old: int, new: int) -> None:
        moved.append((old, new))

    seam = Seam(renderers={"evening": draw}, on_migrated=on_migrated)
    async with house_of(database, seam=seam, handler=silent) as house:
        owner = house.telegram.person(1, "Anna")
        group = house.telegram.group(owner, "Tuesdays")
        house.telegram.add(group, house.telegram.bot, owner)
        supergroup = house.telegram.migrate(group, owner)
        async with database.write() as unit:
            intents = [Intent("evening", group.id, DAY, subject) for subject in "ab"]
            await deliveries.promise(
                unit, Owner.squad(1), intents, START, START + timedelta(hours=6)
            )
        await house.settle()
        seen = house.telegram.visible_to(owner, supergroup)
        assert [m.text for m in seen if m.text.startswith("evening")] == ["evening a", "evening b"]
        assert set(moved) == {(group.id, supergroup.id)}


async def test_an_answer_to_a_group_that_moved_moves_all_that_is_ours(database: Database) -> None:
    moved: list[tuple[int, int]] = []

    async def on_migrated(_unit: Unit, old: int, new: int) -> None:
        moved.append((old, new))

    async with house_of(database, seam=Seam(on_migrated=on_migrated)) as house:
        owner = house.telegram.person(1, "Anna")
        group = house.telegram.group(owner, "Tuesdays")
        house.telegram.add(group, house.telegram.bot, owner)
        await house.settle()
        house.telegram.say(owner, group, "/today")
        supergroup = house.telegram.migrate(group, owner)
        await house.settle()
        assert moved == [(group.id, supergroup.id)]
