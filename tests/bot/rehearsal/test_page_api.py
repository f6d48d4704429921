"""The page's server: what it tells, and what it lets people do."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from bot.rehearsal.site import serve

CARD = {
    "inline_keyboard": [
        [
            {"text": "Good", "callback_data": "g", "style": "success"},
            {"text": "Bad", "callback_data": "b"},
        ],
        [{"text": "Site", "url": "https://x.y"}, {"text": "Copy", "copy_text": {"text": "6x800"}}],
    ]
}


async def test_the_state_of_the_room(telegram, call, page, anna, ben):
    commands = [{"command": "today", "description": "Today's session"}]
    await call("setMyCommands", commands=commands, scope={"type": "all_private_chats"})
    await call("sendMessage", chat_id=anna.id, text="Hello")
    state = await page.get("/room/state")
    assert state["me"] == {"id": anna.id, "name": "Anna Berg"}
    assert [person["name"] for person in state["people"]] == ["Anna Berg", "Ben"]
    assert state["bot"] == {"id": telegram.bot.id, "name": "Nextgear", "username": "NextgearBot"}
    assert state["commands"] == commands
    assert state["clock"] == {
        "now": "2026-11-26T18:30:00Z",
        "zone": "Europe/Berlin",
        "local": "Thu 26 Nov 2026 19:30",
        "moving": False,
    }
    assert state["landmarks"] == [
        {"key": "race", "label": "Berlin 10K", "at": "2026-11-29T06:00:00Z"}
    ]
    (chat,) = state["chats"]
    assert (chat["id"], chat["type"], chat["title"], chat["unread"]) == (
        anna.id,
        "private",
        "Nextgear",
        1,
    )
    assert chat["last"]["text"] == "Hello"
    assert state["event"] == telegram.world.journal.last


async def test_the_first_person_sits_down_if_none_is_named(page, anna):
    async with page.session.get(f"{page.url}/room/state") as response:
        assert (await response.json())["me"]["id"] == anna.id


async def test_a_message_with_everything(telegram, call, page, anna, clock):
    asked = telegram.say(anna, None, "Why <that>?")
    sent = await call(
        "sendMessage",
        chat_id=anna.id,
        text="<b>Short</b> night &lt; 5 h",
        parse_mode="HTML",
        reply_markup=CARD,
        reply_parameters={"message_id": asked.id},
        disable_notification=True,
    )
    telegram.react(anna, telegram.visible_to(anna)[-1], "👍")
    message = (await page.messages())[-1]
    assert message["html"] == "<b>Short</b> night &lt; 5 h"
    assert message["from"] == {"id": telegram.bot.id, "name": "Nextgear", "bot": True}
    assert (message["edited"], message["silent"], message["ephemeral"]) == (False, True, False)
    assert message["reply_to"]["text"] == "Why <that>?"
    assert message["reactions"] == [{"emoji": "👍", "count": 1, "mine": True}]
    (good, bad), (site, copy) = message["keyboard"]
    assert (good["kind"], good["style"], good["data_id"], good["disabled"]) == (
        "callback",
        "success",
        0,
        False,
    )
    assert [button["data_id"] for button in (bad, site, copy)] == [1, 2, 3]
    assert (site["kind"], site["url"], copy["kind"], copy["copy"]) == (
        "url",
        "https://x.y",
        "copy",
        "6x800",
    )
    clock.on(minutes=1)
    await call("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="b")
    edited = (await page.messages())[-1]
    assert (edited["id"], edited["edited"], edited["keyboard"]) == (message["id"], True, [])


async def test_a_conversation_by_the_page(telegram, call, page, anna):
    await call("sendMessage", chat_id=anna.id, text="Legs?", reply_markup=CARD)
    card = (await page.messages())[-1]["id"]
    assert await page.do("press", message=card, button=[0, 1]) == (200, {})
    assert await page.do("send", text="heavy", reply_to=card) == (200, {})
    assert await page.do("location", lat=52.52, lon=13.4) == (200, {})
    assert await page.do("react", message=card, emoji="👍") == (200, {})
    assert await page.do("react", message=card, emoji=None) == (200, {})
    tap, said, place = await call.updates()
    assert tap["callback_query"]["data"] == "b"
    assert said["message"]["reply_to_message"]["text"] == "Legs?"
    assert place["message"]["location"] == {"latitude": 52.52, "longitude": 13.4}


@pytest.mark.parametrize(
    ("deed", "body", "words"),
    [
        ("send", {"text": "  "}, "Message text is empty"),
        ("send", {"text": "x" * 5000}, "Message is too long"),
        ("send", {"text": 5}, "'text' must be a text"),
        ("send", {"text": "a", "chat": 77}, "No chat has the id 77"),
        ("send", {"text": "a", "chat": "x"}, "'chat' must be a whole number"),
        ("send", {"text": "a", "as": 77}, "Nobody has the id 77"),
        ("send", {"text": "a", "as": 7000000001}, "Nobody can sit down as the bot"),
        ("send", {"text": "a", "reply_to": 99}, "That message is gone"),
        ("press", {"message": 1, "button": [0, 0]}, "That button is not there"),
        ("press", {"message": 1, "button": "0"}, "'button' must be [row, column]"),
        ("press", {"message": 99, "button": [0, 0]}, "That message is gone"),
        ("location", {"lat": 91, "lon": 0}, "There is no such place"),
        ("location", {"lat": "nan", "lon": 0}, "There is no such place"),
        ("location", {"lat": "north", "lon": 0}, "'lat' must be a number"),
        ("advance", {"step": "yesterday"}, "The clock has no step called 'yesterday'"),
        ("advance", {"step": "landmark", "landmark": "x"}, "That day is not in the plan any more"),
        ("advance", {}, "'step' must be a text"),
    ],
)
async def test_what_cannot_be_done_is_said_in_words(page, deed, body, words):
    assert await page.do(deed, **body) == (400, {"error": words})


async def test_an_unknown_deed_is_not_found(page):
    assert (await page.do("dance"))[0] == 404


async def test_unread_counts_what_others_said_since_it_was_read(telegram, call, page, anna):
    async def unread() -> int:
        return (await page.get("/room/state"))["chats"][0]["unread"]

    for text in ("a", "b"):
        await call("sendMessage", chat_id=anna.id, text=text)
    assert await unread() == 2
    await page.do("read")
    assert await unread() == 0
    await call("sendMessage", chat_id=anna.id, text="c")
    assert await unread() == 1
    telegram.say(anna, None, "d")
    assert await unread() == 0


async def test_older_messages_come_a_hundred_at_a_time(telegram, page, anna):
    for n in range(150):
        telegram.say(anna, None, str(n))
    newest = await page.messages()
    assert (len(newest), newest[-1]["html"]) == (100, "149")
    older = await page.messages(before=newest[0]["id"])
    assert (len(older), older[-1]["html"], older[0]["html"]) == (51, "49", "/start")


async def test_events_stream_what_happens_and_only_to_whom_it_concerns(
    telegram, call, page, anna, ben
):
    telegram.say(ben, None, "/start")
    after = telegram.world.journal.last
    waiting = asyncio.create_task(page.events(after))
    await asyncio.sleep(0.05)
    await call("sendMessage", chat_id=ben.id, text="for Ben")
    sent = await call("sendMessage", chat_id=anna.id, text="Legs?", reply_markup=CARD)
    here = {"chat_id": anna.id, "message_id": sent["message_id"]}
    await call("sendChatAction", chat_id=anna.id, action="typing")
    tap = telegram.press(anna, telegram.visible_to(anna)[-1], "g")
    await call("answerCallbackQuery", callback_query_id=tap.id, text="Noted", show_alert=True)
    await call("editMessageText", **here, text="Run")
    await call("deleteMessage", **here)
    events = await asyncio.wait_for(waiting, 3)
    while len(events) < 5:
        events += await page.events(events[-1]["n"] if events else after)
    assert [event["type"] for event in events] == [
        "message",
        "typing",
        "answer",
        "edited",
        "deleted",
    ]
    assert {event["chat"] for event in events} == {anna.id}
    message, _, answer, edited, deleted = events
    assert (answer["text"], answer["alert"]) == ("Noted", True)
    assert message["message"]["id"] == edited["message"]["id"] == deleted["message"]


async def test_a_gap_in_the_events_is_said(telegram, page):
    told = await page.get("/room/events", after=telegram.world.journal.last + 5)
    assert told == {"events": [], "last": telegram.world.journal.last, "missed": True}


async def test_files_go_up_as_pictures_or_documents_and_come_down(telegram, page, anna, picture):
    async def upload(name: str, data: bytes, mime: str) -> int:
        form = aiohttp.FormData()
        for field, value in (("as", anna.id), ("chat", anna.id), ("caption", "look")):
            form.add_field(field, str(value))
        form.add_field("file", data, filename=name, content_type=mime)
        async with page.session.post(f"{page.url}/room/upload", data=form) as response:
            return response.status

    assert await upload("run.fit", b"FIT", "application/octet-stream") == 200
    assert await upload("evil.html", b"<script>", "text/html") == 200
    assert await upload("me.png", picture(), "image/png") == 200
    assert await upload("broken.png", b"not a picture", "image/png") == 200
    assert await upload("empty.fit", b"", "application/octet-stream") == 400
    run, evil, photo, broken = (await page.messages())[1:]
    assert (run["document"]["name"], run["document"]["size"], run["html"]) == ("run.fit", 3, "look")
    assert photo["photo"]
    assert photo["document"] is None
    assert broken["document"]["name"] == "broken.png"
    async with page.session.get(page.url + photo["photo"]) as response:
        assert (response.content_type, await response.read()) == ("image/png", picture())
    async with page.session.get(page.url + evil["document"]["url"]) as response:
        assert response.content_type == "application/octet-stream"
        assert response.headers["Content-Disposition"] == "attachment"
        assert response.headers["X-Content-Type-Options"] == "nosniff"
    async with page.session.get(f"{page.url}/room/file/nothing") as response:
        assert response.status == 404


async def test_groups_whispers_and_service_lines_on_the_page(telegram, call, page, anna, ben):
    squad = telegram.group(ben, "Squad", supergroup=True)
    telegram.add(squad, telegram.bot, ben)
    telegram.promote(squad, telegram.bot, ben)
    telegram.add(squad, anna)
    for person in (anna, ben):
        whisper = {"receiver_user_id": person.id}
        asked = {"chat_id": squad.id, "text": person.name, "ephemeral_message_parameters": whisper}
        await call("sendMessage", **asked)
    messages = await page.messages(chat=squad.id)
    assert [m["service"] or m["html"] for m in messages] == [
        "Ben founded the group",
        "Ben added Nextgear",
        "Anna Berg joined",
        "Anna Berg",
    ]
    assert messages[-1]["ephemeral"] is True
    assert len({message["id"] for message in messages}) == len(messages)
    chats = {chat["id"]: chat for chat in (await page.get("/room/state"))["chats"]}
    assert {member["name"] for member in chats[squad.id]["members"]} == {
        "Anna Berg",
        "Ben",
        "Nextgear",
    }


async def test_a_place_that_is_asked_for(call, page, anna):
    markup = {"keyboard": [[{"text": "Share my place", "request_location": True}]]}
    await call("sendMessage", chat_id=anna.id, text="Where?", reply_markup=markup)
    (chat,) = (await page.get("/room/state"))["chats"]
    assert (chat["draft_keyboard"]["location"], chat["draft_keyboard"]["text"]) == (
        True,
        "Share my place",
    )
    await call("sendMessage", chat_id=anna.id, text="Ok", reply_markup={"remove_keyboard": True})
    (chat,) = (await page.get("/room/state"))["chats"]
    assert chat["draft_keyboard"] is None


async def test_a_room_without_people_says_so(telegram, clock, room):
    telegram.world.people = {telegram.bot.id: telegram.bot}
    site = await serve(room, port=0)
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{site.url}/room/state") as response,
    ):
        assert (await response.json()) == {"error": "Nobody is in the room yet"}
    await site.close()


async def test_what_a_chat_writes_by_itself_in_words(telegram, call, page, anna, ben):
    club = telegram.group(anna, "Club", forum=True)
    telegram.add(club, telegram.bot, anna)
    telegram.promote(club, telegram.bot, anna)
    telegram.add(club, ben)
    topic = telegram.open_topic(club, anna, "Hills")
    telegram.set_topic(club, anna, topic, closed=True)
    telegram.set_topic(club, anna, topic, closed=False)
    sent = await call("sendMessage", chat_id=club.id, text="Tonight")
    await call("pinChatMessage", chat_id=club.id, message_id=sent["message_id"])
    telegram.remove(club, ben, anna)
    telegram.add(club, ben, anna)
    telegram.remove(club, ben)
    lines = [message["service"] for message in await page.messages(chat=club.id)]
    assert [line for line in lines if line] == [
        "Anna Berg founded the group",
        "Anna Berg added Nextgear",
        "Ben joined",
        "Anna Berg opened the topic Hills",
        "Anna Berg closed the topic",
        "Anna Berg reopened the topic",
        "Nextgear pinned a message",
        "Anna Berg removed Ben",
        "Anna Berg added Ben",
        "Ben left",
    ]
    group = telegram.group(anna, "Track")
    moved = telegram.migrate(group, anna)
    (line,) = await page.messages(chat=moved.id)
    assert line["service"] == "The group became a supergroup"


async def test_what_has_no_words_has_a_line_in_the_list(telegram, call, page, anna, picture):
    async def last() -> str:
        return (await page.get("/room/state"))["chats"][0]["last"]["text"]

    telegram.send_sticker(anna, None, "🏃")
    assert await last() == "🏃"
    telegram.send_voice(anna, None)
    assert await last() == "Voice message"
    assert (await page.messages())[-1]["document"]["name"] == "voice.ogg"
    telegram.send_location(anna, None, 1, 2)
    assert await last() == "Location"
    telegram.send_document(anna, None, "run.fit", b"x")
    assert await last() == "run.fit"
    telegram.send_photo(anna, None, picture())
    assert await last() == "Picture"
    await call("sendPoll", chat_id=anna.id, question="When?", options=[{"text": "8"}])
    assert await last() == "When?\n▢ 8"


async def test_an_anonymous_administrator_is_the_group_on_the_page(telegram, page, anna, ben):
    group = telegram.group(anna, "Track")
    telegram.add(group, ben, anna)
    telegram.promote(group, ben, anna, anonymous=True)
    telegram.say(ben, group, "hello")
    assert (await page.messages(chat=group.id))[-1]["from"]["name"] == "Track"
