"""/start to the first session: typical athletes, by tap and in words."""

from __future__ import annotations

import pytest

from bot.storage.athletes import State
from core.athlete import Condition, Level, RaceDistance, Spot
from core.plan import Phase, WeekKind
from core.units import Distance, Duration
from core.workout import Effort, Focus
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.conftest import Asked
from tests.chats.people import ANA, INES, JOAO, RUI, answer, begin, give, onboard, open_question


async def test_a_beginner_without_a_race_time_begins_by_walking_and_running(chat: Chat) -> None:
    await chat.hears("/start", "running coach", "/forget erases all of it", "[Start]")
    await chat.taps("Start", "What are you running for?", "[Half marathon]")
    await chat.taps("To get fitter", "Where are you with running?")
    await chat.taps("New", "Zero is an answer")
    await chat.taps("0", "Can you run 20 minutes without a break")
    await chat.taps("Not yet, but I walk", "Which days can you run?")
    await chat.taps("Tue", "[✓ Tue] [Wed]")
    await chat.taps("Thu")
    await chat.taps("Sat")
    await chat.taps("Done", "Which of them suits the long run?", "[Tue] [Thu] [Sat]")
    await chat.taps("Sat", "Do you have a race result")
    await chat.taps("No result", "Which year were you born?")
    await chat.taps("Skip", "Anything that hurts now", "It stays between us")
    await chat.taps("None of these", "When shall I write to you")
    await chat.taps("7:00", "where are you?")
    await chat.hears("Lisbon", "your plan stands", "Tomorrow at 7:00", "Your first run, Sat 28 Nov")

    ana = await saved.athlete(chat)
    assert (ana.level, ana.goal, ana.results) == (Level.BEGINNER, None, ())
    assert ana.days == (1, 3, 5)
    assert not ana.can_run_20_min
    first = (await saved.plan(chat)).sessions[0]
    assert first.focus is Focus.WALK_RUN
    assert any(step.effort is Effort.WALK for step in first.workout.steps())
    assert "/km" not in chat.screen, "a beginner sees no pace"


async def test_an_intermediate_10k_runner_gets_an_easy_run_tomorrow_with_one_number(
    chat: Chat,
) -> None:
    await onboard(chat, RUI)
    last = chat.said[-1].text
    assert last.startswith("Tomorrow, Fri 27 Nov\nEasy run")
    assert last.count("/km") == 1
    rui = await saved.athlete(chat)
    assert (rui.level, rui.goal) == (Level.INTERMEDIATE, RaceDistance.TEN_K)
    assert [str(race.on) for race in rui.races] == ["2027-03-14"]
    assert (rui.results[0].time, str(rui.results[0].on)) == (Duration(2910), "2026-10-11")
    plan = await saved.plan(chat)
    first = plan.sessions[0]
    assert not first.hard
    assert await saved.minutes(chat, first.workout) < 90
    assert [s.on for s in plan.sessions if s.race] == [rui.races[0].on]
    assert {Phase.BASE, Phase.BUILD, Phase.PEAK} <= {week.phase for week in plan.weeks}


async def test_an_advanced_marathoner_runs_every_day_and_tapers(chat: Chat) -> None:
    await onboard(chat, INES)
    ines, plan = await saved.athlete(chat), await saved.plan(chat)
    assert (ines.level, ines.goal) == (Level.ADVANCED, RaceDistance.MARATHON)
    assert ines.usual.distance == Distance.of_km(80)
    assert WeekKind.TAPER in {week.kind for week in plan.weeks}
    longest = max((s for s in plan.sessions if s.long), key=lambda s: len(s.workout.blocks))
    assert await saved.minutes(chat, longest.workout) <= 181


