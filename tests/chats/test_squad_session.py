"""One session in one group, and everybody's own version of it in their own plan."""

from __future__ import annotations

from datetime import date

import pytest

from bot.storage import athletes, plans, squad_sessions, squads
from core.plan import Plan
from core.squad import SessionState
from core.workout import Focus
from tests.chats.chat import Chat, shown
from tests.chats.squad_people import Group, met, person, six
from tests.chats.stage import Stage
from tests.process.ledger import ledger_of

TUESDAY = date(2026, 12, 1)
SIX = "/session Tue 19:00 6x800 @5K r2' place: the track"


@pytest.fixture
async def rui(stage: Stage) -> Chat:
    return (await met(stage, 0))[0]


@pytest.fixture
async def group(rui: Chat) -> Group:
    return await Group.founded(rui, admin=True)


async def posted(group: Group, said: str = SIX) -> None:
    """The owner sets a session."""
    there = group.as_seen_by(group.owner)
    await there.hears(said, "Post it?")
    await there.taps("Post it")


async def plan_of(who: Chat) -> Plan:
    assert who.stage.coach is not None
    async with who.stage.coach.database.read() as unit:
        account = await athletes.find(unit, who.person.id)
        assert account is not None
        row = await plans.in_force(unit, account.id)
    assert row is not None
    return row.plan


async def sessions_of(group: Group) -> list[squad_sessions.SessionRow]:
    assert group.stage.coach is not None
    async with group.stage.coach.database.read() as unit:
        squad = await squads.find(unit, group.room.id)
        assert squad is not None
        found = await squad_sessions.between(unit, squad.id, date(2026, 11, 1), date(2027, 3, 1))
    return list(found)


# Set


async def test_a_coach_writes_it_sees_it_and_posts_it(group: Group, rui: Chat) -> None:
    there = group.as_seen_by(rui)
    await there.hears(
        SIX,
        "Understood like this. Post it?",
        "Tue 1 Dec, 19:00, the track",
        "6 × 800 m at 5K effort with 2 min easy jog between",
        "Another day, hour, place or session: reply to this message.",
        "[Post it] [Drop it]",
    )
    await there.taps(
        "Post it", "Fast reps with rests", "Nobody has said yet.", "[In] [Maybe] [Out]"
    )
    assert "Post it" not in group.screen, "the draft has become the card"
    assert "It's in the group." in rui.screen
    (row,) = await sessions_of(group)
    assert (row.session.on, row.session.minute, row.session.place) == (TUESDAY, 1140, "the track")
    assert row.session.twin is not None
    await there.taps("By time", "» All start and stop together: 6 × 3:30 min at 5K effort")


async def test_what_was_filled_in_is_said_and_an_effort_is_a_tap(group: Group, rui: Chat) -> None:
    there = group.as_seen_by(rui)
    await there.hears(
        "/session Tue 5x1k",
        "You didn't say how hard, so the fast parts go at 5K effort.",
        "You didn't say how long the rests are",
    )
    await there.taps("10K", "5 × 1 km at 10K effort", never="how hard")
    await there.hears("/session Tue 3x(10x200) r60 R3'", "3 sets of 10 × 200 m at mile effort")
    await there.taps("3K", "3 sets of 10 × 200 m at 3K effort")
    await there.hears("/session Tue 4x1k @3:40/km r2'", "A pace in figures is one runner's.")
    await there.hears(
        "/session Tue 10-12x200 @mile r200", "Of a range I took the first.", "10 × 200 m"
    )
    await there.hears("/session Tue fartlek 30 min", "I took a minute fast and two easy")
    await there.hears("/session Tue progressive 8k", "Nothing said where it gets faster")
    await there.hears("/session Tue 4x1k @5k-10s r2'", "It goes at 3K effort, the nearest.")
    await there.taps("10K", "4 × 1 km at 10K effort", never="the nearest")
    lines = "/session\n15' wu\n6x800 @5K r2'\n10' cd"
    await there.hears("/session Tue 2k wu, drills, 6x800 @5K r2'", "2 km easy, then 10 min drills")
    await there.hears(lines, "Warm up: 15 min easy", "6 × 800 m at 5K effort", "Cool down: 10 min")


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("/session 6x800 @warp", "I can't read warp in it. Nothing was set"),
        ("/session 6x5", "Is 6x5 minutes, seconds or metres?"),
        ("/session tempo", "How long or how far is tempo?"),
        ("/session 6x800 @ race pace", "race pace is a different effort for each of you."),
        ("/session 500x400", "over a hundred reps"),
        ("/session 50x2k @5k", "longer than anybody here should run"),
        ("/session 3 x (4x400", "A bracket stays open in it."),
        ("/session 0x400", "is too short to be run"),
        ("/session ...", "I see no session in that."),
        ("/session every Tue and Thu 19:00", "One day at a time, please: and Thu gets"),
        ("/session Tue, Thu 6x800 @5K", "One day at a time, please: Thu gets"),
        ("/session Tue double threshold 5x6'", "One session at a time, please"),
        ("/session 800 @ 10k, 400 @ 3k x 4", "for the last part only, or for all before it?"),
        ("/session " + "6x800 @5K r2', " * 40, "longer than anybody here should run"),
    ],
)
async def test_nonsense_is_asked_back_with_the_part_named(
    group: Group, rui: Chat, said: str, heard: str
) -> None:
    await group.as_seen_by(rui).hears(said, heard, never="Post it")
    assert await sessions_of(group) == []


