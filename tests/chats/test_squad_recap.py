"""The squad's Monday, its challenge and its buddies: counts and gains, by consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.storage import activities, athletes, decisions, drafts, squads
from bot.storage.drafts import SavedDraft
from bot.storage.squad_lives import ROUTINE_DONE
from core.activity import Activity, Done
from core.adjust.decision import Action, Decision
from core.athlete import Result, ResultKind
from core.squad import Share
from core.squad.challenge import Aim, Challenge
from core.units import Distance, Duration
from core.workout import Focus
from tests.chats.chat import Chat, shown
from tests.chats.squad_days import (
    TUESDAY,
    allow,
    answered,
    crowd,
    joined,
    posted,
    squad_of,
)
from tests.chats.squad_people import Group, met, person
from tests.chats.stage import Stage

MONDAY = date(2026, 12, 7)
"""The Monday after the squad's first session."""
WEEK_AGO = MONDAY - timedelta(days=7)


@pytest.fixture
async def group(stage: Stage) -> Group:
    """A squad whose coach, Marta, has no plan."""
    marta = person(stage, 90, "Marta")
    group = await Group.founded(marta)
    await joined(group, marta)
    return group


async def in_squad(group: Group, *numbers: int) -> list[Chat]:
    """Runners of different levels with a plan each, in the squad."""
    people = await met(group.stage, *numbers)
    group.add(*people)
    await joined(group, *people)
    return people


async def keeps(group: Group, who: Chat, *days: int, good: bool = True) -> None:
    """So many days before Monday were decided: rested when told, or run against it."""
    assert group.stage.coach is not None
    rule = group.stage.coach.content.decisions.rows[0].key
    async with group.stage.coach.database.write() as unit:
        account = await athletes.find(unit, who.person.id)
        assert account is not None
        for back in days:
            on = MONDAY - timedelta(days=back)
            told = Decision(on, Action.REST, None, None, None, (), (rule,), gated=True)
            now = group.stage.clock.now()
            await decisions.save(unit, account.id, told, change_id=None, now=now)
            done = Activity(on, rpe=3) if not good else Activity(on, Done.NOT_RUN)
            await activities.add(unit, account.id, done, now=now)


async def test_monday_tells_the_squad_s_week_once_and_silently(group: Group) -> None:
    rui, ana, ines = await in_squad(group, 0, 1, 2)
    await posted(group)
    for who in (rui, ana, ines):
        await allow(group, who, Share.COUNTED, Share.RACES)
        await group.as_seen_by(who).taps("In")
        await keeps(group, who, 1, 2, 3)
    await rui.at(f"{TUESDAY} 20:20")
    await group.as_seen_by(rui).taps("Done")
    await rui.at(f"{MONDAY} 11:55")
    assert "The squad's week" not in group.screen
    await rui.at(f"{MONDAY} 12:01")
    week = group.card("The squad's week")
    assert week.silent
    assert "Mon 30 Nov to Sun 6 Dec" in week.text
    assert "Tue 1 Dec: 3 in, 1 ran" in week.text
    assert "Good decisions, all together: 10." in week.text, "nine days of rest, and Rui's run"
    assert "Racing soon" not in week.text, "no race within a fortnight"
    await rui.at(f"{MONDAY + timedelta(days=1)} 12:05")
    assert sum("The squad's week" in m.text for m in group.messages) == 1
    await rui.at(f"{MONDAY + timedelta(days=7)} 12:05")
    assert sum("The squad's week" in m.text for m in group.messages) <= 2


async def test_nothing_is_counted_that_nobody_allowed(group: Group) -> None:
    people = await in_squad(group, 0, 1, 2)
    await posted(group)
    for who in people:
        await group.as_seen_by(who).taps("In")
        await keeps(group, who, 1, 2, 3)
        await answered(group, who, MONDAY, 4)
    await people[0].at(f"{MONDAY} 12:01")
    week = group.card("The squad's week").text
    assert "3 in" in week
    for told in ("Good decisions", "This morning", "Better than", "Racing", "green"):
        assert told not in week


async def test_the_board_names_gains_of_those_who_show_them_and_no_distance(group: Group) -> None:
    rui, ana = await in_squad(group, 0, 1)
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    assert group.stage.coach is not None
    async with group.stage.coach.database.write() as unit:
        now = group.stage.clock.now()
        for who, faster in ((rui, 12.0), (ana, 17.0)):
            account = await athletes.find(unit, who.person.id)
            assert account is not None
            assert account.profile is not None
            trials = [
                Result(Distance(3000), Duration.of_minutes(minutes), on, ResultKind.TRIAL)
                for minutes, on in ((faster + 0.5, date(2026, 10, 1)), (faster, date(2026, 12, 5)))
            ]
            profile = replace(account.profile, results=tuple(trials))
            await athletes.save(unit, replace(account, profile=profile))
            for back in range(0, 90, 3):
                on = MONDAY - timedelta(days=back + 1)
                run = Activity(on, distance=Distance(9876), rpe=3, focus=Focus.EASY)
                await activities.add(unit, account.id, run, now=now)
    await allow(group, rui, Share.BOARD)
    await rui.at(f"{MONDAY} 12:01")
    week = group.card("The squad's week").text
    assert "Better than their own usual:" in week
    assert "Rui: 3000 m trial 4.0 % faster than before" in week
    assert "Ana" not in week
    assert "9.9" not in week
    assert "12:00" not in week


async def test_a_quiet_week_is_no_post(group: Group) -> None:
    [rui] = await in_squad(group, 0)
    await posted(group, "2026-12-15 40' easy")
    await group.as_seen_by(rui).taps("In")
    await rui.at(f"{MONDAY} 12:05")
    assert "The squad's week" not in group.screen