async def test_a_52_year_old_with_a_sore_achilles_and_no_kilometres(chat: Chat) -> None:
    await onboard(chat, JOAO)
    joao, plan = await saved.athlete(chat), await saved.plan(chat)
    assert joao.age(chat.stage.clock.now().date()) == 52
    assert (joao.usual.runs, joao.usual.distance) == (0, Distance(0))
    assert [(i.spot, i.healed) for i in joao.injuries] == [(Spot.ACHILLES, False)]
    early = [s for s in plan.sessions if (s.on - plan.starts).days < 28]
    forbidden = {Effort.STRIDE, Effort.SPRINT, Effort.FAST}
    assert early
    assert not any(s.hard for s in early)
    assert not any(
        step.effort in forbidden or step.uphill for s in early for step in s.workout.steps()
    )
    sunday = "2026-11-29"
    await chat.at(f"{sunday} 06:30", "How are the legs?")
    await chat.taps("Same as usual", "Achilles: how was it in the last run, 0 to 10?")
    await chat.taps("2", "Achilles this morning?", "[Usual] [Stiffer] [Worse]")
    await chat.taps("Usual", "Noted:", "Achilles 2/10")


async def test_everything_can_be_tapped(chat: Chat) -> None:
    await begin(chat)
    await answer(chat, ANA, until="place")
    chat.stage.telegram.send_location(chat.person, None, 38.72, -9.14)
    await chat.settles()
    chat.message("your plan stands")
    written = [m.text for m in chat.messages if not m.sender.is_bot and m.text]
    assert written == ["/start"]


async def test_everything_can_be_said_in_words(chat: Chat) -> None:
    await begin(chat)
    await chat.hears("a half marathon on 14 March 2027", "Where are you with running?")
    await chat.hears("regular, two years now", "How many runs in a usual week?")
    await chat.hears("four", "how far is that in a usual week")
    await chat.hears("about 35k", "The longest single run")
    await chat.hears("14 km", "Which days can you run?")
    await chat.hears("tue thu sat and a long one on sunday", "Do you have a race result")
    await chat.hears("10k in 52:30 on 4 October", "Which year were you born?")
    await chat.hears("1990", "Anything that hurts now")
    await chat.hears("nothing", "When shall I write to you")
    await chat.hears("half six", "where are you?")
    await chat.hears("Berlin", "your plan stands", "Tomorrow at 6:30")
    found = await saved.athlete(chat)
    assert (found.goal, found.days, found.long_day) == (RaceDistance.HALF, (1, 3, 5, 6), 6)
    assert (found.usual.runs, found.usual.distance.km, found.usual.longest.km) == (4, 35, 14)
    assert found.birth_year == 1990
    account = (await saved.dossier(chat)).account
    assert (account.hours.zone, account.hours.morning) == ("Europe/Berlin", 390)


async def test_one_sentence_may_answer_several_questions(chat: Chat) -> None:
    await begin(chat)
    await chat.hears("10k on 9 May in 45:00", "Where are you with running?")
    await chat.taps("Regular")
    await chat.hears("3 runs, 25 km, the longest 12 km", "Which days can you run?")
    draft = await saved.draft(chat, "onboarding")
    assert (draft["race_date"], draft["race_target"]) == ("2027-05-09", 2700)
    assert (draft["runs"], draft["volume"], draft["longest"]) == (3, 25_000, 12_000)


async def test_a_place_may_be_a_shared_location_and_only_its_town_is_kept(asked: Asked) -> None:
    chat = await asked("place")
    assert chat.stage.telegram.keyboard(chat.person) is not None, "a button shares the location"
    chat.stage.telegram.send_location(chat.person, None, 41.15, -8.61)
    await chat.settles()
    chat.message("your plan stands")
    assert (await saved.dossier(chat)).account.hours.zone == "Europe/Lisbon"
    assert "41.15" not in str(await saved.everything(chat))
    assert chat.stage.telegram.keyboard(chat.person) is None, "and the button goes"


async def test_the_location_button_goes_when_the_town_is_typed(chat: Chat) -> None:
    await onboard(chat, RUI)
    assert chat.stage.telegram.keyboard(chat.person) is None