async def test_a_reply_changes_day_hour_place_or_all_of_it(group: Group, rui: Chat) -> None:
    there = group.as_seen_by(rui)
    await there.hears("/session 6x800 @5K r2'", "Thu 26 Nov, 19:00")
    draft = there.message_with("Post it")
    await there.hears("Tue 18:30", "Tue 1 Dec, 18:30", "6 × 800 m", reply_to=draft)
    draft = there.message_with("Post it")
    await there.hears("place: Jamor", "Tue 1 Dec, 18:30, Jamor", reply_to=draft)
    draft = there.message_with("Post it")
    await there.hears("hills 10x60s", "Hills", "10 × 1 min at 5K effort uphill", reply_to=draft)
    await there.taps("Thu 3 Dec", "Thu 3 Dec, 19:00, Jamor")
    await there.taps("19:30", "Thu 3 Dec, 19:30, Jamor")
    await there.taps("Drop it", "Dropped. Nothing was set.")
    assert await sessions_of(group) == []


async def test_alone_it_says_how_and_offers_the_library_and_a_proposal(
    group: Group, rui: Chat
) -> None:
    there = group.as_seen_by(rui)
    await group.join(rui)
    await there.hears(
        "/session", "What does the squad run on Thu 26 Nov, 19:00?", "[From the library]"
    )
    await there.taps("From the library", "What should it train?")
    await there.taps("Threshold", "Threshold: which one?", "5. Short tempo")
    await there.taps("5", "Post it?", "[Post it]")
    await there.hears("/session Tue", "[What fits most]")
    await there.taps("What fits most", "Post it?", "7 × 1 min at 5K effort")
    await there.hears("/session Tue", "[Place and hour only]")
    await there.taps("Place and hour only", "Place and hour only; everybody runs their own day.")
    await there.taps(
        "Post it", "Everybody runs their own day; the squad meets.", never="My version"
    )


async def test_it_can_be_set_in_private_and_comes_to_the_group(group: Group, rui: Chat) -> None:
    await group.join(rui)
    await rui.hears("/session Tue 6x800 @5K r2'", "Post it?", "For Track Tuesday:", "1 Dec, 19:00")
    draft = rui.message_with("Post it")
    await rui.hears("Thu place: the park", "Thu 26 Nov, 19:00, the park", reply_to=draft)
    await rui.taps("Tue 1 Dec", "Tue 1 Dec, 19:00, the park")
    await rui.taps("Post it", "It's in the group.", "[Change it]")
    assert "6 × 800 m" in shown(group.card("My version"))


async def test_talk_about_a_draft_is_left_alone(group: Group, rui: Chat) -> None:
    mia = person(group.stage, 101, "Mia")
    group.add(mia)
    await group.as_seen_by(rui).hears(SIX, "Post it?")
    before = group.screen
    await group.as_seen_by(mia).hears("oh no, not 800s", reply_to=group.card("Post it"))
    assert group.screen == before


async def test_who_writes_anonymously_is_sent_to_the_private_chat(group: Group) -> None:
    bea = person(group.stage, 102, "Bea")
    group.add(bea)
    group.promote(bea, anonymous=True)
    await group.as_seen_by(bea).hears(SIX, "Send /session in our own chat.", never="Post it")


async def test_who_sets_no_sessions_hears_so_alone(group: Group, rui: Chat) -> None:
    ana = (await met(group.stage, 1))[0]
    group.add(ana)
    before = group.screen
    await group.as_seen_by(ana).hears(SIX)
    assert group.screen == before
    assert "Only the squad's coaches set its sessions." in ana.screen
    await ana.hears("/session 6x800", "You set no squad's sessions.")
    await group.as_seen_by(rui).hears(SIX, "Post it?")
    await group.as_seen_by(ana).taps("Post it", "» That draft is another coach's")
    assert await sessions_of(group) == []


