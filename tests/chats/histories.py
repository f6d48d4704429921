"""Sixteen weeks of somebody's running, written into the storage as the evenings would have."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from bot.services.desk import Desk
from bot.services.plan import rebuild
from bot.storage import activities, athletes, checkins
from bot.storage.dossier import load
from core.activity import Activity, Evenness
from core.athlete import Result
from core.checkin import CheckIn
from core.plateau import Case
from core.units import Distance, Duration
from core.workout import Focus
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.people import RUI, onboard
from tests.chats.stage import Stage

WEEKS = 16


def easy(on: date, km: float = 8, rpe: int = 3) -> Activity:
    return Activity(on, distance=Distance.of_km(km), time=Duration(km * 375), rpe=rpe, key="easy")


def long(on: date, km: float = 15) -> Activity:
    made = easy(on, km, rpe=4)
    return replace(made, focus=Focus.LONG, key="long")


def eights(on: date, evenness: Evenness = Evenness.EVEN) -> Activity:
    """Six times 800 m, once more."""
    return Activity(
        on,
        distance=Distance.of_km(11),
        time=Duration(3720),
        rpe=8,
        focus=Focus.VO2MAX,
        key="800s-5k",
        hard=True,
        reps_done=6,
        reps_planned=6,
        evenness=evenness,
    )


def tempo(on: date) -> Activity:
    return Activity(
        on,
        distance=Distance.of_km(10),
        time=Duration(3480),
        rpe=7,
        focus=Focus.THRESHOLD,
        key="tempo",
        hard=True,
    )


def mornings(today: date, legs: int = 4, hours: float = 7.5) -> list[CheckIn]:
    days = (today - timedelta(days=n) for n in range(1, 7 * WEEKS))
    return [CheckIn(day, legs=legs, sleep=Duration.of_hours(hours)) for day in days]


def weeks(today: date, week: Callable[[date, int], Iterable[Activity]]) -> list[Activity]:
    """`week(monday, number)` for sixteen weeks that end before today."""
    monday = today - timedelta(days=today.weekday())
    runs = [
        run
        for number in range(WEEKS)
        for run in week(monday - timedelta(weeks=WEEKS - 1 - number), number)
    ]
    return [run for run in runs if run.on < today]


def same_again(monday: date, number: int) -> list[Activity]:
    """Everything in place, waves included, but the hard session is always the same."""
    scale = 0.7 if number % 4 == 3 else 1.0
    return [
        eights(monday + timedelta(days=1)),
        easy(monday + timedelta(days=2), 8 * scale),
        easy(monday + timedelta(days=3), 9 * scale),
        easy(monday + timedelta(days=4), 6 * scale),
        long(monday + timedelta(days=6), 15 * scale),
    ]


async def write(
    chat: Chat,
    runs: Iterable[Activity] = (),
    answers: Iterable[CheckIn] = (),
    results: Iterable[Result] = (),
) -> None:
    """Put it all into the database of this chat's athlete."""
    coach = chat.stage.coach
    assert coach is not None
    found = await saved.dossier(chat)
    now, profile = chat.stage.clock.now(), found.account.profile
    assert profile is not None
    async with coach.database.write() as unit:
        for run in runs:
            await activities.add(unit, found.account.id, run, now=now)
        for each in answers:
            await checkins.save(unit, found.account.id, each, now=now)
        told = tuple(results)
        if told:
            profile = replace(profile, results=told)
            await athletes.save(unit, replace(found.account, profile=profile))


def ten_k(on: date, seconds: float) -> Result:
    return Result(Distance.of_km(10), Duration(seconds), on)


async def stuck(chat: Chat) -> None:
    """Sixteen weeks of the same 800s, and two 10Ks a few seconds apart."""
    today = date.fromisoformat(chat.today)
    results = [ten_k(today - timedelta(days=160), 2915), ten_k(today - timedelta(days=20), 2908)]
    await write(chat, weeks(today, same_again), mornings(today), results)


async def rui_is_stuck(stage: Stage) -> None:
    """A Saturday on which he could ask why."""
    chat = await onboard(Chat.of(stage), RUI)
    await chat.at("2026-11-28 09:00")
    await stuck(chat)


async def rui_has_told_of_a_race(stage: Stage) -> None:
    """Two results of a newcomer, eight weeks apart and a few seconds."""
    chat = await onboard(Chat.of(stage), RUI)
    await chat.at("2026-11-28 09:00")
    await chat.hears("raced 10k in 48:20 on 3 May", "all-out")
    await chat.taps("Yes")


async def live(chat: Chat, case: Case) -> None:
    """Become the athlete of a case: profile, runs and mornings, and a plan made from them."""
    coach = chat.stage.coach
    assert coach is not None
    found = await saved.dossier(chat)
    account, now = found.account, chat.stage.clock.now()
    async with coach.database.write() as unit:
        await athletes.save(unit, replace(account, profile=case.athlete))
        for run in case.log.activities:
            await activities.add(unit, account.id, run, now=now)
        for each in case.checkins:
            await checkins.save(unit, account.id, each, now=now)
    async with coach.database.write() as unit:
        found = await load(unit, chat.person.id, now)
        assert found is not None
        desk = Desk(unit, coach.content, now, account.user_id, account.chat_id, account.name)
        await rebuild(desk, found, found.today + timedelta(days=1))