async def test_a_place_of_which_there_are_several_is_asked_by_buttons(asked: Asked) -> None:
    chat = await asked("place")
    await chat.hears("Springfield", "There's more than one", "[Springfield, ", "[‹ Back]")
    await chat.taps("Springfield, ", "your plan stands")
    assert (await saved.dossier(chat)).account.hours.zone.startswith("America/")


async def test_miles_are_chosen_under_the_question_that_shows_them(asked: Asked) -> None:
    chat = await asked("volume")
    await chat.taps("Show miles", "[25 mi]")
    await chat.taps("25 mi", "The longest single run", "[10 mi]")
    await chat.taps("10 mi")
    await answer(chat, RUI)
    assert "/mi" in chat.said[-1].text
    assert (await saved.athlete(chat)).usual.longest.metres == pytest.approx(16093, abs=1)


async def test_who_speaks_american_english_is_met_in_miles_and_twelve_hours(chat: Chat) -> None:
    bob = Chat.of(chat.stage, 77, "Bob", language="en-US")
    await begin(bob)
    await answer(bob, RUI, until="volume")
    bob.message("[20 mi]")
    await answer(bob, RUI.but(volume="25 mi", longest="8 mi"), until="hour")
    bob.message("[6:30 am]")


async def test_only_a_coach_needs_two_answers_and_gets_no_plan(chat: Chat) -> None:
    await begin(chat)
    await chat.taps("I only coach others", "where are you?")
    await chat.hears("Lisbon", "squad's group", never="Tomorrow")
    found = await saved.dossier(chat)
    assert (found.account.state, found.account.profile, found.plan) == (
        State.COACH_ONLY,
        None,
        None,
    )
    assert await chat.at("2026-11-27 23:00") == "", "and no mornings"
    await chat.hears("/today", "no plan for you yet", "/start")
    await chat.hears("/settings", "Settings", never="Days:")
    await chat.hears("/start", "What are you running for?")


async def test_two_days_a_week_are_easy_and_long_without_a_hard_one(chat: Chat) -> None:
    twice = RUI.but(runs="2", volume="20 km", longest="10 km", run20="Yes", days="Wed+Sun")
    await onboard(chat, twice)
    plan = await saved.plan(chat)
    assert not any(s.hard for s in plan.sessions if s.race is None)
    assert {s.on.weekday() for s in plan.sessions if s.race is None} == {2, 6}


async def test_one_day_a_week_is_refused_kindly_and_asked_again(asked: Asked) -> None:
    chat = await asked("days")
    await chat.taps("Wed")
    await chat.taps("Done", "One day a week isn't enough", "second day", "[✓ Wed]")
    await chat.taps("Sun")
    await chat.taps("Done", "Which of them suits the long run?")


async def test_in_words_too_one_day_is_not_enough(asked: Asked) -> None:
    chat = await asked("days")
    await chat.hears("only saturdays", "One day a week isn't enough", "Which days can you run?")
    await chat.hears("wednesday and saturday", "Which of them suits the long run?")


async def test_a_marathon_in_six_weeks_is_refused_and_what_is_offered_is_a_button(
    chat: Chat,
) -> None:
    await begin(chat)
    hasty = RUI.but(goal="Marathon", race='"in 6 weeks"')
    await answer(chat, hasty, until="place")
    await chat.hears(
        "Lisbon", "I can't plan that one safely", "What I'd offer instead", "[No race for now"
    )
    assert (await saved.dossier(chat)).account.state is State.ONBOARDING
    refused = chat.message("I can't plan that one safely")
    offer = refused.buttons()[0][0]["text"]
    await chat.taps(offer, "your plan stands")
    taken = (await saved.athlete(chat)).races[0]
    assert offer.startswith("Half marathon") == (taken.distance.metres == 21097.5)
    assert [s.on for s in (await saved.plan(chat)).sessions if s.race] == [taken.on]


