"""`nextgear run` in a process of its own, over loopback HTTP and long polling."""

from __future__ import annotations

from bot.callbacks import pack
from tests.process.conftest import Runs, Town
from tests.process.programs import without
from tests.process.talking import ANSWERS, answer, begin, onboard, until


async def test_a_runner_is_onboarded_by_taps_and_the_coach_stops_when_told(
    town: Town, run: Runs
) -> None:
    coach = await run()
    talk = town.talk()
    await onboard(talk)
    await talk.say("/week")
    assert len(talk.said) >= 3
    assert await coach.stop() == 0
    without(coach.output, [town.telegram.token])


async def test_what_is_sent_while_the_coach_stops_is_answered_by_the_next(
    town: Town, run: Runs
) -> None:
    coach = await run()
    talks = [town.talk(100 + n, f"Runner{n}") for n in range(10)]
    for talk in talks:
        town.telegram.say(talk.person, None, "/start")
    await until(town.telegram, lambda: bool(talks[0].said))
    town.telegram.fail("sendMessage", times=3, seconds=1.0)
    coach.process.terminate()
    for talk in talks:
        town.telegram.say(talk.person, None, "/help")
    assert await coach.stop() == 0
    await run()
    await until(town.telegram, lambda: all(len(talk.said) >= 2 for talk in talks))
    assert not town.telegram.world.updates.pending


async def test_after_kill_9_between_question_and_answer_the_next_process_goes_on(
    town: Town, run: Runs
) -> None:
    coach = await run()
    talk = town.talk()
    await begin(talk)
    await answer(talk, ANSWERS[:3])
    await coach.kill()
    card = talk.tap(pack("onboarding", "set", "runs", 4))
    await run()
    await until(town.telegram, lambda: talk.offering(pack("onboarding", "set", "volume", 30_000)))
    assert talk.said[-1].id == card.id
    await answer(talk, ANSWERS[4:])


async def test_an_answer_that_the_process_did_not_live_to_give_is_given_by_the_next(
    town: Town, run: Runs
) -> None:
    coach = await run()
    talk = town.talk()
    await begin(talk)
    town.telegram.fail("editMessageText", seconds=30.0, cut=True)
    talk.tap(pack("onboarding", "set", "goal", "10k"))
    await until(town.telegram, lambda: not town.telegram.world.updates.pending)
    await until(town.telegram, lambda: not town.telegram.world.faults.waiting)
    await coach.kill()
    await run()
    await until(
        town.telegram, lambda: talk.offering(pack("onboarding", "set", "race_date", "none"))
    )
