"""Two runs on one day: asked, never guessed, and neither is lost."""

from __future__ import annotations

from tests.chats import saved
from tests.chats.chat import Chat

EVENING = "2026-11-27 20:30"


async def kilometres(rui: Chat) -> list[float]:
    runs = [a.activity.distance for a in (await saved.dossier(rui)).activities]
    return [run.km for run in runs if run is not None]


async def told_two(rui: Chat) -> None:
    await rui.at(EVENING)
    await rui.hears("ran 8k in 48:00", "How hard was it")
    await rui.taps("3", "Logged: 8 km")
    await rui.hears("ran 5k in 31:00", "has a run already: 8 km", "second one?", "[A second run]")
    assert await kilometres(rui) == [8.0], "nothing is decided yet"


async def test_a_second_run_is_kept_beside_the_first(rui: Chat) -> None:
    await told_two(rui)
    await rui.taps("A second run", "Logged: 5 km", "How hard was it")
    await rui.taps("2", "effort 2")
    assert await kilometres(rui) == [8.0, 5.0]


async def test_a_correction_takes_the_firsts_place(rui: Chat) -> None:
    await told_two(rui)
    await rui.taps("No, it was that run", "Logged: 5 km", "How hard was it")
    await rui.taps("4", "effort 4")
    assert await kilometres(rui) == [5.0]


async def test_the_question_answered_twice_counts_once(rui: Chat) -> None:
    await told_two(rui)
    question = rui.message("second one?")
    await rui.taps("A second run")
    data = question.buttons()
    assert not any("second" in str(button) for row in data for button in row), "it became the log"
    await rui.taps("2")
    await rui.forges("activity:second:0:2026-11-27:yes")
    assert await kilometres(rui) == [8.0, 5.0]


async def test_given_up_it_leaves_the_first_run_alone(rui: Chat) -> None:
    await told_two(rui)
    await rui.hears("/cancel")
    assert await kilometres(rui) == [8.0]
