"""Messages out: sent once, or uncertain by rule; what each failure makes of a delivery."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.config import Rates
from bot.delivery.adoption import adopt
from bot.delivery.seam import Seam
from bot.rehearsal.model import Limits, Message, Person, Telegram
from bot.reply import File, Picture, Reply
from bot.storage import athletes, cards, deliveries, outbox
from bot.storage.athletes import State
from bot.storage.cards import CardKey
from bot.storage.deliveries import Delivery, Intent
from bot.storage.engine import Database, Unit
from bot.storage.owner import Owner
from bot.storage.tables import deliveries as table
from tests.delivery.house import FAST, START, HastyClock, House, enrol, house_of

DAY = START.date()
MINUTE = timedelta(minutes=1)


async def draw(delivery: Delivery) -> Reply | None:
    return Reply(f"{delivery.kind} {delivery.subject}".strip())


async def pause(unit: Unit, owner: Owner) -> None:
    await athletes.set_state(unit, owner.id, State.BLOCKED)


SEAM = Seam(
    renderers=dict.fromkeys(("morning", "evening"), draw),
    cards={"morning": "day"},
    on_forbidden=pause,
)


async def promise(
    database: Database,
    kind: str = "morning",
    *,
    chat_id: int = 1,
    subject: str = "",
    expires: timedelta = timedelta(hours=6),
    priority: int = 0,
    athlete: int = 1,
) -> None:
    intent = Intent(kind, chat_id, DAY, subject, {"n": 1}, priority)
    async with database.write() as unit:
        owner = Owner.athlete(athlete)
        await deliveries.promise(unit, owner, [intent], START, START + expires)


async def states(database: Database) -> list[tuple[str, int, int | None]]:
    """State, attempts and message id of every delivery."""
    async with database.read() as unit:
        found = await unit.connection.execute(
            select(table.c.state, table.c.attempts, table.c.message_id).order_by(table.c.id)
        )
    return [(row.state, row.attempts, row.message_id) for row in found]


async def anna_in(house: House) -> Person:
    """An athlete who has written to the coach, so that it may write to her."""
    anna = house.telegram.person(1, "Anna")
    house.telegram.say(anna, None, "/start")
    await house.settle()
    house.telegram.world.calls.clear()
    return anna


async def silent(_update: object, _context: object) -> None:
    return


@pytest.fixture
async def enrolled(database: Database) -> Database:
    await enrol(database, Person(1, "Anna"), START + timedelta(days=9))
    return database


async def test_a_delivery_is_drawn_when_it_is_sent_and_sent_once(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        await promise(enrolled)
        await promise(enrolled)
        await house.settle()
        (message,) = house.messages(anna)
        assert message.text == "morning"
        assert await states(enrolled) == [("sent", 1, message.id)]


async def test_urgent_ones_go_first(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        async with enrolled.write() as unit:
            intents = [
                Intent("evening", 1, DAY, subject, priority=priority)
                for subject, priority in (("c", 3), ("a", 1), ("b", 2))
            ]
            await deliveries.promise(
                unit, Owner.athlete(1), intents, START, START + timedelta(hours=6)
            )
        await house.settle()
        assert [call.arguments["text"] for call in house.telegram.calls("sendMessage")] == [
            "evening a",
            "evening b",
            "evening c",
        ]
        assert len(house.messages(anna)) == 3


async def test_what_has_become_needless_is_dropped(enrolled: Database) -> None:
    async def nothing(_delivery: Delivery) -> None:
        return None

    async with house_of(enrolled, seam=Seam(renderers={"morning": nothing})) as house:
        await promise(enrolled)
        await house.settle()
    assert await states(enrolled) == [("dropped", 1, None)]


async def test_what_waits_can_be_withdrawn(enrolled: Database) -> None:
    await promise(enrolled)
    async with enrolled.write() as unit:
        await deliveries.withdraw(unit, Owner.athlete(1), "morning", DAY)
    async with house_of(enrolled, seam=SEAM) as house:
        await house.settle()
    assert await states(enrolled) == [("dropped", 0, None)]


async def test_what_cannot_be_drawn_is_tried_five_times_and_buried(enrolled: Database) -> None:
    async def broken(_delivery: Delivery) -> Reply:
        raise KeyError("a bug")

    async with house_of(enrolled, seam=Seam(renderers={"morning": broken})) as house:
        await promise(enrolled)
        await house.advance(timedelta(minutes=30))
    assert await states(enrolled) == [("dead", 5, None)]


async def test_nobody_gets_what_is_too_late(enrolled: Database) -> None:
    clock = HastyClock(START + timedelta(hours=6))
    await promise(enrolled)
    async with house_of(enrolled, seam=SEAM, clock=clock) as house:
        await house.settle()
        assert house.telegram.calls("sendMessage") == []
    assert await states(enrolled) == [("expired", 0, None)]


async def test_who_is_forgotten_while_it_is_drawn_gets_nothing(enrolled: Database) -> None:
    async def forgetting(_delivery: Delivery) -> Reply:
        async with enrolled.write() as unit:
            account = await athletes.find(unit, 1)
            assert account is not None
            await athletes.forget(unit, account, upto_update_id=1)
        return Reply("too late")

    async with house_of(enrolled, seam=Seam(renderers={"morning": forgetting})) as house:
        await anna_in(house)
        await promise(enrolled)
        await house.settle()
        assert house.telegram.calls("sendMessage") == []
    assert await states(enrolled) == []


async def test_a_blocked_coach_pauses_and_does_not_try_again(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.block(anna)
        await promise(enrolled)
        await promise(enrolled, subject="second")
        await house.advance(timedelta(hours=1))
        async with enrolled.read() as unit:
            account = await athletes.get(unit, 1)
        assert account is not None
        assert account.state is State.BLOCKED
    assert [state for state, _, _ in await states(enrolled)] == ["dead", "dead"]


@pytest.mark.parametrize(
    ("fault", "wait"),
    [({"code": 429, "retry_after": 40}, 40), ({"code": 401, "description": "Unauthorized"}, 7)],
)
async def test_what_was_refused_for_now_is_sent_later_and_counts_no_attempt(
    enrolled: Database, fault: dict[str, Any], wait: int
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", **fault)
        await promise(enrolled)
        await house.settle()
        assert await states(enrolled) == [("pending", 0, None)]
        await house.advance(timedelta(seconds=wait))
        assert house.said(anna) == ["morning"]


async def test_a_rest_that_telegram_asks_for_holds_all_that_is_unasked(
    enrolled: Database,
) -> None:
    async with house_of(enrolled, seam=SEAM) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", code=429, retry_after=40)
        await promise(enrolled)
        await house.settle()
        await promise(enrolled, "evening")
        await house.settle()
        assert house.said(anna) == ["heard /start"]
        house.telegram.say(anna, None, "but an answer comes at once")
        await house.settle()
        assert len(house.said(anna)) == 2
        await house.advance(timedelta(seconds=41))
        assert sorted(house.said(anna)[2:]) == ["evening", "morning"]


async def test_what_telegram_refuses_for_good_is_a_dead_letter(enrolled: Database) -> None:
    async def bad(_delivery: Delivery) -> Reply:
        return Reply("<blink>no such tag</blink>")

    async with house_of(enrolled, seam=Seam(renderers={"morning": bad}), handler=silent) as house:
        await anna_in(house)
        await promise(enrolled)
        await house.advance(timedelta(hours=1))
    ((state, attempts, _),) = await states(enrolled)
    assert (state, attempts) == ("dead", 1)


@pytest.mark.parametrize("applied", [True, False])
async def test_an_uncertain_morning_is_sent_again_after_a_quiet_minute(
    enrolled: Database, applied: bool
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=applied)
        await promise(enrolled)
        await house.settle()
        assert await states(enrolled) == [("uncertain", 1, None)]
        await house.advance(timedelta(seconds=59))
        assert len(house.said(anna)) == applied
        await house.advance(timedelta(seconds=1))
        assert len(house.said(anna)) == applied + 1
        await house.advance(timedelta(hours=1))
        assert len(house.said(anna)) == applied + 1
        assert await states(enrolled) == [("sent", 2, house.messages(anna)[-1].id)]


async def test_an_uncertain_nudge_is_held_and_never_repeated(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled, "evening")
        await house.advance(timedelta(hours=7))
        assert house.said(anna) == ["evening"]
    assert await states(enrolled) == [("held", 1, None)]


async def test_an_uncertain_morning_that_expires_is_held(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        await anna_in(house)
        house.telegram.fail("sendMessage", cut=True)
        await promise(enrolled, expires=timedelta(seconds=30))
        await house.advance(timedelta(hours=1))
    assert await states(enrolled) == [("held", 1, None)]


async def test_a_line_that_is_always_cut_does_not_repeat_for_ever(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", times=99, cut=True, applied=True)
        await promise(enrolled)
        await house.advance(timedelta(hours=1))
        assert len(house.said(anna)) == FAST.attempts
    assert await states(enrolled) == [("held", FAST.attempts, None)]


async def test_a_tap_is_evidence_and_the_morning_is_not_sent_again(enrolled: Database) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled)
        await house.settle()
        (arrived,) = house.messages(anna)
        await adopt(house.delivery.parts, 1, anna.id, arrived.id)
        await house.advance(timedelta(hours=1))
        assert house.messages(anna) == [arrived]
        assert await states(enrolled) == [("sent", 1, arrived.id)]
        async with enrolled.read() as unit:
            card = await cards.find(unit, CardKey(anna.id, "day", f"{DAY}"))
        assert card is not None
        assert card.message_id == arrived.id


@pytest.mark.parametrize("tapped", [0, 1])
async def test_a_tap_on_either_copy_adopts_it_and_removes_the_other(
    enrolled: Database, tapped: int
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled)
        await house.advance(timedelta(minutes=2))
        copies = house.messages(anna)
        assert len(copies) == 2
        await adopt(house.delivery.parts, 1, anna.id, copies[tapped].id)
        # The first copy is known by nobody until it is tapped; the second is the delivery's.
        left = house.messages(anna)
        assert left == ([copies[0]] if tapped == 0 else copies)
        assert await states(enrolled) == [("sent", 2, copies[tapped].id)]
        await adopt(house.delivery.parts, 1, anna.id, copies[0].id)
        assert house.messages(anna) == [copies[0]]


async def test_a_copy_that_was_on_the_wire_while_another_was_tapped_is_removed(
    enrolled: Database,
) -> None:
    """The first copy arrived unseen; it is tapped while the second one is being sent."""
    first: list[Message] = []

    async def drawn_while_tapped(delivery: Delivery) -> Reply:
        if first:
            async with enrolled.write() as unit:
                await outbox.adopt(unit, delivery.id, 1, first[0].id)
        return Reply("morning")

    seam = Seam(renderers={"morning": drawn_while_tapped})
    async with house_of(enrolled, seam=seam, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendMessage", cut=True, applied=True)
        await promise(enrolled)
        await house.settle()
        first.extend(house.messages(anna))
        await house.advance(timedelta(minutes=2))
        assert house.messages(anna) == first
    assert await states(enrolled) == [("sent", 2, first[0].id)]


@pytest.mark.parametrize(("delivery", "chat"), [(99, 1), (1, 2)])
async def test_a_tap_proves_nothing_about_other_deliveries_or_chats(
    enrolled: Database, delivery: int, chat: int
) -> None:
    async with house_of(enrolled, seam=SEAM) as house:
        await promise(enrolled, expires=timedelta(hours=-1))
        await adopt(house.delivery.parts, delivery, chat, 77)
    assert [message for _, _, message in await states(enrolled)] == [None]


async def dead_worker(database: Database, *, fenced: bool, kind: str = "morning") -> None:
    """What a process leaves that dies before the fence, or behind it."""
    await promise(database, kind)
    async with database.write() as unit:
        (claimed,) = await outbox.claim(unit, "dead", 1, START, MINUTE)
        assert not fenced or await outbox.fence(unit, claimed, START, MINUTE)


@pytest.mark.parametrize("engine", ["postgresql"])  # on SQLite a dead process is known at once
@pytest.mark.parametrize(
    ("fenced", "kind", "seconds", "state"),
    [
        (False, "morning", 60, "sent"),
        (False, "evening", 60, "sent"),
        (True, "morning", 120, "sent"),
        (True, "morning", 60, "uncertain"),
        (True, "evening", 300, "held"),
    ],
)
async def test_what_a_dead_worker_left_is_settled_by_where_it_died(
    enrolled: Database, fenced: bool, kind: str, seconds: int, state: str
) -> None:
    async with house_of(enrolled, seam=SEAM, handler=silent) as house:
        await anna_in(house)
        await dead_worker(enrolled, fenced=fenced, kind=kind)
        await house.advance(timedelta(seconds=59))
        assert house.telegram.calls("sendMessage") == []
        await house.advance(timedelta(seconds=seconds - 59))
    assert [state for state, _, _ in await states(enrolled)] == [state]


@pytest.mark.parametrize("engine", ["sqlite"])
async def test_on_a_file_of_its_own_a_process_need_not_wait_for_dead_leases(
    enrolled: Database,
) -> None:
    await dead_worker(enrolled, fenced=False)
    clock = HastyClock()
    telegram = Telegram(clock.now)
    anna = telegram.person(1, "Anna")
    telegram.say(anna, None, "/start")
    async with house_of(
        enrolled, seam=SEAM, handler=silent, telegram=telegram, clock=clock
    ) as house:
        await house.settle()
        assert house.said(anna) == ["morning"]


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


async def test_the_first_message_of_a_reply_decides_whether_it_was_sent(
    enrolled: Database,
) -> None:
    """Text first, then the picture: a picture that fails does not send the text again."""

    async def illustrated(_delivery: Delivery) -> Reply:
        return Reply("text", picture=Picture(b"no png"), file=File("plan.json", b"{}"))

    seam = Seam(renderers={"morning": illustrated})
    async with house_of(enrolled, seam=seam, handler=silent) as house:
        anna = await anna_in(house)
        house.telegram.fail("sendPhoto", code=502)
        await promise(enrolled)
        await house.advance(timedelta(hours=1))
        (message,) = house.messages(anna)
        assert await states(enrolled) == [("sent", 1, message.id)]
