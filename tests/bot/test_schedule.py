"""When each athlete is next due: on dates when clocks do strange things, late, in new zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.schedule import (
    Dial,
    DueKind,
    Hours,
    after_quiet,
    expiry,
    following,
    is_quiet,
    local_day,
    moment,
    morning_after_change,
    next_due,
    spread,
)

BERLIN = Hours("Europe/Berlin", 390)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "day", "minute", "instant"),
    [
        ("America/New_York", date(2027, 3, 14), 150, "2027-03-14 07:30"),  # no 02:30: 03:30 there
        ("America/New_York", date(2027, 11, 7), 90, "2027-11-07 05:30"),  # two 01:30: the first
        ("Australia/Lord_Howe", date(2027, 4, 4), 105, "2027-04-03 14:45"),  # back by 30 minutes
        ("Australia/Lord_Howe", date(2027, 10, 3), 135, "2027-10-02 15:45"),  # on by 30 minutes
        ("America/Sao_Paulo", date(2018, 11, 4), 0, "2018-11-04 03:00"),  # midnight was skipped
        ("Asia/Kathmandu", date(2027, 3, 1), 390, "2027-03-01 00:45"),
        ("Europe/Berlin", date(2027, 3, 28), 390, "2027-03-28 04:30"),
        ("Europe/Berlin", date(2027, 3, 27), 390, "2027-03-27 05:30"),
        ("Pacific/Apia", date(2011, 12, 29), 390, "2011-12-29 16:30"),
        ("Pacific/Apia", date(2011, 12, 30), 390, None),  # this day never was
        ("Pacific/Apia", date(2011, 12, 31), 390, "2011-12-30 16:30"),
    ],
)
def test_a_local_minute_is_one_instant_or_none(
    zone: str, day: date, minute: int, instant: str | None
) -> None:
    assert moment(day, minute, zone) == (None if instant is None else utc(instant))


@pytest.mark.parametrize(
    ("zone", "minute", "after", "due"),
    [
        ("America/New_York", 150, "2027-03-13 12:00", "2027-03-14 07:30"),
        ("America/New_York", 150, "2027-03-14 07:30", "2027-03-15 06:30"),
        ("America/New_York", 90, "2027-11-07 05:29", "2027-11-07 05:30"),
        ("America/New_York", 90, "2027-11-07 05:30", "2027-11-08 06:30"),  # not the second 01:30
        ("Pacific/Apia", 390, "2011-12-29 16:30", "2011-12-30 16:30"),  # the 31st there
    ],
)
def test_a_morning_comes_once_whatever_the_clocks_do(
    zone: str, minute: int, after: str, due: str
) -> None:
    assert next_due(DueKind.MORNING, Hours(zone, minute), utc(after)) == utc(due)


ZONES = st.sampled_from(
    [
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Europe/London",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Africa/Casablanca",
        "UTC",
    ]
)
HOURS = st.builds(
    Hours,
    zone=ZONES,
    morning=st.integers(0, 1439),
    weekend=st.none() | st.integers(0, 1439),
    evening=st.integers(0, 1439),
    running=st.none() | st.integers(0, 1439),
)
INSTANTS = st.integers(0, 20 * 365 * 24 * 60).map(
    lambda minutes: utc("2010-01-01 00:00") + timedelta(minutes=minutes)
)


@given(HOURS, INSTANTS)
def test_mornings_walk_through_the_dates_without_a_gap_or_a_double(
    hours: Hours, start: datetime
) -> None:
    instants = [start]
    for _ in range(12):
        due = next_due(DueKind.MORNING, hours, instants[-1])
        assert due is not None
        assert due > instants[-1]
        instants.append(due)
    days = [local_day(instant, hours.zone) for instant in instants[1:]]
    apia = timedelta(days=2)  # its 30 December 2011
    for before, after in pairwise(days):
        missing = before + timedelta(days=1)
        assert after == missing or (
            after - before == apia and moment(missing, 0, hours.zone) is None
        )


def test_the_weekend_has_its_own_hour() -> None:
    hours = Hours("Europe/Berlin", 390, weekend=540)
    friday, saturday, monday = (
        utc("2027-03-05 05:30"),
        utc("2027-03-06 08:00"),
        utc("2027-03-08 05:30"),
    )
    assert next_due(DueKind.MORNING, hours, friday) == saturday
    assert next_due(DueKind.MORNING, hours, saturday + timedelta(days=1)) == monday


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        (DueKind.MORNING, "2027-03-02 05:30"),
        (DueKind.EVENING, "2027-03-01 19:30"),
        (DueKind.REVIEW, "2027-03-07 19:30"),
        (DueKind.ROUTINE, "2027-03-01 16:30"),  # half an hour before 18:00
    ],
)
def test_each_kind_has_its_hour(kind: DueKind, due: str) -> None:
    hours = Hours("Europe/Berlin", 390, running=1080)
    assert next_due(kind, hours, utc("2027-03-01 06:00")) == utc(due)


def test_no_running_hour_no_routine_by_itself() -> None:
    assert next_due(DueKind.ROUTINE, BERLIN, utc("2027-03-01 06:00")) is None


@pytest.mark.parametrize(
    ("kind", "due"),
    [(DueKind.RACE_EVE, "2027-05-08 18:30"), (DueKind.RECHECK, "2027-05-09 04:30")],
)
def test_what_is_about_a_date_is_due_once(kind: DueKind, due: str) -> None:
    race = date(2027, 5, 9)
    assert next_due(kind, BERLIN, utc("2027-03-01 06:00"), race) == utc(due)
    assert next_due(kind, BERLIN, utc(due), race) is None
    assert next_due(kind, BERLIN, utc("2027-03-01 06:00")) is None


@pytest.mark.parametrize("kind", list(DueKind))
def test_the_quiet_dial_silences_what_only_nudges(kind: DueKind) -> None:
    hours = Hours("Europe/Berlin", 390, running=1080, dial=Dial.QUIET)
    due = next_due(kind, hours, utc("2027-03-01 06:00"), date(2027, 5, 9))
    assert (due is None) == (kind in {DueKind.EVENING, DueKind.ROUTINE})


@pytest.mark.parametrize(
    ("due", "zone", "end"),
    [
        ("2027-03-01 05:30", "Europe/Berlin", "2027-03-01 11:30"),  # six hours
        ("2027-03-01 19:30", "Europe/Berlin", "2027-03-01 23:00"),  # its midnight
        ("2027-03-01 21:00", "Europe/Berlin", "2027-03-01 23:00"),  # a night shift's morning
        ("2018-11-03 23:00", "America/Sao_Paulo", "2018-11-04 03:00"),  # a midnight that never was
    ],
)
def test_nobody_gets_yesterdays_session(due: str, zone: str, end: str) -> None:
    assert expiry(utc(due), zone) == utc(end)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2027-03-01 05:30", "2027-03-02 05:30"),  # in time
        ("2027-03-02 05:29", "2027-03-02 05:30"),
        ("2027-03-02 08:00", "2027-03-02 05:30"),  # away over night: today's is still worth it
        ("2027-03-05 08:00", "2027-03-05 05:30"),  # away for days: only today's
        ("2027-03-05 11:30", "2027-03-06 05:30"),  # six hours late: tomorrow's
    ],
)
def test_a_late_start_sends_only_what_is_fresh(now: str, due: str) -> None:
    assert following(DueKind.MORNING, BERLIN, utc("2027-03-01 05:30"), utc(now)) == utc(due)


@pytest.mark.parametrize(
    ("hours", "now", "last", "due"),
    [
        # Flying east before today's morning: it is past that hour there, so it comes at once.
        (Hours("Asia/Tokyo", 390), "2027-03-02 05:00", date(2027, 3, 1), "2027-03-02 05:00"),
        # Flying east after it: the next day there.
        (Hours("Asia/Tokyo", 390), "2027-03-02 06:00", date(2027, 3, 2), "2027-03-02 21:30"),
        # Flying west after it: the same date comes again, its morning does not.
        (Hours("America/New_York", 390), "2027-03-02 06:00", date(2027, 3, 2), "2027-03-03 11:30"),
        # Back over the date line: the day was served already.
        (Hours("Pacific/Honolulu", 390), "2027-03-01 22:00", date(2027, 3, 2), "2027-03-03 16:30"),
        # A later hour on a day that was served, an earlier one on a day that was not.
        (Hours("Europe/Berlin", 540), "2027-03-02 06:00", date(2027, 3, 2), "2027-03-03 08:00"),
        (Hours("Europe/Berlin", 300), "2027-03-02 05:00", date(2027, 3, 1), "2027-03-02 05:00"),
        # A newcomer in the evening has tomorrow's, one before the hour has today's.
        (Hours("Europe/Berlin", 1200), "2027-03-02 06:00", None, "2027-03-02 19:00"),
    ],
)
def test_a_new_zone_or_hour_never_sends_twice_nor_skips_a_day(
    hours: Hours, now: str, last: date | None, due: str
) -> None:
    assert morning_after_change(hours, utc(now), last) == utc(due)


@given(HOURS, INSTANTS, ZONES)
def test_after_a_change_the_next_day_that_had_no_morning_is_served(
    hours: Hours, now: datetime, zone: str
) -> None:
    last = local_day(now, zone)  # served there a moment ago
    due = morning_after_change(hours, now, last)
    assert due is not None
    assert due >= now
    day = local_day(due, hours.zone)
    assert day > last
    assert all(
        moment(last + timedelta(days=n), 0, hours.zone) is None for n in range(1, (day - last).days)
    ) or day == local_day(now, hours.zone)


@pytest.mark.parametrize(
    ("local", "quiet"),
    [("05:00", True), ("06:30", False), ("12:00", False), ("21:59", False), ("22:00", True)],
)
def test_quiet_hours_lie_between_evening_and_morning(local: str, quiet: bool) -> None:
    assert is_quiet(datetime.fromisoformat(f"2027-03-02 {local}+01:00"), BERLIN) is quiet


def test_the_quiet_hours_of_a_night_shift_are_its_own() -> None:
    nights = Hours("Europe/Berlin", 1080, evening=480)
    assert is_quiet(datetime.fromisoformat("2027-03-02 12:00+01:00"), nights)
    assert not is_quiet(datetime.fromisoformat("2027-03-02 03:00+01:00"), nights)


def test_what_would_fall_into_quiet_hours_waits_for_the_morning() -> None:
    assert after_quiet(utc("2027-03-01 22:30"), BERLIN) == utc("2027-03-02 05:30")
    assert after_quiet(utc("2027-03-01 12:00"), BERLIN) == utc("2027-03-01 12:00")


@given(st.integers(1, 10**9), st.integers(0, 180))
def test_the_spread_is_stable_and_only_ever_later(owner: int, minutes: int) -> None:
    assert timedelta() <= spread(owner, minutes) <= timedelta(minutes=minutes)
    assert spread(owner, minutes) == spread(owner, minutes)


def test_the_spread_leaves_no_minute_crowded() -> None:
    minutes = [spread(owner, 10).total_seconds() // 60 for owner in range(1, 1001)]
    assert max(minutes.count(minute) for minute in range(10)) <= 105
