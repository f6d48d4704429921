"""Who comes, who ran: the card in the group, the word before, the digest, kudos, times, notes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from time import perf_counter

import pytest

from bot.services import recap
from bot.storage import (
    activities,
    athletes,
    attendance,
    cards,
    checkins,
    forecasts,
    members,
    squad_sessions,
    squads,
)
from bot.storage.cards import CardKey
from core.activity import Activity
from core.checkin import CheckIn
from core.squad import Answer, Share
from core.workout import Focus
from tests.chats import saved
from tests.chats.chat import Chat, shown
from tests.chats.people import RUI, onboard
from tests.chats.squad_days import (
    TUESDAY,
    allow,
    answered,
    crowd,
    edits,
    joined,
    posted,
    squad_of,
)
from tests.chats.squad_people import Group, person
from tests.chats.stage import Stage
from tests.process.ledger import ledger_of

MOST_READS = 3
SOON = 20.0
"""Seconds that a squad of five hundred may take on a busy machine; a second is usual."""


@pytest.fixture
def marta(stage: Stage) -> Chat:
    """Who founded the group and sets its sessions; she has no plan."""
    return person(stage, 90, "Marta")


@pytest.fixture
async def group(marta: Chat) -> Group:
    """A squad with its coach as an administrator, so that it hears of reactions."""
    group = await Group.founded(marta, supergroup=True, admin=True)
    await joined(group, marta)
    return group


@pytest.fixture
async def ana(group: Group) -> Chat:
    """A member without a plan."""
    ana = person(group.stage, 91, "Ana")
    group.add(ana)
    await joined(group, ana)
    return ana


@pytest.fixture
async def rui(group: Group) -> Chat:
    """A member with a plan for a 10K."""
    rui = await onboard(Chat.of(group.stage, 42, "Rui"), RUI)
    group.add(rui)
    await joined(group, rui)
    return rui


async def answers(group: Group) -> dict[str, Answer | None]:
    """What is saved of the newest session."""
    assert group.stage.coach is not None
    row = await squad_of(group)
    async with group.stage.coach.database.read() as unit:
        rows = await squad_sessions.between(unit, row.id, date(2026, 11, 1), date(2027, 6, 1))
        told = await attendance.of_session(unit, rows[-1].id)
    return {one.name: one.answer for one in told}


# The card


async def test_in_maybe_and_out_stand_on_one_card_that_is_edited(
    group: Group, marta: Chat, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    before = len(group.messages)
    await group.as_seen_by(rui).taps("In", "» You're in. I remind you two hours before.")
    await group.as_seen_by(ana).taps("Maybe", "» Noted as maybe.")
    await group.as_seen_by(marta).taps("Out", "» Noted: you're out this time.")
    card = shown(group.card("[In]"))
    assert "In 1: Rui" in card
    assert "Maybe 1: Ana" in card
    assert "Out 1: Marta" in card
    assert len(group.messages) == before, "edited, never repeated"
    assert await answers(group) == {"Rui": Answer.IN, "Ana": Answer.MAYBE, "Marta": Answer.OUT}


async def test_a_second_tap_hears_already_and_another_answer_takes_its_place(
    group: Group, ana: Chat
) -> None:
    await posted(group)
    there = group.as_seen_by(ana)
    await there.taps("In", "» You're in")
    await there.taps("In", "» You're in already.")
    await there.taps("Out", "» Noted: you're out")
    assert await answers(group) == {"Ana": Answer.OUT}
    assert "In 1" not in shown(group.card("[In]"))


async def test_a_known_athlete_joins_by_answering(group: Group) -> None:
    bea = await onboard(Chat.of(group.stage, 46, "Bea"), RUI)
    group.add(bea)
    await posted(group)
    await group.as_seen_by(bea).taps("In", "» You're in, and in the squad from now on")
    assert "In 1: Bea" in shown(group.card("[In]"))


async def test_a_stranger_s_tap_opens_the_private_chat_and_changes_nothing(group: Group) -> None:
    zed = person(group.stage, 99, "Zed")
    group.add(zed)
    card = shown(await posted(group))
    there = group.as_seen_by(zed)
    await there.taps("In")
    assert there.pressed[-1].url is not None
    assert "start=squad_" in there.pressed[-1].url
    assert shown(group.card("[In]")) == card


async def test_forged_and_foreign_presses_are_answered_and_change_nothing(
    group: Group, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    there = group.as_seen_by(ana)
    for data in ("attend:in:99999", "attend:in:x", "attend:fly:1", "attend:in", "attend:done:1"):
        await there.forges(data, "»")
    await rui.forges("attend:kudos:1", "»")
    assert await answers(group) == {}


async def test_a_button_passed_on_to_a_stranger_s_private_chat_is_worth_nothing(
    group: Group, ana: Chat
) -> None:
    await posted(group)
    zed = person(group.stage, 99, "Zed")
    await zed.hears("/start")
    await zed.forges("attend:in:1", "»")
    assert await answers(group) == {}


async def test_names_on_the_card_are_only_names(group: Group) -> None:
    bold = person(group.stage, 95, "<b>Bo</b> & co")
    group.add(bold)
    await joined(group, bold)
    await posted(group)
    await group.as_seen_by(bold).taps("In", "» You're in")
    assert "<b>Bo</b>" in shown(group.card("[In]"))


# A hundred at once


async def test_a_hundred_taps_in_a_second_are_one_right_card_and_few_edits(
    group: Group,
) -> None:
    people = await crowd(group, 100)
    await posted(group)
    before = len(group.stage.telegram.calls())
    card = group.card("[In]")
    for number, who in enumerate(people):
        group.as_seen_by(who).press("In" if number % 4 else "Maybe", on=card)
    await group.stage.settle()
    await group.stage.advance(group.stage.clock.now() + timedelta(seconds=55))
    card = group.card("[In]")
    assert "In 75:" in shown(card)
    assert "Maybe 25:" in shown(card)
    assert "63 more" in shown(card)
    assert edits(group, before) < 20, "a group takes twenty a minute"
    told = await answers(group)
    assert (len(told), sum(one is Answer.IN for one in told.values())) == (100, 75)
    for who in people:
        assert group.as_seen_by(who).toast, "everybody hears it over their own button"


async def test_what_the_card_shows_last_is_what_is_saved(group: Group, ana: Chat) -> None:
    """Taps that follow each other faster than the card may be edited."""
    await posted(group)
    there = group.as_seen_by(ana)
    for label in ("In", "Out", "Maybe", "In", "Maybe", "Out", "In") * 3:
        there.press(label)
    await group.stage.settle()
    await group.stage.advance(group.stage.clock.now() + timedelta(minutes=3))
    assert "In 1: Ana" in shown(group.card("[In]"))
    assert await answers(group) == {"Ana": Answer.IN}
    assert group.stage.coach is not None
    row = await squad_of(group)
    async with group.stage.coach.database.read() as unit:
        kept = await cards.find(unit, CardKey(row.chat_id, "session", "1"))
    assert kept is not None
    assert kept.shown == kept.revision


# Before


async def test_two_hours_before_only_those_who_are_in_are_told_in_private(
    group: Group, marta: Chat, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    await group.as_seen_by(ana).taps("Maybe")
    await rui.at(f"{TUESDAY} 16:55", never="In two hours")
    word = await rui.at(f"{TUESDAY} 17:01", "In two hours: ", "19:00", "the track")
    assert "[My version]" in word
    assert "[I can't make it]" in word
    assert "In two hours" not in ana.screen
    assert "In two hours" not in marta.screen
    assert "In two hours" not in group.screen


async def test_who_cannot_make_it_says_so_in_private_and_the_card_follows(
    group: Group, rui: Chat
) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    await rui.at(f"{TUESDAY} 17:01", "In two hours")
    await rui.taps("I can't make it", "» Noted: you're out")
    assert "Out 1: Rui" in shown(group.card("[In]"))


async def test_no_word_goes_out_for_a_session_that_was_called_off(group: Group, rui: Chat) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    await group.owner.taps("Change it")
    await group.owner.taps("Call it off")
    await group.owner.taps("Yes, call it off")
    await rui.at(f"{TUESDAY} 17:05", never="In two hours")
    await rui.at(f"{TUESDAY} 23:00")
    assert "ran" not in group.screen


# After


async def test_done_is_one_tap_counts_and_asks_how_it_was_in_private(
    group: Group, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    await group.as_seen_by(ana).taps("In")
    await rui.at(f"{TUESDAY} 20:20")
    card = group.card("[Done]")
    assert "[In]" not in shown(card)
    await group.as_seen_by(rui).taps("Done", "» Noted. How it felt, I ask in our own chat.")
    assert "1 to 10" in rui.screen or "How hard" in rui.screen
    await group.as_seen_by(ana).taps("Done", "» Noted. Good that you were there.")
    await group.as_seen_by(ana).taps("Done", "» You've said so already.")
    assert "Ran 2: Rui and Ana" in shown(group.card("[Done]"))
    logged = (await saved.dossier(rui)).activities
    assert [a.activity.on.isoformat() for a in logged] == [TUESDAY]


async def test_nobody_is_done_before_it_began(group: Group, ana: Chat) -> None:
    await posted(group)
    await group.as_seen_by(ana).forges("attend:done:1", "» It hasn't started yet.")


async def test_one_digest_follows_silently_and_kudos_are_counts(
    group: Group, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    for who in (ana, rui):
        await group.as_seen_by(who).taps("In")
    await rui.at(f"{TUESDAY} 20:20")
    for who in (ana, rui):
        await group.as_seen_by(who).taps("Done")
    telegram, card = group.stage.telegram, group.card("[Done]")
    telegram.react(ana.person, card, "👏")
    telegram.react(rui.person, card, "🔥")
    telegram.react(rui.person, card)
    telegram.react(rui.person, card, "👏")
    await rui.at(f"{TUESDAY} 23:00")
    digest = group.card("everybody who was in")
    assert digest.silent
    assert "2 ran, everybody who was in." in digest.text
    assert "Kudos: 2" in digest.text
    assert "Kudos: 2" in shown(group.card("[Done]"))
    assert sum("everybody who was in" in m.text for m in group.messages) == 1


async def test_a_session_that_nobody_ran_is_no_post(group: Group, ana: Chat) -> None:
    await posted(group)
    await group.as_seen_by(ana).taps("In")
    before = len(group.messages)
    await ana.at(f"{TUESDAY} 23:00")
    assert len(group.messages) == before


async def test_the_squad_s_weather_comes_once_from_five_who_let_themselves_be_counted(
    group: Group,
) -> None:
    people = await crowd(group, 7)
    await posted(group)
    for who in people:
        await allow(group, who, Share.COUNTED)
        await group.as_seen_by(who).taps("In")
    for who, legs in zip(people, (5, 4, 3, 3, 2, 1, 4), strict=True):
        await answered(group, who, date.fromisoformat(TUESDAY), legs)
    await allow(group, people[0])
    await people[0].at(f"{TUESDAY} 20:20")
    await group.as_seen_by(people[1]).taps("Done")
    await people[0].at(f"{TUESDAY} 23:00")
    assert "This morning in the squad: 4 green, 1 amber, 1 red." in group.screen


# Times


async def test_a_coach_s_times_count_once_their_runners_confirm(
    group: Group, marta: Chat, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    await rui.at(f"{TUESDAY} 20:30")
    await allow(group, rui, Share.RESULTS)
    await marta.hears(
        "/results 5k: Ana 25:10, rui 23:10, Zed 19:00, and more",
        "Asked Ana and Rui, in private",
        "Not found, or not clear whose it is: Zed",
    )
    assert "your coach has 25:10 over 5K" in ana.screen
    results = len((await saved.athlete(rui)).results)
    await rui.taps("Right, all-out", "it counts: your paces follow it")
    assert len((await saved.athlete(rui)).results) == results + 1
    await ana.taps("Not mine", "Left out")
    await marta.hears("/results Rui 20:00", "I asked nobody", "Confirmed before, so it stays: Rui")
    await rui.forges("results:wrong:2", "already")
    await ana.forges("results:right:2", "no longer in my book")
    await group.as_seen_by(rui).taps("Done")
    await rui.at(f"{TUESDAY} 23:30")
    assert "Rui 23:10" in group.screen
    assert "25:10" not in group.screen


async def test_times_belong_to_a_session_that_has_begun(
    group: Group, marta: Chat, ana: Chat
) -> None:
    await posted(group)
    await ana.at(f"{TUESDAY} 12:00")
    await marta.hears("/results Ana 20:00", "There was no session in the last two days")
    await ana.at(f"{TUESDAY} 19:40")
    await marta.hears("/results", "Names and times, one after the other")
    await marta.hears("/results Ana 20:00", "Asked Ana", "No distance was told")
    await ana.taps("Right", "Noted. The squad sees it only if you show your times")


async def test_only_who_sets_sessions_types_times_or_writes_notes(
    group: Group, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    for said in ("/results Rui 23:10", "/note Rui hello", "/rain Pavilion", "/coach"):
        await ana.hears(said, "You coach no squad")
    assert "hello" not in rui.screen


# Notes, the coach's view and the rain plan


async def test_a_note_goes_to_one_member_in_private_with_the_coach_s_name(
    group: Group, marta: Chat, ana: Chat, rui: Chat
) -> None:
    await marta.hears("/note Ana Easy on the first two, <please>.", "On its way to Ana")
    await group.stage.settle()
    assert "A note from Marta, who coaches Track Tuesday" in ana.screen
    assert "Easy on the first two, <please>." in ana.screen
    assert "Easy on" not in rui.screen
    assert "Easy on" not in group.screen
    await marta.hears("/note Nobody hello", "Who is it for?")
    await marta.hears("/note Ana", "what shall I tell them")


async def test_the_coach_sees_who_comes_and_only_what_members_allow(
    group: Group, marta: Chat, ana: Chat, rui: Chat
) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    await rui.at(f"{TUESDAY} 07:00")
    await rui.hears("my knee hurts, 6 out of 10", never="squad")
    await rui.settles()
    told = await marta.hears("/coach", "Track Tuesday", "Out 1: Rui", never="What they let you")
    assert "knee" not in told.lower()
    assert "easy" not in told.lower().replace("/note ana see you tuesday", "")
    await allow(group, rui, Share.SMALLER)
    told = await marta.hears("/coach", "What they let you know", "• Rui: not today")
    assert "knee" not in told.lower()


async def test_a_coach_who_is_not_in_the_squad_sees_it_in_private_all_the_same(
    stage: Stage,
) -> None:
    nora = person(stage, 93, "Nora")
    group = await Group.founded(nora)
    await nora.hears("/start")
    await posted(group)
    await nora.hears("/coach", "Track Tuesday", "Nobody has answered yet.")


async def test_the_coach_asks_in_the_group_and_is_answered_alone(group: Group, marta: Chat) -> None:
    await posted(group)
    before = group.screen
    await group.as_seen_by(marta).hears("/coach")
    assert group.screen == before
    assert "Nobody has answered yet." in marta.screen


async def test_an_anonymous_administrator_is_sent_to_the_private_chat(
    group: Group, marta: Chat, ana: Chat
) -> None:
    await posted(group)
    group.promote(ana, anonymous=True)
    there = group.as_seen_by(ana)
    for said in ("/coach", "/note Ana hello", "/results Ana 20:00", "/rain Pavilion"):
        await there.hears(said, "You write anonymously here")
    assert "hello" not in ana.screen
    assert "Pavilion" not in shown(group.card("[In]"))


async def test_the_rain_plan_is_one_tap_and_stands_on_the_card(
    group: Group, marta: Chat, ana: Chat
) -> None:
    await posted(group)
    await marta.hears("/coach")
    await marta.taps("Rain: indoors", "» The rain plan stands on the card.", "[No rain plan]")
    assert "If it rains: we move indoors" in shown(group.card("[In]"))
    await marta.hears("/rain Pavilion <2>", "The rain plan stands on the card.")
    assert "If it rains: we meet at Pavilion <2>." in shown(group.card("[In]"))
    await marta.hears("/coach")
    await marta.taps("No rain plan", "» The rain plan is off the card.")
    assert "If it rains" not in group.screen
    await ana.forges("coach:rain:1:alone", "» Only who sets the squad's sessions can do that.")
    assert "If it rains" not in group.screen


async def test_a_session_that_moves_takes_its_word_and_its_digest_along(
    group: Group, marta: Chat, rui: Chat
) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In")
    await marta.taps("Change it")
    await marta.taps("Thu 3 Dec", "Moved")
    await rui.at(f"{TUESDAY} 23:30", never="In two hours")
    assert "[In]" in shown(group.card("Thu 3 Dec"))
    await rui.at("2026-12-03 17:01", "In two hours", "Thu 3 Dec, 19:00")
    await rui.at("2026-12-03 20:20")
    await group.as_seen_by(rui).taps("Done")
    await rui.at("2026-12-03 23:30")
    assert "Thu 3 Dec\nOne ran." in group.screen


async def test_who_said_nothing_before_may_be_done_all_the_same(group: Group, ana: Chat) -> None:
    await posted(group)
    await ana.at(f"{TUESDAY} 20:20")
    await group.as_seen_by(ana).taps("Done", "» Noted. Good that you were there.")
    assert "Ran 1: Ana" in shown(group.card("[Done]"))
    await ana.at(f"{TUESDAY} 23:00")
    assert "One ran." in group.screen


async def test_the_forecast_stands_on_the_card_where_the_host_turned_it_on(
    group: Group, ana: Chat
) -> None:
    assert group.stage.coach is not None
    async with group.stage.coach.database.write() as unit:
        row = await squad_of(group)
        await squads.save(unit, replace(row, squad=replace(row.squad, weather=True)))
    await posted(group)
    place = (await squad_of(group)).squad.town
    assert place is not None
    async with group.stage.coach.database.write() as unit:
        asked = await forecasts.find(unit, place.latitude, place.longitude)
        assert asked is not None, "the town is looked up as soon as a session stands"
        hours = {f"{TUESDAY}T19:00": 8.4}
        await forecasts.keep(
            unit, replace(asked, fetched=ana.instant(f"{TUESDAY} 16:00"), hours=hours)
        )
    await group.as_seen_by(ana).taps("In")
    await ana.at(f"{TUESDAY} 17:01", "Forecast for 19:00: 8 °C.")
    assert "Forecast for 19:00: 8 °C." in shown(group.card("[In]"))


async def test_a_tap_on_the_card_reads_little_and_writes_at_once(group: Group, ana: Chat) -> None:
    await posted(group)
    assert group.stage.coach is not None
    with ledger_of(group.stage.coach.database) as ledger:
        await group.as_seen_by(ana).taps("In")
    deciding = [one for one in ledger.transactions if any("attendance" in s for s in one)]
    writing = [one for one in deciding if any(s.startswith("INSERT") for s in one)]
    assert len(writing) == 1
    reads = [s for s in writing[0] if s.startswith(("SELECT", "WITH"))]
    assert len(reads) <= MOST_READS, "\n".join(reads)


# A squad of one, and of many


async def test_a_squad_of_one_works_like_any_other(group: Group, marta: Chat) -> None:
    await posted(group)
    await allow(group, marta, *Share)
    await group.as_seen_by(marta).taps("In", "» You're in.")
    await marta.at(f"{TUESDAY} 17:01", "You're the only one in so far.")
    await marta.at(f"{TUESDAY} 20:20")
    await group.as_seen_by(marta).taps("Done")
    await marta.at(f"{TUESDAY} 23:00")
    assert "One ran." in group.screen
    await marta.at("2026-12-07 12:01")
    assert "1 in, 1 ran" in group.screen
    for told in ("Good decisions", "This morning in the squad"):
        assert told not in group.screen, "one member's count would be one member's"


SIZES = (40, pytest.param(500, marks=pytest.mark.long))


@pytest.mark.parametrize("size", SIZES)
async def test_a_large_squad_has_one_short_card_and_a_quick_tap(group: Group, size: int) -> None:
    people = await crowd(group, size)
    await posted(group)
    row = await squad_of(group)
    assert group.stage.coach is not None
    async with group.stage.coach.database.write() as unit:
        [session] = await squad_sessions.between(unit, row.id, date(2026, 12, 1), date(2026, 12, 1))
        for member in await members.of_squad(unit, row.id):
            shared = replace(member.member, shares=frozenset(Share))
            await members.save_shares(unit, row.id, shared)
            now = group.stage.clock.now()
            await attendance.answer(unit, session.id, member.id, Answer.IN, now)
            morning = CheckIn(date(2026, 12, 1), legs=4 if member.id % 3 else 2)
            await checkins.save(unit, member.id, morning, now=now)
    began = perf_counter()
    await group.as_seen_by(people[0]).taps("Out", "» Noted: you're out")
    tap = perf_counter() - began
    card = shown(group.card("[In]"))
    assert f"{size - 13} more" in card or f"{size - 12} more" in card
    assert len(card.splitlines()) <= 13
    await people[0].at(f"{TUESDAY} 17:05")
    assert "In two hours" in people[1].screen
    assert "In two hours" in people[-1].screen
    await people[0].at(f"{TUESDAY} 20:20")
    await group.as_seen_by(people[1]).taps("Done")
    began = perf_counter()
    await people[0].at(f"{TUESDAY} 23:00")
    digest = perf_counter() - began
    assert re.search(r"This morning in the squad: \d+ green, \d+ amber\.", group.screen)
    print(f"{size} members: a tap {tap:.2f} s, the evening with its digest {digest:.2f} s")
    assert tap < SOON, f"{tap:.1f} s"
    assert digest < SOON, f"{digest:.1f} s"


@pytest.mark.parametrize("size", SIZES)
async def test_a_large_squad_s_monday_is_read_in_good_time(group: Group, size: int) -> None:
    people = await crowd(group, size)
    row = await squad_of(group)
    assert group.stage.coach is not None
    content = group.stage.coach.content
    async with group.stage.coach.database.write() as unit:
        for member in await members.of_squad(unit, row.id):
            shared = replace(member.member, shares=frozenset(Share))
            await members.save_shares(unit, row.id, shared)
            await athletes.set_state(unit, member.id, athletes.State.ACTIVE)
            for back in range(0, 84, 2):
                on = date(2026, 12, 6) - timedelta(days=back)
                run = Activity(on, rpe=3 if back < 28 else 6, focus=Focus.EASY)
                await activities.add(unit, member.id, run, now=group.stage.clock.now())
    began = perf_counter()
    async with group.stage.coach.database.read() as unit:
        found = await recap.seen_week(unit, row.id, date(2026, 12, 7), content.decisions)
    took = perf_counter() - began
    assert found is not None
    assert len(found[1].board) == 6
    assert len(people) == size
    print(f"{size} members: twelve weeks read in {took:.2f} s")
    assert took < SOON, f"{took:.1f} s"


async def test_a_session_that_is_over_is_no_longer_the_next(group: Group, marta: Chat) -> None:
    await posted(group)
    await posted(group, "2026-12-03 40' easy")
    await marta.at(f"{TUESDAY} 19:30")
    await marta.hears("/coach", "Next: ", "Tue 1 Dec")
    await marta.hears("/session", "[Change Thu 3 Dec]", never="Change Tue 1 Dec")
    await marta.at(f"{TUESDAY} 22:30")
    await marta.hears("/coach", "Thu 3 Dec", never="Tue 1 Dec")
    await marta.hears("/session cancel", "Call it off?", "Thu 3 Dec")


async def test_a_word_that_would_come_too_late_is_not_promised(group: Group, rui: Chat) -> None:
    await posted(group)
    await rui.at(f"{TUESDAY} 17:30")
    await group.as_seen_by(rui).taps("In", "» You're in.", never="two hours")
    await rui.at(f"{TUESDAY} 18:59", never="In two hours")


@pytest.mark.parametrize(
    ("start", "asleep", "told"),
    [
        pytest.param("07:30", "06:29", "06:31", id="at the morning's hour"),
        pytest.param("06:45", "05:59", "06:01", id="before it, where there is no time left"),
    ],
)
async def test_nobody_is_woken_two_hours_before_a_session_at_dawn(
    group: Group, rui: Chat, start: str, asleep: str, told: str
) -> None:
    await posted(group, f"{TUESDAY} {start} 6x800 @5K r2'")
    await group.as_seen_by(rui).taps("In", "» You're in.", never="two hours")
    await rui.at(f"{TUESDAY} {asleep}", never="This morning: ")
    await rui.at(f"{TUESDAY} {told}", "This morning: ", start.lstrip("0"), never="In two hours")
