"""Wrong buttons, wrong chats, wrong hands: silence or a helpful answer, never a trace."""

from __future__ import annotations

from bot.commands import COMMANDS, MENU_SIZE
from core.checkin import Told
from core.units import Duration
from tests.chats import saved
from tests.chats.chat import Chat
from tests.chats.conftest import Asked
from tests.chats.people import RUI, answer, begin, onboard

FRIDAY = "2026-11-27 06:30"
WRONG = "went wrong"


def no_traces(chat: Chat) -> bool:
    return WRONG not in chat.screen


async def test_help_names_every_command_in_one_line_each(rui: Chat) -> None:
    said = await rui.hears("/help")
    for command in COMMANDS:
        lines = [line for line in said.splitlines() if line.startswith(f"/{command.name} ")]
        assert len(lines) == 1, command.name


async def test_the_menu_holds_eight(rui: Chat) -> None:
    told = rui.stage.telegram.world.profile.commands
    menus = {scope: len(menu) for (scope, _), menu in told.items()}
    assert menus["all_private_chats"] == MENU_SIZE == 8
    assert menus["all_group_chats"] <= MENU_SIZE


async def test_every_command_answers_athlete_stranger_and_newcomer(rui: Chat) -> None:
    await rui.at(FRIDAY)
    stranger = Chat.of(rui.stage, 7, "Eve")
    newcomer = Chat.of(rui.stage, 8, "Nia")
    await begin(newcomer)
    for command in COMMANDS:
        for chat in (rui, stranger, newcomer):
            assert await chat.hears(f"/{command.name}"), command.name
            assert no_traces(chat), command.name
    assert await saved.account(stranger) is None


async def test_an_unknown_command_is_told_so(rui: Chat) -> None:
    await rui.hears("/plateaux", "I don't know /plateaux", "/help")
    await rui.hears("/" + "x" * 300, "I don't know /xxx")
    await rui.hears("/<b>bold</b>", "I don't know")


async def test_a_command_may_carry_our_name_and_capitals(rui: Chat) -> None:
    await rui.hears("/Help@NextgearBot", "What I can do")
    await rui.hears("/HELP", "What I can do")


async def test_what_cannot_be_read_is_said_so(rui: Chat) -> None:
    telegram = rui.stage.telegram
    for send in (
        lambda: telegram.send_sticker(rui.person, None, "🏃"),
        lambda: telegram.send_voice(rui.person, None),
        lambda: telegram.send_document(rui.person, None, "run.xyz", b"what"),
        lambda: telegram.send_contact(rui.person, None, "+351 900 000 000"),
    ):
        send()
        assert "I can only read text" in await rui.settles()
    assert no_traces(rui)


async def test_a_caption_is_words(rui: Chat) -> None:
    await rui.at("2026-11-27 20:30")
    rui.stage.telegram.send_document(rui.person, None, "run.txt", b"x", caption="7k in 42 min")
    assert "7 km in 42:00" in await rui.settles()


async def test_words_that_mean_nothing_get_a_way_on(rui: Chat) -> None:
    for said in ("asdf qwer", "🏃🏃🏃", "?", "....", "\u200b", "a" * 3000, "<b>x</b> & </b>"):
        await rui.hears(said)
    assert no_traces(rui)
    assert "I didn't catch that" in rui.screen


FORGED = [
    "",
    ":",
    "::::",
    "nonsense",
    "today",
    "today:undo",
    "today:undo:0",
    "today:undo:0:2026-11-27",
    "today:undo:0:not-a-date:1",
    "today:undo:0:9999-99-99:1",
    "today:undo:0:2026-11-27:999999999999999999999999",
    "today:easier:99999999999999999999:2026-11-27",
    "today:why:0:2026-11-27",
    "checkin:legs:0:2026-11-27:9",
    "checkin:legs:0:2026-11-27:-1",
    "checkin:sleep:0:2026-11-27:99999",
    "checkin:pulse:0:2026-11-27:1000000",
    "checkin:legs:0:2027-11-27:3",
    "checkin:score:0:2026-11-27:tail:3",
    "checkin:score:0:2026-11-27:knee:11",
    "checkin:morning:0:2026-11-27:knee:purple",
    "checkin:flag:0:2026-11-27:immortal",
    "checkin:menu:0:2026-11-27:kitchen",
    "checkin:menu:0:2026-11-27:hurts-tail",
    "activity:done:0:2026-11-27:flown",
    "activity:rpe:0:2026-11-27:11",
    "activity:rpe:0:1999-01-01:5",
    "activity:rpe:0:2027-01-01:5",
    "activity:day:0:2026-11-01",
    "profile:set:hour:9999",
    "profile:set:zone:Mars.Base",
    "profile:set:units:leagues",
    "profile:set:long:9",
    "profile:ask:name",
    "profile:pick:99",
    "profile:done",
    "plan:week:999999999999999999999999",
    "plan:week:x",
    "routine:show:levitation:10",
    "routine:show:pre-run:-5",
    "safety:close:0:doctor",
    "safety:close:999999999999999999999:doctor",
    "safety:close:1:magic",
    "safety:sure:x",
    "race:add:2027-05-09:nan:a:0",
    "race:add:2027-05-09:1e308:a:0",
    "race:add:2027-05-09:-5000:a:0",
    "race:add:1999-05-09:10000:a:0",
    "race:mark:2027-03-14:z",
    "race:remove:2031-01-01",
    "race:open:2031-01-01",
    "fitness:take:2026-11-01:5000:1:race",
    "fitness:take:2026-11-01:nan:1200:race",
    "fitness:take:2036-11-01:5000:1200:race",
    "fitness:take:2026-11-01:5000:inf:race",
    "onboarding:consent",
    "onboarding:set:goal:10k",
    "onboarding:offer:marathon:2026-12-01",
    "onboarding:back",
    "onboarding:over",
    "export:everything",
    "squad:out:1",
]


