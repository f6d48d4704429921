"""Messages that are edited in place: what is shown of which revision, one row a card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, case, delete, not_, select, update

from bot.storage.engine import Unit
from bot.storage.insert import insert
from bot.storage.owner import Owner
from bot.storage.tables import cards


@dataclass(frozen=True, slots=True)
class CardKey:
    """Which card: there is one of a kind and subject (a date, an id) in a chat."""

    chat_id: int
    kind: str
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A message of ours in a chat: `shown` < `revision` means that it wants to be drawn again."""

    id: int
    owner: Owner
    chat_id: int
    message_id: int | None
    kind: str
    subject: str
    revision: int
    shown: int

    @property
    def key(self) -> CardKey:
        return CardKey(self.chat_id, self.kind, self.subject)


@dataclass(frozen=True, slots=True)
class Placed:
    """A card that has become another message; `older` is the message to be removed."""

    card: Card
    older: int | None


async def find(unit: Unit, key: CardKey) -> Card | None:
    """The card of that kind and subject in the chat."""
    found = await unit.connection.execute(select(*_COLUMNS).where(*_is(key)))
    row = found.first()
    return None if row is None else _card(row)


async def of_message(unit: Unit, chat_id: int, message_id: int) -> Card | None:
    """The card that this message is, if it is one."""
    found = await unit.connection.execute(
        select(*_COLUMNS).where(cards.c.chat_id == chat_id, cards.c.message_id == message_id)
    )
    row = found.first()
    return None if row is None else _card(row)


async def touch(unit: Unit, key: CardKey) -> Card | None:
    """What it shows has changed: to be called in the transaction of the change; None: no card."""
    found = await unit.connection.execute(
        update(cards).where(*_is(key)).values(revision=cards.c.revision + 1).returning(*_COLUMNS)
    )
    row = found.first()
    return None if row is None else _card(row)


async def touch_squad(unit: Unit, squad_id: int) -> None:
    """Every card of the squad wants to be drawn again: somebody's name has gone from it."""
    await unit.connection.execute(
        update(cards).where(cards.c.squad_id == squad_id).values(revision=cards.c.revision + 1)
    )


async def rename(unit: Unit, key: CardKey, subject: str) -> None:
    """The card is of another subject from now on: what is sent as that takes its place."""
    await unit.connection.execute(update(cards).where(*_is(key)).values(subject=subject))


async def place(
    unit: Unit, owner: Owner, key: CardKey, *, message_id: int, shown: int, now: datetime
) -> Placed:
    """This message is the card from now on and shows that revision (0: nothing of worth)."""
    await unit.connection.execute(
        insert(unit, cards)
        .values(
            athlete_id=owner.athlete_id,
            squad_id=owner.squad_id,
            chat_id=key.chat_id,
            kind=key.kind,
            subject=key.subject,
            created_at=now,
        )
        .on_conflict_do_nothing()
    )
    before = await unit.connection.execute(
        select(cards.c.message_id).where(*_is(key)).with_for_update()
    )
    older = before.scalar_one()
    after = await unit.connection.execute(
        update(cards)
        .where(*_is(key))
        .values(message_id=message_id, shown=shown, created_at=now)
        .returning(*_COLUMNS)
    )
    return Placed(_card(after.one()), None if older == message_id else older)


async def mark_shown(unit: Unit, card: Card) -> None:
    """It shows the revision of `card`. An older one drawn over a newer wants to be drawn again."""
    overwritten = cards.c.shown > card.revision
    await unit.connection.execute(
        update(cards)
        .where(cards.c.id == card.id, cards.c.message_id == card.message_id)
        .values(shown=case((overwritten, 0), else_=card.revision))
    )


async def stale(unit: Unit, limit: int) -> list[Card]:
    """Cards that do not show their newest revision, the oldest first."""
    found = await unit.connection.execute(
        select(*_COLUMNS)
        .where(cards.c.shown < cards.c.revision, cards.c.message_id.is_not(None))
        .order_by(cards.c.id)
        .limit(limit)
    )
    return [_card(row) for row in found]


async def remove(unit: Unit, card: Card) -> None:
    """The message is gone: there is nothing to be edited any more."""
    await unit.connection.execute(
        delete(cards).where(cards.c.id == card.id, cards.c.message_id == card.message_id)
    )


async def sweep(unit: Unit, before: datetime) -> None:
    """Forget cards made before then: Telegram lets nobody delete messages that old.

    What a squad has one of (no subject) stays in use, and editing it has no term.
    """
    stands = and_(cards.c.squad_id.is_not(None), cards.c.subject == "")
    await unit.connection.execute(delete(cards).where(cards.c.created_at < before, not_(stands)))


async def migrate(unit: Unit, old: int, new: int) -> None:
    """The group became a supergroup: its old messages cannot be edited, its cards start anew."""
    await unit.connection.execute(
        update(cards).where(cards.c.chat_id == old).values(chat_id=new, message_id=None, shown=0)
    )


def _is(key: CardKey) -> tuple[Any, ...]:
    return (
        cards.c.chat_id == key.chat_id,
        cards.c.kind == key.kind,
        cards.c.subject == key.subject,
    )


_COLUMNS = (
    cards.c.id,
    cards.c.athlete_id,
    cards.c.squad_id,
    cards.c.chat_id,
    cards.c.message_id,
    cards.c.kind,
    cards.c.subject,
    cards.c.revision,
    cards.c.shown,
)


def _card(row: Row[*tuple[Any, ...]]) -> Card:
    id_, athlete_id, squad_id, *rest = row
    owner = Owner.squad(squad_id) if athlete_id is None else Owner.athlete(athlete_id)
    return Card(id_, owner, *rest)
