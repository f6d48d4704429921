"""A Reply in Telegram's terms: texts, buttons, pictures, files; answers and removals."""

from __future__ import annotations

import struct
import zlib
from datetime import timedelta

import pytest
from telegram.error import BadRequest

from bot.delivery.errors import PartlySaid
from bot.delivery.say import Where
from bot.rehearsal.model import Person
from bot.reply import Button, File, Picture, Reply
from tests.delivery.house import House


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0\0\0\0")
    ends = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + ends


@pytest.fixture
async def anna(house: House) -> Person:
    person = house.telegram.person(1, "Anna")
    house.telegram.say(person, None, "/start")
    await house.settle()
    house.telegram.delete(house.messages(person)[0])
    return person


async def test_a_reply_is_text_with_buttons(house: House, anna: Person) -> None:
    rows = ((Button("Yes", "day:yes"), Button("More", url="https://example.org/")), ())
    ids = await house.delivery.speaker.say(anna.id, Reply("<b>Run</b> &lt;easy&gt;", rows=rows))
    (message,) = house.messages(anna)
    assert ids == (message.id,)
    assert message.text == "Run <easy>"
    assert message.keyboard == {
        "inline_keyboard": [
            [
                {"text": "Yes", "callback_data": "day:yes"},
                {"text": "More", "url": "https://example.org/"},
            ]
        ]
    }


async def test_picture_and_file_follow_the_text_as_their_own_messages(
    house: House, anna: Person
) -> None:
    reply = Reply(
        "Your week",
        rows=((Button("Why", "week:why"),),),
        picture=Picture(png(), "the week"),
        file=File("week.json", b"{}", "all of it"),
        silent=True,
    )
    ids = await house.delivery.speaker.say(anna.id, reply)
    messages = house.messages(anna)
    assert [m.text for m in messages] == ["Your week", "the week", "all of it"]
    assert [m.id for m in messages] == list(ids)
    assert [bool(m.keyboard) for m in messages] == [True, False, False]
    assert all(m.silent for m in messages)


async def test_a_picture_alone_carries_the_buttons(house: House, anna: Person) -> None:
    reply = Reply(picture=Picture(png()), rows=((Button("Why", "week:why"),),))
    await house.delivery.speaker.say(anna.id, reply)
    (message,) = house.messages(anna)
    assert message.keyboard


@pytest.mark.parametrize("kind", ["picture", "file"])
async def test_a_caption_too_long_becomes_a_text(house: House, anna: Person, kind: str) -> None:
    caption = "word " * 300
    reply = (
        Reply(picture=Picture(png(), caption))
        if kind == "picture"
        else Reply(file=File("plan.json", b"{}", caption))
    )
    await house.delivery.speaker.say(anna.id, reply)
    assert [len(m.text) for m in house.messages(anna)] == [0, len(caption) - 1]


async def test_a_long_text_is_several_messages_with_the_buttons_under_the_last(
    house: House, anna: Person
) -> None:
    text = "\n\n".join("x" * 1000 for _ in range(9))
    await house.delivery.speaker.say(anna.id, Reply(text, rows=((Button("OK", "a:b"),),)))
    messages = house.messages(anna)
    assert [len(m.text) for m in messages] == [4006, 4006, 1000]
    assert [bool(m.keyboard) for m in messages] == [False, False, True]


async def test_a_place_is_asked_for_with_a_button_of_its_own(house: House, anna: Person) -> None:
    await house.delivery.speaker.say(anna.id, Reply("Where?", ask_location="Send my place"))
    keyboard = house.telegram.keyboard(anna)
    assert keyboard is not None
    ((button,),) = keyboard["keyboard"]
    assert button == {"text": "Send my place", "request_location": True}


async def test_a_reply_may_answer_a_message_even_if_that_is_gone(
    house: House, anna: Person
) -> None:
    asked = house.telegram.say(anna, None, "why?")
    await house.settle()
    await house.delivery.speaker.say(Where(anna.id, reply_to=asked.id), Reply("because"))
    await house.delivery.speaker.say(Where(anna.id, reply_to=9999), Reply("of nothing"))
    because, nothing = house.messages(anna)[-2:]
    assert because.reply_to is asked
    assert nothing.reply_to is None


async def test_of_a_reply_that_broke_off_is_told_what_got_out(house: House, anna: Person) -> None:
    reply = Reply("text", picture=Picture(b"no picture at all"))
    with pytest.raises(PartlySaid) as broken:
        await house.delivery.speaker.say(anna.id, reply)
    assert broken.value.message_ids == (house.messages(anna)[0].id,)


async def test_an_edit_changes_text_and_buttons(house: House, anna: Person) -> None:
    speaker = house.delivery.speaker
    (sent,) = await speaker.say(anna.id, Reply("?", rows=((Button("Yes", "a:b"),),)))
    assert await speaker.edit(anna.id, sent, Reply("done"))
    assert await speaker.edit(anna.id, sent, Reply("done"))
    (message,) = house.messages(anna)
    assert message.text == "done"
    assert not message.keyboard
    assert not await speaker.edit(anna.id, 9999, Reply("done"))
    with pytest.raises(BadRequest):
        await speaker.edit(anna.id, sent, Reply("<blink>"))


async def test_buttons_alone_can_be_taken_away(house: House, anna: Person) -> None:
    speaker = house.delivery.speaker
    (sent,) = await speaker.say(anna.id, Reply("?", rows=((Button("Yes", "a:b"),),)))
    assert await speaker.strip(anna.id, sent)
    assert await speaker.strip(anna.id, sent)
    assert not house.messages(anna)[0].keyboard
    assert not await speaker.strip(anna.id, 9999)


async def test_a_tap_is_answered_and_one_too_old_has_been_answered_enough(
    house: House, anna: Person
) -> None:
    await house.delivery.speaker.say(anna.id, Reply("?", rows=((Button("Yes", "a:b"),),)))
    press = house.telegram.press(anna, house.messages(anna)[0])
    assert await house.delivery.speaker.answer(press.id, "thank you", alert=True)
    assert (press.text, press.alert) == ("thank you", True)
    late = house.telegram.press(anna, house.messages(anna)[0])
    await house.advance(timedelta(seconds=20))
    assert not await house.delivery.speaker.answer(late.id)
    assert not late.answered


async def test_a_message_is_removed_or_at_least_loses_its_buttons(
    house: House, anna: Person
) -> None:
    speaker = house.delivery.speaker
    reply = Reply("?", rows=((Button("Yes", "a:b"),),))
    (young,) = await speaker.say(anna.id, reply)
    await speaker.remove(anna.id, young)
    await speaker.remove(anna.id, young)
    assert house.messages(anna) == []
    (old,) = await speaker.say(anna.id, reply)
    await house.advance(timedelta(hours=49))
    await speaker.remove(anna.id, old)
    (message,) = house.messages(anna)
    assert not message.keyboard