async def test_forged_and_outdated_buttons_change_nothing(rui: Chat) -> None:
    await rui.at(FRIDAY)
    watched = ("athletes", "plans", "changes", "checkins", "activities", "gates", "decisions")
    before = await saved.everything(rui)
    for data in FORGED:
        if not data:
            continue
        await rui.forges(data)
        after = await saved.everything(rui)
        for table in watched:
            assert after[table] == before[table], (data, table)
        assert no_traces(rui), data
        assert rui.pressed[0].answered, f"{data} is still turning"


async def test_forged_buttons_of_a_stranger_store_nothing(chat: Chat) -> None:
    await chat.hears("/start")
    for data in FORGED:
        if data and data != "onboarding:consent":
            await chat.forges(data)
            assert no_traces(chat), data
    assert await saved.rows(chat) == {}


async def test_a_newcomers_forged_buttons_do_not_skip_questions(chat: Chat) -> None:
    await begin(chat)
    await chat.forges("onboarding:set:place:Europe.Lisbon")
    await chat.forges("onboarding:offer:marathon:2026-12-01")
    await chat.forges("onboarding:set:goal:moon")
    await chat.forges("onboarding:pick:days:9")
    await chat.forges("onboarding:done:days")
    assert (await saved.draft(chat, "onboarding")).keys() <= {"goal", "race_date"}
    assert (await saved.dossier(chat)).plan is None


async def test_an_old_onboarding_button_of_an_athlete_is_no_longer_in_use(rui: Chat) -> None:
    await rui.forges("onboarding:set:goal:marathon", "no longer in use", never="no plan for you")


async def test_a_button_of_somebody_else_stays_theirs(rui: Chat) -> None:
    await rui.at(FRIDAY)
    eve = await onboard(Chat.of(rui.stage, 7, "Eve"), RUI)
    await eve.at("2026-11-28 06:30")
    await rui.taps("Heavy")
    await eve.forges("checkin:legs:1:2026-11-28:1", "legs dead")
    assert (await saved.draft(rui, "checkin", "2026-11-28"))["legs"] == 2
    assert (await saved.draft(eve, "checkin", "2026-11-28"))["legs"] == 1


async def test_the_gate_of_somebody_else_cannot_be_closed(rui: Chat) -> None:
    await rui.at(FRIDAY)
    await rui.hears("I fainted after my run yesterday")
    gate = (await saved.dossier(rui)).gates[0]
    eve = await onboard(Chat.of(rui.stage, 7, "Eve"), RUI)
    await eve.forges(f"safety:close:{gate.id}:doctor")
    assert [row.id for row in (await saved.dossier(rui)).gates] == [gate.id]


async def test_in_a_group_commands_are_sent_to_private_and_nothing_told_is_repeated(
    rui: Chat,
) -> None:
    telegram = rui.stage.telegram
    group = telegram.group(rui.person, "Squad", supergroup=True)
    telegram.add(group, telegram.bot, by=rui.person)
    telegram.promote(group, telegram.bot, by=rui.person)
    for said in ("/today", "/settings", "/forget", "/nonsense", "hello", "legs dead, 4 h, 70"):
        telegram.say(rui.person, group, said)
    telegram.send_sticker(rui.person, group, "🏃")
    telegram.send_location(rui.person, group, 52.5, 13.4)
    await rui.stage.settle()
    heard = [m.text for m in telegram.visible_to(rui.person, group) if m.sender.is_bot]
    introduced, *answers = heard
    assert introduced.startswith("👋 I'm Nextgear")
    assert set(answers) == {"That stays between you and me, so I answer it in our own chat."}
    found = await saved.dossier(rui)
    assert found.checkin is not None, "what the body tells is kept"
    assert all(word not in "".join(heard) for word in ("legs", "pulse", "70", "4 h"))
    assert found.account.hours.zone == "Europe/Lisbon"


