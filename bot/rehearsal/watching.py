"""The stream of events to the page, and the clock it shows."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.rehearsal.model.journal import Event, Happening
from bot.rehearsal.model.people import Person
from bot.rehearsal.model.world import World, sees
from bot.rehearsal.room import Room
from bot.rehearsal.views import Json, instant, message_view

LONG_POLL = 25.0
ABOUT_MESSAGE = frozenset({Happening.MESSAGE, Happening.EDITED})


def clock_view(room: Room) -> Json:
    """The told time, in UTC and as the coach's wall clock."""
    now = room.now()
    zone = room.zone()
    local = now.astimezone(ZoneInfo(zone))
    return {
        "now": instant(now),
        "zone": zone,
        "local": f"{local:%a} {local.day} {local:%b %Y %H:%M}",
        "moving": room.moves > 0,
    }


async def events_view(room: Room, viewer: Person, after: int) -> Json:
    """What happened behind number `after`; waits (really) for 25 s if nothing has.

    `missed` says that events are no longer kept, or that the number is of another run.
    """
    journal = room.telegram.world.journal
    if after > journal.last or journal.last - after > len(journal.events):
        return {"events": [], "last": journal.last, "missed": True}
    if after == journal.last:
        await journal.bell.heard(LONG_POLL)
    last = journal.last
    told = [view for event in journal.after(after) if (view := _event(room, viewer, event))]
    if told and room.moves:
        told.append({"n": last, "type": Happening.CLOCK.value, "clock": clock_view(room)})
    return {"events": told, "last": last}


def _event(room: Room, viewer: Person, event: Event) -> Json | None:
    """One event as that person hears of it; None if it is not for them."""
    if not _concerns(room.telegram.world, viewer, event):
        return None
    told: Json = {"n": event.n, "type": event.kind.value, **event.facts}
    if event.chat:
        told["chat"] = event.chat.id
    if event.kind is Happening.CLOCK:
        told["clock"] = clock_view(room)
    elif event.message and event.kind in ABOUT_MESSAGE:
        told["message"] = message_view(event.message, viewer)
    elif event.message:
        told["message"] = event.message.sequence
    return told


def _concerns(world: World, viewer: Person, event: Event) -> bool:
    if event.only is not None:
        return event.only == viewer.id
    if event.kind is Happening.CHATS or event.chat is None:
        return True
    return world.in_chat(viewer, event.chat) and (
        event.message is None or sees(viewer, event.message)
    )