async def test_after_a_refusal_building_without_a_race_is_right_too(asked: Asked) -> None:
    chat = await asked("place", RUI.but(goal="Marathon", race='"in 6 weeks"'))
    await chat.hears("Lisbon", "I can't plan that one safely")
    await chat.taps("No race for now", "your plan stands")
    assert (await saved.athlete(chat)).races == ()


async def test_after_a_refusal_another_date_can_be_written(asked: Asked) -> None:
    chat = await asked("place", RUI.but(goal="Marathon", race='"in 6 weeks"'))
    await chat.hears("Lisbon", "I can't plan that one safely")
    await chat.hears("26 September 2027", "your plan stands")
    assert str((await saved.athlete(chat)).races[0].on) == "2027-09-26"


async def test_under_sixteen_is_not_coached_and_nothing_is_kept(asked: Asked) -> None:
    chat = await asked("birth")
    await chat.hears("2012", "I coach from 16 up", "kept nothing")
    assert await saved.account(chat) is None
    assert await saved.rows(chat) == {}


async def test_from_sixteen_on_a_grown_up_knows_of_it(asked: Asked) -> None:
    chat = await asked("birth")
    await chat.hears("2009", "does a parent or guardian know", "[Yes] [No]")
    await chat.taps("No", "show them this first")
    await chat.hears("/start", "Shall we go on")
    await chat.taps("Go on", "does a parent or guardian know")
    await chat.taps("Yes", "Anything that hurts now")
    await answer(chat, RUI)
    young = await saved.athlete(chat)
    assert young.guardian_knows
    plan = await saved.plan(chat)
    by_week = [sum(s.hard for s in plan.between(w.starts, w.ends)) for w in plan.weeks]
    assert max(by_week) <= 2


async def test_no_marathon_before_eighteen(chat: Chat) -> None:
    await begin(chat)
    young = INES.but(birth='"2009"', guardian="Yes")
    await answer(chat, young, until="place")
    await chat.hears("Lisbon", "I can't plan that one safely", never="[Marathon on")


HEALTH = [
    ("Heart trouble", Condition.HEART),
    ("Lung trouble", Condition.LUNG),
    ("Kidney trouble", Condition.KIDNEY),
    ("Diabetes", Condition.DIABETES),
    ("Chest, breath or dizzy", Condition.EFFORT_SIGNS),
]


@pytest.mark.parametrize(("label", "condition"), HEALTH, ids=[c.value for _, c in HEALTH])
async def test_known_trouble_means_walking_until_a_doctor_cleared_more(
    chat: Chat, label: str, condition: Condition
) -> None:
    await onboard(chat, RUI.but(health=f"{label}+Done"))
    assert (await saved.athlete(chat)).conditions == (condition,)
    assert "walking" in chat.said[-1].text, "and why, at the end of onboarding"
    await chat.at("2026-11-29 06:30")
    await chat.taps("Same as usual")
    today = await saved.session(chat)
    assert today is not None
    assert {step.effort for step in today.workout.steps()} == {Effort.WALK}
    assert not chat.can_tap("Undo")
    assert not chat.can_tap("Keep as planned")


async def test_once_a_doctor_has_cleared_it_running_begins(chat: Chat) -> None:
    await onboard(chat, RUI.but(health="Heart trouble+Done"))
    await chat.at("2026-11-27 06:30")
    chat.message("[A doctor cleared me to run]")
    await chat.taps("A doctor cleared me", "said that you may?")
    await chat.taps("Yes, cleared", "Good to hear", "From tomorrow the plan has running in it")
    assert (await saved.athlete(chat)).cleared == (Condition.HEART,)
    await chat.at("2026-11-29 06:30", "Long run", never="walk")


async def test_pregnant_means_easy_by_talk_test_without_numbers(chat: Chat) -> None:
    await onboard(chat, INES.but(health="Pregnant+Done", goal="To get fitter"))
    text = chat.said[-1].text
    assert "/km" not in text
    plan = await saved.plan(chat)
    assert not any(s.hard or s.race for s in plan.sessions)
    await chat.hears("/paces", never="/km")
    await chat.hears("/zones", never="pulse 1")