async def test_there_is_at_most_one_unasked_post_a_day(group: Group) -> None:
    """A Monday with a recap at noon has no digest of its session in the evening."""
    people = await crowd(group, 3)
    await posted(group)
    for who in people:
        await group.as_seen_by(who).taps("In")
    await people[0].at(f"{TUESDAY} 20:20")
    await group.as_seen_by(people[0]).taps("Done")
    await people[0].at(f"{TUESDAY} 23:00")
    await posted(group, f"{MONDAY} 18:00 40' easy")
    await group.as_seen_by(people[1]).taps("In", on=group.card("[In]"))
    await people[0].at(f"{MONDAY} 12:01")
    assert "The squad's week" in group.screen
    await people[0].at(f"{MONDAY} 19:30")
    await group.as_seen_by(people[1]).taps("Done", on=group.card("[Done]"))
    before = len(group.messages)
    await people[0].at(f"{MONDAY} 23:00")
    assert len(group.messages) == before
    assert (await squad_of(group)).posted_on == MONDAY


# Challenges


async def test_a_challenge_is_proposed_by_the_coach_and_joined_by_each(group: Group) -> None:
    rui, ana, _ = await in_squad(group, 0, 1, 2)
    await posted(group)
    await group.owner.hears("/coach")
    await group.owner.taps("Challenge", "Which one?", "running more gives no more")
    await group.owner.taps("Steady weeks", "It's in the group")
    card = group.card("Challenge: steady weeks")
    assert card.silent
    assert "Nobody has joined yet." in card.text
    await group.as_seen_by(rui).taps("Count me in", "» You're in.")
    await group.as_seen_by(rui).taps("Count me in", "» You're in already.")
    await group.as_seen_by(ana).taps("Not me", "» You're not in it.")
    card = group.card("Challenge: steady weeks")
    assert "One has joined." in card.text
    assert "Rui" not in card.text
    await group.owner.hears("/coach")
    await group.owner.taps("Challenge")
    await group.owner.taps("Easy stays easy", "» A challenge is under way.")
    stranger = person(group.stage, 99, "Zed")
    group.add(stranger)
    await group.as_seen_by(stranger).taps("Count me in", "» Only members can join.")
    await rui.forges("challenge:pick:1:easy", "» Only who sets the squad's sessions")


async def test_a_challenge_counts_rest_and_never_a_run_against_it(group: Group) -> None:
    rui, ana, ines = await in_squad(group, 0, 1, 2)
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    assert group.stage.coach is not None
    for who in (rui, ana, ines):
        await allow(group, who, Share.CHALLENGE)
    async with group.stage.coach.database.write() as unit:
        row = await squads.find(unit, group.room.id)
        assert row is not None
        challenge = Challenge(Aim.STEADY, WEEK_AGO)
        settled = replace(row.squad, challenge=challenge, challenges=True)
        await squads.save(unit, replace(row, squad=settled))
    await keeps(group, rui, 1, 3)
    await keeps(group, ana, 1, 3)
    await keeps(group, ines, 1)
    await keeps(group, ines, 3, good=False)
    await rui.at(f"{MONDAY} 12:01")
    assert "2 of 9 steady weeks." in group.card("The squad's week").text


async def test_a_done_routine_is_kept_by_its_day(group: Group) -> None:
    [rui] = await in_squad(group, 0)
    await rui.hears("/mobility")
    await rui.taps("Mobility")
    await rui.taps("Routine done", "small things count")
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        account = await athletes.find(unit, rui.person.id)
        assert account is not None
        kept = await drafts.find(unit, account.id, ROUTINE_DONE, rui.today)
    assert isinstance(kept, SavedDraft)


# Buddies


async def test_buddies_are_both_asked_and_nobody_is_named_before(group: Group) -> None:
    rui, bea = await in_squad(group, 0, 4)
    await rui.hears("/buddy", "easy running is like yours", never="Bea")
    await rui.taps("Look for one", "I've asked somebody", never="Bea")
    await group.stage.settle()
    asked = bea.message("company now and then")
    assert "Rui" not in shown(asked)
    await bea.taps("Yes", "It's Rui.")
    await group.stage.settle()
    assert "Bea in Track Tuesday would run easy with you." in rui.screen
    assert "Bea" not in group.screen.replace("Beat", "")
    await rui.hears("/buddy", "you run with Bea")
    await rui.taps("No more looking", "I look no more")
    await bea.hears("/buddy", never="Rui")


async def test_a_no_is_told_to_nobody(group: Group) -> None:
    rui, bea = await in_squad(group, 0, 4)
    await rui.hears("/buddy")
    await rui.taps("Look for one")
    await group.stage.settle()
    before = rui.screen
    await bea.taps("Rather not", "Nobody hears of it.")
    await group.stage.settle()
    assert rui.screen == before
    await bea.forges("buddies:yes:1:2", "»")
    await rui.hears("/buddy", "Somebody is asked.")
    await rui.taps("No more looking")
    await rui.hears("/buddy")
    await rui.taps("Look for one", "nobody else at the moment")


async def test_who_has_no_result_is_told_what_is_missing(group: Group) -> None:
    [ana] = await in_squad(group, 1)
    await ana.hears("/buddy", "tell me a result first", never="[Look for one]")
    await ana.forges("buddies:seek:1", "tell me a result first")
    await ana.forges("buddies:seek:99", "»")


async def test_who_is_in_no_squad_is_told_how_to_come_into_one(stage: Stage) -> None:
    [rui] = await met(stage, 0)
    await rui.hears("/buddy", "You're in no squad yet.")


async def test_words_ask_for_a_buddy_as_well(group: Group) -> None:
    [rui] = await in_squad(group, 0)
    await rui.hears("find me a running buddy", "easy running is like yours", "[Look for one]")
