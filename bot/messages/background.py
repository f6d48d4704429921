"""What the coach learns little by little: on a rest day's card, and as a list behind /settings."""

from __future__ import annotations

from bot.callbacks import pack
from bot.reply import Button, Reply, Rows
from bot.text import Html, Text
from core.background import TICKED, Background, Question

TOPIC = "background"
LIST = "list"
"""Where a button stands: on the card of a day (ISO), or in the list."""
A_ROW = 4


def question(asked: Background, text: Text) -> str:
    """The question as the card of a rest day brings it up."""
    return text("background-lead", question=Html(_question(asked, text)))


def _question(asked: Background, text: Text) -> str:
    return text(f"background-{asked.question}-ask")


def rows(asked: Background, text: Text, where: str) -> Rows:
    """The answers; ticked ones where there may be several."""
    buttons = [_choice(asked, value, text, where) for value in asked.choices]
    return (*_filled(buttons), *_below(asked, text, where))


def _choice(asked: Background, value: str, text: Text, where: str) -> Button:
    several = asked.question in TICKED
    ticked = "✓ " if several and value in asked.picked else ""
    data = pack(TOPIC, "pick" if several else "done", asked.question, value, where)
    return Button(ticked + _word(asked.question, value, text), data)


def _below(asked: Background, text: Text, where: str) -> Rows:
    row = []
    if asked.question in TICKED:
        label = text("button-done" if asked.picked else "background-none")
        row.append(Button(label, pack(TOPIC, "done", asked.question, "", where)))
    if where == LIST:
        row.append(Button(text("background-back"), pack(TOPIC, "open")))
    else:
        row.append(
            Button(text("background-never-ask"), pack(TOPIC, "never", asked.question, "", where))
        )
    return (tuple(row),)


def _filled(buttons: list[Button]) -> Rows:
    return tuple(tuple(buttons[i : i + A_ROW]) for i in range(0, len(buttons), A_ROW))


def _word(asked: Question, value: str, text: Text) -> str:
    if asked in {Question.CLUB, Question.REST}:
        return text.weekday(int(value), short=True)
    return text(f"background-{asked}-{value}")


def overview(known: tuple[Background, ...], text: Text, note: str = "") -> Reply:
    """Everything that can be told, as it stands, and a button for each."""
    said = [text("background-head"), *(_line(asked, text) for asked in known)]
    buttons = [
        Button(text(f"background-{b.question}-name"), pack(TOPIC, "ask", b.question)) for b in known
    ]
    pairs = tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))
    back = (Button(text("settings-back"), pack("profile", "open")),)
    body = "\n".join(said)
    return Reply(f"{note}\n\n{body}" if note else body, (*pairs, back))


def _line(asked: Background, text: Text) -> str:
    words = [_word(asked.question, value, text) for value in asked.picked]
    told = text.listed(words) if words else text("background-nothing")
    return f"{text(f'background-{asked.question}-name')}: {told}"


def opened(asked: Background, text: Text) -> Reply:
    """One question of the list."""
    return Reply(_question(asked, text), rows(asked, text, LIST))
