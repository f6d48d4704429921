"""In groups: one member is told alone, a topic that is gone is left, members are asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery import groups
from bot.delivery.say import Where, Whisper
from bot.delivery.seam import Seam
from bot.rehearsal.model import Person, talk
from bot.rehearsal.model.chats import Chat
from bot.reply import Button, Reply
from bot.storage import cards, deliveries
from bot.storage.cards import CardKey
from bot.storage.deliveries import Delivery, Intent
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from tests.delivery.house import START, House, house_of

YOURS = Reply("6 x 800 m at 3:20")


@pytest.fixture
def anna(house: House) -> Person:
    return house.telegram.person(1, "Anna")


@pytest.fixture
def ben(house: House) -> Person:
    return house.telegram.person(2, "Ben")


@pytest.fixture
def group(house: House, anna: Person, ben: Person) -> Chat:
    made = house.telegram.group(anna, "Tuesdays", supergroup=True, forum=True)
    house.telegram.add(made, ben, anna)
    house.telegram.add(made, house.telegram.bot, anna)
    return made


def read_by(house: House, person: Person, group: Chat) -> list[str]:
    return [m.text for m in house.telegram.visible_to(person, group) if m.text]


async def test_a_whisper_answers_the_one_who_tapped(
    house: House, anna: Person, ben: Person, group: Chat
) -> None:
    speaker = house.delivery.speaker
    await speaker.say(Where(group.id), Reply("Tonight", rows=((Button("Mine", "a:b"),),)))
    card = house.telegram.visible_to(ben, group)[-1]
    tap = talk.press(house.telegram.world, ben, card, card.buttons()[0][0])
    where = Where(group.id, whisper=Whisper(ben.id, tap.id))
    assert await groups.whisper(speaker, where, YOURS)
    assert read_by(house, ben, group)[-1] == YOURS.text
    assert YOURS.text not in read_by(house, anna, group)


async def test_where_it_may_not_whisper_it_says_so_and_nobody_reads_anything(
    house: House, anna: Person, ben: Person, group: Chat
) -> None:
    where = Where(group.id, whisper=Whisper(ben.id))
    assert not await groups.whisper(house.delivery.speaker, where, YOURS)
    assert YOURS.text not in read_by(house, anna, group) + read_by(house, ben, group)


async def test_a_private_chat_that_was_never_opened_is_no_error(house: House, ben: Person) -> None:
    assert not await groups.say_privately(house.delivery.speaker, ben.id, YOURS)
    house.telegram.say(ben, None, "/start")
    assert await groups.say_privately(house.delivery.speaker, ben.id, YOURS)


async def test_who_is_there_and_who_administers(
    house: House, anna: Person, ben: Person, group: Chat
) -> None:
    bot = house.delivery.parts.application.bot
    assert await groups.administers(bot, group.id, anna.id)
    assert not await groups.administers(bot, group.id, ben.id)
    assert await groups.present(bot, group.id, ben.id)
    house.telegram.remove(group, ben)
    assert not await groups.present(bot, group.id, ben.id)
    assert not await groups.administers(bot, -1, anna.id)


@pytest.mark.parametrize("how", ["closed", "deleted"])
async def test_a_topic_that_is_gone_is_left_for_the_group(
    house: House, anna: Person, group: Chat, how: str
) -> None:
    topic = house.telegram.open_topic(group, anna, "Training")
    where = Where(group.id, topic.id)
    await house.delivery.speaker.say(where, Reply("in the topic"))
    house.telegram.set_topic(group, anna, topic, closed=how == "closed", deleted=how == "deleted")
    await house.delivery.speaker.say(where, Reply("in the group"))
    said = {m.text: m.topic for m in house.telegram.visible_to(anna, group) if m.text}
    assert said["in the topic"] == topic.id
    assert said["in the group"] is None


async def drawn(delivery: Delivery) -> Reply:
    return Reply(f"post {delivery.subject}")


async def promised(database: Database, group: Chat, **ids: int | str) -> None:
    intent = Intent("post", group.id, START.date(), "7", ids)
    async with database.write() as unit:
        await deliveries.promise(unit, Owner.squad(1), [intent], START, START + timedelta(hours=6))


async def test_what_a_squad_is_owed_comes_into_its_topic_and_becomes_its_card(
    database: Database,
) -> None:
    seam = Seam(renderers={"post": drawn}, cards={"post": "session"})
    async with house_of(database, seam=seam) as house:
        anna = house.telegram.person(1, "Anna")
        made = house.telegram.group(anna, "Tuesdays", supergroup=True, forum=True)
        house.telegram.add(made, house.telegram.bot, anna)
        topic = house.telegram.open_topic(made, anna, "Training")
        await promised(database, made, thread=topic.id, card="7")
        await house.settle()
        (post,) = [m for m in house.telegram.visible_to(anna, made) if m.text.startswith("post")]
        assert post.topic == topic.id
        async with database.read() as unit:
            card = await cards.find(unit, CardKey(made.id, "session", "7"))
        assert card is not None
        assert (card.owner, card.message_id) == (Owner.squad(1), post.id)


async def test_a_post_follows_its_group_into_the_supergroup(database: Database) -> None:
    moved: list[tuple[int, int]] = []

    async def on_migrated(_unit: Unit, old: int, new: int) -> None:
        moved.append((old, new))

    seam = Seam(renderers={"post": drawn}, on_migrated=on_migrated)
    async with house_of(database, seam=seam) as house:
        anna = house.telegram.person(1, "Anna")
        old = house.telegram.group(anna, "Tuesdays")
        house.telegram.add(old, house.telegram.bot, anna)
        new = house.telegram.migrate(old, anna)
        await promised(database, old)
        await house.settle()
        assert [m.text for m in house.telegram.visible_to(anna, new)][-1] == "post 7"
        assert moved == [(old.id, new.id)]
