"""/plateau: whether it is one, why, one change, and on its day whether it worked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.rehearsal.model import Message
from bot.storage import diagnoses
from bot.storage.diagnoses import DiagnosisRow
from core.plan import ChangeKind
from core.plateau import Asked, Verdict
from core.reasons import Code
from tests.chats import histories, saved
from tests.chats.chat import Chat
from tests.chats.histories import ten_k, write
from tests.chats.people import ANA, RUI, onboard
from tests.core.plateau_cases import HEALTHY, SINGLE, right
from tests.core.plateau_cases_life import life, would_answer

SATURDAY = "2026-11-28 09:00"


def today(chat: Chat) -> date:
    return date.fromisoformat(chat.today)


def pictures(chat: Chat) -> list[Message]:
    return [m for m in chat.said if "photo" in m.content]


async def latest(chat: Chat) -> DiagnosisRow:
    coach = chat.stage.coach
    assert coach is not None
    found = await saved.dossier(chat)
    async with coach.database.read() as unit:
        (row, *_) = await diagnoses.recent(unit, found.account.id)
    return row


async def questions(chat: Chat, tap: str = "Skip") -> int:
    """Skip every question of /plateau; how many there were."""
    asked = 0
    while "at most. Your log tells the rest" in chat.said[-1].text:
        await chat.taps(tap, on=chat.said[-1])
        asked += 1
        assert asked <= 5
    return asked


@pytest.fixture
async def stuck(rui: Chat) -> Chat:
    """Rui after sixteen weeks of the same 800s and two 10Ks a few seconds apart."""
    await rui.at(SATURDAY)
    await histories.stuck(rui)
    return rui


async def test_the_same_session_for_months_is_found_with_its_numbers_and_a_picture(
    stuck: Chat,
) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    said = stuck.message("plateau").text
    assert "Yes, this is a plateau." in said
    assert "10K in 48:35" in said
    assert "% is chance" in said
    assert "1 · The same workout again and again." in said
    assert "6 × 800 m in 11 of the last 11 weeks." in said
    assert said.count("One change:") == 1
    assert "I look again on" in said
    assert len(pictures(stuck)) == 1
    assert "week by week" in pictures(stuck)[0].text
    assert (await latest(stuck)).diagnosis.verdict is Verdict.PLATEAU


async def test_why_names_the_rule_and_its_source(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    await stuck.taps("Why", "A body answers to what is new.", "Source: our guide.", "6 × 800 m")


async def test_something_else_offers_the_next_one_and_the_way_back(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    first = (await latest(stuck)).diagnosis
    assert first.alternatives
    verdict = stuck.message("One change")
    answer = await stuck.taps("Something else", "One change:", "I look again on", on=verdict)
    assert "makes way for other sessions" not in answer
    for _ in first.alternatives[1:]:
        await stuck.taps("Something else", "One change:", on=stuck.message("One change"))
    await stuck.taps("The first one after all", "makes way for other sessions")
    assert len(pictures(stuck)) == 1


async def test_applied_once_and_a_second_tap_hears_already(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    row = await latest(stuck)
    await stuck.taps("Apply", "I look again on")
    await stuck.forges(f"plateau:apply:{row.id}:0", "That's applied already. I look again on")
    await stuck.forges(f"plateau:other:{row.id}:1", "That's applied already.")
    kept = await latest(stuck)
    assert kept.applied_at is not None
    assert kept.diagnosis == row.diagnosis
    await stuck.hears("/plateau", "Applied.", "[Why?] [Look anew]")


async def medium(chat: Chat) -> None:
    """Every easy run rated like a steady one, in a plan whose long runs end fast."""
    runs = histories.weeks(today(chat), _medium_week)
    results = [
        ten_k(today(chat) - timedelta(days=150), 2912),
        ten_k(today(chat) - timedelta(days=20), 2910),
    ]
    await write(chat, runs, histories.mornings(today(chat)), results)


def _medium_week(monday: date, number: int) -> list[histories.Activity]:
    hard = histories.tempo if number % 2 else histories.eights
    scale = 0.7 if number % 4 == 3 else 1.0
    return [
        hard(monday + timedelta(days=1)),
        *(histories.easy(monday + timedelta(days=n), 8 * scale, rpe=6) for n in (2, 3, 4)),
        histories.long(monday + timedelta(days=6), 15 * scale),
    ]


async def test_a_change_lies_over_the_plan_can_be_undone_and_outlives_the_monday(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await medium(rui)
    before = await saved.plan(rui)
    await rui.hears("/plateau")
    await questions(rui)
    assert "Everything in the middle" in rui.message("One change").text
    await rui.taps("Apply", "It's in the plan.", "[Undo]")
    row = await saved.dossier(rui)
    assert row.plan is not None
    assert [c.change.kind for c in row.plan.changes if c.change.kind is ChangeKind.PLATEAU]
    await rui.at("2026-11-30 09:00")
    row = await saved.dossier(rui)
    assert row.plan is not None
    (laid,) = [c for c in row.plan.changes if c.change.kind is ChangeKind.PLATEAU]
    assert (await latest(rui)).change_id == laid.id
    assert "Easy means whole sentences" in rui.screen
    await rui.hears("/plateau", "Applied.", "[Undo]")
    await rui.taps("Undo", "Taken back.")
    assert not (await latest(rui)).in_force
    del before


async def test_undone_at_once_everything_is_as_it_was(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await medium(rui)
    before = await saved.plan(rui)
    await rui.hears("/plateau")
    await questions(rui)
    await rui.taps("Apply", "It's in the plan.")
    assert await saved.plan(rui) != before
    await rui.taps("Undo", "Taken back.")
    assert await saved.plan(rui) == before
    await rui.at("2027-01-02 09:00")
    assert "The one change was" not in rui.screen


async def test_on_its_day_before_and_after_are_compared_once(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    await stuck.taps("Apply", "I look again on")
    on = (await latest(stuck)).recheck_on
    assert on is not None
    await write(stuck, _six_weeks(on))
    await stuck.at(f"{on - timedelta(days=1)} 12:00")
    assert "The one change was" not in stuck.screen
    answer = await stuck.at(
        f"{on} 09:00", "The one change was", "Hard sessions alike: 100 % before"
    )
    assert "/plateau" in answer or "Keep it" in answer
    assert (await latest(stuck)).recheck is not None
    await stuck.at(f"{on + timedelta(days=1)} 12:00", never="The one change was")


def _six_weeks(on: date) -> list[histories.Activity]:
    mondays = (date(2026, 11, 30) + timedelta(weeks=number) for number in range(8))
    return [run for monday in mondays for run in _varied(monday) if run.on < on]


def _varied(monday: date) -> list[histories.Activity]:
    return [
        histories.tempo(monday + timedelta(days=1)),
        histories.easy(monday + timedelta(days=3)),
        histories.long(monday + timedelta(days=6)),
    ]


async def test_a_pause_does_not_lose_the_look_back(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    await stuck.taps("Apply")
    await stuck.hears("pause")
    await stuck.at("2027-02-01 09:00")
    await stuck.hears("/plateau", "The one change was")


async def test_with_little_data_it_says_what_is_missing_and_how_to_get_it(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await rui.hears(
        "I'm not getting faster",
        "I can't tell yet.",
        "Results from before count too.",
        never="One change",
    )
    assert pictures(rui) == []


async def test_two_results_told_in_words_give_a_newcomer_a_provisional_finding(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await rui.hears("raced 10k in 48:20 on 3 May", "all-out")
    await rui.taps("Yes")
    await rui.hears("/plateau")
    asked = await questions(rui)
    assert asked <= 5
    said = rui.message("One change").text
    assert "provisional" in said
    assert said.count("One change:") == 1
    assert len(pictures(rui)) == 1


WORDS = {
    "How do your legs feel": ("Heavy lately", "a bit heavy lately"),
    "Is your hard session": ("Mostly the same", "yes, always the same"),
    "Can you talk": ("Rarely", "hardly"),
    "How are work": ("Busy", "busy"),
    "Do you do strength": ("Never", "no, none"),
    "What goes first": ("The legs", "my legs"),
    "Where do your training paces": ("My goal", "from my goal"),
    "How do you eat": ("I often run on little", "mostly on an empty stomach"),
    "What is the day before": ("Long or hard", "the long run"),
    "When was your last easy week": ("I never take one", "never"),
    "Do you run strides": ("Never", "none"),
}
"""Each question with a button and with words for the same answer."""


async def test_questions_are_answered_by_tap_and_in_words(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await rui.hears("raced 10k in 48:20 on 3 May", "all-out")
    await rui.taps("Yes")
    await rui.hears("/plateau", "Question 1 of 5 at most")
    asked = []
    while "at most. Your log tells the rest" in rui.said[-1].text:
        question = next(each for each in WORDS if each in rui.said[-1].text)
        asked.append(question)
        button, words = WORDS[question]
        if len(asked) % 2:
            await rui.taps(button, on=rui.said[-1])
        else:
            await rui.hears(words)
            assert question not in rui.said[-1].text, rui.screen
    assert 2 <= len(asked) <= 5
    assert len((await latest(rui)).diagnosis.answers) == len(asked)


async def test_a_question_is_answered_once_and_only_with_its_own_answers(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await rui.hears("raced 10k in 48:20 on 3 May", "all-out")
    await rui.taps("Yes")
    await rui.hears("/plateau", "Question 1 of 5 at most")
    (data,) = (b["callback_data"] for b in rui.said[-1].buttons()[0])
    await rui.forges(data, "Question 2 of 5 at most")
    await rui.forges(data, "Already noted.", never="Question 3")
    await rui.forges("plateau:answer:easy:purple", "Those questions are over.")
    await rui.hears("skip", "Question 3 of 5 at most")


async def test_yesterdays_question_is_over(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await rui.hears("raced 10k in 48:20 on 3 May", "all-out")
    await rui.taps("Yes")
    await rui.hears("/plateau", "Question 1 of 5")
    await rui.at("2026-11-29 09:00")
    await rui.forges("plateau:answer:workout:varies", "Those questions are over.")


async def test_who_gets_faster_hears_so_with_numbers(rui: Chat) -> None:
    await rui.at(SATURDAY)
    results = [ten_k(date(2026, 6, 1), 3000), ten_k(date(2026, 11, 8), 2880)]
    await write(rui, histories.weeks(today(rui), histories.same_again), results=results)
    await rui.hears(
        "/plateau",
        "No plateau: you're getting faster.",
        "10K in 50:00",
        "10K in 48:00",
        never="One change",
    )


async def test_a_fever_is_told_and_nothing_is_laid_over_the_plan(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    await stuck.hears("I have a fever of 38.7")
    before = await saved.plan(stuck)
    await stuck.taps("Apply", "Something else comes first")
    assert await saved.plan(stuck) == before
    assert (await latest(stuck)).applied_at is None


async def test_tired_in_spite_of_rest_is_for_a_doctor_and_stays_private(rui: Chat) -> None:
    await rui.at(SATURDAY)
    runs = histories.weeks(today(rui), histories.same_again)
    results = [ten_k(date(2026, 6, 1), 2912), ten_k(date(2026, 11, 8), 2910)]
    await write(rui, runs, histories.mornings(today(rui), legs=2), results)
    await rui.hears("/plateau")
    await questions(rui)
    assert "for a doctor" in rui.message("plateau").text
    rui.message("Until you've told me of it under /well, the load stays where it is.")
    held = await saved.plan(rui)
    assert held.why[0].code is Code.NO_GROWTH
    weeks = [week.volume.metres for week in held.weeks[1:]]
    assert max(weeks) <= weeks[0] * 1.02  # rounding
    await rui.hears("/plan", "A doctor should have a look")
    await rui.hears("/well", "[I've taken care of it]")
    await rui.taps("I've taken care of it")
    await rui.at("2026-11-29 09:00")
    free = await saved.plan(rui)
    assert all(reason.code is not Code.NO_GROWTH for reason in free.why)
    assert max(week.volume.metres for week in free.weeks) > max(weeks)
    await rui.hears("/plateau")
    await questions(rui)
    assert await saved.plan(rui) == free  # said once


@pytest.mark.parametrize(
    "forged",
    ["plateau:apply:999:0", "plateau:other:999:1", "plateau:why:999:0", "plateau:apply:1:77"],
)
async def test_forged_buttons_are_told_so(rui: Chat, forged: str) -> None:
    await rui.at(SATURDAY)
    await rui.forges(forged, "no longer on offer")
    await rui.forges("plateau:dance", "no longer in use")


async def test_an_old_diagnosis_is_not_applied(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    row = await latest(stuck)
    await stuck.at("2026-12-08 09:00")
    await stuck.forges(f"plateau:apply:{row.id}:0", "The plan has moved on since then.")


async def test_looking_anew_and_applying_replaces_the_change_before(rui: Chat) -> None:
    await rui.at(SATURDAY)
    await medium(rui)
    await rui.hears("/plateau")
    await questions(rui)
    await rui.taps("Apply", "It's in the plan.")
    await rui.hears("/plateau", "Applied.")
    await rui.taps("Look anew")
    await questions(rui)
    await rui.taps("Apply", "I look again on")
    found = await saved.dossier(rui)
    assert found.plan is not None
    kinds = [c.change.kind for c in found.plan.changes]
    assert kinds.count(ChangeKind.PLATEAU) == 1


async def test_a_beginner_a_stranger_a_minor_and_a_coach_get_a_sensible_word(chat: Chat) -> None:
    await chat.hears("/plateau", "There's no plan for you yet")
    await onboard(chat, ANA)
    await chat.hears("/plateau", "No plateau", "You're in your first weeks.", never="One change")


async def test_miles_are_told_in_miles(chat: Chat) -> None:
    await onboard(chat, RUI)
    await chat.hears("miles please")
    await chat.at(SATURDAY)
    await histories.stuck(chat)
    await chat.hears("/plateau")
    await questions(chat)
    assert " km" not in chat.message("plateau").text


async def test_an_alternative_is_looked_back_on_by_its_own_measure(stuck: Chat) -> None:
    await stuck.hears("/plateau")
    await questions(stuck)
    await stuck.taps("Something else", on=stuck.message("One change"))
    await stuck.taps("Apply", "I look again on")
    row = await latest(stuck)
    assert (row.chosen, row.prescription) == (1, row.diagnosis.alternatives[0])
    on = row.recheck_on
    assert on is not None
    await write(stuck, _six_weeks(on))
    await stuck.at(f"{on} 09:00", "The one change was", "Kinds of hard session: ")


async def test_pregnant_it_is_no_time_to_look_for_one(chat: Chat) -> None:
    await onboard(chat, RUI.but(health="Pregnant+Done"))
    await chat.hears("/plateau", "No plateau", "Your body asks for care", never="One change")


async def test_who_only_coaches_is_told_how_to_begin(chat: Chat) -> None:
    await chat.hears("/start", "I'm Nextgear")
    await chat.taps("Start")
    await chat.taps("I only coach")
    await chat.hears("/plateau", never="Something went wrong")
    await chat.hears("/fix", never="Something went wrong")


async def runs_but_no_two_efforts(chat: Chat) -> None:
    """Four weeks of running, and a result of the winter."""
    runs = histories.weeks(today(chat), histories.same_again)[-20:]
    await write(chat, runs, histories.mornings(today(chat)), [ten_k(date(2026, 1, 11), 2910)])


async def test_six_even_reps_are_put_into_the_plan_and_taken_out_again(rui: Chat) -> None:
    await rui.at("2026-12-07 09:00")
    await runs_but_no_two_efforts(rui)
    before = await saved.plan(rui)
    await rui.hears(
        "/plateau", "I can't tell yet.", "Six even reps would tell", "[Six even reps on"
    )
    await rui.taps("Six even reps", "All six alike", "[Undo]")
    changed = [s for s in (await saved.plan(rui)).sessions if before.on(s.on) != s]
    assert len(changed) == 1
    await rui.forges(f"plateau:reps:{changed[0].on}", "That day has no place for them any more.")
    await rui.taps("Undo", "Taken back.")
    assert await saved.plan(rui) == before


async def test_a_time_trial_is_offered_and_planned_where_it_would_tell(rui: Chat) -> None:
    await rui.at("2026-12-07 09:00")
    await runs_but_no_two_efforts(rui)
    await rui.hears("/plateau", "I can't tell yet.", "A 3 km time trial would tell.")
    await rui.taps("Trial on Thu 10 Dec", "Time trial on Thu 10 Dec 2026.", "[Undo]")


@pytest.mark.parametrize("name", [*SINGLE, *HEALTHY])
async def test_the_coachs_diagnosis_comes_through_the_chat(rui: Chat, name: str) -> None:
    """The made-up athletes of the core's own cases, in the chat: questions, verdict and *Apply*."""
    kind = {**SINGLE, **HEALTHY}[name]
    await histories.live(rui, life(8, kind.habits))
    await rui.hears("/plateau")
    asked = 0
    while "at most. Your log tells the rest" in rui.said[-1].text:
        question = Asked(rui.said[-1].buttons()[0][0]["callback_data"].split(":")[2])
        answer = would_answer(kind.habits, question)
        await rui.forges(f"plateau:answer:{question.value}:{answer.value}")
        asked += 1
    assert asked <= 5
    found = (await latest(rui)).diagnosis
    assert right(kind, found)
    if kind.right and found.findings[0].doctor:
        await rui.taps("I'll do that", "Noted.")
    elif kind.right:
        assert "One change:" in rui.message("Yes, this is a plateau.").text
        before = await saved.plan(rui)
        await rui.taps("Apply", "I look again on", "[Undo]")
        await rui.taps("Undo", "Taken back.")
        assert await saved.plan(rui) == before
    else:
        assert "No plateau" in rui.said[-1].text
        assert pictures(rui) == []


async def test_an_old_result_with_its_year_is_no_night(rui: Chat) -> None:
    await rui.at(SATURDAY, "How are the legs?")
    await rui.hears("10k race 48:20, 3 May 2026", "10K in 48:20, Sun 3 May 2026", "all-out")