async def test_who_has_no_chat_with_the_coach_hears_it_in_the_group(group: Group) -> None:
    kim = person(group.stage, 103, "Kim")
    group.add(kim)
    there = group.as_seen_by(kim)
    await there.hears(SIX, "Only the squad's coaches set its sessions.", never="Post it")
    for command in ("/coach", "/note Ana hello", "/results Ana 20:00", "/rain Pavilion"):
        await there.hears(command, "I answer it in our own chat.", "[Open our chat]")
    assert await sessions_of(group) == []


async def test_one_day_holds_one_session(group: Group, rui: Chat) -> None:
    await posted(group)
    there = group.as_seen_by(rui)
    await there.hears(SIX, "Post it?")
    await there.taps("Post it", "» The squad has a session on Tue 1 Dec already.")
    await there.hears("/session today 10:00 5k easy", "Post it?")
    await there.taps("Post it", "» That hour is over.")
    assert len(await sessions_of(group)) == 1


# Everybody's own


async def test_six_athletes_have_six_versions_that_nobody_else_sees(stage: Stage) -> None:
    rui, *_ = everybody = await six(stage)
    group = await Group.founded(rui, admin=True)
    group.add(*everybody[1:])
    await posted(group)
    heard = []
    for who in everybody:
        there = group.as_seen_by(who)
        before = group.screen
        heard.append(await there.taps("My version"))
        assert group.screen == before, "the group sees nothing of it"
    to_rui, to_ana, to_ines, to_joao, _, to_leo = heard
    assert "Your version: smaller" in to_rui
    assert "3 × 800 m at 5K effort (4:4" in to_rui
    assert "Your plan is building its base, so half of it is plenty." in to_rui
    assert "3 × 800 m at 5K effort (3:" in to_ines
    for to_beginner in (to_ana, to_joao):
        assert "Fast running isn't due for you yet, so it's easy." in to_beginner
        assert "800 m" not in to_beginner
    assert "We haven't met, so it goes by effort" in to_leo
    assert "6 × 800 m at 5K effort" in to_leo
    assert len(set(heard)) >= 5, "two of them are equally fast"
    for text in group.everything_said():
        assert "/km" not in text
        assert "version:" not in text


async def test_in_puts_it_into_the_plan_and_out_gives_the_own_day_back(
    group: Group, rui: Chat
) -> None:
    before = await plan_of(rui)
    await posted(group)
    there = group.as_seen_by(rui)
    await there.taps("In", "In 1: Rui")
    await there.settles()
    with_squad = await plan_of(rui)
    session = with_squad.on(TUESDAY)
    assert session is not None
    assert session.workout.focus is Focus.VO2MAX
    assert session.hard
    await there.taps("My version", "It's in your plan.")
    await rui.hears("/week")
    await rui.taps("Week after", "Tue 1 Dec: Intervals")
    await there.taps("Out", "Out 1: Rui")
    await there.settles()
    assert await plan_of(rui) == before, "undo is exact"
    await there.taps("In", "In 1: Rui")
    await there.settles()
    assert await plan_of(rui) == with_squad


async def test_the_mornings_card_says_where_and_when(group: Group, rui: Chat) -> None:
    await posted(group)
    await group.as_seen_by(rui).taps("In", "In 1: Rui")
    morning = await rui.at("2026-12-01 06:30", "Intervals, 3 × 800 m")
    assert "With Track Tuesday: 19:00, the track." in morning
    card = [line for line in shown(rui.said[-1]).splitlines() if line and line[0] != "["]
    assert len(card) <= 10, card
    await rui.at("2026-12-02 06:30")
    there = group.as_seen_by(rui)
    await there.forges("version:mine:1", "» That session is no longer in my book.")


async def test_a_fever_says_not_today_and_the_group_hears_none_of_it(
    group: Group, rui: Chat
) -> None:
    await posted(group)
    there = group.as_seen_by(rui)
    await there.taps("In", "In 1: Rui")
    await rui.at("2026-12-01 06:30")
    await rui.hears("I have a fever of 39")
    before = group.screen
    await there.taps("My version", "» I've written to you in private.")
    assert "Not today." in rui.screen
    assert "fever" in rui.screen
    assert group.screen == before
    for text in group.everything_said():
        assert "fever" not in text.lower()
        assert "not today" not in text.lower()