async def test_after_a_birth_there_is_no_running_for_twelve_weeks(chat: Chat) -> None:
    await begin(chat)
    mother = RUI.but(health="Gave birth+Done", born='"1 November 2026"')
    await answer(chat, mother, until="born")
    await chat.hears("1 November 2026", "When shall I write")
    await answer(chat, mother)
    assert str((await saved.athlete(chat)).birth_of_child) == "2026-11-01"
    chat.message("twelve weeks")
    running = {Effort.EASY, Effort.JOG}
    plan = await saved.plan(chat)
    runs = [s.on for s in plan.sessions if running & {step.effort for step in s.workout.steps()}]
    assert str(min(runs)) >= "2027-01-24"


async def test_medicine_that_changes_the_pulse_means_no_pulse_anywhere(chat: Chat) -> None:
    await onboard(chat, RUI.but(health="Medicine+Done"))
    await chat.hears("/zones", "No pulse ranges", never="pulse 1")
    await chat.at("2026-11-27 06:30", "How are the legs?")
    await chat.taps("OK", "How long did you sleep?")
    await chat.taps("7", "As planned", never="pulse")


async def test_rather_not_say_is_an_answer(chat: Chat) -> None:
    await onboard(chat, RUI.but(health="Rather not say"))
    assert (await saved.athlete(chat)).conditions == ()


async def test_health_is_understood_in_words(asked: Asked) -> None:
    chat = await asked("health")
    await chat.hears("I take beta blockers and have asthma", "When shall I write")
    draft = await saved.draft(chat, "onboarding")
    assert set(draft["health"]) == {"lung", "pulse-medicine"}


async def test_something_that_hurts_is_asked_where_and_how_much(asked: Asked) -> None:
    chat = await asked("health")
    await chat.taps("Something hurts")
    await chat.taps("Done", "Where does it hurt?", "[Achilles]")
    await chat.taps("Knee", "How much, in your worst run lately?")
    await chat.taps("7", "When shall I write")
    await answer(chat, RUI)
    first = (await saved.dossier(chat)).gates
    assert [row.gate.spot for row in first] == [Spot.KNEE], "over 5 is a gate"
    await chat.at("2026-11-27 06:30")
    assert await saved.session(chat) is None


async def test_a_place_that_hurts_may_be_named_in_words_with_its_number(asked: Asked) -> None:
    chat = await asked("health")
    await chat.hears("my left achilles is sore, 3 out of 10", "When shall I write")
    draft = await saved.draft(chat, "onboarding")
    assert (draft["health"], draft["spot"], draft["score"]) == (["hurts"], "achilles", 3)


async def test_the_first_session_is_never_longer_than_the_longest_recent_run(chat: Chat) -> None:
    short = RUI.but(runs="3", volume="20 km", longest="5 km", days="Tue+Fri+Sun", run20="Yes")
    await onboard(chat, short)
    first = (await saved.plan(chat)).sessions[0]
    assert (await saved.distance(chat, first.workout)).km <= 5.3


async def test_where_level_volume_and_result_disagree_the_lowest_counts(chat: Chat) -> None:
    proud = RUI.but(level="Experienced", result='"5k in 35:00, October"')
    await onboard(chat, proud)
    assert (await saved.athlete(chat)).level is Level.BEGINNER


async def test_the_whole_of_it_takes_less_than_twenty_taps(chat: Chat) -> None:
    await onboard(chat, ANA)
    taps = list(chat.stage.telegram.world.presses)
    assert len(taps) <= 20
    assert open_question(chat) == ""


async def test_an_answer_that_was_given_in_words_can_be_given_by_tap_the_next_time(
    chat: Chat,
) -> None:
    await begin(chat)
    await give(chat, '"10k"')
    await chat.hears("9 may", "Where are you with running?")
    await chat.taps("‹ Back", "When is the race?")
    await chat.taps("No race yet", "Where are you with running?")
    assert (await saved.draft(chat, "onboarding"))["race_date"] == ""
