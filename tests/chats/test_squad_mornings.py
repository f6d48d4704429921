"""How a squad's mornings were: counted once a day, in the day's one post, and never who."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.squad import Share
from tests.chats.chat import Chat, shown
from tests.chats.squad_days import TUESDAY, allow, answered, crowd, joined, posted, squad_of
from tests.chats.squad_people import Group, person
from tests.chats.stage import Stage

FRIDAY = date(2026, 11, 27)
"""The day after the tests begin; the squad has nothing on it."""
DAY = timedelta(days=1)
TOLD = "This morning in the squad: "


@pytest.fixture
async def group(stage: Stage) -> Group:
    """A squad whose coach, Marta, has no plan."""
    marta = person(stage, 90, "Marta")
    group = await Group.founded(marta)
    await joined(group, marta)
    return group


async def counted(group: Group, count: int = 7) -> list[Chat]:
    """So many members who let themselves be counted."""
    people = await crowd(group, count)
    for who in people:
        await allow(group, who, Share.COUNTED)
    return people


async def mornings(group: Group, people: list[Chat], day: date) -> None:
    """All of them answer; the last has dead legs."""
    for n, who in enumerate(people):
        await answered(group, who, day, 4 if n < len(people) - 1 else 1)


def told(group: Group) -> list[str]:
    """Every message of the group that tells of mornings, as it stands."""
    return [shown(message) for message in group.messages if TOLD in shown(message)]


async def at(group: Group, day: date, clock: str) -> None:
    await group.owner.at(f"{day} {clock}")


async def test_a_day_with_nothing_else_tells_its_mornings_at_noon_and_silently(
    group: Group,
) -> None:
    people = await counted(group)
    await mornings(group, people, FRIDAY)
    await at(group, FRIDAY, "11:59")
    assert not told(group)
    await at(group, FRIDAY, "12:00")
    [said] = told(group)
    assert "This morning in the squad: 6 green, 1 red." in said
    assert "Nobody sees who." in said
    assert group.card(TOLD).silent
    assert (await squad_of(group)).posted_on == FRIDAY


async def test_below_five_answers_nothing_is_posted(group: Group) -> None:
    people = await counted(group, 6)
    await mornings(group, people[:4], FRIDAY)
    before = len(group.messages)
    await at(group, FRIDAY, "23:00")
    assert len(group.messages) == before
    assert (await squad_of(group)).posted_on is None


async def test_who_answers_later_changes_no_count(group: Group) -> None:
    people = await counted(group)
    await mornings(group, people[:5], FRIDAY)
    await at(group, FRIDAY, "12:00")
    [first] = told(group)
    await answered(group, people[5], FRIDAY, 1)
    await allow(group, people[0])
    await group.as_seen_by(group.owner).hears("/squad")
    await at(group, FRIDAY, "23:00")
    assert told(group) == [first]


async def test_the_next_day_s_takes_its_place(group: Group) -> None:
    people = await counted(group)
    for n in range(3):
        await mornings(group, people[n:], FRIDAY + n * DAY)
        await at(group, FRIDAY + n * DAY, "12:00")
        [said] = told(group)
        assert f"{6 - n} green, 1 red" in said


async def test_on_a_day_with_a_session_the_digest_tells_them(group: Group) -> None:
    people = await counted(group)
    await posted(group)
    await group.as_seen_by(people[0]).taps("In")
    day = date.fromisoformat(TUESDAY)
    await mornings(group, people, day)
    await at(group, day, "20:20")
    assert not told(group)
    await group.as_seen_by(people[0]).taps("Done")
    await at(group, day, "21:45")
    [said] = told(group)
    assert "One ran" in said
    assert "6 green, 1 red" in said


async def test_where_nobody_ran_the_evening_tells_them_alone(group: Group) -> None:
    people = await counted(group)
    await posted(group)
    day = date.fromisoformat(TUESDAY)
    await mornings(group, people, day)
    await at(group, day, "21:45")
    [said] = told(group)
    assert "ran" not in said.replace("Green runs", "")


async def test_a_session_set_for_the_same_evening_takes_the_place_of_the_mornings(
    group: Group,
) -> None:
    people = await counted(group)
    await mornings(group, people, FRIDAY)
    await at(group, FRIDAY, "12:00")
    alone = group.card(TOLD)
    await posted(group, f"{FRIDAY} 18:00 40' easy")
    await group.as_seen_by(people[0]).taps("In", on=group.card("[In]"))
    await at(group, FRIDAY, "19:30")
    await group.as_seen_by(people[0]).taps("Done", on=group.card("[Done]"))
    await at(group, FRIDAY, "21:00")
    [said] = told(group)
    assert "One ran" in said
    assert alone.deleted


async def test_the_card_of_a_standing_session_tells_them_that_day_only(group: Group) -> None:
    people = await counted(group)
    there = group.as_seen_by(group.owner)
    await there.hears("/session every Sat 9:00 hills 10x60s place: the hill", "every Saturday")
    await there.taps("Keep it")
    await mornings(group, people, FRIDAY)
    await at(group, FRIDAY, "12:00")
    [said] = told(group)
    assert "Hills" in said
    assert "[In]" in said
    await group.as_seen_by(people[0]).taps("In")
    assert len(told(group)) == 1, "the tap draws the card again, and the count stays"
    await at(group, FRIDAY, "23:00")
    assert len(told(group)) == 1
    await at(group, FRIDAY + DAY, "00:30")
    await group.as_seen_by(people[1]).taps("In")
    assert not told(group), "it is yesterday's by now"


async def test_monday_s_card_of_tuesday_s_session_and_the_recap_both_come(group: Group) -> None:
    people = await counted(group)
    there = group.as_seen_by(group.owner)
    await there.hears("/session every Tue 19:00 hills 10x60s place: the hill", "every Tuesday")
    await there.taps("Keep it")
    await at(group, date(2026, 11, 30), "12:05")
    assert "Hills" in shown(group.card("[In]"))
    await group.as_seen_by(people[0]).taps("In")
    monday = date(2026, 12, 7)
    await mornings(group, people, monday)
    await at(group, monday, "12:05")
    assert "The squad's week" in group.screen
    assert "Tue 8 Dec" in shown(group.card("[In]"))
    assert len(told(group)) == 1


async def test_a_session_called_off_by_hand_is_not_set_again_by_itself(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    await there.hears("/session every Tue 19:00 hills 10x60s place: the hill", "every Tuesday")
    await there.taps("Keep it")
    await posted(group)
    await group.owner.hears("/session")
    await group.owner.taps("Change Tue 1 Dec")
    await group.owner.taps("Call it off")
    await group.owner.taps("Yes, call it off", "Called off.")
    await at(group, date(2026, 11, 30), "18:30")
    assert "My version" not in group.screen


async def test_a_coach_that_was_away_at_noon_still_sets_the_standing_session(group: Group) -> None:
    there = group.as_seen_by(group.owner)
    await there.hears("/session every Tue 19:00 hills 10x60s place: the hill", "every Tuesday")
    await there.taps("Keep it")
    group.stage.clock.set(group.owner.instant("2026-12-01 09:00"))
    await at(group, date.fromisoformat(TUESDAY), "09:05")
    assert "Tue 1 Dec" in shown(group.card("[In]"))
    await at(group, date(2026, 12, 7), "12:05")
    assert "Tue 8 Dec" in shown(group.card("[In]"))


@pytest.mark.parametrize("label", ["Never", "Only with other posts"])
async def test_the_squad_turns_them_off(group: Group, label: str) -> None:
    people = await counted(group)
    there = group.as_seen_by(group.owner)
    await there.taps("Settings", "How the mornings were, in counts: every day, from 12:00")
    await there.taps("Mornings, in counts", "How were the mornings?")
    await there.taps(label, f"✓ {label}")
    await mornings(group, people, FRIDAY)
    await at(group, FRIDAY, "23:00")
    assert not told(group)
    await posted(group, f"{FRIDAY + DAY} 9:00 40' easy")
    await group.as_seen_by(people[0]).taps("In", on=group.card("[In]"))
    await mornings(group, people, FRIDAY + DAY)
    await at(group, FRIDAY + DAY, "10:30")
    await group.as_seen_by(people[0]).taps("Done", on=group.card("[Done]"))
    await at(group, FRIDAY + DAY, "13:00")
    assert len(told(group)) == (0 if label == "Never" else 1)


async def test_the_squad_sets_the_hour(group: Group) -> None:
    people = await counted(group)
    there = group.as_seen_by(group.owner)
    await there.taps("Settings")
    await there.taps("Mornings, in counts")
    await there.taps("18:00", "✓ 18:00")
    await mornings(group, people, FRIDAY)
    await at(group, FRIDAY, "17:59")
    assert not told(group)
    await at(group, FRIDAY, "18:00")
    assert len(told(group)) == 1


async def test_only_administrators_set_it_and_forged_hours_are_refused(group: Group) -> None:
    [who] = await crowd(group, 1)
    there = group.as_seen_by(who)
    await there.forges("founding:mornings:1:never", "That's for this group's administrators.")
    mine = group.as_seen_by(group.owner)
    for data in ("1380", "-5", "always", "12:00", "99999999"):
        await mine.forges(f"founding:mornings:1:{data}", never="Something went wrong")
    assert (await squad_of(group)).squad.weather_minute == 12 * 60