async def test_a_tired_morning_makes_it_smaller_and_says_why(group: Group, rui: Chat) -> None:
    await posted(group)
    there = group.as_seen_by(rui)
    await there.taps("In", "In 1: Rui")
    await rui.at("2026-12-01 06:30")
    await rui.hears("legs dead, slept 4 h")
    await rui.taps("Skip")
    heard = await there.taps("My version", "Your legs are dead.")
    assert "3 × 800 m" not in heard
    for text in group.everything_said():
        assert "legs" not in text.lower()


async def test_where_the_setting_says_so_it_goes_to_the_private_chat(
    group: Group, rui: Chat
) -> None:
    there = group.as_seen_by(rui)
    await there.taps("Settings", "My version: shown in the group, to the member alone")
    await there.taps("My version: here or private", "My version: sent to the private chat")
    await posted(group)
    await there.taps("My version", "» I've written to you in private.", never="Your version")
    assert "Your version: smaller" in rui.screen


async def test_a_stranger_with_a_passed_on_button_sees_nothing(group: Group, rui: Chat) -> None:
    await posted(group)
    eve = person(group.stage, 301, "Eve")
    await eve.hears("/start")
    await eve.forges("version:mine:1", "» That session is no longer in my book.")
    await eve.forges(
        "session:move:1:1:2026-12-03:1140", "» Only the squad's coaches set its sessions."
    )
    await eve.forges("session:cancel:1:1:sure", "» Only the squad's coaches set its sessions.")
    await eve.forges("version:mine:99999", "» That session is no longer in my book.")
    (row,) = await sessions_of(group)
    assert row.session.state is SessionState.PLANNED


# Moved and called off


async def test_it_moves_and_every_plan_follows(group: Group, rui: Chat) -> None:
    await group.join(rui)
    before = await plan_of(rui)
    await posted(group)
    await group.as_seen_by(rui).taps("In", "In 1: Rui")
    await rui.settles()
    await rui.taps("Change it", "Change it?", "[Call it off]")
    await rui.taps("Thu 3 Dec", "Moved. Everybody's plan follows.")
    await rui.settles()
    assert "Moved: Thu 3 Dec, 19:00, the track" in shown(group.card("My version"))
    moved = await plan_of(rui)
    assert moved.on(TUESDAY) == before.on(TUESDAY)
    there = moved.on(date(2026, 12, 3))
    assert there is not None
    assert there.workout.focus is Focus.VO2MAX
    await rui.hears("/session", "[Change Thu 3 Dec]")
    await rui.taps("Change Thu 3 Dec", "[Call it off]")
    await rui.taps("Call it off", "Call it off?")
    await rui.taps("Yes, call it off", "Called off. Everybody has their own session back.")
    await rui.settles()
    assert await plan_of(rui) == before
    assert "Called off: Thu 3 Dec" in group.screen
    assert "My version" not in group.screen


async def test_of_two_coaches_at_once_the_second_hears_it(group: Group, rui: Chat) -> None:
    ines = (await met(group.stage, 2))[0]
    group.add(ines)
    group.promote(ines)
    await group.join(rui, ines)
    await posted(group)
    await ines.hears("/session", "[Change Tue 1 Dec]")
    await ines.taps("Change Tue 1 Dec", "Change it?")
    await group.as_seen_by(ines).taps("In", "In 1: Inês")
    await rui.taps("Change it", "Change it?")
    await rui.taps("Thu 3 Dec", "Moved.")
    heard = await ines.settles()
    assert "Track Tuesday has moved its session: Thu 3 Dec, 19:00, the track." in heard
    await ines.taps("Call it off", "Somebody changed it a moment before you.", "Thu 3 Dec")
    (row,) = await sessions_of(group)
    assert (row.session.on, row.session.state) == (date(2026, 12, 3), SessionState.MOVED)


# Every week


async def test_a_standing_session_is_asked_for_once_and_then_posted_bare(
    group: Group, rui: Chat
) -> None:
    there = group.as_seen_by(rui)
    await group.join(rui)
    await posted(group)  # so that the squad has a coach who sets sessions
    await there.hears(
        "/session every Thu 19:00 place: the park", "every Thursday at 19:00. Keep it so?"
    )
    await there.taps("Keep it", "Every Thursday at 19:00 from now on.")
    await rui.at("2026-12-02 11:59", never="Nothing is set yet")
    await rui.at(
        "2026-12-02 12:00", "Track Tuesday trains tomorrow", "Nothing is set yet.", "[Set it]"
    )
    asked = rui.screen.count("Nothing is set yet")
    await rui.at("2026-12-02 18:00")
    await there.settles()
    assert "Thu 3 Dec, 19:00, the park" in group.screen
    assert "Everybody runs their own day; the squad meets." in group.screen
    assert rui.screen.count("Nothing is set yet") == asked == 1


