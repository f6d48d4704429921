"""The rehearsal room's squad: mates who found a group, join, answer, run and cheer."""

from __future__ import annotations

from contextlib import suppress

import pytest

from bot.rehearsal.model import Impossible, talk
from bot.trying.mates import GROUP, MATES
from bot.trying.troupe import Troupe
from tests.chats.chat import Chat, shown
from tests.chats.squad_people import Group
from tests.chats.stage import Stage

AT_MOST = 400
"""Deeds, so that a mate who presses for ever fails the test."""


@pytest.fixture
def newcomer(stage: Stage) -> Chat:
    return Chat.of(stage, 1001, "You Runner")


@pytest.fixture
def troupe(stage: Stage, newcomer: Chat) -> Troupe:
    made = Troupe(stage.telegram, newcomer.person)
    made.enter()
    return made


def group_of(troupe: Troupe, newcomer: Chat) -> Group:
    assert troupe.group is not None
    return Group(newcomer.stage, troupe.group, newcomer)


def looks(troupe: Troupe, newcomer: Chat) -> None:
    assert troupe.group is not None
    talk.read(newcomer.stage.telegram.world, newcomer.person, troupe.group)


async def acted(stage: Stage, troupe: Troupe) -> int:
    """Let them do all that they would; how many deeds that were."""
    for count in range(AT_MOST):
        deed = troupe.next_deed()
        if deed is None:
            return count
        with suppress(Impossible):
            deed()
        await stage.settle()
    raise AssertionError("they never come to rest")


async def test_nothing_happens_before_the_newcomer_looks(
    stage: Stage, troupe: Troupe, newcomer: Chat
) -> None:
    assert await acted(stage, troupe) == 0
    assert troupe.group is not None
    assert troupe.group.title == GROUP
    assert troupe.group.member(stage.telegram.bot) is None


async def test_a_newcomer_sees_a_squad_alive_for_a_week(
    stage: Stage, troupe: Troupe, newcomer: Chat
) -> None:
    group = group_of(troupe, newcomer)
    looks(troupe, newcomer)
    await acted(stage, troupe)
    assert f"{len(MATES)} are in." in group.screen
    card = shown(group.card("[In]"))
    for told in ("In 4: Marta, Tom, Priya", "Maybe 1: Jonas", "Out 1: Ken"):
        assert told in card
    said = [m.text for m in stage.telegram.visible_to(newcomer.person, troupe.group)]
    assert "Count on me." in said

    await group.join(newcomer)
    await newcomer.taps("In the squad only", "You're in")
    await group.as_seen_by(newcomer).taps("In", "» You're in")
    assert "In 5: Marta, Tom, Priya, Lucía and You" in shown(group.card("[In]"))

    await newcomer.at("2026-11-26 20:30")
    await acted(stage, troupe)
    ran = shown(group.card("Ran 4"))
    assert "Kudos: 6" in ran
    assert "[Done]" in ran
    assert "In 5" in shown(group.card("[In]")), "a week later they come in other numbers"
    await newcomer.at("2026-11-26 22:30")
    assert "4 ran, of 5 who were in." in group.screen

    await newcomer.at("2026-11-30 06:05")
    await acted(stage, troupe)
    await newcomer.at("2026-11-30 12:05")
    week = group.card("The squad's week").text
    assert "Thu 26 Nov: 5 in, 4 ran" in week
    assert "This morning in the squad: 4 green, 1 amber." in week


async def test_the_founder_answers_no_question_before_it_is_asked(
    stage: Stage, troupe: Troupe, newcomer: Chat
) -> None:
    """Buttons carry what was picked before: the next day on the old ones would forget the first."""
    group = group_of(troupe, newcomer)
    looks(troupe, newcomer)
    while "Tue and Thu 19:00" not in group.screen:
        deed = troupe.next_deed()
        assert deed is not None
        deed()
        if troupe.group.member(stage.telegram.bot) is not None:  # type: ignore[union-attr]
            assert troupe.next_deed() is None
        await stage.settle()


async def test_entering_a_kept_room_founds_no_second_group(
    stage: Stage, troupe: Troupe, newcomer: Chat
) -> None:
    again = Troupe(stage.telegram, newcomer.person)
    again.enter()
    assert again.group is troupe.group
