"""When each athlete is next due: zones, DST, quiet hours and the message dial; pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

DAY = 24 * 60
FRESH = timedelta(hours=6)
"""How long after its hour a message may still be sent."""
BEFORE_RUN = timedelta(minutes=30)
AFTER_EVENING = 90
"""Minutes after the evening question that quiet begins; it ends with the morning's hour."""


class Dial(StrEnum):
    """How much the athlete wants to hear unasked."""

    QUIET = "quiet"
    NORMAL = "normal"
    CHATTY = "chatty"


class DueKind(StrEnum):
    """What can be owed to an athlete or a squad; a new kind is a new row in `dues`."""

    MORNING = "morning"
    ROUTINE = "routine"
    EVENING = "evening"
    REVIEW = "review"
    RACE_EVE = "race-eve"
    RECHECK = "recheck"
    SQUAD_DIGEST = "squad-digest"


REPEATING = (DueKind.MORNING, DueKind.EVENING, DueKind.REVIEW)
"""Kinds that come again by themselves; the others are asked for by a use case, once."""
LOUDER_THAN_QUIET = frozenset({DueKind.EVENING, DueKind.ROUTINE})
"""Kinds that who turned the dial to quiet does not want."""


@dataclass(frozen=True, slots=True)
class Hours:
    """An athlete's own hours, in minutes after local midnight, and zone (IANA name)."""

    zone: str
    morning: int
    weekend: int | None = None
    evening: int = 1230
    running: int | None = None
    dial: Dial = Dial.NORMAL

    def morning_on(self, day: date) -> int:
        """The morning's minute on this weekday."""
        weekend = day.weekday() >= 5
        return self.weekend if weekend and self.weekend is not None else self.morning


def local_day(now: datetime, zone: str) -> date:
    """The date it is there at this instant."""
    return now.astimezone(ZoneInfo(zone)).date()


def local_minute(now: datetime, zone: str) -> int:
    """Minutes after midnight on the clock there."""
    there = now.astimezone(ZoneInfo(zone))
    return there.hour * 60 + there.minute


def moment(day: date, minute: int, zone: str) -> datetime | None:
    """The UTC instant of a local minute, or None on a date that the zone skipped.

    A minute inside a DST gap moves on by the gap; one that comes twice is the first (fold=0).
    """
    wall = datetime.combine(day, time(minute // 60, minute % 60), ZoneInfo(zone))
    instant = wall.astimezone(UTC)
    return instant if local_day(instant, zone) == day else None


def next_due(
    kind: DueKind, hours: Hours, after: datetime, on: date | None = None
) -> datetime | None:
    """The first instant after `after` at which this kind is due, or None: never, or not wanted.

    `on` is the date of the race (RACE_EVE: the evening before) or of the re-check.
    """
    if hours.dial is Dial.QUIET and kind in LOUDER_THAN_QUIET:
        return None
    if kind in {DueKind.RACE_EVE, DueKind.RECHECK}:
        return _once(kind, hours, after, on)
    day = local_day(after, hours.zone) - timedelta(days=1)
    for _ in range(10):  # a week for the review, a day skipped by the zone, one either side
        day += timedelta(days=1)
        minute = _minute(kind, hours, day)
        at = None if minute is None else moment(day, minute, hours.zone)
        if at is not None and kind is DueKind.ROUTINE:
            at -= BEFORE_RUN
        if at is not None and at > after:
            return at
    return None


def _minute(kind: DueKind, hours: Hours, day: date) -> int | None:
    match kind:
        case DueKind.MORNING:
            return hours.morning_on(day)
        case DueKind.REVIEW:
            return hours.evening if day.weekday() == 6 else None
        case DueKind.ROUTINE:
            return hours.running
        case _:
            return hours.evening


def _once(kind: DueKind, hours: Hours, after: datetime, on: date | None) -> datetime | None:
    if on is None:
        return None
    eve = kind is DueKind.RACE_EVE
    day = on - timedelta(days=1) if eve else on
    at = moment(day, hours.evening if eve else hours.morning_on(day), hours.zone)
    return at if at is not None and at > after else None


def following(kind: DueKind, hours: Hours, at: datetime, now: datetime) -> datetime | None:
    """The next due after `at` that is still worth sending `now`: a late start skips stale ones."""
    due = next_due(kind, hours, max(at, now - FRESH))
    while due is not None and expiry(due, hours.zone) <= now:
        due = next_due(kind, hours, due)
    return due


def morning_after_change(hours: Hours, now: datetime, last: date | None) -> datetime | None:
    """The next morning once zone or hour changed; `last` is the local date of the latest one sent.

    A day that has had its morning gets no second; one that has not gets it now if its hour is past.
    """
    day = local_day(now, hours.zone)
    if last is not None and last >= day:
        day = last + timedelta(days=1)
    for _ in range(3):  # a zone that moves over the date line skips one day, never two
        at = moment(day, hours.morning_on(day), hours.zone)
        if at is not None:
            return max(at, now)
        day += timedelta(days=1)
    return None


def expiry(due_at: datetime, zone: str) -> datetime:
    """Six hours after due, at most the local midnight: nobody gets yesterday's session."""
    tomorrow = local_day(due_at, zone) + timedelta(days=1)
    midnight = datetime.combine(tomorrow, time(), ZoneInfo(zone)).astimezone(UTC)
    return min(due_at + FRESH, midnight)


def is_quiet(now: datetime, hours: Hours) -> bool:
    """Whether the athlete should be left alone: from ninety minutes after evening till morning."""
    start = (hours.evening + AFTER_EVENING) % DAY
    end = hours.morning_on(local_day(now, hours.zone))
    since_start = (local_minute(now, hours.zone) - start) % DAY
    return since_start < (end - start) % DAY


def after_quiet(at: datetime, hours: Hours) -> datetime:
    """`at`, or the end of the quiet hours it falls into."""
    if not is_quiet(at, hours):
        return at
    return next_due(DueKind.MORNING, hours, at) or at


def spread(owner_id: int, minutes: int) -> timedelta:
    """A stable share of the window for each owner, so that all mornings are not one second.

    Steps of the golden ratio (Fibonacci hashing) lie evenly however many owners there are.
    """
    return timedelta(seconds=int(owner_id * 0.6180339887498949 % 1 * minutes * 60))