async def test_double_taps_on_every_button_of_onboarding_answer_once(chat: Chat) -> None:
    await chat.hears("/start")
    for label in ("Start", "10K"):
        message = chat.message_with(label)
        chat.press(label, message)
        chat.press(label, message)
        await chat.settles()
    await chat.hears("14 March 2027")
    for label in ("Regular", "5", "40 km", "15 km"):
        message = chat.message_with(label)
        chat.press(label, message)
        chat.press(label, message)
        await chat.settles()
    chat.message("Which days can you run?")
    draft = await saved.draft(chat, "onboarding")
    assert (draft["runs"], draft["volume"], draft["longest"]) == (5, 40_000, 15_000)
    assert no_traces(chat)


async def test_ten_taps_in_a_second_decide_once(rui: Chat) -> None:
    await rui.at(FRIDAY)
    card = rui.message("How are the legs?")
    for _ in range(10):
        rui.press("Same as usual", card)
    await rui.settles()
    everything = await saved.everything(rui)
    assert len(everything["checkins"]) == 1
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert told.legs is Told.USUAL
    assert all(press.answered for press in rui.stage.telegram.world.presses.values())
    assert no_traces(rui)


async def test_different_taps_at_once_count_in_their_order(rui: Chat) -> None:
    await rui.at(FRIDAY)
    card = rui.message("How are the legs?")
    rui.press("Heavy", card)
    rui.press("Springy", card)
    await rui.settles()
    assert (await saved.draft(rui, "checkin", "2026-11-27"))["legs"] == 2
    assert rui.toast == "Already noted."


async def test_on_two_devices_the_older_view_is_told(rui: Chat) -> None:
    await rui.at(FRIDAY)
    phone = rui.message("How are the legs?").buttons()
    await rui.taps("Good")
    await rui.taps("8 h")
    laptop = next(b["callback_data"] for row in phone for b in row if b["text"] == "Dead")
    await rui.forges(laptop, "Already noted.")
    await rui.hears("52", "As planned.")
    told = (await saved.dossier(rui)).checkin
    assert told is not None
    assert (told.legs, told.sleep) == (4, Duration.of_hours(8))


async def test_undo_twice_undoes_once(rui: Chat) -> None:
    await rui.at(FRIDAY)
    before = await saved.plan(rui)
    await rui.hears("legs dead, 5 h, 52")
    card = rui.message("[Undo]")
    rui.press("Undo", card)
    rui.press("Undo", card)
    rui.press("Even easier", card)
    await rui.settles()
    assert await saved.plan(rui) == before
    assert no_traces(rui)


async def test_start_again_at_every_question_goes_on_or_begins_again(chat: Chat) -> None:
    await begin(chat)
    asked = ["goal", "race", "level", "runs", "volume", "longest", "days", "long_day", "result"]
    asked += ["birth", "health", "hour", "place"]
    for question in asked:
        await answer(chat, RUI, until=question)
        if question == "goal":
            await chat.hears("/start", "What are you running for?")
            continue
        await chat.hears("/start", "Shall we go on, or begin again?", "[Go on] [Begin again]")
        await chat.taps("Go on", "Question")
    await chat.hears("/start")
    await chat.taps("Begin again", "What are you running for?")
    assert await saved.draft(chat, "onboarding") == {}
    await answer(chat, RUI)
    chat.message("your plan stands")


async def test_back_takes_the_last_answer_back_all_the_way(asked: Asked) -> None:
    chat = await asked("place")
    below = chat.stage.telegram.keyboard(chat.person)
    assert below is not None
    assert [b["text"] for row in below["keyboard"] for b in row] == ["Share my location", "‹ Back"]
    await chat.hears("‹ Back", "When shall I write to you")
    for _ in range(20):
        if not chat.can_tap("‹ Back"):
            break
        await chat.taps("‹ Back")
    chat.message("What are you running for?")
    assert await saved.draft(chat, "onboarding") == {}
    await answer(chat, RUI)
    chat.message("your plan stands")


async def test_cancel_in_the_middle_leaves_the_choice(asked: Asked) -> None:
    chat = await asked("volume")
    await chat.hears("/cancel", "[Go on] [Begin again]")
    await chat.taps("Go on", "how far is that in a usual week")


async def test_a_question_of_onboarding_lets_a_wish_through(asked: Asked) -> None:
    chat = await asked("runs")
    await chat.hears("help", "What I can do")
    await chat.hears("delete my data", "[Erase everything]")
    await chat.hears("four", "how far is that in a usual week")


async def test_a_long_text_and_strange_letters_are_answered(rui: Chat) -> None:
    for said in ("ж" * 4000, "\u202eabc", "e\u0301" * 500, "1" * 4000, "5k " * 900):
        await rui.hears(said)
    assert no_traces(rui)


async def test_what_was_told_beside_an_answer_goes_back_with_it(chat: Chat) -> None:
    await begin(chat)
    await chat.hears("10k on 9 May in 45:00", "Where are you with running?")
    await chat.taps("‹ Back", "When is the race?")
    await chat.taps("‹ Back", "What are you running for?")
    await answer(chat, RUI.but(goal="Marathon", race='"26 September 2027"'))
    chat.message("your plan stands")
    race = (await saved.athlete(chat)).races[0]
    assert (race.distance.metres, race.target) == (42195, None)