async def test_a_standing_session_that_is_written_posts_itself_and_can_end(
    group: Group, rui: Chat
) -> None:
    there = group.as_seen_by(rui)
    await there.hears("/session every Tue 19:00 hills 10x60s place: the hill", "every Tuesday")
    await there.taps("Keep it", "Every Tuesday at 19:00")
    await rui.at("2026-11-30 12:00")
    await there.settles()
    assert "Hills" in shown(group.card("My version"))
    await there.taps("Not every Tuesday", "It no longer repeats.")
    await rui.at("2026-12-07 12:01")
    assert len(await sessions_of(group)) == 1


# What the group sees


async def test_groups_of_similar_pace_are_of_those_who_show_theirs(stage: Stage) -> None:
    rui, bea = people = await met(stage, 0, 4)
    group = await Group.founded(rui, admin=True)
    group.add(bea)
    await group.join(*people)
    await posted(group)
    for who in people:
        await group.as_seen_by(who).taps("In")
    assert "Similar paces" not in group.screen, "nobody has said that it may be seen"
    for who in people:
        await who.hears("/squad")
        await who.taps("Pace group")
    await group.as_seen_by(bea).taps("Maybe")
    await group.as_seen_by(bea).taps("In")
    await rui.settles()
    assert "Similar paces: " in group.screen
    assert ": 2 of you" in group.screen
    await group.as_seen_by(bea).taps("Out")
    await rui.settles()
    assert "Similar paces" not in group.screen, "one alone would be somebody's pace"


async def test_a_day_that_one_took_back_oneself_stays_taken_back(group: Group, rui: Chat) -> None:
    before = await plan_of(rui)
    await posted(group)
    await group.as_seen_by(rui).taps("In", "In 1: Rui")
    await rui.settles()
    assert rui.stage.coach is not None
    async with rui.stage.coach.database.read() as unit:
        account = await athletes.find(unit, rui.person.id)
        assert account is not None
        row = await plans.in_force(unit, account.id)
        assert row is not None
    await rui.forges(f"change:undo:{row.changes[-1].id}", "Taken back.")
    await rui.at("2026-11-27 06:30")
    assert (await plan_of(rui)).on(TUESDAY) == before.on(TUESDAY)


async def test_the_taps_of_a_card_cost_little(group: Group, rui: Chat) -> None:
    await posted(group)
    there = group.as_seen_by(rui)
    assert group.stage.coach is not None
    for label in ("My version", "By time"):
        with ledger_of(group.stage.coach.database) as ledger:
            await there.taps(label)
        assert len(ledger.reads) <= 3, ledger.reads
        assert ledger.writing == []


FORGED = (
    "session:move:1:1:2099-01-01:1140",
    "session:move:1:1:2026-12-03:99999",
    "session:move:1:99:2026-12-03:1140",
    "session:cancel:1:99:sure",
    "session:set:1:day:2099-01-01",
    "session:set:1:hour:99999",
    "session:set:1:effort:warp",
    "session:set:1:recipe:none",
    "session:pick:1:nonsense:7",
    "session:post:1",
    "session:drop:1",
    "session:propose:1",
    "session:change:999999",
    "session:squad:999999",
    "session:unrepeat:999999:9",
    "session:unrepeat:1:9",
    "session:leave:1",
    "session:move:x",
    "session:nonsense:1",
    "session:set:1",
    "version:mine:x",
    "version:twin:999999",
    "version:nonsense:1",
)


async def test_forged_buttons_change_nothing_and_break_nothing(group: Group, rui: Chat) -> None:
    await posted(group)
    there = group.as_seen_by(rui)
    (before,) = await sessions_of(group)
    for data in FORGED:
        await there.forges(data, never="Something went wrong")
    assert await sessions_of(group) == [before]


async def test_what_a_tap_decided_is_shown_once_though_it_comes_twice(
    group: Group, rui: Chat
) -> None:
    there = group.as_seen_by(rui)
    await there.hears(SIX, "Post it?")
    draft = there.message_with("Post it")
    there.press("Post it", draft)
    there.press("Post it", draft)
    await there.settles()
    assert len(await sessions_of(group)) == 1
    assert sum("My version" in shown(message) for message in group.messages) == 1
